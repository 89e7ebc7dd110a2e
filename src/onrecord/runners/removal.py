"""Taking a page out of a case: first what would change, then doing it."""

from dataclasses import dataclass
from pathlib import Path

from onrecord.config import Config
from onrecord.data import NO_RULINGS, ArticleFindings, CorpusFindings, Rulings, Sighting
from onrecord.pipeline import corpus_fingerprint
from onrecord.runners.comparing import Compared, compare
from onrecord.runners.engine import ProcessEngine
from onrecord.runners.local import kept_config, renew, workers_for
from onrecord.runners.memo import forget
from onrecord.runners.progress import Silent
from onrecord.stores.find import find_page
from onrecord.stores.rulings import rulings_of
from onrecord.stores.sqlite import open_view, open_writer

MANY = 1_000_000  # pages: as many workers as there are to be had


@dataclass(frozen=True, slots=True)
class Removal:
    """What a case would be without a page."""

    page_id: str
    sightings: tuple[Sighting, ...]
    removed: tuple[ArticleFindings, ...]
    kept: tuple[ArticleFindings, ...]
    corpus: CorpusFindings
    rulings: Rulings = NO_RULINGS


def plan_removal(case: Path, given: str) -> Removal:
    """What would change; nothing is written to the case. Raises NotFoundError, CaseError.

    All workers compare what is left, and what the memo holds of it is not computed again.
    """
    with open_view(case) as view:
        page_id = find_page(view, given)
        articles = tuple(view.all_findings())
        gone = view.sightings(page_id)
        judgements = view.judgements()
        kept = tuple(found for found in articles if found.article.page_id != page_id)
        removed = tuple(found for found in articles if found.article.page_id == page_id)
        lost = {found.article.id for found in removed}
        rulings = rulings_of(one for one in judgements if not lost & set(one.articles))
        config = kept_config(case)
        with open_writer(case) as writer:
            states = writer.page_states()
        with ProcessEngine(workers_for(MANY, config)) as engine:
            corpus = compare(Compared(case, view, states, rulings, page_id), config, engine, Silent())
    return Removal(page_id, gone, removed, kept, corpus, rulings)


def remove(case: Path, removal: Removal) -> None:
    """Do what was planned; then pages that the removed one had taught about their site are read again.

    Raises NotFoundError when the page is gone already.
    """
    config: Config = kept_config(case)
    with open_view(case) as view:
        meta = view.meta()
    with open_writer(case, meta.stages, meta.config) as writer:
        fingerprint = corpus_fingerprint(config, writer.pages_state(without=removal.page_id), removal.rulings)
        writer.remove_page(removal.page_id, removal.corpus, fingerprint, removal.rulings)
        writer.finish()
    forget(case)
    renew(case)
