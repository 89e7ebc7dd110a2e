"""Train the German tagger on german_wikinews train. Run the same command again to go on after a stop.

    python -m eval.training.attribution_german.train BASE GOLD OUT --steps 1600

BASE is what base.py wrote, GOLD holds train.jsonl and dev.jsonl. One thread; everything is a function of
the seed and the step, but for dropout, whose state is saved. The moving average of the weights is the result.
"""

import argparse
import random
import signal
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from eval.training.attribution_german.dev import DevScore, score_dev
from eval.training.attribution_german.labels import VOICES, Gold, Record, gold_of, read_records
from eval.training.attribution_german.model import GermanTagger, Pass, crf_loss, pool
from onrecord.models.tagger.german_links import (
    CUE_OF_ADDRESSEE,
    CUE_OF_CONTENT,
    HEAD_OF_CUE,
    SOURCE_OF_CONTENT,
    SOURCE_OF_CUE,
    forbidden,
    nearness,
)
from onrecord.models.tagger.german_spans import CUE, SIZES_OF_ROWS, SOURCE
from onrecord.models.tagger.german_words import split_german
from onrecord.models.tagger.words import TITLE, UNKNOWN, Words, feed, windows

LIMIT = 384  # pieces of a window


@dataclass(frozen=True)
class Plan:
    """What may be set."""

    steps: int
    cool: float  # share of the steps in which the rate falls
    warm: int = 120
    rate: float = 3e-4
    decay: float = 0.9
    drop: float = 0.1
    mask: float = 0.06
    lose: float = 0.08  # share of options that are taken away: the tagger will miss some
    size: int = 2048  # pieces of a step
    seed: int = 7
    layers: int = 6
    every: int = 200


Article = list[tuple[Words, Gold]]  # as it stands, and with other quotation marks
Cut = tuple[int, int, int, int]  # article, variant, first word, one past the last


def load_articles(records: Iterable[Record], tokenizer: Tokenizer) -> list[Article]:
    """Words and gold of each article, twice."""
    found = []
    for record in records:
        variants = []
        for text in (record["text"], restyle(record["text"])):
            words = split_german(text, tokenizer)
            if words.starts:
                variants.append((words, gold_of(record, words)))
        if variants:
            found.append(variants)
    return found


def restyle(text: str) -> str:
    """The same text with another style of double quotation marks, character for character."""
    if "„" in text:
        return text.translate(str.maketrans("„“”", '"""' if len(text) % 2 else "»««"))
    out = []
    inside = False
    for char in text:
        if char == "\n":
            inside = False
        if char == '"':
            inside = not inside
            out.append("„" if inside else "“")
        else:
            out.append(char)
    return "".join(out)


def batches(articles: list[Article], plan: Plan, epoch: int) -> list[list[Cut]]:
    """The batches of an epoch, the same for the same seed and epoch."""
    chance = random.Random(plan.seed * 1000 + epoch)  # noqa: S311 - training, not secrets
    cuts: list[tuple[Cut, int]] = []
    for number, variants in enumerate(articles):
        variant = int(chance.random() < 0.25)
        words = variants[variant][0]
        for first, last in windows(words, LIMIT, chance.randint(LIMIT // 4, LIMIT)):
            cuts.append(((number, variant, first, last), sum(len(p) for p in words.pieces[first:last])))
    chance.shuffle(cuts)
    found: list[list[Cut]] = []
    now: list[Cut] = []
    used = 0
    for cut, pieces in cuts:
        now.append(cut)
        used += pieces
        if used >= plan.size:
            found.append(now)
            now, used = [], 0
    return found


def losses(
    model: GermanTagger, articles: list[Article], batch: list[Cut], plan: Plan, chance: np.random.Generator
) -> tuple[Tensor, Tensor]:
    """Loss of tags and of choices, by word."""
    rows, heads, sizes, runs = [], [], [], []
    labels: list[list[np.ndarray[tuple[int], np.dtype[np.int64]]]] = [[] for _ in SIZES_OF_ROWS]
    pieces = count = 0
    for number, variant, first, last in batch:
        words, gold = articles[number][variant]
        fed, starts = feed(words, first, last)
        hide = (chance.random(fed.shape[1]) < plan.mask) & (fed[1] >= TITLE)
        fed[0] = np.where(hide, UNKNOWN, fed[0])
        rows.append(fed)
        heads.append(starts + pieces)
        for row, own in enumerate(gold.labels):
            cut = own[first:last].copy()
            mend(cut)
            labels[row].append(cut)
        for low, high in words.paragraphs:
            one, other = max(low, first), min(high, last)
            if one < other:
                runs.append((count + one - first, count + other - first))
        sizes.append(fed.shape[1])
        pieces += fed.shape[1]
        count += last - first
    hidden = model.encoder(torch.from_numpy(np.concatenate(rows, 1)), Pass(sizes, True, plan.drop))
    states = hidden[torch.from_numpy(np.concatenate(heads))]
    scores = model.tag(states).split(list(SIZES_OF_ROWS), 1)
    tagging = torch.zeros(())
    for row, move in enumerate(model.moves()):
        tagging = tagging + crf_loss(scores[row], move, torch.from_numpy(np.concatenate(labels[row])), runs)
    narrow = model.narrow(states)
    linking = torch.zeros(())
    offset = 0
    for number, variant, first, last in batch:
        words, gold = articles[number][variant]
        linking = linking + link_loss(
            model, narrow[offset : offset + last - first], (words, gold), (first, last), plan, chance
        )
        offset += last - first
    return tagging / count, linking / count


def mend(labels: np.ndarray[tuple[int], np.dtype[np.int64]]) -> None:
    """A span that a window cuts begins or ends there."""
    if labels[0] and (labels[0] - 1) % 4 in (1, 2):
        labels[0] += -1 if (labels[0] - 1) % 4 == 1 else 1
    if labels[-1] and (labels[-1] - 1) % 4 in (0, 1):
        labels[-1] += 3 if (labels[-1] - 1) % 4 == 0 else 1


def link_loss(
    model: GermanTagger,
    states: Tensor,
    article: tuple[Words, Gold],
    window: tuple[int, int],
    plan: Plan,
    chance: np.random.Generator,
) -> Tensor:
    """Cross entropy of every choice whose chooser and option stand in the window.

    Some options are taken away, and what would choose them must choose none: the tagger misses some, too.
    """
    words, gold = article
    first, last = window
    paragraph = np.repeat(np.arange(len(words.paragraphs)), [b - a for a, b in words.paragraphs])
    whole = [s for s in gold.of(VOICES) if first <= s.first and s.last < last]
    inside = set(whole)
    by_role = {role: [s for s in whole if s.role == role] for role in (SOURCE, CUE)}
    first_cues = {c for c, head in gold.choices.get(HEAD_OF_CUE, ()) if head is None}
    options_of = {
        SOURCE_OF_CUE: by_role[SOURCE],
        CUE_OF_CONTENT: [c for c in by_role[CUE] if c in first_cues],
        SOURCE_OF_CONTENT: by_role[SOURCE],
        HEAD_OF_CUE: by_role[CUE],
        CUE_OF_ADDRESSEE: [c for c in by_role[CUE] if c in first_cues],
    }
    total = torch.zeros(())
    for question, all_options in options_of.items():
        made = [
            (s, o)
            for s, o in gold.choices.get(question, ())
            if first <= s.first and s.last < last and (o is None or o in inside)
        ]
        if not made:
            continue
        options = [option for option in all_options if chance.random() >= plan.lose]
        choosers = [s for s, _ in made]
        place = {option: number for number, option in enumerate(options)}
        near = [] if not options else [torch.from_numpy(b) for b in nearness(choosers, options, paragraph)]
        table = model.chooser(
            question, pool(states, choosers, first), pool(states, options, first), near, plan.drop
        )
        want = torch.tensor([len(options) if o is None else place.get(o, len(options)) for _, o in made])
        if options:
            bar = torch.from_numpy(forbidden(question, choosers, options, paragraph))
            bar = torch.cat([bar, torch.zeros(len(bar), 1, dtype=torch.bool)], 1)
            want = torch.where(bar[torch.arange(len(want)), want], len(options), want)
            table = table.masked_fill(bar, -1e4)
        total = total + functional.cross_entropy(table, want, reduction="sum")
    return total


def groups(model: GermanTagger, plan: Plan) -> list[dict[str, object]]:
    """Each weight with its rate: lower layers move less."""
    found: list[dict[str, object]] = []
    for name, value in model.named_parameters():
        if not value.requires_grad:
            continue
        if name.startswith("transition"):
            rate = 5e-3
        elif name.startswith("encoder.layers."):
            rate = plan.rate * plan.decay ** (plan.layers - 1 - int(name.split(".")[2]))
        elif name.startswith(("encoder.positions", "encoder.norm")):
            rate = plan.rate * plan.decay**plan.layers
        else:
            rate = 1e-3
        flat = value.ndim < 2 or "norm" in name
        found.append({"params": [value], "lr": rate, "peak": rate, "weight_decay": 0.0 if flat else 0.01})
    return found


class Run:
    """A training run in a folder: model, moving average, optimiser, log."""

    def __init__(self, base: Path, gold: Path, out: Path, plan: Plan) -> None:
        out.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(plan.seed)
        self.plan, self.out = plan, out
        tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
        self.articles = load_articles(read_records(gold / "train.jsonl"), tokenizer)
        self.dev = [(r, split_german(r["text"], tokenizer)) for r in read_records(gold / "dev.jsonl")]
        pieces = tokenizer.get_vocab_size()
        self.model, self.mean = GermanTagger(plan.layers, pieces), GermanTagger(plan.layers, pieces)
        self.model.encoder.load(base / "base.npz")
        self.mean.load_state_dict(self.model.state_dict())
        self.optimiser = torch.optim.AdamW(groups(self.model, plan), betas=(0.9, 0.98), fused=True)
        self.step = 0
        self.kept = out / "state.pt"
        if self.kept.exists():
            state = torch.load(self.kept, weights_only=True)
            self.model.load_state_dict(state["model"])
            self.mean.load_state_dict(state["mean"])
            self.optimiser.load_state_dict(state["optimiser"])
            torch.set_rng_state(state["rng"])
            self.step = state["step"]
        pairs = zip(self.mean.parameters(), self.model.parameters(), strict=True)
        self.live = [(a, b) for a, b in pairs if b.requires_grad]
        self.log = (out / "log.txt").open("a", buffering=1, encoding="utf-8")
        self.stopped = False

    def save(self) -> None:
        """Write all that is needed to go on."""
        fresh = self.kept.with_suffix(".new")
        state = {"model": self.model.state_dict(), "mean": self.mean.state_dict(), "step": self.step}
        torch.save({**state, "optimiser": self.optimiser.state_dict(), "rng": torch.get_rng_state()}, fresh)
        fresh.rename(self.kept)

    def one(self, batch: list[Cut]) -> tuple[float, float]:
        """One step."""
        plan = self.plan
        self.model.train()
        scale = min(1.0, (self.step + 1) / plan.warm, (plan.steps - self.step) / (plan.cool * plan.steps))
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * scale
        chance = np.random.default_rng(plan.seed * 100003 + self.step)
        tagging, linking = losses(self.model, self.articles, batch, plan, chance)
        (10 * (tagging + linking)).backward()
        torch.nn.utils.clip_grad_norm_([b for _, b in self.live], 10.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        keep = min(0.997, (self.step + 1) / (self.step + 10))
        with torch.no_grad():
            torch._foreach_lerp_([a for a, _ in self.live], [b for _, b in self.live], 1 - keep)
        self.step += 1
        return float(tagging.detach()), float(linking.detach())

    def go(self) -> None:
        """Train to the end, or until TERM."""
        plan = self.plan
        epoch = passed = 0
        cuts = batches(self.articles, plan, 0)
        print(
            f"{len(self.articles)} articles, {len(cuts)} steps an epoch, from step {self.step}; {plan}",
            file=self.log,
        )
        saved = began = time.time()
        sums = np.zeros(3)
        while self.step < plan.steps and not self.stopped:
            while self.step >= passed + len(cuts):
                passed, epoch = passed + len(cuts), epoch + 1
                cuts = batches(self.articles, plan, epoch)
            sums += (*self.one(cuts[self.step - passed]), 1)
            if self.step % 20 == 0:
                told = (
                    f"{time.strftime('%H:%M:%S')} step {self.step} epoch {epoch} tag {sums[0] / sums[2]:.4f}"
                )
                spent = (time.time() - began) / sums[2]
                print(f"{told} link {sums[1] / sums[2]:.4f} s/step {spent:.2f}", file=self.log)
                sums[:] = 0
                began = time.time()
            if time.time() - saved > 240 or self.step == plan.steps or self.stopped:
                self.save()
                saved = time.time()
            if self.step % plan.every == 0 or self.step == plan.steps:
                print("dev", self.step, self.evaluate().line(), file=self.log)
                torch.save(self.mean.state_dict(), self.out / f"mean-{self.step}.pt")
                began = time.time()
        if self.stopped:
            self.save()

    def evaluate(self) -> DevScore:
        """Dev scores of the moving average."""
        self.mean.eval()
        return score_dev(self.mean, self.dev, LIMIT)


def main() -> None:
    """Read the command line and train."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("base", type=Path)
    ask.add_argument("gold", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("--steps", type=int, default=1600)
    ask.add_argument("--cool", type=float, default=0.5)
    ask.add_argument("--layers", type=int, default=6)
    ask.add_argument("--seed", type=int, default=7)
    ask.add_argument("--drop", type=float, default=0.1)
    ask.add_argument("--rate", type=float, default=3e-4)
    given = ask.parse_args()
    torch.set_num_threads(1)
    plan = Plan(
        given.steps, given.cool, rate=given.rate, drop=given.drop, seed=given.seed, layers=given.layers
    )
    run = Run(given.base, given.gold, given.out, plan)

    def stop(number: int, frame: object) -> None:
        run.stopped = True

    signal.signal(signal.SIGTERM, stop)
    run.go()


if __name__ == "__main__":
    main()
