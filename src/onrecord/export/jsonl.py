"""JSON lines: every record whole, one a line, with its kind under "type"; nothing is left out.

Characters that UTF-8 cannot hold (lone surrogates) are written as JSON escapes; a page's original
bytes as base64 under "raw".
"""

import json
from pathlib import Path

import msgspec

from onrecord.export.files import whole_file
from onrecord.export.records import KINDS
from onrecord.stores.base import View


def write_jsonl(view: View, out: Path) -> int:
    """Write every record of the case; returns how many."""
    written = 0
    with whole_file(out) as file:
        for kind, records in KINDS.items():
            for record in records(view):
                fields = msgspec.to_builtins(record)
                file.write(json.dumps({"type": kind, **fields}, ensure_ascii=True) + "\n")
                written += 1
    return written
