"""Positions: bound, dated, gathered within an article, over copies and between independent reports."""

from dataclasses import replace

import pytest

from onrecord.data import (
    Act,
    Actor,
    ActorLink,
    ArticleFindings,
    Chain,
    Condition,
    Hop,
    HopKind,
    MentionKind,
    Passage,
    PassageKind,
    Position,
    PositionMention,
    PublicationDate,
    Reason,
    RecordStatus,
    Reuse,
    ReuseKind,
    TimeExpression,
    TimeKind,
)
from onrecord.ids import make_id
from onrecord.stages.corpus.positions import find_positions
from onrecord.stages.corpus.positions.plover import PLOVER
from tests import make

VESTA, KELLAN = "ac-vesta", "ac-kellan"
ACTORS = [
    Actor(VESTA, "Vesta", MentionKind.STATE, ("Vesta",), (), "test", VESTA),
    Actor(KELLAN, "Ivo Kellan", MentionKind.PERSON, ("Kellan",), ("president",), "test", VESTA),
]


def report(text: str, day: str | None, *mentions: PositionMention) -> ArticleFindings:
    found = make.findings(make.article(text))
    published = PublicationDate(day, day, day, Reason(f"“{day}”"))
    return replace(found, published=published, position_mentions=mentions)


def said(
    text: str,
    issue: str,
    concepts: tuple[str, ...],
    condition: str | None = None,
    act: Act = Act.OFFER,
    actor: str = "Kellan",
    attribution: str | None = None,
    time: str | None = None,
) -> PositionMention:
    made = make.article(text)
    span = make.words(text, issue)
    term = make.words(text, condition) if condition else None
    return PositionMention(
        id=make_id("pm", [made.id, act.value, span.start]),
        article_id=made.id,
        actor=make.words(text, actor),
        act=act,
        act_span=make.words(text, "ready"),
        issue=span,
        concepts=concepts,
        reason=Reason(f"“{actor}” and “{issue}”"),
        attribution_id=attribution,
        condition=Condition(term, term, span, Reason(f"“{condition}”")) if term else None,
        time=make.words(text, time) if time else None,
    )


def links(*articles: ArticleFindings) -> list[ActorLink]:
    return [
        ActorLink(
            KELLAN if mention.actor.text == "Kellan" else VESTA, found.article.id, mention.actor, "test"
        )
        for found in articles
        for mention in found.position_mentions
    ]


def positions(*articles: ArticleFindings, reuses: tuple[Reuse, ...] = ()) -> tuple[Position, ...]:
    return find_positions(articles, [], links(*articles), [], reuses, ACTORS)


ONE = "A title.\nKellan is ready for a truce if Lorn keeps the border."
TWO = "Another title.\nKellan is ready for a truce if Lorn keeps the border, it was heard in spring 2024."
THREE = "Third title.\nKellan is ready for peace in the present front line."


def test_a_persons_position_binds_the_state_and_keeps_the_person_as_speaker() -> None:
    (found,) = positions(
        report(ONE, "2024-05-01", said(ONE, "for a truce", ("ceasefire",), "Lorn keeps the border"))
    )
    assert (found.actor_id, found.speaker_id, found.speaker) == (VESTA, KELLAN, "Ivo Kellan")
    assert (found.condition, found.when, found.status) == (
        "Lorn keeps the border", "2024-05-01", RecordStatus.UNSTATED,
    )  # fmt: skip
    assert found.plover == "AGREE"
    assert "Kellan" in found.reason
    assert "for a truce" in found.reason


def test_without_a_link_nobody_holds_it() -> None:
    found = report(ONE, "2024-05-01", said(ONE, "for a truce", ("ceasefire",)))
    assert find_positions([found], [], [], [], [], ACTORS) == ()


def test_a_time_in_the_text_goes_before_publication() -> None:
    mention = said(TWO, "for a truce", ("ceasefire",), time="spring 2024")
    found = report(TWO, "2025-01-01", mention)
    assert mention.time is not None
    time = TimeExpression(mention.time, TimeKind.DATE, "2024-21", "2024-SP", False, False, Reason("test"))
    (position,) = positions(replace(found, times=(time,)))
    assert position.when == "2024-21"
    assert "spring 2024" in position.reason


def test_said_repeatedly_is_said_at_no_one_time() -> None:
    text = "A title.\nKellan has repeatedly said that he is ready for a truce."
    (position,) = positions(report(text, "2024-05-01", said(text, "for a truce", ("ceasefire",))))
    assert position.when is None


def test_independent_reports_of_one_occasion_meet_and_distant_ones_do_not() -> None:
    first = report(ONE, "2024-05-01", said(ONE, "for a truce", ("ceasefire",)))
    same = report(TWO, "2024-05-02", said(TWO, "for a truce", ("ceasefire",)))
    later = report(TWO, "2024-09-02", said(TWO, "for a truce", ("ceasefire",)))
    (met,) = positions(first, same)
    assert len(met.articles) == 2
    apart = positions(first, later)
    assert sorted(len(p.articles) for p in apart) == [1, 1, 2]  # two positions, and the stance of both


def test_stance_gathers_terms_that_are_worded_apart() -> None:
    first = report(ONE, "2024-05-01", said(ONE, "for a truce", ("ceasefire",), "Lorn keeps the border"))
    other = report(THREE, "2023-12-01", said(THREE, "for peace", ("peace",), "the present front line"))
    found = positions(first, other)
    stance = max(found, key=lambda p: len(p.articles))
    assert len(found) == 3
    assert set(stance.articles) == {first.article.id, other.article.id}
    assert stance.reason.startswith("gathers 2 positions on ending the war, territory")
    assert stance.gathers == tuple(sorted(p.id for p in found if p is not stance))
    assert not any(p.gathers for p in found if p is not stance)


def reuse(earlier: ArticleFindings, later: ArticleFindings, earlier_words: str, later_words: str) -> Reuse:
    passage = Passage(
        PassageKind.REWORDED,
        make.words(earlier.article.text, earlier_words),
        make.words(later.article.text, later_words),
        0.8,
    )
    return Reuse(
        "re-1", earlier.article.id, later.article.id, ReuseKind.REWRITE, 0.9, 0.9, True, 0.9,
        (), (), (), (passage,),
    )  # fmt: skip


def test_reworded_passage_is_one_position() -> None:
    text = "New title.\nKellan is ready to halt the talks should Pelm ask."
    first = report(
        ONE, "2024-05-01", said(ONE, "for a truce", ("ceasefire", "talks"), "Lorn keeps the border")
    )
    copy = report(text, None, said(text, "to halt the talks", ("talks", "waiting"), "Pelm ask"))
    (position,) = positions(first, copy, reuses=(reuse(first, copy, ONE[9:], text[11:]),))
    assert len(position.articles) == 2


def test_status_is_that_of_the_chain_and_of_the_sources_behind_an_outlet() -> None:
    mention = said(ONE, "for a truce", ("ceasefire",))
    found = report(ONE, "2024-05-01", mention)
    outlet = Hop(HopKind.CITED_OUTLET, "Meridian", RecordStatus.UNSTATED, None, None, "test")
    source = Hop(HopKind.SOURCE, "three officials", RecordStatus.BACKGROUND, None, None, "test")
    frame = Chain("ch-1", found.article.id, None, (outlet, source), RecordStatus.BACKGROUND, "test")
    (position,) = find_positions([found], [], links(found), [frame], [], ACTORS)
    assert (position.status, position.speaker) == (RecordStatus.BACKGROUND, "three officials")


def test_order_of_arrival_is_no_matter() -> None:
    first = report(ONE, "2024-05-01", said(ONE, "for a truce", ("ceasefire",), "Lorn keeps the border"))
    other = report(THREE, "2023-12-01", said(THREE, "for peace", ("peace",), "the present front line"))
    third = report(TWO, "2024-05-02", said(TWO, "for a truce", ("ceasefire",)))
    assert positions(first, other, third) == positions(third, first, other)


@pytest.mark.parametrize("act", list(Act))
def test_every_act_has_a_plover_type(act: Act) -> None:
    assert PLOVER[act].isupper()


def test_a_copy_of_a_copy_is_the_same_position() -> None:
    line = [
        report(ONE, "2024-05-01", said(ONE, "for a truce", ("ceasefire",), "Lorn keeps the border")),
        report(TWO, "2024-05-20", said(TWO, "for a truce", ("ceasefire",), "Lorn keeps the border")),
        report(THREE, "2024-06-20", said(THREE, "for peace", ("peace",), "the present front line")),
    ]
    third = replace(line[2], position_mentions=(replace(line[2].position_mentions[0], condition=None),))
    one, two = (
        reuse(line[0], line[1], "ready for", "ready for"),
        reuse(line[1], third, "ready for", "ready for"),
    )
    (found,) = positions(line[0], line[1], third, reuses=(one, replace(two, id="re-2")))
    assert len(found.articles) == 3
    assert found.when == "2024-05-01"  # of days of printing the first


def test_terms_that_only_point_back_meet_in_a_copy() -> None:
    first = "A title.\nKellan is ready for peace once them is reached."
    other = "Another title.\nKellan is ready for peace after attaining these goals."
    told = report(first, "2024-05-01", said(first, "for peace", ("goals", "peace"), "them"))
    again = report(other, "2024-05-09", said(other, "for peace", ("goals", "peace"), "attaining these goals"))
    (found,) = positions(told, again, reuses=(reuse(told, again, "A title", "Another title"),))
    assert len(found.articles) == 2


def test_what_a_pointing_word_stands_for_is_shown_in_brackets() -> None:
    text = "A title.\nVesta set out its aims. Kellan is ready for peace after reaching them all."
    mention = said(text, "for peace", ("peace",), "reaching them all")
    mention = replace(mention, pointer=make.words(text, "them"), refers_to=make.words(text, "its aims"))
    (found,) = positions(report(text, "2024-05-01", mention))
    assert found.condition == "reaching them [its aims] all"
    assert found.issue == "for peace"


def test_a_bare_office_in_a_headline_is_its_holder_in_the_text_or_nobody() -> None:
    text = "President ready for a truce\nPresident Kellan spoke of rain."
    found = report(text, "2024-05-01", said(text, "for a truce", ("ceasefire",), actor="President"))
    unnamed = Actor("ac-x", "President", MentionKind.UNNAMED, (), (), "test")
    title = ActorLink("ac-x", found.article.id, make.words(text, "President"), "test")
    body = ActorLink(KELLAN, found.article.id, make.words(text, "President Kellan"), "test")
    (held,) = find_positions([found], [], [title, body], [], (), [*ACTORS, unnamed])
    assert held.actor_id == VESTA
    assert find_positions([found], [], [title], [], (), [*ACTORS, unnamed]) == ()
