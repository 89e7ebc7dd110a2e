"""The pipeline: declared contracts are checked and true; a failing stage costs its own result."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.config import Config
from onrecord.data import ArticleFindings, Media, Page, PageInput, Sighting
from onrecord.engine import LocalEngine
from onrecord.errors import PipelineError
from onrecord.ids import make_id
from onrecord.pipeline import (
    Stage,
    analyse_corpus,
    analyse_page,
    check_order,
    config_fingerprint,
    corpus_fingerprint,
)
from onrecord.pipeline import article as article_pipeline
from onrecord.pipeline import corpus as corpus_pipeline
from onrecord.pipeline import fingerprint as fingerprint_module

TEXT = """Harbour talks to resume in Ostrel

OSTREL, March 3, 2031 - Talks on the harbour will resume on Monday, the ministry said.

"We are ready to talk if the blockade ends," Minister Ada Brunn told reporters. She said the
mediators had accepted the date.
"""


def page_input(text: str, place: str = "a.txt") -> PageInput:
    raw = text.encode("utf-8", "surrogatepass")
    page = Page(make_id("pg", (raw,)), Media.TEXT, text, raw, "utf-8")
    return PageInput(page, (Sighting(make_id("si", (page.id, place)), page.id, place),))


def nothing(state: object) -> None:
    """A stage that does nothing."""


def stage(name: str, requires: str, assigns: str) -> Stage[object]:
    return Stage(name, tuple(requires.split()), tuple(assigns.split()), "1", nothing)


def test_an_order_that_meets_all_needs_is_accepted() -> None:
    stages = (stage("one", "page", "text"), stage("two", "page text", "words"))
    assert check_order(stages, ("page",)) == stages


@pytest.mark.parametrize(
    ("stages", "words"),
    [
        ((stage("two", "text", "words"), stage("one", "page", "text")), "two requires text, which one"),
        ((stage("two", "nowhere", "words"),), "no stage assigns"),
        ((stage("one", "page", "text"), stage("again", "page", "text")), "there already"),
        ((stage("one", "page", "page"),), "there already"),
    ],
)
def test_an_order_that_cannot_work_is_refused_when_built(
    stages: tuple[Stage[object], ...], words: str
) -> None:
    with pytest.raises(PipelineError, match=words):
        check_order(stages, ("page",))


class Watched:
    """A state that notes what is read from it and set on it."""

    def __init__(self, state: object) -> None:
        self.__dict__["state"] = state
        self.__dict__["read"] = set()
        self.__dict__["written"] = set()

    def __getattr__(self, name: str) -> object:
        self.__dict__["read"].add(name)
        return getattr(self.__dict__["state"], name)

    def __setattr__(self, name: str, value: object) -> None:
        self.__dict__["written"].add(name)
        setattr(self.__dict__["state"], name, value)


def watched(stages: tuple[Stage[object], ...], seen: list[str]) -> tuple[Stage[object], ...]:
    """The same stages, each held to its contract while it runs."""

    def hold(one: Stage[object]) -> Stage[object]:
        def run(state: object) -> None:
            watch = Watched(state)
            one.run(watch)
            assert watch.__dict__["read"] <= set(one.requires), one.name
            assert watch.__dict__["written"] == set(one.assigns), one.name
            seen.append(one.name)

        return replace(one, run=run)

    return tuple(map(hold, stages))


def test_stages_keep_to_what_they_declare() -> None:
    seen: list[str] = []
    stages = watched(article_pipeline.STAGES, seen)  # type: ignore[arg-type]
    found = article_pipeline.analyse_page(page_input(TEXT), Config(), stages)  # type: ignore[arg-type]
    assert [problem.message for problem in found.problems if problem.kind == "stage failed"] == []
    assert seen == [one.name for one in article_pipeline.STAGES] * len(found.articles)
    seen.clear()
    corpus = watched(corpus_pipeline.STAGES, seen)  # type: ignore[arg-type]
    result = corpus_pipeline.analyse_corpus(
        found.articles,
        found.sightings,
        LocalEngine(),
        Config(),
        corpus,  # type: ignore[arg-type]
    )
    assert result.problems == ()
    assert seen == [one.name for one in corpus_pipeline.STAGES]


def test_a_failing_stage_costs_its_own_result_on_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(state: article_pipeline.ArticleState) -> None:
        raise RecursionError(f"too deep at {hex(id(state))}\nsecond line")

    stages = tuple(
        replace(one, run=fail) if one.name == "mentions" else one for one in article_pipeline.STAGES
    )
    found = article_pipeline.analyse_page(page_input(TEXT, "deep/a.txt"), Config(), stages)
    again = article_pipeline.analyse_page(page_input(TEXT, "deep/a.txt"), Config(), stages)
    (article,) = found.articles
    assert article.mentions == ()
    assert article.sentences
    assert article.language.code == "en"
    (problem,) = [problem for problem in found.problems if problem.kind == "stage failed"]
    assert problem.place == "deep/a.txt"
    assert problem.article_id == article.article.id
    for words in ("deep/a.txt", "mentions", "RecursionError", "too deep"):
        assert words in problem.message
    assert found == again


def test_a_page_that_cannot_be_cut_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("nope")

    monkeypatch.setattr(article_pipeline, "extract", fail)
    found = analyse_page(page_input(TEXT), Config())
    assert found.articles == ()
    assert [problem.kind for problem in found.problems] == ["stage failed"]


def test_a_failing_corpus_stage_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(state: corpus_pipeline.CorpusState) -> None:
        raise KeyError("lost")

    articles = analyse_page(page_input(TEXT), Config()).articles
    stages = tuple(replace(one, run=fail) if one.name == "actors" else one for one in corpus_pipeline.STAGES)
    found = corpus_pipeline.analyse_corpus(articles, (), LocalEngine(), Config(), stages)
    assert found.actors == ()
    assert len(found.stories) == 1
    assert any("stage actors failed" in problem.message for problem in found.problems)


def test_the_pile_gives_the_same_in_any_order_of_arrival() -> None:
    texts = [TEXT, TEXT.replace("Monday", "Friday"), TEXT.upper(), "The port is shut, officials say.\n" * 3]
    pages = [page_input(text, f"{n}.txt") for n, text in enumerate(texts)]
    articles: list[ArticleFindings] = [a for page in pages for a in analyse_page(page, Config()).articles]
    sightings = [seen for page in pages for seen in page.sightings]
    first = analyse_corpus(articles, sightings, LocalEngine(), Config())
    for seed in range(3):
        random.Random(seed).shuffle(articles)  # noqa: S311
        random.Random(seed).shuffle(sightings)  # noqa: S311
        assert analyse_corpus(articles, sightings, LocalEngine(), Config()) == first


@pytest.mark.parametrize(
    "text", ["", " \n\t", "\x00", "\ud800 \udfff", "\u202e\u2066abc", "a" * 5000, "(" * 3000]
)
def test_no_text_stops_the_pipeline(text: str) -> None:
    found = analyse_page(page_input(text), Config())
    assert [problem.message for problem in found.problems if problem.kind == "stage failed"] == []
    analyse_corpus(found.articles, found.sightings, LocalEngine(), Config())


def test_settings_that_matter_change_the_fingerprints(tmp_path: Path) -> None:
    plain = Config()
    workers = replace(plain, runner=replace(plain.runner, workers=7))
    cut = replace(plain, extract=replace(plain.extract, max_articles=3))
    reuse = replace(plain, reuse=replace(plain.reuse, directed=0.9))
    assert config_fingerprint(workers) == config_fingerprint(plain) != config_fingerprint(cut)
    assert corpus_fingerprint(reuse, "s") != corpus_fingerprint(plain, "s") != corpus_fingerprint(plain, "t")
    names = tmp_path / "names.toml"
    own = replace(plain, actors=replace(plain.actors, gazetteer=str(names)))
    names.write_text("a")
    first = corpus_fingerprint(own, "s")
    names.write_text("b")
    assert corpus_fingerprint(own, "s") != first


def test_a_changed_rule_changes_the_fingerprint_and_a_line_end_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = tmp_path / "rules.py"
    monkeypatch.setattr(fingerprint_module, "_ROOT", tmp_path)

    def now() -> str:
        fingerprint_module._code.cache_clear()
        return fingerprint_module._code(("rules.py",))

    try:
        code.write_bytes(b"A = 1\n")
        first = now()
        code.write_bytes(b"A = 1\r\n")
        assert now() == first
        code.write_bytes(b"A = 2\n")
        assert now() != first
    finally:
        fingerprint_module._code.cache_clear()


def test_a_very_long_article_is_parsed_up_to_a_limit_and_counted() -> None:
    sentence = "Minister Ode Karr said on Friday that the bridge would open in the spring of the year. "
    text = "Bridge to open in spring\n\n" + sentence * 1300
    found = analyse_page(page_input(text), Config())
    assert [problem.kind for problem in found.problems] == ["long article"]
    assert "a.txt" in found.problems[0].message
    assert found.articles[0].attributions
