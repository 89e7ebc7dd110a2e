"""The command line: what it says, what it returns, and that it starts fast."""

import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from onrecord.cli import COMMANDS, cli, run
from onrecord.stores.sqlite import open_view
from onrecord.stores.sqlite.schema import SCHEMA
from tests.runners.piles import make_pile


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return make_pile(tmp_path / "pages", 4)


@pytest.fixture
def case(pages: Path, tmp_path: Path) -> Path:
    path = tmp_path / "x.onrecord"
    assert run(["build", str(pages), "--case", str(path), "--quiet"]) == 0
    return path


def test_help_in_one_place_is_the_help_in_the_other() -> None:
    for name in cli.list_commands(click.Context(cli)):
        command = import_module(f"onrecord.commands.{name}").command
        assert command.name == name
        assert COMMANDS[name] == command.get_short_help_str(200) or COMMANDS[name].rstrip(".") in (
            command.get_short_help_str(200).rstrip("."),
            (command.help or "").split("\n\n")[0].replace("\n", " ").rstrip("."),
        ), name


def test_help_loads_no_model_and_no_command() -> None:
    code = (
        "import sys; from onrecord.cli import run; code = run(['--help']);"
        "print(code, [m for m in sys.modules if m.startswith(('spacy', 'pyarrow', 'onrecord.commands.'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 []"
    assert "build" in done.stdout


def test_build_says_what_it_found_and_what_it_could_not_read(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "y.onrecord"
    assert run(["build", str(pages), "--case", str(path)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    for words in (
        "pages",
        "articles",
        "attributions",
        "6 pages analysed",
        "1 × not a page: photo.jpg",
        "photo.jpg: a picture",
    ):
        assert words in said.err
    assert run(["build", str(pages), "--case", str(path)]) == 0
    assert "nothing new" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build", "nowhere", "--case", "x"], "nowhere: there is no such file"),
        (["diff", "nowhere", "nowhere"], "nowhere: no such case"),
        (["remove", "nowhere", "pg-1"], "nowhere: no such case"),
        (["upgrade", "nowhere"], "nowhere: no such case"),
        (["judge", "nowhere", "right", "at-1"], "nowhere: no such case"),
        (["build", "nowhere"], "--case"),
        (["frobnicate"], "frobnicate"),
    ],
)
def test_an_error_is_one_line_and_exit_code_two(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err
    assert "Traceback" not in said.err


def test_a_wrong_setting_is_said(pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text("[runner]\nworkers = 'many'\n")
    assert run(["build", str(pages), "--case", str(tmp_path / "z"), "--config", str(settings)]) == 2
    assert "workers" in capsys.readouterr().err


def test_diff_is_empty_for_a_copy_and_tells_what_changed(
    case: Path, pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.onrecord"
    other.write_bytes(case.read_bytes())
    assert run(["diff", str(case), str(other)]) == 0
    assert capsys.readouterr().out == ""
    (pages / "new.txt").write_text("Bridge opens\n\nThe bridge is open, Mayor Tove Lind said on Friday.\n")
    assert run(["build", str(pages), "--case", str(other), "--quiet"]) == 0
    capsys.readouterr()
    assert run(["diff", str(case), str(other)]) == 1
    said = capsys.readouterr().out
    assert "pages: 1 new" in said
    assert "new.txt" in said
    assert "articles: 1 new" in said
    assert "Tove Lind" in said
    assert run(["diff", str(other), str(case), "--json"]) == 1
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["kind"] for row in rows} >= {"pages", "articles", "stories"}
    (page,) = [row for row in rows if row["kind"] == "pages"]
    assert (page["before"], page["after"]) == ("new.txt", None)


def test_remove_shows_first_then_takes_out_for_good(
    case: Path, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = case.read_bytes()
    assert run(["remove", str(case), "0001.txt", "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "pages: 1 gone" in said
    assert "articles: 1 gone" in said
    assert "attributions:" in said
    assert case.read_bytes() == before
    assert run(["remove", str(case), "0001.txt", "--yes"]) == 0
    assert run(["remove", str(case), "0001.txt", "--yes"]) == 2
    assert b"blockade number 1" in before
    assert b"blockade number 1" not in case.read_bytes()
    assert b"0001.txt" not in case.read_bytes()
    capsys.readouterr()
    assert run(["build", str(pages), "--case", str(case)]) == 0
    said = capsys.readouterr().err
    assert "1 page was taken out of this case before" in said
    with open_view(case) as view:
        assert len(view.page_ids()) == 5
        assert "0001.txt" not in {seen.place for seen in view.sightings()}


def test_removing_is_the_same_as_never_having_had_the_page(case: Path, pages: Path, tmp_path: Path) -> None:
    assert run(["remove", str(case), "0002.txt", "--yes"]) == 0
    (pages / "0002.txt").unlink()
    other = tmp_path / "other.onrecord"
    assert run(["build", str(pages), "--case", str(other), "--quiet"]) == 0
    assert run(["diff", str(case), str(other)]) == 0


def test_a_judgement_is_kept_by_article_and_offsets(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_view(case) as view:
        found = next(article for article in view.all_findings() if article.attributions)
        articles = view.article_ids()
    attribution = found.attributions[0]
    assert run(["judge", str(case), "wrong", attribution.id, "--by", "M", "--note", "it is a title"]) == 0
    assert run(["judge", str(case), "not-same", articles[0], articles[1]]) == 0
    with open_view(case) as view:
        kept = {judgement.subject: judgement for judgement in view.judgements()}
    assert kept["attribution"].articles == (found.article.id,) * len(attribution.content)
    assert kept["attribution"].ranges == tuple((span.start, span.end) for span in attribution.content)
    assert (kept["attribution"].by, kept["attribution"].note) == ("M", "it is a title")
    assert kept["story"].articles == tuple(sorted(articles[:2]))
    capsys.readouterr()
    for arguments in (
        ["same", attribution.id],
        ["right", articles[0], articles[1]],
        ["right", "at-nowhere"],
        ["same", attribution.id, articles[0]],
        ["right", articles[0]],
    ):
        assert run(["judge", str(case), *arguments]) == 2
        assert capsys.readouterr().err.startswith("onrecord: ")


def test_upgrade_of_a_case_of_today_says_so(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["upgrade", str(case)]) == 0
    assert "up to date" in capsys.readouterr().err
    with open_view(case) as view:
        assert view.meta().schema == SCHEMA


def test_hostile_text_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    bad = "\x1b[2J\x1b]0;owned\x07Port \u202eshut"
    row = {"title": f"{bad} \ud800", "text": f"The port {bad} is shut, Oren Vask said on Monday.", "url": bad}
    (pages / "a.jsonl").write_text(json.dumps(row))
    path = tmp_path / "x.onrecord"
    assert run(["build", str(pages), "--case", str(path)]) == 0
    assert run(["remove", str(path), "a.jsonl:1", "--dry-run"]) == 0
    said = capsys.readouterr()
    assert "Oren Vask" in said.out
    assert not any(character in said.out + said.err for character in "\x1b\x07\u202e")


def test_a_locked_file_that_is_named_is_no_end_of_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"Quay open\n\nThe quay at {name} is open, the port said on Monday.\n")
    access = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: not str(path).endswith("b.txt") and access(path, mode)
    )
    case = tmp_path / "x.onrecord"
    assert run(["build", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--case", str(case)]) == 0
    assert "2 pages analysed" in capsys.readouterr().err
