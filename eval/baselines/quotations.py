"""Attribution by a naive rule, and by textacy's quotation extraction where it is installed."""

import re
from functools import cache
from importlib.util import find_spec

from spacy.language import Language
from spacy.tokens import Token

from eval.metrics import Ranges
from onrecord.models.english import load_english

Parts = tuple[Ranges, Ranges, Ranges]
_QUOTATION = re.compile('["“„«]([^"“”„»\n]{8,}?)["”“»]')
_NAME = re.compile(r"\b[A-ZÄÖÜ][\w'’-]+(?:\s+[A-ZÄÖÜ][\w'’-]+)*")
_CUE = re.compile(
    r"\b(said|says|told|added|wrote|asked|noted|sagte|sagt|erklärte|so|betonte|meinte|teilte mit)\b"
)
_WINDOW = 120


def naive_quotations(text: str) -> list[Parts]:
    """Each quotation with the nearest capitalised words and the nearest verb of saying around it."""
    found: list[Parts] = []
    for match in _QUOTATION.finditer(text):
        name = _nearest(_NAME, text, match.start(), match.end())
        cue = _nearest(_CUE, text, match.start(), match.end())
        found.append(([name] if name else [], [cue] if cue else [], [match.span()]))
    return found


def _nearest(pattern: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, int] | None:
    before = [item.span() for item in pattern.finditer(text, max(0, start - _WINDOW), start)]
    after = next((item.span() for item in pattern.finditer(text, end, end + _WINDOW)), None)
    if not before:
        return after
    if after is None or start - before[-1][1] <= after[0] - end:
        return before[-1]
    return after


def has_library() -> bool:
    """Whether textacy is installed."""
    return find_spec("textacy") is not None


@cache
def _pipeline() -> Language:
    return load_english()


def library_quotations(text: str) -> list[Parts]:
    """Quotations as textacy's `direct_quotations` finds them over the same parse."""
    from textacy.extract.triples import direct_quotations  # type: ignore[import-not-found,unused-ignore] # noqa: PLC0415

    found: list[Parts] = []
    doc = _pipeline()(text)
    try:
        for item in direct_quotations(doc):
            content = (item.content.start_char, item.content.end_char)
            found.append((_ranges(item.speaker), _ranges(item.cue), [content]))
    except ValueError:  # textacy refuses a text with an odd number of marks and yields nothing for it
        pass
    return found


def _ranges(tokens: list[Token]) -> list[tuple[int, int]]:
    return [(token.idx, token.idx + len(token)) for token in tokens]
