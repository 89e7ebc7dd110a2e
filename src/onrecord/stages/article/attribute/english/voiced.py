"""Who is made to speak by another: "X quotes Y as saying that P", "Y was quoted by X as saying that P"."""

import re
from bisect import bisect_left

from onrecord.lang.parties import has_finite_verb, is_party_phrase
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, trim
from onrecord.stages.article.attribute.english.spliced import Splice

_SAYING = (
    r"as (?:having )?(?:saying|said|telling|told|claiming|stating|writing|written|adding|warning|insisting)"
)
_PASSIVE = re.compile(
    r"\b(?P<cue>(?:was|were|is|are|been|being)(?: \w+)? (?:quoted|cited)(?: there| in it)?)"
    rf"(?: (?P<by>by|in) (?P<who>[^,.;:\"“”\n]{{2,80}}?))? (?P<say>{_SAYING})\b"
    r"(?: (?P<by2>by) (?P<who2>[^,.;:\"“”\n]{2,60}?)(?= that\b|[,.:]|$))?"
)
_ACTIVE = re.compile(
    r"(?:quote[sd]?|quoting|cite[sd]?|citing)\s+(?P<who>[^.;:\"“”\n]{2,160}?),?\s+"
    rf"(?P<say>{_SAYING})\b:?"
)
_TAIL = re.compile(
    r",[\"”’»]?\s+(?P<who>[^,.;:\"“”\n]{2,80}?) (?P<cue>quote[sd]?|cite[sd]?) "
    r"(?P<quoted>[^,.;:\"“”\n]{2,100}?) "
    rf"(?P<say>{_SAYING})\b(?: (?:on|in|at|last|this|late|early)\b[^.;:\"“”\n]{{0,60}})?\.(?=\s|$)"
)
_STUDY = re.compile(
    r"(?P<who>[^;:\"“”\n]{4,120}?),? (?P<cue>(?:which|that|who) (?:has |have |had )?(?:found|"
    r"finds|says|said|showed|shows|"
    r"concluded|concludes|suggests|suggested|warned|warns|estimated|estimates))\s+(?=that\b)"
)
# "can be heard telling officers to ..." in a recording.
_SEEN = re.compile(
    r"\b(?:can|could) be (?:clearly )?(?:heard|seen)(?: and heard)? (?P<verb>saying|telling|"
    r"shouting|asking)\b|"
    r"\b(?:is|are|was|were) (?:heard|shown) (?P<verb2>saying|telling)\b"
)
_ATTRIBUTES = re.compile(r"(?P<what>[^;:\"“”\n]{4,200}?) (?P<to>to) (?P<who>[^,;:\"“”\n]{4,100})")
_SAYS_STUDY = 400  # characters of a sentence behind the cue
_FEWEST = 15  # characters of what is said
_QUOTING = re.compile(r"\b(?:quote[sd]?|cite[sd]?|recall(?:s|ed)?|repeat(?:s|ed)?)\b")
_NAMED = re.compile(r"(?P<who>[^:\"“”«»\n]{2,120}):\s*(?=[\"“«„‘'])")


def voice_splices(layout: Layout) -> list[Splice]:
    """ "was quoted by X as saying" is read as "said"."""
    found = [
        Splice(match.start(), match.end(), "said")
        for match in _PASSIVE.finditer(layout.text)
        if layout.quotation_at(match.start()) is None
    ]
    found += [
        Splice(match.start(), match.end(), _plain(match["verb"] or match["verb2"]))
        for match in _SEEN.finditer(layout.text)
        if layout.quotation_at(match.start()) is None
    ]
    return found


def _plain(verb: str) -> str:
    return "told" if verb.startswith("tell") else "said"


def _at_end(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """ "P, the agency quoted an officer as saying on Thursday.", where the tagger saw nothing."""
    cues = sorted(part for draft in drafts for part in draft.cue)
    found = []
    for match in _TAIL.finditer(layout.text):
        sentence = layout.sentence_at(match.start("who"))
        place = bisect_left(cues, match.span("cue"))
        near = cues[max(0, place - 1) : place + 1]
        if sentence is None or any(
            low < match.end("say") and match.start("who") < high for low, high in near
        ):
            continue
        content = trim(layout.text, sentence[0], match.start())
        parties = is_party_phrase(match["who"]) and is_party_phrase(match["quoted"])
        if parties and not has_finite_verb(match["who"]) and content[1] - content[0] > _FEWEST:
            outer = Draft([match.span("who")], [match.span("cue")], [content], "report", "quoting", 0.7)
            inner = Draft([match.span("quoted")], [match.span("say")], [content], "say", "citing", 0.7, outer)
            found += [outer, inner]
    return found


def voiced_drafts(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Drafts of those who quote, or whom others quote; what was read as one is cut, in place."""
    found: list[Draft] = _at_end(layout, drafts)
    for draft in drafts:
        if not draft.cue or not draft.content:
            continue
        passive = _PASSIVE.match(layout.text, *draft.cue[0])
        made = _quoted_by(draft, passive) if passive is not None else _quotes(layout, draft)
        made = made or _colon(layout, draft) or _study(layout, draft) or _attributed(layout, draft)
        if made is not None:
            found.append(made)
    return found


def _quoted_by(draft: Draft, match: re.Match[str]) -> Draft | None:
    """The one who quotes, outside."""
    who = "who" if match["who"] else "who2" if match["who2"] else ""
    if not who:
        return None
    outer = Draft(
        [match.span(who)],
        [(match.start("cue"), match.end("cue"))],
        list(draft.content),
        "report",
        "quoting",
        draft.confidence,
    )
    outer.cue.append(match.span("by" if who == "who" else "by2"))
    draft.cue = [match.span("say")]
    outer.carrier, draft.carrier = draft.carrier, outer
    draft.pattern, draft.carried_on = "voiced", True
    return outer


def _colon(layout: Layout, draft: Draft) -> Draft | None:
    """ "quotes the pilot's last words: “...”": who or what is quoted stands before the colon."""
    text = layout.text
    start, end = draft.content[0]
    match = _NAMED.match(text, start, end) if _QUOTING.search(text, *draft.cue[-1]) is not None else None
    if match is None:
        return None
    draft.content[0] = (match.end(), end)
    return Draft([match.span("who")], [], list(draft.content), "say", "citing", draft.confidence, draft)


def _attributed(layout: Layout, draft: Draft) -> Draft | None:
    """ "attributes the figure to an official": who is said to have it stands behind "to"."""
    text = layout.text
    cue = text[slice(*draft.cue[-1])].split()[-1:]
    if (
        cue not in (["attributes"], ["attributed"], ["attribute"])
        or not draft.source
        or len(draft.content) != 1
    ):
        return None
    match = _ATTRIBUTES.fullmatch(text, *draft.content[0])
    if match is None or not is_party_phrase(match["who"]):
        return None
    draft.content = [match.span("what")]
    to, who = [match.span("to")], [match.span("who")]
    return Draft(who, to, [match.span("what")], "report", "citing", draft.confidence, draft)


def _study(layout: Layout, draft: Draft) -> Draft | None:
    """ "cited a study, which found that P": what is cited tells it."""
    text = layout.text
    start = draft.content[0][0]
    sentence = layout.sentence_at(start)
    if sentence is None or _QUOTING.search(text, *draft.cue[-1]) is None or start < draft.cue[-1][1]:
        return None
    match = _STUDY.match(text, start, min(sentence[1], start + _SAYS_STUDY))
    if match is None or not is_party_phrase(match["who"]):
        return None
    content = trim(text, match.end(), sentence[1], " \t\r\n\xa0.")
    draft.content = [content]
    return Draft(
        [match.span("who")], [match.span("cue")], [content], "report", "citing", draft.confidence, draft
    )


def _quotes(layout: Layout, draft: Draft) -> Draft | None:
    """The one who is quoted, inside; the content of both is what was said."""
    text = layout.text
    match = _ACTIVE.search(text, draft.cue[0][0], min(len(text), draft.cue[-1][1] + 300))
    if match is None or match.start() >= draft.cue[-1][1] or not is_party_phrase(match["who"]):
        return None
    behind = (match.end(), max(end for _, end in draft.content))
    parts = [_outside(part, (match.start(), match.end())) for part in draft.content]
    content = [trim(text, *part, " \t\n\r\xa0,") for part in parts if part[0] < part[1]]
    content = [part for part in content if part[0] < part[1]]
    if not content or (behind[0] >= behind[1] and not content):
        return None
    draft.cue = [(draft.cue[0][0], trim(text, match.start(), match.start("who"))[1])]
    draft.content = content
    return Draft(
        [match.span("who")], [match.span("say")], list(content), "say", "citing", draft.confidence, draft
    )


def _outside(part: Range, hole: Range) -> Range:
    """A range without what it shares with the words of quoting at one of its ends."""
    start, end = part
    if hole[0] <= start < hole[1]:
        start = min(end, hole[1])
    elif start < hole[0] < end:
        end = hole[0]
    return start, end
