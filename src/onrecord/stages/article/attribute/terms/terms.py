"""A record status with what shows it, and a draft as the status rules see it."""

from dataclasses import dataclass

from onrecord.data import Described, RecordStatus, Span, Speaker
from onrecord.stages.article.attribute.draft import Draft, Layout, Range
from onrecord.stages.article.attribute.parties.phrase_data import View


@dataclass(frozen=True, slots=True)
class Status:
    """A record status, why, and the range of the words that show it (None when there are none).

    `described`: an unnamed source in parts; `anonymity`: the words by which it asks not to be named;
    `speaker`: whom a pronoun, surname or description refers to.
    """

    status: RecordStatus
    why: str
    shown: Range | None
    described: Described | None = None
    anonymity: Span | None = None
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One draft: its cue on one line, whether words or an occasion are given, whether it gives a clause."""

    view: View
    layout: Layout
    draft: Draft
    cue: str
    spoken: bool
    clause: bool
