"""States across the pile: one key each, with what the articles say of names, demonyms and capitals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.data import ArticleFindings, MentionKind
from onrecord.lang.states import derives, states
from onrecord.stages.corpus.actors.gazetteer import UserGazetteer

_CAPITAL_OF = "capital of "


@dataclass(slots=True)
class StateBook:
    """Canonical key of every state word of the pile, and why two words are one state."""

    keys: dict[str, str] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)

    def key(self, state: str | None) -> str | None:
        """The canonical key of a mention's state: an ISO code, or the state's own name."""
        if state is None:
            return None
        return self.keys.get(state, state)

    def name(self, key: str) -> str:
        """What to call a state."""
        known = states().get(key)
        return known.name if known is not None else key


def build_states(articles: Sequence[ArticleFindings], user: UserGazetteer) -> StateBook:
    """Read all state words of the pile that no table knows, and settle what each stands for."""
    book = StateBook()
    words: set[str] = set()
    capitals: dict[str, set[tuple[str, str]]] = {}
    for findings in articles:
        for mention in findings.mentions:
            if mention.state and mention.state not in states():
                words.add(mention.state)
            for text in mention.descriptions:
                if text.startswith(_CAPITAL_OF) and not mention.pronoun:
                    capitals.setdefault(mention.head.text, set()).add(
                        (text[len(_CAPITAL_OF) :], mention.reason.text)
                    )
    _settle_words(book, sorted(words), user)
    for capital, owners in sorted(capitals.items()):
        settled = sorted({book.key(owner) or owner for owner, _ in owners})
        if len(settled) == 1:
            book.keys[capital] = settled[0]
            book.why[capital] = min(reason for _, reason in owners)
    for capital_name, owner in sorted(user.capitals.items()):
        for word in _seen(articles, capital_name):
            book.keys[word] = owner
            book.why[word] = f"your gazetteer names {word} as the capital of {owner}"
    return book


def _settle_words(book: StateBook, words: Sequence[str], user: UserGazetteer) -> None:
    for word in words:
        listed = user.demonyms.get(word.casefold())
        actor = user.actors.get(word.casefold())
        if listed is None and actor is not None and actor.kind is MentionKind.STATE:
            listed = actor.name
        if listed is not None:
            book.keys[word] = listed
            book.why[word] = f"your gazetteer gives {word} to {listed}"
            continue
        bases = [other for other in words if derives(word, other)]
        if len(bases) == 1:
            book.keys[word] = bases[0]
            book.why[word] = f"{word} is the regular adjective of {bases[0]}, which other articles name"


def _seen(articles: Iterable[ArticleFindings], folded: str) -> list[str]:
    return sorted(
        {m.head.text for findings in articles for m in findings.mentions if m.head.text.casefold() == folded}
    )
