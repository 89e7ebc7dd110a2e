"""What one article gives to the counting of origins: a pure function of it, remembered by its digest."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from onrecord.data import (
    ArticleFindings,
    Attribution,
    AttributionKind,
    PublicationDate,
    Setting,
    Span,
)
from onrecord.engine import Engine
from onrecord.lang.background import background_of
from onrecord.lang.owners import ownings, rights_holder
from onrecord.memo import Memo, remembered
from onrecord.pile import Pile, article_of, pack
from onrecord.shelves import Shelves, read, shelf_bytes
from onrecord.stages.corpus.origins.telling import ATTITUDES, is_introduced, is_silent
from onrecord.text.edtf import bounds
from onrecord.text.fold import Word, words
from onrecord.text.quotes import find_quotations
from onrecord.text.terms import is_number, terms_of

NOTES = "origin-sayings"  # kind of what is remembered
RUN = 6  # words of a quotation that two reporters do not hit upon by chance
WORDING = 5  # words in a row by which two sayings of one story are found alike
MAX_TERMS = 60
MAX_RUNS = 200
MAX_OWNING_LINES = 20
SHOWN = 160
LABEL = 120  # characters of a saying that are kept to name it


@dataclass(frozen=True, slots=True)
class Owned:
    """A line that tells who owns an outlet (None: the article's own): an owner, or a sister outlet.

    `kind`: "said" for a statement, "rights" for a copyright notice, "byline" for a reporter's name.
    """

    kind: str
    outlet: str | None
    owner: str | None
    sister: str | None
    span: Span | None
    words: str


@dataclass(frozen=True, slots=True)
class Said:
    """What one attribution says: its stretch of content, terms with weights, figures, runs of words.

    `runs` are (hash, start, end) of RUN words in quotation marks, `wording` hashes of WORDING words of all
    content; `telling` is False for what is ordered, wanted or planned rather than told, `silent` True where
    nobody tells anything, `introduced` that "the doctor" who speaks was "a doctor" before.
    """

    id: str
    start: int
    end: int
    label: str
    title: bool
    terms: tuple[tuple[str, float], ...]
    figures: tuple[str, ...]
    runs: tuple[tuple[int, int, int], ...]
    wording: tuple[int, ...]
    telling: bool
    silent: bool
    introduced: bool
    negated: bool
    source: Span | None
    addressee: Span | None
    number: str
    description: str
    closeness: str


@dataclass(frozen=True, slots=True)
class About:
    """What is read of every article. `first` and `last` bound its day (ISO), None when unknown.

    `stands` gives the mentions of positions with the attributions that they stand in.
    """

    id: str
    page_id: str
    title: str
    title_end: int
    language: str
    first: str | None
    last: str | None
    outlet: str | None
    owned: tuple[Owned, ...]
    stands: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """All that origins need of an article."""

    about: About
    said: tuple[Said, ...]

    @property
    def id(self) -> str:
        """The article's id."""
        return self.about.id

    @property
    def title(self) -> str:
        """The article's title, else its first words."""
        return self.about.title

    @property
    def language(self) -> str:
        """The code of the article's language."""
        return self.about.language

    @property
    def outlet(self) -> str | None:
        """What the article calls its outlet."""
        return self.about.outlet

    @property
    def first(self) -> str | None:
        """The first day (ISO) on which it can have been published."""
        return self.about.first

    @property
    def last(self) -> str | None:
        """The last such day."""
        return self.about.last


class AllNotes(Mapping[str, Notes]):
    """The notes of every article by its id; what it says is unpacked when it is asked for."""

    def __init__(self, names: Sequence[str], parts: Sequence[bytes]) -> None:
        self._said: Shelves[Said] = Shelves(names, parts, tuple[Said, ...])
        self.abouts = [read(self._said.head(place), About) for place in range(len(parts))]

    def __getitem__(self, name: str) -> Notes:
        place = self._said.places[name]
        return Notes(self.abouts[place], self._said.at(place))

    def __contains__(self, name: object) -> bool:
        return name in self._said.places

    def __iter__(self) -> Iterator[str]:
        return iter(self._said.names)

    def __len__(self) -> int:
        return len(self.abouts)

    def about(self, name: str) -> About | None:
        """What is read of every article; None for one that is not in the pile."""
        place = self._said.places.get(name)
        return self.abouts[place] if place is not None else None


def all_notes(pile: Pile, engine: Engine, memo: Memo) -> AllNotes:
    """The notes of every article."""

    def compute(missing: list[int]) -> Iterator[bytes]:
        return engine.map(_made, (pile.packed(place) for place in missing))

    keys = [pile.digest(place) for place in range(len(pile))]
    return AllNotes(pile.names, remembered(memo, NOTES, keys, compute))


def _made(article: bytes) -> bytes:
    """The notes of one article, packed: module-level, so that any engine can ship it."""
    notes = notes_of(article_of(article))
    return shelf_bytes(pack(notes.about), notes.said)


def notes_of(found: ArticleFindings) -> Notes:
    """What one article gives."""
    article = found.article
    end = article.title_span.end if article.title_span is not None else 0
    quoted = _quoted(article.text) if found.attributions else []
    about = About(
        article.id,
        article.page_id,
        article.title or " ".join(article.text[:70].split()),
        end,
        found.language.code,
        *_days(found.published),
        article.outlet.value if article.outlet is not None else None,
        tuple(_owned(found)),
        tuple((one.id, one.attribution_id) for one in found.position_mentions if one.attribution_id),
    )
    return Notes(about, tuple(_said(item, found, end, quoted) for item in found.attributions))


def _days(published: PublicationDate) -> tuple[str | None, str | None]:
    """First and last day (ISO) on which the article can have been published."""
    low, high = bounds(published.value)
    return (low.isoformat() if low else published.earliest), (high.isoformat() if high else published.latest)


def _owned(found: ArticleFindings) -> Iterator[Owned]:
    count = 0
    for sentence in found.sentences:
        for one in ownings(sentence.text[:1_000]):
            start = sentence.start + one.start
            span = Span(start, start + one.end - one.start, sentence.text[one.start : one.end])
            yield Owned("said", one.outlet, one.owner, one.sister, span, _shown(span.text))
            count += 1
        if count >= MAX_OWNING_LINES:
            break
    for item in found.metadata:
        holder = rights_holder(item.value) if item.name == "licence" else None
        if holder is not None:
            yield Owned("rights", None, holder, None, None, _shown(item.value))
    byline = found.article.byline
    if byline is not None and len(byline.value.split()) > 1:
        yield Owned("byline", None, byline.value, None, None, _shown(byline.value))


def _said(
    item: Attribution, found: ArticleFindings, title_end: int, quoted: Sequence[tuple[int, int]]
) -> Said:
    text, language = found.article.text, found.language.code
    parts = item.content
    start = min((part.start for part in parts), default=0)
    end = max((part.end for part in parts), default=0)
    read = [word for part in parts for word in words(part.text[:4_000])]
    prior = background_of(language)
    terms = dict.fromkeys(term for term, _ in terms_of(read, language, prior))
    weighed = [(term, _weight(prior(term))) for term in terms if not is_number(term)]
    described = item.described
    anchor = next(iter(item.source or item.cue or item.content), None)
    title = item.setting is Setting.TITLE or (anchor is not None and anchor.start < title_end)
    return Said(
        item.id,
        start,
        end,
        " ".join(text[start : min(end, start + LABEL)].split()),
        title,
        tuple(sorted(sorted(weighed, key=lambda pair: (-pair[1], pair[0]))[:MAX_TERMS])),
        tuple(sorted(term for term in terms if is_number(term))),
        tuple(_runs(item, text, quoted)),
        tuple(sorted({_hash(read[at : at + WORDING]) for at in range(_runs_in(read))})),
        item.cue_class not in ATTITUDES or item.kind is not AttributionKind.INDIRECT,
        is_silent(item, text, language),
        is_introduced(item, text),
        item.negated,
        item.source[0] if item.source else None,
        item.addressee,
        described.number.text.casefold() if described and described.number else "",
        described.description.text if described else "",
        described.closeness.text if described and described.closeness else "",
    )


def _runs_in(read: Sequence[Word]) -> int:
    return max(0, min(len(read), MAX_RUNS) - WORDING + 1)


def _weight(prior: float) -> float:
    """What a term tells: 1 for the rarest."""
    return round(max(0.0, 1.0 - prior), 3)


def _runs(item: Attribution, text: str, quoted: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """(hash, start, end) of every run of RUN words that the attribution gives in quotation marks."""
    if item.kind is AttributionKind.INDIRECT:
        return
    count = 0
    for part in item.content:
        for low, high in _from(quoted, part.start):
            if low >= part.end:
                break
            start, end = max(part.start, low), min(part.end, high)
            found = words(text[start : min(end, start + 4_000)])
            for at in range(len(found) - RUN + 1):
                yield _hash(found[at : at + RUN]), start + found[at].start, start + found[at + RUN - 1].end
                count += 1
                if count >= MAX_RUNS:
                    return


def _from(quoted: Sequence[tuple[int, int]], start: int) -> Iterator[tuple[int, int]]:
    """Quotations from the one that holds `start` on."""
    for place in range(max(0, bisect_right(quoted, (start, 0)) - 1), len(quoted)):
        if quoted[place][1] > start:
            yield quoted[place]


def _quoted(text: str) -> list[tuple[int, int]]:
    """The outermost quotations in order; they do not overlap."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted((one.start, one.end) for one in find_quotations(text)):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _hash(run: Sequence[Word]) -> int:
    """A run of words as a number of 63 bits (what JSON and msgpack hold alike)."""
    folded = " ".join(word.fold for word in run).encode("utf-8", "replace")
    return int.from_bytes(blake2b(folded, digest_size=8).digest(), "big") >> 1


def _shown(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= SHOWN else flat[: SHOWN - 1] + "…"
