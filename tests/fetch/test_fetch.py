"""Fetching from a server on loopback: what comes into the archive."""

import gzip
from dataclasses import replace

from onrecord.fetch.run import agent_of
from tests.fetch.conftest import Run
from tests.fetch.site import CHUNKED, QUICK, Site, moved, page
from tests.fetch.warcs import checked, only, read, urls


def test_a_page_is_kept_byte_for_byte_with_its_request(run: Run, site: Site) -> None:
    answer = page(b"<p>\xd0\x9f\xd1\x80\xd0\xb8</p>", "200 OK", "X-Odd:  two  spaces ", "Set-Cookie: a=b")
    site.answers = {"/a?b=c": answer}
    report = run(site.url("/a?b=c"), config=replace(QUICK, contact="desk@harbour.example"))
    assert (report.fetched, report.held, report.problems) == (1, 0, ())
    assert checked(run.archive) == 0
    kinds = [record.kind for record in read(run.archive)]
    assert kinds == ["warcinfo", "response", "request", "metadata"]
    response, request = only(run.archive), only(run.archive, "request")
    assert response.url == request.url == site.url("/a?b=c")
    assert response.headers["WARC-IP-Address"] == "127.0.0.1"
    assert request.headers["WARC-Concurrent-To"] == response.headers["WARC-Record-ID"]
    assert response.headers["WARC-Date"].endswith("Z")
    assert answer in gzip.decompress(run.archive.read_bytes())
    asked = site.asked[-1].headers
    assert asked["user-agent"].startswith("onrecord/")
    assert "(+desk@harbour.example)" in asked["user-agent"]
    assert set(asked) == {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert asked["host"] == f"127.0.0.1:{site.port}"
    info = only(run.archive, "warcinfo").block.decode()
    assert "software: onrecord/" in info
    assert "desk@harbour.example" in info


def test_cookies_are_not_kept(run: Run, site: Site) -> None:
    site.answers = {"/a": page(b"", "302 Found", "Location: /b", "Set-Cookie: a=b"), "/b": page()}
    assert run(site.url("/a")).fetched == 1
    assert all("cookie" not in asked.headers for asked in site.asked)


def test_a_packed_body_stays_packed(run: Run, site: Site) -> None:
    packed = gzip.compress(b"<p>A page.</p>")
    site.answers = {"/a": page(packed, "200 OK", "Content-Encoding: gzip")}
    assert run(site.url("/a")).fetched == 1
    assert only(run.archive).block == b"<p>A page.</p>"
    assert packed in gzip.decompress(run.archive.read_bytes())


def test_chunks_stay_chunks_and_what_follows_the_answer_is_left_out(run: Run, site: Site) -> None:
    chunks = CHUNKED + b"5;x=y\r\n<p>A \r\n9\r\npage.</p>\r\n0\r\n\r\n"
    site.answers = {"/a": chunks + b"HTTP/1.1 200 OK\r\n\r\nsmuggled"}
    assert run(site.url("/a")).fetched == 1
    raw = gzip.decompress(run.archive.read_bytes())
    assert chunks in raw
    assert b"smuggled" not in raw
    assert only(run.archive).block == b"<p>A page.</p>"
    assert checked(run.archive) == 0


def test_interim_answers_are_left_out(run: Run, site: Site) -> None:
    hints = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"
    site.answers = {"/a": hints + page(b"<p>A page.</p>")}
    assert run(site.url("/a")).fetched == 1
    assert (only(run.archive).status, only(run.archive).block) == ("200", b"<p>A page.</p>")
    assert b"Early Hints" not in gzip.decompress(run.archive.read_bytes())


def test_a_body_without_a_length_ends_with_the_connection(run: Run, site: Site) -> None:
    site.answers = {"/a": b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>A page.</p>"}
    assert run(site.url("/a")).fetched == 1
    assert only(run.archive).block == b"<p>A page.</p>"


def test_redirects_are_kept_as_answers_and_followed(run: Run, site: Site) -> None:
    site.answers = {"/a": moved("b"), "/b": moved(site.url("/c", "other.example"), "307 See"), "/c": page()}
    assert run(site.url("/a")).fetched == 1
    assert urls(run.archive) == [site.url("/a"), site.url("/b"), site.url("/c", "other.example")]
    assert [asked.host.split(":")[0] for asked in site.asked if asked.path == "/robots.txt"] == [
        "127.0.0.1",
        "other.example",
    ]
    assert checked(run.archive) == 0


def test_the_agent_names_the_project() -> None:
    assert agent_of("").startswith("onrecord/")
    assert agent_of("https://desk.example/bot").endswith(" (+https://desk.example/bot)")
