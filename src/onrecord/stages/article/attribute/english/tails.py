"""Sentences that say who tells them, where the tagger saw nothing: "P, two aides have told the Post."."""

import re
from bisect import bisect_left

from onrecord.lang.cue_forms import PLAIN_SAYING
from onrecord.lang.parties import has_finite_verb, is_party_noun
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, is_party, trim
from onrecord.stages.article.attribute.english.clauses import clause_draft
from onrecord.stages.article.attribute.english.insertion import Insertion, splices
from onrecord.stages.article.attribute.english.spliced import Splice, splice

_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_COMMA = re.compile(r",[\"”’»]?\s+")
_REST = re.compile(
    r"(?P<rest>(?:\s+[^\s,;:.\"“”]+){0,12}?(?:, (?:which|who|citing)\b[^\n]{0,120})?)[.!]?[\"”’»]?\s*"
)
_AUXILIARIES = frozenset("has have had also later earlier".split())
_OPENED = re.compile(r"that\s|[\"“„«‘]")
_LONGEST = 12  # words of who speaks
_ASIDE = re.compile(
    r"(?:when|while|as|after|before|although|though|if|because|since|in|at|on|by|for|with|despite)\b",
    re.IGNORECASE,
)
_SAYS_WHO = re.compile(
    r",[\"”’»]? (?P<cue>says?|said|writes?|wrote|reports?|reported) (?P<who>[^,;:\"“”\n]{2,100}?)[.]?$"
)
_NEAR = 260  # characters of a sentence's end that are looked at
_FEWEST = 3  # words of what is said
_NO_OBJECT = frozenset("in on at to with during after before from late early last this earlier".split())
_FIRST = frozenset(
    "a an the his her its their our my this that these those one two three four five six several "
    "some many most "
    "another both no senior former local".split()
)
_THINKING = frozenset(
    "believe believes expect expects think thinks fear fears hope hopes estimate estimates".split()
)
_TOLD = frozenset("told tells tell informed assured warned reminded promised".split())


def tail_drafts(layout: Layout, drafts: list[Draft], insertions: list[Insertion]) -> list[Draft]:
    """Drafts of such sentences, in text order; `insertions` become drafts later."""
    read = sorted(part for draft in drafts for part in draft.cue)
    cues = sorted([*read, *(part for item in insertions for part in item.cue)])
    held = sorted(part for draft in drafts for part in draft.content)
    holes = splices(insertions)
    found = []
    for sentence in layout.sentences:
        draft = _tail(layout, sentence, cues, holes) or _lead(layout, sentence, read, held, holes)
        if draft is not None:
            found.append(draft)
    return found


def _lead(
    layout: Layout, sentence: Range, cues: list[Range], held: list[Range], holes: list[Splice]
) -> Draft | None:
    """ "The agency reports that P" where nothing was read in the sentence before P."""
    place = bisect_left(cues, sentence)
    first = cues[place][0] if place < len(cues) and cues[place][0] < sentence[1] else sentence[1]
    if layout.quotation_at(sentence[0]) is not None or _is_held(held, sentence[0]):
        return None
    inside = _holes_in(holes, sentence)
    part = (sentence[0], trim(layout.text, *sentence, " \t\r\n\xa0.!?")[1])
    draft = _clause(layout.text, part, inside)
    if draft is None or first < draft.content[0][0]:
        return None
    cue = layout.text[slice(*draft.cue[0])].split()[-1]
    if not inside and cue not in ("put", "puts") and _OPENED.match(layout.text, draft.content[0][0]) is None:
        return None
    plain = bool(inside) or _is_cue(cue) or draft.cue[0][1] - draft.cue[0][0] > 12
    return draft if plain and _opens_party(layout.text, draft.source[0]) else None


def _clause(text: str, part: Range, holes: list[Splice]) -> Draft | None:
    """The clause that a sentence begins with, read without the phrases that cite."""
    if not holes:
        return clause_draft(text, part)
    spliced = splice(text, holes, part)
    start = len(spliced.text) - len(spliced.text.lstrip(" ,"))
    draft = clause_draft(spliced.text, (start, len(spliced.text)))
    if draft is None:
        return None
    for ranges in (draft.source, draft.cue, draft.content):
        back = [trim(text, *place) for whole in ranges for place in spliced.back(whole)]
        ranges[:] = [place for place in back if place[0] < place[1]]
    return draft if draft.source and draft.cue and draft.content else None


def _holes_in(holes: list[Splice], sentence: Range) -> list[Splice]:
    found = []
    place = bisect_left(holes, sentence[0], key=lambda hole: hole.start)
    while place < len(holes) and holes[place].start < sentence[1]:
        found.append(holes[place])
        place += 1
    return found


def _is_held(held: list[Range], place: int) -> bool:
    """Whether a content covers a place, as far as the last few that begin before it tell."""
    at = bisect_left(held, (place + 1, 0))
    return any(start <= place < end for start, end in held[max(0, at - 4) : at])


def _tail(layout: Layout, sentence: Range, cues: list[Range], holes: list[Splice]) -> Draft | None:
    text = layout.text
    inside = _holes_in(holes, sentence)
    whole = _without_edges(text, sentence, inside)
    found = _speaker(layout, whole) or (_inverted(text, whole) if whole != sentence else None)
    if found is None:
        return None
    comma, who, cue = found
    if any(hole.start < comma <= hole.end for hole in inside):
        return None  # "reports that according to X, an aide told ..."
    sentence = whole
    place = bisect_left(cues, cue)
    near = cues[max(0, place - 2) : place + 2]
    if any(start < cue[1] and who[0] < end for start, end in near) or layout.quotation_at(cue[0]) is not None:
        return None
    content = trim(text, sentence[0], comma + 1)
    words = text[content[0] : content[1]]
    if len(words.split()) < _FEWEST or (_ASIDE.match(words) and "," not in words):
        return None
    return Draft([who], [cue], [content], "say", "tail", 0.7)


def _without_edges(text: str, sentence: Range, holes: list[Splice]) -> Range:
    """A sentence without the phrases that cite at its beginning and its end."""
    start, end = sentence
    for hole in holes:
        if not text[start : hole.start].strip(" ,"):
            start = hole.end
        if hole.start > start and not text[hole.end : end].strip(' .,"”'):
            end = hole.start
    return trim(text, start, end) if start < end else sentence


def _inverted(text: str, sentence: Range) -> tuple[int, Range, Range] | None:
    """ "P, say two of the engineers": the comma, who speaks, and the cue."""
    match = _SAYS_WHO.search(text, max(sentence[0], sentence[1] - _NEAR), sentence[1])
    if match is None or not is_party(text, match.span("who")) or has_finite_verb(match["who"]):
        return None
    return match.start(), match.span("who"), match.span("cue")


def _speaker(layout: Layout, sentence: Range) -> tuple[int, Range, Range] | None:
    """The comma, who speaks behind it, and the cue, where a sentence ends with them."""
    text = layout.text
    for comma in _COMMA.finditer(text, max(sentence[0], sentence[1] - _NEAR), sentence[1]):
        words = list(_WORD.finditer(text, comma.end(), sentence[1]))
        place = next((number for number, word in enumerate(words) if _is_cue(word.group())), None)
        if place is None or not 0 < place <= _LONGEST:
            continue
        who = trim(text, comma.end(), words[place].start())
        while who[0] < who[1] and text[who[0] : who[1]].rpartition(" ")[2] in _AUXILIARIES:
            who = trim(text, who[0], who[1] - len(text[who[0] : who[1]].rpartition(" ")[2]))
        rest = _REST.fullmatch(text, words[place].end(), sentence[1])
        named = (
            who[0] < who[1]
            and _opens_party(text, who)
            and is_party(text, who)
            and not has_finite_verb(text[who[0] : who[1]])
        )
        if not named or rest is None or set(text[who[0] : who[1]]) & set(',;:"“”\n'):
            continue
        if not rest["rest"].split() or _fits(words[place].group(), rest["rest"]):
            return comma.start(), who, words[place].span()
    return None


def _is_cue(word: str) -> bool:
    return word in PLAIN_SAYING or word in _TOLD or word in _THINKING


def _opens_party(text: str, who: Range) -> bool:
    """Whether a phrase begins as a party does: a name, an article, a number, a noun; no "whose", no verb."""
    first = text[who[0] : who[1]].split(maxsplit=1)[0]
    if first[:1].isupper() or first.isdigit() or first.lower() in _FIRST:
        return True
    return first.endswith("s") and is_party_noun(first)


def _fits(cue: str, rest: str) -> bool:
    """ "told" takes who was told; other cues only time and place, or a clause."""
    return cue in _TOLD or rest.split(maxsplit=1)[0].strip(",") in _NO_OBJECT | {"which", "who", "citing"}
