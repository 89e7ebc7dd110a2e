"""Outlet and age of each article of a page of several: by the lines of its own head and foot.

Pages of several articles set them alike: the date under every title, the outlet above each. So what stands
beside one title is believed when it stands beside most of them.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.data import Fact
from onrecord.lang.agencies import known_outlet
from onrecord.lang.given_names import given_name_gender
from onrecord.lang.mastheads import has_outlet_word, is_section, may_be_masthead
from onrecord.lang.stamps import parts_of, stamp_of
from onrecord.stages.article.extract.drafts import Draft, Segments
from onrecord.stages.article.extract.lines import Line
from onrecord.stages.article.extract.own_name import named, sub_span
from onrecord.stages.article.extract.titles import BY, is_own_credit

SIGNED = re.compile(r"^(?:[(\[][^()\[\]]{5,40}[)\]]\.?|[—–-]\s?\S.{4,40})$")  # "(The Post)", "— The Post"
LABEL = re.compile(r"^[^\W\d_]{2,20}:\s+(?=\S)")  # "Date: 3 May 2031"
REACH = 4
MOST = 0.6
WHOLE = 0.6  # of a line without a date
SHORT = 120
NAME_WORDS = 5
SIDES = ("below", "above", "after")
MARKS_OF_NAMES = ' \t-–—•|()[]→»«"“”„'
NO_NAMES = frozenset(
    {"counter", "share", "navigation", "tags", "comments", "contact", "notice", "caption", "advertisement"}
)


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """What the frame of one article says of it."""

    outlet: Fact | None = None
    age: Fact | None = None


NO_FACTS = ItemFacts()
Frame = Mapping[str, Sequence[Line]]
Place = tuple[Line, int, int]


def item_facts(segments: Segments, lines: Sequence[Line]) -> list[ItemFacts]:
    """The facts of each draft; none on a page of one article, whose head is read as a page's head."""
    drafts = segments.drafts
    if len(drafts) < 2:
        return [NO_FACTS] * len(drafts)
    frames = _frames(drafts, lines)
    ages = _agreed(frames, _age_in)
    names = _agreed(frames, lambda near: _name_in(near, segments, sure=False))
    sure = [_first_sure(frame, segments) for frame in frames]
    return [
        ItemFacts(_outlet(draft, own or name), _age(draft, age))
        for draft, age, name, own in zip(drafts, ages, names, sure, strict=True)
    ]


def _frames(drafts: Sequence[Draft], lines: Sequence[Line]) -> list[Frame]:
    """The short lines around each title, and after the last line of each text."""
    taken = {line.index for draft in drafts for line in draft.lines if line.prose}
    titles = {draft.title.index for draft in drafts if draft.title is not None}
    frames: list[Frame] = []
    for draft in drafts:
        head = draft.title.index if draft.title is not None else draft.lines[0].index
        last = draft.lines[-1]
        above = _run(lines, head, -1, taken | titles)
        below = _run(lines, head, 1, taken | titles)
        after = (
            [last] if not last.prose and last is not draft.title else _run(lines, last.index, 1, titles)[:1]
        )
        frames.append({"above": above, "below": below, "after": after, "title": lines[head : head + 1]})
    return frames


def _run(lines: Sequence[Line], start: int, step: int, stops: set[int]) -> list[Line]:
    found: list[Line] = []
    place = start + step
    while 0 <= place < len(lines) and len(found) < REACH and place not in stops:
        if len(lines[place].text) > SHORT:
            break
        found.append(lines[place])
        place += step
    return found


def _agreed(frames: Sequence[Frame], look: Callable[[Sequence[Line]], Place | None]) -> list[Place | None]:
    """What is found on that side of the titles where most of them have it."""
    best: list[Place | None] = [None] * len(frames)
    most = 0
    for side in ("title", *SIDES):
        found = [look(frame[side]) for frame in frames]
        count = sum(place is not None for place in found)
        if count > most and count >= MOST * len(frames):
            best, most = found, count
    return best


def _age_in(near: Sequence[Line]) -> Place | None:
    """The first line with a date, time of day or age in it; of a title, the time that it begins with."""
    for line in near:
        stamp = stamp_of(line.text)
        if stamp is not None:
            label = LABEL.match(line.text)
            return line, label.end() if label is not None and stamp[0] == 0 else stamp[0], stamp[1]
    return None


def _name_in(near: Sequence[Line], segments: Segments, sure: bool) -> Place | None:
    """A name such as outlets have: in a line with a date, or beside one, or one that says what it is."""
    dated = [stamp_of(line.text) is not None for line in near]
    for number, line in enumerate(near):
        mark = segments.marks.get(line.index)
        framed = mark is not None and mark.kind in NO_NAMES and not dated[number]
        if line.prose or BY.match(line.text) or is_own_credit(line) or framed:
            continue
        beside = any(dated[max(0, number - 1) : number + 2])
        for start, end in parts_of(line.text):
            name = line.text[start:end].strip(MARKS_OF_NAMES)
            stamp = stamp_of(line.text) or (0, 0)
            if not _is_name(name) or (start < stamp[1] and end > stamp[0]) or line.text[end : end + 1] == ":":
                continue
            known = mark is not None and mark.kind == "outlet line"
            known = known or has_outlet_word(name) or known_outlet(name) is not None
            known = known or (not sure and SIGNED.match(line.text) is not None)
            whole = dated[number] or len(name) >= WHOLE * len(line.text)
            if whole and (known or (not sure and beside)):
                offset = line.text.find(name, start)
                return line, offset, offset + len(name)
    return None


def _is_name(name: str) -> bool:
    plain = name.translate(dict.fromkeys(map(ord, '«»„“”"')))
    words = plain.split()
    if not 0 < len(words) <= NAME_WORDS or is_section(plain) or stamp_of(plain) is not None:
        return False
    if not any(mark.isalpha() for mark in plain) or given_name_gender(plain):
        return False
    return has_outlet_word(plain) or may_be_masthead(plain)


def _first_sure(frame: Frame, segments: Segments) -> Place | None:
    """A name that is one of an outlet by itself, under the title, or below the text."""
    return _name_in(frame["below"], segments, sure=True)


def _outlet(draft: Draft, place: Place | None) -> Fact | None:
    if place is None:
        return None
    line, start, end = place
    span = sub_span(line, start, end)
    return Fact(span.text, span, f"{line.shown} stands beside {named(draft)}, one of several articles here")


def _age(draft: Draft, place: Place | None) -> Fact | None:
    if place is None:
        return None
    line, start, end = place
    span = sub_span(line, start, end)
    return Fact(span.text, span, f"{line.shown} stands beside {named(draft)}, one of several articles here")
