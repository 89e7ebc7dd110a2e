"""Words that two pages share without any reuse: captions, embedded posts, furniture, public statements.

Ten pairs of independent articles (shared/pairs.toml); each pair is given, in turn, the same caption, the
same embedded post, the same furniture and the same public statement, as HTML and as flat text, and read
by the whole way that pages take.
"""

import html
import tomllib
from itertools import product
from pathlib import Path

import pytest

from onrecord.config import Config
from onrecord.data import ArticleFindings, PageInput
from onrecord.engine import LocalEngine
from onrecord.pipeline import analyse_page
from onrecord.readers import read_page
from onrecord.stages.corpus.reuse import find_reuse

PAIRS = tomllib.loads((Path(__file__).parent / "shared" / "pairs.toml").read_text(encoding="utf-8"))["pair"]
SHARED = ("caption", "post", "furniture", "statement")
# How either reporter leads into the statement: the words around it are their own.
LEADS = (
    ("At an open-air meeting on Friday {who} said: “{what}.”", "“{what},” {who} had told a crowd last week."),
    ("{who} put it like this on Thursday: “{what}.”", "In a speech carried by radio {who} said: “{what}.”"),
)


def _as_html(title: str, text: str, kind: str, shared: str) -> str:
    paragraphs = [f"<p>{html.escape(part)}</p>" for part in text.split("\n\n")]
    block = {
        "caption": f"<figure><img src='x.jpg'><figcaption>{html.escape(shared)}</figcaption></figure>",
        "post": f"<blockquote class='twitter-tweet'><p>{html.escape(shared)}</p></blockquote>",
        "furniture": f"<aside class='promo'><p>{html.escape(shared)}</p></aside>",
        "statement": f"<p>{html.escape(shared)}</p>",
    }[kind]
    paragraphs.insert(2, block)
    body = "\n".join(paragraphs)
    head = f"<html><head><title>{title}</title></head>"
    return f"{head}<body><article><h1>{title}</h1>{body}</article></body></html>"


def _as_text(title: str, text: str, kind: str, shared: str) -> str:
    paragraphs = text.split("\n\n")
    paragraphs.insert(2, shared)
    return "\n\n".join([title, *paragraphs])


def _articles(content: str, name: str) -> tuple[ArticleFindings, ...]:
    found = read_page(content.encode(), f"{name}.txt", Config().reader)
    assert isinstance(found, PageInput)
    return analyse_page(found, Config()).articles


@pytest.mark.parametrize(("name", "kind"), list(product([pair["name"] for pair in PAIRS], SHARED)))
def test_shared_words_alone_are_no_reuse(name: str, kind: str) -> None:
    number, pair = next((at, one) for at, one in enumerate(PAIRS) if one["name"] == name)
    leads = LEADS[number % 2]
    for form in (_as_html, _as_text):
        articles: list[ArticleFindings] = []
        for side, lead in zip(("left", "right"), leads, strict=True):
            shared = pair[kind]
            if kind == "statement":
                shared = lead.format(who=pair["speaker"], what=pair["statement"])
                shared = shared[0].upper() + shared[1:]
            content = form(pair[f"{side}_title"], pair[side], kind, shared)
            articles += _articles(content, f"{side} {name}")
        assert len(articles) == 2
        found = find_reuse(articles, LocalEngine(), Config().reuse)
        assert not found.reuses, [reason.text for one in found.reuses for reason in one.evidence_for]
