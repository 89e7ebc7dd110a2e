"""Where labelled data is: a folder laid out as question/set/split.jsonl."""

import json
import os
from pathlib import Path
from typing import Any

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "gold"

Record = dict[str, Any]


def gold_folder(given: Path | None) -> Path:
    """`--gold`, else the environment's ONRECORD_GOLD, else ../shared/gold beside the checkout."""
    return given or Path(os.environ.get("ONRECORD_GOLD") or DEFAULT)


def load(path: Path) -> list[Record] | None:
    """Records of a JSONL file, None when it is not there."""
    if not path.is_file():
        return None
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
