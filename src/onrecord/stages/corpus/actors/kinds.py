"""What a name is, by the best evidence of the whole pile: one article's guess yields to another's title."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.data import ArticleFindings, MentionKind
from onrecord.stages.corpus.actors.states import StateBook
from onrecord.stages.corpus.actors.summary import Summary
from onrecord.text.translit import skeleton

_AFTER_BODY = re.compile(r" (?:of|in) (?:the )?([^\W\d_a-z][\w’'-]{1,40}\b)")
_RIVALS = (MentionKind.OUTLET, MentionKind.PERSON, MentionKind.BODY, MentionKind.PLACE)


@dataclass(slots=True)
class _Votes:
    titled: int = 0
    kinds: dict[MentionKind, int] = field(default_factory=dict)


def settle_kinds(
    articles: Sequence[ArticleFindings], items: Sequence[Summary], book: StateBook
) -> list[Summary]:
    """One kind for each name: a state, an outlet, a person with a title, else what most articles read."""
    votes: dict[str, _Votes] = {}
    for item in items:
        if item.named:
            vote = votes.setdefault(_fold(item.name), _Votes())
            vote.kinds[item.kind] = vote.kinds.get(item.kind, 0) + 1
            vote.titled += item.kind is MentionKind.PERSON and bool(item.descriptions)
    for kind, name in _other_votes(articles):
        vote = votes.setdefault(name, _Votes())
        vote.kinds[kind] = vote.kinds.get(kind, 0) + 1
    items = _without_doubted(items, votes, book)
    texts = {found.article.id: found.article.text for found in articles}
    longer = _by_last_word(items)
    settled = [_of_state(_settle(item, votes, book), texts[item.article_id], book) for item in items]
    sounds = _outlet_sounds(settled)
    return [_latin_outlet(_full_body(item, longer, texts), sounds) for item in settled]


def _outlet_sounds(items: Iterable[Summary]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for item in items:
        if item.kind is MentionKind.OUTLET and item.name.isascii():
            found.setdefault(skeleton(_fold(item.name)), set()).add(item.name)
    return {sound: sorted(names) for sound, names in found.items() if len(sound) > 4}


def _latin_outlet(item: Summary, sounds: Mapping[str, list[str]]) -> Summary:
    """An outlet written in Cyrillic is the one of the pile whose Latin name sounds the same."""
    if item.kind is not MentionKind.OUTLET or item.name.isascii():
        return item
    same = sounds.get(skeleton(_fold(item.name)), [])
    return replace(item, name=same[0], names=(*item.names, same[0])) if len(same) == 1 else item


def _fold(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _other_votes(articles: Iterable[ArticleFindings]) -> Iterator[tuple[MentionKind, str]]:
    """The outlets whose pages these are, and the names that articles use for places."""
    for name in sorted({_fold(f.article.outlet.value) for f in articles if f.article.outlet is not None}):
        yield MentionKind.OUTLET, name
    for findings in articles:
        places = {m.head.text for m in findings.mentions if m.kind is MentionKind.PLACE}
        yield from ((MentionKind.PLACE, _fold(name)) for name in sorted(places))


def _without_doubted(items: Sequence[Summary], votes: Mapping[str, _Votes], book: StateBook) -> list[Summary]:
    """A word that few articles read as a state, and more as something else, is no state of the pile."""
    doubted = set()
    for word in book.doubtful():
        kinds = votes[_fold(word)].kinds if _fold(word) in votes else {}
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


def _settle(item: Summary, votes: Mapping[str, _Votes], book: StateBook) -> Summary:
    if not item.named or item.kind in (MentionKind.UNNAMED, MentionKind.STATE):
        return item
    if item.kind is MentionKind.PERSON and item.descriptions:
        return item
    state = book.word(item.name)
    if state is not None:
        return replace(item, kind=MentionKind.STATE, state=state)
    return replace(item, kind=_by_votes(item, votes[_fold(item.name)]))


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


def _of_state(item: Summary, text: str, book: StateBook) -> Summary:
    """ "Corva's Foreign Ministry", "the Foreign Ministry in Brell": the state that only the pile knows."""
    if item.kind is not MentionKind.BODY or item.state is not None:
        return item
    after = _AFTER_BODY.match(text, item.end)
    first = re.sub(r"['’]s?$", "", _fold_the(item.name).split(" ")[0])
    state = book.word(first) if " " in item.name else None
    state = state or (book.word(after.group(1)) if after is not None else None)
    return replace(item, state=state) if state is not None else item


def _fold_the(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ")


def _by_last_word(items: Iterable[Summary]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for item in items:
        if item.named and item.kind is MentionKind.BODY and " " in item.name:
            found.setdefault(item.name.split()[-1].casefold(), set()).add(item.name)
    return {word: sorted(names) for word, names in found.items()}


def _full_body(item: Summary, longer: Mapping[str, list[str]], texts: Mapping[str, str]) -> Summary:
    """ "The Pact" in an article that holds "Eastern Pact", which the pile knows as a body."""
    if item.kind is not MentionKind.BODY or not item.named or " " in item.name:
        return item
    full = [name for name in longer.get(item.name.casefold(), ()) if name in texts[item.article_id]]
    return replace(item, name=full[0]) if len(full) == 1 else item
