"""The English tagger on made-up and hostile texts: offsets in range, the same result in any company."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.models.tagger import Reading, Tagger, english_tagger
from onrecord.models.tagger.read import PART, parts

TEXT = (
    "Bridge plan wins\n\n“We will build it,” said Orla Finch, the mayor of Tidewick. “It is time.”\n\n"
    "She added that the bridge would open in May. According to two officials, the cost has doubled."
)
CLAUSE = "the minister had told him that the bridge was unsafe"


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return english_tagger()


def words_of(text: str, ranges: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in ranges]


def ranges_of(found: tuple[Reading, ...]) -> Iterator[tuple[int, int]]:
    for item in found:
        yield from (*item.source, *item.cue, *item.content)


def test_a_small_article(tagger: Tagger) -> None:
    found = tagger.read(TEXT)
    assert [words_of(TEXT, item.cue) for item in found] == [["said"], ["added"], ["According to"]]
    assert words_of(TEXT, found[0].source)[0].startswith("Orla Finch")
    assert len(found[0].content) == 2
    assert words_of(TEXT, found[1].source) == ["She"]
    assert words_of(TEXT, found[2].source) == ["two officials"]
    assert all(0 <= item.confidence <= 1 for item in found)


def test_a_clause_cut_out_of_a_content(tagger: Tagger) -> None:
    (found,) = tagger.read(CLAUSE, whole=False)
    assert words_of(CLAUSE, found.source) == ["the minister"]
    assert "told" in words_of(CLAUSE, found.cue)[0]
    assert words_of(CLAUSE, found.content)[0].endswith("the bridge was unsafe")


def test_marks_of_any_style_are_read(tagger: Tagger) -> None:
    for opening, closing in ("“”", '""', ("''", "''"), ("``", "''"), "«»", "„“", "‘’"):
        text = f"Prices fell.\n\n{opening}We will build it,{closing} said Orla Finch, the mayor."
        (found,) = tagger.read(text)
        assert "We will build it" in words_of(text, found.content)[0]
        assert words_of(text, found.cue) == ["said"]


def test_the_same_in_any_order_and_company(tagger: Tagger) -> None:
    texts = [TEXT, CLAUSE, "", "Nobody said anything new about it, he said.", TEXT[20:]]
    alone = [Tagger.read(tagger, text) for text in texts]
    assert [tagger.read(text) for text in reversed(texts)] == alone[::-1]


def test_the_same_in_another_process(tagger: Tagger) -> None:
    code = (
        "import sys; from onrecord.models.tagger import english_tagger;"
        "sys.stdout.write(repr(english_tagger().read(sys.argv[1])))"
    )
    told = subprocess.run([sys.executable, "-c", code, TEXT], capture_output=True, check=True)
    assert told.stdout.decode() == repr(tagger.read(TEXT))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "\x00",
        "\ud800 said it",
        "a" * 200_000,
        "“" * 5_000,
        "‘a " * 5_000,
        "x said y. " * 3_000,
        "\u202e“he said\u202c",
        "said\n" * 4_000,
        "\u4e00" * 3_000,
    ],
)
def test_any_text(tagger: Tagger, text: str) -> None:
    for start, end in ranges_of(tagger.read(text)):
        assert 0 <= start < end <= len(text)


@settings(deadline=None, max_examples=60)
@given(st.text() | st.lists(st.sampled_from(["said", "“", "”", "'", "\n", "He", "that", ","])).map(" ".join))
def test_never_raises(text: str) -> None:
    for start, end in ranges_of(english_tagger().read(text)):
        assert 0 <= start < end <= len(text)


def test_a_long_text_is_read_in_parts(tagger: Tagger) -> None:
    filler = "The rain went on all day in the valley.\n" * 2_600
    assert len(filler) > PART
    text = filler + TEXT
    last = tagger.read(text)[-3:]
    assert [words_of(text, item.cue) for item in last] == [["said"], ["added"], ["According to"]]


@settings(max_examples=30)
@given(st.integers(0, 3), st.sampled_from(["a", "a ", "ab\n", "\n"]))
def test_parts_cover_a_text(size: int, unit: str) -> None:
    text = unit * (size * PART // 2 + 7)
    found = list(parts(text))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(0 < end - start <= PART for start, end in found)


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot read this tagger"):
        Tagger(tmp_path)
    for name in ("tagger.onnx", "tokenizer.json", "calibration.json", "linker.npz"):
        (tmp_path / name).write_bytes(b"broken")
    with pytest.raises(InputError, match="cannot read this tagger"):
        Tagger(tmp_path)
