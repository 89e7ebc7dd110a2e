"""Two articles and a story in a real browser: nothing runs or overflows, keys, judging, no JavaScript."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Dialog, Page

from onrecord.commands.serve import listen
from onrecord.stores.sqlite import SqliteView, open_view
from onrecord.web.app import create_app
from onrecord.web.judging import Judging
from tests.web.sample_pairs import pair_drafts, write_pairs
from tests.web.test_browser import CHROMIUM, CONTRAST, REQUIRED, browser

__all__ = ["browser"]
pytestmark = pytest.mark.skipif(CHROMIUM is None and not REQUIRED, reason="no chromium installed")
IDS = {name: draft.id for name, draft in pair_drafts().items()}


class Site:
    """The case of pairs, served on a port of its own."""

    def __init__(self, view: SqliteView, port: int) -> None:
        self.view = view
        self.origin = f"http://127.0.0.1:{port}"

    def pair(self, one: str, other: str) -> str:
        return f"{self.origin}/compare/{IDS[one]}/{IDS[other]}"

    @property
    def story(self) -> str:
        return f"{self.origin}/story/{self.view.stories()[0].id}"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    path = write_pairs(tmp_path / "pairs.onrecord")
    with listen("127.0.0.1", 0) as listening, open_view(path) as view:
        app = create_app(view, "pairs", judging=Judging(path, "Ada"))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield Site(view, listening.getsockname()[1])
        server.should_exit = True
        thread.join()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


def test_nothing_runs_and_nothing_overflows(browser: Browser, site: Site) -> None:
    ran: list[str] = []

    def shut(dialog: Dialog) -> None:
        ran.append(dialog.message)
        dialog.dismiss()

    addresses = [
        site.story,
        site.pair("wire", "rewrite"),
        site.pair("wire", "quoting"),
        site.pair("own", "quoting"),
    ]
    for width in (1280, 390, 320):
        opened = browser.new_page(viewport={"width": width, "height": 800})
        opened.on("dialog", shut)
        opened.on("pageerror", lambda error: ran.append(str(error)))
        for address in addresses:
            opened.goto(address)
            assert opened.evaluate("document.documentElement.scrollWidth") <= width, (address, width)
        opened.close()
    assert ran == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(browser: Browser, site: Site, scheme: str) -> None:
    opened = browser.new_page(color_scheme="light" if scheme == "light" else "dark")
    for address in (site.pair("wire", "rewrite"), site.pair("wire", "quoting"), site.story):
        opened.goto(address)
        assert opened.evaluate(CONTRAST) == [], (scheme, address)
    opened.close()


def test_keys_go_from_passage_to_passage(page: Page, site: Site) -> None:
    page.goto(site.pair("wire", "rewrite"))
    for expected in ("p1", "p2", "p3"):
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.id") == expected
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "p2"
    assert page.locator("#spoken").text_content() == "Passage 2 of 5: − dropped"
    for _ in range(9):
        page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "p5"
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.locator("#keysoff").click()
    page.locator("#keysclose").click()
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") != "p4"
    page.locator("#note").fill("jjkk")
    assert page.locator("#note").input_value() == "jjkk"


@pytest.mark.parametrize("script", [True, False])
def test_a_direction_is_judged_with_and_without_script(browser: Browser, site: Site, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script)
    opened = context.new_page()
    opened.goto(site.pair("wire", "rewrite"))
    opened.locator("#note").fill("the clerk’s note")
    opened.locator("button[value='second']").click()
    assert opened.url.endswith("#ruled")
    said = opened.locator(".ruling").inner_text()
    assert said.startswith("Ada ruled on") and "the clerk’s note" in said and "computed:" in said
    assert opened.locator("button[value='second']").get_attribute("aria-pressed") == "true"
    opened.goto(site.story)
    assert "Ada ruled on" in opened.locator("main").inner_text()
    opened.goto(site.pair("wire", "rewrite"))
    opened.locator("button[value^='withdrawn']").click()
    assert opened.locator(".ruling").count() == 0
    assert [str(one.verdict) for one in site.view.judgements()] != []
    context.close()


def test_links_of_passages_light_up_in_the_article(page: Page, site: Site) -> None:
    page.goto(site.pair("wire", "rewrite"))
    page.locator("#p3 .left a.into").click()
    assert f"/article/{IDS['wire']}#c" in page.url
    start, _, end = page.url.partition("#c")[2].partition("-")
    lit = (
        "[...document.querySelectorAll('.body [id^=r]')].filter((run) => "
        "getComputedStyle(run).backgroundColor === 'rgb(255, 229, 138)')"
        ".map((run) => run.textContent).join('')"
    )
    page.wait_for_load_state("load")  # the address has changed before the sheet of the new page is read
    words = page.evaluate(lit)
    text = pair_drafts()["wire"].body
    assert words == text[int(start) : int(end)]
