"""The archive: added to, never spoiled; what it holds is not asked for again."""

import gzip
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.fetch.archive import open_archive
from tests.fetch.conftest import Run
from tests.fetch.site import FakeClock, Send, Site, moved, page
from tests.fetch.warcs import checked, kinds, read, urls


@pytest.fixture
def three(run: Run, site: Site) -> list[str]:
    """Three URLs, fetched."""
    random_bytes = random.Random(7).randbytes(9_000)  # noqa: S311 - only noise
    site.answers |= {"/a": page(), "/b": page(random_bytes), "/c": page(b"<p>Last.</p>")}
    named = [site.url(path) for path in "/a /b /c".split()]
    assert run(*named).fetched == 3
    site.asked.clear()
    return named


def test_a_second_run_asks_for_nothing_and_changes_nothing(run: Run, site: Site, three: list[str]) -> None:
    before = run.archive.read_bytes()
    report = run(*three)
    assert (report.fetched, report.held, report.problems) == (0, 3, ())
    assert site.asked == []
    assert run.archive.read_bytes() == before


def test_only_what_is_missing_is_fetched(run: Run, site: Site, three: list[str]) -> None:
    before = run.archive.read_bytes()
    site.answers["/d"] = page()
    report = run(*three, site.url("/d"))
    assert (report.fetched, report.held) == (1, 3)
    assert site.paths() == ["/robots.txt", "/d"]
    assert run.archive.read_bytes().startswith(before)
    assert kinds(run.archive).count("warcinfo") == 2
    assert checked(run.archive) == 0


def test_failures_that_pass_are_tried_again_and_lasting_ones_are_not(run: Run, site: Site) -> None:
    site.answers |= {"/busy": page(b"", "500 Oops"), "/gone": page(b"", "410 Gone")}
    site.answers |= {"/r": moved("/r"), "/robots.txt": page(b"User-agent: *\nDisallow: /no")}
    named = [site.url(path) for path in "/busy /gone /no /r".split()]
    assert [problem.kind for problem in run(*named).problems] == [
        "status 500", "status 410", "robots.txt forbids", "redirect loop",
    ]  # fmt: skip
    site.asked.clear()
    site.answers |= {path: page() for path in "/busy /gone /no /r".split()}
    report = run(*named)
    assert report.fetched == 1
    assert site.paths() == ["/robots.txt", "/busy"]
    assert [problem.place for problem in report.problems] == named[1:]
    assert all("--retry asks again" in problem.message for problem in report.problems)
    site.answers["/robots.txt"] = page(b"")
    assert run(*named, retry=True).fetched == 3
    assert run(*named).held == 4


def test_a_url_that_leads_elsewhere_is_held_by_its_own_name(run: Run, site: Site) -> None:
    site.answers |= {"/a": moved("/b"), "/b": page()}
    assert run(site.url("/a")).fetched == 1
    assert run(site.url("/a"), site.url("/b")).held == 2


def test_refresh_asks_whether_a_page_has_changed(run: Run, site: Site) -> None:
    answer = page(b"<p>One.</p>", "200 OK", 'ETag: "v1"', "Last-Modified: Mon, 04 May 2026 10:00:00 GMT")
    site.answers |= {"/a": answer, "/b": page(b"<p>Old.</p>"), "/c": moved("/a")}
    named = [site.url("/a"), site.url("/b"), site.url("/c")]
    assert run(*named).fetched == 3
    site.asked.clear()
    site.answers |= {"/a": b'HTTP/1.1 304 Not Modified\r\nETag: "v1"\r\n\r\n', "/b": page(b"<p>New.</p>")}
    report = run(*named, refresh=True)
    assert (report.fetched, report.unchanged, report.problems) == (1, 2, ())
    headers = next(asked.headers for asked in site.asked if asked.path == "/a")
    assert headers["if-none-match"] == '"v1"'
    assert headers["if-modified-since"] == "Mon, 04 May 2026 10:00:00 GMT"
    records = read(run.archive)
    revisit = next(record for record in records if record.kind == "revisit")
    last = [record for record in records if record.url == named[0] and record.kind == "response"][-1]
    assert revisit.headers["WARC-Refers-To"] == last.headers["WARC-Record-ID"]
    assert revisit.headers["WARC-Profile"].endswith("server-not-modified")
    assert checked(run.archive) == 0
    assert run(*named).held == 3


def test_an_archive_of_another_program_counts_as_well(run: Run, site: Site, three: list[str]) -> None:
    records = gzip.decompress(run.archive.read_bytes()).split(b"WARC/1.1\r\n")[1:]
    kept = [record for record in records if b"WARC-Type: response" in record]
    run.archive.write_bytes(b"".join(gzip.compress(b"WARC/1.1\r\n" + record) for record in kept))
    assert run(*three).held == 3


@pytest.mark.parametrize("spoil", [b"", b"\x00" * 5000, b"\x1f\x8b\x08", b"no gzip"])
@pytest.mark.parametrize("cut", [0, 1, 7, 300])
def test_a_torn_end_is_cut_off_and_the_rest_is_kept(
    run: Run, site: Site, three: list[str], spoil: bytes, cut: int
) -> None:
    whole = run.archive.read_bytes()
    run.archive.write_bytes(whole[: len(whole) - cut] + spoil)
    report = run(*three)
    assert report.cut == (0 if not cut and not spoil else len(spoil) + (report.cut - len(spoil)))
    assert (report.cut > 0) == bool(cut or spoil)
    assert report.held + report.fetched == 3
    assert report.held >= 2
    assert checked(run.archive) == 0
    assert set(urls(run.archive)) == set(three)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(min_value=0, max_value=20_000))
def test_cut_anywhere_the_whole_records_stay(run: Run, three: list[str], at: int) -> None:
    """What open_archive leaves is a beginning of the file that warcio finds sound."""
    torn = run.archive.with_name("torn.warc.gz")
    data = run.archive.read_bytes()
    torn.write_bytes(data[: min(at, len(data))])
    with open_archive(torn) as archive:
        done = set(archive.held.done)
    left = torn.read_bytes() if torn.exists() else b""
    assert data.startswith(left)
    assert done <= set(three)
    if left:
        assert checked(torn) == 0
        outcomes = [record.url for record in read(torn) if record.kind in ("response", "metadata")]
        assert done == set(outcomes)


def test_what_is_broken_in_the_middle_is_left_alone(run: Run, three: list[str]) -> None:
    data = bytearray(run.archive.read_bytes())
    data[len(data) // 2] ^= 0xFF
    run.archive.write_bytes(data)
    with pytest.raises(InputError, match="whole ones follow"):
        run(*three)
    assert run.archive.read_bytes() == data


@pytest.mark.parametrize(
    "content",
    [b"not an archive", gzip.compress(b"a letter"), b"\x1f\x8b\x08" + b"x" * 9_000,
     gzip.compress(b"x" * 9)[:-3],
     b"WARC/1.1\r\nWARC-Type: warcinfo\r\n\r\n", b"PK\x03\x04"],
)  # fmt: skip
def test_a_file_that_is_no_archive_is_not_touched(run: Run, site: Site, content: bytes) -> None:
    run.archive.write_bytes(content)
    with pytest.raises(InputError, match="no WARC"):
        run(site.url("/a"))
    assert run.archive.read_bytes() == content


@pytest.mark.parametrize("name", ["a.warc", "a.gz", "a", "warc.gz.txt"])
def test_the_name_must_say_what_it_is(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"\.warc\.gz"), open_archive(tmp_path / name):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"), open_archive(tmp_path / "no" / "a.warc.gz"):
        pass


def test_nothing_to_do_leaves_no_file(run: Run) -> None:
    run("nonsense")
    assert not run.archive.exists()


def test_two_at_a_time_are_kept_apart(run: Run, site: Site) -> None:
    with open_archive(run.archive), pytest.raises(InputError, match="another onrecord fetch"):
        run(site.url("/a"))
    site.answers["/a"] = page()
    assert run(site.url("/a")).fetched == 1


def test_a_full_disk_leaves_the_archive_sound(
    run: Run, site: Site, three: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run.archive.read_bytes()
    site.answers["/d"] = page(b"x" * 1000)
    write = os.write

    def full(descriptor: int, data: bytes) -> int:
        if len(data) < 700:
            raise OSError(28, "No space left on device")
        return write(descriptor, bytes(data[:400]))

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(InputError, match="No space left"):
        run(*three, site.url("/d"))
    assert run.archive.read_bytes() == before


def test_ctrl_c_in_the_middle_of_writing_leaves_the_archive_sound(
    run: Run, three: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run.archive.read_bytes()
    write = os.write

    def interrupted(descriptor: int, data: bytes) -> int:
        write(descriptor, bytes(data[:5]))
        raise KeyboardInterrupt

    with open_archive(run.archive) as archive:
        monkeypatch.setattr(os, "write", interrupted)
        with pytest.raises(KeyboardInterrupt):
            archive.append(b"x" * 100)
        monkeypatch.undo()
        archive.append(gzip.compress(b"WARC/1.1\r\n\r\n", mtime=0))
    assert run.archive.read_bytes() == before + gzip.compress(b"WARC/1.1\r\n\r\n", mtime=0)


# A shell starts its background jobs with SIGINT ignored; a user's program has it.
CODE = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from onrecord.cli import main
main(["fetch", "--allow-private", *sys.argv[1:]])
"""


def start(site: Site, archive: Path, count: int) -> subprocess.Popen[bytes]:
    """A fetch in a process of its own, of pages that no compression shortens."""
    noise = random.Random(3)  # noqa: S311 - only noise
    site.answers |= {f"/{n}": page(noise.randbytes(20_000)) for n in range(count)}
    quick = archive.with_name("quick.toml")
    quick.write_text("[fetch]\ninterval = 0.01\n")
    listed = archive.with_name("urls.txt")
    listed.write_text("".join(f"{site.url(f'/{n}')}\n" for n in range(count)))
    return subprocess.Popen(
        [sys.executable, "-c", CODE, "--to", str(archive), "--from", str(listed), "--config", str(quick)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def wait_for(archive: Path, size: int) -> None:
    until = time.monotonic() + 60
    while not archive.exists() or archive.stat().st_size < size:
        assert time.monotonic() < until
        time.sleep(0.002)


@pytest.mark.skipif(os.name == "nt", reason="signals as POSIX knows them")
def test_a_killed_run_goes_on_where_it_was(site: Site, tmp_path: Path) -> None:
    archive = tmp_path / "a.warc.gz"
    for size in (150_000, 400_000, 700_000):
        process = start(site, archive, 60)
        wait_for(archive, size)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=30)
        copy = tmp_path / "copy.warc.gz"
        shutil.copy(archive, copy)
        with open_archive(copy) as opened:
            done = set(opened.held.done)
        assert checked(copy) == 0
        assert set(urls(copy)) == done
        assert 0 < len(done) < 60
    process = start(site, archive, 60)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 0, said
    assert b"in the archive before" in said
    found = urls(archive)
    assert len(found) == len(set(found)) == 60
    assert checked(archive) == 0
    # What was kept was not asked for again: only requests under way when the process died were.
    pages = [path for path in site.paths() if path != "/robots.txt"]
    assert len(pages) <= 60 + 3


@pytest.mark.skipif(os.name == "nt", reason="signals as POSIX knows them")
def test_ctrl_c_stops_cleanly_even_while_a_server_keeps_silent(site: Site, tmp_path: Path) -> None:
    archive = tmp_path / "a.warc.gz"
    reached: list[float] = []

    def silent(send: Send) -> None:
        reached.append(time.monotonic())
        time.sleep(15)

    process = start(site, archive, 3)
    site.answers["/2"] = silent
    until = time.monotonic() + 30
    while not reached:
        assert time.monotonic() < until
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=10)
    assert process.returncode == 130
    assert b"Stopped. What is done is kept" in said
    assert b"Traceback" not in said
    assert len(urls(archive)) == 2
    assert checked(archive) == 0


def test_a_clock_for_tests_does_not_wait() -> None:
    clock = FakeClock()
    start = time.monotonic()
    clock.sleep(3600)
    assert time.monotonic() - start < 1
