"""Which name a description takes up: "the minister", "the 45-year-old", "the agency"."""

import re

from onrecord.lang.titles import role_class
from onrecord.stages.article.attribute.parties.known import Known, Names, name_key, title_index
from onrecord.stages.article.attribute.parties.parties import Party
from onrecord.stages.article.attribute.parties.phrase_data import View
from onrecord.stages.article.attribute.parties.phrase_forms import is_capital, words_in

_MANY = 60  # names looked at
_LONG = 120  # characters; longer descriptions tell somebody new
_AROUND_BEFORE, _AROUND_AFTER = 70, 110
_TELLING = 3  # letters; shorter words tell nothing
_BELONGS = 200  # characters of a phrase in which it may tell whose minister is meant


def described_by(view: View, names: Names, party: Party) -> tuple[Known, str] | None:
    """The one name before it that the article calls so, with the words why; None for none or several."""
    phrase = party.phrase
    if phrase.plural:
        return None
    bodily = phrase.sort in ("body", "outlet")
    numbers = list(dict.fromkeys(known.number for known in _fitting(view, names, party)))[:_MANY]
    held = [names.known[number] for number in numbers]
    held = [known for known in held if known.places[0].start < phrase.shown[0]]
    held = [known for known in held if known.thing is bodily or (bodily and _may_be_outlet(known))]
    exact = [known for known in held if set(known.titles) & set(phrase.titles)]
    held = exact if len(exact) == 1 else held
    if len(held) != 1 or not _belongs(view, held[0], party):
        return None
    return held[0], _because(view, held[0], party)


def _may_be_outlet(known: Known) -> bool:
    """A name that was told something and is no person, as far as known."""
    return not known.person and known.sort in ("", "outlet", "body")


def is_loose(view: View, party: Party) -> bool:
    """ "the former chief executive of the mill": long, or of a role that many have had."""
    phrase = party.phrase
    words = len(view.text[phrase.described[0] : phrase.described[1]].split())
    many = phrase.sort in ("people", "unnamed") and words > 1 and not phrase.pronoun
    return phrase.shown[1] - phrase.shown[0] > _LONG or many


def _fitting(view: View, names: Names, party: Party) -> list[Known]:
    """All that can be called so: by age, title, class of office, or the last word of the name."""
    phrase = party.phrase
    if is_loose(view, party):
        return []
    age = view.words.age.match(view.text, phrase.head[0])
    if age is not None:
        number = re.match(r"\d+", age.group())
        return names.by_age.get(number.group(), []) if number is not None else []
    found = list(names.by_title.get(title_index(view, phrase.head_word.rsplit(" ", 1)[-1]), []))
    if phrase.titles and role_class(phrase.titles[-1]) == "leader":
        found += names.by_title.get("class leader", [])
    if phrase.sort in ("body", "outlet"):
        found += [item for item in names.by_last.get(name_key(phrase.head_word), []) if " " in item.key]
    if phrase.sort == "outlet":
        found += names.outlets
    return found or ([one for one in names.told if _may_be_outlet(one)] if phrase.sort == "outlet" else [])


def _because(view: View, known: Known, party: Party) -> str:
    age = view.words.age.match(view.text, party.phrase.head[0])
    if age is not None:
        return f"said to be as old as “{age.group()}”"
    index = title_index(view, party.phrase.head_word.rsplit(" ", 1)[-1])
    titles = [title for title in known.titles if title_index(view, title) == index] or known.titles
    return f"called “{titles[0]}”" if titles else "of that kind by name"


def _belongs(view: View, known: Known, party: Party) -> bool:
    """Words that tell whose minister is meant must stand with the name too."""
    phrase, text = party.phrase, view.text
    end = min(phrase.shown[1], phrase.shown[0] + _BELONGS)
    told = [
        word.low
        for word in words_in(text, phrase.shown[0] + 1, end)
        if (is_capital(word) or word.start >= phrase.described[1])
        and len(word.low) > _TELLING
        and word.low not in view.words.breaks
        and word.low != phrase.head_word
    ]
    if phrase.owner:
        told.append(phrase.owner.lower())
    if not told:
        return True
    around = " ".join(
        text[max(0, p.start - _AROUND_BEFORE) : p.end + _AROUND_AFTER] for p in known.places[:6]
    )
    lowered = around.lower()
    return all(word[:5] in lowered for word in told)
