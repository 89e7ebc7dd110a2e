"""Offices: who holds which for which state, so that "the Velkan leader" finds its person."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.data import MentionKind
from onrecord.lang.native import native_role
from onrecord.lang.titles import (
    HEADS_OF_STATE,
    LEADERS,
    LOOSE_LEADERS,
    MINISTERS,
    SPEAKS_FOR,
    STATE_GROUPS,
    longest_role,
    role_class,
)
from onrecord.stages.corpus.actors.summary import Summary

_PAST = frozenset(["former", "ex", "onetime", "retired", "late"])
_WORD = re.compile(r"[\w'’-]+")


def roles_of(summary: Summary) -> Iterable[str]:
    """The roles in a chain's descriptions ("Velkan foreign minister" -> "foreign minister")."""
    for text in summary.descriptions:
        words = tuple(word.casefold() for word in _WORD.findall(text.split(" of ")[0]))
        role = longest_role(words) or (None if text.isascii() else native_role(text))
        if role is not None:
            yield role


def is_bare_office(summary: Summary) -> bool:
    """ "the president", "Minister": an office alone, of no state; it means its holder or nobody."""
    if summary.state is not None or summary.named:
        return False
    words = [word.casefold() for word in _WORD.findall(summary.name)]
    words = words[1:] if words and words[0] in ("the", "a", "an") else words
    return " ".join(words) in LEADERS | LOOSE_LEADERS | MINISTERS


def speaks_for_state(summary: Summary) -> bool:
    """Whether an office, or being its "officials" today, lets this actor speak for the state."""
    if summary.kind is MentionKind.UNNAMED:
        return any(_is_state_group(text) for text in (*summary.descriptions, *summary.names))
    return any(role in SPEAKS_FOR for role in roles_of(summary))


def _is_state_group(text: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(text.split(" of ", maxsplit=1)[0])]
    if not words or _PAST & set(words):
        return False
    noun = words[-1]
    singular = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    return noun in STATE_GROUPS or singular in STATE_GROUPS or singular in SPEAKS_FOR


@dataclass(slots=True)
class Offices:
    """Holders by (state key, office): actor keys with the words that say so."""

    holders: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def add(self, state: str | None, summary: Summary, key: str) -> None:
        """Note every office that a named person's descriptions give it."""
        if state is None:
            return
        for role in sorted(set(roles_of(summary))):
            words = f"{summary.name}, “{next(iter(summary.descriptions), role)}”"
            for office in (role, role_class(role)):
                self.holders.setdefault((state, office), {}).setdefault(key, words)

    def find(self, state: str | None, summary: Summary) -> tuple[str, str] | None:
        """(actor key, words) of the one holder that a nameless description can mean."""
        if state is None:
            return None
        for role in sorted(set(roles_of(summary))):
            offices = [role_class(role)] if role in LOOSE_LEADERS else [role]
            if role in LOOSE_LEADERS:
                offices += sorted(HEADS_OF_STATE)
            for office in offices:
                found = self.holders.get((state, office), {})
                if len(found) == 1:
                    return next(iter(found.items()))
        return None
