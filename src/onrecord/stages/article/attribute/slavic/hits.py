"""Where cues stand in a unit: verbs with their auxiliaries, phrases before a source, words of citing."""

from dataclasses import dataclass
from functools import lru_cache

from onrecord.lang.cues_slavic import CueVerb, SlavicCues
from onrecord.stages.article.attribute.slavic.forms import begins
from onrecord.stages.article.attribute.slavic.units import Unit

_LIGHT_REACH = 4  # tokens between "выразил" and its noun
_RELAY_REACH = 8  # tokens between "слова" and "приводит"


@dataclass(slots=True)
class Hit:
    """A cue: tokens `first` to `last` (exclusive), `parts` where it is in several runs.

    `kind`: verb, prefix ("по словам"), owned ("по его словам"), rumour, citing, relay ("его слова
    приводит"), whisper ("якобы"), hearsay ("мол").
    """

    kind: str
    first: int
    last: int
    cue_class: str
    form: str = ""
    agree: str = ""
    frames: str = ""
    factuality: str = "fact"
    parts: tuple[tuple[int, int], ...] = ()
    owner: int = -1

    @property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """The runs of tokens that make the cue."""
        return self.parts or ((self.first, self.last),)


@lru_cache(maxsize=8)
def _by_first(code: str, rows: frozenset[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for row in sorted(rows, key=lambda row: (-len(row), row)):
        table.setdefault(row[0], []).append(row)
    return {first: tuple(found) for first, found in table.items()}


class HitFinder:
    """Finds the cues of one language in a unit, in order."""

    def __init__(self, cues: SlavicCues) -> None:
        self.cues = cues
        self._prefixes = _by_first(cues.code, frozenset(cues.prefixes))
        self._rumours = _by_first(cues.code, frozenset(cues.rumours))
        self._citing = _by_first(cues.code, cues.citing)
        self._known = _by_first(cues.code, cues.known)
        self._per = _by_first(cues.code, cues.per)
        self._light = _by_first(cues.code, frozenset(cues.light_nouns))

    def find(self, unit: Unit) -> list[Hit]:
        """All cues of a unit. A word belongs to one cue only."""
        hits: list[Hit] = []
        at = 0
        while at < len(unit.tokens):
            hit = self._at(unit, at) if unit.tokens[at].kind == "w" else None
            if hit is None:
                at += 1
                continue
            hits.append(hit)
            at = max(hit.last, at + 1)
        return hits

    def _at(self, unit: Unit, at: int) -> Hit | None:
        return (
            self._owned(unit, at)
            or self._citing_words(unit, at)
            or self._phrase(unit, at)
            or self._relay(unit, at)
            or self._gives(unit, at)
            or self._cited_by(unit, at)
            or self._light_verb(unit, at)
            or self._verb(unit, at)
            or self._particle(unit, at)
            or self._noun(unit, at)
        )

    def _row(self, unit: Unit, at: int, table: dict[str, tuple[tuple[str, ...], ...]]) -> tuple[str, ...]:
        for row in table.get(unit.tokens[at].low, ()):
            if tuple(token.low for token in unit.tokens[at : at + len(row)]) == row:
                return row
        return ()

    def _owned(self, unit: Unit, at: int) -> Hit | None:
        """ "по её словам" """
        if at + 2 >= len(unit.tokens):
            return None
        first, owner, last = (token.low for token in unit.tokens[at : at + 3])
        cue_class = self.cues.owned.get((first, last))
        if cue_class is None or owner not in self.cues.possessive:
            return None
        return Hit("owned", at, at + 3, cue_class, parts=((at, at + 1), (at + 2, at + 3)), owner=at + 1)

    def _citing_words(self, unit: Unit, at: int) -> Hit | None:
        for kind, table in (("citing", self._citing), ("per", self._per)):
            row = self._row(unit, at, table)
            if row:
                return Hit(kind, at, at + len(row), "report")
        following = unit.tokens[at + 1].low if at + 1 < len(unit.tokens) else ""
        if following == "на" and begins(unit.tokens[at].low, self.cues.cites):
            return Hit("citing", at, at + 2, "report")
        return None

    def _phrase(self, unit: Unit, at: int) -> Hit | None:
        known = self._row(unit, at, self._known)
        if len(known) > 1:
            return Hit("verb", at, at + len(known), "report", "known", "-", "c")
        rumour = self._row(unit, at, self._rumours)
        prefix = self._row(unit, at, self._prefixes)
        if (
            rumour
            and len(rumour) >= len(prefix)
            and self._ends_phrase(unit, at + len(rumour), rumour, prefix)
        ):
            return Hit("rumour", at, at + len(rumour), self.cues.rumours[rumour])
        if prefix:
            return Hit("prefix", at, at + len(prefix), self.cues.prefixes[prefix])
        return None

    def _ends_phrase(self, unit: Unit, end: int, rumour: tuple[str, ...], prefix: tuple[str, ...]) -> bool:
        """A rumour that is also a prefix ("по сообщениям") needs a mark behind it."""
        return rumour != prefix or end >= len(unit.tokens) or unit.tokens[end].kind == "p"

    def _relay(self, unit: Unit, at: int) -> Hit | None:
        """ "его слова приводит", "слова Стеца приводит" """
        cues = self.cues
        word = unit.tokens[at].low
        owned = word in cues.possessive and at + 1 < len(unit.tokens)
        noun = at + 1 if owned else at
        if unit.tokens[noun].low not in cues.words_of:
            return None
        if noun and unit.tokens[noun - 1].low in cues.relaying:
            return None
        relative = (noun > 0 and begins(unit.tokens[noun - 1].low, cues.relatives)) or (
            not owned and noun + 1 < len(unit.tokens) and begins(unit.tokens[noun + 1].low, cues.relatives)
        )
        for place in range(noun + 1, min(len(unit.tokens), noun + _RELAY_REACH)):
            token = unit.tokens[place]
            if token.kind == "p":
                return None
            if token.low in cues.relaying:
                parts = (
                    ((at, place + 1),)
                    if owned and place == noun + 1
                    else ((noun, noun + 1), (place, place + 1))
                )
                owner = at if owned else noun + 1
                if relative:
                    return Hit(
                        "cited by", at, place + 1, "report", parts=((noun, noun + 1), (place, place + 1))
                    )
                return Hit("relay", at, place + 1, "report", parts=parts, owner=owner)
        return None

    def _gives(self, unit: Unit, at: int) -> Hit | None:
        """ "X приводит слова Y" """
        if unit.tokens[at].low not in self.cues.gives:
            return None
        for place in range(at + 1, min(len(unit.tokens), at + 3)):
            if unit.tokens[place].low in self.cues.words_of - self.cues.said_by:
                return Hit("gives", at, place + 1, "report", parts=((at, at + 1),), owner=place)
        return None

    def _cited_by(self, unit: Unit, at: int) -> Hit | None:
        """ "на которые ссылается X", "слова которого приводит X": in a piece that opens with a relative."""
        if unit.tokens[at].low not in self.cues.citers:
            return None
        before = [token.low for token in unit.tokens[max(0, at - 3) : at]]
        opened = [word for word in before[-2:] if begins(word, self.cues.relatives)]
        if not opened or at + 1 >= len(unit.tokens):
            return None
        after = unit.tokens[at + 1]
        if opened[-1] in self.cues.nominative_relatives and not (
            after.kind == "q" or after.capital or begins(after.low, self.cues.named)
        ):
            return None
        return Hit("cited by", at, at + 1, "report")

    def _noun(self, unit: Unit, at: int) -> Hit | None:
        """ "слова X о том, что": a noun of saying with its owner behind it."""
        cue_class = self.cues.nouns.get(unit.tokens[at].low)
        if cue_class is None or at + 1 >= len(unit.tokens) or unit.tokens[at + 1].kind == "p":
            return None
        return Hit("noun", at, at + 1, cue_class, frames="c")

    def _light_verb(self, unit: Unit, at: int) -> Hit | None:
        """ "выразил уверенность", "дал понять", "обратил внимание" """
        verb = self.cues.light.get(unit.tokens[at].low)
        if verb is None:
            return None
        alone = self._made(unit, at, verb, "say") if "o" in verb.frames else None
        for place in range(at + 1, min(len(unit.tokens), at + 1 + _LIGHT_REACH)):
            if unit.tokens[place].kind == "p":
                return alone
            row = self._row(unit, place, self._light)
            after = place + len(row)
            if row and alone is not None and after < len(unit.tokens) and unit.tokens[after].kind != "p":
                return alone  # "выразил надежду на встречу"
            if row:
                near = place == at + 1
                parts = ((at, place + len(row)),) if near else ((at, at + 1), (place, place + len(row)))
                hit = self._made(unit, at, verb, self.cues.light_nouns[row])
                hit.parts = ((hit.first, parts[0][1]), *parts[1:])
                hit.last = place + len(row) if near else at + 1
                hit.frames = "c"
                return hit
        return alone

    def _verb(self, unit: Unit, at: int) -> Hit | None:
        word = unit.tokens[at].low
        verb = self.cues.verbs.get(word)
        if verb is not None:
            if verb.form == "infinitive" and not self._waits(unit, at):
                return None
            return self._made(unit, at, verb, verb.cue_class)
        if word in self.cues.follows:
            return Hit("verb", at, at + 1, "report", "follows", "-", "ct")
        if word in self.cues.impersonal:
            return Hit("verb", at, at + 1, self.cues.impersonal[word], "impersonal", "-", "ct")
        before = unit.tokens[at - 1].low if at else ""
        if word in self.cues.admitting and before in self.cues.negations:
            agree = _agreement(word)
            return Hit("verb", at - 1, at + 1, "believe", "past", agree, "c")
        return None

    def _waits(self, unit: Unit, at: int) -> bool:
        """Whether an infinitive hangs on a verb of intention right before it ("намерен заявить")."""
        words = [token.low for token in unit.tokens[max(0, at - 3) : at]]
        return any(word in self.cues.coming or word in self.cues.wishing for word in words)

    def _made(self, unit: Unit, at: int, verb: CueVerb, cue_class: str) -> Hit:
        cues = self.cues
        first = at
        agree, factuality = verb.agree, "predicted" if verb.form == "future" else "fact"
        form = verb.form
        while first and unit.tokens[first - 1].kind == "w" and at - first < 4:
            word = unit.tokens[first - 1].low
            if verb.form == "infinitive" and (word in cues.coming or word in cues.wishing):
                factuality = "hypothetical" if word in cues.wishing else "predicted"
                agree, form = _agreement(word), "past"
            elif word in cues.negations:
                factuality = "negated"
            elif word in cues.conditional:
                factuality = "hypothetical"
            elif verb.frames == "t" and word in cues.possessive:
                pass  # "её цитирует X"
            elif factuality == "negated" and word in ("никогда", "ніколи", "разу", "ни", "жодного"):
                pass
            else:
                break
            first -= 1
        last = at + 1
        if verb.frames == "t" and last < len(unit.tokens) and unit.tokens[last].low in cues.possessive:
            last += 1  # "цитирует его"
        if last < len(unit.tokens) and unit.tokens[last].low in cues.conditional:
            factuality, last = "hypothetical", last + 1
        return Hit("verb", first, last, cue_class, form, agree, verb.frames, factuality)

    def _particle(self, unit: Unit, at: int) -> Hit | None:
        word = unit.tokens[at].low
        if word in self.cues.quotes_on:
            return Hit("hearsay", at, at + 1, "report")
        if word in self.cues.whispers:
            return Hit("whisper", at, at + 1, "report")
        return None


def _agreement(word: str) -> str:
    """Number and gender by the ending of a past form or short adjective."""
    for ending, agree in (("ла", "f"), ("на", "f"), ("ло", "n"), ("ли", "p"), ("ны", "p"), ("ні", "p")):
        if word.endswith(ending):
            return agree
    return "p" if word.endswith(("ют", "ут", "ят", "ють", "уть", "ять")) else "s"
