"""onrecord: from a pile of news pages, one checked record. The public names, nothing else."""

__version__ = "0.1.0"
