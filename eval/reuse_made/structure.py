"""Edits of sentences and paragraphs: cut, move, merge, split, condense, wrap (most in any language)."""

import re
from collections import Counter
from dataclasses import replace

from eval.reuse_made.draft import Die, Draft

_SPLIT = re.compile(r"^([A-Z][^\"“]{40,}?), (and|but) ((?:he|she|it|they|the|a|an) [^\"“]{25,})$")
_WHICH = re.compile(r"^([A-Z][^\"“,]{30,}), which ([^\"“,]{15,})\.$")
_BEFORE = (
    "Read also: what we know so far",
    "Advertisement",
    "Listen to this article",
    "Share: Facebook | Mail | Print",
    "By our newsroom",
)
_AFTER = (
    "Follow us for more news",
    "Read more on this topic",
    "All rights reserved",
    "Comments (0)",
    "Sign up for the morning letter",
)


def cut(draft: Draft, die: Die, strength: float) -> Draft:
    """Sentences (never the first) go until at most `strength` of the text is gone."""
    sentences = draft.sentences
    whole = sum(map(len, sentences))
    order = list(range(1, len(sentences)))
    die.shuffle(order)
    gone: set[int] = set()
    lost = 0
    for number in order:
        if lost + len(sentences[number]) <= strength * whole:
            gone.add(number)
            lost += len(sentences[number])
    return draft.with_sentences(lambda number, sentence: None if number in gone else sentence)


def move(draft: Draft, die: Die, strength: float) -> Draft:
    """Paragraphs after the first change places, more of them with strength."""
    paragraphs = list(draft.paragraphs)
    for _ in range(max(1, round(strength * len(paragraphs) / 2))):
        if len(paragraphs) < 3:
            break
        one = die.randrange(1, len(paragraphs))
        moved = paragraphs.pop(one)
        paragraphs.insert(die.randrange(1, len(paragraphs) + 1), moved)
    return replace(draft, paragraphs=tuple(paragraphs))


def merge(draft: Draft, die: Die, strength: float) -> Draft:
    """Neighbouring sentences without quotations become one, and paragraphs grow together."""
    paragraphs: list[tuple[str, ...]] = []
    for paragraph in draft.paragraphs:
        kept: list[str] = []
        for sentence in paragraph:
            plain = not re.search(r"[\"“«]", sentence + (kept[-1] if kept else ""))
            if kept and plain and kept[-1].endswith(".") and die.random() < strength:
                joint = die.choice((", and ", ", while ", "; "))
                small = re.match(r"(The|A|An|He|She|It|They|This|There)\b", sentence)
                kept[-1] = kept[-1][:-1] + joint + (sentence[0].lower() + sentence[1:] if small else sentence)
            else:
                kept.append(sentence)
        if paragraphs and die.random() < strength / 2:
            paragraphs[-1] = (*paragraphs[-1], *kept)
        else:
            paragraphs.append(tuple(kept))
    return replace(draft, paragraphs=tuple(paragraphs))


def split(draft: Draft, die: Die, strength: float) -> Draft:
    """Long sentences become two at ", and it …" or ", which …"."""

    def change(_: int, sentence: str) -> str:
        if die.random() >= strength:
            return sentence
        match = _SPLIT.match(sentence)
        if match:
            first, joint, second = match.groups()
            again = f"But {second}" if joint == "but" else second[0].upper() + second[1:]
            return f"{first}. {again}"
        match = _WHICH.match(sentence)
        return f"{match.group(1)}. It {match.group(2)}." if match else sentence

    return draft.with_sentences(change)


def condense(draft: Draft, die: Die, strength: float) -> Draft:
    """The first sentence and those richest in the text's own frequent words; 1 - `strength` of them stay."""
    sentences = draft.sentences
    counts = Counter(word for sentence in sentences for word in set(re.findall(r"\w{5,}", sentence.lower())))

    def worth(number: int) -> float:
        words = set(re.findall(r"\w{5,}", sentences[number].lower()))
        return sum(counts[word] for word in words) / (5 + len(words))

    size = max(2, round((1.0 - strength) * len(sentences)))
    best = sorted(range(1, len(sentences)), key=lambda number: (-worth(number), number))[: size - 1]
    return draft.with_sentences(lambda number, sentence: sentence if number == 0 or number in best else None)


def furniture(draft: Draft, die: Die, strength: float) -> Draft:
    """Lines of another page around the text."""
    before = die.sample(_BEFORE, die.randint(0, 2))
    after = die.sample(_AFTER, die.randint(1, 2))
    paragraphs = (*((line,) for line in before), *draft.paragraphs, *((line,) for line in after))
    return replace(draft, paragraphs=paragraphs)


def drop_dateline(draft: Draft, die: Die, strength: float) -> Draft:
    """ "PORT ALVANE, March 3 (Agency) — " at the head of the text is left out."""
    if not draft.sentences or die.random() >= strength:
        return draft
    first = re.sub(r"^[A-ZÄÖÜ][^—–\"“.]{2,60} [—–-] (?=[A-Z\"“«])", "", draft.sentences[0])
    return draft.with_sentences(lambda number, sentence: first if number == 0 else sentence)


def embed(draft: Draft, die: Die, host: Draft) -> Draft:
    """One to three neighbouring paragraphs of `draft` word for word inside `host`, a text of its own."""
    size = min(len(draft.paragraphs), die.randint(1, 3))
    at = die.randrange(len(draft.paragraphs) - size + 1)
    place = die.randrange(1, len(host.paragraphs) + 1)
    taken = draft.paragraphs[at : at + size]
    return replace(host, paragraphs=(*host.paragraphs[:place], *taken, *host.paragraphs[place:]))
