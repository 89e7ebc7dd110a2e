"""Flat pages read by the line classifier: features, holes, reasons, further articles, other scripts."""
# ruff: noqa: E501 (pages)

import hashlib
import time
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from onrecord.config import ExtractConfig, ReaderConfig
from onrecord.data import PageInput
from onrecord.models.language import identify_language
from onrecord.models.trees import packaged_trees
from onrecord.readers import read_page
from onrecord.stages.article.extract import Extraction, LineModels, extract
from onrecord.stages.article.extract.features import line_features
from onrecord.stages.article.extract.lines import split_lines
from onrecord.stages.article.extract.readings import read_lines

ROOT = Path(__file__).parents[3]
WEIGHTS = ROOT / "src" / "onrecord" / "models" / "weights" / "flat-lines.npz"
CARD = ROOT / "docs" / "models" / "flat-lines.md"

ENGLISH = """\
The Orm Herald
Home
News
Sport
Weather
Subscribe
Harbour of Orm opens again after the storm
By Ilse Tarn
3 May 2031
The harbour of Orm opened again on Saturday, two days after the worst storm in thirty years, the port authority said.
Eleven ships had waited outside the bay since Thursday. The first of them, a grain carrier from Velk, came in at noon.
"We have lost two cranes, but nobody was hurt," said Dana Holt, who heads the port authority. "The rest is repair work."
The government of Velk had offered to send engineers. Holt said that the offer had been accepted with thanks.
Ferries to the islands will run again from Monday, though not at night, because the lights on the outer mole are still dark.
Related
Storm warning for the whole coast
Velk sends engineers
More about shipping
Share this article
Facebook
Twitter
Newsletter
Contact
Privacy
Terms of use
"""

UKRAINIAN = """\
Головна
Новини
Спорт
Погода
Порт Орма знову відкрито після шторму
Порт Орма знову відкрили в суботу, через два дні після найсильнішого за тридцять років шторму, повідомила адміністрація порту.
Одинадцять суден чекали за межами бухти з четверга. Перше з них, зерновоз із Велька, зайшло опівдні.
«Ми втратили два крани, але ніхто не постраждав», — сказала Дана Гольт, яка очолює адміністрацію порту.
Уряд Велька запропонував надіслати інженерів. Гольт сказала, що пропозицію прийняли з подякою.
Читайте також
Штормове попередження для всього узбережжя
Контакти
Реклама
"""

CHINESE = """\
首页
新闻
体育
登录
奥姆港在风暴过后重新开放
港务局表示，奥姆港在三十年来最严重的风暴过去两天之后，于星期六重新开放，十一艘船从星期四起一直在海湾外等候。
第一艘进港的是来自维尔克的运粮船，中午时分靠岸。港务局局长说，港口损失了两台起重机，但没有人员受伤。
维尔克政府曾提出派遣工程师，局长说这一提议已被接受，并对此表示感谢。渡轮从星期一起恢复航行，但夜间停航。
相关新闻
联系我们
版权声明
"""


def cut(text: str) -> Extraction:
    found = read_page(text.encode(), "page.txt", ReaderConfig())
    assert isinstance(found, PageInput)
    models = LineModels(flat=packaged_trees("flat-lines"))
    return extract(found.page, found.sightings, identify_language, ExtractConfig(), models)


class Fixed:
    """A scorer that gives each line the score at its place."""

    def __init__(self, names: tuple[str, ...], scores: list[int]) -> None:
        self.names, self.scale, self.given = names, 10, scores

    def scores(self, rows: NDArray[np.float32]) -> NDArray[np.int64]:
        return np.array(self.given, np.int64)

    def weighed(self, rows: NDArray[np.float32]) -> NDArray[np.int64]:
        found = np.zeros(rows.shape, np.int64)
        found[:, self.names.index("words")] = -7
        return found


def test_the_weights_ask_for_the_features_that_are_there() -> None:
    lines = split_lines(ENGLISH)
    features = line_features(ENGLISH, lines, {})
    assert packaged_trees("flat-lines").names == features.names
    assert len(set(features.names)) == len(features.names)
    assert features.rows.shape == (len(lines), len(features.names))


def test_the_card_names_the_weights() -> None:
    assert WEIGHTS.stat().st_size < 1_000_000
    assert hashlib.sha256(WEIGHTS.read_bytes()).hexdigest() in CARD.read_text(encoding="utf-8")


def test_features_are_whole_numbers() -> None:
    rows = line_features(ENGLISH, split_lines(ENGLISH), {}).rows
    assert np.array_equal(rows, np.floor(rows))
    assert np.isfinite(rows).all()


@given(st.text(st.characters(exclude_categories=()), max_size=400))
def test_any_text_has_features(text: str) -> None:
    lines = split_lines(text)
    if lines:
        rows = line_features(text, lines, {}).rows
        assert len(rows) == len(lines)
        assert np.isfinite(rows).all()


def test_a_line_little_below_zero_between_text_is_no_hole() -> None:
    text = "one\ntwo\nthree\nfour\nfive"
    lines = split_lines(text)
    names = line_features(text, lines, {}).names
    assert read_lines(text, lines, {}, Fixed(names, [5, -5, 5, -15, 5])).text.tolist() == [
        True,
        True,
        True,
        False,
        True,
    ]


def test_a_refused_line_says_which_line_and_what_weighed() -> None:
    text = "One line.\nAnother line of six words here."
    lines = split_lines(text)
    scorer = Fixed(line_features(text, lines, {}).names, [5, -21])
    found = read_lines(text, lines, {}, scorer).unlike([lines[1]])
    assert "“Another line of six words here.”" in found[1].reason
    assert "log-odds -2.1" in found[1].reason
    assert "words (6)" in found[1].reason


def test_an_english_page_keeps_its_text_and_drops_its_menus() -> None:
    found = cut(ENGLISH)
    assert len(found.articles) == 1
    text = found.articles[0].text
    assert found.articles[0].title == "Harbour of Orm opens again after the storm"
    for line in ENGLISH.splitlines()[9:14]:
        assert line in text
    for line in ("Weather", "Velk sends engineers", "Privacy", "Newsletter"):
        assert line not in text


def test_a_ukrainian_page_too() -> None:
    text = "\n".join(article.text for article in cut(UKRAINIAN).articles)
    for line in UKRAINIAN.splitlines()[5:9]:
        assert line in text
    for line in ("Погода", "Штормове попередження", "Контакти"):
        assert line not in text


def test_a_page_in_a_script_without_spaces_roughly() -> None:
    text = "\n".join(article.text for article in cut(CHINESE).articles)
    for line in CHINESE.splitlines()[5:8]:
        assert line in text
    for line in ("首页", "登录", "联系我们"):
        assert line not in text


def test_every_reason_of_a_refused_line_is_its_own() -> None:
    reasons = [piece.reason.text for piece in cut(ENGLISH).furniture]
    assert len(set(reasons)) == len(reasons)


def test_the_same_page_reads_the_same_alone_and_after_others() -> None:
    first = cut(ENGLISH)
    cut(CHINESE)
    assert cut(ENGLISH) == first


def test_a_hundred_thousand_lines_take_no_longer_than_a_page_may() -> None:
    text = "Short line\nA sentence of a text.\n" * 50_000
    started = time.process_time()
    found = cut(text)
    assert time.process_time() - started < 30
    assert found.articles


def test_a_title_and_one_short_sentence_are_an_article() -> None:
    for text in (
        "Quay shut\n\nThe quay at Orm is shut until Monday, the port said.\n",
        "Lighthouse sold\n\nThe lighthouse was sold, Councillor Ebba Rask said on Friday.\n",
        "Tram to run again in autumn\n\n"
        + "The tram will run again in the autumn, Jon Arve said on Friday. " * 900,
    ):
        (article,) = cut(text).articles
        assert text.split("\n\n")[1].strip() in article.text


def test_what_is_surely_no_text_makes_no_article() -> None:
    for text in (
        "Just a moment...\nPlease enable JavaScript to continue using this application.",
        "Home\nNews",
    ):
        found = cut(text)
        assert not found.articles
        assert [problem.kind for problem in found.problems] == ["no article"]
