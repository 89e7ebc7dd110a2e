"""Persons across the pile: one surname is not enough to be one person."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.lang.given_names import given_name_key, same_given_name
from onrecord.lang.native import case_stem
from onrecord.lang.states import name_stem
from onrecord.stages.corpus.actors.summary import Summary
from onrecord.text.translit import skeleton


@dataclass(frozen=True, slots=True)
class Linked:
    """A chain given to an actor: `key` identifies the actor among its kind."""

    key: str
    summary: Summary
    why: str


def surname_key(summary: Summary) -> str:
    """The block of a person: how its last name sounds."""
    return skeleton(summary.name.split()[-1]) or summary.name.casefold()


def link_persons(block: str, items: list[Summary]) -> Iterator[Linked]:
    """Split one surname's chains by first names; lone surnames join only when one bearer is possible."""
    full = sorted((s for s in items if " " in s.name), key=lambda s: s.order)
    lone = sorted((s for s in items if " " not in s.name), key=lambda s: s.order)
    bearers: list[list[Summary]] = []
    for summary in full:
        given = summary.name.split()[0]
        for group in bearers:
            if any(_same_given(given, other.name.split()[0]) for other in group):
                group.append(summary)
                break
        else:
            bearers.append([summary])
    keys = [_person_key(group) for group in bearers]
    for key, group in zip(keys, bearers, strict=True):
        for summary in group:
            yield Linked(key, summary, _why_full(summary, group))
    for summary in lone:
        if len(bearers) == 1:
            why = f"“{summary.name}”: the only bearer of that name in the pile is {bearers[0][0].name}"
            yield Linked(keys[0], summary, why)
        else:
            ambiguous = f", and {len(bearers)} persons of the pile bear it" if bearers else ""
            yield Linked(f"{block}|", summary, f"named only “{summary.name}”{ambiguous}")


def _same_given(one: str, other: str) -> bool:
    """Also a Cyrillic case form ("Санни") and the Latin nominative ("Sanna")."""
    if same_given_name(one, other):
        return True
    return one.isascii() != other.isascii() and _bare(one) == _bare(other)


def _bare(given: str) -> str:
    return skeleton(name_stem(given) if given.isascii() else case_stem(given))


def _person_key(group: list[Summary]) -> str:
    """Surname by sound and first name (any form of it); an initial alone never outweighs a full one."""
    counts: dict[str, int] = {}
    for summary in group:
        given, surname = summary.name.split()[0], summary.name.split()[-1]
        key = f"{skeleton(surname)}|{given_name_key(given)}"
        counts[key] = counts.get(key, 0) + (len(skeleton(given)) > 1)
    return min(counts, key=lambda key: (-counts[key], key))


def _why_full(summary: Summary, group: list[Summary]) -> str:
    others = sorted({other.name for other in group if other.name != summary.name})
    if others:
        return f"“{summary.name}” is a spelling of {', '.join(others[:3])}: same surname, same first name"
    count = len({other.article_id for other in group})
    return f"“{summary.name}” in full" + (f", as in {count - 1} other articles" if count > 1 else "")
