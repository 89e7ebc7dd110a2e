"""Clauses that tell in turn, by their words: "the suspect told a cellmate where the gun was buried".

For contents in which the tagger sees no attribution: who stands at the beginning, then a verb of reporting,
then what is told.
"""

import re

from onrecord.lang.cue_forms import cue_verb_forms, reporting_forms
from onrecord.lang.parties import has_finite_verb
from onrecord.stages.article.attribute.draft import Draft, Range, is_party, trim

_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_BEFORE_CUE = frozenset(
    "has have had is are was were did does do not never also later then first once repeatedly still already "
    "now always often even again reportedly".split()
)
_OPENS = frozenset("that whether how why where what when who to if".split())
_TELLING = frozenset("tell inform remind assure notify warn advise ask order urge promise".split())
_QUOTE = "\"“„«‘'「"
_CLEAR = re.compile(
    r"(?P<who>[^,.;:\"“”\n]{2,120}?) (?P<cue>(?:has |have |had )?(?:let it be known|made (?:it "
    r")?(?:clear|plain|known)|"
    r"makes (?:it )?(?:clear|plain)))(?: [^,.;:\"“”\n]{2,40}?)? (?=that\s)"
)
_RAISED = re.compile(
    r"\s+(?:\w+ ){0,3}(?:concerns?|doubts?|objections?|alarm|fears?|worr(?:y|ies)|questions?|"
    r"hopes?|complaints?)\b"
)
_LONGEST = 14  # words of who speaks
_WHOM = 8  # words of who is told
_FEWEST = 2
_BARE = frozenset(
    "report claim state note comment remark promise pledge vow demand charge answer warn".split()
)
# Verbs that are no cues by themselves: they tell only with the objects that `_NEEDED` lists.
_STEMS = {"put": "put", "puts": "put", "raised": "raise", "raises": "raise"}
_PLURAL = frozenset(
    "they we i you people police media men women children both many some others all most".split()
)
_TRIES = 3  # verbs that are looked at
# "warned his captain about the planks", "was told of the leak", "warned against closing".
_ABOUT = frozenset("about of against not".split())
# Verbs that tell by their object: "promised us a school", "denied any part in it".
_TELLS_OBJECT = frozenset(
    "promise deny announce confirm reject dismiss admit acknowledge predict condemn flag call describe put "
    "warn raise voice express".split()
)
# A word that begins a clause anew behind a noun.
_CLAUSE_FIRST = frozenset(
    "the he she they it there nobody his their its we i this all no both everyone everything nothing".split()
)
_WHOM_WORDS = frozenset("me us you him her them".split())
# Forms that tell only by an object.
_ALSO = frozenset(
    "put puts flagged flags described describes raised raises voiced voices expressed expresses".split()
)
_AMOUNT = re.compile(
    r"\s+(?:the |its |their |a |his |her )?(?:\w+ ){0,2}(?:number|toll|figure|count|losses|costs?|damage|"
    r"total|price|share|estimate)\b"
)
# Verbs that tell only with some objects: "put the number at nine", "raised concerns about it".
_NEEDED = {"put": _AMOUNT, "raise": _RAISED, "voice": _RAISED, "express": _RAISED}


def clause_draft(text: str, part: Range) -> Draft | None:
    """The attribution that a range begins with, None where there is none."""
    clear = _made_clear(text, part)
    if clear is not None:
        return clear
    words = list(_WORD.finditer(text, part[0], min(part[1], part[0] + 400)))
    places = [place for place in range(1, min(len(words), _LONGEST + 4)) if _is_cue(words, place)]
    drafts = (_at(text, part, words, place) for place in places[:_TRIES])
    return next((draft for draft in drafts if draft is not None), None)


def _at(text: str, part: Range, words: list[re.Match[str]], place: int) -> Draft | None:
    """The attribution whose verb stands at a place, with its subject at the beginning."""
    low = place
    while low > 1 and words[low - 1].group().lower() in _BEFORE_CUE:
        low -= 1
    source = trim(text, words[0].start(), words[low - 1].end())
    named = is_party(text, source) or text[source[0] : source[1]].lower() in (
        "he",
        "she",
        "they",
        "it",
        "i",
        "we",
    )
    if (
        _is_noun(text, words, place, low)
        or low > _LONGEST
        or not named
        or has_finite_verb(text[source[0] : source[1]])
    ):
        return None
    if set(text[source[0] : words[place].start()]) & set('.;:"“”«»\n!?'):
        return None
    start = _told(text, words, place, part[1])
    content = trim(text, start, part[1], " \t\n\r\xa0,") if start is not None else (0, 0)
    if len(_WORD.findall(text, *content)) < _FEWEST:
        return None
    cue = (words[low].start(), words[place].end())
    return Draft([source], [cue], [content], "say", "clause", 0.55)


def _is_noun(text: str, words: list[re.Match[str]], place: int, low: int) -> bool:
    """ "A Kestrel report says": a bare verb form behind one party is a noun."""
    form = words[place].group()
    if low != place or form not in _BARE:
        return False
    last = words[low - 1].group().lower()
    joined = " and " in text[words[0].start() : words[low - 1].end()]
    return not (joined or last in _PLURAL or (last.endswith("s") and not last.endswith("ss")))


def _made_clear(text: str, part: Range) -> Draft | None:
    """ "The marshal let it be known through envoys that ..." """
    match = _CLEAR.match(text, *part)
    if match is None or not is_party(text, match.span("who")) or has_finite_verb(match["who"]):
        return None
    content = trim(text, match.end(), part[1], " \t\n\r\xa0,")
    return Draft([match.span("who")], [match.span("cue")], [content], "say", "clause", 0.55)


def _is_cue(words: list[re.Match[str]], place: int) -> bool:
    word = words[place].group()
    if word == "reporting" and place > 1:
        return words[place - 1].group() in ("is", "are", "was", "were", "been")
    return (
        place > 0
        and (word in reporting_forms() or word in _ALSO)
        and words[place - 1].group().lower() not in ("the", "a", "an", "to")
    )


def _told(text: str, words: list[re.Match[str]], place: int, end: int) -> int | None:
    """Where what is told begins: at a word that opens a clause, at a quotation, or, of "said", at once."""
    high = words[place].end()
    verb = cue_verb_forms().get(words[place].group(), _STEMS.get(words[place].group(), ""))
    mark = re.compile(f"[{_QUOTE}]").search(text, high, min(end, high + 120))
    limit = mark.start() if mark is not None else end
    for word in words[place + 1 : place + 2 + (_WHOM if verb in _TELLING else 3)]:
        if word.start() >= limit or set(text[high : word.start()]) & set(".;!?\n"):
            break
        if word.group().lower() in _OPENS or (verb in _TELLING and word.group().lower() in _ABOUT):
            return word.start()
    if mark is not None and not set(text[high : mark.start()]) & set(".;!?\n"):
        return mark.start()
    if (
        verb in ("say", "report")
        and place + 2 < len(words)
        and not text[high : words[place + 1].start()].strip()
    ):
        return words[place + 1].start()
    whom = _behind_whom(text, words, place, verb)
    return whom if whom is not None else _object(text, words, place, verb)


def _behind_whom(text: str, words: list[re.Match[str]], place: int, verb: str) -> int | None:
    """ "told residents {the air was safe}": where a clause begins behind who was told."""
    if verb not in _TELLING or place + 2 >= len(words):
        return None
    first = words[place + 1]
    if first.group().lower() in _WHOM_WORDS:
        return words[place + 2].start() if not text[first.end() : words[place + 2].start()].strip() else None
    for word in words[place + 2 : place + 2 + _WHOM]:
        if set(text[first.start() : word.start()]) & set('.,;:!?\n"“”'):
            return None
        if word.group().lower() in _CLAUSE_FIRST:
            return word.start()
    return None


def _object(text: str, words: list[re.Match[str]], place: int, verb: str) -> int | None:
    """Where the object begins that tells what was said: "promised us {a new school}"."""
    after = place + 1
    if (
        verb not in _TELLS_OBJECT
        or after >= len(words)
        or text[words[place].end() : words[after].start()].strip()
    ):
        return None
    needed = _NEEDED.get(verb)
    if needed is not None and needed.match(text, words[place].end()) is None:
        return None
    if words[after].group().lower() in _WHOM_WORDS and after + 1 < len(words) and verb == "promise":
        after += 1
    return words[after].start()
