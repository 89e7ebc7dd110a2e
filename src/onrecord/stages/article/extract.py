"""Cut articles out of a page; everything else is furniture with a reason."""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.config import ExtractConfig
from onrecord.data import Article, Furniture, Page, Problem, Sighting

Identify = Callable[[str], tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What became of every character of a page."""

    articles: tuple[Article, ...]
    furniture: tuple[Furniture, ...]
    problems: tuple[Problem, ...]


def extract(
    page: Page, sightings: tuple[Sighting, ...], identify: Identify, config: ExtractConfig
) -> Extraction:
    """Cut `page` into articles and furniture."""
    raise NotImplementedError
