"""What training minimises: tags (CRF), links (of gold spans and of wrong ones the tagger may give), ends."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from eval.training.attribution.data import Article, Gold, Window, mended
from eval.training.attribution.model import (
    Linker,
    Mode,
    Network,
    Pointer,
    log_total,
    pool,
    wanted_gold,
    wanted_told,
)
from onrecord.models.tagger.links import length_buckets, relations
from onrecord.models.tagger.paths import CONTENT, CUE, SOURCE, Marked, find_spans
from onrecord.models.tagger.words import TITLE, Words, feed

MASK_PIECE = 103
NOISE = (0.0, 1.0, 2.0, 3.0)  # standard deviations added to scores to draw wrong spans
SAME = 0.5  # intersection over union from which a drawn span stands for a gold one


@dataclass(frozen=True, slots=True)
class Hide:
    """Shares of words replaced by the mask piece: with a capital (names), and others."""

    capital: float
    other: float


@dataclass(frozen=True, slots=True, eq=False)
class Lessons:
    """What a teacher saw in each article as it came (scores of tags, states), and how it reads them.

    `share` is the part of what is wanted that the teacher tells; gold tells the rest.
    """

    of: Sequence[tuple[NDArray[np.float32], NDArray[np.float16]]]
    linker: Linker
    move: Tensor
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One window: its words and gold, with the states and detached scores of its words."""

    words: Words
    gold: Gold
    window: Window
    states: Tensor
    scores: NDArray[np.float32]
    taught: Tensor | None  # the teacher's states of the same words

    @property
    def runs(self) -> list[tuple[int, int]]:
        """Its paragraphs (first, past last), numbered from the window's first word."""
        low, high = self.window.first, self.window.last
        clipped = [(max(one, low) - low, min(other, high) - low) for one, other in self.words.paragraphs]
        return [(one, other) for one, other in clipped if one < other]


@dataclass(frozen=True, slots=True)
class How:
    """How a batch is read: bfloat16, dropout, rounded as in the export, the piece before all, words hidden.

    With `lessons` a teacher tells a part of what is wanted.
    """

    half: bool
    drop: float
    rounded: bool
    lead: int
    hide: Hide
    lessons: Lessons | None = None


def loss_of(
    network: Network, items: list[Article], batch: list[Window], how: How, chance: np.random.Generator
) -> tuple[Tensor, Tensor, Tensor]:
    """Loss per word of tags, links and ends."""
    drop, lessons = how.drop, how.lessons
    fed_all: list[NDArray[np.int64]] = []
    heads_all: list[NDArray[np.int64]] = []
    sizes: list[int] = []
    for window in batch:
        words = items[window.article].variants[window.variant][0]
        fed, heads = feed(words, window.first, window.last, how.lead)
        fed[0] = np.where(_hidden(words, window, fed, heads, how.hide, chance), MASK_PIECE, fed[0])
        heads_all.append(heads + sum(sizes))
        fed_all.append(fed)
        sizes.append(fed.shape[1])
    position = torch.cat([torch.arange(size) for size in sizes])
    hidden = network.encoder(
        torch.from_numpy(np.concatenate(fed_all, 1)), position, Mode(sizes, how.half, drop, how.rounded)
    )
    hidden = hidden[torch.from_numpy(np.concatenate(heads_all))]
    scores = network.tag(functional.dropout(hidden, drop, network.training))
    views, tags, runs, offset = [], [], [], 0
    plain = scores.detach().numpy()
    for window in batch:
        words, gold = items[window.article].variants[window.variant]
        past = offset + window.last - window.first
        taught = taught_states(lessons, window)
        view = View(words, gold, window, hidden[offset:past], plain[offset:past], taught)
        views.append(view)
        tags.append(mended(gold.tags[window.first : window.last]))
        runs += [(offset + one, offset + other) for one, other in view.runs]
        offset = past
    tagging = tag_loss(network, scores, torch.from_numpy(np.concatenate(tags)), runs, (batch, lessons))
    linking, pointing = torch.zeros(()), torch.zeros(())
    move = network.move().detach().numpy()
    for view in views:
        sample = _Sample(view, move, chance)
        linking = linking + link_loss(network, view, sample, drop, lessons)
        if network.pointer is not None:
            pointing = pointing + end_loss(network.pointer, view, sample, drop)
    return tagging / offset, linking / offset, pointing / offset


def tag_loss(
    network: Network,
    scores: Tensor,
    tags: Tensor,
    runs: list[tuple[int, int]],
    taught: tuple[list[Window], Lessons | None],
) -> Tensor:
    """Cross entropy, over whole paths, of the network's CRF with gold's path and with the teacher's CRF."""
    batch, lessons = taught
    move = network.move()
    found = log_total(scores, move, runs)
    gold = wanted_gold(tags, runs).score(scores, move)
    if lessons is None:
        return found - gold
    seen = [lessons.of[window.article][0][window.first : window.last] for window in batch]
    told = wanted_told(torch.from_numpy(np.concatenate(seen)), lessons.move, runs)
    return found - (1 - lessons.share) * gold - lessons.share * told.score(scores, move)


def taught_states(lessons: Lessons | None, window: Window) -> Tensor | None:
    """The teacher's states of the words of a window."""
    if lessons is None:
        return None
    return torch.from_numpy(lessons.of[window.article][1][window.first : window.last].astype(np.float32))


def _hidden(
    words: Words,
    window: Window,
    fed: NDArray[np.int64],
    heads: NDArray[np.int64],
    hide: Hide,
    chance: np.random.Generator,
) -> NDArray[np.bool_]:
    """Which pieces are masked: whole words, so that names are not learnt by heart."""
    case = np.array(words.case[window.first : window.last])
    share = np.where(case >= TITLE, hide.capital, hide.other)
    chosen = (chance.random(len(case)) < share) & (case > 0)
    owner = np.zeros(fed.shape[1], np.int64)
    owner[heads] = 1
    owner = np.cumsum(owner) - 1
    found: NDArray[np.bool_] = chosen[np.maximum(owner, 0)] & (owner >= 0) & (fed[1] > 0)
    return found


class _Sample:
    """Spans to link in one window: gold ones, then drawn ones; and what each should choose."""

    def __init__(self, view: View, move: NDArray[np.float32], chance: np.random.Generator) -> None:
        low, high = view.window.first, view.window.last
        gold = view.gold
        self.known = {
            number: Marked(item.role, item.first - low, item.last - low, 1.0)
            for number, item in enumerate(gold.fragments)
            if low <= item.first and item.last < high
        }
        self.cues = [self.known[held.cue] for held in gold.held if held.cue in self.known]
        self.held = [held for held in gold.held if held.cue in self.known]
        self.paragraph = np.zeros(high - low, np.int64)
        for number, (one, other) in enumerate(view.runs):
            self.paragraph[one:other] = number
        noise = NOISE[int(chance.integers(len(NOISE)))]
        scores = view.scores + chance.normal(0, noise or 1e-9, view.scores.shape).astype(np.float32)
        role = (gold.tags[low:high] + 3) // 4 - 1  # -1 outside
        self.wrong: list[list[Marked]] = [[], [], []]
        self.close: list[tuple[Marked, int]] = []  # a drawn content, the gold one it stands for
        for span in find_spans(view.runs, scores, move):
            if not (role[span.first : span.last + 1] == span.role).any():
                self.wrong[span.role].append(span)
            elif span.role == CONTENT:
                self.close += self._stands_for(span)

    def _stands_for(self, span: Marked) -> list[tuple[Marked, int]]:
        for number, item in self.known.items():
            if item.role != CONTENT:
                continue
            common = min(span.last, item.last) - max(span.first, item.first) + 1
            union = max(span.last, item.last) - min(span.first, item.first) + 1
            if common >= SAME * union and (span.first, span.last) != (item.first, item.last):
                return [(span, number)]
        return []


def link_loss(
    network: Network, view: View, sample: _Sample, drop: float, lessons: Lessons | None = None
) -> Tensor:
    """Contents choose a cue or none, cues a source or none; a wrong content should choose none."""
    total = torch.zeros(())
    cues = [*sample.cues, *sample.wrong[CUE]]
    if not cues:
        return total
    contents, wanted = _content_choices(sample, len(cues))
    if contents:
        total = total + _choose(network, 1, (contents, cues), (view, sample, lessons), wanted, drop)
    sources, source_wanted = _source_choices(sample)
    if sources and any(place is not None for place in source_wanted):
        total = total + _choose(network, 0, (sources, cues), (view, sample, lessons), source_wanted, drop)
    return total


def _content_choices(sample: _Sample, none: int) -> tuple[list[Marked], list[int | None]]:
    """Contents and the place of the cue each should choose. One held outside the window is left out."""
    holder = {number: place for place, held in enumerate(sample.held) for number in held.contents}
    gold = [number for number, item in sample.known.items() if item.role == CONTENT and number in holder]
    spans = [sample.known[number] for number in gold]
    wanted: list[int | None] = [holder[number] for number in gold]
    for span, number in sample.close:
        if number in holder:
            spans.append(span)
            wanted.append(holder[number])
    spans += sample.wrong[CONTENT]
    wanted += [none] * len(sample.wrong[CONTENT])
    return spans, wanted


def _source_choices(sample: _Sample) -> tuple[list[Marked], list[int | None]]:
    """Sources, and for each gold cue the place of its own (their count: none; None: outside the window)."""
    numbers = [number for number, item in sample.known.items() if item.role == SOURCE]
    place = {number: i for i, number in enumerate(numbers)}
    spans = [*(sample.known[number] for number in numbers), *sample.wrong[SOURCE]]
    wanted = [len(spans) if held.source is None else place.get(held.source) for held in sample.held]
    return spans, wanted


def _choose(
    network: Network,
    role: int,
    pairs: tuple[list[Marked], list[Marked]],
    given: tuple[View, _Sample, Lessons | None],
    wanted: list[int | None],
    drop: float,
) -> Tensor:
    """Cross entropy of the choices of a role with the wanted ones, those of None left out."""
    view, sample, lessons = given
    rows = [number for number, place in enumerate(wanted) if place is not None]
    if not rows:
        return torch.zeros(())
    near = torch.from_numpy(np.stack(relations(*pairs, pairs[1], sample.paragraph)))
    table = _table(network.linker, role, pairs, view.states, near, drop)[rows]
    places = torch.tensor([place for place in wanted if place is not None])
    share = functional.one_hot(places, table.shape[1]).float()
    if lessons is not None and view.taught is not None:
        with torch.no_grad():
            told = _table(lessons.linker, role, pairs, view.taught, near, 0.0)[rows].softmax(1)
        share = (1 - lessons.share) * share + lessons.share * told
    return -(share * table.log_softmax(1)).sum()


def _table(
    linker: Linker,
    role: int,
    pairs: tuple[list[Marked], list[Marked]],
    states: Tensor,
    near: Tensor,
    drop: float,
) -> Tensor:
    """Scores of each choice, that of `none` last: a row for each cue (role 0) or each content (role 1)."""
    own, cues = (pool(states, [(span.first, span.last) for span in spans]) for spans in pairs)
    score, none = linker(role, own, cues, near, drop)
    return torch.cat([score, none[None]]).T if role == 0 else torch.cat([score, none[:, None]], 1)


def end_loss(pointer: Pointer, view: View, sample: _Sample, drop: float) -> Tensor:
    """Each content's last word given its first and its cue, and its first given its last."""
    holder = {number: held.cue for held in sample.held for number in held.contents}
    asked: list[tuple[int, int, int, int]] = []  # first, last, and the gold first, last
    cues: list[tuple[int, int]] = []
    pairs = [(item, number) for number, item in sample.known.items() if item.role == CONTENT]
    for span, number in [*pairs, *sample.close]:
        if number in holder:
            gold, cue = sample.known[number], sample.known[holder[number]]
            asked.append((span.first, span.last, gold.first, gold.last))
            cues.append((cue.first, cue.last))
    if not asked:
        return torch.zeros(())
    table = np.array(asked)
    pooled = pool(view.states, cues)
    places = np.arange(len(sample.paragraph))
    same = sample.paragraph[table[:, 0]][:, None] == sample.paragraph[None]
    total = torch.zeros(())
    for side in (0, 1):
        anchor, target = table[:, side], table[:, 3 - side]
        ahead = (places[None] - anchor[:, None]) * (1 - 2 * side)
        score = pointer(
            side, view.states[anchor], pooled, view.states, torch.from_numpy(length_buckets(ahead)), drop
        )
        fine = same & (ahead >= 0)
        rows = np.nonzero(fine[np.arange(len(table)), target])[0]
        score = score.masked_fill(torch.from_numpy(~fine), -1e4)
        total = total + functional.cross_entropy(score[rows], torch.from_numpy(target[rows]), reduction="sum")
    return total / 2
