"""One article of a pair: its findings beside its profile, and spans of its text."""

from dataclasses import dataclass

from onrecord.data import ArticleFindings, Span, span_of
from onrecord.stages.corpus.reuse.profile import Profile
from onrecord.text.fold import Word


@dataclass(frozen=True, slots=True, eq=False)
class Sided:
    """One article of a pair with its profile. Two are the same only when they are one object, so that what
    is read of an article for many pairs can be kept by it."""

    findings: ArticleFindings
    profile: Profile

    @property
    def id(self) -> str:
        """The article's id."""
        return self.findings.article.id

    @property
    def text(self) -> str:
        """The article's text."""
        return self.findings.article.text

    def sentence(self, number: int) -> Span:
        """A sentence without the white space around it."""
        own = self.profile.draft.sentences[number]
        raw = self.text[own.start : own.end]
        start = own.start + len(raw) - len(raw.lstrip())
        return span_of(self.text, start, max(start, own.start + len(raw.rstrip())))

    def first(self, folded: str) -> Span | None:
        """The first place of a folded word."""
        for word in self.profile.draft.words:
            if word.fold == folded:
                return span_of(self.text, word.start, word.end)
        return None

    def words(self, sentence: int) -> tuple[Word, ...]:
        """The words of a sentence."""
        own = self.profile.draft.sentences[sentence]
        return self.profile.draft.words[own.first : own.last]

    def plain_words(self, sentence: int) -> tuple[Word, ...]:
        """The words of a sentence that stand outside quotation marks."""
        own = self.profile.draft.sentences[sentence]
        draft = self.profile.draft
        return tuple(draft.words[at] for at in range(own.first, own.last) if not draft.inside[at])

    def span(self, first: Word, last: Word) -> Span:
        """From the start of one word to the end of another."""
        return span_of(self.text, first.start, last.end)


def sentence_around(side: Sided, span: Span) -> str:
    """The sentence in which a span stands."""
    for number, sentence in enumerate(side.profile.draft.sentences):
        if sentence.start <= span.start < sentence.end:
            return side.sentence(number).text
    return span.text


def clip(text: str, size: int = 140) -> str:
    """A text on one line, cut at a word."""
    flat = " ".join(text.split())
    return flat if len(flat) <= size else flat[:size].rsplit(" ", 1)[0] + " …"
