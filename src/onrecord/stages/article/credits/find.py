"""All credits of an article, in text order."""

from onrecord.data import Article, Credit, Language
from onrecord.stages.article.credits.endings import ending_credits
from onrecord.stages.article.credits.lines import line_credits
from onrecord.stages.article.credits.notes import note_credits
from onrecord.stages.article.credits.opening import opening_credits
from onrecord.stages.article.credits.titles import title_credits


def find_credits(article: Article, language: Language) -> tuple[Credit, ...]:
    """Credits of `article`, in text order, one a span; of two that overlap the earlier form counts."""
    found: list[Credit] = []
    for forms in (title_credits, opening_credits, line_credits, ending_credits, note_credits):
        for credit in forms(article):
            span = credit.span
            if not any(span.start < other.span.end and other.span.start < span.end for other in found):
                found.append(credit)
    return tuple(sorted(found, key=lambda credit: (credit.span.start, credit.span.end)))
