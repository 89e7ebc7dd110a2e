"""What the line classifier makes of a flat page: a score a line, holes filled, and reasons in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.stages.article.extract.features import LineFeatures, line_features
from onrecord.stages.article.extract.learned import Scorer
from onrecord.stages.article.extract.lines import Line
from onrecord.stages.article.extract.marks import Mark
from onrecord.stages.article.extract.saying import said
from onrecord.stages.article.extract.titles import opens_with_dateline

UNLIKE = "unlike text"
FILLED = -1.0
SURE = -2.5
SHOWN_FEATURES = 3


@dataclass(frozen=True, slots=True)
class Readings:
    """`scores` are log-odds that a line belongs to an article, in units of 1 / `scorer.scale`.

    `text` tells which lines are read as text: those above 0, and single lines a little below between them.
    """

    scorer: Scorer
    features: LineFeatures
    scores: NDArray[np.int64]
    text: NDArray[np.bool_]

    def is_text(self, index: int) -> bool:
        """Whether a line is read as text of an article."""
        return bool(self.text[index])

    def odds(self, index: int) -> float:
        """Log-odds of a line: above 0 for text."""
        return int(self.scores[index]) / self.scorer.scale

    def surely_none(self) -> dict[int, Mark]:
        """Lines that are surely no text of any article, for stages that ask for no reason."""
        places = np.flatnonzero(self.scores < SURE * self.scorer.scale).tolist()
        return dict.fromkeys(places, Mark(UNLIKE, ""))

    def joined(self, whole: "Readings", first: int) -> "Readings":
        """These readings of a part of a page, joined with those of the `whole` page.

        What the whole page's take for text is text too; what they are sure is none is none: a part seen
        alone hides that its last lines close the page. `first` is the part's first line on the page.
        """
        there = slice(first, first + len(self.text))
        text = whole.text[there] | (self.text & (whole.scores[there] > SURE * self.scorer.scale))
        return Readings(self.scorer, self.features, self.scores, text)

    def unlike(self, lines: Sequence[Line]) -> dict[int, Mark]:
        """The marks of lines that are read as furniture, with what weighed most against each."""
        rows = self.features.rows[[line.index for line in lines]]
        added = self.scorer.weighed(rows)
        order = np.argsort(added, axis=1, kind="stable")[:, :SHOWN_FEATURES]
        found = {}
        for place, line in enumerate(lines):
            names = [self.features.names[column] for column in order[place] if added[place, column] < 0]
            values = rows[place, order[place]].tolist()
            why = ", ".join(said(name, value) for name, value in zip(names, values, strict=False))
            read = f"{line.shown} is read as no text of an article (log-odds {self.odds(line.index):.1f})"
            found[line.index] = Mark(UNLIKE, f"{read}, most of all for: {why}" if why else read)
        return found


def read_lines(text: str, lines: Sequence[Line], marks: Mapping[int, Mark], scorer: Scorer) -> Readings:
    """Score all lines of a page. What opens with a dateline is text, whatever its score."""
    features = line_features(text, lines, marks)
    scores = scorer.scores(features.rows)
    read = _filled(scores, scorer.scale)
    for place, line in enumerate(lines):
        if line.prose and not read[place] and line.index not in marks and opens_with_dateline(line):
            read[place] = True
    return Readings(scorer, features, scores, read)


def _filled(scores: NDArray[np.int64], scale: int) -> NDArray[np.bool_]:
    """Scores above 0; and a single line little below 0 between two such lines, lest articles get holes."""
    text = scores > 0
    between = np.zeros(len(text), np.bool_)
    between[1:-1] = text[:-2] & text[2:]
    return text | (between & (scores > FILLED * scale))
