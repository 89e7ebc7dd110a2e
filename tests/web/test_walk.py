"""Reading and judging an article in a real browser: keys, cards, and the same without JavaScript."""

import pytest
from playwright.sync_api import Browser, Page

from tests.web.nested_site import DRAFT, Site, context, page, read_only, said, site
from tests.web.sample import HOSTILE
from tests.web.test_browser import CHROMIUM, CONTRAST, REQUIRED, browser

__all__ = ["browser", "page", "read_only", "said", "site"]
pytestmark = pytest.mark.skipif(CHROMIUM is None and not REQUIRED, reason="no chromium installed")


def card_number(page: Page) -> int:
    return int(page.locator("#card .num").inner_text())


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


def press_and_load(page: Page, key: str) -> None:
    with page.expect_navigation():
        page.keyboard.press(key)
    page.wait_for_selector("#card")


def test_keys_walk_through_the_attributions_in_the_order_of_the_text(page: Page, site: Site) -> None:
    page.goto(site.address)
    assert page.locator("#card").count() == 0
    seen = []
    for _ in DRAFT.attributions:
        page.keyboard.press("j")
        number = card_number(page)
        seen.append(number)
        runs = page.locator(f".body .a{number}")
        assert focused(page) == runs.first.text_content()
        assert runs.first.evaluate("one => one.getAttribute('aria-describedby')") == "cardhead"
        assert page.get_by_role("dialog", name=f"Attribution {number} in the text").count() == 1
        box, card = runs.first.bounding_box(), page.locator("#card").bounding_box()
        assert box and box["y"] >= 0 and box["y"] + box["height"] <= 860
        assert card and card["y"] >= 0 and card["y"] + card["height"] <= 860
        assert page.locator(".body .lit").count() == runs.count()
        assert f"{number} of {len(DRAFT.attributions)}" in page.locator("#spoken").inner_text()
    assert seen == list(range(1, len(DRAFT.attributions) + 1))
    page.keyboard.press("j")
    assert card_number(page) == len(DRAFT.attributions)
    page.keyboard.press("k")
    assert card_number(page) == len(DRAFT.attributions) - 1
    page.keyboard.press("Escape")
    assert page.locator("#card").count() == page.locator(".lit").count() == 0


def test_accept_reject_and_withdraw_by_key_keep_the_place(page: Page, site: Site) -> None:
    page.goto(site.address)
    for _ in range(5):
        page.keyboard.press("j")
    number = card_number(page)
    press_and_load(page, "a")
    assert card_number(page) == number
    assert "accepted by Ada" in page.locator("#card").inner_text()
    assert focused(page) == page.locator(f".body .a{number}").first.text_content()
    page.keyboard.press("j")
    press_and_load(page, "r")
    assert card_number(page) == number + 1
    assert "rejected by Ada" in page.locator("#card").inner_text()
    assert page.locator(".refs .v-accepted").inner_text() == str(number)
    assert page.locator(".refs .v-rejected").inner_text() == str(number + 1)
    assert sorted(site.verdicts().values()) == ["right", "wrong"]
    press_and_load(page, "u")
    assert sorted(site.verdicts().values()) == ["right", "withdrawn"]
    assert page.locator(".refs .v-rejected").count() == 0
    page.keyboard.press("u")
    assert "Nothing was decided" in page.locator("#spoken").inner_text()
    assert site.view.findings(DRAFT.id).attributions == tuple(DRAFT.attributions)


def test_where_the_reader_was_is_kept(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 1280, "height": 420})
    page.goto(site.address)
    for _ in range(8):
        page.keyboard.press("j")
    before = page.evaluate("window.scrollY")
    assert before > 0
    press_and_load(page, "a")
    assert abs(page.evaluate("window.scrollY") - before) < 3


def test_help_and_switching_the_keys_off(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.keyboard.press("?")
    help_ = page.locator("#keys")
    assert help_.is_visible() and "accept, reject" in help_.inner_text()
    page.keyboard.press("j")
    assert page.locator("#card").count() == 0
    page.locator("#keysoff").click()
    page.keyboard.press("Escape")
    assert not help_.is_visible()
    page.keyboard.press("j")
    assert page.locator("#card").count() == 0
    page.keyboard.press("?")
    page.locator("#keysoff").click()
    page.locator("#keysclose").click()
    page.keyboard.press("j")
    assert card_number(page) == 1


def test_pointing_at_a_mark_shows_its_card_and_clicks_go_outward(page: Page, site: Site) -> None:
    page.goto(site.address)
    words = page.locator(".body span", has_text="the talks will resume in June").first
    words.hover()
    page.wait_for_selector("#card")
    innermost = card_number(page)
    page.keyboard.press("a")
    assert "No attribution is chosen" in page.locator("#spoken").inner_text() and site.verdicts() == {}
    assert "citing" in page.locator("#card").inner_text()
    page.mouse.move(5, 5)
    page.wait_for_selector("#card", state="detached")
    numbers = []
    for _ in range(3):
        words.click()
        numbers.append(card_number(page))
    assert numbers[0] == innermost and len(set(numbers)) == 3
    page.mouse.move(5, 5)
    page.wait_for_timeout(500)
    assert card_number(page) == numbers[-1]
    page.locator("h2#dates").click()
    assert page.locator("#card").count() == 0


def test_the_card_is_reached_and_left_by_keyboard(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "card"
    reached = []
    for _ in range(30):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.dataset.key || ''"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        if reached[-1] == "r":
            break
    assert "a" in reached and "r" in reached
    page.keyboard.press("Escape")
    assert focused(page) == page.locator(".body .a1").first.text_content()


def test_the_card_tells_what_is_set_aside(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.locator(".body .aside", has_text="declined to comment").click()
    told = page.locator("#card").inner_text()
    assert "a fact about “The palace”, no statement" in told and DRAFT.asides[0].reason.text in told
    page.keyboard.press("a")
    assert site.verdicts() == {}


def test_walking_on_after_escape_goes_on_from_there(page: Page, site: Site) -> None:
    page.goto(site.address)
    for _ in range(3):
        page.keyboard.press("j")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert card_number(page) == 4


@pytest.mark.parametrize(("key", "code"), [("о", "KeyJ"), ("J", "KeyJ"), ("j", "KeyC")])
def test_keys_work_on_any_keyboard(page: Page, site: Site, key: str, code: str) -> None:
    """A Cyrillic keyboard, capitals locked, a Dvorak keyboard."""
    page.goto(site.address)
    page.evaluate(
        "([key, code]) => document.dispatchEvent(new KeyboardEvent('keydown', {key, code, bubbles: true}))",
        [key, code],
    )
    assert card_number(page) == 1


def test_a_number_beside_the_text_opens_the_card(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.locator("#a6 .num").click()
    assert card_number(page) == 6
    page.locator(".refs a", has_text="8").click()
    assert card_number(page) == 8


def test_keys_are_left_alone_in_forms_and_with_modifiers(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.keyboard.press("Control+j")
    page.keyboard.press("Alt+j")
    assert page.locator("#card").count() == 0


def test_hostile_words_stay_words_in_cards(page: Page, site: Site, said: list[str]) -> None:
    page.goto(site.evil)
    page.keyboard.press("j")
    card = page.locator("#card")
    assert HOSTILE in card.inner_text() and f"Ada {HOSTILE}" in card.inner_text()
    assert card.locator("script, img").count() == 0
    assert page.locator("script").count() == 1 and page.locator("img").count() == 0
    press_and_load(page, "r")
    assert "rejected by Ada" in page.locator("#card").inner_text()
    page.locator(".body .aside").first.click()
    assert said == [] or all("404" in text for text in said)


def test_nothing_can_be_judged_where_pages_are_read_only(page: Page, read_only: Site) -> None:
    page.goto(read_only.address)
    page.keyboard.press("j")
    assert page.locator("#card").is_visible() and page.locator("button[data-key]").count() == 0
    page.keyboard.press("a")
    assert "only be read" in page.locator("#spoken").inner_text()
    assert read_only.verdicts() == {}
    page.keyboard.press("?")
    assert "accept" not in page.locator("#keys").inner_text()


def test_it_works_without_javascript(browser: Browser, site: Site) -> None:
    opened = context(browser, scripts=False)
    page = opened.new_page()
    page.goto(site.address)
    note = page.locator("#a4")
    assert not note.locator(".told").is_visible() and not page.locator("#keyhelp").is_visible()
    page.locator(".refs a", has_text="4").first.click()
    lit = page.locator(".body .a4").first.evaluate("one => getComputedStyle(one).backgroundColor")
    assert lit != page.locator(".body .a5").first.evaluate("one => getComputedStyle(one).backgroundColor")
    note.locator("summary").click()
    assert note.locator(".told").is_visible()
    note.get_by_role("button", name="Accept").click()
    assert page.url == f"{site.address}#a4"
    assert "accepted" in note.inner_text() and list(site.verdicts().values()) == ["right"]
    note.get_by_role("button", name="Withdraw").click()
    assert list(site.verdicts().values()) == ["withdrawn"]
    note.get_by_role("button", name="Reject").click()
    assert "rejected" in note.inner_text() and list(site.verdicts().values()) == ["wrong"]
    assert "declined" in page.locator("#x2").inner_text()
    opened.close()


def test_another_site_cannot_judge(page: Page, site: Site, said: list[str]) -> None:
    """A form and a fetch from another origin, with the token guessed right: refused all the same."""
    page.goto(site.address)
    token = page.locator("#judge input[name=token]").get_attribute("value")
    value = page.locator("button[data-key=a]").first.get_attribute("value")
    for other in (site.address.replace("127.0.0.1", "localhost"), "data:text/html,<p>evil"):
        page.goto(other)
        page.evaluate(
            """([action, token, value]) => {
                const form = document.createElement('form');
                form.method = 'post'; form.action = action;
                for (const [name, text] of [['token', token], ['judge', value]]) {
                    const input = document.createElement('input');
                    input.name = name; input.value = text; form.append(input);
                }
                document.body.append(form); form.submit();
            }""",
            [f"{site.address}/judge", token, value],
        )
        page.wait_for_timeout(300)
    assert site.verdicts() == {}
    said.clear()  # the refusals, as the browser reports them


@pytest.mark.parametrize("width", [320, 390, 800, 1280])
def test_the_card_fits_any_screen(browser: Browser, site: Site, width: int) -> None:
    opened = context(browser, width)
    page = opened.new_page()
    page.goto(site.address)
    for number in range(1, len(DRAFT.attributions) + 1):
        page.keyboard.press("j")
        box = page.locator("#card").bounding_box()
        passage = page.locator(f".body .a{number}").first.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
        assert passage and (passage["y"] + passage["height"] <= box["y"] or passage["x"] < box["x"])
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        accept = page.locator("#card [data-key=a]").bounding_box()
        assert accept and accept["y"] + accept["height"] <= 860
    opened.close()


def test_tapping_a_mark_on_a_phone_opens_its_card(browser: Browser, site: Site) -> None:
    opened = context(browser, 390)
    page = opened.new_page()
    page.goto(site.address)
    assert not page.locator(".notes").first.is_visible()
    page.locator(".body .cue", has_text="told").first.tap()
    assert "told reporters" in page.locator("#card").inner_text()
    with page.expect_navigation():
        page.locator("#card [data-key=r]").tap()
    assert list(site.verdicts().values()) == ["wrong"]
    page.locator("#card .shut").tap()
    assert page.locator("#card").count() == 0
    opened.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_words_of_a_card_stand_out(browser: Browser, site: Site, scheme: str) -> None:
    opened = context(browser, scheme=scheme)
    page = opened.new_page()
    page.goto(site.address)
    for _ in range(4):
        page.keyboard.press("j")
        assert page.evaluate(CONTRAST) == []
    press_and_load(page, "a")
    assert page.evaluate(CONTRAST) == []
    opened.close()


def test_depth_and_marks_differ_without_colour(page: Page, site: Site) -> None:
    page.goto(site.address)
    lines = {
        depth: page.locator(f".body .content.d{depth}").first.evaluate(
            "one => { const s = getComputedStyle(one); return [s.borderBottomStyle, s.boxShadow].join(); }"
        )
        for depth in (0, 2)
    }
    lines[1] = page.locator(".legend .d1").evaluate(
        "one => { const s = getComputedStyle(one); return [s.borderBottomStyle, s.boxShadow].join(); }"
    )
    assert len(set(lines.values())) == 3
