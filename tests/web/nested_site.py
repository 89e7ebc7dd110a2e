"""A case with nested attributions on a server of its own, and pages of a real browser on it."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Dialog, Page

from onrecord.commands.serve import listen
from onrecord.stores.sqlite import SqliteView, open_view
from onrecord.web.app import create_app
from onrecord.web.judging import Judging
from tests.web.sample import drafts, nested_draft, write_nested_case

DRAFT = nested_draft()
ARTICLE = f"/article/{DRAFT.id}"


class Site:
    """A case served on a port of its own."""

    def __init__(self, path: Path, view: SqliteView, port: int) -> None:
        self.path, self.view = path, view
        self.address = f"http://127.0.0.1:{port}{ARTICLE}"
        self.evil = f"http://127.0.0.1:{port}/article/{drafts()[-1].id}"

    def verdicts(self) -> dict[str, str]:
        """By the first words of an attribution's content, the verdicts kept on it."""
        text = self.view.findings(DRAFT.id).article.text
        kept = sorted(self.view.judgements(), key=lambda one: one.made)
        return {text[slice(*one.ranges[0])][:20]: one.verdict for one in kept}


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    path = write_nested_case(tmp_path / "nested.onrecord")
    yield from _served(path, Judging(path, "Ada"))


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Site]:
    yield from _served(write_nested_case(tmp_path / "nested.onrecord"), None)


def _served(path: Path, judging: Judging | None) -> Iterator[Site]:
    with listen("127.0.0.1", 0) as listening, open_view(path) as view:
        app = create_app(view, "nested", judging=judging)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield Site(path, view, listening.getsockname()[1])
        server.should_exit = True
        thread.join()


@pytest.fixture
def said() -> list[str]:
    """What the browser's console and dialogs said."""
    return []


def context(
    browser: Browser, width: int = 1280, scripts: bool = True, scheme: str = "light"
) -> BrowserContext:
    return browser.new_context(
        viewport={"width": width, "height": 860},
        java_script_enabled=scripts,
        color_scheme="dark" if scheme == "dark" else "light",
        has_touch=width < 700,
    )


@pytest.fixture
def page(browser: Browser, said: list[str]) -> Iterator[Page]:
    opened = context(browser)
    made = opened.new_page()
    made.on("console", lambda message: said.append(message.text))
    made.on("pageerror", lambda error: said.append(str(error)))

    def opened_dialog(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    made.on("dialog", opened_dialog)
    yield made
    opened.close()
    assert [text for text in said if "404" not in text] == []
