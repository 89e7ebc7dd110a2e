"""The trained tagger: a text in, linked source, cue and content spans out, each with a confidence.

onnxruntime, tokenizers and numpy only. One unpadded window a call and one thread: the result of a text
never depends on what else is read, nor on the number of workers. Weights have 7 bits, so that processors
with and without VNNI multiply the same whole numbers without overflow.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from onrecord.errors import InputError
from onrecord.models.tagger.links import Linked, Weights, link
from onrecord.models.tagger.paths import Chain, Floats, Marked, decode, runs_of, spans_of
from onrecord.models.tagger.sources import with_sources
from onrecord.models.tagger.words import SEP, Lexicon, Words, feed, split_words, windows

LIMIT = 192  # pieces of a window, marks included
PART = 100_000  # characters read at once: bounds the memory
LARGEST_LOGIT = 8.0
FACTS = ("one", "cue", "content", "source", "content link", "source link", "several contents", "no source")
SLOWER = ["SkipLayerNormFusion"]  # its kernel takes six times as long as the two that it replaces
PLACES = 4  # decimals of a confidence: the last bits of floats may differ between processors

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """One attribution in character offsets of the text. `source` is empty when none is named."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    confidence: float


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What the network saw of a text: its words, the state of each, and the CRF's decoding."""

    words: Words
    states: Floats
    chain: Chain


class Tagger:
    """The network, its tokenizer, the linker's weights and the calibration, from a folder of weights."""

    def __init__(self, folder: Traversable, limit: int = LIMIT) -> None:
        """Raises InputError when the weights cannot be read."""
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            graph = folder.joinpath("tagger.onnx").read_bytes()
            self._session = ort.InferenceSession(
                graph, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
            )
            tokenizer = Tokenizer.from_str(folder.joinpath("tokenizer.json").read_text(encoding="utf-8"))
            self._weights = _arrays(folder.joinpath("linker.npz"))
            told = json.loads(folder.joinpath("calibration.json").read_text(encoding="utf-8"))
            self._calibration = tuple(float(weight) for weight in told["weights"])
            self._least = float(told["least"])
        except Exception as error:  # both libraries raise bare Exceptions of their own
            raise InputError(
                f"{folder}: cannot read this tagger (install onrecord again): {error}"
            ) from error
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._lexicon = Lexicon(tokenizer)
        self._limit = limit

    def read(self, text: str, whole: bool = True) -> tuple[Reading, ...]:
        """Attributions in order of their cue. Any text of any size; an empty one has none.

        `whole` says that the text is an article from its beginning, whose first line may be a title; for a
        passage or clause out of an article, pass False. A text longer than PART characters is read in
        parts, cut between lines where it can be; no attribution crosses such a cut.
        """
        found: list[Reading] = []
        for start, end in parts(text):
            seen = self.see(text[start:end], whole and start == 0)
            if seen is not None:
                found += (self._reading(seen.words, start, item) for item in self.linked(seen))
        return tuple(item for item in found if item.confidence >= self._least)

    def see(self, text: str, whole: bool = True) -> Seen | None:
        """The network's view of a text of at most PART characters; None when it has no word."""
        words = split_words(text, self._lexicon, whole)
        if not words.starts:
            return None
        scores, states = self._run(words)
        return Seen(words, states, decode(runs_of(words.paragraphs), scores, self._weights["move"]))

    def linked(self, seen: Seen) -> list[Linked]:
        """Attributions in numbers of words, in order of their cue, unlikely ones among them."""
        runs = seen.chain.runs
        paragraph = np.repeat(np.arange(len(runs)), [last - first for first, last in runs])
        spans = with_sources(spans_of(seen.chain), seen.chain)
        return link(spans, seen.states, paragraph, self._weights)

    def _run(self, words: Words) -> tuple[Floats, Floats]:
        """Tag scores and states of each word."""
        found = []
        for first, last in windows(words, self._limit):
            fed, heads = feed(words, first, last, SEP)
            found.append(self._session.run(None, {"fed": fed, "heads": heads}))
        return np.concatenate([one for one, _ in found]), np.concatenate([other for _, other in found])

    def _reading(self, words: Words, offset: int, item: Linked) -> Reading:
        source = (item.source,) if item.source else ()
        return Reading(
            _ranges(words, offset, source),
            _ranges(words, offset, (item.cue,)),
            _ranges(words, offset, item.contents),
            round(confidence(item, self._calibration), PLACES),
        )


def parts(text: str) -> Iterator[Range]:
    """Consecutive ranges of at most PART characters, cut after a line where there is one, else a space."""
    start = 0
    while start < len(text):
        end = min(start + PART, len(text))
        if end < len(text):
            after = text.rfind("\n", start, end) + 1 or text.rfind(" ", start, end) + 1
            end = after if after > start else end
        yield start, end
        start = end


def _arrays(file: Traversable) -> Weights:
    """The arrays of an .npz of half floats, as floats."""
    with file.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}


def _ranges(words: Words, offset: int, spans: tuple[Marked, ...]) -> tuple[Range, ...]:
    return tuple((offset + words.starts[span.first], offset + words.ends[span.last]) for span in spans)


def confidence(item: Linked, weights: tuple[float, ...]) -> float:
    """Logistic regression over the five probabilities of an attribution (Platt 1999), fitted on dev."""
    total = sum(weight * fact for weight, fact in zip(weights, facts(item), strict=True))
    return 1 / (1 + math.exp(-total))


def facts(item: Linked) -> tuple[float, ...]:
    """What the confidence rests on: 1, five log odds, whether contents are several, whether no source."""
    chances = (
        item.cue.sure,
        min(content.sure for content in item.contents),
        item.source.sure if item.source else 1.0,
        item.content_chance,
        item.source_chance,
    )
    odds = (_logit(chance) for chance in chances)
    return (1.0, *odds, float(len(item.contents) > 1), float(item.source is None))


def _logit(chance: float) -> float:
    odds = math.log(max(chance, 1e-6) / max(1 - chance, 1e-6))
    return max(-LARGEST_LOGIT, min(LARGEST_LOGIT, odds))


@cache
def english_tagger() -> Tagger:
    """The English tagger of this package (`models/weights/tagger-en`), loaded once."""
    return Tagger(files("onrecord") / "models" / "weights" / "tagger-en")
