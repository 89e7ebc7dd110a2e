"""From characters to tokens in logarithmic time (spaCy's own lookup walks the whole document)."""

from bisect import bisect_right

from spacy.tokens import Doc, Span, Token


class TokenIndex:
    """Tokens of a document by the characters that they stand on."""

    def __init__(self, doc: Doc, text: str) -> None:
        """`text` begins with what was parsed: spaCy would join all tokens anew to give it back."""
        self.doc = doc
        end = doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0
        self.text = text[:end]
        # One object a token: spaCy makes a new one each time that a document is walked.
        self.items: list[Token] = list(doc)
        self.ents: list[Span] = list(doc.ents)
        self._starts = [token.idx for token in self.items]

    def at(self, char: int) -> Token | None:
        """The token on a character, else None (spaces between tokens, outside the text)."""
        place = bisect_right(self._starts, char) - 1
        if place < 0:
            return None
        token = self.items[place]
        return token if char < token.idx + len(token.text) else None

    def span(self, start: int, end: int) -> Span | None:
        """All tokens that share a character with a range; None when there are none."""
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self.items[first].idx + len(self.items[first].text) <= start:
            first += 1
        last = bisect_right(self._starts, end - 1)
        return self.doc[first:last] if first < last else None
