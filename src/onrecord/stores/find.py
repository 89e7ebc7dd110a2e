"""Finding a page of a case by what a person knows of it."""

from onrecord.errors import NotFoundError
from onrecord.stores.base import View

MIN_BEGINNING = 4


def find_page(view: View, given: str) -> str:
    """The page of this id, unique beginning of an id, place or URL. Raises NotFoundError."""
    known = view.page_ids()
    if given in known:
        return given
    starting = [page_id for page_id in known if len(given) >= MIN_BEGINNING and page_id.startswith(given)]
    seen = {sighting.page_id for sighting in view.sightings() if given in (sighting.place, sighting.url)}
    found = sorted(set(starting) | seen)
    if not found:
        raise NotFoundError(f"{given}: no page of this case has this id, place or address")
    if len(found) > 1:
        raise NotFoundError(f"{given}: fits {len(found)} pages, name one by its id: {', '.join(found[:20])}")
    return found[0]
