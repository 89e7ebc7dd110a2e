"""Files that are hard to name, and what is said of them."""

import os
import sys
from pathlib import Path

import pytest

from onrecord.config import ReaderConfig
from onrecord.data import Problem
from onrecord.readers import find_sources, read_source


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes, as Linux knows them")
def test_names_that_differ_in_bytes_that_are_no_utf8_are_two_places(tmp_path: Path) -> None:
    for name in (b"caf\xe9.txt", b"caf\xe8.txt", "café.txt".encode()):
        (tmp_path / os.fsdecode(name)).write_text("The café is open.")
    places = [source.place for source in find_sources([tmp_path])]
    assert sorted(places) == ["caf\\xe8.txt", "caf\\xe9.txt", "café.txt"]


def test_what_is_too_large_names_the_setting(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 2_000)
    (source,) = find_sources([tmp_path])
    (found,) = read_source(source, ReaderConfig(max_bytes=1_000))
    assert isinstance(found, Problem)
    assert "2,000 bytes" in found.message
    assert "1,000" in found.message
    assert "[reader] max_bytes" in found.message


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_to_itself_and_a_pipe_are_named_for_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    os.mkfifo(tmp_path / "pipe")
    found = [source.problem for source in find_sources([tmp_path])]
    assert [(problem.kind, problem.message) for problem in found if problem] == [
        ("not a file", "loop: a link that leads nowhere"),
        ("not a file", "pipe: a device, a pipe, or something unknown"),
    ]
