"""Kinds of reuse, and what shares words and is none."""

# ruff: noqa: E501 (one paragraph a line)

import pytest

from eval.made import findings_of
from onrecord.config import ReuseConfig
from onrecord.data import ArticleFindings, IndependenceKind, Independent, Reuse, ReuseKind
from onrecord.stages.corpus.reuse.profile import profile_of
from onrecord.stages.corpus.reuse.relate import relate
from onrecord.stages.corpus.reuse.sided import Sided

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
QUOTING = """Every spring our choir looks for a motto, and every spring we fight about it.

This year the altos won. "A roof that moves is a roof that wants to leave, and I do not want to be there when it goes," a mayor is supposed to have said somewhere, and it now hangs above the piano.

The tenors wanted something by a poet. They will get their way next year, when the programme is Italian and nobody understands the words anyway. Rehearsals begin on the ninth, at seven, in the gymnasium; bring your own chair."""


def side(name: str, text: str, outlet: str | None = None) -> Sided:
    found: ArticleFindings = findings_of(name, "", text, outlet=outlet)
    return Sided(found, profile_of(found))


def related(one: Sided, other: Sided) -> Reuse | Independent | None:
    left, right = sorted((one, other), key=lambda item: item.id)
    return relate(left, right, ReuseConfig())


@pytest.mark.parametrize(
    ("text", "kind"), [(COPY, ReuseKind.COPY), (HOST, ReuseKind.EXCERPT), (RETOLD, ReuseKind.RETELLING)]
)
def test_kinds(text: str, kind: ReuseKind) -> None:
    found = related(side("source", SOURCE, "Norland Tribune"), side("later", text, "Orsa Echo"))
    assert isinstance(found, Reuse)
    assert found.kind is kind
    assert found.kind_reasons
    assert any(character.isdigit() for character in found.kind_reasons[0].text)


def test_a_retelling_quotes_its_credit() -> None:
    found = related(side("source", SOURCE, "Norland Tribune"), side("later", RETOLD, "Orsa Echo"))
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
