"""When a party took its stand: in the sentence, in the attribution, or in a neighbour that refers back."""

from spacy.tokens import Token

from onrecord.data import Attribution, Span, TimeExpression, TimeKind
from onrecord.lang.acts import REPRISE_NOUNS, REPRISE_WORDS
from onrecord.stages.article.acts.grammar import children
from onrecord.stages.article.acts.scene import Scene

_SPEAKING = frozenset("speak talk address tell write comment answer".split())


class Clock:
    """Times of one article by sentence."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.sentences = sorted(set(scene.sentence_start))
        self.number = {start: n for n, start in enumerate(self.sentences)}
        self.by_sentence: dict[int, list[Span]] = {}
        for time in sorted(scene.evidence.times, key=lambda t: t.span):
            if _is_moment(time) and scene.starts:
                start = scene.sentence_start[scene.token_at(time.span.start)]
                self.by_sentence.setdefault(self.number[start], []).append(time.span)
        self.spoken = self._spoken_times()

    def time_of(self, cue: Token, attribution: Attribution | None, barred: list[Span]) -> Span | None:
        """The time of speaking or acting, None when the text gives none for this act."""
        here = self.number[self.scene.sentence_start[cue.i]]
        own = self._free(here, barred)
        if own:
            return min(own, key=lambda s: (abs(s.start - cue.idx), s))
        if attribution is not None:
            for span in (*attribution.occasion, *attribution.cue):
                number = self.number[self.scene.sentence_start[self.scene.token_at(span.start)]]
                found = self._free(number, barred) if number != here else []
                if found:
                    return found[0]
        return self._reprised(here) or self._same_speaker(here, attribution) or self._occasion(attribution)

    def _occasion(self, attribution: Attribution | None) -> Span | None:
        """The one day on which the same source is said to have spoken, if the article names just one."""
        if attribution is None or not attribution.source or attribution.parent is not None:
            return None
        chain = self._chain(attribution.source[0])
        spoken = self.spoken.get(chain, []) if chain is not None else []
        return spoken[0] if len({span.text.lower() for span in spoken}) == 1 else None

    def _spoken_times(self) -> dict[int, list[Span]]:
        """By coreference chain: times that stand beside a source and its cue, outside all content."""
        found: dict[int, list[Span]] = {}
        for attribution in self.scene.evidence.attributions:
            chain = self._chain(attribution.source[0]) if attribution.source else None
            if chain is None or not attribution.cue:
                continue
            place = self.scene.sentence_start[self.scene.token_at(attribution.cue[0].start)]
            for span in self.by_sentence.get(self.number[place], ()):
                content = self.scene.inner[self.scene.token_at(span.start)]
                if content < 0 and not self._in_aside(span) and self._dates_speech(span, attribution):
                    found.setdefault(chain, []).append(span)
        return found

    def _dates_speech(self, span: Span, attribution: Attribution) -> bool:
        """Is it the speech that the time dates: does it hang on the cue or on a participle of speaking?"""
        cue = self.scene.doc[self.scene.token_at(attribution.cue[0].start)]
        token = self.scene.doc[self.scene.token_at(span.start)]
        for _ in range(6):
            if token.i == cue.i or (token.lemma_.lower() in _SPEAKING and token.head.i == cue.i):
                return True
            if token.head is token:
                return False
            token = token.head
        return False

    def _free(self, number: int, barred: list[Span]) -> list[Span]:
        return [
            s
            for s in self.by_sentence.get(number, ())
            if not any(b.start <= s.start < b.end for b in barred) and not self._in_aside(s)
        ]

    def _in_aside(self, span: Span) -> bool:
        """A time inside a relative clause dates that clause, not the act."""
        token = self.scene.doc[self.scene.token_at(span.start)]
        for _ in range(6):
            if token.dep_ in ("relcl", "acl") and token.tag_ != "VBG":
                return True
            if token.head is token:
                return False
            token = token.head
        return False

    def _reprised(self, here: int) -> Span | None:
        """ "... gave similar signals in the spring": the time of what is told beside it."""
        for step in (-1, 1, -2, -3):
            number = here + step
            times = self.by_sentence.get(number, ())
            if not times or not 0 <= number < len(self.sentences):
                continue
            if step < -1 and any(self.by_sentence.get(k) for k in range(number + 1, here)):
                continue
            start = self.sentences[number]
            if any(_refers_back(t) for t in self.scene.doc[start : min(start + 60, self._end(number))]):
                return times[0]
        return None

    def _same_speaker(self, here: int, attribution: Attribution | None) -> Span | None:
        """The sentence before, when the same source speaks there."""
        if attribution is None or not attribution.source:
            return None
        mine = self._chain(attribution.source[0])
        for number in (here - 1, here - 2):
            times = self.by_sentence.get(number, ())
            if not times:
                continue
            for other in self._attributions(number):
                if other.source and mine is not None and self._chain(other.source[0]) == mine:
                    marks = [s for s in times if not _inside(s, other.content)]
                    return marks[0] if marks else None
        return None

    def _end(self, number: int) -> int:
        return self.sentences[number + 1] if number + 1 < len(self.sentences) else len(self.scene.doc)

    def _attributions(self, number: int) -> list[Attribution]:
        scene = self.scene
        low, high = scene.starts[self.sentences[number]], scene.starts[self._end(number) - 1]
        return [a for a in scene.evidence.attributions if a.cue and low <= a.cue[0].start <= high]

    def _chain(self, span: Span) -> int | None:
        scene = self.scene
        for i in range(scene.token_at(span.start), min(scene.token_at(span.end - 1) + 1, len(scene.starts))):
            mention = scene.mention_at.get(i)
            if mention is not None:
                return mention.chain
        return None


def _is_moment(time: TimeExpression) -> bool:
    return time.kind is TimeKind.DATE


def _refers_back(token: Token) -> bool:
    if token.lemma_.lower() not in REPRISE_NOUNS:
        return False
    return any(c.lower_ in REPRISE_WORDS for c in children(token))


def _inside(span: Span, content: tuple[Span, ...]) -> bool:
    return any(c.start <= span.start < c.end for c in content)
