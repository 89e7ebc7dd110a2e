"""Record status of sources in languages that nothing parses here, by the words of the source alone."""

import re

from onrecord.data import RecordStatus
from onrecord.lang.cues_other import PLAIN_CUES, PlainCues
from onrecord.stages.article.attribute.draft import Draft, Layout
from onrecord.stages.article.attribute.status import Status

_WORD = re.compile(r"[^\W_]+", re.UNICODE)


def plain_statuses(layout: Layout, drafts: list[Draft], code: str) -> list[Status]:
    """A status for each draft, in the order given; a pronoun takes that of the source before it."""
    cues = PLAIN_CUES.get(code)
    result: dict[int, Status] = {}
    earlier: Status | None = None
    for number in sorted(range(len(drafts)), key=lambda number: (drafts[number].source, drafts[number].cue)):
        draft = drafts[number]
        if cues is None or not draft.source:
            result[number] = Status(RecordStatus.UNSTATED, "nobody is named before or after the cue", None)
            continue
        words = layout.text[draft.source[0][0] : draft.source[0][1]]
        if words.lower() in cues.pronouns and earlier is not None:
            why = f"“{words}” takes up the source before it: {earlier.why}"
            result[number] = Status(earlier.status, why, draft.source[0])
            continue
        result[number] = _by_words(words, draft, cues)
        earlier = result[number]
    return [result[number] for number in range(len(drafts))]


def _by_words(words: str, draft: Draft, cues: PlainCues) -> Status:
    shown = draft.source[0]
    parts = [match.group().lower() for match in _WORD.finditer(words)]
    if words.lower() in cues.pronouns:
        return Status(RecordStatus.UNSTATED, f"“{words}” takes up no source before it", shown)
    last = parts[-1] if parts else ""
    if len(parts) <= 3 and any(last.startswith(stem) or last.endswith(f"{stem}en") for stem in cues.relayed):
        return Status(RecordStatus.HEARSAY, f"“{words}” are relayed without anybody who makes them", shown)
    for part in parts:
        if any(part.startswith(stem) for stem in cues.unnamed):
            return Status(RecordStatus.BACKGROUND, f"“{words}” describes who speaks by “{part}”", shown)
    return Status(RecordStatus.ON_RECORD, f"“{words}” is named", shown)
