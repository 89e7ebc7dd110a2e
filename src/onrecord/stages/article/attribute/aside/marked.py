"""Quotation marks that hold no speech: titles, names and nicknames, words at arm's length."""

from bisect import bisect_left
from dataclasses import dataclass

from onrecord.lang.cue_lexicons import cue_lexicon
from onrecord.lang.quoted_words import QUOTED_WORDS, QuotedWords
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, trim
from onrecord.text.plainwords import Word, words_in
from onrecord.text.quotes import Quotation

SCARE, TITLE, NAME = "scare quote", "quoted title", "quoted name"
_LONGEST = 9  # words of a title
_SHORT = 3  # words of a name or of a scare quote
_ATTRIBUTIVE = 2  # words of a scare quote inside what somebody says
_SMALL = 4  # letters of words that need no capital in a title
_NEAR = 3  # words looked at on each side
_REACH = 60  # characters
_SPEECH_ENDS = ".,!?…;"
_MARKS = "\"“”„«»‘’'`「」『』‚‹›"


@dataclass(slots=True)
class Marked:
    """A quotation that is no speech, the sentence that says why, and the drafts that hold nothing else."""

    kind: str
    span: Range
    why: str
    drafts: list[Draft]


class _Contents:
    """Which drafts' contents a range equals, and whether it lies in any."""

    def __init__(self, layout: Layout, drafts: list[Draft]) -> None:
        self.same: dict[Range, list[Draft]] = {}
        parts: list[Range] = []
        for draft in drafts:
            parts.extend([*draft.content, *draft.source, *draft.cue])
            if len(draft.content) == 1:
                whole = trim(layout.text, *draft.content[0], strip=" \t\xa0,.;:" + _MARKS)
                self.same.setdefault(whole, []).append(draft)
        parts.sort()
        self.starts = [start for start, _ in parts]
        self.ends: list[int] = []
        for _, end in parts:
            self.ends.append(max(end, self.ends[-1] if self.ends else 0))

    def hold(self, start: int, end: int) -> bool:
        """Whether a part of some draft shares a character with a range."""
        place = bisect_left(self.starts, end) - 1
        return place >= 0 and self.ends[place] > start


def find_marked(layout: Layout, drafts: list[Draft], language: str) -> list[Marked]:
    """Quotations of a text that are no speech, in order."""
    table = QUOTED_WORDS.get(language)
    if table is None or not layout.quotations:
        return []
    contents = _Contents(layout, drafts)
    found = []
    for quotation in layout.quotations:
        inner = trim(layout.text, quotation.start, quotation.end, strip=" \t\xa0,.;:" + _MARKS)
        words = words_in(layout.text, *inner) if inner[1] - inner[0] < 12 * _LONGEST else []
        if not quotation.closed or not 0 < len(words) <= _LONGEST:
            continue
        scene = _Scene(layout, quotation, words, table, language)
        verdict = scene.certain() or (scene.at_arms_length() if not contents.hold(*inner) else None)
        if verdict is None:
            verdict = scene.attributive()
            same: list[Draft] = []
        else:
            same = [draft for draft in contents.same.get(inner, []) if not scene.is_said(draft)]
        if verdict is not None:
            found.append(Marked(verdict[0], (quotation.start, quotation.end), verdict[1], same))
    return found


class _Scene:
    """A short quotation with the words around it."""

    def __init__(
        self, layout: Layout, quotation: Quotation, words: list[Word], table: QuotedWords, language: str
    ) -> None:
        self.text, self.quotation, self.words, self.table = layout.text, quotation, words, table
        line = layout.line_range(quotation.start)
        low, high = max(line[0], quotation.start - _REACH), min(line[1], quotation.end + _REACH)
        self.before = words_in(layout.text, low, quotation.start)[-_NEAR:]
        self.after = words_in(layout.text, quotation.end, high)[:_NEAR]
        self.lexicon = cue_lexicon(language)
        self.shown = " ".join(layout.text[quotation.start : quotation.end].split())

    def certain(self) -> tuple[str, str] | None:
        """What the words beside a quotation say it is."""
        return self._so_called() or self._nickname() or self._named() or self._titled()

    def _gap(self, before: bool) -> str:
        if before:
            return self.text[self.before[-1].end : self.quotation.start] if self.before else "\n"
        return self.text[self.quotation.end : self.after[0].start] if self.after else "\n"

    def _so_called(self) -> tuple[str, str] | None:
        if not self.before or self._gap(True).strip(" \xa0"):
            return None
        word = self.before[-1].low
        if word in self.table.so_called or (self.table.beginnings and word.startswith(self.table.so_called)):
            return SCARE, f"{self.shown} stands behind “{word}”: a word at arm's length, no speech"
        if [item.low for item in self.before[-2:]] == ["so", "called"]:
            return SCARE, f"{self.shown} stands behind “so called”: a word at arm's length, no speech"
        return None

    def _nickname(self) -> tuple[str, str] | None:
        """ "Joos "the Owl" Dekker"."""
        if len(self.words) > _SHORT or not self.before or not self.after:
            return None
        first, last = self.before[-1], self.after[0]
        if self._gap(True) != " " or self._gap(False) != " " or self._is_cue(first):
            return None
        if not self.text[first.start].isupper() or not self.text[last.start].isupper():
            return None
        if self.text[self.quotation.end - 2] in _SPEECH_ENDS or first.low.endswith(("'s", "s'")):
            return None
        if any(word.low in self.table.links | self.table.owners for word in (first, *self.words[1:], last)):
            return None
        names = f"{self.text[first.start : first.end]} … {self.text[last.start : last.end]}"
        return NAME, f"{self.shown} stands within the name “{names}”: a nickname, no speech"

    def _named(self) -> tuple[str, str] | None:
        if self._gap(True).strip(" \xa0") or len(self.words) > _SHORT + 1:
            return None
        if not self.text[self.words[0].start].isupper():
            return None
        for word in self.before[-2:]:
            if self.table.is_one(word.low, self.table.names):
                return NAME, f"{self.shown} is what “{word.low}” is called: a name, no speech"
        return None

    def _titled(self) -> tuple[str, str] | None:
        if not self._is_title_case():
            return None
        gap = self._gap(True).strip(" \xa0")
        if gap in ("", ",", ":") and self.before:
            for word in self.before[-2:] if not gap else self.before[-1:]:
                if self.table.is_one(word.low, self.table.titles):
                    return TITLE, f"{self.shown} is the title of the “{word.low}” before it, no speech"
            if not gap and self.before[-1].low in self.table.performing:
                return TITLE, f"{self.shown} is what was “{self.before[-1].low}”: a title, no speech"
        if self._apposed():
            noun = next(word.low for word in self.after if self.table.is_one(word.low, self.table.titles))
            return TITLE, f"{self.shown} is the title of the “{noun}” behind it, no speech"
        return None

    def _is_title_case(self) -> bool:
        """In English all long words have capitals; elsewhere the first, and no comma may stand before."""
        first = self.text[self.words[0].start]
        if not first.isupper() and not first.isdigit():
            return False
        if self.table.beginnings:
            return "," not in self._gap(True)
        longer = [word for word in self.words if word.end - word.start > _SMALL]
        return all(not self.text[word.start].islower() for word in longer)

    def _apposed(self) -> bool:
        """ ""Long Road", a song by ...": an article and the noun of a title behind a comma."""
        if len(self.after) < 2 or self.after[0].low not in self.table.owners:
            return False
        if "," not in self._gap(False) + self.text[self.quotation.end - 2 : self.quotation.end]:
            return False
        return any(self.table.is_one(word.low, self.table.titles) for word in self.after[1:])

    def at_arms_length(self) -> tuple[str, str] | None:
        """A few words in marks in the middle of a sentence where nothing attributes."""
        if len(self.words) > _SHORT or not self.before or self._beside_cue():
            return None
        inside = self.text[self.quotation.start : self.quotation.end].strip(_MARKS + " ")
        if not inside or inside[-1] in _SPEECH_ENDS or self._gap(True).strip(" \xa0(-–—"):
            return None
        if "\n" in self._gap(True) or self.text[self.words[0].start].isupper():
            return None
        stands = self.before[-1].low
        return SCARE, f"{self.shown} stands in the sentence after “{stands}” and nobody says it"

    def attributive(self) -> tuple[str, str] | None:
        """ "its "green" bonds" within what somebody says: marks round a word, not round speech."""
        if len(self.words) > _ATTRIBUTIVE or not self.before or not self.after:
            return None
        if self._gap(True) != " " or self._gap(False) != " " or self.before[-1].low not in self.table.owners:
            return None
        if len(self.before) > 1 and self.before[-2].low in self.table.links:
            return None  # "is a "witch hunt" launched by ...": what somebody says of it
        follows = self.after[0]
        if not self.text[follows.start].islower() or follows.low in self.table.links:
            return None
        if self.text[self.words[0].start].isupper():
            return None
        near = f"{self.before[-1].low} … {follows.low}"
        return SCARE, f"{self.shown} stands between “{near}”: a word at arm's length, no speech"

    def is_said(self, draft: Draft) -> bool:
        """Whether a draft's cue is a verb of saying: what is said is never dropped for its marks."""
        if self.lexicon is None:
            return True
        cue = [word for start, end in draft.cue for word in words_in(self.text, start, end)]
        forms = {form for word in cue for form in self.lexicon.lemmas(word.low)} - self.table.mentioning
        return any(self.lexicon.verbs.get(form) == "say" for form in forms)

    def _beside_cue(self) -> bool:
        return any(self._is_cue(word) for word in [*self.before, *self.after[:2]])

    def _is_cue(self, word: Word) -> bool:
        if self.lexicon is None:
            return False
        return any(
            form in self.lexicon.verbs or form in self.lexicon.nouns for form in self.lexicon.lemmas(word.low)
        )


def names_only(layout: Layout, draft: Draft, language: str) -> bool:
    """Whether a cue only gives a name or title: "titled", "known as", with nothing but a short quotation."""
    table = QUOTED_WORDS.get(language)
    if table is None or len(draft.content) != 1 or not draft.cue:
        return False
    start, end = trim(layout.text, *draft.content[0], strip=" \t\xa0,.;:")
    quotation = layout.quotation_at(start)
    if quotation is None or quotation.start != start or quotation.end < end - 1:
        return False
    cue = tuple(word.low for part in draft.cue for word in words_in(layout.text, *part))
    size = len(words_in(layout.text, start, end))
    return cue in table.naming and size <= _LONGEST
