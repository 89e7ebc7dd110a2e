"""How values lie in columns: text as text, spans as [start, end], tuples as JSON.

A text that is not valid Unicode (lone surrogates) is kept as a BLOB of its UTF-8 with the
surrogates let through, so that whatever was read is what comes back.
"""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from onrecord.data import Reason, Rulings, Span

Value = str | bytes | int | float | None
Row = tuple[Value, ...]
# What the sqlite3 module hands back: checked by the schema, not by the type checker.
Cells = Sequence[Any]
JOINT = " … "


def put(text: str) -> str | bytes:
    """A text as a column value."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def put_or_none(text: str | None) -> str | bytes | None:
    """A text that may be missing as a column value."""
    return None if text is None else put(text)


def get(value: str | bytes) -> str:
    """The text of a column value."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def get_or_none(value: str | bytes | None) -> str | None:
    """The text of a column value, or None."""
    return None if value is None else get(value)


def dump(value: object) -> str | bytes:
    """A JSON column."""
    try:
        return msgspec.json.encode(value).decode("utf-8")
    except UnicodeEncodeError:  # lone surrogates: only Python's own encoder lets them through
        return put(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def load(value: str | bytes) -> Any:
    """What a JSON column holds."""
    return json.loads(get(value)) if isinstance(value, bytes) else msgspec.json.decode(value)


def strings(value: str | bytes) -> tuple[str, ...]:
    """A JSON array of strings."""
    return tuple(load(value))


def flat(span: Span, text: str) -> list[Any]:
    """[start, end]; words that are not those of `text` follow, as the hexadecimal of their UTF-8."""
    if text[span.start : span.end] == span.text and 0 <= span.start <= span.end:
        return [span.start, span.end]
    return [span.start, span.end, span.text.encode("utf-8", "surrogatepass").hex()]


def unflat(cell: Sequence[Any], text: str) -> Span:
    """The span that `flat` wrote."""
    start, end = cell[0], cell[1]
    if len(cell) == 2:
        return Span(start, end, text[start:end])
    return Span(start, end, bytes.fromhex(cell[2]).decode("utf-8", "surrogatepass"))


def put_span(span: Span | None, text: str) -> str | None:
    """A span column."""
    return None if span is None else _numbers(flat(span, text))


def get_span(value: str, text: str) -> Span:
    """The span of a column that is never NULL."""
    return unflat(msgspec.json.decode(value), text)


def get_span_or_none(value: str | None, text: str) -> Span | None:
    """The span of a column that may be NULL."""
    return None if value is None else get_span(value, text)


def put_spans(spans: Iterable[Span], text: str) -> str:
    """A column of several spans."""
    return _numbers([flat(span, text) for span in spans])


def get_spans(value: str, text: str) -> tuple[Span, ...]:
    """The spans of a column."""
    return tuple([unflat(cell, text) for cell in msgspec.json.decode(value)])


def _numbers(value: list[Any]) -> str:
    return msgspec.json.encode(value).decode("ascii")


def words(spans: Iterable[Span]) -> str | bytes:
    """The words of discontinuous spans, for people."""
    return put(JOINT.join(span.text for span in spans))


def put_reason(reason: Reason, text: str) -> tuple[str | bytes, str]:
    """The two columns of a reason: its sentence, its spans."""
    return put(reason.text), put_spans(reason.spans, text)


def get_reason(sentence: str | bytes, spans: str, text: str) -> Reason:
    """The reason of two columns."""
    return Reason(get(sentence), get_spans(spans, text))


def put_reasons(reasons: Iterable[Reason], text: str) -> str | bytes:
    """Several reasons in one JSON column."""
    return dump([[reason.text, [flat(span, text) for span in reason.spans]] for reason in reasons])


def get_reasons(value: str | bytes, text: str) -> tuple[Reason, ...]:
    """The reasons of a JSON column."""
    return tuple(
        Reason(sentence, tuple(unflat(cell, text) for cell in spans)) for sentence, spans in load(value)
    )


def put_rulings(rulings: Rulings) -> str:
    """Rulings as JSON, the same for the same rulings."""
    return msgspec.json.encode(rulings, order="deterministic").decode("utf-8")


def get_rulings(value: str) -> Rulings:
    """The rulings that `put_rulings` wrote."""
    return msgspec.json.decode(value, type=Rulings)


def safe(text: str) -> str:
    """A text from anywhere as a parameter of a question: lone surrogates cannot be bound."""
    return _SURROGATES.sub("\ufffd", text)


_SURROGATES = re.compile("[\ud800-\udfff]")
_UNSEARCHABLE = {0: " ", 2: " ", 3: " "} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def searchable(text: str) -> str:
    """The text for the full-text index: without what marks a match, NULs and lone surrogates."""
    return text.translate(_UNSEARCHABLE)
