"""What was found is kept between runs, and made again where a file is broken."""

from collections import Counter
from pathlib import Path

import pytest

from eval.kept import kept
from eval.made import findings_of
from eval.origins_found import analyse
from eval.origins_written import WrittenPage, WrittenStory
from onrecord.data import ArticleFindings

FOUND = findings_of("one", "Bridge shut", "The bridge at Orsa is shut, mayor Tove Lind said.")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ONRECORD_EVAL_CACHE", str(tmp_path))
    return tmp_path


def test_it_is_made_once_for_what_is_read(folder: Path) -> None:
    made: Counter[str] = Counter()

    def find(read: str) -> ArticleFindings:
        def make() -> ArticleFindings:
            made[read] += 1
            return FOUND

        return kept(read, ArticleFindings, make)

    assert [find("one"), find("one"), find("two")] == [FOUND] * 3
    assert made == {"one": 1, "two": 1}
    for path in folder.iterdir():
        path.write_bytes(path.read_bytes()[:20])
    assert find("one") == FOUND
    assert made == {"one": 2, "two": 1}


def test_pages_of_a_story_are_the_same_from_disk(folder: Path) -> None:
    text = "Bridge shut\n\nThe bridge at Orsa is shut until May, mayor Tove Lind said on Monday."
    story = WrittenStory("one", "plain", (WrittenPage("orsa.example", "2031-05-06", text),), ())
    first = analyse(story)
    assert list(folder.iterdir())
    assert analyse(story) == first
