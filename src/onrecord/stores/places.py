"""Places of pages and problems: "dump.zip/a/b.html", "crawl.warc.gz:17" lie within their source's place."""

from collections.abc import Container

SEPARATORS = "/:"


def lies_within(place: str, sources: Container[str]) -> bool:
    """Whether `place` is one of the sources, or within one of them."""
    if place in sources:
        return True
    return any(mark in SEPARATORS and place[:at] in sources for at, mark in enumerate(place))
