"""What a name is, by the best evidence of the whole pile: one article's guess yields to another's title."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from onrecord.data import MentionKind
from onrecord.stages.corpus.actors.notes import Notes, fold
from onrecord.stages.corpus.actors.states import StateBook
from onrecord.stages.corpus.actors.summary import Summary
from onrecord.text.translit import skeleton

_RIVALS = (MentionKind.OUTLET, MentionKind.PERSON, MentionKind.BODY, MentionKind.PLACE)


@dataclass(slots=True)
class _Votes:
    titled: int = 0
    kinds: dict[MentionKind, int] = field(default_factory=dict)


Holds = Callable[[Sequence[tuple[str, str]]], Sequence[bool]]


def settle_kinds(
    articles: Sequence[Notes], items: Sequence[Summary], book: StateBook, holds: Holds
) -> list[Summary]:
    """One kind for each name: a state, an outlet, a person with a title, else what most articles read.

    `holds` tells of articles (ids) and words whether the words stand in the article.
    """
    votes: dict[str, _Votes] = {}
    folded = cache(fold)
    for item in items:
        if item.named:
            vote = votes.get(folded(item.name)) or votes.setdefault(folded(item.name), _Votes())
            vote.kinds[item.kind] = vote.kinds.get(item.kind, 0) + 1
            vote.titled += item.kind is MentionKind.PERSON and bool(item.descriptions)
    for kind, name in _other_votes(articles):
        vote = votes.setdefault(name, _Votes())
        vote.kinds[kind] = vote.kinds.get(kind, 0) + 1
    items = _without_doubted(items, votes, book)
    settled = [_of_state(_settle(item, votes, book, folded), book) for item in items]
    longer = _by_last_word(items)
    sounds = _outlet_sounds(settled)
    return [_latin_outlet(item, sounds) for item in _full_bodies(settled, longer, holds)]


def _outlet_sounds(items: Iterable[Summary]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for item in items:
        if item.kind is MentionKind.OUTLET and item.name.isascii():
            found.setdefault(skeleton(fold(item.name)), set()).add(item.name)
    return {sound: sorted(names) for sound, names in found.items() if len(sound) > 4}


def _latin_outlet(item: Summary, sounds: Mapping[str, list[str]]) -> Summary:
    """An outlet written in Cyrillic is the one of the pile whose Latin name sounds the same."""
    if item.kind is not MentionKind.OUTLET or item.name.isascii():
        return item
    same = sounds.get(skeleton(fold(item.name)), [])
    return replace(item, name=same[0], names=(*item.names, same[0])) if len(same) == 1 else item


def _other_votes(articles: Iterable[Notes]) -> Iterator[tuple[MentionKind, str]]:
    """The outlets whose pages these are, and the names that articles use for places."""
    for name in sorted({notes.outlet for notes in articles if notes.outlet is not None}):
        yield MentionKind.OUTLET, name
    for notes in articles:
        yield from ((MentionKind.PLACE, name) for name in notes.places)


def _without_doubted(items: Sequence[Summary], votes: Mapping[str, _Votes], book: StateBook) -> list[Summary]:
    """A word that few articles read as a state, and more as something else, is no state of the pile."""
    doubted = set()
    for word in book.doubtful():
        kinds = votes[fold(word)].kinds if fold(word) in votes else {}
        others = sum(count for kind, count in kinds.items() if kind is not MentionKind.PLACE)
        if 2 * kinds.get(MentionKind.STATE, 0) < others:
            doubted.add(word)
    book.drop(doubted)
    dropped = book.dropped
    if not dropped:
        return list(items)
    return [
        replace(item, state=None, kind=MentionKind.BODY if item.kind is MentionKind.STATE else item.kind)
        if item.state in dropped
        else item
        for item in items
    ]


def _settle(
    item: Summary, votes: Mapping[str, _Votes], book: StateBook, folded: Callable[[str], str]
) -> Summary:
    if not item.named or item.kind in (MentionKind.UNNAMED, MentionKind.STATE):
        return item
    if item.kind is MentionKind.PERSON and item.descriptions:
        return item
    state = book.word(item.name)
    if state is not None:
        return replace(item, kind=MentionKind.STATE, state=state)
    kind = _by_votes(item, votes[folded(item.name)])
    return item if kind is item.kind else replace(item, kind=kind)


def _by_votes(item: Summary, vote: _Votes) -> MentionKind:
    outlets, persons, bodies, places = (vote.kinds.get(kind, 0) for kind in _RIVALS)
    if item.kind is MentionKind.PERSON and " " not in item.name and places > persons + bodies:
        return MentionKind.PLACE
    if outlets and outlets >= bodies and not vote.titled:
        return MentionKind.OUTLET
    if item.kind is MentionKind.OUTLET and bodies > outlets:
        return MentionKind.BODY
    if item.kind is MentionKind.BODY and persons and " " in item.name and (vote.titled or persons >= bodies):
        return MentionKind.PERSON
    if item.kind is MentionKind.PERSON and bodies > persons and not vote.titled:
        return MentionKind.BODY
    return item.kind


def _of_state(item: Summary, book: StateBook) -> Summary:
    """ "Corva's Foreign Ministry", "the Foreign Ministry in Brell": the state that only the pile knows."""
    if item.kind is not MentionKind.BODY or item.state is not None:
        return item
    first = re.sub(r"['’]s?$", "", _fold_the(item.name).split(" ")[0])
    state = book.word(first) if " " in item.name else None
    state = state or (book.word(item.after) if item.after else None)
    return replace(item, state=state) if state is not None else item


def _fold_the(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ")


def _by_last_word(items: Iterable[Summary]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for item in items:
        if item.named and item.kind is MentionKind.BODY and " " in item.name:
            found.setdefault(item.name.split()[-1].casefold(), set()).add(item.name)
    return {word: sorted(names) for word, names in found.items()}


def _full_bodies(items: list[Summary], longer: Mapping[str, list[str]], holds: Holds) -> list[Summary]:
    """ "The Pact" in an article that holds "Eastern Pact", which the pile knows as a body."""
    asked: list[tuple[int, str]] = []
    for number, item in enumerate(items):
        if item.kind is MentionKind.BODY and item.named and " " not in item.name:
            asked += [(number, name) for name in longer.get(item.name.casefold(), ())]
    found: dict[int, list[str]] = {}
    answers = holds([(items[number].article_id, name) for number, name in asked])
    for (number, name), there in zip(asked, answers, strict=True):
        if there:
            found.setdefault(number, []).append(name)
    settled = list(items)
    for number, names in found.items():
        if len(names) == 1:
            settled[number] = replace(items[number], name=names[0])
    return settled
