"""Which judgements speak of which attribution: by the words of its content, so that they outlive a model.

Quotation marks and stops at the ends of a content do not count. Where several attributions share one
content ("X reports, citing Y"), their cues and sources tell them apart.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.data import ArticleFindings, Attribution, Judgement, Span, Verdict
from onrecord.stores.merge import latest_first, standing

ATTRIBUTION = "attribution"
VERDICTS = (Verdict.RIGHT, Verdict.WRONG, Verdict.WITHDRAWN)
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Judged:
    """What was decided of one attribution: `latest` counts (None: withdrawn); all of it, latest first.

    `otherwise` tells that source or cue were read in another way when `latest` was decided.
    """

    latest: Judgement | None
    judgements: tuple[Judgement, ...]
    otherwise: bool = False


def judged_part(found: Attribution) -> tuple[Span, ...]:
    """The spans by which an attribution is judged: its content, or what there is of it."""
    return found.content or found.cue or found.source


def ranges_of(spans: Iterable[Span]) -> tuple[Range, ...]:
    """Offsets of spans."""
    return tuple((span.start, span.end) for span in spans)


def judged(
    article: ArticleFindings, judgements: Iterable[Judgement]
) -> tuple[dict[str, Judged], tuple[Judgement, ...]]:
    """By id of attribution what was decided of it, and the standing judgements whose words no longer are one.

    Takes any judgements; those that are not of a single attribution of this article are left out.
    """
    text = article.article.text
    places: dict[tuple[Range, ...], list[Attribution]] = {}
    for found in article.attributions:
        places.setdefault(_words(ranges_of(judged_part(found)), text), []).append(found)
    by_id: dict[str, list[Judgement]] = {}
    lost: dict[tuple[tuple[Range, ...], ...], list[Judgement]] = {}
    for judgement in judgements:
        if not _about(judgement, article.article.id):
            continue
        words = _words(judgement.ranges, text)
        for found in _meant(places.get(words, ()), judgement):
            by_id.setdefault(found.id, []).append(judgement)
        if words not in places:
            lost.setdefault((words, judgement.cues), []).append(judgement)
    known = {found.id: found for found in article.attributions}
    left = tuple(one for group in lost.values() if (one := standing(group)) is not None)
    return {key: _summed(known[key], group) for key, group in by_id.items()}, tuple(latest_first(left))


def _about(judgement: Judgement, article_id: str) -> bool:
    return (
        judgement.subject == ATTRIBUTION
        and judgement.verdict in VERDICTS
        and bool(judgement.articles)
        and set(judgement.articles) == {article_id}
    )


def _words(ranges: Iterable[Range], text: str) -> tuple[Range, ...]:
    return tuple(sorted(_trimmed(one, text) for one in ranges))


def _trimmed(one: Range, text: str) -> Range:
    """Without what is neither letter nor digit at both ends; as it is where there is nothing else."""
    start, end = max(0, one[0]), min(one[1], len(text))
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return (start, end) if start < end else one


def _meant(found: Sequence[Attribution], judgement: Judgement) -> Sequence[Attribution]:
    """Of the attributions of one content, those that a judgement is about."""
    if len(found) < 2:
        return found
    tests: tuple[Callable[[Attribution], bool], ...] = (
        lambda one: _same_reading(one, judgement),
        lambda one: ranges_of(one.cue) == judgement.cues,
        lambda one: _meets(ranges_of(one.cue), judgement.cues),
        lambda one: _meets(ranges_of(one.source), judgement.sources),
    )
    if judgement.cues or judgement.sources:
        for test in tests:
            chosen = [one for one in found if test(one)]
            if chosen:
                return chosen
    return found


def _same_reading(found: Attribution, judgement: Judgement) -> bool:
    return (ranges_of(found.source), ranges_of(found.cue)) == (judgement.sources, judgement.cues)


def _meets(some: Iterable[Range], others: Sequence[Range]) -> bool:
    return any(low < end and start < high for low, high in some for start, end in others)


def _summed(found: Attribution, judgements: Sequence[Judgement]) -> Judged:
    latest = standing(judgements)
    told = latest is not None and bool(latest.cues or latest.sources)
    otherwise = told and latest is not None and not _same_reading(found, latest)
    return Judged(latest, tuple(latest_first(judgements)), otherwise)
