"""Tracing a sentence: its earliest wording that the case holds, every later one, and the chain of each.

Candidates come from full-text search on windows of the sentence's words, and from the reuse that
the case knows: a passage aligned with a match is another wording of it, whatever words it uses.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz
from rapidfuzz.fuzz import partial_ratio_alignment

from onrecord.data import ArticleFindings, Chain, Hop, HopKind, Passage, RecordStatus, Reuse, Span
from onrecord.query.lists import ArticleLine, article_line
from onrecord.query.positions import Findings
from onrecord.query.record import Record
from onrecord.text.edtf import bounds
from onrecord.text.fold import words
from onrecord.text.quotes import find_quotations

MAX_SENTENCE = 2_000
WINDOW = 4
MAX_WINDOWS = 40
HITS = 400
MAX_CANDIDATES = 300
ALIKE = 75.0
SHORT = 3
IN_ORDER = 5
NEARLY = 0.8


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of the sentence. `similarity` is 0 to 100; `via` tells how it was found.

    `first` is the earliest day it can have been published (None: undated); `hops` the chain of the
    attribution that it stands in, else of its article.
    """

    article: ArticleLine
    span: Span
    similarity: float
    via: str
    first: date | None
    last: date | None
    status: RecordStatus
    attribution_id: str | None
    chain_id: str | None
    hops: tuple[Hop, ...]
    chain_reason: str
    reason: str


@dataclass(frozen=True, slots=True)
class Trace:
    """Wordings with the earliest first (undated ones last), and how many independent origins they have.

    `complete` is False when more articles hold such words than one answer looks at.
    """

    sentence: str
    wordings: tuple[Wording, ...]
    low: int
    high: int
    origins: tuple[str, ...]
    reason: str
    complete: bool


def trace(record: Record, sentence: str) -> Trace:
    """Find every wording of a sentence in the case; no wordings when nothing is alike."""
    wanted = " ".join(sentence[:MAX_SENTENCE].split())
    findings = Findings(record.view)
    found: dict[tuple[str, int, int], Wording] = {}
    candidates, complete = _candidates(record, wanted)
    for article_id in candidates:
        for wording in _in_article(record, findings, article_id, wanted):
            found.setdefault(_key(wording), wording)
    for other in _reworded(record, findings, tuple(found.values()), wanted):
        found.setdefault(_key(other), other)
    wordings = tuple(sorted(found.values(), key=_order))
    low, high, origins = _origins(record, wordings)
    return Trace(wanted, wordings, low, high, origins, _reason(wordings, low, high, complete), complete)


def _candidates(record: Record, wanted: str) -> tuple[tuple[str, ...], bool]:
    """Articles that hold runs of the sentence's words, those with most of them first; whether that is all."""
    plain = [wanted[word.start : word.end] for word in words(wanted)]
    step = max(1, len(plain) // MAX_WINDOWS)
    starts = range(0, max(1, len(plain) - WINDOW + 1), step)
    counts: dict[str, int] = {}
    complete = True
    for query in dict.fromkeys(" ".join(plain[start : start + WINDOW]) for start in starts):
        hits = record.view.search(query, HITS) if query else ()
        complete = complete and len(hits) < HITS
        articles = {hit.article_id for hit in hits}
        for article in sorted(articles):
            counts[article] = counts.get(article, 0) + 1
    ordered = sorted(counts, key=lambda article: (-counts[article], article))
    return tuple(ordered[:MAX_CANDIDATES]), complete and len(ordered) <= MAX_CANDIDATES


def _in_article(record: Record, findings: Findings, article_id: str, wanted: str) -> list[Wording]:
    found = findings.of(article_id)
    rows = []
    for span in found.sentences or (Span(0, len(found.article.text), found.article.text),):
        similarity = 100.0 if _stands_in(wanted, span.text) else alike(wanted, span.text)
        if similarity >= ALIKE:
            words_shared = f"{similarity:.0f} of 100 by its words and quotations: “{_short(span.text)}”"
            rows.append(_wording(record, found, span, similarity, "words", words_shared))
    return rows


def _stands_in(wanted: str, text: str) -> bool:
    """Whether the text holds what was asked for word by word; two words or fewer could be anyone's."""
    left = [word.fold for word in words(wanted)]
    return len(left) >= SHORT and f" {' '.join(left)} " in f" {' '.join(word.fold for word in words(text))} "


def alike(one: str, other: str) -> float:
    """0 to 100: how much of the shorter of two sentences the other holds, by words or by a quotation."""
    left = [word.fold for word in words(one)]
    right = [word.fold for word in words(other)]
    if len(left) < SHORT or len(right) < SHORT:
        return 100.0 if left == right and left else 0.0
    whole = fuzz.ratio(" ".join(left), " ".join(right))
    bag = fuzz.token_set_ratio(" ".join(left), " ".join(right)) * min(1.0, 2 * len(right) / len(left))
    return max(whole, bag * _overlap(left, right), _held_in_order(left, right), _same_quotation(one, other))


def _held_in_order(left: Sequence[str], right: Sequence[str]) -> float:
    """The share of the shorter one's words that the longer one holds close together in the same order.

    Five words at least, so that a stock phrase alone ("he said on Friday") is no wording of a sentence.
    """
    short, long = sorted((left, right), key=len)
    if len(short) < IN_ORDER:
        return 0.0
    held = partial_ratio_alignment(short, long)
    return held.score if held else 0.0


def _overlap(left: Sequence[str], right: Sequence[str]) -> float:
    """The share of the longer sentence's different words that both hold, scaled so that 2 in 3 is 1."""
    one, two = set(left), set(right)
    return min(1.0, 1.5 * len(one & two) / max(len(one), len(two)))


def _same_quotation(one: str, other: str) -> float:
    """100 when a quotation of five or more words stands in both, word for word."""
    folded = " ".join(word.fold for word in words(other))
    for quotation in find_quotations(one):
        said = [word.fold for word in words(one[quotation.start : quotation.end])]
        if len(said) >= 5 and f" {' '.join(said)} " in f" {folded} ":
            return 100.0
    return 0.0


def _reworded(record: Record, findings: Findings, found: Sequence[Wording], wanted: str) -> list[Wording]:
    """Other wordings through reuse, in articles without the sentence itself: the most alike of each."""
    holding = {wording.article.id for wording in found}
    rows: dict[str, dict[tuple[str, int, int], Wording]] = {}
    for wording in found:
        for other in _through_reuse(record, findings, wording, wanted):
            if other.article.id not in holding:
                rows.setdefault(other.article.id, {}).setdefault(_key(other), other)
    kept = []
    for others in rows.values():
        best = max(other.similarity for other in others.values())
        kept += [other for other in others.values() if other.similarity >= NEARLY * best]
    return kept


def _through_reuse(record: Record, findings: Findings, wording: Wording, wanted: str) -> list[Wording]:
    rows = []
    here = findings.of(wording.article.id)
    for reuse in record.view.reuses(wording.article.id):
        later = reuse.later == wording.article.id
        other = findings.of(reuse.earlier if later else reuse.later)
        for passage, near, far in _pairs(reuse, later, here, other):
            if not _mostly(near, wording.span):
                continue
            span = _best_sentence(other, far, wanted)
            why = _aligned(reuse, passage, wording)
            rows.append(_wording(record, other, span, alike(wanted, span.text), "reuse", why))
    return rows


def _pairs(
    reuse: Reuse, later: bool, here: ArticleFindings, other: ArticleFindings
) -> list[tuple[Passage, Span, Span]]:
    """Aligned passages as (passage, span here, span there).

    A passage there that is aligned with several here is paired with the one that stands at nearly the
    same place of its text: a headline is often aligned with a sentence far below by its few words.
    """
    best: dict[Span, tuple[float, Passage, Span]] = {}
    sizes = max(len(here.article.text), 1), max(len(other.article.text), 1)
    for passage in reuse.passages:
        near, far = (passage.later, passage.earlier) if later else (passage.earlier, passage.later)
        if near is None or far is None:
            continue
        apart = abs(near.start / sizes[0] - far.start / sizes[1])
        if far not in best or (apart, near) < (best[far][0], best[far][2]):
            best[far] = (apart, passage, near)
    return [(passage, near, far) for far, (_, passage, near) in sorted(best.items(), key=lambda one: one[0])]


def _mostly(passage: Span, sentence: Span) -> bool:
    shared = min(passage.end, sentence.end) - max(passage.start, sentence.start)
    return 2 * shared >= min(passage.end - passage.start, sentence.end - sentence.start)


def _best_sentence(found: ArticleFindings, passage: Span, wanted: str) -> Span:
    """The sentence of a longer passage that is most like what was asked for, or the passage itself."""
    inside = [span for span in found.sentences if passage.start <= span.start and span.end <= passage.end]
    return max(inside, key=lambda span: (alike(wanted, span.text), -span.start), default=passage)


def _aligned(reuse: Reuse, passage: Passage, wording: Wording) -> str:
    return (
        f"{passage.kind} passage ({passage.similarity:.2f}) aligned with “{_short(wording.span.text)}” "
        f"in “{wording.article.title}” ({reuse.kind})"
    )


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 90 else plain[:89].rstrip() + "…"


def _wording(
    record: Record, found: ArticleFindings, span: Span, similarity: float, via: str, reason: str
) -> Wording:
    article_id = found.article.id
    head = record.view.heads((article_id,))[0]
    chains = {chain.attribution_id: chain for chain in record.view.chains(article_id)}
    inside = [
        one
        for one in found.attributions
        if any(part.start < span.end and span.start < part.end for part in one.content)
    ]
    inside.sort(key=lambda one: (-_shared(one.content, span), one.id))
    chain: Chain | None = next((chains[one.id] for one in inside if one.id in chains), chains.get(None))
    first, last = bounds(head.published)
    return Wording(
        article=article_line(head),
        span=span,
        similarity=round(similarity, 1),
        via=via,
        first=first or (date.fromisoformat(head.earliest[:10]) if head.earliest else None),
        last=last,
        status=inside[0].status if inside else RecordStatus.UNSTATED,
        attribution_id=inside[0].id if inside else None,
        chain_id=chain.id if chain else None,
        hops=chain.hops if chain else (),
        chain_reason=chain.reason if chain else "",
        reason=reason,
    )


def _shared(content: Iterable[Span], span: Span) -> int:
    return sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in content)


def _key(wording: Wording) -> tuple[str, int, int]:
    return wording.article.id, wording.span.start, wording.span.end


def _order(wording: Wording) -> tuple[bool, date, float, str, int]:
    return (
        wording.last is None,
        wording.first or date.min,
        -wording.similarity,
        wording.article.id,
        wording.span.start,
    )


def _before(one: Wording, other: Wording) -> bool:
    """Whether a wording is surely no later than another: known to the day, or ended before it began."""
    if one.last is None or other.first is None:
        return False
    return one.last <= other.first or one.first == one.last


def _origins(record: Record, wordings: Sequence[Wording]) -> tuple[int, int, tuple[str, ...]]:
    """Independent origins of the wordings: as few when all that are not named may be one, as many when not.

    A wording that stands in an attribution speaks for its article; a headline above it adds no origin.
    """
    attributed = {wording.article.id for wording in wordings if wording.attribution_id}
    named: dict[str, str] = {}
    unnamed: dict[str, str] = {}
    for wording in wordings:
        if wording.attribution_id is None and wording.article.id in attributed:
            continue
        key, name, status = _origin(record, wording)
        (named if status is RecordStatus.ON_RECORD else unnamed).setdefault(key, name)
    low = len(named) + (1 if unnamed else 0)
    names = sorted({**unnamed, **named}.items())
    return low, len({**unnamed, **named}), tuple(name for _, name in names)


def _origin(record: Record, wording: Wording) -> tuple[str, str, RecordStatus]:
    """(key, name, status): the origin that the case counts this chain to, else its last hop, else its outlet.

    Articles of one family that name nobody but themselves have one teller.
    """
    for found in record.view.origins(record.index.story_of.get(wording.article.id, "")):
        for origin in found.origins:
            if wording.chain_id in origin.chains:
                return origin.actor_id or origin.name.casefold(), origin.name, origin.status
    last = wording.hops[-1] if wording.hops else None
    if last is not None and last.kind is not HopKind.OUTLET:
        return last.actor_id or last.name.casefold(), last.name, last.status
    family = record.index.family_of.get(wording.article.id, wording.article.id)
    return family, wording.article.outlet or wording.article.title, RecordStatus.UNSTATED


def _reason(wordings: Sequence[Wording], low: int, high: int, complete: bool) -> str:
    if not wordings:
        return "no sentence of the case is alike"
    articles = len({wording.article.id for wording in wordings})
    dated = [wording for wording in wordings if wording.last is not None]
    count = f"{low}" if low == high else f"{low} to {high}"
    sure = "is" if len(dated) < 2 or _before(dated[0], dated[1]) else "may be"
    where = f"; the earliest dated one {sure} in “{dated[0].article.title}”" if dated else "; none is dated"
    more = (
        ""
        if complete
        else "; the case holds more articles with such words than were looked at: paste a longer part"
    )
    found = (
        f"{len(wordings)} wording{'s' * (len(wordings) != 1)} in {articles} article{'s' * (articles != 1)}"
    )
    return f"{found}, whose chains end in {count} origin{'s' * (high != 1)}{where}{more}"
