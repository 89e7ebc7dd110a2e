"""Numbers as values, in digits or in words: "1,200", "1.200", "twelve hundred", "двенадцать".

English, German, Russian and Ukrainian words for numbers. A value is a float; "8:40" and "8.40" are both
8.4, since only sameness is asked for. What is told by one and the same figure in two languages meets.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.text.fold import Word

_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


class Figure(NamedTuple):
    """A number: its first word, the word after its last, and its value."""

    first: int
    end: int
    value: float


def _table(text: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for row in text.strip().splitlines():
        value, _, forms = row.strip().partition(" ")
        found.update(dict.fromkeys(forms.split(), float(value)))
    return found


_SMALL = {
    "en": _table("""
        0 zero
        2 two
        3 three
        4 four
        5 five
        6 six
        7 seven
        8 eight
        9 nine
        10 ten
        11 eleven
        12 twelve
        13 thirteen
        14 fourteen
        15 fifteen
        16 sixteen
        17 seventeen
        18 eighteen
        19 nineteen
        20 twenty
        30 thirty
        40 forty
        50 fifty
        60 sixty
        70 seventy
        80 eighty
        90 ninety"""),
    "ru": _table("""
        2 два две двух двум двумя двое двоих двоим
        3 три трех трем тремя трое троих троим
        4 четыре четырех четырем четырьмя четверо четверых
        5 пять пяти пятью пятеро пятерых
        6 шесть шести шестью шестеро шестерых
        7 семь семи семью семеро семерых
        8 восемь восьми восемью
        9 девять девяти девятью
        10 десять десяти десятью
        11 одиннадцать одиннадцати
        12 двенадцать двенадцати
        13 тринадцать тринадцати
        14 четырнадцать четырнадцати
        15 пятнадцать пятнадцати
        16 шестнадцать шестнадцати
        17 семнадцать семнадцати
        18 восемнадцать восемнадцати
        19 девятнадцать девятнадцати
        20 двадцать двадцати
        30 тридцать тридцати
        40 сорок сорока
        50 пятьдесят пятидесяти
        60 шестьдесят шестидесяти
        70 семьдесят семидесяти
        80 восемьдесят восьмидесяти
        90 девяносто девяноста
        100 сто ста
        200 двести двухсот
        300 триста трехсот
        400 четыреста четырехсот
        500 пятьсот пятисот
        600 шестьсот шестисот
        700 семьсот семисот
        800 восемьсот восьмисот
        900 девятьсот девятисот"""),
    "uk": _table("""
        2 два дві двох двом двома двоє
        3 три трьох трьом трьома троє
        4 чотири чотирьох чотирьом чотирма четверо
        5 п'ять п'яти п'ятьох п'ятеро
        6 шість шести шістьох шестеро
        7 сім семи сімох семеро семеро
        8 вісім восьми вісьмох
        9 дев'ять дев'яти дев'ятьох
        10 десять десяти десятьох десятеро
        11 одинадцять одинадцяти одинадцятьом одинадцятьох
        12 дванадцять дванадцяти дванадцятьох
        13 тринадцять тринадцяти
        14 чотирнадцять чотирнадцяти
        15 п'ятнадцять п'ятнадцяти
        16 шістнадцять шістнадцяти
        17 сімнадцять сімнадцяти
        18 вісімнадцять вісімнадцяти
        19 дев'ятнадцять дев'ятнадцяти
        20 двадцять двадцяти двадцятьох
        30 тридцять тридцяти тридцятьох
        40 сорок сорока
        50 п'ятдесят п'ятдесяти
        60 шістдесят шістдесяти
        70 сімдесят сімдесяти
        80 вісімдесят вісімдесяти
        90 дев'яносто дев'яноста
        100 сто ста
        200 двісті двохсот
        300 триста трьохсот
        400 чотириста чотирьохсот
        500 п'ятсот п'ятисот
        600 шістсот шестисот
        700 сімсот семисот
        800 вісімсот восьмисот
        900 дев'ятсот дев'ятисот"""),
}
_TIMES = {
    "en": _table("""
        12 dozen
        100 hundred
        1000 thousand
        1000000 million mn
        1000000000 billion bn"""),
    "de": _table("""
        12 dutzend
        100 hundert
        1000 tausend tsd
        1000000 million millionen mio
        1000000000 milliarde milliarden mrd"""),
    "ru": _table("""
        1000 тысяча тысячи тысяч тысяче тысячу тысячам тысячами тыс
        1000000 миллион миллиона миллионов миллионе миллионам миллионами млн
        1000000000 миллиард миллиарда миллиардов млрд"""),
    "uk": _table("""
        1000 тисяча тисячі тисяч тисячу тисячам тисячами тис
        1000000 мільйон мільйона мільйонів мільйони млн
        1000000000 мільярд мільярда мільярдів мільярди млрд"""),
}
# One is a number only behind or before another: alone it is an article or a pronoun.
_ONE = {
    "en": frozenset({"one"}),
    "ru": frozenset("один одна одно одного одной одну".split()),
    "uk": frozenset("один одна одне одного однієї одну".split()),
}
_GERMAN_UNITS = {
    "ein": 1, "eins": 1, "zwei": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6, "sieben": 7, "acht": 8,
    "neun": 9, "zehn": 10, "elf": 11, "zwolf": 12, "dreizehn": 13, "vierzehn": 14, "funfzehn": 15,
    "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
_GERMAN_TENS = {
    "zwanzig": 20, "dreissig": 30, "vierzig": 40, "funfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80,
    "neunzig": 90,
}  # fmt: skip


@lru_cache(maxsize=50_000)
def _german(word: str) -> float | None:
    """The value of a German number word, compounds and all; None for any other word."""
    for big, times in (("tausend", 1000), ("hundert", 100)):
        head, found, tail = word.partition(big)
        if found:
            front = _german(head) if head else 1.0
            back = _german(tail.removeprefix("und")) if tail else 0.0
            return None if front is None or back is None or (not head and not tail) else front * times + back
    if word in _GERMAN_UNITS:
        return float(_GERMAN_UNITS[word])
    for tens, value in _GERMAN_TENS.items():
        if word == tens:
            return float(value)
        unit = word.removesuffix(tens).removesuffix("und")
        if word.endswith(f"und{tens}") and 0 < _GERMAN_UNITS.get(unit, 0) < 10:
            return float(value + _GERMAN_UNITS[unit])
    return None


def _word_value(folded: str, language: str) -> float | None:
    if language == "de":
        if len(folded) > 40 or folded in ("ein", "eins"):
            return None
        return _german(folded)
    return _SMALL.get(language, {}).get(folded)


@lru_cache(maxsize=50_000)
def value_of(digits: str) -> float | None:
    """The value of a number in digits, thousands marked by points or commas; None where too long."""
    if len(digits) > 18:
        return None
    if _GROUPED.fullmatch(digits) and not digits.startswith("0"):
        return float(re.sub(r"[.,]", "", digits))
    parts = re.split(r"[.,:]", digits)
    if len(parts) > 2:
        return None
    return float(".".join(parts))


def figures(found: Sequence[Word], language: str) -> list[Figure]:
    """All numbers of a text in order: digits, words, and both with "thousand" or "million" behind."""
    times = _TIMES.get(language, {})
    rows: list[Figure] = []
    at = 0
    while at < len(found):
        read = _digits(found, at) or _spelt(found, at, language)
        if read is None:
            at += 1
            continue
        value, end = read
        while end < len(found) and end - at < 8 and found[end].fold in times:
            value, end = value * times[found[end].fold], end + 1
        rows.append(Figure(at, end, round(value, 4)))
        at = end
    return rows


def _digits(found: Sequence[Word], at: int) -> tuple[float, int] | None:
    own = found[at].fold
    if not own[:1].isdecimal():
        return None
    end = at + 1
    while (  # "30 000": a space between groups of three
        len(own) <= 12
        and own.isdecimal()
        and (end > at + 1 or len(own) <= 3)
        and end < len(found)
        and len(found[end].fold) == 3
        and found[end].fold.isdecimal()
        and found[end].start - found[end - 1].end == 1
    ):
        own, end = own + found[end].fold, end + 1
    try:
        value = value_of(own)
    except ValueError:  # digits of other scripts that float does not read
        return None
    return None if value is None else (value, end)


def _spelt(found: Sequence[Word], at: int, language: str) -> tuple[float, int] | None:
    one = found[at].fold in _ONE.get(language, ())
    big = one and _following(found, at) in ("hundred", "thousand", "million", "billion", "dozen")
    value = 1.0 if big else _word_value(found[at].fold, language)
    if value is None:
        return None
    end = at + 1
    if language == "en" and end < len(found) and found[end].fold in ("hundred", "thousand"):
        return _english_rest(found, at, value)
    while end < len(found) and end - at < 6:  # "twenty" "one", "двести" "сорок" "пять"
        more = 1.0 if found[end].fold in _ONE.get(language, ()) else _word_value(found[end].fold, language)
        if (
            more is None
            or value < 20
            or more >= 10 ** (len(str(int(value))) - 1)
            or value % 10
            or language == "de"
        ):
            break
        if value >= 100 and value % 100 and more >= 10:
            break
        value, end = value + more, end + 1
    return value, end


def _following(found: Sequence[Word], at: int) -> str:
    """The folded word that follows one, "" at the end."""
    return found[at + 1].fold if at + 1 < len(found) else ""


def _english_rest(found: Sequence[Word], at: int, value: float) -> tuple[float, int]:
    """ "two hundred and twelve", "nine thousand one hundred and twelve"."""
    total, current, end = 0.0, value, at + 1
    while end < len(found) and end - at < 12:
        own = found[end].fold
        small = 1.0 if own == "one" else _SMALL["en"].get(own)
        if own == "hundred" and 0 < current < 100:
            current *= 100
        elif own == "thousand" and 0 < current < 1000:
            total, current = total + current * 1000, 0.0
        elif small is not None and (current % 100 == 0 or (current % 10 == 0 and small < 10)):
            current += small
        elif own == "and" and end + 1 < len(found) and found[end + 1].fold in _SMALL["en"]:
            pass
        else:
            break
        end += 1
    return total + current, end


def rounds_to(exact: float, blurred: float) -> bool:
    """Whether `blurred` (10 or more) is `exact` rounded up, down or to the nearest, at one or two figures."""
    if exact == blurred or exact < 10 or blurred < 10:
        return False
    size = 10.0 ** (len(str(int(exact))) - 1)
    for step in (size, size / 10):
        low = exact // step * step
        if blurred in (low, low + step):
            return True
    return False
