"""The named peer: spaCy's full small English pipeline over the same texts, in as many processes."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from functools import cache

import spacy
from spacy.language import Language

from onrecord.models.english import PACKAGE


def parse_all(texts: list[str], workers: int) -> int:
    """Parse every text with all components, one text a call; returns how many tokens."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        return sum(pool.map(_parse, texts, chunksize=8))


@cache
def _pipeline() -> Language:
    return spacy.load(PACKAGE)


def _parse(text: str) -> int:
    return len(_pipeline()(text))
