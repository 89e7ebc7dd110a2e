"""What the pile adds to dates: an undated copy takes its family's date, siblings bound each other."""

from collections.abc import Sequence

from onrecord.data import ArticleFindings, Dating, Family, Reuse


def refine_dates(
    articles: Sequence[ArticleFindings], families: Sequence[Family], reuses: Sequence[Reuse]
) -> tuple[Dating, ...]:
    """A Dating for every article whose dates the pile changes, sorted by article id."""
    return ()
