"""Alignment: what was copied, reworded, merged, split, moved, added and dropped."""

from onrecord.data import Passage, PassageKind, Reuse
from onrecord.stages.corpus.reuse.passages import bundles
from onrecord.text.align import Link
from tests.stages.corpus.sides import related, side

SOURCE = """The Kessary ferry Halcyon lost power at 6.40 on Tuesday morning with 318 passengers aboard.
Tugs from Orlo towed her back to Pier Seven.
Nobody was hurt.
Harbour master Ines Valdo blamed a cracked fuel line that had been welded in March.
The operator Blue Strait has 14 vessels and carried two million people last year.
Valdo said the ship would stay in port until Friday and that a laboratory in Tern should examine the weld.
Blue Strait offered every passenger a voucher of 40 crowns.
A petition for a second ferry has gathered 9,200 signatures in Kessary."""
REWORKED = """A petition for a second ferry has gathered 9,200 signatures in Kessary.
On Tuesday morning the ferry Halcyon from Kessary lost all power at 6.40, with 318 passengers on board.
Tugs from Orlo took her to Pier Seven, and nobody was hurt.
A cracked fuel line was to blame, harbour master Ines Valdo said.
It had been welded in March.
She said the ship was to stay in port until Friday; a laboratory in Tern is to examine the weld.
Vouchers of 40 crowns were offered to every passenger by Blue Strait.
My aunt was on board and knitted."""


def found(earlier: str, later: str) -> Reuse:
    reuse = related(side("a", earlier), side("b", later))
    assert isinstance(reuse, Reuse)
    return reuse


def with_words(passages: tuple[Passage, ...], words: str) -> list[Passage]:
    texts = (
        (p, f"{p.earlier.text if p.earlier else ''} {p.later.text if p.later else ''}") for p in passages
    )
    return [passage for passage, text in texts if words in text]


def test_a_moved_sentence_is_marked_as_moved() -> None:
    (passage,) = with_words(found(SOURCE, REWORKED).passages, "9,200 signatures")
    assert passage.kind is PassageKind.COPIED
    assert passage.moved


def test_what_keeps_its_place_is_not_moved() -> None:
    passages = found(SOURCE, REWORKED).passages
    assert not any(passage.moved for passage in with_words(passages, "Halcyon"))


def test_added_and_dropped() -> None:
    one = found(SOURCE, REWORKED)
    kinds = {passage.kind for passage in with_words(one.passages, "My aunt")}
    kinds |= {passage.kind for passage in with_words(one.passages, "14 vessels")}
    assert kinds == {PassageKind.ADDED, PassageKind.DROPPED}


def test_spans_carry_their_words() -> None:
    one = found(SOURCE, REWORKED)
    texts = {"a": SOURCE, "b": REWORKED}
    ids = {side(name, text).id: text for name, text in texts.items()}
    for passage in one.passages:
        for span, name in ((passage.earlier, one.earlier), (passage.later, one.later)):
            if span:
                assert ids[name][span.start : span.end] == span.text
    assert 0.0 < one.share < 1.0


def test_merged_split_and_moved_bundles() -> None:
    links = [
        Link(0, 0, 0.9, 20.0),
        Link(1, 1, 0.5, 20.0),
        Link(2, 1, 0.6, 20.0),
        Link(3, 2, 0.5, 20.0),
        Link(3, 3, 0.4, 20.0),
        Link(4, 6, 0.9, 20.0),
        Link(9, 5, 0.3, 9.0),
    ]
    made = [(one.earlier, one.later, one.moved) for one in bundles(links, 7)]
    assert made == [
        ((0,), (0,), False),
        ((1, 2), (1,), False),
        ((3,), (2, 3), False),
        ((9,), (5,), True),
        ((4,), (6,), False),
    ]
