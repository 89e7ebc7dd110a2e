"""Publication dates of real pages (the dates that trafilatura's set gives), for eval/questions/dates.py.

Scored per page that has a gold date: right (the same day), wrong, none. The set is cut in two by a hash
of the page id, like the time expressions: rules were tuned on the even half only.
"""

import gzip
import time
from collections.abc import Callable
from pathlib import Path

from htmldate import find_date

from eval.gold import Record, load
from eval.report import Row, Skipped, Table
from onrecord.config import ExtractConfig, ReaderConfig
from onrecord.data import PageInput, Sighting
from onrecord.models.language import identify_language
from onrecord.pipeline.article import line_models
from onrecord.readers import read_page
from onrecord.stages.article.dates import find_publication
from onrecord.stages.article.extract import extract
from onrecord.stages.article.language import identify_article
from onrecord.text import edtf

SET = "trafilatura_eval"
Dater = Callable[[bytes, str], str | None]
NOTE = "right: the gold day; answered: share of pages given a day; precision: right of those answered"


def publication_tables(gold: Path, half_of: Callable[[str], int]) -> list[Table | Skipped]:
    """Two tables, for the even and the odd half."""
    folder = gold / "extraction" / SET
    records = load(folder / "all.jsonl")
    if records is None:
        return [Skipped("dates", SET, f"{folder} holds no all.jsonl")]
    dated = [record for record in records if record.get("date")]
    systems: dict[str, Dater] = {"onrecord": onrecord, "htmldate 1.11": htmldate, "naive (field)": naive}
    tables: list[Table | Skipped] = []
    for name, half in (("even", 0), ("odd", 1)):
        pages = [
            (record, gzip.decompress((folder / record["html"]).read_bytes()))
            for record in dated
            if half_of(str(record["id"])) == half
        ]
        rows = tuple(_row(system, dater, pages) for system, dater in systems.items())
        tables.append(Table("dates", f"{SET}-{name}", "publication", rows, NOTE))
    return tables


def _row(name: str, dater: Dater, pages: list[tuple[Record, bytes]]) -> Row:
    started = time.perf_counter()
    found = [dater(raw, str(record["url"])) for record, raw in pages]
    seconds = time.perf_counter() - started
    right = sum(value == str(record["date"]) for value, (record, _) in zip(found, pages, strict=True))
    answered = sum(value is not None for value in found)
    metrics = {
        "right": right / len(pages) if pages else 0.0,
        "answered": answered / len(pages) if pages else 0.0,
        "precision": right / answered if answered else 0.0,
    }
    return Row(name, metrics, {"pages": len(pages)}, seconds, len(pages))


def onrecord(raw: bytes, url: str) -> str | None:
    """The stage on the page's first article; days known only about are counted as answers."""
    given = read_page(raw, "eval.html", ReaderConfig())
    if not isinstance(given, PageInput):
        return None
    page = given.page
    sightings = (Sighting("si-eval", page.id, "eval.html", url),)
    found = extract(page, sightings, identify_language, ExtractConfig(), line_models())
    if not found.articles:
        return None
    first = found.articles[0]
    language = identify_article(first, identify_language)
    day = edtf.exact_day(find_publication(page, sightings, first, found.articles, language).value)
    return day.isoformat() if day else None


def htmldate(raw: bytes, url: str) -> str | None:
    """The library for this task, asked for the original date."""
    found: str | None = find_date(raw, url=url, original_date=True)
    return found


def naive(raw: bytes, url: str) -> str | None:
    """The first day that a `published` field of the page states, as it stands."""
    given = read_page(raw, "eval.html", ReaderConfig())
    if not isinstance(given, PageInput):
        return None
    values = [field.value[:10] for field in given.page.fields if field.name == "published"]
    return next((value for value in values if edtf.exact_day(value)), None)
