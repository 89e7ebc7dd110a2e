"""Peak memory of this process and its children, by sampling the kernel's figures (Linux; else 0)."""

import os
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

INTERVAL = 0.2


class PeakMemory:
    """Within `with`, samples the sum of resident memory; `peak` in bytes (shared parts count every time)."""

    def __init__(self) -> None:
        self.peak = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join()

    def _sample(self) -> None:
        while not self._stop.wait(INTERVAL):
            self.peak = max(self.peak, sum(map(resident, _family())))


def _family() -> list[int]:
    """This process and all that descend from it."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            continue
        children.setdefault(parent, []).append(int(entry.name))
    family = [os.getpid()]
    for member in family:
        family.extend(children.get(member, []))
    return family


def resident(process: int) -> int:
    """Resident memory of a process in bytes, 0 where it cannot be told."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0
