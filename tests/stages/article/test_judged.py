"""Articles where an analyst judged them to stand, and lines that a site's other pages hold."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.config import ExtractConfig
from onrecord.data import Media, Page, PageInput, RecurringLine
from onrecord.models.language import identify_language
from onrecord.stages.article.extract import Beyond, Extraction, extract
from onrecord.text.recurring import fold_line
from tests.stages.article.pages import BUSY, read
from tests.stages.article.test_extract import check_cover, kinds

BY = "Ada Brunn judged on 2031-03-04"
PAGE = """Harbour Line
Front page  Letters
Ferries stay in port at Quillmouth
By Oren Vask
The ferries stayed in port on Monday, the harbour office said.
"We sail when the wind drops," Lise Tarrow told reporters.
Most read
Mediators meet again in Essel
Mediators met again in Essel on Sunday, officials said. They spoke for two hours.
Imprint"""


def judged(text: str, *cuts: tuple[int, int]) -> tuple[PageInput, Extraction]:
    page = read(text)
    beyond = Beyond(cuts=cuts, judged=BY)
    return page, extract(page.page, page.sightings, identify_language, ExtractConfig(), beyond=beyond)


def place(text: str, first: str, last: str) -> tuple[int, int]:
    return text.index(first), text.index(last) + len(last)


def test_articles_stand_exactly_where_they_were_judged_to() -> None:
    one = place(PAGE, "Ferries stay", "told reporters.")
    two = place(PAGE, "Mediators meet", "two hours.")
    page, found = judged(PAGE, one, two)
    check_cover(page, found)
    assert [(a.spans[0].start, a.spans[-1].end) for a in found.articles] == [one, two]
    assert [a.title for a in found.articles] == [
        "Ferries stay in port at Quillmouth",
        "Mediators meet again in Essel",
    ]
    assert found.articles[0].byline is not None and found.articles[0].byline.value == "Oren Vask"
    assert "By Oren Vask" in found.articles[0].text
    assert found.problems == ()
    for item in found.furniture:
        assert f"{BY} that the articles of this page stand at {one[0]:,} to {one[1]:,}" in item.reason.text
        assert item.span.text.split()[0] in item.reason.text


def test_what_was_furniture_belongs_to_the_article_that_it_is_judged_into() -> None:
    page, found = judged(BUSY, (0, len(BUSY)))
    check_cover(page, found)
    assert found.furniture == ()
    (article,) = found.articles
    assert article.text.split() == BUSY.split()


def test_an_article_may_begin_and_end_within_a_line() -> None:
    start, end = place(PAGE, "They spoke", "two hours")
    page, found = judged(PAGE, (start, end))
    check_cover(page, found)
    assert [a.text for a in found.articles] == ["They spoke for two hours"]
    assert kinds(found)["."]


def test_a_page_judged_to_hold_no_article_is_all_furniture() -> None:
    page, found = judged(PAGE)
    check_cover(page, found)
    assert found.articles == () and found.problems == ()
    assert all(f"{BY} that this page holds no article" in item.reason.text for item in found.furniture)


def test_ranges_that_do_not_fit_are_a_problem_and_the_page_is_cut_as_ever() -> None:
    page = read(PAGE)
    usual = extract(page.page, page.sightings, identify_language, ExtractConfig())
    for cuts in (((5, 10**6),), ((10, 50), (40, 90)), ((12, 13),), ((9, 9),), ((-4, 9),)):
        _, found = judged(PAGE, *cuts)
        assert found.articles == usual.articles
        assert [problem.kind for problem in found.problems][:1] == ["judgement does not fit"]


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="ab. \n\t\x00\u2028\u202e\ud800Ж", max_size=60), st.lists(st.integers(0, 60), max_size=6)
)
def test_any_cuts_of_any_text_cover_it(text: str, offsets: list[int]) -> None:
    offsets = sorted(set(offsets))[: len(offsets) // 2 * 2]
    cuts = tuple(zip(offsets[::2], offsets[1::2], strict=False))
    page = Page("pg-1", Media.TEXT, text, b"", "utf-8")
    beyond = Beyond(cuts=cuts, judged=BY)
    found = extract(page, (), identify_language, ExtractConfig(), beyond=beyond)
    check_cover(PageInput(page, ()), found)


SITE = "harn-post.example"


def taught(text: str, *lines: str, pages: int = 12, of: int = 14) -> Extraction:
    page = read(text)
    recurring = tuple(RecurringLine(fold_line(line), SITE, pages, of) for line in lines)
    return extract(
        page.page, page.sightings, identify_language, ExtractConfig(), beyond=Beyond(recurring=recurring)
    )


def test_a_recurring_line_is_furniture_and_says_on_how_many_pages_it_stands() -> None:
    plug = "Our reporters follow the harbour day and night."
    text = PAGE.replace("Most read", f"{plug}\n“The port is shut,” Ada Brunn said.\nMost read")
    assert plug not in kinds(taught(text))
    found = taught(text, plug)
    assert kinds(found)[plug] == "recurring"
    (reason,) = [item.reason.text for item in found.furniture if item.span.text == plug]
    assert f"“{plug}” stands on 12 of the 14 pages of {SITE} that this case holds" in reason
    many = taught(text, plug, pages=400, of=1200)
    (reason,) = [item.reason.text for item in many.furniture if item.span.text == plug]
    assert "stands on 400 or more of the 1,200 or more pages" in reason


def test_a_title_in_the_most_read_box_of_other_pages_stays_the_title() -> None:
    title = "Ferries stay in port at Quillmouth"
    found = taught(PAGE, title, "Most read", "Imprint")
    assert found.articles[0].title == title


def test_a_writer_or_an_agency_of_many_pages_is_no_furniture_of_the_site() -> None:
    text = PAGE + "\n"
    text = text.replace("Most read", "With AFP\nMost read")
    found = taught(text, "By Oren Vask", "With AFP", pages=5)
    assert found.articles[0].byline is not None and found.articles[0].byline.value == "Oren Vask"
    assert "With AFP" not in [span for span, kind in kinds(found).items() if kind == "recurring"]


def test_a_date_of_the_page_is_no_furniture_of_the_site() -> None:
    line = "Posted on the web on 4 September 2031 at 10: 20 GMT"
    text = PAGE.replace("By Oren Vask", line)
    assert kinds(taught(text, line)) == kinds(taught(text))


def test_html_lines_that_recur_leave_the_main_text() -> None:
    plug = "Follow the harbour with our evening letter"
    body = "".join(
        f"<p>The ferries stayed in port on day {n}, the harbour office said{' in Quillmouth' * (n % 3)}.</p>"
        for n in range(9)
    )
    markup = (
        f"<html><body><article><h1>Ferries stay in port</h1>{body}<p>{plug}</p>{body}</article></body></html>"
    )
    page = read(markup)
    line = RecurringLine(fold_line(plug), SITE, 12, 14)
    args = (page.page, page.sightings, identify_language, ExtractConfig())
    assert plug in extract(*args).articles[0].text
    found = extract(*args, beyond=Beyond(recurring=(line,)))
    check_cover(page, found)
    assert plug not in found.articles[0].text and kinds(found)[plug] == "recurring"


def test_a_page_without_recurring_lines_is_cut_as_before() -> None:
    page = read(BUSY)
    args = (page.page, page.sightings, identify_language, ExtractConfig())
    elsewhere = RecurringLine("not on this page", SITE, 12, 14)
    assert extract(*args, beyond=Beyond(recurring=(elsewhere,))) == extract(*args)
    assert replace(page, judged="x").cuts is None
