"""Hand-made hostile inputs: bombs, nesting, monster lines, lies about lengths, self-reference.

`scale` 1 is full size (lines of 50 MB, bombs of gigabytes); tests use less.
"""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterator

from eval.fuzz.forms import (
    BODY,
    TITLE,
    docx,
    http,
    mail,
    mhtml,
    page_html,
    pdf,
    rss,
    tarred,
    warc,
    zipped,
)

MEGA = 1_000_000
SLIPS = ("../../../etc/x", "/etc/y", "C:\\z", "..\\..\\z", "a\x00b", "con", " ", "x" * 5_000)
Made = Callable[[], bytes]
Sized = Callable[[int], int]


def hostile(scale: float = 1.0) -> Iterator[tuple[str, Made]]:
    """(name, how to make its bytes) of each input."""

    def sized(full: int) -> int:
        return max(10, int(full * scale))

    yield from _texts(sized)
    yield from _nested(sized)
    yield from _containers(sized)
    yield from _documents(sized)


def _texts(sized: Sized) -> Iterator[tuple[str, Made]]:
    """Monster lines, odd characters, lying encodings."""
    line = sized(50 * MEGA)
    yield "line.txt", lambda: b"a" * line
    yield "words.txt", lambda: b"ferry " * (line // 6)
    yield "quotes.txt", lambda: "“".encode() * (line // 3)
    yield "line.jsonl", lambda: b'{"title": "x", "text": "' + b"a" * line + b'"}\n'
    yield "line.csv", lambda: b"title,text\nx," + b"a" * line
    yield "attribute.html", lambda: b"<html><body><p class='" + b"a" * line + b"'>x</p>"
    yield "tag.html", lambda: b"<html><body>" + b"<" * line
    yield "lines.txt", lambda: b"Orm\n" * (line // 4)
    yield "columns.csv", lambda: b",".join([b"title", b"text"] + [b"c"] * sized(100_000)) + b"\nx,y\n"
    yield "quotes.csv", lambda: b'title,text\n"' + b'a""' * sized(5_000_000)
    yield "ragged.csv", lambda: b"title,text\n" + b"a,b,c,d,e\nf\n" * sized(200_000)
    yield "nul.txt", lambda: b"\x00".join([page_html()] * 10)
    yield "bidi.txt", lambda: "\u202e\u2066\u202d\u2069\u200f".join(BODY * 50).encode()
    yield "marks.txt", lambda: b"a" + "\u0301".encode() * sized(2_000_000)
    yield "utf16.txt", lambda: "\n".join(BODY).encode("utf-16-le")
    yield "utf16-odd.txt", lambda: b"\xff\xfe" + "\n".join(BODY).encode("utf-16-le") + b"x"
    yield "utf7.html", lambda: b"<html><meta charset=utf-7><p>+ADw-script+AD4-</p>"
    yield "liar.html", lambda: b"<html><meta charset=utf-16>" + page_html()
    yield "surrogate.jsonl", lambda: b'{"title": "\\ud800", "text": "\\udfff \\u0000 x"}\n' * 10
    yield "numbers.jsonl", lambda: b'{"title": 1e999, "text": ' + b"9" * sized(1_000_000) + b"}\n"
    yield "empty.txt", lambda: b""
    yield "spaces.txt", lambda: b" \n\t" * sized(5_000_000)


def _nested(sized: Sized) -> Iterator[tuple[str, Made]]:
    """Depth, self-reference and sheer number."""
    yield "deep.html", lambda: b"<html><body>" + b"<div>" * sized(200_000) + b"text"
    yield "deep.json", lambda: b"[" * sized(5_000_000)
    yield "deep.jsonl", lambda: b'{"text":' * sized(1_000_000) + b"\n"
    yield "deep.xml", lambda: b"<rss><channel><item>" + b"<a>" * sized(500_000)
    yield "laughs.xml", _laughs
    yield "external.xml", _external
    yield "self.xml", _cyclic_feed
    yield "index.xml", _cyclic_sitemap
    yield "articles.html", lambda: _many_articles(sized(10_000), html=True)
    yield "articles.txt", lambda: _many_articles(sized(10_000), html=False)
    yield "links.html", lambda: b"<html><body>" + b"<a href=/x>Harn budget passed</a>" * sized(200_000)
    yield "table.html", lambda: b"<html><table>" + b"<tr><td>1<td>2" * sized(300_000)
    yield "scripts.html", lambda: b"<html><script>" * sized(100_000) + b"<p>x</p>"
    yield "comments.html", lambda: b"<html><body>" + b"<!-- x --" * sized(500_000) + page_html()
    start = b"<html><script type=application/ld+json>"
    yield "jsonld.html", lambda: start + b"[" * sized(400_000) + b"</script><p>x</p>"


def _containers(sized: Sized) -> Iterator[tuple[str, Made]]:
    """Bombs, slips, broken tails, lies about lengths."""
    yield "bomb.gz", lambda: _zeros(sized(2_000 * MEGA))
    yield "bomb.bz2", lambda: bz2.compress(bytes(sized(500 * MEGA)))
    yield "bomb.xz", lambda: lzma.compress(bytes(sized(500 * MEGA)), preset=0)
    yield "bomb.zip", lambda: _zip_of_zeros(sized(500 * MEGA))
    yield "nested.gz", lambda: _nested_gzip(sized(200 * MEGA))
    yield "russian-dolls.zip", lambda: _dolls(sized(200))
    yield "members.zip", lambda: _many_members(sized(20_000))
    yield "overlap.zip", lambda: zipped({"a.html": page_html()})[:-4] + b"\xff\xff\xff\xff"
    yield "slip.zip", lambda: zipped(dict.fromkeys(SLIPS, b"x y z"))
    yield "slip.tar", lambda: tarred({"../../../etc/x": b"x y z", "/etc/y": b"x y z"})
    yield "links.tar", _tar_links
    yield "sparse.tar", lambda: tarred({"a": b"x"})[:124] + b"77777777777\x00" + tarred({"a": b"x"})[136:]
    yield "cut.html.gz", lambda: gzip.compress(page_html() * 100, mtime=0)[:-300]
    record = warc(http(page_html()))
    yield "cut.warc.gz", lambda: gzip.compress(record, mtime=0) * 3 + b"\x1f\x8b\x08\x00broken"
    yield "huge.warc", lambda: record.replace(b"-Length: ", b"-Length: 99999999999999", 1)
    yield "negative.warc", lambda: record.replace(b"-Length: ", b"-Length: -", 1)
    yield "headers.warc", lambda: b"WARC/1.0\r\n" + b"X-A: b\r\n" * sized(1_000_000) + b"\r\n"
    yield "chunks.warc", lambda: warc(_chunked(sized(100_000)))
    yield "encoded.warc", lambda: warc(_gzip_body(sized(500 * MEGA)))
    yield "empty.zip", lambda: zipped({})


def _documents(sized: Sized) -> Iterator[tuple[str, Made]]:
    """Mails and documents that nest, cycle or swell."""
    yield "parts.eml", lambda: _nested_mail(sized(3_000))
    words = b"=?utf-8?q?=41?= "
    yield "headers.eml", lambda: mail(page_html()).replace(b"Ferry link", words * sized(200_000))
    yield "edges.eml", lambda: mail(page_html()).replace(b"--edge", b"--edge\r\n--edge" * sized(20_000))
    yield "self.mhtml", lambda: mhtml(mhtml(page_html()))
    yield "bomb.docx", lambda: docx(b"<w:document xmlns:w='x'>" + b"<w:p>" * sized(20_000_000))
    yield "laughs.docx", lambda: docx(_laughs())
    yield "cycle.pdf", lambda: pdf().replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]")
    kids = b"/Kids[" + b"3 0 R " * sized(20_000) + b"]"
    yield "pages.pdf", lambda: pdf().replace(b"/Kids[3 0 R]/Count 1", kids + b"/Count %d" % sized(20_000))
    yield "cut.pdf", lambda: pdf()[: len(pdf()) // 2]
    yield "stream.pdf", lambda: pdf(b"q " * sized(5_000_000))


def _laughs() -> bytes:
    names = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    entities = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{names}]>'
    item = "<item><title>&l11;</title></item>"
    return f'<?xml version="1.0"?>{entities}<rss><channel>{item}</channel></rss>'.encode()


def _external() -> bytes:
    head = (
        b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item>'
    )
    text = "&x; " + " ".join(BODY)
    return head + f"<title>T</title><description>{text}</description></item></channel></rss>".encode()


def _cyclic_feed() -> bytes:
    return rss().replace(
        b"<channel>", b"<channel><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='self.xml'/>"
    )


def _cyclic_sitemap() -> bytes:
    one = b"<sitemap><loc>index.xml</loc></sitemap>"
    return (
        b'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        + one * 1000
        + b"</sitemapindex>"
    )


def _many_articles(count: int, html: bool) -> bytes:
    out = []
    for number in range(count):
        title = f"{TITLE.replace('Orm', f'Orm{number}')}"
        if html:
            out.append(f"<article><h2>{title}</h2><p>{BODY[0]} {number}</p><p>{BODY[1]}</p></article>")
        else:
            out.append(f"{title}\n{number % 59 + 1} minutes ago\n{BODY[0]} {number}\n{BODY[1]}\n")
    return ("<html><body>" + "".join(out) if html else "\n".join(out)).encode()


def _zeros(size: int) -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=9, mtime=0) as stream:
        for _ in range(max(1, size // MEGA)):
            stream.write(bytes(MEGA))
    return out.getvalue()


def _zip_of_zeros(size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(4):
            with archive.open(f"zeros-{number}.html", "w", force_zip64=True) as member:
                for _ in range(max(1, size // MEGA)):
                    member.write(bytes(MEGA))
    return out.getvalue()


def _nested_gzip(size: int) -> bytes:
    raw = _zeros(size)
    for _ in range(5):
        raw = gzip.compress(raw, mtime=0)
    return raw


def _dolls(depth: int) -> bytes:
    raw = page_html()
    for _ in range(depth):
        raw = zipped({"doll.zip": raw})
    return raw


def _many_members(count: int) -> bytes:
    return zipped({f"{number}.txt": b"x" for number in range(count)})


def _tar_links() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind in (("self", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE), ("pipe", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type = kind
            info.linkname = "/etc/passwd" if name != "self" else "self"
            archive.addfile(info)
    return out.getvalue()


def _chunked(count: int) -> bytes:
    return (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        + b"1\r\na\r\n" * count
    )


def _gzip_body(size: int) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + _zeros(size)


def _nested_mail(depth: int) -> bytes:
    raw = b"Content-Type: text/plain\r\n\r\nx\r\n"
    for number in range(depth):
        edge = f"e{number}".encode()
        raw = (
            b"Content-Type: multipart/mixed; boundary="
            + edge
            + b"\r\n\r\n--"
            + edge
            + b"\r\n"
            + raw
            + b"\r\n--"
            + edge
            + b"--\r\n"
        )
    return b"From: a@b.example\r\nMIME-Version: 1.0\r\nSubject: x\r\n" + raw
