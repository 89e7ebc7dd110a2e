"""What a reader of the parse can ask of a name or a phrase: its state, its surroundings, whether it acts."""

import re

from spacy.tokens import Span, Token

from onrecord.data import MentionKind
from onrecord.stages.article.mentions.model import Candidate
from onrecord.stages.article.mentions.names import Names, Occurrence
from onrecord.stages.article.mentions.tokens import TokenIndex
from onrecord.text.around import words_around

STATE_SORTS = frozenset(["state", "demonym", "capital", "seat"])
_LOCATIVE = frozenset(
    """in at near around outside inside within across throughout through via over to into toward
    towards""".split()
)
# Verbs whose object is a place: nobody "visits" a government.
_GONE_TO = frozenset("visit leave reach enter tour bomb attack capture seize shell besiege flee".split())
_OF = re.compile(r" (?:of|in) (?:the )?(?=\S)")


class Reading:
    """The parse of an article with its names laid over it."""

    def __init__(self, names: Names, tokens: TokenIndex) -> None:
        self.doc = tokens.doc
        self.tokens = tokens
        self.text = tokens.text
        self.names = names
        self.sentence: list[int] = []
        number = -1
        for token in tokens.items:
            number += bool(token.is_sent_start) or number < 0
            self.sentence.append(number)
        self.covered: dict[int, Occurrence] = {}
        self.roots: list[tuple[Occurrence, Token]] = []
        for item in names.occurrences:
            span = tokens.span(item.start, item.end)
            if span is not None:
                self.roots.append((item, span.root))
                for token in span:
                    self.covered.setdefault(token.i, item)
        self.inner = {root.i: item for item, root in self.roots if item.sort in STATE_SORTS}
        self.state_words: dict[str, str] = {}
        for item, _ in self.roots:
            if len(item.codes) == 1 and item.sort != "person" and item.name:
                self.state_words.setdefault(item.codes[0], item.name)
        self.mentioned = {
            code
            for item in names.occurrences
            if len(item.codes) == 1 and item.sort != "person"
            for code in item.codes
        }

    def code(self, item: Occurrence) -> str | None:
        """The state of a name; of several (Congolese), the one that the article also names otherwise."""
        if len(item.codes) == 1:
            return item.codes[0]
        named = [code for code in item.codes if code in self.mentioned]
        return named[0] if len(named) == 1 else None

    def _new(
        self, span: tuple[int, int], head: tuple[int, int], kind: MentionKind, form: str, root: Token
    ) -> Candidate:
        text = self.text
        return Candidate(
            span[0],
            span[1],
            head[0],
            head[1],
            kind,
            form,
            " ".join(text[head[0] : head[1]].split()),
            "",
            sentence=self.sentence[root.i],
            subject=root.dep_ in ("nsubj", "nsubjpass"),
        )

    def _near(self, item: Occurrence) -> str:
        """A few words on both sides of a name, on its line."""
        return words_around(self.text, item.start, item.end)

    def _around(self, root: Token) -> str:
        head = root.head
        low, high = min(root.left_edge.i, head.i), max(root.i, head.i)
        if high - low > 12:
            low, high = max(root.i - 3, 0), min(root.i + 3, len(self.tokens.items) - 1)
        first, last = self.tokens.items[low], self.tokens.items[high]
        return " ".join(self.text[first.idx : last.idx + len(last.text)].split())

    def _acts(self, token: Token) -> bool:
        """Whether a place stands where an actor would: not after "in", "at", "to" and the like."""
        for _ in range(6):
            if token.dep_ in ("conj", "appos"):
                token = token.head
                continue
            if token.dep_ == "pobj":
                return token.head.lower_ not in _LOCATIVE
            if token.dep_ == "dobj" and token.head.lemma_ in _GONE_TO:
                return False
            return token.dep_ not in ("npadvmod", "advmod")
        return True

    def _is_region(self, root: Token) -> bool:
        """ "eastern Ukraine" is a region of the state, not the state."""
        return any(
            child.lower_ in ("eastern", "western", "northern", "southern", "central", "occupied", "mainland")
            for child in root.lefts
        )

    def _with_article(self, item: Occurrence, root: Token) -> int:
        before = self.text[max(0, item.start - 4) : item.start]
        return item.start - 4 if before.casefold() == "the " else item.start

    def _state_inside(self, item: Occurrence) -> str | None:
        for token in self.tokens.span(item.start, item.end) or ():
            other = self.inner.get(token.i)
            if other is not None:
                return self.code(other)
        before = self._name_before(item.start)
        return self.code(before) if before is not None else None

    def _state_after(self, end: int) -> str | None:
        """The state right after a body's name ("Ministry of Trade of Chile")."""
        match = _OF.match(self.text, end)
        token = self._token_at(match.end()) if match is not None else None
        item = self.covered.get(token.i) if token is not None else None
        return self.code(item) if item is not None and item.sort in ("state", "capital", "seat") else None

    def _name_before(self, start: int) -> Occurrence | None:
        """The state word right before a phrase ("Russian [Defence Ministry]")."""
        left = self.text[max(0, start - 60) : start].rstrip()
        left = re.sub(r"['’]s?$", "", left)
        low = start - len(self.text[max(0, start - 60) : start]) + len(left) - 1
        token = self._token_at(low) if left else None
        item = self.covered.get(token.i) if token is not None else None
        return item if item is not None and item.sort in STATE_SORTS else None

    def _token_at(self, char: int) -> Token | None:
        return self.tokens.at(char)

    def _state_between(self, start: int, end: int) -> str | None:
        """The state named between two offsets, the nearest to the end."""
        span = self.tokens.span(start, end)
        for token in reversed(span) if span is not None else ():
            item = self.covered.get(token.i)
            if item is not None and item.sort in STATE_SORTS:
                return self.code(item)
        return None

    def _state_word(self, state: str | None) -> str:
        return self.state_words.get(state or "", str(state))

    def _chunk_state(self, chunk: Span, root: Token) -> str | None:
        """The state that a phrase names left of its head ("the Kremlin leader", "Russia's spokesman")."""
        for token in reversed(self.tokens.items[chunk.start : root.i]):
            item = self.covered.get(token.i)
            if item is not None and item.sort in STATE_SORTS and "\n" not in self.text[token.idx : root.idx]:
                return self.code(item)
        return None

    def _phrase_state(self, root: Token) -> str | None:
        """The state after the head: "president of Chile", "officials in Moscow", "sources from Kyiv"."""
        for prep in root.rights:
            if prep.dep_ == "prep" and prep.lower_ in ("of", "in", "from", "for"):
                for child in prep.rights:
                    item = self.covered.get(child.i)
                    if child.dep_ == "pobj" and item is not None and item.sort in STATE_SORTS:
                        return self.code(item)
        return None
