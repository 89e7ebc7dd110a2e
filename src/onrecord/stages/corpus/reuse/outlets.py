"""How a text may name an outlet: in full, by its last word ("the Gazette"), by its initials ("CNA")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.data import Span
from onrecord.lang.agencies import OUTLET_WORDS, known_outlet
from onrecord.lang.outlet_kinds import AGENCY
from onrecord.stages.corpus.reuse.readings import Reading, name_key
from onrecord.stages.corpus.reuse.sided import Sided
from onrecord.text.fold import fold, words

_OPENERS = "\"“„«»'‘("
_SMALL = frozenset("the of and for & der die das und am im an von de la le il el у в на і и з с".split())
_ARTICLES = frozenset("the der die das dem den des".split())
KEPT = 256  # outlets whose forms are kept
MIN_LETTERS = 3


@dataclass(frozen=True, slots=True)
class OutletForms:
    """`full`: the folded words, small ones left out; `keys` the same by sound; `heads`: keys of its words
    for a paper or an agency ("gazette"); `marks`: what may stand in brackets ("CNA", "Meridian")."""

    name: str
    full: tuple[str, ...]
    keys: tuple[str, ...]
    heads: frozenset[str]
    marks: frozenset[str]


@lru_cache(maxsize=KEPT)
def forms_of(side: Sided) -> OutletForms | None:
    """The forms of an article's outlet, None where it is not known."""
    outlet = side.findings.article.outlet
    if outlet is None:
        return None
    name = re.sub(r"\s*\([^()]*\)\s*$", "", outlet.value)[:120]
    full = tuple(word.fold for word in words(name) if word.fold not in _SMALL)
    if sum(map(len, full)) < MIN_LETTERS:
        return None
    raw = [word for word in re.findall(r"[^\W\d_]+", name) if word.lower() not in _SMALL]
    initials = "".join(word[0] for word in raw).upper()
    marks = {fold(word) for word in raw if len(word) > MIN_LETTERS}
    if len(raw) > 1 and len(initials) > 1:
        marks.add(initials.casefold())
    heads = frozenset(name_key(word) for word in full if word in OUTLET_WORDS or len(full) == 1)
    if len(full) > 1 and not heads and not _told_of(side, full[-1]):
        heads = frozenset({name_key(full[-1])})
    return OutletForms(outlet.value, full, tuple(name_key(word) for word in full), heads, frozenset(marks))


def _told_of(side: Sided, word: str) -> bool:
    """Whether an article's own text has a word of its outlet's name, as it has the place it is from."""
    key = name_key(word)
    return any(one.capital and name_key(one.fold) == key for one in side.profile.draft.words)


def is_agency(name: str) -> bool:
    """Whether a name is that of a news agency, by a table of the world's or by its words."""
    known = known_outlet(name)
    return known.agency if known is not None else bool(AGENCY.search(name.strip()))


def _in_full(reading: Reading, forms: OutletForms) -> Iterator[Span]:
    found, size = reading.words, len(forms.full)
    keys = [name_key(word.fold) for word in found] if size > 1 else []
    for at in range(len(found) - size + 1):
        if not found[at].capital:
            continue
        if tuple(word.fold for word in found[at : at + size]) == forms.full or (
            size > 1 and tuple(keys[at : at + size]) == forms.keys
        ):
            yield reading.at(found[at], found[at + size - 1])


def _in_part(reading: Reading, forms: OutletForms, own: OutletForms | None) -> Iterator[Span]:
    """ "the Gazette", “Islander”: a word of the name after an article or an opening mark, alone."""
    found = reading.words
    others = own.heads if own else frozenset()
    for at in range(1, len(found)):
        word = found[at]
        if not word.capital or name_key(word.fold) not in forms.heads - others:
            continue
        before = found[at - 1]
        gap = reading.text[before.end : word.start]
        introduced = before.fold in _ARTICLES or gap[-1:] in tuple(_OPENERS)
        cyrillic = "Ѐ" <= reading.text[word.start] <= "ӿ" and gap[-1:] in tuple(_OPENERS)
        after = found[at + 1] if at + 1 < len(found) else None
        alone = after is None or not after.capital or reading.text[word.end : after.start] != " "
        if (introduced or cyrillic) and alone:
            yield reading.at(word)


def _marked(reading: Reading, forms: OutletForms, own: OutletForms | None) -> Iterator[Span]:
    """ "(CNA)", "(Meridian)", "— ВАН.": initials in capitals, or a word of the name in brackets."""
    others = own.marks if own else frozenset()
    for word in reading.words:
        if not word.capital or word.fold.replace(".", "") not in forms.marks - others:
            continue
        raw = reading.text[word.start : word.end]
        bracketed = (
            reading.text[word.start - 1 : word.start] == "(" and reading.text[word.end : word.end + 1] == ")"
        )
        if bracketed or (raw.isupper() and len(raw) > 2 and raw.casefold() not in forms.full):
            yield reading.at(word)


def namings(reading: Reading, forms: OutletForms | None, own: OutletForms | None) -> list[Span]:
    """Where a text names an outlet in any form, in order; `own` is the outlet of the text itself.

    Headings do not count: a page's head names many outlets.
    """
    if forms is None or (own is not None and own.full == forms.full):
        return []
    found = {*_in_full(reading, forms), *_in_part(reading, forms, own), *_marked(reading, forms, own)}
    kept = [span for span in sorted(found) if not in_heading(reading, span)]
    return kept


def own_namings(reading: Reading, forms: OutletForms | None) -> list[Span]:
    """Where a text names its own outlet in its body by a word of its name ("told the Observer")."""
    if forms is None:
        return []
    found = {*_in_full(reading, forms), *_in_part(reading, forms, None)}
    return [
        span
        for span in sorted(found)
        if not in_heading(reading, span) and reading.text[span.start - 1 : span.start] != "("
    ]


def in_heading(reading: Reading, span: Span) -> bool:
    """Whether a span lies in a heading."""
    sentences = reading.side.profile.draft.sentences
    return any(sentences[n].start <= span.start < sentences[n].end for n in sorted(reading.headings))
