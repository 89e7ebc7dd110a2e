"""Pages answer, hang together, and say what to do when there is nothing to show."""

import dataclasses
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.data import CorpusFindings
from onrecord.stores.sqlite import open_view, open_writer
from onrecord.web.app import create_app
from tests.web.reading import crawl, parse
from tests.web.sample import corpus, drafts


@pytest.fixture(scope="module")
def pages(client: TestClient) -> dict[str, str]:
    return dict(crawl(client))


def test_every_page_is_reached_from_the_first(pages: dict[str, str]) -> None:
    made = drafts()
    found = corpus(made)
    wanted = {f"/article/{draft.id}" for draft in made}
    wanted |= {f"/story/{story.id}" for story in found.stories}
    wanted |= {f"/actor/{actor.id}" for actor in found.actors}
    wanted |= {f"/compare/{reuse.earlier}/{reuse.later}" for reuse in found.reuses}
    assert wanted <= set(pages)


def test_each_page_has_one_main_heading_and_landmarks(pages: dict[str, str]) -> None:
    for address, text in pages.items():
        tree = parse(text)
        assert len(tree.xpath("//h1")) == 1, address
        assert len(tree.xpath("//main")) == len(tree.xpath("//header")) == 1, address
        assert tree.xpath("//nav") and tree.get("lang") == "en", address
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), address


def test_links_within_a_page_lead_somewhere(pages: dict[str, str]) -> None:
    for address, text in pages.items():
        tree = parse(text)
        ids = set(tree.xpath("//@id"))
        for found in tree.xpath("//@href"):
            path, mark, fragment = str(found).partition("#")
            if mark and path in ("", address):
                assert fragment in ids, (address, found)


def test_links_between_pages_lead_to_the_exact_characters(pages: dict[str, str]) -> None:
    ids = {address: set(parse(text).xpath("//@id")) for address, text in pages.items()}
    followed = 0
    for address, text in pages.items():
        for found in parse(text).xpath("//@href"):
            path, mark, fragment = str(found).partition("#")
            if mark and path in ids:
                assert fragment in ids[path], (address, found)
                followed += fragment.startswith("c")
    assert followed > 20


def test_a_span_stands_at_its_anchor(client: TestClient) -> None:
    wire = drafts()[0]
    content = wire.attributions[0].content[0]
    tree = parse(client.get(f"/article/{wire.id}").text)
    anchor = tree.get_element_by_id(f"c{content.start}-{content.end}")
    following = "".join(anchor.xpath("following::text()[position() < 20]"))
    assert following.startswith(content.text)


def test_marks_are_drawn_with_source_cue_and_content(client: TestClient) -> None:
    wire = drafts()[0]
    tree = parse(client.get(f"/article/{wire.id}").text)
    body = tree.xpath("//div[@class='body']")[0]
    for role in ("source", "cue", "content"):
        words = "".join(body.xpath(f".//span[contains(@class, '{role}')]/text()"))
        found = getattr(wire.attributions[0], role)[0]
        assert found.text.replace(" ", "") in words.replace(" ", "")
    assert body.xpath(".//span[contains(@class, 'source') and contains(@class, 'content')]")


def test_furniture_is_folded_with_its_reason(client: TestClient) -> None:
    tree = parse(client.get(f"/article/{drafts()[0].id}").text)
    folded = [found.text_content() for found in tree.xpath("//details[@class='furniture']")]
    assert len(folded) == 2
    assert "Home > World > Talks" in folded[0] and "path of links" in folded[0]


def test_the_stylesheet_of_an_article_lights_up_its_spans(client: TestClient) -> None:
    wire = drafts()[0]
    content = wire.attributions[0].content[0]
    response = client.get(f"/article/{wire.id}/targets.css")
    assert response.headers["content-type"].startswith("text/css")
    assert f"#c{content.start}-{content.end}:target" in response.text
    assert "#a1:target" in response.text


def test_unknown_things_say_what_to_do(client: TestClient) -> None:
    for address in (
        "/story/no",
        "/article/no",
        "/actor/nobody",
        "/compare/no/no",
        "/nothing",
        "/article/no/targets.css",
    ):
        response = client.get(address)
        assert response.status_code == 404, address
        assert 'href="/attributions"' in response.text


def test_a_bad_filter_is_explained(client: TestClient) -> None:
    for query in ("status=maybe", "since=yesterday", "kind=odd"):
        response = client.get(f"/attributions?{query}")
        assert response.status_code == 400
        assert query.partition("=")[2] in response.text


def test_a_name_that_fits_several_actors_offers_them(client: TestClient) -> None:
    response = client.get("/actor/norland")
    assert response.status_code == 302
    response = client.get("/actor/e")
    assert response.status_code == 300
    assert response.text.count('href="/actor/ac-') > 1


def test_beginnings_of_ids_redirect_to_the_whole(client: TestClient) -> None:
    article = drafts()[0].id
    response = client.get(f"/article/{article[:14]}")
    assert response.status_code == 302
    assert response.headers["location"] == f"/article/{article}"


def test_superseded_ids_redirect_for_good(tmp_path: Path) -> None:
    made = drafts()
    found = corpus(made)
    path = tmp_path / "case.onrecord"
    with open_writer(path) as writer:
        writer.add_pages([draft.done() for draft in made])
        writer.replace_corpus(found, "one")
        old = next(story for story in found.stories if len(story.articles) == 2)
        third = next(story for story in found.stories if made[2].id in story.articles)
        grown = dataclasses.replace(
            old, id="st-00000000000000000001", articles=(*old.articles, *third.articles)
        )
        rest = tuple(story for story in found.stories if story not in (old, third))
        stories = tuple(sorted((*rest, grown), key=lambda story: story.id))
        threads = tuple(
            dataclasses.replace(
                thread,
                stories=tuple(key for key in thread.stories if key not in (old.id, third.id))
                + ((grown.id,) if old.id in thread.stories else ()),
            )
            for thread in found.threads
        )
        origins = tuple(one for one in found.origins if one.scope not in (old.id, third.id))
        writer.replace_corpus(
            dataclasses.replace(found, stories=stories, threads=threads, origins=origins), "two"
        )
    with open_view(path) as view:
        client = TestClient(create_app(view, "grown"), base_url="http://localhost", follow_redirects=False)
        response = client.get(f"/story/{old.id}")
        assert response.status_code == 301
        assert response.headers["location"] == f"/story/{grown.id}"


def test_an_empty_case_says_how_to_fill_it(tmp_path: Path) -> None:
    path = tmp_path / "empty.onrecord"
    with open_writer(path) as writer:
        writer.add_pages([])
    with open_view(path) as view:
        client = TestClient(create_app(view, "empty"), base_url="http://localhost")
        assert "onrecord build" in client.get("/").text
        for address in ("/actors", "/attributions", "/problems", "/trace?q=one+two+three", "/about"):
            assert client.get(address).status_code == 200, address


def test_a_case_being_built_is_shown_as_such_and_then_afresh(tmp_path: Path) -> None:
    made = drafts()
    path = tmp_path / "half.onrecord"
    with open_writer(path) as writer:
        writer.add_pages([draft.done() for draft in made])
    with open_view(path) as view:
        client = TestClient(create_app(view, "half"), base_url="http://localhost")
        assert "being built" in client.get("/").text
        assert client.get(f"/article/{made[0].id}").status_code == 200
        with open_writer(path) as writer:
            writer.replace_corpus(corpus(made), "done")
        text = client.get("/").text
        assert "being built" not in text and "Talks between Vesta and Norland" in text
        with open_writer(path) as writer:
            writer.replace_corpus(CorpusFindings(), "none")
        assert "being built" in client.get("/").text


def test_two_articles_without_reuse_stand_side_by_side(client: TestClient) -> None:
    made = drafts()
    text = client.get(f"/compare/{made[0].id}/{made[3].id}").text
    assert "No reuse was found" in text and "full withdrawal" in text


def test_either_order_shows_the_same_comparison(client: TestClient) -> None:
    made = drafts()
    one = client.get(f"/compare/{made[0].id}/{made[1].id}").text
    assert one == client.get(f"/compare/{made[1].id}/{made[0].id}").text
    assert "dropped" in one and "reworded" in one and "copied" in one
