"""The words around a stretch of text, for reasons that quote what they rest on."""


def words_around(text: str, start: int, end: int, width: int = 32) -> str:
    """At most `width` characters on both sides of a stretch, on its line, in whole words, spaces made one."""
    left = text[max(0, start - width) : start].rpartition("\n")[2]
    right = text[end : end + width].partition("\n")[0]
    left = left if len(left) < width else left.partition(" ")[2]
    right = right if len(right) < width else right.rpartition(" ")[0]
    return " ".join(f"{left}{text[start:end]}{right}".split())
