"""What is remembered: under its key alone, in one version, and never anything that is not whole."""

import sqlite3
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.memo import (
    NO_MEMO,
    MemoryMemo,
    Numbers,
    joined,
    key_bytes,
    key_of,
    pair_keys,
    recalled,
    remembered,
)
from onrecord.runners.memo import FileMemo, forget, memo_path

ROWS = [(bytes([n]) * 16, f"value {n}".encode()) for n in range(5)]
KEYS = [key for key, _ in ROWS]


def _numbers(*firsts: int) -> Numbers:
    first = np.array(sorted(firsts), dtype=np.uint64)
    return Numbers(first, first + np.uint64(1), first.astype(np.float64))


def test_a_file_gives_back_what_it_was_given(tmp_path: Path) -> None:
    for _ in range(2):
        with FileMemo(tmp_path / "memo", "one") as memo:
            memo.write("a", ROWS)
            assert memo.read("a", [*KEYS, b"other"]) == [value for _, value in ROWS] + [None]
            assert memo.read("b", KEYS) == [None] * 5
    with FileMemo(tmp_path / "memo", "one") as memo:
        assert memo.read("a", KEYS[:1]) == [b"value 0"]


def test_many_are_read_in_one_go(tmp_path: Path) -> None:
    rows = [(n.to_bytes(16, "big"), b"x%d" % n) for n in range(3_000)]
    with FileMemo(tmp_path / "memo", "one") as memo:
        memo.write("a", rows)
        assert memo.read("a", [key for key, _ in rows[::-1]]) == [value for _, value in rows[::-1]]


def test_another_version_is_never_seen(tmp_path: Path) -> None:
    with FileMemo(tmp_path / "memo", "one") as memo:
        memo.write("a", ROWS)
        memo.add_numbers("n", _numbers(3))
    with FileMemo(tmp_path / "memo", "two") as memo:
        assert memo.read("a", KEYS) == [None] * 5
        assert len(memo.numbers("n").first) == 0
    with FileMemo(tmp_path / "memo", "one") as memo:
        assert memo.read("a", KEYS) == [None] * 5


def test_changed_bytes_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "memo"
    with FileMemo(path, "one") as memo:
        memo.write("a", ROWS)
        memo.add_numbers("n", _numbers(3, 9))
    with sqlite3.connect(path) as file:
        file.execute("UPDATE entry SET value = CAST('garbage!value 0' AS BLOB) WHERE key = ?", (KEYS[0],))
        file.execute("UPDATE entry SET value = 'text' WHERE key = ?", (KEYS[1],))
        file.execute(
            "UPDATE entry SET value = (SELECT value FROM entry WHERE key = ?) WHERE key = ?", KEYS[2:4]
        )
        file.execute("UPDATE numbers SET value = substr(value, 1, length(value) - 1)")
    file.close()
    with FileMemo(path, "one") as memo:
        assert memo.read("a", KEYS) == [None, None, b"value 2", None, b"value 4"]
        assert len(memo.numbers("n").first) == 0


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_file_that_is_none_is_begun_again(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "memo"
    path.write_bytes(content)
    with FileMemo(path, "one") as memo:
        assert memo.read("a", KEYS) == [None] * 5
        memo.write("a", ROWS)
        assert memo.read("a", KEYS[:1]) == [b"value 0"]


def test_a_place_that_cannot_be_written_knows_nothing(tmp_path: Path) -> None:
    with FileMemo(tmp_path / "absent" / "memo", "one") as memo:
        memo.write("a", ROWS)
        memo.add_numbers("n", _numbers(3))
        memo.sweep()
        assert memo.read("a", KEYS) == [None] * 5


def test_what_was_not_used_is_swept_out(tmp_path: Path) -> None:
    with FileMemo(tmp_path / "memo", "one") as memo:
        memo.write("a", ROWS)
    with FileMemo(tmp_path / "memo", "one") as memo:
        memo.read("a", KEYS[:2])
        memo.sweep()
    with FileMemo(tmp_path / "memo", "one") as memo:
        assert memo.read("a", KEYS) == [b"value 0", b"value 1", None, None, None]


def test_the_memo_of_a_case_is_taken_away(tmp_path: Path) -> None:
    case = tmp_path / "talks.onrecord"
    with FileMemo(memo_path(case), "one") as memo:
        memo.write("a", ROWS)
    forget(case)
    assert list(tmp_path.iterdir()) == []
    forget(case)


def test_numbers_are_added_and_replaced(tmp_path: Path) -> None:
    with FileMemo(tmp_path / "memo", "one") as memo:
        memo.add_numbers("n", _numbers(7, 1))
        memo.add_numbers("n", _numbers(4))
        found = memo.numbers("n")
        assert found.first.tolist() == [1, 4, 7]
        known, values = recalled(found, np.array([4, 5], np.uint64), np.array([5, 6], np.uint64))
        assert (known.tolist(), values.tolist()) == ([True, False], [4.0, 0.0])
        memo.replace_numbers("n", _numbers(2))
        assert memo.numbers("n").first.tolist() == [2]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30))
@settings(max_examples=50, deadline=None)
def test_what_is_recalled_is_what_was_kept(keys: list[tuple[int, int]]) -> None:
    half = keys[: len(keys) // 2]
    first, second = (np.array([key[side] for key in half], dtype=np.uint64) for side in (0, 1))
    kept = joined([Numbers(first, second, np.ones(len(half)))])
    one, other = (np.array([key[side] for key in keys], dtype=np.uint64) for side in (0, 1))
    known, _ = recalled(kept, one, other)
    # of two keys with one first half only one is found: the other is computed again
    assert all(key in half for key, is_known in zip(keys, known, strict=True) if is_known)
    assert all(
        known[place] for place, key in enumerate(keys) if [k for k in set(half) if k[0] == key[0]] == [key]
    )


def test_only_what_is_missing_is_computed() -> None:
    memo, asked = MemoryMemo(), []

    def compute(missing: list[int]) -> list[bytes]:
        asked.append(missing)
        return [b"%d" % place for place in missing]

    memo.write("k", [(KEYS[1], b"known")])
    assert remembered(memo, "k", KEYS, compute) == [b"0", b"known", b"2", b"3", b"4"]
    assert remembered(memo, "k", KEYS, compute) == [b"0", b"known", b"2", b"3", b"4"]
    assert asked == [[0, 2, 3, 4]]
    assert remembered(NO_MEMO, "k", KEYS[:2], compute) == [b"0", b"1"]


def test_keys_tell_parts_and_sides_apart() -> None:
    assert key_of(b"ab", b"c") != key_of(b"a", b"bc")
    digests = np.arange(8, dtype=np.uint64).reshape(4, 2)
    left, right = np.array([0, 1, 0]), np.array([1, 0, 2])
    keys = key_bytes(*pair_keys(digests, left, right))
    assert len(set(keys)) == 3
    assert {len(key) for key in keys} == {16}
