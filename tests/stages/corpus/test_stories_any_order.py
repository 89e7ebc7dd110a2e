"""Stories are a function of the set of articles: any order, any way of arriving, with or without a memo."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from eval.made import findings_of
from onrecord.config import StoryConfig
from onrecord.data import ArticleFindings, Family, Story, Thread
from onrecord.engine import LocalEngine
from onrecord.memo import MemoryMemo
from onrecord.stages.corpus.stories import Made, find_stories, find_threads
from onrecord.stages.corpus.stories.group import groups_of
from onrecord.stages.corpus.stories.outline import outline_of

FOLDER = Path(__file__).parents[3] / "eval" / "data" / "stories"


@cache
def pile() -> tuple[tuple[ArticleFindings, ...], dict[str, str]]:
    rows = [
        json.loads(line) for line in (FOLDER / "languages.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    made = [findings_of(r["id"], r["title"], r["text"], r["date"], r["language"]) for r in rows]
    return tuple(made), {a.article.id: r["event"] for a, r in zip(made, rows, strict=True)}


def found(articles: Sequence[ArticleFindings], families: Sequence[Family] = ()) -> tuple[Story, ...]:
    return find_stories(articles, (), families, LocalEngine(), StoryConfig())


def threads(articles: Sequence[ArticleFindings], stories: Sequence[Story]) -> tuple[Thread, ...]:
    return find_threads(articles, stories, StoryConfig())


@settings(max_examples=5, deadline=None)
@given(st.data())
def test_any_part_of_the_pile_in_any_order_gives_the_same(data: st.DataObject) -> None:
    articles = list(pile()[0])
    part = data.draw(st.lists(st.sampled_from(articles), unique_by=lambda a: a.article.id, max_size=14))
    ids = sorted(a.article.id for a in part)
    families = (
        [
            Family("fa-1", tuple(ids[:2]), None, (0.0, 0.0), "made"),
            Family("fa-2", tuple(ids[2:5]), None, (0.0,), ""),
        ]
        if len(ids) > 4
        else []
    )
    stories = found(part, families)
    shuffled = data.draw(st.permutations(part))
    assert found(shuffled, families[::-1]) == stories
    assert threads(shuffled, stories[::-1]) == threads(part, stories)
    assert sorted(name for story in stories for name in story.articles) == ids
    for family in families:
        assert sum(bool(set(family.articles) & set(story.articles)) for story in stories) == 1


@settings(max_examples=3, deadline=None)
@given(st.integers(1, 60), st.integers(0, 9))
def test_what_is_added_with_a_memo_gives_the_full_build_exactly(first: int, turn: int) -> None:
    articles = list(pile()[0])
    articles = articles[turn:] + articles[:turn]
    memo = MemoryMemo()
    for part in (articles[:first], articles[: first + 1], articles):
        step = find_stories(part, (), (), LocalEngine(), StoryConfig(), before=Made(memo=memo))
        assert step == found(part)


def test_an_outline_is_a_function_of_one_article_and_groups_of_outlines() -> None:
    articles = pile()[0]
    outlines = sorted((outline_of(a) for a in articles), key=lambda one: one.id)
    again = sorted((outline_of(a) for a in reversed(articles)), key=lambda one: one.id)
    assert outlines == again
    groups = groups_of(outlines, (), StoryConfig())
    assert sorted(groups) == sorted(story.articles for story in found(articles))


def test_reports_of_one_event_meet_across_languages_by_names_and_figures() -> None:
    articles, events = pile()
    stories = found(articles)
    homes = {name: story for story in stories for name in story.articles}
    together = sum(
        len({homes[n].id for n in events if events[n] == event}) == 1 for event in set(events.values())
    )
    assert together >= 18  # of 20
    assert len(stories) >= 17
    told = next(
        story
        for story in stories
        if (len(story.articles) == 4 and "6,3" in story.title) or "Quake" in story.title
    )
    assert "languages (1 in de, 1 in en, 1 in ru, 1 in uk)" in told.reason
