"""Words for papers that speak for whoever issued them: "the report says", "according to the statement"."""

from onrecord.text.fold import fold

_NOUNS = """
report reports study studies statement statements release releases communique communiqué letter document
documents paper survey audit filing announcement memo declaration
bericht studie erklärung mitteilung pressemitteilung schreiben papier brief gutachten
доклад отчёт отчет исследование заявление сообщение письмо документ
доповідь звіт дослідження заява повідомлення лист документ
"""
DOCUMENTS = frozenset(map(fold, _NOUNS.split()))
_BEFORE = frozenset(
    "the this its their his her press der die das den dem dieser diese dieses seine ihre".split()
)


_ANY = frozenset(
    "a an another some several many one ein eine einige mehrere одно один один несколько кілька".split()
)


def is_unowned(name: str) -> bool:
    """Whether a party is a paper of which no issuer is told ("a survey in 2029", "studies")."""
    words = [word.strip("“”\"'«».,") for word in name.split()[:12]]
    if not words or any(word[:1].isupper() for word in words[1:]):
        return False
    folded = [fold(word) for word in words]
    if folded[0] in _ANY:
        return bool(DOCUMENTS & set(folded[1:4])) and not {"by", "of", "from", "von"} & set(folded)
    return len(folded) == 1 and folded[0] in DOCUMENTS


def is_document(name: str) -> bool:
    """Whether a party is only called by the paper that speaks ("the report", "its statement", "доклад")."""
    words = [fold(word.strip("“”\"'«».,")) for word in name.split()]
    return bool(words) and len(words) < 5 and words[-1] in DOCUMENTS and set(words[:-1]) <= _BEFORE
