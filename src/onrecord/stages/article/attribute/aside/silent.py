"""Where a text tells that a source said nothing: "declined to comment", "could not be reached"."""

from bisect import bisect_left
from dataclasses import dataclass

from onrecord.lang.silence import HINTS, SILENCES
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, trim
from onrecord.text.plainwords import Word, words_in

_REACH = 120  # characters back to the one who is silent, and on to the end of the clause
_MOST = 14  # words of a source
_BREAKS = ',;:()—\n"“”„«»?!'
_JOINING = frozenset("and but while when as or und aber doch и а но і й та але although though".split())
_SOUGHT = frozenset(
    "calls call emails email e-mails requests request messages message questions inquiries".split()
)
_ADVERBS = frozenset("also again later has have had did is was were immediately both on and".split())
_VERBS = frozenset(
    "said says say told added has have had did does was were is are could can would will war waren ist sind "
    "hat hatte haben hatten wird wurde".split()
)
_ENDS = frozenset("on in at before after to about for until by".split())
_SAID = frozenset("said says told added sagte сказал сказала сказав".split())
_NOBODY = frozenset({"there", "it", "es"})
_RELATIVE = frozenset("who which that whom der die das который которая которые який яка які".split())


@dataclass(slots=True)
class Silent:
    """A silence: its words, its span with source and rest of the clause, and the drafts it makes void."""

    kind: str
    words: Range
    span: Range
    source: Range | None
    drafts: list[Draft]


def find_silences(layout: Layout, drafts: list[Draft], language: str) -> list[Silent]:
    """Silences outside quotations, in text order and without overlaps."""
    patterns = SILENCES.get(language)
    if patterns is None:
        return []
    places: list[tuple[int, int, str, Range | None]] = []
    for low, high in _sentences(layout, HINTS[language]):
        for kind, pattern in patterns:
            for match in pattern.finditer(layout.text, low, high):
                who = _named(layout.text, *match.span("who")) if match.groupdict().get("who") else None
                places.append((match.start(), match.end(), kind, who))
    cued = sorted((draft for draft in drafts if draft.cue), key=lambda draft: min(draft.cue))
    starts = [min(draft.cue)[0] for draft in cued]
    found: list[Silent] = []
    done = 0
    for start, end, kind, who in sorted(places, key=lambda place: (place[0], -place[1], place[2])):
        if start >= done and layout.quotation_at(start) is None:
            close = _clause_end(layout.text, end)
            near = cued[max(0, bisect_left(starts, start) - 2) : bisect_left(starts, close)]
            silent = _silent(layout, (start, end), close, kind, near)
            silent.source = who or silent.source
            found.append(silent)
            done = end
    return found


def _sentences(layout: Layout, hints: tuple[str, ...]) -> list[Range]:
    """Sentences with a word that a silence needs, in text order."""
    low = layout.text.lower()
    if len(low) != len(layout.text):  # a few letters grow when they are made small
        return layout.sentences
    found: set[Range] = set()
    for hint in hints:
        at = low.find(hint)
        while at >= 0:
            sentence = layout.sentence_at(at)
            after = at + len(hint)
            if sentence is not None:
                found.add(sentence)
                after = max(after, sentence[1])
            at = low.find(hint, after)
    return sorted(found)


def _silent(layout: Layout, words: Range, close: int, kind: str, near: list[Draft]) -> Silent:
    void = [draft for draft in near if _is_void(draft, words, close)]
    source = next((min(draft.source) for draft in void if draft.source), None) or _subject(layout, words)
    if source is not None and layout.text[source[0] : source[1]].lower() in _RELATIVE:
        source = _antecedent(layout, source[0])
    low = min(words[0], source[0]) if source is not None else words[0]
    return Silent(kind, words, trim(layout.text, low, close, " \t\n\r\xa0,;."), source, void)


def _is_void(draft: Draft, words: Range, close: int) -> bool:
    """Whether a draft's cue and content are nothing but the silence."""
    start, end = min(draft.cue)[0], max(draft.cue)[1]
    if not (words[0] - 1 <= start < words[1] or start <= words[0] < end) or end > close:
        return False
    return all(words[0] <= part[0] and part[0] <= close for part in draft.content)


def _clause_end(text: str, end: int) -> int:
    limit = min(len(text), end + _REACH)
    for place in range(end, limit):
        if text[place] in _BREAKS:
            return place
        if text[place] == "." and (place + 1 >= len(text) or text[place + 1].isspace()):
            return place
        if text[place] == " " and text[place + 1 : place + 5] in ("but ", "and "):
            return place
    return limit


def _subject(layout: Layout, words: Range) -> Range | None:
    """The words before a silence, back to the beginning of its clause or of what its apposition hangs on."""
    text = layout.text
    sentence = layout.sentence_at(words[0])
    low = max(words[0] - _REACH, sentence[0] if sentence is not None and sentence[0] <= words[0] else 0, 0)
    last = words[0]
    while last > low and text[last - 1] in " \xa0":
        last -= 1
    if last > low and text[last - 1] == ",":  # "the bank's lawyer, Ada Horn, did not return calls"
        row = _row(text, low, text.find(",", low, last))
    else:
        row = _row(text, _clause_start(text, low, last), last)
    while row and row[-1].low in _ADVERBS:
        row = row[:-1]
    if row and row[0].low in _SOUGHT and any(word.low == "to" for word in row):
        place = next(number for number, word in enumerate(row) if word.low == "to")
        row = row[place + 1 :]
    if not row or len(row) > _MOST or row[0].low in _NOBODY:
        return None
    if row[0].low in _RELATIVE and text[low : row[0].start].rstrip().endswith(","):
        return _antecedent(layout, row[0].start)
    return row[0].start, row[-1].end


def _antecedent(layout: Layout, at: int) -> Range | None:
    """ "an adviser to the king, | who declined to be named": the words before the comma."""
    text = layout.text
    comma = text.rfind(",", max(0, at - 3), at)
    row = _row(text, _clause_start(text, max(0, comma - _REACH), comma), comma) if comma > 0 else []
    return (row[0].start, row[-1].end) if 0 < len(row) <= _MOST else None


def _named(text: str, start: int, end: int) -> Range | None:
    """The words of a pattern that name who is silent, up to a verb or a preposition of time."""
    row = words_in(text, start, end)
    stop = next((place for place, word in enumerate(row) if place and word.low in _VERBS | _ENDS), len(row))
    return (row[0].start, row[stop - 1].end) if row else None


def _clause_start(text: str, low: int, last: int) -> int:
    for place in range(last - 1, low - 1, -1):
        if text[place] in _BREAKS:
            return place + 1
    return low


def _row(text: str, start: int, end: int) -> list[Word]:
    """Words of a subject, without a conjunction, up to its verb ("the council | said it")."""
    row = words_in(text, start, end)
    while row and row[0].low in _JOINING:
        row = row[1:]
    if row and row[0].low in _SAID:  # "..., said an adviser to the king, who ..."
        row = row[1:]
    for place, word in enumerate(row):
        if place and word.low in _VERBS:
            return row[:place]
    return row
