"""What each sign of direction is worth: log-odds for one place, by the manner of the meeting.

Written by `python -m eval.training.reuse_direction`; docs/models/reuse-direction.md tells of it.
"""

from collections.abc import Mapping
from functools import cache

MANNERS = ("verbatim", "excerpt", "reworded", "across languages")
TABLE = """
names other | 1.11 | 1.00 | 1.09 | 1.00
vague credit | 0.59 | 0.59 | 0.61 | 0.59
taken | 1.00 | 1.00 | 1.00 | 1.00
other's own work | 0.68 | 0.63 | 0.67 | 0.66
other's dateline | 1.08 | 1.06 | 1.18 | 1.07
other's signature | 0.66 | 0.63 | 0.64 | 0.63
other's agency | 1.30 | 1.17 | 1.22 | 1.19
late outlet | 0.96 | 0.95 | 0.93 | 0.92
not from there | 0.29 | 0.47 | 0.46 | 0.38
uncredited | 0.80 | 0.80 | 0.80 | 0.80
house mark | 0.60 | 0.60 | 0.60 | 0.60
blurred figures | 0.95 | 0.94 | 1.09 | 0.94
approximates | 0.77 | 0.77 | 0.84 | 0.78
vague counts | 0.65 | 0.72 | 0.63 | 0.64
lost figures | 0.35 | 0.36 | 0.48 | 0.41
lost names | 0.54 | 0.42 | 0.40 | 0.52
shortened names | 1.09 | 1.18 | 1.19 | 1.10
nameless | 0.37 | 0.32 | 0.37 | 0.37
unattributed | 0.71 | 0.69 | 0.72 | 0.62
trimmed | 0.79 | 0.81 | 0.94 | 0.81
unquoted | 0.81 | 0.80 | 0.92 | 0.81
unscared | 0.52 | 0.53 | 0.52 | 0.52
quotes less | 0.80 | 0.83 | 0.87 | 0.80
hedged | 1.06 | 1.08 | 1.23 | 1.17
elegant | 1.05 | 1.05 | 1.23 | 1.05
inflated | 0.22 | 0.22 | 0.15 | 0.18
loud | 0.00 | 0.01 | 0.07 | 0.08
loud headline | 0.50 | 0.41 | 0.46 | 0.43
passed | 0.44 | 0.50 | 0.36 | 0.43
fresher | 0.22 | 0.46 | 0.32 | 0.32
unprepared | 0.51 | 0.49 | 0.51 | 0.50
headline apart | 0.23 | 0.32 | 0.31 | 0.26
cut | 0.85 | 0.76 | 0.76 | 0.76
stuck on | 0.54 | 0.53 | 0.53 | 0.53
unannounced | 0.79 | 0.83 | 0.77 | 0.77
shorter | 1.26 | 1.20 | 1.24 | 1.15
contained | 0.82 | 0.79 | 0.77 | 0.79
names abroad | 1.19 | 1.19 | 1.19 | 1.43
kept form | 0.80 | 0.80 | 0.80 | 0.80
kept error | 0.80 | 0.80 | 0.80 | 0.80
moved on | 1.00 | 1.00 | 1.00 | 1.00
half moved | 0.40 | 0.40 | 0.40 | 0.40
stale | 0.50 | 0.50 | 0.50 | 0.50
belied | 0.50 | 0.50 | 0.50 | 0.50
dated | 0.50 | 0.50 | 0.50 | 0.50
corrected | 6.00 | 6.00 | 6.00 | 6.00
"""


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """Log-odds by the name of a sign and the manner of the meeting."""
    table: dict[str, dict[str, float]] = {}
    for line in TABLE.strip().splitlines():
        name, *cells = (cell.strip() for cell in line.split("|"))
        table[name] = {manner: float(cell) for manner, cell in zip(MANNERS, cells, strict=True)}
    return table
