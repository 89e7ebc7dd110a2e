"""Attributions of titles and speaker lines: "Claim - Agency", "Claim: Official", "X: ..."."""

import re

from spacy.tokens import Doc, Span

from eval.baselines.parse_rules.draft import Context, Draft, Range, trim
from onrecord.text.openings import LABEL

_DASH = re.compile(r"\s+[-–—|]\s+")
_SPEAKER = re.compile(r"((?:[^\W\d_][\w.'’()-]{0,30}[ ]){0,5}[^\W\d_][\w.'’()-]{0,30}):[ \t]+(?=\S)")
_QUOTES = ('"', "“", "'", "‘", "«", "„", "`")
_SPEAKER_WORDS = 8
_MAX_TITLE = 300


def headline_drafts(context: Context, title: Range | None, headings: list[Range]) -> list[Draft]:
    """Drafts of the title and headings."""
    found = []
    for span in [title, *headings] if title is not None else headings:
        if span is not None and 0 < span[1] - span[0] <= _MAX_TITLE:
            draft = _dash(context, span) or _colon(context, span)
            if draft is not None:
                found.append(draft)
    return found


def speaker_drafts(context: Context, skip: set[int]) -> list[Draft]:
    """Lines that begin with a speaker: "HOST: ...", "Dunne: “...”"; `skip` holds starts of titles."""
    found = []
    for number, start in enumerate(context.lines):
        end = context.lines[number + 1] - 1 if number + 1 < len(context.lines) else len(context.text)
        match = _SPEAKER.match(context.text, start, end)
        if match is None or start in skip or LABEL.match(context.text, start, end):
            continue
        name, rest = match.span(1), (match.end(), end)
        quoted = context.text[rest[0] : rest[0] + 1] in _QUOTES
        named = match.group(1).isupper() and _is_name(context.doc, name)
        if _has_verb(context.doc, name) or not (quoted or named):
            continue
        content = trim(context.text, *rest, " \t\r\xa0")
        if quoted:
            quotation = context.quotation_at(content[0])
            content = (content[0], quotation.end) if quotation is not None else content
        if len(context.text[content[0] : content[1]].split()) >= 2:
            cue = (match.end(1), match.end(1) + 1)
            found.append(Draft([name], [cue], [content], "say", "speaker line", 0.75))
    return found


def _dash(context: Context, span: Range) -> Draft | None:
    line = context.text[span[0] : span[1]]
    marks = list(_DASH.finditer(line))
    if not marks:
        return None
    mark = marks[-1]
    source = (span[0] + mark.end(), span[1])
    content = (span[0], span[0] + mark.start())
    if not _is_name(context.doc, source) or len(line[: mark.start()].split()) < 3:
        return None
    cue = (span[0] + mark.start() + len(mark.group()) - len(mark.group().lstrip()), span[0] + mark.end() - 1)
    return Draft([source], [cue], [content], "report", "title dash", 0.7)


def _colon(context: Context, span: Range) -> Draft | None:
    label = LABEL.match(context.text, *span)
    span = (label.end(), span[1]) if label is not None else span
    line = context.text[span[0] : span[1]]
    place = line.find(": ")
    if place <= 0:
        return None
    first, second = (span[0], span[0] + place), (span[0] + place + 2, span[1])
    cue = (span[0] + place, span[0] + place + 1)
    if _is_name(context.doc, first) and len(line[place + 2 :].split()) >= 3:
        return Draft([first], [cue], [second], "say", "title colon", 0.7)
    if _is_name(context.doc, second) and len(line[:place].split()) >= 3:
        return Draft([second], [cue], [first], "say", "title colon", 0.6)
    return None


def _is_name(doc: Doc, span: Range) -> bool:
    """A short phrase of names and titles, without a verb."""
    words: Span | None = doc.char_span(*span, alignment_mode="contract")
    if words is None or not 0 < len(words) <= _SPEAKER_WORDS:
        return False
    named = any(token.pos_ == "PROPN" or token.ent_type_ for token in words)
    return named and not _has_verb(doc, span)


def _has_verb(doc: Doc, span: Range) -> bool:
    words = doc.char_span(*span, alignment_mode="contract")
    return words is None or any(token.pos_ in ("VERB", "AUX") for token in words)
