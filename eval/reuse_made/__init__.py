"""Families of reports made by chains of edits: what was taken from what is known, because we did it.

`draft` holds a report in sentences, `wording`, `sourcing` and `structure` each hold edits of one kind
(small functions of a draft, a die and a strength from 0 to 1), `recipes` says which edits make a copy,
an excerpt, a rewrite of some grade or a retelling, and `families` grows whole families from reports
that people wrote. docs/eval-reuse.md is their card. Everything follows from a seed.
"""

from eval.reuse_made.draft import Draft, draft_of, text_of
from eval.reuse_made.families import Made, Member, grow
from eval.reuse_made.recipes import RECIPES, Recipe

__all__ = ["RECIPES", "Draft", "Made", "Member", "Recipe", "draft_of", "grow", "text_of"]
