"""Features of a line in words, for reasons: "words (3)", "last sign (a small letter)", "digits (40 %)"."""

from onrecord.stages.article.extract.features import KIND_GROUPS, SHIFTS
from onrecord.text import linecounts

SIGNS = {
    linecounts.OTHER: "another sign",
    linecounts.UPPER: "a capital letter",
    linecounts.LOWER: "a small letter",
    linecounts.CASELESS: "a letter without case",
    linecounts.DIGIT: "a digit",
    linecounts.SPACE: "white space",
    linecounts.ENDING: "the end of a sentence",
    linecounts.COMMA: "a comma",
    linecounts.COLON: "a colon",
    linecounts.CLOSING: "a closing mark",
    linecounts.QUOTE: "a quotation mark",
    linecounts.BAR: "a bar or bullet",
    linecounts.OPENING: "an opening bracket",
}
SHARES = frozenset(
    (
        "capital letters", "capital words", "small short words", "small long words", "long words", "letters",
        "share of digits", "scripts without case", "letters of another script", "place on the page",
        "share of words in sentences", "share of words in many sentences", "share of sentences above",
        "share of sentences below", "share of sentences on the page", "share of marked lines on the page",
    )
)  # fmt: skip
TENTHS = frozenset(("letters a word", "words a line on the page"))
PLACES = tuple(f" {where}" for _, where in SHIFTS)


def said(name: str, value: float) -> str:
    """A feature and its value in words."""
    base = next((name.removesuffix(place) for place in PLACES if name.endswith(place)), name)
    number = int(value)
    if base != name and number == -1:
        return f"{name} (the page has no such line)"
    return f"{name} ({_amount(base, number)})"


def _amount(base: str, number: int) -> str:
    if base in ("first sign", "last sign"):
        return SIGNS.get(number, "another sign")
    if base == "kind by rules":
        return _kinds(number)
    if base == "form":
        return "a sentence" if number else "no sentence"
    if base in SHARES:
        return f"{number / 10:g} %"
    return f"{number / 10:g}" if base in TENTHS else f"{number}"


def _kinds(group: int) -> str:
    kinds = [kind for kind, number in KIND_GROUPS.items() if number == group]
    return " or ".join(kinds) if kinds else "none" if group == 0 else "another"
