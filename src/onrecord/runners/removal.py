"""Taking a page out of a case: first what would change, then doing it."""

from dataclasses import dataclass
from pathlib import Path

from onrecord.config import Config
from onrecord.data import ArticleFindings, CorpusFindings, Sighting
from onrecord.engine import LocalEngine
from onrecord.pipeline import analyse_corpus, corpus_fingerprint
from onrecord.runners.local import kept_config, renew
from onrecord.stores.find import find_page
from onrecord.stores.sqlite import open_view, open_writer


@dataclass(frozen=True, slots=True)
class Removal:
    """What a case would be without a page."""

    page_id: str
    sightings: tuple[Sighting, ...]
    removed: tuple[ArticleFindings, ...]
    kept: tuple[ArticleFindings, ...]
    corpus: CorpusFindings


def plan_removal(case: Path, given: str) -> Removal:
    """What would change; nothing is written. Raises NotFoundError, CaseError."""
    with open_view(case) as view:
        page_id = find_page(view, given)
        articles = tuple(view.all_findings())
        gone = view.sightings(page_id)
        sightings = [seen for seen in view.sightings() if seen.page_id != page_id]
    kept = tuple(found for found in articles if found.article.page_id != page_id)
    removed = tuple(found for found in articles if found.article.page_id == page_id)
    corpus = analyse_corpus(kept, sightings, LocalEngine(), kept_config(case))
    return Removal(page_id, gone, removed, kept, corpus)


def remove(case: Path, removal: Removal) -> None:
    """Do what was planned; then pages that the removed one had taught about their site are read again.

    Raises NotFoundError when the page is gone already.
    """
    config: Config = kept_config(case)
    with open_view(case) as view:
        meta = view.meta()
    with open_writer(case, meta.stages, meta.config) as writer:
        fingerprint = corpus_fingerprint(config, writer.pages_state(without=removal.page_id))
        writer.remove_page(removal.page_id, removal.corpus, fingerprint)
        writer.finish()
    renew(case)
