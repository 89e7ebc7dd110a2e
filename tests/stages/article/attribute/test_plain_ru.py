"""Russian attributions: what the written passages mark, shapes one by one, any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.attribution_written import WrittenPassage
from onrecord.data import AttributionKind, Factuality, RecordStatus
from tests.stages.article.attribute.slavic import Said, expected, passages, read, said, words

CODE = "ru"


@pytest.mark.parametrize("passage", passages(CODE), ids=lambda passage: passage.id)
def test_written_passages_are_read_as_marked(passage: WrittenPassage) -> None:
    assert said(passage.text, CODE) == expected(passage)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Телеканал «Луч» передаёт со слов очевидцев, что колонна растянулась на десять вёрст.",
            {
                Said("Телеканал «Луч»", "передаёт", "что колонна растянулась на десять вёрст"),
                Said(
                    "очевидцев",
                    "со слов",
                    "что колонна растянулась на десять вёрст",
                    inside="Телеканал «Луч»",
                ),
            },
        ),
        (
            "По данным разведки, на которые ссылается The Harbour Post, ракеты у границы.",
            {
                Said("The Harbour Post", "ссылается", "ракеты у границы"),
                Said("разведки", "По данным", "ракеты у границы", inside="The Harbour Post"),
            },
        ),
        (
            "Агентство «Норд» приводит слова премьера Саввича: «Мы уйдём, только если попросят».",
            {
                Said("Агентство «Норд»", "приводит", "«Мы уйдём, только если попросят»"),
                Said(
                    "премьера Саввича", "слова", "«Мы уйдём, только если попросят»", inside="Агентство «Норд»"
                ),
            },
        ),
        (
            "Газета «Полдень» узнала от трёх чиновников, что канцлер ушёл.",
            {
                Said("Газета «Полдень»", "узнала", "что канцлер ушёл"),
                Said("трёх чиновников", "от", "что канцлер ушёл", inside="Газета «Полдень»"),
            },
        ),
        (
            "«Корчак тогда ответил: „Решайте сами“», — рассказал бывший помощник посла.",
            {
                Said("бывший помощник посла", "рассказал", "«Корчак тогда ответил: „Решайте сами“»"),
                Said("Корчак", "ответил", "„Решайте сами“", inside="бывший помощник посла"),
            },
        ),
        (
            "«Норд» пишет, что Рак пообещал уйти. Он добавил, что преемник выбран.",
            {
                Said("«Норд»", "пишет", "что Рак пообещал уйти"),
                Said("Рак", "пообещал", "уйти", inside="«Норд»"),
                Said("Он", "добавил", "что преемник выбран", inside="«Норд»"),
            },
        ),
        ("«Мы уйдём!» — ухмыльнулся Рак.", {Said("Рак", "ухмыльнулся", "«Мы уйдём!»")}),
        ('"Мы не знали", - сказал Рак.', {Said("Рак", "сказал", '"Мы не знали"')}),
        ("Мост не открыли», — сказал Рак.", {Said("Рак", "сказал", "Мост не открыли»")}),
        ("Рак заявил: «Мы не знали", {Said("Рак", "заявил", "«Мы не знали")}),
        (
            "В среду, 5 марта, Рак сообщил, что дорога открыта.",
            {Said("Рак", "сообщил", "что дорога открыта")},
        ),
        (
            "Рак рассказал о планах, но назвать сроки отказался.",
            set(),
        ),
        (
            "Министр, ссылаясь на данные разведки, заявил, что враг готовит наступление.",
            {
                Said("Министр", "заявил", "что враг готовит наступление"),
                Said("данные разведки", "ссылаясь на", "что враг готовит наступление", inside="Министр"),
            },
        ),
        (
            "Президенту доложили, что мост взорван, сообщил Лялин.",
            {
                Said("Лялин", "сообщил", "Президенту доложили, что мост взорван"),
                Said("", "доложили", "что мост взорван", inside="Лялин"),
            },
        ),
        ("Депутаты говорят, мол, закон сырой.", {Said("Депутаты", "говорят", "мол, закон сырой")}),
    ],
)
def test_shapes(text: str, wanted: set[Said]) -> None:
    assert said(text, CODE) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Рак отказался комментировать договор.",
        "Пресс-секретарь не смогла оперативно ответить на вопросы журналистов.",
        "Чиновница попросила не называть её имени.",
        "Рак говорил об этом ещё в марте.",
        "Певица спела «Не уходи», и зал встал.",
        "Комбинат «Заря» построил цех на берегу озера «Синее».",
        "Фильм «Мост» назвали лучшим в программе фестиваля.",
        "Текст: Анна Рак",
    ],
)
def test_silence_and_names_are_no_attributions(text: str) -> None:
    assert said(text, CODE) == set()


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Рак не говорил, что уйдёт.", Factuality.NEGATED),
        ("Рак завтра заявит, что уходит.", Factuality.PREDICTED),
        ("Рак собирается объявить, что уходит.", Factuality.PREDICTED),
        ("Любой министр сказал бы, что денег нет.", Factuality.HYPOTHETICAL),
        ("Разве министр обещал, что налоги снизят?", Factuality.QUESTION),
        ("Рак не исключил, что уйдёт.", Factuality.FACT),
    ],
)
def test_whether_it_was_said(text: str, factuality: Factuality) -> None:
    (found,) = read(text, CODE)
    assert found.factuality is factuality


def test_to_whom_where_and_when() -> None:
    (found,) = read("Вартанян заявил журналистам в Варене 17 мая, что порт работает.", CODE)
    told = (found.addressee, found.place, found.time)
    assert [span.text if span else None for span in told] == ["журналистам", "Варене", "17 мая"]


def test_status_and_kind() -> None:
    (unnamed,) = read("«Плана нет», — сообщил «Норду» источник в администрации.", CODE)
    assert (unnamed.status, unnamed.kind) == (RecordStatus.BACKGROUND, AttributionKind.DIRECT)
    assert words(unnamed.source) == "источник в администрации"
    (rumour,) = read("По слухам, директора уволили.", CODE)
    assert rumour.status is RecordStatus.HEARSAY


def test_a_name_in_guillemets_makes_nothing_mixed() -> None:
    (found,) = read("Рак заявил, что завод «Заря» продан.", CODE)
    assert found.kind is AttributionKind.INDIRECT


PIECES = st.sampled_from(
    (
        'сказал заявила что « » — – , . : ; ? ! „ “ " Рак «Норд» по словам его слова приводит со ссылкой на '
        "об этом якобы мол источник журналистам в Варене 17 мая не бы ли если который узнал от "
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


@pytest.mark.parametrize(
    "piece", ["«", "сказал, ", "— сказал Рак, ", "по словам Рака, ", "..", "«а, — сказал он, — "]
)
def test_long_hostile_lines_are_read(piece: str) -> None:
    assert len(read(piece * (60_000 // len(piece)), CODE)) >= 0
