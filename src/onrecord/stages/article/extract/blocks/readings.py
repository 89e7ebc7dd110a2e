"""What a trained model makes of the lines of an HTML page: which are main text, and why others are not."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.config import ReaderConfig
from onrecord.data import Page
from onrecord.lang.html_names import KINDS
from onrecord.stages.article.extract.blocks.features import BlockFeatures, block_features
from onrecord.stages.article.extract.blocks.said import said
from onrecord.stages.article.extract.learned import Scorer
from onrecord.stages.article.extract.lines import Line
from onrecord.stages.article.extract.marks import Mark
from onrecord.text.html_lines import HtmlLines, lines_of
from onrecord.text.linecounts import Ints

OUTSIDE = "outside"
SHOWN_FEATURES = 2
NEAR = 4
MOST_LINES = 30_000  # some 4 kB of features each
LIMIT = ReaderConfig().max_text
# What an element is called, and the kind of furniture that a line in it is when that spoke against it.
CALLED = {
    "comments": "comments",
    "related": "related",
    "share": "share",
    "navigation": "navigation",
    "teaser": "related",
    "consent": "notice",
    "subscription": "subscription",
    "advertisement": "advertisement",
    "author": "author",
    "tags": "tags",
    "picture": "caption",
    "foot": "notice",
}


@dataclass(frozen=True, slots=True)
class BlockReadings:
    """`scores` are log-odds of each rendered line, in units of 1 / `scorer.scale`; above 0 is main text.

    `rendered` is, for each line of the page, the rendered line that it is (part of).
    """

    scorer: Scorer
    page: HtmlLines
    features: BlockFeatures
    scores: NDArray[np.int64]
    rendered: Ints

    def main(self) -> set[int]:
        """Indexes of the lines that are read as main text."""
        return {index for index, place in enumerate(self.rendered.tolist()) if self.scores[place] > 0}

    def is_main(self, index: int) -> bool:
        """Whether a line is read as main text."""
        return bool(self.scores[self.rendered[index]] > 0)

    def titled(self, words: int) -> bool:
        """Whether a line of at least so many words is, or is part of, a title that the page gives itself."""
        columns = self.features.columns
        return bool(((columns["is the title"] > 0) & (columns["words"] >= words)).any())

    def against(self, lines: Sequence[Line]) -> dict[int, Mark]:
        """The marks of lines that are read as furniture: what weighed most against each of them."""
        places = self.rendered[[line.index for line in lines]]
        rows = self.features.rows[places]
        added = self.scorer.weighed(rows)
        worst = np.argsort(added, axis=1, kind="stable")[:, :SHOWN_FEATURES]
        found = {}
        for number, line in enumerate(lines):
            columns = [column for column in worst[number].tolist() if added[number, column] < 0]
            names = [self.features.names[column] for column in columns]
            values = [int(rows[number, column]) for column in columns]
            found[line.index] = self._mark(line, int(places[number]), names, values)
        return found

    def _mark(self, line: Line, place: int, names: Sequence[str], values: Sequence[int]) -> Mark:
        own = self.page.lines[place]
        clauses = [said(name, value, own, self.page) for name, value in zip(names, values, strict=True)]
        why = "; ".join(dict.fromkeys(clauses))
        odds = int(self.scores[place]) / self.scorer.scale
        read = f"{line.shown} is read as no main text (log-odds {odds:.1f})"
        return Mark(_kind(names, values), f"{read}: {why}" if why else read)


def read_blocks(
    page: Page, lines: Sequence[Line], titles: Sequence[str], scorer: Scorer
) -> BlockReadings | None:
    """Readings of all lines; None for a page of too many, or one that its bytes no longer give."""
    walked = walk(page)
    if walked is None or not lines or not 0 < len(walked.lines) <= MOST_LINES:
        return None
    features = block_features(walked, titles)
    ends = np.cumsum(np.array([len(line.text) + 1 for line in walked.lines], np.int64))
    starts = np.array([line.start for line in lines], np.int64)
    rendered = np.searchsorted(ends, starts, side="right")
    return BlockReadings(scorer, walked, features, scorer.scores(features.rows), rendered)


def walk(page: Page) -> HtmlLines | None:
    """The lines of a page with their blocks, from its bytes; None unless they are the page's text."""
    markup = page.raw.decode(page.encoding, "replace").removeprefix("\ufeff").replace("\x00", "\ufffd")
    walked = lines_of(markup, LIMIT)
    return walked if walked.text == page.text else None


def _kind(names: Sequence[str], values: Sequence[int]) -> str:
    """The kind of furniture: by what an element near above the line is called, if that spoke against it."""
    for name, value in zip(names, values, strict=True):
        kind = name.removeprefix("steps up to ").removeprefix("inline ")
        if kind in KINDS and kind in CALLED:
            near = value <= NEAR if name.startswith("steps") else value > 0
            if near:
                return CALLED[kind]
    return OUTSIDE
