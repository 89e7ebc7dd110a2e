"""Who speaks in text that nothing parses: the noun phrase before or after a cue."""

import re

from onrecord.stages.article.attribute.draft import Range, trim
from onrecord.stages.article.attribute.plain.plain_text import EDGE, WORD, PlainText, lower, words_of

MAX_SOURCE = 14
_DATIVE = re.compile(
    r"\b((?:der|dem) (?:Nachrichten|Presse|Tages|Wochen)?"
    r"(?:[Aa]gentur|[Zz]eitung|[Mm]agazin|[Ss]ender|[Pp]ortal)"
    r" [„“\"»]?[^\W\d_][\w&’-]*(?:\.\w+)*(?: [A-ZÄÖÜ][\w&’-]*){0,2})"
)
_LINKS = frozenset("der des von und für die dem den zu zur zum beim vom in im".split())


def subject(view: PlainText, piece: Range, words: list[re.Match[str]], place: int) -> Range:
    """Before the verb when that begins like a noun phrase, else the names after it."""
    start = piece[0]
    if place > 1 and lower(words[0]) in view.cues.leading:
        start, words, place = words[1].start(), words[1:], place - 1
    before = trim(view.text, start, words[place].start(), " \t\r\n\xa0")
    before = _before_citing(view, before)
    if place and lower(words[0]) not in view.cues.not_source and place <= MAX_SOURCE:
        return before
    return run(view, words[place].end(), piece[1])


def _before_citing(view: PlainText, part: Range) -> Range:
    """ "Die Agentur hatte unter Berufung auf ..." names the citing party before the cited one."""
    lowered = view.text[part[0] : part[1]].lower()
    places = [lowered.find(phrase) for phrase in view.cues.citing]
    at = min((place for place in places if place > 0), default=-1)
    if at < 0 or len(lowered) != part[1] - part[0]:
        return part
    return trim(view.text, part[0], part[0] + at)


def run(view: PlainText, start: int, end: int) -> Range:
    """The noun phrase that begins at `start`: up to a stop word or a lower-case word after its name."""
    last = start
    named = False
    for count, word in enumerate(WORD.finditer(view.text, start, end)):
        between = view.text[last : word.start()]
        name = word.group().lower()
        if count and (any(mark in between for mark in ".;:!?") or (name in view.cues.stops and named)):
            break
        if count == 0 and name in view.cues.pronouns:
            return word.start(), word.end()
        if count == 0 and name in view.cues.stops:
            return start, start
        if count >= MAX_SOURCE or (view.cues.particles and named and _ends_phrase(view, word, between)):
            break
        named = named or word.group()[0].isupper()
        last = word.end()
    quotation = view.quotation_at(last)
    if quotation is not None and quotation.end <= end:
        last = quotation.end
    elif view.text[last : last + 1] in '“”»")' and last < end:
        last += 1
    return trim(view.text, start, last, " \t\r\n\xa0,") if named else (start, start)


def _ends_phrase(view: PlainText, word: re.Match[str], between: str) -> bool:
    """German nouns have capitals: a lower-case word that links nothing ends the phrase."""
    name = word.group()
    return name[0].islower() and name not in _LINKS and not between.rstrip().endswith(("„", "(", "«"))


def particle(view: PlainText, start: int, end: int) -> list[Range]:
    """The separated particle at the end of the cue's piece ("teilte X mit")."""
    words = list(WORD.finditer(view.text, start, end))
    if words and words[-1].group().lower() in view.cues.particles:
        return [(words[-1].start(), words[-1].end())]
    return []


def cited_party(view: PlainText, start: int, end: int) -> Range:
    """The party that begins after "unter Berufung auf": up to a stop or the verb that closes the clause."""
    stop = re.compile(r"[,.;:](?:\s|$)").search(view.text, start, end)
    last = stop.start() if stop else end
    for word in words_of(view, start, last)[1:]:
        if lower(word) in view.cues.verbs or lower(word) in view.cues.participles:
            last = word.start()
            break
    return trim(view.text, start, last, EDGE)


def phrase_start(view: PlainText, low: int, words: list[re.Match[str]], place: int) -> int:
    """Where the noun phrase begins that a word such as "zufolge" closes."""
    first = place - 1
    while first > 0 and place - first < MAX_SOURCE and lower(words[first - 1]) not in view.cues.verbs:
        first -= 1
    return words[first].start() if words[first].start() > low else low


def told_outlet(view: PlainText, start: int, end: int) -> Range | None:
    """The outlet that was told, in the dative behind the verb: "sagte Horn am Montag der Agentur Harrow"."""
    if not view.cues.particles:
        return None
    match = _DATIVE.search(view.text, start, end)
    return match.span(1) if match is not None else None


def is_telling(view: PlainText, word: re.Match[str]) -> bool:
    """Whether a noun ends like one of telling: "Expertenmeinung nach"."""
    return word.group()[:1].isupper() and lower(word).endswith(
        ("meinung", "ansicht", "auffassung", "einschätzung")
    )
