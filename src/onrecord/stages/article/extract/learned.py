"""What the extract stage asks of trained models. Stages import no models: the pipeline hands them in."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Scorer(Protocol):
    """A trained model over rows of features (`onrecord.models.trees.Trees` is one).

    `scores` are whole numbers, log-odds in units of 1 / `scale`: above 0 means "belongs to an article".
    `weighed` says what each feature added to the score of each row.
    """

    @property
    def names(self) -> tuple[str, ...]: ...

    @property
    def scale(self) -> int: ...

    def scores(self, rows: NDArray[np.float32], /) -> NDArray[np.int64]: ...

    def weighed(self, rows: NDArray[np.float32], /) -> NDArray[np.int64]: ...


@dataclass(frozen=True, slots=True)
class LineModels:
    """The models of the extract stage; without one, its part is decided by rules alone.

    `flat`: lines of flat pages (docs/models/flat-lines.md); `html`: blocks of HTML pages.
    """

    flat: Scorer | None = None
    html: Scorer | None = None


RULES_ONLY = LineModels()
