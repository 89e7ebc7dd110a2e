"""What goes on over several units: the unit and speaker before, and whom a pronoun takes up."""

from dataclasses import dataclass, field

from onrecord.lang.cues_slavic import SlavicCues, folded
from onrecord.stages.article.attribute.draft import Draft, Range
from onrecord.stages.article.attribute.slavic.forms import begins
from onrecord.stages.article.attribute.slavic.units import Unit

_OF_THEM = {("из", "них"), ("із", "них"), ("з", "них")}  # "один из них"
_LINES = 2  # lines between a quotation and the one that goes on with it


@dataclass(slots=True)
class Memory:
    """`unit` is the one before, with its drafts; `speaker` the last draft that has a source."""

    cues: SlavicCues
    unit: Unit | None = None
    drafts: list[Draft] = field(default_factory=list)
    speaker: Draft | None = None
    outlet: Draft | None = None
    outlet_line: int = 0

    def carry_on(self, unit: Unit, drafts: list[Draft]) -> None:
        """ "Один из источников сказал ..." stands inside the report of the outlet named before."""
        for draft in drafts:
            if draft.carrier is not None or not draft.source:
                continue
            words = folded(unit.text[draft.source[0][0] : draft.source[0][1]]).split()
            carried = self.cues.carried.intersection(words[:4]) or tuple(words[1:3]) in _OF_THEM
            if not carried and len(words) == 1 and words[0] in self.cues.nominative | self.cues.possessive:
                self._go_on_inside(unit, draft)
            elif carried and self.outlet is not None and unit.line - self.outlet_line <= _LINES:
                draft.carrier, draft.carried_on = self.outlet, True
        citing = [
            draft.carrier for draft in drafts if draft.pattern == "citing" and draft.carrier is not None
        ]
        if citing:
            self.outlet, self.outlet_line = citing[0], unit.line

    def _go_on_inside(self, unit: Unit, draft: Draft) -> None:
        """ "«Норд» пишет, что X сказал P. Он добавил ...": what X adds stands in that report."""
        if self.unit is None or unit.line - self.unit.line > 1:
            return
        inner = [item for item in self.drafts if item.carrier is not None and item.source]
        if not inner or inner[-1].carrier is None or not inner[-1].carrier.source:
            return
        outer = inner[-1].carrier
        if self._is_outlet(self.unit, outer):
            draft.carrier, draft.carried_on = outer, True

    def _is_outlet(self, unit: Unit, draft: Draft) -> bool:
        words = unit.text[draft.source[0][0] : draft.source[0][1]]
        return words[:1] in '«"„“' or words.isascii() or begins(folded(words), self.cues.media)

    def take(self, unit: Unit, drafts: list[Draft]) -> None:
        """Remember a unit that has been read."""
        outer = [draft for draft in drafts if draft.carrier is None and draft.source]
        if outer:
            self.speaker = outer[0]
        elif drafts or not unit.reply:
            self.speaker = None
        self.unit, self.drafts = unit, drafts

    def whole(self) -> Range | None:
        """The unit before, without its full stop."""
        if self.unit is None:
            return None
        end = self.unit.end
        while end > self.unit.start and self.unit.text[end - 1] in ". ":
            end -= 1
        return (self.unit.start, end) if end > self.unit.start else None

    def goes_on(self, unit: Unit) -> Draft | None:
        """The draft that a unit of nothing but a quotation, or the rest of a reply, belongs to."""
        last = self.speaker
        if last is None or self.unit is None or not last.takes_quote or unit.line - self.unit.line > _LINES:
            return None
        if unit.resumed:
            return last if unit.line == self.unit.line else None
        token = unit.tokens[0]
        alone = len(unit.tokens) == 1 and token.kind == "q" and token.speech
        return last if alone and self._quotes(last) else None

    def _quotes(self, draft: Draft) -> bool:
        return any(draft.content) and draft.pattern in ("tail", "clause", "quote", "title colon", "points")
