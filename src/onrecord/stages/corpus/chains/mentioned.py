"""The mentions of one article, looked up by place, and the actors that they were linked to."""

from bisect import bisect_left
from collections.abc import Mapping

from onrecord.data import ArticleFindings, Mention, MentionKind, Span
from onrecord.lang.carriers import GROUP_PRONOUNS, RELATIVES

_ABLE = (MentionKind.PERSON, MentionKind.STATE, MentionKind.BODY)


class Mentioned:
    """Finds the mention that a span means."""

    def __init__(self, found: ArticleFindings, actor_at: Mapping[tuple[int, int], str]) -> None:
        self._actor_at = actor_at
        self._mentions = sorted(found.mentions, key=lambda m: (m.span.start, m.span.end))
        self._starts = [mention.span.start for mention in self._mentions]
        self._longest = max((m.span.end - m.span.start for m in self._mentions), default=0)
        self.names: dict[int, str] = {}
        for mention in self._mentions:
            if not mention.pronoun:
                self.names.setdefault(mention.chain, mention.span.text)
        sources = (span for item in found.attributions for span in item.source[:1])
        self._groups = sorted(span for span in sources if self._is_group(span))

    def inside(self, start: int, end: int) -> list[Mention]:
        """Mentions that overlap a range, in text order."""
        low = bisect_left(self._starts, start - self._longest)
        high = bisect_left(self._starts, end)
        return [mention for mention in self._mentions[low:high] if mention.span.end > start]

    def at(self, span: Span) -> Mention | None:
        """The mention that shares most with a span; of equals the last."""
        return max(
            self.inside(span.start, span.end),
            key=lambda m: (overlap(m.span, span), m.span.start),
            default=None,
        )

    def meant(self, span: Span) -> Mention | None:
        """The mention of a source; for a pronoun that nothing resolved, the party named before it.

        "who" means the name it follows; "them", "they" the last unnamed group that spoke.
        """
        mention = self.at(span)
        word = span.text.lower()
        if word in RELATIVES:
            before = [m for m in self.inside(span.start - 3, span.start) if m.span.end <= span.start]
            return max(before, key=lambda m: m.span.end - m.span.start, default=mention)
        if word in GROUP_PRONOUNS and (mention is None or mention.chain not in self.names):
            place = bisect_left(self._groups, span)
            return self.at(self._groups[place - 1]) if place else mention
        return mention

    def actor(self, mention: Mention | None) -> str | None:
        """The actor that a mention was linked to."""
        return self._actor_at.get((mention.span.start, mention.span.end)) if mention else None

    def first_actor(self, span: Span) -> str | None:
        """The person or state that a passage first speaks of."""
        inside = [m for m in self.inside(span.start, span.end) if m.span.start >= span.start]
        first = next((m for m in inside if m.kind in _ABLE and m.span.end <= span.end), None)
        if first is None:
            return None
        persons = [m for m in inside if m.kind is MentionKind.PERSON and m.span.start <= first.span.end]
        return self.actor(max(persons, key=lambda m: m.span.end, default=first))

    def _is_group(self, span: Span) -> bool:
        inside = self.inside(span.start, span.end)
        group = any(m.kind is MentionKind.UNNAMED and overlap(m.span, span) for m in inside)
        return group and span.text.lower() not in GROUP_PRONOUNS


def overlap(one: Span, other: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))
