"""Sentences of a line by punctuation, for languages without a parser: English, German, Ukrainian, Russian.

One pass over the candidate ends; abbreviations, initials, ordinals ("am 3. Mai") and decimals do not end
a sentence. Known bound: an abbreviation that does end a sentence joins it to the next.
"""
# ruff: noqa: E501 (tables)

import re

# Only where a run of marks begins, and never given back: a long run of dots is looked at once.
END = re.compile(r"(?<![.!?…])([.!?…]++)([\"'”’»“‘)\]]*+)(\s+)")
LAST_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*$")
OPENERS = "\"'„“‚‘«»([–—-•"
LOOK_BACK = 40

ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof st sr jr gen col lt maj capt sgt adm sen rep gov pres hon rev vs etc inc ltd co corp no nos
    e.g i.e jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun a.m p.m u.s u.k u.n ca approx
    bzw z.b d.h u.a usw ca evtl ggf inkl nr str hr fr prof dr dipl ing mio mrd mill tel vgl sog gest geb bspw u.ä o.ä
    i.d.r v.a z.t abs art bd jh mind max min st u.s.w
    г гг в вв т тт д п пп рис табл им ул пр пл стр см ср напр т.д т.п т.е т.к др проф акад доц ген полк руб коп тыс
    млн млрд тел св ок рр р м обл стор див ін напр грн коп тис вул просп ім т.зв т.ін т.п с
    """.split()
)
MONTHS_AFTER_ORDINAL = frozenset(
    """
    januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert
    jahrestag geburtstag tag platz mal klasse bundesliga weltkrieg
    """.split()
)


def split_sentences(text: str, language: str) -> list[tuple[int, int]]:
    """(start, end) of the sentences of `text`, without outer white space; a newline always ends one."""
    found: list[tuple[int, int]] = []
    offset = 0
    for line in text.split("\n"):
        found.extend(_split_line(text, offset, offset + len(line), language))
        offset += len(line) + 1
    return found


def _split_line(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    found = []
    begin = start
    for candidate in END.finditer(text, start, end):
        if candidate.end() < end and _ends(text, begin, candidate, language):
            found.append((begin, candidate.start(3)))
            begin = candidate.end()
    found.append((begin, end))
    return [trimmed for first, last in found if (trimmed := trim(text, first, last)) is not None]


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The range without outer white space, None when nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _ends(text: str, begin: int, candidate: re.Match[str], language: str) -> bool:
    """Whether the punctuation found ends a sentence."""
    following = text[candidate.end() : candidate.end() + 30].lstrip(OPENERS)
    first = following[:1]
    if first.islower():
        return False
    if candidate.group(1) != "." or candidate.group(2):
        return True
    word = LAST_WORD.search(text[max(begin, candidate.start() - LOOK_BACK) : candidate.start()])
    if word is None:
        return True
    last = word.group(0).casefold()
    if last in ABBREVIATIONS:
        return False
    if len(last) == 1 and not last.isdigit():
        return False
    return not (language == "de" and _ordinal(last, following))


def _ordinal(last: str, following: str) -> bool:
    """A German ordinal: a number of one or two digits before a month or another word of its kind."""
    if not last.isdigit() or len(last) > 2:
        return False
    next_word = re.match(r"[^\W\d_]+", following)
    return next_word is not None and next_word.group(0).casefold() in MONTHS_AFTER_ORDINAL
