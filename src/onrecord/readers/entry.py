"""What a reader is given: bytes with a place, and what the container around them says of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from onrecord.data import Field


@dataclass(frozen=True, slots=True)
class Told:
    """What a container says of a member, not the member of itself: URL, outlet, time of fetching (ISO).

    `encoding` is what an HTTP or mail header declares, `media_type` too ("text/html"); `fields` go to
    the sighting (a feed's date, a sitemap's).
    """

    url: str | None = None
    outlet: str | None = None
    fetched: str | None = None
    encoding: str | None = None
    media_type: str | None = None
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, or a member of a container. `place` goes down into it: "dump.zip/a/b.html",
    "crawl.warc.gz:17" (its 17th record).

    `open` gives a new stream at the beginning each time; of a large member that comes by once (in a TAR)
    the first million bytes as often as wanted, the rest once (OSError after that). `size` is in bytes,
    None when only reading tells. `depth` is the number of containers around it.
    """

    place: str
    open: Callable[[], BinaryIO]
    size: int | None
    depth: int = 0
    told: Told = field(default_factory=Told)
