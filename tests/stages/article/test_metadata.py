"""Metadata candidates: each kept with its reason, the accepted one first."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.data import (
    Article,
    Field,
    Furniture,
    Language,
    Media,
    Metadatum,
    Page,
    Reason,
    Sighting,
    span_of,
)
from onrecord.lang.licences import licence_in
from onrecord.stages.article.metadata import About, find_metadata

TITLE = "Ferry link to Orm to reopen in spring"
BODY = "The ferry between Orm and the mainland will run again from April, the harbour board said on Monday."
GERMAN = "Die Fähre zwischen Orm und dem Festland fährt ab April wieder, teilte das Hafenamt am Montag mit."


def identify(text: str) -> tuple[str, float]:
    return ("de", 0.95) if "Fähre" in text or "Hafen" in text else ("en", 0.95)


def about(
    lines: list[str],
    above: list[tuple[str, str]] | None = None,
    below: list[tuple[str, str]] | None = None,
    fields: tuple[Field, ...] = (),
    sightings: tuple[Sighting, ...] = (),
) -> About:
    above, below = above or [], below or []
    text = "\n".join([line for line, _ in above] + lines + [line for line, _ in below])
    spans, offset = [], 0
    for line in text.split("\n"):
        spans.append(span_of(text, offset, offset + len(line)))
        offset += len(line) + 1
    page = Page("pg-1", Media.TEXT, text, text.encode("utf-8", "surrogatepass"), "utf-8", fields)
    own = tuple(spans[len(above) : len(above) + len(lines)])
    body = "\n".join(lines)
    article = Article("ar-1", page.id, 1, own, body, lines[0], span_of(body, 0, len(lines[0])))
    kinds = [kind for _, kind in above] + [""] * len(lines) + [kind for _, kind in below]
    furniture = tuple(
        Furniture(page.id, span, kind, Reason(f"“{span.text}” is furniture"))
        for span, kind in zip(spans, kinds, strict=True)
        if kind
    )
    return About(page, sightings, article, (article,), furniture, Language("en", 0.99, Reason("reads so")))


def named(found: tuple[Metadatum, ...], name: str) -> list[tuple[str, bool]]:
    return [(item.value, item.accepted) for item in found if item.name == name]


def test_a_rival_title_is_kept_with_its_reason() -> None:
    fields = (Field("title", "Orm ferry back", "meta og:title"), Field("title", TITLE, "json-ld headline"))
    found = find_metadata(about([TITLE, BODY], fields=fields), identify)
    assert named(found, "title") == [(TITLE, True), (TITLE, True), ("Orm ferry back", False)]
    rival = next(item for item in found if item.value == "Orm ferry back")
    assert TITLE in rival.reason
    assert "og:title" in rival.reason


def test_a_canonical_link_to_another_site_is_no_address_of_this_one() -> None:
    fields = (Field("url", "https://harn-courier.example/ferry", "link canonical"),)
    seen = (Sighting("si-1", "pg-1", "a.html", "https://www.orm-post.example/ferry", "orm-post.example"),)
    found = find_metadata(about([TITLE, BODY], fields=fields, sightings=seen), identify)
    assert named(found, "url") == [
        ("https://www.orm-post.example/ferry", True),
        ("https://harn-courier.example/ferry", False),
    ]
    assert "said to belong there" in next(item.reason for item in found if not item.accepted)


def test_the_latest_change_is_accepted_wherever_it_was_said() -> None:
    seen = Sighting("si-1", "pg-1", "a.warc:1", fields=(Field("modified", "2031-05-04", "sitemap lastmod"),))
    fields = (Field("modified", "2031-05-03T08:00", "meta article:modified_time"),)
    found = find_metadata(about([TITLE, BODY], fields=fields, sightings=(seen,)), identify)
    assert named(found, "modified") == [("2031-05-04", True), ("2031-05-03T08:00", False)]


def test_section_of_the_path_above_and_of_the_address() -> None:
    seen = (Sighting("si-1", "pg-1", "a.html", "https://orm-post.example/business/ferry"),)
    found = find_metadata(
        about([TITLE, BODY], above=[("Home » World » Ferry", "breadcrumb")], sightings=seen), identify
    )
    assert named(found, "section") == [("World", True), ("business", False)]
    first = next(item for item in found if item.name == "section")
    assert first.span is not None
    assert first.span.text == "Home » World » Ferry"


def test_an_exact_licence_comes_before_a_claim_of_right() -> None:
    below = [("© 2031 Orm Post. All rights reserved.", "notice")]
    lines = [TITLE, BODY, "This article is published under CC BY-SA 4.0."]
    found = find_metadata(about(lines, below=below), identify)
    assert [value for value, _ in named(found, "licence")] == ["CC BY-SA 4.0", below[0][0]]


def test_a_paragraph_in_another_language_is_named() -> None:
    found = find_metadata(about([TITLE, BODY, GERMAN]), identify)
    block = next(item for item in found if item.origin == "paragraph")
    assert (block.name, block.value, block.accepted) == ("language", "de", True)
    assert block.span is not None
    assert block.span.text == GERMAN


def test_licences_in_their_usual_spelling() -> None:
    assert licence_in("https://creativecommons.org/licenses/by-nc/4.0/") == "CC BY-NC 4.0"
    assert licence_in("cc by") == "CC BY"
    assert licence_in("https://creativecommons.org/publicdomain/zero/1.0/") == "CC0 1.0"
    assert licence_in("Всі права захищені") == "Всі права захищені"
    assert licence_in("The board met on Monday.") is None


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\n"), min_size=1), min_size=1, max_size=6))
def test_any_text_is_read(lines: list[str]) -> None:
    fields = tuple(Field("licence", line, "meta dc.rights") for line in lines)
    for item in find_metadata(about(lines, below=[(lines[0], "notice")], fields=fields), identify):
        assert item.reason


def test_a_source_that_fields_name_is_kept_with_its_reason() -> None:
    fields = (Field("source", "https://norwire.example/1", "meta syndication-source"),)
    found = [
        item for item in find_metadata(about([TITLE, BODY], fields=fields), identify) if item.name == "source"
    ]
    assert [(item.value, item.accepted) for item in found] == [("https://norwire.example/1", True)]
    assert "norwire.example" in found[0].reason and TITLE[:20] in found[0].reason
