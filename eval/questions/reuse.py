"""Who took text from whom, of what kind, in which direction.

Three sets: 196 pairs written by hand that nobody tunes on (eval/data/reuse/pairs), families that chains
of edits made (eval/reuse_made), and sentence pairs (msr_paraphrase). Their card: docs/eval-reuse.md.
"""

from pathlib import Path

from eval.report import Skipped, Table
from eval.reuse_made_tables import made_table
from eval.reuse_sentences import sentence_table
from eval.reuse_tables import written_tables


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """Made families, written pairs, sentence pairs."""
    return [made_table(), *written_tables(), sentence_table(gold, split)]
