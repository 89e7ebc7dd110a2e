"""Conditions: the marker, what it introduces and what hangs on it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import Article, Condition, Language, Reason, span_of
from onrecord.models.english import parse
from onrecord.stages.article.conditions import find_conditions


def conditions(text: str, code: str = "en") -> tuple[Condition, ...]:
    article = Article("ar-test", "pg-test", 0, (span_of(text, 0, len(text)),), text)
    return find_conditions(
        article, Language(code, 1.0, Reason("given")), parse(text) if code == "en" else None, ()
    )


@pytest.mark.parametrize(
    ("text", "marker", "span", "governs"),
    [
        (
            "The duke is ready to sign, provided that Vesta recognises the coast.",
            "provided that",
            "Vesta recognises the coast",
            "The duke is ready to sign",
        ),
        (
            "The palace has stated that the duke is open to talks, but only if his core terms are met.",
            "but only if",
            "his core terms are met",
            "the duke is open to talks",
        ),
        (
            "The premier is ready to freeze the fighting only in the current positions.",
            "only in",
            "the current positions",
            "The premier is ready to freeze the fighting",
        ),
        (
            "Korva will not sign unless its guarantees are met.",
            "unless",
            "its guarantees are met",
            "Korva will not sign",
        ),
        (
            "There can be no deal until the prisoners return.",
            "until",
            "the prisoners return",
            "There can be no deal",
        ),
        (
            "If the north withdraws, talks can start at once.",
            "If",
            "the north withdraws",
            "talks can start at once",
        ),
        (
            "Korva offered a truce in exchange for recognition of its coast.",
            "in exchange for",
            "recognition of its coast",
            "Korva offered a truce",
        ),
        (
            "The envoy said it was “ready to talk”, but on the condition that it “keeps the valley”.",
            "but on the condition that",
            "it “keeps the valley”",
            "it was “ready to talk”",
        ),
        (
            "As long as the blockade lasts, Orsk will refuse talks.",
            "As long as",
            "the blockade lasts",
            "Orsk will refuse talks",
        ),
        (
            "Peace hinges on the withdrawal of all troops.",
            "hinges on",
            "the withdrawal of all troops",
            "Peace",
        ),
    ],
)
def test_english(text: str, marker: str, span: str, governs: str) -> None:
    found = conditions(text)
    assert [(item.marker.text, item.span.text, item.governs.text) for item in found] == [
        (marker, span, governs)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He spoke on condition of anonymity.",
        "She provided weapons to the army.",
        "The office did not say if he would attend.",
        "He asked if the road was open.",
        "He spoke only in Geneva.",
        "They will fight on even if it rains.",
        "",
    ],
)
def test_no_condition(text: str) -> None:
    assert conditions(text) == ()


@pytest.mark.parametrize(
    ("code", "text", "marker", "span"),
    [
        (
            "de",
            "Der Herzog verhandelt nur, wenn die Küste anerkannt wird.",
            "wenn",
            "die Küste anerkannt wird",
        ),
        (
            "uk",
            "Князь готовий до переговорів лише за умови визнання кордону.",
            "лише за умови",
            "визнання кордону",
        ),
        ("ru", "Князь готов к переговорам, если границу признают.", "если", "границу признают"),
    ],
)
def test_other_languages(code: str, text: str, marker: str, span: str) -> None:
    found = conditions(text, code)
    assert [(item.marker.text, item.span.text) for item in found] == [(marker, span)]


def test_the_reason_quotes_both_sides() -> None:
    (found,) = conditions("Korva will not sign unless its guarantees are met.")
    assert "its guarantees are met" in found.reason.text and "Korva will not sign" in found.reason.text


PIECES = st.sampled_from(
    ["if ", "unless ", "the duke signs", ", ", ". ", "only in ", "provided that ", "\n", "“", "wenn "]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=20).map("".join), st.sampled_from(["en", "de", "und"]))
def test_any_text(text: str, code: str) -> None:
    for item in conditions(text, code):
        for span in (item.marker, item.span, item.governs):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.text
