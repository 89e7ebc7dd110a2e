"""A stage as the pipeline sees it: what it needs, what it adds, and the call that does it."""

import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from onrecord.errors import PipelineError

State = TypeVar("State")
_ADDRESS = re.compile(r"0x[0-9a-fA-F]{4,}")
MESSAGE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Stage(Generic[State]):
    """One step. `requires` and `assigns` name attributes of the state that `run` reads and sets.

    `version` goes up when the stage's results change; it is part of what a case remembers.
    """

    name: str
    requires: tuple[str, ...]
    assigns: tuple[str, ...]
    version: str
    run: Callable[[State], None]


def check_order(stages: Sequence[Stage[State]], given: Iterable[str]) -> tuple[Stage[State], ...]:
    """The stages, if each finds what it requires in `given` or from a stage before it.

    Raises PipelineError that names the stage, what it lacks and who would assign that too late.
    """
    known = set(given)
    for place, stage in enumerate(stages):
        for need in stage.requires:
            if need not in known:
                later = [other.name for other in stages[place:] if need in other.assigns]
                hint = f", which {later[0]} assigns only later" if later else ", which no stage assigns"
                raise PipelineError(f"stage {stage.name} requires {need}{hint}")
        for product in stage.assigns:
            if product in known:
                raise PipelineError(f"stage {stage.name} assigns {product}, which is there already")
            known.add(product)
    return tuple(stages)


def timed(stages: Sequence[Stage[State]], seconds: dict[str, float]) -> tuple[Stage[State], ...]:
    """The same stages, each adding the seconds it takes to `seconds` under its name (for benchmarks)."""

    def time_one(stage: Stage[State]) -> Stage[State]:
        def run(state: State) -> None:
            start = time.perf_counter()
            try:
                stage.run(state)
            finally:
                seconds[stage.name] = seconds.get(stage.name, 0.0) + time.perf_counter() - start

        return replace(stage, run=run)

    return tuple(map(time_one, stages))


def said(error: Exception) -> str:
    """An error in one line that is the same on every run (no memory addresses)."""
    first = (str(error).splitlines() or [""])[0][:MESSAGE_LENGTH]
    text = _ADDRESS.sub("0x…", first)
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
