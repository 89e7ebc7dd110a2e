"""Articles as reuse sees them, and how two of them stand to each other, for tests of reuse."""

from eval.made import findings_of
from onrecord.config import ReuseConfig
from onrecord.data import Independent, Reuse
from onrecord.stages.corpus.reuse.profile import profile_of
from onrecord.stages.corpus.reuse.relate import relate
from onrecord.stages.corpus.reuse.sided import Sided


def side(
    name: str,
    text: str,
    *,
    title: str = "",
    day: str | None = None,
    language: str = "en",
    outlet: str | None = None,
) -> Sided:
    """An article of this text, with its profile."""
    found = findings_of(name, title, text, day, language, outlet)
    return Sided(found, profile_of(found))


def related(one: Sided, other: Sided) -> Reuse | Independent | None:
    """How two articles stand to each other, whatever their order."""
    left, right = sorted((one, other), key=lambda item: item.id)
    return relate(left, right, ReuseConfig())
