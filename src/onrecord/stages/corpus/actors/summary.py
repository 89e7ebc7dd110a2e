"""What one article says of one actor: a chain of mentions reduced to what linking needs."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.data import ArticleFindings, Mention, MentionKind
from onrecord.lang.titles import longest_role


@dataclass(frozen=True, slots=True)
class Summary:
    """A coreference chain of one article. `names` are written names, `descriptions` titles and roles.

    `named` is False for a chain that only descriptions make up ("the Velkan leader").
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

    @property
    def order(self) -> tuple[str, int]:
        """A sort key that depends on the text alone."""
        return self.article_id, self.first


def _is_named(mention: Mention) -> bool:
    if mention.pronoun:
        return False
    head = mention.head.text
    return head[:1].isupper() and longest_role((head.casefold(),)) is None


def summaries(findings: ArticleFindings) -> Iterator[Summary]:
    """One summary a chain; places refer to no actor and are left out."""
    chains: dict[int, list[Mention]] = {}
    for mention in findings.mentions:
        if mention.kind is not MentionKind.PLACE:
            chains.setdefault(mention.chain, []).append(mention)
    for number, mentions in sorted(chains.items()):
        first = min(mentions, key=lambda m: (m.span.start, m.span.end))
        written = dict.fromkeys(" ".join(m.head.text.split()) for m in mentions if _is_named(m))
        descriptions = dict.fromkeys(text for m in mentions for text in m.descriptions)
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
        )
