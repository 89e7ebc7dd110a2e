"""Whether a feed entry holds a text or only the beginning of one that stands elsewhere."""

import re

LEAST_FULL = 150
"""Letters of a text that the feed gives as the full one; a shorter one only announces."""
LEAST_SHORT = 600
"""Letters of a description that is taken as a text (about a hundred words)."""
LEAST_CUT_FULL = 600
LEAST_CUT = 1_500
"""Letters of a full text, and of a description, that ends in "…" and is taken all the same."""
AFTER_CUT = 200
"""Letters that may follow the "…" of a teaser ("Read more", "The post ... appeared first on ...")."""
DENSE_LETTER = 3
"""What one letter of a script that writes a word in one or two letters counts as."""
CUT = re.compile(r"(?:\u2026|\.{3,5}|&hellip;)\s{0,3}[\])\u00bb>\u203a\u2192]{0,4}")
DENSE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
END = re.compile(r"[.!?\u3002]")


def is_teaser(text: str, given_as_full: bool) -> bool:
    """`text` is what a reader sees; `given_as_full`: it stood in content:encoded or the like."""
    size = letters(text)
    if size < (LEAST_FULL if given_as_full else LEAST_SHORT):
        return True
    return size < (LEAST_CUT_FULL if given_as_full else LEAST_CUT) and _is_cut(text)


def letters(text: str) -> int:
    """How many letters and digits a text has, in the measure of alphabets."""
    dense = len(DENSE.findall(text))
    return sum(map(str.isalnum, text)) + (DENSE_LETTER - 1) * dense


def _is_cut(text: str) -> bool:
    """An ellipsis that ends the last paragraph of the text, or one with hardly anything after it."""
    ends = [found.end() for found in CUT.finditer(text)]
    if not ends:
        return False
    after = text[ends[-1] :]
    line = after.partition("\n")[0]
    return letters(after) <= AFTER_CUT and not END.search(line)
