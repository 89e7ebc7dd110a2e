"""Markup made safe for parsers that give up on deep nesting: pure, linear, no recursion."""

import re

MOST = 200
TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]{0,30})(?P<rest>[^<>]*)>")

# Not counted: empty elements, those that the next of their kind ends, and those whose text is not shown.
UNCOUNTED = frozenset(
    (
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
        "track", "wbr", "html", "head", "body", "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody",
        "tfoot", "colgroup", "option", "optgroup", "script", "style", "title", "textarea",
    )
)  # fmt: skip


def cap_depth(markup: str, most: int = MOST) -> str:
    """`markup` with tags nested deeper than `most` replaced by line breaks; all text stays.

    Unclosed tags count as open. Markup that never goes so deep comes back as the same object.
    """
    if markup.count("<") <= most:
        return markup
    parts: list[str] = []
    at = depth = dropped = 0
    for match in TAG.finditer(markup):
        if match["name"].lower() in UNCOUNTED or match["rest"].endswith("/"):
            continue
        ends = bool(match["end"])
        if ends and not dropped:
            depth = max(0, depth - 1)
        elif not ends and depth < most:
            depth += 1
        else:
            dropped += -1 if ends else 1
            parts += [markup[at : match.start()], "<br>"]
            at = match.end()
    if not parts:
        return markup
    parts.append(markup[at:])
    return "".join(parts)
