"""What chains read of an article before it is unpacked: its page and outlets, and what they are given."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.data import ArticleFindings
from onrecord.lang.carriers import outlet_key
from onrecord.linked import Place
from onrecord.memo import Memo, remembered
from onrecord.pile import Pile, pack
from onrecord.shelves import read

TOPS = "article-tops"  # kind of what is remembered


@dataclass(frozen=True, slots=True)
class Top:
    """The page of an article and the keys of the outlets that it publishes for or credits."""

    page: str
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What chains depend on besides their article: outlets that the page was seen at, places of links."""

    seen: tuple[str, ...]
    links: tuple[Place, ...]


def all_tops(pile: Pile, memo: Memo) -> list[Top]:
    """The top of every article, by number."""

    def compute(missing: list[int]) -> Iterator[bytes]:
        return (pack(_top(pile[place])) for place in missing)

    keys = [pile.digest(place) for place in range(len(pile))]
    return [read(value, Top) for value in remembered(memo, TOPS, keys, compute)]


def _top(found: ArticleFindings) -> Top:
    names = [found.article.outlet.value] if found.article.outlet else []
    names += [credit.name for credit in found.credits]
    return Top(found.article.page_id, tuple(sorted(set(map(outlet_key, names)))))
