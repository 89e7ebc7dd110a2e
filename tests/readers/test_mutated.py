"""Archives with bytes changed, cut out, doubled and put in: nothing is raised, and it ends soon."""

import bz2
import gzip
import lzma
import time
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.config import ReaderConfig
from tests.readers.archives import (
    PAGES,
    answer,
    gzipped_each,
    page,
    read_bytes,
    response,
    tarred,
    warc,
    with_dictionary,
    zipped,
    zstd_packed,
)
from tests.readers.test_mail import MHTML, mail

CONFIG = ReaderConfig(max_bytes=1_000_000, free_expanded=20_000_000, max_problems=50)
SECONDS = 5.0


def whole_mail() -> bytes:
    message = mail()
    message.set_content("The port is shut.")
    message.add_alternative("<html><body><p>The port is shut.</p></body></html>", subtype="html")
    message.add_attachment(zipped(PAGES), maintype="application", subtype="zip", filename="b.zip")
    return message.as_bytes()


CODED = answer(gzip.compress(page(1)), Content_Encoding="gzip", Last_Modified="Fri, 02 May 2031 08:00:00 GMT")
SEEDS = {
    "a.warc": b"".join([*warc(3), response(4, CODED)]),
    "a.warc.gz": gzipped_each(warc(3)),
    "a.warc.zst": with_dictionary(warc(3)),
    "a.zip": zipped([*PAGES, ("b.zip", zipped(PAGES, 0))]),
    "stored.zip": zipped(PAGES, 0),
    "a.tar": tarred([*PAGES, ("x" * 150, b"long name")]),
    "a.tar.gz": tarred(PAGES, "w:gz"),
    "a.txt.bz2": bz2.compress(PAGES[2][1] * 3),
    "a.txt.xz": lzma.compress(PAGES[2][1] * 3),
    "a.txt.zst": zstd_packed(PAGES[2][1] * 3),
    "a.eml": whole_mail(),
    "a.mhtml": MHTML,
    "a.mbox": b"From a@b.example Tue May  6 10:00:00 2031\n"
    + whole_mail()
    + b"\n\nFrom x y 10:00 2031\nSubject: s\n\nx\n",
}


@dataclass(frozen=True)
class Change:
    """One change at a place given as a share of the length."""

    what: str
    share: float
    size: int
    filler: bytes

    def made(self, raw: bytes) -> bytes:
        at = int(self.share * len(raw))
        end = min(len(raw), at + self.size)
        middle = {
            "cut out": b"",
            "cut off": None,
            "double": raw[at:end] * 2,
            "zero": bytes(end - at),
            "turn": bytes(byte ^ 0xFF for byte in raw[at:end]),
            "put in": self.filler + raw[at:end],
        }[self.what]
        return raw[:at] if middle is None else raw[:at] + middle + raw[end:]


CHANGES = st.lists(
    st.builds(
        Change,
        st.sampled_from(("cut out", "cut off", "double", "zero", "turn", "put in")),
        st.floats(0, 1),
        st.sampled_from((1, 1, 2, 4, 30, 500)),
        st.binary(max_size=20),
    ),
    min_size=1,
    max_size=4,
)


@pytest.mark.parametrize("name", SEEDS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes=CHANGES)
def test_mutated_bytes_never_raise_and_end_soon(name: str, changes: list[Change]) -> None:
    raw = SEEDS[name]
    for change in changes:
        raw = change.made(raw)
    start = time.process_time()
    pages, problems = read_bytes(raw, name, CONFIG)
    assert time.process_time() - start < SECONDS
    assert not [found for found in problems if found.kind == "reader failed"], problems
    for found in pages:
        found.page.text.encode("utf-8")
        assert len(found.page.raw) <= CONFIG.max_bytes
    for problem in problems:
        (problem.message + problem.place).encode("utf-8")
    assert pages or problems or not raw


@pytest.mark.parametrize("name", SEEDS)
def test_seeds_are_sound(name: str) -> None:
    pages, problems = read_bytes(SEEDS[name], name, CONFIG)
    assert pages
    assert problems == []
