"""Pace: one request a second to a host, hosts in turn, none two at a time."""

import threading
import time
from itertools import pairwise

import pytest

from onrecord.config import FetchConfig
from onrecord.fetch.outcome import RefusedError, StoppedError
from onrecord.fetch.pace import Clock, Pace, Turns
from onrecord.fetch.run import FetchOptions, fetch
from onrecord.fetch.urls import target_of
from onrecord.fetch.visit import World
from tests.fetch.conftest import Run
from tests.fetch.site import FakeClock, Send, Site, moved, page


def test_a_pause_counts_from_the_end_of_a_request() -> None:
    clock = FakeClock()
    pace = Pace(clock, 1.0, 5)
    pace.begin("a.example")
    clock.sleep(30)
    pace.end("a.example", failed=False)
    start = clock.monotonic()
    pace.begin("b.example")
    assert clock.monotonic() == start
    pace.begin("a.example")
    assert clock.monotonic() == start + 1


def test_a_host_that_asks_for_a_rest_gets_it() -> None:
    clock = FakeClock()
    pace = Pace(clock, 1.0, 5)
    pace.begin("a.example")
    pace.end("a.example", failed=True)
    pace.hold("a.example", 12)
    start = clock.monotonic()
    pace.begin("a.example")
    assert clock.monotonic() == start + 12


def test_a_host_that_fails_again_and_again_is_left_alone() -> None:
    pace = Pace(FakeClock(), 1.0, 3)
    for _ in range(2):
        for _ in range(2):
            pace.begin("a.example")
            pace.end("a.example", failed=True)
        pace.begin("a.example")
        pace.end("a.example", failed=False)
    for _ in range(3):
        pace.begin("a.example")
        pace.end("a.example", failed=True)
    with pytest.raises(RefusedError, match=r"a\.example failed 3 times"):
        pace.begin("a.example")
    pace.begin("b.example")


def test_turns_go_round_the_hosts_and_never_hand_out_two_of_one() -> None:
    pace = Pace(FakeClock(), 1.0, 5)
    seeds = [target_of(f"http://{host}.example/{n}") for host in "abc" for n in range(3)]
    turns = Turns(seeds, pace)
    taken = []
    for _ in range(3):
        rounds = [turns.take() for _ in range(3)]
        hosts = [target.host for target in rounds if target]
        assert sorted(hosts) == ["a.example", "b.example", "c.example"]
        taken += [target.url for target in rounds if target]
        for host in hosts:
            pace.begin(host)
            pace.end(host, failed=False)
            turns.give_back(host)
    assert turns.take() is None
    assert sorted(taken) == sorted(seed.url for seed in seeds)


def test_sleepers_wake_when_the_run_is_stopped() -> None:
    clock = Clock()
    threading.Timer(0.05, clock.stop).start()
    start = time.monotonic()
    with pytest.raises(StoppedError):
        clock.sleep(30)
    assert time.monotonic() - start < 5


def test_real_time_two_hosts_at_once_each_once_a_second(site: Site, run: Run) -> None:
    site.answers |= {f"/{n}": page() for n in range(3)}
    site.clock = time.monotonic
    urls = [site.url(f"/{n}", host) for host in ("one.example", "two.example") for n in range(3)]
    world = World(clock=Clock(), resolver=lambda host, port: ["127.0.0.1"])
    start = time.monotonic()
    assert fetch(urls, run.archive, FetchOptions(allow_private=True), world=world).fetched == 6
    # robots.txt and three pages a host, three pauses: 3 seconds for both together, not 6 or more.
    assert 2.9 < time.monotonic() - start < 5
    for host in ("one.example", "two.example"):
        times = [asked.time for asked in site.asked if asked.host.startswith(host)]
        assert len(times) == 4
        assert min(after - before for before, after in pairwise(times)) >= 0.95


def test_hosts_interleave_and_each_keeps_its_pause(site: Site, run: Run) -> None:
    hosts = [f"h{number}.example" for number in range(6)]
    site.answers |= {f"/{n}": page() for n in range(5)} | {"/4": moved(site.url("/0", "h0.example"))}
    urls = [site.url(f"/{n}", host) for host in hosts for n in range(5)]
    assert run(*urls).fetched == 30
    for host in hosts:
        times = [asked.time for asked in site.asked if asked.host.startswith(f"{host}:")]
        assert min(after - before for before, after in pairwise(times)) >= 1


def test_no_more_hosts_at_a_time_than_set(site: Site, run: Run) -> None:
    now, most, lock = 0, 0, threading.Lock()

    def slow(send: Send) -> None:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.05)
        send(page())
        with lock:
            now -= 1

    site.answers = {"/a": slow}
    urls = [site.url("/a", f"h{number}.example") for number in range(8)]
    assert run(*urls, config=FetchConfig(hosts=2)).fetched == 8
    assert most == 2


@pytest.mark.parametrize(("said", "rest"), [("12", 12), ("99999", 30), ("soon", 1), ("-5", 1)])
def test_a_server_that_says_wait_is_waited_for(site: Site, run: Run, said: str, rest: float) -> None:
    site.answers = {"/a": page(b"", "429 Too Many", f"Retry-After: {said}"), "/b": page()}
    report = run(site.url("/a"), site.url("/b"))
    assert [problem.kind for problem in report.problems] == ["status 429"]
    assert site.asked[2].time - site.asked[1].time == pytest.approx(rest, abs=0.5)


def test_a_host_that_never_answers_costs_a_few_tries(site: Site, run: Run) -> None:
    site.answers |= {f"/{n}": b"" for n in range(20)}
    report = run(*(site.url(f"/{n}") for n in range(20)))
    kinds = [problem.kind for problem in report.problems]
    assert kinds == ["broken answer"] * 5 + ["host left alone"] * 15
    assert len(site.asked) == 6
