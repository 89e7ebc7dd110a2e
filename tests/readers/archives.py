"""Small archives of every kind, made in memory."""

import gzip
import io
import struct
import sys
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from onrecord.config import ReaderConfig
from onrecord.data import PageInput, Problem
from onrecord.readers import find_sources, read_source
from onrecord.readers.entry import Entry
from onrecord.readers.read import walk

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

Files = Sequence[tuple[str, bytes]]
WORDS = b"The harbour office of Ostrel said on Friday that the talks would go on. "
PAGES: Files = tuple((f"day/{n}.txt", b"Report %d.\n" % n + WORDS * (n + 1)) for n in range(3))
HTML = (
    b"<!DOCTYPE html><html><head><title>Port shut</title></head><body><p>The port is shut.</p></body></html>"
)


def tarred(files: Files, mode: str = "w", form: int = tarfile.PAX_FORMAT) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode, format=form) as archive:  # type: ignore[call-overload]
        for name, content in files:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def zipped(files: Files, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return out.getvalue()


def record(kind: str, block: bytes, version: str = "1.0", **headers: str) -> bytes:
    """A WARC record; `Target_URI="..."` becomes the header WARC-Target-URI, `Content_Type` stays."""
    lines = [f"WARC/{version}", f"WARC-Type: {kind}"]
    for name, value in headers.items():
        dashed = name.replace("_", "-")
        lines.append(f"{dashed if dashed.startswith('Content') else 'WARC-' + dashed}: {value}")
    lines.append(f"Content-Length: {len(block)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def answer(body: bytes, content_type: str = "text/html", status: str = "200 OK", **headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def response(number: int, block: bytes) -> bytes:
    return record(
        "response",
        block,
        Target_URI=f"https://orm.example/{number}",
        Date="2031-05-03T10:00:00Z",
        Content_Type="application/http; msgtype=response",
    )


def page(number: int) -> bytes:
    return HTML.replace(b"is shut", b"is shut for day %d" % number)


def warc(count: int) -> list[bytes]:
    """Records of an archive: one about itself, then so many pages."""
    about = record("warcinfo", b"software: test\r\n", Content_Type="application/warc-fields")
    return [about, *(response(number, answer(page(number))) for number in range(count))]


def with_dictionary(records: Sequence[bytes], packed: bool = False) -> bytes:
    """A zstd archive whose records need the dictionary that it begins with."""
    samples = [part[at : at + 200] for part in records for at in range(0, 400, 40)] * 5
    dictionary = zstd.train_dict(samples, 1_000)
    raw = zstd.compress(dictionary.dict_content) if packed else dictionary.dict_content
    frame = struct.pack("<II", 0x184D2A5D, len(raw)) + raw
    return frame + b"".join(zstd.compress(part, zstd_dict=dictionary) for part in records)


def zstd_packed(raw: bytes) -> bytes:
    return zstd.compress(raw)


def gzipped_each(records: Sequence[bytes]) -> bytes:
    return b"".join(map(gzip.compress, records))


def read_bytes(
    raw: bytes, place: str = "x", config: ReaderConfig | None = None
) -> tuple[list[PageInput], list[Problem]]:
    """Pages and problems of some bytes."""
    found = list(walk(Entry(place, lambda: io.BytesIO(raw), len(raw)), config or ReaderConfig()))
    return [item for item in found if isinstance(item, PageInput)], [
        item for item in found if isinstance(item, Problem)
    ]


def read_path(path: Path, config: ReaderConfig | None = None) -> tuple[list[PageInput], list[Problem]]:
    """Pages and problems of a file or folder."""
    chosen = config or ReaderConfig()
    found = [item for source in find_sources([path], chosen) for item in read_source(source, chosen)]
    return [item for item in found if isinstance(item, PageInput)], [
        item for item in found if isinstance(item, Problem)
    ]


def places(pages: Sequence[PageInput]) -> list[str]:
    return [sighting.place for found in pages for sighting in found.sightings]


def kinds(problems: Sequence[Problem]) -> list[str]:
    return [problem.kind for problem in problems]
