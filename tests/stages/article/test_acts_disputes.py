"""Acts in disputes of other kinds than war: labour, trade, water, fishing, budgets, courts, companies."""

from dataclasses import dataclass

import pytest

from onrecord.data import Act, Language, PositionMention, Reason
from onrecord.models.english import parse
from onrecord.stages.article.acts import ActEvidence, find_acts
from tests import make

ENGLISH = Language("en", 1.0, Reason("test"))


def acts(text: str) -> tuple[PositionMention, ...]:
    """Acts of a text under a title that says nothing."""
    made = make.article("Headline of no matter.\n" + text)
    return find_acts(made, ENGLISH, parse(made.text, [0, 23]), ActEvidence((), (), (), ()))


@dataclass(frozen=True)
class Case:
    text: str
    act: Act
    actor: str
    issue: str
    condition: str | None = None
    concept: str = ""


CASES = [
    Case(
        "The Teachers' Union said its members would strike from 12 September unless the ministry raised pay.",
        Act.THREATEN,
        "Teachers' Union",
        "strike from 12 September",
        "the ministry raised pay",
        "strike action",
    ),
    Case(
        "The Dockers' Union threatened to stop work at all ports unless the government withdraws the bill.",
        Act.THREATEN,
        "Dockers' Union",
        "stop work at all ports",
        "the government withdraws the bill",
        "strike action",
    ),
    Case(
        "Aldermann said it would close the plant in Horn unless workers accepted a pay cut.",
        Act.THREATEN,
        "Aldermann",
        "close the plant",
        "workers accepted a pay cut",
    ),
    Case(
        "Torland will halt milk imports if Belmark does not lift its duty on cheese, Nils Fane said.",
        Act.THREATEN,
        "Torland",
        "halt milk imports",
        "Belmark does not lift its duty",
        "trade",
    ),
    Case(
        "Belmark would take the fishing dispute to court if Torland did not lift its quota, Ada Moll said.",
        Act.THREATEN,
        "Belmark",
        "take the fishing dispute to court",
        "Torland did not lift its quota",
        "fisheries",
    ),
    Case(
        '"We want a second nurse on every night shift," Mara Lind said.',
        Act.DEMAND,
        "Lind",
        "a second nurse",
        concept="labour",
    ),
    Case(
        '"The company must reinstate the twelve dismissed workers by Friday," Olav Brun said.',
        Act.DEMAND,
        "Brun",
        "must reinstate",
        concept="labour",
    ),
    Case(
        "The works council wants the board to scrap the plan for job cuts.",
        Act.DEMAND,
        "council",
        "the board to scrap the plan",
        concept="labour",
    ),
    Case(
        "The Nurses' Union is prepared to suspend the strike if the board withdraws the new roster.",
        Act.READINESS,
        "Nurses' Union",
        "to suspend the strike",
        "the board withdraws the new roster",
        "strike action",
    ),
    Case(
        "The pilots' association called off the strike planned for Sunday.",
        Act.CONCEDE,
        "association",
        "the strike planned for Sunday",
        concept="strike action",
    ),
    Case(
        "The ministry suspended the ban on herring fishing.",
        Act.CONCEDE,
        "ministry",
        "the ban on herring fishing",
        concept="fisheries",
    ),
    Case(
        "Minister Lena Holt said that there is no such plan.",
        Act.DENY,
        "Holt",
        "no such plan",
        concept="proposal",
    ),
    Case(
        "Lena Holt said on Monday that no gas deal was on the table.",
        Act.DENY,
        "Holt",
        "no gas deal",
        concept="energy",
    ),
    Case(
        "Farm minister Jan Ruud accused Belmark of falsifying its catch data.",
        Act.ACCUSE,
        "Ruud",
        "falsifying its catch data",
        concept="allegations",
    ),
    Case(
        "Olga Renn said that no gate would be lifted before the reservoir was full.",
        Act.PRECONDITION,
        "Renn",
        "no gate would be lifted",
        "the reservoir was full",
        "water",
    ),
    Case(
        "Karsk Energy rejected the regulator's demand to cut electricity prices.",
        Act.REJECT,
        "Karsk Energy",
        "demand to cut electricity prices",
        concept="energy",
    ),
    Case(
        "The alliance said it would not vote for the budget unless the diesel tax was dropped.",
        Act.REJECT,
        "alliance",
        "vote for the budget",
        "the diesel tax was dropped",
        "economy",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:40])
def test_one_sentence(case: Case) -> None:
    found = [m for m in acts(case.text) if m.act in (case.act, _near(case.act))]
    assert found, acts(case.text)
    mention = found[0]
    assert case.actor in mention.actor.text
    assert case.issue in mention.issue.text
    told = mention.condition.span.text if mention.condition else None
    assert told == case.condition or (case.condition is not None and case.condition in (told or ""))
    assert not case.concept or case.concept in mention.concepts


def _near(act: Act) -> Act:
    """Readiness on terms is an offer."""
    return Act.OFFER if act is Act.READINESS else act


@pytest.mark.parametrize(
    "text",
    [
        "The train will stop at all stations unless passengers ask the driver.",
        "The river will rise from Friday unless the rain stops, the weather service warned.",
        "The new bridge will close at night from Monday until the work is done.",
        "There is no school on Monday.",
        "There is no evidence that the data were changed, the study says.",
        '"We want to thank the nurses," the minister said.',
        "Sales would fall if the tariff rose, a trader said.",
        "The airline said it would talk of the pay of pilots who refuse overtime.",
        "The minister was glad to see the wages rise.",
        "The council is likely to approve the budget.",
        "The inquest was told in which court the evidence was given by owners of the mine.",
        "Torland wants the powers to be prepared to cut its exports.",
    ],
)
def test_no_position(text: str) -> None:
    found = acts(text)
    assert not [m for m in found if m.act not in (Act.DEMAND,)], found


def test_a_group_is_bound_to_the_union_that_speaks_for_it() -> None:
    found = acts(
        "The Dockers' Union said dockers would walk out on Friday unless the port scrapped job cuts."
    )
    assert [m.actor.text for m in found] == ["The Dockers' Union"]
