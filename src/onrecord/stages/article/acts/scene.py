"""What surrounds an act: the mention a word belongs to, the attribution it stands in, its sentence."""

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.data import Attribution, Condition, Mention, Span, TimeExpression, span_of
from onrecord.lang.acts import BOMBING_WORDS, LABOUR_WORDS, SPEECH_VERBS
from onrecord.stages.article.acts.grammar import CLIMB, child, children, own_subject, reach

_MENTION_TOKENS = 40
_LABOUR = 2  # words of work in a text that has none of bombing: a strike there is a stoppage


@dataclass(frozen=True, slots=True)
class ActEvidence:
    """What earlier stages found in the article."""

    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    conditions: tuple[Condition, ...]
    times: tuple[TimeExpression, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks where an act stands: a span of the source, its head word, and the attribution."""

    span: Span
    head: Token | None
    attribution: Attribution | None


class Scene:
    """Lookups over one article, built once: everything by token, so that no lookup scans the text."""

    def __init__(self, doc: Doc, evidence: ActEvidence, title_end: int) -> None:
        self.doc = doc
        self.text = doc.text
        self.evidence = evidence
        self.title_end = title_end
        self.starts = [token.idx for token in doc]
        self.sentence_start = [s.start for s in doc.sents for _ in range(s.start, s.end)]
        self.mention_at = self._by_token(evidence.mentions)
        self.chains: dict[int, list[Mention]] = {}
        for mention in sorted(evidence.mentions, key=lambda m: m.span):
            self.chains.setdefault(mention.chain, []).append(mention)
        self.inner = self._innermost(evidence.attributions)
        self.cued = self._cues(evidence.attributions)
        self.conditions = self._by_sentence(evidence.conditions)
        words = {token.lower_ for token in doc}
        # Who strikes: people who work, or those who bomb?
        self.labour = len(words & LABOUR_WORDS) >= _LABOUR and words.isdisjoint(BOMBING_WORDS)

    def token_at(self, offset: int) -> int:
        """The index of the token at or before a character offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def span(self, start: int, end: int) -> Span:
        """The characters of a token range, without white space and stray marks at its ends."""
        while end - 1 > start and (self.doc[end - 1].is_space or self.doc[end - 1].text in _TRAILING):
            end -= 1
        while start < end - 1 and (self.doc[start].is_space or self.doc[start].text in _LEADING):
            start += 1
        last = self.doc[end - 1]
        return span_of(self.text, self.starts[start], last.idx + len(last.text))

    def voice(self, token: Token) -> Voice | None:
        """The source of the innermost attribution over a word, else who says so in the parse."""
        index = self.inner[token.i]
        if index >= 0:
            found = self.evidence.attributions[index]
            if found.source:
                return Voice(found.source[0], self._head(found.source[0]), found)
        return self._spoken(token)

    def in_condition(self, token: Token) -> bool:
        """Does a word stand in what is only a condition ("provided that Lorn gives up ...")?"""
        given = self.conditions.get(self.sentence_start[token.i], ())
        return any(c.span.start <= token.idx < c.span.end for c in given)

    def own_attribution(self, token: Token) -> Attribution | None:
        """The attribution whose cue is this very word."""
        index = self.cued.get(token.i, -1)
        return self.evidence.attributions[index] if index >= 0 else None

    def _head(self, span: Span) -> Token | None:
        first, last = self.token_at(span.start), self.token_at(max(span.start, span.end - 1))
        for i in range(first, min(last + 1, first + _MENTION_TOKENS)):
            token = self.doc[i]
            outermost = token.head is token or not first <= token.head.i <= last
            if outermost and token.dep_ not in ("punct", "mark", "advmod"):
                return token
        return self.doc[first] if len(self.doc) else None

    def _spoken(self, token: Token) -> Voice | None:
        for _ in range(CLIMB):
            head = token.head
            for aside in children(token):
                said = self._aside(aside)
                if said is not None:
                    return Voice(self.span(*reach(said)), said, None)
            if head is token:
                return None
            if token.dep_ in ("ccomp", "xcomp", "advcl") and head.lemma_.lower() in SPEECH_VERBS:
                subject = own_subject(head)
                if subject is not None:
                    return Voice(self.span(*reach(subject)), subject, None)
            token = head
        return None

    @staticmethod
    def _aside(token: Token) -> Token | None:
        """ "according to X" and "..., X said" below a verb."""
        if token.lower_ == "according":
            link = child(token, "prep")
            return child(link, "pobj") if link is not None else None
        if token.dep_ == "parataxis" and token.lemma_.lower() in SPEECH_VERBS:
            return own_subject(token)
        return None

    def _by_token(self, mentions: tuple[Mention, ...]) -> dict[int, Mention]:
        found: dict[int, Mention] = {}
        widest_first = sorted(mentions, key=lambda m: (m.span.start - m.span.end, m.span))
        for mention in widest_first:
            self._mark(found, mention.span, mention)
        for mention in widest_first:
            self._mark(found, mention.head, mention)
        return found

    def _mark(self, found: dict[int, Mention], span: Span, mention: Mention) -> None:
        first = self.token_at(span.start)
        for i in range(first, min(first + _MENTION_TOKENS, len(self.starts))):
            if self.starts[i] >= span.end:
                break
            found[i] = mention

    def _innermost(self, attributions: tuple[Attribution, ...]) -> list[int]:
        inner = [-1] * len(self.starts)
        sizes = [sum(s.end - s.start for s in a.content) for a in attributions]
        depths = _depths(attributions)
        order = sorted(range(len(attributions)), key=lambda k: (-sizes[k], depths[k], attributions[k].id))
        for index in order:
            for span in attributions[index].content:
                for i in range(self.token_at(span.start), len(self.starts)):
                    if self.starts[i] >= span.end:
                        break
                    inner[i] = index
        return inner

    def _cues(self, attributions: tuple[Attribution, ...]) -> dict[int, int]:
        cued: dict[int, int] = {}
        for index, attribution in enumerate(attributions):
            for span in attribution.cue:
                for i in range(
                    self.token_at(span.start), min(self.token_at(span.end - 1) + 1, len(self.starts))
                ):
                    cued.setdefault(i, index)
        return cued

    def _by_sentence(self, conditions: tuple[Condition, ...]) -> dict[int, list[Condition]]:
        found: dict[int, list[Condition]] = {}
        for condition in sorted(conditions, key=lambda c: (c.span, c.marker)):
            if self.starts:
                start = self.sentence_start[self.token_at(condition.marker.start)]
                found.setdefault(start, []).append(condition)
        return found


def _depths(attributions: tuple[Attribution, ...]) -> list[int]:
    """In how many others each attribution sits: "Reuters says <citing sources <...>>"."""
    parents = {a.id: a.parent for a in attributions}
    depths = []
    for attribution in attributions:
        depth, above = 0, attribution.parent
        while above is not None and depth < CLIMB:
            depth, above = depth + 1, parents.get(above)
        depths.append(depth)
    return depths


_TRAILING = frozenset(
    {",", ".", ";", ":", "”", '"', "’", "'", "»", "“", "-", "–", "—", "…", "!", "but", "and", "(", ")"}
)
_LEADING = frozenset({",", ";", ":", "”", "’", "»", "-", "–", "—", "…", ")", "."})
