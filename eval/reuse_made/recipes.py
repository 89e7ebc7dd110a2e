"""Which edits, how strong and in which order, make a copy, a rewrite of some grade or a retelling."""

from dataclasses import dataclass

from eval.reuse_made import sourcing, structure, wording
from eval.reuse_made.draft import Die, Draft, Edit
from eval.reuse_written import Kind


@dataclass(frozen=True)
class Step:
    """One edit with its strength, and the chance (0 to 1) that the recipe takes it."""

    edit: Edit
    strength: float
    chance: float = 1.0


@dataclass(frozen=True)
class Recipe:
    """A kind of telling; `english` recipes change English words, the others serve any language."""

    name: str
    kind: Kind
    steps: tuple[Step, ...]
    english: bool = False

    def make(self, draft: Draft, die: Die) -> Draft:
        """The draft after its steps."""
        for step in self.steps:
            if die.random() < step.chance:
                draft = step.edit(draft, die, step.strength)
        return draft


_LATER = Step(sourcing.later_day, 0.2)
_TITLE = Step(wording.new_title, 1.0, 0.7)

RECIPES: tuple[Recipe, ...] = (
    Recipe("verbatim", Kind.COPY, (_LATER, Step(structure.furniture, 1.0, 0.6))),
    Recipe(
        "headline",
        Kind.COPY,
        (_LATER, Step(wording.new_title, 1.0), Step(structure.drop_dateline, 1.0, 0.5)),
    ),
    Recipe(
        "cut",
        Kind.COPY,
        (_LATER, Step(structure.cut, 0.19), _TITLE, Step(structure.furniture, 1.0, 0.5)),
    ),
    Recipe(
        "light",
        Kind.REWRITE,
        (
            _LATER, _TITLE, Step(wording.synonyms, 0.6), Step(wording.front_clauses, 0.6),
            Step(structure.drop_dateline, 1.0), Step(structure.cut, 0.1),
        ),
        english=True,
    ),
    Recipe(
        "medium",
        Kind.REWRITE,
        (
            _LATER, _TITLE, Step(structure.drop_dateline, 1.0), Step(structure.cut, 0.25),
            Step(sourcing.trim_quotes, 0.5), Step(sourcing.unquote, 0.5),
            Step(sourcing.drop_attributions, 0.5),
            Step(sourcing.blur_numbers, 0.4), Step(sourcing.drop_times, 0.4), Step(structure.split, 0.6),
            Step(structure.merge, 0.4), Step(wording.synonyms, 0.7), Step(wording.front_clauses, 0.5),
        ),
        english=True,
    ),
    Recipe(
        "heavy",
        Kind.REWRITE,
        (
            _LATER, Step(wording.new_title, 1.0), Step(structure.drop_dateline, 1.0),
            Step(structure.condense, 0.45), Step(sourcing.unquote, 0.9), Step(sourcing.trim_quotes, 0.9),
            Step(sourcing.drop_attributions, 0.7),
            Step(sourcing.blur_names, 0.7), Step(sourcing.blur_numbers, 0.7), Step(sourcing.drop_times, 0.8),
            Step(structure.merge, 0.5), Step(wording.synonyms, 0.95), Step(wording.front_clauses, 0.8),
            Step(structure.move, 0.4, 0.6), Step(wording.pad, 0.7, 0.5),
        ),
        english=True,
    ),
)  # fmt: skip


def retell(draft: Draft, die: Die, source: str) -> Draft:
    """A shortened telling that says from whom."""
    for edit, strength in (
        (structure.drop_dateline, 1.0),
        (structure.condense, 0.5),
        (sourcing.trim_quotes, 0.6),
        (wording.synonyms, 0.6),
        (wording.new_title, 1.0),
        (sourcing.later_day, 0.2),
    ):
        draft = edit(draft, die, strength)
    return sourcing.credit(draft, die, 0.5, source)
