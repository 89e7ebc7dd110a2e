"""Lines of a site: what recurs, what does not, and that nothing hangs on the order of pages."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.text.recurring import (
    FORM,
    LONG_PAGES,
    fold_line,
    hash_line,
    is_long_sentence,
    learn,
    page_hashes,
    page_lines,
    rounded,
)

MENU = ["Front page", "Harbour desk", "Letters 12", "Imprint of the Harn Post"]
NOTICE = "The Harn Post uses small files on your device, so that you stay signed in while you read it."


def article(number: int, paragraphs: int = 4) -> list[str]:
    """A title and paragraphs that no other number has."""
    words = random.Random(number)  # noqa: S311
    lines = [f"Title {''.join(words.choices('abcdefgh', k=9))}"]
    for _ in range(paragraphs):
        text = " ".join("".join(words.choices("abcdefgh", k=5)) for _ in range(20))
        lines.append(f"{text.capitalize()}.")
    return lines


def page(*lines: str) -> bytes:
    return page_hashes("\n".join(lines))


def recurring(pages: list[bytes], one: list[str]) -> dict[str, int]:
    site = learn(pages)
    found = dict(site.on_page(page(*one)))
    return {line: found[hash_line(line)] for line in page_lines("\n".join(one)) if hash_line(line) in found}


def test_a_line_is_folded_by_case_numbers_and_white_space() -> None:
    assert fold_line("Letters  (1,204)") == fold_line("LETTERS\t(9,1)") == "letters (0,0)"
    assert list(page_lines("A 1\n\n  a 2 \n---\n12:30\nB\n" + "x" * 400)) == ["a 0", "b"]


def test_the_kept_form_is_the_one_that_FORM_numbers() -> None:
    assert (FORM, page_hashes("Front page\nfront  PAGE\nLetters 12").hex()) == (
        1,
        "327388a925fe3c81d69c3398e09f41b8",
    ), "fold_line or hash_line changed: raise FORM, so that kept hashes are made anew"


def test_menu_lines_recur_and_articles_do_not() -> None:
    pages = [[*MENU, *article(n)] for n in range(12)]
    found = recurring([page(*lines) for lines in pages], pages[3])
    assert found == {fold_line(line): 12 for line in MENU}


def test_two_pages_teach_nothing_and_three_do() -> None:
    pages = [page(*MENU, *article(n)) for n in range(3)]
    assert recurring(pages[:2], MENU) == {}
    assert set(recurring(pages, MENU).values()) == {3}


def test_one_article_under_several_addresses_counts_once() -> None:
    copies = [page(*MENU, *article(1), f"Views {n}", f"Teaser {chr(97 + n)}") for n in range(9)]
    others = [page(*MENU, *article(n)) for n in range(2, 5)]
    site = learn([*copies, *others])
    assert site.of == 4
    found = recurring([*copies, *others], [*MENU, *article(1)])
    assert found == {fold_line(line): 4 for line in MENU}
    assert learn(copies).of == 1
    assert recurring(copies, [*MENU, *article(1)]) == {}


def test_short_articles_under_a_long_menu_are_different_pages() -> None:
    menu = [f"Entry {a}{b}" for a in "abcdef" for b in "abcdef"]
    pages = [page(*menu, *article(n, paragraphs=1)) for n in range(6)]
    assert learn(pages).of == 6
    assert len(recurring(pages, menu)) == len(menu)


def test_a_long_sentence_needs_many_pages_and_half_of_all() -> None:
    assert is_long_sentence(fold_line(NOTICE)) and not is_long_sentence(fold_line(MENU[3]))
    few = [page(NOTICE, *article(n)) for n in range(LONG_PAGES - 1)]
    assert recurring(few, [NOTICE]) == {}
    many = [page(NOTICE, *article(n)) for n in range(LONG_PAGES)]
    assert recurring(many, [NOTICE]) == {fold_line(NOTICE): LONG_PAGES}
    serial = [*many, *(page(*article(n)) for n in range(100, 100 + LONG_PAGES + 1))]
    assert recurring(serial, [NOTICE]) == {}


def test_a_rare_line_of_a_large_site_does_not_recur() -> None:
    pages = [page("Harbour talks", *article(n)) if n < 4 else page(*article(n)) for n in range(40)]
    assert recurring(pages, ["Harbour talks"]) == {}
    assert recurring(pages[:20], ["Harbour talks"]) == {"harbour talks": 4}


@settings(max_examples=30, deadline=None)
@given(
    texts=st.lists(
        st.text(alphabet="ab 1.\n\ud800\u2028", max_size=40) | st.sampled_from(["Menu\nA b.", "Menu\nC"]),
        max_size=12,
    )
)
def test_any_text_is_taken(texts: list[str]) -> None:
    pages = [page_hashes(text) for text in texts]
    site = learn(pages)
    for one in pages:
        for key, count in site.on_page(one):
            assert len(key) == 8 and 3 <= count <= site.of


def test_counts_are_said_exactly_when_small_and_rounded_down_when_large() -> None:
    assert [rounded(n) for n in (3, 19, 20, 24, 25, 79, 99, 100, 119, 999, 1234)] == [
        3, 19, 20, 20, 25, 60, 80, 100, 100, 800, 1200]  # fmt: skip
    assert all(rounded(n) <= rounded(n + 1) <= n + 1 for n in range(1, 5_000))
