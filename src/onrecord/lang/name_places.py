"""What stands before and beside names: words that make them oblique, places of them, or go on with speech.

All four languages at once: their words do not meet.
"""

import re

# "in Holm", "near Pell": what stands so is a place, unless a title shows a person.
PLACING = frozenset("in at near across outside в во из у із aus nach".split())
# "with Holm", "told Holm": he is not the one who acts.
OBLIQUE = frozenset(
    "of to with by for against from about like than between on over told asked tells mit von für gegen zu "
    "über с со от для против к о об з із від проти до про".split()
)
# "told Norwire": an outlet, if nothing shows a person.
TELLING = frozenset("told tell tells with to агентству агенції agentur".split())
# What hangs on a description and is no part of it: ", who asked not to be named".
BEHIND_CORE = re.compile(
    r"[,(;:]|\s(?:who|which|that|whose|speaking|on condition|der|die|das|который|которая|которые|який|"
    r"яка|які)\s",
    re.IGNORECASE,
)
# Verbs that show a clause where an apposition might stand: "According to Norwire, the minister had left".
FINITE = frozenset(
    "is was are were has have had said says say told will would did does do could can may might must should "
    "сказал сказала заявил заявила был была были сказав сказала заявив заявила був була були "
    "hat habe ist war sei sagte hatte".split()
)
FINITE_ENGLISH = re.compile(
    r"\b(?:will|would|is|are|was|were|has|have|had|can|could|may|might|should|must|did|does|do|cannot|"
    r"won't|isn't)\b"
)
RELATIVE_ENGLISH = re.compile(r"\b(?:that|which|who|whom|whose)\b")
# The same speaker goes on: "he added".
GOES_ON = re.compile(
    r"\b(?:add(?:s|ed|ing)|also|continu\w+|went on|concluded|again|later|further|fügte|weiter|"
    r"zudem|ergänzte)\b|добав|продолж|уточн|дода|продовж|також|также",
    re.IGNORECASE,
)
# Heads by roles that are also verbs: "Kellan heads", "Holm hosts".
ALSO_VERBS = frozenset(
    "states heads chairs judges hosts guards forces coaches one some many others most few police "
    "people".split()
)
CASE_ENDING = re.compile(r"(?:ого|ому|ою|ой|ей|ем|ом|ым|им|ами|ові|еві|єві|ій|ая|ую|а|у|ы|е|и|я|ю|й|ь)$")
ADJECTIVE_ENDING = re.compile(
    r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|их|ых|ому|ему|ую|юю|им|ым|ими|ыми|ій|ої|і|ою|у|ній)$"
)
# German nouns for persons by their endings.
PERSON_ENDING = re.compile(
    r"(?:er|erin|ent|entin|enten|ist|istin|isten|or|oren|ant|ante|antin|eur|eurin|ling|linge|frau|mann|"
    r"leute|jährige[rn]?)$"
)
# "a spokeswoman for Holm": before the one who is served.
SERVING = frozenset("for of to from für des der von".split())
GENERATIONS = frozenset("jr jr. sr sr. ii iii iv".split())
