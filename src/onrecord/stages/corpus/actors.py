"""One actor each, whatever the wording: mention chains of all articles resolved to actors."""

from collections.abc import Sequence

from onrecord.config import ActorConfig
from onrecord.data import Actor, ActorLink, ArticleFindings
from onrecord.engine import Engine


def resolve_actors(
    articles: Sequence[ArticleFindings], engine: Engine, config: ActorConfig
) -> tuple[tuple[Actor, ...], tuple[ActorLink, ...]]:
    """Actors and the mentions that refer to them, sorted by id and by article and offset."""
    return (), ()
