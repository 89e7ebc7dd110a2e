"""Taking a page out of a case: first what would change, then doing it."""

from dataclasses import dataclass
from pathlib import Path

from onrecord.config import Config
from onrecord.data import ArticleFindings, CorpusFindings, Sighting
from onrecord.engine import LocalEngine
from onrecord.errors import NotFoundError
from onrecord.pipeline import analyse_corpus, corpus_fingerprint
from onrecord.runners.local import kept_config
from onrecord.stores.base import View
from onrecord.stores.sqlite import open_view, open_writer


@dataclass(frozen=True, slots=True)
class Removal:
    """What a case would be without a page."""

    page_id: str
    sightings: tuple[Sighting, ...]
    removed: tuple[ArticleFindings, ...]
    kept: tuple[ArticleFindings, ...]
    corpus: CorpusFindings


def find_page(view: View, given: str) -> str:
    """The page of this id, unique beginning of an id, place or URL. Raises NotFoundError."""
    known = view.page_ids()
    if given in known:
        return given
    starting = [page_id for page_id in known if len(given) >= 4 and page_id.startswith(given)]
    seen = {sighting.page_id for sighting in view.sightings() if given in (sighting.place, sighting.url)}
    found = sorted(set(starting) | seen)
    if not found:
        raise NotFoundError(f"{given}: no page of this case has this id, place or address")
    if len(found) > 1:
        raise NotFoundError(f"{given}: fits {len(found)} pages, name one by its id: {', '.join(found[:20])}")
    return found[0]


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
    """Do what was planned. Raises NotFoundError when the page is gone already."""
    config: Config = kept_config(case)
    with open_view(case) as view:
        meta = view.meta()
    with open_writer(case, meta.stages, meta.config) as writer:
        fingerprint = corpus_fingerprint(config, writer.pages_state(without=removal.page_id))
        writer.remove_page(removal.page_id, removal.corpus, fingerprint)
        writer.finish()
