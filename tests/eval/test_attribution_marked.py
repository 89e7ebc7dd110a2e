"""Development passages: what is marked in en.txt is what en.jsonl holds, and slips are refused."""

import json

import pytest

from eval.attribution_marked import FOLDER, build
from eval.attribution_written import DEVELOPMENT, load_passages

GOOD = "## nested | a note\n{s1:The Herald} {c1:reports}, {c2:citing} {s2:a clerk}, {t1t2:that it is late}.\n"


def test_records_are_built_from_the_marked_text() -> None:
    lines = DEVELOPMENT.read_text(encoding="utf-8").splitlines()
    assert build((FOLDER / "en.txt").read_text(encoding="utf-8")) == lines


def test_there_are_enough_of_every_group() -> None:
    passages = load_passages(DEVELOPMENT)
    groups = {passage.group for passage in passages}
    assert len(passages) >= 140
    assert groups >= {"nested", "plain", "negative", "negation", "headline", "caption", "run", "addressee"}
    assert (
        sum(1 for passage in passages if any(item.inside is not None for item in passage.attributions)) >= 40
    )
    assert all(not passage.attributions for passage in passages if passage.group == "negative")


def test_marks_become_spans() -> None:
    (line,) = build(GOOD + "@1 report\n@2 report background in1\n")
    record = json.loads(line)
    first, second = record["attributions"]
    assert record["text"] == "The Herald reports, citing a clerk, that it is late."
    assert first["source"] == [[0, 10, "The Herald"]]
    assert first["content"] == second["content"] == [[36, 51, "that it is late"]]
    assert (first["inside"], second["inside"], second["status"]) == (None, 0, "background")
    assert record["hops"] == [["The Herald", "a clerk"]]


def test_an_attribution_sits_in_the_smallest_content_around_it() -> None:
    text = "{s1:Ann} {c1:says} {t1:that {s2:Bob} {c2:knows} {t2:that {s3:Eve} {c3:lied}{t3: today}}}."
    (line,) = build(f"## nested | x\n{text}")
    assert [item["inside"] for item in json.loads(line)["attributions"]] == [None, 0, 1]


@pytest.mark.parametrize(
    "text",
    [
        "## two words | x\ntext",
        "## plain | x\n{s1:Ann} said}.",
        "## plain | x\n{s1:Ann said.",
        "## plain | x\n{x1:Ann} said.",
        "## plain | x\n{s1:Ann} {c1:said} {t1:it}.\n@1 loud",
        "## plain | x\n{s1:Ann} {c1:said} {t1:it}.\n@2 report",
    ],
)
def test_slips_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        build(text)
