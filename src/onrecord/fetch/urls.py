"""URLs as they are asked for: one spelling each, and nothing in them that could mean two things.

Spelled after RFC 3986 and the WHATWG URL standard where they agree; where they do not (a backslash, an
address written as one number), the URL is refused rather than guessed at.
"""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

import idna

from onrecord.fetch.outcome import RefusedError

MAX_LENGTH = 8000
PORTS = {"http": 80, "https": 443}
# What browsers leave as it is; everything else is written as %XX of its UTF-8.
_SAFE = "!#$%&'()*+,/:;=?@[]~"
_HOST = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


@dataclass(frozen=True, slots=True)
class Target:
    """A URL taken apart. `host` is ASCII (IDNA) without brackets; `path` includes the query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Host and port, as in a Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The one spelling of this URL."""
        return self.origin + self.path


def target_of(text: str, base: str | None = None) -> Target:
    """Take a URL apart, relative to `base` when given. Raises RefusedError with the reason."""
    text = text.strip(" \t\r\n\f")
    shown = _shown(text)
    if not text:
        raise RefusedError("bad URL", "an empty URL")
    if len(text) > MAX_LENGTH:
        raise RefusedError("bad URL", f"{shown} is longer than {MAX_LENGTH} characters")
    wrong = next((character for character in text if _forbidden(character)), None)
    if wrong is not None:
        named = (
            f"the control character U+{ord(wrong):04X}" if ord(wrong) < 0xD800 else "bytes that are not UTF-8"
        )
        raise RefusedError("bad URL", f"{shown} holds {named}")
    try:
        parts = urlsplit(urljoin(base, text) if base else text)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise RefusedError("bad URL", f"{shown}: {error}") from error
    if parts.scheme not in PORTS:
        named = f"has the scheme {parts.scheme!r}" if parts.scheme else "has no scheme"
        raise RefusedError("not http", f"{shown} {named}; only http:// and https:// are fetched")
    if "@" in parts.netloc:
        raise RefusedError("bad URL", f"{shown} names a user or a password; onrecord sends neither")
    if port == 0:
        raise RefusedError("bad URL", f"{shown} names port 0")
    path = quote(_without_dots(parts.path) or "/", safe=_SAFE)
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    bracketed = "[" in parts.netloc
    return Target(parts.scheme, _host(host, shown, bracketed), port or PORTS[parts.scheme], path + query)


def _shown(text: str) -> str:
    """A URL for a message: without a user's password, and not endless."""
    text = re.sub(r"^([^/?#]{0,20}//)[^/?#]*@", r"\1…@", text[:300])
    return repr(text if len(text) < 200 else f"{text[:200]}…")


def _forbidden(character: str) -> bool:
    code = ord(character)
    return code < 0x20 or 0x7F <= code <= 0x9F or 0xD800 <= code <= 0xDFFF


def _host(host: str, shown: str, bracketed: bool) -> str:
    if bracketed:
        try:
            address = ipaddress.IPv6Address(host)
        except ValueError as error:
            raise RefusedError("bad URL", f"{shown}: {host!r} is no IPv6 address") from error
        if address.scope_id is not None:
            raise RefusedError("bad URL", f"{shown} names a network interface ({address.scope_id})")
        return address.compressed
    name = _ascii(host, shown).removesuffix(".")
    if len(name) > 253 or not _HOST.fullmatch(name):
        raise RefusedError("bad URL", f"{shown}: {host[:100]!r} is no host name")
    if _NUMBER.fullmatch(name.rsplit(".", 1)[-1]):
        try:
            return str(ipaddress.IPv4Address(name))
        except ValueError as error:
            raise RefusedError("bad URL", f"{shown}: {name} is an unusual spelling of an address") from error
    return name


def _ascii(host: str, shown: str) -> str:
    if host.isascii():
        return host.lower()
    try:
        return idna.encode(host, uts46=True).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError) as error:
        raise RefusedError("bad URL", f"{shown}: {host[:100]!r} is no host name ({error})") from error


def _without_dots(path: str) -> str:
    """Resolve "." and ".." (also written %2e): what robots.txt is asked about is what the server sees."""
    if "." not in path and "%2e" not in path.lower():
        return path
    kept: list[str] = []
    segments = path.split("/")
    for number, segment in enumerate(segments):
        plain = segment.replace("%2e", ".").replace("%2E", ".")
        last = number == len(segments) - 1
        if plain == "..":
            if len(kept) > 1:
                kept.pop()
            if last:
                kept.append("")
        elif plain == ".":
            if last:
                kept.append("")
        else:
            kept.append(segment)
    return "/".join(kept)
