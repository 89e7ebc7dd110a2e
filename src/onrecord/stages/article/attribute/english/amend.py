"""What a tagger reads a little wrong, put right by the words around it.

Each rule names a shape of words that the tagger is known to cut in the wrong place; none adds an attribution.
"""

import re

from onrecord.lang.cue_forms import reporting_forms
from onrecord.lang.parties import has_finite_verb
from onrecord.stages.article.attribute.draft import Draft, Layout, is_party, trim
from onrecord.stages.article.attribute.english.amend_source import MEDIUM, amend_source

_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_NAMES = re.compile(r"\s(?:[A-Z][\w'’.&-]*\s)+")
_LEADING_NAMES = re.compile(r"(?:[A-Z][\w'’.&-]*\s+)+(?=[a-z])")
_TO_SAY = re.compile(r"\bto (?:have )?([a-z]+)\b")
_TOLD = re.compile(
    r"\s(?:him|her|them|me|us|it|you)\s+(?!(?:in|on|at|by|from|during|over|after|before|to)\s)(?=[\w\"“‘'])"
)
_ASIDE = re.compile(r"(?:when|while|as|after|before)\s", re.IGNORECASE)
_ASKED = re.compile(r"(?:when |if |while )?asked(?: by)?", re.IGNORECASE)
_IDLE = re.compile(r"(?:and |but )?(?:later|then|again|also|now|finally)(?: on)?:?", re.IGNORECASE)
_NAMING = re.compile(r"\b(?:is|are|was|were|been) (?:also )?(?:called|named|dubbed)\b")
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are) (?:\w+ )?(?:told|informed|assured|warned|notified|advised)$"
)
_REPORTED = re.compile(
    r"\b(?:was|were|been|being|is|are) (?:\w+ )?(?:reported|announced|said|stated|written|claimed)$"
)
_BY_END = re.compile(r"\s+(?P<by>by)\s+(?P<who>[^,.;:\"“”\n]{2,120}?)(?=[,.;\n]|$)")
_CLOSER = re.compile(
    r"(?P<rest>\s(?:familiar|close|briefed|with|in|of|from|at|inside|near|involved|who|present)\b[^,;:\"“”\n]{2,200}),\s*"
)
_STATE = re.compile(
    r"(?:is|are|was|were|be|been|remains?|has been|have been) (?:\w+ )?(?:ready|prepared|willing|"
    r"able|due|set|poised)\b"
)
_NAME = re.compile(r", (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2}), ")
_BY = re.compile(
    r"\s+(?P<by>by)\s+(?P<who>[^,.;:\"“”\n]{2,120}?)"
    r"(?=(?:\s(?:on|in|at|last|early|late|this)\s[^,.;:\"“”\n]{2,60}?)?,? that\b)"
)
_RELATIVE = re.compile(r"\s(?:which|that) (?P<who>(?:the |a |an |his |her |its |their )?[^,.;:\"“”]{2,60})$")
_BE = frozenset("is are was were be been being".split())
_LONGEST_TAIL = 30  # words of a source behind its cue


def amend(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """The drafts, changed in place, without those that only tell who asked."""
    kept = []
    for draft in drafts:
        amend_source(layout, draft)
        _whole_name(layout.text, draft)
        _subject(layout.text, draft)
        _before_cue(layout.text, draft)
        _inverted(layout, draft)
        _told(layout.text, draft)
        _relative(layout.text, draft)
        _according(layout.text, draft)
        _according_in_cue(layout, draft)
        _told_by(layout.text, draft)
        _apposed(layout.text, draft)
        _to_comma(layout.text, draft)
        if (
            not (draft.source and _is_asked(layout.text, draft))
            and not _is_idle(layout.text, draft)
            and not _is_aside(layout, draft)
            and not _is_state(layout.text, draft)
        ):
            kept.append(draft)
    return kept


def _whole_name(text: str, draft: Draft) -> None:
    """A name cut in two: "[President Ilan] <Desh told>", "[The Ostra] <Post> {reports that ...}"."""
    if not draft.source or not draft.cue:
        return
    start, end = draft.source[-1]
    low, high = draft.cue[0]
    if end > low or text[start:end].endswith(",") or text[end:low].strip(" ") != "":
        gap = _NAMES.fullmatch(text, end, low) if end < low else None
        if gap is not None:  # "[Radio] Ulm <reported>"
            draft.source[-1] = (start, trim(text, end, low)[1])
        return
    names = _LEADING_NAMES.match(text, low, high)
    if names is not None and text[max(start, end - 1)].isalnum():
        draft.source[-1] = (start, trim(text, low, names.end())[1])
        draft.cue[0] = (names.end(), high)
        return
    first = _WORD.match(text, draft.content[0][0]) if draft.content else None
    if first is None or not text[low].isupper() or first.group().lower() not in reporting_forms():
        return
    if (
        _is_gap(text[high : first.start()])
        and low < first.start()
        and text[low:high].lower() not in reporting_forms()
    ):
        rest = trim(text, first.end(), draft.content[0][1])
        if rest[0] < rest[1]:
            draft.source[-1] = (start, high)
            draft.cue[0] = first.span()
            draft.content[0] = rest


def _is_gap(words: str) -> bool:
    """Nothing, or a phrase between commas."""
    bare = words.strip()
    return not bare or (bare.startswith(",") and bare.endswith(","))


def _subject(text: str, draft: Draft) -> None:
    """ "{The minister} <is expected to announce> {that ...}": the subject of an active verb says it."""
    if draft.source or len(draft.content) < 2 or not draft.cue:
        return
    first, cue = draft.content[0], draft.cue[0]
    verb = _TO_SAY.search(text, *cue)
    if verb is None or verb[1] not in reporting_forms() or text[first[1] : cue[0]].strip():
        return
    if first[0] < cue[0] and draft.content[1][0] >= cue[1] and is_party(text, first):
        draft.source, draft.content = [first], draft.content[1:]


def _before_cue(text: str, draft: Draft) -> None:
    """ "{The plant will close, the agency} <said>": behind the last comma stands who says it."""
    if draft.source or not draft.cue or not draft.content:
        return
    place = next((n for n, part in enumerate(draft.content) if part[1] <= draft.cue[0][0]), None)
    cue = text[slice(*draft.cue[0])].lower().split()
    if place is None or not cue or cue[-1] not in reporting_forms() or set(cue) & _BE:
        return
    start, end = draft.content[place]
    comma = text.rfind(", ", start, end)
    who = trim(text, comma + 2, end) if comma >= 0 else (0, 0)
    alone = comma >= 0 and not text[end : draft.cue[0][0]].strip()
    if alone and is_party(text, who) and not has_finite_verb(text[who[0] : who[1]]) and who[1] - who[0] < 100:
        draft.source, draft.content[place] = [who], trim(text, start, comma)


def _inverted(layout: Layout, draft: Draft) -> None:
    """ "P, said a person who was there.": what stands behind the cue to the end is who says it."""
    text = layout.text
    if len(draft.cue) != 1 or len(draft.content) != 1 or not draft.source:
        return
    low, high = draft.cue[0]
    start, end = draft.content[0]
    if (
        start < high
        or text[low:high].lower() not in reporting_forms()
        or "," not in text[max(0, low - 2) : low]
    ):
        return
    sentence = layout.sentence_at(low)
    if (
        sentence is None
        or draft.source[0][0] > low
        or text[high:start].strip()
        or text[end : sentence[1]].strip(' ."”')
    ):
        return
    first = draft.source[0][1]
    if text[first : first + 1] == "," or has_finite_verb(text[start:end]):
        return
    before = trim(text, sentence[0], low)
    words = _WORD.findall(text, start, end)
    if len(words) > _LONGEST_TAIL or words[0].lower() in (
        "that",
        "whether",
        "he",
        "she",
        "it",
        "they",
        "there",
    ):
        return
    if (
        draft.source[0][0] == before[0]
        and len(_WORD.findall(text, *before)) > len(_WORD.findall(text, *draft.source[0])) + 1
        and is_party(text, (start, end))
    ):
        draft.source, draft.content = [(start, end)], [before]


def _told(text: str, draft: Draft) -> None:
    """ "[a waiter] <told> him the minister {had left}": the content begins behind who was told."""
    if not draft.cue or not draft.content or not draft.source:
        return
    high = draft.cue[-1][1]
    start, end = draft.content[0]
    whom = _TOLD.match(text, high, start)
    if whom is not None and start - whom.end() < 60 and not set(text[whom.end() : start]) & set(',.;:"“”\n'):
        draft.content[0] = (whom.end(), end)


def _is_asked(text: str, draft: Draft) -> bool:
    """ "Asked by a reporter whether ..., the minister said": the question is the occasion of the answer."""
    asked = _ASKED.fullmatch(text, *draft.cue[0]) if draft.cue else None
    between = text[draft.cue[0][1] : draft.source[0][0]].strip() if asked is not None else ""
    return asked is not None and (between == "by" or asked.group().lower().endswith(" by"))


def _is_idle(text: str, draft: Draft) -> bool:
    """ "And later: “...”", "is called": an adverb or a naming is no cue where nobody speaks."""
    if draft.source or not draft.cue:
        return False
    return _IDLE.fullmatch(text, *draft.cue[0]) is not None or _NAMING.search(text, *draft.cue[0]) is not None


def _is_state(text: str, draft: Draft) -> bool:
    """ "is ready to sign": tells what somebody would do, and of no words of his."""
    return bool(draft.cue) and _STATE.match(text, *draft.cue[0]) is not None


def _is_aside(layout: Layout, draft: Draft) -> bool:
    """ "When he came back, the minister told the paper.": nothing that was said."""
    if len(draft.content) != 1 or not draft.cue or draft.content[0][1] > draft.cue[0][0]:
        return False
    start, end = draft.content[0]
    sentence = layout.sentence_at(start)
    opens = sentence is not None and sentence[0] == start and _ASIDE.match(layout.text, start) is not None
    return opens and "," not in layout.text[start:end]


def _relative(text: str, draft: Draft) -> None:
    """ "[a video which the army] <says> {shows the wreck}": who says it stands behind "which"."""
    if len(draft.source) != 1:
        return
    start, end = draft.source[0]
    words = _RELATIVE.search(text, start, end)
    if words is not None and is_party(text, words.span("who")):
        draft.source = [words.span("who")]


def _according(text: str, draft: Draft) -> None:
    """ "<According to> {the portal ... P}": what stands right behind the cue is who says it."""
    if draft.source or len(draft.cue) != 1 or len(draft.content) < 2:
        return
    low, high = draft.cue[0]
    near = text[low:high].lower() == "according to" and draft.content[0][0] <= high + 1
    if near and is_party(text, draft.content[0]):
        draft.source, draft.content = [draft.content[0]], draft.content[1:]


def _according_in_cue(layout: Layout, draft: Draft) -> None:
    """ "{P}, [the doctor] told them, <according to e-mails that ...>": the cue holds who is cited."""
    text = layout.text
    low, high = draft.cue[-1] if draft.cue else (0, 0)
    if text[low : low + 13].lower() != "according to " or high - low < 16 or not draft.content:
        return
    source = trim(text, low + 13, high)
    sentence = layout.sentence_at(low)
    if sentence is None or not is_party(text, source):
        return
    before = trim(text, sentence[0], low)
    draft.source, draft.cue = [source], [(low, low + 12)]
    draft.content = [before] if before[0] < before[1] else draft.content


def _told_by(text: str, draft: Draft) -> None:
    """ "they <were told> by the auditor {that ...}": of a passive the speaker stands behind "by"."""
    if not draft.cue or (draft.source and draft.source[0][0] > draft.cue[0][0]):
        return
    high = draft.cue[-1][1]
    by = _BY.match(text, high) if _PASSIVE.search(text, *draft.cue[-1]) is not None else None
    if by is None and not draft.source and _REPORTED.search(text, *draft.cue[-1]) is not None:
        by = _BY_END.match(text, high)
    if by is not None and is_party(text, by.span("who")) and MEDIUM.fullmatch(by["who"]) is None:
        draft.addressee = draft.source[0] if draft.source else None
        draft.source = [by.span("who")]
        draft.cue.append(by.span("by"))


def _to_comma(text: str, draft: Draft) -> None:
    """ "<According to> [two sources] familiar with the talks, {P}": the source goes on to the comma."""
    if len(draft.source) != 1 or not draft.content or not draft.cue:
        return
    end, start = draft.source[0][1], draft.content[0][0]
    if end < start and text[slice(*draft.cue[0])].lower() == "according to":
        rest = _CLOSER.fullmatch(text, end, start)
        if rest is not None:
            draft.source[0] = (draft.source[0][0], rest.end("rest"))


def _apposed(text: str, draft: Draft) -> None:
    """ "<According to> [the head of the service], Ann Roe, {the list ...}": the name is of the source."""
    if len(draft.source) != 1 or not draft.content or not draft.cue:
        return
    end, start = draft.source[0][1], draft.content[0][0]
    name = _NAME.match(text, end) if text[slice(*draft.cue[0])].lower() == "according to" else None
    if name is not None and name.start("name") == start and name.end() < draft.content[0][1]:
        draft.source[0] = (draft.source[0][0], name.end("name"))
        draft.content[0] = (name.end(), draft.content[0][1])
