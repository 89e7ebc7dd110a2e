"""A pile of pages for benchmarks, made from the demo's pages: other names, cut, shuffled, copied, with noise.

Deterministic for a seed. Every dozen pages tell another event: names and numbers are others, and the
content words change places with others of the same ending, so that events share no more wording
than different news does. One page in ten is a verbatim copy with another headline, one in ten loses
some sentences; the pages come in equal parts as flat text, HTML and rows of one JSONL file.
"""

import html
import json
import random
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

NOISE = (
    "Share this article",
    "1,{n} readers like this",
    "Views: {n}",
    "Home > World > Page {n}",
    "Leave a comment",
    "Newsletter: the week in your inbox",
    "Related articles",
    "Terms of use | Privacy | Imprint",
)
_NAMES = (
    "Karvenian Karvenia Maruvian Maruvia Isbrian Isbria Dastrov Pelinth Quendal Vostan Strand Grell Brik "
    "Holm Aldaco Arda Sillmouth Meridian Infotok Hollin Toft Roke Sund Quist"
).split()
# Words that reporting and positions are made of stay where they are.
_KEPT = frozenset(
    "said told says with from that than they them have been were will into over under when what whom "
    "according citing provided condition ready prepared would could should their which after before again "
    "there where while until since about against between reporters accused denied reported asked called "
    "rejects rejected doubted demanded believes warned promised notes stated wants talks "
    "ceasefire peace".split()
)
_SYLLABLES = "ba ke lo mi ru sa te vo na di or el um is an ke ra tu vel dor".split()


def make_pages(folder: Path, count: int, seed: int = 7) -> int:
    """Write about `count` pages below `folder`; returns how many words their texts have."""
    dice = random.Random(seed)  # noqa: S311 - no secret, but the same pile every time
    rows, words = [], 0
    templates = _templates()
    last = ""
    for number in range(count):
        template = templates[number % len(templates)]
        text = last if number % 10 == 9 and last else _variant(template, number // 12, dice)
        last = text
        if number % 10 == 9:
            text = f"Headline number {number} of another outlet\n{text.partition(chr(10))[2]}"
        words += len(text.split())
        if number % 3 == 0:
            (folder / f"page-{number:06}.txt").write_text(_noisy(text, dice), encoding="utf-8")
        elif number % 3 == 1:
            (folder / f"page-{number:06}.html").write_text(plain_html(text, dice), encoding="utf-8")
        else:
            title, _, body = text.partition("\n")
            url = f"https://outlet{number % 40}.example/{number}"
            rows.append(json.dumps({"url": url, "title": title, "text": body, "date": _date(dice)}))
    (folder / "rows.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return words


def made_texts(count: int, seed: int = 7) -> Iterator[str]:
    """Title and paragraphs of `count` made articles, one at a time."""
    dice = random.Random(seed)  # noqa: S311 - the same texts every time
    templates = _templates()
    for number in range(count):
        yield f"{_variant(templates[number % len(templates)], number // 12, dice)}\nItem {number}."


@cache
def _templates() -> tuple[str, ...]:
    """Title and paragraphs of the demo's English pages, without their furniture."""
    texts = []
    for file in sorted(files("onrecord.demo").joinpath("pages").iterdir(), key=lambda f: f.name):
        if file.name.endswith(".txt"):
            lines = [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]
            body = [line for line in lines if len(line) > 100 and line.isascii()]
            title = next((line for line in lines if 25 < len(line) <= 100 and line.isascii()), "")
            if len(body) >= 4 and title:
                texts.append("\n".join([title, *body]))
    return tuple(texts)


def _variant(template: str, skin: int, dice: random.Random) -> str:
    names = random.Random(skin)  # noqa: S311 - one set of names for one event
    table = {name: _name(names, name) for name in _NAMES}
    text = re.sub("|".join(_NAMES), lambda match: table[match.group()], template)
    text = re.sub(r"\b[a-z]{4,}\b", lambda match: _swaps(skin).get(match.group(), match.group()), text)
    text = re.sub(r"\b\d{2,3}\b", lambda match: str(int(match.group()) + skin), text)
    title, *body = text.split("\n")
    if dice.random() < 0.3 and len(body) > 4:
        del body[dice.randrange(1, len(body))]
    if dice.random() < 0.3:
        body[1:] = dice.sample(body[1:], len(body) - 1)
    return "\n".join([title, *body])


@cache
def _swaps(skin: int) -> dict[str, str]:
    """Content words of the templates, each swapped with another of the same ending."""
    dice = random.Random(f"words {skin}")  # noqa: S311 - one wording for one event
    classes: dict[str, list[str]] = {}
    for word in sorted(set(re.findall(r"\b[a-z]{4,}\b", " ".join(_templates()))) - _KEPT):
        ending = next((end for end in ("ing", "ed", "ly", "s") if word.endswith(end)), "")
        classes.setdefault(ending, []).append(word)
    table: dict[str, str] = {}
    for words in classes.values():
        moved = dice.sample(words, len(words))
        table.update(zip(moved, moved[1:] + moved[:1], strict=True))
    return table


def _name(dice: random.Random, name: str) -> str:
    stem = "".join(dice.choice(_SYLLABLES) for _ in range(3)).capitalize()
    return stem + name[-3:] if name.endswith(("ian", "ia")) else stem


def _date(dice: random.Random) -> str:
    return f"2025-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"


def _noise(dice: random.Random) -> list[str]:
    return [line.format(n=dice.randint(2, 999)) for line in dice.sample(NOISE, 3)]


def _noisy(text: str, dice: random.Random) -> str:
    title, *body = text.split("\n")
    return "\n\n".join([f"Home » News » {title}", title, _date(dice), *body, *_noise(dice)]) + "\n"


def plain_html(text: str, dice: random.Random) -> str:
    """A small page: a menu, the article, a footer."""
    title, *body = (html.escape(line) for line in text.split("\n"))
    paragraphs = "".join(f"<p>{line}</p>" for line in body)
    noise = "".join(f"<li><a href='/x'>{html.escape(line)}</a></li>" for line in _noise(dice))
    meta = f'<meta property="article:published_time" content="{_date(dice)}">'
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title>{meta}</head><body>"
        f"<nav><ul>{noise}</ul></nav><article><h1>{title}</h1>{paragraphs}</article>"
        f"<footer><p>All rights reserved.</p></footer></body></html>"
    )
