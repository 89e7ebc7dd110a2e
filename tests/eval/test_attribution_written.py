"""Written attributions: well formed, as many as promised, and refused when one is off."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from eval.attribution_written import FILES, WrittenAttribution, WrittenPassage, load_written
from onrecord.data import Factuality, RecordStatus, Span

LANGUAGES = sorted(FILES)
GOOD: dict[str, object] = {
    "source": [[0, 3, "Ann"]],
    "cue": [[4, 8, "said"]],
    "content": [[9, 14, "it is"]],
    "kind": "indirect",
    "inside": None,
    "addressee": None,
    "status": "on record",
    "cue_class": "say",
    "negated": False,
    "factuality": "fact",
}


def all_spans(one: WrittenAttribution) -> list[Span]:
    single = [one.addressee, one.place, one.time, one.medium]
    return [*one.source, *one.cue, *one.content, *(span for span in single if span)]


def written(folder: Path, *attributions: dict[str, object], hops: object = None) -> list[WrittenPassage]:
    row = {
        "id": "en-1",
        "group": "plain",
        "text": "Ann said it is.",
        "attributions": attributions,
        "hops": hops or [["Ann"]],
        "note": "a note",
    }
    (folder / FILES["en"]).write_text(json.dumps(row) + "\n", encoding="utf-8")
    return load_written("en", folder)


@pytest.mark.parametrize("language", LANGUAGES)
def test_spans_carry_their_own_words(language: str) -> None:
    passages = load_written(language)
    assert len({passage.text for passage in passages}) == len(passages)
    for passage in passages:
        for one in passage.attributions:
            for span in all_spans(one):
                assert passage.text[span.start : span.end] == span.text == span.text.strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_of_an_attribution_does_not_overlap_another(language: str) -> None:
    for passage in load_written(language):
        for one in passage.attributions:
            spans = sorted((span.start, span.end) for span in (*one.source, *one.cue, *one.content))
            assert all(a[1] <= b[0] for a, b in pairwise(spans)), passage.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_negatives_hold_none_and_all_others_but_titles_some(language: str) -> None:
    for passage in load_written(language):
        if passage.group == "negative":
            assert not passage.attributions
        elif passage.group != "headline":
            assert passage.attributions
        if passage.group == "nested":
            assert any(one.inside is not None for one in passage.attributions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hops_stop_at_what_was_not_said(language: str) -> None:
    unsaid = (Factuality.NEGATED, Factuality.PREDICTED, Factuality.HYPOTHETICAL)
    for passage in load_written(language):
        if passage.attributions and all(one.factuality in unsaid for one in passage.attributions):
            assert not passage.hops
        for chain in passage.hops:
            assert len(chain) <= len(passage.attributions)


def test_as_many_as_readme_says() -> None:
    counted = {language: load_written(language) for language in LANGUAGES}
    assert {language: len(passages) for language, passages in counted.items()} == {
        "en": 255,
        "ru": 95,
        "uk": 100,
    }
    english = [one for passage in counted["en"] for one in passage.attributions]
    assert {one.status for one in english} == set(RecordStatus)
    assert {one.factuality for one in english} == set(Factuality)


def test_a_good_record_is_read(tmp_path: Path) -> None:
    (passage,) = written(tmp_path, GOOD)
    assert passage.hops == (("Ann",),)
    assert passage.attributions[0].content == (Span(9, 14, "it is"),)


@pytest.mark.parametrize(
    "change",
    [
        {"content": [[9, 14, "it was"]]},
        {"content": [[9, 99, "it is"]]},
        {"content": []},
        {"content": [[9, 14]]},
        {"source": [[0, 3, "Ann"], [0, 3, "Ann"]]},
        {"inside": 0},
        {"inside": 4},
        {"inside": True},
        {"kind": "other"},
        {"status": "named"},
        {"cue_class": "shout"},
        {"negated": True},
        {"negated": 0},
        {"more": 1},
    ],
)
def test_what_is_off_is_refused_by_name(tmp_path: Path, change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="en-1"):
        written(tmp_path, {**GOOD, **change})


def test_hops_must_be_words_of_the_text(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="en-1"):
        written(tmp_path, GOOD, hops=[["Bob"]])


def test_rings_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="ring"):
        written(tmp_path, {**GOOD, "inside": 1}, {**GOOD, "inside": 0})
