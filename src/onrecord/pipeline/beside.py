"""What a run of the corpus stages is given besides the articles."""

from typing import NamedTuple

from onrecord.data import NO_RULINGS, Rulings
from onrecord.engine import SILENT, Watch
from onrecord.memo import NO_MEMO, Memo


class Beside(NamedTuple):
    """What a run knows besides the articles: what analysts decided of pairs of them (families, stories and
    directions respect it), what was computed before (it makes a run faster and changes nothing), and who is
    told how far a long stage has come (what that raises below `Exception` ends the run)."""

    rulings: Rulings = NO_RULINGS
    memo: Memo = NO_MEMO
    watch: Watch = SILENT
