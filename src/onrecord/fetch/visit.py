"""One URL: robots.txt, the request, the redirects that follow, each hop checked as the first one was."""

import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from onrecord.config import FetchConfig
from onrecord.fetch.addresses import Resolver, addresses_of, resolve
from onrecord.fetch.outcome import Earlier, Exchange, RefusedError, Visit
from onrecord.fetch.pace import Clock, Pace
from onrecord.fetch.robots import REDIRECTS, Robots
from onrecord.fetch.urls import Target, target_of
from onrecord.fetch.wire import Headers, Limits, ask

# Statuses after which the same request may well be answered later.
_PASSING = frozenset({408, 425, 429})
_REST = frozenset({429, 503})
_ACCEPT = "text/html,application/xhtml+xml,text/plain;q=0.9,application/pdf;q=0.8,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class World:
    """What lies outside of the program: tests put others in its place."""

    clock: Clock = field(default_factory=Clock)
    resolver: Resolver = resolve
    # The system's certificates; SSL_CERT_FILE and SSL_CERT_DIR count, as everywhere.
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)


class Visitor:
    """Visits URLs; safe to use from several threads."""

    def __init__(
        self,
        config: FetchConfig,
        agent: str,
        allow_private: bool,
        world: World,
        note: Callable[[str], None],
    ) -> None:
        self._config, self._agent, self._allow_private = config, agent, allow_private
        self._world, self._note = world, note
        self.pace = Pace(world.clock, config.interval, config.give_up)
        self._robots = Robots(self._ask_robots, self._slow_down, config.robots_bytes)
        self._limits = Limits(
            config.connect_seconds, config.read_seconds, config.total_seconds, config.max_bytes
        )

    def visit(self, seed: Target, held: Mapping[str, Earlier]) -> Visit:
        """Fetch one URL. What is in `held` (by URL) is asked for only if it has changed."""
        exchanges: list[Exchange] = []
        try:
            unchanged = self._walk(seed, held, exchanges)
        except RefusedError as refused:
            if seed.url not in refused.message:
                message = f"{seed.url} leads on: {refused.message}"
                refused = RefusedError(refused.kind, message, refused.lasting)
            return Visit(seed.url, tuple(exchanges), refusal=refused)
        return Visit(seed.url, tuple(exchanges), unchanged=unchanged)

    def _walk(self, seed: Target, held: Mapping[str, Earlier], exchanges: list[Exchange]) -> Earlier | None:
        target = seed
        for _ in range(self._config.max_redirects + 1):
            if any(target.url == exchange.url for exchange in exchanges):
                raise RefusedError("redirect loop", f"{seed.url}: leads back to {target.url}", lasting=True)
            self._robots.check(target)
            earlier = held.get(target.url)
            answer = self._ask(target, self._limits, _page_headers(earlier))
            exchanges.append(answer)
            if answer.truncated:
                limit = self._config.max_bytes
                raise RefusedError("too large", f"{target.url}: cut off after {limit} bytes", lasting=True)
            if answer.status not in REDIRECTS:
                return _judge(answer, earlier)
            target = _next(answer)
        most = self._config.max_redirects
        raise RefusedError(
            "too many redirects", f"{seed.url}: more than {most}, on to {target.url}", lasting=True
        )

    def _ask_robots(self, target: Target) -> Exchange:
        limits = Limits(
            self._limits.connect_seconds,
            self._limits.read_seconds,
            self._limits.total_seconds,
            self._config.robots_bytes,
            whole=False,
        )
        return self._ask(
            target, limits, (("Accept", "text/plain,*/*;q=0.5"), ("Accept-Encoding", "identity"))
        )

    def _ask(self, target: Target, limits: Limits, headers: Headers) -> Exchange:
        """One request, when the host's turn has come, to an address that was checked."""
        config = self._config
        addresses = addresses_of(target, self._world.resolver, self._allow_private)
        if target.port not in config.ports and not self._allow_private:
            allowed = ", ".join(str(port) for port in config.ports)
            raise RefusedError("other port", f"{target.url}: port {target.port} is not one of {allowed}")
        clock = self._world.clock
        self.pace.begin(target.host)
        failed = True
        try:
            date = clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
            sent = (("User-Agent", self._agent), *headers)
            answer = ask(target, addresses, sent, limits, self._world.tls, date, clock.stopped)
            failed = answer.status in _REST
        except RefusedError as refused:
            failed = refused.kind != "too large"
            raise
        finally:
            self.pace.end(target.host, failed)
        if failed:
            self._rest(target, answer)
        return answer

    def _rest(self, target: Target, answer: Exchange) -> None:
        """A host that asks for a rest gets it, as far as the limit on delays goes."""
        asked = (answer.header("retry-after") or "").strip()
        seconds = float(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else 0.0
        self.pace.hold(target.host, min(max(seconds, self._config.interval), self._config.max_delay))

    def _slow_down(self, target: Target, delay: float) -> None:
        most = self._config.max_delay
        if delay > most:
            self._note(
                f"{target.origin}/robots.txt asks for {delay:g} seconds between requests; "
                f"{most:g} are kept ([fetch] max_delay)"
            )
        if delay > self._config.interval:
            self.pace.slow_down(target.host, min(delay, most))


def _page_headers(earlier: Earlier | None) -> Headers:
    asked = [("Accept", _ACCEPT), ("Accept-Encoding", "gzip")]
    if earlier:
        told = (("If-None-Match", earlier.etag), ("If-Modified-Since", earlier.modified))
        asked += [(name, value) for name, value in told if value and value.isascii() and value.isprintable()]
    return tuple(asked)


def _judge(answer: Exchange, earlier: Earlier | None) -> Earlier | None:
    """Whether a last answer is a page; returns the earlier one when the server says it is still good."""
    if 200 <= answer.status < 300:
        return None
    if answer.status == 304 and earlier:
        return earlier
    lasting = 400 <= answer.status < 500 and answer.status not in _PASSING
    raise RefusedError(f"status {answer.status}", f"{answer.url} answered {answer.status}", lasting)


def _next(answer: Exchange) -> Target:
    location = answer.header("location")
    if not location:
        message = f"{answer.url} answered {answer.status} without saying where to"
        raise RefusedError(f"status {answer.status}", message, lasting=True)
    try:
        return target_of(location, answer.url)
    except RefusedError as refused:
        raise RefusedError(
            refused.kind, f"{answer.url} leads on: {refused.message}", lasting=True
        ) from refused
