"""The language of an article and its reason."""

import pytest

from onrecord.models.language import identify_language
from onrecord.stages.article.language import identify_article
from tests.stages.article.pages import whole


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("The dam at Kell was opened on Friday, engineers said.", "en"),
        ("Der Damm wurde am Freitag geöffnet, sagten die Ingenieure.", "de"),
        ("Дамбу відкрили у п'ятницю, повідомили інженери.", "uk"),
        ("Дамбу открыли в пятницу, сообщили инженеры.", "ru"),
    ],
)
def test_the_body_decides_and_not_the_title(body: str, code: str) -> None:
    found = identify_article(whole(f"Kell Kell Kell\n{body}", "Kell Kell Kell"), identify_language)
    assert found.code == code
    assert body[:20] in found.reason.text
    assert found.reason.spans[0].text == body[: len(found.reason.spans[0].text)]


@pytest.mark.parametrize("text", ["", "\n", "12", "Xq"])
def test_too_little_text_is_und(text: str) -> None:
    assert identify_article(whole(text), identify_language).code == "und"
