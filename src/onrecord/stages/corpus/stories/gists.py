"""What a whole story is about: the terms of its articles taken together, names apart from issue words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.memo import Memo, key_of, remembered
from onrecord.stages.corpus.stories.outline import WHOLE, Outline, terms
from onrecord.stages.corpus.stories.stack import HASH
from onrecord.text.joins import Rows

GIST = "gist"  # a kind of what is remembered
Part = tuple[HASH, NDArray[np.int16], NDArray[np.uint16]]


class Gist(NamedTuple):
    """The names and the other words of a story: terms, sorted by hash, and weights of length WHOLE."""

    names: Part
    issue: Part


def gists_of(stories: Sequence[Sequence[Outline]], memo: Memo) -> list[Gist]:
    """The gist of every story, given by the outlines of its articles."""
    keys = [key_of(*(outline.terms for outline in story)) for story in stories]

    def compute(missing: list[int]) -> Iterator[bytes]:
        return (_put(gist_of(stories[number])) for number in missing)

    return [_get(one) for one in remembered(memo, GIST, keys, compute)]


def gist_of(outlines: Sequence[Outline]) -> Gist:
    """The sum of the outlines of a story's articles."""
    rows = np.concatenate([terms(outline) for outline in outlines])
    found, where = np.unique(rows["term"], return_inverse=True)
    totals = np.bincount(where, weights=rows["weight"], minlength=len(found)).astype(np.int64)
    named = np.bincount(where, weights=rows["name"], minlength=len(found)) > 0
    return Gist(_unit(found[named], totals[named]), _unit(found[~named], totals[~named]))


def _unit(found: HASH, totals: Rows) -> Part:
    """Terms with their weights brought to length WHOLE."""
    length = max(1.0, float(np.sqrt(np.square(totals.astype(np.float64)).sum())))
    return _part(found, np.rint(totals * (WHOLE / length)).astype(np.int16))


def _part(found: HASH, weights: NDArray[np.int16]) -> Part:
    return found, weights, np.ones(len(found), np.uint16)


def _put(gist: Gist) -> bytes:
    rows = [part for terms_, weights, _ in gist for part in (terms_.astype("<u4"), weights.astype("<i2"))]
    return len(gist.names[0]).to_bytes(4, "little") + b"".join(row.tobytes() for row in rows)


def _get(data: bytes) -> Gist:
    names = int.from_bytes(data[:4], "little")
    issue = (len(data) - 4) // 6 - names
    at = [4, 4 + 4 * names, 4 + 6 * names, 4 + 6 * names + 4 * issue]
    return Gist(
        _part(np.frombuffer(data, "<u4", names, at[0]), np.frombuffer(data, "<i2", names, at[1])),
        _part(np.frombuffer(data, "<u4", issue, at[2]), np.frombuffer(data, "<i2", issue, at[3])),
    )
