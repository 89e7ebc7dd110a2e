"""What pages call their parts: words in class, id and role attributes, by what such parts hold.

The words are those of publishing systems and of people who build pages (English and German mostly, as in
mark-up everywhere), never of one site. A word counts wherever it stands inside a name.
"""
# ruff: noqa: E501 (patterns)

import re
from functools import lru_cache

_WORDS = {
    "text": "content|article|artikel|entry|post|story|body|text|main|beitrag|prose|copy|editorial|inhalt",
    "comments": "comment|kommentar|disqus|reply|replies|respond|discuss|feedback|guestbook|review",
    "related": "relat|similar|recommend|also|weitere|read-?next|read-?more|outbrain|taboola|yarpp|next|prev|mehr|more",
    "share": "share|sharing|social|facebook|twitter|addthis|addtoany|follow|whatsapp|shariff|bookmark|print|email",
    "navigation": "nav|menu|crumb|pagination|pager|paging|tabs|toolbar|skip|jump|anchor",
    "teaser": "teaser|card|excerpt|promo|tile|preview|slider|carousel|ticker|swiper|slick|featured|box",
    "side": "side|widget|aside|rail|right|marginal|secondary|complementary",
    "consent": "cookie|consent|gdpr|privacy|dsgvo|overlay|modal|popup|banner|lightbox|dialog|alert|notice|message",
    "subscription": "newsletter|subscri|sign-?up|abo-|paywall|login|register|premium|donat|support|spende",
    "advertisement": r"advert|anzeige|sponsor|werbung|affiliate|commercial|shop|product|price|cart|\b(?:ads?|adv|adsense|dfp|gpt)\b",
    "facts": "meta|date|time|byline|posted|publish|info|credit|datum|stamp|updated",
    "author": "author|autor|vcard|profile|bio|writer|contributor|avatar",
    "tags": "tag|categor|topic|keyword|rubrik|schlagw|label|thema|terms",
    "picture": "caption|image|img|photo|bild|galler|media|video|player|figure|thumb|foto",
    "foot": "foot|bottom|copyright|imprint|impressum|colophon|legal|license|contentinfo",
    "head": "header|masthead|logo|brand|topbar|top-|site-title|tagline|slogan",
    "title": "title|headline|heading|hed|titel|ueberschrift|subject",
    "lead": "lead|intro|summary|standfirst|subtitle|subhead|dek|vorspann|abstract|kicker|description|dachzeile",
    "list": "list|archive|feed|index|item|result|latest|recent|popular|trending|most|news|overview|toc|row",
    "form": "form|search|input|field|contact|captcha|button|btn",
    "hidden": "hidden|display-none|sr-only|visually|screen-reader|noprint|print-only|hide|invisible|collapse",
    "note": "footnote|reference|citation|note|infobox|glossar|factbox|quote|zitat|source|quelle",
}  # fmt: skip

KINDS = tuple(_WORDS)
_PATTERNS = tuple(re.compile(words) for words in _WORDS.values())
_KEPT_NAMES = 1 << 15
COUNTED = "-_0123456789"


@lru_cache(_KEPT_NAMES)
def _bits_of(name: str) -> int:
    """Which kinds one name speaks of, one bit a kind."""
    spaced = name.replace("_", "-")  # a word boundary for the patterns
    return sum(1 << number for number, pattern in enumerate(_PATTERNS) if pattern.search(spaced))


def kinds_of(names: str) -> int:
    """The kinds that any of the names (parted by spaces) speaks of: one bit a kind, as in `KINDS`."""
    bits = 0
    for name in names.split():
        bits |= _bits_of(name.rstrip(COUNTED))
    return bits


def name_of_kind(names: str, kind: str) -> str | None:
    """The first of the names that speaks of `kind`."""
    bit = 1 << KINDS.index(kind)
    return next((name for name in names.split() if _bits_of(name.rstrip(COUNTED)) & bit), None)
