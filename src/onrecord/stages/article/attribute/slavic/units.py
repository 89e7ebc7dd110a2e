"""Russian and Ukrainian text in units: a sentence with the quotations and replies that its cue reports."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from onrecord.lang.cues_slavic import SlavicCues, folded
from onrecord.stages.article.attribute.draft import Layout, Range
from onrecord.text.openings import LABEL
from onrecord.text.quotes import Quotation
from onrecord.text.sentences import ABBREVIATIONS

LONGEST = 4000  # characters of a unit that is read
MOST_TOKENS = 700
_WORD = r"[^\W_]+(?:[-'’ʼ.][^\W_]+)*"
_TOKEN = re.compile(rf"(?P<w>{_WORD})|(?P<p>[;()—–]|(?<!\d)[,:]|[,:](?!\d)|(?<=\s)-(?=\s))", re.UNICODE)
_END = re.compile(r"(?<![.!?…])[.!?…]++[»”“\"’')\]]*+(?=\s|$)")
_LAST_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*$")
# What a teller says inside a quotation: "«..., — сказал X, — ...»".
_INSERTED = re.compile(r"(?<=[,.!?…])\s*[—–-]\s+(?=[^\W\d_A-ZА-ЯЁЇІЄҐ])")
_RESUMED = re.compile(r"[,.!?…:;]\s*[—–-]\s+")
# "ВАРЕН, 4 марта (Норд) — ", "Варен (Норд) — ": a place with a date or an agency, never a place alone.
_DATELINE = re.compile(
    r"[A-ZА-ЯЁІЇЄҐ][^\W\d_]+(?:[ -][A-ZА-ЯЁІЇЄҐ][^\W\d_]+){0,2}"
    r"(?:, \d{1,2} [^\W\d_]{3,9}(?: \d{4}(?: года| року)?)?(?: \([^()\n]{2,40}\))?"
    r"| \([^()\n]{2,40}\)) ?[-–—] "
)
_MARKS = "«»„“”‟\"'‹›‘’‚"
_LONGEST_NAME = 6  # words of a name in quotation marks
_LOOK = 8  # first words of an insertion among which its cue stands


@dataclass(frozen=True, slots=True)
class Times:
    """Time expressions of a text, in order."""

    starts: list[int]
    ranges: list[Range]

    def at(self, offset: int) -> Range | None:
        """The time expression that holds an offset."""
        place = bisect_right(self.starts, offset) - 1
        return self.ranges[place] if place >= 0 and self.ranges[place][1] > offset else None


@dataclass(frozen=True, slots=True)
class Token:
    """A word (w), a mark (p) or a quotation (q). `speech` tells quoted words from a quoted name."""

    kind: str
    start: int
    end: int
    low: str
    capital: bool = False
    speech: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens between two marks: first and last (end exclusive), and the marks before them."""

    first: int
    last: int
    marks: str


@dataclass(slots=True)
class Unit:
    """A sentence. `reply`: it opens with a dash; `resumed`: it goes on with the reply before it."""

    text: str
    start: int
    end: int
    line: int
    tokens: list[Token]
    pieces: list[Piece]
    reply: bool
    resumed: bool

    def words(self, first: int, last: int) -> str:
        """The text of some tokens."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def piece_of(self, token: int) -> int:
        """The number of the piece that holds a token."""
        return max(0, bisect_right(self.pieces, token, key=lambda piece: piece.first) - 1)


def cut_units(layout: Layout, cues: SlavicCues, times: Times) -> list[Unit]:
    """All units in order. Those longer than LONGEST characters are left out."""
    text = layout.text
    spoken = [part for quotation in layout.quotations for part in _spoken(text, quotation, cues)]
    starts = [start for start, _ in spoken]
    found = []
    for number, low in enumerate(layout.lines):
        _, high = layout.line_range(low)
        if text[low:high].strip():
            found.extend(_of_line(text, (low, high), number, spoken, starts, cues, times))
    return found


def _spoken(text: str, quotation: Quotation, cues: SlavicCues) -> list[Range]:
    """A quotation without what its teller says in between."""
    parts = []
    start, at = quotation.start, quotation.start + 1
    while True:
        opened = _INSERTED.search(text, at, quotation.end)
        if opened is None:
            break
        resumed = _RESUMED.search(text, opened.end(), quotation.end)
        stop = resumed.start() if resumed is not None else quotation.end
        if not _tells(text[opened.end() : min(stop, opened.end() + 160)], cues):
            at = opened.end()
            continue
        parts.append((start, opened.start()))
        if resumed is None:
            return parts
        start = at = resumed.end()
    return [*parts, (start, quotation.end)]


def _tells(words: str, cues: SlavicCues) -> bool:
    low = [folded(match.group()) for match in re.finditer(_WORD, words)][:_LOOK]
    return any(word in cues.verbs or word in cues.impersonal for word in low)


def _of_line(
    text: str,
    line: Range,
    number: int,
    spoken: list[Range],
    starts: list[int],
    cues: SlavicCues,
    times: Times,
) -> list[Unit]:
    units = []
    opened = _DATELINE.match(text, *line) or LABEL.match(text, *line)
    start = opened.end() if opened is not None and opened.end() < line[1] else line[0]
    resumed = False
    for end in [*_ends(text, line, spoken, starts), line[1]]:
        first, last = _trimmed(text, start, end)
        start = end
        if last - first < 2 or last - first > LONGEST:
            continue
        reply = text[first] in "—–-"
        tokens = _tokens(text, (first, last), spoken, starts, cues)
        if 0 < len(tokens) <= MOST_TOKENS:
            pieces = _pieces(tokens, times)
            units.append(Unit(text, first, last, number, tokens, pieces, reply, reply and resumed))
        resumed = True
    return units


def _trimmed(text: str, start: int, end: int) -> Range:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends(text: str, line: Range, spoken: list[Range], starts: list[int]) -> list[int]:
    ends = []
    for match in _END.finditer(text, *line):
        inside = _part_at(spoken, starts, match.start())
        if inside is not None and inside[1] > match.end():
            continue
        following = text[match.end() : match.end() + 6].lstrip()
        first = following[:1]
        if first and first in "—–-":
            after = following[1:].lstrip()[:1]
            if inside is not None or not after or not (after.isupper() or after in _MARKS):
                continue
        elif first.islower() or (match.group()[0] == "." and _abbreviated(text, line[0], match.start())):
            continue
        ends.append(match.end())
    return ends


def _abbreviated(text: str, low: int, stop: int) -> bool:
    word = _LAST_WORD.search(text[max(low, stop - 20) : stop])
    if word is None:
        return False
    last = word.group().casefold()
    return last in ABBREVIATIONS or (len(last) == 1 and not last.isdigit())


def _part_at(spoken: list[Range], starts: list[int], offset: int) -> Range | None:
    place = bisect_right(starts, offset) - 1
    return spoken[place] if place >= 0 and spoken[place][1] > offset else None


def _tokens(text: str, unit: Range, spoken: list[Range], starts: list[int], cues: SlavicCues) -> list[Token]:
    tokens: list[Token] = []
    at = unit[0]
    while at < unit[1]:
        quoted = _part_at(spoken, starts, at)
        if quoted is not None:
            end = min(quoted[1], unit[1])
            tokens.append(Token("q", at, end, ""))
            at = max(end, at + 1)
            continue
        place = bisect_right(starts, at)
        stop = min(unit[1], starts[place]) if place < len(starts) else unit[1]
        for match in _TOKEN.finditer(text, at, stop):
            kind = "w" if match.group("w") else "p"
            word = match.group()
            low = folded(word) if kind == "w" else ("—" if word in "—–-" else word)
            tokens.append(Token(kind, match.start(), match.end(), low, word[:1].isupper()))
        at = stop
    return [_with_speech(text, tokens, place, cues) for place in range(len(tokens))]


def _with_speech(text: str, tokens: list[Token], place: int, cues: SlavicCues) -> Token:
    token = tokens[place]
    if token.kind != "q" or not _is_speech(text, tokens, place, cues):
        return token
    return Token("q", token.start, token.end, "", speech=True)


def _is_speech(text: str, tokens: list[Token], place: int, cues: SlavicCues) -> bool:
    inner = text[tokens[place].start : tokens[place].end].strip(_MARKS + " ")
    words = len(inner.split())
    before = tokens[place - 1] if place else None
    after = [token.low if token.kind == "p" else "" for token in tokens[place + 1 : place + 3]]
    if not inner or len(tokens) == 1 or words > _LONGEST_NAME or inner[-1] in ".!?…,":
        return True
    noun = before is not None and before.kind == "w" and not before.capital
    if noun and before is not None and not inner[0].islower() and before.low.startswith(cues.named):
        return False
    if before is None and after[:1] == [":"] and words > 1 and inner.split()[1][:1].islower():
        return True
    if before is not None and before.low == ":":
        return True
    if after[:1] == ["—"] or after[:2] == [",", "—"]:
        return before is None or before.kind != "w" or before.low in cues.that
    return not (inner[0].isupper() or inner[0].isdigit())


def _pieces(tokens: list[Token], times: Times) -> list[Piece]:
    pieces = []
    first, marks = 0, ""
    dated = -1
    for place, token in enumerate(tokens):
        if token.kind != "p":
            continue
        inside = times.at(token.start) if token.low == "," else None
        if inside is not None or (token.low == "," and dated == token.start):
            dated = inside[1] if inside is not None else -1
            continue  # "в среду, 5 марта, X сказал"
        if place > first:
            pieces.append(Piece(first, place, marks))
            marks = ""
        marks += token.low
        first = place + 1
    if first < len(tokens):
        pieces.append(Piece(first, len(tokens), marks))
    return pieces
