"""Groups grow: where an id of a family, story, thread, actor or position went when it was recomputed.

An old id that is gone leads to the new group of the same kind that shares most members with it
(the smaller id when two share as many); to nothing when no group shares any.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from onrecord.stores.sqlite.codec import strings

Rows = Callable[[str], list[Any]]
Groups = Mapping[str, set[str]]

_MEMBERS = {
    "family": "SELECT family_id, article_id FROM family_article",
    "story": "SELECT story_id, article_id FROM story_article",
    "thread": "SELECT t.thread_id, s.article_id FROM thread_story AS t"
    " JOIN story_article AS s ON s.story_id = t.story_id",
    "actor": "SELECT actor_id, article_id || ':' || start || ':' || \"end\" FROM actor_link",
}


def read_groups(rows: Rows) -> dict[str, dict[str, set[str]]]:
    """Members of every group in the file, by kind and id."""
    found: dict[str, dict[str, set[str]]] = {}
    for kind, statement in _MEMBERS.items():
        groups: defaultdict[str, set[str]] = defaultdict(set)
        for group, member in rows(statement):
            groups[group].add(str(member))
        found[kind] = dict(groups)
    positions = rows("SELECT id, mentions FROM position")
    found["position"] = {group: set(strings(mentions)) for group, mentions in positions}
    return found


def superseded(old: Groups, new: Groups) -> dict[str, str]:
    """For each old id that is gone, the new id that it leads to."""
    of_member: defaultdict[str, list[str]] = defaultdict(list)
    for group, members in new.items():
        for member in members:
            of_member[member].append(group)
    found = {}
    for group, members in old.items():
        if group in new:
            continue
        shared = Counter(heir for member in members for heir in of_member.get(member, ()))
        if shared:
            found[group] = min(shared, key=lambda heir: (-shared[heir], heir))
    return found


def follow(known: Sequence[tuple[str, str]], moved: Mapping[str, str], live: set[str]) -> dict[str, str]:
    """The alias table after a rebuild: old aliases follow, ids that live again lose theirs."""
    found = {old: moved.get(new, new) for old, new in known} | dict(moved)
    return {old: new for old, new in found.items() if old not in live and new in live}
