"""`python -m eval.composed FOLDER`: write the pages of the half "seen" to look at, with their gold."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from eval.composed.pages import composed_pages


def main(arguments: list[str]) -> int:
    """Write pages and one gold.json."""
    if len(arguments) != 1:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    pages = composed_pages("seen")
    for page in pages:
        name = f"{page.id}.{page.layout}.{'html' if page.medium == 'html' else 'txt'}"
        (folder / name).write_bytes(page.raw)
    gold = {page.id: [asdict(article) for article in page.articles] for page in pages}
    (folder / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), encoding="utf-8")
    sys.stdout.write(f"{len(pages)} pages written to {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
