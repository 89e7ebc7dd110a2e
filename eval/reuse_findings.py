"""Written reports as the article stages see them: read from JSONL rows, as a user would hand them over.

A report is one row with title, outlet, text and, where wanted, the date that its page claims. What was
found is kept on disk (eval/kept.py).
"""

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

from eval.kept import kept
from eval.reuse_written import Report
from onrecord.config import Config
from onrecord.data import Article, ArticleFindings, PageInput
from onrecord.pipeline import analyse_page
from onrecord.readers import find_sources, read_source


def report_findings(reports: Iterable[Report], dates: dict[str, str | None]) -> dict[str, ArticleFindings]:
    """The findings of every report by its id; `dates` says which date each page claims (None: none)."""
    return {report.id: _findings(report, dates.get(report.id)) for report in reports}


def _findings(report: Report, date: str | None) -> ArticleFindings:
    row = {"title": report.title, "outlet": report.outlet, "text": report.text, "language": report.language}
    if date is not None:
        row["date"] = date
    line = json.dumps(row, ensure_ascii=False)
    return kept(f"{report.id} {line}", ArticleFindings, lambda: _analysed(line, report.id))


def _analysed(line: str, name: str) -> ArticleFindings:
    """The longest article of the page; everything else that was cut out of it is left."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "row.jsonl"
        path.write_text(line + "\n", encoding="utf-8")
        config = Config()
        (source,) = find_sources([path], config.reader)
        pages = [one for one in read_source(source, config.reader) if isinstance(one, PageInput)]
    if len(pages) != 1:
        raise ValueError(f"{name}: read as {len(pages)} pages")
    articles = analyse_page(pages[0], config).articles
    if not articles:
        raise ValueError(f"{name}: no article was found in it")
    return max(articles, key=lambda found: (_size(found.article), found.article.id))


def _size(article: Article) -> int:
    return len(article.text)
