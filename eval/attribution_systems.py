"""Systems that tell who said what, all to the same call: an article and its language to what is found."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from eval.attribution_hops import Link
from eval.baselines.parse_rules import parsed_attributions
from eval.baselines.quotations import has_library, library_quotations, naive_quotations
from eval.metrics import Ranges
from onrecord.data import Article, Attribution, Factuality, Language, Reason, Span, span_of
from onrecord.models.english import load_english, parse
from onrecord.pipeline.article import attribution_readers
from onrecord.stages.article.attribute import attribute
from onrecord.stages.article.attribute.english.trained import LEAST
from onrecord.stages.article.sentences import find_sentences

PREVIOUS = "previous stage"  # rules over the parse
NAIVE = "naive"  # quotation marks and the nearest name
LIBRARY = "textacy 0.13.0"
PHRASES = ("addressee", "place", "time", "medium")


@dataclass(frozen=True)
class Found:
    """One predicted attribution in plain offsets. `parent` is the number of the one it sits in.

    `name` is whom a pronoun or description refers to. What a system does not tell is "" or not in `phrases`.
    """

    source: Ranges
    cue: Ranges
    content: Ranges
    kind: str = ""
    parent: int | None = None
    name: str = ""
    status: str = ""
    cue_class: str = ""
    factuality: str = ""
    confidence: float = 1.0
    phrases: dict[str, tuple[int, int]] = field(default_factory=dict)


System = Callable[[Article, Language], list[Found]]


def made_article(name: str, text: str, title: str = "") -> Article:
    """A text as an article whose title, where the text begins with it, is marked."""
    span = span_of(text, 0, len(title)) if title and text.startswith(title) else None
    whole = span_of(text, 0, len(text))
    return Article(f"ar-{name}", "pg-gold", 0, (whole,), text, title or None, span)


def language_of(code: str) -> Language:
    """A language that is certain."""
    return Language(code, 1.0, Reason("the set's language"))


def onrecord_attributions(article: Article, language: Language, least: float = LEAST) -> list[Attribution]:
    """The stage alone, without actors: sentences are those by punctuation. `least`: lowest confidence."""
    sentences = find_sentences(article, language, None)
    return list(attribute(article, language, sentences, (), attribution_readers(), least).attributions)


def onrecord(article: Article, language: Language) -> list[Found]:
    """The stage of this project."""
    return _all_found(onrecord_attributions(article, language))


def onrecord_unsure(article: Article, language: Language) -> list[Found]:
    """The same with all that its tagger reads, however unsure."""
    return _all_found(onrecord_attributions(article, language, 0.0))


def _all_found(items: list[Attribution]) -> list[Found]:
    numbers = {item.id: number for number, item in enumerate(items)}
    return [_found(item, numbers) for item in items]


def previous(article: Article, language: Language) -> list[Found]:
    """The stage before the trained tagger: rules over the parse, English only."""
    if language.code != "en":
        return []
    title = article.title_span
    doc = parse(article.text, _starts(article))
    items = parsed_attributions(doc, None if title is None else (title.start, title.end))
    return [
        Found(
            item.source,
            item.cue,
            item.content,
            kind=item.kind,
            parent=item.parent,
            cue_class=item.cue_class,
            factuality=Factuality.NEGATED if item.negated else Factuality.FACT,
            phrases={"addressee": item.addressee} if item.addressee else {},
        )
        for item in items
    ]


def naive(article: Article, _: Language) -> list[Found]:
    """Quotations with the nearest capitalised words."""
    return [Found(*parts, "direct") for parts in naive_quotations(article.text)]


def library(article: Article, _: Language) -> list[Found]:
    """Quotations as textacy finds them."""
    return [Found(*parts, "direct") for parts in library_quotations(article.text)]


def systems(code: str) -> list[tuple[str, System]]:
    """The rows of a table in one language, those that are there; models are loaded before any is timed."""
    rows: list[tuple[str, System]] = [("onrecord", onrecord), (NAIVE, naive)]
    if code == "en":
        load_english()
        if has_library():
            rows.append((LIBRARY, library))
        rows.append((PREVIOUS, previous))
    onrecord(made_article("first", "Nobody said anything."), language_of(code))
    return rows


def outermost(found: list[Found]) -> list[Found]:
    """What stands in no other's words; a source that carries on a report from behind it does not."""
    return [item for item in found if item.parent is None or not _stands_in(item, found[item.parent])]


def _stands_in(item: Found, other: Found) -> bool:
    """Whether an attribution's cue, else its source, lies in another's content, or both share their words."""
    place = next(iter([*item.cue, *item.source]))[0]
    shared = bool(set(map(tuple, item.content)) & set(map(tuple, other.content)))
    return shared or any(start <= place < end for start, end in other.content)


def links(text: str, found: list[Found]) -> list[Link]:
    """What chains need of a system's attributions."""
    return [
        Link(
            name=item.name or " ".join(text[start:end] for start, end in item.source),
            parent=item.parent,
            factuality=Factuality(item.factuality) if item.factuality else Factuality.FACT,
        )
        for item in found
    ]


def _starts(article: Article) -> list[int]:
    """Where the title ends and paragraphs start, as the pipeline tells the parser: after empty lines."""
    starts = [match.end() for match in re.finditer(r"\n[ \t]*\n\s*", article.text)]
    return starts if article.title_span is None else [article.title_span.end, *starts]


def _found(item: Attribution, numbers: dict[str, int]) -> Found:
    told = {"addressee": item.addressee, "place": item.place, "time": item.time, "medium": item.medium}
    return Found(
        _ranges(item.source),
        _ranges(item.cue),
        _ranges(item.content),
        kind=item.kind.value,
        parent=numbers.get(item.parent) if item.parent else None,
        name=item.speaker.name if item.speaker else "",
        status=item.status.value,
        cue_class=item.cue_class.value,
        factuality=item.factuality.value,
        confidence=item.confidence,
        phrases={part: (span.start, span.end) for part, span in told.items() if span is not None},
    )


def _ranges(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]
