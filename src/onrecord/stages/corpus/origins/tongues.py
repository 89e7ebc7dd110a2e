"""Sayings of one story that tell the same in two languages, by sentence vectors that languages share.

Only stories in several languages are read so; the vectors of an article's sayings are remembered.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from onrecord.data import Story
from onrecord.memo import Memo, remembered
from onrecord.models.sentences import DIMENSIONS, Vectors, likeness, sentence_vectors
from onrecord.pile import Pile
from onrecord.stages.corpus.origins.notes import Notes, Said

VECTORS = "origin-vectors"  # kind of what is remembered
ALIKE = 0.65  # likeness of two sayings in two languages that tell the same (written pairs: .67 to .84)
MAX_SAYINGS = 60  # of one article
MAX_HELD = 30  # articles of a story that all of its others in another language are held against
LEAST_WORDS = 3  # terms and figures of a saying that can be told from another

Link = tuple[str, str]


def alike_across(stories: Sequence[Story], notes: Mapping[str, Notes], pile: Pile, memo: Memo) -> list[Link]:
    """Pairs of attributions (ids) of one story that tell the same in two languages."""
    groups = [group for story in stories if (group := _of_story(story, notes))]
    needed = sorted({note.id for group in groups for note in group})
    if not needed:
        return []

    def compute(missing: list[int]) -> Iterator[bytes]:
        return (_vectors(notes[needed[place]], pile).tobytes() for place in missing)

    keys = [pile.digest(pile.places[name]) for name in needed]
    found = remembered(memo, VECTORS, keys, compute)
    rows = {
        name: np.frombuffer(value, np.int8).reshape(-1, DIMENSIONS)
        for name, value in zip(needed, found, strict=True)
    }
    return [link for group in groups for link in _links(group, rows)]


def _of_story(story: Story, notes: Mapping[str, Notes]) -> list[Notes]:
    """The articles of a story that say something, where they are in two languages or more."""
    found = [notes[name] for name in sorted(story.articles) if name in notes and _sayings(notes[name])]
    return found if len({note.language for note in found}) > 1 else []


def _sayings(note: Notes) -> list[Said]:
    full = [one for one in note.said if len(one.terms) + len(one.figures) >= LEAST_WORDS]
    return [one for one in full if not one.title][:MAX_SAYINGS]


def _vectors(note: Notes, pile: Pile) -> Vectors:
    text = pile.named(note.id).article.text
    return sentence_vectors([text[one.start : one.end] for one in _sayings(note)], note.language)


def _links(group: Sequence[Notes], rows: Mapping[str, Vectors]) -> Iterator[Link]:
    for place, note in enumerate(group):
        for other in group[: min(place, MAX_HELD)]:
            if other.language != note.language:
                yield from _pairs(note, other, rows)


def _pairs(note: Notes, other: Notes, rows: Mapping[str, Vectors]) -> Iterator[Link]:
    """Sayings that are each the other's nearest, near enough, with no other figures or negation."""
    mine, theirs = _sayings(note), _sayings(other)
    near = likeness(rows[note.id], rows[other.id])
    for row, one in enumerate(mine):
        column = int(near[row].argmax())
        match = theirs[column]
        if near[row, column] < ALIKE or int(near[:, column].argmax()) != row or one.negated != match.negated:
            continue
        if not (one.figures and match.figures) or set(one.figures) & set(match.figures):
            yield one.id, match.id
