"""What analysts ruled of the articles of one story, in words."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.data import ArticleFindings, Family, Rulings
from onrecord.stages.corpus.stories.words import headline

SHOWN = 5


class Ruled(NamedTuple):
    """One ruling on a pair of articles: their ids, whether they are the same report, and their headlines."""

    left: str
    right: str
    same: bool
    left_title: str
    right_title: str


def ruled_of(rulings: Rulings, by_id: Mapping[str, ArticleFindings]) -> dict[str, list[Ruled]]:
    """Rulings by article, for pairs of which both are here."""
    found: dict[str, list[Ruled]] = {}
    for same, pairs in ((True, rulings.same), (False, rulings.apart)):
        for left, right in sorted(pairs):
            if left in by_id and right in by_id and left != right:
                one = Ruled(left, right, same, headline(by_id[left]), headline(by_id[right]))
                found.setdefault(left, []).append(one)
                found.setdefault(right, []).append(one)
    return found


def ruling_reason(held: set[str], families: Sequence[Family], ruled: Sequence[Ruled]) -> str:
    """What of the story rests on rulings; "" when nothing does."""
    parts = []
    for one in ruled:
        both = one.left in held and one.right in held
        pair = f"“{one.left_title}” and “{one.right_title}”"
        if one.same and both:
            parts.append(f"An analyst ruled that {pair} are the same report.")
        elif one.same:
            parts.append(
                f"An analyst ruled that {pair} are the same report, but by another they are two stories."
            )
        else:
            family = any({one.left, one.right} <= set(known.articles) for known in families)
            copies = ", though one reuses the other's text" if family else ""
            parts.append(f"An analyst ruled that {pair} are apart{copies}.")
    more = f" {len(parts) - SHOWN} more rulings touch it." if len(parts) > SHOWN else ""
    return "".join(f" {part}" for part in parts[:SHOWN]) + more
