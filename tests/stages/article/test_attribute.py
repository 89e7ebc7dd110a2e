"""Who said what: every pattern on invented sentences, and what must hold on any text."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import Article, Attribution, Language, Reason, Span, span_of
from onrecord.pipeline.article import attribution_readers
from onrecord.stages.article.attribute import attribute

CASES: list[dict[str, Any]] = [
    json.loads(line)
    for line in Path(__file__).with_name("attribute_cases.jsonl").read_text(encoding="utf-8").splitlines()
]


def article(text: str, title: str | None = None) -> Article:
    span = span_of(text, 0, len(title)) if title else None
    return Article("ar-test", "pg-test", 0, (span_of(text, 0, len(text)),), text, title, span)


def attributions(text: str, code: str = "en", title: str | None = None) -> tuple[Attribution, ...]:
    language = Language(code, 1.0, Reason("given"))
    return attribute(article(text, title), language, (), (), attribution_readers()).attributions


def words(spans: tuple[Span, ...]) -> str:
    return " … ".join(span.text for span in spans)


def shown(found: tuple[Attribution, ...]) -> list[dict[str, Any]]:
    """What a test compares, with the parent by its source's words."""
    by_id = {item.id: item for item in found}
    return [
        {
            "source": words(item.source),
            "cue": words(item.cue),
            "content": words(item.content),
            "kind": item.kind.value,
            "class": item.cue_class.value,
            "status": item.status.value,
            "negated": item.negated,
            "factuality": item.factuality.value,
            "addressee": item.addressee.text if item.addressee else None,
            "occasion": words(item.occasion),
            "parent": words(by_id[item.parent].source) if item.parent else None,
        }
        for item in found
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_pattern(case: dict[str, Any]) -> None:
    found = shown(attributions(case["text"], case.get("lang", "en"), case.get("title")))
    for expected in case["expect"]:
        assert any(expected.items() <= item.items() for item in found), (expected, found)
    if case.get("nothing"):
        assert found == []


def check(text: str, found: tuple[Attribution, ...]) -> None:
    """Spans carry their own text, parents exist and do not run in a circle, content is never empty."""
    by_id = {item.id: item for item in found}
    assert len(by_id) == len(found)
    for item in found:
        spans = (*item.source, *item.cue, *item.content, *item.occasion, *item.reason.spans)
        for span in (*spans, *item.status_reason.spans):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.text
        assert item.content and (item.cue or item.source)
        assert 0 <= item.confidence <= 1
        seen = {item.id}
        parent = item.parent
        while parent is not None:
            assert parent not in seen
            seen.add(parent)
            parent = by_id[parent].parent


PIECES = st.sampled_from(
    "Dunne| said |that |“|”|\"|'|the army left|, |. |\n|: | - |citing |he |sources|according to |это |"
    "„|сказал |сообщает |“, sagte |laut |\x00|\ud800|\u202e".split("|")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(["de", "uk", "ru", "und"]))
def test_any_text_without_a_tagger(text: str, code: str) -> None:
    check(text, attributions(text, code))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_text_with_a_tagger(text: str) -> None:
    check(text, attributions(text))


def test_all_cases_hold_the_invariants() -> None:
    for case in CASES:
        check(case["text"], attributions(case["text"], case.get("lang", "en"), case.get("title")))


def test_same_text_gives_the_same_ids() -> None:
    text = CASES[0]["text"]
    assert attributions(text) == attributions(text)


def test_reasons_speak_of_their_own_words() -> None:
    found = attributions("Dunne said the road was open. Ekdal denied that it was closed.")
    reasons = [item.reason.text for item in found] + [item.status_reason.text for item in found]
    assert len(set(reasons)) == len(reasons)
    assert any("Ekdal" in reason for reason in reasons)


@pytest.mark.parametrize(
    "piece", ["he said ", "citing ", '"a" he said ', "X refers to Y about this. ", "according to "]
)
def test_time_does_not_explode(piece: str) -> None:
    text = piece * 5_000
    started = time.process_time()
    attributions(text)
    assert time.process_time() - started < 10


def test_empty_text() -> None:
    assert attributions("", "de") == ()
    assert attributions("   \n", "en") == ()
