"""Text of pages can never run, whatever it holds and wherever it is shown."""

from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tests.web.reading import addresses, crawl, parse
from tests.web.sample import HOSTILE, drafts

INJECTIONS = (
    HOSTILE,
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "</title><script>alert(1)</script>",
    "{{ 1234567 * 7 }}{% raw %}",
    "\x02<b>\x03",
    "\x00\u202e\u2066",
    '" OR 1=1 --',
    "NEAR( * ^ : AND OR NOT (",
    "%ff%00",
)
FILTERS = ("q", "actor", "outlet", "since", "status", "kind", "page")
QUERIES = (
    *(f"/attributions?{name}={{}}" for name in FILTERS),
    *(
        "/actors?name={}",
        "/trace?q={}",
        "/problems?kind={}",
        "/pages?problem={}",
        "/pages?outlet={}",
        "/pages?page={}",
        "/judgements?page={}",
        "/page/{}",
        "/?page={}",
        "/story/{}",
        "/article/{}",
        "/actor/{}",
    ),
    *("/compare/{}/{}", "/article/{}/targets.css", "/{}"),
)


def assert_harmless(address: str, text: str) -> None:
    """Nothing in a page can run, and nothing leads anywhere but here or to a web address."""
    tree = parse(text)
    scripts = tree.xpath("//script")
    # The one script is a module of ours, in the head of the page of an article or a pair, and holds no words.
    assert all(set(one.attrib) == {"src", "type"} and not one.text_content() for one in scripts), address
    assert all(one.get("type") == "module" for one in scripts), address
    place = address.split("/")[1]
    assert [one.get("src") for one in scripts] in ([], [f"/static/{place}.js"]), address
    assert not tree.xpath("//body//script") and (not scripts or place in ("article", "compare")), address
    for name in ("img", "iframe", "object", "embed", "style", "base", "b[not(ancestor::main)]"):
        assert not tree.xpath(f"//{name}"), (address, name)
    for attribute in tree.xpath("//@*"):
        name = attribute.attrname
        assert not name.startswith("on") and name not in ("style", "srcdoc", "formaction"), (address, name)
    for found in addresses(tree):
        assert found.startswith(("/", "#", "https://", "http://")) and not found.startswith("//"), (
            address,
            found,
        )


def test_no_page_of_a_hostile_case_can_run(client: TestClient) -> None:
    shown = 0
    for address, text in crawl(client):
        assert_harmless(address, text)
        shown += "alert(1)" in text
    assert shown > 5


def test_all_that_is_told_of_an_attribution_is_escaped(client: TestClient) -> None:
    evil = drafts()[-1]
    said, aside = evil.attributions[0], evil.asides[0]
    assert said.speaker and HOSTILE in said.speaker.name and said.place and said.place.text == HOSTILE
    text = client.get(f"/article/{evil.id}").text
    assert_harmless("/article/", text)
    tree = parse(text)
    cards = {one.get("id"): one.text_content() for one in tree.xpath("//div[contains(@class, 'note')]")}
    # The words of the page, the speaker's name and the reasons, as text.
    assert f"Ada {HOSTILE}" in cards["a1"] and cards["a1"].count(HOSTILE) >= 6
    told = aside.reason.text[1:]
    assert told in cards["x1"] and HOSTILE in cards["x1"].replace(told, "")
    assert not tree.xpath("//@title[contains(., '<')]")


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("injection", INJECTIONS)
def test_what_is_asked_for_cannot_run(client: TestClient, query: str, injection: str) -> None:
    given = quote(injection, safe="")
    response = client.get(query.format(given, given))
    assert response.status_code in (200, 300, 302, 400, 404)
    if response.headers.get("content-type", "").startswith("text/html"):
        assert_harmless(query, response.text)
        assert "8641969" not in response.text or "{{" not in injection


def test_text_that_is_no_unicode_is_still_shown(client: TestClient) -> None:
    text = client.get("/attributions?q=alert").text
    assert "Ada Brenn" in text
    assert client.get("/attributions", params={"q": "x", "actor": "\udc80".encode("utf-8", "surrogatepass")})
