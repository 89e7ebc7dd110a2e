"""What opens a line of news and is no part of its sentence: datelines and labels."""

import re

Range = tuple[int, int]

# "VINT, March 4 (Harrow) - ", "VINT - ", "Vint (HNA) - ", "(HW) "
_DATELINE = re.compile(
    r"(?:[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+){0,3}(?:, [^\W\d_]{3,9}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: \([^()\n]{2,40}\))? ?[-–—] |\([A-Z][^()\n]{1,30}\) )"
)
# "EXCLUSIVE: ", "BREAKING NEWS: "
LABEL = re.compile(
    r"(?:EXCLUSIVE|BREAKING(?: NEWS)?|UPDATED?(?: \d)?|WRAP(?:UP)?|CORRECTED|CORRECTION|WATCH|LIVE|VIDEO|"
    r"ANALYSIS|OPINION|FACTBOX|EXPLAINER|ALERT|URGENT|JUST IN|EILMELDUNG|EXKLUSIV|СРОЧНО|ТЕРМІНОВО): +",
    re.IGNORECASE,
)


def after_opening(text: str, part: Range) -> Range:
    """A range that begins a line, without its dateline or label; never empty where it was not."""
    opening = _DATELINE.match(text, *part) or LABEL.match(text, *part)
    return (opening.end(), part[1]) if opening is not None and opening.end() < part[1] else part
