"""robots.txt after RFC 9309: asked for once a run for each scheme, host and port.

Protego reads the rules. Before it does, lines for other robots are folded into one: Protego keeps a
copy of each rule for each robot named above it, which a hostile file of 500 KiB could make 10^8 of.
"""

import re
import threading
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field

from protego import Protego

from onrecord.fetch.outcome import Exchange, RefusedError
from onrecord.fetch.urls import Target, target_of
from onrecord.fetch.wire import body_of

TOKEN = "onrecord"  # noqa: S105 - the name that robots.txt may call us by
MAX_REDIRECTS = 5
OUT_OF_REACH = "robots.txt out of reach"
_OF_THE_HOST = frozenset(
    {"private address", "other port", "no such host", "no connection", "bad certificate"}
)
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_AGENT = re.compile(r"[ \t\ufeff]*(?:user[- ]?agent)[ \t]*(?::|[ \t])[ \t]*([^#]*)", re.IGNORECASE)
_PRODUCT = re.compile(r"[A-Za-z_-]*")


@dataclass(frozen=True, slots=True)
class Rules:
    """What one origin's robots.txt says. `refusal` is set when the whole origin must be left alone."""

    parser: Protego | None = None
    refusal: RefusedError | None = None


@dataclass(slots=True)
class _Slot:
    lock: threading.Lock = field(default_factory=threading.Lock)
    rules: Rules | None = None


class Robots:
    """The rules of every origin met in this run. `ask` sends one request, address checked and paced."""

    def __init__(
        self,
        ask: Callable[[Target], Exchange],
        slow_down: Callable[[Target, float], None],
        max_bytes: int,
    ) -> None:
        self._ask, self._slow_down, self._max_bytes = ask, slow_down, max_bytes
        self._lock = threading.Lock()
        self._slots: dict[str, _Slot] = {}

    def check(self, target: Target) -> None:
        """Raises RefusedError when robots.txt forbids `target` or could not be had."""
        with self._lock:
            slot = self._slots.setdefault(target.origin, _Slot())
        with slot.lock:
            if slot.rules is None:
                slot.rules = self._load(target)
        rules = slot.rules
        if rules.refusal:
            raise RefusedError(rules.refusal.kind, f"{target.url}: {rules.refusal.message}")
        if rules.parser and not rules.parser.can_fetch(target.url, TOKEN):
            message = f"{target.url}: {target.origin}/robots.txt does not allow {target.path} to {TOKEN}"
            raise RefusedError("robots.txt forbids", message, lasting=True)

    def _load(self, target: Target) -> Rules:
        at = Target(target.scheme, target.host, target.port, "/robots.txt")
        hops: list[str] = []
        try:
            answer = self._follow(at, hops)
            if answer is None or (400 <= answer.status < 500 and answer.status != 429):
                return Rules()
            if not 200 <= answer.status < 300:
                return Rules(refusal=RefusedError(OUT_OF_REACH, f"{answer.url} answered {answer.status}"))
            parser = read_rules(_body(answer, self._max_bytes))
        except RefusedError as refused:
            # What keeps us from the host itself keeps that name; the rest is about its robots.txt.
            if len(hops) == 1 and refused.kind in _OF_THE_HOST:
                return Rules(refusal=RefusedError(refused.kind, refused.message.removeprefix(f"{at.url}: ")))
            return Rules(refusal=RefusedError(OUT_OF_REACH, refused.message))
        delay = _delay(parser)
        if delay:
            self._slow_down(target, delay)
        return Rules(parser)

    def _follow(self, target: Target, hops: list[str]) -> Exchange | None:
        """The answer for a robots.txt; None when it only leads on and on (RFC 9309, 2.3.1.2)."""
        for _ in range(MAX_REDIRECTS + 1):
            hops.append(target.url)
            answer = self._ask(target)
            location = answer.header("location")
            if answer.status not in REDIRECTS or not location:
                return answer
            target = target_of(location, target.url)
        return None


def read_rules(data: bytes) -> Protego:
    """Parse robots.txt; never raises on any bytes."""
    lines = []
    for line in data.decode("utf-8-sig", "replace").splitlines():
        found = _AGENT.match(line)
        lines.append(f"User-agent: {_robot(found.group(1).strip())}" if found else line)
    return Protego.parse("\n".join(lines))


def _robot(value: str) -> str:
    """The robot that a User-agent line speaks of: us, all, or some other one."""
    if value.split(maxsplit=1)[:1] == ["*"]:
        return "*"
    product = _PRODUCT.match(value)
    return TOKEN if product and product.group().lower() == TOKEN else "zz-other"


def _delay(parser: Protego) -> float:
    rate = parser.request_rate(TOKEN)
    return max(parser.crawl_delay(TOKEN) or 0.0, rate.seconds / rate.requests if rate else 0.0)


def _body(answer: Exchange, limit: int) -> bytes:
    """The file's first `limit` bytes without a broken last line, unpacked."""
    body = body_of(answer)
    packed = (answer.header("content-encoding") or "identity").strip().lower()
    if packed != "identity":
        body = _unpacked(answer.url, body, packed, limit)
    if len(body) > limit or answer.truncated:
        return body[:limit].rpartition(b"\n")[0]
    return body


def _unpacked(url: str, body: bytes, packed: str, limit: int) -> bytes:
    if packed not in ("gzip", "x-gzip", "deflate"):
        raise RefusedError("broken answer", f"{url} is packed as {packed!r}")
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(body, limit + 1)
    except zlib.error as error:
        raise RefusedError("broken answer", f"{url} cannot be unpacked ({error})") from error
