"""Quotation pairing: styles, apostrophes, nesting, unbalanced marks, quotations over paragraphs."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.quotes import find_quotations


def quoted(text: str, depth: int = 0) -> list[str]:
    return [text[item.start : item.end] for item in find_quotations(text) if item.depth == depth]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we stay" and left.', ['"we stay"']),
        ("He said “we stay” and left.", ["“we stay”"]),
        ("He said ‘we stay’ and left.", ["‘we stay’"]),
        ("He said 'we stay' and left.", ["'we stay'"]),
        ("Er sagte „wir bleiben“ und ging.", ["„wir bleiben“"]),
        ("Er sagte »wir bleiben« und ging.", ["»wir bleiben«"]),
        ("Он сказал «мы ждём» и ушёл.", ["«мы ждём»"]),
        ("He said ``we stay'' and left.", ["``we stay''"]),
        ("He said ''we stay'' and left.", ["''we stay''"]),
        ("Er schrieb ‚wir bleiben‘ auf.", ["‚wir bleiben‘"]),
        ("彼は「待つ」と言った。", ["「待つ」"]),
    ],
)
def test_styles(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers' remains and the farmers' fields.",
        "It's Dunne's road.",
        "Back in the '90s it was so.",
        "Rock ’n’ roll",
    ],
)
def test_apostrophes_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_possessive_inside_single_quotation() -> None:
    text = "'The soldiers' remains must come home,' she said."
    assert quoted(text) == ["'The soldiers' remains must come home,'"]


def test_nested() -> None:
    text = "“She told me ‘never again’ and left,” he said."
    assert quoted(text) == ["“She told me ‘never again’ and left,”"]
    assert quoted(text, 1) == ["‘never again’"]


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("“He told me ‘go away’ and left,” she said.", "“He told me ‘go away’ and left,”", "‘go away’"),
        ("\"He told me 'go away' and left,\" she said.", "\"He told me 'go away' and left,\"", "'go away'"),
        ("‘He told me “go away” and left,’ she said.", "‘He told me “go away” and left,’", "“go away”"),
        ("«Он сказал мне “уйди” и вышел», — сказала она.", "«Он сказал мне “уйди” и вышел»", "“уйди”"),
        ("„Er sagte ‚geh weg‘ und ging“, sagte sie.", "„Er sagte ‚geh weg‘ und ging“", "‚geh weg‘"),
        ("«Он сказал мне „уйди“ и вышел», — сказала она.", "«Он сказал мне „уйди“ и вышел»", "„уйди“"),
        ("``He told me `go away' and left,'' she said.", "``He told me `go away' and left,''", "`go away'"),
        ("彼女は「彼が『行け』と言った」と言った。", "「彼が『行け』と言った」", "『行け』"),
        ("''He told me 'go away' and left,'' she said.", "''He told me 'go away' and left,''", "'go away'"),
        ('"He told me "go away" and left," she said.', '"He told me "go away" and left,"', '"go away"'),
        ("»Er sagte ›geh weg‹ und ging«, sagte sie.", "»Er sagte ›geh weg‹ und ging«", "›geh weg‹"),
        ("„Er sagte “geh weg” und ging“, sagte sie.", "„Er sagte “geh weg” und ging“", "“geh weg”"),
        ("«Она сказала: «Нет» и ушла», — говорит он.", "«Она сказала: «Нет» и ушла»", "«Нет»"),
    ],
)
def test_nested_styles(text: str, outer: str, inner: str) -> None:
    assert quoted(text) == [outer]
    assert quoted(text, 1) == [inner]


def test_a_mark_that_never_closed_is_dropped_when_it_opens_again() -> None:
    assert quoted('"First, he said. "Second," she said.') == ['"Second,"']


def test_one_closing_mark_may_close_two_russian_quotations() -> None:
    assert quoted("«Мы читаем «Полдень», — сказал он.") == ["«Мы читаем «Полдень»"]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("``", "''"), ("''", "''"), ("'", "'"), ("‘", "’")],
)
def test_quotations_over_paragraphs_in_any_style(opening: str, closing: str) -> None:
    text = f"{opening}We saw it.\n\n{opening}It was green,{closing} he said."
    first, second = find_quotations(text)
    assert not first.closed and first.continued
    assert second.closed and text[second.start : second.end] == f"{opening}It was green,{closing}"


def test_unclosed_runs_to_the_end_of_its_paragraph() -> None:
    text = 'They do not want "eternal war.\nThe next line is not quoted.'
    found = find_quotations(text)
    assert [(text[item.start : item.end], item.closed) for item in found] == [('"eternal war.', False)]


def test_paragraphs_that_each_open_again() -> None:
    text = "“The roads are bad.\n\n“We need help.”"
    first, second = find_quotations(text)
    assert not first.closed and first.continued
    assert second.closed and text[second.start : second.end] == "“We need help.”"


@given(st.text(alphabet="ab .,\n\"'“”„‘’‚«»‹›`「」", max_size=80))
def test_any_text(text: str) -> None:
    found = find_quotations(text)
    assert list(found) == sorted(found, key=lambda item: (item.start, -item.end))
    for item in found:
        assert 0 <= item.start < item.end <= len(text)
        assert text.startswith(item.mark, item.start)
        assert "\n" not in text[item.start : item.end]


@pytest.mark.parametrize("piece", ['"', "'", "“", "„", "' a", "”", "x' "])
def test_time_is_linear(piece: str) -> None:
    started = time.process_time()
    find_quotations(piece * 100_000)
    assert time.process_time() - started < 5
