"""Addresses of pages: every one stable and shareable, built from content-hash ids and offsets."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode, urlsplit

from onrecord.data import Span
from onrecord.query import Wanted


def story_link(story_id: str) -> str:
    """The page of a story."""
    return f"/story/{quote(story_id, safe='')}"


def article_link(article_id: str, span: Span | None = None) -> str:
    """The page of an article, at a span of its text where one is given."""
    return f"/article/{quote(article_id, safe='')}" + (f"#c{span.start}-{span.end}" if span else "")


def page_link(page_id: str, sheet: int = 1, start: int | None = None) -> str:
    """The page of what became of a page's characters, at one of them where it is given."""
    address = listed(f"/page/{quote(page_id, safe='')}", {}, sheet)
    return address if start is None else f"{address}#p{start}"


def actor_link(actor_id: str) -> str:
    """The page of an actor."""
    return f"/actor/{quote(actor_id, safe='')}"


def compare_link(earlier: str, later: str) -> str:
    """The page that puts two articles side by side."""
    return f"/compare/{quote(earlier, safe='')}/{quote(later, safe='')}"


def attributions_link(wanted: Wanted, sheet: int = 1) -> str:
    """The list of attributions with these filters."""
    values = {
        "actor": wanted.actor,
        "outlet": wanted.outlet,
        "since": wanted.since,
        "status": wanted.status,
        "kind": wanted.kind,
        "q": wanted.text,
    }
    return listed("/attributions", values, sheet)


def listed(path: str, values: Mapping[str, str], sheet: int = 1) -> str:
    """A path with the values that are set, and the sheet when it is not the first."""
    chosen = {name: _encodable(value) for name, value in values.items() if value}
    if sheet > 1:
        chosen["page"] = str(sheet)
    return f"{path}?{urlencode(chosen)}" if chosen else path


def _encodable(value: str) -> str:
    return value.encode("utf-8", "replace").decode("utf-8")


def outside_link(url: str | None) -> str | None:
    """A URL that may become a link: http or https with a host, else None (never javascript:, data:)."""
    if not url or any(character.isspace() or ord(character) < 32 for character in url.strip()):
        return None
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return None
    return url.strip() if parts.scheme.casefold() in ("http", "https") and host else None
