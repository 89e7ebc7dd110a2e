"""The corpus stages over a case: articles one at a time out of its file, results out of its memo."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from onrecord.config import Config
from onrecord.data import NO_RULINGS, CorpusFindings, Rulings
from onrecord.engine import Engine
from onrecord.memo import Memo, key_of, remembered
from onrecord.pile import Pile, digest_of, digests_of, pack, squeezed
from onrecord.pipeline import analyse_corpus, corpus_fingerprint
from onrecord.pipeline.beside import Beside
from onrecord.runners.memo import FileMemo, memo_path
from onrecord.runners.progress import Progress
from onrecord.stores.base import View

DIGEST = "digest"  # a kind of what is remembered
PACKED = 20_000  # packed articles kept in memory


class Compared(NamedTuple):
    """A case, the state of each of its pages, and what analysts ruled; `without` is a page to leave out."""

    path: Path
    view: View
    states: Mapping[str, str]
    rulings: Rulings
    without: str | None = None


def compare(case: Compared, config: Config, engine: Engine, progress: Progress) -> CorpusFindings:
    """Run the corpus stages over all articles of a case."""
    pages = {head.id: head.page_id for head in case.view.heads() if head.page_id != case.without}
    names = sorted(pages)
    sightings = [seen for seen in case.view.sightings() if seen.page_id != case.without]
    if len(names) < config.runner.remember:
        progress.phase("loading articles", None)
        articles = [found for found in case.view.all_findings() if found.article.id in pages]
        return analyse_corpus(
            articles, sightings, engine, config, beside=Beside(case.rulings, watch=progress)
        )
    version = corpus_fingerprint(config, "", NO_RULINGS)
    with FileMemo(memo_path(case.path), version) as memo:
        pile = _pile(case, pages, memo, progress)
        found = analyse_corpus(pile, sightings, engine, config, beside=Beside(case.rulings, memo, progress))
        if case.without is None:
            memo.sweep()
    return found


def _pile(case: Compared, pages: Mapping[str, str], memo: Memo, progress: Progress) -> Pile:
    """Articles, unpacked one at a time. An article's digest is remembered by the state of its page.

    `pages` are the articles with the pages that they stand on.
    """
    names = sorted(pages)
    progress.phase("loading articles", len(names))

    @lru_cache(PACKED)
    def load(place: int) -> bytes:
        return squeezed(pack(case.view.findings(names[place])))

    def compute(missing: list[int]) -> Iterator[bytes]:
        return (digest_of(pack(case.view.findings(names[place]))) for place in missing)

    keys = [key_of(name.encode(), case.states.get(pages[name], "").encode()) for name in names]
    digests = digests_of(remembered(memo, DIGEST, keys, compute, progress.advance))
    return Pile(names, digests, load)
