"""What each sign of direction is worth: log-odds for one place, by the manner of the meeting.

Written by `python -m eval.training.reuse_direction`; docs/models/reuse-direction.md tells of it.
"""

from collections.abc import Mapping
from functools import cache

MANNERS = ("verbatim", "excerpt", "reworded", "across languages")
TABLE = """
names other | 1.10 | 0.86 | 0.96 | 0.90
vague credit | 0.04 | 0.05 | 0.00 | 0.09
taken | 1.00 | 1.00 | 1.00 | 1.00
other's own work | 0.41 | 0.23 | 0.44 | 0.37
other's dateline | 1.85 | 1.91 | 2.14 | 1.88
other's signature | 0.66 | 0.58 | 0.62 | 0.57
other's agency | 1.75 | 1.43 | 1.42 | 1.48
late outlet | 1.08 | 1.01 | 1.03 | 1.00
not from there | 0.24 | 0.56 | 0.54 | 0.46
uncredited | 0.80 | 0.80 | 0.80 | 0.80
house mark | 0.60 | 0.60 | 0.60 | 0.60
blurred figures | 0.69 | 0.67 | 0.86 | 0.62
approximates | 0.38 | 0.38 | 0.30 | 0.58
vague counts | 0.64 | 0.81 | 0.60 | 0.72
lost figures | 0.00 | 0.00 | 0.00 | 0.00
lost names | 0.70 | 0.47 | 0.49 | 0.53
shortened names | 1.55 | 1.72 | 1.80 | 1.60
nameless | 0.02 | 0.00 | 0.03 | 0.02
unattributed | 0.65 | 0.58 | 0.58 | 0.56
trimmed | 0.50 | 0.48 | 0.60 | 0.48
unquoted | 0.91 | 0.85 | 1.25 | 0.90
unscared | 0.13 | 0.17 | 0.13 | 0.13
quotes less | 0.96 | 1.03 | 1.16 | 0.96
hedged | 1.22 | 1.28 | 1.73 | 1.29
elegant | 1.18 | 1.18 | 1.53 | 1.18
inflated | 0.00 | 0.00 | 0.00 | 0.00
loud | 0.00 | 0.00 | 0.00 | 0.00
loud headline | 0.35 | 0.35 | 0.21 | 0.25
passed | 0.41 | 0.70 | 0.37 | 0.43
fresher | 0.00 | 0.48 | 0.21 | 0.13
unprepared | 0.19 | 0.16 | 0.20 | 0.17
cut | 1.39 | 1.07 | 1.07 | 1.07
unannounced | 0.05 | 0.22 | 0.00 | 0.08
shorter | 1.65 | 1.70 | 1.54 | 1.61
contained | 0.49 | 0.51 | 0.47 | 0.48
names abroad | 1.40 | 1.40 | 1.40 | 1.82
dated | 0.70 | 0.70 | 0.70 | 0.70
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
