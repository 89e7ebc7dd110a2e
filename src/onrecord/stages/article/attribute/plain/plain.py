"""Attributions by punctuation and cue tables, for languages that no tagger reads here.

German is read here; Russian and Ukrainian have their own rules (`slavic`).

A sentence is cut at commas, colons and dashes outside quotation marks; a piece with a word of
reporting is a cue piece, and its place tells where the content is: after it ("X sagte, dass ...",
"X: „...“") or before it ("..., sagte X", "..., — сказал X", "..., со ссылкой на Z").
"""

import re

from onrecord.lang.cues_de import PLAIN_CUES
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, trim
from onrecord.stages.article.attribute.plain.plain_source import (
    MAX_SOURCE,
    cited_party,
    is_telling,
    particle,
    phrase_start,
    run,
    subject,
    told_outlet,
)
from onrecord.stages.article.attribute.plain.plain_speech import Speech
from onrecord.stages.article.attribute.plain.plain_text import (
    EDGE,
    WORD,
    PlainText,
    Sentence,
    lower,
    sentences,
    with_quotation,
    words_of,
)
from onrecord.stages.article.attribute.slavic import slavic_drafts

_LEAD_WORDS = 16
_GOING = frozenset("geht gehen ging gingen".split())  # "geht davon aus"
_RELATIVE = frozenset(
    "der die das welcher welche welches який яка яке які который которая которое которые".split()
)


def plain_drafts(layout: Layout, code: str) -> list[Draft]:
    """Drafts of a text in a language with a cue table, in text order."""
    cues = PLAIN_CUES.get(code)
    if cues is None:
        return slavic_drafts(layout, code)
    view = PlainText(layout.text, layout.quotations, layout.starts, layout.lines, layout.sentences, cues)
    found: list[Draft] = []
    speech = Speech()
    for sentence in sentences(view):
        own = _of_sentence(view, sentence)
        whole = (sentence.start, sentence.end)
        found.extend(own)
        found.extend(speech.follow(view, cues, whole, own))
    return found


def _of_sentence(view: PlainText, sentence: Sentence) -> list[Draft]:
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


def _prefixed(view: PlainText, sentence: Sentence, piece: Range) -> Draft | None:
    words = words_of(view, *piece)
    for place, word in enumerate(words[: MAX_SOURCE * 3]):
        found = _prefix(view, words, place)
        if found is not None:
            length, cue_class, keep = found
            cue = (word.start(), words[place + length - 1].end())
            source = run(view, cue[1], piece[1])
            if keep:
                cue = (word.start(), word.end())
                source = (words[place + 1].start(), source[1]) if source[0] < source[1] else source
            return _around(view, sentence, cue, source, (word.start(), source[1]), cue_class)
        after_noun = place and lower(word) in view.cues.openers and is_telling(view, words[place - 1])
        if place and (lower(word) in view.cues.postpositions or after_noun):
            source = trim(view.text, phrase_start(view, piece[0], words, place), word.start())
            return _around(
                view, sentence, (word.start(), word.end()), source, (source[0], word.end()), "report"
            )
    return None


def _possessed(view: PlainText, sentence: Sentence, piece: Range) -> Draft | None:
    """ "По её словам, ..." """
    words = words_of(view, *piece)[:3]
    if len(words) < 3 or lower(words[1]) not in view.cues.pronouns:
        return None
    if lower(words[2]) not in view.cues.possessives.get(lower(words[0]), ()):
        return None
    draft = _around(
        view, sentence, words[0].span(), words[1].span(), (words[0].start(), words[2].end()), "say"
    )
    if draft is not None:
        draft.cue = [words[0].span(), words[2].span()]
    return draft


def _as_told(view: PlainText, sentence: Sentence, piece: Range) -> Draft | None:
    """ "..., wie der Sprecher mitteilte, ..." """
    words = words_of(view, *piece)
    if len(words) < 3 or len(words) > MAX_SOURCE or lower(words[0]) not in view.cues.as_words:
        return None
    cue_class = view.cues.verbs.get(lower(words[-1]))
    source = run(view, words[1].start(), words[-1].start())
    if cue_class is None or source[0] >= source[1]:
        return None
    draft = _around(view, sentence, words[-1].span(), source, piece, cue_class)
    if draft is not None:
        draft.cue = [words[0].span(), words[-1].span()]
    return draft


def _prefix(view: PlainText, words: list[re.Match[str]], place: int) -> tuple[int, str, bool] | None:
    """Length in words of the prefix that begins here, its class, and whether its noun is of the source."""
    word = lower(words[place])
    following = lower(words[place + 1]) if place + 1 < len(words) else ""
    if f"{word} {following}" in view.cues.prefixes:
        return 2, view.cues.prefixes[f"{word} {following}"], False
    if word in view.cues.prefixes and following:
        return 1, view.cues.prefixes[word], False
    if word in view.cues.openers:
        for step, other in enumerate(words[place + 1 : place + 4], start=1):
            if any(part in lower(other) for part in view.cues.telling):
                return step + 1, "say", True
    return None


def _around(
    view: PlainText, sentence: Sentence, cue: Range, source: Range, hole: Range, cue_class: str
) -> Draft | None:
    if source[0] >= source[1]:
        return None
    parts = [trim(view.text, sentence.start, hole[0], EDGE), trim(view.text, hole[1], sentence.end, EDGE)]
    content = [with_quotation(view, part) for part in parts if part[1] - part[0] > 3]
    return Draft([source], [cue], content, cue_class, "according", 0.6) if content else None


def _reported(view: PlainText, sentence: Sentence, number: int) -> Draft | None:
    piece = sentence.pieces[number]
    words = words_of(view, *piece)
    for place, word in enumerate(words[:_LEAD_WORDS]):
        name = lower(word)
        tail = number > 0 and place == 0
        if (
            tail
            and name == "so"
            and view.cues.particles
            and place + 1 < len(words)
            and words[1].group()[0].isupper()
        ):
            return _tail(view, sentence, number, word, "say")
        closing = lower(words[-1]) if place < len(words) - 1 else ""
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


def _apposed(view: PlainText, sentence: Sentence, number: int, words: list[re.Match[str]]) -> Draft | None:
    """ "Ein Sprecher, Jan Roth, sagte, ...": the subject stands before its apposition."""
    start = sentence.pieces[0][0]
    before = trim(view.text, start, sentence.pieces[number][0])
    first = WORD.match(view.text, start)
    if number + 1 >= len(sentence.pieces) or first is None or len(words_of(view, *before)) > 2 * MAX_SOURCE:
        return None
    if lower(first) in view.cues.not_source or not view.text[first.start()].isupper():
        return None
    content = with_quotation(view, trim(view.text, sentence.pieces[number + 1][0], sentence.end, EDGE))
    cue_class = view.cues.verbs[lower(words[0])]
    return Draft([before], [words[0].span()], [content], cue_class, "clause", 0.55, takes_quote=True)


def _tail(
    view: PlainText, sentence: Sentence, number: int, verb: re.Match[str], cue_class: str
) -> Draft | None:
    piece = sentence.pieces[number]
    source = run(view, verb.end(), piece[1])
    before = trim(view.text, sentence.start, sentence.pieces[number - 1][1], EDGE)
    if source[0] >= source[1] or before[1] - before[0] < 4:
        return None
    cue = [(verb.start(), verb.end()), *particle(view, source[1], piece[1])]
    content = [with_quotation(view, before)]
    if number + 1 < len(sentence.pieces):  # "..., sagte er, ..." goes on after the cue
        after = trim(view.text, sentence.pieces[number + 1][0], sentence.end, EDGE)
        if after[1] - after[0] > 3 and not _is_relative(view, after):
            content.append(with_quotation(view, after))
    told = told_outlet(view, source[0], piece[1])
    if told is not None:  # "sagte ein Beamter dem Sender Harrow"
        source = trim(view.text, source[0], max(source[0], min(source[1], told[0])))
        if source[0] >= source[1]:
            return None
    draft = Draft([source], cue, content, cue_class, "tail", 0.65, takes_quote=True)
    draft.addressee = told
    return draft


def _is_relative(view: PlainText, part: Range) -> bool:
    first = WORD.search(view.text, *part)
    return first is not None and lower(first) in _RELATIVE


def _lead(
    view: PlainText,
    sentence: Sentence,
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
    first = WORD.match(view.text, start)
    opened = ":" in mark or (first is not None and lower(first) in view.cues.that)
    closed = participle is not None and view.cues.participles[lower(participle)] != "deny"
    separated = particle(view, verb.end(), piece[1])  # "teilte die Stadt mit, der Antrag ..."
    bare = closed or bool(separated) or not view.text[verb.end() : piece[1]].strip()
    if not opened and (
        not view.cues.particles or (not bare and first is not None and lower(first) in _RELATIVE)
    ):
        return None  # without "that", only German speaks on after the comma
    if not opened and number > 0:
        return None
    limit = participle.start() if participle is not None else piece[1]
    source = subject(view, (piece[0], limit), words, place)
    if source[0] >= source[1]:
        return None
    closing = [participle.span()] if participle is not None else []
    cue = [verb.span(), *(closing or particle(view, max(source[1], verb.end()), piece[1]))]
    content = with_quotation(view, trim(view.text, start, sentence.end, EDGE))
    if content[1] - content[0] < 4:
        return None
    cue_class = _class(view, verb, participle)
    draft = Draft([source], cue, [content], cue_class, "clause", 0.65, takes_quote=True)
    draft.addressee = told_outlet(view, max(source[1], verb.end()), limit)
    return draft


def _class(view: PlainText, verb: re.Match[str], participle: re.Match[str] | None) -> str:
    if participle is not None:
        return view.cues.participles[lower(participle)]
    return view.cues.verbs[lower(verb)]


def _object(
    view: PlainText,
    sentence: Sentence,
    words: list[re.Match[str]],
    place: int,
    participle: re.Match[str] | None,
) -> Draft | None:
    """ "X nannte den Plan „...“": the quotation in the cue's own piece; all of it for what X denies."""
    verb = words[place]
    piece = sentence.pieces[-1]
    cue_class = _class(view, verb, participle)
    limit = participle.start() if participle is not None else piece[1]
    source = subject(view, (piece[0], limit), words, place)
    cue = [verb.span(), *([participle.span()] if participle is not None else [])]
    denied = trim(view.text, verb.end(), limit, EDGE)
    if cue_class == "deny" and source[1] <= verb.start() and len(words_of(view, *denied)) >= 2:
        return Draft([source], cue, [denied], cue_class, "object", 0.55) if source[0] < source[1] else None
    inside = [item for item in view.quotations if verb.end() <= item.start and item.end <= piece[1] + 1]
    if not inside or source[0] >= source[1]:
        return None
    content = [(item.start, item.end) for item in inside[:3]]
    return Draft([source], cue, content, cue_class, "quote", 0.55)


def _named_quotation(view: PlainText, sentence: Sentence) -> Draft | None:
    """ "X: „...“" without a verb."""
    if len(sentence.pieces) < 2:
        return None
    first, second = sentence.pieces[0], sentence.pieces[1]
    colon = view.text.find(":", first[1], second[0])
    quotation = view.quotation_at(second[0])
    words = words_of(view, *first)
    if colon < 0 or quotation is None or not 0 < len(words) <= 8 or not words[0].group()[0].isupper():
        return None
    if lower(words[0]) in view.cues.not_source:
        return None
    content = (quotation.start, quotation.end)
    return Draft([trim(view.text, *first)], [(colon, colon + 1)], [content], "say", "speaker line", 0.6)


def _cited(view: PlainText, sentence: Sentence, carrier: Draft) -> list[Draft]:
    """ "... со ссылкой на Z": the cited party, carried by the one that cites it."""
    lowered = view.text[sentence.start : sentence.end].lower()
    if len(lowered) != sentence.end - sentence.start:
        return []
    for phrase in view.cues.citing:
        at = lowered.find(phrase)
        if at < 0:
            continue
        cue = (sentence.start + at, sentence.start + at + len(phrase))
        source = cited_party(view, cue[1], sentence.end)
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


def _cut(view: PlainText, whole: Range, hole: Range) -> list[Range]:
    if hole[1] <= whole[0] or hole[0] >= whole[1]:
        return [whole]
    parts = [trim(view.text, whole[0], hole[0], EDGE), trim(view.text, hole[1], whole[1], EDGE)]
    return [part for part in parts if part[1] - part[0] > 3]
