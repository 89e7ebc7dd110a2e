"""What each sign of direction is worth: log-odds for one place, by the manner of the meeting.

Written by `python -m eval.training.reuse_direction`; docs/models/reuse-direction.md tells of it.
"""

from collections.abc import Mapping
from functools import cache

MANNERS = ("verbatim", "excerpt", "reworded", "across languages")
TABLE = """
names other | 1.14 | 1.02 | 1.10 | 1.02
vague credit | 0.62 | 0.62 | 0.64 | 0.63
taken | 1.00 | 1.00 | 1.00 | 1.00
other's own work | 0.66 | 0.62 | 0.66 | 0.63
other's dateline | 1.21 | 1.21 | 1.32 | 1.26
other's signature | 0.67 | 0.64 | 0.65 | 0.64
other's agency | 1.30 | 1.17 | 1.23 | 1.19
late outlet | 0.96 | 0.96 | 0.93 | 0.92
not from there | 0.32 | 0.51 | 0.52 | 0.44
uncredited | 0.80 | 0.80 | 0.80 | 0.80
house mark | 0.60 | 0.60 | 0.60 | 0.60
blurred figures | 0.94 | 0.94 | 1.10 | 0.92
approximates | 0.75 | 0.75 | 0.83 | 0.76
vague counts | 0.61 | 0.68 | 0.59 | 0.58
lost figures | 0.23 | 0.12 | 0.38 | 0.29
lost names | 0.59 | 0.44 | 0.44 | 0.64
shortened names | 1.16 | 1.24 | 1.26 | 1.19
nameless | 0.34 | 0.28 | 0.34 | 0.34
unattributed | 0.71 | 0.70 | 0.71 | 0.64
trimmed | 0.81 | 0.83 | 0.95 | 0.83
unquoted | 0.81 | 0.80 | 0.92 | 0.80
unscared | 0.52 | 0.53 | 0.52 | 0.52
quotes less | 0.80 | 0.82 | 0.87 | 0.80
hedged | 0.91 | 0.93 | 1.09 | 0.94
elegant | 1.04 | 1.04 | 1.22 | 1.04
inflated | 0.23 | 0.23 | 0.17 | 0.21
loud | 0.00 | 0.02 | 0.09 | 0.08
loud headline | 0.51 | 0.42 | 0.48 | 0.41
passed | 0.46 | 0.54 | 0.38 | 0.44
fresher | 0.15 | 0.38 | 0.25 | 0.21
unprepared | 0.50 | 0.48 | 0.50 | 0.50
headline apart | 0.22 | 0.32 | 0.30 | 0.26
cut | 0.82 | 0.74 | 0.74 | 0.74
stuck on | 0.56 | 0.55 | 0.55 | 0.55
unannounced | 0.76 | 0.79 | 0.75 | 0.74
shorter | 1.36 | 1.29 | 1.33 | 1.31
contained | 0.84 | 0.81 | 0.79 | 0.82
names abroad | 1.31 | 1.31 | 1.31 | 1.58
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
