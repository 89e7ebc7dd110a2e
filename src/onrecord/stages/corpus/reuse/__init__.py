"""Which articles took text from which: candidates, alignment, kind, direction, families."""

from onrecord.stages.corpus.reuse.families import find_families
from onrecord.stages.corpus.reuse.find import find_reuse

__all__ = ["find_families", "find_reuse"]
