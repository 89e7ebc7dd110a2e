"""Drafts of a German text from a trained tagger's readings, with what only the rules know put beside them.

The tagger gives source, cue, content, kind and nesting. The rules add citing hops ("unter Berufung auf
X"), whom it was told, and titles and speaker lines, which the tagger's training text has not.
"""

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.lang.cues_de import PLAIN_CUES
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, merge
from onrecord.stages.article.attribute.plain.plain import plain_drafts
from onrecord.stages.article.attribute.plain.plain_source import told_outlet
from onrecord.stages.article.attribute.plain.plain_text import PlainText
from onrecord.stages.article.attribute.readers import NestedReading

CODE = "de"
LEAST = 0.4  # confidence below which a reading is left out; best triples on dev
_KEPT = frozenset({"citing", "speaker line", "object"})  # "object": what is denied is not told in a clause
_PATTERNS = {"reported": "tagger reported", "free indirect": "tagger free"}
_DATIVE_ARTICLES = frozenset({"der", "dem", "den"})
_NEAR = 200  # characters behind a cue in which the one who was told may stand


def german_drafts(
    layout: Layout, readings: Sequence[NestedReading], titles: Sequence[Range] = (), least: float = LEAST
) -> list[Draft]:
    """Drafts in the order of the readings, then those of the rules; a nested one has its carrier.

    `titles` are the ranges of title and headings. Of what is less sure than `least` only that is kept which
    stands within another reading or holds one.
    """
    holding = {reading.within for reading in readings}
    made = {
        number: _draft(layout, reading)
        for number, reading in enumerate(readings)
        if reading.content
        and (reading.source or reading.cue)
        and (reading.confidence >= least or reading.within is not None or number in holding)
    }
    for number, draft in made.items():
        above = readings[number].within
        draft.carrier = made.get(above) if above is not None else None
    drafts = list(made.values())
    _tell(layout, drafts)
    return drafts + _from_rules(layout, drafts, titles)


def _draft(layout: Layout, reading: NestedReading) -> Draft:
    bare = "" if reading.cue else " bare"
    draft = Draft(
        list(reading.source),
        list(reading.cue),
        merge(list(reading.content), layout.text),
        "say",
        _PATTERNS.get(reading.kind, f"tagger{bare}"),
        round(reading.confidence, 3),
    )
    if reading.kind == "direct":
        draft.kind = reading.kind
    if reading.addressee:
        draft.addressee = reading.addressee[0]
    return draft


def _tell(layout: Layout, drafts: list[Draft]) -> None:
    """Whom it was told, where the tagger saw nobody: "sagte Horn am Montag der Agentur Harrow"."""
    view = PlainText(
        layout.text, layout.quotations, layout.starts, layout.lines, layout.sentences, PLAIN_CUES[CODE]
    )
    for draft in drafts:
        if draft.addressee is not None or not draft.cue or draft.carrier is not None:
            continue
        start = draft.cue[0][1]
        sentence = layout.sentence_at(start)
        behind = [part[0] for part in draft.content if part[0] >= start]
        end = min([start + _NEAR, *behind, *([sentence[1]] if sentence is not None else [])])
        told = told_outlet(view, start, end) if start < end else None
        if told is not None and _set_free(layout.text, draft, told):
            draft.addressee = told


def _set_free(text: str, draft: Draft, told: Range) -> bool:
    """Whether who was told stands outside the source, or ends it behind a full name and can be cut off.

    "sagte Petra Salm der Agentur Harrow", but "sagte ein Sprecher der Agentur Harrow".
    """
    for number, (start, end) in enumerate(draft.source):
        if _touch(told, (start, end)):
            words = text[start : told[0]].split()
            if words[-1:] and words[-1] in _DATIVE_ARTICLES:
                words = words[:-1]
            if told[1] < end or len(words) < 2 or not all(word[:1].isupper() for word in words[-2:]):
                return False
            left = text[start : told[0]].rstrip()
            cut = left[: left.rfind(words[-1]) + len(words[-1])]
            draft.source[number] = (start, start + len(cut))
    return True


def _from_rules(layout: Layout, drafts: list[Draft], titles: Sequence[Range]) -> list[Draft]:
    """Drafts of the rules that the tagger cannot give, where it gave nothing itself."""
    contents = _Held([part for draft in drafts for part in draft.content])
    sources = _Held([part for draft in drafts for part in draft.source])
    owners = _Held([part for draft in drafts if draft.carrier is None for part in draft.content])
    by_part = {part: draft for draft in drafts if draft.carrier is None for part in draft.content}
    kept: list[Draft] = []
    for draft in plain_drafts(layout, CODE):
        in_title = any(start <= draft.content[0][0] < end for start, end in titles)
        if draft.pattern == "citing":
            if not any(sources.touches(part) for part in draft.source):
                kept += _citing(draft, owners, by_part)
        elif (in_title or draft.pattern in _KEPT) and not any(
            contents.touches(part) for part in draft.content
        ):
            kept.append(draft)
    return kept


def _citing(draft: Draft, owners: "_Held", by_part: dict[Range, Draft]) -> list[Draft]:
    """The cited party under the attribution that the tagger read there, else under that of the rules."""
    above = next((owners.first(part) for part in draft.content if owners.touches(part)), None)
    if above is not None:
        draft.carrier = by_part[above]
        return [draft]
    return [draft.carrier, draft] if draft.carrier is not None else []


class _Held:
    """Ranges that do not overlap much, to ask whether one touches another."""

    def __init__(self, parts: list[Range]) -> None:
        self._parts = sorted(set(parts))
        self._starts = [start for start, _ in self._parts]
        self._reach: list[int] = []
        for _, end in self._parts:
            self._reach.append(max(end, self._reach[-1] if self._reach else end))

    def touches(self, part: Range) -> bool:
        """Whether any range shares a character with this one."""
        place = bisect_right(self._starts, part[1] - 1) - 1
        return place >= 0 and self._reach[place] > part[0]

    def first(self, part: Range) -> Range | None:
        """The last range to begin before the end of this one that shares a character with it."""
        place = bisect_right(self._starts, part[1] - 1) - 1
        while place >= 0 and self._reach[place] > part[0]:
            if self._parts[place][1] > part[0]:
                return self._parts[place]
            place -= 1
        return None


def _touch(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
