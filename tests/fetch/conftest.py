"""A site, a clock, and a way to fetch from the one with the other."""

import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.config import FetchConfig
from onrecord.fetch.run import FetchOptions, FetchReport, fetch
from onrecord.fetch.visit import World
from tests.fetch.site import QUICK, FakeClock, Site, serving


@pytest.fixture(autouse=True)
def nothing_leaves_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that would connect to anything but loopback fails."""
    connect = socket.socket.connect

    def guarded(sock: socket.socket, address: tuple[str, int]) -> None:
        if not address[0].startswith("127.") and address[0] != "::1":
            raise AssertionError(address)
        connect(sock, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@dataclass(slots=True)
class Run:
    """Fetches into one archive; every run has a new clock."""

    archive: Path
    site: Site

    def __call__(
        self,
        *urls: str,
        config: FetchConfig = QUICK,
        retry: bool = False,
        refresh: bool = False,
        allow_private: bool = True,
        resolver: Callable[[str, int], list[str]] | None = None,
    ) -> FetchReport:
        clock = FakeClock()
        self.site.clock = clock.monotonic
        # Every name leads to the site, unless a test says otherwise: nothing leaves the machine.
        world = World(clock=clock, resolver=resolver or (lambda host, port: ["127.0.0.1"]))
        options = FetchOptions(config, allow_private=allow_private, retry=retry, refresh=refresh)
        return fetch(urls, self.archive, options, world=world)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as site:
        yield site


@pytest.fixture
def run(site: Site, tmp_path: Path) -> Run:
    return Run(tmp_path / "a.warc.gz", site)
