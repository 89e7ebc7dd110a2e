"""The one place where an engine goes: corpus stages ask for `map` and `group`, and never how.

A distributed engine (Spark's `mapInArrow` and `applyInArrow`, say) implements the same two calls;
`LocalEngine` is plain Python and the reference for what they mean. Functions handed in must be
importable module-level functions (or partials of them), so that any engine can ship them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Value = TypeVar("Value")
Out = TypeVar("Out")


class Engine(Protocol):
    """What corpus stages may ask of wherever they run."""

    def map(self, function: Callable[[Item], Out], items: Iterable[Item]) -> Iterator[Out]:
        """Apply `function` to every item; results come in the order of the items."""
        ...

    def group(
        self,
        pairs: Iterable[tuple[str, Value]],
        reduce: Callable[[str, list[Value]], Iterable[Out]],
    ) -> Iterator[Out]:
        """Gather values by key, call `reduce` once a key, keys in sorted order.

        The values of a key arrive in no promised order: `reduce` must not depend on it.
        """
        ...


class LocalEngine:
    """Everything in this process, in memory."""

    def map(self, function: Callable[[Item], Out], items: Iterable[Item]) -> Iterator[Out]:
        """See `Engine.map`."""
        return map(function, items)

    def group(
        self,
        pairs: Iterable[tuple[str, Value]],
        reduce: Callable[[str, list[Value]], Iterable[Out]],
    ) -> Iterator[Out]:
        """See `Engine.group`."""
        groups: defaultdict[str, list[Value]] = defaultdict(list)
        for key, value in pairs:
            groups[key].append(value)
        for key in sorted(groups):
            yield from reduce(key, groups[key])
