"""What a source phrase is: head, number, name, office, pronoun, definiteness. Nothing is parsed.

A phrase is read once from left to right: what opens it (articles, numbers), its core up to the first
word that hangs something on it (a preposition, a comma, "who"), and appositions behind commas.
"""

import re
from dataclasses import replace

from onrecord.lang.gazetteer import entries
from onrecord.lang.noun_forms import is_plural_form, singular
from onrecord.lang.party_words import look_up, party_words
from onrecord.lang.titles import longest_role
from onrecord.stages.article.attribute.draft import Range
from onrecord.stages.article.attribute.parties.phrase_core import read_core
from onrecord.stages.article.attribute.parties.phrase_data import Opening, Phrase, View
from onrecord.stages.article.attribute.parties.phrase_forms import LONGEST, Word, is_capital, words_in
from onrecord.stages.article.attribute.parties.phrase_names import role_of

_PARTS = 4  # appositions looked at
_STOP = re.compile(r"[,;:()\[\]—–]|\s-\s")
_INNER = frozenset("im vom beim in bei".split())
_DIGITS = re.compile(r"\d[\d.,]*$")


def read_phrase(view: View, shown: Range) -> Phrase | None:
    """The phrase of a range, None when it has no word. Only its first 300 characters are read."""
    words = _without_telling(view, words_in(view.text, shown[0], min(shown[1], shown[0] + LONGEST)))
    if not words:
        return None
    if view.code == "de" and len(words) > 1 and words[0].low in view.words.makers | _INNER:
        words = words[1:]  # "vom Abgeordneten", "im Fachblatt"
    if (found := _short(view, words, shown)) is not None:
        return found
    opening = _opening(view, words)
    if (pronoun := _pronoun(view, words, opening, shown)) is not None:
        return pronoun
    first = _after_premodifier(view, words, opening.size)
    core = words[first : _core_end(view, words, first)] or words[-1:]
    rest = words[first + len(core) :]
    joined = _joined(view, rest)
    phrase = read_core(view, core, opening, shown, joined)
    if joined and phrase.name is None and not (opening.indefinite or opening.number):
        phrase = _two_roles(view, phrase, rest[1:])
    return _with_parts(view, phrase, rest)


def _without_telling(view: View, words: list[Word]) -> list[Word]:
    """ "Angaben der Polizei": whose they are is the source."""
    first = 0
    while first + 1 < len(words) and view.words.tellings.match(words[first].low) is not None:
        first += 2 if words[first + 1].low in view.words.makers and first + 2 < len(words) else 1
    return words[first:]


def _short(view: View, words: list[Word], shown: Range) -> Phrase | None:
    """Phrases that need no further reading: "В порту", "Another", "Zeugenaussagen"."""
    word = words[0]
    where = (word.start, word.end)
    if len(words) > 1:
        if word.low not in view.words.at:
            return None
        where = (words[1].start, words[1].end)  # "В порту сообщили": the office there
        return Phrase(shown, "body", where, words[1].low, False, (words[1].start, shown[1]), definite=True)
    if word.low in view.words.indefinite or word.low in view.words.numbers:
        plural = word.low in view.words.plural_signs
        return Phrase(shown, "unnamed", where, word.low, plural, where, indefinite=True)
    told = view.words.tellings.match(word.low)
    owner = told.group(1).removesuffix("s") if told is not None else ""
    sort = look_up(view.words.heads, owner, True) if len(owner) > 3 else ""
    return Phrase(shown, sort, where, owner, is_plural_form(view.code, owner), where) if sort else None


def _opening(view: View, words: list[Word]) -> Opening:
    table = view.words
    found = Opening(0)
    for place, word in enumerate(words[:10]):
        following = words[place + 1] if place + 1 < len(words) else None
        if following is None:
            break
        number = word.low in table.numbers or _DIGITS.match(word.low) is not None
        counted = found.number is not None or found.indefinite or found.single
        if number and (word.low not in table.indefinite or following.low in table.partitives):
            start = found.number[0] if found.number is not None else word.start
            plural = word.low in table.plural_signs or (word.low[:1].isdigit() and word.low != "1")
            found = replace(found, number=(start, word.end), plural=found.plural or plural)
            found = replace(found, single=found.single or word.low in table.one)
        elif word.low in table.indefinite:
            found = replace(found, indefinite=True, single=found.single or word.low in table.one)
            found = replace(found, plural=found.plural or word.low in table.plural_signs)
        elif word.low in table.definite:
            found = replace(found, definite=not counted)
            found = replace(found, plural=found.plural or word.low in table.plural_signs)
        elif not (word.low in table.partitives and counted) and not _is_about(view, word, following):
            break
        found = replace(found, size=place + 1)
    return found


def _is_about(view: View, word: Word, following: Word) -> bool:
    """ "more than 20", "at least two"."""
    table = view.words
    return word.low in table.about and (
        following.low in table.about or following.low in table.numbers or following.low[:1].isdigit()
    )


def _pronoun(view: View, words: list[Word], opening: Opening, shown: Range) -> Phrase | None:
    table = view.words
    last = words[-1]
    agrees = table.pronouns.get(words[0].low, "")
    alone = all(word.low in table.reflexives for word in words[1:3]) and len(words) <= 3
    capital = words[0].text.isupper() and len(words[0].text) > 1
    if agrees and alone and not capital and words[0].low not in table.heads:
        where = (words[0].start, words[0].end)
        plural = agrees == "p"
        return Phrase(shown, "pronoun", where, words[0].low, plural, where, agrees=agrees)
    counted = opening.number is not None or opening.indefinite
    if counted and table.pronouns.get(last.low) == "p" and len(words) <= opening.size + 2:
        head = opening.number or (words[0].start, words[0].end)
        whole = (words[0].start, last.end)
        return Phrase(
            shown, "unnamed", head, words[0].low, opening.plural, whole, number=head, indefinite=True
        )
    return None


def _after_premodifier(view: View, words: list[Word], first: int) -> int:
    """Skip what stands before a noun and tells how close it is ("dem Palast nahestehende")."""
    if not view.words.head_first or first >= len(words):
        return first
    starts = [word.start for word in words[: first + 1]]
    tried = (view.words.near.match(view.text, start, words[-1].end) for start in reversed(starts))
    match = next((found for found in tried if found is not None), None)
    if match is None:
        return first
    after = [place for place, word in enumerate(words) if word.start >= match.end()]
    skip = 0 if view.words.nouns_capital else 1
    rest = after[skip] if len(after) > skip else len(words)
    if rest >= len(words) or _STOP.search(view.text, words[first].end, words[rest].start):
        return first
    return rest


def _core_end(view: View, words: list[Word], first: int) -> int:
    """Where the core ends: before a comma, a preposition, a relative, a participle or "and"."""
    table = view.words
    for place in range(first + 1, len(words)):
        word, before = words[place], words[place - 1]
        if _STOP.search(view.text, before.end, word.start):
            return place
        if word.low in table.joins and not _in_name(words, place):
            return place
        if word.low in table.breaks and not _in_name(words, place):
            if table.nouns_capital and not any(is_capital(one) for one in words[first:place]):
                continue
            return place
        if view.code == "en" and _is_participle(view, before, word):
            return place
        if view.words.near.match(view.text, word.start, words[-1].end) is not None:
            return place
    return len(words)


def _in_name(words: list[Word], place: int) -> bool:
    """ "of" in "Bank of Vesta", "and" in "Ministry of Trade and Industry", "von" in "Karl von Horn"."""
    if place + 1 >= len(words) or not is_capital(words[place - 1]):
        return False
    low, after = words[place].low, words[place + 1]
    if low in ("and", "&", "und") and is_capital(after) and _is_titled(words, place):
        return True
    if low in ("and", "und"):
        return any(word.low == "of" for word in words[max(0, place - 4) : place]) and is_capital(after)
    if low in ("of", "for"):
        after = words[place + 2] if after.low == "the" and place + 2 < len(words) else after
        role = tuple(word.low for word in words[max(0, place - 1) : place + 2])
        return is_capital(after) and (longest_role(role[:1]) is None or longest_role(role) == " ".join(role))
    return low in ("von", "van") and is_capital(after)


def _is_titled(words: list[Word], place: int) -> bool:
    """ "The Globe and Tide": an article, one word, "and", and another word make one name."""
    before, after = words[place - 1], words[place + 1]
    alone = place == 2 and len(words) in (4, 5) and not before.owner
    known = (
        role_of((before.low,), party_words("en")) or entries().get(before.text) or entries().get(after.text)
    )
    return alone and words[0].low in ("the", "die", "der") and not known


def _is_participle(view: View, before: Word, word: Word) -> bool:
    ending = word.low.endswith(("ing", "ed")) and word.text.islower() and len(word.low) > 4
    return ending and bool(look_up(view.words.heads, singular(before.low)) or is_capital(before))


def _two_roles(view: View, phrase: Phrase, rest: list[Word]) -> Phrase:
    """ "Lenz mayor and former boxer Ivo Stark" is one person with two roles."""
    if not rest or phrase.sort not in ("office", "people", "unnamed"):
        return phrase
    core = rest[: _core_end(view, rest, 0)] or rest[:1]
    other = read_core(view, core, Opening(0), phrase.shown)
    if other.name is None or other.sort != "person" or (is_capital(core[0]) and not view.words.nouns_capital):
        return phrase
    return replace(phrase, name=other.name, sort="person", plural=False, gender=phrase.gender or other.gender)


def _joined(view: View, rest: list[Word]) -> bool:
    """Whether "and" and another noun or name follow the core, or a list of names ("Holm, Vance and Karr")."""
    joins = view.words.joins
    if not rest or rest[0].low in joins:
        return bool(rest)
    return any(word.low in joins for word in rest) and all(
        is_capital(word) or word.low in joins for word in rest
    )


def _with_parts(view: View, phrase: Phrase, rest: list[Word]) -> Phrase:
    """What stands behind commas: ", the foreign minister," or ", Mira Holm,"."""
    for part in _parts(view, rest):
        if phrase.plural or part[0].low in view.words.breaks or part[0].low in view.words.joins:
            continue
        opening = _opening(view, part)
        core = part[opening.size : _core_end(view, part, opening.size)] or part[-1:]
        where = (core[0].start, core[-1].end)
        if phrase.name is None:
            phrase = _named_behind(phrase, read_core(view, core, Opening(0), where), len(core))
            continue
        titles = tuple(
            dict.fromkeys((*phrase.titles, *(found := read_core(view, core, opening, where)).titles))
        )
        sort = "person" if found.titles and phrase.sort == "name" else phrase.sort
        phrase = replace(phrase, titles=titles, sort=sort)
    return _called(view, phrase)


def _named_behind(phrase: Phrase, other: Phrase, size: int) -> Phrase:
    """ "the foreign minister, Mira Holm": the apposition names whom the phrase describes."""
    if other.name is None or other.sort not in ("person", "name") or size < 2:
        return phrase
    titles = tuple(dict.fromkeys((*phrase.titles, *other.titles)))
    return replace(
        phrase, name=other.name, sort="person", titles=titles, gender=phrase.gender or other.gender
    )


def _called(view: View, phrase: Phrase) -> Phrase:
    """ "a woman named Mira", "мужчина по имени Иво": described, and yet named."""
    if phrase.name is not None:
        return phrase
    end = min(phrase.shown[1], phrase.shown[0] + LONGEST)
    match = view.words.named_as.search(view.text, phrase.described[1], end)
    words = words_in(view.text, match.end(), min(end, match.end() + 60)) if match is not None else []
    if match is None or not words or not is_capital(words[0]):
        return phrase
    last = words[0]
    for word in words[1:3]:
        if not is_capital(word) or view.text[last.end : word.start] != " ":
            break
        last = word
    return replace(phrase, name=(words[0].start, last.end), sort="person")


def _parts(view: View, rest: list[Word]) -> list[list[Word]]:
    """Words between commas and dashes, a few parts at most."""
    parts: list[list[Word]] = [[]]
    for place, word in enumerate(rest):
        before = rest[place - 1].end if place else word.start - 2
        if _STOP.search(view.text, max(0, before), word.start):
            parts.append([])
        parts[-1].append(word)
    return [part for part in parts[1 : _PARTS + 1] if part]
