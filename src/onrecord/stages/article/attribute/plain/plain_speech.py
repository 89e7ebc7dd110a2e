"""Speech that goes on without a cue: German marks it by the mood of the verb ("Er habe ...")."""

import re

from onrecord.lang.cues_de import PlainCues
from onrecord.stages.article.attribute.draft import Draft, Layout, Range

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_LOOK = 14  # words of a sentence in which its verb is looked for
_LINES = 2  # line ends between two sentences of one speech


class Speech:
    """The speaker of the sentence before, while sentences are read in order."""

    def __init__(self) -> None:
        self._last: Draft | None = None
        self._end = -1
        self._continued: Draft | None = None

    def follow(self, layout: Layout, cues: PlainCues, sentence: Range, own: list[Draft]) -> list[Draft]:
        """Take in a sentence with its own drafts; without any, the draft that it continues or opens."""
        speaking = [draft for draft in own if draft.carrier is None and draft.source and draft.cue]
        if speaking:
            self._last, self._continued, self._end = speaking[-1], None, sentence[1]
            return []
        last = self._last
        if own or last is None or not self._is_near(layout, sentence) or not _verb(layout, cues, sentence):
            self._last = None
            return []
        self._end = sentence[1]
        if self._continued is not None:
            start, _ = self._continued.content[-1]
            self._continued.content[-1] = (start, sentence[1])
            return []
        self._continued = Draft(list(last.source), [], [sentence], last.cue_class, "mood", 0.55)
        return [self._continued]

    def _is_near(self, layout: Layout, sentence: Range) -> bool:
        return layout.text.count("\n", self._end, sentence[0]) <= _LINES


def _verb(layout: Layout, cues: PlainCues, sentence: Range) -> bool:
    """Whether a verb in the mood of reported speech stands early in a sentence, outside quotation marks."""
    for count, word in enumerate(_WORD.finditer(layout.text, *sentence)):
        if count >= _LOOK:
            return False
        if word.group() in cues.moods and layout.quotation_at(word.start()) is None:
            return True
    return False
