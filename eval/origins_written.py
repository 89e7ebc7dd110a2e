"""Reader of the written stories for origins (eval/data/origins; its README gives the format).

Each story is a few flat pages and how many independent origins stand behind it and behind sayings of it.
"""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "data" / "origins"
_STORY = re.compile(r"^=== (\S+) (\w+) (\d+)-(\d+)$")
_PAGE = re.compile(r"^--- (\S+) (\d{4}-\d\d-\d\d)$")
_SAYING = re.compile(r"^\? (\d+)-(\d+) (.+)$")
_COPY = re.compile(r"^copy of (\d+): (.+)$")


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A flat page: the host where it was seen, the day that the container names, its text."""

    host: str
    day: str
    text: str


@dataclass(frozen=True, slots=True)
class Expected:
    """The range that a careful reader gives; `words` are of a saying's content, "" for the whole story."""

    words: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class WrittenStory:
    """One event: its pages, the group it belongs to ("copy", "owner", ...), and what is expected."""

    id: str
    group: str
    pages: tuple[WrittenPage, ...]
    expected: tuple[Expected, ...]


def read_stories(name: str, folder: Path = FOLDER) -> list[WrittenStory]:
    """The stories of one file ("dev", "held"), in its order. Raises ValueError on a malformed line."""
    blocks: list[list[str]] = []
    for line in (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("=== "):
            blocks.append([line])
        elif blocks:
            blocks[-1].append(line)
    return [_story(block) for block in blocks]


def _story(lines: list[str]) -> WrittenStory:
    head = _STORY.match(lines[0])
    if head is None:
        raise ValueError(f"no story begins with {lines[0]!r}")
    pages: list[tuple[str, str, list[str]]] = []
    expected = [Expected("", int(head[3]), int(head[4]))]
    for line in lines[1:]:
        page, saying = _PAGE.match(line), _SAYING.match(line)
        if page is not None:
            pages.append((page[1], page[2], []))
        elif saying is not None:
            expected.append(Expected(saying[3], int(saying[1]), int(saying[2])))
        elif pages:
            pages[-1][2].append(line)
    made: list[WrittenPage] = []
    for host, day, body in pages:
        made.append(WrittenPage(host, day, _text("\n".join(body).strip("\n"), made)))
    return WrittenStory(head[1], head[2], tuple(made), tuple(expected))


def _text(body: str, before: list[WrittenPage]) -> str:
    """A page's text; "copy of 1: Headline" is page 1 under another headline."""
    copied = _COPY.match(body)
    if copied is None:
        return body + "\n"
    return copied[2] + "\n" + before[int(copied[1]) - 1].text.partition("\n")[2]
