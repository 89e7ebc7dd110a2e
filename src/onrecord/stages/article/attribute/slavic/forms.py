"""What the ending of a Russian or Ukrainian word tells: guesses, good enough to cut a phrase."""

from onrecord.lang.cues_slavic import SlavicCues
from onrecord.stages.article.attribute.slavic.units import Token

_CONSONANTS = frozenset("бвгґджзклмнпрстфхцчшщйьъ")
_DATIVE_NAME = ("у", "ю", "ові", "еві", "єві")


def begins(word: str, stems: tuple[str, ...]) -> bool:
    """Whether a word begins with one of some stems."""
    return word.startswith(stems)


def near(word: str, stems: tuple[str, ...]) -> bool:
    """Whether a word is one of some stems with an ending: a short stem takes a short one."""
    return any(word.startswith(stem) and len(word) - len(stem) <= min(5, len(stem)) for stem in stems)


def is_infinitive(word: str, cues: SlavicCues) -> bool:
    """Whether a word ends like an infinitive."""
    return len(word) > 3 and word.endswith(cues.infinitives) and word not in cues.not_infinitives


def is_finite(word: str, cues: SlavicCues) -> bool:
    """Whether a word ends like a finite verb; nouns that do are listed."""
    if word in cues.verbs:
        return cues.verbs[word].form not in ("infinitive", "gerund")
    if len(word) < 4 or not word.endswith(cues.finite) or word in cues.not_finite | cues.heads:
        return False
    return not (begins(word, cues.roles) or begins(word, cues.unnamed) or begins(word, cues.named))


def is_gerund(word: str, cues: SlavicCues) -> bool:
    """Whether a word ends like a gerund ("отвечая", "сказавши")."""
    return len(word) > 4 and word.endswith(cues.gerunds)


def is_dative_name(quoted: str) -> bool:
    """Whether the last word of a name in quotation marks stands in the dative ("«Лучу»")."""
    words = quoted.strip("«»„“”\"'’ ").split()
    return bool(words) and words[-1][:1].isalpha() and words[-1].lower().endswith(_DATIVE_NAME)


def looks_nominative(token: Token, agree: str, cues: SlavicCues, after: Token | None = None) -> bool:
    """Whether a word may begin a subject for a verb that agrees as `agree`, behind another phrase."""
    word = token.low
    if token.kind != "w" or agree == "-":
        return False
    if token.capital:
        return _nominative_name(word, agree, after)
    if agree == "p":
        return word in cues.several or (
            word.endswith(cues.plural_people) and begins(word, cues.roles + cues.unnamed)
        )
    if word in cues.heads:
        return True
    if word.endswith(cues.adjectives):
        return _adjective_fits(word, agree)
    role = begins(word, cues.roles) and not word.endswith(cues.oblique)
    return role and word[-1] in _CONSONANTS and not word.endswith(("ов", "ев", "ей", "ів", "їв"))


def _adjective_fits(word: str, agree: str) -> bool:
    if word.endswith(("ый", "ий")):
        return agree in ("m", "s", "")
    if word.endswith(("ая", "яя")):
        return agree in ("f", "s", "")
    return False


def _nominative_name(word: str, agree: str, after: Token | None) -> bool:
    if agree == "p":
        return False
    if after is not None and after.capital and word.endswith(("а", "я", "у", "ю", "і", "и", "ы", "е")):
        return agree == "f" and word.endswith(("ова", "ева", "іна", "ина", "ая", "ська", "цька"))
    if agree == "f":
        return word.endswith(("а", "я", "ь")) or (word[-1] in _CONSONANTS and word.isalpha())
    return word[-1] in _CONSONANTS or word.endswith(("о", "ко"))
