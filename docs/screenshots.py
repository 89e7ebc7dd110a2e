"""Takes the screenshots under docs/img: `python docs/screenshots.py CASE` (needs chromium and playwright)."""

import shutil
import sys
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from onrecord.commands.serve import listen
from onrecord.data import ReuseKind
from onrecord.query import Record
from onrecord.stores.sqlite import open_view
from onrecord.web.app import create_app
from onrecord.web.judging import Judging

IMAGES = Path(__file__).parent / "img"
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
STEPS = 6  # to the attribution whose card is shown
WIDTHS = {"desktop": (1280, 1000), "phone": (390, 1000)}


def pages(record: Record) -> dict[str, str]:
    """The addresses that are shown: the fullest story, article, comparison and actor of a finished case."""
    view, index = record.view, record.index
    story = max(index.stories.values(), key=lambda one: (len(one.families), len(one.articles), one.id))
    article = max(view.heads(), key=lambda one: (one.language == "en", one.attributions, one.id))
    found = {"case": "/", "story": f"/story/{story.id}", "article": f"/article/{article.id}"}
    reuses = {one.kind: one for one in sorted(view.reuses(), key=lambda one: (one.share, one.score, one.id))}
    for name, kind in (("compare", ReuseKind.REWRITE), ("translation", ReuseKind.TRANSLATION)):
        if kind in reuses:
            found[name] = f"/compare/{reuses[kind].earlier}/{reuses[kind].later}"
    pairs = view.independents()
    if pairs:
        pair = max(pairs, key=lambda one: (sum(len(p.later.text) for p in one.passages if p.later), one.id))
        found["independent"] = f"/compare/{pair.left}/{pair.right}"
    if index.held_by:
        actor = max(index.held_by, key=lambda key: (len(index.held_by[key]), key))
        found["actor"] = f"/actor/{actor}"
    found["attributions"] = "/attributions"
    page = max(view.page_ids(), key=lambda key: (len(view.furniture(key)), key))
    found |= {"page": f"/page/{page}", "pages": "/pages"}
    return found


def shoot(browser: Browser, address: str, addresses: dict[str, str]) -> None:
    """One picture a page and width."""
    for device, (width, height) in WIDTHS.items():
        page = browser.new_page(viewport={"width": width, "height": height})
        for name, path in addresses.items():
            page.goto(address + path)
            page.screenshot(path=IMAGES / f"{name}-{device}.png")
            if name == "article":
                for _ in range(STEPS):
                    page.keyboard.press("j")
                page.screenshot(path=IMAGES / f"card-{device}.png")
        page.close()


def main(case: Path) -> None:
    """Serve the case, visit its pages, save what they look like."""
    IMAGES.mkdir(exist_ok=True)
    with open_view(case) as view, listen("127.0.0.1", 0) as listening:
        addresses = pages(Record(view))
        app = create_app(view, case.stem.replace("-", " "), judging=Judging(case, "A. Reader"))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.05)
        try:
            with sync_playwright() as playwright:
                chromium = shutil.which("chromium")
                browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS.split())
                shoot(browser, f"http://127.0.0.1:{listening.getsockname()[1]}", addresses)
                browser.close()
        finally:
            server.should_exit = True
            thread.join()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
