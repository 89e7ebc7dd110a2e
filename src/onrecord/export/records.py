"""The records of a case, kind by kind and sorted by id: what every export format writes.

Judgements are among them; how groups were called before they grew (aliases) is not, so that two
builds of one pile export the same bytes whatever order the pages came in.
"""

from collections.abc import Callable, Iterator
from typing import Any

from onrecord.stores.base import View

Records = Callable[[View], Iterator[Any]]


def _pages(view: View) -> Iterator[Any]:
    return (view.page(page_id) for page_id in view.page_ids())


def _furniture(view: View) -> Iterator[Any]:
    return (item for page_id in view.page_ids() for item in view.furniture(page_id))


KINDS: dict[str, Records] = {
    "page": _pages,
    "sighting": lambda view: iter(view.sightings()),
    "furniture": _furniture,
    "article": lambda view: view.all_findings(),
    "dating": lambda view: iter(view.datings()),
    "reuse": lambda view: iter(view.reuses()),
    "independent": lambda view: iter(view.independents()),
    "family": lambda view: iter(view.families()),
    "story": lambda view: iter(view.stories()),
    "thread": lambda view: iter(view.threads()),
    "actor": lambda view: iter(view.actors()),
    "actor_link": lambda view: iter(view.links()),
    "chain": lambda view: iter(view.chains()),
    "origins": lambda view: iter(view.origins()),
    "position": lambda view: iter(view.positions()),
    "change": lambda view: iter(view.changes()),
    "problem": lambda view: iter(view.problems()),
    "judgement": lambda view: iter(view.judgements()),
}
