"""To whom, where, when and by what means something was said; in four languages."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.stages.article.attribute.circumstances.around import complete_circumstances
from onrecord.stages.article.attribute.draft import Draft, Range, make_layout
from tests.stages.article.attribute.drafts import marked

# addressee, place, time, medium
SAID = [
    (
        "en",
        "{s:Horn} {c:told} reporters in Kelm on May 17 {t:that it was late}.",
        "reporters",
        "Kelm",
        "May 17",
        "",
    ),
    (
        "en",
        "In an interview with the weekly Bell, {s:Horn} {c:said} {t:it was late}.",
        "the weekly Bell",
        "",
        "",
        "In an interview",
    ),
    (
        "en",
        '{t:"It is late,"} {c:said} {s:Horn} in an interview with Radio Kelm on Friday.',
        "Radio Kelm",
        "",
        "Friday",
        "in an interview",
    ),
    ("en", "Speaking at a rally in Kelm, {s:Horn} {c:said} {t:it was late}.", "", "Kelm", "", ""),
    ("en", "{s:Horn}, speaking to reporters in Kelm, {c:said} {t:it was late}.", "reporters", "Kelm", "", ""),
    ("en", "{s:Horn} {c:wrote} on X {t:that it was late}.", "", "", "", "on X"),
    (
        "en",
        "{s:Horn} {c:wrote} on Telegram late on Sunday {t:that it was late}.",
        "",
        "",
        "late on Sunday",
        "on Telegram",
    ),
    (
        "en",
        "Responding to a request for comment, {s:the bank} {c:said} {t:it was late}.",
        "",
        "",
        "",
        "Responding to a request for comment",
    ),
    (
        "en",
        "In a voice message, {s:Horn} {c:told} his brother {t:that it was late}.",
        "his brother",
        "",
        "",
        "In a voice message",
    ),
    ("en", '{t:"It is late,"} {s:Horn} {c:told} her by telephone.', "her", "", "", "by telephone"),
    ("en", "{s:Horn} {c:said in a statement} {t:it was late}.", "", "", "", "in a statement"),
    ("en", "{s:Horn} {c:said Thursday} {t:it would rain on Friday}.", "", "", "Thursday", ""),
    (
        "en",
        "{s:Horn} {c:urged} the council in an open letter {t:to wait}.",
        "the council",
        "",
        "",
        "in an open letter",
    ),
    (
        "en",
        "{s:Horn} {c:announced} via the Harrow agency {t:that it was late}.",
        "",
        "",
        "",
        "via the Harrow agency",
    ),
    (
        "en",
        "Asked by a lawmaker whether it was late, {s:Horn} {c:replied} {t:that it was}.",
        "a lawmaker",
        "",
        "",
        "",
    ),
    ("en", "Residents {c:were told by} {s:Horn} {t:that it was late}.", "Residents", "", "", ""),
    (
        "en",
        "{t:It was late}, {s:Horn} {c:said} at a news conference in Kelm.",
        "",
        "Kelm",
        "",
        "at a news conference",
    ),
    ("en", "KELM, March 3 (Harrow) - {s:Horn} {c:said} Thursday {t:it was late}.", "", "", "Thursday", ""),
    ("en", "{s:Horn} {c:said} {t:the port in Kelm would close on Friday}.", "", "", "", ""),
    ("en", "On Tuesday, she went to Kelm and {s:Horn} {c:said} {t:it was late}.", "", "", "", ""),
    ("en", "{s:Horn}, the head of the school in Kelm, {c:said} {t:it was late}.", "", "", "", ""),
    ("en", "{s:Horn} {c:said} to loud applause {t:that it was late}.", "", "", "", ""),
    (
        "de",
        "{t:Es sei spät}, {c:sagte} {s:Horn} am Montag der Nachrichtenagentur Harrow.",
        "der Nachrichtenagentur Harrow",
        "",
        "Montag",
        "",
    ),
    (
        "de",
        "{s:Horn} {c:sagte} in einem Interview mit der Zeitung, {t:dass es spät sei}.",
        "der Zeitung",
        "",
        "",
        "in einem Interview",
    ),
    ("de", "{s:Horn} {c:schrieb} auf Twitter, {t:dass es spät sei}.", "", "", "", "auf Twitter"),
    ("de", "{t:Es sei spät}, {c:sagte} {s:Horn} gegenüber der Zeitung.", "der Zeitung", "", "", ""),
    (
        "de",
        "{s:Horn} {c:forderte} die Regierung {c:auf}, {t:den Plan zu ändern}.",
        "die Regierung",
        "",
        "",
        "",
    ),
    ("de", "{t:Es sei spät}, {c:sagte} {s:Horn} zur Kelmer Zeitung.", "Kelmer Zeitung", "", "", ""),
    ("de", "{s:Horn} {c:sagte} zur Begründung, {t:dass es spät sei}.", "", "", "", ""),
    (
        "en",
        "Addressing parliament on Tuesday, {s:Horn} {c:said} {t:it was late}.",
        "parliament",
        "",
        "Tuesday",
        "",
    ),
    ("en", "Reached by phone, {s:Horn} {c:said} {t:it was late}.", "", "", "", "by phone"),
    (
        "en",
        "Writing in the Lorne Gazette, {s:Horn} {c:argued} {t:it was late}.",
        "",
        "",
        "",
        "in the Lorne Gazette",
    ),
    ("en", "{s:Horn} {c:told} reporters at the gate {t:that it was late}.", "reporters", "the gate", "", ""),
    (
        "ru",
        "{s:Горн} {c:сказал} журналистам в Кельме 17 мая, {t:что поздно}.",
        "журналистам",
        "Кельме",
        "17 мая",
        "",
    ),
    (
        "ru",
        "{t:«Поздно»}, — {c:сказал} {s:Горн} в интервью газете «Полдень».",
        "газете «Полдень»",
        "",
        "",
        "в интервью",
    ),
    (
        "ru",
        "{s:Горн} {c:написал} в своём телеграм-канале, {t:что поздно}.",
        "",
        "",
        "",
        "в своём телеграм-канале",
    ),
    ("ru", "Комментируя аварию, {s:Горн} {c:сказал}, {t:что поздно}.", "", "", "", "Комментируя аварию"),
    ("uk", "{s:Горн} {c:сказав} журналістам у вівторок, {t:що пізно}.", "журналістам", "", "вівторок", ""),
    (
        "uk",
        "{t:«Пізно»}, — {c:сказала} {s:Горн} в інтерв'ю газеті «Полудень».",
        "газеті «Полудень»",
        "",
        "",
        "в інтерв'ю",
    ),
]


def words(text: str, part: Range | None) -> str:
    return text[part[0] : part[1]] if part is not None else ""


@pytest.mark.parametrize(("code", "text", "addressee", "place", "when", "medium"), SAID)
def test_circumstances(code: str, text: str, addressee: str, place: str, when: str, medium: str) -> None:
    layout, drafts = marked(text, code)
    complete_circumstances(layout, drafts, code)
    found = [
        words(layout.text, part)
        for part in (drafts[0].addressee, drafts[0].place, drafts[0].time, drafts[0].medium)
    ]
    assert found == [addressee, place, when, medium]


def test_the_occasion_is_the_whole_phrase() -> None:
    layout, drafts = marked("{s:Horn} {c:told} reporters in Kelm on May 17 {t:that it was late}.")
    complete_circumstances(layout, drafts, "en")
    assert [words(layout.text, part) for part in drafts[0].occasion] == ["in Kelm on May 17"]


def test_each_of_two_clauses_has_its_own() -> None:
    text = (
        "{s1:Horn} {c1:said} on Monday {t1:it was late}, and {s2:Roth} {c2:told} the court "
        "in Ulm {t2:it was not, as he saw}."
    )
    layout, drafts = marked(text)
    complete_circumstances(layout, drafts, "en")
    first, second = drafts
    assert (words(layout.text, first.time), first.place, first.addressee) == ("Monday", None, None)
    assert (words(layout.text, second.addressee), words(layout.text, second.place), second.time) == (
        "the court",
        "Ulm",
        None,
    )


def test_inside_another_only_what_stands_in_its_content() -> None:
    text = "On Monday {s1:the Bell} {c1:wrote} {t1:that {s2:Horn} {c2:told} the court {t2:it was late}}."
    layout, drafts = marked(text, inside={1: 0})
    complete_circumstances(layout, drafts, "en")
    outer, inner = drafts
    assert (words(layout.text, outer.time), outer.addressee) == ("Monday", None)
    assert (inner.time, words(layout.text, inner.addressee)) == (None, "the court")


def test_a_statement_quoted_by_an_agency_is_the_speakers() -> None:
    text = "In a statement {c1:quoted by} {s1:the Bell}, {t1:{s2:the rebels} {c2:vowed} {t2:to fight on}}."
    layout, drafts = marked(text, inside={1: 0})
    complete_circumstances(layout, drafts, "en")
    assert (drafts[0].medium, words(layout.text, drafts[1].medium)) == (None, "In a statement")


def test_who_asked_is_told() -> None:
    text = "{c1:Questioned by} {s1:a judge} {t1:about the money}, {s2:Horn} {c2:said} {t2:it was late}."
    layout, drafts = marked(text)
    complete_circumstances(layout, drafts, "en")
    assert words(layout.text, drafts[1].addressee) == "a judge"


@pytest.mark.parametrize(("nested", "content"), [(True, "to hold"), (False, "his men to hold")])
def test_who_is_told_is_taken_out_of_a_nested_content(nested: bool, content: str) -> None:
    text = "{s1:The Bell} {c1:says} {t1:{s2:Horn} {c2:ordered} {t2:his men to hold}}."
    layout, drafts = marked(text, inside={1: 0} if nested else {})
    complete_circumstances(layout, drafts, "en")
    assert words(layout.text, drafts[1].addressee) == "his men"
    assert words(layout.text, drafts[1].content[0]) == content


def test_what_is_set_stays() -> None:
    layout, drafts = marked("{s:Horn} {c:told} reporters {t:that it was late}.")
    drafts[0].addressee = (0, 4)
    complete_circumstances(layout, drafts, "en")
    assert drafts[0].addressee == (0, 4)


_TEXT = st.text(alphabet="Ab told to in on May 17?'’\".,\n\0— \u202eв мая", max_size=80)
_CUTS = st.lists(st.integers(0, 80), min_size=6, max_size=6)


@settings(max_examples=150, deadline=None)
@given(_TEXT, _CUTS, st.sampled_from(["en", "de", "ru", "uk", "xx"]))
def test_any_text_and_ranges(text: str, cuts: list[int], code: str) -> None:
    low = sorted(min(cut, len(text)) for cut in cuts)
    draft = Draft([(low[0], low[1])], [(low[2], low[3])], [(low[4], low[5])], "", "trained", 1.0)
    complete_circumstances(make_layout(text, [(0, len(text))]), [draft], code)
    parts = [draft.addressee, draft.place, draft.time, draft.medium, *draft.occasion]
    assert all(0 <= part[0] < part[1] <= len(text) for part in parts if part is not None)


def shifted(draft: Draft, by: int) -> Draft:
    source, cue, content = (
        [(low + by, high + by) for low, high in part] for part in (draft.source, draft.cue, draft.content)
    )
    return Draft(source, cue, content, "say", "", 1.0)


@pytest.mark.parametrize("filler", ["in Kelm ", "on May 17 ", ", ", "x ", "to the man "])
def test_time_is_linear(filler: str) -> None:
    single, drafts = marked("{s:Horn} {c:told} reporters {t:that it was late} ")
    size, count = len(single.text), 2000
    text = single.text * count + filler * 100_000
    many = [shifted(drafts[0], at * size) for at in range(count)]
    started = time.process_time()
    complete_circumstances(make_layout(text, [(0, len(text))]), many, "en")
    assert time.process_time() - started < 10
