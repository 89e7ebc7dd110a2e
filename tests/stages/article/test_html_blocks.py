"""HTML pages read by trained trees: what is kept, what is not, and why."""
# ruff: noqa: E501 (pages as they are)

import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.config import ExtractConfig, ReaderConfig
from onrecord.data import PageInput
from onrecord.models.language import identify_language
from onrecord.models.trees import packaged_trees
from onrecord.readers import read_page
from onrecord.stages.article.extract import Extraction, LineModels, extract
from onrecord.stages.article.extract.blocks.features import block_features
from onrecord.stages.article.extract.blocks.readings import read_blocks, walk
from onrecord.stages.article.extract.blocks.said import said
from onrecord.stages.article.extract.lines import split_lines
from onrecord.text.html_lines import html_lines, parse_html
from tests.stages.article.pages import read

MODELS = LineModels(html=packaged_trees("html-lines"))
TEXT = (
    "The harbour council of Brask voted on Tuesday to close the old ferry pier for the winter, after divers "
    "had found cracks in eleven of its forty piles.",
    "“Nobody should stand on that pier when the ice comes,” said the harbour master, Ilva Dorn. She had asked "
    "for new piles three years ago, and the council had put the matter off twice.",
    "The ferry to Orm will leave from the fish quay until the work is done. Drivers have to come forty minutes "
    "early, the company said, because there is room for only sixty cars.",
    "A new pier would cost some nine million crowns. The council wants to hear from the province first, which "
    "paid for half of the old one when it was built.",
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Brask closes its ferry pier - The Orm Lantern</title></head><body>
<header class="site-header"><a href="/">The Orm Lantern</a><nav class="main-nav"><ul><li><a href="/news">News</a></li>
<li><a href="/sea">Sea</a></li><li><a href="/sport">Sport</a></li><li><a href="/letters">Letters</a></li></ul></nav></header>
<main><article class="post"><h1>Brask closes its ferry pier</h1><div class="byline">By Tomas Vell</div>
<div class="entry-content">{"".join(f"<p>{text}</p>" for text in TEXT)}</div>
<div class="share-buttons"><a href="#f">Tell a friend</a> <a href="#m">Send by mail</a></div></article>
<section class="related-posts"><h3>From the coast</h3><ul><li><a href="/1">Lighthouse of Kell is to be sold to a painter</a></li>
<li><a href="/2">Herring prices fall for the third week in a row</a></li>
<li><a href="/3">Two schools in Orm share one teacher of music</a></li></ul></section>
<section id="comments"><h3>Three voices</h3><ol class="comment-list">
<li class="comment"><p>About time! I fell there last year and nobody cared, so I welcome this.</p></li>
<li class="comment"><p>And who pays for our lost customers on the old quay, I wonder.</p></li></ol></section></main>
<aside class="widget"><h4>Weather</h4><p>Wind from the north, four degrees, sleet by evening.</p></aside>
<footer class="site-footer"><p>The Orm Lantern, Quay Street 4, Orm. Printed and published since 1911.</p></footer></body></html>"""


def cut(markup: str) -> tuple[PageInput, Extraction]:
    page = read(markup, "page.html")
    return page, extract(page.page, page.sightings, identify_language, ExtractConfig(), MODELS)


def test_the_text_is_kept_and_all_around_it_is_furniture_with_a_reason_of_its_own() -> None:
    _, found = cut(PAGE)
    article = found.articles[0]
    assert article.title == "Brask closes its ferry pier"
    assert article.text.split("\n")[-4:] == list(TEXT)
    reasons = [item.reason.text for item in found.furniture]
    assert len(set(reasons)) == len(reasons)
    for item in found.furniture:
        assert item.span.text[:30] in item.reason.text
    about = {item.span.text: item for item in found.furniture}
    teaser = about["Herring prices fall for the third week in a row"]
    assert "log-odds -" in teaser.reason.text
    voice = next(item for text, item in about.items() if text.startswith("And who pays"))
    assert voice.kind in ("comments", "outside", "text after the article")


@pytest.mark.parametrize("renamed", ["css-1x9k", ""])
def test_names_of_elements_are_not_needed(renamed: str) -> None:
    markup = PAGE
    for name in ("site-header", "main-nav", "post", "byline", "entry-content", "share-buttons", "related-posts",
                 "comment-list", "comment", "widget", "site-footer"):  # fmt: skip
        markup = markup.replace(f'class="{name}"', f'class="{renamed}"')
    markup = markup.replace('id="comments"', "")
    _, found = cut(markup)
    assert found.articles[0].text.split("\n")[-4:] == list(TEXT)


def test_the_features_are_those_of_the_model_and_each_can_be_said() -> None:
    root = parse_html(PAGE)
    assert root is not None
    page = html_lines(root, 100_000)
    features = block_features(page, ["Brask closes its ferry pier"])
    assert features.names == packaged_trees("html-lines").names
    assert np.isfinite(features.rows).all()
    for name in features.names:
        for value in (-1, 0, 1, 11, 501):
            clause = said(name, value, page.lines[5], page)
            assert clause and "{" not in clause


def test_reasons_name_elements_and_shares() -> None:
    page = read(PAGE, "page.html").page
    lines = split_lines(page.text)
    readings = read_blocks(page, lines, ["Brask closes its ferry pier"], packaged_trees("html-lines"))
    assert readings is not None
    texts = {
        line.text: mark.reason for line, mark in zip(lines, readings.against(lines).values(), strict=True)
    }
    teaser = texts["Lighthouse of Kell is to be sold to a painter"]
    assert teaser.startswith("“Lighthouse of Kell is to be sold to a painter” is read as no main text")
    assert any(word in teaser for word in ("link text", "<section", "<ul", "<li", "formatted"))


def test_a_page_whose_bytes_no_longer_give_its_text_is_read_as_flat() -> None:
    page = read(PAGE, "page.html").page
    assert walk(page) is not None
    assert walk(replace(page, raw=b"<p>Another page.</p>")) is None
    other = replace(page, raw=b"<p>Another page.</p>")
    found = extract(other, (), identify_language, ExtractConfig(), MODELS)
    assert found.articles[0].title == "Brask closes its ferry pier"


TAGS = st.sampled_from(
    ["p", "div", "li", "h1", "a", "td", "span", "article", "section class='related'", "ul", "br"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TAGS, st.text(max_size=80)), max_size=25))
def test_any_page_is_covered_and_cut_the_same_twice(parts: list[tuple[str, str]]) -> None:
    body = "".join(f"<{tag}>{text}</{tag.split()[0]}>" for tag, text in parts)
    given_page = read_page(
        f"<!doctype html><html><body><p>Start.</p>{body}".encode("utf-8", "replace"), "p", ReaderConfig()
    )
    if not isinstance(given_page, PageInput):
        return
    once = extract(given_page.page, (), identify_language, ExtractConfig(), MODELS)
    assert once == extract(given_page.page, (), identify_language, ExtractConfig(), MODELS)
    spans = [span for article in once.articles for span in article.spans]
    spans += [item.span for item in once.furniture]
    covered = "".join(span.text for span in sorted(spans))
    assert "".join(covered.split()) == "".join(given_page.page.text.split())


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 20_000 + f"<p>{TEXT[0]}</p>" + "</div>" * 20_000,
        "<table>" + "<tr><td>12</td><td>A row of words</td></tr>" * 8_000 + "</table>",
        f"<p class='{'x ' * 200_000}'>{TEXT[1]}</p>",
        "".join(f"<p>{TEXT[number % 4]}</p>" for number in range(8_000)),
        "<ul>" + "<li><a href='/x'>A teaser of some words</a></li>" * 8_000 + "</ul>",
    ],
    ids=["deep", "table", "long name", "long text", "links"],
)
def test_hostile_pages_are_cut_in_linear_time(markup: str) -> None:
    page = read(f"<!doctype html><html><body>{markup}</body></html>", "page.html")
    started = time.perf_counter()
    extract(page.page, page.sightings, identify_language, ExtractConfig(), MODELS)
    assert time.perf_counter() - started < 20
