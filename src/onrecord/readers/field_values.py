"""Values of fields as people would write them: without tags, entities, placeholders; addresses made whole."""
# ruff: noqa: E501 (patterns)

import html
import re
from urllib.parse import urljoin, urlsplit

MAX_VALUE = 1_000
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_NOTHING = frozenset(
    "null undefined none nan n/a na false true nil unknown untitled - -- . [object object] 1970-01-01 0000-00-00".split()
) | {"[object object]"}
_PLACEHOLDER = re.compile(r"\{\{.{0,80}\}\}|%%\w{1,40}%%|\$\{.{0,80}\}|<%.{0,80}%>|\[\[.{0,80}\]\]")
_BY = re.compile(
    r"(?:(?:written |posted |published )?by|von|text|autor(?:in)?|author|автор(?:и|ы)?)(?::\s?|\s)(?=\S)",
    re.IGNORECASE,
)
_MAILED = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,120}\s?\((?P<name>[^()]{2,80})\)")
_LINK = re.compile(r"https?://\S{1,300}")
_MAIL = re.compile(r"<?[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60})+>?")
# Names of accounts, which tell of nobody.
_ACCOUNTS = frozenset(
    "admin administrator wordpress root webmaster superuser user test author guest default anonymous".split()
)
_WEB = ("http", "https")


def clean_value(value: str) -> str:
    """One line without tags, entities (also doubled ones) and unseen characters; "" for placeholders."""
    text = value[: MAX_VALUE * 4]
    for _ in range(2):
        text = html.unescape(text)
    text = " ".join(_UNSEEN.sub("", _TAG.sub(" ", text)).split())[:MAX_VALUE]
    return "" if text.casefold() in _NOTHING or _PLACEHOLDER.search(text) else text


def clean_byline(value: str) -> str:
    """A name as it is signed: without "By", a mail address; "" for an account ("admin"), an address of the web."""
    text = clean_value(value)
    mailed = _MAILED.fullmatch(text)
    if mailed is not None:
        text = mailed["name"]
    text = _BY.sub("", text, count=1) if _BY.match(text) else text
    if not is_address(text):
        text = " ".join(_MAIL.sub("", _LINK.sub("", text)).split()).strip(" ,;|-–—")
    if text.casefold() in _ACCOUNTS or text.startswith("@") or is_address(text) or "://" in text:
        return ""
    return text


def is_address(value: str) -> bool:
    """An absolute address of the web."""
    try:
        parts = urlsplit(value.strip())
        return parts.scheme.lower() in _WEB and bool(parts.hostname)
    except ValueError:
        return False


def whole_address(value: str, base: str) -> str:
    """`value` as an absolute address; "" when it is none and `base` makes it none."""
    value = value.strip()[:MAX_VALUE]
    try:
        found = value if is_address(value) else urljoin(base, value) if base and value else ""
    except ValueError:
        return ""
    return found if is_address(found) else ""
