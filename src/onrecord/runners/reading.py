"""Sources into a case: pages in batches of bounded size, problems a few sources at a time."""

from collections.abc import Iterator, Sequence

from onrecord.config import Config, ReaderConfig
from onrecord.data import PageInput, Problem
from onrecord.readers import Listing, Source, read_source
from onrecord.runners.listed import Listed
from onrecord.runners.progress import Progress
from onrecord.stores.base import Writer

STEP = 1_000  # bytes: progress counts kB, so that one huge file is seen to move
BATCH_BYTES = 20_000_000
MAX_WAITING = 10_000


def read_into(
    sources: Sequence[Source], writer: Writer, config: Config, progress: Progress
) -> tuple[int, int]:
    """Read all sources into a case: how many pages were new or newly sighted, how many had been removed.

    Problems of an earlier reading of the same sources, and of what was in them, are replaced.
    """
    progress.phase("reading", sum(map(_steps, sources)))
    reading = _Reading(writer, config.reader, progress)
    new = 0
    for batch in _batches(reading.pages(sources), config.runner.batch):
        new += writer.add_inputs(batch)
    reading.listed.join(writer)
    return new, len(reading.refused)


def _steps(source: Source) -> int:
    return max(1, -(-source.size // STEP))


def _batches(pages: Iterator[PageInput], most: int) -> Iterator[list[PageInput]]:
    """Pages written in one go: at most `most`, and not many large ones."""
    batch: list[PageInput] = []
    size = 0
    for page in pages:
        batch.append(page)
        size += len(page.page.raw) + len(page.page.text)
        if len(batch) >= most or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class _Reading:
    """One reading of some sources."""

    def __init__(self, writer: Writer, config: ReaderConfig, progress: Progress) -> None:
        self._writer, self._config, self._progress = writer, config, progress
        self._removed = frozenset(writer.removed_pages())
        self.refused: set[str] = set()
        self.listed = Listed()
        self._problems: list[Problem] = []
        self._places: list[str] = []

    def pages(self, sources: Sequence[Source]) -> Iterator[PageInput]:
        """Pages that had not been removed; problems go to the case on the way."""
        for source in sources:
            meter = _Meter(_steps(source), self._progress)
            for found in read_source(source, self._config, meter.read):
                if isinstance(found, Problem):
                    self._problems.append(found)
                elif isinstance(found, Listing):
                    self.listed.add(found)
                elif found.page.id in self._removed:
                    self.refused.add(found.page.id)
                else:
                    yield found
            meter.end()
            self._places.append(source.place)
            if len(self._problems) + len(self._places) >= MAX_WAITING:
                self._write_problems()
        self._problems += self.listed.problems()
        self._write_problems()

    def _write_problems(self) -> None:
        self._writer.replace_problems(self._problems, self._places)
        self._problems, self._places = [], []


class _Meter:
    """Turns bytes read of one source into steps; never more steps than the source was counted for."""

    def __init__(self, steps: int, progress: Progress) -> None:
        self._left, self._progress, self._bytes = steps, progress, 0

    def read(self, size: int) -> None:
        """So many bytes more were read."""
        self._bytes += size
        steps = min(self._bytes // STEP, self._left)
        if steps:
            self._bytes -= steps * STEP
            self._advance(steps)

    def end(self) -> None:
        """The source is done, however much of it was read."""
        if self._left:
            self._advance(self._left)

    def _advance(self, steps: int) -> None:
        self._left -= steps
        self._progress.advance(steps)
