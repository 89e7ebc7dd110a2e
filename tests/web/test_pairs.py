"""Two articles on a page: escaped, in their languages, judged over HTTP; stories as trees with proofs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.data import Verdict
from onrecord.judgements import judge
from onrecord.stores.sqlite import SqliteView, open_view
from onrecord.web.app import create_app
from onrecord.web.guard import LOCAL_HOSTS
from onrecord.web.judging import Judging
from tests.query.test_pairs import ruled_against
from tests.web.reading import crawl, parse
from tests.web.sample import HOSTILE
from tests.web.sample_pairs import pair_drafts, write_pairs
from tests.web.test_hostile import assert_harmless

HERE = "http://127.0.0.1:8010"
SAME = {"Origin": HERE, "Sec-Fetch-Site": "same-origin"}
IDS = {name: draft.id for name, draft in pair_drafts().items()}


def path_of(one: str, other: str) -> str:
    return f"/compare/{IDS[one]}/{IDS[other]}"


class Pages:
    """The pages of the case of pairs, as a browser on this machine gets them."""

    def __init__(self, path: Path, view: SqliteView, judging: bool = True) -> None:
        self.path, self.view = path, view
        self.judging = Judging(path, "Ada <b>Brunn</b>") if judging else None
        app = create_app(view, "pairs", LOCAL_HOSTS, self.judging)
        client = ("127.0.0.1", 50_000)
        self.client = TestClient(app, base_url=HERE, follow_redirects=False, client=client)

    def get(self, address: str) -> str:
        text = str(self.client.get(address).text)
        assert_harmless(address, text)
        return text

    def words(self, address: str) -> str:
        return " ".join(parse(self.get(address)).text_content().split())

    def send(self, address: str, said: str, note: str = "", headers: dict[str, str] | None = None) -> int:
        assert self.judging is not None
        form = {"token": self.judging.token, "judge": said, "note": note}
        response = self.client.post(f"{address}/judge", data=form, headers=headers or SAME)
        if response.status_code == 303:
            assert response.headers["location"] == f"{address}#ruled"
        return response.status_code


@pytest.fixture
def pages(tmp_path: Path) -> Iterator[Pages]:
    path = write_pairs(tmp_path / "pairs.onrecord")
    with open_view(path) as view:
        yield Pages(path, view)


def test_no_page_of_pairs_can_run_and_every_link_leads_somewhere(pages: Pages) -> None:
    judge(pages.path, [IDS["rewrite"], IDS["wire"]], Verdict.BEFORE, HOSTILE, "2030-05-09", HOSTILE)
    reached = dict(crawl(Pages(pages.path, pages.view, judging=False).client))
    ids = {address: set(parse(text).xpath("//@id")) for address, text in reached.items()}
    followed = 0
    for address, text in reached.items():
        assert_harmless(address, text)
        for found in parse(text).xpath("//main//@href"):
            path, mark, fragment = str(found).partition("#")
            if mark and (path or address) in ids:
                assert fragment in ids[path or address], (address, found)
                followed += 1
    assert followed > 40 and sum(HOSTILE[:20] in parse(text).text_content() for text in reached.values()) > 5


def test_the_page_tells_what_became_of_each_passage_in_words(pages: Pages) -> None:
    text = pages.get(path_of("wire", "rewrite"))
    tree = parse(text)
    rows = tree.xpath("//div[contains(@class, 'pair row')]")
    told = [" ".join(row.xpath("./p[@class='kind']")[0].text_content().split()) for row in rows]
    assert told[0].startswith("= copied ↕ moved") and told[1].startswith("− dropped")
    assert "merged: 2 sentences into 1" in told[3] and told[4].startswith("+ added")
    assert tree.xpath("//mark[@class='changed']/text()")
    words = pages.words(path_of("wire", "rewrite"))
    assert "87% probable" in words and "took from “Tunnel under the Arda stays shut” (Meridian Wire)" in words
    open_one = pages.words(path_of("wire", "copy"))
    assert "Cannot tell who took from whom: 54% for the order shown, 46% for the other" in open_one


@pytest.mark.parametrize(("one", "other"), [("wire", "rewrite"), ("wire", "quoting"), ("wire", "own")])
def test_why_it_is_of_its_kind_opens_the_words_it_rests_on(pages: Pages, one: str, other: str) -> None:
    tree = parse(pages.get(path_of(one, other)))
    (section,) = tree.xpath("//section[h2[starts-with(., 'Why ')]]")
    links = section.xpath(".//a[@class='at']")
    assert links
    for link in links:
        article, _, place = str(link.get("href")).removeprefix("/article/").partition("#c")
        start, end = (int(number) for number in place.split("-"))
        assert pages.view.findings(article).article.text[start:end] == link.get("title")


def test_a_translation_names_both_languages(pages: Pages) -> None:
    tree = parse(pages.get(path_of("wire", "translated")))
    row = tree.xpath("//div[contains(@class, 'pair row')]")[0]
    assert row.xpath("./div[@class='left']/@lang") == ["en"]
    assert row.xpath("./div[@class='right']/@lang") == ["de"]
    assert "translated" in row.xpath("./p[@class='kind']")[0].text_content()
    assert not tree.xpath("//mark[@class='changed']")


def test_an_independent_pair_and_an_unrelated_one_say_so(pages: Pages) -> None:
    words = pages.words(path_of("wire", "quoting"))
    assert "No reuse (91% sure)" in words and "common origin" in words and "which was said in public" in words
    text = pages.get(path_of("quoting", "own"))
    assert "No reuse was found" in text and "This line turns around" in text
    assert "U+202E" in text and "\u202e" not in text


def test_a_ruling_that_another_outweighs_is_said_not_to_be_followed(pages: Pages) -> None:
    ruled_against(pages.path)
    told = [pages.get(path_of("wire", name)) for name in ("rewrite", "quoting")]
    (text,) = [one for one in told if "Not followed" in one]
    (link,) = parse(text).xpath("//div[@id='ruled']//a[contains(@href, '#ruled')]")
    assert link.get("href").partition("#")[0] in (
        path_of("rewrite", "quoting"),
        path_of("quoting", "rewrite"),
    )
    assert pages.words("/judgements").count("not followed: others keep the two articles apart") == 1


def test_a_direction_is_ruled_shown_and_taken_back(pages: Pages) -> None:
    address = path_of("wire", "rewrite")
    assert pages.send(address, "second", "seen “before”") == 303
    words = pages.words(address)
    assert "Ada <b>Brunn</b> ruled on" in words and "seen “before”" in words
    assert "came before “Tunnel under the Arda stays shut” (Meridian Wire) and took nothing from it" in words
    assert "computed: “Nobody drives" in words and "waits" in words
    (kept,) = pages.view.judgements()
    assert (kept.verdict, kept.subject, kept.articles) == (
        "before",
        "direction",
        (IDS["rewrite"], IDS["wire"]),
    )
    assert pages.view.reuses(IDS["rewrite"])[0].earlier == IDS["wire"]
    for other in (f"/story/{pages.view.stories()[0].id}", f"/article/{IDS['wire']}", "/judgements"):
        assert "Ada <b>Brunn</b>" in pages.words(other)
    assert pages.send(address, f"withdrawn {kept.id}") == 303
    assert "ruled on" not in pages.words(address)
    assert pages.send(address, f"withdrawn {kept.id}") == 400


def test_event_and_text_are_judged(pages: Pages) -> None:
    address = path_of("wire", "rewrite")
    for said in ("same", "wrong", "first"):
        assert pages.send(address, said) == 303
    kept = {one.subject: one.verdict for one in pages.view.judgements()}
    assert kept == {"story": "same", "reuse": "wrong", "direction": "before"}
    pressed = parse(pages.get(address)).xpath("//button[@aria-pressed='true']/@value")
    assert pressed == ["wrong", "same", "first"]
    apart = path_of("wire", "quoting")
    view = pages.view.between(IDS["wire"], IDS["quoting"])
    assert view is not None
    left, right = sorted((IDS["wire"], IDS["quoting"]))
    assert pages.send(f"/compare/{left}/{right}", "wrong") == 303
    assert "one of “" in pages.words(apart if left == IDS["wire"] else f"/compare/{left}/{right}")


@pytest.mark.parametrize("said", ["", "before", "right x", "first ju-1", "withdrawn", "same\x00"])
def test_nonsense_is_refused(pages: Pages, said: str) -> None:
    assert pages.send(path_of("wire", "rewrite"), said) == 400
    assert pages.view.judgements() == ()


def test_only_this_pair_is_judged_and_only_from_these_pages(pages: Pages) -> None:
    address = path_of("wire", "rewrite")
    other = judge(pages.path, [IDS["wire"], IDS["own"]], Verdict.SAME, "Bo", "2030")
    assert pages.send(address, f"withdrawn {other.id}") == 404
    assert pages.send(address, "withdrawn ar-1") == 404
    assert pages.send(path_of("own", "quoting"), "right") == 404
    assert pages.send(f"/compare/{IDS['wire']}/nothing", "same") == 404
    assert pages.send(address, "same", headers={"Origin": "http://evil.example"}) == 403
    assert pages.send(address, "same", headers={**SAME, "Sec-Fetch-Site": "cross-site"}) == 403
    assert (
        pages.client.post(f"{address}/judge", data={"token": "no", "judge": "same"}, headers=SAME).status_code
        == 403
    )
    assert len(pages.view.judgements()) == 1


def test_read_only_pages_have_no_form_and_take_none(tmp_path: Path) -> None:
    path = write_pairs(tmp_path / "pairs.onrecord")
    with open_view(path) as view:
        pages = Pages(path, view, judging=False)
        assert "<form" not in pages.get(path_of("wire", "rewrite"))
        answer = pages.client.post(
            f"{path_of('wire', 'rewrite')}/judge", data={"judge": "same"}, headers=SAME
        )
        assert answer.status_code == 405


def test_a_story_is_a_tree_with_its_proofs(pages: Pages) -> None:
    tree = parse(pages.get(f"/story/{pages.view.stories()[0].id}"))
    items = [" ".join(one.text_content().split()) for one in tree.xpath("//ol[@class='tree']/li")]
    assert "★ earliest wording that we hold" in items[0]
    assert any(one.startswith("↳ took from Meridian Wire: translation") for one in items)
    assert any("cannot tell who took: copy" in one for one in items)
    words = " ".join(tree.text_content().split())
    assert "2 to 3 independent origins" in words and "may be the same people" in words


def test_an_attribution_is_told_in_several_articles(pages: Pages) -> None:
    assert "Told in 4 articles, 1 origin: Tove Lind" in pages.words(f"/article/{IDS['wire']}")


def test_ids_cut_short_lead_to_the_pair(pages: Pages) -> None:
    answer = pages.client.get(f"/compare/{IDS['wire'][:14]}/{IDS['own'][:14]}")
    assert (answer.status_code, answer.headers["location"]) == (302, path_of("wire", "own"))
