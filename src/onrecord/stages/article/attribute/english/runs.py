"""Sources that carry on an outlet's report: "One of the paper's sources said ..." stands inside that report.

So do those who "told the paper", and whom the sentence before let speak inside the report ("He added").
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.data import Speaker
from onrecord.lang.agencies import OUTLET_WORDS
from onrecord.stages.article.attribute.draft import Draft, Layout, Range

_SOURCES = re.compile(
    r"(?:(?:one|two|three|four|five|both|some|several|all|none|another|others?|a (?:second|third|fourth)|"
    r"the (?:second|third|other|same|latter)|most|many) )?(?:of )?(?:the |its |their |these |those |"
    r"his |her )?"
    r"(?:[\w’'-]+[’']s? )?(?:[a-z-]+ ){0,2}(?:sources?|interlocutors?|informants?)\b",
    re.IGNORECASE,
)
# New sources, and not those of a report before.
_NEW = re.compile(
    r"(?:two|three|four|five|several|some|many|\d+|a|an) (?:[a-z-]+ ){0,2}sources?\b", re.IGNORECASE
)
_NEXT = re.compile(
    r"(?:another|others|an?other one|a (?:second|third|fourth)|the (?:second|third|other)|one|both|"
    r"(?:one|two|three|both|all|most|some|several|many|none|neither) of them)$",
    re.IGNORECASE,
)
_PRONOUN = frozenset({"he", "she", "they", "them", "him", "her"})
# "A second aide": goes on when an aide spoke inside the report before.
_NEXT_OF = re.compile(
    r"(?:another|one of (?:them|the|its|his|her)|an?other of the|a (?:second|third|fourth)|the "
    r"(?:second|third|other))"
    r"(?: (?P<noun>[a-z-]+))?$",
    re.IGNORECASE,
)
_TO_OUTLET = re.compile(
    r"\s+(?:the|its|this) (?:\w+ )?(?:paper|newspaper|agency|magazine|portal|channel|station|outlet|"
    r"publication|"
    r"site|website|weekly|daily|broadcaster|radio|journal)\b"
)
_TO_IT = re.compile(r"\s+it\b")
_TELLS = ("told", "tells", "informed", "assured")
_OUTLETS = frozenset(OUTLET_WORDS)
# "The official", "the man": goes on when one of that kind spoke inside the report before.
_SAME = re.compile(
    r"(?:the|this|that) (?:[\w-]+ ){0,2}?(?P<noun>[a-z-]+)(?:,.*)?$", re.IGNORECASE | re.DOTALL
)
_ASKED = re.compile(r"(?:Asked|Speaking|In an?|At an?|On|Later|Reached|Contacted)\b")
_SINGLE = frozenset("one another both others it they we i".split())
_ANYONE = frozenset("man woman person".split())
# "In it, a former sergeant says": what was published before holds it.
_IN_IT = re.compile(
    r"In (?:it|them|the (?:report|article|interview|letter|video|recording|film|book|documentary|"
    r"statement)),? "
)
_QUOTED = re.compile(r"\b(?:is|are|was|were) (?:also )?quoted\b")
_REPORTING = re.compile(
    r"\b(?:report(?:s|ed)?|writes?|wrote|written|published|according to|learned|learnt|quote[sd]?|"
    r"cite[sd]?)\b"
)
_INSIDER = re.compile(
    r"\b(?:sources?|officials?|aides?|interlocutors?|people|witnesses|spokes\w+)\b", re.IGNORECASE
)
_BEFORE = 2  # sentences looked back at
_NEAR = 12  # drafts looked back at


@dataclass(frozen=True, slots=True)
class _Runs:
    """The outermost drafts in order, and what stands in them."""

    layout: Layout
    outer: list[Draft]
    inside: dict[int, list[Draft]]
    sentences: list[int]
    people: Sequence[Range]

    def is_person(self, source: Range) -> bool:
        """Whether a person's name stands in a source: who speaks himself carries nobody else."""
        place = bisect_left(self.people, (source[1], 0))
        return place > 0 and self.people[place - 1][1] > source[0]

    def number(self, draft: Draft) -> int:
        return bisect_right(self.sentences, draft.cue[0][0]) - 1


def carry_on(layout: Layout, drafts: list[Draft], people: Sequence[Range] = ()) -> None:
    """Give such drafts the report before them as their carrier, in place; `people`: where persons stand."""
    outer = sorted(
        (item for item in drafts if item.carrier is None and item.cue), key=lambda item: item.cue[0]
    )
    inside: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.carrier is not None and draft.source:
            inside.setdefault(id(draft.carrier), []).append(draft)
    runs = _Runs(layout, outer, inside, [start for start, _ in layout.sentences], sorted(people))
    for place, draft in enumerate(outer):
        if draft.source:
            report = _report_before(runs, place, draft)
            if report is not None:
                draft.carrier, draft.carried_on = report, True
                inside.setdefault(id(report), []).append(draft)


def let_go(layout: Layout, drafts: list[Draft], speakers: Sequence[Speaker | None]) -> None:
    """Take those out again who are the one that reports: "P, according to the mayor. He added ..."."""
    for draft, speaker in zip(drafts, speakers, strict=True):
        if draft.carried_on and draft.carrier is not None and speaker is not None:
            reports = " ".join(layout.text[start:end] for start, end in draft.carrier.source)
            name = speaker.name.split()[-1:]
            if name and name[0] in (word.strip(",.’'") for word in reports.split()):
                draft.carrier, draft.carried_on = None, False


def _report_before(runs: _Runs, place: int, draft: Draft) -> Draft | None:
    words = runs.layout.text[draft.source[0][0] : draft.source[0][1]]
    number = runs.number(draft)
    goes_on = words.lower() in _PRONOUN or _NEXT.match(words) is not None
    next_of = _NEXT_OF.match(words)
    named = _is_carried(runs.layout, draft, words)
    same = _SAME.match(words) if _opens(runs.layout, draft.source[0][0]) else None
    if not goes_on and not named and next_of is None and same is None:
        return None
    for other in reversed(runs.outer[max(0, place - _NEAR) : place]):
        distance = number - runs.number(other)
        if distance > _BEFORE or (goes_on and not named and distance > 1):
            return None
        kind = next_of or same
        if kind is not None and not goes_on and not named:
            report = other.carrier if other.carried_on else other
            if distance >= 1 and _has_such(runs, report, kind["noun"], next_of is None):
                return report
            continue
        if distance < 1:
            continue
        report = other.carrier if other.carried_on else other
        quoted = _QUOTED.search(runs.layout.text, *draft.cue[0]) is not None and distance == 1
        if report is not None and report.source and (quoted or _is_report(runs, report, named)):
            return report if named or _spoke_last(runs, report, number - 1) else None
        if goes_on and not named:
            return None
    return None


def _opens(layout: Layout, place: int) -> bool:
    """Whether nothing stands before a source in its sentence that tells of another occasion."""
    sentence = layout.sentence_at(place)
    return sentence is None or _ASKED.match(layout.text, sentence[0], place) is None


def _is_carried(layout: Layout, draft: Draft, words: str) -> bool:
    """Whether the words of a source or a cue point to a report before."""
    text = layout.text
    sentence = layout.sentence_at(draft.source[0][0])
    if sentence is not None and _IN_IT.match(text, sentence[0], draft.source[0][0]) is not None:
        return True
    if _SOURCES.match(words) is not None and _NEW.match(words) is None:
        return True
    low, high = draft.cue[0]
    if text[low:high].endswith(_TELLS) and _TO_IT.match(text, draft.cue[-1][1]) is not None:
        return True
    return _QUOTED.search(text, low, high) is not None or _TO_OUTLET.match(text, draft.cue[-1][1]) is not None


def _is_report(runs: _Runs, draft: Draft, named: bool = False) -> bool:
    """Whether an outlet reports, and not one of its sources. `named`: what follows points to an outlet."""
    text = runs.layout.text
    if _INSIDER.search(text, *draft.source[0]) is not None:
        return False
    words = text[slice(*draft.source[0])].split(",")[0].split()
    if words and (words[-1].lower() in _OUTLETS or words[0].lower() in _OUTLETS):
        return True
    capital = bool(words) and words[-1][:1].isupper() and words[-1].lower() not in _PRONOUN | _SINGLE
    if named and capital and not runs.is_person(draft.source[0]):
        return True
    cue = " ".join(text[start:end] for start, end in draft.cue).lower()
    cites = any(item.pattern == "citing" for item in runs.inside.get(id(draft), []))
    return cites or _REPORTING.search(cue) is not None


def _has_such(runs: _Runs, report: Draft | None, noun: str | None, same: bool) -> bool:
    """Whether somebody of that noun speaks inside an outlet's report. `same`: it is he who goes on."""
    if report is None or not report.source or not _is_report(runs, report):
        return False
    told = [
        runs.layout.text[slice(*part)].lower()
        for item in runs.inside.get(id(report), [])
        for part in item.source
    ]
    if same and noun is not None and noun.lower() in _ANYONE:
        return len(told) == 1
    return any(noun is None or noun.lower().removesuffix("s") in words for words in told)


def _spoke_last(runs: _Runs, report: Draft, number: int) -> bool:
    """Whether somebody spoke inside the report in the sentence before."""
    return any(
        bisect_left(runs.sentences, item.source[0][0] + 1) - 1 == number
        for item in runs.inside.get(id(report), [])
    )
