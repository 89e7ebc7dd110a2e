"""`onrecord show` and `onrecord trace`: tables for people, JSON for programs."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import cli, run
from tests.web.sample import corpus, drafts, write_case


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(write_case(tmp_path_factory.mktemp("show") / "sample.onrecord"))


def call(*arguments: str) -> Result:
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 0, (result.output, result.exception)
    return result


def as_json(*arguments: str) -> Any:
    return json.loads(call(*arguments, "--json").stdout_bytes)


def test_the_overview_lists_stories(case: str) -> None:
    output = call("show", case).output
    assert "5 pages, 5 articles" in output and "Vesta ready to freeze the war" in output
    assert "empty page" in output


def test_the_overview_as_json(case: str) -> None:
    found = as_json("show", case)
    assert found["counts"]["pages"] == 5
    strip = found["threads"]["rows"][0]["stories"][0]
    assert {"id", "title", "pages", "low", "high", "on_record"} <= set(strip)


def test_parts_by_id_name_and_filter(case: str) -> None:
    wire = drafts()[0]
    story = next(one for one in corpus(drafts()).stories if wire.id in one.articles)
    assert "Meridian Wire" in call("show", case, "story", story.id[:12]).output
    assert "the plan is dead" in call("show", case, "article", wire.id).output
    assert (
        "ready to wait" in call("show", case, "actor", "kellan").output
        or "readiness" in call("show", case, "actor", "kellan").output
    )
    listed = call("show", case, "attributions", "--outlet", "meridian wire", "--status", "background").output
    assert "river line" in listed and "Pelinth" not in listed


def test_parts_as_json(case: str) -> None:
    wire = drafts()[0]
    article = as_json("show", case, "article", wire.id)
    assert "blocks" not in article and article["text"] == wire.body
    span = article["notes"][0]["line"]["contents"][0]
    assert wire.body[span["start"] : span["end"]] == span["text"]
    assert as_json("show", case, "actor", "Vesta")["changes"][0]["kind"] == "softened"
    assert as_json("show", case, "attributions", "--search", "prepared")["rows"]["total"] == 2
    assert as_json("show", case, "story", article["story_id"])["strip"]["pages"] == 2


def test_json_of_text_that_is_no_unicode_can_be_read(case: str) -> None:
    evil = drafts()[-1]
    assert as_json("show", case, "article", evil.id)["text"] == evil.body


def test_nothing_in_a_text_steers_the_terminal(case: str) -> None:
    output = call("show", case, "article", drafts()[-1].id).output
    assert not any(ord(character) < 32 and character != "\n" for character in output)
    assert "\u202e" not in output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("story",), "which story?"),
        (("actor", "nobody at all"), "no actor"),
        (("actor", "an"), "fits 3 entries"),
        (("attributions", "Kellan"), "--actor"),
        (("--actor", "Kellan"), "show CASE attributions"),
        (("attributions", "--since", "soon"), "no day"),
        (("attributions", "--status", "odd"), "no record status"),
    ],
)
def test_mistakes_are_explained_in_one_line(
    case: str, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert run(["show", case, *arguments]) == 2
    error = capsys.readouterr().err
    assert said in error and error.count("\n") == 1


def test_a_missing_case_is_explained(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["show", str(tmp_path / "no.onrecord")]) == 2
    assert "onrecord build" in capsys.readouterr().err


def test_trace_follows_a_sentence(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    output = call("trace", case, "We are prepared to wait, Kellan said").output
    assert output.index("Meridian Wire") < output.index("Pelinth Courier")
    assert "Independent origins: 1 (Ivo Kellan)" in output
    found = as_json("trace", case, "We are prepared to wait, Kellan said")
    assert len(found["wordings"]) == 2 and found["low"] == 1
    assert "alike" in call("trace", case, "nothing of this kind stands anywhere").output
    assert run(["trace", case, " "]) == 2
    assert "empty" in capsys.readouterr().err


def test_what_became_of_a_page(case: str) -> None:
    wire = drafts()[0]
    text = wire.page.text
    output = call("show", case, "page", wire.page.id[:14]).output
    assert "article" in output and "not accounted for" not in output and wire.page.id in output
    found = as_json("show", case, "page", wire.page.id)
    sums = found["sum"]
    assert sums["visible"] == sum(map(len, text.split()))
    assert sums["visible"] == sums["articles"] + sums["metadata"] + sums["furniture"]
    for one in found["stretches"]:
        assert "".join(run["text"] for run in one["runs"]) == text[one["start"] : one["end"]]


def test_pages_listed_and_filtered(case: str) -> None:
    assert "5 pages" in call("show", case, "pages").output
    found = as_json("show", case, "pages", "--outlet", "meridian wire")
    assert [row["id"] for row in found["rows"]["rows"]] == [drafts()[0].page.id]
    assert as_json("show", case, "pages", "--problem", "nothing")["rows"]["total"] == 0


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("page",), "which page"),
        (("page", "nowhere"), "no page of this case"),
        (("pages", "x"), "take options"),
        (("pages", "--actor", "x"), "--problem and --outlet"),
        (("attributions", "--problem", "x"), "goes with"),
        (("page", "x", "--outlet", "y"), "go with"),
    ],
)
def test_what_cannot_be_asked_of_pages_is_said(
    case: str, given: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["show", case, *given]) == 2
    assert said in capsys.readouterr().err
