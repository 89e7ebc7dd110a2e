"""What a sign of lateness is: a place of one article beside the other, with what it says in words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.data import Span
from onrecord.stages.corpus.reuse.readings import Meeting


@dataclass(frozen=True, slots=True)
class Sign:
    """One place that makes an article look later. `text` quotes this pair; `amount` is how much of it."""

    span: Span
    text: str
    amount: float = 1.0


Finder = Callable[[Meeting], Iterator[Sign]]
