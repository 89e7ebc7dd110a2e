"""An HTML page of several articles: headlines by mark-up and by what stands around them, then its parts."""

from collections.abc import Mapping, Sequence

from onrecord.data import Page
from onrecord.stages.article.extract.drafts import Segments
from onrecord.stages.article.extract.headlines import furniture_parts, headline_hints, page_of
from onrecord.stages.article.extract.learned import Scorer
from onrecord.stages.article.extract.lines import Line
from onrecord.stages.article.extract.marks import Mark
from onrecord.stages.article.extract.parts import segment_parts
from onrecord.stages.article.extract.starts import find_starts
from onrecord.text.html_lines import HtmlLines

# Signs of an article's own frame (date, writer, outlet, <article>) that each headline must have: sections
# of one article have headings too.
FRAMED = 1
FRAMED_UNDER_TITLE = 2


def segment_several(
    page: Page,
    lines: Sequence[Line],
    marks: Mapping[int, Mark],
    titles: Sequence[str],
    html: HtmlLines,
    scorer: Scorer | None = None,
) -> Segments | None:
    """Drafts and furniture of a page of several articles; None when it has one, or none.

    `scorer` reads the lines of each part.
    """
    marked = page_of(lines, html)
    marks = {**marks, **furniture_parts(marked, marks)}
    hints, titled = headline_hints(marked, marks, titles)
    found = find_starts(lines, marks, hints, FRAMED_UNDER_TITLE if titled else FRAMED)
    if not found.starts:
        return None
    segments = segment_parts(page.text, lines, marks, found, titles[0] if titles else "", scorer)
    return segments if len(segments.drafts) > 1 else None
