"""When an article was published, and what its time expressions mean."""

from onrecord.stages.article.dates.publication import find_publication
from onrecord.stages.article.dates.times import find_times

__all__ = ["find_publication", "find_times"]
