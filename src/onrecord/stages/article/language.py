"""The language of an article, with the reason."""

from collections.abc import Callable

from onrecord.data import Article, Language, Reason, Span, span_of

CERTAIN = 0.5
SAMPLE = 2_000


def identify_article(article: Article, identify: Callable[[str], tuple[str, float]]) -> Language:
    """Language of `article` by its body text (the title too when there is no body)."""
    start = article.title_span.end if article.title_span else 0
    body = article.text[start:].strip()
    if not body:
        start, body = 0, article.text.strip()
    code, confidence = identify(body[:SAMPLE])
    opening = _opening(article.text, start)
    quoted = f"“{opening.text}”" if opening.text else "an empty text"
    if confidence < CERTAIN and code != "und":
        text = f"{quoted} looks most like “{code}” ({confidence:.2f}), too little to say so"
        return Language("und", confidence, Reason(text, (opening,)))
    if code == "und":
        return Language("und", 0.0, Reason(f"{quoted} holds too few letters to tell", (opening,)))
    count = len(body.split())
    text = f"{count} words of body text beginning {quoted} read as “{code}” ({confidence:.2f})"
    return Language(code, confidence, Reason(text, (opening,)))


def _opening(text: str, start: int) -> Span:
    """The first few words after `start`."""
    begin = start + len(text[start:]) - len(text[start:].lstrip())
    line_end = text.find("\n", begin)
    end = min(len(text) if line_end < 0 else line_end, begin + 60)
    if end < len(text) and not text[end].isspace():
        space = text.rfind(" ", begin, end)
        end = space if space > begin else end
    return span_of(text, begin, end)
