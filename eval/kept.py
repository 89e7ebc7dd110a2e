"""What the article stages find of the texts of a set, kept on disk between runs.

Reading a text takes about a tenth of a second. What was found lies below a folder (`ONRECORD_EVAL_CACHE`,
else the system's folder for temporary files) under a hash of what was read and of the version of the stages.
"""

import os
import tempfile
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec

from onrecord.pipeline import stages_fingerprint

T = TypeVar("T")


def kept(read: str, kind: type[T], make: Callable[[], T]) -> T:
    """What `make` finds in what is `read` (all that it depends on, told in one string), made only once."""
    digest = blake2b(f"{stages_fingerprint()} {kind.__name__} {read}".encode(), digest_size=16)
    path = _folder() / f"{digest.hexdigest()}.msgpack"
    if path.exists():
        try:
            return msgspec.msgpack.decode(path.read_bytes(), type=kind)
        except msgspec.MsgspecError:
            pass  # a file that a killed run left half-written
    found = make()
    part = path.with_suffix(f".{os.getpid()}")
    part.write_bytes(msgspec.msgpack.encode(found))
    part.replace(path)
    return found


def _folder() -> Path:
    folder = Path(os.environ.get("ONRECORD_EVAL_CACHE", Path(tempfile.gettempdir()) / "onrecord-eval"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
