"""Words by which a text says that something was spoken or published in another language, in four languages.

`*` at the end of an entry makes it the beginning of words; folded as `text.fold` folds.
"""

_LISTED = {
    "en": """
        german austrian russian ukrainian french polish spanish italian turkish chinese
        arabic egyptian hebrew israeli persian farsi iranian hungarian czech dutch swedish
        japanese korean portuguese romanian georgian greek""",
    "de": """
        englisch* britisch* amerikanisch* russisch* ukrainisch* franzosisch* polnisch*
        spanisch* italienisch* turkisch* chinesisch* arabisch* hebraisch* israelisch*
        persisch* iranisch* ungarisch* tschechisch* niederlandisch* schwedisch* japanisch*
        koreanisch* portugiesisch* rumanisch* georgisch* griechisch*""",
    "ru": """
        английск* британск* американск* немецк* австрийск* украинск* французск* польск*
        испанск* итальянск* турецк* китайск* арабск* иврит* израильск* персидск* иранск*
        венгерск* чешск* нидерландск* голландск* шведск* японск* корейск* португальск*
        румынск* грузинск* греческ*""",
    "uk": """
        англійськ* британськ* американськ* німецьк* австрійськ* російськ* французьк*
        польськ* іспанськ* італійськ* турецьк* китайськ* арабськ* іврит* ізраїльськ*
        перськ* іранськ* угорськ* чеськ* нідерландськ* шведськ* японськ* корейськ*
        португальськ* румунськ* грузинськ* грецьк*""",
}
# What stands before a language in which somebody speaks.
SPOKEN_IN = {
    "en": frozenset({"in"}),
    "de": frozenset({"auf"}),
    "ru": frozenset({"по", "на"}),
    "uk": frozenset({"по"}),
}
_TRANSLATED = {
    "en": "translated* interpreter*",
    "de": "ubersetzt* ubersetzung* dolmetscher*",
    "ru": "переводчик* переводе перевод перевел* переведен*",
    "uk": "перекладач* перекладі переклад переклав* перекладен*",
}


def tongue_words(language: str) -> tuple[str, ...]:
    """Names and adjectives of other languages than that of a text, as entries of a list."""
    return tuple(_LISTED.get(language, "").split())


def translated_words(language: str) -> tuple[str, ...]:
    """Words for a translation or a translator, as entries of a list."""
    return tuple(_TRANSLATED.get(language, "").split())
