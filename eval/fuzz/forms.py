"""The forms that inputs of the fuzz run come in: small good files of each kind, and wrappings.

A wrapping puts mutated bytes into a sound container (a checksum that fits, a length that is right), so
that mutations reach what lies behind it.
"""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from uuid import UUID

SELDOM = 0.1
TITLE = "Ferry link to Orm to reopen in spring"
BODY = (
    "ORM, May 24 (Norwire) - The ferry between Orm and the mainland will run again from April, the harbour "
    "board said on Monday.",
    "“We are ready to sail if the weather allows it,” board member Mira Tolland told reporters.",
    "Die Fähre fährt ab April wieder, teilte das Hafenamt mit. Пором знову ходитиме з квітня.",
)
HTML = (
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>{title} | Orm Post</title>"
    '<meta property="article:published_time" content="2031-05-24T08:00:00Z">'
    '<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{title}"}}</script></head>'
    "<body><nav><ul><li><a href=/>Home</a></li></ul></nav><article><h1>{title}</h1>{body}</article>"
    "<aside><h3>Related</h3><a href=/b>Harn budget passed</a></aside><footer>© 2031 Orm Post</footer></body>"
)


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of input: file name, how mutated bytes become a file, good bytes to mutate."""

    name: str
    wrap: Callable[[bytes], bytes]
    seed: bytes
    share: float = 1.0  # how often it is drawn: kinds that are read in a process of their own are slow


def page_html() -> bytes:
    """A small page."""
    return HTML.format(title=TITLE, body="".join(f"<p>{line}</p>" for line in BODY)).encode()


def page_text() -> bytes:
    """The same as flat text."""
    return "\n\n".join(["Home » World", TITLE, "24 May 2031", *BODY, "Leave a comment"]).encode()


def _same(raw: bytes) -> bytes:
    return raw


def http(raw: bytes, kind: str = "text/html; charset=utf-8") -> bytes:
    """An HTTP response with this body."""
    return f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(raw)}\r\n\r\n".encode() + raw


def warc(raw: bytes, kind: str = "response") -> bytes:
    """One WARC record around `raw`."""
    media = "application/http; msgtype=response" if kind == "response" else "text/plain"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{UUID(int=1)}>\r\n"
        f"WARC-Target-URI: https://orm-post.example/ferry\r\nWARC-Date: 2031-05-24T08:00:00Z\r\n"
        f"Content-Type: {media}\r\nContent-Length: {len(raw)}\r\n\r\n"
    )
    return head.encode() + raw + b"\r\n\r\n"


def zipped(members: dict[str, bytes]) -> bytes:
    """A ZIP of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(zipfile.ZipInfo(name), raw, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    """A TAR of these members."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, raw in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(raw)
            archive.addfile(info, io.BytesIO(raw))
    return out.getvalue()


def mail(raw: bytes, kind: str = "text/html") -> bytes:
    """A mail with this body and, once more, as an attachment."""
    body = b64encode(raw)
    return (
        b"From: Mira Tolland <mira@orm-post.example>\r\nTo: desk@harn.example\r\nSubject: Ferry link\r\n"
        b"Date: Sat, 24 May 2031 08:00:00 +0000\r\nMessage-ID: <1@orm-post.example>\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/mixed; boundary=edge\r\n\r\n--edge\r\nContent-Type: "
        + kind.encode()
        + b"; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + body
        + b"\r\n--edge\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; "
        b'filename="../a.html"\r\nContent-Transfer-Encoding: base64\r\n\r\n' + body + b"\r\n--edge--\r\n"
    )


def mhtml(raw: bytes) -> bytes:
    """A saved page as browsers write it."""
    return (
        b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://orm-post.example/ferry\r\n"
        b"Subject: Ferry\r\nDate: Sat, 24 May 2031 08:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="edge"\r\n\r\n--edge\r\n'
        b"Content-Type: text/html\r\nContent-ID: <frame@mhtml>\r\nContent-Transfer-Encoding: base64\r\n"
        b"Content-Location: https://orm-post.example/ferry\r\n\r\n" + b64encode(raw) + b"\r\n--edge--\r\n"
    )


def docx(body: bytes | None = None) -> bytes:
    """A DOCX whose document part is `body`."""
    space = "http://schemas.openxmlformats.org"
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in (TITLE, *BODY))
    own = (
        f'<w:document xmlns:w="{space}/wordprocessingml/2006/main"><w:body>{paragraphs}</w:body></w:document>'
    )
    own += "</w:document>"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = (
        f'<Types xmlns="{space}/package/2006/content-types"><Default Extension="rels" ContentType="'
        'application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )
    rels = (
        f'<Relationships xmlns="{space}/package/2006/relationships"><Relationship Id="rId1" Type="{space}/'
        'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    return zipped(
        {
            "[Content_Types].xml": types.encode(),
            "_rels/.rels": rels.encode(),
            "word/document.xml": own.encode() if body is None else body,
        }
    )


def pdf(content: bytes | None = None) -> bytes:
    """A PDF of one page that draws `content`."""
    lines = b"".join(b"(%s) Tj 0 -14 Td " % line.encode("ascii", "ignore")[:90] for line in (TITLE, *BODY))
    drawn = b"BT /F1 12 Tf 72 720 Td " + lines + b"ET" if content is None else content
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    out = b"%PDF-1.4\n"
    places = []
    for number, item in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + table
    return out + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start


def rss() -> bytes:
    """A feed of two items, one in full."""
    text = "".join(f"<p>{line}</p>" for line in BODY)
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        "<channel><title>Orm Post</title><link>https://orm-post.example/</link>"
        f"<item><title>{TITLE}</title><link>https://orm-post.example/ferry</link>"
        "<pubDate>Sat, 24 May 2031 08:00:00 GMT</pubDate>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded>"
        f"</item><item><title>Harn budget</title><description>{BODY[0]}</description></item></channel></rss>"
    ).encode()


def atom() -> bytes:
    """The same in Atom."""
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Orm Post</title>'
        '<link rel="self" href="https://orm-post.example/atom"/><entry><title>Ferry</title>'
        '<link href="https://orm-post.example/ferry"/><updated>2031-05-24T08:00:00Z</updated>'
        f'<content type="html">{"&lt;p&gt;" + " ".join(BODY)}</content></entry></feed>'
    ).encode()


def sitemap() -> bytes:
    """A sitemap with news fields."""
    return (
        b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        b'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://orm-post.example/ferry'
        b"</loc><lastmod>2031-05-25</lastmod><news:news><news:title>Ferry</news:title><news:publication_date>"
        b"2031-05-24</news:publication_date></news:news></url></urlset>"
    )


def rows() -> bytes:
    """Two rows of JSON lines."""
    row = {
        "url": "https://orm-post.example/ferry",
        "title": TITLE,
        "text": "\n".join(BODY),
        "date": "2031-05-24",
    }
    return (json.dumps(row) + "\n" + json.dumps({**row, "title": "Another"}) + "\n").encode()


def table(separator: str = ",") -> bytes:
    """The same as a table."""
    cells = (f'"{TITLE}"', f'"{" ".join(BODY)}"', "https://orm-post.example/ferry", "2031-05-24")
    return (separator.join(("title", "body", "link", "date")) + "\n" + separator.join(cells) + "\n").encode()


def parquet() -> bytes:
    """The same as Parquet."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and only this needs it
    import pyarrow.parquet as pq  # noqa: PLC0415

    out = io.BytesIO()
    pq.write_table(pa.table({"title": [TITLE], "text": ["\n".join(BODY)], "date": ["2031-05-24"]}), out)
    return out.getvalue()


@cache
def forms() -> tuple[Form, ...]:
    """All forms, in an order that does not change: an input's first byte names its form."""
    page, text = page_html(), page_text()
    return (
        Form("a.html", _same, page),
        Form("a.txt", _same, text),
        Form("a.jsonl", _same, rows()),
        Form("a.json", _same, b"[" + rows().replace(b"\n{", b",{") + b"]"),
        Form("a.csv", _same, table()),
        Form("a.tsv", _same, table("\t")),
        Form("rss.xml", _same, rss()),
        Form("atom.xml", _same, atom()),
        Form("sitemap.xml", _same, sitemap()),
        Form("a.warc", _same, warc(http(page)) + warc(http(page))),
        Form("a.wet", _same, warc(text, "conversion")),
        Form("a.eml", _same, mail(page)),
        Form("a.mhtml", _same, mhtml(page)),
        Form("a.mbox", _same, b"From mira Sat May 24 08:00:00 2031\n" + mail(text, "text/plain")),
        Form("a.zip", _same, zipped({"a.html": page, "b/c.txt": text})),
        Form("a.tar", _same, tarred({"a.html": page, "b/c.txt": text})),
        Form("a.html.gz", _same, gzip.compress(page, mtime=0)),
        Form("a.html.bz2", _same, bz2.compress(page)),
        Form("a.html.xz", _same, lzma.compress(page)),
        Form("a.docx", _same, docx()),
        Form("a.parquet", _same, parquet(), SELDOM),
        Form("b.html.gz", lambda raw: gzip.compress(raw, 1, mtime=0), page),
        Form("b.zip", lambda raw: zipped({"a.html": raw, "../b.txt": raw}), page),
        Form("b.tar.gz", lambda raw: gzip.compress(tarred({"a.html": raw}), 1, mtime=0), text),
        Form("b.warc.gz", lambda raw: gzip.compress(warc(http(raw)), 1, mtime=0), page),
        Form("c.warc", warc, http(page)),
        Form("b.eml", mail, page),
        Form("b.mhtml", mhtml, page),
        Form("b.docx", docx, zipfile.ZipFile(io.BytesIO(docx())).read("word/document.xml")),
        Form("c.zip", lambda raw: zipped({"feed.xml": raw, "rows.jsonl": raw}), rss()),
        Form("a.pdf", _same, pdf(), SELDOM),
        Form("b.pdf", pdf, b"BT /F1 12 Tf 72 720 Td (Ferry link to Orm) Tj ET", SELDOM),
    )
