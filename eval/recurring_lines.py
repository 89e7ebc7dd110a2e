"""What recurring lines take of real article texts: `python -m eval.recurring_lines` prints every line.

There is no gold of whole pages with several of a site. These sets hold texts of articles, with what crude
extraction left in them, by site or publisher: whatever is printed should be furniture.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from eval.gold import gold_folder
from onrecord.readers.urls import domain_of
from onrecord.text.recurring import hash_line, learn, page_hashes, page_lines

SETS = (
    "stories/giveme5w1h_dev",
    "stories/galaxy_wikinews",
    "stories/ecbplus",
    "attribution/polnear",
    "attribution/german_wikinews",
)
SHOWN = 100


def texts(folder: Path) -> dict[str, list[str]]:
    """Different texts of a set by site (the set itself where it names none)."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            site = domain_of(record.get("url") or "") or record.get("publisher") or folder.name
            if "text" in record:
                found[site].add(record["text"])
    return {site: sorted(found[site]) for site in sorted(found)}


def recurring(pages: list[str]) -> Iterator[tuple[str, int, int]]:
    """(line, on how many pages, of how many) for each recurring line of each page of one site."""
    site = learn([page_hashes(text) for text in pages])
    for text in pages:
        held = dict(site.on_page(page_hashes(text)))
        for line in page_lines(text):
            if hash_line(line) in held:
                yield line, held[hash_line(line)], site.of


def main() -> None:
    """Print counts of each set, and every line that recurs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, help="folder laid out as question/set/split.jsonl")
    gold = gold_folder(parser.parse_args().gold)
    for name in SETS:
        sites = texts(gold / name)
        lines = sum(1 for pages in sites.values() for text in pages for _ in page_lines(text))
        kinds: Counter[str] = Counter()
        for site, pages in sites.items():
            for line, count, of in recurring(pages):
                kinds[f"{site}: {line[:SHOWN]} ({count} of {of})"] += 1
        pages_in_all = sum(map(len, sites.values()))
        print(f"{name}: {pages_in_all} pages, {lines} lines, {kinds.total()} recurring of {len(kinds)} kinds")
        for kind, count in sorted(kinds.items(), key=lambda item: (-item[1], item[0])):
            print(f"  {count:5} {kind}")


if __name__ == "__main__":
    main()
