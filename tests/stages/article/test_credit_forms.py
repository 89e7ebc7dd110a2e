"""Every form of credit that the stage knows, and what only looks like one (credit_cases.toml)."""

import tomllib
from pathlib import Path

import pytest

from onrecord.data import Language, Reason
from onrecord.stages.article.credits import find_credits
from tests.stages.article.pages import whole

CASES = tomllib.loads((Path(__file__).parent / "credit_cases.toml").read_text(encoding="utf-8"))
TITLES = {
    "en": "Dam at Kell opened",
    "de": "Talsperre bei Kell eröffnet",
    "ru": "В Келле открыли плотину",
    "uk": "У Келлі відкрили греблю",
}
BODIES = {
    "en": (
        "The dam at Kell was opened on Friday, engineers said.\n"
        '"We are content," the mayor told a news conference. It cost 40 million crowns.'
    ),
    "de": (
        "Die Talsperre bei Kell ist am Freitag eröffnet worden, wie das Amt mitteilte.\n"
        "„Wir sind zufrieden“, sagte der Bürgermeister. Sie kostete 40 Millionen."
    ),
    "ru": (
        "Плотину у Келля открыли в пятницу, сообщили инженеры.\n"
        "«Мы довольны», — сказал мэр. Она обошлась в 40 миллионов."
    ),
    "uk": (
        "Греблю біля Келля відкрили у п'ятницю, повідомили інженери.\n"
        "«Ми задоволені», — сказав мер. Вона коштувала 40 мільйонів."
    ),
}


def text_of(language: str, place: str, words: str) -> str:
    title, body = TITLES[language], BODIES[language]
    return {
        "open": f"{title}\n{words}{body}",
        "head": f"{title}\n{words}\n{body}",
        "tail": f"{title}\n{body}\n{words}",
        "end": f"{title}\n{body}{words}",
        "title": f"{words}\n{body}",
    }[place]


@pytest.mark.parametrize("language", sorted(CASES))
def test_forms(language: str) -> None:
    wrong = []
    for place, words, *names in CASES[language]:
        text = text_of(language, place, words)
        article = whole(text, text.split("\n", 1)[0])
        found = find_credits(article, Language(language, 1.0, Reason("given")))
        if {credit.name for credit in found} != set(names):
            wrong.append((place, words, names, [credit.name for credit in found]))
        assert all(credit.span.text in credit.reason.text for credit in found)
    assert not wrong


def test_reasons_are_of_one_article_only() -> None:
    for language, cases in CASES.items():
        for place, words, *names in cases[:60]:
            if not names:
                continue
            text = text_of(language, place, words)
            other = text.replace("Kell", "Orm").replace("Келл", "Орм")
            reasons = [
                {credit.reason.text for credit in find_credits(whole(one, one.split("\n", 1)[0]), LANGUAGE)}
                for one in (text, other)
            ]
            assert text == other or not reasons[0] & reasons[1], words


LANGUAGE = Language("en", 1.0, Reason("given"))
