"""URLs: one spelling each, and refused where they could mean two things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.fetch.outcome import RefusedError
from onrecord.fetch.urls import target_of


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("http://Harbour.Example", "http://harbour.example/"),
        ("HTTPS://harbour.example:443/a#part", "https://harbour.example/a"),
        ("http://harbour.example:8080/a?b=c&d=%20e", "http://harbour.example:8080/a?b=c&d=%20e"),
        ("  http://harbour.example/a \r\n", "http://harbour.example/a"),
        ("http://harbour.example/два слова?ключ=ё", "http://harbour.example/%D0%B4%D0%B2%D0%B0%20"
         "%D1%81%D0%BB%D0%BE%D0%B2%D0%B0?%D0%BA%D0%BB%D1%8E%D1%87=%D1%91"),
        ("http://hafenblätter.example/", "http://xn--hafenbltter-r8a.example/"),
        ("http://Гавань.example/", "http://xn--80aafc7c0e.example/"),
        ("http://harbour.example./", "http://harbour.example/"),
        ("http://harbour.example/a/./b/../c/%2e%2E/d", "http://harbour.example/a/d"),
        ("http://harbour.example/../../a/..", "http://harbour.example/"),
        ("http://[2001:DB8::1]:81/", "http://[2001:db8::1]:81/"),
        ("http://192.0.2.7/", "http://192.0.2.7/"),
        ("http://harbour.example/a\\b", "http://harbour.example/a%5Cb"),
        ("http://harbour_post.example/", "http://harbour_post.example/"),
    ],
)  # fmt: skip
def test_one_spelling(text: str, url: str) -> None:
    assert target_of(text).url == url
    assert target_of(url).url == url


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("", "bad URL", "empty"),
        ("harbour.example/a", "not http", "no scheme"),
        ("ftp://harbour.example/", "not http", "'ftp'"),
        ("file:///etc/passwd", "not http", "'file'"),
        ("javascript:alert(1)", "not http", "'javascript'"),
        ("gopher://127.0.0.1:25/_HELO", "not http", "'gopher'"),
        ("http://", "bad URL", "no host name"),
        ("http:///a", "bad URL", "no host name"),
        ("http://tove:secret@harbour.example/", "bad URL", "user or a password"),
        ("http://harbour.example\\@127.0.0.1/", "bad URL", "user or a password"),
        ("http://harbour.example\\.other.example/", "bad URL", "no host name"),
        ("http://harbour.example/a\r\nHost: other", "bad URL", "U+000D"),
        ("http://harbour.example/a\nX: y", "bad URL", "U+000A"),
        ("http://har\tbour.example/", "bad URL", "U+0009"),
        ("http://harbour.example/\x00", "bad URL", "U+0000"),
        ("http://harbour.example/\udc80", "bad URL", "not UTF-8"),
        ("http://harbour.example/\x85", "bad URL", "U+0085"),
        ("http://harbour example/", "bad URL", "no host name"),
        ("http://%31%32%37.0.0.1/", "bad URL", "no host name"),
        ("http://2130706433/", "bad URL", "unusual spelling"),
        ("http://0x7f.0.0.1/", "bad URL", "unusual spelling"),
        ("http://0x7f000001/", "bad URL", "unusual spelling"),
        ("http://0177.0.0.1/", "bad URL", "unusual spelling"),
        ("http://127.1/", "bad URL", "unusual spelling"),
        ("http://127.0.0.256/", "bad URL", "unusual spelling"),
        ("http://１２７.1/", "bad URL", "unusual spelling"),
        ("http://[::1%25lo]/", "bad URL", "interface"),
        ("http://[::g]/", "bad URL", ""),
        ("http://[::1/", "bad URL", ""),
        ("http://harbour.example:99999/", "bad URL", "ort"),
        ("http://harbour.example:0/", "bad URL", "port 0"),
        ("http://harbour.example:8o/", "bad URL", "ort"),
        (f"http://harbour.example/{'a' * 9000}", "bad URL", "characters"),
        (f"http://{'a' * 64}.example/", "bad URL", "no host name"),
        (f"http://{'ä' * 3000}.example/", "bad URL", "no host name"),
    ],
)  # fmt: skip
def test_refused(text: str, kind: str, words: str) -> None:
    with pytest.raises(RefusedError) as caught:
        target_of(text)
    assert caught.value.kind == kind
    assert words in caught.value.message
    assert "secret" not in caught.value.message


def test_full_width_digits_are_the_address_that_they_look_like() -> None:
    assert target_of("http://１２７.０.０.１/").host == "127.0.0.1"


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b", "http://harbour.example/b"),
        ("b?c", "http://harbour.example/news/b?c"),
        ("//other.example/b", "http://other.example/b"),
        ("https://other.example", "https://other.example/"),
        ("?page=2", "http://harbour.example/news/a?page=2"),
    ],
)
def test_relative_to_another(location: str, url: str) -> None:
    assert target_of(location, "http://harbour.example/news/a").url == url


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://[", "http://harbour.example/"]))
def test_any_text_is_taken_or_refused_and_never_breaks_a_request(text: str, start: str) -> None:
    try:
        target = target_of(start + text)
    except RefusedError:
        return
    assert target.url.isascii()
    assert target.url.isprintable()
    assert " " not in target.url
    assert target_of(target.url) == target
