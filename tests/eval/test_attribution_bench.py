"""Texts for the bench of attribution, and digests that tell different findings apart."""

from pathlib import Path

from eval.bench.attribution_memory import digest
from eval.bench.attribution_texts import WORDS, cut_text, sample_texts

SENTENCE = "The mayor of Dorrow said on Monday that the bridge would be closed until spring. "


def test_a_text_is_cut_at_the_end_of_a_sentence() -> None:
    text = cut_text(SENTENCE * 100)
    assert WORDS <= len(text.split()) < WORDS + len(SENTENCE.split())
    assert text.endswith("until spring.")


def test_a_short_text_is_left_out() -> None:
    assert cut_text(SENTENCE) == cut_text("") == ""


def test_without_gold_articles_are_made_of_own_passages(tmp_path: Path) -> None:
    texts, origin = sample_texts(tmp_path, 5)
    assert origin == "own passages, joined"
    assert len(set(texts)) == 5
    assert all(WORDS <= len(text.split()) < WORDS + 150 for text in texts)


def test_a_digest_tells_findings_and_their_order() -> None:
    assert digest(["one", "two"], str.upper) == digest(["ONE", "TWO"], str)
    assert digest(["one", "two"], str.upper) != digest(["two", "one"], str.upper)
    assert digest([], str) != digest([""], str)
    assert digest(["\ud800"], str)
