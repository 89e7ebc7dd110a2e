"""What each sign of direction is worth: log-odds for one place, by the manner of the meeting.

Written by `python -m eval.training.reuse_direction`; docs/models/reuse-direction.md tells of it.
"""

from collections.abc import Mapping
from functools import cache

MANNERS = ("verbatim", "excerpt", "reworded", "across languages")
TABLE = """
names other | 1.13 | 1.02 | 1.09 | 1.01
vague credit | 0.62 | 0.62 | 0.65 | 0.63
taken | 1.00 | 1.00 | 1.00 | 1.00
other's own work | 0.66 | 0.61 | 0.65 | 0.62
other's dateline | 1.23 | 1.23 | 1.34 | 1.28
other's signature | 0.67 | 0.64 | 0.65 | 0.64
other's agency | 1.31 | 1.18 | 1.24 | 1.20
late outlet | 0.96 | 0.96 | 0.93 | 0.92
not from there | 0.31 | 0.50 | 0.51 | 0.44
uncredited | 0.80 | 0.80 | 0.80 | 0.80
house mark | 0.60 | 0.60 | 0.60 | 0.60
blurred figures | 0.94 | 0.94 | 1.10 | 0.91
approximates | 0.76 | 0.76 | 0.84 | 0.77
vague counts | 0.61 | 0.69 | 0.60 | 0.59
lost figures | 0.23 | 0.12 | 0.39 | 0.30
lost names | 0.52 | 0.38 | 0.32 | 0.58
shortened names | 1.18 | 1.26 | 1.28 | 1.21
nameless | 0.35 | 0.29 | 0.35 | 0.35
unattributed | 0.72 | 0.71 | 0.72 | 0.65
trimmed | 0.81 | 0.82 | 0.94 | 0.82
unquoted | 0.79 | 0.78 | 0.90 | 0.78
unscared | 0.52 | 0.53 | 0.52 | 0.52
quotes less | 0.80 | 0.83 | 0.88 | 0.81
hedged | 0.90 | 0.92 | 1.08 | 0.93
elegant | 1.11 | 1.11 | 1.32 | 1.11
inflated | 0.25 | 0.25 | 0.19 | 0.23
loud | 0.00 | 0.03 | 0.10 | 0.09
loud headline | 0.49 | 0.40 | 0.43 | 0.39
passed | 0.41 | 0.49 | 0.32 | 0.40
fresher | 0.16 | 0.38 | 0.25 | 0.21
unprepared | 0.50 | 0.48 | 0.50 | 0.50
headline apart | 0.13 | 0.23 | 0.17 | 0.16
cut | 0.83 | 0.75 | 0.75 | 0.75
stuck on | 0.56 | 0.55 | 0.55 | 0.55
unannounced | 0.77 | 0.80 | 0.76 | 0.75
shorter | 1.36 | 1.29 | 1.33 | 1.31
contained | 0.84 | 0.80 | 0.78 | 0.82
names abroad | 1.30 | 1.30 | 1.30 | 1.56
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
