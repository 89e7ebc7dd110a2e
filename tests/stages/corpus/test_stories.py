"""Stories and threads over invented events."""

import random
from functools import cache

import pytest

from eval.made import findings_of
from eval.reuse_events import read_events
from onrecord.config import StoryConfig
from onrecord.data import ArticleFindings, Family, Story
from onrecord.engine import LocalEngine
from onrecord.stages.corpus.stories import find_stories, find_threads


@cache
def events() -> tuple[tuple[ArticleFindings, ...], dict[str, str]]:
    told = [one for event in read_events() for one in event.values()]
    articles = tuple(findings_of(t.name, t.title, t.body, t.day) for t in told)
    return articles, {a.article.id: t.event for a, t in zip(articles, told, strict=True)}


def stories_of(articles: list[ArticleFindings], families: tuple[Family, ...] = ()) -> tuple[Story, ...]:
    return find_stories(articles, (), families, LocalEngine(), StoryConfig())


def test_no_story_mixes_two_events_and_most_events_are_one_story() -> None:
    articles, home = events()
    stories = stories_of(list(articles))
    assert sorted(a for story in stories for a in story.articles) == sorted(home)
    assert all(len({home[a] for a in story.articles}) == 1 for story in stories)
    assert len(stories) <= 18  # features from another angle still stand alone


def test_the_same_in_any_order() -> None:
    articles = list(events()[0])
    first = stories_of(articles)
    random.Random(5).shuffle(articles)  # noqa: S311
    assert stories_of(articles) == first
    threads = find_threads(articles, first, StoryConfig())
    assert threads == find_threads(articles[::-1], first[::-1], StoryConfig())


def test_a_family_is_never_in_two_stories() -> None:
    articles, _ = events()
    ids = tuple(sorted((articles[0].article.id, articles[-1].article.id)))
    family = Family("fa-test", ids, None, (0.0, 0.0), "made for this test")
    (story,) = [s for s in stories_of(list(articles), (family,)) if ids[0] in s.articles]
    assert ids[1] in story.articles and story.families == ("fa-test",)


def test_reasons_and_titles_are_of_this_story() -> None:
    stories = stories_of(list(events()[0]))
    assert len({story.reason for story in stories}) == len(stories)
    assert all("“" in story.reason for story in stories)
    ferry = next(s for s in stories if "erry" in s.title)
    assert ferry.when == "2031-03-04/2031-03-05"


def test_every_story_is_in_one_thread_and_time_orders_it() -> None:
    base = [
        ("Vesta offers Kalmar talks on the Ostrel ridge", "2032-01-10", "President Ivo Kellan offered "
         "Kalmar negotiations on the Ostrel ridge and a ceasefire, if Kalmari troops withdraw first."),
        ("Kalmar rejects Kellan's ceasefire terms", "2032-03-02", "Kalmar rejected a ceasefire on the "
         "Ostrel ridge. Its troops would not withdraw, whatever Kellan of Vesta offers in negotiations."),
        ("Rocket fails at Kesse", "2032-01-15", "A Heron 2 rocket with two weather satellites broke up after "
         "lift-off. Flight director Maren Isk said a booster lost pressure."),
    ]  # fmt: skip
    articles = [findings_of(title, title, text, day) for title, day, text in base]
    by_title = {a.article.title: a.article.id for a in articles}
    stories = [
        Story(f"st-{n}", (a.article.id,), (), a.article.title or "", a.published.value, "")
        for n, a in enumerate(articles)
    ]
    threads = find_threads(articles, stories, StoryConfig())
    home = {s.articles[0]: t.id for t in threads for s in stories if s.id in t.stories}
    assert home[by_title[base[0][0]]] == home[by_title[base[1][0]]] != home[by_title[base[2][0]]]
    first = next(t for t in threads if len(t.stories) == 2).stories[0]
    assert next(s for s in stories if s.id == first).when == "2032-01-10"


@pytest.mark.parametrize("text", ["", "\x00", "\ud800", "a" * 50_000, "one two " * 20_000])
def test_hostile_texts_are_stories_of_their_own(text: str) -> None:
    articles = [findings_of("a", "", text), events()[0][0]]
    stories = stories_of(articles)
    assert len(find_threads(articles, stories, StoryConfig())) == len(stories) == 2


def test_nothing_gives_nothing() -> None:
    assert stories_of([]) == ()
    assert find_threads([], (), StoryConfig()) == ()
