"""Fetching from a server on loopback: what is refused or bounded, and what is said of it."""

import socket
import ssl
import subprocess
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.fetch.run import FetchOptions, fetch
from onrecord.fetch.visit import World
from tests.fetch.conftest import Run
from tests.fetch.site import CHUNKED, QUICK, FakeClock, Send, Site, moved, page
from tests.fetch.warcs import checked, only, read, urls


def refused(run: Run, url: str) -> str:
    report = run(url)
    assert report.fetched == 0
    (problem,) = report.problems
    assert problem.place == url
    assert url in problem.message
    return problem.kind


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ({"/a": moved("/b"), "/b": moved("/a")}, "redirect loop"),
        ({"/a": moved("/a")}, "redirect loop"),
        ({"/a": moved("/1")} | {f"/{n}": moved(f"/{n + 1}") for n in range(20)}, "too many redirects"),
        ({"/a": page(b"", "302 Found")}, "status 302"),
        ({"/a": moved("file:///etc/passwd")}, "not http"),
        ({"/a": moved("http://tove:secret@127.0.0.1/")}, "bad URL"),
        ({"/a": moved("http://2130706433/")}, "bad URL"),
        ({"/a": page(b"", "404 Not Found")}, "status 404"),
        ({"/a": page(b"", "500 Oops")}, "status 500"),
        ({"/a": page(b"", "304 Not Modified")}, "status 304"),
        (
            {"/robots.txt": page(b"User-agent: *\nDisallow: /b"), "/a": moved("/b"), "/b": page()},
            "robots.txt forbids",
        ),
        ({"/a": b"SSH-2.0-OpenSSH_9.6\r\n"}, "broken answer"),
        ({"/a": b""}, "broken answer"),
        ({"/a": b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"}, "broken answer"),
        ({"/a": CHUNKED + b"5\r\n<p>A "}, "broken answer"),
        ({"/a": CHUNKED + b"zz\r\n<p>A \r\n"}, "broken answer"),
        ({"/a": CHUNKED + b"5\r\n<p>A too long\r\n0\r\n\r\n"}, "broken answer"),
        ({"/a": b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"}, "broken answer"),
        ({"/a": b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nab"}, "broken answer"),
        ({"/a": b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000 + b"\r\n\r\nab"}, "broken answer"),
        ({"/a": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 40_000 + b"\r\nab"}, "broken answer"),
        ({"/a": b"HTTP/1.1 100 Continue\r\n\r\n" * 50}, "broken answer"),
    ],
)
def test_what_is_refused_is_named_and_leaves_a_sound_archive(
    run: Run, site: Site, answers: dict[str, bytes], kind: str
) -> None:
    site.answers = dict(answers)
    assert refused(run, site.url("/a")) == kind
    assert checked(run.archive) == 0
    told = only(run.archive, "metadata").block.decode()
    assert "onrecord-outcome: refused\r\n" in told
    assert f"kind: {kind}\r\n" in told
    assert "secret" not in told


def test_a_redirect_to_a_private_address_is_refused(run: Run, site: Site) -> None:
    """Names lead to a public address, and the connection to it is caught before it leaves the machine."""
    site.answers = {"/a": page()}
    seen = []

    def resolver(host: str, port: int) -> list[str]:
        seen.append(host)
        return ["10.0.0.7"]

    report = run("http://harbour.example/a", allow_private=False, resolver=resolver)
    assert [problem.kind for problem in report.problems] == ["private address"]
    assert "harbour.example leads to 10.0.0.7, which is private" in report.problems[0].message
    assert site.asked == []


@pytest.mark.parametrize(
    "to", ["http://169.254.169.254/latest/", "http://[::1]/", "http://localhost/", "http://intern.example/"]
)
def test_each_hop_is_checked(run: Run, site: Site, to: str, monkeypatch: pytest.MonkeyPatch) -> None:
    site.answers = {"/a": moved(to)}
    asked: list[tuple[str, int]] = []
    connect = socket.socket.connect

    def caught(sock: socket.socket, address: tuple[str, int]) -> None:
        """The public address of the test leads to the site; any other is a fault."""
        asked.append(address)
        assert address == ("93.184.216.34", 80)
        connect(sock, ("127.0.0.1", site.port))

    monkeypatch.setattr(socket.socket, "connect", caught)
    leads = {"harbour.example": "93.184.216.34", "localhost": "127.0.0.1", "intern.example": "10.1.2.3"}
    report = run("http://harbour.example/a", allow_private=False, resolver=lambda host, port: [leads[host]])
    assert [problem.kind for problem in report.problems] == ["private address"]
    assert asked == [("93.184.216.34", 80)] * 2
    assert site.paths() == ["/robots.txt", "/a"]
    assert site.asked[0].host == "harbour.example"


def test_a_name_that_changes_between_two_requests_is_checked_each_time(
    run: Run, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: what is connected to was checked, whatever the name says next."""
    site.answers = {"/a": page()}
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    connect = socket.socket.connect

    def caught(sock: socket.socket, address: tuple[str, int]) -> None:
        assert address == ("93.184.216.34", 80)
        connect(sock, ("127.0.0.1", site.port))

    monkeypatch.setattr(socket.socket, "connect", caught)
    report = run("http://harbour.example/a", allow_private=False, resolver=lambda host, port: next(answers))
    assert [problem.kind for problem in report.problems] == ["private address"]
    assert site.paths() == ["/robots.txt"]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "10.0.0.1"])
def test_nothing_is_sent_to_private_addresses_without_the_flag(run: Run, site: Site, host: str) -> None:
    options = FetchOptions(QUICK)
    report = fetch([f"http://{host}:{site.port}/a", f"http://{host}/a"], run.archive, options)
    assert [problem.kind for problem in report.problems] == ["private address"] * 2
    assert site.asked == []


def test_other_ports_are_refused(run: Run) -> None:
    report = run(
        "http://harbour.example:22/", allow_private=False, resolver=lambda host, port: ["93.184.216.34"]
    )
    assert [problem.kind for problem in report.problems] == ["other port"]


def test_proxies_of_the_environment_are_not_used(
    run: Run, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    site.answers = {"/a": page()}
    assert run(site.url("/a")).fetched == 1


def test_an_answer_that_announces_too_much_is_not_read(run: Run, site: Site) -> None:
    site.answers = {"/a": page(b"x" * 50_001), "/b": page(b"x" * 50_000)}
    report = run(site.url("/a"), site.url("/b"))
    assert report.fetched == 1
    assert report.problems[0].kind == "too large"
    assert "50001 bytes, over 50000" in report.problems[0].message
    assert urls(run.archive) == [site.url("/b")]


def test_an_answer_that_grows_too_large_is_cut_and_marked(run: Run, site: Site) -> None:
    def endless(send: Send) -> None:
        send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _ in range(1_000):
            send(b"x" * 10_000)

    site.answers = {"/a": endless, "/b": CHUNKED + b"ffffff\r\n" + b"x" * 100_000}
    report = run(site.url("/a"), site.url("/b"))
    assert [problem.kind for problem in report.problems] == ["too large"] * 2
    records = [record for record in read(run.archive) if record.kind == "response"]
    assert [record.headers["WARC-Truncated"] for record in records] == ["length"] * 2
    assert all(40_000 < len(record.block) <= 50_000 for record in records)
    assert run(site.url("/a")).problems[0].message.endswith("(in an earlier run; --retry asks again)")


def test_a_server_that_falls_silent_and_one_that_drips_are_left(run: Run, site: Site) -> None:
    def silent(send: Send) -> None:
        send(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx")
        time.sleep(5)

    def drip(send: Send) -> None:
        send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        for _ in range(100):
            send(b"x")
            time.sleep(0.1)

    def drip_header(send: Send) -> None:
        send(b"HTTP/1.1 200 OK\r\nX: ")
        for _ in range(100):
            send(b"x")
            time.sleep(0.1)

    site.answers = {"/a": silent, "/b": drip, "/c": drip_header}
    start = time.monotonic()
    report = run(site.url("/a"), site.url("/b"), site.url("/c"))
    assert time.monotonic() - start < 8
    assert [problem.kind for problem in report.problems] == ["too slow"] * 3
    assert "nothing came for 1 seconds" in report.problems[0].message
    assert "not done after 2 seconds" in report.problems[1].message
    assert urls(run.archive) == []


def test_a_connection_that_is_reset_or_refused(run: Run, site: Site) -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]

    def reset_all() -> None:
        while True:
            try:
                sock, _ = listener.accept()
            except OSError:
                return
            sock.recv(1000)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
            sock.close()

    threading.Thread(target=reset_all, daemon=True).start()
    report = run(f"http://127.0.0.1:{port}/a")
    assert report.problems[0].kind == "robots.txt out of reach"
    assert "reset" in report.problems[0].message
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    report = run(f"http://127.0.0.1:{port}/b")
    assert report.problems[0].kind == "no connection"


def test_the_next_address_is_tried(run: Run, site: Site) -> None:
    site.answers = {"/a": page()}
    report = run(site.url("/a", "harbour.example"), resolver=lambda host, port: ["127.0.0.9", "127.0.0.1"])
    assert report.fetched == 1
    assert only(run.archive).headers["WARC-IP-Address"] == "127.0.0.1"


def test_tls_is_checked_by_name_and_uses_the_checked_address(run: Run, site: Site, tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=harbour.example", "-addext", "subjectAltName=DNS:harbour.example",
         "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    names: list[str | None] = []
    context.sni_callback = lambda sock, name, inner: names.append(name)
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                sock, _ = listener.accept()
            except OSError:
                return
            try:
                with context.wrap_socket(sock, server_side=True) as secured:
                    secured.recv(4000)
                    secured.sendall(page())
            except OSError:
                continue

    threading.Thread(target=serve, daemon=True).start()
    trusting = ssl.create_default_context(cafile=str(certificate))
    port = listener.getsockname()[1]
    good, bad = f"https://harbour.example:{port}/a", f"https://other.example:{port}/a"
    for tls, fetched in ((trusting, 1), (ssl.create_default_context(), 0)):
        archive = tmp_path / f"{fetched}.warc.gz"
        world = World(FakeClock(), lambda host, port: ["127.0.0.1"], tls)
        report = fetch([good, bad], archive, FetchOptions(QUICK, allow_private=True), world=world)
        assert report.fetched == fetched
        assert {problem.kind for problem in report.problems} == {"bad certificate"}
        assert len(report.problems) == 2 - fetched
    assert set(names) == {"harbour.example", "other.example"}
    listener.close()


def test_a_silent_handshake_is_left(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        start = time.monotonic()
        report = run(
            f"https://127.0.0.1:{listener.getsockname()[1]}/a", config=replace(QUICK, connect_seconds=0.5)
        )
    assert time.monotonic() - start < 3
    assert report.problems[0].kind == "robots.txt out of reach"
    assert "no progress in TLS" in report.problems[0].message


def test_the_order_of_problems_is_that_of_the_urls(run: Run, site: Site) -> None:
    named = ["nonsense", site.url("/a"), site.url("/b", "b.example"), "ftp://x.example/", site.url("/c"), ""]
    report = run(*named, site.url("/a"))
    assert [problem.place for problem in report.problems] == named


def test_more_urls_than_the_limit_are_counted(run: Run, site: Site) -> None:
    site.answers = {f"/{n}": page() for n in range(4)}
    report = run(*(site.url(f"/{n}") for n in range(4)), config=replace(QUICK, max_urls=3))
    assert report.fetched == 3
    assert [problem.kind for problem in report.problems] == ["too many URLs"]


@pytest.mark.parametrize(
    "contact", ["x@y.example\r\nEvil: 1", "x y@z", "(x@y)", "nobody", "ä@b.example", "@" * 300]
)
def test_a_contact_that_no_header_can_hold_is_refused(run: Run, contact: str) -> None:
    with pytest.raises(InputError, match="contact"):
        run("http://harbour.example/", config=replace(QUICK, contact=contact))
    assert not run.archive.exists()


@pytest.mark.parametrize(
    "setting", [{"interval": -1.0}, {"hosts": 0}, {"total_seconds": float("nan")}, {"max_bytes": 0}]
)
def test_a_setting_that_no_run_can_go_by_is_said(run: Run, setting: dict[str, int]) -> None:
    with pytest.raises(InputError, match=next(iter(setting))):
        run("http://harbour.example/", config=replace(QUICK, **setting))  # type: ignore[arg-type]


def test_hostile_headers_come_to_no_harm(run: Run, site: Site) -> None:
    site.answers = {
        "/a": page(
            b"<p>A page.</p>", "200 OK", "Location: \u00e9\u202e", "Content-Encoding: \u00ff", "X-A: \u00ff"
        ),
        "/b": page(b"", "302 \u001b[2J", "Location: /\u00e9\u00e9 b"),
        "/%C3%A9%C3%A9%20b": page(),
    }
    assert run(site.url("/a"), site.url("/b")).fetched == 2
    assert checked(run.archive) == 0


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(
        [
            b"",
            b"HTTP/1.1 200 OK\r\n",
            b"HTTP/1.1 200 OK\r\n\r\n",
            CHUNKED,
            b"HTTP/1.1 302 Found\r\nLocation: ",
        ]
    ),
    st.binary(max_size=60),
    st.sampled_from([b"", b"\r\n\r\n", b"0\r\n\r\n"]),
)
def test_whatever_a_server_says_the_archive_stays_sound(
    run: Run, site: Site, start: bytes, said: bytes, end: bytes
) -> None:
    run.archive.unlink(missing_ok=True)
    site.answers = {"/a": start + said + end}
    report = run(site.url("/a"), resolver=lambda host, port: [])
    assert report.fetched + len(report.problems) == 1
    assert checked(run.archive) == 0
