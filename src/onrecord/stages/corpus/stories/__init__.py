"""Stories (articles that report one event) and threads (stories that follow one another)."""

from onrecord.stages.corpus.stories.group import find_stories
from onrecord.stages.corpus.stories.threads import find_threads

__all__ = ["find_stories", "find_threads"]
