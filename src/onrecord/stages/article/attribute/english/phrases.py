"""What the tagger may miss and words tell: "According to X", "in the words of X", "was told by X that"."""

import re
from bisect import bisect_left

from onrecord.lang.cues import HEARSAY_ADVERBS
from onrecord.lang.parties import has_finite_verb
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, is_party, trim, without

_PHRASE = re.compile(
    r"(?:(?P<cue>\b(?:[Aa]ccording to|[Ii]n the (?:words|view|opinion|eyes|account|telling|judgment|"
    r"estimation) of|"
    r"[Ff]rom the (?:standpoint|viewpoint|perspective) of))|(?P<per>(?:^|(?<=[.!?] )|(?<=\n))Per))\s+(?=\S)"
)
_END = re.compile(r",\s|[;:\"“”()\n]|[.!?]?\s*$")
_EDGE = " \t\n\r\xa0,;:."
_TOLD_BY = re.compile(
    r"\b(?P<cue>(?:was|were|been|being|is|are) (?:also )?(?:told|informed|assured|warned|notified|"
    r"advised) by)\s+"
    r"(?P<who>[^,.;:\"“”\n]{2,120}?)(?P<when>(?:\s(?:on|in|at|last|early|late|this)\s[^,.;:\"“”\n]{2,60}?)?)"
    r"(?=,? that\b)"
)
_CITING = re.compile(
    r"(?:(?<!\S)\()?(?P<who>[^,.;:()\"“”\n–—]{2,60}), (?P<cue>citing|quoting|with reference to) "
    r"(?P<cited>[^,.;:()\"“”\n–—]{2,120}?)(?:\)(?=[.\s]|$)|(?P<mark>:|\s[–—-])\s)"
)
_CITES = re.compile(r", (?:citing|quoting|with reference to) ")
_NAME = re.compile(r", (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2}), ")
_IN_VIEW = re.compile(
    r"\b(?P<cue>[Ii]n|[Ff]rom) (?P<who>[^,.;:\"“”\n]{2,60}?)(?P<view>['’]s? (?:own )?"
    r"(?:view|opinion|words|telling|estimation|judgment|standpoint|viewpoint|perspective))\b"
)
_VIEW = re.compile(
    r"['’]s? (?:own )?(?:view|opinion|words|telling|estimation|judgment|standpoint|viewpoint|perspective)\b"
)
_FEWEST = 3  # words of what is told
_HEARSAY = re.compile(rf"\b(?:{'|'.join(sorted(HEARSAY_ADVERBS))})\b")
_CLAUSE_END = re.compile(r"[,;:]\s|[.!?]?\s*$")
_LONGEST = 1500  # characters of a sentence that is looked at
_LOOK = 32  # contents looked back over
_FAR = 200  # characters of a source


def phrase_drafts(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Drafts of such phrases that no draft has as its cue, in text order."""
    cues = sorted(part for draft in drafts for part in draft.cue)
    holders = Holders(drafts)
    found = []
    for match in _PHRASE.finditer(layout.text):
        cue = match.span("cue" if match["cue"] else "per")
        draft = None if _taken(cues, cue) else _draft(layout, cue, match.end(), holders)
        if draft is not None:
            found.append(draft)
    for match in _TOLD_BY.finditer(layout.text):
        draft = None if _taken(cues, match.span()) else _told_by(layout, match, holders)
        if draft is not None:
            found.append(draft)
    for match in _IN_VIEW.finditer(layout.text) if _VIEW.search(layout.text) is not None else ():
        draft = None if _taken(cues, match.span()) else _view(layout, match, holders)
        if draft is not None:
            found.append(draft)
    for match in _HEARSAY.finditer(layout.text):
        draft = None if _taken(cues, match.span()) else _hearsay(layout, match)
        if draft is not None:
            found.append(draft)
    for match in _CITING.finditer(layout.text) if _CITES.search(layout.text) else ():
        found.extend([] if _taken(cues, match.span()) else _citing(layout, match))
    return found


def _view(layout: Layout, match: re.Match[str], holders: "Holders") -> Draft | None:
    """ "In the ambassador's view, P", "from Vesta's standpoint"."""
    text = layout.text
    sentence = _sentence(layout, match.start())
    if (
        sentence is None
        or layout.quotation_at(match.start()) is not None
        or not is_party(text, match.span("who"))
    ):
        return None
    holder = holders.at(match.start())
    whole = holder.content if holder is not None else [sentence]
    rest = [piece for part in whole for piece in without(part, match.span())]
    content = [part for part in (trim(text, *part, _EDGE) for part in rest) if part[1] - part[0] > 1]
    if not content:
        return None
    cue = [match.span("cue"), match.span("view")]
    return Draft([match.span("who")], cue, content, "believe", "citing" if holder else "phrase", 0.6, holder)


def _hearsay(layout: Layout, match: re.Match[str]) -> Draft | None:
    """ "has reportedly crossed the river": who says so is left out."""
    sentence = _sentence(layout, match.start())
    if sentence is None or layout.quotation_at(match.start()) is not None:
        return None
    end = _CLAUSE_END.search(layout.text, match.end(), sentence[1])
    content = trim(layout.text, match.end(), end.start() if end is not None else sentence[1], _EDGE)
    if content[1] - content[0] < 4:
        return None
    return Draft([], [match.span()], [content], "report", "phrase", 0.55)


def _citing(layout: Layout, match: re.Match[str]) -> list[Draft]:
    """ "P (the radio, citing pilots).", "The radio, citing pilots: P": two hops without a verb."""
    text = layout.text
    sentence = _sentence(layout, match.start("who"))
    if sentence is None or layout.quotation_at(match.start("who")) is not None:
        return []
    if not is_party(text, match.span("who")) or not is_party(text, match.span("cited")):
        return []
    bracket = text[match.start()] == "("
    part = (sentence[0], match.start()) if bracket else (match.end(), sentence[1])
    content = trim(text, *part, _EDGE)
    if len(text[content[0] : content[1]].split()) < _FEWEST or (not bracket and match.start() != sentence[0]):
        return []
    mark = [] if bracket else [match.span("mark")]
    outer = Draft([match.span("who")], mark, [content], "report", "bracket" if bracket else "phrase", 0.6)
    inner = Draft([match.span("cited")], [match.span("cue")], [content], "report", "citing", 0.6, outer)
    return [outer, inner]


def _sentence(layout: Layout, place: int) -> Range | None:
    """The sentence at a place, None when it is too long to be one."""
    sentence = layout.sentence_at(place)
    return sentence if sentence is not None and sentence[1] - sentence[0] <= _LONGEST else None


def _taken(cues: list[Range], part: Range) -> bool:
    place = bisect_left(cues, part)
    return any(start < part[1] and part[0] < end for start, end in cues[max(0, place - 1) : place + 2])


def _told_by(layout: Layout, match: re.Match[str], holders: "Holders") -> Draft | None:
    """ "they were told by the auditor in April that P"."""
    sentence = _sentence(layout, match.start())
    if sentence is None or not is_party(layout.text, match.span("who")):
        return None
    holder = holders.at(match.start())
    ends = (
        [end for start, end in holder.content if start <= match.start() < end] if holder is not None else []
    )
    content = trim(layout.text, match.end("when"), min([sentence[1], *ends]), _EDGE)
    if content[1] - content[0] < 5:
        return None
    cue = [match.span("cue")]
    return Draft([match.span("who")], cue, [content], "say", "inner" if holder else "phrase", 0.6, holder)


def _draft(layout: Layout, cue: Range, start: int, holders: "Holders") -> Draft | None:
    text = layout.text
    sentence = _sentence(layout, cue[0])
    if sentence is None or cue[1] >= sentence[1] or layout.quotation_at(cue[0]) is not None:
        return None
    limit = min(sentence[1], start + _FAR)
    end = _END.search(text, start, limit)
    source = trim(text, start, end.start() if end is not None else limit, _EDGE)
    if not is_party(text, source) or has_finite_verb(text[source[0] : source[1]]):
        return None
    name = _NAME.match(text, source[1], sentence[1])
    source = (source[0], name.end("name")) if name is not None else source
    holder = holders.at(cue[0])
    whole = holder.content if holder is not None else [sentence]
    rest = [piece for part in whole for piece in without(part, (cue[0], source[1]))]
    parts = [trim(text, *part, _EDGE if holder is None else " \t\n\r\xa0,") for part in rest]
    content = [part for part in parts if part[1] - part[0] > 1]
    if not content:
        return None
    if holder is None:
        return Draft([source], [cue], content, "say", "phrase", 0.6)
    return Draft([source], [cue], content, "say", "citing", 0.6, holder)


class Holders:
    """Which draft has the smallest content that holds a place."""

    def __init__(self, drafts: list[Draft]) -> None:
        self._parts = sorted(
            (start, -end, number) for number, draft in enumerate(drafts) for start, end in draft.content
        )
        self._drafts = drafts

    def at(self, place: int) -> Draft | None:
        """The draft, None where there is none; looks back over a bounded number of contents."""
        high = bisect_left(self._parts, (place + 1, 0, 0))
        near = self._parts[max(0, high - _LOOK) : high]
        holding = [(-end - start, number) for start, end, number in near if place < -end]
        return self._drafts[min(holding)[1]] if holding else None
