"""A report in sentences: what the edits work on."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

Die = random.Random
_STOP = re.compile(
    r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)[\"”»]?\s+(?=[\"“«A-ZÄÖÜА-ЯҐІЇЄ0-9—–])"
)
_STEP = re.compile(r"(?<=[.!?][\"”»])\s+(?=[\"“«A-ZÄÖÜА-ЯҐІЇЄ])")


@dataclass(frozen=True)
class Draft:
    """Title, paragraphs of sentences, outlet, claimed day (ISO or None) and language of a report."""

    title: str
    paragraphs: tuple[tuple[str, ...], ...]
    outlet: str
    date: str | None
    language: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """All sentences in order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)

    def with_sentences(self, change: Callable[[int, str], str | None]) -> "Draft":
        """Each sentence (by its number) replaced by what `change` makes of it; None leaves it out."""
        number, paragraphs = 0, []
        for paragraph in self.paragraphs:
            kept = []
            for sentence in paragraph:
                made = change(number, sentence)
                number += 1
                if made:
                    kept.append(made)
            if kept:
                paragraphs.append(tuple(kept))
        return replace(self, paragraphs=tuple(paragraphs))


Edit = Callable[[Draft, Die, float], Draft]


def die_of(*parts: object) -> Die:
    """A die that falls the same way for the same parts, on any machine."""
    return random.Random(" ".join(map(str, parts)))  # noqa: S311 - repeatable, not secret


def split_sentences(paragraph: str) -> tuple[str, ...]:
    """Sentences of a paragraph; a closing quotation mark stays with its sentence."""
    found = []
    for part in _STEP.split(paragraph.strip()):
        start = 0
        for match in _STOP.finditer(part):
            cut = match.start() + (1 if part[match.start() : match.start() + 1] in '"”»' else 0)
            found.append(part[start:cut].strip())
            start = match.end()
        found.append(part[start:].strip())
    return tuple(sentence for sentence in found if sentence)


def draft_of(title: str, text: str, outlet: str, date: str | None, language: str) -> Draft:
    """A draft of a report whose paragraphs are parted by line ends."""
    paragraphs = tuple(split_sentences(part) for part in text.split("\n") if part.strip())
    return Draft(title, tuple(part for part in paragraphs if part), outlet, date, language)


def text_of(draft: Draft) -> str:
    """The text again, without its title; paragraphs parted by an empty line."""
    return "\n\n".join(" ".join(paragraph) for paragraph in draft.paragraphs)
