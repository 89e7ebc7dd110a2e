"""Small pages as the article stages would leave them, made by hand."""

from onrecord.data import (
    Article,
    ArticleFindings,
    Attribution,
    AttributionKind,
    CueClass,
    Language,
    Media,
    Page,
    PageFindings,
    Problem,
    PublicationDate,
    Reason,
    RecordStatus,
    Sighting,
    span_of,
)
from onrecord.ids import make_id


def make_sighting(page_id: str, place: str, outlet: str | None = "Outlet 1") -> Sighting:
    """A sighting at a place."""
    return Sighting(make_id("si", (page_id, place)), page_id, place, None, outlet, None)


def make_page(text: str, outlet: str | None = "Outlet 1") -> PageFindings:
    """A page of one article with one attribution: what stands in “ ”, said by what comes before."""
    page = Page(make_id("pg", (text,)), Media.TEXT, text, text.encode("utf-8", "surrogatepass"), "utf-8")
    article = Article(make_id("ar", (page.id, 0)), page.id, 1, (span_of(text, 0, len(text)),), text)
    cue = text.index(" said") + 1
    start, end = text.index("“") + 1, text.index("”")
    attribution = Attribution(
        make_id("at", (article.id, start)),
        article.id,
        (span_of(text, 0, cue - 1),),
        (span_of(text, cue, cue + 4),),
        (span_of(text, start, end),),
        AttributionKind.DIRECT,
        CueClass.SAY,
        RecordStatus.ON_RECORD,
        Reason(f"{text[: cue - 1]} is named", ()),
        Reason("“said” is followed by a quotation", (span_of(text, cue, cue + 4),)),
        0.9,
    )
    published = PublicationDate("2030-01-01", "2030-01-01", "2030-01-01", Reason("as the row says"))
    sighting = make_sighting(page.id, f"{page.id}.txt", outlet)
    problem = Problem("no byline", f"{sighting.place}: nobody signs it", sighting.place, page.id)
    found = ArticleFindings(
        article,
        Language("en", 0.9, Reason("its words")),
        (),
        published,
        (),
        (span_of(text, 0, len(text)),),
        (),
        (attribution,),
        (),
        (),
    )
    return PageFindings(page, (sighting,), (found,), (), (problem,))
