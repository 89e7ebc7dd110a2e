"""English nouns for those who can be cited: people by what they do, bodies, publications, documents."""

import re

from onrecord.lang.cue_forms import reporting_forms
from onrecord.lang.cues import BARE_BODIES, DOCUMENTS, OFFICE_HEADS, OUTLET_WORDS, SAYING_HEADS, UNNAMED_HEADS

_BODIES = frozenset(
    "ministry police government army military service committee court council embassy consulate office "
    "staff "
    "media press department company firm union group bank hospital intelligence television tv radio "
    "portal "
    "site blog post message page account parliament commission palace cabinet party team family navy "
    "fleet "
    "command general operator utility regulator association federation institute university museum "
    "foundation "
    "centre center circle ally neighbor neighbour wire daily weekly broadcaster station network channel "
    "communique communiqué declaration note cable tweet interview dispatch correspondent crew child "
    "pilot "
    "captain nurse clerk guard guest monk priest bishop student patient survivor "
    # Bodies that speak through their people.
    "morgue clinic school church parish airport port plant factory prison hotel club league bureau "
    "watchdog charity "
    "trust fund society senate assembly congress chamber board panel jury tribunal exchange airline "
    "carrier lender "
    "retailer opposition coalition alliance movement faction militia junta regime brigade delegation "
    "mission "
    "coastguard consulate majority minority crowd couple pair duo trio firm chain brand maker bloc "
    # People by kin, rank and trade.
    "aunt uncle brother sister mother father son daughter wife husband widow cousin nephew niece parent "
    "king queen "
    "prince princess duke duchess cardinal pope patriarch imam rabbi pastor cleric colonel major "
    "corporal sheriff "
    "marshal consul coach star boss cook chef artist girl boy kid youth teenager guy host juror medic "
    "mechanic "
    "academic critic spy agent client elder peasant guide judge premier athlete biologist bride "
    "neighbour lady "
    "gentleman cop signalman informant passer-by bystander onlooker eyewitness owner tenant farmer "
    # What is written and can be cited.
    "minute minutes indictment affidavit manifest invoice contract diary memoir bulletin readout "
    "presentation excerpt "
    "extract protocol verdict judgment judgement decree draft screenshot audit estimate assessment "
    "review inquiry "
    "testimony complaint petition notice leaflet log logbook archive certificate newsletter podcast "
    "programme "
    "documentary paper e-mail email prospectus treaty agreement chat card press".split()
)
_PEOPLE = re.compile(r"[a-z]{2,}(?:er|or|ist|ian|man|men|woman|women|people|nel|ee|iff|ief|eur|ant)$")
_NOT_PEOPLE = frozenset(
    "matter number order power error water weather chapter letter factor paper fear year career offer danger "
    "disorder border river winter summer war however other".split()
)
_LONGEST = 400  # characters of a phrase
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_AFTER_CORE = re.compile(
    r",|\s(?:of|for|at|in|from|with|to|on|by|who|which|that|whose|close|near|familiar|as|about|within|inside|"
    r"said|speaking|briefed|involved|present|there)\b"
)
_VERBS = frozenset(
    "is are was were has have had will would can could may might must should does do did".split()
)
_NEVER_FIRST = frozenset(
    "that whether if on in from by with because when while as of for to and or but there here".split()
)
_PRONOUNS = frozenset("he she they it we i you one both some many others".split())


def is_party_noun(word: str) -> bool:
    """Whether a noun (lower case, singular or plural) names somebody or something that can be cited."""
    single = _singular(word)
    for form in (word, single):
        if form in _BODIES or form in UNNAMED_HEADS or form in OFFICE_HEADS:
            return True
        if form in OUTLET_WORDS or form in DOCUMENTS or form in BARE_BODIES or form in SAYING_HEADS:
            return True
    return single not in _NOT_PEOPLE and _PEOPLE.match(single) is not None


def is_party_phrase(words: str) -> bool:
    """Whether a noun phrase is a name, or is headed by such a noun; not "low growth"."""
    core: list[str] = _WORD.findall(_AFTER_CORE.split(words, maxsplit=1)[0])
    if not core or len(words) > _LONGEST or core[0].lower() in _NEVER_FIRST:
        return False
    if core[-1].lower() in _PRONOUNS:
        return len(core) == 1
    return core[-1][:1].isupper() or any(is_party_noun(word.lower()) for word in core)


def has_finite_verb(words: str) -> bool:
    """Whether a verb of its own stands before any "who" in a phrase, as far as a short list tells."""
    forms = reporting_forms()
    for word in _WORD.findall(words):
        lower = word.lower()
        if lower in ("who", "which", "that", "whose"):
            return False
        if lower in _VERBS or (lower in forms and not is_party_noun(lower) and not word[0].isupper()):
            return True
    return False


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word
