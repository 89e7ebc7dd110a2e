"""Ukrainian attributions: what the written passages mark, shapes one by one, any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.attribution_written import WrittenPassage
from onrecord.data import AttributionKind, Factuality, RecordStatus
from tests.stages.article.attribute.slavic import Said, expected, passages, read, said, words

CODE = "uk"


@pytest.mark.parametrize("passage", passages(CODE), ids=lambda passage: passage.id)
def test_written_passages_are_read_as_marked(passage: WrittenPassage) -> None:
    assert said(passage.text, CODE) == expected(passage)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Телеканал «Дзвін» передає зі слів очевидців, що колона розтягнулася.",
            {
                Said("Телеканал «Дзвін»", "передає", "що колона розтягнулася"),
                Said("очевидців", "зі слів", "що колона розтягнулася", inside="Телеканал «Дзвін»"),
            },
        ),
        (
            "За словами речника Ігоря Ляліна, слова якого наводить агентство «Північ», зустріч буде.",
            {
                Said("агентство «Північ»", "слова … наводить", "зустріч буде"),
                Said("речника Ігоря Ляліна", "За словами", "зустріч буде", inside="агентство «Північ»"),
            },
        ),
        (
            "У заяві, яку наводить «Північ», ідеться, що шахту закриють.",
            {
                Said("«Північ»", "наводить", "що шахту закриють"),
                Said("У заяві", "ідеться", "що шахту закриють", inside="«Північ»"),
            },
        ),
        (
            "«Північ» повідомляє, що Reuters із посиланням на джерела в Дубні пише, що саміт відкладено.",
            {
                Said(
                    "«Північ»",
                    "повідомляє",
                    "що Reuters із посиланням на джерела в Дубні пише, що саміт відкладено",
                ),
                Said("Reuters", "пише", "що саміт відкладено", inside="«Північ»"),
                Said("джерела в Дубні", "із посиланням на", "що саміт відкладено", inside="Reuters"),
            },
        ),
        (
            "«Мені зателефонував мер і сказав, що води не буде», — згадує Лідія Кош.",
            {
                Said("Лідія Кош", "згадує", "«Мені зателефонував мер і сказав, що води не буде»"),
                Said("мер", "сказав", "що води не буде", inside="Лідія Кош"),
            },
        ),
        (
            "Уряд ухвалив рішення, сказала у середу, 5 березня, віцепрем'єрка Ніна Гай.",
            {Said("віцепрем'єрка Ніна Гай", "сказала", "Уряд ухвалив рішення")},
        ),
        ("– Ми програли, – визнав тренер.", {Said("тренер", "визнав", "– Ми програли")}),
        ("Експерти сумніваються, що завод оживе.", {Said("Експерти", "сумніваються", "що завод оживе")}),
        (
            "Речниця заявила, що війну зупинять, якщо сусіди визнають кордон.",
            {Said("Речниця", "заявила", "що війну зупинять, якщо сусіди визнають кордон")},
        ),
    ],
)
def test_shapes(text: str, wanted: set[Said]) -> None:
    assert said(text, CODE) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Рак відмовився коментувати договір.",
        "Міністр відмовився говорити, хто веде перемовини.",
        "Ткач поки що не коментувала заяву.",
        "Чиновниця попросила не називати її імені.",
        "Співачка заспівала «Не йди», і зала встала.",
        "Підготовка до саміту миру: хто підтвердив участь",
        "Текст: Анна Рак",
    ],
)
def test_silence_and_names_are_no_attributions(text: str) -> None:
    assert said(text, CODE) == set()


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Горень не казав, що піде.", Factuality.NEGATED),
        ("Горень завтра оголосить, що йде.", Factuality.PREDICTED),
        ("Кожен лікар сказав би, що ліків бракує.", Factuality.HYPOTHETICAL),
        ("Хіба міністр обіцяв, що податки знизять?", Factuality.QUESTION),
        ("Клен не виключає, що піде.", Factuality.FACT),
    ],
)
def test_whether_it_was_said(text: str, factuality: Factuality) -> None:
    (found,) = read(text, CODE)
    assert found.factuality is factuality


def test_to_whom_where_and_when() -> None:
    (found,) = read("Рей заявив журналістам у Дубні 17 травня, що матч відбудеться.", CODE)
    told = (found.addressee, found.place, found.time)
    assert [span.text if span else None for span in told] == ["журналістам", "Дубні", "17 травня"]


def test_status_and_kind() -> None:
    (unnamed,) = read("«Плану немає», — повідомило «Півночі» джерело в уряді.", CODE)
    assert (unnamed.status, unnamed.kind) == (RecordStatus.BACKGROUND, AttributionKind.DIRECT)
    assert words(unnamed.source) == "джерело в уряді"
    (rumour,) = read("За чутками, завод продали.", CODE)
    assert rumour.status is RecordStatus.HEARSAY


PIECES = st.sampled_from(
    (
        'сказав заявила що « » — – , . : ; ? ! „ “ " Рак «Північ» за словами його слова '
        "наводить з посиланням на "
        "про це нібито мовляв джерело журналістам у Дубні 17 травня не би чи якщо який "
        "дізнався від "
        "\n — ( ) ... \x00 \ud800"
    ).split(" ")
)


@given(st.one_of(st.lists(PIECES, max_size=60).map(" ".join), st.text(max_size=200)))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_spans_carry_their_words(text: str) -> None:
    found = read(text, CODE)
    ids = {item.id for item in found}
    for item in found:
        assert item.content
        assert item.parent is None or item.parent in ids - {item.id}
        for span in [*item.source, *item.cue, *item.content]:
            assert text[span.start : span.end] == span.text != ""
    assert read(text, CODE) == found
