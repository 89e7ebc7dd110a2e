"""A made pile in a file: packed articles one after the other, and an index; its start is a smaller pile."""

import os
from pathlib import Path

import msgspec
import numpy as np

from eval.bench.corpus_pile import Maker, sighting_of
from onrecord.data import Sighting
from onrecord.pile import Pile, digest_of, digests_of, pack, squeezed


class Entry(msgspec.Struct, array_like=True, frozen=True):
    """One article of the file."""

    name: str
    digest: bytes
    start: int
    size: int
    sighting: Sighting


def write_pile(folder: Path, count: int) -> None:
    """Make `count` articles in a folder, unless so many are there."""
    index = folder / "index"
    if index.exists() and len(_entries(folder)) >= count:
        return
    entries, at = [], 0
    with (folder / "articles").open("wb") as out:
        for found in Maker().articles(count):
            data = pack(found)
            small = squeezed(data)
            out.write(small)
            entries.append(Entry(found.article.id, digest_of(data), at, len(small), sighting_of(found)))
            at += len(small)
    index.write_bytes(msgspec.msgpack.encode(entries))


def _entries(folder: Path) -> list[Entry]:
    return msgspec.msgpack.decode((folder / "index").read_bytes(), type=list[Entry])


def open_pile(folder: Path, count: int) -> tuple[Pile, list[Sighting]]:
    """The first `count` articles, read from the file one at a time, and where they were seen."""
    entries = sorted(_entries(folder)[:count], key=lambda entry: entry.name)
    file = os.open(folder / "articles", os.O_RDONLY)
    starts = np.array([entry.start for entry in entries], dtype=np.int64)
    sizes = np.array([entry.size for entry in entries], dtype=np.int64)

    def load(place: int) -> bytes:
        return os.pread(file, int(sizes[place]), int(starts[place]))

    digests = digests_of([entry.digest for entry in entries])
    sightings = [entry.sighting for entry in entries]
    return Pile([entry.name for entry in entries], digests, load), sightings
