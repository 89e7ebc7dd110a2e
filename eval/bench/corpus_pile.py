"""Stage output for benchmarks of the corpus stages: articles of about 250 words, made without any stage.

Events come in threads that share their main names. Of an event there are reports written for themselves,
copies, cut copies and rewrites; most events are told once or twice, few by many. Words are those of English
with their frequencies (wordfreq), names and numbers are made up for each event, and some sentences are the
same on many pages. Article number n is the same however many are made, and may belong to the event of any
article shortly before it.
"""

import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

import wordfreq

from onrecord.data import (
    Act,
    Article,
    ArticleFindings,
    Attribution,
    AttributionKind,
    CueClass,
    DateCandidate,
    Fact,
    Language,
    Mention,
    MentionKind,
    PositionMention,
    PublicationDate,
    Reason,
    RecordStatus,
    Sighting,
    Span,
    span_of,
)
from onrecord.ids import make_id

OUTLETS = 400
WINDOW = 400  # events that may still get articles
NEW_EVENT = 0.22
SENTENCES = 12
TOPIC_WORDS = 40
FURNITURE = 60
_SYLLABLES = "ba ke lo mi ru sa te vo na di or el um is an tu vel dor gra shi mon pek lar fis".split()


@dataclass
class Event:
    """What happened: names, numbers, the words of its topic, and the texts about it so far."""

    names: list[str]
    numbers: list[str]
    words: list[str]
    day: date
    texts: list[list[str]]


@cache
def _words() -> tuple[list[str], list[float]]:
    """English words, the most frequent first, with their cumulative frequencies."""
    found = [word for word in wordfreq.top_n_list("en", 25_000, wordlist="small") if word.isalpha()]
    return found, list(accumulate(wordfreq.word_frequency(word, "en", wordlist="small") for word in found))


def _draw(dice: random.Random, count: int) -> list[str]:
    words, weights = _words()
    return dice.choices(words, cum_weights=weights, k=count)


def _name(dice: random.Random) -> str:
    return "".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4))).capitalize()


class Maker:
    """Makes articles one after the other; the same for the same seed."""

    def __init__(self, seed: int = 11) -> None:
        self._dice = random.Random(seed)  # noqa: S311 - no secret, but the same pile every time
        self._events: deque[Event] = deque(maxlen=WINDOW)
        self._outlets = [f"{_name(self._dice)} {kind}" for kind in ("Courier", "Post", "Today", "Herald")]
        self._outlets += [f"{_name(self._dice)} {_name(self._dice)}" for _ in range(OUTLETS - 4)]
        self._furniture = [self._sentence(_draw(self._dice, 14)) for _ in range(FURNITURE)]

    def articles(self, count: int) -> Iterator[ArticleFindings]:
        """The next `count` articles."""
        for number in range(count):
            yield self._article(number)

    def _sentence(self, words: list[str]) -> str:
        text = " ".join(words)
        return f"{text[:1].upper()}{text[1:]}."

    def _event(self) -> Event:
        dice = self._dice
        if self._events and dice.random() >= NEW_EVENT:
            # Squared: the first of the window get few more, some in it get many.
            return self._events[int(dice.random() ** 2 * len(self._events))]
        before = dice.choice(self._events) if self._events and dice.random() < 0.6 else None
        names = (before.names[:2] if before else []) + [f"{_name(dice)} {_name(dice)}" for _ in range(3)]
        numbers = [str(dice.randint(11, 9_999)) for _ in range(6)]
        start = date(2024, 1, 1) + timedelta(days=dice.randint(0, 700))
        event = Event(names, numbers, [w for w in _draw(dice, 4 * TOPIC_WORDS) if len(w) > 4], start, [])
        self._events.append(event)
        return event

    def _own(self, event: Event) -> list[str]:
        """A report of its own: title and sentences."""
        dice = self._dice
        found = [" ".join([event.names[0], *dice.choices(event.words, k=5), event.numbers[0]])]
        for place in range(SENTENCES):
            words = _draw(dice, dice.randint(14, 24))
            for _ in range(4):
                words[dice.randrange(len(words))] = dice.choice(event.words)
            words[dice.randrange(len(words))] = dice.choice(event.names)
            if place % 2:
                words[dice.randrange(len(words))] = dice.choice(event.numbers)
            sentence = self._sentence(words)
            if place % 3 == 1:
                speaker = dice.choice(event.names)
                sentence = f"“{sentence[:-1]},” {speaker} said on {event.day:%A}."
            found.append(sentence)
        return found

    def _reworded(self, text: list[str]) -> list[str]:
        """Sentences in their order, a third of the words outside quotations exchanged, one sentence lost."""
        dice = self._dice
        kept = [line for line in text[1:] if dice.random() > 0.12]
        found = [self._sentence(_draw(dice, 7))[:-1]]
        for line in kept:
            if line.startswith("“"):
                found.append(line)
                continue
            words = line[:-1].split()
            for place, word in enumerate(words):
                if word.islower() and dice.random() < 0.35:
                    words[place] = _draw(dice, 1)[0]
            found.append(self._sentence(words))
        return found

    def _text(self, event: Event) -> list[str]:
        dice = self._dice
        chance = dice.random()
        if not event.texts or chance < 0.55:
            text = self._own(event)
        elif chance < 0.75:
            source = dice.choice(event.texts)
            text = [source[0], *(line for line in source[1:] if dice.random() > 0.1)]
        else:
            text = self._reworded(dice.choice(event.texts))
        event.texts.append(text)
        return [*text, *dice.sample(self._furniture, 2)]

    def _article(self, number: int) -> ArticleFindings:
        event = self._event()
        return findings_of(number, self._text(event), event, self._dice.choice(self._outlets), self._dice)


def findings_of(
    number: int, lines: list[str], event: Event, outlet: str, dice: random.Random
) -> ArticleFindings:
    """An article with these lines (the title first), with the findings that its words allow."""
    name, page = make_id("ar", (number, lines[0])), make_id("pg", (number, lines[0]))
    text = "\n".join(lines)
    sentences, at = [], 0
    for line in lines:
        sentences.append(span_of(text, at, at + len(line)))
        at += len(line) + 1
    day = (event.day + timedelta(days=dice.randint(0, 2))).isoformat()
    reason = Reason(f"the field says “{day}”")
    mentions = _mentions(text, event)
    said = _attributions(name, sentences, text)
    article = Article(
        name,
        page,
        1,
        (Span(0, len(text), text),),
        text,
        lines[0],
        sentences[0],
        (),
        Fact(outlet, None, f"the row names “{outlet}”"),
    )
    candidate = DateCandidate(day, "column date", True, reason.text)
    published = PublicationDate(day if dice.random() < 0.9 else None, day, day, reason, (candidate,))
    return ArticleFindings(
        article,
        Language("en", 0.99, Reason(f"{len(text)} characters of English", (sentences[0],))),
        (),
        published,
        (),
        tuple(sentences),
        mentions,
        said,
        (),
        _positions(name, sentences, mentions, said),
    )


def _mentions(text: str, event: Event) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for chain, name in enumerate(event.names):
        at = text.find(name)
        while at >= 0 and len(found) < 40:
            span = span_of(text, at, at + len(name))
            kind = MentionKind.STATE if chain == 4 else MentionKind.PERSON
            found.append(Mention(span, span, kind, chain, name, Reason(f"“{name}” is written out", (span,))))
            at = text.find(name, at + 1)
    return tuple(sorted(found, key=lambda one: one.span))


def _attributions(name: str, sentences: list[Span], text: str) -> tuple[Attribution, ...]:
    found = []
    for sentence in sentences:
        close = sentence.text.find(",” ")
        cue = sentence.text.find(" said on ", close)
        if not sentence.text.startswith("“") or close < 0 or cue < 0:
            continue
        base = sentence.start
        content = span_of(text, base + 1, base + close)
        source = span_of(text, base + close + 3, base + cue)
        verb = span_of(text, base + cue + 1, base + cue + 5)
        reason = Reason(f"“{source.text}” {verb.text} it", (source, verb))
        found.append(
            Attribution(
                make_id("at", (name, base)),
                name,
                (source,),
                (verb,),
                (content,),
                AttributionKind.DIRECT,
                CueClass.SAY,
                RecordStatus.ON_RECORD,
                reason,
                reason,
                0.9,
            )
        )
    return tuple(found)


def _positions(
    name: str, sentences: list[Span], mentions: tuple[Mention, ...], said: tuple[Attribution, ...]
) -> tuple[PositionMention, ...]:
    if not said or not mentions:
        return ()
    content, actor = said[0].content[0], mentions[0].span
    concepts = tuple(sorted({word.lower() for word in content.text.split() if len(word) > 6}))[:2]
    reason = Reason(f"“{actor.text}” is bound to “{content.text[:40]}”", (actor,))
    return (
        PositionMention(
            make_id("pm", (name, content.start)),
            name,
            actor,
            Act.DEMAND,
            said[0].cue[0],
            content,
            concepts,
            reason,
            said[0].source[0],
            said[0].id,
        ),
    )


def sighting_of(found: ArticleFindings) -> Sighting:
    """Where the page of a made article was seen."""
    own = found.article
    outlet = own.outlet.value if own.outlet else None
    return Sighting(make_id("si", (own.page_id,)), own.page_id, f"rows.jsonl:{own.id}", outlet=outlet)
