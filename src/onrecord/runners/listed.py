"""What sitemaps and feeds tell of addresses, joined to the sightings of pages with these addresses."""

from dataclasses import replace

from onrecord.data import Field, PageInput, Problem
from onrecord.readers import Listing, address_key
from onrecord.stores.base import Writer

MAX_ADDRESSES = 500_000
MAX_FIELDS = 20


class Listed:
    """Addresses told of in one run, in any order before or after their pages; bounded."""

    def __init__(self) -> None:
        self._fields: dict[str, set[Field]] = {}
        self._full = ""
        self._left_out = 0

    def add(self, listing: Listing) -> None:
        """Keep what a list says of an address."""
        key = address_key(listing.url)
        if not key:
            return
        if key not in self._fields and len(self._fields) >= MAX_ADDRESSES:
            self._full = self._full or listing.place
            self._left_out += 1
            return
        known = self._fields.setdefault(key, set())
        if len(known) < MAX_FIELDS:
            known.update(listing.fields)

    def problems(self) -> list[Problem]:
        """Whether there were more addresses than are kept."""
        if not self._left_out:
            return []
        what = f"more than {MAX_ADDRESSES:,} addresses told of: {self._left_out:,} are left out"
        return [Problem("too many addresses", f"{self._full}: {what}", self._full)]

    def join(self, writer: Writer) -> None:
        """Give the sightings in the case, of this run or an earlier one, what was told of their address."""
        if not self._fields:
            return
        found = [sighting for sighting in writer.sightings() if sighting.url and self._of(sighting.url)]
        for sighting in found:
            page = writer.page_input(sighting.page_id).page
            told = self._of(sighting.url or "") - set(page.fields) - set(sighting.fields)
            if told:
                fields = tuple(sorted(told, key=lambda field: (field.name, field.value, field.origin)))
                writer.add_inputs([PageInput(page, (replace(sighting, fields=fields),))])

    def _of(self, url: str) -> set[Field]:
        return self._fields.get(address_key(url), set())
