"""What a content reports in turn: contents that hold a cue are read again, each as a text of its own.

The tagger gives the outermost attributions only. Most contents hold no word of reporting and are never
read again.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from onrecord.lang.cue_forms import cue_verb_forms
from onrecord.lang.cues import CLAUSE_VERBS
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, is_party, trim
from onrecord.stages.article.attribute.english.clauses import clause_draft
from onrecord.stages.article.attribute.english.spliced import Splice, Spliced
from onrecord.stages.article.attribute.english.trained import read_drafts
from onrecord.stages.article.attribute.readers import Reader, Reading

DEPTH = 3  # how deep inner readings go
LEAST = 0.5
_FEWEST, _MOST = 4, 250  # words of a content that is read again
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_JOINED = re.compile(r"[\"“”„«‹‘‚'「『`]+(?=[^\W\d_])")
# A mark right before a verb: "the king “assured me that ...”". The words are told by whom the verb says.
_VOICED = re.compile(
    r"(?<=\s)[\"“„«](?=(?:has |have |had )?(?:assured|swears?|swore|said|says?|told|promised|denied|warned|"
    r"admitted|claimed|insisted|asked|ordered|threatened|demanded|confirmed|believes?|thinks?)\b)"
)
_THAT_ONLY = re.compile(r"\s*that\s+")
_DOUBLE = frozenset('"“”„«»')
_ENDS = (".", "!", "?", "…")
_SENTENCE_END = re.compile(r"[.!?…](?:[\"”’'»]*\s|$)|\n")
_FAR = 300  # characters between two pieces of one sentence
_THAT = re.compile(r"\s*(?:[\"“‘'«]\s*)?that\s")
_JOINT = re.compile(r",?(?<!\s)\s++(?:and|but) that\s")
_NOUN_PHRASE = 12  # words before "who"
# "it had seen a letter in which the auditors warned ..."
_IN_WHICH = re.compile(
    r"\b(?:letter|statement|report|document|memo|email|e-mail|message|recording|video|book)s? in which\s"
)
_SURE = 0.6
# They tell what somebody knows, sees or does, and pass no words on.
_NOT_TOLD = frozenset(
    "know see find show prove discuss learn realize realise decide hold read understand recognize recognise "
    "imagine figure judge calculate see go put prefer intend plan seek aim wish like".split()
)
# Forms of cue verbs that in a content are nouns as a rule (on PolNeAR train one in ten tells of words).
_MOSTLY_NOUNS = frozenset(
    "state states order orders attack attacks point points email emails call calls term terms reason reasons "
    "comment comments thanks flag back backing question questions charge charges press news opinion "
    "accept".split()
)
# With an infinitive they tell what somebody means to do.
_WILLED = frozenset("want agree expect need decline refuse".split())
# With an object they tell what somebody did: "offered her resignation".
_GIVEN = frozenset("offer accept refuse give".split())
# What somebody is told to think or do himself: "he feared the worst" passes nothing on.
_OWN = frozenset("he she it they i we".split())
_MINDS = frozenset(verb for verb, name in CLAUSE_VERBS.items() if name == "believe") | {
    "fear",
    "worry",
    "confirm",
    "support",
    "back",
    "write",
    "mention",
    "hear",
    "threaten",
}
_CLAUSE = re.compile(r"(?:that|whether|how|why|if|to)\s|[\"“„«‘']")
_MODALS = frozenset("would could might may should must will can".split())
_ACTS = frozenset("accept agree recognize recognise support back oppose reject refuse offer".split())
_OPENING = re.compile(r"[\s\"“”„‟«»‹›‘’‚'「『`(]*(?:(?:that|whether|if|why|how)\s+)?[\"“”„«‹‘‚'「『`]*")
_QUOTES = "\"“”„‟«»‹›‘’‚'「」『』`"
_NOUNS = frozenset(
    "claim claims report reports statement statements according words accusation accusations denial denials "
    "warning warnings assertion assertions allegation allegations news rumour rumours rumor rumors promise "
    "assurance assurances opinion view reportedly allegedly clear concern concerns doubts objections".split()
)


def inner_drafts(layout: Layout, drafts: list[Draft], reader: Reader, holes: list[Splice]) -> list[Draft]:
    """Attributions inside the contents of `drafts`, each with its carrier; `holes` are never read."""
    found: list[Draft] = []
    level = drafts
    for _ in range(DEPTH):
        level = _next_level(layout, level, reader, holes)
        found.extend(level)
    return found


@dataclass(frozen=True, slots=True)
class ReadAs:
    """A reading in the offsets of its own line."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class _Part:
    """A sentence of a content, as the text that is read again."""

    draft: Draft
    content: list[Range]
    spliced: Spliced


def _next_level(layout: Layout, drafts: list[Draft], reader: Reader, holes: list[Splice]) -> list[Draft]:
    parts = [part for draft in drafts for part in _parts(layout, draft, holes)]
    found: list[Draft] = []
    for part, readings in zip(parts, _read_lines([part.spliced.text for part in parts], reader), strict=True):
        drafted = read_drafts(layout, readings, part.spliced, LEAST, "inner")
        read = _fitting(layout, part.draft, part.content, drafted)
        found += read or _fitting(layout, part.draft, part.content, _by_words(layout.text, part.spliced))
    return found


def _parts(layout: Layout, draft: Draft, holes: list[Splice]) -> list[_Part]:
    """The sentences of a content that hold a cue."""
    found = []
    for content in _by_sentence(layout, draft.content):
        if not _holds_cue(layout.text, content):
            continue
        spliced = _content_text(layout.text, content, holes)
        if _FEWEST <= len(_WORD.findall(spliced.text)) <= _MOST:
            found.append(_Part(draft, content, spliced))
    return found


def _read_lines(texts: list[str], reader: Reader) -> list[list[Reading]]:
    """Readings of each text. All are read at once, a line each: that costs half of one after the other.

    What the tagger links across lines is nobody's and left out.
    """
    lines = [text.replace("\n", " ") for text in texts]
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    found: list[list[Reading]] = [[] for _ in texts]
    for reading in reader("\n".join(lines)) if lines else ():
        number = bisect_right(starts, reading.cue[0][0]) - 1 if reading.cue else -1
        low, high = (starts[number], starts[number + 1]) if number >= 0 else (0, 0)
        parts = (reading.source, reading.cue, reading.content)
        if all(low <= start and end < high for part in parts for start, end in part):
            source, cue, content = (tuple((start - low, end - low) for start, end in part) for part in parts)
            found[number].append(ReadAs(source, cue, content, reading.confidence))
    return found


def _fitting(layout: Layout, outer: Draft, content: list[Range], found: list[Draft]) -> list[Draft]:
    """Those of the drafts that pass words on, with their carrier."""
    kept = []
    for inner in found:
        _whole_source(layout.text, content, inner)
        if _is_new(inner, outer) and is_told(layout.text, inner) and not _is_own(layout.text, outer, inner):
            inner.carrier = outer
            inner.confidence = round(inner.confidence * outer.confidence, 3)
            kept.append(inner)
    return kept


def _by_words(text: str, spliced: Spliced) -> list[Draft]:
    """What the words alone tell of a content in which the tagger saw nothing."""
    draft = clause_draft(spliced.text, (0, len(spliced.text)))
    if draft is None:
        return []
    for ranges in (draft.source, draft.cue, draft.content):
        back = [trim(text, *place) for whole in ranges for place in spliced.back(whole)]
        ranges[:] = [place for place in back if place[0] < place[1]]
    if not draft.source or not draft.cue or not draft.content:
        return []
    source = text[draft.source[0][0] : draft.source[0][1]]
    return [draft] if is_party(text, draft.source[0]) or source.lower() in _OWN else []


def _by_sentence(layout: Layout, content: list[Range]) -> list[list[Range]]:
    """Pieces of one sentence together ("The talks, he said, were good"), those behind "and that" apart."""
    text = layout.text
    groups: list[list[Range]] = []
    for part in content:
        last = groups[-1][-1] if groups else (0, 0)
        ended = text[last[0] : last[1]].rstrip(_QUOTES).endswith(_ENDS)
        gap = text[last[1] : part[0]]
        if groups and not ended and len(gap) < _FAR and not _SENTENCE_END.search(gap):
            groups[-1].append(part)
            continue
        joint = _joint(text, part) or _IN_WHICH.search(text, *part)
        groups += [[(part[0], joint.start())], [(joint.end(), part[1])]] if joint is not None else [[part]]
    return groups


def _joint(text: str, part: Range) -> re.Match[str] | None:
    """ "that the mayor wants it closed and that engineers ...": what follows the joint is told beside it."""
    first = _THAT.match(text, *part)
    joint = _JOINT.search(text, *part) if first is not None else None
    if first is None or joint is None or text.find(" that ", first.end(), joint.start()) >= 0:
        return None
    return joint


def _whole_source(text: str, content: list[Range], inner: Draft) -> None:
    """ "a source in the palace who says that ...": who it is stands before "who"."""
    if len(inner.source) != 1 or text[slice(*inner.source[0])].lower() not in ("who", "which", "that"):
        return
    start = next((low for low, high in content if low <= inner.source[0][0] < high), None)
    if start is None:
        return
    clause = max(start, *(text.rfind(mark, start, inner.source[0][0] - 2) + 1 for mark in ",;:"))
    before = trim(text, clause, inner.source[0][0])
    if before[0] < before[1] and is_party(text, before) and len(_WORD.findall(text, *before)) <= _NOUN_PHRASE:
        inner.source = [before]


def _is_own(text: str, outer: Draft, inner: Draft) -> bool:
    """ "“We advise against it,” the memo says": who speaks now says it, and passes nothing on."""
    if not inner.source or text[slice(*inner.source[0])].lower() not in ("i", "we") or not inner.cue:
        return False
    quoted = text[outer.content[0][0] : outer.content[0][0] + 1] in _QUOTES
    verb = _WORD.findall(text, *inner.cue[0])[:1]
    return quoted and bool(verb) and cue_verb_forms().get(verb[0].lower()) == verb[0].lower()


def is_told(text: str, inner: Draft) -> bool:
    """Whether words are passed on, and not only what somebody knows, sees or does."""
    words = [word.lower() for part in inner.cue for word in _WORD.findall(text, *part)]
    verbs = {cue_verb_forms()[word] for word in words if word in cue_verb_forms()}
    if verbs and verbs <= _NOT_TOLD and not {"let", "made", "make"} & set(words):
        return False
    start = inner.content[0][0]
    if verbs and verbs <= _WILLED and text[start : start + 3] == "to ":
        return False
    if verbs and verbs <= _GIVEN and text[start : start + 3] not in ("to ", "tha"):
        return False
    own = bool(inner.source) and text[slice(*inner.source[0])].lower() in _OWN
    if own and (not verbs or verbs <= _MINDS) and not _CLAUSE.match(text, start):
        return False
    if not inner.source and inner.confidence < _SURE:
        return False
    return not (_MODALS & set(words) and verbs <= _ACTS)


def _holds_cue(text: str, content: list[Range]) -> bool:
    """Whether a word may tell what somebody said. A capital inside a sentence is a name's ("the States")."""
    for start, end in content:
        for match in _WORD.finditer(text, start, end):
            word = match.group()
            if (word.islower() or match.start() == start) and word.lower() in _telling():
                return True
    return False


@cache
def _telling() -> frozenset[str]:
    """Words for which a content is read again."""
    told = {form for form, verb in cue_verb_forms().items() if verb not in _NOT_TOLD}
    return frozenset((told | _NOUNS) - _MOSTLY_NOUNS)


def _content_text(text: str, content: list[Range], holes: list[Splice]) -> Spliced:
    """The words of a content as a text: its marks and "that" left off, its first letter a capital."""
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[Range] = []
    length = 0

    def add(words: str, part: Range) -> None:
        nonlocal length
        pieces.append(words)
        starts.append(length)
        origins.append(part)
        length += len(words)

    for number, (start, end) in enumerate(content):
        low = _opened(text, start, end, number > 0)
        marks = sum(mark in _QUOTES for mark in text[start:low])
        high = _end(text, low, end, marks)
        if number + 1 < len(content) and text[content[number + 1][0]] in _QUOTES and text[high - 1] == ",":
            high -= 1  # "The king," he said, "told us": the comma is that of the cue
        for part in _without_holes((low, high), holes):
            words = text[part[0] : part[1]]
            if not pieces and words[:1].islower() and len(words[:1].upper()) == 1:
                words = words[:1].upper() + words[1:]
            if pieces and not pieces[-1][-1:].isspace() and not words[:1].isspace():
                add(" ", (part[0], part[0]))
            place = part[0]
            for found in _VOICED.finditer(words):
                add(words[place - part[0] : found.start()], (place, part[0] + found.start()))
                place = part[0] + found.end()
            add(words[place - part[0] :], (place, part[1]))
    return Spliced("".join(pieces), tuple(starts), tuple(origins), (True,) * len(pieces))


def _opened(text: str, start: int, end: int, joined: bool) -> int:
    """Where the words begin; a mark is left off when its quotation reaches to the end."""
    opening = (_JOINED if joined else _OPENING).match(text, start, end)
    if opening is None:
        return start
    high = opening.end()
    whole = text[max(start, end - 2) : end].strip()[-1:] in _QUOTES
    if joined or whole or not any(mark in _QUOTES for mark in text[start:high]):
        return high
    if not any(mark in _DOUBLE for mark in text[high:end]):
        return high
    that = _THAT_ONLY.match(text, start, end)
    return that.end() if that is not None else start


def _end(text: str, start: int, end: int, marks: int) -> int:
    """Where the words end; as many marks as the content opens with are left off there, too."""
    while end > start and (text[end - 1].isspace() or (marks > 0 and text[end - 1] in _QUOTES)):
        marks -= text[end - 1] in _QUOTES
        end -= 1
    return end


def _without_holes(part: Range, holes: list[Splice]) -> list[Range]:
    """What is left of a range; `holes` are in order and do not overlap."""
    left: list[Range] = []
    low = part[0]
    place = max(0, bisect_left(holes, low, key=lambda hole: hole.start) - 1)
    while place < len(holes) and holes[place].start < part[1]:
        if holes[place].end > low:
            left.append((low, holes[place].start))
            low = holes[place].end
        place += 1
    return [piece for piece in [*left, (low, part[1])] if piece[0] < piece[1]]


def _is_new(inner: Draft, outer: Draft) -> bool:
    """Not the outer one over again."""
    return inner.cue != outer.cue and sum(e - s for s, e in inner.content) < sum(
        e - s for s, e in outer.content
    )
