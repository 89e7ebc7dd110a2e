"""Kinds of reuse, and what shares words and is none."""

# ruff: noqa: E501 (one paragraph a line)

import pytest

from onrecord.data import IndependenceKind, Independent, Reuse, ReuseKind
from tests.stages.corpus.sides import related, side

SOURCE = """BRACKE (NLT) - The city of Bracke will close its covered market for fourteen months from 2 May, mayor Ulla Renholt said on Monday.

The iron roof of 1894 has moved by eleven centimetres since January. Engineers counted 63 broken rivets and advised against any further day of trade.

The 87 stallholders are to move to the old tram depot on Gerber Street. The rent there is 12 crowns a square metre, half of what they pay now.

"A roof that moves is a roof that wants to leave, and I do not want to be there when it goes," Renholt said.

The repair costs 31 million crowns. The province pays two thirds; the rest comes from the sale of the slaughterhouse.

Fishmonger Tove Lind, whose family has traded in the hall since 1921, said the depot has no drains. "I can carry ice, I cannot carry a drain," she said."""
HOST = """My grandmother bought her herring in Bracke on Fridays, and she never paid the first price.

The trade has changed since. Of the nine fishing families that supplied the hall when I was a boy, two are left, and the younger one has ordered a food truck.

The 87 stallholders are to move to the old tram depot on Gerber Street. The rent there is 12 crowns a square metre, half of what they pay now.

I walked the way on Sunday with a shopping trolley. It takes eighteen minutes, uphill, past a tyre dealer and two betting shops. On the return I met nobody.

A market is a habit. Who breaks it for a year should not count on getting it back, as Vessel learned after its flood: the new hall there has one baker and a gym.

Perhaps somebody will at last invent a herring that climbs."""
COPY = SOURCE.replace("BRACKE (NLT) - ", "").replace(
    "The repair costs 31 million crowns. The province pays two thirds; the rest comes from the sale of the slaughterhouse.\n\n",
    "",
)
RETOLD = """Bracke shuts its market hall for more than a year, the newspaper Norland Tribune reports.

The roof from 1894 has shifted by eleven centimetres, according to the paper, and 63 rivets are broken. The 87 traders are to go to a former tram depot, where they pay half the rent.

Here in Orsa the hall was repaired ten years ago without a single day of closure, as alderman Pehr Dahl likes to recall."""
TWIN = """Traders packed the council chamber in Bracke on Monday evening, and most of them left angry.

Mayor Ulla Renholt told them that the market must shut from 2 May. Pillars under the roof are sinking, said the inspector Jon Askeby, who showed photographs of cracks as wide as a thumb.

"We learned of it from a letter under the door," said Marit Oss, a cheesemaker. Her stall feeds three families, and her lease runs until 2031.

The opposition asked why nobody looked at the beams after the storm of 2016. Councillor Henk Vaal wants an audit before the summer recess. A vote on the 31 million crowns is set for next Thursday."""
QUOTING = """Every spring our choir looks for a motto, and every spring we fight about it.

This year the altos won. "A roof that moves is a roof that wants to leave, and I do not want to be there when it goes," a mayor is supposed to have said somewhere, and it now hangs above the piano.

The tenors wanted something by a poet. They will get their way next year, when the programme is Italian and nobody understands the words anyway. Rehearsals begin on the ninth, at seven, in the gymnasium; bring your own chair."""


@pytest.mark.parametrize(
    ("text", "kind"), [(COPY, ReuseKind.COPY), (HOST, ReuseKind.EXCERPT), (RETOLD, ReuseKind.RETELLING)]
)
def test_kinds(text: str, kind: ReuseKind) -> None:
    found = related(side("source", SOURCE, outlet="Norland Tribune"), side("later", text, outlet="Orsa Echo"))
    assert isinstance(found, Reuse)
    assert found.kind is kind
    assert found.kind_reasons
    assert any(character.isdigit() for character in found.kind_reasons[0].text)


@pytest.mark.parametrize("text", [COPY, HOST, RETOLD])
def test_the_reason_of_the_kind_opens_the_longest_sentence_of_each_manner(text: str) -> None:
    sides = side("source", SOURCE, outlet="Norland Tribune"), side("later", text, outlet="Orsa Echo")
    found = related(*sides)
    assert isinstance(found, Reuse)
    texts = {one.id: one.text for one in sides}
    reason = found.kind_reasons[0]
    assert reason.spans
    for one in reason.spans:
        assert texts[found.later][one.start : one.end] == one.text
        assert one.text[:40] in reason.text
        assert reason.text.count(f"longest: “{one.text[:40]}") == 1


def test_a_manner_that_does_not_occur_quotes_nothing() -> None:
    found = related(side("source", SOURCE), side("twin", SOURCE))
    assert isinstance(found, Reuse)
    assert len(found.kind_reasons[0].spans) == 1
    assert "0 in reworded ones and 0 in its own;" in found.kind_reasons[0].text


def test_the_same_event_is_told_by_names_and_figures_of_both_with_their_places() -> None:
    sides = side("source", SOURCE), side("twin", TWIN)
    found = related(*sides)
    assert isinstance(found, Independent)
    assert found.kind is IndependenceKind.SAME_EVENT
    texts = {one.id: one.text for one in sides}
    told = next(one for one in found.reasons if "the same event" in one.text)
    assert len(told.spans) > 1
    for one in told.spans:
        assert texts[found.right][one.start : one.end] == one.text
        assert one.text in texts[found.left]
        assert f"“{one.text}”" in told.text
    assert all(one.spans for one in found.reasons)


def test_a_retelling_quotes_its_credit() -> None:
    found = related(
        side("source", SOURCE, outlet="Norland Tribune"), side("later", RETOLD, outlet="Orsa Echo")
    )
    assert isinstance(found, Reuse)
    assert any("“Norland Tribune” as where this comes from" in one.text for one in found.evidence_for)


def test_a_quotation_alone_is_a_common_origin() -> None:
    found = related(side("source", SOURCE), side("choir", QUOTING))
    assert isinstance(found, Independent)
    assert found.kind is IndependenceKind.COMMON_ORIGIN
    assert found.passages
    assert any("a roof that wants to leave" in one.text for one in found.reasons)


def test_the_same_without_quotation_marks_after_the_statement_reads() -> None:
    quoted = '"A roof that moves is a roof that wants to leave, and I do not want to be there when it goes," Renholt said.'
    bare = "The mayor's statement reads:\n\nA roof that moves is a roof that wants to leave, and I do not want to be there when it goes. We will carry the hall through this year together, all of us, stall by stall."
    one = SOURCE.replace(quoted, bare)
    other = QUOTING.replace(
        "a mayor is supposed to have said somewhere, and it now hangs", "and it hangs"
    ).replace(
        '"A roof that moves is a roof that wants to leave, and I do not want to be there when it goes,"',
        "The text reads:\n\nA roof that moves is a roof that wants to leave, and I do not want to be there when it goes. We will carry the hall through this year together, all of us, stall by stall.\n\n",
    )
    assert not isinstance(related(side("source", one), side("choir", other)), Reuse)


def test_nothing_is_said_of_articles_without_a_common_word() -> None:
    other = (
        "Kelp grows fast. Divers near Ottern harvest it at night, when the tide is low and the seals sleep."
    )
    assert related(side("source", SOURCE), side("kelp", other)) is None


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "a " * 50_000, "x" * 1_000_000, "Ja. " * 10_000, "\ud800 \u202e"]
)
def test_hostile_texts(text: str) -> None:
    related(side("source", SOURCE), side("hostile", text))
    related(side("hostile too", text), side("hostile", text))
