"""Words that say how firmly something is meant: readiness, possibility, duty, prediction; four languages.

Used to see where a rewrite changes a commitment ("would end" becomes "an end is possible"). The classes
follow the usual split of modality (Palmer, Mood and Modality: epistemic, deontic, dynamic).
"""

from functools import lru_cache

Firmness = dict[tuple[str, ...], str]


def _table(listed: str) -> Firmness:
    """Lines of "class: phrase, phrase"."""
    table: Firmness = {}
    for line in listed.strip().splitlines():
        name, _, phrases = line.partition(":")
        for phrase in phrases.split(","):
            table[tuple(phrase.split())] = name.strip()
    return table


_ENGLISH = _table("""
readiness: prepared to, ready to, willing to, open to
agreement: agreed to
wish: wants to, want to
intention: intends to, plans to
promise: vowed to, promised to, pledged to
possibility: possible, may, might, could
likelihood: likely
prediction: will, would
duty: must, should, required to, has to, have to
refusal: refused to, refuses to
""")
_GERMAN = _table("""
readiness: bereit
possibility: könnte, könnten, möglich, möglicherweise
likelihood: wahrscheinlich
prediction: wird, werde, werden
duty: muss, müssen, müsse, soll, sollen
refusal: weigert sich, weigerte sich, lehnt ab, lehnte ab
promise: versprach, versprechen, verspricht
""")
_RUSSIAN = _table("""
readiness: готов, готова, готовы
possibility: возможно, может, могут, мог бы, могли бы
likelihood: вероятно
prediction: будет, будут
duty: должен, должна, должны, обязан, обязаны
refusal: отказался, отказалась, отказались
promise: пообещал, пообещала, пообещали
""")
_UKRAINIAN = _table("""
readiness: готовий, готова, готові
possibility: можливо, може, можуть, міг би, могли б
likelihood: ймовірно, імовірно
prediction: буде, будуть
duty: повинен, повинна, повинні, мусить, мусять, зобов'язаний
refusal: відмовився, відмовилася, відмовилися
promise: пообіцяв, пообіцяла, пообіцяли
""")


def _folded(table: Firmness) -> Firmness:
    """German umlauts as `text.fold` leaves them."""
    return {tuple(word.translate(_UMLAUTS) for word in phrase): name for phrase, name in table.items()}


_UMLAUTS = str.maketrans("äöü", "aou")
FIRMNESS: dict[str, Firmness] = {
    "en": _ENGLISH,
    "de": _folded(_GERMAN),
    "ru": _RUSSIAN,
    "uk": _UKRAINIAN,
}
# Where a clause begins or ends besides punctuation.
CLAUSE_WORDS = frozenset(
    "that if unless because while although after before which who when where as "
    "dass wenn weil obwohl nachdem bevor der die das что если потому хотя который которая которые когда "
    "що якщо бо хоча який яка які коли".split()
)
# Weekdays as the beginnings of folded words, Monday first, in each language.
WEEKDAY_STEMS: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (("monday",), ("tuesday",), ("wednesday",), ("thursday",), ("friday",), ("saturday",), ("sunday",)),
    "de": (("montag",), ("dienstag",), ("mittwoch",), ("donnerstag",), ("freitag",), ("samstag", "sonnabend"),
           ("sonntag",)),
    "ru": (("понедельник",), ("вторник",), ("среду", "среда", "среды"), ("четверг",), ("пятниц",),
           ("суббот",), ("воскресен",)),
    "uk": (("понеділ",), ("вівтор",), ("середу", "середа", "середи"), ("четвер",), ("п'ятниц",), ("субот",),
           ("неділ",)),
}  # fmt: skip
PRONOUNS = frozenset(
    "he she they it we i his her their who you er sie es wir ich ihm ihr он она они оно я мы его ее её их "
    "ему "
    "він вона вони воно ми його її їх йому".split()
)


@lru_cache(maxsize=100_000)
def weekday_of(folded: str, language: str) -> int | None:
    """The number of a weekday (0 is Monday), None for any other word."""
    for number, stems in enumerate(WEEKDAY_STEMS.get(language, ())):
        if folded.startswith(stems):
            return number
    return None
