"""Mails, mailboxes and saved pages in their form."""

import time
from email.message import EmailMessage

import pytest

from onrecord.data import Media
from onrecord.readers.mailparts import leaves, read_message
from tests.readers.archives import HTML, PAGES, WORDS, kinds, places, read_bytes, zipped


def mail(subject: str = "Переговоры в Остреле", **more: str) -> EmailMessage:
    found = EmailMessage()
    headers = {
        "From": "Пресс-служба <press@ostrel.example>",
        "To": "desk@orm.example",
        "Subject": subject,
        "Date": "Tue, 06 May 2031 10:00:00 +0300",
        "MIME-Version": "1.0",
        **more,
    }
    for name, value in headers.items():
        found[name] = value
    return found


def fields(place: int, raw: bytes) -> dict[str, tuple[str, str]]:
    pages, _ = read_bytes(raw, "a.eml")
    return {field.name: (field.value, field.origin) for field in pages[place].sightings[0].fields}


@pytest.mark.parametrize(("charset", "coding"), [("koi8-r", "quoted-printable"), ("utf-8", "base64")])
def test_a_plain_mail_is_a_page_with_subject_sender_and_date(charset: str, coding: str) -> None:
    message = mail()
    message.set_content("Переговоры начались, сообщили в порту.\n", charset=charset, cte=coding)
    pages, problems = read_bytes(message.as_bytes(), "a.eml")
    assert (places(pages), problems) == (["a.eml"], [])
    assert pages[0].page.media is Media.TEXT
    assert pages[0].page.text.strip() == "Переговоры начались, сообщили в порту."
    assert fields(0, message.as_bytes()) == {
        "title": ("Переговоры в Остреле", "mail subject"),
        "byline": ("Пресс-служба", "mail from"),
        "published": ("2031-05-06T10:00:00+03:00", "mail date"),
    }


def test_of_two_ways_to_say_the_same_the_html_is_taken() -> None:
    message = mail()
    message.set_content("The port is shut.")
    message.add_alternative(HTML.decode(), subtype="html")
    pages, problems = read_bytes(message.as_bytes(), "a.eml")
    assert (places(pages), problems) == (["a.eml"], [])
    assert pages[0].page.media is Media.HTML


def test_attachments_are_members_of_any_kind() -> None:
    message = mail()
    message.set_content("See what is attached.")
    message.add_attachment(HTML, maintype="text", subtype="html", filename="Заявление.html")
    message.add_attachment(zipped(PAGES), maintype="application", subtype="zip", filename="../../b.zip")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    outer = mail("Fwd")
    outer.set_content("For you.")
    outer.add_attachment(message)
    pages, problems = read_bytes(outer.as_bytes(), "a.eml")
    assert places(pages) == [
        "a.eml",
        "a.eml/part-2",
        "a.eml/part-2/Заявление.html",
        *(f"a.eml/part-2/b.zip/{name}" for name, _ in PAGES),
    ]
    assert [(found.kind, found.place) for found in problems] == [("not a page", "a.eml/part-2/logo.png")]


def test_a_mail_that_quotes_another_is_one_page() -> None:
    message = mail()
    message.set_content("From: a@b.example\nTo: c@d.example\nMessage-ID: <1>\nSubject: x\n\nThe text.\n")
    pages, problems = read_bytes(message.as_bytes(), "a.eml")
    assert (places(pages), problems) == (["a.eml"], [])
    assert "Subject: x" in pages[0].page.text


def test_an_encrypted_mail_is_counted() -> None:
    message = mail()
    message.set_content(b"abc", maintype="application", subtype="pkcs7-mime")
    assert kinds(read_bytes(message.as_bytes(), "a.eml")[1]) == ["encrypted"]


def test_a_mailbox_gives_its_mails() -> None:
    one, two = mail("One"), mail("Two")
    one.set_content("The first.\n\n>From here on it is quoted.\n")
    two.set_content("The second.\n")
    start = b"From press@ostrel.example Tue May  6 10:00:00 2031\n"
    raw = b"\n".join(start + message.as_bytes() for message in (one, two))
    pages, problems = read_bytes(raw, "archive")
    assert (places(pages), problems) == (["archive:1", "archive:2"], [])
    assert "\nFrom here on it is quoted." in pages[0].page.text


MHTML = b"""From: <Saved by Blink>\r
Snapshot-Content-Location: https://orm.example/dam\r
Subject: =?utf-8?Q?Damm?=\r
Date: Tue, 6 May 2031 10:00:00 +0000\r
MIME-Version: 1.0\r
Content-Type: multipart/related;\r
\ttype="text/html";\r
\tboundary="----MultipartBoundary--x----"\r
\r
\r
------MultipartBoundary--x----\r
Content-Type: text/html\r
Content-ID: <frame-1@mhtml.blink>\r
Content-Transfer-Encoding: quoted-printable\r
Content-Location: https://orm.example/dam\r
\r
<!DOCTYPE html><html><head><meta http-equiv=3D"Content-Type" content=3D"text/html; ch=\r
arset=3DUTF-8"><title>Damm</title></head><body><p>Der Damm h=C3=A4lt.</p></body></html>\r
------MultipartBoundary--x----\r
Content-Type: text/html\r
Content-Transfer-Encoding: binary\r
Content-Location: cid:frame-2@mhtml.blink\r
\r
<html><body><p>An advertisement in a frame.</p></body></html>\r
------MultipartBoundary--x----\r
Content-Type: image/png\r
Content-Transfer-Encoding: base64\r
Content-Location: https://orm.example/i.png\r
\r
iVBORw0KGgo=\r
------MultipartBoundary--x------\r
"""


def test_a_saved_page_has_its_address_and_when_it_was_saved() -> None:
    pages, problems = read_bytes(MHTML, "a.mhtml")
    assert (len(pages), problems) == (1, [])
    seen = pages[0].sightings[0]
    assert (pages[0].page.text, pages[0].page.media) == ("Der Damm hält.", Media.HTML)
    assert (seen.place, seen.url, seen.outlet, seen.fetched, seen.fields) == (
        "a.mhtml",
        "https://orm.example/dam",
        "orm.example",
        "2031-05-06T10:00:00+00:00",
        (),
    )


def test_a_cut_saved_page_keeps_what_came_before() -> None:
    pages, problems = read_bytes(MHTML[: MHTML.index(b"</p>")], "a.mht")
    assert (pages[0].page.text, kinds(problems)) == ("Der Damm hält.", ["broken end"])


def nested(depth: int) -> bytes:
    lines = ["MIME-Version: 1.0", "Subject: deep"]
    for level in range(depth):
        lines += [f'Content-Type: multipart/mixed; boundary="b{level}"', "", f"--b{level}"]
    lines += ["Content-Type: text/plain", "", *["The text."] * 20_000]
    return "\n".join(lines + [f"--b{level}--" for level in reversed(range(depth))]).encode()


@pytest.mark.parametrize("depth", [1, 20, 29])
def test_multiparts_in_each_other(depth: int) -> None:
    pages, _ = read_bytes(nested(depth), "a.eml")
    assert pages[0].page.text.startswith("The text.")


def test_multiparts_without_end_take_little_time() -> None:
    start = time.process_time()
    assert kinds(read_bytes(nested(5_000), "a.eml")[1]) == ["nested too deeply"]
    boundaries = b"MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n"
    boundaries += b"--x\nContent-Type: text/plain\n\nhi\n" * 200_000
    assert "too large" in kinds(read_bytes(boundaries, "a.eml")[1])
    heads = (
        b"MIME-Version: 1.0\nSubject: "
        + b"=?utf-8?q?a?= " * 100_000
        + b"\nFrom: "
        + b"(" * 100_000
        + b"\n\nx"
    )
    read_bytes(heads, "a.eml")
    assert time.process_time() - start < 10


def test_base64_is_read_past_what_is_none() -> None:
    raw = b"MIME-Version: 1.0\nContent-Transfer-Encoding: base64\nSubject: x\n\nVGhlI HRl!\neHQuX\n"
    assert next(leaves(read_message(raw))).content() == b"The text."


def test_a_text_that_begins_like_a_mail_is_a_text() -> None:
    raw = b"From: Ostrel\nThe talks go on. " + WORDS
    pages, _ = read_bytes(raw, "a.txt")
    assert pages[0].page.raw == raw
