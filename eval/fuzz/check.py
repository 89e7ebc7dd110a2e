"""What must hold for any input: it ends in pages or counted problems, and every character has a fate."""

import tempfile
from collections import Counter
from pathlib import Path

from onrecord.config import Config, ReaderConfig
from onrecord.data import PageFindings, PageInput, Problem
from onrecord.pipeline.article import analyse_page
from onrecord.readers import Source, read_source

READER = ReaderConfig()
CONFIG = Config(reader=READER)
MAX_PAGES = 2_000


class BrokenPromiseError(Exception):
    """Something that must hold for any input does not."""


def check_file(path: Path, place: str) -> Counter[str]:
    """Read a file and cut its pages; counts of "page", "article" and of each kind of problem.

    Raises BrokenPromiseError, and whatever the readers let through.
    """
    met: Counter[str] = Counter()
    for found in read_source(Source(path, place, path.stat().st_size), READER):
        if isinstance(found, Problem):
            _sound_problem(found, place)
            met[found.kind] += 1
        elif isinstance(found, PageInput):
            met["page"] += 1
            if met["page"] <= MAX_PAGES:
                met["article"] += _check_page(found)
        else:
            met["listing"] += 1
    if not met:
        raise BrokenPromiseError(f"{place}: neither a page nor a problem")
    return met


def check_bytes(raw: bytes, name: str) -> Counter[str]:
    """The same for bytes in hand."""
    with tempfile.TemporaryDirectory(prefix="onrecord-fuzz-") as folder:
        path = Path(folder) / "input"
        path.write_bytes(raw)
        return check_file(path, name)


def _sound_problem(problem: Problem, place: str) -> None:
    if not problem.kind or not problem.message or not problem.place.startswith(place):
        raise BrokenPromiseError(f"a problem without kind, message or place: {problem}")
    if problem.kind == "reader failed":
        raise BrokenPromiseError(f"a reader gave up: {problem.message}")


def _check_page(found: PageInput) -> int:
    """Cut the page; how many articles it has."""
    text = found.page.text
    if "\x00" in text or text != text.encode("utf-8", "replace").decode("utf-8"):
        raise BrokenPromiseError("a page's text holds NUL or a lone surrogate")
    findings = analyse_page(found, CONFIG, ())
    for problem in findings.problems:
        if problem.kind == "stage failed":
            raise BrokenPromiseError(problem.message)
    _check_fates(findings)
    return len(findings.articles)


def _check_fates(findings: PageFindings) -> None:
    """Every character but white space is in exactly one article or piece of furniture."""
    text = findings.page.text
    spans = [span for item in findings.articles for span in item.article.spans]
    spans += [part.span for part in findings.furniture]
    end = 0
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if span.start < end:
            raise BrokenPromiseError(f"two fates for the character at {span.start}")
        if text[span.start : span.end] != span.text:
            raise BrokenPromiseError(f"the span at {span.start} does not carry its own text")
        if text[end : span.start].strip():
            raise BrokenPromiseError(f"no fate for the characters at {end} to {span.start}")
        end = span.end
    if text[end:].strip():
        raise BrokenPromiseError(f"no fate for the characters from {end} on")
