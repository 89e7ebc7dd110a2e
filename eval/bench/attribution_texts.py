"""English articles of about 400 words to time attribution on: real ones where gold is, else made ones."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from eval.attribution_written import DEVELOPMENT, load_passages
from eval.gold import load
from onrecord.text.sentences import split_sentences

WORDS = 400


def sample_texts(gold: Path, number: int) -> tuple[list[str], str]:
    """That many articles of whole sentences and about 400 words each, and where they come from."""
    records = load(gold / "attribution" / "polnear" / "dev.jsonl")
    if records is not None:
        cut = (cut_text(record["text"]) for record in records)
        return list(islice((text for text in cut if text), number)), "beginnings of PolNeAR dev articles"
    return [text for _, text in zip(range(number), _made(), strict=False)], "own passages, joined"


def cut_text(text: str) -> str:
    """The first sentences of a text up to 400 words and the end of the sentence; "" when it has fewer."""
    count = 0
    for start, end in split_sentences(text, "en"):
        count += len(text[start:end].split())
        if count >= WORDS:
            return text[:end]
    return ""


def _made() -> Iterator[str]:
    """Development passages as paragraphs, each article beginning with another."""
    passages = [passage.text for passage in load_passages(DEVELOPMENT)]
    for first in range(len(passages)):
        paragraphs: list[str] = []
        for text in passages[first:] + passages[:first]:
            paragraphs.append(text)
            if sum(len(one.split()) for one in paragraphs) >= WORDS:
                break
        yield "\n\n".join(paragraphs)
