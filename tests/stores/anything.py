"""Whole pages and corpora of any content, made from a seed: any text, any nesting, ids that hang together.

Values are made by type, every field of every dataclass, so that a field added to `onrecord.data` is
made too and a store that forgets it fails.
"""

import dataclasses
import types
import typing
from collections.abc import Callable
from enum import Enum
from random import Random
from typing import Any, TypeVar

from onrecord.data import (
    Actor,
    ActorLink,
    ArticleFindings,
    Chain,
    Change,
    CorpusFindings,
    Dating,
    Family,
    Furniture,
    Independent,
    Judgement,
    OriginSet,
    Page,
    PageFindings,
    Position,
    Problem,
    Reuse,
    Sighting,
    Span,
    Story,
    Thread,
    span_of,
)
from onrecord.stores.merge import merged

Made = TypeVar("Made")
# Lone surrogates, NUL, right-to-left marks and letters, marks of matches, quotes, astral characters.
NASTY = "ab \ud800\udc00\udfff\x00\x02\x03\u202e\u05d0\u0627\u0301\u200f'\"%;—\n\r\t😀ї[]{}\\"
TEXT = "Ivo Kellan said\x00 on \u202eTuesday\u202c “no”\n\ud800 \u05d0\u05d1 she — 😀 added."


def _is_id(name: str) -> bool:
    return name.endswith("_id") or name in ("id", "parent", "before", "after", "scope")


class Anything:
    """Makes values of a type; the same seed makes the same values."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - test data

    def text(self) -> str:
        """A short text of nasty characters."""
        return "".join(self.random.choices(NASTY, k=self.random.randint(0, 12)))

    def span(self) -> Span:
        """Mostly a true span of TEXT; sometimes one whose words are from elsewhere."""
        start = self.random.randint(0, len(TEXT))
        end = self.random.randint(start, len(TEXT))
        return Span(start, end, self.text()) if self.random.random() < 0.2 else span_of(TEXT, start, end)

    def of(self, kind: Any) -> Any:
        """Any value of a type."""
        simple: dict[Any, Callable[[], Any]] = {
            str: self.text,
            Span: self.span,
            float: self.random.random,
            int: lambda: self.random.randint(0, 2**31),
            bool: lambda: self.random.random() < 0.5,
            bytes: lambda: self.random.randbytes(self.random.randint(0, 30)),
            type(None): lambda: None,
        }
        if kind in simple:
            return simple[kind]()
        if isinstance(kind, type) and issubclass(kind, Enum):
            return self.random.choice(list(kind))
        origin, inner = typing.get_origin(kind), typing.get_args(kind)
        if origin in (types.UnionType, typing.Union):
            return self.of(self.random.choice(inner))
        if origin is tuple and inner[-1] is Ellipsis:
            return tuple(self.of(inner[0]) for _ in range(self.random.randint(0, 2)))
        if origin is tuple:
            return tuple(map(self.of, inner))
        hints = typing.get_type_hints(kind)
        names = [field.name for field in dataclasses.fields(kind)]
        return kind(**{name: self.ident() if _is_id(name) else self.of(hints[name]) for name in names})

    def ident(self) -> str:
        """An id, as `onrecord.ids` makes them."""
        return f"xx-{self.random.randrange(10**6):020x}"

    def with_(self, kind: type[Made], **fixed: Any) -> Made:
        """Any value of a dataclass, but for the fields given."""
        made: Any = dataclasses.replace(self.of(kind), **fixed)
        return typing.cast(Made, made)

    def page(self, number: int) -> PageFindings:
        """One page, with articles and everything in them."""
        key = f"pg-{number:020x}"
        problems = {repr(problem): problem for problem in self.of(tuple[Problem, ...])}
        return PageFindings(
            page=self.with_(Page, id=key, text=TEXT),
            sightings=tuple(
                self._sighting(f"si-{number:010x}{n:010x}", key) for n in range(self.random.randint(0, 2))
            ),
            articles=tuple(self._article(key, n) for n in range(self.random.randint(0, 2))),
            furniture=tuple(self.with_(Furniture, page_id=key) for _ in range(self.random.randint(0, 2))),
            problems=tuple(problems.values()),
        )

    def _sighting(self, identifier: str, page_id: str) -> Sighting:
        """As a store keeps it: fields sorted, each once."""
        made: Sighting = self.with_(Sighting, id=identifier, page_id=page_id)
        return merged(made, made)

    def _article(self, page_id: str, number: int) -> ArticleFindings:
        found: ArticleFindings = self.of(ArticleFindings)
        key = f"ar-{page_id[-10:]}{number:010x}"

        def name(kind: str, place: int) -> str:
            return f"{kind}-{page_id[-8:]}{number:06x}{place:06x}"

        replaced = dataclasses.replace
        return replaced(
            found,
            article=replaced(found.article, id=key, page_id=page_id, number=number, text=TEXT),
            attributions=tuple(
                replaced(item, id=name("at", n), article_id=key) for n, item in enumerate(found.attributions)
            ),
            position_mentions=tuple(
                replaced(item, id=name("pm", n), article_id=key)
                for n, item in enumerate(found.position_mentions)
            ),
        )

    def corpus(self, article_ids: tuple[str, ...]) -> CorpusFindings:
        """Corpus findings about these articles."""
        if not article_ids:
            return CorpusFindings()

        def one() -> str:
            return self.random.choice(article_ids)

        def some() -> tuple[str, ...]:
            return tuple(sorted({one() for _ in range(2)}))

        def ids(kind: str) -> list[str]:
            return [f"{kind}-{n:020x}" for n in range(self.random.randint(0, 2))]

        def family(key: str) -> Family:
            members = some()
            shares = tuple(self.random.random() for _ in members)
            earliest = self.random.choice((None, members[0]))
            return self.with_(Family, id=key, articles=members, shares=shares, earliest=earliest)

        stories = tuple(self.with_(Story, id=key, articles=some()) for key in ids("st"))
        story_ids = tuple(story.id for story in stories)
        links = [self.with_(ActorLink, article_id=one(), actor_id=f"ac-{n}") for n in range(3)]
        problems = {repr(problem): problem for problem in self.of(tuple[Problem, ...])}
        return CorpusFindings(
            reuses=tuple(self.with_(Reuse, id=key, earlier=one(), later=one()) for key in ids("re")),
            independents=tuple(self.with_(Independent, id=key, left=one(), right=one()) for key in ids("in")),
            families=tuple(map(family, ids("fa"))),
            stories=stories,
            threads=tuple(self.with_(Thread, id=key, stories=story_ids) for key in ids("th")),
            datings=tuple(self.with_(Dating, article_id=key) for key in some()),
            actors=tuple(self.with_(Actor, id=key, state_id=None) for key in ids("ac")),
            links=tuple(sorted(links, key=lambda k: (k.article_id, k.span.start, k.span.end, k.actor_id))),
            chains=tuple(self.with_(Chain, id=key, article_id=one()) for key in ids("ch")),
            origins=tuple(self.with_(OriginSet, id=key) for key in ids("or")),
            positions=tuple(self.with_(Position, id=key, articles=some()) for key in ids("po")),
            changes=tuple(self.with_(Change, id=key) for key in ids("cg")),
            problems=tuple(problems.values()),
        )

    def judgement(self) -> Judgement:
        """Any judgement."""
        return self.with_(Judgement, id="ju-1")
