"""Record status of a source that has no name, by the sort of its head noun."""

from collections.abc import Callable

from onrecord.data import RecordStatus
from onrecord.lang.name_places import PERSON_ENDING
from onrecord.lang.party_words import holds
from onrecord.stages.article.attribute.parties.parties import Party
from onrecord.stages.article.attribute.terms.terms import Case, Status

_PUBLISHED = frozenset("website site channel account page blog".split())


def unnamed_status(case: Case, party: Party) -> Status | None:
    """None when the words alone do not tell: an office, a body, an outlet, a document."""
    rule = _RULES.get(party.sort)
    return rule(case, party) if rule is not None else None


def _background(party: Party, how: str = "describes who speaks and gives no name") -> Status:
    return Status(RecordStatus.BACKGROUND, f"“{party.words}” {how}", party.shown)


def _bare(case: Case, party: Party) -> Status:
    """ "authorities", "the two sides"."""
    if case.spoken:
        why = f"“{party.words}”: words or occasion of “{case.cue}” are given"
        return Status(RecordStatus.ON_RECORD, why, party.shown)
    why = f"“{party.words}” {case.cue}: nobody of them and no occasion is named"
    return Status(RecordStatus.UNSTATED, why, party.shown)


def _saying(case: Case, party: Party) -> Status:
    """ "reports", "rumours", "claims by captured soldiers"."""
    if party.phrase.plural and not _has_maker(case, party):
        why = f"“{party.words}” are relayed without anybody who makes them"
        return Status(RecordStatus.HEARSAY, why, party.shown)
    why = f"“{party.words}” is something that can be looked up"
    return Status(RecordStatus.ON_RECORD, why, party.shown)


def _has_maker(case: Case, party: Party) -> bool:
    after = case.layout.text[party.phrase.head[1] : party.shown[1]].split(maxsplit=1)
    return (bool(after) and after[0].lower() in case.view.words.makers) or bool(party.phrase.owner)


def _described(case: Case, party: Party) -> Status:
    phrase = party.phrase
    if holds(case.view.words.state_media, party.words):
        why = f"“{party.words}” are a state's own and can be looked up"
        return Status(RecordStatus.ON_RECORD, why, party.shown)
    if phrase.definite and phrase.owner and phrase.head_word in _PUBLISHED:
        why = f"“{party.words}” is a publication that can be looked up"
        return Status(RecordStatus.ON_RECORD, why, party.shown)
    if holds(case.view.words.public, case.cue) and phrase.plural and phrase.number is None:
        why = f"“{party.words}” {case.cue}: what is public is said again"
        return Status(RecordStatus.ON_RECORD, why, party.shown)
    return _background(party)


def _people(_case: Case, party: Party) -> Status:
    return _background(party, "describes who speaks and names nobody")


def _office(_case: Case, party: Party) -> Status | None:
    several = party.phrase.indefinite or party.phrase.plural
    return _background(party, "is one of several, and not named") if several else None


def _outlet(case: Case, party: Party) -> Status | None:
    """ "two local news agencies", "a newspaper": nobody can look that up."""
    loose = party.phrase.indefinite and not holds(case.view.words.state_media, party.words)
    return _background(party) if loose else None


def _unlisted(case: Case, party: Party) -> Status | None:
    """A head that no table has: a body or text by its ending ("the brotherhood"), else somebody described."""
    phrase, table = party.phrase, case.view.words
    thing = table.nouns_capital and phrase.definite and not PERSON_ENDING.search(phrase.head_word)
    thing = thing or (table.things.search(phrase.head_word) is not None and not phrase.plural)
    return None if thing else _background(party)


_RULES: dict[str, Callable[[Case, Party], Status | None]] = {
    "bare": _bare,
    "saying": _saying,
    "unnamed": _described,
    "people": _people,
    "group": _people,
    "office": _office,
    "outlet": _outlet,
    "": _unlisted,
}
