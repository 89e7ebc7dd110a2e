"""Whole families: a report, what was made of it, and what was made of that, with every parent known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from eval.reuse_made.draft import Die, Draft, die_of
from eval.reuse_made.recipes import RECIPES, retell
from eval.reuse_made.structure import embed
from eval.reuse_written import Kind

OUTLETS = (
    "Morning Ledger", "Plain Post", "Gazette Online", "NewsHarbour", "The Daily Lantern", "Kestrel Wire",
    "Open Column", "Metro Bulletin", "Eastgate Times", "Newsroom 9", "The Weekly Anchor", "Polar Press",
)  # fmt: skip


@dataclass(frozen=True)
class Member:
    """One report of a family; the root has no parent and no kind. `recipe` says how it was made, `host` of
    which other event the report is in which an excerpt stands."""

    name: str
    draft: Draft
    parent: str | None = None
    kind: Kind | None = None
    recipe: str = "original"
    host: str | None = None


@dataclass(frozen=True)
class Made:
    """A family: its members, parents before children."""

    base: str
    members: tuple[Member, ...]

    def pairs(self) -> Iterator[tuple[Member, Member]]:
        """Parent and child, as they were made."""
        by_name = {member.name: member for member in self.members}
        for member in self.members:
            if member.parent is not None:
                yield by_name[member.parent], member


def grow(base: str, root: Draft, hosts: Mapping[str, Draft], seed: int = 1) -> Made:
    """A family of a report: one child by each recipe that serves its language, an excerpt in one of `hosts`
    (reports of other events by base, same language), a retelling, children of a rewrite and of a copy."""
    die = die_of(base, seed)
    members = [Member(base, root)]
    for recipe in RECIPES:
        if recipe.english and root.language != "en":
            continue
        members.append(_child(members[0], recipe.name, recipe.kind, _placed(recipe.make(root, die), die)))
    if root.language == "en":
        members.append(
            _child(members[0], "retelling", Kind.RETELLING, _placed(retell(root, die, root.outlet), die))
        )
    if hosts:
        host = die.choice(sorted(hosts))
        made = replace(embed(root, die, hosts[host]), date=root.date)
        child = _child(members[0], "excerpt", Kind.EXCERPT, _placed(made, die))
        members.append(replace(child, host=host))
    members += list(_grandchildren(members, die))
    return Made(base, tuple(members))


def _grandchildren(members: Sequence[Member], die: Die) -> Iterator[Member]:
    by_recipe = {member.recipe: member for member in members}
    recipes = {recipe.name: recipe for recipe in RECIPES}
    for parent, name in (("cut", "light"), ("light", "cut"), ("medium", "light")):
        if parent in by_recipe and (by_recipe[parent].draft.language == "en" or not recipes[name].english):
            draft = _placed(recipes[name].make(by_recipe[parent].draft, die), die)
            yield _child(by_recipe[parent], name, recipes[name].kind, draft)


def _child(parent: Member, recipe: str, kind: Kind, draft: Draft) -> Member:
    return Member(f"{parent.name}>{recipe}", draft, parent.name, kind, recipe)


def _placed(draft: Draft, die: Die) -> Draft:
    return replace(draft, outlet=die.choice([name for name in OUTLETS if name != draft.outlet]))
