"""Phrases that refer to possible actors, gathered into coreference chains within the article."""

from spacy.tokens import Doc

from onrecord.data import Article, Language, Mention, MentionKind, Reason, span_of
from onrecord.stages.article.mentions import plain
from onrecord.stages.article.mentions.bind import bind
from onrecord.stages.article.mentions.book import ChainBook, ChainState
from onrecord.stages.article.mentions.chains import resolve
from onrecord.stages.article.mentions.english import Reader
from onrecord.stages.article.mentions.model import Candidate
from onrecord.stages.article.mentions.names import find_names
from onrecord.stages.article.mentions.tokens import TokenIndex
from onrecord.text.around import words_around


def find_mentions(article: Article, language: Language, doc: Doc | None) -> tuple[Mention, ...]:
    """Mentions in text order. `doc` is None for languages without a parser here."""
    own = article.outlet.value if article.outlet is not None else ""
    if doc is None:
        found, fulls = plain.candidates(article.text, language.code)
        return _mentions(article.text, resolve(article.text, found, fulls, own))
    tokens = TokenIndex(doc, article.text)
    names = find_names(tokens, _heading_tokens(article, tokens))
    candidates = Reader(names, tokens).candidates()
    bind(tokens, candidates)
    book = resolve(article.text, candidates, names.persons.short, own)
    return _mentions(article.text, book)


def _heading_tokens(article: Article, tokens: TokenIndex) -> list[bool]:
    """For each token, whether it stands in the title or a subheading."""
    marked = [False] * len(tokens.items)
    for span in (*((article.title_span,) if article.title_span else ()), *article.headings):
        covered = tokens.span(span.start, span.end)
        if covered is not None:
            marked[covered.start : covered.end] = [True] * len(covered)
    return marked


def _mentions(text: str, book: ChainBook) -> tuple[Mention, ...]:
    kept = [c for c in book.candidates if c.chain >= 0]
    numbers: dict[int, int] = {}
    for candidate in kept:
        numbers.setdefault(candidate.chain, len(numbers))
    descriptions = {chain.number: _descriptions(chain) for chain in book.chains}
    return tuple(
        _mention(text, book, candidate, numbers[candidate.chain], descriptions[candidate.chain])
        for candidate in kept
    )


def _descriptions(chain: ChainState) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for words in (words for member in chain.members for words in member.descriptions):
        found.setdefault(words.casefold().removeprefix("the "), words)
    return tuple(found.values())


def _with_place(candidate: Candidate, text: str) -> str:
    """The reason, with the words around the phrase if it does not quote them."""
    near = words_around(text, candidate.start, min(candidate.end, candidate.start + 160))
    return candidate.why if f"“{near}”" in candidate.why else f"{candidate.why} (here: “{near}”)"


def _mention(
    text: str, book: ChainBook, candidate: Candidate, number: int, descriptions: tuple[str, ...]
) -> Mention:
    chain = book.chains[candidate.chain]
    span = span_of(text, candidate.start, candidate.end)
    return Mention(
        span=span,
        head=span_of(text, candidate.head_start, candidate.head_end),
        kind=candidate.kind if candidate.kind is MentionKind.PLACE else chain.kind,
        chain=number,
        name=chain.name,
        reason=Reason(_with_place(candidate, text), (span,)),
        descriptions=descriptions,
        pronoun=candidate.form == "pronoun",
        state=chain.state,
    )
