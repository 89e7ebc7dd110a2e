"""A text with some words left out or put simply, for a tagger to read, and the way back to its offsets."""

from bisect import bisect_right
from dataclasses import dataclass

from onrecord.stages.article.attribute.draft import Range


@dataclass(frozen=True, slots=True)
class Splice:
    """A range of the text, and what is read in its place."""

    start: int
    end: int
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Spliced:
    """The text to read. Of each piece: its start there, its range in the original, whether kept."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[Range, ...]
    kept: tuple[bool, ...]

    def back(self, part: Range) -> list[Range]:
        """A range of the text that was read as ranges of the original, without what was left out."""
        found: list[Range] = []
        place = max(0, bisect_right(self.starts, part[0]) - 1)
        while place < len(self.starts) and self.starts[place] < part[1]:
            low, high = self.origins[place]
            if self.kept[place]:
                shift = low - self.starts[place]
                low, high = max(low, part[0] + shift), min(high, part[1] + shift)
            if low < high:
                if found and found[-1][1] == low:
                    found[-1] = (found[-1][0], high)
                else:
                    found.append((low, high))
            place += 1
        return found


def splice(text: str, splices: list[Splice], part: Range | None = None) -> Spliced:
    """Apply splices to a text, or to a part of it; of two that overlap the first counts."""
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[Range] = []
    kept: list[bool] = []
    length = 0
    last, limit = part if part is not None else (0, len(text))

    def add(words: str, low: int, high: int, keep: bool) -> None:
        nonlocal length
        if words:
            pieces.append(words)
            starts.append(length)
            origins.append((low, high))
            kept.append(keep)
            length += len(words)

    for item in sorted(splices, key=lambda item: (item.start, item.end)):
        if item.start < last or item.end > limit:
            continue
        add(text[last : item.start], last, item.start, True)
        add(item.instead, item.start, item.end, False)
        last = item.end
    add(text[last:limit], last, limit, True)
    return Spliced("".join(pieces), tuple(starts), tuple(origins), tuple(kept))
