"""Words by which a page says that an earlier version of it was changed; English, German, Ukrainian, Russian.

`OPENERS` stand at the start of a sentence, before a colon or a dash; `CLAUSES` anywhere in a sentence
that does not quote. Ordinary newsroom formulas, taken from no corpus. Folded as `text.fold` folds.
"""

OPENERS = tuple(
    tuple(line.split())
    for line in """
correction
corrections
corrected
corrects
clarification
update
editor's note
editors note
korrektur
berichtigung
richtigstellung
klarstellung
aktualisierung
anmerkung der redaktion
виправлення
виправлено
уточнення
оновлення
оновлено
від редакції
исправление
исправлено
поправка
уточнение
обновление
обновлено
от редакции
""".strip().splitlines()
)
_WHAT_EN = "article story report page text headline post".split()
_CLAUSES_EN = (
    *(f"{age} version of this {what}" for age in ("earlier", "previous", "original") for what in _WHAT_EN),
    *(
        f"this {what} {has} been {done}"
        for what in _WHAT_EN
        for has in ("has",)
        for done in ("updated", "corrected", "amended", "clarified", "changed")
    ),
    *(
        f"this {what} was {done}"
        for what in _WHAT_EN
        for done in ("updated", "corrected", "amended", "clarified", "changed")
    ),
)
_WHAT_DE = "artikels textes berichts beitrags meldung".split()
_CLAUSES_DE = (
    *(
        f"{age} {version} {this} {what}"
        for age in ("fruheren", "ersten", "vorherigen", "ursprunglichen")
        for version in ("version", "fassung")
        for this in ("dieses", "des", "dieser")
        for what in _WHAT_DE
    ),
    *(
        f"{this} wurde {done}"
        for this in ("dieser artikel", "dieser text", "dieser beitrag", "diese meldung")
        for done in ("aktualisiert", "korrigiert", "berichtigt", "geandert")
    ),
)
_CLAUSES_UK = (
    *(
        f"{age} версії {what}"
        for age in ("попередній", "ранішій", "первісній", "першій")
        for what in (
            "статті", "матеріалу", "новини", "тексту", "цієї статті", "цього матеріалу", "цієї новини",
        )
    ),
    "статтю оновлено", "матеріал оновлено", "новину оновлено", "статтю виправлено", "матеріал виправлено",
)  # fmt: skip
_CLAUSES_RU = (
    *(
        f"{age} версии {what}"
        for age in ("предыдущей", "ранней", "первоначальной", "первой")
        for what in (
            "статьи", "материала", "новости", "текста", "этой статьи", "этого материала", "этой новости",
        )
    ),
    "статья обновлена", "материал обновлен", "новость обновлена", "статья исправлена", "материал исправлен",
)  # fmt: skip
CLAUSES = tuple(tuple(phrase.split()) for phrase in (*_CLAUSES_EN, *_CLAUSES_DE, *_CLAUSES_UK, *_CLAUSES_RU))
