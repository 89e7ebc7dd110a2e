"""Judging from Python and on the command line: the same, kept, exported, holding after a rebuild."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

import onrecord
from onrecord.cli import run
from onrecord.data import Judgement, Verdict, span_of
from onrecord.errors import CaseError, InputError, NotFoundError
from onrecord.judgements import judge
from onrecord.query import Record, article_view, judgement_list
from onrecord.stores.sqlite import open_view, open_writer
from tests.web.sample import corpus, drafts, nested_draft, write_case, write_nested_case

DRAFT = nested_draft()
SAID = DRAFT.attributions


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return write_nested_case(tmp_path / "nested.onrecord")


def kept(case: Path) -> list[Judgement]:
    with open_view(case) as view:
        return sorted(view.judgements(), key=lambda one: one.made)


def verdict_of(case: Path, number: int) -> str | None:
    with open_view(case) as view:
        found = next(
            one.line.judged
            for one in article_view(Record(view), DRAFT.id).notes
            if one.line.contents == SAID[number].content and one.line.cues == SAID[number].cue
        )
    return found.latest.verdict if found and found.latest else None


def bare(one: Judgement) -> Judgement:
    return replace(one, made="")


def test_python_and_command_line_keep_the_same(case: Path, tmp_path: Path) -> None:
    other = write_nested_case(tmp_path / "other.onrecord")
    with onrecord.open(case) as opened:
        opened.judge(SAID[1].id, "right", by="M", note="as it stands")
        assert [one.verdict for one in opened.judgements] == ["right"]
        opened.judge([SAID[2].id], "wrong", by="M")
        opened.judge(SAID[2].id, "withdrawn", by="M")
        opened.judge([SAID[2].id, SAID[3].id], "not same", by="M")
    for arguments in (
        ["right", SAID[1].id, "--note", "as it stands"],
        ["wrong", SAID[2].id],
        ["withdraw", SAID[2].id],
        ["not-same", SAID[2].id, SAID[3].id],
    ):
        assert run(["judge", str(other), *arguments, "--by", "M"]) == 0
    assert list(map(bare, kept(case))) == list(map(bare, kept(other)))
    assert [one.made for one in kept(case)] == sorted(one.made for one in kept(case))


def test_a_judgement_changes_nothing_that_was_computed(case: Path) -> None:
    with open_view(case) as view:
        before = [list(view.all_findings()), view.chains(), view.meta()]
    judge(case, [SAID[1].id], Verdict.WRONG, "M", "2031-01-01")
    with open_view(case) as view:
        assert [list(view.all_findings()), view.chains(), view.meta()] == before
    with open_writer(case) as writer:
        assert writer.pending_pages() == ()


def test_it_holds_when_the_page_is_analysed_anew_and_better(case: Path) -> None:
    judge(case, [SAID[4].id], Verdict.RIGHT, "M", "2031-01-01")
    judge(case, [SAID[5].id], Verdict.WRONG, "M", "2031-01-01")
    page = DRAFT.done()
    again = []
    for number, one in enumerate(SAID):
        inner = one.content[0]
        if number == 4:  # without its quotation marks
            inner = span_of(DRAFT.body, inner.start + 1, inner.end - 1)
        again.append(replace(one, id=f"at-{number:020x}", content=(inner,), parent=None, confidence=0.4))
    better = replace(page.articles[0], attributions=tuple(again))
    with open_writer(case, "newer", "config") as writer:
        writer.add_pages([replace(page, articles=(better,))])
    with open_view(case) as view:
        notes = article_view(Record(view), DRAFT.id).notes
        found = {one.line.id: one.line.judged.latest.verdict for one in notes
                 if one.line.judged and one.line.judged.latest}  # fmt: skip
    assert found == {"at-00000000000000000004": "right", "at-00000000000000000005": "wrong"}


def test_it_holds_over_real_builds(tmp_path: Path) -> None:
    """Judged, built anew with another page, and exported."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(
        "Bridge opens\n\nThe Arda bridge is open, Mayor Tove Lind said on Friday.\n\n"
        "“We kept our word,” Minister Oren Vask told reporters in Sund.\n",
        encoding="utf-8",
    )
    path = tmp_path / "x.onrecord"
    assert run(["build", str(pages), "--case", str(path), "--quiet"]) == 0
    with onrecord.open(path) as opened:
        said = [one for article in opened.articles for one in article.attributions]
        assert len(said) >= 2
        opened.judge(said[0].id, "right", by="M")
        opened.judge(said[-1].id, "wrong", by="M")
        analysed = list(opened.articles)
    (pages / "b.txt").write_text("Port shut\n\nThe port is shut, Ada Brunn said on Monday.\n")
    assert run(["build", str(pages), "--case", str(path), "--quiet"]) == 0
    with onrecord.open(path) as opened:
        assert [one for one in opened.articles if one in analysed] == analysed
        lines = opened.attributions()
        assert len(lines) > len(said)
        decided = {one.id: one.judged.latest.verdict for one in lines if one.judged and one.judged.latest}
        assert decided == {said[0].id: "right", said[-1].id: "wrong"}
        assert {row["verdict"] for row in opened.to_arrow("judgements").to_pylist()} == {"right", "wrong"}


def test_withdrawing(case: Path) -> None:
    for ids in ([SAID[1].id], [SAID[1].id, SAID[2].id]):
        with pytest.raises(InputError, match="nothing was judged"):
            judge(case, ids, Verdict.WITHDRAWN, "M", "2031-01-01")
    first = judge(case, [SAID[1].id], Verdict.RIGHT, "M", "2031-01-01")
    judge(case, [first.id], Verdict.WITHDRAWN, "N", "2031-01-02")
    assert verdict_of(case, 1) is None
    with pytest.raises(InputError, match="taken back already"):
        judge(case, [first.id], Verdict.WITHDRAWN, "N", "2031-01-03")
    judge(case, [SAID[1].id], Verdict.RIGHT, "M", "2031-01-04")
    assert verdict_of(case, 1) == "right"
    judge(case, [SAID[1].id, SAID[4].id], Verdict.SAME, "M", "2031-01-01")
    judge(case, [SAID[4].id, SAID[1].id], Verdict.WITHDRAWN, "M", "2031-01-02")
    assert verdict_of(case, 1) == "right"
    with pytest.raises(NotFoundError):
        judge(case, ["ju-nowhere"], Verdict.WITHDRAWN, "M", "2031-01-01")


def test_what_cannot_be_judged_is_said(case: Path) -> None:
    with onrecord.open(case) as opened:
        with pytest.raises(InputError, match="no verdict"):
            opened.judge(SAID[1].id, "maybe")
        with pytest.raises(InputError):
            opened.judge(SAID[1].id, "same")
        with pytest.raises(NotFoundError):
            opened.judge("at-nowhere", "right")
        with pytest.raises(InputError):
            opened.judge([], "withdrawn")
    assert kept(case) == []


def test_a_case_being_written_to_is_said_after_the_patience_given(case: Path) -> None:
    with open_writer(case) as writer:
        writer._execute("BEGIN IMMEDIATE")
        with pytest.raises(CaseError, match="another program is writing"):
            judge(case, [SAID[1].id], Verdict.RIGHT, "M", "2031-01-01", patience=0.05)
        writer._execute("ROLLBACK")
    assert kept(case) == []


def test_every_judgement_is_listed_with_what_it_is_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_case(tmp_path / "x.onrecord")
    made, found = drafts(), corpus(drafts())
    one, other = made[0].attributions[:2]
    actors = [link.actor_id for link in found.links[:2]]
    judge(path, [one.id], Verdict.RIGHT, "Ada", "2031-01-01T00:00:00")
    judge(path, [one.id], Verdict.WRONG, "Oren", "2031-01-02T00:00:00", "a title")
    judge(path, [other.id], Verdict.RIGHT, "Ada", "2031-01-03T00:00:00")
    judge(path, [other.id], Verdict.WITHDRAWN, "Ada", "2031-01-04T00:00:00")
    judge(path, actors, Verdict.NOT_SAME, "Ada", "2031-01-05T00:00:00")
    judge(path, [made[0].id, made[1].id], Verdict.SAME, "Ada", "2031-01-06T00:00:00")
    judge(path, [found.reuses[0].id], Verdict.WRONG, "Ada", "2031-01-07T00:00:00")
    with open_view(path) as view:
        rows = judgement_list(Record(view)).rows
    told = [(row.subject, str(row.verdict), row.counts) for row in rows]
    assert told == [
        ("reuse", "wrong", True),
        ("story", "same", True),
        ("actor", "not same", True),
        ("attribution", "withdrawn", False),
        ("attribution", "right", False),
        ("attribution", "wrong", True),
        ("attribution", "right", False),
    ]
    assert rows[5].attribution_id == one.id and rows[5].places[0].words == one.content[0].text
    assert run(["show", str(path), "judgements"]) == 0
    said = capsys.readouterr().out
    assert "7 judgements" in said and "a title" in said and "Oren" in said
    assert run(["show", str(path), "judgements", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["rows"]) == 7
    assert run(["show", str(path), "judgements", "x"]) == 2


def test_one_on_an_article_that_is_gone_is_still_listed(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    judge(case, [SAID[1].id], Verdict.RIGHT, "M", "2031-01-01")
    with open_writer(case, "s", "c") as writer:
        writer.add_pages([replace(DRAFT.done(), articles=())])
    assert run(["show", str(case), "judgements"]) == 0
    assert "(gone)" in capsys.readouterr().out


def test_show_tells_what_is_told_of_an_attribution(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    judge(case, [SAID[4].id], Verdict.RIGHT, "M", "2031-01-01")
    assert run(["show", str(case), "article", DRAFT.id]) == 0
    said = " ".join(capsys.readouterr().out.split())
    for words in ("negated", "question", "predicted", "title", "(Ivo Kellan)", "accepted", "declined:"):
        assert words in said, words
    assert run(["show", str(case), "article", DRAFT.id, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    note = next(one for one in found["notes"] if one["anonymity"])
    assert note["described"]["closeness"]["text"] == "close to the palace"
    assert note["medium"]["text"] == "by telephone" and note["line"]["factuality"] == "fact"
    assert [one["kind"] for one in found["asides"]] == ["scare quote", "declined"]
    assert run(["show", str(case), "attributions", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]["rows"]
    assert {row["factuality"] for row in rows} == {"fact", "negated", "predicted", "question"}
    assert [row["judged"]["latest"]["verdict"] for row in rows if row["judged"]] == ["right"]
