"""Mutated inputs by number: the same number and seed give the same bytes on any machine."""

import random
from collections.abc import Callable

from eval.fuzz.forms import Form, forms

TOKENS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xe2\x81\xa6", b"\r\n\r\n",
    b"\n", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"</p>", b"<p>", b"<html>", b"</script>", b"<script>",
    b"<div hidden>", b"<noscript>", b"&#0;", b"&#x110000;", b"&amp;amp;", b"&l11;", b"<!DOCTYPE x [",
    b'"', b"'", b"\\ud800", b"{", b"}", b"[", b"]", b",", b":", b"%PDF-1.7", b"obj", b"endstream",
    b"PK\x03\x04", b"\x1f\x8b\x08", b"WARC/1.0\r\n", b"Content-Length: 0\r\n", b"Content-Length: -1\r\n",
    b"Transfer-Encoding: chunked\r\n", b"charset=utf-16", b"charset=\xff", b"--edge", b"=?utf-8?b?",
    b"=\r\n", b"../", b"C:\\", b"99999999999999999999", b"-1", b"1e999", b"16 minutes ago",
    b"Leave a comment", b"https://", b"javascript:", b"24.05.2031 08:00",
)  # fmt: skip
MAX_BYTES = 200_000
REPEATS = (2, 10, 100, 2_000)


def mutated(number: int, seed: int) -> tuple[str, bytes]:
    """(name, bytes) of input `number`."""
    dice = random.Random(f"{seed} {number}")  # noqa: S311 - the same inputs every time
    form = dice.choices(forms(), weights=[form.share for form in forms()])[0]
    raw = form.seed
    for _ in range(dice.choice((1, 1, 2, 3, 5, 8, 20))):
        raw = dice.choice(MUTATIONS)(raw, dice)[:MAX_BYTES]
    return form.name, form.wrap(raw)


def pick(data: bytes) -> tuple[Form, bytes]:
    """The form that the first byte names, and the rest."""
    table = forms()
    return table[data[0] % len(table)], data[1:]


def _flip(raw: bytes, dice: random.Random) -> bytes:
    found = bytearray(raw)
    for _ in range(dice.choice((1, 2, 4, 16)) if found else 0):
        found[dice.randrange(len(found))] = dice.randrange(256)
    return bytes(found)


def _slice(raw: bytes, dice: random.Random) -> tuple[int, int]:
    start = dice.randint(0, len(raw))
    return start, min(len(raw), start + dice.choice((1, 4, 20, 200, 2_000)))


def _drop(raw: bytes, dice: random.Random) -> bytes:
    start, end = _slice(raw, dice)
    return raw[:start] + raw[end:]


def _cut(raw: bytes, dice: random.Random) -> bytes:
    return raw[: dice.randint(0, len(raw))]


def _repeat(raw: bytes, dice: random.Random) -> bytes:
    start, end = _slice(raw, dice)
    return raw[:start] + raw[start:end] * dice.choice(REPEATS) + raw[end:]


def _insert(raw: bytes, dice: random.Random) -> bytes:
    start, _ = _slice(raw, dice)
    return raw[:start] + dice.choice(TOKENS) * dice.choice((1, 1, 1, 50)) + raw[start:]


def _splice(raw: bytes, dice: random.Random) -> bytes:
    other = dice.choice(forms()).seed
    start, end = _slice(other, dice)
    place, _ = _slice(raw, dice)
    return raw[:place] + other[start:end] + raw[place:]


def _swap(raw: bytes, dice: random.Random) -> bytes:
    one, two = sorted((_slice(raw, dice), _slice(raw, dice)))
    if one[1] > two[0]:
        return raw
    return raw[: one[0]] + raw[slice(*two)] + raw[one[1] : two[0]] + raw[slice(*one)] + raw[two[1] :]


def _number(raw: bytes, dice: random.Random) -> bytes:
    """A digit becomes many."""
    places = [place for place, byte in enumerate(raw[:20_000]) if 48 <= byte <= 57]
    if not places:
        return raw
    place = dice.choice(places)
    return raw[:place] + dice.choice((b"0", b"-1", b"4294967296", b"9" * 30)) + raw[place + 1 :]


MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip, _flip, _drop, _cut, _repeat, _insert, _insert, _splice, _swap, _number,
)  # fmt: skip
