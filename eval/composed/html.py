"""Blocks as HTML: each layout in the mark-up of a kind of system, tidy or a soup of divs."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from eval.composed.blocks import Block
from eval.composed.texts import Dice


@dataclass(frozen=True)
class Skin:
    """How a system writes its blocks: opening tags by kind, and the containers of articles and of all."""

    article: str
    main: str
    tags: dict[str, str] = field(default_factory=dict)
    table: bool = False


TIDY = {
    "title": "h2",
    "para": "p",
    "sub": "h3",
    "photo": "figcaption",
    "pull": "blockquote class=pullquote",
    "post": "blockquote class=twitter-tweet",
    "list": "li",
    "tail": "p class=credit",
    "byline": "p class=author",
    "outlet": "span class=source",
    "age": "time",
    "meta": "div class=entry-meta",
    "brand": "h1 class=site-title",
    "box_head": "h3 class=widget-title",
    "label": "div class=kicker",
}
SOUP = {
    "title": "div class=hl",
    "para": "div class=t",
    "sub": "div class=zt",
    "photo": "div class=bu",
    "pull": "div class=quote-box",
    "post": "div class=embed",
    "list": "div class=t",
    "tail": "div class=t",
    "byline": "div class=au",
    "outlet": "div class=qu",
    "age": "div class=dt",
    "meta": "div class=dt",
    "brand": "div id=logo",
    "box_head": "div class=bh",
    "label": "div class=rubrik",
}
SKINS: dict[str, tuple[Skin, Skin]] = {
    "aggregator": (
        Skin("article class=story-card", "main id=content", TIDY | {"outlet": "span class=feed-name"}),
        Skin(
            "div class=css-1q2w3e",
            "div id=__next",
            SOUP | {"title": "h3 class=css-9zx", "para": "div class=css-77b"},
        ),
    ),
    "blog": (
        Skin(
            "article class='post type-post status-publish hentry'",
            "div class=site-content",
            TIDY | {"title": "h2 class=entry-title", "byline": "span class=byline"},
        ),
        Skin("div class='blog-posts hfeed'", "div id=main-wrapper", SOUP | {"title": "h3 class=post-title"}),
    ),
    "briefs": (
        Skin("section class=brief", "div class=page", TIDY | {"title": "h3", "label": "h2 class=section"}),
        Skin("td valign=top", "div id=seite", SOUP | {"title": "b", "para": "p"}, table=True),
    ),
    "pressroom": (
        Skin("article class=press-release", "main", TIDY | {"title": "h2 class=pr-title", "age": "time"}),
        Skin("div class='row pr-item'", "div class=container", SOUP | {"title": "h4", "para": "p"}),
    ),
    "scroll": (
        Skin("article class=article-page", "main role=main", TIDY | {"title": "h1 class=headline"}),
        Skin(
            "div class='infinite-item js-loaded'", "div id=app", SOUP | {"title": "h1", "para": "p class=s"}
        ),
    ),
    "digest": (
        Skin("td class=item style='padding:0 24px'", "center", TIDY | {"brand": "h1"}, table=True),
        Skin("div class=mso-block", "div class=wrapper", SOUP | {"title": "h2 style=margin:0", "para": "p"}),
    ),
    "ticker": (
        Skin("li class=ticker-entry", "ol class=ticker", TIDY | {"title": "h3 class=ticker-title"}),
        Skin("div class=lb-post", "div class=liveblog", SOUP | {"title": "div class=lb-title", "para": "p"}),
    ),
    "desk": (
        Skin("section class=feed-item", "div class=feed", TIDY | {"title": "h4", "byline": "i"}),
        Skin("div class=msg", "div class=fs", SOUP | {"title": "strong", "para": "br"}),
    ),
}
NOISE = (
    "\n<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}"
    "gtag('config','UA-000');</script><style>.hl{font:700 22px/1.2 serif}.ad{min-height:250px}</style>"
)


def to_html(blocks: Iterable[Block], layout: str, language: str, dice: Dice) -> str:
    """A whole HTML page. Which of the layout's two skins is used is up to the dice."""
    blocks = list(blocks)
    skin = dice.pick("skin", SKINS[layout])
    site = next((block.lines[0] for block in blocks if block.kind == "brand"), "")
    runs = [(key, list(group)) for key, group in groupby(blocks, key=lambda block: block.article)]
    last = max(place for place, (key, _) in enumerate(runs) if key is not None)
    first = next(place for place, (key, _) in enumerate(runs) if key is not None)
    parts = [_plain(group, skin, dice) for _, group in runs[:first]]
    parts.append(_open(skin.main))
    for key, group in runs[first : last + 1]:
        inner = _plain(group, skin, dice)
        parts.append(inner if key is None else _around(inner, skin))
    parts.append(_close(skin.main))
    parts += [f'<div class="sidebar">{_plain(group, skin, dice)}</div>' for _, group in runs[last + 1 :]]
    body = "\n".join(parts)
    head = f'<meta charset="utf-8"><title>{escape(site)}</title>\n<meta name="viewport" content="width=640">'
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}{NOISE}</head>\n'
        f"<body>\n{body}\n</body></html>\n"
    )


def _around(inner: str, skin: Skin) -> str:
    """An article's container, in a table of its own where the system lays out with tables."""
    inner = f"{_open(skin.article)}\n{inner}\n{_close(skin.article)}"
    return f"<table width=640><tr>{inner}</tr></table>" if skin.table else inner


def _open(tag: str) -> str:
    name, _, rest = tag.partition(" ")
    return f"<{name} {rest}>" if rest else f"<{name}>"


def _close(tag: str) -> str:
    return f"</{tag.partition(' ')[0]}>"


def _plain(blocks: Iterable[Block], skin: Skin, dice: Dice) -> str:
    parts = []
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        made = [_block(block, skin, dice) for block in group]
        parts += [f"<ul>{''.join(made)}</ul>"] if kind == "list" and "li" in skin.tags["list"] else made
    return "\n".join(parts)


def _block(block: Block, skin: Skin, dice: Dice) -> str:
    lines = [escape(line, quote=False) for line in block.lines]
    if block.kind in skin.tags:
        return _own(block.kind, lines[0], skin, dice)
    return FURNITURE.get(block.kind, _box)(block.kind, lines)


def _own(kind: str, line: str, skin: Skin, dice: Dice) -> str:
    """A block with a tag of the skin's; now and then a few words of a paragraph are a link."""
    tag = skin.tags[kind]
    if kind == "para":
        line = _inline(line, dice)
    if kind == "title" and dice.chance("linked titles", 50):
        line = f'<a href="/2025/01/{dice.number(line) % 99999}" rel="bookmark">{line}</a>'
    if tag == "br":
        return f"{line}<br><br>"
    if tag in ("b", "strong"):
        return f"<{tag}>{line}</{tag}><br>"
    return f"{_open(tag)}{line}{_close(tag)}"


def _inline(line: str, dice: Dice) -> str:
    words = line.split(" ")
    if len(words) < 14 or "&" in line or not dice.chance(f"link {line}", 25):
        return line
    place = 3 + dice.number(f"place {line}") % (len(words) - 8)
    linked = " ".join(words[place : place + 3])
    return " ".join([*words[:place], f'<a href="/topic/{place}">{linked}</a>', *words[place + 3 :]])


def _links(kind: str, lines: list[str]) -> str:
    items = "".join(f'<li><a href="/{number}">{line}</a></li>' for number, line in enumerate(lines))
    tag = {"menu": "nav", "footer": "footer"}.get(kind, f'div class="{kind}"')
    return f"<{tag}><ul>{items}</ul></{tag.partition(' ')[0]}>"


def _box(kind: str, lines: list[str]) -> str:
    inner = "".join(f"<div>{line}</div>" for line in lines)
    return f'<div class="{kind}">{inner}</div>'


def _teaser(kind: str, lines: list[str]) -> str:
    return f'<div class="card teaser"><h4><a href="/t">{lines[0]}</a></h4><p>{lines[1]}</p></div>'


def _comment(kind: str, lines: list[str]) -> str:
    return (
        f'<div class="comment-body"><span class="fn">{lines[0]}</span> <span class="when">{lines[1]}</span>'
        f"<p>{lines[2]}</p><a>↩</a></div>"
    )


def _buttons(kind: str, lines: list[str]) -> str:
    return f'<div class="{kind}">' + " ".join(f"<button>{line}</button>" for line in lines) + "</div>"


def _consent(kind: str, lines: list[str]) -> str:
    head, text, *buttons = lines
    made = " ".join(f"<button>{line}</button>" for line in buttons)
    return f'<div id="consent" role="dialog"><strong>{head}</strong><p>{text}</p>{made}</div>'


FURNITURE = {
    "menu": _links,
    "footer": _links,
    "headlines": _links,
    "pages": _links,
    "share": _buttons,
    "teaser": _teaser,
    "comment": _comment,
    "cookie": _consent,
}
