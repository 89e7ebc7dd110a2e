"""Links article by article: each is remembered by the article, by who its chains are, and by what the pile
knows of the names in it.

A name of the pile concerns an article only when all its big words stand there; so what a new name changes is
found without reading any text.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.data import ActorLink, Mention, MentionKind
from onrecord.engine import Engine
from onrecord.linked import LinkShelves, link_shelf
from onrecord.memo import Memo, key_of, remembered
from onrecord.pile import Pile, article_of, pack
from onrecord.shelves import read
from onrecord.stages.corpus.actors.notes import Words, all_words, big_words
from onrecord.stages.corpus.actors.pile import Known, Names, name_links, sounds_of

LINKS = "actor-links"  # kind of what is remembered
Given = tuple[int, str, str]  # a chain of an article, the actor that it is, and why
Bearers = tuple[tuple[str, str], ...]  # persons of an article whom the pile names in full: actor and name


def links_of_all(
    pile: Pile, given: Mapping[str, list[Given]], names: Mapping[str, Known], engine: Engine, memo: Memo
) -> LinkShelves:
    """The links of every article: of its own chains, and of names that only the pile knows."""
    index = _Index(names)
    words = all_words(pile, memo)
    asked: list[bytes] = []
    for name, packed in zip(pile.names, words, strict=True):
        chains = tuple(sorted(given.get(name, ())))
        asked.append(pack(_Asked(chains, index.of(read(packed, Words)), index.bearers(chains))))
    keys = [key_of(pile.digest(place), about) for place, about in enumerate(asked)]

    def compute(missing: list[int]) -> Iterator[bytes]:
        items = ((pile.packed(place), asked[place]) for place in missing)
        return engine.map(_made, items)

    return LinkShelves(pile.names, remembered(memo, LINKS, keys, compute))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the links of an article depend on besides the article."""

    chains: tuple[Given, ...]
    names: Names
    bearers: Bearers


def _made(item: tuple[bytes, bytes]) -> bytes:
    """The links of one article, in order of place: module-level, so that any engine can ship it."""
    found, asked = article_of(item[0]), read(item[1], _Asked)
    who = {chain: (actor, why) for chain, actor, why in asked.chains}
    links = []
    for mention in found.mentions:
        if mention.chain in who and mention.kind is not MentionKind.PLACE:
            actor, why = who[mention.chain]
            reason = _reason(mention, why)
            links.append(ActorLink(actor, found.article.id, mention.span, reason))
    links += name_links(found, links, asked.names, asked.bearers)
    links.sort(key=lambda k: (k.span.start, k.span.end, k.actor_id))
    return link_shelf(links)


def _reason(mention: Mention, why: str) -> str:
    return mention.reason.text if mention.pronoun else f"{mention.reason.text}; {why}"


class _Index:
    """Names of the pile by their first big word; those without one concern every article."""

    def __init__(self, names: Mapping[str, Known]) -> None:
        self._by_word: dict[str, list[tuple[str, frozenset[str], Known]]] = {}
        self._loose: list[tuple[str, Known]] = []
        for name, known in sorted(names.items()):
            big = big_words(name)
            if big:
                self._by_word.setdefault(big[0], []).append((name, frozenset(big), known))
            elif name[:1].isalnum():
                self._loose.append((name, known))
        self._sounds = sounds_of(names)
        self._persons = {
            known.actor: known.name
            for known in names.values()
            if known.kind is MentionKind.PERSON and " " in known.name
        }

    def of(self, words: Words) -> Names:
        """What concerns an article with these words."""
        there = set(words.big)
        found = list(self._loose)
        for word in self._by_word.keys() & there:
            found += [(name, known) for name, big, known in self._by_word[word] if big <= there]
        sounds = tuple((sound, self._sounds[sound]) for sound in words.sounds if sound in self._sounds)
        return Names(tuple(sorted(found)), sounds)

    def bearers(self, chains: Sequence[Given]) -> Bearers:
        """The persons among the actors of an article whom the pile names in full."""
        present = {actor for _, actor, _ in chains}
        return tuple(sorted((actor, self._persons[actor]) for actor in present if actor in self._persons))
