"""Words that make one clause hang on another ("only if", "provided that", "until"), per language.

Longer markers stand before the shorter ones they hold. English from the conditional subordinators of
Quirk et al. (1985, 15.33-15.41) and the phrases of diplomacy; the others by the same meaning.
"""

MARKERS: dict[str, tuple[str, ...]] = {
    "en": (
        "if and only if",
        "but only if",
        "only if",
        "only when",
        "only once",
        "only after",
        "only in return for",
        "only in exchange for",
        "only in",
        "only on",
        "only with",
        "only under",
        "not until",
        "not before",
        "but on the condition that",
        "but on condition that",
        "on the condition that",
        "on condition that",
        "under the condition that",
        "with the condition that",
        "with the proviso that",
        "on the understanding that",
        "on the condition of",
        "on condition of",
        "provided that",
        "providing that",
        "provided",
        "providing",
        "assuming that",
        "in the event that",
        "in the event of",
        "in return for",
        "in exchange for",
        "in case",
        "as long as",
        "so long as",
        "contingent on",
        "contingent upon",
        "conditional on",
        "conditional upon",
        "conditioned on",
        "dependent on",
        "hinges on",
        "hinge on",
        "depends on",
        "depend on",
        "unless",
        "until",
        "if",
    ),
    "de": (
        "nur wenn",
        "nur dann, wenn",
        "nur falls",
        "erst wenn",
        "unter der Bedingung, dass",
        "unter der Voraussetzung, dass",
        "vorausgesetzt, dass",
        "vorausgesetzt",
        "im Gegenzug für",
        "es sei denn",
        "solange",
        "sofern",
        "falls",
        "wenn",
    ),
    "uk": (
        "лише якщо",
        "тільки якщо",
        "лише за умови",
        "тільки за умови",
        "за умови, що",
        "за умови",
        "в обмін на",
        "доки не",
        "поки не",
        "якщо",
    ),
    "ru": (
        "только если",
        "лишь если",
        "только при условии",
        "при условии, что",
        "при условии",
        "в обмен на",
        "до тех пор, пока",
        "пока не",
        "если",
    ),
}
# Before a marker these take its meaning away: "even if", "as if", "what if".
NOT_AFTER: dict[str, frozenset[str]] = {
    "en": frozenset(
        {"even", "as", "what", "ask", "asks", "asked", "asking", "wonder", "wonders", "wondered", "see"}
    ),
    "de": frozenset({"selbst", "auch", "als"}),
    "uk": frozenset({"навіть"}),
    "ru": frozenset({"даже"}),
}
# After a marker these do: "if not", "on condition of anonymity", "provided weapons".
NOT_BEFORE: dict[str, frozenset[str]] = {
    "en": frozenset(
        {"anonymity", "any", "anything", "ever", "so", "possible", "recently", "now", "then", "not,"}
    ),
    "de": frozenset({"überhaupt", "auch"}),
    "uk": frozenset(),
    "ru": frozenset(),
}
# These are markers only before a clause or only with a verb above them: checked in the parse.
ONLY_WITH_CLAUSE: frozenset[str] = frozenset({"provided", "providing", "in case"})
ONLY_PHRASES: frozenset[str] = frozenset({"only in", "only on", "only with", "only under"})
# What an "only in ..." must hang on to be a term and not a place or day.
TERM_HEADS: frozenset[str] = frozenset(
    "ready willing prepared open agree accept freeze negotiate talk stop cease cease-fire "
    "ceasefire withdraw halt sign resume begin start end pause consider discuss lift release "
    "return conclude possible".split()
)
