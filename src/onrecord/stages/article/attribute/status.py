"""On what terms a source speaks: on record, background, hearsay, unstated, with the words that show it."""

from dataclasses import dataclass

from onrecord.data import Described, Language, Mention, RecordStatus, Span, Speaker
from onrecord.stages.article.attribute.draft import Draft, Layout, Range


@dataclass(frozen=True, slots=True)
class Status:
    """A record status, why, and the range of the words that show it (None when there are none)."""

    status: RecordStatus
    why: str
    shown: Range | None
    speaker: Speaker | None = None
    described: Described | None = None
    anonymity: Span | None = None


def find_statuses(
    layout: Layout, drafts: list[Draft], mentions: tuple[Mention, ...], language: Language
) -> list[Status]:
    """A status for each draft, in the order given."""
    found = []
    for draft in drafts:
        words = " ".join(layout.text[start:end] for start, end in draft.source)
        if not words:
            found.append(Status(RecordStatus.UNSTATED, "nobody is named beside the cue", None))
        else:
            found.append(Status(RecordStatus.ON_RECORD, f"“{words}” is named", draft.source[0]))
    return found
