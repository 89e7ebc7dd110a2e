"""Silver labels of lines: what good extractors of HTML keep of a page, found again in its flat renderings.

The set's own snippets overrule them and weigh more. Each extractor has a share of the vote; the standard
setting of trafilatura has most of it, as it is the best of them on the set.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import justext
import numpy as np
import trafilatura
from lxml import etree, html
from numpy.typing import NDArray
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding

from onrecord.stages.article.extract.align import aligned_lines
from onrecord.stages.article.extract.lines import Line

GOLD_WEIGHT = 8.0
LEAST_WEIGHT = 0.3
PAGE_LINES = 150
STOP_WORDS = justext.get_stoplist("German") | justext.get_stoplist("English")


def _trafilatura(raw: bytes) -> str:
    return trafilatura.extract(raw, include_comments=False) or ""


def _resiliparse(raw: bytes) -> str:
    text = bytes_to_str(raw, detect_encoding(raw) or "utf-8")
    return (
        extract_plain_text(
            text,
            main_content=True,
            list_bullets=False,
            alt_texts=False,
            links=False,
            form_fields=False,
            noscript=False,
            comments=False,
        )
        or ""
    )


def _readability(raw: bytes) -> str:
    from readability import Document  # noqa: PLC0415 - of the extra "eval"

    try:
        return "".join(str(text) for text in html.fromstring(Document(raw).summary()).itertext())
    except (etree.LxmlError, ValueError, TypeError, AttributeError):
        return ""


def _justext(raw: bytes) -> str:
    try:
        paragraphs = justext.justext(raw, STOP_WORDS)
    except (ValueError, justext.core.JustextError):
        return ""
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


EXTRACTORS: Mapping[str, tuple[float, Callable[[bytes], str]]] = {
    "trafilatura": (0.6, _trafilatura),
    "readability-lxml": (0.2, _readability),
    "resiliparse": (0.1, _resiliparse),
    "justext": (0.1, _justext),
}


def outputs(raw: bytes, cache: Path | None) -> list[tuple[float, str]]:
    """Share of the vote and output of each extractor; kept in the folder `cache`, which saves much time."""
    kept = cache / f"{hashlib.sha256(raw).hexdigest()}.json" if cache is not None else None
    if kept is not None and kept.is_file():
        found: dict[str, str] = json.loads(kept.read_text(encoding="utf-8"))
    else:
        found = {name: run(raw) for name, (_, run) in EXTRACTORS.items()}
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(json.dumps(found), encoding="utf-8")
    return [(share, found[name]) for name, (share, _) in EXTRACTORS.items()]


def votes(lines: Sequence[Line], kept: Sequence[tuple[float, str]]) -> NDArray[np.float64]:
    """The share of the vote that each line has, from 0 to 1."""
    found = np.zeros(len(lines))
    for share, output in kept:
        held = [index for index in aligned_lines(lines, output) if index < len(lines)]
        found[held] += share
    return found


def label(
    lines: Sequence[Line], vote: NDArray[np.float64], wanted: Sequence[str], unwanted: Sequence[str]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Label (1: text of the article) and weight of each line; `wanted` and `unwanted` are gold snippets.

    A snippet that several lines hold shares its weight among them. Pages weigh by the root of their size.
    """
    labels = (vote >= 0.5).astype(np.int64)
    weights = LEAST_WEIGHT + (1 - LEAST_WEIGHT) * np.abs(vote - 0.5) * 2
    texts = [line.text for line in lines]
    for snippet in wanted:
        hits = [index for index, text in enumerate(texts) if snippet in text]
        hits = [index for index in hits if labels[index]] or hits
        labels[hits] = 1
        weights[hits] = np.maximum(weights[hits], GOLD_WEIGHT / max(len(hits), 1))
    for snippet in unwanted:
        hits = [index for index, text in enumerate(texts) if snippet in text]
        free = [index for index in hits if not any(good in texts[index] for good in wanted)]
        labels[free] = 0
        weights[free] = np.maximum(weights[free], GOLD_WEIGHT / max(len(hits), 1))
    return labels, weights * (PAGE_LINES / max(len(lines), 1)) ** 0.5
