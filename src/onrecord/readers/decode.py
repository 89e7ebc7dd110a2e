"""Bytes to text: byte order mark, then what HTTP or mail told, then what the page declares, then UTF-8,
then a steady guess (the order of the HTML standard, 13.2.3.2)."""

import codecs
import re
from itertools import islice
from typing import NamedTuple

from charset_normalizer import from_bytes

from onrecord.readers.encodings import WIDE, encoding_named

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([A-Za-z0-9_:.\-]{2,40})", re.IGNORECASE)
XML_DECLARED = re.compile(rb"<\?xml[^>]{0,80}encoding=[\"']([A-Za-z0-9_:.\-]{2,40})")
DECLARATION_BYTES = 4_096
GUESS_BYTES = 65_536
MIN_SOUND = 5
PLAUSIBLE = (
    "utf_8", "cp1252", "cp1251", "koi8_r", "koi8_u", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256",
    "iso8859_2", "iso8859_5", "iso8859_15", "cp866", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
)  # fmt: skip
SAMPLE_BYTES = 8_192
MAX_CHARACTER_BYTES = 4
MAX_CONTROL_SHARE = 0.02
CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1b")
BINARY_STARTS = (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf")


class Decoded(NamedTuple):
    """Text and the encoding it was read in. `by_told`: the bytes alone would have been read otherwise."""

    text: str
    encoding: str
    by_told: bool = False


def decode(raw: bytes, declares: bool = False, told: str | None = None) -> Decoded | None:
    """Text and encoding name of `raw`; None when it is not text.

    `declares` tells that a declaration inside the bytes (an HTML meta tag) counts, `told` is what a
    header around them declares. A declared encoding counts only when all bytes are sound in it.
    """
    for mark, encoding in BOMS:
        if raw.startswith(mark):
            return Decoded(_clean(raw.decode(encoding, "replace")), encoding)
    name = encoding_named(told) if told else None
    if name is not None and name.startswith("utf-16") and not raw.startswith(BINARY_STARTS):
        text = _strict(raw, name)
        if text is not None and "\x00" not in text:
            return Decoded(_clean(text), name, True)
    if is_binary(raw):
        return None
    alone = _decode_alone(raw, declares)
    text = _strict(raw, name) if name != alone.encoding else None
    return alone if text is None or name is None else Decoded(_clean(text), name, True)


def _decode_alone(raw: bytes, declares: bool) -> Decoded:
    """By what the bytes themselves say."""
    declared = _declared(raw) if declares else None
    for name in (declared, "utf-8"):
        text = _strict(raw, name)
        if text is not None and name is not None:
            return Decoded(_clean(text), name)
    if _nearly_utf8(raw):
        return Decoded(_clean(raw.decode("utf-8", "replace")), "utf-8")
    name = declared if declared not in (None, "utf-8") else None
    name = name or _guess(raw)
    return Decoded(_clean(raw.decode(name, "replace")), name)


def _nearly_utf8(raw: bytes) -> bool:
    """UTF-8 with a few broken bytes, among many sound ones that are not ASCII."""
    sample = raw[:GUESS_BYTES]
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(mark > "\x7f" for mark in text) - broken
    return sound > MIN_SOUND * broken


def _guess(raw: bytes) -> str:
    """The likeliest of the encodings that pages come in; Windows-1252 when none fits."""
    best = from_bytes(raw[:GUESS_BYTES], cp_isolation=list(PLAUSIBLE)).best()
    return best.encoding if best is not None else "cp1252"


def is_binary(raw: bytes) -> bool:
    """NUL bytes, a known binary beginning, or more control characters than text has."""
    if raw.startswith(BINARY_STARTS) or b"\x00" in raw:
        return True
    sample = raw[:SAMPLE_BYTES]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    return controls > MAX_CONTROL_SHARE * max(1, len(sample))


def _declared(raw: bytes) -> str | None:
    head = raw[:DECLARATION_BYTES]
    found = XML_DECLARED.search(head) or DECLARED.search(head)
    name = encoding_named(found.group(1).decode("ascii")) if found else None
    return "utf-8" if name in WIDE else name  # the bytes could not be read so far if they were UTF-16


def _strict(raw: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        return _cut_off(raw, encoding, error)
    except (LookupError, ValueError):
        return None


def _cut_off(raw: bytes, encoding: str, error: UnicodeDecodeError) -> str | None:
    """The text when only its last character is cut off, as at the end of a broken download."""
    if error.start < len(raw) - MAX_CHARACTER_BYTES or "end of data" not in error.reason:
        return None
    text = raw.decode(encoding, "replace")
    return text if sum(mark > "\x7f" for mark in islice(text, SAMPLE_BYTES)) > 1 else None


def _clean(text: str) -> str:
    """No byte order mark inside the text, nothing that cannot be written as UTF-8, no NUL."""
    return printable(text.removeprefix("\ufeff"))


def printable(text: str) -> str:
    """`text` with lone surrogates and NULs replaced, one character by one."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")
