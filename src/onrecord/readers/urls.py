"""Addresses: the domain that names an outlet."""

from urllib.parse import urlsplit


def domain_of(url: str) -> str | None:
    """The host of `url` in lower case without "www."; None when there is none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    if not host or "." not in host or len(host) > 253:
        return None
    return host.removeprefix("www.")
