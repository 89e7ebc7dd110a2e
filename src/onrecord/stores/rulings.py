"""What judgements on pairs of articles come to, as the corpus stages respect it.

The latest judgement on a pair counts, withdrawn ones vanish. Judgements that contradict each other through
third articles are resolved by time alone, so in the same way whatever order they are read in: going from the
latest to the oldest, one that the later ones rule out is set aside. So a "same" is set aside that would join
two articles which later rulings keep apart, an "apart" of two articles that later rulings join, and a
"before" that would close a circle.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.data import Judgement, Rulings, Verdict
from onrecord.stores.merge import latest_first, standing

STORY = "story"
REUSE = "reuse"
INDEPENDENT = "independent"
DIRECTION = "direction"
SUBJECTS = (STORY, REUSE, INDEPENDENT, DIRECTION)
TEXT = "text"
_QUESTION = {STORY: STORY, REUSE: TEXT, INDEPENDENT: TEXT, DIRECTION: DIRECTION}
_FITTING = {
    STORY: (Verdict.SAME, Verdict.NOT_SAME, Verdict.WITHDRAWN),
    REUSE: (Verdict.RIGHT, Verdict.WRONG, Verdict.WITHDRAWN),
    INDEPENDENT: (Verdict.RIGHT, Verdict.WRONG, Verdict.WITHDRAWN),
    DIRECTION: (Verdict.BEFORE, Verdict.WITHDRAWN),
}
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A standing judgement on two articles.

    `question`: "story" (one event?), "text" (did one take from the other?), "direction" (which came
    first?). `yes`: they are one; for a direction always True and `first` is the article that came first.
    """

    question: str
    pair: Pair
    yes: bool
    first: str | None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Resolved:
    """The rulings to respect, what stands behind them, and what later rulings contradict."""

    rulings: Rulings
    counting: tuple[Ruling, ...]
    set_aside: tuple[Ruling, ...]


def pair_of(articles: Sequence[str]) -> Pair | None:
    """Two articles in id order; None when there are not two."""
    return (min(articles), max(articles)) if len(articles) == 2 and articles[0] != articles[1] else None


def question_of(judgement: Judgement) -> tuple[str, Pair] | None:
    """What a judgement is an answer to; None when it is not one on two articles."""
    if judgement.verdict not in _FITTING.get(judgement.subject, ()):
        return None
    return pair_question(judgement.subject, judgement.articles)


def pair_question(subject: str, articles: Sequence[str]) -> tuple[str, Pair] | None:
    """The question that a subject asks of two articles, whatever their order; None for other subjects."""
    pair = pair_of(articles)
    return None if pair is None or subject not in _QUESTION else (_QUESTION[subject], pair)


def unlike(rulings: Rulings, respected: Rulings) -> frozenset[tuple[str, Pair]]:
    """The questions that two sets of rulings answer otherwise: what was ruled or taken back since a build."""
    return frozenset(question for question, _ in _answers(rulings) ^ _answers(respected))


def _answers(rulings: Rulings) -> set[tuple[tuple[str, Pair], str]]:
    named = (
        (STORY, rulings.same),
        (STORY, rulings.apart),
        (TEXT, rulings.one_text),
        (TEXT, rulings.not_reuse),
    )
    found = {
        ((question, pair), str(number)) for number, (question, pairs) in enumerate(named) for pair in pairs
    }
    return found | {((DIRECTION, pair), first) for pair, first in rulings.first}


def rulings_of(judgements: Iterable[Judgement]) -> Rulings:
    """See above; judgements on other things are left out."""
    return resolved(judgements).rulings


def resolved(judgements: Iterable[Judgement]) -> Resolved:
    """The same, with what counts and what was set aside, each latest first."""
    groups: dict[tuple[str, Pair], list[Judgement]] = {}
    for judgement in judgements:
        question = question_of(judgement)
        if question is not None:
            groups.setdefault(question, []).append(judgement)
    stand = {one.id: (key, one) for key, group in groups.items() if (one := standing(group)) is not None}
    ruled = [_ruling(*stand[one.id][0], one) for one in latest_first(one for _, one in stand.values())]
    sorting = {question: _Sorting() for question in (STORY, TEXT, DIRECTION)}
    counting: list[Ruling] = []
    set_aside: list[Ruling] = []
    for ruling in ruled:
        (counting if sorting[ruling.question].take(ruling) else set_aside).append(ruling)
    return Resolved(_rulings(counting), tuple(counting), tuple(set_aside))


def _ruling(question: str, pair: Pair, judgement: Judgement) -> Ruling:
    if question == DIRECTION:
        return Ruling(question, pair, True, judgement.articles[0], judgement)
    one = (Verdict.SAME,) if question == STORY else (Verdict.RIGHT,)
    yes = judgement.verdict in one
    return Ruling(question, pair, yes is not (judgement.subject == INDEPENDENT), None, judgement)


def _rulings(counting: Sequence[Ruling]) -> Rulings:
    def pairs(question: str, yes: bool) -> frozenset[Pair]:
        return frozenset(one.pair for one in counting if (one.question, one.yes) == (question, yes))

    return Rulings(
        same=pairs(STORY, True),
        apart=pairs(STORY, False),
        first=tuple(sorted((one.pair, one.first) for one in counting if one.first is not None)),
        one_text=pairs(TEXT, True),
        not_reuse=pairs(TEXT, False),
    )


class _Sorting:
    """Takes rulings on one question, one after the other, as long as they agree with those taken before."""

    def __init__(self) -> None:
        self._group: dict[str, set[str]] = {}
        self._apart: dict[str, set[str]] = {}
        self._after: dict[str, set[str]] = {}

    def take(self, ruling: Ruling) -> bool:
        """Whether it agrees."""
        left, right = ruling.pair
        if ruling.first is not None:
            return self._order(ruling.first, right if ruling.first == left else left)
        return self._join(left, right) if ruling.yes else self._part(left, right)

    def _of(self, article: str) -> set[str]:
        return self._group.setdefault(article, {article})

    def _join(self, left: str, right: str) -> bool:
        one, other = self._of(left), self._of(right)
        if one is other:
            return True
        if any(self._apart.get(article, set()) & other for article in one):
            return False
        small, large = sorted((one, other), key=len)
        large |= small
        for article in small:
            self._group[article] = large
        return True

    def _part(self, left: str, right: str) -> bool:
        if right in self._of(left):
            return False
        self._apart.setdefault(left, set()).add(right)
        self._apart.setdefault(right, set()).add(left)
        return True

    def _order(self, first: str, second: str) -> bool:
        seen, row = {second}, [second]
        while row:
            for article in self._after.get(row.pop(), ()):
                if article not in seen:
                    seen.add(article)
                    row.append(article)
        if first in seen:
            return False
        self._after.setdefault(first, set()).add(second)
        return True
