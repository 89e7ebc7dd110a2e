"""Who stands as source: its phrase, what the article knows of its name, and its mention if there is one."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from onrecord.data import Mention, MentionKind
from onrecord.lang.party_words import holds
from onrecord.stages.article.attribute.draft import Draft, Layout, Range
from onrecord.stages.article.attribute.parties.known import Known, Names
from onrecord.stages.article.attribute.parties.phrase import read_phrase
from onrecord.stages.article.attribute.parties.phrase_data import Phrase, View, words_of
from onrecord.stages.article.attribute.parties.phrase_forms import Word, is_capital, words_in

_KINDS = {
    MentionKind.PERSON: "person",
    MentionKind.STATE: "state",
    MentionKind.BODY: "body",
    MentionKind.OUTLET: "outlet",
}
_LEFT = 90  # characters before "who" in which its antecedent begins


@dataclass(frozen=True, slots=True)
class Party:
    """A source. `sort` is the phrase's, or what mentions and the rest of the article tell of it.

    `relative`: the source is "who", and the phrase what it refers to.
    """

    phrase: Phrase
    words: str
    sort: str
    name: str
    known: Known | None
    chain: int | None
    relative: bool = False

    @property
    def shown(self) -> Range:
        """The words that show who speaks."""
        return self.phrase.shown

    @property
    def thing(self) -> bool | None:
        """A body, state or outlet (True), a person (False), or not to be told (None)."""
        if self.sort in ("body", "outlet", "state", "seat", "document"):
            return True
        if self.sort in ("person", "unnamed", "office", "people"):
            return False
        return True if self.known is not None and self.known.thing else None


class Mentions:
    """Mentions of the article by place."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        self._mentions = sorted(mentions, key=lambda mention: (mention.head.start, mention.head.end))
        self._starts = [mention.head.start for mention in self._mentions]
        self.states = frozenset(item.head.text for item in mentions if item.kind is MentionKind.STATE)
        self._chains: dict[int, list[Mention]] = {}
        for mention in self._mentions:
            self._chains.setdefault(mention.chain, []).append(mention)

    def at(self, span: Range) -> Mention | None:
        """The mention whose head shares a character with a range."""
        place = bisect_right(self._starts, span[1] - 1)
        for mention in self._mentions[max(0, place - 3) : place][::-1]:
            if mention.head.start < span[1] and span[0] < mention.head.end:
                return mention
        return None

    def named(self, chain: int) -> Mention | None:
        """The first mention of a chain that is its fullest name, None where it has none."""
        return next((item for item in self._chains.get(chain, ()) if _is_named(item)), None)


def _is_named(mention: Mention) -> bool:
    if mention.kind is MentionKind.UNNAMED or mention.pronoun:
        return False
    return mention.head.text == mention.name and mention.name[:1].isupper()


def read_party(view: View, layout: Layout, draft: Draft, names: Names, mentions: Mentions) -> Party | None:
    """The party of a draft's source, None without one. "who" is read as what it refers to."""
    if not draft.source:
        return None
    shown = draft.antecedent or draft.source[0]
    phrase = read_phrase(view, shown)
    relative = phrase is not None and phrase.agrees == "r"
    if relative:
        antecedent = _antecedent(view, layout, shown)
        phrase = read_phrase(view, antecedent) if antecedent is not None else phrase
    if phrase is None:
        return None
    mention = mentions.at(phrase.name or phrase.head)
    known = names.within(phrase.name) if phrase.name is not None else None
    name = view.text[phrase.name[0] : phrase.name[1]] if phrase.name is not None else ""
    sort = _sort(phrase, known, mention, name, mentions)
    if sort == "name" and _is_reporting(view, draft, known):
        sort = "outlet"
    if sort == "name" and _is_group(view, layout, draft, phrase, known):
        sort, name = "people", ""
    chain = mention.chain if mention is not None else None
    return Party(phrase, words_of(view, phrase.shown), sort, name, known, chain, relative)


def _sort(phrase: Phrase, known: Known | None, mention: Mention | None, name: str, mentions: Mentions) -> str:
    if phrase.name is None or phrase.sort not in ("name", "person", "state", "body", "outlet"):
        return phrase.sort
    if name in mentions.states and phrase.sort != "person":
        return "state"
    if phrase.sort == "name" and mention is not None and mention.kind in _KINDS:
        return _KINDS[mention.kind]
    if phrase.sort == "name" and known is not None:
        return known.sort or ("place" if known.placed else "name")
    return phrase.sort


def _is_reporting(view: View, draft: Draft, known: Known | None) -> bool:
    """ "Kurant reports": what reports and quotes, and is no person as far as known, is an outlet."""
    cue = view.text[draft.cue[0][0] : draft.cue[-1][1]][:80] if draft.cue else ""
    if not holds(view.words.reporting, cue) or (known is not None and (known.person or " " in known.key)):
        return False
    if known is not None:
        known.sort = "outlet"
    return True


def _is_group(view: View, layout: Layout, draft: Draft, phrase: Phrase, known: Known | None) -> bool:
    """ "Синоптики предупреждают": one word that only opens a sentence, with a cue in the plural."""
    sentence = layout.sentence_at(phrase.shown[0])
    opens = sentence is not None and phrase.shown[0] - sentence[0] < 2
    if not opens or phrase.name is None or " " in view.text[phrase.name[0] : phrase.name[1]]:
        return False
    if known is not None and len(known.places) > 1:
        return False
    cue = view.text[draft.cue[0][0] : draft.cue[-1][1]][:80].split() if draft.cue else []
    return bool(cue) and view.words.plural_cue.fullmatch(cue[-1]) is not None


def _with_name(view: View, before: list[Word], start: int) -> int:
    """ "Mira Holm, the mayor of Pell, who": the apposition belongs to the name before it."""
    if not before or not is_capital(before[-1]) or view.text[before[-1].end : start].strip() != ",":
        return start
    first = len(before) - 1
    while (
        first
        and is_capital(before[first - 1])
        and view.text[before[first - 1].end : before[first].start] == " "
    ):
        first -= 1
    return before[first].start


def _antecedent(view: View, layout: Layout, relative: Range) -> Range | None:
    """The noun phrase right before "who": back to a comma, a quotation or the sentence's start."""
    sentence = layout.sentence_at(relative[0])
    low = max(relative[0] - _LEFT, sentence[0] if sentence is not None else 0)
    end = relative[0]
    while end > low and view.text[end - 1] in " \t\xa0,":
        end -= 1
    words = words_in(view.text, low, end)
    start = -1
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        following = words[place + 1].start if place + 1 < len(words) else end
        if re.search(r"[,;:()“”\"«»—–]", view.text[word.end : following]):
            break
        table = view.words
        if word.low in table.definite or word.low in table.indefinite or word.low in table.numbers:
            return _with_name(view, words[:place], word.start), end
        if start >= 0 and not is_capital(word) and is_capital(words[place + 1]):
            break
        if start >= 0 and word.low in table.breaks:
            break
        start = word.start
    return (start, end) if start >= 0 else None
