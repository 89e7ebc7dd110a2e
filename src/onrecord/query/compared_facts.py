"""Numbers, names, dates and quotations of two articles: which both hold, which only one of them does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.data import ActorLink, ArticleFindings, MentionKind, Span, TimeExpression, span_of
from onrecord.query.edtf import say
from onrecord.query.record import Record
from onrecord.query.times import dated_times
from onrecord.text.figures import figures
from onrecord.text.fold import words
from onrecord.text.quotes import find_quotations

MAX_READ = 60_000
MAX_LINES = 80
MAX_PLACES = 4
MIN_QUOTED = 2
Places = dict[str, list[Span]]
Found = tuple[Places, dict[str, str]]


@dataclass(frozen=True, slots=True)
class FactLine:
    """One number, name, date or quotation, and where both articles hold it; a side that lacks it is empty."""

    label: str
    earlier: tuple[Span, ...]
    later: tuple[Span, ...]

    @property
    def where(self) -> str:
        """Which of the two hold it: both, earlier or later."""
        return "both" if self.earlier and self.later else "earlier" if self.earlier else "later"


@dataclass(frozen=True, slots=True)
class FactGroup:
    """All of one kind ("quotations", "numbers", "dates", "names"): what only one holds first.

    `both` counts those that both hold; `left_out` those beyond the limit of one answer.
    """

    kind: str
    lines: tuple[FactLine, ...]
    both: int
    left_out: int


@dataclass(frozen=True, slots=True)
class _Side:
    """What is read of one article."""

    found: ArticleFindings
    times: tuple[TimeExpression, ...]
    links: tuple[ActorLink, ...]

    @property
    def text(self) -> str:
        """Its text, cut where it is very long."""
        return self.found.article.text[:MAX_READ]


def compared_facts(record: Record, earlier: ArticleFindings, later: ArticleFindings) -> tuple[FactGroup, ...]:
    """The four kinds; quotations are left out where the articles are in different languages."""
    sides = _side(record, earlier), _side(record, later)
    kinds = [
        ("numbers", [_numbers(side) for side in sides]),
        ("dates", [_dates(side) for side in sides]),
        ("names", [_names(record, side) for side in sides]),
    ]
    if earlier.language.code == later.language.code:
        kinds.insert(0, ("quotations", [_quotations(side) for side in sides]))
    groups = (_group(kind, *found) for kind, found in kinds)
    return tuple(group for group in groups if group.lines)


def fact_spans(found: ArticleFindings, times: Sequence[TimeExpression]) -> list[Span]:
    """Where an article's quotations and numbers stand."""
    side = _Side(found, tuple(times), ())
    places = (_quotations(side)[0], _numbers(side)[0])
    return [span for known in places for spans in known.values() for span in spans]


def _side(record: Record, found: ArticleFindings) -> _Side:
    key = found.article.id
    times = dated_times(found, record.view.dating(key))
    return _Side(found, times, record.view.links(article_id=key))


def _group(kind: str, earlier: Found, later: Found) -> FactGroup:
    lines = [
        FactLine(label, *(tuple(side[0].get(key, ())[:MAX_PLACES]) for side in (earlier, later)))
        for key, label in (later[1] | earlier[1]).items()
    ]
    lines.sort(key=lambda line: (line.where == "both", line.where, _first(line), line.label))
    both = sum(line.where == "both" for line in lines)
    return FactGroup(kind, tuple(lines[:MAX_LINES]), both, max(0, len(lines) - MAX_LINES))


def _first(line: FactLine) -> tuple[int, int]:
    span = (line.earlier or line.later)[0]
    return span.start, span.end


def _gathered(found: Iterable[tuple[str, str, Span]]) -> Found:
    places: Places = {}
    labels: dict[str, str] = {}
    for key, label, span in found:
        labels.setdefault(key, label)
        places.setdefault(key, []).append(span)
    return places, labels


def _quotations(side: _Side) -> Found:
    """Outermost quotations of two words or more, compared by their folded words."""
    text = side.text
    rows = []
    for one in find_quotations(text):
        inner = words(text[one.start : one.end])
        if one.depth == 0 and len(inner) >= MIN_QUOTED:
            span = span_of(text, one.start, one.end)
            rows.append((" ".join(word.fold for word in inner), span.text, span))
    return _gathered(rows)


def _numbers(side: _Side) -> Found:
    """Numbers in digits or words by their value; those of dates and times are left to the dates."""
    text = side.text
    found = words(text)
    taken = _taken(side.times, text)
    rows = []
    for one in figures(found, side.found.language.code):
        start, end = found[one.first].start, found[one.end - 1].end
        if not any(taken[start:end]):
            span = span_of(text, start, end)
            rows.append((f"{one.value:g}", span.text, span))
    return _gathered(rows)


def _taken(times: Sequence[TimeExpression], text: str) -> bytearray:
    """One byte a character: whether it stands in a time expression."""
    found = bytearray(len(text))
    for time in times:
        start, end = time.span.start, min(time.span.end, len(text))
        if start < end:
            found[start:end] = b"\x01" * (end - start)
    return found


def _dates(side: _Side) -> Found:
    """Time expressions by what they were read as."""
    return _gathered((time.value, say(time.value), time.span) for time in side.times if time.value)


def _names(record: Record, side: _Side) -> Found:
    """Persons, states, bodies and places by the actor that they are, so in any language."""
    known: Mapping[str, str] = {
        key: record.index.actors[key].name
        for key in {link.actor_id for link in side.links}
        if key in record.index.actors and record.index.actors[key].kind is not MentionKind.UNNAMED
    }
    found = (link for link in side.links if link.actor_id in known)
    return _gathered((link.actor_id, known[link.actor_id], link.span) for link in found)
