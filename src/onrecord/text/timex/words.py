"""What a language must tell about its time words, and the tokens that a text is cut into.

Every word that matters gets a one-letter tag; a text becomes a string of tags, and the grammar in
`rules` is a set of patterns over that string, the same for all languages.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

# Tags. Words come from the tables of a language, numbers and marks from the tokeniser.
TAGS = {
    "M": "month (1-12)",
    "W": "weekday (0 Monday - 6)",
    "w": "weekdays, plural",
    "U": "unit of time (TIMEX3 letter; see UNITS)",
    "V": "units, plural",
    "Q": "quarter",
    "S": "season (EDTF 21-24)",
    "P": "part of the day (TIMEX3 code)",
    "N": "number word",
    "O": "ordinal",
    "D": "digits 0-31",
    "Y": "four digits that can be a year",
    "#": "other digits",
    "C": "clock time",
    "A": "am, pm, o'clock",
    "Z": "time zone",
    "I": "full numeric or ISO date",
    "K": "decade (its first year)",
    "l": "last",
    "p": "past",
    "v": "previous",
    "x": "next",
    "z": "following",
    "t": "this",
    "h": "that",
    "a": "ago",
    "e": "earlier",
    "f": "later, from now",
    "b": "ago, before the number (vor drei Tagen)",
    "k": "in, before the number (через три дня)",
    "d": "the",
    "n": "a, an",
    "o": "of",
    "m": "early, mid, late, beginning, end",
    "E": "every",
    "F": "few, several",
    "g": "about, nearly, at least",
    "J": "fiscal",
    "R": "words with a value of their own (today, now)",
    "G": "adverbs of frequency (daily)",
    "y": "the word year after a year (2024 року)",
    "r": "more, full, whole (two more weeks)",
    "c": "current, recent, future",
    "T": "to, or (two to three weeks)",
    "B": "old",
    "j": "period (the year-ago period)",
    "i": "prepositions of a length of time (for weeks)",
}


@dataclass(frozen=True, slots=True, eq=False)
class TimeWords:
    """The time words of one language: lower-case form -> (tag, value).

    `capital`: forms that count only with a capital letter (English "March", "may").
    `guarded`: forms that also need a time word or one of `before` next to them ("may", "fall").
    `phrases`: first word -> ((rest, tag, value), ...), longest first.
    `since`, `until`: prepositions; `dotted`: abbreviations that may end in a dot.
    `month_first`: "05/24/2024"; `half_days`: "5 p.m.".
    `future`, `past`: forms of verbs that tell which way a bare weekday or month points;
    `past_endings`: endings that do (English "-ed").
    """

    code: str
    words: Mapping[str, tuple[str, int | str]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str, int | str], ...]]
    capital: frozenset[str] = frozenset()
    guarded: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()
    until: frozenset[str] = frozenset()
    dotted: frozenset[str] = frozenset()
    future: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    past_endings: tuple[str, ...] = ()
    month_first: bool = False
    half_days: bool = False


class Token(NamedTuple):
    """A word or mark: where it stands, its tag, and the tag's value (a tuple, for speed)."""

    start: int
    end: int
    tag: str
    value: int | str
    low: str


_TOKEN = re.compile(
    r"(?P<iso>(?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?(?![0-9-]))"
    r"|(?P<numeric>(?<![0-9./])[0-9]{1,2}(?P<sep>[./])[0-9]{1,2}(?P=sep)(?:[0-9]{2}(?=[0-9]{2}:[0-9]{2})"
    r"|(?:[0-9]{4}|[0-9]{2})(?![0-9./][0-9])))"
    r"|(?P<clock>(?<![0-9:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))"
    r"|(?P<decade>(?:(?<![0-9])(?:1[0-9]|20)[0-9]|['’][0-9]|(?<![0-9])[2-9])0['’]?s(?![^\W_]))"
    r"|(?P<ordinal>[0-9]{1,2}(?:st|nd|rd|th)(?![^\W_]))"
    r"|(?P<number>[0-9]+(?:[.,][0-9]+)*)"
    r"|(?P<ampm>(?:(?<=[0-9])|(?<=[0-9] ))(?:[ap]\.\s?m\.|[ap]m(?![^\W_])))"
    r"|(?P<possessive>['’]s(?![^\W_]))"
    r"|(?P<word>[^\W\d_]+(?:['’ʼ](?!s(?![^\W_]))[^\W\d_]+)*)"
    r"|(?P<mark>[^\w\s]|\n)",
    re.IGNORECASE,
)


def tokenise(text: str, words: TimeWords) -> list[Token]:
    """Cut a text into tokens; linear in its length."""
    tokens: list[Token] = []
    known = words.words
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "mark"
        if kind == "word" and (low := match.group().lower()) not in known:
            tokens.append(Token(match.start(), match.end(), "_", 0, low))
            continue
        if kind == "sep":
            kind = "numeric"
        token = _token(match, kind, words)
        if tokens and token.low == "." and _ends_abbreviation(tokens[-1], token, words.dotted):
            tokens[-1] = _extended(tokens[-1], token.end)
        else:
            tokens.append(token)
    return _with_phrases(tokens, words)


def _ends_abbreviation(last: Token, dot: Token, abbreviations: frozenset[str]) -> bool:
    return last.end == dot.start and last.low in abbreviations


def _extended(token: Token, end: int) -> Token:
    return Token(token.start, end, token.tag, token.value, token.low)


def _token(match: re.Match[str], kind: str, words: TimeWords) -> Token:
    raw = match.group()
    low = raw.lower()
    tag: str
    value: int | str
    if kind == "ampm" and not words.half_days:
        kind = "word"
    if kind == "word":
        tag, value = words.words.get(low, ("_", 0))
        if low in words.capital and not raw[0].isupper():
            tag, value = "_", 0
    elif kind == "number":
        tag, value = _number(raw)
    elif kind == "mark":
        tag, value = {"-": "-", "–": "-", "\u2011": "-", ",": ",", "/": "/", ".": "."}.get(raw, "_"), 0
    else:
        values: dict[str, tuple[str, int | str]] = {
            "iso": ("I", raw),
            "numeric": ("I", raw),
            "clock": ("C", raw),
            "decade": ("K", _decade(raw)) if kind == "decade" else ("K", 0),
            "ordinal": ("O", int(raw[:-2])) if kind == "ordinal" else ("O", 0),
            "ampm": ("A", low[0]),
            "possessive": ("'", 0),
        }
        tag, value = values[kind]
    return Token(match.start(), match.end(), tag, value, low)


def _decade(raw: str) -> int:
    digits = int("".join(c for c in raw if c in "0123456789"))
    return digits if digits > 99 else 1900 + digits


def _number(raw: str) -> tuple[str, int | str]:
    if not raw.isascii() or not raw.isdigit() or len(raw) > 6:
        return "#", raw
    value = int(raw)
    if len(raw) == 4 and 1000 <= value <= 2199:
        return "Y", value
    return ("D", value) if value <= 31 and len(raw) <= 2 else ("#", value)


def _with_phrases(tokens: list[Token], words: TimeWords) -> list[Token]:
    """Join the tokens of known phrases ("at the moment") into one."""
    found: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        for rest, tag, value in words.phrases.get(token.low, ()):
            end = index + 1 + len(rest)
            if tuple(t.low for t in tokens[index + 1 : end]) == rest:
                low = " ".join((token.low, *rest))
                token = Token(token.start, tokens[end - 1].end, tag, value, low)
                index = end - 1
                break
        found.append(token)
        index += 1
    return found
