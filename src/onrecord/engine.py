"""The one place where an engine goes: corpus stages ask for `map` and `group`, and never how.

A distributed engine (Spark's `mapInArrow` and `applyInArrow`, say) implements the same two calls;
`LocalEngine` is plain Python and the reference for what they mean. Functions handed in must be
importable module-level functions (or partials of them), so that any engine can ship them.
"""

import pickle
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import Generic, Protocol, TypeVar

Item = TypeVar("Item")
Value = TypeVar("Value")
Out = TypeVar("Out")
Held = TypeVar("Held")
KEPT = 400  # unpacked things that a worker keeps


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


class Watch(Protocol):
    """Told how far a stage has come. What it raises ends the stage: so a long one is stopped."""

    def phase(self, name: str, total: int | None) -> None:
        """A part of the work begins; `total` steps if known."""
        ...

    def advance(self, steps: int = 1) -> None:
        """So many steps are done."""
        ...


class _Silent:
    def phase(self, name: str, total: int | None) -> None:
        """See `Watch.phase`."""

    def advance(self, steps: int = 1) -> None:
        """See `Watch.advance`."""


SILENT: Watch = _Silent()


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


class Parcel(Generic[Held]):
    """What many items of one `map` share: packed once, and unpacked once by each worker it is sent to.

    In its own process it only holds the value; nothing is packed until it is sent.
    """

    __slots__ = ("_packed", "value")

    def __init__(self, value: Held) -> None:
        self.value = value
        self._packed: tuple[bytes, bytes] | None = None

    def __reduce__(self) -> tuple[object, tuple[bytes, bytes]]:
        if self._packed is None:
            data = pickle.dumps(self.value, protocol=pickle.HIGHEST_PROTOCOL)
            self._packed = blake2b(data, digest_size=16).digest(), data
        return _unpacked, self._packed


_arrived: "OrderedDict[bytes, Parcel[object]]" = OrderedDict()


def _unpacked(key: bytes, data: bytes) -> Parcel[object]:
    """The parcel of these bytes, from memory where it has been unpacked before."""
    found = _arrived.pop(key, None)
    if found is None:
        found = Parcel(pickle.loads(data))  # noqa: S301 - bytes of our own `__reduce__`
    _arrived[key] = found
    if len(_arrived) > KEPT:
        _arrived.popitem(last=False)
    return found
