"""From scores of words to German attributions: spans of three rows of tags, then who chooses whom.

Rows of tags: voices (source, cue, addressee), contents by kind (direct, indirect, reported, free), and
contents that stand within another content (direct, indirect).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.models.tagger.german_links import (
    CUE_OF_ADDRESSEE,
    CUE_OF_CONTENT,
    HEAD_OF_CUE,
    SOURCE_OF_CONTENT,
    SOURCE_OF_CUE,
    Numbers,
    Weights,
    choose,
)
from onrecord.models.tagger.german_nested import Held, holder, quoted
from onrecord.models.tagger.paths import Floats, Marked, find_spans
from onrecord.models.tagger.words import Words

ROWS = (3, 4, 2)  # roles of each row of tags
SIZES_OF_ROWS = tuple(1 + 4 * roles for roles in ROWS)  # tags
SOURCE, CUE, ADDRESSEE = range(3)
DIRECT, INDIRECT, REPORTED, FREE = range(4)
TOGETHER = 64  # choosers that choose at once, and the nearest options on either side: bounds the memory

Chosen = dict[Marked, tuple[Marked | None, float]]


@dataclass(frozen=True, slots=True)
class GermanLinked:
    """One attribution in spans of words; `within` is the number of the one whose content holds it."""

    source: Marked | None
    cues: tuple[Marked, ...]
    contents: tuple[Marked, ...]
    addressees: tuple[Marked, ...]
    kind: int
    inner: bool
    within: int | None
    source_chance: float
    cue_chance: float


@dataclass(frozen=True, slots=True)
class _Choices:
    """What every span of a text chose. `parts` are the cues that belong to a cue."""

    cue: Chosen
    source: Chosen
    source_of_cue: Chosen
    parts: dict[Marked, tuple[Marked, ...]]
    addressees: dict[Marked, tuple[Marked, ...]]


def german_attributions(words: Words, scores: Floats, states: Floats, weights: Weights) -> list[GermanLinked]:
    """Attributions in order of their content; a nested one comes after the one that holds it."""
    rows = _rows(words, scores, weights)
    outer, inner = rows[1], rows[2]
    number = np.repeat(np.arange(len(words.paragraphs)), [last - first for first, last in words.paragraphs])
    choices = _choices(rows, (states, number), weights)
    held: dict[Marked, list[Marked]] = {}
    for content in outer:
        cue, _ = choices.cue.get(content, (None, 1.0))
        # clauses round their cue are one content; two quotations beside one cue are two
        joined = cue is not None and content.role == INDIRECT
        held.setdefault(cue if joined and cue is not None else content, []).append(content)
    found = [_linked(tuple(contents), False, None, choices) for contents in held.values()]
    found.sort(key=lambda item: item.contents[0].first)
    holders = sorted(
        (content.first, content.last, place) for place, item in enumerate(found) for content in item.contents
    )
    indirect = [held for held in holders if found[held[2]].kind != DIRECT]
    made = [(content, _number(holder(holders, content.first, content.last))) for content in inner]
    quotations = quoted(words, indirect, inner)
    # a quotation within a content has the source and cue of that content
    ruled = [
        replace(found[place], contents=(content,), kind=DIRECT, inner=True, within=place)
        for content, place in quotations
    ]
    return found + [_linked((content,), True, place, choices) for content, place in made] + ruled


def _rows(words: Words, scores: Floats, weights: Weights) -> list[list[Marked]]:
    found = []
    begin = 0
    for number, roles in enumerate(ROWS):
        tags = 1 + 4 * roles
        found.append(find_spans(words.paragraphs, scores[:, begin : begin + tags], weights[f"move.{number}"]))
        begin += tags
    return found


def _choices(rows: list[list[Marked]], text: tuple[Floats, Numbers], weights: Weights) -> _Choices:
    voices, outer, inner = rows
    sources, cues, addressees = ([s for s in voices if s.role == role] for role in (SOURCE, CUE, ADDRESSEE))
    heads: dict[Marked, Marked] = {}
    parts: dict[Marked, list[Marked]] = {}
    for cue, (earlier, _) in _ask(HEAD_OF_CUE, cues, cues, text, weights).items():
        heads[cue] = heads[earlier] if earlier is not None else cue
        parts.setdefault(heads[cue], []).append(cue)
    first_cues = [cue for cue in cues if heads[cue] == cue]
    contents = [*(s for s in outer if s.role in (DIRECT, INDIRECT)), *inner]
    contents.sort(key=lambda s: (s.first, s.last))
    cue_of = _ask(CUE_OF_CONTENT, contents, first_cues, text, weights)
    bare = [
        s
        for s in sorted([*outer, *inner], key=lambda s: (s.first, s.last))
        if cue_of.get(s, (None, 1))[0] is None
    ]
    spoken_to: dict[Marked, list[Marked]] = {}
    for addressee, (cue_or_none, _) in _ask(CUE_OF_ADDRESSEE, addressees, first_cues, text, weights).items():
        if cue_or_none is not None:
            spoken_to.setdefault(cue_or_none, []).append(addressee)
    return _Choices(
        cue_of,
        _ask(SOURCE_OF_CONTENT, bare, sources, text, weights),
        _ask(SOURCE_OF_CUE, first_cues, sources, text, weights),
        {cue: tuple(own) for cue, own in parts.items()},
        {cue: tuple(own) for cue, own in spoken_to.items()},
    )


def _ask(
    question: int,
    choosers: Sequence[Marked],
    options: Sequence[Marked],
    text: tuple[Floats, Numbers],
    weights: Weights,
) -> Chosen:
    """What each chooser chose; both lists are in order. A few choosers at a time, with options near them."""
    found: Chosen = {}
    starts = np.array([option.first for option in options], np.int64)
    for begin in range(0, len(choosers), TOGETHER):
        some = choosers[begin : begin + TOGETHER]
        low, high = np.searchsorted(starts, [some[0].first, some[-1].first])
        near = options[max(int(low) - TOGETHER, 0) : int(high) + TOGETHER]
        for chooser, (place, chance) in zip(some, choose(question, some, near, text, weights), strict=True):
            found[chooser] = (None if place is None else near[place], chance)
    return found


def _linked(contents: tuple[Marked, ...], inner: bool, within: int | None, choices: _Choices) -> GermanLinked:
    answers = [choices.cue.get(content, (None, 1.0)) for content in contents]
    cue, cue_chance = answers[0][0], min(chance for _, chance in answers)
    source, source_chance = choices.source_of_cue[cue] if cue else choices.source[contents[0]]
    return GermanLinked(
        source,
        choices.parts[cue] if cue else (),
        contents,
        choices.addressees.get(cue, ()) if cue else (),
        contents[0].role,
        inner,
        within,
        source_chance,
        cue_chance,
    )


def _number(held: Held | None) -> int | None:
    return held[2] if held is not None else None
