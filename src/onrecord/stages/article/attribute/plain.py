"""Attributions by punctuation and cue tables, for languages that nothing parses here.

A sentence is cut at commas, colons and dashes outside quotation marks; a piece with a word of
reporting is a cue piece, and its place tells where the content is: after it ("X sagte, dass ...",
"X: „...“") or before it ("..., sagte X", "..., — сказал X", "..., со ссылкой на Z").
"""

import re
from dataclasses import dataclass

from onrecord.lang.cues_other import PLAIN_CUES, PlainCues
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, trim
from onrecord.stages.article.attribute.edges import after_opening
from onrecord.stages.article.attribute.plain_speech import Speech

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*", re.UNICODE)
_CUT = re.compile(r"[,:]\s+|\s+[—–]\s+|[,:]$")
_ABBREVIATED = re.compile(r"(?:\b\w|\b(?:Dr|Prof|bzw|ca|Nr|St|Mio|Mrd|usw|гр|ст|ул|им|млн|тыс|рр|\d+))\.$")
_EDGE = " \t\r\n\xa0,;:.—–-"
_MAX_SOURCE = 14
_MAX_PIECES = 60
_LONGEST = 3000  # characters of a sentence that is read
_LEAD_WORDS = 16


@dataclass(slots=True)
class _Text(Layout):
    cues: PlainCues


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    pieces: tuple[Range, ...]


def plain_drafts(layout: Layout, code: str) -> list[Draft]:
    """Drafts of a text in a language with a cue table, in text order."""
    cues = PLAIN_CUES.get(code)
    if cues is None:
        return []
    view = _Text(layout.text, layout.quotations, layout.starts, layout.lines, layout.sentences, cues)
    found: list[Draft] = []
    speech = Speech()
    for sentence in _sentences(view):
        own = _of_sentence(view, sentence)
        whole = (sentence.start, sentence.end)
        found.extend(own)
        found.extend(speech.follow(view, cues, whole, own))
    return found


def _sentences(view: _Text) -> list[_Sentence]:
    ranges = view.sentences or [(0, len(view.text))]
    found = []
    for low, high in ranges:
        start = low
        for end in [*_ends(view, low, high), high]:
            first, last = trim(view.text, start, end, " \t\r\n\xa0")
            if first == 0 or view.text[first - 1] == "\n":
                first, last = after_opening(view.text, (first, last))
            if first < last <= first + _LONGEST:
                found.append(_Sentence(first, last, _pieces(view, first, last)))
            start = end
    return found


def _ends(view: _Text, low: int, high: int) -> list[int]:
    """Ends of sentences: full stops outside quotations, line ends, and quotations that end with a stop."""
    ends = []
    for match in re.finditer(r"\n|[.!?…]+[»”“\"’)]*(?=\s)", view.text[low:high]):
        start, end = low + match.start(), low + match.end()
        if match.group() == "\n":
            ends.append(end)
            continue
        inside = view.quotation_at(start)
        if inside is not None and inside.end > end:
            continue
        following = view.text[end : end + 3].strip()[:1]
        if _ABBREVIATED.search(view.text[max(low, start - 6) : start + 1]) or not (
            following[:1].isupper() or following in '„«"“—–' or not following
        ):
            continue
        ends.append(end)
    return ends


def _pieces(view: _Text, start: int, end: int) -> tuple[Range, ...]:
    pieces: list[Range] = []
    last = start
    for match in _CUT.finditer(view.text, start, end):
        if view.quotation_at(match.start()) is None and len(pieces) < _MAX_PIECES:
            pieces.append((last, match.start()))
            last = match.end()
    pieces.append((last, end))
    return tuple(pieces)


def _of_sentence(view: _Text, sentence: _Sentence) -> list[Draft]:
    drafts: list[Draft] = []
    for number, piece in enumerate(sentence.pieces):
        draft = (
            _possessed(view, sentence, piece)
            or _prefixed(view, sentence, piece)
            or _as_told(view, sentence, piece)
            or _reported(view, sentence, number)
        )
        if draft is not None:
            drafts.append(draft)
            drafts.extend(_cited(view, sentence, draft))
    if not drafts:
        named = _named_quotation(view, sentence)
        return [named] if named is not None else []
    return drafts


def _words(view: _Text, start: int, end: int) -> list[re.Match[str]]:
    return [
        match for match in _WORD.finditer(view.text, start, end) if view.quotation_at(match.start()) is None
    ]


def _lower(match: re.Match[str]) -> str:
    return match.group().lower()


# -- "laut X", "по словам X", "X zufolge" ---------------------------------------------------------


def _prefixed(view: _Text, sentence: _Sentence, piece: Range) -> Draft | None:
    words = _words(view, *piece)
    for place, word in enumerate(words[: _MAX_SOURCE * 3]):
        found = _prefix(view, words, place)
        if found is not None:
            length, cue_class, keep = found
            cue = (word.start(), words[place + length - 1].end())
            source = _run(view, cue[1], piece[1])
            if keep:
                cue = (word.start(), word.end())
                source = (words[place + 1].start(), source[1]) if source[0] < source[1] else source
            return _around(view, sentence, cue, source, (word.start(), source[1]), cue_class)
        after_noun = place and _lower(word) in view.cues.openers and _is_telling(view, words[place - 1])
        if place and (_lower(word) in view.cues.postpositions or after_noun):
            source = trim(view.text, _np_start(view, piece[0], words, place), word.start())
            return _around(
                view, sentence, (word.start(), word.end()), source, (source[0], word.end()), "report"
            )
    return None


def _possessed(view: _Text, sentence: _Sentence, piece: Range) -> Draft | None:
    """ "По её словам, ..." """
    words = _words(view, *piece)[:3]
    if len(words) < 3 or _lower(words[1]) not in view.cues.pronouns:
        return None
    if _lower(words[2]) not in view.cues.possessives.get(_lower(words[0]), ()):
        return None
    draft = _around(
        view, sentence, words[0].span(), words[1].span(), (words[0].start(), words[2].end()), "say"
    )
    if draft is not None:
        draft.cue = [words[0].span(), words[2].span()]
    return draft


def _as_told(view: _Text, sentence: _Sentence, piece: Range) -> Draft | None:
    """ "..., wie der Sprecher mitteilte, ..." """
    words = _words(view, *piece)
    if len(words) < 3 or len(words) > _MAX_SOURCE or _lower(words[0]) not in view.cues.as_words:
        return None
    cue_class = view.cues.verbs.get(_lower(words[-1]))
    source = _run(view, words[1].start(), words[-1].start())
    if cue_class is None or source[0] >= source[1]:
        return None
    draft = _around(view, sentence, words[-1].span(), source, piece, cue_class)
    if draft is not None:
        draft.cue = [words[0].span(), words[-1].span()]
    return draft


def _prefix(view: _Text, words: list[re.Match[str]], place: int) -> tuple[int, str, bool] | None:
    """Length in words of the prefix that begins here, its class, and whether its noun is of the source."""
    word = _lower(words[place])
    following = _lower(words[place + 1]) if place + 1 < len(words) else ""
    if f"{word} {following}" in view.cues.prefixes:
        return 2, view.cues.prefixes[f"{word} {following}"], False
    if word in view.cues.prefixes and following:
        return 1, view.cues.prefixes[word], False
    if word in view.cues.openers:
        for step, other in enumerate(words[place + 1 : place + 4], start=1):
            if any(part in _lower(other) for part in view.cues.telling):
                return step + 1, "say", True
    return None


def _is_telling(view: _Text, word: re.Match[str]) -> bool:
    """Whether a noun ends like one of telling: "Expertenmeinung nach"."""
    return word.group()[:1].isupper() and _lower(word).endswith(
        ("meinung", "ansicht", "auffassung", "einschätzung")
    )


def _np_start(view: _Text, low: int, words: list[re.Match[str]], place: int) -> int:
    first = place - 1
    while first > 0 and place - first < _MAX_SOURCE and _lower(words[first - 1]) not in view.cues.verbs:
        first -= 1
    return words[first].start() if words[first].start() > low else low


def _around(
    view: _Text, sentence: _Sentence, cue: Range, source: Range, hole: Range, cue_class: str
) -> Draft | None:
    if source[0] >= source[1]:
        return None
    parts = [trim(view.text, sentence.start, hole[0], _EDGE), trim(view.text, hole[1], sentence.end, _EDGE)]
    content = [_with_quotation(view, part) for part in parts if part[1] - part[0] > 3]
    return Draft([source], [cue], content, cue_class, "according", 0.6) if content else None


# -- "X sagte, ...", "..., sagte X" ---------------------------------------------------------------


def _reported(view: _Text, sentence: _Sentence, number: int) -> Draft | None:
    piece = sentence.pieces[number]
    words = _words(view, *piece)
    for place, word in enumerate(words[:_LEAD_WORDS]):
        name = _lower(word)
        tail = number > 0 and place == 0
        if (
            tail
            and name == "so"
            and view.cues.particles
            and place + 1 < len(words)
            and words[1].group()[0].isupper()
        ):
            return _tail(view, sentence, number, word, "say")
        closing = _lower(words[-1]) if place < len(words) - 1 else ""
        if name in view.cues.auxiliaries and closing in view.cues.participles:
            return _lead(view, sentence, number, words[:-1], place, words[-1])
        if name not in view.cues.verbs or (name in _GOING and closing != "aus"):
            continue
        if tail:
            return _tail(view, sentence, number, word, view.cues.verbs[name]) or _apposed(
                view, sentence, number, words
            )
        return _lead(view, sentence, number, words, place)
    return None


_GOING = frozenset("geht gehen ging gingen".split())  # "geht davon aus"


def _apposed(view: _Text, sentence: _Sentence, number: int, words: list[re.Match[str]]) -> Draft | None:
    """ "Ein Sprecher, Jan Roth, sagte, ...": the subject stands before its apposition."""
    start = sentence.pieces[0][0]
    before = trim(view.text, start, sentence.pieces[number][0])
    first = _WORD.match(view.text, start)
    if number + 1 >= len(sentence.pieces) or first is None or len(_words(view, *before)) > 2 * _MAX_SOURCE:
        return None
    if _lower(first) in view.cues.not_source or not view.text[first.start()].isupper():
        return None
    content = _with_quotation(view, trim(view.text, sentence.pieces[number + 1][0], sentence.end, _EDGE))
    cue_class = view.cues.verbs[_lower(words[0])]
    return Draft([before], [words[0].span()], [content], cue_class, "clause", 0.55, takes_quote=True)


def _tail(view: _Text, sentence: _Sentence, number: int, verb: re.Match[str], cue_class: str) -> Draft | None:
    piece = sentence.pieces[number]
    source = _run(view, verb.end(), piece[1])
    before = trim(view.text, sentence.start, sentence.pieces[number - 1][1], _EDGE)
    if source[0] >= source[1] or before[1] - before[0] < 4:
        return None
    cue = [(verb.start(), verb.end()), *_particle(view, source[1], piece[1])]
    content = [_with_quotation(view, before)]
    if number + 1 < len(sentence.pieces):  # "..., sagte er, ..." goes on after the cue
        after = trim(view.text, sentence.pieces[number + 1][0], sentence.end, _EDGE)
        if after[1] - after[0] > 3 and not _is_relative(view, after):
            content.append(_with_quotation(view, after))
    return Draft([source], cue, content, cue_class, "tail", 0.65, takes_quote=True)


_RELATIVE = frozenset(
    "der die das welcher welche welches який яка яке які который которая которое которые".split()
)


def _is_relative(view: _Text, part: Range) -> bool:
    first = _WORD.search(view.text, *part)
    return first is not None and _lower(first) in _RELATIVE


def _lead(
    view: _Text,
    sentence: _Sentence,
    number: int,
    words: list[re.Match[str]],
    place: int,
    participle: re.Match[str] | None = None,
) -> Draft | None:
    if number + 1 >= len(sentence.pieces):
        return _object(view, sentence, words, place, participle)
    verb, piece = words[place], sentence.pieces[number]
    mark = view.text[piece[1] : sentence.pieces[number + 1][0]]
    start = sentence.pieces[number + 1][0]
    first = _WORD.match(view.text, start)
    opened = ":" in mark or (first is not None and _lower(first) in view.cues.that)
    bare = not view.text[verb.end() : piece[1]].strip()
    if not opened and (
        not view.cues.particles or (not bare and first is not None and _lower(first) in _RELATIVE)
    ):
        return None  # without "that", only German speaks on after the comma
    if not opened and number > 0:
        return None
    limit = participle.start() if participle is not None else piece[1]
    source = _subject(view, (piece[0], limit), words, place)
    if source[0] >= source[1]:
        return None
    closing = [participle.span()] if participle is not None else []
    cue = [verb.span(), *(closing or _particle(view, max(source[1], verb.end()), piece[1]))]
    content = _with_quotation(view, trim(view.text, start, sentence.end, _EDGE))
    if content[1] - content[0] < 4:
        return None
    cue_class = _class(view, verb, participle)
    return Draft([source], cue, [content], cue_class, "clause", 0.65, takes_quote=True)


def _class(view: _Text, verb: re.Match[str], participle: re.Match[str] | None) -> str:
    if participle is not None:
        return view.cues.participles[_lower(participle)]
    return view.cues.verbs[_lower(verb)]


def _object(
    view: _Text,
    sentence: _Sentence,
    words: list[re.Match[str]],
    place: int,
    participle: re.Match[str] | None,
) -> Draft | None:
    """ "X nannte den Plan „...“": the quotation in the cue's own piece; all of it for what X denies."""
    verb = words[place]
    piece = sentence.pieces[-1]
    cue_class = _class(view, verb, participle)
    limit = participle.start() if participle is not None else piece[1]
    source = _subject(view, (piece[0], limit), words, place)
    cue = [verb.span(), *([participle.span()] if participle is not None else [])]
    denied = trim(view.text, verb.end(), limit, _EDGE)
    if cue_class == "deny" and source[1] <= verb.start() and len(_words(view, *denied)) >= 2:
        return Draft([source], cue, [denied], cue_class, "object", 0.55) if source[0] < source[1] else None
    inside = [item for item in view.quotations if verb.end() <= item.start and item.end <= piece[1] + 1]
    if not inside or source[0] >= source[1]:
        return None
    content = [(item.start, item.end) for item in inside[:3]]
    return Draft([source], cue, content, cue_class, "quote", 0.55)


def _subject(view: _Text, piece: Range, words: list[re.Match[str]], place: int) -> Range:
    """Before the verb when that begins like a noun phrase, else the names after it."""
    start = piece[0]
    if place > 1 and _lower(words[0]) in view.cues.leading:
        start, words, place = words[1].start(), words[1:], place - 1
    before = trim(view.text, start, words[place].start(), " \t\r\n\xa0")
    before = _before_citing(view, before)
    if place and _lower(words[0]) not in view.cues.not_source and place <= _MAX_SOURCE:
        return before
    return _run(view, words[place].end(), piece[1])


def _before_citing(view: _Text, part: Range) -> Range:
    """ "Die Agentur hatte unter Berufung auf ..." names the citing party before the cited one."""
    lowered = view.text[part[0] : part[1]].lower()
    places = [lowered.find(phrase) for phrase in view.cues.citing]
    at = min((place for place in places if place > 0), default=-1)
    if at < 0 or len(lowered) != part[1] - part[0]:
        return part
    return trim(view.text, part[0], part[0] + at)


def _run(view: _Text, start: int, end: int) -> Range:
    """The noun phrase that begins at `start`: up to a stop word or a lower-case word after its name."""
    last = start
    named = False
    for count, word in enumerate(_WORD.finditer(view.text, start, end)):
        between = view.text[last : word.start()]
        name = word.group().lower()
        if count and (any(mark in between for mark in ".;:!?") or (name in view.cues.stops and named)):
            break
        if count == 0 and name in view.cues.pronouns:
            return word.start(), word.end()
        if count == 0 and name in view.cues.stops:
            return start, start
        if count >= _MAX_SOURCE or (view.cues.particles and named and _ends_phrase(view, word, between)):
            break
        named = named or word.group()[0].isupper()
        last = word.end()
    quotation = view.quotation_at(last)
    if quotation is not None and quotation.end <= end:
        last = quotation.end
    elif view.text[last : last + 1] in '“”»")' and last < end:
        last += 1
    return trim(view.text, start, last, " \t\r\n\xa0,") if named else (start, start)


_LINKS = frozenset("der des von und für die dem den zu zur zum beim vom in im".split())


def _ends_phrase(view: _Text, word: re.Match[str], between: str) -> bool:
    """German nouns have capitals: a lower-case word that links nothing ends the phrase."""
    name = word.group()
    return name[0].islower() and name not in _LINKS and not between.rstrip().endswith(("„", "(", "«"))


def _particle(view: _Text, start: int, end: int) -> list[Range]:
    """The separated particle at the end of the cue's piece ("teilte X mit")."""
    words = list(_WORD.finditer(view.text, start, end))
    if words and words[-1].group().lower() in view.cues.particles:
        return [(words[-1].start(), words[-1].end())]
    return []


# -- quotations and citing ------------------------------------------------------------------------


def _named_quotation(view: _Text, sentence: _Sentence) -> Draft | None:
    """ "X: „...“" without a verb."""
    if len(sentence.pieces) < 2:
        return None
    first, second = sentence.pieces[0], sentence.pieces[1]
    colon = view.text.find(":", first[1], second[0])
    quotation = view.quotation_at(second[0])
    words = _words(view, *first)
    if colon < 0 or quotation is None or not 0 < len(words) <= 8 or not words[0].group()[0].isupper():
        return None
    if _lower(words[0]) in view.cues.not_source:
        return None
    content = (quotation.start, quotation.end)
    return Draft([trim(view.text, *first)], [(colon, colon + 1)], [content], "say", "speaker line", 0.6)


def _with_quotation(view: _Text, part: Range) -> Range:
    """Take in the marks of quotations that the part begins or ends in."""
    start, end = part
    first, last = view.quotation_at(start), view.quotation_at(max(start, end - 1))
    return (first.start if first is not None else start), (last.end if last is not None else end)


def _cited(view: _Text, sentence: _Sentence, carrier: Draft) -> list[Draft]:
    """ "... со ссылкой на Z": the cited party, carried by the one that cites it."""
    lowered = view.text[sentence.start : sentence.end].lower()
    if len(lowered) != sentence.end - sentence.start:
        return []
    for phrase in view.cues.citing:
        at = lowered.find(phrase)
        if at < 0:
            continue
        cue = (sentence.start + at, sentence.start + at + len(phrase))
        source = _cited_party(view, cue[1], sentence.end)
        if source[0] >= source[1]:
            continue
        content = [part for whole in carrier.content for part in _cut(view, whole, (cue[0], source[1]))]
        carrier.source = [
            trim(view.text, part[0], min(part[1], cue[0])) if part[0] < cue[0] < part[1] else part
            for part in carrier.source
        ]
        carrier.content = list(content)
        if content:
            return [Draft([source], [cue], list(content), carrier.cue_class, "citing", 0.6, carrier=carrier)]
    return []


def _cited_party(view: _Text, start: int, end: int) -> Range:
    stop = re.compile(r"[,.;:](?:\s|$)").search(view.text, start, end)
    last = stop.start() if stop else end
    for word in _words(view, start, last)[1:]:
        if _lower(word) in view.cues.verbs or _lower(word) in view.cues.participles:
            last = word.start()
            break
    return trim(view.text, start, last, _EDGE)


def _cut(view: _Text, whole: Range, hole: Range) -> list[Range]:
    if hole[1] <= whole[0] or hole[0] >= whole[1]:
        return [whole]
    parts = [trim(view.text, whole[0], hole[0], _EDGE), trim(view.text, hole[1], whole[1], _EDGE)]
    return [part for part in parts if part[1] - part[0] > 3]
