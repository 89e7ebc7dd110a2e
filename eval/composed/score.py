"""Predicted articles held against the gold of a composed page: found, with which title, mixed, extra.

All texts are compared folded (NFKC, case, no white space), a sentence at a time: a sentence of the
gold is in a predicted text or it is not. So it does not matter how a page was broken into lines.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from eval.composed.pages import ComposedPage, GoldArticle

COVERED = 0.9  # of the characters of a gold article's paragraphs
FOREIGN = 0.05  # of a predicted article's characters, from other articles
OWN = 0.5  # of a predicted article's characters: below, it is made of furniture
SHORTEST = 12  # folded characters; shorter pieces ("Yes.") tell nothing and go with the one before
NUMBERED = re.compile(r"^\W*\d{1,2}(?:[.:]\d{2})?[.):]?\s+(?=\S)")
SENTENCE_END = re.compile(r"(?<=[.!?…:;])[\"”“»'’)]*\s+")


@dataclass(frozen=True)
class Predicted:
    """An article that a system cut out."""

    title: str | None
    text: str
    outlet: str | None = None
    age: str | None = None


@dataclass(frozen=True)
class ArticleScore:
    """How one gold article was met by the predicted article that holds most of it.

    `outlet` and `age`: whether the one the page shows was given; None where it shows none.
    """

    covered: float
    title: bool
    foreign: float
    outlet: bool | None = None
    age: bool | None = None

    @property
    def found(self) -> bool:
        """Whether the text is there and not mixed."""
        return self.covered >= COVERED and self.foreign <= FOREIGN


@dataclass(frozen=True)
class PageScore:
    """One page. `extra` predicted articles are of furniture, or a second piece of one article."""

    page: ComposedPage
    articles: tuple[ArticleScore, ...]
    mixed: int
    extra: int
    furniture: float

    @property
    def right(self) -> bool:
        """Whether every article is found under its own title, none is mixed and none is extra."""
        found = all(article.found and article.title for article in self.articles)
        return found and not self.mixed and not self.extra


def fold(text: str) -> str:
    """Letters, digits and signs alone, case and form folded."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).casefold())


def fold_title(title: str) -> str:
    """A title without its number or time of day in a list, and without marks at its ends."""
    plain = fold(NUMBERED.sub("", title.strip()))
    return re.sub(r"^\W+|\W+$", "", re.sub(r"[\"“”„«»'’‘]", "", plain))


def _pieces(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The folded sentences of the paragraphs."""
    pieces: list[str] = []
    for paragraph in paragraphs:
        first = len(pieces)
        for sentence in SENTENCE_END.split(paragraph):
            folded = fold(sentence).rstrip("\"”“»'’)")
            if len(pieces) > first and len(folded) < SHORTEST:
                continue
            if folded:
                pieces.append(folded)
    return tuple(pieces)


def _held(pieces: Sequence[str], text: str) -> int:
    return sum(len(piece) for piece in pieces if piece in text)


def score_page(page: ComposedPage, predicted: Sequence[Predicted]) -> PageScore:
    """Each predicted article goes to the gold article of which it holds the most characters."""
    body = [_pieces(article.paragraphs) for article in page.articles]
    whole = [_whole(article) for article in page.articles]
    texts = [fold(article.text) for article in predicted]
    held = [[_held(pieces, text) for pieces in body] for text in texts]
    own = [[_held(pieces, text) for pieces in whole] for text in texts]
    owner = [max(range(len(row)), key=lambda place, row=row: (row[place], -place)) for row in own]  # type: ignore[misc]
    foreign = [_foreign(row, owner[place], texts[place]) for place, row in enumerate(held)]
    made_of_furniture = [_share(sum(row), text) < OWN for row, text in zip(own, texts, strict=True)]
    best = [
        _best(gold, [place for place, whose in enumerate(owner) if whose == gold and held[place][gold]], held)
        for gold in range(len(body))
    ]
    scores = []
    for gold, place in enumerate(best):
        given = Predicted(None, "") if place is None else predicted[place]
        wanted = page.articles[gold]
        scores.append(
            ArticleScore(
                0.0 if place is None else held[place][gold] / sum(map(len, body[gold])),
                given.title is not None and fold_title(given.title) == fold_title(wanted.title),
                0.0 if place is None else foreign[place],
                None
                if wanted.outlet is None
                else fold_title(given.outlet or "") == fold_title(wanted.outlet),
                None if wanted.age is None else bool(given.age) and fold(given.age or "") in fold(wanted.age),
            )
        )
    chosen = {place for place in best if place is not None}
    kept = sum(len(text) for text in texts)
    return PageScore(
        page,
        tuple(scores),
        mixed=sum(share > FOREIGN for share in foreign),
        extra=sum(furniture or place not in chosen for place, furniture in enumerate(made_of_furniture)),
        furniture=1 - min(1.0, sum(sum(row) for row in own) / kept) if kept else 0.0,
    )


def _whole(article: GoldArticle) -> tuple[str, ...]:
    """Everything that is the article's own."""
    return tuple(dict.fromkeys(_pieces((article.title, *article.paragraphs, *article.optional))))


def _foreign(row: Sequence[int], owner: int, text: str) -> float:
    return _share(sum(count for place, count in enumerate(row) if place != owner), text)


def _share(count: int, text: str) -> float:
    return count / len(text) if text else 0.0


def _best(gold: int, places: Sequence[int], held: Sequence[Sequence[int]]) -> int | None:
    return max(places, key=lambda place: (held[place][gold], -place), default=None)
