"""What a list of addresses (a sitemap, a feed) says of pages that are kept elsewhere."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from onrecord.data import Field

TRACKING = ("utm_", "fbclid", "gclid", "yclid", "mc_cid", "mc_eid")
MAX_URL = 4_000


@dataclass(frozen=True, slots=True)
class Listing:
    """What `place` says of the page at `url`: its date, title, outlet. The runner joins it to sightings."""

    url: str
    place: str
    fields: tuple[Field, ...]


def address_key(url: str) -> str:
    """`url` as two writings of one address are compared: no scheme, "www.", fragment, tracking or last "/".

    "" when it is no address with a host.
    """
    if len(url) > MAX_URL:
        return ""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return ""
    if not host:
        return ""
    kept = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True, max_num_fields=None)
        if not pair[0].lower().startswith(TRACKING)
    ]
    query = f"?{urlencode(kept, errors='replace')}" if kept else ""
    return f"{host.removeprefix('www.')}{port}{parts.path.rstrip('/')}{query}"
