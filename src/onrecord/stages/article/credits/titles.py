"""Credits at an end of the title: "... - Reuters", "... (AFP)", "Bloomberg: ..."."""

import re
from collections.abc import Iterator

from onrecord.data import Article, Credit
from onrecord.lang.credits import HOUSES
from onrecord.stages.article.credits.forms import MAX_LINE, credit, mentioned, of_picture
from onrecord.stages.article.credits.names import NAME, Look, known_form, look_of

SUFFIX = re.compile(rf"\s(?:[-–—|•·]|::|//)\s(?P<name>{HOUSES}|{NAME})$")
PREFIX = re.compile(rf"^(?P<name>{NAME}):\s")
BRACKETS = re.compile(rf"\s[(\[](?P<name>{HOUSES}|{NAME})[)\]]$")
COLON = re.compile(rf":\s(?P<name>{NAME})$")
LATIN = re.compile(r"[A-Z]+")


FORMS = ((SUFFIX, "ends"), (BRACKETS, "ends"), (COLON, "closes"), (PREFIX, "begins"))


def title_credits(article: Article) -> Iterator[Credit]:
    """An outlet at an end of the title."""
    if article.title_span is None:
        return
    title = article.title_span.text[:MAX_LINE].rstrip()
    base = article.title_span.start
    for pattern, form in FORMS:
        found = pattern.search(title)
        if found is None or of_picture(found.group(0)) or not _counts(article, found["name"], form):
            continue
        start, end = found.span("name")
        why = f"the title “{title}” {form} with “{found.group(0).strip()}”"
        yield credit(article, base + start, base + end, "title", why)


def _counts(article: Article, name: str, form: str) -> bool:
    """A name of the table; at the end also one that looks like an outlet's.

    Behind a title, capitals are as often a body that said so ("- OPEC"): that the text then tells of.
    """
    look = look_of(name)
    if look is Look.KNOWN:
        known = known_form(name)
        return form != "closes" or (known is not None and known.agency)
    if form != "ends" or article.title_span is None:
        return False
    rest = article.text[article.title_span.end :]
    if look is Look.ACRONYM:
        return LATIN.fullmatch(name) is not None and not mentioned(name, rest, 1)
    return look is Look.LIKELY and not mentioned(name, rest, 3)
