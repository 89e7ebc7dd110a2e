"""Sentences of articles, parsed and by rule."""

import pytest

from onrecord.data import Article, Language, Reason, span_of
from onrecord.models.english import parse
from onrecord.stages.article.sentences import find_sentences
from tests.stages.article.pages import whole

TEXT = (
    'A Title Without End\nThe dam was opened, said Dr. Hale. Nobody was hurt!\nHe said: "We wait." They left.'
)
EXPECTED = [
    "A Title Without End",
    "The dam was opened, said Dr. Hale.",
    "Nobody was hurt!",
    'He said: "We wait."',
    "They left.",
]


def language(code: str) -> Language:
    return Language(code, 1.0, Reason("made up"))


@pytest.mark.parametrize("parsed", [True, False])
def test_a_title_and_every_paragraph_end_a_sentence(parsed: bool) -> None:
    article = whole(TEXT, "A Title Without End")
    found = find_sentences(article, language("en"), parse(TEXT) if parsed else None)
    assert [span.text for span in found] == EXPECTED
    assert all(TEXT[span.start : span.end] == span.text for span in found)


def test_line_breaks_inside_a_paragraph_do_not_end_a_sentence() -> None:
    text = "The dam at Kell was opened\non Friday. Water reached\nthe fields."
    article = Article("ar-1", "pg-1", 1, (span_of(text, 0, len(text)),), text)
    found = find_sentences(article, language("de"), None)
    assert [span.text for span in found] == [
        "The dam at Kell was opened\non Friday.",
        "Water reached\nthe fields.",
    ]


def test_an_empty_article_has_none() -> None:
    assert find_sentences(Article("ar-1", "pg-1", 1, (), ""), language("und"), None) == ()
