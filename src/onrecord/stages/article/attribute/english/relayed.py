"""Who passed words on, set behind a clause that is whole without it: ", per X", ", which X published"."""

import re
from collections.abc import Iterator

from onrecord.lang.parties import has_finite_verb, is_party_phrase
from onrecord.stages.article.attribute.draft import Layout, Range, trim
from onrecord.stages.article.attribute.english.insertion import Insertion

_PASSED = r"(?:published|carried|quoted|reported|released|broadcast|aired|leaked|posted|printed|relayed)"
_BEHIND = re.compile(
    r",[\"”’»]?(?P<hole>\s+(?:"
    r"(?P<per>(?:as )?per|via)\s+(?P<who>(?:the |an? )?[A-Z][^,.;:()\"“”\n]{1,60}?)(?=[.]?\s*$)|"
    rf"(?P<copy>(?:(?:a copy|copies|parts|excerpts|extracts|details) of )?which (?:was|were|has "
    rf"been|have been)"
    rf" (?:also |first |later )?{_PASSED} (?:by|in|on))\s+(?P<who2>[^,.;:()\"“”\n]{{2,80}}?)"
    r"(?=,|[.]?\s*$|\s(?:on|in|last|late|early|this)\s)))"
)
_TAIL = 200  # characters of a sentence's end that are looked at
# Every match of _BEHIND holds one of these; they are sought first, for they are rare.
_SHOWS = re.compile(r"\s(?:per|via)\s|\swhich (?:was|were|has|have) ")


def relayed_insertions(layout: Layout) -> Iterator[Insertion]:
    """Such phrases: whom they name stands outside what the sentence tells."""
    if _SHOWS.search(layout.text) is None:
        return
    for sentence in layout.sentences:
        start = max(sentence[0], sentence[1] - _TAIL)
        if _SHOWS.search(layout.text, start, sentence[1]) is None:
            continue
        found = _behind(layout, (start, sentence[1]))
        if found is not None:
            yield found


def _behind(layout: Layout, part: Range) -> Insertion | None:
    text = layout.text
    comma = text.find(",", *part)
    while comma >= 0:
        match = _BEHIND.match(text, comma, part[1])
        if match is not None and layout.quotation_at(match.start("hole")) is None:
            who, cue = ("who", "per") if match["per"] else ("who2", "copy")
            if is_party_phrase(match[who]) and not has_finite_verb(match[who]):
                hole = (match.start(), trim(text, *match.span("hole"))[1])
                hole = hole if text[comma + 1] not in '"”’»' else (comma + 2, hole[1])
                return Insertion(hole, (match.span(cue),), match.span(who), outer=True)
        comma = text.find(",", comma + 1, part[1])
    return None
