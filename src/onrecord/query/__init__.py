"""Questions over a View: the only read path of the command line, the web pages and the exports."""

from onrecord.query.actor import ActorLine, ActorView, actor_lines, actor_view
from onrecord.query.article import ArticleView, article_view
from onrecord.query.attributions import (
    AttributionList,
    ProblemList,
    Wanted,
    attribution_list,
    problem_list,
)
from onrecord.query.compare import Comparison, comparison
from onrecord.query.edtf import say
from onrecord.query.judgements import JudgementLine, judgement_list
from onrecord.query.lists import ArticleLine, AttributionLine, Sheet, spoken
from onrecord.query.overview import Overview, overview
from onrecord.query.page import PageList, PageView, Stretch, page_list, page_view
from onrecord.query.positions import PositionLine, unfolded
from onrecord.query.record import AmbiguousError, Index, Record, build_index
from onrecord.query.ruled import RulingLine
from onrecord.query.story import FamilyView, StoryView, story_view
from onrecord.query.trace import Trace, trace
from onrecord.stores.base import View

__all__ = [
    "ActorLine",
    "ActorView",
    "AmbiguousError",
    "ArticleLine",
    "ArticleView",
    "AttributionLine",
    "AttributionList",
    "Comparison",
    "FamilyView",
    "Index",
    "JudgementLine",
    "Overview",
    "PageList",
    "PageView",
    "PositionLine",
    "ProblemList",
    "Record",
    "RulingLine",
    "Sheet",
    "StoryView",
    "Stretch",
    "Trace",
    "View",
    "Wanted",
    "actor_lines",
    "actor_view",
    "article_view",
    "attribution_list",
    "build_index",
    "comparison",
    "judgement_list",
    "overview",
    "page_list",
    "page_view",
    "problem_list",
    "say",
    "spoken",
    "story_view",
    "trace",
    "unfolded",
]
