"""The hand-written pairs: whole, as many as promised, and labelled as their texts are."""

import json
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from eval.reuse_written import FOLDER, Kind, WrittenPair, blind, read_written

PAIRS = read_written()
AT_LEAST = dict.fromkeys(Kind, 20) | {Kind.REWRITE: 40, Kind.TWIN: 40}


def shared(pair: WrittenPair) -> float:
    """Share of the earlier report's runs of five words that the later one holds."""
    earlier, later = (runs(report.text) for report in (pair.earlier, pair.later))
    return len(earlier & later) / len(earlier)


def runs(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


def of(*kinds: Kind) -> list[WrittenPair]:
    return [pair for pair in PAIRS if pair.kind in kinds]


def test_there_are_as_many_of_each_kind_as_promised() -> None:
    counts = Counter(pair.kind for pair in PAIRS)
    assert all(counts[kind] >= least for kind, least in AT_LEAST.items()), counts


def test_every_grade_of_rewriting_occurs_ten_times() -> None:
    grades = Counter(pair.grade for pair in of(Kind.REWRITE))
    assert len(grades) == 3 and min(grades.values()) >= 10


def test_bases_languages_and_traps() -> None:
    assert len({pair.base for pair in PAIRS}) >= 35
    assert {pair.earlier.language for pair in PAIRS} == {"de", "en", "ru", "uk"}
    assert sum(pair.dates_swapped for pair in PAIRS) >= 10
    assert any(report.date is None for pair in PAIRS for report in (pair.earlier, pair.later))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_a_pair_is_two_texts_of_two_outlets(pair: WrittenPair) -> None:
    assert pair.earlier.text != pair.later.text
    assert pair.earlier.title != pair.later.title
    assert pair.earlier.outlet != pair.later.outlet
    for report in (pair.earlier, pair.later):
        assert 75 <= len(report.text.split()) <= 350
        assert report.date is None or date.fromisoformat(report.date).year in {2025, 2026}


def test_only_a_translation_must_and_only_some_kinds_may_cross_languages() -> None:
    crossing = [pair for pair in PAIRS if pair.earlier.language != pair.later.language]
    assert {pair for pair in crossing if pair.kind is Kind.TRANSLATION} == set(of(Kind.TRANSLATION))
    assert {pair.kind for pair in crossing} <= {Kind.TRANSLATION, Kind.RETELLING, Kind.TWIN}


def test_copies_hold_their_source_and_twins_do_not() -> None:
    assert min(shared(pair) for pair in of(Kind.COPY)) >= 0.75
    assert max(shared(pair) for pair in of(Kind.TWIN, Kind.COMMON_ORIGIN)) <= 0.25


def test_the_blind_order_does_not_follow_the_direction() -> None:
    first_is_source = [blind(pair)[0] == pair.earlier for pair in PAIRS if pair.is_reuse]
    assert 0.4 < sum(first_is_source) / len(first_is_source) < 0.6


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "paraphrase"),
        ("later", "nowhere-a"),
        ("direction", None),
        ("grade", None),
        ("base", "other"),
        ("direction_evidence", ["a feeling"]),
        ("dates_swapped", True),
        ("surplus", 1),
    ],
)
def test_a_record_that_is_not_whole_is_refused(tmp_path: Path, field: str, value: object) -> None:
    shutil.copy(FOLDER / "reports.jsonl", tmp_path)
    rewrite = next(pair for pair in PAIRS if pair.kind is Kind.REWRITE and not pair.dates_swapped)
    lines = (FOLDER / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    record = next(found for found in map(json.loads, lines) if found["id"] == rewrite.id)
    (tmp_path / "pairs.jsonl").write_text(json.dumps(record | {field: value}), encoding="utf-8")
    with pytest.raises(ValueError, match=f"{value}|{field}|{rewrite.id}"):
        read_written(tmp_path)


def test_two_pairs_with_one_id_are_refused(tmp_path: Path) -> None:
    shutil.copy(FOLDER / "reports.jsonl", tmp_path)
    line = (FOLDER / "pairs.jsonl").read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "pairs.jsonl").write_text(f"{line}\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="one id"):
        read_written(tmp_path)
