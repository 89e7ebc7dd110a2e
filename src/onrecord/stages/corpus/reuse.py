"""Which articles took text from which: candidates, alignment, kind, direction, families."""

from collections.abc import Sequence

from onrecord.config import ReuseConfig
from onrecord.data import ArticleFindings, Family, Reuse
from onrecord.engine import Engine


def find_reuse(articles: Sequence[ArticleFindings], engine: Engine, config: ReuseConfig) -> tuple[Reuse, ...]:
    """Reuse between any two of `articles`, sorted by id; the same in whatever order they come."""
    return ()


def find_families(articles: Sequence[ArticleFindings], reuses: Sequence[Reuse]) -> tuple[Family, ...]:
    """Articles connected by reuse. An article that reuses nothing is in no family."""
    return ()
