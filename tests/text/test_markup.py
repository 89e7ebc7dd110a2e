"""Markup nested deeper than a parser reads."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.markup import cap_depth


def test_shallow_markup_comes_back_as_it_is() -> None:
    markup = "<div><p>One.</p><p>Two.<br><img src='a'></div>" * 50
    assert cap_depth(markup, 3) is markup
    assert cap_depth("", 3) == ""


def test_only_tags_beyond_the_limit_are_taken_out() -> None:
    markup = "<div>a" * 5 + "</div>b" * 5
    assert cap_depth(markup, 2) == "<div>a<div>a" + "<br>a" * 3 + "<br>b" * 3 + "</div>b</div>b"


def test_script_keeps_its_tag_at_any_depth() -> None:
    assert "<script>hidden()</script>" in cap_depth("<b>" * 9 + "<script>hidden()</script>", 3)


@given(st.text(st.sampled_from("<>/div \"'a"), max_size=80), st.integers(0, 4))
def test_it_never_fails(markup: str, most: int) -> None:
    assert isinstance(cap_depth(markup, most), str)


@pytest.mark.parametrize("unit", ["<div>", "<", "<a ", "<div title='", "</b>", "<!--"])
def test_linear(unit: str) -> None:
    started = time.perf_counter()
    cap_depth(unit * 100_000, 200)
    assert time.perf_counter() - started < 5
