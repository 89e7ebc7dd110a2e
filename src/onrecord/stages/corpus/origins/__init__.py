"""How many independent origins stand behind a story, a position and an attribution.

`notes` is what one article gives, `lines` who took from whom, `owners` which outlets are one house's,
`voices` who speaks at the end of a chain, `sayings` which attributions say the same, `unnamed` whether
unnamed people may be the same, `scope` counts one scope and `merging` keeps its groups with their proofs.
docs/stages/origins.md has the rules.
"""

from onrecord.stages.corpus.origins.count import count_origins

__all__ = ["count_origins"]
