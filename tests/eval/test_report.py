"""Floors: a figure below one fails, and so does a floor that no table was made for."""

import importlib
import json
from pathlib import Path

import pytest

from eval import __main__ as command
from eval.report import Row, Skipped, Table, below_floor, load_floors, without_table

KEY = "status/written/en"
FLOORS = {KEY: {"accuracy": 0.9}}


def table(name: str, **metrics: float) -> Table:
    question, dataset, split = name.split("/")
    return Table(question, dataset, split, (Row("onrecord", metrics), Row("naive", {"accuracy": 0.1})))


def test_a_figure_at_its_floor_passes_and_one_below_or_missing_fails() -> None:
    assert below_floor([table(KEY, accuracy=0.9)], FLOORS) == []
    assert below_floor([table(KEY, accuracy=0.89)], FLOORS) == [
        f"{KEY} accuracy: 0.89 is below the floor of 0.9"
    ]
    assert below_floor([table(KEY, recall=1.0)], FLOORS) == [
        f"{KEY} accuracy: None is below the floor of 0.9"
    ]


def test_a_table_without_our_own_row_is_below_its_floors() -> None:
    peers = Table("status", "written", "en", (Row("naive", {"accuracy": 0.95}),))
    assert below_floor([peers], FLOORS) == [f"{KEY} accuracy: None is below the floor of 0.9"]


def test_a_floor_whose_table_was_made_is_not_named() -> None:
    assert without_table(FLOORS, [table(KEY)], [], ["status"], "dev") == ([], [])


def test_a_floor_of_a_question_that_was_not_asked_is_not_named() -> None:
    assert without_table(FLOORS, [], [], ["dates"], "dev") == ([], [])


def test_a_floor_that_no_table_covers_is_an_error() -> None:
    errors, excused = without_table(FLOORS, [table("status/renamed/en")], [], ["status"], "dev")
    assert len(errors) == 1
    assert KEY in errors[0]
    assert excused == []


def test_absent_data_excuse_the_floors_of_their_own_tables_only() -> None:
    floors = {
        "dates/tempeval3-even/train": {"F1": 0.9},
        "dates/tempeval3-odd/train": {"F1": 0.9},
        "dates/meantime_dev/apple": {"F1": 0.9},
    }
    gone = Skipped("dates", "tempeval3", "tempeval3 is not there")
    errors, excused = without_table(floors, [], [gone], ["dates"], "train")
    assert [line.split(":")[0] for line in errors] == ["dates/meantime_dev/apple"]
    assert excused == [
        "dates/tempeval3-even/train: tempeval3 is not there",
        "dates/tempeval3-odd/train: tempeval3 is not there",
    ]


def test_a_floor_of_another_split_is_named_and_of_this_split_an_error() -> None:
    floors = {"actors/gum_news_heldout/train": {"conll": 0.4}}
    assert without_table(floors, [], [], ["actors"], "dev") == (
        [],
        ["actors/gum_news_heldout/train: pinned for the split train"],
    )
    assert len(without_table(floors, [], [], ["actors"], "train").errors) == 1


def test_every_floor_is_of_a_question_that_can_be_asked() -> None:
    assert {key.split("/")[0] for key in load_floors()} <= set(command.QUESTIONS)


def test_the_command_fails_when_a_table_is_dropped_though_its_data_is_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = importlib.import_module("eval.questions.status")
    made = [table(key, accuracy=1.0) for key in load_floors() if key.startswith("status/")]
    monkeypatch.setattr(status, "run", lambda gold, split: made)
    assert command.main(["status", "--gold", str(tmp_path), "--json"]) == 0
    capsys.readouterr()
    monkeypatch.setattr(status, "run", lambda gold, split: made[1:])
    assert command.main(["status", "--gold", str(tmp_path), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [made[0].key in line for line in told["floors_without_table"]] == [True]
    assert command.main(["status", "--gold", str(tmp_path)]) == 1
    assert made[0].key in capsys.readouterr().out


def test_where_gold_is_absent_its_floors_are_named_and_the_command_passes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["extraction", "dates", "--gold", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    for key in load_floors():
        if key.startswith(("extraction/", "dates/")):
            assert f"floor not measured: {key}" in said
