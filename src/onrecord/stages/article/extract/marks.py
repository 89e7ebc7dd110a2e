"""What marks a line of a page as furniture by itself, wherever it stands. Each mark has a reason."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.lang.form_lines import form_of
from onrecord.lang.furniture import COUNTED_DEEDS, COUNTED_PEOPLE, COUNTER_WORDS, line_kind, opening_kind
from onrecord.lang.mastheads import HOMES
from onrecord.lang.stamps import is_age, is_date_stamp
from onrecord.stages.article.extract.lines import SENTENCE_END, Line

GLUED_DATE = re.compile(r"[^\s\d./(,;:-](\d{1,2}[./]\d{1,2}[./]\d{2,4}(?:,?\s?\d{1,2}:\d{2})?)$")
ENDING_DATE = re.compile(
    r"(?:\s|[|•·-])(\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s\d{1,2}:\d{2}|\d{4}-\d\d-\d\d\s\d{1,2}:\d{2})$"
)
COUNTER = re.compile(r"^[\W_]{0,6}\d[\d\s.,]{0,12}[kKmM]?\s{0,3}([^\W\d_]{0,20})[\W_]{0,6}$")
COUNTED = re.compile(r"^[\W_]{0,6}([^\W\d_]{2,20})\s{0,2}[:(]?\s{0,2}\d[\d\s.,]{0,12}[kKmM]?\)?$")
SEPARATOR = re.compile(r"\s?[»›>→/|]\s?|\s[•·]\s")
ROW = re.compile(r"\s{2,}|\t|\s[|•·]\s")
LINK = re.compile(r"^(?:https?://|www\.)\S{4,2000}$")
RULE = re.compile(r"^[\W_]{1,200}$")
MAX_SHORT = 220
SURE_WORDS = 4
LETTERS = {
    "latin": re.compile(r"[a-zA-Z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]"),
    "cyrillic": re.compile(r"[\u0400-\u0481\u048a-\u052f]"),
    "other": re.compile(r"[^\W\d_\u0000-\u024f\u0400-\u052f]"),
}
# A text without any of these letters is in the script named (or in none).
OTHER_LETTERS = {
    "latin": re.compile(r"[^\W\d_a-zA-Z\u00c0-\u024f]"),
    "cyrillic": re.compile(r"[^\W\d_\u0400-\u052f]"),
}
# A quick look before a pattern that cannot fit without one of these marks.
DIGIT = re.compile(r"\d")
BARRED = re.compile(r"[\t|•·]|\s\s")
PARTED = re.compile("[»›>→/|•·]")

# Kinds after which another article may begin, or comments and teasers stand.
TAIL_KINDS = frozenset({"comments", "related", "tags", "notice", "age", "outlet line", "navigation"})


@dataclass(frozen=True, slots=True)
class Mark:
    """Why a line is furniture."""

    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Around:
    """What a line is seen against: repeated lines, ages, the main language of the page."""

    identify: Callable[[str], tuple[str, float]]
    language: str
    script: str


def script_of(text: str) -> str:
    """The script that most letters of `text` (its first 2,000 characters) are in."""
    read = text[:2_000]
    counts = {name: len(letters.findall(read)) for name, letters in LETTERS.items()}
    return max(sorted(counts), key=lambda name: counts[name])


def mark(line: Line, around: Around) -> Mark | None:
    """The first mark that fits `line`, None when it may belong to an article."""
    return mark_alone(line) or foreign(line, around)


def mark_alone(line: Line) -> Mark | None:
    """The first mark that fits `line` whatever page it stands on."""
    for test in (_phrase, _stamp, _form, _link, _counter, _breadcrumb, _empty):
        found = test(line)
        if found is not None:
            return found
    return None


def _phrase(line: Line) -> Mark | None:
    if len(line.text) > MAX_SHORT:
        return None
    whole = line_kind(line.text)
    if whole is not None:
        return Mark(whole[0], f"the line {line.shown} is a {whole[0]} phrase of a publishing system")
    opening = opening_kind(line.text)
    if opening is not None:
        kind, phrase = opening
        if kind == "related":
            return Mark("link line", f"{line.shown} begins with “{phrase}” and names another report")
        return Mark(kind, f"{line.shown} begins with the {kind} phrase “{phrase}”")
    return _row(line)


def _row(line: Line) -> Mark | None:
    """ "Print   E-mail": phrases of a publishing system side by side."""
    if BARRED.search(line.text) is None or ROW.search(line.text) is None:
        return None
    parts = [part for part in ROW.split(line.text) if part.strip()]
    kinds = [found[0] for part in parts if (found := line_kind(part)) is not None]
    if len(parts) < 2 or len(kinds) < len(parts):
        return None
    return Mark(kinds[0], f"{line.shown} is a row of {len(parts)} {kinds[0]} phrases of a publishing system")


def _stamp(line: Line) -> Mark | None:
    if is_age(line.text):
        return Mark(
            "age", f"the line {line.shown} is only an age, counted from an unknown moment of fetching"
        )
    if is_date_stamp(line.text):
        return Mark("date stamp", f"the line {line.shown} holds nothing but dates, times and their labels")
    return None


def _form(line: Line) -> Mark | None:
    found = form_of(line.text)
    return Mark(found[0], f"the line {line.shown} {found[1]}") if found is not None else None


def _link(line: Line) -> Mark | None:
    if len(line.text) > 2 * MAX_SHORT:
        return None
    dated = line.text[-1:].isdecimal()
    glued = GLUED_DATE.search(line.text) if dated else None
    if glued is not None and len(line.words) >= 2:
        return Mark("link line", f"{line.shown} ends in a date glued to its last word (“{glued.group(1)}”)")
    ending = ENDING_DATE.search(line.text) if dated else None
    if ending is not None and len(line.words) >= 2:
        return Mark("link line", f"{line.shown} ends in a date and time of its own (“{ending.group(1)}”)")
    if LINK.match(line.text):
        return Mark("link line", f"{line.shown} is only an address")
    return None


def _counter(line: Line) -> Mark | None:
    if len(line.text) > 60 or DIGIT.search(line.text) is None:
        return None
    if COUNTED_PEOPLE.match(line.text) and any(word.casefold() in COUNTED_DEEDS for word in line.words):
        return Mark("counter", f"the line {line.shown} counts readers")
    found = COUNTER.match(line.text) or COUNTED.match(line.text)
    if found is None:
        return None
    word = found.group(1).casefold()
    bulleted = not line.text[0].isalnum() and line.text[0] not in "\"'“„«(+-$€£"
    if word in COUNTER_WORDS or (bulleted and len(line.words) <= 1):
        what = f"a number with one word, “{found.group(1)}”" if word else "a mark and a number"
        return Mark("counter", f"the line {line.shown} is {what}: a counter")
    if COUNTER.match(line.text) and not SENTENCE_END.search(line.text):
        return Mark("counter", f"the line {line.shown} is a bare number with at most one word")
    return None


def _breadcrumb(line: Line) -> Mark | None:
    if len(line.text) > 300 or not (PARTED.search(line.text) and SEPARATOR.search(line.text)):
        return None
    parts = [part for part in SEPARATOR.split(line.text) if part.strip()]
    separators = line.text.count("»") + line.text.count("›") + line.text.count(" > ") + line.text.count("→")
    piped = line.text.count(" | ") + line.text.count(" / ") + line.text.count(" • ") + line.text.count(" · ")
    short = sum(len(part.split()) <= 3 for part in parts)
    quoted = line.text.count("«") >= line.text.count("»") > 0
    if separators >= 2 and len(parts) >= 3 and short >= len(parts) - 1 and not quoted:
        return Mark(
            "breadcrumb", f"{line.shown} is a path of {len(parts)} parts from “{parts[0].strip()}” down"
        )
    if separators == 1 and len(parts) == 2 and short == 2 and parts[0].strip().casefold() in HOMES:
        return Mark("breadcrumb", f"{line.shown} is a path from “{parts[0].strip()}” down")
    if piped >= 2 and short == len(parts) and not line.prose:
        return Mark("navigation", f"{line.shown} is a row of {len(parts)} short labels")
    return None


def _empty(line: Line) -> Mark | None:
    if not line.words and RULE.match(line.text):
        return Mark("rule", f"the line {line.shown} holds no letter")
    return None


def foreign(line: Line, around: Around) -> Mark | None:
    """A short line in another language than the page's sentences; asked only where it can matter."""
    if around.language == "und" or line.prose or len(line.words) < 2 or len(line.text) > MAX_SHORT:
        return None
    other = in_other_script(line.text, around.script)
    if not other and len(line.words) < SURE_WORDS:
        return None
    code, confidence = around.identify(line.text)
    if code in ("und", around.language) or confidence < (0.6 if other else 0.85):
        return None
    what = f"{line.shown} is in “{code}” and the page's sentences are in “{around.language}”"
    return Mark("other language", f"{what}; it is no sentence")


def in_other_script(text: str, script: str) -> bool:
    """Whether most letters of `text` are in another script than `script`."""
    letters = OTHER_LETTERS.get(script)
    if letters is not None and letters.search(text) is None:
        return False
    return script_of(text) != script
