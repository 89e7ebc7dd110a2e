"""The composed pages: always the same, whole, and scored as their README says."""

from collections import Counter
from dataclasses import replace

import pytest

from eval.composed.pages import ComposedPage, composed_pages
from eval.composed.score import Predicted, fold, fold_title, score_page
from eval.composed.texts import load_texts
from onrecord.config import ReaderConfig
from onrecord.data import PageInput
from onrecord.readers import read_page

PAGES = composed_pages()


def ideal(page: ComposedPage) -> list[Predicted]:
    return [
        Predicted(article.title, "\n".join([article.title, *article.paragraphs, *article.optional]))
        for article in page.articles
    ]


def read(page: ComposedPage) -> str:
    found = read_page(page.raw, "page.html" if page.medium == "html" else "page.txt", ReaderConfig())
    assert isinstance(found, PageInput)
    return found.page.text


def test_sixty_pages_half_of_them_html_two_to_six_articles() -> None:
    assert Counter((page.half, page.medium) for page in PAGES) == {
        (half, medium): 15 for half in ("seen", "unseen") for medium in ("html", "flat")
    }
    assert {len(page.articles) for page in PAGES} == {2, 3, 4, 5, 6}
    assert len({page.layout for page in PAGES}) == 8
    assert len({page.raw for page in PAGES}) == 60


def test_the_same_pages_every_time() -> None:
    assert [page.raw for page in composed_pages()] == [page.raw for page in PAGES]


def test_halves_share_no_text_and_no_layout() -> None:
    seen, unseen = ([page for page in PAGES if page.half == half] for half in ("seen", "unseen"))
    assert not {page.layout for page in seen} & {page.layout for page in unseen}
    assert not {text.title for text in load_texts("seen")} & {text.title for text in load_texts("unseen")}


def test_each_article_is_on_a_page_once_and_whole() -> None:
    for page in PAGES:
        assert len({article.id for article in page.articles}) == len(page.articles), page.id
        text = fold(read(page))
        for article in page.articles:
            assert fold(article.title) in text, (page.id, article.title)
            for paragraph in article.paragraphs:
                assert fold(paragraph).rstrip() in text, (page.id, paragraph)


def test_a_careful_reader_gets_every_page_right() -> None:
    for page in PAGES:
        score = score_page(page, ideal(page))
        assert score.right, (page.id, score)
        assert score.furniture < 0.06, "short sentences and closing marks are not counted"


def test_all_text_as_one_article_is_mixed() -> None:
    for page in PAGES:
        score = score_page(page, [Predicted(page.articles[0].title, read(page))])
        assert score.mixed == 1, page.id
        assert not score.right


@pytest.mark.parametrize("page", PAGES[::7], ids=lambda page: page.id)
def test_what_makes_a_page_wrong(page: ComposedPage) -> None:
    good = ideal(page)
    assert not score_page(page, good[1:]).right
    assert not score_page(page, [replace(good[0], title="Another title"), *good[1:]]).right
    assert score_page(page, [*good, Predicted("Man bites dog", "Three were hurt. " * 9)]).extra == 1
    assert score_page(page, [*good, good[0]]).extra == 1
    long = max(page.articles, key=lambda article: len(article.paragraphs))
    tail = Predicted(None, "\n".join(long.paragraphs[-2:]))
    assert score_page(page, [*good, tail]).extra == 1
    assert score_page(page, []).articles[0].covered == 0


def test_a_number_or_time_before_a_title_is_left_aside() -> None:
    assert fold_title("3. “Leave it!”") == fold_title("Leave it")
    assert fold_title("14:32 Dam opened") == fold_title("DAM OPENED")
    assert fold_title("Dam opened") != fold_title("Dam opened again")
