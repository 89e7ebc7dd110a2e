"""The Python API: build, open, ask, as tables too."""

import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.data import MentionKind
from tests.runners.piles import make_pile


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    with onrecord.build(make_pile(folder / "pages", 5), folder / "x.onrecord") as case:
        return case.path


def test_a_case_is_built_and_read_back(path: Path) -> None:
    with onrecord.open(path) as case:
        assert len(list(case.pages)) == 7
        articles = list(case.articles)
        assert case.article(articles[0].article.id) == articles[0]
        assert sorted(key for story in case.stories for key in story.articles) == sorted(
            found.article.id for found in articles
        )
        assert {story for thread in case.threads for story in thread.stories} == {s.id for s in case.stories}
        assert any(actor.kind is MentionKind.PERSON for actor in case.actors)
        assert case.problems
        assert case.chains
        assert case.origins
        assert isinstance(case.reuses, tuple)
        assert isinstance(case.families, tuple)
        assert isinstance(case.changes(), tuple)
        assert repr(case).endswith("x.onrecord'>")


def test_a_page_tells_what_became_of_its_characters(path: Path) -> None:
    with onrecord.open(path) as case:
        page = next(iter(case.pages))
        assert case.page(page.id) == page
        found = case.page_view(page.id)
        assert found.sum.visible == sum(map(len, page.text.split())) and found.sum.missing == 0
        assert all(one.text == page.text[one.start : one.end] for one in found.stretches)
        assert case.judgements == ()


def test_attributions_are_filtered_by_what_is_given(path: Path) -> None:
    with onrecord.open(path) as case:
        everything = case.attributions()
        assert len(everything) == sum(len(found.attributions) for found in case.articles)
        named = case.attributions(actor="Ada Brunn")
        assert 0 < len(named) < len(everything)
        assert all("Ada Brunn" in {name for _, name in line.actors} for line in named)
        words = case.attributions(text="blockade")
        assert 0 < len(words) < len(everything)
        assert len(case.attributions(status="on record")) <= len(everything)
        with pytest.raises(onrecord.OnrecordError):
            case.attributions(actor="Nobody At All")
        with pytest.raises(onrecord.OnrecordError):
            case.attributions(status="sworn")


def test_positions_of_one_actor_are_its_own(path: Path) -> None:
    with onrecord.open(path) as case:
        for position in case.positions():
            assert position in case.positions(position.actor_id)
        with pytest.raises(onrecord.OnrecordError):
            case.positions("Nobody At All")


def test_tables_come_as_arrow_and_pandas(path: Path) -> None:
    with onrecord.open(path) as case:
        table = case.to_arrow("attributions")
        frame = case.to_pandas("attributions")
        assert table.num_rows == len(frame) == len(case.attributions())
        assert len(case.to_pandas("articles")) == len(list(case.articles))
        with pytest.raises(onrecord.OnrecordError, match="attributions"):
            case.to_arrow("no such table")


def test_without_a_name_the_case_goes_when_it_is_closed(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text("Port shut\n\nThe port is shut, Oren Vask said on Monday.\n")
    case = onrecord.build(page)
    kept = case.path
    assert len(list(case.articles)) == 1
    assert kept.exists()
    case.close()
    assert not kept.exists()


def test_importing_onrecord_loads_next_to_nothing() -> None:
    code = "import sys, onrecord; print(len([m for m in sys.modules if m.partition('.')[0] in %r]))"
    heavy = ("spacy", "pyarrow", "pandas", "numpy", "rich", "click", "msgspec", "sqlite3")
    done = subprocess.run([sys.executable, "-c", code % (heavy,)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
    with pytest.raises(AttributeError):
        onrecord.nothing  # noqa: B018
