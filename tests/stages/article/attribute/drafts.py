"""Drafts for tests, written as marked text: {s:source}, {c:cue}, {t:content}; numbers tell several apart."""

import re

from onrecord.stages.article.attribute.draft import Draft, Layout, make_layout
from onrecord.text.sentences import split_sentences

_OPEN = re.compile(r"\{([sct])(\d?):")


def marked(
    text: str, code: str = "en", classes: str = "", inside: dict[int, int] | None = None
) -> tuple[Layout, list[Draft]]:
    """The layout and drafts of a text; `classes`: cue classes in order, "say" where there are none.

    `inside` gives for a draft's place that of the draft whose content it stands in.
    """
    plain: list[str] = []
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    stack: list[tuple[str, int, int]] = []
    place = size = 0
    while place < len(text):
        match = _OPEN.match(text, place)
        if match is not None:
            stack.append((match.group(1), int(match.group(2) or 0), size))
            place = match.end()
        elif text[place] == "}" and stack:
            part, number, start = stack.pop()
            spans.setdefault((part, number), []).append((start, size))
            place += 1
        else:
            plain.append(text[place])
            size += 1
            place += 1
    whole = "".join(plain)
    given = classes.split()
    numbers = sorted({number for _, number in spans})
    drafts = [
        Draft(
            spans.get(("s", number), []),
            spans.get(("c", number), []),
            sorted(spans.get(("t", number), [])),
            given[place] if place < len(given) else "say",
            "trained",
            1.0,
        )
        for place, number in enumerate(numbers)
    ]
    for inner, outer in (inside or {}).items():
        drafts[inner].carrier = drafts[outer]
    offset, sentences = 0, []
    for line in whole.split("\n"):
        sentences += [(offset + low, offset + high) for low, high in split_sentences(line, code)]
        offset += len(line) + 1
    return make_layout(whole, sentences), drafts
