"""What one article says of one actor: a chain of mentions reduced to what linking needs."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.data import ArticleFindings, Mention, MentionKind, Span
from onrecord.lang.titles import longest_role
from onrecord.text.around import words_around

_AFTER_BODY = re.compile(r" (?:of|in) (?:the )?([^\W\d_a-z][\w’'-]{1,40}\b)")


@dataclass(frozen=True, slots=True)
class Summary:
    """A coreference chain of one article. `names` are written names, `descriptions` titles and roles.

    `named` is False for a chain that only descriptions make up ("the Velkan leader"). `speaks` tells that
    it is the source of an attribution or takes a position. `near` quotes the words around its first
    mention, `title` calls the article by its title or opening words, `after` is the place named behind it.
    """

    article_id: str
    chain: int
    kind: MentionKind
    name: str
    names: tuple[str, ...]
    descriptions: tuple[str, ...]
    state: str | None
    named: bool
    first: int
    speaks: bool = False
    near: str = ""
    title: str = ""
    after: str = ""

    @property
    def order(self) -> tuple[str, int]:
        """A sort key that depends on the text alone."""
        return self.article_id, self.first


def _is_named(mention: Mention) -> bool:
    if mention.pronoun:
        return False
    head = mention.head.text
    return head[:1].isupper() and longest_role((head.casefold(),)) is None


class _Spoken:
    """The stretches of an article that are sources of attributions or parties of positions."""

    def __init__(self, findings: ArticleFindings) -> None:
        spans: list[Span] = [span for a in findings.attributions for span in a.source]
        for position in findings.position_mentions:
            spans.append(position.actor)
            if position.speaker is not None:
                spans.append(position.speaker)
        self._merged: list[list[int]] = []
        for start, end in sorted({(span.start, span.end) for span in spans}):
            if self._merged and start < self._merged[-1][1]:
                self._merged[-1][1] = max(self._merged[-1][1], end)
            else:
                self._merged.append([start, end])
        self._starts = [start for start, _ in self._merged]
        self._opening = {span.start for span in spans}

    def holds(self, mentions: Iterable[Mention]) -> bool:
        """Whether the head of any mention stands in one of them; a body must open it."""
        for mention in mentions:
            if (
                mention.kind is MentionKind.BODY
                and not {mention.span.start, mention.head.start} & self._opening
            ):
                continue
            place = bisect_right(self._starts, mention.head.start) - 1
            if place >= 0 and mention.head.start < self._merged[place][1]:
                return True
        return False


def called(findings: ArticleFindings) -> str:
    """What to call an article in a reason: its title, else its first words."""
    title = findings.article.title or findings.article.text[:60]
    return " ".join(title.split())[:90]


def summaries(findings: ArticleFindings) -> Iterator[Summary]:
    """One summary a chain; places refer to no actor and are left out."""
    chains: dict[int, list[Mention]] = {}
    for mention in findings.mentions:
        if mention.kind is not MentionKind.PLACE:
            chains.setdefault(mention.chain, []).append(mention)
    spoken = _Spoken(findings)
    title = called(findings)
    for number, mentions in sorted(chains.items()):
        first = min(mentions, key=lambda m: (m.span.start, m.span.end))
        written = dict.fromkeys(" ".join(m.head.text.split()) for m in mentions if _is_named(m))
        descriptions = dict.fromkeys(text for m in mentions for text in m.descriptions)
        after = _AFTER_BODY.match(findings.article.text, first.span.end)
        yield Summary(
            findings.article.id,
            number,
            first.kind,
            first.name,
            tuple(written),
            tuple(descriptions),
            first.state,
            bool(written) and first.kind is not MentionKind.UNNAMED,
            first.span.start,
            spoken.holds(mentions),
            words_around(
                findings.article.text, first.span.start, min(first.span.end, first.span.start + 160)
            ),
            title,
            after[1] if after is not None else "",
        )
