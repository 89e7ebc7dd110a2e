"""A run of `onrecord fetch`: URLs in, an archive and a report out."""

import math
import queue
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Protocol

from onrecord import __version__
from onrecord.config import FetchConfig
from onrecord.data import Problem
from onrecord.errors import InputError
from onrecord.fetch.archive import Archive, Held, open_archive
from onrecord.fetch.outcome import RefusedError, StoppedError, Visit
from onrecord.fetch.pace import Turns
from onrecord.fetch.records import info_record, visit_records
from onrecord.fetch.urls import Target, target_of
from onrecord.fetch.visit import Visitor, World

_WAIT_SECONDS = 0.2
_STOP_SECONDS = 2.0


class Progress(Protocol):
    """Told while a run goes on; the CLI draws it."""

    def phase(self, name: str, total: int | None) -> None:
        """The fetching of `total` URLs begins."""

    def advance(self, steps: int = 1) -> None:
        """So many URLs are done."""


class _Silent:
    def phase(self, name: str, total: int | None) -> None:
        pass

    def advance(self, steps: int = 1) -> None:
        pass


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """`allow_private`: any address and port may be asked. `retry`: ask again what an earlier run was
    refused for good. `refresh`: ask again for what the archive holds, in case it has changed."""

    config: FetchConfig = field(default_factory=FetchConfig)
    allow_private: bool = False
    retry: bool = False
    refresh: bool = False


@dataclass(frozen=True, slots=True)
class FetchReport:
    """What a run did, in counts of URLs.

    `held` were in the archive already; `cut` is the number of bytes of a torn record that were cut
    off first. `problems` are in the order of the URLs as given, each with the URL as its place;
    `notes` are remarks about hosts, sorted.
    """

    archive: Path
    fetched: int
    unchanged: int
    held: int
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()
    cut: int = 0


@dataclass(slots=True)
class _Plan:
    """The URLs of a run, each once, in the order given."""

    order: dict[str, int] = field(default_factory=dict)
    seeds: list[Target] = field(default_factory=list)
    problems: list[tuple[int, Problem]] = field(default_factory=list)
    held: int = 0


def fetch(
    urls: Iterable[str],
    to: Path,
    options: FetchOptions | None = None,
    progress: Progress | None = None,
    world: World | None = None,
) -> FetchReport:
    """Fetch pages politely into the WARC `to`, which is made or added to.

    URLs that it holds are not asked for again (see FetchOptions). What cannot be fetched is a problem
    in the report. Raises InputError when the archive or the settings cannot be used, and
    KeyboardInterrupt on Ctrl-C, after what is done was written.
    """
    options, progress, world = options or FetchOptions(), progress or _Silent(), world or World()
    _check(options.config)
    agent = agent_of(options.config.contact)
    with open_archive(to) as archive:
        plan = _plan(urls, archive.held, options)
        notes: set[str] = set()
        visitor = Visitor(options.config, agent, options.allow_private, world, notes.add)
        counts = _Counts(archive, plan, agent, options.config.contact, world)
        if plan.seeds:
            progress.phase("fetching", len(plan.seeds))
            _Crew(visitor, plan.seeds, options, archive.held, world).work(counts, progress)
        problems = tuple(problem for _, problem in sorted(plan.problems, key=lambda item: item[0]))
        return FetchReport(
            archive=to,
            fetched=counts.fetched,
            unchanged=counts.unchanged,
            held=plan.held,
            problems=problems,
            notes=tuple(sorted(notes)),
            cut=archive.cut,
        )


def _check(config: FetchConfig) -> None:
    """Raises InputError for a setting that no run can go by."""
    least = {"interval": 0, "max_delay": 0, "max_redirects": 0}
    for item in fields(config):
        value = getattr(config, item.name)
        if isinstance(value, int | float) and not least.get(item.name, 1e-3) <= value < math.inf:
            raise InputError(f"[fetch] {item.name} = {value}: no sensible value (docs/config.md)")


def agent_of(contact: str) -> str:
    """The User-Agent header. Raises InputError for a contact that cannot stand in it."""
    if not contact:
        return f"onrecord/{__version__}"
    fine = (
        contact.isascii() and contact.isprintable() and not set(contact) & set("()\\ ") and len(contact) < 200
    )
    if not fine or not ("@" in contact or contact.startswith(("http://", "https://"))):
        raise InputError(
            f"contact {contact!r}: give a mail address or an http(s):// URL, in ASCII, no spaces"
        )
    return f"onrecord/{__version__} (+{contact})"


def _plan(urls: Iterable[str], held: Held, options: FetchOptions) -> _Plan:
    plan = _Plan()
    most = options.config.max_urls
    for number, text in enumerate(urls):
        try:
            target = target_of(text)
            if target.url in plan.order:
                continue
            if len(plan.order) >= most:
                raise RefusedError(
                    "too many URLs", f"{target.url}: after the first {most} ([fetch] max_urls)"
                )
            plan.order[target.url] = number
            _place(plan, target, held, options)
        except RefusedError as refused:
            plan.problems.append((number, Problem(refused.kind, refused.message, text.strip()[:300])))
    return plan


def _place(plan: _Plan, target: Target, held: Held, options: FetchOptions) -> None:
    """Ask for a URL, or not: it may be there already, or refused for good."""
    if target.url in held.done:
        if options.refresh:
            plan.seeds.append(target)
        else:
            plan.held += 1
        return
    earlier = held.refused.get(target.url)
    if earlier and earlier.lasting and not options.retry:
        raise RefusedError(earlier.kind, f"{earlier.message} (in an earlier run; --retry asks again)")
    plan.seeds.append(target)


class _Counts:
    """Writes visits down and counts them; used by one thread only."""

    def __init__(self, archive: Archive, plan: _Plan, agent: str, contact: str, world: World) -> None:
        self._archive, self._plan, self._agent, self._contact = archive, plan, agent, contact
        self._world = world
        self._info = ""
        self.fetched = self.unchanged = 0

    def take(self, visit: Visit) -> None:
        date = self._world.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
        info = b""
        if not self._info:
            info, self._info = info_record(date, self._agent, self._contact)
        self._archive.append(info + visit_records(visit, date, self._info))
        if visit.refusal:
            problem = Problem(visit.refusal.kind, visit.refusal.message, visit.seed)
            self._plan.problems.append((self._plan.order[visit.seed], problem))
        elif visit.unchanged:
            self.unchanged += 1
        else:
            self.fetched += 1


class _Crew:
    """Threads that visit URLs while the calling one writes down what they bring."""

    def __init__(
        self, visitor: Visitor, seeds: list[Target], options: FetchOptions, held: Held, world: World
    ) -> None:
        self._visitor, self._clock = visitor, world.clock
        self._answers = held.answers if options.refresh else {}
        self._turns = Turns(seeds, visitor.pace)
        self._left = len(seeds)
        # Small: answers wait in memory, and a slow disk shall slow the fetching down.
        self._brought: queue.Queue[Visit | BaseException] = queue.Queue(maxsize=options.config.hosts)
        count = min(options.config.hosts, self._turns.hosts)
        # Daemons: one that hangs in the system's resolver must not keep the program from ending.
        self._threads = [threading.Thread(target=self._visit_all, daemon=True) for _ in range(count)]

    def work(self, counts: _Counts, progress: Progress) -> None:
        """Visit all; on Ctrl-C write down what has come and stop."""
        for thread in self._threads:
            thread.start()
        try:
            while self._left:
                self._take(counts, progress)
        finally:
            self._clock.stop()
            self._turns.close()
            self._end(counts, progress)

    def _take(self, counts: _Counts, progress: Progress) -> None:
        try:
            brought = self._brought.get(timeout=_WAIT_SECONDS)
        except queue.Empty:
            return
        if isinstance(brought, BaseException):
            raise brought
        self._left -= 1
        counts.take(brought)
        progress.advance()

    def _end(self, counts: _Counts, progress: Progress) -> None:
        until = time.monotonic() + _STOP_SECONDS
        while self._left and time.monotonic() < until:
            if not any(thread.is_alive() for thread in self._threads) and self._brought.empty():
                return
            self._take(counts, progress)

    def _visit_all(self) -> None:
        try:
            while not self._clock.stopped() and (seed := self._turns.take()):
                try:
                    self._brought.put(self._visitor.visit(seed, self._answers))
                finally:
                    self._turns.give_back(seed.host)
        except StoppedError:
            return
        except BaseException as error:  # the calling thread raises it
            self._brought.put(error)
