"""A WARC for benchmarks, written by hand from the standard (ISO 28500), one gzip member a record."""

import gzip
import random
from pathlib import Path
from uuid import UUID

from eval.bench.pages import made_texts, plain_html


def write_archive(path: Path, pages: int) -> None:
    """Write `pages` responses, each another page, streamed to `path`."""
    dice = random.Random(13)  # noqa: S311 - the same archive every time
    with path.open("wb") as stream:
        for number, text in enumerate(made_texts(pages)):
            body = plain_html(text, dice).encode("utf-8")
            stream.write(gzip.compress(_record(number, body), compresslevel=1, mtime=0))


def _record(number: int, body: bytes) -> bytes:
    http = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
        + f"Content-Length: {len(body)}\r\n\r\n".encode()
        + body
    )
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:{UUID(int=number)}>\r\n"
        f"WARC-Target-URI: https://outlet{number % 40}.example/{number}\r\n"
        "WARC-Date: 2031-05-24T08:00:00Z\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"
