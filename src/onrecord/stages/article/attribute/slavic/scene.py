"""One unit with its cues while it is read, and the questions that every kind of cue asks of it."""

from dataclasses import dataclass, field

from onrecord.lang.cues_slavic import SlavicCues
from onrecord.stages.article.attribute.draft import Draft, Range
from onrecord.stages.article.attribute.slavic.forms import begins, is_finite, is_gerund, looks_nominative
from onrecord.stages.article.attribute.slavic.hits import Hit
from onrecord.stages.article.attribute.slavic.phrase import Found, Phrases
from onrecord.stages.article.attribute.slavic.units import Piece, Token, Unit

_ENDS = " \t\r\xa0,;:—–-"
_FULL_STOPS = "."
_FURTHEST = 3  # pieces between a cue and its clause


@dataclass(slots=True)
class Scene:
    """`made` are the unit's drafts so far with their hits; `before` what `Memory` holds of earlier units."""

    unit: Unit
    hits: list[Hit]
    phrases: Phrases
    cues: SlavicCues
    by_piece: list[list[Hit]]
    made: list[tuple[Hit, Draft]] = field(default_factory=list)

    def low(self, token: int) -> str:
        """A token's word, "" beyond the end."""
        return self.unit.tokens[token].low if 0 <= token < len(self.unit.tokens) else ""

    def piece(self, hit: Hit) -> int:
        """The number of the piece that a cue begins in."""
        return self.unit.piece_of(hit.first)

    def scan(self, low: int, high: int, agree: str, told: bool = True) -> Found:
        """See Phrases.scan."""
        return self.phrases.scan(self.unit, low, high, agree, told)

    def cited(self, hit: Hit) -> tuple[int, int] | None:
        """The tokens of the party that words of citing name."""
        piece = self.unit.pieces[self.piece(hit)]
        verbs = (item for item in self.by_piece[self.piece(hit)] if item.kind == "verb")
        verb = next((item for item in verbs if item.first >= hit.last), None)
        high = verb.first if verb is not None else piece.last
        found = self.scan(hit.last, high, "", told=False).source
        if found is None or found[0] > hit.last + 1:
            return None
        if verb is None or hit.first > piece.first + 1:
            return found
        for place in range(found[0] + 1, found[1]):
            token = self.unit.tokens[place]
            subject = looks_nominative(token, verb.agree, self.cues, self.unit.tokens[place - 1])
            if subject or (token.kind == "q" and place + 1 == found[1]):
                return found[0], place  # "Со ссылкой на жителей «Луч» сообщил"
        return found

    def clear(self, low: int, high: int) -> tuple[int, int]:
        """A range of tokens without words of citing at its beginning or end."""
        for hit in self.by_piece[self.unit.piece_of(low)] if low < high else []:
            if hit.kind != "citing" or not low <= hit.first < high:
                continue
            found = self.cited(hit)
            opens = all(
                self.low(place) in self.cues.openers | self.cues.loose for place in range(low, hit.first)
            )
            if opens and found is not None and found[1] <= high:
                low = found[1]
            else:
                high = hit.first
        return low, high

    def span(self, first: int, last: int) -> Range:
        """Offsets of tokens `first` to `last` (exclusive)."""
        return self.unit.tokens[first].start, self.unit.tokens[last - 1].end

    def cue(self, hit: Hit) -> list[Range]:
        """Offsets of a cue."""
        return [self.span(first, last) for first, last in hit.ranges]

    def begins_clause(self, number: int, asks: bool) -> bool:
        """Whether a piece opens with "что" or, where asked, with a question word."""
        low = self.low(self.unit.pieces[number].first)
        if asks and self.low(self.unit.pieces[number].first + 1) in self.cues.asking & {"ли"}:
            return True
        return low in self.cues.that | self.cues.quotes_on or (asks and low in self.cues.asks)

    def opening(self, number: int) -> str:
        """The first word of a piece."""
        return self.low(self.unit.pieces[number].first)

    def has_verb(self, piece: Piece) -> bool:
        """Whether a word of a piece ends like a finite verb."""
        return any(
            token.kind == "w" and not token.capital and is_finite(token.low, self.cues)
            for token in self.unit.tokens[piece.first : piece.last]
        )

    def is_attached(self, number: int) -> bool:
        """Whether a piece goes on with the phrase before it ("близких к руководству", "который ...")."""
        piece = self.unit.pieces[number]
        word = self.low(piece.first)
        if word in self.cues.prepositions:
            word = self.low(piece.first + 1)
        return begins(word, self.cues.attached) or begins(word, self.cues.relatives)

    def is_role(self, number: int) -> bool:
        """Whether a piece is an apposition: a role or name without a verb."""
        piece = self.unit.pieces[number]
        tokens = self.unit.tokens[piece.first : piece.last]
        if self.by_piece[number] or self.has_verb(piece) or len(tokens) > 12:
            return False
        if all(token.capital for token in tokens) and len(tokens) <= 4:
            return True
        return any(begins(token.low, self.cues.roles) for token in tokens[:3])

    def is_aside(self, number: int) -> bool:
        """Whether a piece tells how something was said: a gerund ("выступая в Варене"), "как ...", citing."""
        piece = self.unit.pieces[number]
        word = self.low(piece.first)
        if any(hit.kind in ("citing", "cited by") for hit in self.by_piece[number]):
            return True
        return word in self.cues.as_words or is_gerund(word, self.cues) or piece.marks.startswith("(")

    def complement(self, hit: Hit, asks: bool) -> int:
        """The piece that opens the clause or quotation that a verb reports, -1 for none."""
        number = self.piece(hit)
        pieces = self.unit.pieces
        for other in range(number + 1, min(len(pieces), number + 1 + _FURTHEST)):
            if ":" in pieces[other].marks and other == number + 1:
                return other
            relative = begins(self.opening(other), self.cues.relatives)
            bare = pieces[number].last == hit.last and other == number + 1
            if self.begins_clause(other, asks and (bare or not relative)) and not self._sets_in(other, hit):
                return other
            mine = self.unit.tokens[pieces[other].first]
            if mine.kind == "q" and mine.speech and pieces[other].marks == "," and "c" in hit.frames:
                return other
            if any(item.kind == "verb" for item in self.by_piece[other]) and not self.is_aside(other):
                return -1
            if not (self.is_aside(other) or self.is_attached(other) or self.is_role(other)):
                return -1
        return -1

    def _sets_in(self, number: int, hit: Hit) -> bool:
        """Whether a piece with "как" only tells who said it: the clause itself still follows."""
        if self.opening(number) not in self.cues.as_words:
            return False
        last = min(len(self.unit.pieces), self.piece(hit) + 1 + _FURTHEST)
        return any(self.begins_clause(other, False) for other in range(number + 1, last))

    def content_end(self, number: int, hit: Hit, clause: bool = True) -> int:
        """The token (exclusive) at which a content that begins in a piece ends.

        `clause`: it may hold clauses that tell of others.
        """
        pieces = self.unit.pieces
        supposed = self.low(pieces[self.piece(hit)].first) in self.cues.if_words
        for other in range(number + 1, len(pieces)):
            if supposed and not self.begins_clause(other, True) and not self.is_attached(other):
                return pieces[other - 1].last
            if self._stops(other, hit) or (not clause and self._tells_anew(other)):
                return pieces[other - 1].last
        return pieces[-1].last

    def _tells_anew(self, number: int) -> bool:
        """Whether a piece is a clause with a cue and a subject of its own."""
        first = self.unit.pieces[number].first
        return any(
            hit.kind == "verb"
            and hit.first > first
            and self.scan(first, hit.first, hit.agree).source is not None
            for hit in self.by_piece[number]
        )

    def is_mere_opener(self, number: int) -> bool:
        """Whether a piece holds conjunctions only ("но, как сообщил X, ...")."""
        piece = self.unit.pieces[number]
        return all(token.low in self.cues.openers for token in self.unit.tokens[piece.first : piece.last])

    def _stops(self, number: int, hit: Hit) -> bool:
        piece = self.unit.pieces[number]
        opener = self.low(piece.first)
        contrast = opener in self.cues.joining
        found = self.by_piece[number]
        if contrast and self.is_mere_opener(number) and number + 1 < len(self.unit.pieces):
            return bool(self.by_piece[number + 1])
        for other in found:
            if other.kind in ("citing", "relay") and other.first == piece.first:
                return not begins(opener, self.cues.cites)
            if other.kind == "verb" and self._ends_before(piece, number, other, hit, contrast):
                return True
        return contrast and not found and self._is_silent(piece)

    def _ends_before(self, piece: Piece, number: int, other: Hit, hit: Hit, contrast: bool) -> bool:
        if other.form == "gerund":
            return other.first <= piece.first + 2
        if self.is_tail(number, other):
            return True
        if not contrast:
            return False
        left = self.scan(piece.first, other.first, other.agree)
        reports = self.complement(other, False) >= 0 or any(mark in other.frames for mark in "iroa")
        if left.source is None:
            same = other.agree == hit.agree or {other.agree, hit.agree} <= frozenset("smfn")
            return same and reports and self.low(other.last) not in self.cues.nominative
        return left.source[1] - left.source[0] < 6

    def is_tail(self, number: int, hit: Hit) -> bool:
        """Whether a piece tells at its end who said all before it: "..., сообщает X"."""
        piece = self.unit.pieces[number]
        if "t" not in hit.frames or number == 0 or hit.form in ("gerund", "infinitive"):
            return False
        if self.low(piece.first) in self.cues.openers | self.cues.that | self.cues.as_words:
            return False
        if self.low(hit.last) in self.cues.asking or self.is_attached(number):
            return False
        if (
            self.complement(hit, False) >= 0
            or self.scan(piece.first, hit.first, hit.agree).source is not None
        ):
            return False
        right = self.scan(*self.clear(hit.last, piece.last), hit.agree)
        return right.source is not None or (right.body is not None and hit.agree in ("p", "-"))

    def _is_silent(self, piece: Piece) -> bool:
        tokens = self.unit.tokens[piece.first : piece.last]
        negated = any(token.low in self.cues.negations or token.low.startswith("отказ") for token in tokens)
        return negated and any(begins(token.low, self.cues.silence) for token in tokens)

    def before(self, first: int, stop: int) -> Range | None:
        """Offsets from a token to the marks before another; with question marks, without commas."""
        tokens = self.unit.tokens
        return self._trimmed(tokens[first].start, tokens[stop].start, _ENDS, first)

    def after(self, first: int, last: int) -> Range | None:
        """Offsets from a token to another (exclusive), to the end of the unit without its full stop."""
        tokens = self.unit.tokens
        if last >= len(tokens):
            end = self.unit.end
            return self._trimmed(tokens[first].start, end, _ENDS + _FULL_STOPS, first)
        return self.before(first, last)

    def _trimmed(self, start: int, end: int, strip: str, first: int) -> Range | None:
        text = self.unit.text
        while end > start and text[end - 1] in strip:
            end -= 1
        if first == self.unit.pieces[0].first and self.unit.reply and not self.unit.resumed:
            start = self.unit.start
        return (start, end) if end - start > 1 else None

    def asked(self) -> bool:
        """Whether the unit is a question."""
        return self.unit.text[self.unit.end - 1] == "?"


def is_name(token: Token) -> bool:
    """Whether a token can begin the name of a speaker."""
    return token.capital or (token.kind == "q" and not token.speech)
