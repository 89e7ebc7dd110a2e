"""What the lines around a headline are: dates, sections, codes, closing credits, names of outlets, captions.

Every line is looked at from many headlines, so what was found out about it is kept.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from onrecord.lang.furniture import INTERFACE_WORDS
from onrecord.lang.mastheads import has_outlet_word, is_section
from onrecord.lang.stamps import stamp_of
from onrecord.stages.article.extract.lines import Line
from onrecord.stages.article.extract.marks import Mark
from onrecord.stages.article.extract.titles import byline_name, is_own_credit, is_sign_off, stems

UNLIKE = "unlike text"  # by the line classifier, if there is one
DATED = frozenset({"age", "date stamp", "posting line"})
HEADABLE = frozenset({"", "other language", UNLIKE})  # on a page of several languages
NUMBERED = re.compile(r"^\W{0,3}(?:\d{1,2}[.)]\s|#\d{1,2}\b)")
TIMED = re.compile(r"^\W{0,3}\d{1,2}[.:]\d{2}(?![.:]?\d)(?:\s?(?:h|Uhr|[ap]\.?m\.?))?(?=\W|$)")
LABELLED = re.compile(r"^([^\W\d_]+(?:\s[^\W\d_]+)?\s?(?:№|[Nn](?:o|r)\.)?\s?:)\s")
ADDRESS = re.compile(r"(?:^|\s)(?:https?://|www\.)\S+$")
ALONE = re.compile(r"^\W{0,3}\d{1,2}(?:[.:]\d{2})?\W{0,3}$")
# How wire services end a text: "(END)", "-30-", "-0-", "###", "NNNN".
END_MARK = re.compile(
    r"^\W{0,3}(?:ends?|ende|more|конец|кінець)\W{0,3}$|^-{1,2}\s?(?:30|0|ends?)\s?-{1,2}$|^#{2,5}$|^nnnn$",
    re.IGNORECASE,
)
INITIALS = re.compile(r"^[a-zа-яіїєґ]{1,4}(?:/[a-zа-яіїєґ]{1,4}){1,3}(?:\s\d{1,4})?$")
CAPTION = re.compile(
    r"\b(?:photo|foto|picture|image|bild|фото|світлина)\b\s?[:/]|[(\[](?:photo|foto|фото)\b", re.IGNORECASE
)
OPEN_END = (":", ",", ";", "…", "...")
DIGITS = re.compile(r"\d+")
BAR = re.compile(r"\s[|•·/]\s")
SHAPED = 80
OUTLET_WORDS = 4
HEADLINE_WORDS = 24
NAME_WORDS = 6
MOST_WORDS = 150


class Seen:
    """A line of a page, the kind its mark gives it, and what it is by its form.

    `lower` are the words that the page writes in lower case: they are no names.
    """

    def __init__(self, line: Line, kind: str | None, lower: frozenset[str]) -> None:
        self.line = line
        self.index = line.index
        self.text = line.text
        self.words = line.words
        self.prose = line.prose
        self.marked = kind is not None
        self.kind = kind or ""
        self._lower = lower

    @cached_property
    def shown(self) -> str:
        """The line, quoted and cut, for reasons."""
        return self.line.shown

    @cached_property
    def may_head(self) -> bool:
        """A line that can be a headline at all."""
        if self.kind not in HEADABLE or not 1 <= len(self.words) <= HEADLINE_WORDS:
            return False
        if self.text.endswith(OPEN_END) or self.text[:1] in "([@" or CAPTION.search(self.text):
            return False
        if is_sign_off(self.line) or self.is_credit or self.names_section or self._is_interface():
            return False
        return len(self.words) > NAME_WORDS or not self.names_writer

    def _is_interface(self) -> bool:
        """ "Share Tweet Email Print": words of an interface and no others."""
        return all(word.casefold() in INTERFACE_WORDS for word in self.words)

    @cached_property
    def is_credit(self) -> bool:
        """ "From AFP" under a title."""
        return is_own_credit(self.line)

    @cached_property
    def names_writer(self) -> bool:
        """A byline: "By Jane Roe", "Jane Roe"."""
        return byline_name(self.line, self._lower) is not None

    @cached_property
    def is_dated(self) -> bool:
        """A date, time or age, alone or before a bar: "3 May 2031 | Politics"."""
        if self.kind in DATED:
            return True
        return len(self.text) <= SHAPED and not self.prose and stamp_of(self.text) is not None

    @cached_property
    def names_outlet(self) -> bool:
        """ "The Orm Gazette": a name with a word such as outlets have, and no more."""
        short = 0 < len(self.words) <= OUTLET_WORDS and not self.prose
        return short and has_outlet_word(self.text.strip(" —–-()"))

    @cached_property
    def names_section(self) -> bool:
        """ "World", "Press release", whatever its mark."""
        return is_section(self.text)

    @property
    def is_section(self) -> bool:
        """A section by its mark, or by its words where it has none."""
        return self.kind == "section" or (not self.marked and self.names_section)

    @cached_property
    def is_code(self) -> bool:
        """ "nw0231 4 pol 0312": short tokens, two or more with figures, as wire services head a text."""
        tokens = self.text.split() if len(self.text) <= SHAPED else []
        figures = sum(any(mark.isdigit() for mark in token) for token in tokens)
        return 2 <= len(tokens) <= 10 and figures >= 2 and all(len(word) <= 5 for word in self.words)

    @cached_property
    def is_alone(self) -> bool:
        """A number or a time of day with nothing beside it."""
        return not self.words and ALONE.match(self.text) is not None

    @cached_property
    def tells(self) -> bool:
        """A line that tells something of an article beside it: its date, outlet, section, writer, a code."""
        marked = self.kind == "outlet line" or self.is_section or self.is_credit or self.names_outlet
        return marked or self.is_dated or self.is_code or self.names_writer

    @cached_property
    def signs(self) -> bool:
        """A closing credit, initials of a desk ("ab/cd 1012"), or a few words alone in brackets."""
        if INITIALS.match(self.text):
            return True
        bracketed = self.text[:1] in "([" and self.text.rstrip(".")[-1:] in ")]" and len(self.words) <= 4
        return (bracketed and bool(self.words)) or is_sign_off(self.line)

    @cached_property
    def is_end(self) -> bool:
        """ "-30-", "###": the end of a text."""
        return END_MARK.match(self.text) is not None

    @cached_property
    def shape(self) -> str:
        """A short line with its figures as 0, up to the first bar or dot: "0 march 0000, 00:00"."""
        text = self.text
        if ("http" in text or "www." in text) and ADDRESS.search(text[: 4 * SHAPED]):
            return "address"
        labelled = LABELLED.match(text[:SHAPED]) if ":" in text[:SHAPED] else None
        if labelled is not None:
            return labelled.group(1).casefold()
        if len(text) > SHAPED or not self.words:
            return ""
        return DIGITS.sub("0", BAR.split(text, maxsplit=1)[0]).casefold()

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its first words."""
        return stems(self.words[:MOST_WORDS])

    @cached_property
    def names(self) -> frozenset[str]:
        """Longer words with a capital that do not begin a sentence, by their stems."""
        return frozenset(
            word[:5].casefold()
            for before, word in zip(self.words, self.words[1:], strict=False)
            if len(word) >= 4 and word[0].isupper() and before.islower()
        )


def seen_lines(lines: Sequence[Line], marks: Mapping[int, Mark]) -> list[Seen]:
    """All lines of a page, with the kinds that their marks give them."""
    lower = frozenset(word for line in lines if line.prose for word in line.words if word.islower())
    kinds = {index: mark.kind for index, mark in marks.items()}
    return [Seen(line, kinds.get(line.index), lower) for line in lines]
