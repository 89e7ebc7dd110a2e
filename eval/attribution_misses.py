"""`python -m eval.attribution_misses dev` (or dev2): what the stage gets wrong on them, one by one.

`--groups en` (ru, uk, dev, dev2, aside) prints figures by group of passages instead. Single
misses of the test set (eval/data/attribution) and of the part set aside are never printed: nobody reads them.
"""

import argparse
import sys
from collections.abc import Iterator

from rich.console import Console

from eval.attribution_hops import chains_of, tidy
from eval.attribution_passages import FACETS, article_of, chains_right, matched, ranges
from eval.attribution_systems import PHRASES, PREVIOUS, Found, System, language_of, links, onrecord, systems
from eval.attribution_tables import group_tables
from eval.attribution_written import (
    ASIDE,
    DEVELOPMENT,
    DEVELOPMENT_2,
    FILES,
    WrittenAttribution,
    WrittenPassage,
    load_passages,
    load_written,
)
from eval.metrics import Ranges
from eval.report import print_table

READ = {"dev": DEVELOPMENT, "dev2": DEVELOPMENT_2}
OWN = READ | {"aside": ASIDE}


def misses(passage: WrittenPassage, found: list[Found]) -> Iterator[str]:
    """A line for each thing that is wrong in a passage."""
    pairs = dict(matched(passage, found))
    exact = dict(matched(passage, found, exact=True))
    if passage.hops and not chains_right(passage, found):
        given = chains_of(links(passage.text, found))
        yield f"hops: wanted {_chains(tidy(passage.hops))}, given {_chains(given)}"
    for number, item in enumerate(passage.attributions):
        if number not in pairs:
            yield f"missed {number}: {_gold(passage.text, item)}"
            continue
        other = found[pairs[number]]
        if exact.get(number) is None:
            yield f"edges {number}: wanted {_gold(passage.text, item)}"
            yield f"{' ' * len(f'edges {number}')}  given  {_given(passage.text, other)}"
        yield from _parent(number, item, pairs, found)
        yield from _facets(number, item, other, passage.text)
    for number, other in enumerate(found):
        if number not in pairs.values():
            yield f"too many: {_given(passage.text, other)}"


def _parent(
    number: int, item: WrittenAttribution, pairs: dict[int, int], found: list[Found]
) -> Iterator[str]:
    wanted = None if item.inside is None else pairs.get(item.inside)
    given = found[pairs[number]].parent
    if (item.inside is None) != (given is None) or wanted != given:
        back = {other: one for one, other in pairs.items()}
        shown = "none" if given is None else back.get(given, "another")
        yield f"inside {number}: wanted {item.inside}, given {shown}"


def _facets(number: int, item: WrittenAttribution, other: Found, text: str) -> Iterator[str]:
    for name in FACETS:
        wanted, given = getattr(item, name).value, getattr(other, name)
        if given not in ("", wanted):
            yield f"{name} {number}: wanted {wanted}, given {given}"
    for name in PHRASES:
        span, phrase = getattr(item, name), other.phrases.get(name)
        if (span is None) != (phrase is None) or (
            span is not None and phrase is not None and (phrase[0] >= span.end or span.start >= phrase[1])
        ):
            shown = None if phrase is None else text[slice(*phrase)]
            yield f"{name} {number}: wanted {span and span.text!r}, given {shown!r}"


def _chains(chains: list[tuple[str, ...]]) -> str:
    return "; ".join(" > ".join(chain) for chain in chains) or "none"


def _gold(text: str, item: WrittenAttribution) -> str:
    return _parts(text, ranges(item.source), ranges(item.cue), ranges(item.content))


def _given(text: str, item: Found) -> str:
    return _parts(text, item.source, item.cue, item.content)


def _parts(text: str, *parts: Ranges) -> str:
    return " | ".join(" ... ".join(text[start:end] for start, end in part) or "-" for part in parts)


def main(arguments: list[str] | None = None) -> int:
    """List the misses of the development set, or print figures by group of any set."""
    parser = argparse.ArgumentParser(prog="python -m eval.attribution_misses", description=__doc__)
    parser.add_argument("set", choices=[*OWN, *FILES], help="dev, dev2, or with --groups also a test set")
    parser.add_argument("--groups", action="store_true", help="figures by group of passages")
    parser.add_argument("--previous", action="store_true", help="the previous stage instead of this one")
    options = parser.parse_args(arguments)
    if options.set not in READ and not options.groups:
        parser.error("single misses of the test set are not for reading: use --groups, or dev, dev2")
    code = "en" if options.set in OWN else options.set
    passages = load_passages(OWN[options.set]) if options.set in OWN else load_written(code)
    system = dict(systems(code))[PREVIOUS] if options.previous else onrecord
    if options.groups:
        for table in group_tables(
            f"written-{options.set}" if options.set in OWN else "written", code, passages, system, code
        ):
            print_table(table, Console(width=180))
        return 0
    _list(passages, system, code)
    return 0


def _list(passages: list[WrittenPassage], system: System, code: str) -> None:
    wrong = 0
    for passage in passages:
        lines = list(misses(passage, system(article_of(passage), language_of(code))))
        if lines:
            wrong += 1
            print(f"{passage.id} {passage.group} ({passage.note}): {passage.text}")
            print("".join(f"    {line}\n" for line in lines))
    print(f"{wrong} of {len(passages)} passages with something wrong")


if __name__ == "__main__":
    sys.exit(main())
