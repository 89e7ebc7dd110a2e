"""The pages of the extraction set as HTML: main text beside named extractors, titles and dates beside peers.

The line classifier is scored out of fold: each page by the weights that were trained without its site
(`eval/data/html_lines`, written by `python -m eval.training.html_lines`). A row tells what the weights that
ship score on the pages they were trained on: not a measure, but to be compared with the row above.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from functools import cache

import trafilatura.metadata
from htmldate import find_date
from lxml import etree

from eval.baselines.extractors import EXTRACTORS
from eval.gold import Record
from eval.report import Row, Table
from eval.training.folds import fold_of
from eval.training.html_lines import FOLD_WEIGHTS
from onrecord.config import ExtractConfig, ReaderConfig
from onrecord.data import Article, PageInput, Sighting
from onrecord.models.language import identify_language
from onrecord.models.trees import Trees, packaged_trees, read_trees
from onrecord.readers import read_page
from onrecord.stages.article.dates import find_publication
from onrecord.stages.article.extract import LineModels, extract
from onrecord.stages.article.language import identify_article
from onrecord.text import edtf

Page = tuple[Record, bytes]
System = Callable[[Record, bytes], str]
Told = Callable[[Record, bytes], str | None]
IN_SAMPLE = "onrecord, shipped weights (in sample)"
NOTE = (
    "snippets kept (tp), lost (fn), wrongly kept (fp), rightly dropped (tn); "
    "onrecord: weights trained without the page's site"
)


def html_table(dataset: str, split: str, pages: Sequence[Page]) -> Table:
    """Main text: onrecord, the named extractors, all visible text. Each runs once over the pages."""
    systems: dict[str, System] = {"onrecord": _first_article, IN_SAMPLE: _in_sample}
    systems |= {name: _alone(run) for name, run in EXTRACTORS.items()}
    systems["naive (all visible text)"] = _all_text
    rows = tuple(_row(name, run, pages) for name, run in systems.items())
    return Table("extraction", dataset, split, rows, NOTE)


def told_tables(dataset: str, split: str, pages: Sequence[Page]) -> list[Table]:
    """Titles and publication dates, each on the pages that have a gold one."""
    titled = [page for page in pages if page[0].get("title")]
    dated = [page for page in pages if page[0].get("date")]
    titles: dict[str, Told] = {
        "onrecord": _title,
        "trafilatura 2.3": _trafilatura_title,
        "naive (<title>)": _tag,
    }
    dates: dict[str, Told] = {
        "onrecord": _day,
        "htmldate 1.11": _htmldate,
        "trafilatura 2.3": _trafilatura_date,
    }
    return [
        Table(
            "extraction",
            f"{dataset}_titles",
            split,
            tuple(_told(name, run, titled, "title", folded) for name, run in titles.items()),
            "right: the gold title but for white space and case; answered: share of pages given one",
        ),
        Table(
            "extraction",
            f"{dataset}_dates",
            split,
            tuple(_told(name, run, dated, "date", str) for name, run in dates.items()),
            "right: the gold day of publication; answered: share of pages given one",
        ),
    ]


def _row(name: str, run: System, pages: Iterable[Page]) -> Row:
    kept = lost = wrong = dropped = count = 0
    started = time.process_time()
    for record, raw in pages:
        output = run(record, raw)
        count += 1
        held = sum(snippet in output for snippet in record["with"])
        kept, lost = kept + held, lost + len(record["with"]) - held
        held = sum(snippet in output for snippet in record["without"])
        wrong, dropped = wrong + held, dropped + len(record["without"]) - held
    seconds = time.process_time() - started
    metrics = {
        "precision": kept / max(kept + wrong, 1),
        "recall": kept / max(kept + lost, 1),
        "f1": 2 * kept / max(2 * kept + wrong + lost, 1),
    }
    return Row(name, metrics, {"tp": kept, "fn": lost, "fp": wrong, "tn": dropped}, seconds, count)


def _told(name: str, run: Told, pages: Sequence[Page], key: str, alike: Callable[[str], str]) -> Row:
    started = time.process_time()
    found = [run(record, raw) for record, raw in pages]
    seconds = time.process_time() - started
    pairs = [(value, str(record[key])) for value, (record, _) in zip(found, pages, strict=True) if value]
    right = sum(alike(value) == alike(gold) for value, gold in pairs)
    metrics = {
        "right": right / max(len(pages), 1),
        "answered": len(pairs) / max(len(pages), 1),
        "precision": right / max(len(pairs), 1),
    }
    return Row(name, metrics, {"pages": len(pages)}, seconds, len(pages))


def folded(title: str) -> str:
    """A title for comparison: white space runs to one space, case folded."""
    return " ".join(title.split()).casefold()


@cache
def _fold_weights(fold: int) -> Trees:
    """Weights trained without the sites of a fold."""
    return read_trees(FOLD_WEIGHTS / f"fold-{fold}.npz")


def _read(raw: bytes) -> PageInput | None:
    page = read_page(raw, "page.html", ReaderConfig())
    return page if isinstance(page, PageInput) else None


def _articles(found: PageInput, weights: Trees, sightings: tuple[Sighting, ...]) -> tuple[Article, ...]:
    models = LineModels(html=weights)
    return extract(found.page, sightings, identify_language, ExtractConfig(), models).articles


def _first_article(record: Record, raw: bytes) -> str:
    """The first article: the set asks for the main text, not for further articles below it."""
    found = _read(raw)
    articles = _articles(found, _fold_weights(fold_of(record["url"])), found.sightings) if found else ()
    return articles[0].text if articles else ""


def _in_sample(record: Record, raw: bytes) -> str:
    found = _read(raw)
    articles = _articles(found, packaged_trees("html-lines"), found.sightings) if found else ()
    return articles[0].text if articles else ""


def _alone(run: Callable[[bytes], str]) -> System:
    return lambda record, raw: run(raw)


def _all_text(record: Record, raw: bytes) -> str:
    found = _read(raw)
    return found.page.text if found else ""


def _title(record: Record, raw: bytes) -> str | None:
    found = _read(raw)
    articles = _articles(found, _fold_weights(fold_of(record["url"])), found.sightings) if found else ()
    return articles[0].title if articles else None


def _day(record: Record, raw: bytes) -> str | None:
    """The day of the first article, with the address told; days known only about are counted as answers."""
    found = _read(raw)
    if found is None:
        return None
    sightings = (Sighting("si-eval", found.page.id, "eval.html", str(record["url"])),)
    articles = _articles(found, _fold_weights(fold_of(record["url"])), sightings)
    if not articles:
        return None
    language = identify_article(articles[0], identify_language)
    value = find_publication(found.page, sightings, articles[0], articles, language).value
    day = edtf.exact_day(value)
    return day.isoformat() if day else None


def _htmldate(record: Record, raw: bytes) -> str | None:
    found: str | None = find_date(raw, url=str(record["url"]), original_date=True)
    return found


def _trafilatura_title(record: Record, raw: bytes) -> str | None:
    found: str | None = _trafilatura(record, raw)[0]
    return found


def _trafilatura_date(record: Record, raw: bytes) -> str | None:
    found: str | None = _trafilatura(record, raw)[1]
    return found


def _trafilatura(record: Record, raw: bytes) -> tuple[str | None, str | None]:
    tree = trafilatura.load_html(raw)
    if tree is None:
        return None, None
    told = trafilatura.metadata.extract_metadata(tree, str(record["url"]))
    return told.title, told.date


def _tag(record: Record, raw: bytes) -> str | None:
    tree = trafilatura.load_html(raw)
    tag = tree.find(".//title") if isinstance(tree, etree._Element) else None
    return "".join(str(part) for part in tag.itertext()) if tag is not None else None
