"""Reports told by a noun: "denied reports in the Post that P", "the Post's claim that P", "a claim X denied".

The tagger has one level: it reads the noun as part of the cue, or leaves it and whose report it is out.
"""

import re
from bisect import bisect_left

from onrecord.lang.cue_forms import reporting_forms
from onrecord.lang.cues import NOUNS
from onrecord.lang.parties import has_finite_verb
from onrecord.stages.article.attribute.draft import (
    Draft,
    Layout,
    Range,
    is_party,
    merge,
    trim,
    without,
)

_NOUN = (
    r"(?:reports?|claims?|allegations?|assertions?|statements?|accusations?|charges?|suggestions?|denials?|"
    r"warnings?|promises?|pledges?|announcements?|accounts?|stor(?:y|ies)|rumou?rs?|predictions?|assurances?)"
)
_OWNED = re.compile(
    rf"(?P<who>(?:\b(?:the|an?|his|her|their|its) )?(?:[\w’'.-]+ ){{0,4}}[\w.-]+?)['’]s? (?:own |"
    rf"latest |earlier |"
    rf"recent |repeated )?(?P<noun>{_NOUN}) (?=that\b)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"\b(?:an?|the|this|that) (?P<who>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){{0,3}}) (?P<noun>{_NOUN}) (?=that\b)"
)
_OF = re.compile(
    rf"\b(?P<noun>{_NOUN})(?P<prep> (?:in|by|from|on|of)) (?P<who>[^,.;:\"“”\n]{{2,80}}?)"
    r"(?P<aside>, [^,.;:\"“”\n]{2,60},)? (?=that\b)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r",[\"”’»]? (?P<noun>(?:a|an) (?:claim|allegation|charge|accusation|assertion|report|"
    r"statement|suggestion|"
    r"account|story|rumou?r|figure))(?: that| which)? (?P<who>[^,.;:\"“”\n]{2,60}?) "
    r"(?P<cue>(?:has |have |had )?(?:since |later |repeatedly |flatly |firmly |always )?(?:denied|"
    r"denies|deny|rejected|"
    r"rejects|reject|dismissed|dismisses|disputed|disputes|dispute|confirmed|confirms|refuted))(?=[.,;]|$|\s(?:on|in)\s)"
)
_BESIDE = re.compile(r",[\"”’»]? an? ")  # every match of _RELATIVE begins so; sought first, for it is rare
_WORD = re.compile(r"[^\W_]+")
_NOUNS = frozenset(
    "report reports claim claims allegation allegations assertion assertions statement "
    "statements accusation accusations "
    "charge charges suggestion suggestions denial denials warning warnings promise promises "
    "pledge pledges announcement "
    "announcements account accounts story stories rumour rumours rumor rumors prediction "
    "predictions assurance "
    "assurances".split()
)
_FAR = 150  # characters between such a noun and "that"
_ARTICLE = re.compile(
    r"(?:the|an?|all|any|such|earlier|media|press|previous|recent|repeated|those|these)\s+", re.IGNORECASE
)
_GAP = 3  # characters between a content and what is said of it
_BEHIND = 60  # characters before the noun in which an outer cue ends
_CLASSES = {"story": "report", "account": "report", "figure": "report"}


def noun_drafts(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Drafts of such reports; a draft around one is put right, in place."""
    text = layout.text
    found: list[Draft] = []
    outer = sorted((draft for draft in drafts if draft.cue and draft.content), key=lambda draft: draft.cue[0])
    starts = [draft.cue[0][0] for draft in outer]
    for sentence in layout.sentences:
        if sentence[1] - sentence[0] > 1500:
            continue
        near = outer[bisect_left(starts, sentence[0]) : bisect_left(starts, sentence[1])]
        if near and _has_noun(text, sentence):
            found += [
                made
                for pattern in (_OWNED, _NAMED, _OF)
                for made in _reported(layout, sentence, pattern, near)
            ]
        made = _denied(text, sentence, near) if near and _BESIDE.search(text, *sentence) else None
        if made is not None:
            found.append(made)
    return found


def _has_noun(text: str, sentence: Range) -> bool:
    """Whether such a noun stands before a "that"."""
    place = text.find(" that ", *sentence)
    while place >= 0:
        if not _NOUNS.isdisjoint(text[max(sentence[0], place - _FAR) : place].lower().split()):
            return True
        place = text.find(" that ", place + 5, sentence[1])
    return False


def _reported(layout: Layout, sentence: Range, pattern: re.Pattern[str], near: list[Draft]) -> list[Draft]:
    text = layout.text
    found = []
    for match in pattern.finditer(text, *sentence):
        who, noun = _behind_verb(text, match.span("who")), match.span("noun")
        if layout.quotation_at(noun[0]) is not None or not is_party(text, who):
            continue
        if has_finite_verb(text[slice(*who)]) or any(_same_cue(draft, noun) for draft in near):
            continue
        that = match.end()
        start = min(who[0], noun[0])
        around = next((draft for draft in near if _is_around(text, draft, start, that)), None)
        if around is None:
            continue
        end = max(end for _, end in around.content if end > that)
        phrase = _with_article(text, around.cue[0][0], start)
        if phrase <= around.cue[0][0]:
            continue  # the noun phrase is its cue: nothing would be left of it
        _take_in(around, phrase, that, text)
        if text[who[1] : who[1] + 2] in ("'s", "’s"):
            who = (who[0], who[1] + 2)  # the owner stands with its ending, as the tagger has it
        cue = (noun[0], match.end("prep")) if pattern is _OF else noun
        draft = Draft(
            [who], [cue], [(that, end)], _class(text[slice(*noun)]), "noun report", around.confidence
        )
        draft.carrier = around
        found.append(draft)
    return found


def _behind_verb(text: str, who: Range) -> Range:
    """ "confirmed the Observer['s report]": a party begins behind the last verb of reporting."""
    start = who[0]
    for word in _WORD.finditer(text, *who):
        if word.group() in reporting_forms() and word.end() < who[1]:
            start = word.end()
    return trim(text, start, who[1])


def _same_cue(draft: Draft, noun: Range) -> bool:
    """Whether the noun is the whole cue of a draft: it was read already."""
    return any(start >= noun[0] - 3 and end <= noun[1] + 4 and start < noun[1] for start, end in draft.cue)


def _is_around(text: str, draft: Draft, start: int, that: int) -> bool:
    """Whether a draft's cue stands right before the noun or holds it, and its content goes on from "that"."""
    low, high = draft.cue[0][0], draft.cue[-1][1]
    if not low < start or start - min(high, start) > _BEHIND:
        return False
    if not any(first <= that < end for first, end in draft.content):
        return False
    between = text[high:start] if high < start else ""
    return not between.strip() or _ARTICLE.fullmatch(between.lstrip()) is not None


def _with_article(text: str, low: int, start: int) -> int:
    """Where the noun phrase begins, its article and adjectives taken in."""
    before = text[low:start]
    match = re.search(rf"(?<!\S)(?:{_ARTICLE.pattern})+$", before, re.IGNORECASE)
    return low + match.start() if match is not None else start


def _take_in(draft: Draft, phrase: int, that: int, text: str) -> None:
    """The noun phrase goes from the cue to the content."""
    draft.cue = [trim(text, low, min(high, phrase)) for low, high in draft.cue if low < phrase]
    content = [(phrase, end) if start <= that < end else (start, end) for start, end in draft.content]
    draft.content = [part for part in content if part[1] > phrase or part[1] <= draft.cue[0][0]]


def _denied(text: str, sentence: Range, near: list[Draft]) -> Draft | None:
    """ "P, a claim the palace denied": who denies it tells of what stands before."""
    match = _RELATIVE.search(text, *sentence)
    if match is None or not is_party(text, match.span("who")):
        return None
    if any(
        start < match.end("cue") and match.start("cue") < end for draft in near for start, end in draft.cue
    ):
        return None
    hole = (match.start(), match.end())
    before = [
        draft
        for draft in near
        if draft.cue[0][0] < hole[0] and any(s < hole[0] <= e + _GAP for s, e in draft.content)
    ]
    if not before:
        return None
    parts = [part for whole in before[-1].content for part in without(whole, hole)]
    before[-1].content = merge([trim(text, *part) for part in parts], text)
    content = [match.span("noun")]
    return Draft([match.span("who")], [match.span("cue")], content, "deny", "noun report", 0.6)


def _class(noun: str) -> str:
    low = noun.lower()
    single = "story" if low == "stories" else low.removesuffix("s")
    return NOUNS.get(single, _CLASSES.get(single, "say"))
