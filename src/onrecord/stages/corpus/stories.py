"""Stories (articles that report one event) and threads (stories that follow one another)."""

from collections.abc import Sequence

from onrecord.config import StoryConfig
from onrecord.data import ArticleFindings, Dating, Family, Story, Thread
from onrecord.engine import Engine


def find_stories(
    articles: Sequence[ArticleFindings],
    datings: Sequence[Dating],
    families: Sequence[Family],
    engine: Engine,
    config: StoryConfig,
) -> tuple[Story, ...]:
    """Every article is in exactly one story, a family never in two; order of arrival is no matter."""
    return ()


def find_threads(
    articles: Sequence[ArticleFindings], stories: Sequence[Story], config: StoryConfig
) -> tuple[Thread, ...]:
    """Every story is in exactly one thread, alone if need be."""
    return ()
