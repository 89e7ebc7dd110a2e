"""Verbs of the past beside those of the time tables: irregular forms, and endings that nouns hardly have.

For telling what was from what will be near a weekday. Lower case, accents kept.
"""

_FORMS = {
    "en": """
        became broke brought built bought caught chose drew drove fought fled flew forgot froze gave
        grew heard hid kept knew laid lay made paid quit rang read rose sank sat shook shot shut
        slept sold stood stole struck swore swept swam took taught tore threw thought understood
        woke wore withdrew""",
    "de": """
        hob hoben hatten wurden starb starben kamen fuhr fuhren flog flogen fiel fielen ging gingen
        traf trafen sprach sprachen nahm nahmen schrieb schrieben stieg stiegen sank sanken zog
        zogen ließ ließen hielt hielten verlor verloren gewann gewannen beschloss beschlossen
        schloss schlossen trat traten stand standen brach brachen stimmte stimmten teilte teilten
        meldete meldeten kündigte kündigten forderte forderten wies wiesen rief riefen lief liefen
        lag lagen saß saßen bat baten gab gaben blieb blieben schlug schlugen schoss schossen
        unterschrieb unterzeichnete unterzeichneten eröffnete eröffneten erreichte erreichten
        stürzte stürzten zerstörte zerstörten räumte räumten legte legten stellte stellten führte
        führten brachte brachten dachte schleppte schleppten rettete retteten fing fingen begannen
        erhielt erhielten verließ verließen""",
    "ru": """
        вел вела вели нашел нашла нашли ушел ушла ушли пришел пришла пришли начал начала начали""",
    "uk": """
        вів вела вели знайшов знайшла знайшли пішов пішла пішли прийшов прийшла прийшли почав почала
        почали""",
}
_ENDINGS = {
    "ru": ("яли", "яла", "ялся", "ули", "ула", "улся", "вели", "вела", "езла", "езли"),
    "uk": ("яли", "яла", "яв", "явся", "ули", "ула", "увся", "вели", "вела", "езли"),
}
PAST_FORMS = {language: frozenset(forms.split()) for language, forms in _FORMS.items()}


def is_past_form(word: str, language: str) -> bool:
    """Whether a word in lower case is one of these forms or ends as they do."""
    ends = _ENDINGS.get(language)
    return word in PAST_FORMS.get(language, ()) or (
        ends is not None and len(word) > 4 and word.endswith(ends)
    )
