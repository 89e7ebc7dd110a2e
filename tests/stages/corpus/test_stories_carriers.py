"""Reports of one topic that credit other carriers are two stories, also without dates."""

from dataclasses import replace
from pathlib import Path

import pytest

from eval.made import findings_of
from onrecord.config import Config, ReuseConfig, StoryConfig
from onrecord.data import ArticleFindings, MentionKind, PublicationDate, Reason
from onrecord.engine import LocalEngine
from onrecord.stages.corpus.reuse import find_families, find_reuse
from onrecord.stages.corpus.stories import find_stories
from tests.make import mention

PAGES = Path(__file__).parents[4] / "shared" / "pages"
FIRST = """Lords of the Orvan cartel are ready to give up the northern mine, {outlet} reports.

Two people close to the cartel told {outlet} that the lords want a truce over the northern mine by autumn."""
SECOND = """The Orvan cartel would leave its northern mine if the strike fund is dissolved, {outlet} writes.

A former guard told {outlet} that the lords are ready for talks over the mine. The union asked for proof."""
OTHER = "Rain fell on the regatta at Lake Simm, where {outlet} counted forty boats and one swan under sail."


def told(name: str, text: str, outlet: str) -> ArticleFindings:
    made = findings_of(name, f"Report {name}", text.format(outlet=outlet))
    return replace(made, mentions=(mention(made.article, outlet, MentionKind.OUTLET, 0, outlet),))


def count(*articles: ArticleFindings) -> int:
    pile = (*articles, told("other", OTHER, "Simm Radio"))
    return len(find_stories(pile, (), (), LocalEngine(), StoryConfig(together=1.5)))


def test_other_carriers_lower_the_likeness_of_two_reports() -> None:
    same = count(told("one", FIRST, "Dray News"), told("two", SECOND, "Dray News"))
    apart = count(told("one", FIRST, "Dray News"), told("two", SECOND, "Vell Herald"))
    assert same == 2
    assert apart == 3


@pytest.mark.skipif(not PAGES.is_dir(), reason="the five pages are not here")
def test_stories_of_the_five_pages_hold_without_dates(tmp_path: Path) -> None:
    import onrecord  # noqa: PLC0415 - loads the models

    for page in sorted(PAGES.glob("0*.txt")):
        (tmp_path / page.name).write_bytes(page.read_bytes())
    case = onrecord.build([tmp_path], config=Config())
    dated = {frozenset(story.articles) for story in case.view.stories()}
    unknown = PublicationDate(None, None, None, Reason("removed"))
    pile = [replace(found, published=unknown) for found in case.view.all_findings()]
    families = find_families(pile, find_reuse(pile, LocalEngine(), ReuseConfig()).reuses)
    stories = find_stories(pile, (), families, LocalEngine(), StoryConfig())
    assert {frozenset(story.articles) for story in stories} == dated
