"""Reads a passage as the stage does, in words; for the Russian and Ukrainian tests."""

from dataclasses import dataclass
from pathlib import Path

from eval.attribution_written import WrittenPassage, load_written
from onrecord.data import Article, Attribution, Language, Reason, Span, span_of
from onrecord.stages.article.attribute import Readers, attribute

DEVELOPMENT = Path(__file__).parents[4] / "eval" / "data" / "attribution_dev"


@dataclass(frozen=True)
class Said:
    """One attribution in words; `inside` is the source of the one it sits in."""

    source: str
    cue: str
    content: str
    inside: str | None = None


def read(text: str, code: str, title: str = "") -> tuple[Attribution, ...]:
    """The attributions of a text in one language, without mentions and models."""
    span = span_of(text, 0, len(title)) if title else None
    article = Article("ar-1", "pg-1", 0, (span_of(text, 0, len(text)),), text, title or None, span)
    return attribute(article, Language(code, 1.0, Reason("given")), (), (), Readers()).attributions


def said(text: str, code: str) -> set[Said]:
    """The attributions of a text in words."""
    found = read(text, code)
    names = {item.id: words(item.source) for item in found}
    return {
        Said(
            words(item.source),
            words(item.cue),
            words(item.content),
            names[item.parent] if item.parent is not None else None,
        )
        for item in found
    }


def words(spans: tuple[Span, ...]) -> str:
    """Spans in words."""
    return " … ".join(span.text for span in spans)


def passages(code: str) -> list[WrittenPassage]:
    """The written passages that the rules were developed on."""
    return load_written(code, DEVELOPMENT)


def expected(passage: WrittenPassage) -> set[Said]:
    """What a passage marks."""
    marked = passage.attributions
    return {
        Said(
            words(item.source),
            words(item.cue),
            words(item.content),
            words(marked[item.inside].source) if item.inside is not None else None,
        )
        for item in marked
    }
