"""The address an article goes by: canonical links against the addresses where the page was seen.

A canonical link to another site says that the text was taken from there.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from onrecord.data import Article, Field, Metadatum, Sighting

SHOWN = 200


def address_candidates(
    article: Article, stated: tuple[Field, ...], sightings: tuple[Sighting, ...]
) -> Iterator[Metadatum]:
    """Canonical addresses and those of sightings; accepted is the first web address of this order."""
    title = (article.title or article.text[:60]).strip()[:SHOWN]
    seen = sorted({sighting.url for sighting in sightings if sighting.url})
    hosts = {host for url in seen if (host := _host(url)) is not None}
    accepted = False
    for field in stated:
        host = _host(field.value) if field.name == "url" else None
        if host is None:
            continue
        foreign = sorted(hosts) if hosts and host not in hosts else []
        why = f"{field.origin} of “{title}” names {field.value[:SHOWN]}"
        if foreign:
            why += f", while the page was seen at {', '.join(foreign)}: the text is said to belong there"
        take = not accepted and not foreign
        accepted = accepted or take
        yield Metadatum("url", field.value, field.origin, take, why)
    for url in seen:
        host = _host(url)
        yield Metadatum("url", url, "address", not accepted, f"“{title}” was seen at {url[:SHOWN]}")
        accepted = accepted or host is not None


def _host(url: str) -> str | None:
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and parts.scheme in ("http", "https") else None
