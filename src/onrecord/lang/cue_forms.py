"""English cue verbs in all their forms ("said", "says", "saying"), built from the tables of verbs."""

from functools import cache

from onrecord.lang.cues import CLAUSE_VERBS, INFINITIVE_VERBS, OBJECT_VERBS, QUOTE_VERBS

_IRREGULAR: dict[str, str] = {
    "say": "said",
    "tell": "told",
    "write": "wrote written",
    "think": "thought",
    "feel": "felt",
    "know": "knew known",
    "understand": "understood",
    "hold": "held",
    "see": "saw seen",
    "find": "found",
    "hear": "heard",
    "show": "showed shown",
    "read": "read",
    "foresee": "foresaw foreseen",
    "undertake": "undertook undertaken",
    "swear": "swore sworn",
    "seek": "sought",
    "begin": "began begun",
    "put": "put",
    "learn": "learned learnt",
    "mean": "meant",
    "speak": "spoke spoken",
    "forbid": "forbade forbidden",
}
# Verbs of telling that no table of cues has: they only show that a content is worth reading again.
_OTHER = ("forbid", "confide", "flag", "describe", "order", "assure")
# Forms that hardly ever are anything but a verb of telling.
PLAIN_SAYING = frozenset(
    "say says said report reports reported write writes wrote add adds added note notes noted "
    "announced claims "
    "claimed confirmed recalls recalled warn warns warned insists insisted put puts explains "
    "explained".split()
)
_DOUBLED = frozenset("flag forbid admit brag beg plan refer rebut quip slam".split())
_VOWELS = "aeiou"


def forms_of(verb: str) -> tuple[str, ...]:
    """All forms of a verb, the base first: "deny", "denies", "denying", "denied"."""
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    stem = stem + stem[-1] if verb in _DOUBLED else stem
    third, past = f"{verb}s", f"{stem}ed"
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = f"{verb}es"
    elif verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        third, past = f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    elif verb.endswith("ee"):
        past = f"{verb}d"
    return tuple(dict.fromkeys((verb, third, f"{stem}ing", *_IRREGULAR.get(verb, past).split())))


@cache
def cue_verb_forms() -> dict[str, str]:
    """Every form of a listed cue verb, and that verb; a form of two verbs belongs to the first listed."""
    found: dict[str, str] = {}
    for verb in [*CLAUSE_VERBS, *OBJECT_VERBS, *INFINITIVE_VERBS, *sorted(QUOTE_VERBS), *_OTHER]:
        for form in forms_of(verb):
            found.setdefault(form, verb)
    return found


@cache
def reporting_forms() -> frozenset[str]:
    """Finite forms of verbs that tell a clause on: "said", "reports", "has written" by its participle."""
    classes = {"say", "claim", "admit", "deny", "warn", "report", "demand", "promise", "accuse"}
    return frozenset(
        form
        for form, verb in cue_verb_forms().items()
        if CLAUSE_VERBS.get(verb) in classes and not form.endswith("ing")
    )


# "The duke ready to talk": what somebody is, not what he says.
STANDS = frozenset("ready willing prepared poised set open likely due able unable unwilling".split())
