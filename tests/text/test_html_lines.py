"""The lines of an HTML page, and the elements that they stand in."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.html_lines import HtmlLines, html_lines, parse_html

PAGE = """<html><head><title>Not seen</title><style>p {}</style></head><body>
<nav class="Main-Menu"><ul><li><a href="/">Home</a></li>
<li><a href="/w">World</a> | <a href="/s">Sea</a></li></ul></nav>
<article id="story"><h1>Dam at Kell is open</h1>
<p>The dam <b>at Kell</b> was opened&nbsp;on
 Monday.<br>It holds <a href="/x">ten lakes</a>.</p><script>no()</script><p hidden>Unseen</p>
<p><span class="date">2 May</span> Work went on<!-- a remark --> for years.</p></article>
<div style="display: none">Pop-up</div></body></html>"""


def lines(markup: str) -> HtmlLines:
    root = parse_html(markup)
    assert root is not None
    return html_lines(root, 1_000_000)


def test_one_line_a_block_with_space_folded() -> None:
    assert lines(PAGE).text.split("\n") == [
        "Home",
        "World | Sea",
        "Dam at Kell is open",
        "The dam at Kell was opened on Monday.",
        "It holds ten lakes.",
        "2 May Work went on for years.",
        "Pop-up",
    ]


def test_each_line_knows_its_links_its_type_and_its_element() -> None:
    page = lines(PAGE)
    found = {line.text: line for line in page.lines}
    assert (found["World | Sea"].links, found["World | Sea"].linked) == (2, 8)
    assert found["The dam at Kell was opened on Monday."].strong == len("at Kell")
    assert (found["It holds ten lakes."].links, found["It holds ten lakes."].linked) == (1, 9)
    assert found["2 May Work went on for years."].inner == "date"
    item = page.blocks[found["Home"].block]
    assert item.tag == "li"
    menu = page.blocks[page.blocks[item.parent].parent]
    assert (menu.tag, menu.names, menu.first, menu.last) == ("nav", "main-menu", 0, 2)
    assert page.blocks[found["Pop-up"].block].names == " display-none"


def test_text_around_inner_blocks_belongs_to_the_outer_one() -> None:
    page = lines("<div>Before<p>Inner</p>After</div>")
    tags = [page.blocks[line.block].tag for line in page.lines]
    assert list(zip((line.text for line in page.lines), tags, strict=True)) == [
        ("Before", "div"),
        ("Inner", "p"),
        ("After", "div"),
    ]


def test_the_walk_ends_soon_after_the_limit() -> None:
    root = parse_html("<p>ten letters</p>" * 1_000)
    assert root is not None
    page = html_lines(root, 100)
    assert len(page.lines) < 15
    assert all(block.last >= block.first for block in page.blocks)


@given(
    st.lists(
        st.sampled_from(
            [
                "<div>",
                "</div>",
                "<p>",
                "</p>",
                "<a>",
                "</a>",
                "<b class=x>",
                "text ",
                "<br>",
                "<noscript>",
                "<td hidden>",
            ]
        ),
        max_size=40,
    )
)
def test_blocks_hold_their_lines_and_their_children(parts: list[str]) -> None:
    root = parse_html("".join(parts))
    if root is None:
        return
    page = html_lines(root, 10_000)
    for number, block in enumerate(page.blocks):
        assert 0 <= block.first <= block.last <= len(page.lines)
        assert block.parent < number
        if block.parent >= 0:
            outer = page.blocks[block.parent]
            assert outer.first <= block.first and block.last <= outer.last
    for place, line in enumerate(page.lines):
        assert line.text == line.text.strip() and line.text
        if line.block >= 0:
            assert page.blocks[line.block].first <= place < page.blocks[line.block].last


@given(st.text(max_size=200))
def test_any_text_parses_or_is_nothing(markup: str) -> None:
    root = parse_html(markup)
    if root is not None:
        assert isinstance(html_lines(root, 1_000).text, str)


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 50_000 + "deep text" + "</div>" * 50_000,
        "<p class='" + "x " * 500_000 + "'>long name</p>",
        "<table>" + "<tr><td>a</td><td>b</td></tr>" * 30_000 + "</table>",
        "<noscript>" * 200 + "<b>x</b>" * 20_000,
        "<p>" + "word " * 300_000 + "</p>",
        "<b>a" * 50_000,
    ],
)
def test_hostile_markup_in_linear_time(markup: str) -> None:
    started = time.perf_counter()
    root = parse_html(markup)
    if root is not None:
        html_lines(root, 5_000_000)
    assert time.perf_counter() - started < 10
