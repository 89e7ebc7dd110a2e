"""Record status, description and anonymity of sources, without a parse and without mentions."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import RecordStatus
from onrecord.stages.article.attribute.draft import Draft, make_layout
from onrecord.stages.article.attribute.terms.status import Status, find_statuses
from tests.stages.article.attribute.drafts import marked

ENGLISH = [
    ("{s:Mira Holm} {c:said} {t:that the port was closed}.", "say", "on record"),
    ("{s:The foreign minister} {c:said} {t:that the port was closed}.", "say", "on record"),
    ("{s:The defence ministry} {c:denied} {t:that it knew}.", "deny", "on record"),
    ("{t:The port will close}, {c:according to} {s:minutes of the meeting}.", "say", "on record"),
    ("{s:A clerk at the port} {c:said} {t:that it was closed}.", "say", "background"),
    ("{s:The driver} {c:said} {t:that it was closed}.", "say", "background"),
    ("{s:Two officials familiar with the plan} {c:said} {t:that it was dead}.", "say", "background"),
    ("{s:Norwegians} {c:say} {t:that it was dead}.", "say", "background"),
    ("The duke has {c:reportedly} {t:left the capital}.", "report", "hearsay"),
    ("{t:The plan} {c:is said} {t:to rest on customs data}.", "report", "hearsay"),
    ("{c:According to} {s:rumours}, {t:the duke has left}.", "report", "hearsay"),
    ("{s:A cook} {c:had heard} {t:that the duke was ill}.", "say", "hearsay"),
    ("{c:It is believed} {t:that the duke will resign}.", "believe", "unstated"),
    ("{c:They say} {t:that the duke has left}.", "say", "hearsay"),
    ("{s:The brotherhood} {c:said} {t:that it was over}.", "say", "on record"),
    ("{s:Norway} {c:says} {t:the treaty is dead}.", "say", "unstated"),
    ("{s:Vestan authorities} {c:maintain} {t:that the border is safe}.", "claim", "unstated"),
    ("{s:The palace} {c:continues to reject} {t:foreign terms}.", "deny", "unstated"),
    ("{s:He} {c:said} {t:that it was over}.", "say", "unstated"),
    ("{s:The palace} {c:continues to reject} {t:terms that would end it}.", "deny", "unstated"),
    ("{s:The palace} {c:rejected} {t:foreign terms}.", "deny", "on record"),
    ("{s:Norway} {c:said} {t:“the treaty is dead”}.", "say", "on record"),
]
OTHERS = [
    ("ru", "{s:Пресс-секретарь Инга Полт} {c:заявила}, {t:что порт закрыт}.", "on record"),
    ("ru", "{c:По словам} {s:двух чиновников, близких к дворцу}, {t:порт закрыт}.", "background"),
    ("ru", "{c:По слухам}, {t:порт закрыт}.", "hearsay"),
    ("ru", "{c:Сообщается}, {t:что порт закрыт}.", "unstated"),
    ("ru", "{s:В порту} {c:сообщили}, {t:что он закрыт}.", "on record"),
    ("uk", "{s:Речниця міністерства} {c:заявила}, {t:що порт закрито}.", "on record"),
    ("uk", "{s:Двоє посадовців} {c:сказали}, {t:що порт закрито}.", "background"),
    ("ru", "{c:Говорят}, {t:что порт закрыт}.", "hearsay"),
    ("uk", "{c:За чутками}, {t:порт закрито}.", "hearsay"),
    ("de", "{s:Außenministerin Mira Holm} {c:sagte}, {t:der Hafen sei zu}.", "on record"),
    ("de", "{s:Zwei mit dem Plan vertraute Beamte} {c:sagten}, {t:der Hafen sei zu}.", "background"),
    ("de", "{c:Laut} {s:Medienberichten} {t:ist der Hafen zu}.", "hearsay"),
]


def statuses(
    text: str, code: str = "en", classes: str = "", inside: dict[int, int] | None = None
) -> list[Status]:
    layout, drafts = marked(text, code, classes, inside)
    return find_statuses(layout, drafts, (), code)


@pytest.mark.parametrize(("text", "cue_class", "expected"), ENGLISH, ids=[case[0][:40] for case in ENGLISH])
def test_english(text: str, cue_class: str, expected: str) -> None:
    (found,) = statuses(text, classes=cue_class)
    assert found.status.value == expected


@pytest.mark.parametrize(("code", "text", "expected"), OTHERS, ids=[case[1][:40] for case in OTHERS])
def test_other_languages(code: str, text: str, expected: str) -> None:
    (found,) = statuses(text, code)
    assert found.status.value == expected


def test_reasons_quote_the_article() -> None:
    text = "{s:Two envoys} {c:said} {t:it was dead}. {s1:Mira Holm} {c1:said} {t1:it lived}."
    for found in statuses(text):
        assert any(words in found.why for words in ("Two envoys", "Mira Holm"))


def test_parts_of_a_description() -> None:
    text = "{s:Two former high-ranking officials close to the palace} {c:said} {t:it was dead}."
    (found,) = statuses(text)
    assert found.described is not None
    assert found.described.number is not None and found.described.number.text == "Two"
    assert found.described.description.text == "former high-ranking officials"
    assert found.described.closeness is not None
    assert found.described.closeness.text == "close to the palace"


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        (
            "en",
            "{s:An official}, speaking on condition of anonymity, {c:said} {t:it was dead}.",
            "on condition of anonymity",
        ),
        (
            "en",
            "{s:An official who asked not to be named} {c:said} {t:it was dead}.",
            "asked not to be named",
        ),
        (
            "en",
            "{s:An envoy} {c:said} {t:it was dead}. He spoke on condition of anonymity.",
            "on condition of anonymity",
        ),
        ("de", "{s:Ein Beamter} {c:sagte} unter der Bedingung der Anonymität, {t:es sei aus}.", "Anonymität"),
        (
            "ru",
            "{s:Чиновник} {c:сказал} на условиях анонимности, {t:что всё кончено}.",
            "на условиях анонимности",
        ),
        (
            "uk",
            "{s:Посадовець} {c:сказав} на умовах анонімності, {t:що все скінчено}.",
            "на умовах анонімності",
        ),
    ],
)
def test_anonymity(code: str, text: str, words: str) -> None:
    (found,) = statuses(text, code)
    assert found.status is RecordStatus.BACKGROUND
    assert found.anonymity is not None and words in found.anonymity.text


def test_anonymity_is_the_nearest_source_s() -> None:
    text = (
        "{s:The president} {c:wants} {t:peace}, {c1:according to} {s1:a friend}, who spoke to Norwire "
        "on condition of anonymity. "
    )
    first, second = statuses(text, classes="believe say")
    assert first.anonymity is None
    assert second.anonymity is not None


def test_a_relayed_thought_is_hearsay() -> None:
    text = "{c:According to} {s:two advisers}, {t:{s1:Arden} {c1:believes} {t1:that the army is strong}}."
    outer, inner = statuses(text, classes="say believe", inside={1: 0})
    assert outer.status is RecordStatus.BACKGROUND
    assert inner.status is RecordStatus.HEARSAY
    assert "two advisers" in inner.why


def test_what_an_outlet_tells_is_not_relayed() -> None:
    text = "{s:The Halmar Courier} {c:reports} {t:that {s1:the mayor} {c1:wants} {t1:the bridge closed}}."
    outer, inner = statuses(text, classes="report demand", inside={1: 0})
    assert (outer.status, inner.status) == (RecordStatus.ON_RECORD, RecordStatus.ON_RECORD)


def test_a_spokesman_relays_no_thought() -> None:
    text = "{t:{s1:The governor} {c1:believes} {t1:the dam will hold}}, {s:his spokesman} {c:said}."
    _, inner = statuses(text, classes="say believe", inside={1: 0})
    assert inner.status is RecordStatus.ON_RECORD


def test_a_pronoun_speaks_as_what_it_takes_up() -> None:
    text = "{s:A senior envoy} {c:said} {t:it was dead}. {t1:“All is lost,”} {s1:he} {c1:added}."
    first, second = statuses(text)
    assert (first.status, second.status) == (RecordStatus.BACKGROUND, RecordStatus.BACKGROUND)
    assert "A senior envoy" in second.why
    assert second.speaker is not None and second.speaker.name == "A senior envoy"


def test_a_voiced_thought_is_on_record() -> None:
    text = "{s:Mira Holm} {c:believes} {t:that it will hold}. {t1:“It will hold,”} {s1:Mira Holm} {c1:said}."
    thought, voice = statuses(text, classes="believe say")
    assert (thought.status, voice.status) == (RecordStatus.ON_RECORD, RecordStatus.ON_RECORD)
    assert "speaks beside it" in thought.why


@pytest.mark.parametrize(
    "unit", ["Mira Holm said he ", "on condition of ", "the minister ", "“a” said Holm. He "]
)
def test_time_does_not_explode(unit: str) -> None:
    def seconds(count: int) -> float:
        text = unit * count
        size = len(unit)
        drafts = [
            Draft([(at, at + size - 1)], [(at + 2, at + 4)], [(at, at + 3)], "say", "trained", 1.0)
            for at in range(0, len(text), size)
        ]
        start = time.process_time()
        find_statuses(make_layout(text, [(0, len(text))]), drafts, (), "en")
        return time.process_time() - start

    seconds(20)
    assert seconds(800) < 16 * max(seconds(200), 0.02)


ranges = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: (min(pair), max(pair)))
PIECES = [
    "Holm ",
    "minister ",
    "two ",
    "sources ",
    "he ",
    "who ",
    "“",
    "”",
    ". ",
    "\n",
    "\0",
    "\ud800",
    "close to ",
    "said ",
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.lists(st.tuples(ranges, ranges, ranges), max_size=3),
    st.sampled_from(["en", "de", "ru", "uk", "xx"]),
)
def test_any_text(
    text: str, spans: list[tuple[tuple[int, int], tuple[int, int], tuple[int, int]]], code: str
) -> None:
    size = len(text)

    def cut(span: tuple[int, int]) -> tuple[int, int]:
        return min(span[0], size), min(span[1], size)

    drafts = [
        Draft([cut(source)], [cut(cue)], [cut(content)], "say", "trained", 1.0)
        for source, cue, content in spans
    ]
    layout = make_layout(text, [(0, size)])
    found = find_statuses(layout, drafts, (), code)
    assert found == find_statuses(layout, drafts, (), code)
    for status in found:
        parts = [status.anonymity, status.speaker.span if status.speaker else None]
        if status.described is not None:
            parts += [status.described.description, status.described.number, status.described.closeness]
        for span in parts:
            assert span is None or text[span.start : span.end] == span.text
