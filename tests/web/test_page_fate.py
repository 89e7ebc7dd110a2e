"""The page of what became of every character, and the list of pages."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.config import Config, RunnerConfig
from onrecord.judgements import judge_page
from onrecord.runners.local import build
from onrecord.stores.sqlite import open_view
from onrecord.web.app import create_app
from tests.web.reading import parse
from tests.web.sample import HOSTILE
from tests.web.test_hostile import assert_harmless

TEXT = f"""The Harbour Line
Ferries stay in port at Quillmouth
By Oren Vask
The ferries stayed in port on Monday, the \u202eoffice\u202c said.
"We sail when {HOSTILE} the wind drops," Lise Tarrow told reporters.
Leave a reply
© 2031 The Harbour Line. All rights reserved.
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fate")
    pages = folder / "pages"
    pages.mkdir()
    (pages / "one.txt").write_text(TEXT)
    (pages / "menu.txt").write_text("Front page\nLetters\nImprint\n")
    (pages / "long.txt").write_text("\n".join(f"Row {n} of the long table" for n in range(2_000)))
    build([pages], folder / "x.onrecord", Config(runner=RunnerConfig(workers=0)))
    return folder / "x.onrecord"


def get(case: Path, address: str) -> str:
    with open_view(case) as view:
        client = TestClient(create_app(view, "x"), base_url="http://127.0.0.1:8010", follow_redirects=False)
        response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    assert_harmless(address, response.text)
    return str(response.text)


def page_id(case: Path, place: str) -> str:
    with open_view(case) as view:
        return next(seen.page_id for seen in view.sightings() if seen.place == place)


def test_the_whole_text_is_there_with_its_fate_and_reasons(case: Path) -> None:
    text = get(case, f"/page/{page_id(case, 'one.txt')}")
    tree = parse(text)
    drawn = tree.xpath("//div[@class='fates']")[0]
    shown = " ".join(" ".join(drawn.itertext()).split())
    for words in ("Ferries stay in port", "Leave a reply", "All rights reserved", HOSTILE, "By Oren Vask"):
        assert " ".join(words.split()) in shown
    assert drawn.xpath(".//section[contains(@class, 'f-article')]//a[starts-with(@href, '/article/')]")
    assert len(drawn.xpath(".//details/p[@class='why']")) >= 3
    assert "byline" in shown and "comments" in shown and "title" in shown
    assert "\u202e" not in text and "U+202E" in text
    assert " furniture" in text and "onrecord judge CASE page" in text


def test_a_page_is_reached_from_its_articles_from_the_problems_and_from_the_list(case: Path) -> None:
    one, menu = page_id(case, "one.txt"), page_id(case, "menu.txt")
    with open_view(case) as view:
        article = view.heads_of_page(one)[0].id
    assert f'href="/page/{one}"' in get(case, f"/article/{article}")
    assert f'href="/page/{menu}"' in get(case, "/problems")
    listed = get(case, "/pages")
    assert f'href="/page/{one}"' in listed and f'href="/page/{menu}"' in listed
    without = get(case, "/pages?problem=no+article")
    assert f'href="/page/{menu}"' in without and f'href="/page/{one}"' not in without


def test_a_long_page_is_shown_in_parts(case: Path) -> None:
    long = page_id(case, "long.txt")
    first, last = get(case, f"/page/{long}"), get(case, f"/page/{long}?page=3")
    assert "Row 3 of" in first and "Row 1999 of" not in first and f"/page/{long}?page=3" in first
    assert "Row 1999 of" in last and "Row 3 of" not in last


def test_a_judged_page_says_by_whom(case: Path) -> None:
    menu = page_id(case, "menu.txt")
    judge_page(case, menu, [(0, 10)], "Ada <b>Brunn</b>", "2031-03-04T10:00:00", "it is")
    text = get(case, f"/page/{menu}")
    assert "Judged by <bdi>Ada &lt;b&gt;Brunn" in text and "0:10" in text and "waits to be analysed" in text
    judge_page(case, menu, None, "", "2031-03-05T10:00:00")
    text = get(case, f"/page/{menu}")
    assert "Judged by" not in text and "withdrawn" in text
