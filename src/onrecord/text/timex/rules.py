"""The grammar of time expressions: patterns over the tags of text/timex/words, the same for all languages.

Rules stand in order of preference; at one place in a text the first that fits wins. All are joined in
one compiled pattern whose parts cannot repeat without bound, so that matching is linear.
"""

import re

_NUM = r"(?:N(?:-?N){0,3}|[DY#])"
_COUNT = rf"(?:n?{_NUM}|nF|F|n)"
_UNIT = r"(?:[UVQ])"
_ABOUT = r"g?"
_LATE = r"(?:d?mo?-?)?"
_DAY = r"(?:(?:W,?)?(?:D-M-Y|M-D-Y|D/M/Y|MD,?Y|M[DO]|d?[DO]\.?o?M,?Yy?|d?[DO]\.?o?M|MO,?Y)|I|[ltxvz]?W|R)"
_CLOCK = r"(?:[CD]AZ?|CZ?)"
_SHIFT = r"d?[lpxvzt]"

RULES: tuple[tuple[str, str], ...] = (
    ("timed", rf"{_CLOCK}[,_]{{0,2}}{_DAY}|{_DAY}[,_]{{0,2}}{_CLOCK}|A[,_]?W"),
    ("week_of", rf"d?Uo{_DAY}"),
    ("day", rf"{_LATE}(?:I|(?:W,?)?(?:D-M-Y|M-D-Y|D/M/Y|MD,?Y|M[DO](?:,?Y)?|d?[DO]\.?o?MP?(?:,?Yy?)?))P?"),
    ("month_year", rf"{_LATE}(?:M,?o?Yy?|MN-?N(?:-?N)?)"),
    ("month_shift", rf"{_LATE}(?:Mo?{_SHIFT}U|{_SHIFT}M)"),
    ("quarter", rf"d?J?-?O-?Qo?(?:d?J?Yy?|{_SHIFT}U)?|d?YO-?Q|{_SHIFT}U'O-?Q|YQ"),
    ("season", rf"{_LATE}(?:d?So?Yy?|d?So?{_SHIFT}U|{_SHIFT}S)"),
    ("age", rf"n?{_NUM}-U-?B"),
    ("ago", rf"{_ABOUT}{_COUNT}-?r?{_UNIT}-?[ae]"),
    ("ago", rf"b{_ABOUT}{_COUNT}{_UNIT}"),
    ("ahead", rf"{_ABOUT}{_COUNT}r?{_UNIT}f|k{_ABOUT}{_COUNT}{_UNIT}"),
    ("earlier", r"d?U-?[ae](?:U|O?Q)?"),
    ("span", rf"d?O?[lpxvzc](?:{_NUM}|n?F)r?{_UNIT}|d(?:O|r)?{_NUM}{_UNIT}"),
    ("weekday", rf"{_LATE}(?:[lxtvzp]|dv|dz)?WP?"),
    ("every", rf"E(?:{_NUM}|O)?(?:{_UNIT}|W|M|P)|wP|w"),
    ("shift", rf"{_LATE}(?:{_SHIFT}U(?!-)|{_SHIFT}Q)P?"),
    ("that", r"(?:[ef]h|h)[UQ]"),
    ("part", rf"(?:t|l|dz|dx|dv)P|{_LATE}RP|{_LATE}R"),
    ("decade", r"(?:m-?)?K"),
    ("century", r"d?O-?U"),
    ("fiscal", r"J-?Yy?"),
    ("range", rf"{_ABOUT}{_NUM}(?:T|-){_NUM}-?{_UNIT}"),
    ("duration", rf"{_ABOUT}(?:{_COUNT})-?r?{_UNIT}"),
    ("year", rf"{_LATE}d?U?Yy?"),
    ("spoken_year", r"N-?N-?N"),
    ("bare_month", rf"{_LATE}M"),
    ("bare_season", rf"{_LATE}d?S"),
    ("vague_span", r"d?[lpxc]V"),
    ("clock", _CLOCK),
    ("noon", r"A"),
    ("often", r"G"),
    ("the_unit", rf"{_LATE}d[UQ](?!-)"),
    ("ref", r"dc|dp(?![A-Z#])|c|t"),
    ("units", r"[ig]V"),
)


def _join() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<r{i}>{pattern})" for i, (_, pattern) in enumerate(RULES)))


GRAMMAR = _join()


def rule_of(match: re.Match[str]) -> str:
    """The name of the rule that matched."""
    return RULES[int((match.lastgroup or "r0")[1:])][0]
