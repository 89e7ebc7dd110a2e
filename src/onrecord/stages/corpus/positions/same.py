"""Do two mentions say the same? In one article, in a text and its copies, in independent reports."""

from collections.abc import Sequence

from onrecord.data import PassageKind, Reuse, Span
from onrecord.memo import key_of
from onrecord.pile import Packed, bonds_of, pack
from onrecord.stages.corpus.positions.bind import Bound
from onrecord.text.edtf import bounds

SAME_TERMS = 0.4
COPY_TERMS = 0.3
_BREATH = 400
_DAYS = 3
_MONTH = 31
_STOP = frozenset(
    "the a an of to in on and or that which it its is are be by for with if only as at from".split()
)
_POINTING = frozenset({"them", "these", "those", "this", "that", "it"})


class Copies:
    """Which articles share text, and which passages of theirs are aligned (unpacked when asked for)."""

    def __init__(self, reuses: Sequence[Reuse]) -> None:
        self._reuses = reuses
        self.linked: dict[str, set[str]] = {}
        self._places: dict[tuple[str, str], list[int]] = {}
        for place, bond in enumerate(bonds_of(reuses)):
            self.linked.setdefault(bond.earlier, set()).add(bond.later)
            self.linked.setdefault(bond.later, set()).add(bond.earlier)
            self._places.setdefault((bond.earlier, bond.later), []).append(place)
        self._passages: dict[tuple[str, str], list[tuple[Span, Span]]] = {}
        self.line = _lines(self.linked)

    def about(self, articles: Sequence[str]) -> bytes:
        """All that these articles have to do with each other, as bytes: what `near`, `aligned` and `linked`
        say of them follows from it.
        """
        if len(articles) < 2:
            return b""
        first: dict[str, int] = {}
        lines = [
            first.setdefault(self.line[name], number) if name in self.line else -1
            for number, name in enumerate(articles)
        ]
        parts = [pack(lines)]
        there = set(articles)
        for one in articles:
            for other in sorted(self.linked.get(one, set()) & there):
                for place in self._places.get((one, other), ()):
                    parts.append(f"{one} {other}".encode("utf-8", "surrogatepass") + self._packed(place))
        return key_of(*parts)

    def _packed(self, place: int) -> bytes:
        found = self._reuses
        return found.packed(place) if isinstance(found, Packed) else pack(found[place])

    def passages(self, earlier: str, later: str) -> list[tuple[Span, Span]]:
        """The stretches of two articles that one took from the other."""
        pair = earlier, later
        if pair not in self._passages:
            self._passages[pair] = [
                (p.earlier, p.later)
                for place in self._places.get(pair, ())
                for p in self._reuses[place].passages
                if p.kind in (PassageKind.COPIED, PassageKind.REWORDED) and p.earlier and p.later
            ]
        return self._passages[pair]

    def near(self, one: str, other: str) -> bool:
        """Is it one text, or are both of one line of copies and retellings?"""
        return one == other or (one in self.line and self.line[one] == self.line.get(other))

    def aligned(self, one: Bound, other: Bound) -> bool:
        """Do both acts stand in passages that were taken one from the other?"""
        here, there = one.mention, other.mention
        for first, second in ((here, there), (there, here)):
            for earlier, later in self.passages(first.article_id, second.article_id):
                if _touch(earlier, first.act_span) and _touch(later, second.act_span):
                    return True
        return False


def _lines(linked: dict[str, set[str]]) -> dict[str, str]:
    """For each article the lowest id of all that share text with it, directly or through others."""
    line: dict[str, str] = {}
    for start in sorted(linked):
        waiting = [start] if start not in line else []
        while waiting:
            article = waiting.pop()
            if article not in line:
                line[article] = start
                waiting += sorted(linked[article])
    return line


def says_same(one: Bound, other: Bound, copies: Copies) -> bool:
    """The same stance, told once or again. Actor and kind of act are the same already."""
    if not one.themes & other.themes:
        return False
    here, there = one.mention.article_id, other.mention.article_id
    if here == there:
        return _in_one_text(one, other)
    if copies.near(here, there):
        return _in_copies(one, other, copies)
    return _independent(one, other)


def contradicts(one: Bound, other: Bound, copies: Copies) -> bool:
    """Told apart by the text itself: on other terms, or at another time."""
    if one.explicit and other.explicit and disjoint(one.when, other.when):
        return True
    if one.mention.article_id != other.mention.article_id:
        return not copies.near(one.mention.article_id, other.mention.article_id) and not _independent(
            one, other
        )
    if one.title or other.title or one.mention.condition is None or other.mention.condition is None:
        return False
    return not _same_terms(one, other) and not _same_breath(one, other)


def _in_one_text(one: Bound, other: Bound) -> bool:
    nested = one.themes <= other.themes or other.themes <= one.themes
    if one.title or other.title:
        return nested
    if one.explicit and other.explicit and disjoint(one.when, other.when):
        return False
    first, second = one.mention.condition, other.mention.condition
    if first is None and second is None:
        return one.themes == other.themes
    if first is None or second is None:
        return nested and _same_breath(one, other)
    if one.themes == other.themes and _same_terms(one, other):
        return True
    return nested and _same_breath(one, other) and bool(_term_words(one) & _term_words(other))


def _in_copies(one: Bound, other: Bound, copies: Copies) -> bool:
    if copies.aligned(one, other):
        return True
    if one.title or other.title:  # a headline sums up: it may leave out a theme
        return one.themes <= other.themes or other.themes <= one.themes
    if one.themes != other.themes:
        return False
    first, second = one.mention.condition, other.mention.condition
    return (
        (first is None and second is None)
        or _same_terms(one, other, COPY_TERMS)
        or _same_reference(one, other)
    )


def _same_reference(one: Bound, other: Bound) -> bool:
    """Terms that only point back ("reaching them", "attaining these goals"), on the same concepts."""
    pointing = [bool(_all_words(item) & _POINTING) for item in (one, other)]
    return all(pointing) and one.mention.concepts == other.mention.concepts


def _all_words(item: Bound) -> frozenset[str]:
    condition = item.mention.condition
    return frozenset(condition.span.text.lower().split()) if condition is not None else frozenset()


def _independent(one: Bound, other: Bound) -> bool:
    if one.mention.concepts != other.mention.concepts or not _close_in_time(one.when, other.when):
        return False
    first, second = one.mention.condition, other.mention.condition
    return (first is None and second is None) or _same_terms(one, other)


def _same_terms(one: Bound, other: Bound, least: float = SAME_TERMS) -> bool:
    first, second = _term_words(one), _term_words(other)
    if not first or not second:
        return False
    return len(first & second) / min(len(first), len(second)) >= least


def _term_words(item: Bound) -> frozenset[str]:
    condition = item.mention.condition
    return words_of(condition.span.text) if condition is not None else frozenset()


def words_of(text: str) -> frozenset[str]:
    """Lower-case content words of a phrase."""
    return frozenset(w.strip(".,;:!?\"'“”‘’()") for w in text.lower().split()) - _STOP


def _same_breath(one: Bound, other: Bound) -> bool:
    apart = abs(one.mention.act_span.start - other.mention.act_span.start)
    return apart < _BREATH and (one.person_id == other.person_id or one.speaker == other.speaker)


def _touch(passage: Span, act: Span) -> bool:
    return passage.start < act.end and act.start < passage.end


def disjoint(one: str | None, other: str | None) -> bool:
    """Do two EDTF values share no day? Open ends and unknown values share all days."""
    (start, end), (begin, close) = bounds(one), bounds(other)
    return bool((end and begin and end < begin) or (close and start and close < start))


def _close_in_time(one: str | None, other: str | None) -> bool:
    (start, end), (begin, close) = bounds(one), bounds(other)
    if start is None or begin is None:
        return False
    if end is not None and close is not None and max(end - start, close - begin).days < _MONTH:
        within = (start <= begin and close <= end) or (begin <= start and end <= close)
        if within:
            return True
    return abs((start - begin).days) <= _DAYS
