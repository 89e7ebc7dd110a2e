"""What analysts ruled is respected, whatever families and likeness say, and the story says so."""

from itertools import permutations

from eval.made import findings_of
from onrecord.config import StoryConfig
from onrecord.data import NO_RULINGS, ArticleFindings, Family, Rulings, Story
from onrecord.engine import LocalEngine
from onrecord.stages.corpus.stories import find_stories

FERRY = (
    "The ferry Velanda ran aground off Ostrel with {n} passengers, harbour master Ingmar Toll said. {more}"
)
ONE = findings_of("1", "Ferry aground", FERRY.format(n=214, more="Fishermen took all ashore in small boats."))
TWO = findings_of("2", "Velanda stuck", FERRY.format(n=214, more="Three people broke bones on the stairs."))
THREE = findings_of(
    "3", "Toll blames rudder", FERRY.format(n=214, more="The rudder failed after five o'clock.")
)
LAMP = findings_of("4", "Lamps of Brell", "The lamp lighters of Brell put out the quay lamps, said Ane Torp.")
GOAT = findings_of("5", "Goat on roof", "A goat stood for nine hours on the roof of the town hall of Pelsin.")
PILE = (ONE, TWO, THREE, LAMP, GOAT)


def pair(one: ArticleFindings, other: ArticleFindings) -> tuple[str, str]:
    low, high = sorted((one.article.id, other.article.id))
    return low, high


def family(*articles: ArticleFindings) -> Family:
    ids = tuple(sorted(a.article.id for a in articles))
    return Family("fa-made", ids, None, tuple(0.0 for _ in ids), "made for this test")


def found(rulings: Rulings = NO_RULINGS, *families: Family) -> tuple[Story, ...]:
    first = find_stories(PILE, (), families, LocalEngine(), StoryConfig(), rulings)
    for order in list(permutations(PILE))[::59]:
        assert find_stories(order, (), families, LocalEngine(), StoryConfig(), rulings) == first
    return first


def home(stories: tuple[Story, ...], one: ArticleFindings) -> Story:
    return next(story for story in stories if one.article.id in story.articles)


def test_a_pair_ruled_the_same_is_one_story_and_it_says_so() -> None:
    assert home(found(), LAMP) != home(found(), GOAT)
    story = home(found(Rulings(same=frozenset({pair(LAMP, GOAT)}))), LAMP)
    assert GOAT.article.id in story.articles
    assert "ruled" in story.reason and "Lamps of Brell" in story.reason and "Goat on roof" in story.reason


def test_a_pair_ruled_apart_is_two_stories_and_a_third_goes_with_one_of_them() -> None:
    assert len(home(found(), ONE).articles) == 3
    stories = found(Rulings(apart=frozenset({pair(ONE, TWO)})))
    assert home(stories, ONE) != home(stories, TWO)
    assert "Velanda stuck" in home(stories, ONE).reason and "apart" in home(stories, TWO).reason


def test_a_ruling_parts_even_a_family_and_the_story_names_it() -> None:
    rulings = Rulings(apart=frozenset({pair(ONE, LAMP)}))
    stories = found(rulings, family(ONE, TWO, LAMP))
    assert home(stories, ONE) != home(stories, LAMP)
    assert home(stories, TWO) == home(stories, ONE)  # it goes to the one that it is most like
    assert "though one reuses the other's text" in home(stories, LAMP).reason
    assert all(not story.families for story in stories)


def test_a_family_without_rulings_is_never_split() -> None:
    story = home(found(NO_RULINGS, family(ONE, GOAT)), ONE)
    assert GOAT.article.id in story.articles and story.families == ("fa-made",)


def test_of_rulings_that_contradict_each_other_the_pair_apart_comes_first() -> None:
    same = frozenset({pair(ONE, LAMP), pair(LAMP, GOAT)})
    stories = found(Rulings(same=same, apart=frozenset({pair(ONE, GOAT)})))
    assert home(stories, ONE) != home(stories, GOAT)
    assert any("by another they are two stories" in story.reason for story in stories)


def test_rulings_on_articles_that_are_not_here_are_no_matter() -> None:
    assert (
        found(Rulings(same=frozenset({("ar-no", "ar-none")}), apart=frozenset({("ar-no", ONE.article.id)})))
        == found()
    )
