"""Trees: whole-number scores that do not depend on the batch, files without pickle, bad files refused."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.models.trees import Trees, read_trees

INF = float("inf")


def small() -> Trees:
    """Two trees: the first asks feature 0 then 1, the second is a leaf."""
    return Trees(
        names=("length", "words"),
        roots=np.array([0, 5]),
        feature=np.array([0, 0, 1, 0, 0, 0]),
        threshold=np.array([10, INF, 2.5, INF, INF, INF], np.float32),
        child=np.array([1, 1, 3, 3, 4, 5]),
        value=np.array([0, -100, 50, 20, 80, 7]),
        scale=100,
        bias=-3,
        depth=2,
    )


def write(trees: Trees, path: Path, **changed: object) -> Path:
    arrays = {name: np.array(getattr(trees, name)) for name in Trees.__slots__}
    arrays |= {name: np.array(value) for name, value in changed.items()}
    np.savez(path, allow_pickle=False, **arrays)
    return path


def test_a_row_goes_left_at_its_threshold() -> None:
    rows = np.array([[10, 0], [11, 2.5], [11, 3]], np.float32)
    assert small().scores(rows).tolist() == [-96, 24, 84]


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(-5, 5)), min_size=1, max_size=30))
def test_scores_do_not_depend_on_the_batch(pairs: list[tuple[int, int]]) -> None:
    rows = np.array(pairs, np.float32)
    whole = small().scores(rows)
    assert whole.tolist() == [int(small().scores(row[None, :])[0]) for row in rows]


def test_more_rows_than_go_at_once() -> None:
    rows = np.tile(np.array([[10, 0], [11, 3]], np.float32), (3_000, 1))
    assert small().scores(rows).tolist() == [-96, 84] * 3_000


def test_no_rows_have_no_scores() -> None:
    assert small().scores(np.empty((0, 2), np.float32)).tolist() == []


def test_what_the_features_added_makes_up_the_score() -> None:
    trees = small()
    rows = np.array([[11, 3], [10, 3], [11, 1]], np.float32)
    added = trees.weighed(rows)
    assert added[0].tolist() == [50, 30]
    means = int(trees.value[trees.roots].sum())
    assert (means + added.sum(axis=1) + trees.bias).tolist() == trees.scores(rows).tolist()


def test_a_file_gives_the_same_scores(tmp_path: Path) -> None:
    rows = np.array([[10, 0], [11, 2.5], [11, 3]], np.float32)
    stored = read_trees(write(small(), tmp_path / "a.npz"))
    assert stored.scores(rows).tolist() == small().scores(rows).tolist()
    assert stored.names == ("length", "words")


@pytest.mark.parametrize(
    "changed",
    [
        {"child": [1, 1, 3, 3, 4, 99]},
        {"child": [1, 1, 5, 3, 4, 5]},
        {"feature": [0, 0, 7, 0, 0, 0]},
        {"roots": [0, 6]},
        {"threshold": np.array([10, 1, 2.5, INF, INF, INF], np.float32)},
        {"value": [1]},
        {"scale": 0},
        {"depth": 1_000},
    ],
)
def test_files_that_point_outside_are_refused(tmp_path: Path, changed: dict[str, object]) -> None:
    with pytest.raises(InputError, match="point outside"):
        read_trees(write(small(), tmp_path / "a.npz", **changed))


def test_files_with_objects_in_them_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    np.savez(path, names=np.array([object()], dtype=object))
    with pytest.raises(InputError, match="cannot read"):
        read_trees(path)


def test_files_that_are_no_archive_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    path.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(InputError):
        read_trees(path)
    with pytest.raises(InputError):
        read_trees(tmp_path / "absent.npz")


def test_rows_of_another_width_are_refused() -> None:
    with pytest.raises(InputError, match="2 features"):
        small().scores(np.zeros((1, 3), np.float32))
