"""The languages of an article: what fields say, and paragraphs in another language than the rest."""

from collections.abc import Callable, Iterator

from onrecord.data import Article, Field, Language, Metadatum, Span

Identify = Callable[[str], tuple[str, float]]

MIN_WORDS = 6
SURE = 0.7
MAX_BLOCKS = 400
SAMPLE = 400
SHOWN = 60


def language_candidates(
    article: Article, language: Language, stated: tuple[Field, ...], identify: Identify
) -> Iterator[Metadatum]:
    """The article's own language, the declared ones, and each paragraph in another one."""
    yield Metadatum("language", language.code, "text", language.code != "und", language.reason.text)
    title = (article.title or article.text[:SHOWN]).strip()
    for field in stated:
        code = field.value.replace("_", "-").partition("-")[0].strip().lower()
        if field.name == "language" and code:
            same = code == language.code
            why = f"{field.origin} says “{field.value}” of “{title[:SHOWN]}”"
            why += "" if same else f", whose text reads as “{language.code}”"
            yield Metadatum("language", code, field.origin, same, why)
    for span in article.spans[:MAX_BLOCKS]:
        found = _other(span, language.code, identify)
        if found is not None:
            code, confidence = found
            words = " ".join(span.text[:SAMPLE].split())[:SHOWN]
            rest = f"the rest as “{language.code}”"
            why = f"the paragraph “{words}…” reads as “{code}” ({confidence:.2f}), {rest}"
            yield Metadatum("language", code, "paragraph", True, why, span)


def _other(span: Span, code: str, identify: Identify) -> tuple[str, float] | None:
    """The language of a paragraph that is surely not `code`."""
    sample = span.text[:SAMPLE]
    if len(sample.split()) < MIN_WORDS:
        return None
    found, confidence = identify(sample)
    return (found, confidence) if found not in ("und", code) and confidence >= SURE else None
