"""Cases of older versions: `old/schemaN.onrecord.gz`, by `onrecord build` and `judge` of their day."""

import gzip
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli import run
from onrecord.data import NO_RULINGS, Factuality, ReuseKind, Setting, Verdict
from onrecord.errors import CaseError
from onrecord.stores.sqlite import open_view, open_writer, upgrade
from onrecord.stores.sqlite.schema import SCHEMA

OLD = Path(__file__).parent / "old"
PAGES = {1: 2, 2: 2, 3: 3}
ATTRIBUTIONS = {1: 7, 2: 7, 3: 11}
SAID = (
    "SELECT id, parent, kind, cue_class, status, negated, confidence, source_spans, cue_spans, content_spans,"
    " reason, status_reason FROM attribution ORDER BY id"
)


def old_case(folder: Path, schema: int) -> Path:
    path = folder / "old.onrecord"
    path.write_bytes(gzip.decompress((OLD / f"schema{schema}.onrecord.gz").read_bytes()))
    return path


def rows(path: Path, statement: str) -> list[Any]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()


@pytest.mark.parametrize("schema", range(1, SCHEMA))
def test_a_case_of_an_older_version_is_upgraded_and_keeps_what_it_holds(schema: int, tmp_path: Path) -> None:
    path = old_case(tmp_path, schema)
    assert rows(path, "PRAGMA user_version") == [(schema,)]
    said, text = rows(path, SAID), dict(rows(path, "SELECT id, text FROM article"))
    with pytest.raises(CaseError, match="onrecord upgrade"):
        open_view(path)
    assert upgrade(path) == schema
    assert rows(path, "PRAGMA foreign_key_check") == [] and rows(path, "PRAGMA integrity_check") == [("ok",)]
    assert rows(path, SAID) == said and len(said) == ATTRIBUTIONS[schema]
    with open_view(path) as view:
        assert view.meta().schema == SCHEMA
        found = {one.id: one for article in view.all_findings() for one in article.attributions}
        for identifier, *_, contents, _, _ in said:
            one = found[identifier]
            assert [[span.start, span.end] for span in one.content] == json.loads(contents)
            assert all(span.text == text[one.article_id][span.start : span.end] for span in one.content)
            assert one.factuality is (Factuality.NEGATED if one.negated else Factuality.FACT)
        (judged,) = view.judgements()
        assert (judged.by, judged.note, judged.verdict) == ("Old hand", "kept", Verdict.RIGHT)
        assert view.search("bridge") and view.page_ids() and view.stories()
        assert view.independents() == () and all(found.proofs == () for found in view.origins())
        assert view.respected() == NO_RULINGS


@pytest.mark.parametrize("schema", [1, 2])
def test_what_schema_3_brought_is_empty_in_older_cases(schema: int, tmp_path: Path) -> None:
    path = old_case(tmp_path, schema)
    upgrade(path)
    with open_view(path) as view:
        for article in view.all_findings():
            assert article.asides == ()
            for one in article.attributions:
                assert (one.setting, one.place, one.time, one.medium) == (Setting.BODY, None, None, None)
                assert (one.speaker, one.described, one.anonymity) == (None, None, None)
        (judged,) = view.judgements()
        assert judged.sources == judged.cues == ()


def test_a_reuse_of_schema_3_keeps_its_passages(tmp_path: Path) -> None:
    path = old_case(tmp_path, 3)
    upgrade(path)
    with open_view(path) as view:
        (reuse,) = view.reuses()
        assert reuse.kind is ReuseKind.COPY and reuse.kind_reasons == ()
        assert len(reuse.passages) == 7 and not any(passage.moved for passage in reuse.passages)
        text = view.findings(reuse.later).article.text
        spans = [passage.later for passage in reuse.passages if passage.later]
        assert all(span.text == text[span.start : span.end] for span in spans)
        assert sum(len(article.asides) for article in view.all_findings()) == 1


@pytest.mark.parametrize("schema", range(1, SCHEMA))
def test_an_upgraded_case_is_built_on(schema: int, tmp_path: Path) -> None:
    path = old_case(tmp_path, schema)
    upgrade(path)
    with open_writer(path, "stages", "config") as writer:
        assert len(writer.pending_pages()) == PAGES[schema]
    with open_view(path) as view:
        assert len(view.judgements()) == 1


def test_every_older_schema_has_a_case() -> None:
    assert {int(path.name[6]) for path in OLD.glob("schema*.gz")} == set(range(1, SCHEMA))


def test_the_command_brings_one_up_to_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = old_case(tmp_path, 2)
    assert run(["show", str(path)]) == 2
    assert "onrecord upgrade" in capsys.readouterr().err
    assert run(["upgrade", str(path)]) == 0
    assert f"schema 2 -> {SCHEMA}" in capsys.readouterr().err
    assert run(["show", str(path), "attributions"]) == 0
