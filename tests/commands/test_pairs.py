"""`onrecord judge` and `onrecord show` of two articles; the same from Python."""

import json
from pathlib import Path

import pytest

import onrecord
from onrecord.cli import run
from onrecord.errors import InputError
from tests.query.test_pairs import ruled_against
from tests.web.sample_pairs import pair_drafts, write_pairs

IDS = {name: draft.id for name, draft in pair_drafts().items()}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return write_pairs(tmp_path / "pairs.onrecord")


def shown(capsys: pytest.CaptureFixture[str], case: Path, *arguments: str) -> str:
    assert run(["show", str(case), *arguments]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_two_articles_are_compared_in_text_and_json(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, case, "compare", IDS["rewrite"], IDS["wire"])
    for words in (
        "took from “Tunnel under the Arda stays shut”",
        "87% probable",
        "moved",
        "merged: 2 sentences",
    ):
        assert words in text
    assert "cannot tell who took from whom (54%" in shown(capsys, case, "compare", IDS["wire"], IDS["copy"])
    assert "No reuse (common origin), 91% sure" in shown(capsys, case, "compare", IDS["wire"], IDS["quoting"])
    found = json.loads(shown(capsys, case, "compare", IDS["wire"], IDS["translated"], "--json"))
    assert (found["kind"], found["later"]["language"]) == ("translation", "de")
    with onrecord.open(case) as opened:
        view = opened.comparison(IDS["wire"], IDS["translated"])
        assert view.relation_id == found["relation_id"]
        assert len(opened.independents) == 2
        assert opened.story_view(opened.stories[0].id).families[0].size == 4


def test_a_story_shows_its_trees_and_proofs(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with onrecord.open(case) as opened:
        key = opened.stories[0].id
    text = shown(capsys, case, "story", key)
    for words in (
        "2 to 3 origins",
        "★ “Tunnel under",
        "cannot tell",
        "· “Tunnel unter",
        "may be the same people",
    ):
        assert words in text


def test_a_ruling_that_another_outweighs_is_said_not_to_be_followed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = write_pairs(tmp_path / "pairs.onrecord")
    ruled_against(case)
    told = [shown(capsys, case, "compare", IDS["wire"], IDS[name]) for name in ("rewrite", "quoting")]
    assert sum("not followed, for ruled apart are" in text for text in told) == 1
    assert "outweighed" in shown(capsys, case, "judgements")


def test_a_direction_is_judged_listed_and_taken_back(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pair = [IDS["rewrite"], IDS["wire"]]
    assert run(["judge", str(case), "before", *pair, "--by", "Ada", "--note", "as I saw"]) == 0
    text = shown(capsys, case, "compare", *pair)
    assert "Ada ruled on" in text and "took nothing from it: “as I saw”; waits for the next build" in text
    assert "from the next build on" in shown(capsys, case, "judgements")
    assert run(["judge", str(case), "same", *pair]) == 0
    assert run(["judge", str(case), "withdraw", *pair]) == 2
    error = capsys.readouterr().err
    assert "withdraw one by its own id" in " ".join(error.split())
    with onrecord.open(case) as opened:
        kept = {one.subject: one.id for one in opened.judgements}
    assert run(["judge", str(case), "withdraw", kept["story"]]) == 0
    assert run(["judge", str(case), "withdraw", *pair]) == 0
    with onrecord.open(case) as opened:
        assert opened.comparison(*pair).rulings.lines == ()


@pytest.mark.parametrize(
    "arguments", [["before", "wire"], ["before", "wire", "wire"], ["same", "wire", "wire"], ["right", "wire"]]
)
def test_what_cannot_be_judged_is_said(case: Path, arguments: list[str]) -> None:
    assert run(["judge", str(case), arguments[0], *(IDS[name] for name in arguments[1:])]) == 2


def test_python_takes_before_too(case: Path) -> None:
    with onrecord.open(case) as opened:
        kept = opened.judge([IDS["wire"], IDS["copy"]], "before", by="M")
        assert (kept.verdict, kept.articles) == ("before", (IDS["wire"], IDS["copy"]))
        with pytest.raises(InputError, match="two different articles"):
            opened.judge([IDS["wire"], opened.actors[0].id if opened.actors else IDS["wire"]], "before")
        assert run(["show", str(case), "compare", IDS["wire"]]) == 2
