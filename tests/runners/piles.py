"""Piles of small made-up pages for runs."""

import json
from pathlib import Path

PLACES = ("Ostrel", "Vantor", "Quillmouth", "Tarnby", "Essel", "Morrow Bay")
NAMES = ("Ada Brunn", "Oren Vask", "Lise Tarrow", "Pim Adder", "Jon Quell")


def make_pile(folder: Path, count: int) -> Path:
    """`count` text pages, two outlets' row with one text, an empty page and one that is not text."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(count):
        place, name = PLACES[n % len(PLACES)], NAMES[n % len(NAMES)]
        text = (
            f"{place} harbour talks enter round {n // 3 + 1}\n\n"
            f"{place.upper()}, March {n % 27 + 1}, 2031 - Talks went on, the port office said.\n\n"
            f'"We are ready to talk if blockade number {n} ends," {name} told reporters in {place}.\n'
            f"{name} said the mediators had accepted {n + 2} of the points.\n"
        )
        (folder / f"{n:04}.txt").write_text(text, encoding="utf-8")
    (folder / "empty.txt").write_text("")
    (folder / "photo.jpg").write_bytes(bytes(range(256)) * 4)
    rows = [
        {"url": "https://one.example/a", "title": "Port shut", "text": "The port is shut, Oren Vask said."},
        {"url": "https://two.example/b", "title": "Port open", "text": "The port is open, Ada Brunn said."},
    ]
    (folder / "feed.jsonl").write_text("\n".join(json.dumps(row) for row in rows) + "\nnot json\n")
    return folder
