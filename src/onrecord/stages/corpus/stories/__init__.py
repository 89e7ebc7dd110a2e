"""Stories (articles that report one event) and threads (stories that follow one another)."""

from onrecord.stages.corpus.stories.group import Made, find_stories
from onrecord.stages.corpus.stories.kept import outlines_of
from onrecord.stages.corpus.stories.outline import Outline
from onrecord.stages.corpus.stories.threads import find_threads

__all__ = ["Made", "Outline", "find_stories", "find_threads", "outlines_of"]
