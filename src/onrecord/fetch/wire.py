"""One HTTP/1.1 request to an address that was checked, and its answer byte for byte.

The socket is opened here, to a numeric address: no library resolves the name a second time, no proxy
or cookie store comes between. h11 does the protocol and nothing else.
"""

import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import h11

from onrecord.fetch.outcome import Exchange, RefusedError, StoppedError
from onrecord.fetch.urls import Target

_CHUNK = 65536
_MAX_HEADER = 65536
# How often a waiting request looks whether the run was stopped.
_LOOK_SECONDS = 0.5
_MOST_ADDRESSES = 3
_NO_BODY = frozenset({204, 304})

Headers = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may take; times in seconds, the total from connecting to the last byte.

    `max_bytes` limits the answer's body. With `whole`, an answer that announces more is not read at all;
    else it is read up to the limit.
    """

    connect_seconds: float
    read_seconds: float
    total_seconds: float
    max_bytes: int
    whole: bool = True


class _Time:
    """The time that one request has left."""

    def __init__(self, target: Target, limits: Limits, stopped: Callable[[], bool]) -> None:
        self.target, self.limits, self._stopped = target, limits, stopped
        self._end = time.monotonic() + limits.total_seconds

    def left(self, most: float) -> float:
        """Seconds left, at most `most`. Raises RefusedError when there are none, StoppedError."""
        if self._stopped():
            raise StoppedError
        left = self._end - time.monotonic()
        if left <= 0:
            limit = self.limits.total_seconds
            raise RefusedError("too slow", f"{self.target.url}: not done after {limit:g} seconds")
        return min(left, most)


def ask(
    target: Target,
    addresses: Sequence[str],
    headers: Headers,
    limits: Limits,
    context: ssl.SSLContext,
    date: str,
    stopped: Callable[[], bool],
) -> Exchange:
    """GET `target` from one of `addresses` (already checked). Raises RefusedError or StoppedError."""
    timer = _Time(target, limits, stopped)
    connection = h11.Connection(h11.CLIENT, max_incomplete_event_size=_MAX_HEADER)
    lines = [("Host", target.authority), *headers, ("Connection", "close")]
    request = h11.Request(method="GET", target=target.path, headers=lines)
    sent = (connection.send(request) or b"") + (connection.send(h11.EndOfMessage()) or b"")
    sock, address = _connect(timer, addresses)
    with sock:
        try:
            secured = _secure(sock, timer, context) if target.scheme == "https" else sock
            with secured:
                secured.settimeout(timer.left(limits.read_seconds))
                secured.sendall(sent)
                got = _Answer(connection, timer).receive(secured)
        except TimeoutError as error:
            raise RefusedError(
                "too slow", f"{target.url}: {address}: no progress in TLS or sending"
            ) from error
        except OSError as error:
            raise RefusedError("connection lost", f"{target.url}: {address}: {_said(error)}") from error
    return Exchange(
        url=target.url,
        address=address,
        date=date,
        request=sent,
        response=bytes(got.raw),
        status=got.status,
        headers=got.headers,
        body_at=got.body_at,
        truncated=got.truncated,
    )


def body_of(exchange: Exchange) -> bytes:
    """An answer's body without the framing of chunked transfer, still packed if it was sent packed."""
    connection = h11.Connection(h11.CLIENT, max_incomplete_event_size=_MAX_HEADER)
    connection.send(h11.Request(method="GET", target="/", headers=[("Host", "h"), ("Connection", "close")]))
    connection.send(h11.EndOfMessage())
    connection.receive_data(exchange.response)
    parts = []
    while (event := connection.next_event()) is not h11.NEED_DATA and not isinstance(event, h11.EndOfMessage):
        if isinstance(event, h11.Data):
            parts.append(bytes(event.data))
    return b"".join(parts)


def _connect(timer: _Time, addresses: Sequence[str]) -> tuple[socket.socket, str]:
    """A connection to the first address that answers."""
    last = ""
    for address in addresses[:_MOST_ADDRESSES]:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            sock.settimeout(timer.left(timer.limits.connect_seconds))
            sock.connect((address, timer.target.port))
        except OSError as error:
            sock.close()
            last = f"{address}: {_said(error)}"
        except BaseException:
            sock.close()
            raise
        else:
            return sock, address
    raise RefusedError("no connection", f"{timer.target.url}: {last}")


def _secure(sock: socket.socket, timer: _Time, context: ssl.SSLContext) -> ssl.SSLSocket:
    """TLS with the certificate checked against the host's name."""
    sock.settimeout(timer.left(timer.limits.connect_seconds))
    try:
        return context.wrap_socket(sock, server_hostname=timer.target.host)
    except ssl.SSLCertVerificationError as error:
        raise RefusedError("bad certificate", f"{timer.target.url}: {error.verify_message}") from error
    except ValueError as error:
        raise RefusedError("bad certificate", f"{timer.target.url}: {error}") from error


class _Answer:
    """An answer while it comes in."""

    def __init__(self, connection: h11.Connection, timer: _Time) -> None:
        self._connection, self._timer = connection, timer
        self.raw = bytearray()
        self.status = 0
        self.headers: tuple[tuple[str, str], ...] = ()
        self.body_at = 0
        self.truncated: str | None = None

    def receive(self, sock: socket.socket) -> "_Answer":
        """Read until the answer is whole or over the size limit. Raises RefusedError."""
        try:
            while not self._step():
                data = self._read(sock)
                self.raw += data
                self._connection.receive_data(data)
        except h11.RemoteProtocolError as error:
            raise RefusedError("broken answer", f"{self._timer.target.url}: {error}") from error
        return self

    def _step(self) -> bool:
        """Take what has come so far; true when nothing more is to come."""
        while True:
            event = self._connection.next_event()
            if event is h11.NEED_DATA:
                if self._over():
                    self._cut()
                    return True
                return False
            if isinstance(event, h11.InformationalResponse):
                del self.raw[: self._consumed()]
            elif isinstance(event, h11.Response):
                self._head(event)
            elif isinstance(event, h11.EndOfMessage):
                # What stands behind the answer is no part of it.
                del self.raw[self._consumed() :]
                if self._over():
                    self._cut()
                return True
            elif event is h11.PAUSED or isinstance(event, h11.ConnectionClosed):
                raise RefusedError(
                    "broken answer", f"{self._timer.target.url}: the connection ended too early"
                )

    def _head(self, event: h11.Response) -> None:
        self.status = event.status_code
        self.headers = tuple((_text(name).lower(), _text(value)) for name, value in event.headers)
        self.body_at = self._consumed()
        length = next((value for name, value in self.headers if name == "content-length"), "0")
        limits, url = self._timer.limits, self._timer.target.url
        if limits.whole and event.status_code not in _NO_BODY and int(length) > limits.max_bytes:
            raise RefusedError("too large", f"{url}: {length} bytes, over {limits.max_bytes}", lasting=True)

    def _consumed(self) -> int:
        return len(self.raw) - len(self._connection.trailing_data[0])

    def _over(self) -> bool:
        return self.status > 0 and len(self.raw) - self.body_at > self._timer.limits.max_bytes

    def _cut(self) -> None:
        del self.raw[self.body_at + self._timer.limits.max_bytes :]
        self.truncated = "length"

    def _read(self, sock: socket.socket) -> bytes:
        limits = self._timer.limits
        since = time.monotonic()
        while True:
            sock.settimeout(self._timer.left(_LOOK_SECONDS))
            try:
                return sock.recv(_CHUNK)
            except TimeoutError:
                if time.monotonic() - since >= limits.read_seconds:
                    url = self._timer.target.url
                    raise RefusedError(
                        "too slow", f"{url}: nothing came for {limits.read_seconds:g} seconds"
                    ) from None


def _text(value: bytes) -> str:
    """A header as text: UTF-8 as some servers write it, else Latin-1 as HTTP once said."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _said(error: OSError) -> str:
    return "it took too long" if isinstance(error, TimeoutError) else error.strerror or str(error)
