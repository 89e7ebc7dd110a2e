"""A web server on loopback that answers as told, well or badly, and a clock that needs no waiting."""

import io
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from onrecord.config import FetchConfig
from onrecord.fetch.pace import Clock

# Times short enough for a test; the pause between requests passes on the fake clock.
CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
QUICK = FetchConfig(connect_seconds=2.0, read_seconds=1.0, total_seconds=2.0, max_bytes=50_000)

Send = Callable[[bytes], object]
Act = Callable[[Send], None]
Answer = bytes | Act


class FakeClock(Clock):
    """Sleeping takes no time: the clock is put forward."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._time = 1000.0
        self.slept: list[float] = []

    def monotonic(self) -> float:
        with self._lock:
            return self._time

    def sleep(self, seconds: float) -> None:
        super().sleep(0)
        with self._lock:
            self._time += seconds
            self.slept.append(seconds)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as the server saw it."""

    path: str
    host: str
    headers: dict[str, str]
    time: float


@dataclass(slots=True)
class Site:
    """What a server answers by path (404 without an entry), and what it was asked."""

    port: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    clock: Callable[[], float] = lambda: 0.0

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]


def page(body: bytes = b"<html><p>A page.</p></html>", status: str = "200 OK", *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    if not any(line.lower().startswith("content-type") for line in lines):
        lines.append("Content-Type: text/html; charset=utf-8")
    return "\r\n".join([*lines, "", ""]).encode() + body


def moved(to: str, status: str = "301 Moved Permanently") -> bytes:
    return page(b"", status, f"Location: {to}")


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            head = read_head(self.rfile)
            if not head:
                return
            path = head[0].split(" ")[1]
            headers = {key.lower(): value for key, _, value in (line.partition(": ") for line in head[1:])}
            site.asked.append(Asked(path, headers.get("host", ""), headers, site.clock()))
            answer = site.answers.get(path, page(b"nothing here", "404 Not Found"))
            if isinstance(answer, bytes):
                self.wfile.write(answer)
            else:
                answer(self.wfile.write)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True
        request_queue_size = 64

        def handle_error(self, request: object, client_address: object) -> None:
            """A client that goes away is part of the tests."""

    with Server(("127.0.0.1", 0), Handler) as server:
        site.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()


def read_head(file: io.BufferedIOBase) -> list[str]:
    lines = []
    while (line := file.readline().decode("latin-1").rstrip("\r\n")) != "":
        lines.append(line)
    return lines
