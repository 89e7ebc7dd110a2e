"""Reading archives into a case: problems of members are replaced, progress moves, all is taken up again."""

from pathlib import Path

from onrecord.config import Config
from onrecord.readers import find_sources
from onrecord.runners.local import build
from onrecord.runners.reading import read_into
from onrecord.stores.places import lies_within
from onrecord.stores.sqlite import open_view, open_writer
from tests.readers.archives import PAGES, WORDS, gzipped_each, warc, zipped

BAD = ("bad.txt", b"ab\x00cd")


class Steps:
    """Keeps what a run tells."""

    def __init__(self) -> None:
        self.totals: dict[str, int | None] = {}
        self.done: dict[str, list[int]] = {}
        self._name = ""

    def phase(self, name: str, total: int | None) -> None:
        self._name = name
        self.totals[name] = total
        self.done[name] = []

    def advance(self, steps: int = 1) -> None:
        self.done[self._name].append(steps)


def problem_places(case: Path) -> list[str]:
    with open_view(case) as view:
        return sorted(problem.place for problem in view.problems() if problem.article_id is None)


def test_problems_within_a_source_are_those_of_its_last_reading(tmp_path: Path) -> None:
    pages, case = tmp_path / "pages", tmp_path / "x.onrecord"
    pages.mkdir()
    (pages / "a.zip").write_bytes(zipped([BAD, ("in.zip", zipped([*PAGES, BAD]))]))
    (pages / "a.zip.txt").write_bytes(b"")
    build([pages], case)
    assert {"a.zip/bad.txt", "a.zip/in.zip/bad.txt", "a.zip.txt"} <= set(problem_places(case))
    (pages / "a.zip").write_bytes(zipped([("in.zip", zipped(PAGES)), ("worse.txt", b"")]))
    build([pages / "a.zip"], case)
    places = problem_places(case)
    assert "a.zip/worse.txt" in places
    assert "a.zip.txt" in places
    assert not [place for place in places if place.endswith("bad.txt")]


def test_what_lies_within_a_source() -> None:
    sources = {"a.zip", "d/b.warc"}
    for place in ("a.zip", "a.zip/x", "a.zip/x/y:7", "d/b.warc:12"):
        assert lies_within(place, sources)
    for place in ("a.zip2", "b.warc:12", "d/b.warcx", "d", "x/a.zip"):
        assert not lies_within(place, sources)


def test_progress_moves_within_one_large_file(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"".join(warc(400)))
    (tmp_path / "b.txt").write_bytes(WORDS)
    steps = Steps()
    sources = find_sources([tmp_path / "a.warc", tmp_path / "b.txt"])
    with open_writer(tmp_path / "x.onrecord", "stages", "config") as writer:
        assert read_into(sources, writer, Config(), steps) == (401, 0)
    assert sum(steps.done["reading"]) == steps.totals["reading"]
    assert len(steps.done["reading"]) > 2


def test_an_archive_read_again_adds_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(gzipped_each(warc(5)))
    first = build([tmp_path / "a.warc.gz"], tmp_path / "x.onrecord")
    again = build([tmp_path / "a.warc.gz"], tmp_path / "x.onrecord")
    assert (first.read, again.read, again.analysed) == (5, 0, 0)
