"""The sentences of origins and of their sets."""

from collections.abc import Sequence

from onrecord.data import Origin, Proof
from onrecord.stages.corpus.origins.voices import Told, Voice


def of_origin(label: str, shown: Voice, voices: Sequence[Voice], told: Told) -> str:
    """By what an origin was told apart, with the words heard."""
    count = len({voice.article for voice in voices})
    where = f"in {'1 article' if count == 1 else f'{count} articles'} on “{label}”"
    if shown.named:
        return f"{shown.name} speaks under that name{_heard(shown)} {where}"
    if shown.hop is None:
        return f"{shown.shown} gives no source of its own {where}"
    names = list(dict.fromkeys(" ".join(voice.name.split()) for voice in voices if voice.hop is not None))
    words = ", ".join(f"“{name}”" for name in names[:3])
    carriers = list(dict.fromkeys(voice.shown for voice in voices))
    return f"{words}: unnamed, all told to {' and '.join(carriers[:3])}, {where}"


def of_names(voices: Sequence[Voice]) -> str:
    """How unnamed people are called: the fullest wording, and how many others there are."""
    names = sorted({" ".join(voice.name.split()) for voice in voices if voice.hop is not None})
    best = max(names, key=lambda name: (len(name.split()), name), default="")
    return f"{best} and {len(names) - 1} more" if len(names) > 1 else best


def of_set(label: str, pages: int, origins: Sequence[Origin], low: int, proofs: Sequence[Proof]) -> str:
    """How many origins there are behind a scope, who they are, and what leaves it open."""
    count = len(origins)
    head = f"“{label}” on {pages} page{'s' if pages != 1 else ''}"
    if not origins:
        return f"{head}: no attribution stands behind it"
    names = "; ".join(f"{origin.name} ({origin.status})" for origin in origins[:6])
    more = f"; and {count - 6} more" if count > 6 else ""
    text = f"{head}, {count} origin{'s' if count != 1 else ''}: {names}{more}"
    if low == count:
        return text
    open_ = [proof.reason for proof in proofs if proof.kind.startswith("may be")]
    others = f" (and {len(open_) - 1} more such doubts)" if len(open_) > 1 else ""
    return f"{text}. It may be {low}: {open_[0]}{others}" if open_ else text


def _heard(voice: Voice) -> str:
    """The words by which the article lets it speak."""
    said = voice.hop.span if voice.hop is not None else None
    cue = voice.hop.cue if voice.hop is not None else None
    shown = [f"“{short(all_words(part.text))}”" for part in (said, cue) if part is not None]
    return f" ({', '.join(shown)})" if shown else ""


def title_of(article: str, told: Told) -> str:
    """An article by its title, in quotation marks."""
    notes = told.notes.get(article)
    return f"“{short(all_words(notes.title))}”" if notes is not None else article


def all_words(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def short(text: str, limit: int = 70) -> str:
    """A text cut at `limit` characters."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
