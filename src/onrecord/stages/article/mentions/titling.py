"""The title in front of a name, read word by word to the left ("former Corvan foreign minister")."""

import re
from collections.abc import Mapping

from onrecord.lang.titles import HONORIFICS, longest_role
from onrecord.stages.article.mentions.names import Occurrence
from onrecord.stages.article.mentions.tokens import TokenIndex

_QUALIFIERS = frozenset(
    """former acting then late deputy vice new ex current senior interim outgoing incoming presidential
    parliamentary government chief top long-serving""".split()
)
_LEFT_WORD = re.compile(r"(?:[^\W_]|[.'’&-])+$")
_ABBREVIATED = re.compile(r"(?:[^\W\d_]\.)+$")
_STATE_SORTS = frozenset(["state", "demonym", "capital", "seat"])


def title_words(tokens: TokenIndex, covered: Mapping[int, Occurrence], start: int) -> tuple[int, list[str]]:
    """Walk left from a name over its title: role words, states, qualifiers, on the same line."""
    text = tokens.text
    words: list[str] = []
    cursor = low = start
    while len(words) < 8:
        left = text[max(0, cursor - 40) : cursor]
        trimmed = left.rstrip(" \u00a0")
        if not trimmed or trimmed[-1] in '\n,;:)”"!?' or len(trimmed) == len(left):
            break
        end = cursor - (len(left) - len(trimmed))
        match = _LEFT_WORD.search(trimmed)
        if match is None:
            break
        word = match.group()
        if word.endswith(".") and word not in HONORIFICS and not _ABBREVIATED.fullmatch(word):
            break
        begin = end - len(word)
        candidate_words = [word, *words]
        if not _is_title_part(tokens, covered, word, begin, candidate_words):
            break
        words, cursor, low = candidate_words, begin, begin
    lowered = tuple(word.casefold() for word in words)
    if not words or not (longest_role(lowered) or words[-1] in HONORIFICS):
        return start, []
    return low, words


def _is_title_part(
    tokens: TokenIndex, covered: Mapping[int, Occurrence], word: str, begin: int, words: list[str]
) -> bool:
    role = longest_role(tuple(w.casefold() for w in words))
    if word in HONORIFICS or (role is not None and len(role.split()) == len(words)):
        return True
    if len(words) == 1:
        return word.casefold() in ("state", "defense", "defence", "affairs")
    token = tokens.at(begin)
    item = covered.get(token.i) if token is not None else None
    if item is not None and item.sort in ("state", "demonym", "capital", "seat", "body", "outlet"):
        return True
    low = word.casefold()
    return low in _QUALIFIERS or (low in ("of", "the") and role is None)
