"""The engine over worker processes answers as the local one, ends cleanly, and says when a worker died."""

import os
from collections.abc import Iterator
from functools import partial

import pytest

from onrecord.engine import LocalEngine, Parcel
from onrecord.errors import EngineError
from onrecord.runners.engine import ProcessEngine, name_of

EAGER = {"patience": 0.0, "heavy": 0.0}
PARENT = os.getpid()


def _square(number: int) -> int:
    return number * number


def _pid(number: int) -> int:
    return os.getpid()


def _fails_at(number: int, bad: int) -> int:
    if number == bad:
        raise ValueError(f"no {number}")
    return number


def _dies_at(number: int, bad: int, parent: int) -> int:
    if number == bad and os.getpid() != parent:
        os._exit(3)
    return number


def _prints(number: int) -> int:
    print("noise", number)
    return number


def _size(item: tuple[Parcel[list[int]], int]) -> int:
    return len(item[0].value) + item[1]


def _sum(key: str, values: list[int]) -> Iterator[tuple[str, int]]:
    yield key, sum(values)


@pytest.mark.parametrize("workers", [0, 1, 2, 3])
def test_results_and_order_are_those_of_the_local_engine(workers: int) -> None:
    with ProcessEngine(workers, **EAGER) as engine:
        assert list(engine.map(_square, range(200))) == list(LocalEngine().map(_square, range(200)))
        assert list(engine.map(_square, [])) == []
        pairs = [(f"k{n % 7}", n) for n in range(50)]
        assert list(engine.group(pairs, _sum)) == list(LocalEngine().group(pairs, _sum))


def test_workers_are_started_only_for_heavy_work() -> None:
    with ProcessEngine(2) as engine:
        assert list(engine.map(_square, range(5000)))[-1] == 4999**2
        assert engine.started == 0
    with ProcessEngine(2, **EAGER) as engine:
        assert set(engine.map(_pid, range(200))) - {os.getpid()}
        assert 1 <= engine.started <= 2


def test_what_a_function_raises_is_raised_here_and_the_engine_goes_on() -> None:
    with ProcessEngine(2, **EAGER) as engine:
        with pytest.raises(ValueError, match="no 70"):
            list(engine.map(partial(_fails_at, bad=70), range(200)))
        assert list(engine.map(_square, range(100))) == [n * n for n in range(100)]


def test_a_dying_worker_is_an_error_that_says_so() -> None:
    with ProcessEngine(2, **EAGER) as engine, pytest.raises(EngineError, match=r"exit code 3.*_dies_at"):
        list(engine.map(partial(_dies_at, bad=70, parent=os.getpid()), range(200)))


def test_what_a_function_prints_does_not_come_between() -> None:
    with ProcessEngine(2, **EAGER) as engine:
        assert list(engine.map(_prints, range(100))) == list(range(100))


def test_a_parcel_is_the_same_wherever_it_is_opened() -> None:
    shared = Parcel(list(range(1000)))
    items = [(shared, number) for number in range(100)]
    with ProcessEngine(2, **EAGER) as engine:
        assert list(engine.map(_size, items)) == [1000 + number for number in range(100)]


def test_workers_end_with_the_engine_also_when_results_are_left() -> None:
    engine = ProcessEngine(2, **EAGER)
    found = engine.map(_square, range(1000))
    assert [next(found) for _ in range(40)][-1] == 39 * 39
    mappers = list(engine._alive)
    engine.close()
    assert mappers
    assert not any(mapper.running for mapper in mappers)
    with pytest.raises(EngineError):
        list(engine.map(_square, range(100)))


def test_names_are_found_under_partials() -> None:
    assert name_of(partial(partial(_fails_at, bad=1))) == "_fails_at"
