"""Sentences of an article: from the parse where there is one, else by punctuation."""

import re
from itertools import pairwise

from spacy.tokens import Doc

from onrecord.data import Article, Language, Span, span_of
from onrecord.text.sentences import split_sentences, trim

# A line break after the end of a sentence, or a blank line; other breaks are those of a wrapped text.
LINE_END = re.compile(r"(?:(?<=[.!?…:\"”’»')\]])\n|\n[ \t]*\n)")


def find_sentences(article: Article, language: Language, doc: Doc | None) -> tuple[Span, ...]:
    """Sentences in text order; a heading or title is a sentence of its own.

    Paragraphs (the article's page spans) always end a sentence. `doc`, if given, is the parse of
    `article.text`: its boundaries are used within a paragraph, but for those inside quotation marks
    glued to the next word and those that leave a piece without a letter.
    """
    text = article.text
    fixed = _fixed_ranges(article)
    inner = [] if doc is None else _parsed_starts(doc, text)
    found: list[tuple[int, int]] = []
    place = 0
    for start, end in _paragraphs(article):
        if (start, end) in fixed:
            found.append((start, end))
        elif doc is None:
            found.extend(_ruled(text, start, end, language.code))
        else:
            while place < len(inner) and inner[place] <= start:
                place += 1
            cuts = [start]
            while place < len(inner) and inner[place] < end:
                cuts.append(inner[place])
                place += 1
            found.extend(_joined(text, cuts, end))
    return tuple(span_of(text, start, end) for start, end in found)


def _paragraphs(article: Article) -> list[tuple[int, int]]:
    """Ranges that no sentence crosses: page spans, titles and headings, and lines that end like one."""
    text = article.text
    cuts = {0, len(text)}
    for first, last in _fixed_ranges(article):
        cuts.update((first, last))
    offset = 0
    for span in article.spans:
        cuts.add(offset)
        offset += span.end - span.start + 1
    cuts.update(found.end() for found in LINE_END.finditer(text))
    ordered = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    ranges = (trim(text, first, last) for first, last in pairwise(ordered))
    return [found for found in ranges if found is not None]


def _fixed_ranges(article: Article) -> set[tuple[int, int]]:
    whole = [*article.headings, *([article.title_span] if article.title_span else [])]
    return {(span.start, span.end) for span in whole}


def _ruled(text: str, start: int, end: int, code: str) -> list[tuple[int, int]]:
    """By punctuation; line breaks inside a paragraph (a hard-wrapped text) end nothing."""
    flat = text[start:end].replace("\n", " ")
    return [(start + first, start + last) for first, last in split_sentences(flat, code)]


def _parsed_starts(doc: Doc, text: str) -> list[int]:
    """Offsets at which the parser starts a sentence, where the text allows one to start."""
    starts = []
    for sentence in doc.sents:
        start = sentence.start_char
        before = text[max(0, start - 3) : start].rstrip()[-1:]
        if text[start : start + 1].islower() and before not in ".!?…\"”’'":
            continue
        if before in ",;:(" and before:
            continue
        starts.append(start)
    return starts


def _joined(text: str, cuts: list[int], end: int) -> list[tuple[int, int]]:
    """Ranges between the cuts; a piece without a letter or digit joins the one before it."""
    found: list[tuple[int, int]] = []
    for first, last in zip(cuts, [*cuts[1:], end], strict=True):
        trimmed = trim(text, first, last)
        if trimmed is None:
            continue
        bare = not any(mark.isalnum() for mark in text[trimmed[0] : trimmed[1]])
        if found and bare:
            found[-1] = (found[-1][0], trimmed[1])
        else:
            found.append(trimmed)
    return found
