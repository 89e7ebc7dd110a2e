"""Main text of real pages: snippets that must be kept and snippets that must not (trafilatura's set).

F1 as the set defines it: a `with` snippet found in the output is a hit, one not found a miss; a
`without` snippet found is a false alarm. A second table scores the path for flat text: the same
pages, rendered to lines without any mark-up, so that only words, form and place are left.
"""

import gzip
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import justext
import trafilatura

from eval.gold import Record, load
from eval.report import Row, Skipped, Table
from onrecord.config import ExtractConfig, ReaderConfig
from onrecord.data import Media, PageInput
from onrecord.models.language import identify_language
from onrecord.readers import read_page
from onrecord.stages.article.extract import extract

SET = "trafilatura_eval"
Extractor = Callable[[bytes], str]
STOP_WORDS = justext.get_stoplist("German") | justext.get_stoplist("English")


def run(gold: Path, split: str) -> list[Table | Skipped]:
    """The set has one split, `all`, whatever split is asked for (a smaller file of that split wins)."""
    folder = gold / "extraction" / SET
    used, records = split, load(folder / f"{split}.jsonl")
    if records is None:
        used, records = "all", load(folder / "all.jsonl")
    if records is None:
        return [Skipped("extraction", f"{folder} holds neither {split}.jsonl nor all.jsonl")]
    pages = [(record, _html(folder / record["html"])) for record in records]
    html: dict[str, Extractor] = {
        "onrecord": _onrecord,
        "trafilatura": _trafilatura,
        "justext": _justext,
        "naive (all visible text)": _naive,
    }
    flat: dict[str, Extractor] = {"onrecord": _onrecord_flat, "naive (all visible text)": _naive}
    note = "snippets kept (tp), lost (fn), wrongly kept (fp), rightly dropped (tn)"
    return [
        Table(
            "extraction", SET, used, tuple(_row(name, run_one, pages) for name, run_one in html.items()), note
        ),
        Table(
            "extraction",
            f"{SET}_flat",
            used,
            tuple(_row(name, run_one, pages) for name, run_one in flat.items()),
            "the same pages rendered to plain lines first: the path for flat text",
        ),
    ]


def _html(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def _row(name: str, extractor: Extractor, pages: Iterable[tuple[Record, bytes]]) -> Row:
    kept = lost = wrong = dropped = count = 0
    started = time.perf_counter()
    for record, raw in pages:
        output = extractor(raw)
        count += 1
        for snippet in record["with"]:
            kept, lost = (kept + 1, lost) if snippet in output else (kept, lost + 1)
        for snippet in record["without"]:
            wrong, dropped = (wrong + 1, dropped) if snippet in output else (wrong, dropped + 1)
    seconds = time.perf_counter() - started
    precision = kept / (kept + wrong) if kept + wrong else 0.0
    recall = kept / (kept + lost) if kept + lost else 0.0
    total = 2 * kept + wrong + lost
    metrics = {"precision": precision, "recall": recall, "f1": 2 * kept / total if total else 0.0}
    return Row(name, metrics, {"tp": kept, "fn": lost, "fp": wrong, "tn": dropped}, seconds, count)


def _read(raw: bytes) -> PageInput | None:
    page = read_page(raw, "page.html", ReaderConfig())
    return page if isinstance(page, PageInput) else None


def _articles(found: PageInput) -> str:
    extraction = extract(found.page, found.sightings, identify_language, ExtractConfig())
    return "\n".join(article.text for article in extraction.articles)


def _onrecord(raw: bytes) -> str:
    """The first article: the set asks for the main text, not for further articles below it."""
    found = _read(raw)
    if found is None:
        return ""
    extraction = extract(found.page, found.sightings, identify_language, ExtractConfig())
    return extraction.articles[0].text if extraction.articles else ""


def _onrecord_flat(raw: bytes) -> str:
    found = _read(raw)
    if found is None:
        return ""
    page = replace(found.page, media=Media.TEXT, raw=found.page.text.encode("utf-8", "replace"), fields=())
    return _articles(PageInput(page, found.sightings))


def _naive(raw: bytes) -> str:
    found = _read(raw)
    return found.page.text if found else ""


def _trafilatura(raw: bytes) -> str:
    return trafilatura.extract(raw, include_comments=False) or ""


def _justext(raw: bytes) -> str:
    """With German and English stop words: most pages of the set are German."""
    try:
        paragraphs = justext.justext(raw, STOP_WORDS)
    except (ValueError, justext.core.JustextError):
        return ""
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)
