"""Attributions whose content is pointed back to: "This is reported by X", "X wrote about this"."""

import re
from bisect import bisect_left

from onrecord.stages.article.attribute.draft import Draft, Layout, Range, is_party, trim

_PARAGRAPH = 3000  # characters that "about this" can cover
_POINTERS = frozenset({"this", "it", "that", "these", "about this", "about it"})
_REPORTING = frozenset(
    "report reports reported write writes wrote written publish published publishes inform informs informed "
    "announce announced announces disclosed revealed told".split()
)
_PASSIVE = re.compile(
    r"(?P<this>This|That|It)(?: information| news| version)? "
    r"(?P<cue>(?:is|was|were|has been|had been)(?: also| first| earlier| previously)* "
    r"(?P<verb>[^\W\d_]+) (?:to \S+ )?(?:(?:on|late|early) \w+ )?by) (?P<party>[^.;\n]{2,200})"
)
_ACTIVE = re.compile(
    r"(?P<party>[^.;:\n]{2,120}?) (?:has |have |had |also |first |earlier )*(?P<verb>[^\W\d_]+) "
    r"(?:about )?(?:this|it)(?= (?:in|on|at|with|during|after|to|by|late|early|yesterday|today)\b|[,.]|$)"
)
_CITED = re.compile(
    r"(?P<party>[^.;:,\n]{2,80}?) (?:also |only )?(?P<cue>cite[sd]?|quote[sd]?|refer(?:s|red)? to) "
    r"(?P<cited>[^.;:\n]{2,160}?)"
    r"(?: as (?:its|the|a) sources?)?[.]?"
)
_OUTLET = re.compile(
    r"(?:the|this|its) (?:\w+ )?(?:paper|newspaper|agency|magazine|portal|channel|station|outlet|"
    r"publication|site|website|"
    r"weekly|daily|broadcaster|radio|journal|report|article|story|account)"
)
_REFERS = re.compile(
    r"(?P<party>[^.;:,\n]{2,120}?) (?P<cue>(?:refers|refer|referred) to) (?P<cited>[^.;:\n]{2,160}?)"
    r" (?:about|on|regarding) (?:this|it|that)\b"
)


def pointing_drafts(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Drafts of sentences that point back; what the tagger gave as "this" gets its content in place."""
    taken = set()
    for draft in drafts:
        said = " ".join(layout.text[start:end] for start, end in draft.content).lower().strip(" .,")
        if said in _POINTERS and _reports(layout.text, draft):
            before = before_this(layout, draft.cue[0][0])
            taken.add(draft.cue[0][0])
            if before:
                draft.content, draft.pattern = before, "this"
            else:
                draft.content = []
    found: list[Draft] = []
    for sentence in layout.sentences:
        if sentence[1] - sentence[0] <= 400 and " " in layout.text[sentence[0] : sentence[1]]:
            found.extend(_of_sentence(layout, sentence, taken))
    return found


def _reports(text: str, draft: Draft) -> bool:
    """ "this is reported by", "wrote about this": outlets point back so, speakers take up only a word."""
    words = {word.lower() for start, end in draft.cue for word in re.findall(r"\w+", text[start:end])}
    return bool(words & _REPORTING)


def cited_after(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """ "X wrote that P. The paper cited two aides.": who is cited stands inside what was said before."""
    outer = sorted(
        (item for item in drafts if item.carrier is None and item.cue and item.source),
        key=lambda item: item.cue[0],
    )
    starts = [item.cue[0][0] for item in outer]
    found = []
    for sentence in layout.sentences:
        match = _CITED.fullmatch(layout.text, *sentence) if sentence[1] - sentence[0] <= 300 else None
        before = layout.sentence_before(sentence[0]) if match is not None else None
        if match is None or before is None or not is_party(layout.text, match.span("cited")):
            continue
        near = outer[bisect_left(starts, before[0]) : bisect_left(starts, sentence[0])]
        name = match["party"].lower()
        same = name == "it" or _OUTLET.fullmatch(name) is not None
        report = next(
            (item for item in near if same or layout.text[slice(*item.source[0])].lower() == name), None
        )
        if report is not None:
            cue, source = [match.span("cue")], [match.span("cited")]
            found.append(Draft(source, cue, list(report.content), "report", "citing", 0.7, report))
    return found


def _of_sentence(layout: Layout, sentence: Range, taken: set[int]) -> list[Draft]:
    text = layout.text
    low = sentence[0]
    refers = _REFERS.match(text, low, sentence[1])
    if refers is not None:
        return _two_hops(layout, refers)
    match = _PASSIVE.match(text, low, sentence[1]) or _ACTIVE.match(text, low, sentence[1])
    if match is None or match["verb"].lower() not in _REPORTING:
        return []
    before = before_this(layout, low)
    passive = match.re is _PASSIVE
    cue = match.span("cue") if passive else (match.start("verb"), match.end("verb"))
    if not before or any(cue[0] <= start < cue[1] for start in taken):
        return []
    source = _first_party(text, match.span("party")) if passive else trim(text, *match.span("party"))
    if not is_party(text, source):
        return []
    return [Draft([source], [cue], before, "report", "this", 0.7)]


def _two_hops(layout: Layout, match: re.Match[str]) -> list[Draft]:
    before = before_this(layout, match.start(), whole=True)
    citer, cited = match.span("party"), match.span("cited")
    if not before or not is_party(layout.text, citer) or not is_party(layout.text, cited):
        return []
    outer = Draft([citer], [match.span("cue")], before, "report", "this", 0.8)
    inner = Draft([cited], [match.span("cue")], list(before), "report", "citing", 0.8, carrier=outer)
    return [outer, inner]


def _first_party(text: str, part: Range) -> Range:
    """Up to the comma or the words of time and place that follow."""
    end = re.compile(r",| (?:on|in|at|with reference|late|early|yesterday|today)\b").search(text, *part)
    return trim(text, part[0], end.start() if end is not None else part[1], " \t\r\xa0.,")


def before_this(layout: Layout, offset: int, whole: bool = False) -> list[Range]:
    """What "this" at `offset` points to: the sentence before, or (`whole`) all before it in its line."""
    sentence = layout.sentence_at(offset)
    if sentence is None:
        return []
    start, _ = layout.line_range(offset)
    if whole and start < sentence[0] <= start + _PARAGRAPH:
        part = trim(layout.text, start, sentence[0])
        return [part] if part[0] < part[1] else []
    before = layout.sentence_before(sentence[0])
    return [before] if before is not None else []
