"""Who was told, where it was read as content: "ordered | his men to hold", "she | was told | that"."""

from onrecord.lang.saying_words import SayingWords
from onrecord.stages.article.attribute.draft import Draft, Layout, trim
from onrecord.text.plainwords import Word, words_in

_LONGEST = 8  # words of who was told
_REACH = 120  # characters
_QUOTES = tuple("\"“«„'‘`")
_FOR = frozenset({"for"})  # "asked for | an inquiry to find"


def take_told(layout: Layout, draft: Draft, table: SayingWords) -> None:
    """Set the addressee from the content. Within another attribution it is taken out of the content; in an
    outermost one it stays there, as PolNeAR has it ("urged | the house to vote").
    """
    if draft.addressee is not None or not draft.cue or not draft.content or not table.any_object:
        return
    cue = [word.low for start, end in sorted(draft.cue) for word in words_in(layout.text, start, end)]
    behind = not draft.source or min(draft.source) > min(draft.cue)
    if any(one in table.passive for one in cue[:-1][-2:]) and behind:
        _take_subject(layout, draft, table, cue)
    elif cue and cue[-1] not in table.told_of | _FOR:
        _take_object(layout, draft, table, cue)


def _take_subject(layout: Layout, draft: Draft, table: SayingWords, cue: list[str]) -> None:
    """ "she ... had been promised ... a flat": the first piece of the content is who was."""
    content = sorted(draft.content)
    start, end = content[0]
    first = words_in(layout.text, *min(draft.cue))[0]
    verb = next((word for word in reversed(cue) if word not in table.by_whom), "")
    if not verb.startswith(table.telling + table.calling):
        return
    if first.low in table.subjects and len(cue) > 1 and cue[1] in table.auxiliaries:  # "it had been told"
        draft.addressee = (first.start, first.end)
    elif len(content) > 1 and end <= min(draft.cue)[0] and len(words_in(layout.text, start, end)) <= _LONGEST:
        draft.addressee = (start, end)
        draft.content = content[1:] if draft.carrier is not None else draft.content


def _take_object(layout: Layout, draft: Draft, table: SayingWords, cue: list[str]) -> None:
    start, end = min(draft.content)
    last = max(end for _, end in draft.cue if end <= start) if min(draft.cue)[1] <= start else -1
    if last < 0 or layout.text[last:start].strip(" \xa0") or layout.text[start : start + 1] in "\"“«„'‘":
        return
    words = words_in(layout.text, start, min(end, start + _REACH))
    after = _object_end(layout.text, words, table)
    parts = sorted(draft.content)
    if words and after == len(words) and len(parts) > 1:  # "urged | the house | in a letter | to wait"
        follows = words_in(layout.text, *parts[1])[:1]
        if follows and _is_told(follows[0].low, cue, table):
            draft.addressee = (start, end)
            draft.content = parts[1:] if draft.carrier is not None else draft.content
        return
    if not 0 < after < len(words) or not _is_told(words[after].low, cue, table):
        return
    rest = trim(layout.text, words[after].start, end, " \xa0")
    draft.addressee = (words[0].start, words[after - 1].end)
    if draft.carrier is not None:
        draft.content = [rest if part == (start, end) else part for part in draft.content]


def _object_end(text: str, words: list[Word], table: SayingWords) -> int:
    """The place after a noun phrase that opens a content, 0 where none does."""
    if not words:
        return 0
    first = words[0]
    named = text[first.start].isupper() or first.low in table.articles
    if first.low in table.objects:
        return 1
    if (not named and not first.low.endswith("s")) or first.low in table.stops:
        return 0
    for place, word in enumerate(words[: _LONGEST + 1]):
        broken = place > 0 and text[words[place - 1].end : word.start].strip(" \xa0")
        quoted = word.low == "of" and text[word.end : word.end + 2].strip()[:1] in _QUOTES
        if word.low in table.stops or (place and word.low in table.articles) or quoted or broken:
            return place if not broken else 0
    return len(words) if len(words) <= _LONGEST else 0


def _is_told(follows: str, cue: list[str], table: SayingWords) -> bool:
    """Whether the word behind the noun phrase begins what a cue of telling has for its content."""
    calling = any(word.startswith(table.calling) for word in cue) or tuple(cue[-2:]) in table.calling_on
    telling = any(word.startswith(table.telling) for word in cue)
    if follows in ("to", "not"):
        return calling or telling
    if follows in table.told_of:
        return telling or calling
    return any(word.startswith(table.giving) for word in cue) and follows in table.articles
