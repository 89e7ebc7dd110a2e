"""Acts in invented news: who is bound, by what act, to which issue, on what terms."""

import re
import time
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import Act, Language, Mention, MentionKind, PositionMention, Reason
from onrecord.models.english import parse
from onrecord.stages.article.acts import ActEvidence, find_acts
from tests import make

ENGLISH = Language("en", 1.0, Reason("test"))
NOTHING = ActEvidence((), (), (), ())


def acts(text: str, evidence: ActEvidence = NOTHING) -> tuple[PositionMention, ...]:
    """Acts of a text without a title line, parsed line by line."""
    made = make.article("Headline of no matter.\n" + text)
    starts = [match.end() for match in re.finditer("\n", made.text)]
    return find_acts(made, ENGLISH, parse(made.text, [0, *starts]), evidence)


@dataclass(frozen=True)
class Case:
    text: str
    actor: str
    act: Act
    issue: str
    condition: str | None = None
    concepts: tuple[str, ...] = ()


CASES = [
    Case("Vesta is ready for talks.", "Vesta", Act.READINESS, "for talks", None, ("talks",)),
    Case(
        "President Ivo Kellan is willing to end the war, provided that Lorn accepts the new border.",
        "Kellan",
        Act.OFFER,
        "to end the war",
        "Lorn accepts the new border",
        ("end of war",),
    ),
    Case(
        "Vesta is open to negotiations, but only if Lorn disarms.",
        "Vesta",
        Act.OFFER,
        "to negotiations",
        "Lorn disarms",
        ("talks",),
    ),
    Case(
        "Kellan said that he is prepared to freeze the war only along the current line.",
        "Kellan",
        Act.OFFER,
        "to freeze the war",
        "the current line",
        ("ceasefire",),
    ),
    Case(
        "Vesta is prepared to keep fighting if Lorn does not answer its proposals.",
        "Vesta",
        Act.THREATEN,
        "to keep fighting",
        "Lorn does not answer its proposals",
    ),
    Case("Vesta threatened to impose sanctions.", "Vesta", Act.THREATEN, "to impose sanctions"),
    Case("Lorn refuses to negotiate with Vesta.", "Lorn", Act.REJECT, "to negotiate with Vesta"),
    Case("Lorn will not accept the loss of territory.", "Lorn", Act.REJECT, "the loss of territory"),
    Case("Lorn does not recognise the court.", "Lorn", Act.REJECT, "the court"),
    Case("The ceasefire was rejected by Lorn.", "Lorn", Act.REJECT, "The ceasefire"),
    Case("Vesta is not ready for talks.", "Vesta", Act.REJECT, "for talks"),
    Case(
        "Mira Dole stated that peace on such terms is impossible.",
        "Mira Dole",
        Act.REJECT,
        "peace on such terms",
    ),
    Case("Lorn demanded the withdrawal of all troops.", "Lorn", Act.DEMAND, "the withdrawal of all troops"),
    Case("Lorn called for a ceasefire.", "Lorn", Act.CALL_FOR, "a ceasefire"),
    Case("Vesta agreed to resume direct talks.", "Vesta", Act.ACCEPT, "to resume direct talks"),
    Case("Vesta has accused Lorn of refusing dialogue.", "Vesta", Act.ACCUSE, "Lorn of refusing dialogue"),
    Case("Vesta denies its involvement in war crimes.", "Vesta", Act.DENY, "its involvement in war crimes"),
    Case(
        "Ana Reyes told reporters that she did not believe Vesta was interested in peace talks.",
        "Ana Reyes",
        Act.DOUBT,
        "Vesta was interested in peace talks",
    ),
    Case(
        "Lorn maintains that peace talks can start only with a complete ceasefire.",
        "Lorn",
        Act.PRECONDITION,
        "peace talks can start only with a complete ceasefire",
        "a complete ceasefire",
        ("ceasefire", "talks"),
    ),
    Case(
        "Mira Dole has stated that Lorn regards the withdrawal of troops as a necessary condition for peace.",
        "Lorn",
        Act.PRECONDITION,
        "the withdrawal of troops as a necessary condition for peace",
        "the withdrawal of troops",
    ),
    Case(
        "Vesta says the fighting would end if Lorn stayed neutral.",
        "Vesta",
        Act.OFFER,
        "the fighting would end",
        "Lorn stayed neutral",
        ("end of war",),
    ),
    Case(
        "Vesta would not lift the blockade before the troops were gone, Mira Dole said.",
        "Vesta",
        Act.PRECONDITION,
        "lift the blockade before the troops were gone",
        "the troops were gone",
        ("blockade", "troops"),
    ),
    Case(
        "Vesta will keep the crossing closed until the last soldier has left the island.",
        "Vesta",
        Act.PRECONDITION,
        "keep the crossing closed until the last soldier has left the island",
        "the last soldier has left the island",
    ),
    Case(
        "Lorn is willing to put the talks with Vesta on hold.",
        "Lorn",
        Act.OFFER,
        "to put the talks with Vesta on hold",
        None,
        ("talks", "waiting"),
    ),
    Case(
        "Vesta denounced the allegations of torture as baseless.",
        "Vesta",
        Act.DENY,
        "the allegations of torture",
    ),
    Case(
        "Lorn denied that it had offered a truce in exchange for the border.",
        "Lorn",
        Act.DENY,
        "that it had offered a truce in exchange for the border",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:40])
def test_one_sentence(case: Case) -> None:
    found = [m for m in acts(case.text) if m.act is case.act]
    assert found, acts(case.text)
    mention = found[0]
    assert case.actor in mention.actor.text
    assert mention.issue.text == case.issue
    assert (mention.condition.span.text if mention.condition else None) == case.condition
    if case.concepts:
        assert mention.concepts == case.concepts


@pytest.mark.parametrize(
    "text",
    [
        "Analysts believe that real negotiations remain unlikely.",
        "One source says there can be no deal unless Vesta gives way.",
        "If Vesta rejects talks, the border will close.",
        "Vesta may accept the ceasefire.",
        "Will Vesta accept the ceasefire?",
        "Vesta declined to comment on the sanctions.",
        "The fighting went on near the border.",
        "The journalist called for a ceasefire.",
        "Lorn is as opposed to Vesta a small country with talks to come.",
        "Kellan rejected attacks from his rivals.",
        "WASHINGTON (XP) - promised talks.",
    ],
)
def test_no_position(text: str) -> None:
    assert acts(text) == ()


def test_act_inside_an_accusation_is_not_a_second_position() -> None:
    (found,) = acts("Vesta accused Lorn of rejecting a ceasefire.")
    assert found.act is Act.ACCUSE


def test_we_is_the_speaker_and_the_condition_of_the_sentence_before_carries_on() -> None:
    text = (
        "Headline of no matter.\n"
        "“If the Lornish side holds that waiting is wise, so be it. "
        "We are prepared to wait,” Kellan said."
    )
    made = make.article(text)
    quote = "If the Lornish side holds that waiting is wise, so be it. We are prepared to wait"
    said = make.attribution(made, "Kellan", "said", quote)
    mention = make.mention(made, "Kellan", MentionKind.PERSON, 0, "Ivo Kellan")
    evidence = ActEvidence((mention,), (said,), (), ())
    (found,) = find_acts(made, ENGLISH, parse(text, [0, 23]), evidence)
    assert (found.actor.text, found.act, found.attribution_id) == ("Kellan", Act.OFFER, said.id)
    assert found.condition is not None
    assert found.condition.span.text == "the Lornish side holds that waiting is wise"


def test_pronoun_is_shown_as_the_name_it_stands_for() -> None:
    text = "Headline of no matter.\nIvo Kellan came home. He is ready for a ceasefire."
    made = make.article(text)
    name = make.mention(made, "Ivo Kellan", MentionKind.PERSON, 0)
    span = make.words(text, "He ", 30)
    he = Mention(
        make.words(text, "He", span.start), make.words(text, "He", span.start), MentionKind.PERSON, 0,
        "Ivo Kellan", Reason("test"), pronoun=True,
    )  # fmt: skip
    (found,) = find_acts(made, ENGLISH, parse(text, [0, 23]), ActEvidence((name, he), (), (), ()))
    assert found.actor.text == "Ivo Kellan"
    assert "here “He”" in found.reason.text


def test_demand_leans_on_the_sentence_before() -> None:
    found = acts(
        "The Lornish authorities noted that talks need trust. "
        "The main condition for this is the withdrawal of Vestan troops."
    )
    (mention,) = [m for m in found if m.act is Act.PRECONDITION and "withdrawal" in m.issue.text]
    assert "authorities" in mention.actor.text
    assert mention.condition is not None
    assert mention.condition.span.text == "the withdrawal of Vestan troops"
    assert "talks" in mention.concepts


def test_other_languages_and_empty_text_give_nothing() -> None:
    made = make.article("Веста готова к переговорам.")
    assert find_acts(made, Language("ru", 1.0, Reason("test")), None, NOTHING) == ()
    assert find_acts(make.article(""), ENGLISH, parse(""), NOTHING) == ()


def test_reasons_quote_the_words_of_this_very_place() -> None:
    for mention in (acts(case.text)[0] for case in CASES[:6]):
        assert mention.actor.text in mention.reason.text
        assert mention.act_span.text in mention.reason.text


def _whole(text: str, mentions: tuple[PositionMention, ...]) -> None:
    for mention in mentions:
        spans = [mention.actor, mention.act_span, mention.issue, *mention.reason.spans]
        spans += [
            s for s in (mention.speaker, mention.time, mention.pointer, mention.refers_to) if s is not None
        ]
        if mention.condition is not None:
            spans += [mention.condition.marker, mention.condition.span, mention.condition.governs]
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.text


PIECES = st.sampled_from(
    "Vesta Kellan is ready to for talks , but only if Lorn will not accept . “ ” \n said that the war must "
    "end unless refuses demand 's we he condition of peace ( ) \x00 \u202e ? 1999".split(" ")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_text_gives_spans_that_carry_their_words(text: str) -> None:
    made = make.article(text)
    _whole(text, find_acts(made, ENGLISH, parse(text), NOTHING))


def test_long_text_takes_time_in_proportion() -> None:
    text = "Vesta is ready for talks if Lorn agrees that the war must end, " * 400
    found = find_acts(make.article(text), ENGLISH, parse(text), NOTHING)
    assert len(found) <= 1200


def test_them_is_shown_as_what_it_stands_for() -> None:
    text = (
        "Mira Dole told reporters that Vesta set out its war aims. "
        "Reaching them remains Vesta's condition for peace."
    )
    (found,) = [m for m in acts(text) if m.act is Act.PRECONDITION]
    assert found.pointer and found.pointer.text == "them"
    assert found.refers_to and found.refers_to.text == "its war aims"
    assert "“them” stands for “its war aims”" in found.reason.text
    assert found.refers_to in found.reason.spans


@pytest.mark.parametrize("unit", ["ready to talk ", "must ", "Vesta will not accept the truce and "])
def test_a_sentence_without_end_is_passed_over_at_once(unit: str) -> None:
    made = make.article(unit * 4000)
    doc = parse(made.text)
    started = time.process_time()
    find_acts(made, ENGLISH, doc, NOTHING)
    assert time.process_time() - started < 2
