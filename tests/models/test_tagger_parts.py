"""Parts of the tagger: quotation marks, words and windows, decoding against all paths, relations."""

from importlib.resources import files
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.models.tagger.links import REACH, gelu, link, relations
from onrecord.models.tagger.paths import (
    CONTENT,
    CUE,
    LONGEST,
    SOURCE,
    Marked,
    decode,
    find_spans,
    runs_of,
    spans_of,
)
from onrecord.models.tagger.quotes import CLOSES, INSIDE, OPENS, OUTSIDE, quotation
from onrecord.models.tagger.sources import span_chances, with_sources
from onrecord.models.tagger.words import WORD, Lexicon, feed, split_words, windows

TEXT = "Bridge plan wins\n\n“We will build it,” said Orla Finch. She added that it was late."
SHOWN = {OUTSIDE: "_", INSIDE: ".", OPENS: "<", CLOSES: ">"}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    place = files("onrecord") / "models" / "weights" / "tagger-en" / "tokenizer.json"
    tokenizer = Tokenizer.from_str(place.read_text(encoding="utf-8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Lexicon(tokenizer)


def shown(line: str) -> str:
    words = [(match.start(), match.group()) for match in WORD.finditer(line)]
    return "".join(SHOWN[kind] for kind in quotation(line, words))


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("“A b,” she said. “C.”", "<...>___<..>"),
        ('"A b," she said. "C."', "<...>___<..>"),
        ("''A b,'' she said", "<<...>>__"),
        ("``A b,'' she said", "<<...>>__"),
        ("«A b», she said", "<..>___"),
        ("»A b«, she said", "<..>___"),
        ("„A b“, she said", "<..>___"),
        ("‘We won’t go,’ she said", "<......>__"),
        ("'We won't go,' she said", "<......>__"),
        ("the officials’ plan and the players’ bus", "_________"),
        ("rock 'n' roll in the '90s", "_________"),
        ("“He said ‘no’ twice”", "<......>"),
        ("nothing here", "__"),
    ],
)
def test_marks_of_any_style(line: str, wanted: str) -> None:
    assert shown(line) == wanted


@given(st.text(alphabet="a '’‘“”«»„`\".,s", max_size=60))
def test_every_word_has_one_number(line: str) -> None:
    assert len(shown(line)) == len(WORD.findall(line))


def test_words_carry_their_own_text(lexicon: Lexicon) -> None:
    words = split_words(TEXT, lexicon)
    told = [TEXT[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    assert told[:4] == ["Bridge", "plan", "wins", "“"]
    assert [told[first] for first, _ in words.paragraphs] == ["Bridge", "“"]
    assert words.place[:4] == (2, 1, 1, 2)
    assert split_words(TEXT, lexicon, whole=False).place[:4] == (2, 0, 0, 2)
    assert split_words("One line only.", lexicon).place == (2, 0, 0, 0)
    assert split_words(TEXT, lexicon).pieces == words.pieces


def test_windows_cover_every_word_once(lexicon: Lexicon) -> None:
    for text in (TEXT, "word " * 3_000, "a\n" * 700, TEXT + "\n" + "long " * 900 + "\n" + TEXT):
        words = split_words(text, lexicon)
        for room in (None, 20):
            found = windows(words, 64, room)
            assert found[0][0] == 0 and found[-1][1] == len(words.starts)
            assert all(one[1] == other[0] for one, other in pairwise(found))
            assert all(feed(words, one, other)[0].shape[1] <= 64 for one, other in found)


def test_what_the_network_is_fed(lexicon: Lexicon) -> None:
    words = split_words(TEXT, lexicon)
    fed, heads = feed(words, 0, len(words.starts), lead=7)
    assert fed[0, 0] == 7 and fed[0, -1] == 102 and (fed[0] == 102).sum() == 2
    assert [int(fed[0, place]) for place in heads] == [own[0] for own in words.pieces]
    assert [int(fed[1, place]) for place in heads] == list(words.case)


def all_paths(scores: np.ndarray, move: np.ndarray) -> dict[tuple[int, ...], float]:
    tags = scores.shape[1]
    return {
        path: float(
            move[tags, path[0]]
            + move[path[-1], tags]
            + sum(scores[n, tag] for n, tag in enumerate(path))
            + sum(move[one, other] for one, other in pairwise(path))
        )
        for path in product(range(tags), repeat=len(scores))
    }


def test_decoding_agrees_with_all_paths() -> None:
    rng = np.random.default_rng(2)
    for words in (1, 2, 4):
        move = rng.normal(size=(6, 6)).astype(np.float32)
        scores = (3 * rng.normal(size=(words, 5))).astype(np.float32)
        chain = decode([(0, words)], scores, move)
        paths = all_paths(scores, move)
        assert tuple(chain.tags.tolist()) == max(paths, key=lambda path: paths[path])
        top = np.logaddexp.reduce(list(paths.values()))
        assert np.allclose(chain.total, top, atol=1e-4)
        for word in range(words):
            same = [value for path, value in paths.items() if path[word] == chain.tags[word]]
            assert abs(chain.sure(word) - np.exp(np.logaddexp.reduce(same) - top)) < 1e-4


def test_span_chances_agree_with_all_paths() -> None:
    rng = np.random.default_rng(6)
    move = rng.normal(size=(14, 14)).astype(np.float32)
    scores = rng.normal(size=(4, 13)).astype(np.float32)
    chain = decode([(0, 4)], scores, move)
    paths = all_paths(scores, move)
    top = np.logaddexp.reduce(list(paths.values()))
    begin, inside, end = 1, 2, 3  # of a source
    for first, last in ((0, 1), (0, 3), (1, 3)):
        wanted = (begin, *[inside] * (last - first - 1), end)
        same = [value for path, value in paths.items() if path[first : last + 1] == wanted]
        (told,) = span_chances(chain, first, np.array([last]), SOURCE)
        assert abs(told - np.exp(np.logaddexp.reduce(same) - top)) < 1e-5


def test_a_source_that_the_best_path_leaves_out() -> None:
    single, cue_single = 4, 8
    scores = np.full((3, 13), -9.0, np.float32)
    scores[:, 0] = 0.0
    scores[0, single] = -0.4  # 40 in 100
    scores[1, single] = -4.0
    scores[2, cue_single] = 5.0
    chain = decode([(0, 3)], scores, np.zeros((14, 14), np.float32))
    assert [span.role for span in spans_of(chain)] == [CUE]
    found = with_sources(spans_of(chain), chain)
    assert [(span.role, span.first, span.last) for span in found] == [(SOURCE, 0, 0), (CUE, 2, 2)]
    assert 0.35 < found[0].sure < 0.45


def test_runs_do_not_touch_each_other() -> None:
    rng = np.random.default_rng(3)
    place = files("onrecord") / "models" / "weights" / "tagger-en" / "linker.npz"
    with place.open("rb") as stream, np.load(stream) as stored:
        move = stored["move"]
    scores = (4 * rng.normal(size=(1_700, 13))).astype(np.float32)
    paragraphs = [(0, 100), (100, 130), (130, 131), (131, 300), (300, 1_700)]
    assert max(last - first for first, last in runs_of(paragraphs)) == LONGEST
    together = find_spans(paragraphs, scores, move)
    alone = [
        Marked(span.role, span.first + first, span.last + first, span.sure)
        for first, last in paragraphs
        for span in find_spans([(0, last - first)], scores[first:last], move)
    ]
    assert [(s.role, s.first, s.last) for s in alone] == [(s.role, s.first, s.last) for s in together]
    assert np.allclose([s.sure for s in alone], [s.sure for s in together], atol=1e-4)


def test_relations_tell_before_from_after() -> None:
    cue = Marked(CUE, 10, 10, 1.0)
    spans = [Marked(CONTENT, 2, 9, 1.0), Marked(CONTENT, 11, 20, 1.0)]
    distance, between, apart = relations(spans, [cue], [cue], np.zeros(30, np.int64))
    assert distance[:, 0].tolist() == [0, 12]
    assert between[:, 0].tolist() == [4, 4]
    assert apart[:, 0].tolist() == [3, 3]


def test_no_link_reaches_too_far_and_memory_stays_bounded() -> None:
    rng = np.random.default_rng(4)
    spans = []
    for start in range(0, 9_000, 3):
        spans += [Marked(role, start + role, start + role, 1.0) for role in (SOURCE, CUE, CONTENT)]
    states = rng.normal(size=(9_000, 8)).astype(np.float32)
    weights = {}
    for role in (0, 1):
        for name, shape in (("span", (6, 24)), ("cue", (6, 24)), ("none", (1, 6))):
            weights[f"{name}.{role}.weight"] = rng.normal(size=shape).astype(np.float32)
            weights[f"{name}.{role}.bias"] = np.zeros(shape[0], np.float32)
        weights[f"pair.{role}"] = np.eye(6, dtype=np.float32)
        for name, size in (("distance", 24), ("between", 9), ("apart", 7)):
            weights[f"{name}.{role}.weight"] = np.zeros((size, 1), np.float32)
    paragraph = np.arange(9_000) // 30
    found = link(spans, states, paragraph, weights)
    assert found
    for item in found:
        for other in (*item.contents, *([item.source] if item.source else [])):
            assert abs(int(paragraph[other.first]) - int(paragraph[item.cue.first])) <= REACH


def test_gelu() -> None:
    assert np.allclose(gelu(np.array([-1.0, 0.0, 2.0], np.float32)), [-0.158655, 0.0, 1.954500], atol=1e-5)
