"""DOCX and ODT to lines."""

import io
import time
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.data import Media
from onrecord.readers.entry import Told
from onrecord.readers.kinds import Kind, kind_of
from onrecord.readers.office import OLE, read_office
from tests.readers.giving import give

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
DC = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
)


def p(*runs: str) -> str:
    return "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>" + "".join(runs) + "</w:p>"


def r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            out.writestr(name, content, kind)
    return stream.getvalue()


def docx(body: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    document = f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>"
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **(more or {})})


CORE = f"""<cp:coreProperties {DC}><dc:title>Dam opened</dc:title><dc:creator>Ines Varga</dc:creator>
<dcterms:created>2031-05-02T10:00:00Z</dcterms:created><dcterms:modified>2031-05-02T16:00:00Z</dcterms:modified>
</cp:coreProperties>"""
TABLE = f"<w:tbl><w:tr><w:tc>{p(r('Year'))}</w:tc><w:tc>{p(r('2031'))}</w:tc></w:tr></w:tbl>"
BODY = (
    p(r("Dam "), r("opened"))
    + p(r("The dam was&#173; opened"), "<w:r><w:br/></w:r>", r("on Friday."))
    + TABLE
    + p(
        r("It "),
        f"<w:del><w:r><w:delText>will not</w:delText></w:r></w:del><w:ins>{r('will')}</w:ins>",
        r(" hold."),
    )
    + p(
        "<w:r><w:instrText>HYPERLINK evil</w:instrText></w:r>", f"<w:hyperlink>{r('The board')}</w:hyperlink>"
    )
)


def test_paragraphs_tables_changes() -> None:
    raw = docx(BODY, {"docProps/core.xml": CORE})
    found = give(read_office, raw, "release.docx")
    assert found.texts == ["Dam opened\nThe dam was opened\non Friday.\nYear\n2031\nIt will hold.\nThe board"]
    assert found.pages[0].page.media is Media.DOCUMENT
    assert found.fields() == {
        "docx title": "Dam opened",
        "docx creator": "Ines Varga",
        "docx created": "2031-05-02T10:00:00Z",
        "docx modified": "2031-05-02T16:00:00Z",
    }


def test_a_document_that_grew_out_of_an_older_one_is_not_dated_by_its_beginning() -> None:
    raw = docx(BODY, {"docProps/core.xml": CORE.replace("2031-05-02T10", "2027-01-09T10")})
    assert set(give(read_office, raw).fields()) == {"docx title", "docx creator", "docx modified"}


def test_headers_come_first_notes_and_footers_last() -> None:
    more: dict[str, str | bytes] = {
        "word/header1.xml": f"<w:hdr {W}>{p(r('ORLIN WATER BOARD'))}</w:hdr>",
        "word/header2.xml": f"<w:hdr {W}>{p(r('ORLIN WATER BOARD'))}</w:hdr>",
        "word/footnotes.xml": f"<w:footnotes {W}><w:footnote>{p(r('A note.'))}</w:footnote></w:footnotes>",
        "word/footer1.xml": f"<w:ftr {W}>{p(r('Press office'))}</w:ftr>",
        "word/comments.xml": f"<w:comments {W}>{p(r('not this'))}</w:comments>",
        "word/vbaProject.bin": b"\x00macro",
    }
    found = give(read_office, docx(p(r("The dam.")), more), "release.docm")
    assert found.texts == ["ORLIN WATER BOARD\nThe dam.\nA note.\nPress office"]


def test_a_text_box_comes_once() -> None:
    box = f"<w:txbxContent>{p(r('Boxed.'))}</w:txbxContent>"
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<mc:AlternateContent>{both}</mc:AlternateContent>"
    found = give(read_office, docx(p(r("Around."), f"<w:r>{both}</w:r>")))
    assert sorted(found.texts[0].split("\n")) == ["Around.", "Boxed."]


ODT_MIME = "application/vnd.oasis.opendocument.text"
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)
ODT_BODY = """<text:tracked-changes><text:p>Gone.</text:p></text:tracked-changes><text:h>Dam opened</text:h>
<text:p>The dam<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>
</text:note-body></text:note> was<text:s text:c="3"/>opened<text:line-break/>on <text:span>Friday</text:span>.
<office:annotation><text:p>not this</text:p></office:annotation></text:p>"""


def odt(manifest: str = "<manifest/>") -> bytes:
    return archive(
        {
            "mimetype": ODT_MIME,
            "content.xml": f"<office:document-content {ODF}>{ODT_BODY}</office:document-content>",
            "styles.xml": f"<office:document-styles {ODF}><style:header><text:p>BOARD</text:p></style:header>"
            "</office:document-styles>",
            "meta.xml": f"<office:meta {ODF} {DC}><dc:title>Dam</dc:title></office:meta>",
            "META-INF/manifest.xml": manifest,
        }
    )


def test_odt() -> None:
    found = give(read_office, odt(), "release.odt")
    assert found.texts == ["BOARD\nDam opened\nThe dam was opened\non Friday.\nA note."]
    assert found.fields() == {"odt title": "Dam"}


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (OLE + b"\x00" * 600 + "WordDocument".encode("utf-16-le"), "old document"),
        (OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), "encrypted document"),
        (odt("<manifest><encryption-data/></manifest>"), "encrypted document"),
        (docx(""), "no text in document"),
        (docx(BODY)[:-30], "broken document"),
        (archive({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "broken document"),
    ],
)
def test_what_cannot_be_read_is_counted(raw: bytes, kind: str) -> None:
    found = give(read_office, raw, "a.docx")
    assert found.pages == []
    assert found.kinds == [kind]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (docx(BODY), Kind.OFFICE),
        (odt(), Kind.OFFICE),
        (OLE + b"\x00" * 600, Kind.OFFICE),
        (archive({"a/word/document.xml": "x"}), Kind.ZIP),
        (b"%PDF-1.4\n", Kind.PDF),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x --><rss version='2.0'>", Kind.FEED),
        ("<?xml version='1.0'?><feed>".encode("utf-16"), Kind.FEED),
        (b"<urlset>", Kind.SITEMAP),
        (b"<html><body><rss>", Kind.PAGE),
    ],
)
def test_kinds_are_known_by_content(raw: bytes, kind: Kind) -> None:
    assert kind_of(raw[:16_384], "given", Told()) is kind


def test_a_bomb_does_not_go_off() -> None:
    start = time.monotonic()
    found = give(read_office, docx(p(r(" " * 100_000_000))), "bomb.docx")
    assert found.kinds in (["expands too far"], ["no text in document"])
    assert time.monotonic() - start < 20


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "lollollol"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    document = f"{bomb}<w:document {W}><w:body>{p(r('A &a; &b; B'))}</w:body></w:document>"
    raw = archive({"[Content_Types].xml": "", "word/document.xml": document})
    assert "lol" not in give(read_office, raw).texts[0]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_mutated_bytes_never_raise(data: st.DataObject) -> None:
    raw = bytearray(data.draw(st.sampled_from([docx(BODY, {"docProps/core.xml": CORE}), odt()])))
    for _ in range(data.draw(st.integers(1, 10))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    found = give(read_office, bytes(raw))
    assert len(found.pages) + len(found.problems) == 1


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.integers(0, len(BODY)))
def test_mutated_xml_never_raises(put: str, at: int) -> None:
    found = give(read_office, docx((BODY[:at] + put + BODY[at:]).encode("utf-8", "replace").decode()))
    assert len(found.pages) + len(found.problems) == 1
