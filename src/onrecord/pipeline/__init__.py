"""What runs, in which order, and with what contract between stages; where it runs is a runner's.

Importing this loads no model and no stage: `analyse_page` and `analyse_corpus` do so when called.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.config import Config
from onrecord.data import (
    NO_RULINGS,
    ArticleFindings,
    CorpusFindings,
    PageFindings,
    PageInput,
    Rulings,
    Sighting,
)
from onrecord.engine import Engine
from onrecord.pipeline.fingerprint import config_fingerprint, corpus_fingerprint, stages_fingerprint
from onrecord.pipeline.stage import Stage, check_order

if TYPE_CHECKING:
    from onrecord.pipeline.beside import Beside

__all__ = [
    "Stage",
    "analyse_corpus",
    "analyse_page",
    "check_order",
    "config_fingerprint",
    "corpus_fingerprint",
    "stages_fingerprint",
]


def analyse_page(found: PageInput, config: Config) -> PageFindings:
    """Run the article stages over one page. A stage that fails costs its own result, as a Problem."""
    from onrecord.pipeline.article import analyse_page as run  # noqa: PLC0415 - loads spaCy

    return run(found, config)


def analyse_corpus(
    articles: Sequence[ArticleFindings],
    sightings: Sequence[Sighting],
    engine: Engine,
    config: Config,
    rulings: Rulings = NO_RULINGS,
    beside: "Beside | None" = None,
) -> CorpusFindings:
    """Run the corpus stages over all articles. A stage that fails costs its own result, as a Problem.

    `rulings` are what analysts decided of pairs of articles, unless `beside` says it, and more.
    """
    from onrecord.pipeline.beside import Beside  # noqa: PLC0415 - loads numpy
    from onrecord.pipeline.corpus import analyse_corpus as run  # noqa: PLC0415 - loads the stages

    return run(articles, sightings, engine, config, beside=beside or Beside(rulings))
