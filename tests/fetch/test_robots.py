"""robots.txt: RFC 9309, asked for once, and safe to read whatever stands in it."""

import gzip
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.config import FetchConfig
from onrecord.fetch.robots import TOKEN, read_rules
from tests.fetch.conftest import Run
from tests.fetch.site import QUICK, Site, moved, page


def allowed(text: str, path: str) -> bool:
    return read_rules(text.encode()).can_fetch(f"http://harbour.example{path}", TOKEN)


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [
        ("User-agent: *\nDisallow: /a", ["/", "/b", "/A"], ["/a", "/ab", "/a/b"]),
        ("User-agent: *\nDisallow: /\nAllow: /news/", ["/news/1"], ["/", "/blog"]),
        ("User-agent: *\nDisallow: /*.pdf$", ["/a.pdf?x", "/a.html"], ["/a.pdf", "/b/c.pdf"]),
        ("User-agent: *\nDisallow:", ["/", "/a"], []),
        ("User-agent: other\nDisallow: /", ["/a"], []),
        ("User-agent: OnRecord\nDisallow: /a\n\nUser-agent: *\nDisallow: /", ["/b"], ["/a"]),
        ("User-agent: onrecord/1.0\nDisallow: /a", ["/b"], ["/a"]),
        ("User-agent: * all of you\nDisallow: /a", ["/b"], ["/a"]),
        ("User-agent: *\nDisallow: /a\n\nUser-agent:\nDisallow: /b", ["/b"], ["/a"]),
        ("User-agent: on\nDisallow: /a", ["/a"], []),
        ("User-agent: onrecorder\nDisallow: /a", ["/a"], []),
        ("User-agent: other\nUser-agent: onrecord\nDisallow: /a", ["/b"], ["/a"]),
        ("user-agent:*\ndisallow:/a # not this\n", ["/b"], ["/a"]),
        ("\ufeffUser-agent: *\r\nDisallow: /a\r\n", ["/b"], ["/a"]),
        ("User-agent: *\nDisallow: /à", ["/a"], ["/%C3%A0"]),
        ("User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", ["/"], ["/a", "/b"]),
        ("User-agent: *\n\nDisallow: /a", ["/"], ["/a"]),
        ("<html>not found</html>", ["/", "/a"], []),
        ("", ["/", "/a"], []),
    ],
)
def test_rules(text: str, yes: list[str], no: list[str]) -> None:
    for path in yes:
        assert allowed(text, path), path
    for path in no:
        assert not allowed(text, path), path


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"User-agent: a{n}\n" for n in range(18_000))
        + "".join(f"Disallow: /{n}\n" for n in range(18_000)),
        "".join(f"User-agent: *a{n}\n" for n in range(18_000)) + "Disallow: /x\n" * 18_000,
        "User-agent: *\nDisallow: /" + "*a" * 250_000 + "b$",
        "User-agent: *\n" + "Disallow: /*a*a*a*a*a*a*b\n" * 19_000,
        "User-agent:" * 45_000,
        "User-agent" + " " * 500_000,
        " " * 500_000,
    ],
    ids=[
        "agents times rules",
        "wild agents",
        "stars",
        "star rules",
        "agents in a line",
        "blanks",
        "only blanks",
    ],
)
def test_a_hostile_file_is_read_in_time(text: str) -> None:
    start = time.process_time()
    assert allowed(text, "/" + "b" * 7000) in (True, False)
    assert time.process_time() - start < 5


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"User-agent: *\nDisallow: ", b"User-agent: onrecord\n"])
)
def test_any_bytes_are_read(data: bytes, start: bytes) -> None:
    assert read_rules(start + data).can_fetch("http://harbour.example/a", TOKEN) in (True, False)


RULES = b"User-agent: *\nDisallow: /private/\n"


def test_it_is_asked_for_first_and_once(run: Run, site: Site) -> None:
    site.answers = {"/robots.txt": page(RULES), "/a": page(), "/b": page(), "/private/c": page()}
    report = run(site.url("/a"), site.url("/private/c"), site.url("/b"))
    assert site.paths() == ["/robots.txt", "/a", "/b"]
    assert report.fetched == 2
    (problem,) = report.problems
    assert problem.kind == "robots.txt forbids"
    assert problem.place == site.url("/private/c")
    assert "/robots.txt does not allow /private/c to onrecord" in problem.message


def test_dots_do_not_lead_around_it(run: Run, site: Site) -> None:
    site.answers = {"/robots.txt": page(RULES), "/private/c": page()}
    report = run(site.url("/a/../private/c"), site.url("/a/%2e%2E/private/d"))
    assert [problem.kind for problem in report.problems] == ["robots.txt forbids"] * 2
    assert site.paths() == ["/robots.txt"]


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "401 Unauthorized", "410 Gone"])
def test_without_one_everything_is_allowed(run: Run, site: Site, status: str) -> None:
    site.answers = {"/robots.txt": page(b"User-agent: *\nDisallow: /", status), "/a": page()}
    assert run(site.url("/a")).fetched == 1


@pytest.mark.parametrize(
    "answer",
    [
        page(b"", "500 Oops"),
        page(b"", "503 Busy"),
        page(b"", "429 Too Many"),
        b"",
        b"garbage\r\n\r\n",
        page(b"User-agent: *", "200 OK", "Content-Encoding: br"),
        page(b"\x1f\x8bnonsense", "200 OK", "Content-Encoding: gzip"),
        moved("ftp://harbour.example/robots.txt"),
    ],
)
def test_out_of_reach_means_nothing_is_allowed_in_this_run(run: Run, site: Site, answer: bytes) -> None:
    site.answers = {"/robots.txt": answer, "/a": page(), "/b": page()}
    report = run(site.url("/a"), site.url("/b"))
    assert report.fetched == 0
    assert [problem.kind for problem in report.problems] == ["robots.txt out of reach"] * 2
    assert site.paths() == ["/robots.txt"]
    site.answers["/robots.txt"] = page(b"")
    assert run(site.url("/a"), site.url("/b")).fetched == 2


def test_only_the_first_500_kib_count_and_no_half_line(run: Run, site: Site) -> None:
    start = b"User-agent: *\nDisallow: /a\n"
    filler = b"#" * (512_000 - len(start) - len(b"\nDisallow: /b")) + b"\nDisallow: /bc\nDisallow: /d\n"
    body = start + filler + b"#" * 3_000_000
    site.answers = {"/robots.txt": page(body), "/a": page(), "/b": page(), "/bc": page(), "/d": page()}
    report = run(*(site.url(path) for path in ("/a", "/b", "/bc", "/d")))
    assert report.fetched == 3
    assert [problem.place for problem in report.problems] == [site.url("/a")]


def test_a_packed_one_is_unpacked_up_to_the_limit(run: Run, site: Site) -> None:
    bomb = gzip.compress(RULES + b"#" * 50_000_000)
    site.answers = {
        "/robots.txt": page(bomb, "200 OK", "Content-Encoding: gzip"),
        "/a": page(),
        "/private/": page(),
    }
    report = run(site.url("/a"), site.url("/private/"))
    assert report.fetched == 1
    assert report.problems[0].kind == "robots.txt forbids"


def test_a_chunked_one_is_read(run: Run, site: Site) -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    body = b"5\r\nUser-\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(RULES) - 5, RULES[5:])
    site.answers = {"/robots.txt": head + body, "/private/": page()}
    assert run(site.url("/private/")).problems[0].kind == "robots.txt forbids"


def test_redirects_are_followed_and_after_five_it_counts_as_absent(run: Run, site: Site) -> None:
    site.answers |= {f"/r{n}": moved(f"/r{n + 1}") for n in range(1, 9)}
    site.answers |= {"/robots.txt": moved("/r1"), "/r5": page(RULES), "/private/": page(), "/a": page()}
    assert run(site.url("/private/")).problems[0].kind == "robots.txt forbids"
    site.answers["/r5"] = moved("/r6")
    assert run(site.url("/a")).fetched == 1
    assert "/r6" not in site.paths()


def test_each_host_has_its_own(run: Run, site: Site) -> None:
    site.answers = {"/robots.txt": page(RULES), "/a": page()}
    assert run(site.url("/a", "one.example"), site.url("/a", "two.example")).fetched == 2
    hosts = [asked.host for asked in site.asked if asked.path == "/robots.txt"]
    assert sorted(hosts) == [f"one.example:{site.port}", f"two.example:{site.port}"]


@pytest.mark.parametrize(
    ("line", "gap"), [("Crawl-delay: 7", 7), ("Request-rate: 1/9s", 9), ("Crawl-delay: 0.1", 1), ("", 1)]
)
def test_the_delay_that_a_site_asks_for_is_kept(run: Run, site: Site, line: str, gap: float) -> None:
    rules = f"User-agent: *\n{line}\nDisallow: /x\n".encode()
    site.answers |= {"/robots.txt": page(rules)} | {f"/{n}": page() for n in range(4)}
    report = run(*(site.url(f"/{n}") for n in range(4)))
    assert report.fetched == 4
    times = [asked.time for asked in site.asked]
    gaps = [after - before for before, after in pairwise(times)]
    assert min(gaps) >= gap
    assert max(gaps) < gap + 1
    assert report.notes == ()


def test_a_delay_over_the_limit_is_cut_and_said(run: Run, site: Site) -> None:
    site.answers = {"/robots.txt": page(b"User-agent: *\nCrawl-delay: 3600\n"), "/a": page(), "/b": page()}
    report = run(site.url("/a"), site.url("/b"), config=FetchConfig(max_delay=20))
    assert [asked.time for asked in site.asked][2] - site.asked[1].time == pytest.approx(20, abs=0.5)
    (note,) = report.notes
    assert note.startswith(f"{site.url('/robots.txt')} asks for 3600 seconds")
    assert run(site.url("/robots.txt"), config=QUICK).fetched == 1
