"""Times of an article as an answer shows them."""

from onrecord.data import ArticleFindings, Dating, TimeExpression


def dated_times(found: ArticleFindings, dating: Dating | None) -> tuple[TimeExpression, ...]:
    """The article's time expressions in the order of its text, read as the pile dates them where it does."""
    by_span = {(time.span.start, time.span.end): time for time in found.times}
    for time in dating.times if dating else ():
        by_span[time.span.start, time.span.end] = time
    return tuple(by_span[place] for place in sorted(by_span))
