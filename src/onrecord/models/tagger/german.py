"""The German tagger, where it is installed: its weights come in a package of their own, `onrecord-german`.

The data that it learnt from (German Wikinews quotations, Petersen-Frey and Biemann 2024) is CC BY-NC-SA
4.0, and so are the weights: they are no part of onrecord. Without them German is read by rules.
"""

import json
import lzma
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from onrecord.errors import InputError
from onrecord.models.tagger.german_links import Weights, unpacked
from onrecord.models.tagger.german_spans import INDIRECT, GermanLinked, german_attributions
from onrecord.models.tagger.german_words import split_german
from onrecord.models.tagger.paths import Floats, Marked
from onrecord.models.tagger.words import Words, feed, windows

PACKAGE = "onrecord_german"
NETWORK = "tagger.onnx.xz"
LIMIT = 384  # pieces of a window, marks included; training used the same
KINDS = ("direct", "indirect", "reported", "free indirect")
LARGEST_LOGIT = 8.0

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GermanReading:
    """One attribution in character offsets of the text.

    `source` is empty when none is named, `cue` when the speech goes on without one. `kind` is one of KINDS:
    a reported content tells what was said without its words. `within` is the number of the reading whose
    content this one stands in.
    """

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    confidence: float
    kind: str
    within: int | None = None
    addressee: tuple[Range, ...] = ()


class GermanTagger:
    """The network, its tokenizer, the chooser's weights and the calibration."""

    def __init__(self, folder: Traversable) -> None:
        """Raises InputError when the weights cannot be read."""
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            network = lzma.decompress(folder.joinpath(NETWORK).read_bytes())
            self._session = ort.InferenceSession(network, options, providers=["CPUExecutionProvider"])
            tokenizer = lzma.decompress(folder.joinpath("tokenizer.json.xz").read_bytes())
            self._tokenizer = Tokenizer.from_str(tokenizer.decode())
            with (
                folder.joinpath("linker.npz").open("rb") as file,
                np.load(file, allow_pickle=False) as arrays,
            ):
                self._weights: Weights = unpacked(arrays)
            told = json.loads(folder.joinpath("calibration.json").read_text(encoding="utf-8"))
            self._calibration = tuple(float(weight) for weight in told["weights"])
        except Exception as error:  # the libraries raise bare Exceptions of their own
            again = "install onrecord-german again"
            raise InputError(f"{folder}: cannot read this tagger ({again}): {error}") from error

    def read(self, text: str) -> tuple[GermanReading, ...]:
        """Attributions in order of their content, those within another after all others. Any text."""
        words = split_german(text, self._tokenizer)
        return tuple(
            GermanReading(
                ranges(words, (item.source,) if item.source else ()),
                ranges(words, item.cues),
                ranges(words, item.contents),
                confidence(item, self._calibration),
                KINDS[item.kind],
                item.within,
                ranges(words, item.addressees),
            )
            for item in self.linked(words)
        )

    def linked(self, words: Words) -> list[GermanLinked]:
        """The same in numbers of words."""
        if not words.starts:
            return []
        return german_attributions(words, *self._run(words), self._weights)

    def words(self, text: str) -> Words:
        """The text as the tagger reads it."""
        return split_german(text, self._tokenizer)

    def _run(self, words: Words) -> tuple[Floats, Floats]:
        """Tag scores and states of each word."""
        found = []
        for first, last in windows(words, LIMIT):
            fed, heads = feed(words, first, last)
            found.append(self._session.run(None, {"fed": fed, "heads": heads}))
        return np.concatenate([one for one, _ in found]), np.concatenate([other for _, other in found])


def has_german() -> bool:
    """Whether the package with the weights is installed."""
    return find_spec(PACKAGE) is not None and files(PACKAGE).joinpath("weights", NETWORK).is_file()


@cache
def german_tagger() -> GermanTagger | None:
    """The tagger with the weights of the installed package, None where there is none."""
    return GermanTagger(files(PACKAGE).joinpath("weights")) if has_german() else None


def read_german(text: str) -> tuple[GermanReading, ...]:
    """What the installed tagger reads in a text; nothing without one."""
    tagger = german_tagger()
    return tagger.read(text) if tagger is not None else ()


def ranges(words: Words, spans: tuple[Marked, ...]) -> tuple[Range, ...]:
    """Character offsets of spans of words."""
    return tuple((words.starts[span.first], words.ends[span.last]) for span in spans)


def facts(item: GermanLinked) -> tuple[float, ...]:
    """What the confidence rests on: probabilities as log odds, then what kind of attribution it is."""
    return (
        1.0,
        _logit(min(content.sure for content in item.contents)),
        _logit(item.cues[0].sure if item.cues else 1.0),
        _logit(item.source.sure if item.source else 1.0),
        _logit(item.cue_chance),
        _logit(item.source_chance),
        float(len(item.contents) > 1),
        float(item.source is None),
        float(not item.cues),
        float(item.inner),
        float(item.kind > INDIRECT),
    )


def confidence(item: GermanLinked, weights: tuple[float, ...]) -> float:
    """Logistic regression over `facts` (Platt 1999), fitted on dev."""
    total = sum(weight * fact for weight, fact in zip(weights, facts(item), strict=True))
    return 1 / (1 + math.exp(-total))


def _logit(chance: float) -> float:
    odds = math.log(max(chance, 1e-6) / max(1 - chance, 1e-6))
    return max(-LARGEST_LOGIT, min(LARGEST_LOGIT, odds))
