"""States across the pile: one key each, with what the articles say of names, demonyms and capitals."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.data import MentionKind
from onrecord.lang.native import case_stem
from onrecord.lang.states import demonym_stems, derives, name_stem, states
from onrecord.stages.corpus.actors.gazetteer import UserGazetteer
from onrecord.stages.corpus.actors.notes import Notes
from onrecord.stages.corpus.actors.seats import find_seats
from onrecord.text.translit import skeleton


@dataclass(slots=True)
class StateBook:
    """Canonical key of every state word of the pile, and why two words are one state."""

    keys: dict[str, str] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)
    listed: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)

    def doubtful(self) -> list[str]:
        """Names of states that nobody lists: only the wording of articles makes them states."""
        return sorted(word for word, key in self.keys.items() if word == key and word not in self.listed)

    def drop(self, words: set[str]) -> None:
        """Forget states, and all words that stood for them."""
        self.dropped |= words
        self.keys = {name: key for name, key in self.keys.items() if key not in words}

    def key(self, state: str | None) -> str | None:
        """The canonical key of a mention's state: an ISO code, or the state's own name."""
        if state is None:
            return None
        return self.keys.get(state, state)

    def word(self, name: str) -> str | None:
        """The state that a name of the pile stands for: its own, its capital or its seat."""
        return self.keys.get(name)

    def name(self, key: str) -> str:
        """What to call a state."""
        known = states().get(key)
        return known.name if known is not None else key


def build_states(articles: Sequence[Notes], user: UserGazetteer) -> StateBook:
    """Read all state words of the pile that no table knows, and settle what each stands for."""
    book = StateBook()
    words = {word for notes in articles for word in notes.states}
    capitals: dict[str, set[tuple[str, str]]] = {}
    for notes in articles:
        for place, owner, why in notes.capitals:
            capitals.setdefault(place, set()).add((owner, why))
    _settle_words(book, sorted(words), user)
    for capital, owners in sorted(capitals.items()):
        settled = sorted({book.key(owner) or owner for owner, _ in owners})
        if len(settled) == 1:
            book.keys[capital] = settled[0]
            book.why[capital] = min(reason for _, reason in owners)
    known = {key for word, key in book.keys.items() if word == key}
    for place, seat in sorted(find_seats([notes.seated for notes in articles], book.key, known).items()):
        if place not in book.keys:
            book.keys[place] = seat.state
            book.why[place] = f"{place} is the capital of {seat.state}: {seat.why}"
    for capital_name, owner in sorted(user.capitals.items()):
        for word in _seen(articles, capital_name):
            book.keys[word] = owner
            book.why[word] = f"your gazetteer names {word} as the capital of {owner}"
    return book


def _settle_words(book: StateBook, words: Sequence[str], user: UserGazetteer) -> None:
    by_stem: dict[str, list[str]] = {}
    by_sound: dict[str, list[str]] = {}
    for word in words:
        by_stem.setdefault(name_stem(word), []).append(word)
        if word.isascii():
            by_sound.setdefault(skeleton(name_stem(word)), []).append(word)
    for word in words:
        listed = user.demonyms.get(word.casefold())
        actor = user.actors.get(word.casefold())
        if listed is None and actor is not None and actor.kind is MentionKind.STATE:
            listed = actor.name
        if listed is not None:
            book.keys[word] = listed
            book.listed.add(word)
            book.why[word] = f"your gazetteer gives {word} to {listed}"
            continue
        bases = [o for stem in demonym_stems(word) for o in by_stem.get(stem, ()) if derives(word, o)]
        if len(bases) == 1:
            book.keys[word] = bases[0]
            book.why[word] = f"{word} is the regular adjective of {bases[0]}, which other articles name"
            continue
        book.keys[word] = _by_sound(word, by_sound) or word
        if book.keys[word] != word:
            book.why[word] = f"{word} sounds as a case form of {book.keys[word]}"


def _by_sound(word: str, by_sound: Mapping[str, list[str]]) -> str | None:
    """The Latin name of the pile that a Cyrillic one writes."""
    sound = "" if word.isascii() else skeleton(case_stem(word))
    found = by_sound.get(sound, []) if len(sound) > 2 else []
    return found[0] if len(found) == 1 else None


def _seen(articles: Iterable[Notes], folded: str) -> list[str]:
    return sorted({name for notes in articles for name in notes.seen if name.casefold() == folded})
