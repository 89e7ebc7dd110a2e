"""Who speaks, before or after a cue: the noun phrase, and what stands around it (to whom, where, when)."""

from dataclasses import dataclass, field

from onrecord.lang.cues_slavic import SlavicCues, folded
from onrecord.stages.article.attribute.draft import Range
from onrecord.stages.article.attribute.slavic.forms import (
    begins,
    is_dative_name,
    is_finite,
    looks_nominative,
    near,
)
from onrecord.stages.article.attribute.slavic.units import Times, Token, Unit

_MOST = 40  # tokens of a phrase and its surroundings


@dataclass(slots=True)
class Found:
    """A phrase by token numbers (first, end exclusive) and what stands around it in offsets."""

    source: tuple[int, int] | None = None
    body: tuple[int, int] | None = None
    addressee: Range | None = None
    place: Range | None = None
    time: Range | None = None
    medium: Range | None = None
    occasions: list[Range] = field(default_factory=list)


@dataclass(slots=True)
class Phrases:
    """Reads phrases of one language."""

    cues: SlavicCues
    times: Times

    def scan(self, unit: Unit, low: int, high: int, agree: str, told: bool = True) -> Found:
        """The phrase between two tokens that a verb with `agree` may have as its subject.

        `body` is a place that speaks ("в министерстве"), for where there is no subject. Without `told`
        nobody is looked for who is spoken to: the phrase is governed by a cue, not its subject.
        """
        found = Found()
        closed = False
        at = low
        high = min(high, low + _MOST)
        while at < high:
            token = unit.tokens[at]
            step = self._around(unit, at, high, agree, found, told)
            if step > at:
                closed = closed or found.source is not None
                at = step
                continue
            if token.kind == "w" and token.low in self.cues.prepositions:
                end = self._preposition_end(unit, at, high, agree)
                if (
                    found.source is not None
                    and not closed
                    and self._belongs(unit, found.source, at, end, high)
                ):
                    found.source = (found.source[0], end)
                else:
                    closed = closed or found.source is not None
                    self._occasion(unit, at, end, found)
                    if at == low and agree == "p" and found.place is not None and found.body is None:
                        found.body = (at, end)  # "В Варене заявили": a capital that speaks
                at = end
                continue
            if self._is_loose(token):
                closed = closed or found.source is not None
            elif found.source is None:
                if self._starts(token):
                    found.source = (at, at + 1)
                    closed = token.low in self.cues.nominative
            elif not closed:
                if token.kind == "p" or (token.kind == "w" and not token.capital and self._ends(token)):
                    closed = True
                else:
                    found.source = (found.source[0], at + 1)
            at += 1
        self._trim(unit, found)
        return found

    def _trim(self, unit: Unit, found: Found) -> None:
        """Take conjunctions off the end of a phrase: "мэр и"."""
        if found.source is None:
            return
        first, last = found.source
        while last > first + 1 and unit.tokens[last - 1].low in self.cues.openers:
            last -= 1
        found.source = (first, last)

    def _is_named(self, unit: Unit, at: int) -> bool:
        """Whether a word is written large, and not only because it opens the sentence."""
        token = unit.tokens[at]
        if not token.capital or at != unit.pieces[0].first:
            return token.capital
        common = begins(token.low, self.cues.roles) or begins(token.low, self.cues.unnamed)
        return not (common or token.low in self.cues.heads | self.cues.several)

    def _starts(self, token: Token) -> bool:
        if token.kind != "w":
            return token.kind == "q" and not token.speech
        if token.low in self.cues.openers or token.low in self.cues.that:
            return False
        return token.capital or not is_finite(token.low, self.cues)

    def _ends(self, token: Token) -> bool:
        return is_finite(token.low, self.cues) or token.low in self.cues.openers - {
            "и",
            "й",
            "та",
            "да",
            "или",
            "або",
        }

    def _is_loose(self, token: Token) -> bool:
        return token.kind == "w" and token.low in self.cues.loose

    def _around(self, unit: Unit, at: int, high: int, agree: str, found: Found, told: bool) -> int:
        """Past a time or an addressee that begins at a token; the token itself where there is none."""
        token = unit.tokens[at]
        timed = self._time_end(unit, at, high)
        if timed > at:
            span = self.times.at(unit.tokens[timed - 1].start)
            found.time = found.time or span
            found.occasions.append((token.start, unit.tokens[timed - 1].end))
            return timed
        if not told or not self._is_told(unit, at, high, found):
            return at
        end = self._told_end(unit, at, high, agree)
        found.addressee = found.addressee or (token.start, unit.tokens[end - 1].end)
        return end

    def _time_end(self, unit: Unit, at: int, high: int) -> int:
        token = unit.tokens[at]
        if token.kind != "w":
            return at
        if token.low in self.cues.prepositions:
            if at + 1 >= high:
                return at
            token = unit.tokens[at + 1]
        span = self.times.at(token.start)
        if span is None or token.low in self.cues.loose or (token.capital and at + 1 > 1):
            return at  # months are written small: "Юлия Май"
        end = at + 1
        while end < high and unit.tokens[end].start < span[1]:
            end += 1
        return end

    def _is_told(self, unit: Unit, at: int, high: int, found: Found) -> bool:
        token = unit.tokens[at]
        if token.kind == "q":
            return not token.speech and self._is_told_name(unit, at, high, found)
        if token.kind != "w":
            return False
        if token.low in self.cues.dative:
            return True
        if token.low in self.cues.told and not token.capital:
            if (
                found.source is not None
                and found.source[1] == at
                and token.low.endswith(self.cues.like_genitive)
            ):
                return False  # "глава полиции": the genitive looks like the dative
            alone = found.source is None and high - at == 2 and unit.tokens[at + 1].kind == "q"
            return not (alone and token.low in self.cues.heads)
        return False

    def _is_told_name(self, unit: Unit, at: int, high: int, found: Found) -> bool:
        """ "сообщил «Норду» источник", "рассказала Орехова «Лучу»" """
        token, before = unit.tokens[at], unit.tokens[at - 1] if at else None
        dative = is_dative_name(unit.text[token.start : token.end])
        if before is not None and near(before.low, self.cues.tells_to):
            return True
        if (
            dative
            and at + 1 == high
            and at + 1 < len(unit.tokens)
            and unit.tokens[high].low in self.cues.verbs
        ):
            return found.source is None  # "в посольстве «Норду» подтвердили"
        if found.source is not None:
            return dative and self._is_named(unit, at - 1)
        if before is None or before.low not in self.cues.verbs or at + 1 >= high:
            return False
        after = unit.tokens[at + 1]
        goes_on = after.kind == "w" and after.low not in self.cues.prepositions | self.cues.loose
        return dative or (goes_on and self.times.at(after.start) is None)

    def _told_end(self, unit: Unit, at: int, high: int, agree: str) -> int:
        end = at + 1
        if unit.tokens[at].low in self.cues.dative:
            return end
        while end < high and end - at < 6:
            token = unit.tokens[end]
            if token.kind == "q":
                if token.speech:
                    break
                end += 1
                break
            known = token.low in self.cues.loose or token.low in self.cues.prepositions
            if token.kind != "w" or known or token.low in self.cues.nominative:
                break
            if looks_nominative(token, agree, self.cues) or is_finite(token.low, self.cues):
                break
            if self.times.at(token.start) is not None:
                break
            if token.capital and not unit.tokens[end - 1].capital and not token.low.isascii():
                break
            end += 1
        return end

    def _preposition_end(self, unit: Unit, at: int, high: int, agree: str) -> int:
        """Past a preposition and what it governs: up to what may be a subject."""
        end = at + 1
        taken = 0
        while end < high:
            token = unit.tokens[end]
            if token.kind == "p" or (token.kind == "q" and token.speech):
                break
            if token.kind == "w" and taken and self._breaks(unit, end, high, agree):
                break
            if token.kind == "q" and end > at + 1 and self._is_told_name(unit, end, high, Found()):
                break
            if token.kind == "w" and end == at + 1 and begins(token.low, self.cues.relatives):
                return end + 1  # "в которой Тарвия требует"
            taken += token.kind == "q" or token.low not in self.cues.loose
            end += 1
        return end

    def _breaks(self, unit: Unit, at: int, high: int, agree: str) -> bool:
        token = unit.tokens[at]
        cues = self.cues
        if not token.capital and is_finite(token.low, cues):
            return True
        if token.low in cues.prepositions or token.low in cues.loose or token.low in cues.nominative:
            return True
        if self.times.at(token.start) is not None and not token.capital:
            return True
        if token.low in cues.told or token.low in cues.dative:
            return near(unit.tokens[at - 1].low, cues.occasions)
        named = at + 1 < high and unit.tokens[at + 1].kind == "q" and begins(token.low, cues.named)
        if named:
            return at + 2 == high and looks_nominative(token, agree, cues)
        return looks_nominative(token, agree, cues, after=unit.tokens[at - 1])

    def _belongs(self, unit: Unit, source: tuple[int, int], at: int, end: int, high: int) -> bool:
        """Whether what a preposition opens is part of the phrase before it."""
        cues = self.cues
        words = [token for token in unit.tokens[at + 1 : end] if token.kind == "w"]
        if any(near(word.low, cues.occasions) or near(word.low, cues.channels) for word in words[:2]):
            return False
        last = unit.tokens[source[1] - 1]
        has_name = any(token.capital for token in unit.tokens[source[0] + 1 : source[1]])
        named_after = end < high and unit.tokens[end].capital and unit.tokens[end].low not in cues.loose
        if named_after and not (has_name and last.capital and last.low.isascii()):
            return True
        head = [token.low for token in unit.tokens[source[0] : source[1]] if token.kind == "w"]
        stays = any(begins(word, cues.unnamed) for word in head[:4])
        if self._is_named(unit, source[1] - 1) or last.kind == "q":
            return stays and not has_name
        if stays or unit.tokens[at].low not in cues.places:
            return True
        return bool(words) and not words[0].capital and not any(begins(word, cues.roles) for word in head)

    def _extends(self, unit: Unit, medium: Range, tokens: list[Token]) -> bool:
        """Whether a phrase goes on with the medium before it: "в ответ | на запрос", "в аккаунте | в X"."""
        words = unit.text[medium[0] : medium[1]].split()
        answer = len(words) == 2 and folded(words[1]).startswith(self.cues.answers)
        return answer or any(near(token.low, self.cues.channels) for token in tokens[1:3])

    def _occasion(self, unit: Unit, at: int, end: int, found: Found) -> None:
        tokens = unit.tokens[at:end]
        whole = (tokens[0].start, tokens[-1].end)
        found.occasions.append(whole)
        if (
            found.medium is not None
            and found.medium[1] + 1 == whole[0]
            and self._extends(unit, found.medium, tokens)
        ):
            found.medium = (found.medium[0], whole[1])
        words = [token for token in tokens[1:] if token.kind == "w"]
        if tokens[0].low not in self.cues.places:
            return
        if len(tokens) > 1 and tokens[1].kind == "q":
            found.body = found.body or (at, end)  # "В «Норде» сообщили"
        if not words:
            return
        if any(near(word.low, self.cues.bodies) for word in words[:4]):
            found.body = found.body or (at, end)
        answer = words[0].low.startswith(self.cues.answers)
        if answer or any(near(word.low, self.cues.channels) for word in words[:3]):
            found.medium = found.medium or whole
        elif words[0].capital:
            found.place = found.place or (words[0].start, words[-1].end)
