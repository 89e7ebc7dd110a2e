"""The stretches of a page between two sentences, where the headlines of further articles stand."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from onrecord.stages.article.extract.frame import Seen
from onrecord.stages.article.extract.lines import INNER_END

ENDS = frozenset({"share", "tags", "comments", "related", "author", "contact", "subscription"})
WEAK_ENDS = frozenset({"rule", "counter", "notice", "advertisement"})
SENTENCE = 120
TITLE_WORDS = 16
LOOK_ABOVE = 14


class Gap:
    """What stands between two sentences: short `lines`, then `text` up to the next gap."""

    def __init__(self, lines: list[Seen], text: list[Seen]) -> None:
        self.lines = lines
        self.text = text
        self.prose = text[0]  # the first sentence below
        self.below = text[:3]
        self.size = sum(len(line.text) for line in text)  # characters of the text below

    @cached_property
    def places(self) -> list[int]:
        """Where among its lines, near its text, a headline can stand."""
        first = max(0, len(self.lines) - LOOK_ABOVE)
        return [place for place in range(first, len(self.lines)) if self.lines[place].may_head]

    @cached_property
    def _kinds(self) -> list[tuple[int, str]]:
        """The kinds of its lines that end a text, and where they stand."""
        ending = ENDS | WEAK_ENDS
        return [(place, line.kind) for place, line in enumerate(self.lines) if line.kind in ending]

    def last_of(self, kinds: frozenset[str], place: int) -> Seen | None:
        """Of the first kind above `place` that is one of `kinds`: its last line."""
        if not self._kinds:
            return None
        above = [(at, kind) for at, kind in self._kinds if at < place and kind in kinds]
        return self.lines[max(at for at, kind in above if kind == above[0][1])] if above else None

    def end_mark(self, place: int) -> Seen | None:
        """The first "-30-" or "###" above `place`."""
        ending = self._first_end
        return ending if ending and ending.index < self.lines[place].index else None

    def signature(self, place: int) -> Seen | None:
        """The first line above `place` that signs what stands above."""
        signed = self._first_signature
        return signed if signed and signed.index < self.lines[place].index else None

    @cached_property
    def _first_end(self) -> Seen | None:
        return next((line for line in self.lines if line.is_end), None)

    @cached_property
    def _first_signature(self) -> Seen | None:
        return next((line for line in self.lines if not line.marked and line.signs), None)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names in the first sentences below."""
        return frozenset[str]().union(*(line.names for line in self.below))


def gaps_of(lines: Sequence[Seen]) -> Iterator[Gap]:
    """The stretches of lines that are no sentences, each with the text below it."""
    pending: list[Seen] = []
    text: list[Seen] = []
    for place, line in enumerate(lines):
        if line.prose and not line.marked:
            following = lines[place + 1] if place + 1 < len(lines) else None
            if not _may_head(line, following, [] if text else pending):
                text.append(line)
                continue
        if text:
            yield Gap(pending, text)
            pending, text = [], []
        pending.append(line)
    if text:
        yield Gap(pending, text)


def _may_head(line: Seen, following: Seen | None, pending: Sequence[Seen]) -> bool:
    """A short sentence below other short lines, and above a longer one, can be a headline."""
    if not pending or len(line.words) > TITLE_WORDS or following is None or INNER_END.search(line.text):
        return False
    asks = line.text.rstrip("\"'”’»")[-1:] in "?!"
    return asks or (len(line.text) <= SENTENCE and following.prose and len(following.text) > len(line.text))
