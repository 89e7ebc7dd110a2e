"""Pages of one site teach each other: which lines recur, computed before pages are analysed.

A page belongs to the sites that it was seen at: the host of its address, else the outlet that the place
names; a page without either belongs to none. What is taught depends on the pages of the case alone,
so pages for which it changes when others arrive wait again, and a case grown bit by bit is the same as one
built at once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from onrecord.data import PageInput, RecurringLine, Sighting
from onrecord.ids import make_id
from onrecord.readers.urls import domain_of
from onrecord.stores.base import Recurrence, Writer
from onrecord.text.recurring import (
    FORM,
    MIN_PAGES,
    SAMPLE,
    hash_line,
    learn,
    page_hashes,
    page_lines,
    rounded,
)

BATCH = 200


def teach(writer: Writer, stages: str) -> int:
    """Bring what sites teach up to date; returns how many pages wait because of it.

    `stages` is the fingerprint of the code. A site is passed over when neither that nor its pages have
    changed since the last time.
    """
    _keep_lines(writer)
    sites = _sites(writer.sightings())
    states = {site: make_id("ln", (stages, site, *ids)) for site, ids in sites}
    known = writer.site_states()
    if states == known:
        return 0
    several = _of_several(sites)
    stale = {site for site, _ in sites if states[site] != known.get(site)}
    shared = several.intersection(page_id for site, ids in sites if site in stale for page_id in ids)
    gathered: defaultdict[str, list[Recurrence]] = defaultdict(list)
    changed = 0
    for site, ids in sites:
        if site in stale or not shared.isdisjoint(ids):
            changed += writer.keep_recurring(_taught(writer, site, ids, several, gathered))
    changed += writer.keep_recurring((page_id, tuple(gathered[page_id])) for page_id in sorted(shared))
    writer.keep_site_states(states)
    return changed


def given(writer: Writer, page_id: str) -> PageInput:
    """A page as the article stages take it, with the recurring lines in its own words."""
    found = writer.page_input(page_id)
    recurring = writer.recurring(page_id)
    return replace(found, recurring=recurring_lines(found.page.text, recurring)) if recurring else found


def recurring_lines(text: str, recurring: Sequence[Recurrence]) -> tuple[RecurringLine, ...]:
    """What sites teach of a page, line by line in its order."""
    taught = [(one.site, one.of, dict(one.lines)) for one in recurring]
    found = []
    for line in page_lines(text):
        key = hash_line(line)
        found += [RecurringLine(line, site, pages[key], of) for site, of, pages in taught if key in pages]
    return tuple(found)


def _keep_lines(writer: Writer) -> None:
    hashed = ((page_id, page_hashes(text)) for page_id, text in writer.pages_without_lines(FORM))
    while batch := list(islice(hashed, BATCH)):
        writer.keep_lines(FORM, batch)


def site_of(sighting: Sighting) -> str | None:
    """The site that a page was seen at."""
    host = domain_of(sighting.url) if sighting.url else None
    outlet = " ".join((sighting.outlet or "").split()).casefold()
    return host or outlet or None


def _sites(sightings: Iterable[Sighting]) -> list[tuple[str, list[str]]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for sighting in sightings:
        site = site_of(sighting)
        if site is not None:
            found[site].add(sighting.page_id)
    return [(site, sorted(found[site])) for site in sorted(found)]


def _of_several(sites: Iterable[tuple[str, list[str]]]) -> frozenset[str]:
    """Pages that were seen at more than one site."""
    once, several = set[str](), set[str]()
    for _, ids in sites:
        several |= once.intersection(ids)
        once.update(ids)
    return frozenset(several)


def _taught(
    writer: Writer,
    site: str,
    ids: Sequence[str],
    several: frozenset[str],
    gathered: Mapping[str, list[Recurrence]],
) -> Iterator[tuple[str, tuple[Recurrence, ...]]]:
    """What one site teaches of its pages; for pages `several` sites hold it is put into `gathered`."""
    if len(ids) < MIN_PAGES:
        yield from ((page_id, ()) for page_id in ids if page_id not in several)
        return
    learned = learn([hashes for _, hashes in writer.page_lines(ids[:SAMPLE])])
    for page_id, hashes in writer.page_lines(ids):
        lines = learned.on_page(hashes)
        taught = (Recurrence(site, rounded(learned.of), lines),) if lines else ()
        if page_id in several:
            gathered[page_id].extend(taught)
        else:
            yield page_id, taught
