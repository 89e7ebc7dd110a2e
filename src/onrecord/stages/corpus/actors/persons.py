"""Persons across the pile: one surname is not enough to be one person."""

from collections import Counter
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
    first_names: list[dict[str, None]] = []
    for summary in full:
        given = summary.name.split()[0]
        for group, names in zip(bearers, first_names, strict=True):
            if any(_same_given(given, other) for other in names):
                group.append(summary)
                names[given] = None
                break
        else:
            bearers.append([summary])
            first_names.append({given: None})
    keys = [_person_key(group) for group in bearers]
    for key, group in zip(keys, bearers, strict=True):
        yield from _linked_full(key, group)
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
    for name, times in Counter(summary.name for summary in group).items():
        given, surname = name.split()[0], name.split()[-1]
        key = f"{skeleton(surname)}|{given_name_key(given)}"
        counts[key] = counts.get(key, 0) + times * (len(skeleton(given)) > 1)
    return min(counts, key=lambda key: (-counts[key], key))


def _linked_full(key: str, group: list[Summary]) -> Iterator[Linked]:
    names = sorted({summary.name for summary in group})
    count = len({summary.article_id for summary in group})
    whys = {name: _why_full(name, names, count) for name in names}
    return (Linked(key, summary, whys[summary.name]) for summary in group)


def _why_full(name: str, names: list[str], count: int) -> str:
    others = [other for other in names[:4] if other != name]
    if others:
        return f"“{name}” is a spelling of {', '.join(others[:3])}: same surname, same first name"
    return f"“{name}” in full" + (f", as in {count - 1} other articles" if count > 1 else "")
