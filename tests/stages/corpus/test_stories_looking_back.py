"""An article that looks back on the news of another reports another event."""

from dataclasses import replace

import pytest

from eval.made import findings_of
from onrecord.config import StoryConfig
from onrecord.data import ArticleFindings, Reason, TimeExpression, TimeKind, span_of
from onrecord.engine import LocalEngine
from onrecord.stages.corpus.stories import find_stories

FIRST = """The lamp lighters of Brell will put out the quay lamps in spring, their guild said on Monday.

Guild mother Ane Torp wants a second lighter on each pier. The
harbour board offers one lighter and one dog."""
LATER = """The lamp lighters of Brell may leave the quay lamps burning, Ane Torp said on Thursday.

The guild mother had said {when} that the guild would put out all lamps unless the harbour board gave in."""
OTHER = "Rain fell on the regatta at Lake Simm, where a clerk counted forty boats and one swan under sail."


def dated(name: str, text: str, day: str, **times: str) -> ArticleFindings:
    made = findings_of(name, f"Report {name}", text, day)
    found = []
    for words, value in times.items():
        shown = words.replace("_", " ")
        at = made.article.text.index(shown)
        span = span_of(made.article.text, at, at + len(shown))
        found.append(TimeExpression(span, TimeKind.DATE, value, None, True, False, Reason("given")))
    return replace(made, times=tuple(found))


def count(later: ArticleFindings) -> int:
    first = dated("one", FIRST, "2031-03-03", Monday="2031-03-03")
    pile = (first, later, findings_of("other", "Regatta", OTHER))
    return len(find_stories(pile, (), (), LocalEngine(), StoryConfig(together=1.5)))


@pytest.mark.parametrize(
    ("when", "value", "stories"),
    [
        ("ten days ago", "2031-03-01/2031-03-04", 3),
        ("last month", "2031-02", 2),
        ("some time ago", "2029-01-01/2031-03-04", 2),
    ],
)
def test_the_news_of_one_as_the_past_in_the_other_parts_them(when: str, value: str, stories: int) -> None:
    times = {"Thursday": "2031-03-13", when.replace(" ", "_"): value}
    assert count(dated("two", LATER.format(when=when), "2031-03-13", **times)) == stories


def test_a_report_of_the_same_days_stays_though_it_looks_back() -> None:
    times = {"Thursday": "2031-03-03", "ten_days_ago": "2031-02-21"}
    assert count(dated("two", LATER.format(when="ten days ago"), "2031-03-04", **times)) == 2
