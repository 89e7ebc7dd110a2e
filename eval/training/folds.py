"""Folds grouped by registered domain: no site is in two folds."""

import hashlib
from urllib.parse import urlsplit

import tld

FOLDS = 5


def site_of(url: str) -> str:
    """The registered domain of an address ("example.co.uk"), else its host, else the address itself."""
    found = tld.get_fld(url, fail_silently=True, fix_protocol=True)
    if found:
        return str(found)
    parts = urlsplit(url if "//" in url else f"//{url}")
    return parts.hostname or url


def fold_of(url: str, folds: int = FOLDS) -> int:
    """The fold of a page, from 0: a hash of its site, the same in every run and for every set."""
    digest = hashlib.sha256(site_of(url).encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:8], "big") % folds
