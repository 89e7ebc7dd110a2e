"""The cards of trained weights name the very files that are shipped."""

import hashlib
from pathlib import Path

import pytest

import onrecord

ROOT = Path(onrecord.__file__).parent / "models" / "weights"
CARDS = Path(__file__).parents[2] / "docs" / "models"
SHIPPED = (
    ("flat-lines.npz", "flat-lines.md"),
    ("html-lines.npz", "html-lines.md"),
    ("reuse-pairs.npz", "reuse.md"),
    ("reuse-kinds.json", "reuse.md"),
)


@pytest.mark.parametrize(("weights", "card"), SHIPPED)
def test_the_card_names_the_weights(weights: str, card: str) -> None:
    digest = hashlib.sha256((ROOT / weights).read_bytes()).hexdigest()
    assert digest in (CARDS / card).read_text(encoding="utf-8")
