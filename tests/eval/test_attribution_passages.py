"""Scores of written passages: each kind of mistake lowers the figure that is meant to show it."""

from dataclasses import replace

import pytest

from eval.attribution_misses import main, misses
from eval.attribution_passages import PassageScore, chain_row, count_passage, detail_row
from eval.attribution_systems import Found
from eval.attribution_tables import group_tables, passage_tables
from eval.attribution_written import DEVELOPMENT, WrittenPassage, load_passages

PASSAGES = {passage.note: passage for passage in load_passages(DEVELOPMENT)}
RELAY = PASSAGES["two hops, outlet then unnamed"]
SILENT = PASSAGES["declined to comment"]


def gold_of(passage: WrittenPassage) -> list[Found]:
    """What a system without fault would give."""
    return [
        Found(
            [(span.start, span.end) for span in item.source],
            [(span.start, span.end) for span in item.cue],
            [(span.start, span.end) for span in item.content],
            kind=item.kind.value,
            parent=item.inside,
            status=item.status.value,
            cue_class=item.cue_class.value,
            factuality=item.factuality.value,
            phrases={
                name: (span.start, span.end)
                for name in ("addressee", "place", "time", "medium")
                if (span := getattr(item, name)) is not None
            },
        )
        for item in passage.attributions
    ]


def scored(passage: WrittenPassage, found: list[Found]) -> dict[str, float]:
    score = PassageScore()
    count_passage(score, passage, found)
    return chain_row("a system", score).metrics | detail_row("a system", score).metrics


def test_without_fault_everything_is_right() -> None:
    figures = scored(RELAY, gold_of(RELAY))
    assert set(figures.values()) == {1.0}
    assert {"hops", "nested found", "kind", "status", "addressee F1", "time F1"} <= set(figures)
    assert list(misses(RELAY, gold_of(RELAY))) == []


def test_chains_in_the_wrong_order() -> None:
    outer, inner = gold_of(RELAY)
    figures = scored(RELAY, [replace(outer, parent=1), replace(inner, parent=None)])
    assert figures["hops"] == figures["nested found"] == 0
    assert figures["triple exact"] == 1
    assert any(line.startswith("hops: ") for line in misses(RELAY, [outer]))


def test_a_missing_hop() -> None:
    outer, inner = gold_of(RELAY)
    for found in ([outer], [replace(inner, parent=None)], [outer, replace(inner, parent=None)]):
        assert scored(RELAY, found)["hops"] == 0


def test_a_chain_too_many() -> None:
    found = [*gold_of(RELAY), Found([(0, 3)], [(4, 9)], [(10, 16)])]
    assert scored(RELAY, found)["hops"] == 0
    assert any(line.startswith("too many") for line in misses(RELAY, found))


def test_source_with_other_edges_is_the_same_hop_but_not_the_same_words() -> None:
    outer, inner = gold_of(RELAY)
    start, end = inner.source[0]
    figures = scored(RELAY, [outer, replace(inner, source=[(start + len("three "), end)])])
    assert (figures["hops"], figures["same words"]) == (1, 0)


def test_a_pronoun_must_be_resolved() -> None:
    passage = PASSAGES["he added with pronoun"]
    first, second = gold_of(passage)
    assert scored(passage, [first, second])["hops"] == 0
    assert scored(passage, [first, replace(second, name="Kees Lund")])["hops"] == 1
    assert scored(passage, [first, replace(second, name="Joos Dekker")])["hops"] == 0


def test_false_alarms() -> None:
    assert scored(SILENT, [])["no false alarm"] == 1
    assert scored(SILENT, [Found([(0, 13)], [(14, 20)], [(21, 30)])])["no false alarm"] == 0


@pytest.mark.parametrize(
    ("change", "figure"),
    [
        ({"kind": "direct"}, "kind"),
        ({"status": "hearsay"}, "status"),
        ({"cue_class": "deny"}, "cue class"),
        ({"factuality": "negated"}, "factuality"),
        ({"phrases": {}}, "addressee F1"),
        ({"phrases": {"addressee": (0, 3)}}, "addressee F1"),
    ],
)
def test_details(change: dict[str, object], figure: str) -> None:
    outer, inner = gold_of(RELAY)
    changed = replace(inner, **change)  # type: ignore[arg-type]
    assert scored(RELAY, [outer, changed])[figure] < 1
    assert len(list(misses(RELAY, [outer, changed]))) >= 1


def test_unsaid_words_count_apart() -> None:
    passage = PASSAGES["did not say"]
    (item,) = gold_of(passage)
    assert scored(passage, [item])["unsaid F1"] == 1
    assert scored(passage, [replace(item, factuality="fact")])["unsaid F1"] == 0
    assert "hops" not in scored(passage, [item])


def test_tables_name_every_system_and_group() -> None:
    passages = [RELAY, SILENT]
    chains, details = passage_tables("written", "en", passages, [("none", lambda *_: [])], "en")
    assert (chains.key, details.key) == ("attribution/written/en", "attribution/written-details/en")
    assert [row.system for row in chains.rows] == ["none"]
    groups, _ = group_tables("written", "en", passages, lambda *_: [], "en")
    assert [row.system for row in groups.rows] == ["negative", "nested"]


@pytest.mark.parametrize("name", ["en", "ru", "uk"])
def test_misses_of_the_test_set_are_not_shown(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([name])
    assert capsys.readouterr().out == ""
