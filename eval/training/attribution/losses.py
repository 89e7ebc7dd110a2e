"""What training minimises: tags (CRF), links (of gold spans and of wrong ones the tagger may give), ends."""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from eval.training.attribution.data import Article, Gold, Window, mended
from eval.training.attribution.model import Mode, Network, pool
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
class View:
    """One window: its words and gold, with the states and detached scores of its words."""

    words: Words
    gold: Gold
    window: Window
    states: Tensor
    scores: NDArray[np.float32]

    @property
    def runs(self) -> list[tuple[int, int]]:
        """Its paragraphs (first, past last), numbered from the window's first word."""
        low, high = self.window.first, self.window.last
        clipped = [(max(one, low) - low, min(other, high) - low) for one, other in self.words.paragraphs]
        return [(one, other) for one, other in clipped if one < other]


def loss_of(
    network: Network,
    items: list[Article],
    batch: list[Window],
    mode: tuple[bool, float, bool],
    hide: Hide,
    lead: int,
    chance: np.random.Generator,
) -> tuple[Tensor, Tensor, Tensor]:
    """Loss per word of tags, links and ends. `mode`: bfloat16, dropout, rounded as in the export.

    `lead` is the piece before all.
    """
    half, drop, rounded = mode
    fed_all: list[NDArray[np.int64]] = []
    heads_all: list[NDArray[np.int64]] = []
    sizes: list[int] = []
    for window in batch:
        words = items[window.article].variants[window.variant][0]
        fed, heads = feed(words, window.first, window.last, lead)
        fed[0] = np.where(_hidden(words, window, fed, heads, hide, chance), MASK_PIECE, fed[0])
        heads_all.append(heads + sum(sizes))
        fed_all.append(fed)
        sizes.append(fed.shape[1])
    position = torch.cat([torch.arange(size) for size in sizes])
    hidden = network.encoder(
        torch.from_numpy(np.concatenate(fed_all, 1)), position, Mode(sizes, half, drop, rounded)
    )
    hidden = hidden[torch.from_numpy(np.concatenate(heads_all))]
    scores = network.tag(functional.dropout(hidden, drop, network.training))
    views, tags, runs, offset = [], [], [], 0
    plain = scores.detach().numpy()
    for window in batch:
        words, gold = items[window.article].variants[window.variant]
        past = offset + window.last - window.first
        view = View(words, gold, window, hidden[offset:past], plain[offset:past])
        views.append(view)
        tags.append(mended(gold.tags[window.first : window.last]))
        runs += [(offset + one, offset + other) for one, other in view.runs]
        offset = past
    tagging = network.crf_loss(scores, torch.from_numpy(np.concatenate(tags)), runs)
    linking, pointing = torch.zeros(()), torch.zeros(())
    move = network.move().detach().numpy()
    for view in views:
        sample = _Sample(view, move, chance)
        linking = linking + link_loss(network, view, sample, drop)
        pointing = pointing + end_loss(network, view, sample, drop)
    return tagging / offset, linking / offset, pointing / offset


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


def link_loss(network: Network, view: View, sample: _Sample, drop: float) -> Tensor:
    """Contents choose a cue or none, cues a source or none; a wrong content should choose none."""
    total = torch.zeros(())
    cues = [*sample.cues, *sample.wrong[CUE]]
    if not cues:
        return total
    pooled = pool(view.states, [(cue.first, cue.last) for cue in cues])
    contents, wanted = _content_choices(sample, len(cues))
    if contents:
        total = total + _choose(network, 1, contents, cues, (view, sample, pooled), wanted, drop)
    sources, source_wanted = _source_choices(sample)
    if sources and any(place is not None for place in source_wanted):
        total = total + _choose(network, 0, sources, cues, (view, sample, pooled), source_wanted, drop)
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
    spans: list[Marked],
    cues: list[Marked],
    given: tuple[View, _Sample, Tensor],
    wanted: list[int | None],
    drop: float,
) -> Tensor:
    view, sample, pooled = given
    near = torch.from_numpy(np.stack(relations(spans, cues, cues, sample.paragraph)))
    own = pool(view.states, [(span.first, span.last) for span in spans])
    score, none = network.linker(role, own, pooled, near, drop)
    table = torch.cat([score, none[None]]).T if role == 0 else torch.cat([score, none[:, None]], 1)
    rows = [number for number, place in enumerate(wanted) if place is not None]
    if not rows:
        return torch.zeros(())
    target = torch.tensor([place for place in wanted if place is not None])
    return functional.cross_entropy(table[rows], target, reduction="sum")


def end_loss(network: Network, view: View, sample: _Sample, drop: float) -> Tensor:
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
        score = network.pointer(
            side, view.states[anchor], pooled, view.states, torch.from_numpy(length_buckets(ahead)), drop
        )
        fine = same & (ahead >= 0)
        rows = np.nonzero(fine[np.arange(len(table)), target])[0]
        score = score.masked_fill(torch.from_numpy(~fine), -1e4)
        total = total + functional.cross_entropy(score[rows], torch.from_numpy(target[rows]), reduction="sum")
    return total / 2
