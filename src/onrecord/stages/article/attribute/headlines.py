"""Attributions of titles and speaker lines: "Claim - Agency", "Claim: Official", "X: ..."."""

import re
from bisect import bisect_right

from onrecord.data import Mention, MentionKind
from onrecord.lang.cue_forms import cue_verb_forms
from onrecord.lang.parties import is_party_noun
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, is_party, trim
from onrecord.text.openings import LABEL

_DASH = re.compile(r"\s+[-–—|]\s+")
_CITING = re.compile(r", (?:citing|quoting|with reference to)\b")
_SPEAKER = re.compile(r"((?:[^\W\d_][\w.'’()-]{0,30}[ ]){0,5}[^\W\d_][\w.'’()-]{0,30}):[ \t]+(?=\S)")
_QUOTES = ('"', "“", "'", "‘", "«", "„", "`")
_SPEAKER_WORDS = 8
_MAX_TITLE = 300
_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_LINKS = frozenset("the a an of for and in on at from to de von van der la le el al und".split())
_ASKING = frozenset("what why how when where who which whose whom is are can will should does do did".split())
_VERBS = frozenset(
    "is are was were has have had will would can could may might must should does do did".split()
)
_BRACKET = re.compile(r"\s\(([A-Z][\w&.’' -]{1,30})\)\s*$")
_TITLE_VERBS = (
    r"(?:says?|said|warns?|warned|reports?|claims?|finds?|shows?|suggests?|admits?|confirms?|tells?|insists?|"
    r"denies|hints?)"
)
_TAIL = re.compile(
    rf",\s+(?:(?P<verb>{_TITLE_VERBS})\s+(?P<who>[^,:;\n]{{2,60}})|(?P<who2>[^,:;\n]{{2,60}}?)\s+(?P<verb2>{_TITLE_VERBS}))\s*$"
)
# Labels of lines, and what stands in brackets behind a title, that are nobody.
_NOT_PARTIES = frozenset(
    "photo photos video videos file picture pictures image images update updated watch live opinion analysis "
    "infographic gallery exclusive correction note source sources caption graphic map audio poll quiz".split()
)
_WHO = frozenset(
    {MentionKind.PERSON, MentionKind.STATE, MentionKind.BODY, MentionKind.OUTLET, MentionKind.UNNAMED}
)


def headline_drafts(
    layout: Layout, title: Range | None, headings: list[Range], mentions: tuple[Mention, ...]
) -> list[Draft]:
    """Drafts of the title and headings."""
    known = {item.head.text.lower() for item in mentions if item.kind in _WHO}
    known |= {item.name.lower() for item in mentions if item.kind in _WHO}
    found = []
    for span in [title, *headings] if title is not None else headings:
        if span is not None and 0 < span[1] - span[0] <= _MAX_TITLE:
            draft = _by_shape(layout.text, span, known)
            if draft is not None:
                found.append(draft)
    return found


def _by_shape(text: str, span: Range, known: set[str]) -> Draft | None:
    return _dash(text, span) or _bracket(text, span) or _colon(text, span, known) or _tail(text, span)


def _bracket(text: str, span: Range) -> Draft | None:
    """ "Rebels free eleven sailors (Norwire)": no cue."""
    match = _BRACKET.search(text, *span)
    if match is None or match[1].lower() in _NOT_PARTIES or not is_name(text, match.span(1)):
        return None
    content = trim(text, span[0], match.start())
    if len(text[content[0] : content[1]].split()) < 3:
        return None
    return Draft([match.span(1)], [], [content], "report", "title bracket", 0.6)


def _tail(text: str, span: Range) -> Draft | None:
    """ "Lake is safe, says city", "Every third well salty, study finds"."""
    match = _TAIL.search(text, *span)
    if match is None:
        return None
    verb, who = ("verb", "who") if match["verb"] else ("verb2", "who2")
    source, content = trim(text, *match.span(who)), trim(text, span[0], match.start())
    if not is_party(text, source) and len(text[source[0] : source[1]].split()) > 2:
        return None
    if len(text[content[0] : content[1]].split()) < 3:
        return None
    return Draft([source], [match.span(verb)], [content], "say", "title tail", 0.75)


def speaker_drafts(layout: Layout, skip: set[int]) -> list[Draft]:
    """Lines that begin with a speaker: "HOST: ...", "Dunne: “...”"; `skip` holds starts of titles."""
    found = []
    for number, start in enumerate(layout.lines):
        end = layout.lines[number + 1] - 1 if number + 1 < len(layout.lines) else len(layout.text)
        match = _SPEAKER.match(layout.text, start, end)
        if match is None or start in skip or LABEL.match(layout.text, start, end):
            continue
        name, rest = match.span(1), (match.end(), end)
        quoted = layout.text[rest[0] : rest[0] + 1] in _QUOTES
        named = match.group(1).isupper() and is_name(layout.text, name)
        label = any(word in _NOT_PARTIES - {"sources"} for word in match.group(1).lower().split())
        if label or has_verb(layout.text, name) or not (quoted or named):
            continue
        content = trim(layout.text, *rest, " \t\r\xa0")
        if quoted:
            quotation = layout.quotation_at(content[0])
            content = (content[0], quotation.end) if quotation is not None else content
        if len(layout.text[content[0] : content[1]].split()) >= 2:
            cue = (match.end(1), match.end(1) + 1)
            found.append(Draft([name], [cue], [content], "say", "speaker line", 0.75))
    return found


def _dash(text: str, span: Range) -> Draft | None:
    line = text[span[0] : span[1]]
    marks = list(_DASH.finditer(line))
    if not marks:
        return None
    mark = marks[-1]
    source = (span[0] + mark.end(), span[1])
    content = (span[0], span[0] + mark.start())
    cited = _CITING.search(text, *source)
    source = (source[0], cited.start()) if cited is not None else source
    quoted = line[:1] in _QUOTES and not has_verb(text, source)
    short = len(_WORD.findall(text, *source)) <= _SPEAKER_WORDS
    if not (is_name(text, source) or (quoted and short)) or len(line[: mark.start()].split()) < 3:
        return None
    cue = (span[0] + mark.start() + len(mark.group()) - len(mark.group().lstrip()), span[0] + mark.end() - 1)
    return Draft([source], [cue], [content], "report", "title dash", 0.7)


def _colon(text: str, span: Range, known: set[str]) -> Draft | None:
    label = LABEL.match(text, *span)
    span = (label.end(), span[1]) if label is not None else span
    line = text[span[0] : span[1]]
    place = line.find(": ")
    if place <= 0:
        return None
    first, second = (span[0], span[0] + place), (span[0] + place + 2, span[1])
    cue = (span[0] + place, span[0] + place + 1)
    if _is_speaker(text, first, known) and _is_claim(text, second):
        return Draft([first], [cue], [second], "say", "title colon", 0.7)
    quoted = text[first[0] : first[0] + 1] in _QUOTES and not has_verb(text, second)
    if quoted and len(_WORD.findall(text, *second)) <= _SPEAKER_WORDS:
        return Draft([second], [cue], [first], "say", "title colon", 0.7)
    if _is_speaker(text, second, known) and _is_claim(text, first):
        return Draft([second], [cue], [first], "say", "title colon", 0.6)
    return None


def _is_claim(text: str, part: Range) -> bool:
    words = _WORD.findall(text, *part)
    return len(words) >= 3 and words[0].lower() not in _ASKING


def _is_speaker(text: str, part: Range, known: set[str]) -> bool:
    """A name or a role; in a title that has capitals everywhere only what is known as such."""
    if not is_name(text, part):
        return False
    words = _WORD.findall(text, *part)
    if any(is_party_noun(word.lower()) for word in words):
        return True
    said = text[part[0] : part[1]].lower()
    return said in known or words[-1].lower() in known or (len(words) <= 3 and not known)


def is_name(text: str, part: Range) -> bool:
    """A short phrase of names, titles and roles, without a verb."""
    words = _WORD.findall(text, *part)
    if not 0 < len(words) <= _SPEAKER_WORDS or has_verb(text, part):
        return False
    if any(mark in text[part[0] : part[1]] for mark in ",;?!"):
        return False
    fitting = [
        word[0].isupper() or word[0].isdigit() or word.lower() in _LINKS or is_party_noun(word.lower())
        for word in words
    ]
    return all(fitting) or (is_party_noun(words[-1].lower()) and words[0][0].isupper())


def has_verb(text: str, part: Range) -> bool:
    """Whether a form of a cue verb or an auxiliary is among the words, other than as a name or noun."""
    forms = cue_verb_forms()
    for word in _WORD.findall(text, *part):
        lower = word.lower()
        if lower in _VERBS or (lower in forms and not is_party_noun(lower) and not word[0].isupper()):
            return True
    return False


def keep_apart(drafts: list[Draft], titles: list[Range]) -> list[Draft]:
    """Drafts whose cue and content stand both in one title or both in the body; what strays is left off."""
    ordered = sorted(titles)
    kept = []
    for draft in drafts:
        own = _title_at(ordered, draft.cue[0][0]) if draft.cue else None
        draft.content = [
            part for part in draft.content if not draft.cue or _title_at(ordered, part[0]) == own
        ]
        if own is not None or any(_title_at(ordered, part[0]) is not None for part in draft.source):
            draft.source = [part for part in draft.source if _title_at(ordered, part[0]) == own]
        if draft.content:
            kept.append(draft)
    return kept


def _title_at(titles: list[Range], place: int) -> Range | None:
    number = bisect_right(titles, (place, 1 << 60)) - 1
    return titles[number] if number >= 0 and titles[number][1] > place else None
