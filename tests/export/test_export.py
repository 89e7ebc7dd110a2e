"""Exports: whole, repeatable, and safe to open."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from onrecord.data import Verdict
from onrecord.errors import InputError, NotFoundError
from onrecord.export import FORMATS, export_case
from onrecord.export.arrow import _cell
from onrecord.export.tables import table_names, to_arrow
from onrecord.judgements import judge
from onrecord.stores.sqlite import SqliteView, open_view
from tests.web.sample import nested_draft, write_nested_case
from tests.web.sample_pairs import write_pairs


def test_jsonl_holds_every_kind_of_record(demo_view: SqliteView, tmp_path: Path) -> None:
    out = tmp_path / "case.jsonl"
    count = export_case(demo_view, "jsonl", out)
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len(records) == count
    kinds = {record["type"] for record in records}
    assert {"page", "sighting", "article", "story", "actor", "chain", "origins", "position"} <= kinds
    articles = [record for record in records if record["type"] == "article"]
    assert len(articles) == len(demo_view.article_ids())


def test_spans_of_the_export_cut_their_own_text(demo_view: SqliteView, tmp_path: Path) -> None:
    out = tmp_path / "case.jsonl"
    export_case(demo_view, "jsonl", out)
    checked = 0
    for line in out.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["type"] == "article":
            text = record["article"]["text"]
            for item in record["attributions"]:
                for span in [*item["source"], *item["cue"], *item["content"]]:
                    assert text[span["start"] : span["end"]] == span["text"]
                    checked += 1
    assert checked > 100


# What the demo may hold none of; `test_everything_told_of_an_attribution_is_exported` has rows of each.
MAY_BE_EMPTY = ("asides", "judgements")


@pytest.mark.parametrize("name", [name for name in table_names() if name not in MAY_BE_EMPTY])
def test_every_table_has_rows_and_a_csv_and_a_parquet(demo_view: SqliteView, name: str) -> None:
    table = to_arrow(demo_view, name)
    assert table.num_rows > 0
    assert all(isinstance(column, str) for column in table.column_names)


@pytest.fixture
def told(tmp_path: Path) -> Iterator[SqliteView]:
    """A case in which each thing that can be told of an attribution is told once, two of them judged."""
    path = write_nested_case(tmp_path / "told.onrecord")
    said = nested_draft().attributions
    judge(path, [said[1].id], Verdict.RIGHT, "Ada =B", "2031-01-01T10:00:00", "so it is")
    judge(path, [said[2].id], Verdict.WRONG, "", "2031-01-01T11:00:00")
    with open_view(path) as view:
        yield view


def test_everything_told_of_an_attribution_is_exported(told: SqliteView) -> None:
    draft = nested_draft()
    rows = {row["id"]: row for row in to_arrow(told, "attributions").to_pylist()}
    names = set()
    for one in draft.attributions:
        row = rows[one.id]
        assert (row["factuality"], row["setting"]) == (one.factuality, one.setting)
        for name in ("addressee", "place", "time", "medium", "anonymity"):
            span = getattr(one, name)
            assert row[name] == (span.text if span else None)
            assert row[f"{name}_spans"] == ([{"start": span.start, "end": span.end}] if span else [])
            names |= {name} if span else set()
        assert row["speaker"] == (one.speaker.name if one.speaker else None)
        parts = one.described
        assert row["described_as"] == (parts.description.text if parts else None)
        assert row["described_number"] == (parts.number.text if parts and parts.number else None)
        assert row["described_closeness"] == (parts.closeness.text if parts and parts.closeness else None)
    assert names == {"addressee", "place", "time", "medium", "anonymity"}
    asides = [row for row in to_arrow(told, "asides").to_pylist() if row["article_id"] == draft.id]
    assert [(row["kind"], row["text"], row["source"]) for row in asides] == [
        (one.kind, one.span.text, one.source.text if one.source else None) for one in draft.asides
    ]


def test_judgements_are_exported_with_the_words_they_are_about(told: SqliteView, tmp_path: Path) -> None:
    said = nested_draft().attributions
    rows = sorted(to_arrow(told, "judgements").to_pylist(), key=lambda row: str(row["made"]))
    assert [(row["verdict"], row["text"], row["note"]) for row in rows] == [
        ("right", said[1].content[0].text, "so it is"),
        ("wrong", said[2].content[0].text, ""),
    ]
    assert rows[0]["articles"] == [said[1].article_id]
    assert rows[0]["cue_spans"] == [{"start": said[1].cue[0].start, "end": said[1].cue[0].end}]
    export_case(told, "jsonl", tmp_path / "out.jsonl")
    records = map(json.loads, (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines())
    kept = [one for one in records if one["type"] == "judgement"]
    assert sorted(one["by"] for one in kept) == ["", "Ada =B"]


def test_linked_data_tells_what_was_not_said_and_what_was_decided(told: SqliteView, tmp_path: Path) -> None:
    export_case(told, "jsonld", tmp_path / "out.jsonld")
    graph = json.loads((tmp_path / "out.jsonld").read_text(encoding="utf-8"))["@graph"]
    nodes = {node["@id"]: node for node in graph}
    for one in nested_draft().attributions:
        node = nodes[f"urn:onrecord:{one.id}"]
        assert (node["onrecord:factuality"], node["onrecord:setting"]) == (one.factuality, one.setting)
        roles = {target["onrecord:role"] for target in node["oa:hasTarget"]}
        assert ("place" in roles, "speaker" in roles) == (one.place is not None, one.speaker is not None)
    decided = [node for node in graph if "onrecord:verdict" in node]
    assert sorted(node["onrecord:verdict"] for node in decided) == ["right", "wrong"]
    quotes = {target["oa:hasSelector"][1]["oa:exact"] for node in decided for target in node["oa:hasTarget"]}
    assert quotes == {one.content[0].text for one in nested_draft().attributions[1:3]}


def test_pairs_and_proofs_are_exported_whole(tmp_path: Path) -> None:
    case = write_pairs(tmp_path / "pairs.onrecord")
    with open_view(case) as view:
        pairs = {row["id"]: row for row in to_arrow(view, "independents").to_pylist()}
        for pair in view.independents():
            row = pairs[pair.id]
            assert (row["left"], row["right"], row["kind"]) == (pair.left, pair.right, pair.kind)
            assert row["reasons"] == [reason.text for reason in pair.reasons]
        shared = to_arrow(view, "shared_passages").to_pylist()
        assert {row["independent_id"] for row in shared} == pairs.keys()
        assert sum(row["moved"] for row in to_arrow(view, "passages").to_pylist()) == 1
        assert all(row["kind_reasons"] for row in to_arrow(view, "reuses").to_pylist())
        proofs = to_arrow(view, "proofs").to_pylist()
        assert len(proofs) == sum(len(one.proofs) for one in view.origins()) == 4
        assert {row["text"] for row in proofs} == {"it is understood", "A guard", None}
        export_case(view, "jsonl", tmp_path / "out.jsonl")
        export_case(view, "jsonld", tmp_path / "out.jsonld")
    lines = map(json.loads, (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines())
    assert [one["id"] for one in lines if one["type"] == "independent"] == sorted(pairs)
    graph = json.loads((tmp_path / "out.jsonld").read_text(encoding="utf-8"))["@graph"]
    nodes = [node for node in graph if node["@type"] == "onrecord:Independence"]
    assert sorted(node["@id"].rpartition(":")[2] for node in nodes) == sorted(pairs)
    counts = [node for node in graph if node["@type"] == "onrecord:OriginCount"]
    assert sorted((node["onrecord:low"], node["onrecord:high"]) for node in counts) == [(1, 1), (2, 3)]


def test_every_candidate_for_metadata_is_exported(demo_view: SqliteView) -> None:
    rows = to_arrow(demo_view, "metadata").to_pylist()
    found = list(demo_view.all_findings())
    assert len([row for row in rows if row["name"] != "published"]) == sum(len(one.metadata) for one in found)
    assert {"published", "title", "outlet"} <= {row["name"] for row in rows}
    texts = {page_id: demo_view.page(page_id).text for page_id in demo_view.page_ids()}
    for row in rows:
        for span in row["page_spans"]:
            assert texts[row["page_id"]][span["start"] : span["end"]] == row["text"]


def test_csv_and_parquet_agree(demo_view: SqliteView, tmp_path: Path) -> None:
    export_case(demo_view, "csv", tmp_path / "csv")
    export_case(demo_view, "parquet", tmp_path / "parquet")
    for name in table_names():
        with (tmp_path / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        table = pq.read_table(tmp_path / "parquet" / f"{name}.parquet")
        assert rows[0] == table.column_names
        assert len(rows) - 1 == table.num_rows


def test_jsonld_names_its_unit_and_quotes_what_its_offsets_cut(demo_view: SqliteView, tmp_path: Path) -> None:
    out = tmp_path / "case.jsonld"
    export_case(demo_view, "jsonld", out)
    document = json.loads(out.read_text(encoding="utf-8"))
    assert document["onrecord:offsetUnit"] == "Unicode code point"
    nodes = {node["@id"]: node for node in document["@graph"]}
    quotations = [node for node in nodes.values() if "Quotation" in node["@type"]]
    assert quotations
    for node in quotations:
        for target in node["oa:hasTarget"]:
            position, quote = target["oa:hasSelector"]
            body = nodes[target["oa:hasSource"]]["articleBody"]
            assert body[position["oa:start"] : position["oa:end"]] == quote["oa:exact"]
            assert body[: position["oa:start"]].endswith(quote["oa:prefix"])
    derived = [node["prov:wasDerivedFrom"] for node in nodes.values() if "prov:wasDerivedFrom" in node]
    assert derived
    assert all(earlier in nodes for several in derived for earlier in several)


@pytest.mark.parametrize("name", FORMATS)
def test_two_exports_are_the_same_bytes(demo_view: SqliteView, tmp_path: Path, name: str) -> None:
    outs = [tmp_path / "one", tmp_path / "two"]
    for out in outs:
        export_case(demo_view, name, out)
    one, two = (sorted(_files(out)) for out in outs)
    assert one == two


def _files(out: Path) -> list[tuple[str, bytes]]:
    if out.is_file():
        return [("", out.read_bytes())]
    return [(file.name, file.read_bytes()) for file in out.iterdir()]


def test_a_failed_export_leaves_what_stood_there(
    demo_view: SqliteView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "case.jsonl"
    out.write_text("old", encoding="utf-8")

    def broken(_: str) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(demo_view, "furniture", broken)
    with pytest.raises(InputError, match="disk full"):
        export_case(demo_view, "jsonl", out)
    assert out.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["case.jsonl"]


def test_a_folder_is_no_place_for_a_file_and_a_file_none_for_a_folder(
    demo_view: SqliteView, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match="folder"):
        export_case(demo_view, "jsonl", tmp_path)
    taken = tmp_path / "taken"
    taken.write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match="file"):
        export_case(demo_view, "csv", taken)
    with pytest.raises(InputError, match="unknown format"):
        export_case(demo_view, "xml", taken)
    with pytest.raises(NotFoundError, match="attributions"):
        to_arrow(demo_view, "nothing")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_a_spreadsheet_runs_no_cell(text: str) -> None:
    assert _cell(text) == "'" + text
    assert _cell("plain") == "plain"
