"""Who is cited by whom, by the words: "citing Y", "with reference to Y", "as quoted by X", "As X reports".

Such words are set into a sentence that already has its own attribution ("X reports, citing Y, that P").
They are found first, left out of what the tagger reads, and made attributions of their own afterwards: the
cited party's stands inside that of the party which cites it, with the same content; the party that quotes
stands outside, with the whole clause as its content.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.lang.cue_forms import PLAIN_SAYING, cue_verb_forms, reporting_forms
from onrecord.lang.parties import has_finite_verb, is_party_phrase
from onrecord.stages.article.attribute.draft import Layout, Range, trim
from onrecord.stages.article.attribute.english.cited_party import AUXILIARIES, next_words, party_end
from onrecord.stages.article.attribute.english.insertion import Insertion
from onrecord.stages.article.attribute.english.relayed import relayed_insertions

_LONGEST = 1500  # characters of a sentence that is looked at
_TAIL = 160  # characters of a sentence's end that are looked at
_CITED = re.compile(
    r"(?P<lead>,\s++|(?<=[^\w\s])\s*+|(?<!\s)\s++|^)"
    r"(?:(?P<cite>(?:while |and |but )?(?:[Cc]iting|[Qq]uoting)|(?:and|but) (?:also )?(?:quote[sd]|"
    r"cite[sd]))|"
    r"(?P<refer>[Ww]ith (?:a )?(?:reference|link) to|[Rr]eferring to|(?:[Bb]ased|[Rr]elying|[Dd]rawing) on)|"
    r"(?P<relative>(?:who|which|that)(?: also| in turn| itself| themselves| in its turn)* "
    r"(?:cites?|cited|quotes?|quoted|refers? to|referred to)))\s+(?=\S)"
)
_QUOTED_BY = re.compile(
    r"(?:(?P<noun>\b(?:statements?|comments?|remarks?|interviews?|letters?|speech|words|messages?|posts?|audio|notes?|"
    r"communiqu[eé]|address|warnings?|claims?|accounts?|cables?|memos?|recordings?|videos?|transcripts?|e-?mails?|"
    r"articles?|texts|chats?)"
    r"(?: (?:with|to|by) [^,.;:\"“”\n]{2,60}?)?)(?:, (?:and )?|\s+)|(?P<lead>,\s++|(?<!\s)\s++|^|(?<=\n)))"
    r"(?P<cue>[Aa]s (?:quoted|cited|reported|relayed|told|published|carried)(?: by| in)|"
    r"(?:[Qq]uoted|[Cc]ited|carried|relayed|broadcast|aired|distributed|published) (?:by|in|on))\s+(?=\S)"
)
_HEARD_FROM = re.compile(
    r"\b(?:heard|hears?|learn(?:s|ed|t)?|found out)\s+(?P<from>(?:directly |first )?from)\s+"
    r"(?P<who>[^,.;:\"“”\n]{2,160}?)(?=,? that\b)"
)
_IN = re.compile(r"\b[Ii]n (?:an? |the |his |her |its |their )?$")
_RAN = re.compile(
    r"(?P<who>[^,.;:\"“”\n]{2,80}?) (?P<cue>ran|published|aired|carried|broadcast|printed|released|posted) "
    r"(?:an? |the )?[\w -]{3,60}? in which (?=\S)"
)
_DASHED = re.compile(
    r"\s(?P<cue>[–—-])\s(?P<who>[^,.;:\"“”\n–—]{2,60}?)(?=,? (?:citing|quoting|with (?:a )?reference to) )"
)
_AT_END = re.compile(
    r",[\"”’»]?(?P<hole>\s+(?:(?P<cue>reports?|reported|writes?|wrote)\s+(?P<who>[^,;:\"“”«»\n]{2,80}?)|"
    r"(?P<who2>[^,;:\"“”«»\n]{2,80}?)\s+(?:(?:has|have|had|also)\s+)?(?P<cue2>reports?|reported|writes?|wrote)"
    r"(?P<rest>(?:\s+(?:on|in|late|early|earlier|last|this|yesterday|today)\b[^,;:\"“”\n]{0,40})?)))\s*[.]?\s*$"
)
_ACCORDING = re.compile(
    r"(?:(?:^|(?<=[.!?…”\"»\n]\s)|(?<=\n))(?P<cue>According to)|(?<=\bthat)(?P<in>,? according to))\s+(?=\S)"
)
_AS_TOLD = re.compile(r"\b(?P<cue>[Aa]s)\s+(?=\S)")
_OPENS_AS = re.compile(r"(?:^|[.!?…”\"»\n]\s|\n|, )$")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_PASSIVES = AUXILIARIES | frozenset("been be being often widely also were as not and or".split())
_WHEN = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august "
    "september october november december today yesterday".split()
)


def find_insertions(layout: Layout) -> list[Insertion]:
    """Citing phrases in text order, none in another."""
    found = sorted(
        [
            *_cited(layout),
            *_quoted_by(layout),
            *_as_told(layout),
            *_according(layout),
            *_heard_from(layout),
            *_reported_at_end(layout),
            *_ran(layout),
            *_dashed(layout),
            *relayed_insertions(layout),
        ],
        key=lambda item: (item.hole, item.outer),
    )
    kept: list[Insertion] = []
    for item in found:
        last = kept[-1].hole[1] if kept else 0
        if item.cue[0][0] >= last:
            kept.append(replace(item, hole=(max(last, item.hole[0]), item.hole[1])))
    return kept


def _sentence(layout: Layout, offset: int) -> Range | None:
    sentence = layout.sentence_at(offset)
    if sentence is None or not sentence[0] <= offset < sentence[1] <= sentence[0] + _LONGEST:
        return None
    return sentence


def _cited(layout: Layout) -> Iterator[Insertion]:
    for match in _CITED.finditer(layout.text):
        name = "cite" if match["cite"] else "refer" if match["refer"] else "relative"
        start = match.start(name)
        sentence = _sentence(layout, start)
        if sentence is None or (match.start() + 1 < sentence[0] and start < sentence[0]):
            continue
        if (
            match[name].startswith(("and ", "but "))
            and not set(_lowered(layout, sentence, start)) & reporting_forms()
        ):
            continue
        if name == "relative" and not match["lead"].startswith(","):
            continue
        opens = _begins(layout.text, sentence, start)
        if (
            name == "refer"
            and match["refer"][:1] not in "Ww"
            and not (opens or match["lead"].startswith(","))
        ):
            continue
        first = layout.text[sentence[0] : sentence[0] + 3].lower() == "as "
        bare = not opens and not match["lead"].startswith(",") and not _has_verb(layout, sentence, start)
        led = opens or first or _by_according(layout, sentence)
        end, close = party_end(layout, match.end(), sentence, led, bare)
        source = trim(layout.text, match.end(), end)
        if not is_party_phrase(layout.text[source[0] : source[1]]) or (
            name == "refer" and not _reports(layout, sentence, match, end)
        ):
            continue
        if end == close and _is_told(layout, sentence, start):  # "maintains that P, citing claims that Q"
            close = trim(layout.text, close, sentence[1], " \t\r\n\xa0.!?…")[1]
        hole = (start if opens else match.start(), close)
        yield Insertion(hole, (trim(layout.text, start, match.end()),), source, outer=False)


def _has_verb(layout: Layout, sentence: Range, start: int) -> bool:
    """Whether a verb stands before a phrase: "The ministry denied it, citing ..."."""
    return has_finite_verb(layout.text[sentence[0] : start])


def _is_told(layout: Layout, sentence: Range, start: int) -> bool:
    """Whether what is told stands before a phrase already, behind a verb of reporting."""
    before = _lowered(layout, sentence, start)
    place = next((n for n, word in enumerate(reversed(before)) if word in reporting_forms()), None)
    follows = layout.text[start : sentence[1]].find(" that ") >= 0
    return follows and place is not None and place > 3


def _begins(text: str, sentence: Range, start: int) -> bool:
    """Whether a phrase opens a sentence, or a clause: "that, citing a doctor, the radio ..."."""
    before = text[sentence[0] : start].rstrip(" ,")
    return not before.strip("\"“'‘«( ") or before.endswith((" that", " but", " and"))


def _by_according(layout: Layout, sentence: Range) -> bool:
    return layout.text[sentence[0] : sentence[0] + 12].lower() == "according to"


def _reports(layout: Layout, sentence: Range, match: re.Match[str], end: int) -> bool:
    """Whether a word of reporting stands outside the phrase in its sentence."""
    words = [*_words(layout, sentence[0], match.start()), *_words(layout, end, sentence[1])]
    return any(word.group().lower() in cue_verb_forms() for word in words)


def _lowered(layout: Layout, sentence: Range, end: int) -> list[str]:
    return [word.group().lower() for word in _words(layout, sentence[0], end)]


def _words(layout: Layout, start: int, end: int) -> list[re.Match[str]]:
    return [
        item for item in _WORD.finditer(layout.text, start, end) if layout.quotation_at(item.start()) is None
    ]


def _quoted_by(layout: Layout) -> Iterator[Insertion]:
    for match in _QUOTED_BY.finditer(layout.text):
        start = match.start("cue")
        sentence = _sentence(layout, start)
        if sentence is None or layout.quotation_at(start) is not None:
            continue
        bare = match["cue"][:2].lower() != "as"
        before = layout.text[max(sentence[0], start - 24) : start].split()
        alone = bare and match["noun"] is None and not match["lead"].startswith(",")
        named = match["cue"].lower().startswith(("quoted", "cited")) and (
            start == sentence[0] or (before and before[-1].lower() not in _PASSIVES)
        )
        if alone and not named:
            continue
        if match["cue"].startswith("published") and not _published(layout.text, sentence, match):
            continue
        led = layout.text[sentence[0] : sentence[0] + 12].lower().startswith(("as ", "according to"))
        opens = start == sentence[0] or (match["noun"] is not None and _opens(layout.text, sentence, start))
        end, close = party_end(layout, match.end(), sentence, opens or led, bare=alone)
        source = trim(layout.text, match.end(), end)
        named = layout.text[source[0] : source[1]]
        if is_party_phrase(named) and named.split()[0].lower() not in _WHEN:
            hole = (
                match.start("lead") if match["noun"] is None else match.end("noun"),
                end if opens else close,
            )
            yield Insertion(hole, (match.span("cue"),), source, outer=True)


def _published(text: str, sentence: Range, match: re.Match[str]) -> bool:
    """ "In an interview published by X, ...", "said in comments published by X": words, and no book."""
    if text[sentence[0] : sentence[0] + 3].lower() == "in ":
        return True
    return (
        match["noun"] is not None
        and _IN.search(text[: match.start("noun")], match.start("noun") - 12) is not None
    )


def _opens(text: str, sentence: Range, offset: int) -> bool:
    """Whether the words before are those that open a sentence: "In a statement quoted by ..."."""
    first = next_words(text, sentence[0], offset, 1)
    return (
        bool(first)
        and first[0] in ("in", "according", "by", "with")
        and "," not in text[sentence[0] : offset]
    )


def _as_told(layout: Layout) -> Iterator[Insertion]:
    """ "As X reports, P" and "P, as X reported, Q"."""
    for match in _AS_TOLD.finditer(layout.text):
        if _OPENS_AS.search(layout.text[max(0, match.start() - 2) : match.start()]) is None:
            continue
        sentence = _sentence(layout, match.start("cue"))
        if sentence is None or layout.quotation_at(match.start("cue")) is not None:
            continue
        limit = layout.text.find(",", match.end(), min(sentence[1], match.end() + 120))
        words = _words(layout, match.end(), limit if limit >= 0 else sentence[1])
        place = next((n for n, w in enumerate(words) if w.group() in PLAIN_SAYING), None)
        if place is None or not 0 < place <= 8 or len(words) - place > 5:
            continue
        if limit < 0 and match.start("cue") == sentence[0]:
            continue
        source = trim(layout.text, match.end(), words[place].start())
        source = _without_auxiliaries(layout.text, source)
        if not is_party_phrase(layout.text[source[0] : source[1]]):
            continue
        close = limit if limit >= 0 else words[-1].end()
        hole = (match.start("cue"), (layout.text[close : close + 2] == ", " and close + 2) or close)
        if match.start("cue") > sentence[0]:
            hole = (match.start("cue") - 2, close)
        yield Insertion(hole, (match.span("cue"), words[place].span()), source, outer=True)


def _according(layout: Layout) -> Iterator[Insertion]:
    """ "According to X, Y told Z that P": two attributions, which the tagger's one level cannot hold."""
    for match in _ACCORDING.finditer(layout.text) if "ccording to" in layout.text else ():
        sentence = _sentence(layout, match.start())
        if sentence is None or layout.quotation_at(match.start()) is not None:
            continue
        inside = match["in"] is not None
        end, close = party_end(layout, match.end(), sentence, opens=True)
        source = trim(layout.text, match.end(), end)
        told = {word.group().lower() for word in _words(layout, close, sentence[1])} & reporting_forms()
        if close > end and told and is_party_phrase(layout.text[source[0] : source[1]]):
            cue = trim(layout.text, *match.span("in" if inside else "cue"))
            yield Insertion((match.start(), close - inside), (cue,), source, outer=not inside)


def _without_auxiliaries(text: str, source: Range) -> Range:
    start, end = source
    words = list(_WORD.finditer(text, start, end))
    while len(words) > 1 and words[-1].group().lower() in AUXILIARIES:
        words.pop()
    return (start, words[-1].end()) if words else source


def _heard_from(layout: Layout) -> Iterator[Insertion]:
    """ "has learned from X that P"."""
    for match in _HEARD_FROM.finditer(layout.text):
        sentence = _sentence(layout, match.start())
        if sentence is not None and match.end() <= sentence[1] and is_party_phrase(match["who"]):
            hole = (match.start("from") - 1, match.end("who"))
            yield Insertion(hole, (match.span("from"),), match.span("who"), outer=False)


def _reported_at_end(layout: Layout) -> Iterator[Insertion]:
    """ "..., X said, Y reports." where the words before hold an attribution of their own."""
    for sentence in layout.sentences:
        comma = layout.text.find(",", max(sentence[0], sentence[1] - _TAIL), sentence[1])
        match = None
        while comma >= 0 and match is None:
            match = _AT_END.match(layout.text, comma, sentence[1])
            comma = layout.text.find(",", comma + 1, sentence[1])
        if match is None or sentence[1] - sentence[0] > _LONGEST:
            continue
        who, cue = ("who", "cue") if match["cue"] else ("who2", "cue2")
        before = _lowered(layout, sentence, match.start())
        told = set(before) & reporting_forms() or "according" in before
        if not told or layout.quotation_at(match.start(cue)) is not None:
            continue
        if is_party_phrase(match[who]) and not has_finite_verb(match[who]):
            hole = (match.start(), match.end("hole"))
            hole = (hole[0] if layout.text[hole[0] + 1] not in '"”’»' else match.start("hole"), hole[1])
            yield Insertion(hole, (match.span(cue),), match.span(who), outer=True)


def _ran(layout: Layout) -> Iterator[Insertion]:
    """ "The weekly ran an interview in which X says P"."""
    for sentence in layout.sentences:
        match = _RAN.match(layout.text, sentence[0], min(sentence[1], sentence[0] + 200))
        if match is not None and is_party_phrase(match["who"]) and not has_finite_verb(match["who"]):
            yield Insertion(match.span(), (match.span("cue"),), match.span("who"), outer=True)


def _dashed(layout: Layout) -> Iterator[Insertion]:
    """ "P – the radio, citing the pilots' union."."""
    for match in _DASHED.finditer(layout.text):
        sentence = _sentence(layout, match.start("cue"))
        if sentence is not None and is_party_phrase(match["who"]):
            hole = (match.start(), match.end("who"))
            yield Insertion(hole, (match.span("cue"),), match.span("who"), outer=True)
