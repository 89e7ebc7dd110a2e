"""`onrecord fetch`, and what `build` makes of its archive."""

import gzip
import io
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.fetch.run import FetchOptions, fetch
from onrecord.fetch.visit import World
from onrecord.stores.sqlite import open_view
from tests.fetch.site import FakeClock, Site, moved, page, serving
from tests.fetch.warcs import checked, urls

ARTICLE = """<!DOCTYPE html><html lang="en"><head><title>Ferry strike ends after nine days</title>
<meta charset="utf-8"></head><body><nav><a href="/">Home</a> <a href="/sea">Sea</a></nav><article>
<h1>Ferry strike ends after nine days</h1>
<p>The crews of the Sund ferries went back to work on Friday, nine days after they had laid down their
tools over a new roster, the Dockers' Union said.</p>
<p>"We have what we asked for, and the boats sail at noon," said Tove Lind, who heads the union. She added
that the agreement would run for two years.</p>
<p>The Ministry of Transport said on Saturday that it had offered to pay half of the cost of the new roster if
the crews accepted it by the end of the month.</p></article></body></html>"""


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as site:
        site.answers = {"/ferry": page(ARTICLE.encode()), "/gone": page(b"", "410 Gone")}
        yield site


@pytest.fixture
def fast(tmp_path: Path) -> list[str]:
    """Options for loopback, with a pause that a test can wait for."""
    settings = tmp_path / "fast.toml"
    settings.write_text("[fetch]\ninterval = 0.01\n")
    return ["--allow-private", "--config", str(settings)]


def test_from_the_web_into_a_case(site: Site, tmp_path: Path) -> None:
    archive, case = tmp_path / "a.warc.gz", tmp_path / "a.onrecord"
    packed = gzip.compress(ARTICLE.encode())
    chunks = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (100, packed[:100], len(packed) - 100, packed[100:])
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n"
    site.answers["/ferry"] = head + b"Content-Encoding: gzip\r\n\r\n" + chunks
    site.answers["/old"] = moved("/ferry")
    named = [site.url(path, "harbour.example") for path in ("/old", "/gone")]
    world = World(FakeClock(), lambda host, port: ["127.0.0.1"])
    before = datetime.now(UTC).replace(microsecond=0)
    assert fetch(named, archive, FetchOptions(allow_private=True), world=world).fetched == 1
    assert run(["build", str(archive), "--case", str(case), "--quiet"]) == 0
    with open_view(case) as view:
        (seen,) = view.sightings()
        (found,) = list(view.all_findings())
    assert (seen.url, seen.outlet) == (site.url("/ferry", "harbour.example"), "harbour.example")
    assert before <= datetime.fromisoformat(str(seen.fetched)) <= datetime.now(UTC)
    assert found.article.title == "Ferry strike ends after nine days"
    assert "the boats sail at noon" in found.article.text
    assert found.article.outlet is not None
    assert found.article.outlet.value == "harbour.example"


def test_it_says_what_it_did_and_names_what_it_could_not(
    site: Site, fast: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "a.warc.gz"
    named = [site.url("/ferry"), site.url("/gone"), "ftp://x.example/"]
    assert run(["fetch", *named, "--to", str(archive), *fast]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    for words in (
        "fetching 2 URLs",
        f"{archive}: 1 fetched, 2 refused",
        "1 × status 410",
        f"{named[1]} answered 410",
        "1 × not http",
        "'ftp://x.example/' has the scheme 'ftp'",
        "--contact",
    ):
        assert words in said.err
    assert run(["fetch", *named, "--to", str(archive), *fast, "--contact", "desk@harbour.example"]) == 0
    said = capsys.readouterr()
    assert "0 fetched, 1 in the archive before, 2 refused" in said.err
    assert run(["fetch", named[0], "--to", str(archive), *fast, "--refresh"]) == 0
    assert "1 fetched" in capsys.readouterr().err
    assert urls(archive).count(named[0]) == 2
    assert checked(archive) == 0


def test_nothing_that_could_be_fetched_is_exit_code_two(
    site: Site, fast: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["fetch", site.url("/gone"), "--to", str(tmp_path / "a.warc.gz"), *fast]) == 2
    assert run(["fetch", site.url("/ferry"), "--to", str(tmp_path / "b.warc.gz")]) == 2
    said = capsys.readouterr().err
    assert "127.0.0.1, which is loopback (127.0.0.0/8)" in said
    assert len(site.asked) == 2


def test_lists_of_urls(
    site: Site,
    fast: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    archive = tmp_path / "a.warc.gz"
    site.answers = {f"/{n}": page() for n in range(4)}
    lines = [
        f"\ufeff{site.url('/0')}",
        "",
        "# a remark",
        f"  {site.url('/1')}\t",
        site.url("/0"),
        "x" * 100_000,
    ]
    listed = tmp_path / "urls.txt"
    listed.write_bytes("\r\n".join(lines).encode() + b"\n\xff\xfe\n" + site.url("/2").encode())
    stdin = io.TextIOWrapper(io.BytesIO(site.url("/3").encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert run(["fetch", "--from", str(listed), "--from", "-", "--to", str(archive), *fast]) == 0
    said = capsys.readouterr().err
    assert "4 fetched, 2 refused" in said
    assert urls(archive) == [site.url(f"/{n}") for n in range(4)]
    assert "is longer than 8000 characters" in said
    assert "bytes that are not UTF-8" in said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--to", "a.warc.gz"], "Name URLs"),
        (["http://127.0.0.1/"], "--to"),
        (["http://127.0.0.1/", "--to", "a.zip"], ".warc.gz"),
        (["--from", "nowhere.txt", "--to", "a.warc.gz"], "nowhere.txt: this list of URLs cannot be read"),
        (["http://127.0.0.1/", "--to", "a.warc.gz", "--contact", "a b"], "contact 'a b'"),
        (["http://127.0.0.1/", "--to", "nowhere/a.warc.gz"], "cannot be opened"),
    ],
)
def test_a_mistake_is_said_in_a_line(
    arguments: list[str], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert run(["fetch", *arguments]) == 2
    said = capsys.readouterr().err
    assert words in said
    assert "Traceback" not in said
    assert os.listdir(tmp_path) == []  # noqa: PTH208


def test_a_hostile_server_cannot_steer_the_terminal(
    site: Site, fast: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.answers = {
        "/a": page(b"", "302 Found", "Location: ftp://\u202e[bold]x.example/"),
        "/b": b"\x1b[2Jnonsense",
    }
    named = [site.url("/a"), site.url("/b"), "http://\x1b[2J.example/"]
    assert run(["fetch", *named, "--to", str(tmp_path / "a.warc.gz"), *fast]) == 2
    said = capsys.readouterr().err
    assert "[bold]x.example" in said
    assert not any(character in said for character in "\x1b\u202e")
