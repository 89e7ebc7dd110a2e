"""Whom a pronoun, a surname, a title or a description refers to within the article; open when two compete.

Given a coreference chain (mentions) that names somebody, that is taken. Else: pronouns by number,
gender, person or thing, and by who spoke or opened the sentence last; descriptions by the office,
age or kind that the article gives with one name only. "I" and "we" are the speaker's own.
"""

from bisect import bisect_right
from dataclasses import dataclass

from onrecord.data import Reason, Speaker, span_of
from onrecord.lang.name_places import BEHIND_CORE, GOES_ON
from onrecord.lang.party_words import holds
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, trim
from onrecord.stages.article.attribute.parties.bodies import body_meant
from onrecord.stages.article.attribute.parties.candidates import (
    MANY,
    Candidate,
    Candidates,
    fits,
    is_likely,
    narrowed,
    overlap,
)
from onrecord.stages.article.attribute.parties.descriptions import described_by, is_loose
from onrecord.stages.article.attribute.parties.known import Known, Names
from onrecord.stages.article.attribute.parties.parties import Mentions, Party
from onrecord.stages.article.attribute.parties.phrase_data import View, words_of
from onrecord.stages.article.attribute.parties.served import in_which, served_by

_BACK = 3  # sentences looked back at for a pronoun
_NAMING = 120  # characters of a description that stand for a name
_FAR = 1500  # characters


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a source takes up: an earlier party (named or only described), a name, or both."""

    party: Party | None
    speaker: Speaker | None


class Speakers:
    """Resolution of the sources of one article, in the order of the text."""

    def __init__(
        self,
        view: View,
        layout: Layout,
        drafts: list[Draft],
        parties: list[Party | None],
        names: Names,
        mentions: Mentions,
    ) -> None:
        self._view, self._layout, self._names, self._mentions = view, layout, names, mentions
        self._drafts, self._parties = drafts, parties
        self._candidates = Candidates(layout, drafts, parties, names)
        self._last: dict[int, Party] = {}
        self._before: list[tuple[Draft, Party]] = []
        self._found: dict[int, Found] = {}
        self._by_id = {id(draft): number for number, draft in enumerate(drafts)}

    def find(self) -> list[Found | None]:
        """For each draft whom its source takes up; None where it stands for itself or stays open."""
        order = sorted(range(len(self._drafts)), key=lambda number: (self._place(number), number))
        for number in order:
            party = self._parties[number]
            if party is None:
                continue
            found = self._resolve(number, party)
            self._before.append((self._drafts[number], party))
            if found is not None:
                self._found[number] = found
            self._remember(number, party, found)
        return [self._found.get(number) for number in range(len(self._drafts))]

    def _place(self, number: int) -> Range:
        draft = self._drafts[number]
        return (draft.source or draft.cue or draft.content or [(0, 0)])[0]

    def _remember(self, number: int, party: Party, found: Found | None) -> None:
        phrase = party.phrase
        if phrase.pronoun and found is None:
            return
        target = found.party if found is not None and found.party is not None else party
        known = target.known
        key = ("name", known.number) if known is not None else ("party", target.shown[0])
        if known is not None and not target.phrase.pronoun:
            self._last[known.number] = target
        gender = _gender(target)
        outermost = self._drafts[number].carrier is None
        subject = outermost and self._opens(party.shown[0])
        self._candidates.remember(
            Candidate(
                party.shown[0],
                party.shown[1],
                key,
                known,
                target,
                gender,
                target.phrase.plural,
                target.thing,
                self._drafts[number].carrier is None and not party.relative,
                subject,
                False,
                False,
                self._asks(number),
            )
        )

    def _asks(self, number: int) -> bool:
        draft = self._drafts[number]
        cue = " ".join(self._view.text[start:end] for start, end in draft.cue[:2])
        return holds(self._view.words.asks, cue)

    def _opens(self, start: int) -> bool:
        sentence = self._layout.sentence_at(start)
        return sentence is not None and start - sentence[0] < 3

    def _resolve(self, number: int, party: Party) -> Found | None:
        phrase = party.phrase
        if phrase.agrees == "1":
            return self._own(number, party)
        return self._by_rules(number, party) or self._by_chain(party)

    def _by_rules(self, number: int, party: Party) -> Found | None:
        phrase = party.phrase
        if phrase.pronoun:
            return self._third(number, party) if phrase.agrees in "mfnped" else None
        if phrase.name is not None:
            return self._relative(party) if party.relative else self._surname(party)
        definite = phrase.definite or (self._view.words.head_first and not phrase.indefinite)
        described = self._description(number, party) if definite else None
        return described or (self._relative(party) if party.relative else None)

    def _description(self, number: int, party: Party) -> Found | None:
        """ "the minister", "the 45-year-old", "the agency": what is told of one name only."""
        outlet = party.phrase.sort == "outlet"
        meant = self._body(party) if outlet else None
        held = described_by(self._view, self._names, party) if meant is None else None
        if held is None:
            own = self._drafts[number].carrier is None
            return meant or (self._body(party) if own and not outlet else None)
        known, because = held
        why = f"“{party.words}” takes up “{known.name}”, the only one who is {because} here"
        target = self._as_party(party, known, known.name)
        return Found(target, self._speaker(known.name, known.first, party, why))

    def _body(self, party: Party) -> Found | None:
        """ "the paper", "the company": the outlet or body that spoke or was told before."""
        meant = body_meant(self._view, self._layout, self._before, party)
        if meant is None:
            return None
        name, span = meant
        why = f"“{party.words}” takes up “{name}”, the last of its kind that spoke or was told before it"
        target = self._as_party(party, self._names.within(span), name)
        return Found(target, self._speaker(name, span, party, why))

    def _own(self, number: int, party: Party) -> Found | None:
        """ "I", "we" in reported words: who is said to have said them."""
        outer = self._drafts[number].carrier
        for _ in range(4):
            if outer is None:
                return None
            place = self._by_id.get(id(outer))
            other = self._parties[place] if place is not None else None
            if place is not None and other is not None and other.phrase.agrees != "1":
                found = self._found.get(place)
                target = found.party if found is not None and found.party is not None else other
                if target.phrase.pronoun:
                    return None
                why = f"“{party.words}” stands in what “{other.words}” is quoted with"
                return Found(target, self._speaker(*self._who(target), party, why))
            outer = outer.carrier
        return None

    def _by_chain(self, party: Party) -> Found | None:
        """By the mentions' chain, where it names a person or body elsewhere."""
        if party.chain is None or (party.name and (party.thing or not _one_word(party))):
            return None
        if is_loose(self._view, party):
            return None
        first = self._mentions.named(party.chain)
        if first is None or first.name == party.name:
            return None
        if first.head.start < party.shown[1] and party.shown[0] < first.head.end:
            return None
        where = (first.head.start, first.head.end)
        known = self._names.within(where)
        target = self._as_party(party, known, first.name)
        because = first.reason.text[:200]
        why = f"“{party.words}” and “{first.span.text[:80]}” are one in this article ({because})"
        return Found(target, self._speaker(first.name, where, party, why))

    def _as_party(self, party: Party, known: Known | None, name: str) -> Party:
        """The earlier source of that name, or the name itself as a party."""
        if known is not None and known.number in self._last:
            return self._last[known.number]
        sort = known.sort if known is not None and known.sort else "person"
        return Party(party.phrase, name, sort, name, known, party.chain)

    def _relative(self, party: Party) -> Found | None:
        """ "Mira Holm, who said": the name or noun phrase right before it."""
        if party.name and (party.phrase.plural or party.thing):
            return None
        name, span = self._who(party)
        why = f"“{party.words}”, right before the word that takes it up, is “{name}”"
        return Found(party, self._speaker(name, span, party, why))

    def _who(self, party: Party) -> tuple[str, Range]:
        """The name of a party and where it stands; of one that has none the words that describe it."""
        if party.known is not None:
            return party.known.name, party.known.first
        if party.name and party.phrase.name is not None:
            return party.name, party.phrase.name
        start, end = party.shown
        end = min(end, start + _NAMING)
        cut = BEHIND_CORE.search(self._view.text, max(start, party.phrase.described[1]), end)
        span = trim(self._view.text, start, cut.start() if cut is not None else end)
        return " ".join(self._view.text[span[0] : span[1]].split()), span

    def _surname(self, party: Party) -> Found | None:
        """ "Holm", "President Holm": the full name that the article gives."""
        known = party.known
        if known is None or party.phrase.plural or known.thing or party.thing:
            return None
        own = party.name.removesuffix("'s").removesuffix("’s")
        if len(known.name.split()) <= len(own.split()) or own in known.name.split()[0]:
            return None
        why = f"“{party.words}” is the surname of “{known.name}”, the only one of that name here"
        return Found(party, self._speaker(known.name, known.first, party, why))

    def _third(self, number: int, party: Party) -> Found | None:
        """A pronoun of the third person: the best party that fits, sentence by sentence backwards."""
        agrees = self._agreement(number, party)
        beside = self._meant_beside(number, party, agrees)
        if beside is not None:
            return beside
        start = party.shown[0]
        at = bisect_right(self._layout.sentences, (start, len(self._view.text) + 1)) - 1
        back = 0
        for place in range(at, max(-1, at - MANY), -1):
            low, high = self._layout.sentences[place]
            if back > _BACK or start - low > _FAR:
                return None
            if place != at and self._all_quoted(low, high):
                continue
            fitting = [
                one for one in self._candidates.between(low, min(high, start), start) if fits(agrees, one)
            ]
            told = self._drafts[number].content
            fitting = [
                one for one in fitting if not any(overlap((one.start, one.end), part) for part in told)
            ]
            if self._is_quoted(number):
                fitting = [one for one in fitting if not one.asking]  # who asked does not answer
            if fitting and not (place == at and all(one.oblique for one in fitting)):
                best = self._best(fitting, number, back)
                certain = best is not None and is_likely(best)
                return self._taken(party, best, agrees) if best is not None and certain else None
            back += 1
        return None

    def _all_quoted(self, low: int, high: int) -> bool:
        """Whether a sentence is nothing but quoted words: it names nobody who could go on."""
        quotation = self._layout.quotation_at(low)
        return quotation is not None and quotation.end >= high

    def _meant_beside(self, number: int, party: Party, agrees: str) -> Found | None:
        """Whose words these are by the words around: "a statement by the generals in which they ..."."""
        meant = in_which(self._view, self._names, party, agrees)
        if meant is not None:
            why = f"“{party.words}” stands right behind the words of “{meant.words}” that are told of"
            return Found(meant, self._speaker(*self._who(meant), party, why))
        carrier = self._drafts[number].carrier
        place = self._by_id.get(id(carrier)) if carrier is not None else None
        outer = self._parties[place] if place is not None else None
        served = served_by(self._view, self._names, outer, agrees) if outer is not None else None
        if outer is None or served is None:
            return None
        why = f"“{party.words}” is not “{outer.words}” and can be the one spoken for, “{served.words}”"
        return Found(served, self._speaker(*self._who(served), party, why))

    def _agreement(self, number: int, party: Party) -> str:
        """German "sie" is one woman or several people, as the verb has it."""
        agrees = party.phrase.agrees
        if agrees not in "ed":
            return agrees
        if agrees == "d":
            return "m"
        cue = " ".join(self._view.text[start:end] for start, end in self._drafts[number].cue)
        return "p" if self._view.words.plural_cue.search(cue) else "f"

    def _best(self, fitting: list[Candidate], number: int, back: int) -> Candidate | None:
        """The only one; else the speaker or subject that nobody competes with."""
        fitting = narrowed(fitting)
        if len(fitting) == 1:
            only = fitting[0]
            return only if only.thing is not True or only.source or only.subject or only.plural else None
        carrier = self._drafts[number].carrier
        if back == 0 and carrier is not None and carrier.source:
            own = [one for one in fitting if one.source and overlap((one.start, one.end), carrier.source[0])]
            if len(own) == 1:
                return own[0]
        sources = [one for one in fitting if one.source]
        subjects = [one for one in fitting if one.subject]
        if len(sources) > 1 and (self._goes_on(number) or self._is_quoted(number)):
            leading = [one for one in sources if one.subject]
            sources = leading if len(leading) == 1 else sources
        agreed = subjects == sources or not subjects
        if len(sources) == 1 and (agreed or self._goes_on(number) or self._is_quoted(number)):
            return sources[0]
        if not sources and len(subjects) == 1 and not self._paired(subjects[0], fitting):
            return subjects[0]
        return None

    def _paired(self, one: Candidate, others: list[Candidate]) -> bool:
        """ "Holm and Karr came.": of two that do the same neither is meant by "he"."""
        joins = self._view.words.joins
        for other in others:
            between = self._view.text[one.end : other.start].split() if one.end < other.start else []
            if 0 < len(between) <= 3 and between[0].strip(",") in joins:
                return True
        return False

    def _is_quoted(self, number: int) -> bool:
        """Words in quotation marks go on with the speech of the speaker before."""
        content = self._drafts[number].content
        return any(self._layout.quotations_in(start, end) for start, end in content if start < end)

    def _goes_on(self, number: int) -> bool:
        draft = self._drafts[number]
        cue = " ".join(self._view.text[start:end] for start, end in draft.cue)
        return holds(GOES_ON, cue)

    def _taken(self, party: Party, best: Candidate, agrees: str) -> Found:
        target = best.party or self._as_party(party, best.known, best.known.name if best.known else "")
        known = best.known
        if known is not None and agrees in ("m", "f"):
            known.gender = known.gender or agrees
        name, span = self._who(target)
        near = words_of(self._view, (best.start, best.end))
        who = {"m": "man", "f": "woman", "n": "body"}.get(agrees, "party")
        how = "who speaks" if best.source else "that is named"
        why = f"“{party.words}” takes up “{near}”, the nearest {who} before it {how} and fits"
        return Found(target, self._speaker(name, span, party, why))

    def _speaker(self, name: str, span: Range, party: Party, why: str) -> Speaker:
        text = self._view.text
        where = span_of(text, *span)
        own = span_of(text, party.shown[0], party.shown[1])
        return Speaker(name, where, Reason(why, (own, where)))


def _gender(party: Party) -> str:
    return party.phrase.gender or (party.known.gender if party.known is not None else "")


def _one_word(party: Party) -> bool:
    return " " not in party.name.strip()
