"""Documentation is tested: commands, stages, links, and the README's two commands."""

import re
import runpy
import sys
from pathlib import Path

import pytest

from onrecord.pipeline.article import STAGES as ARTICLE_STAGES
from onrecord.pipeline.corpus import STAGES as CORPUS_STAGES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
# Stages that are described on the page of another one.
TOLD_ELSEWHERE = {
    "parse": "attribute",
    "times": "dates",
    "dating": "dates",
    "families": "reuse",
    "threads": "stories",
    "sentences": "extract",
}


def test_the_command_reference_is_up_to_date() -> None:
    made = runpy.run_path(str(DOCS / "make_cli.py"))["pages"]()
    assert (DOCS / "cli.md").read_text(encoding="utf-8") == made, "run: python docs/make_cli.py"


NAMES = [stage.name for stage in ARTICLE_STAGES] + [stage.name for stage in CORPUS_STAGES]


@pytest.mark.parametrize("name", NAMES)
def test_every_stage_has_a_page(name: str) -> None:
    assert (DOCS / "stages" / f"{TOLD_ELSEWHERE.get(name, name)}.md").is_file()


def pages() -> list[Path]:
    return [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_ci_runs_the_test_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^    (python3 -m venv .*)$", readme, flags=re.MULTILINE)
    assert len(commands) == 2
    assert commands[0].endswith("onrecord demo")
    assert commands[1].endswith("pytest")
    assert commands[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("example", sorted((ROOT / "examples").glob("*.py")), ids=lambda path: path.stem)
def test_examples_run(
    example: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [str(example)])
    runpy.run_path(str(example), run_name="__main__")
    assert len(capsys.readouterr().out.splitlines()) > 5
