"""What looks like an attribution and is none, and the kind of what is one."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import SetAside
from onrecord.stages.article.attribute.aside.asides import find_asides
from onrecord.stages.article.attribute.draft import Draft, make_layout
from onrecord.stages.article.attribute.kinds import kind_of
from tests.stages.article.attribute.drafts import marked

SILENT = [
    ("en", "{s:Horn} {c:declined} {t:to comment on the vote}.", "declined", "Horn"),
    ("en", "{s:The bank} {c:did not respond to} {t:a request for comment}.", "no response", "The bank"),
    ("en", "{s:Horn} {c:did not immediately reply}{t:}.", "no response", "Horn"),
    ("en", "A spokesman for the bank could not be reached.", "no response", "A spokesman for the bank"),
    ("en", "The port was shut, and Horn refused to answer questions.", "declined", "Horn"),
    ("en", "{s:Horn} {c:neither confirmed nor denied} {t:the report}.", "declined", "Horn"),
    ("en", "An aide, who {c:asked} {t:not to be named}, left.", "anonymity", "An aide"),
    ("en", "{s:The aide} {c:declined} {t:to be identified}.", "anonymity", "The aide"),
    ("en", "{s:None of them} {c:wanted} {t:their names used}.", "anonymity", "None of them"),
    ("en", "{s:The aide} {c:did not want} {t:to be quoted}.", "anonymity", "The aide"),
    ("en", "Calls to Ms Horn were not returned.", "no response", "Ms Horn"),
    ("en", "Neither Horn nor Roth could be reached.", "no response", "Neither Horn nor Roth"),
    ("de", "Horn wollte sich am Montag nicht dazu äußern.", "declined", "Horn"),
    ("de", "Die Bank reagierte zunächst nicht.", "no response", "Die Bank"),
    ("ru", "Горн отказался от комментариев.", "declined", "Горн"),
    ("ru", "Банк не ответил на запрос газеты.", "no response", "Банк"),
    ("uk", "Горн відмовилася коментувати справу.", "declined", "Горн"),
    ("uk", "Банк не відповів на запит газети.", "no response", "Банк"),
]

KEPT = [
    ("en", "{s:The mayor} {c:has not said} {t:whether the school will reopen}."),
    ("en", "{s:Horn} {c:declined} {t:to say whether it was late}."),
    ("en", '{s:Horn} {c:replied}: {t:"No comment."}'),
    ("en", '{t:"I did not respond to the letter,"} {s:Horn} {c:said}.'),
    ("en", "{s:None of them} {c:wanted} {t:the bridge closed}."),
    ("en", "{s:Horn} {c:asked} {t:that the bridge be named after Roth}."),
    ("en", "{s:Horn} {c:declined to name them but said} {t:all were local}."),
    ("en", '{s:Horn} {c:said} of the episode, {t:"I do not like it,"} and left.'),
    ("en", '{s:Horn} {c:called} {t:the film "Long Road" a waste of time}.'),
    ("en", '{s:Horn} {c:called} {t:it "dead"}.'),
    ("en", "{s:Who} {c:said} {t:that}, Horn asked."),
    ("ru", "{s:Горн} {c:назвал} {t:проект «памятником жадности»}."),
    ("uk", "{s:Горн} {c:не сказав}, {t:чи прийде}."),
]

MARKED = [
    (
        "en",
        'Her third film, "The Minister Says No", opens on Friday.',
        "quoted title",
        '"The Minister Says No"',
    ),
    (
        "en",
        '"Letters From a Quiet Border", his second novel, sold four copies.',
        "quoted title",
        '"Letters From a Quiet Border"',
    ),
    (
        "en",
        '{s:The band} {c:sang} {t:"Tell Me What You Heard"} twice.',
        "quoted title",
        '"Tell Me What You Heard"',
    ),
    ("en", "The so-called “peace train” was late.", "scare quote", "“peace train”"),
    ("en", 'Then Joos "the Owl" Dekker danced.', "quoted name", '"the Owl"'),
    ("en", 'The ferry "Aurora" was late.', "quoted name", '"Aurora"'),
    ("en", 'The "luxury cabin" had no window.', "scare quote", '"luxury cabin"'),
    ("de", "Das sogenannte „Friedensabkommen“ ist tot.", "scare quote", "„Friedensabkommen“"),
    ("de", "Der Film „Lange Straße“ läuft im Kino.", "quoted title", "„Lange Straße“"),
    ("ru", "Так называемые «реформаторы» проиграли.", "scare quote", "«реформаторы»"),
    ("ru", "Он прочитал книгу «Дорога к морю».", "quoted title", "«Дорога к морю»"),
    ("uk", "Вона дивилася фільм «Тиха вода».", "quoted title", "«Тиха вода»"),
]

KINDS = [
    ("{s:Horn} {c:said} {t:that it was late}.", "indirect"),
    ('{t:"It is late,"} {s:Horn} {c:said}.', "direct"),
    ('{s:Horn} {c:said} {t:that it was "far too late"}.', "mixed"),
    ('{s:Horn} {c:said} {t:that "it is far too late"}.', "direct"),
    ('{t:"It is late,"} {s:Horn} {c:said}. {t:"Go home."}', "direct"),
    ('{s:Horn} {c:said}: {t:"It is late and nobody closed this}', "direct"),
    ("{t:— It is late}, — {c:said} {s:Horn}.", "direct"),
    ('{s:Horn} {c:said} {t:that the film "Long Road" was too long}.', "indirect"),
    ('{s:Horn} {c:said} {t:that it had sold its "green" bonds}.', "indirect"),
    ("{t:«Поздно, — {c:сказал} {s:Горн}. — Идите»}.", "direct"),
]


def split(text: str, code: str) -> tuple[list[Draft], list[Draft], tuple[SetAside, ...]]:
    layout, drafts = marked(text, code)
    drafts = [draft for draft in drafts if draft.cue]
    kept, asides = find_asides(layout, drafts, code)
    return drafts, kept, asides


@pytest.mark.parametrize(("code", "text", "kind", "source"), SILENT)
def test_silence(code: str, text: str, kind: str, source: str) -> None:
    _, kept, asides = split(text, code)
    assert kept == []
    assert [(aside.kind.value, aside.source.text if aside.source else None) for aside in asides] == [
        (kind, source)
    ]
    assert source in asides[0].reason.text


@pytest.mark.parametrize(("code", "text"), KEPT)
def test_what_is_said_stays(code: str, text: str) -> None:
    drafts, kept, _ = split(text, code)
    assert kept == drafts


@pytest.mark.parametrize(("code", "text", "kind", "span"), MARKED)
def test_marks_without_speech(code: str, text: str, kind: str, span: str) -> None:
    _, kept, asides = split(text, code)
    assert kept == []
    assert [(aside.kind.value, aside.span.text) for aside in asides] == [(kind, span)]
    assert span in asides[0].reason.text


def test_a_question_that_nobody_asks() -> None:
    _, kept, asides = split("{s:Who} {c:would have thought} {t:that it was late}?", "en")
    assert kept == []
    assert [aside.kind.value for aside in asides] == ["rhetorical question"]


def test_what_stands_in_a_dropped_one_moves_out() -> None:
    text = "{s1:Horn} {c1:declined} {t1:to comment on reports by {s2:Roth} {c2:that} {t2:it was late}}."
    layout, drafts = marked(text, inside={1: 0})
    kept, _ = find_asides(layout, drafts, "en")
    assert kept == [drafts[1]]
    assert drafts[1].carrier is None


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kind(text: str, expected: str) -> None:
    code = "ru" if "Горн" in text else "en"
    layout, drafts = marked(text, code)
    _, asides = find_asides(layout, drafts, code)
    ranges = [(aside.span.start, aside.span.end) for aside in asides]
    assert kind_of(layout, drafts[0], [], ranges).value == expected


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ('{s1:Horn} {c1:said} {t1:that {s2:Roth} {c2:told} him {t2:"go away"}}.', "indirect", "direct"),
        ('{t1:"{s2:He} {c2:told} me {t2:to go away},"} {s1:Horn} {c1:said}.', "direct", "indirect"),
        ("{t1:“{s2:He} {c2:told} me {t2:‘go away’},”} {s1:Horn} {c1:said}.", "direct", "direct"),
        (
            '{t1:{t2:"It is late,"} {s2:Horn} {c2:said}}, {c1:as quoted by} {s1:the Bell}.',
            "indirect",
            "direct",
        ),
        (
            '{s1:The Bell} {c1:quoted} {s2:a clerk} {c2:as saying}: {t1:{t2:"It is late."}}',
            "indirect",
            "direct",
        ),
    ],
)
def test_kinds_of_nested_ones(text: str, outer: str, inner: str) -> None:
    layout, drafts = marked(text, inside={1: 0})
    assert kind_of(layout, drafts[0], [drafts[1]], []).value == outer
    assert kind_of(layout, drafts[1], [], []).value == inner


_TEXT = st.text(alphabet="Ab so-called film declined to comment?'’\".,«»\n\0— \u202e", max_size=80)
_CUTS = st.lists(st.integers(0, 80), min_size=6, max_size=6)


@settings(max_examples=150, deadline=None)
@given(_TEXT, _CUTS, st.sampled_from(["en", "de", "ru", "uk", "xx"]))
def test_any_text_and_ranges(text: str, cuts: list[int], code: str) -> None:
    low = sorted(min(cut, len(text)) for cut in cuts)
    draft = Draft([(low[0], low[1])], [(low[2], low[3])], [(low[4], low[5])], "", "trained", 1.0)
    layout = make_layout(text, [(0, len(text))])
    kept, asides = find_asides(layout, [draft], code)
    assert kept in ([draft], [])
    assert all(text[aside.span.start : aside.span.end] == aside.span.text for aside in asides)
    kind_of(layout, draft, [], [(aside.span.start, aside.span.end) for aside in asides])


@pytest.mark.parametrize("code", ["en", "de", "ru", "uk"])
@pytest.mark.parametrize(
    "piece",
    [
        'the "x" y ',
        "declined to ",
        "did not respond to a ",
        "neither a ",
        "calls a ",
        "wollte a ",
        "не a ",
        "was not ",
        "' ",
    ],
)
def test_time_is_linear(piece: str, code: str) -> None:
    text = piece * 20_000
    started = time.process_time()
    find_asides(make_layout(text, [(0, len(text))]), [], code)
    assert time.process_time() - started < 5
