"""Writing so that a half-written export is never taken for a whole one."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from onrecord.errors import InputError


@contextmanager
def whole_file(out: Path) -> Iterator[IO[str]]:
    """A text file beside `out` that takes its place when the block ends without an error."""
    if out.is_dir():
        raise InputError(f"{out} is a folder; this format writes one file: name it")
    handle = tempfile.NamedTemporaryFile(  # noqa: SIM115 - closed below, then moved
        "w", encoding="utf-8", newline="\n", dir=out.parent, prefix=f".{out.name}.", delete=False
    )
    try:
        with handle:
            yield handle
        Path(handle.name).replace(out)
    except BaseException:
        Path(handle.name).unlink(missing_ok=True)
        raise


@contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """A folder beside `out` whose files move to `out` when the block ends without an error."""
    if out.exists() and not out.is_dir():
        raise InputError(f"{out} is a file; this format writes a folder: name one")
    out.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(dir=out.parent, prefix=f".{out.name}."))
    try:
        yield made
        out.mkdir(exist_ok=True)
        for file in sorted(made.iterdir()):
            file.replace(out / file.name)
    finally:
        shutil.rmtree(made, ignore_errors=True)
