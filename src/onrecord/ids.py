"""Content-hash ids: the same thing said gives the same id on every machine, in any order of arrival.

An id is a two-letter kind, a hyphen and 20 hexadecimal characters (80 bits) of BLAKE2b over the
parts, each written with its length, so that no two different lists of parts read the same.
"""

import hashlib
from collections.abc import Iterable

Part = str | int | bytes | None


def make_id(kind: str, parts: Iterable[Part]) -> str:
    """Hash `parts`, in order, under the two-letter `kind` ("pg", "ar", "at" ...)."""
    digest = hashlib.blake2b(digest_size=10, person=kind.encode("ascii")[:16])
    for part in parts:
        tag, data = _encode(part)
        digest.update(tag + str(len(data)).encode("ascii") + b":" + data)
    return f"{kind}-{digest.hexdigest()}"


def _encode(part: Part) -> tuple[bytes, bytes]:
    if part is None:
        return b"n", b""
    if isinstance(part, bytes):
        return b"b", part
    if isinstance(part, int):
        return b"i", str(part).encode("ascii")
    return b"s", part.encode("utf-8", "surrogatepass")
