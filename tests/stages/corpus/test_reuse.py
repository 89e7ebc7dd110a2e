"""Reuse on invented events: copies, rewrites and independent twins, direction without dates."""

import random
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.made import findings_of
from eval.reuse_events import Told, read_events
from eval.reuse_made import draft_of, text_of
from eval.reuse_made.draft import die_of
from eval.reuse_made.structure import cut
from onrecord.config import ReuseConfig
from onrecord.data import ArticleFindings, PassageKind, Reuse, ReuseKind
from onrecord.engine import LocalEngine
from onrecord.stages.corpus.reuse import find_families, find_reuse

EVENTS = {event["original"].event: event for event in read_events()}


def finding(told: Told, day: str | None = None) -> ArticleFindings:
    return findings_of(told.name, told.title, told.body, day, outlet=told.outlet)


def reuse_in(*articles: ArticleFindings) -> tuple[Reuse, ...]:
    return tuple(find_reuse(articles, LocalEngine(), ReuseConfig()).reuses)


@cache
def everything() -> tuple[tuple[ArticleFindings, ...], tuple[Reuse, ...]]:
    articles = tuple(finding(told) for event in EVENTS.values() for told in event.values())
    return articles, reuse_in(*articles)


def test_every_rewrite_is_found_and_no_twin() -> None:
    _, found = everything()
    names = {finding(told).article.id: name for e in EVENTS.values() for name, told in e.items()}
    assert len(found) == len(EVENTS)
    assert all({names[r.earlier], names[r.later]} == {"original", "rewrite"} for r in found)


def test_direction_is_read_from_the_text_alone() -> None:
    originals = {finding(event["original"]).article.id for event in EVENTS.values()}
    directed = [reuse for reuse in everything()[1] if reuse.directed]
    assert len(directed) >= 8
    assert all(reuse.earlier in originals for reuse in directed)


def test_wrong_dates_do_not_turn_a_direction_that_the_text_shows() -> None:
    event = EVENTS["01_ferry"]
    (found,) = reuse_in(finding(event["original"], "2031-03-09"), finding(event["rewrite"], "2031-03-01"))
    assert found.directed and found.earlier == finding(event["original"]).article.id
    assert any("2031-03-0" in reason.text for reason in found.direction_reasons)


def test_the_same_in_any_order_of_arrival() -> None:
    articles, found = everything()
    shuffled = list(articles)
    random.Random(3).shuffle(shuffled)  # noqa: S311
    assert reuse_in(*shuffled) == found
    assert find_families(shuffled, found) == find_families(articles, found)


def test_a_cut_copy_with_another_headline() -> None:
    original = EVENTS["04_mine"]["original"]
    draft = draft_of(original.title, original.body, original.outlet, None, "en")
    body = text_of(cut(draft, die_of("mine"), 0.2))
    copy = replace(original, role="copy", title="Rescue drama in Brekka", body=body)
    (found,) = reuse_in(finding(original), finding(copy))
    assert found.kind in (ReuseKind.COPY, ReuseKind.EXCERPT)
    assert found.share > 0.9
    assert found.directed and found.earlier == finding(original).article.id
    assert any(passage.kind is PassageKind.DROPPED for passage in found.passages)


def test_identical_texts_without_dates_have_no_direction() -> None:
    original = EVENTS["05_football"]["original"]
    (found,) = reuse_in(finding(original), finding(replace(original, role="again")))
    assert found.kind is ReuseKind.COPY and not found.directed
    assert found.earlier < found.later


def test_a_retelling_names_its_source() -> None:
    original = EVENTS["02_bank"]["original"]
    retold = EVENTS["02_bank"]["rewrite"]
    retold = replace(retold, body=retold.body + "\nThis was reported by the Dorvian Financial Gazette.")
    (found,) = reuse_in(finding(original), finding(retold))
    assert found.kind is ReuseKind.RETELLING
    assert any("Dorvian Financial Gazette" in reason.text for reason in found.direction_reasons)


def test_spans_carry_their_own_words_and_reasons_quote_this_pair() -> None:
    articles, found = everything()
    texts = {item.article.id: item.article.text for item in articles}
    seen: set[str] = set()
    for reuse in found:
        for passage in reuse.passages:
            for span, name in ((passage.earlier, reuse.earlier), (passage.later, reuse.later)):
                assert span is None or texts[name][span.start : span.end] == span.text
        for reason in (*reuse.evidence_for, *reuse.evidence_against, *reuse.direction_reasons):
            assert all(texts[reuse.later][s.start : s.end] == s.text for s in reason.spans)
            assert reason.text not in seen
            seen.add(reason.text)


def test_one_speech_quoted_at_length_by_two_reporters_is_not_reuse() -> None:
    speech = (
        '"We have waited for nine winters and buried our sons on that hill, and I will not send another '
        "class of schoolboys up there. The door is open, but nobody walks through it with a rifle. "
        'Whoever wants peace will find me at the table on Monday."'
    )
    first = (
        f"President Ivo Kellan spoke to a half-empty stadium on Friday.\n{speech}\nHe was heckled twice. "
        "Polls see his party at 31 percent, and two ministers have resigned since spring over fuel prices. "
        "The opposition boycotted the event and held a march along the river with torches and drums."
    )
    second = (
        f"Kalmar's foreign office gave no answer to an offer from Serrin.\n{speech}\nThat is what "
        "Vesta's leader had declared the day before. Diplomats in Geneva have seen three such offers fail. "
        "Artillery was heard near Tesk until dawn, and the Red Cross moved eleven farmers to a clinic."
    )
    assert reuse_in(findings_of("a", "Kellan heckled", first), findings_of("b", "No answer", second)) == ()


def test_drift_of_a_commitment_and_a_figure_is_shown() -> None:
    original = EVENTS["10_rocket"]["original"]
    changed = original.body.replace("altitude of 21 kilometres", "altitude of 24 kilometres")
    later = replace(
        original, role="later", body=changed.replace('"And then we will fly again."', '"And then."')
    )
    (found,) = reuse_in(finding(original), finding(replace(later, body=later.body + "\nSource link: Orbit.")))
    assert {p.kind for p in found.passages} <= set(PassageKind)
    shifts = {(shift.earlier.text, shift.later.text) for shift in found.shifts}
    assert ("21", "24") in shifts, shifts


HOSTILE = ["", "\x00", "\ud800", "a" * 100_000, '"' * 20_000, "word " * 20_000, "\u202eabc"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_do_no_harm(text: str) -> None:
    reuse_in(findings_of("a", "", text), findings_of("b", "", text), finding(EVENTS["01_ferry"]["twin"]))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=200), max_size=4))
def test_any_texts(texts: list[str]) -> None:
    articles = [findings_of(str(number), "", text) for number, text in enumerate(texts)]
    found = reuse_in(*articles)
    find_families(articles, found)
