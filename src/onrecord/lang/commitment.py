"""English words that say how firmly something is meant: readiness, possibility, duty, prediction.

Used to see where a rewrite changes a commitment ("would end" becomes "an end is possible"). The
classes follow the usual split of modality (Palmer, Mood and Modality: epistemic, deontic, dynamic).
"""

FIRMNESS: dict[tuple[str, ...], str] = {
    ("prepared", "to"): "readiness",
    ("ready", "to"): "readiness",
    ("willing", "to"): "readiness",
    ("open", "to"): "readiness",
    ("agreed", "to"): "agreement",
    ("wants", "to"): "wish",
    ("want", "to"): "wish",
    ("intends", "to"): "intention",
    ("plans", "to"): "intention",
    ("vowed", "to"): "promise",
    ("promised", "to"): "promise",
    ("possible",): "possibility",
    ("may",): "possibility",
    ("might",): "possibility",
    ("could",): "possibility",
    ("likely",): "likelihood",
    ("will",): "prediction",
    ("would",): "prediction",
    ("must",): "duty",
    ("should",): "duty",
    ("required", "to"): "duty",
    ("has", "to"): "duty",
    ("have", "to"): "duty",
    ("refused", "to"): "refusal",
    ("refuses", "to"): "refusal",
}
# Where a clause begins or ends besides punctuation.
CLAUSE_WORDS = frozenset("that if unless because while although after before which who when where as".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
PRONOUNS = frozenset("he she they it we i his her their who you".split())
