"""What people ruled of pairs of articles: whose ruling, whether it counts, whether a build has gone by it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.data import Judgement
from onrecord.query.lists import ArticleLine, article_lines
from onrecord.query.record import Record
from onrecord.stores.rulings import (
    DIRECTION,
    STORY,
    TEXT,
    Pair,
    Resolved,
    Ruling,
    pair_of,
    question_of,
    resolved,
    unlike,
)


@dataclass(frozen=True, slots=True)
class RulingLine:
    """One ruling on two articles.

    `question`: "story" (one event?), "text" (did one take from the other?), "direction" (`left` came
    before `right`); `yes` is the answer. `set_aside`: later rulings contradict it, through other articles.
    `waits`: the groups shown were made before it; the next build goes by it. `outweighed`: the pairs ruled
    apart for which two that were ruled one text stand in no common family.
    """

    id: str
    question: str
    left: ArticleLine
    right: ArticleLine
    yes: bool
    by: str
    made: str
    note: str
    set_aside: bool
    waits: bool
    outweighed: tuple[tuple[ArticleLine, ArticleLine], ...] = ()


@dataclass(frozen=True, slots=True)
class PairRulings:
    """What stands of two articles, at most one ruling a question; `taken_back` are the questions whose
    ruling was withdrawn after the groups shown were made."""

    story: RulingLine | None
    text: RulingLine | None
    direction: RulingLine | None
    taken_back: tuple[str, ...]

    @property
    def lines(self) -> tuple[RulingLine, ...]:
        """Those that there are."""
        return tuple(one for one in (self.story, self.text, self.direction) if one is not None)


class Rulings:
    """The rulings of a case, read once for an answer."""

    def __init__(self, record: Record, judgements: Sequence[Judgement] | None = None) -> None:
        known = record.view.judgements() if judgements is None else judgements
        self._record = record
        self._resolved: Resolved = resolved(known)
        self._waiting = unlike(self._resolved.rulings, record.view.respected())
        self._counting = {one.judgement.id: one for one in self._resolved.counting}
        self._set_aside = {one.judgement.id for one in self._resolved.set_aside}

    def waits(self, judgement: Judgement) -> bool:
        """Whether the groups shown were made by another answer to the question of this judgement."""
        return question_of(judgement) in self._waiting

    def is_set_aside(self, judgement: Judgement) -> bool:
        """Whether later rulings contradict it."""
        return judgement.id in self._set_aside

    def is_outweighed(self, judgement: Judgement) -> bool:
        """Whether it joins nothing, because rulings on other articles keep the two apart."""
        ruling = self._counting.get(judgement.id)
        return ruling is not None and bool(self._against(ruling))

    def of_pair(self, one: str, other: str) -> PairRulings:
        """What stands of two articles."""
        pair = pair_of((one, other))
        lines = {
            line.question: line for line in self._lines(found for found in self._all() if found.pair == pair)
        }
        back = tuple(
            sorted(question for question, of in self._waiting if of == pair and question not in lines)
        )
        return PairRulings(lines.get(STORY), lines.get("text"), lines.get(DIRECTION), back)

    def touching(self, article_ids: Iterable[str]) -> tuple[RulingLine, ...]:
        """Those on pairs of which one article is among these, latest first."""
        known = frozenset(article_ids)
        return self._lines(found for found in self._all() if known & set(found.pair))

    def taken_back(self, article_ids: Iterable[str]) -> tuple[tuple[str, Pair], ...]:
        """The questions on such pairs whose ruling was withdrawn after the groups shown were made."""
        known, standing = frozenset(article_ids), {(one.question, one.pair) for one in self._all()}
        return tuple(sorted(one for one in self._waiting if known & set(one[1]) and one not in standing))

    def _against(self, ruling: Ruling) -> tuple[Pair, ...]:
        """The pairs ruled apart that outweigh a ruling that two are one text; empty where it is followed."""
        if (ruling.question, ruling.yes) != (TEXT, True) or (TEXT, ruling.pair) in self._waiting:
            return ()
        one, other = (self._relatives(name) for name in ruling.pair)
        if ruling.judgement.id in self._set_aside or one & other:
            return ()
        rulings = self._resolved.rulings.of_texts()
        return tuple(
            sorted(
                pair
                for pair in rulings.apart
                if (pair[0] in one and pair[1] in other) or (pair[1] in one and pair[0] in other)
            )
        )

    def _relatives(self, article: str) -> frozenset[str]:
        """The articles of its family, itself alone where it is in none."""
        index = self._record.index
        home = index.family_of.get(article)
        return frozenset(index.families[home].articles if home else (article,))

    def _all(self) -> tuple[Ruling, ...]:
        return (*self._resolved.counting, *self._resolved.set_aside)

    def _lines(self, rulings: Iterable[Ruling]) -> tuple[RulingLine, ...]:
        found = list(rulings)
        pairs = [pair for one in found for pair in (one.pair, *self._against(one))]
        keys = tuple(dict.fromkeys(key for pair in pairs for key in pair))
        known = {line.id: line for line in article_lines(self._record, keys)} if keys else {}
        return tuple(self._line(one, known) for one in found if known.keys() >= set(one.pair))

    def _line(self, ruling: Ruling, known: dict[str, ArticleLine]) -> RulingLine:
        left, right = ruling.pair
        if ruling.first == right:
            left, right = right, left
        one = ruling.judgement
        waits = (ruling.question, ruling.pair) in self._waiting
        return RulingLine(
            one.id,
            ruling.question,
            known[left],
            known[right],
            ruling.yes,
            one.by,
            one.made,
            one.note,
            one.id in self._set_aside,
            waits and one.id not in self._set_aside,
            tuple((known[a], known[b]) for a, b in self._against(ruling) if {a, b} <= known.keys()),
        )
