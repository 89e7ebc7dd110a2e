"""The network that is shipped: the trained one made smaller, and taught by the teacher.

What the teacher sees of each article as it came is written once; the small network, which reads the same
articles with words hidden and marks changed, should give the same tags and links (Hinton et al. 2015, over
whole paths of the CRF), and those of gold.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from eval.training.attribution.data import Article, batches
from eval.training.attribution.losses import Lessons
from eval.training.attribution.model import Mode, Network
from eval.training.attribution.prune import Left, pruned, weights_of_parts
from eval.training.attribution.train import Plan
from onrecord.models.tagger.words import CLS, Words, feed, windows

LEFT = Left(heads=45, inner=5760)  # of 60 and 7,680
WEIGHED, WEIGHING = 200, 12  # articles and batches that tell what matters
SHARE = 0.7
PLAN = Plan(
    steps=550,
    warm=40,
    cool=0.8,
    rounded=0.7,
    rate=2e-4,
    heads=5e-4,
    moves=2e-3,
    drop=0.1,
    classed=0,
    keep=0.995,
)
# Each round goes on from the one before, with another order of articles.
ROUNDS = (PLAN, replace(PLAN, steps=500, seed=8), replace(PLAN, steps=450, seed=9))

Lesson = tuple[NDArray[np.float32], NDArray[np.float16]]


def smaller(network: Network, items: list[Article], plan: Plan) -> Network:
    """The trained network with only what matters most left in it."""
    some = items[:WEIGHED]
    drawn = batches(some, plan.seed * 1000, plan.limit, plan.size)[:WEIGHING]
    return pruned(network, weights_of_parts(network, some, drawn, plan.seed), LEFT)


def learn(teacher: Network, items: list[Article], limit: int, folder: Path) -> Lessons:
    """What the teacher sees of all articles; each is written to the folder, and read from it when there."""
    folder.mkdir(parents=True, exist_ok=True)
    teacher.eval()
    for module in teacher.encoder.modules():
        if isinstance(module, nn.Linear):
            module.to(torch.bfloat16)  # as it is read in products anyhow: not again for each window
    found = []
    for number, article in enumerate(items):
        place = folder / f"{number}.npz"
        if not place.exists():
            scores, states = see(teacher, article.variants[0][0], limit)
            fresh = place.with_suffix(".new")
            with fresh.open("wb") as stream:
                np.savez(stream, scores=scores, states=states)
            fresh.rename(place)
        with np.load(place, allow_pickle=False) as kept:
            found.append((kept["scores"], kept["states"]))
    return Lessons(found, teacher.linker, teacher.move().detach(), SHARE)


def see(teacher: Network, words: Words, limit: int) -> Lesson:
    """Scores of tags and states of all words of a text."""
    parts = []
    with torch.no_grad():
        for first, last in windows(words, limit):
            fed, heads = feed(words, first, last, CLS)
            size = fed.shape[1]
            mode = Mode([size], True, 0.0, False)
            hidden = teacher.encoder(torch.from_numpy(fed), torch.arange(size), mode)[torch.from_numpy(heads)]
            parts.append((teacher.tag(hidden).numpy(), hidden.numpy().astype(np.float16)))
    return np.concatenate([one for one, _ in parts]), np.concatenate([other for _, other in parts])
