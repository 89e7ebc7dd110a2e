"""Mutated and hostile input over all readers and the cutting of pages: see `python -m eval.fuzz --help`."""
