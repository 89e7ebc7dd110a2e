"""Encodings: byte order mark, told, declared, UTF-8, guessed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.config import ReaderConfig
from onrecord.data import PageInput
from onrecord.readers import read_page
from onrecord.readers.decode import decode
from onrecord.readers.encodings import encoding_named
from onrecord.readers.entry import Told

RUSSIAN = "Президент сказал нет. Переговоры продолжатся."


def told(raw: bytes, encoding: str | None, declares: bool = True) -> tuple[str, str]:
    found = decode(raw, declares, encoding)
    assert found is not None
    return found.text, found.encoding


def test_the_order_of_the_html_standard() -> None:
    meta = f"<html><meta charset=koi8-r><p>{RUSSIAN}</p>"
    assert told(meta.encode("koi8-r"), None) == (meta, "koi8-r")
    assert told(meta.encode("cp1251"), "windows-1251") == (meta, "cp1251")
    assert told(b"\xef\xbb\xbf" + meta.encode(), "windows-1251") == (meta, "utf-8")
    assert told("\ufeffabc ж".encode("utf-16-be"), "utf-8")[0] == "abc ж"


def test_a_told_encoding_that_does_not_fit_is_passed_over() -> None:
    assert told(RUSSIAN.encode("cp1251"), "utf-8", False)[0] == RUSSIAN
    assert told(RUSSIAN.encode(), "no such thing", False) == (RUSSIAN, "utf-8")


def test_utf_16_without_a_mark_is_read_when_told() -> None:
    assert told(RUSSIAN.encode("utf-16-le"), "utf-16") == (RUSSIAN, "utf-16-le")
    assert decode(b"\x00" * 100, told="utf-16le") is None


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("UTF8", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("latin1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("windows-1251", "cp1251"),
        (" 'Shift_JIS' ", "cp932"),
        ("gb2312", "gb18030"),
        ("ks_c_5601-1987", "cp949"),
        ("x-mac-cyrillic", "mac-cyrillic"),
        *(
            (label, None)
            for label in ("hex", "rot13", "zlib", "punycode", "idna", "utf-7", "unicode_escape", "", "a/b")
        ),
    ],
)
def test_labels_are_those_of_browsers(label: str, name: str | None) -> None:
    assert encoding_named(label) == name


def test_only_what_the_place_had_to_tell_is_in_the_id() -> None:
    def page_id(raw: bytes, encoding: str | None) -> str:
        found = read_page(raw, "a", ReaderConfig(), Told(encoding=encoding))
        assert isinstance(found, PageInput)
        return found.page.id

    plain = (RUSSIAN * 5).encode()
    assert page_id(plain, "utf-8") == page_id(plain, None)
    cyrillic = (RUSSIAN * 5).encode("cp1251")
    assert page_id(cyrillic, "cp1251") == page_id(cyrillic, None)
    assert page_id(cyrillic, "koi8-r") != page_id(cyrillic, None)


def test_the_guess_is_bounded() -> None:
    raw = "Der Präsident sagte „nein“. ".encode("cp1250") * 400_000
    start = time.process_time()
    assert decode(raw) is not None
    assert time.process_time() - start < 5


def test_a_text_cut_within_a_character_keeps_its_encoding() -> None:
    assert told("Größe und Höhe".encode()[:-3], None)[0] == "Größe und H\ufffd"
    assert told("Die Höhe: é".encode("cp1252"), None)[1] != "utf-8"


@given(st.binary(max_size=300), st.one_of(st.none(), st.text(max_size=12)))
def test_any_bytes_and_any_label(raw: bytes, label: str | None) -> None:
    found = decode(raw, True, label)
    if found is not None:
        found.text.encode("utf-8")
