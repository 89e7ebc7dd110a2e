"""Bare findings for corpus stages: what an article stage would hand over, from a plain text."""

from onrecord.data import Article, ArticleFindings, Fact, Language, PublicationDate, Reason, span_of
from onrecord.ids import make_id


def findings_of(
    name: str, title: str, text: str, day: str | None = None, language: str = "en", outlet: str | None = None
) -> ArticleFindings:
    """Findings that hold only text, title and (ISO) date: no sentences, mentions or attributions."""
    whole = f"{title}\n{text}" if title and not text.startswith(title) else text
    article = Article(
        id=make_id("ar", [name]),
        page_id=make_id("pg", [name]),
        number=0,
        spans=(span_of(whole, 0, len(whole)),),
        text=whole,
        title=title or None,
        title_span=span_of(whole, 0, len(title)) if title else None,
        outlet=Fact(outlet, None, "given") if outlet else None,
    )
    published = PublicationDate(day, day, day, Reason(f"given as {day}" if day else "not given"))
    return ArticleFindings(
        article=article,
        language=Language(language, 1.0, Reason("given")),
        credits=(),
        published=published,
        times=(),
        sentences=(),
        mentions=(),
        attributions=(),
        conditions=(),
        position_mentions=(),
    )
