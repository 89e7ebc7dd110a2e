"""What each sign of direction is worth: log-odds for one place, by the manner of the meeting.

Written by `python -m eval.training.reuse_direction`; docs/models/reuse-direction.md tells of it.
"""

from collections.abc import Mapping
from functools import cache

MANNERS = ("verbatim", "excerpt", "reworded", "across languages")
TABLE = """
names other | 1.12 | 1.00 | 1.07 | 1.00
vague credit | 0.62 | 0.62 | 0.65 | 0.64
taken | 1.00 | 1.00 | 1.00 | 1.00
other's own work | 0.68 | 0.64 | 0.68 | 0.64
other's dateline | 1.23 | 1.23 | 1.34 | 1.28
other's signature | 0.67 | 0.64 | 0.65 | 0.64
other's agency | 1.32 | 1.19 | 1.25 | 1.21
late outlet | 0.96 | 0.96 | 0.94 | 0.93
not from there | 0.31 | 0.50 | 0.50 | 0.44
uncredited | 0.80 | 0.80 | 0.80 | 0.80
house mark | 0.60 | 0.60 | 0.60 | 0.60
blurred figures | 0.60 | 0.59 | 0.63 | 0.57
approximates | 0.77 | 0.77 | 0.85 | 0.78
vague counts | 0.61 | 0.68 | 0.59 | 0.59
lost figures | 0.23 | 0.12 | 0.38 | 0.30
lost names | 0.53 | 0.39 | 0.33 | 0.58
shortened names | 1.16 | 1.24 | 1.26 | 1.19
nameless | 0.35 | 0.29 | 0.35 | 0.35
unattributed | 0.71 | 0.70 | 0.71 | 0.64
trimmed | 0.83 | 0.84 | 0.97 | 0.84
unquoted | 0.82 | 0.81 | 0.94 | 0.81
unscared | 0.52 | 0.53 | 0.52 | 0.52
quotes less | 0.82 | 0.84 | 0.89 | 0.82
hedged | 0.92 | 0.95 | 1.12 | 0.96
elegant | 1.13 | 1.13 | 1.35 | 1.13
inflated | 0.24 | 0.24 | 0.18 | 0.22
loud | 0.00 | 0.03 | 0.11 | 0.09
loud headline | 0.50 | 0.41 | 0.46 | 0.40
passed | 0.42 | 0.50 | 0.33 | 0.41
fresher | 0.15 | 0.39 | 0.25 | 0.20
unprepared | 0.50 | 0.48 | 0.50 | 0.50
headline apart | 0.13 | 0.23 | 0.18 | 0.17
cut | 0.83 | 0.75 | 0.75 | 0.75
stuck on | 0.56 | 0.54 | 0.54 | 0.54
unannounced | 0.78 | 0.81 | 0.76 | 0.75
shorter | 1.32 | 1.25 | 1.27 | 1.27
contained | 0.84 | 0.81 | 0.79 | 0.82
names abroad | 1.30 | 1.30 | 1.30 | 1.57
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
