"""The training run: fixed seeds, fixed schedule, resumable (run it again and it goes on where it stopped)."""

import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import numpy as np
import torch

from eval.training.attribution.data import Article, Window, batches
from eval.training.attribution.losses import Hide, How, Lessons, loss_of
from eval.training.attribution.model import Network
from onrecord.models.tagger.words import CLS, SEP

GREATEST = 1.0  # of a weight, once CLS is gone


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that is chosen of a run. Shares are of `steps`."""

    steps: int = 1400
    warm: int = 150  # steps of rising rate
    cool: float = 0.5  # share of steps, at the end, of falling rate
    rounded: float = 0.35  # share of steps, at the end, with weights and inputs rounded as in the export
    rate: float = 3e-4  # of the top layer
    decay: float = 0.9  # of the rate, for each layer further down
    heads: float = 1e-3
    moves: float = 5e-3
    drop: float = 0.12
    hide: Hide = field(default_factory=lambda: Hide(capital=0.08, other=0.03))
    limit: int = 192  # pieces of a window
    size: int = 2048  # pieces of a batch
    layers: int = 5
    classed: int | None = 539  # steps with the encoder's own first piece; then SEP, see `drop_class`
    keep: float = 0.997  # of the moving average of weights
    seed: int = 7
    save_every: int = 100
    weights_every: int = 600


def groups(network: Network, plan: Plan) -> list[dict[str, object]]:
    """Parameters with their rates; flat ones are not decayed."""
    found: list[dict[str, object]] = []
    for name, value in network.named_parameters():
        if not value.requires_grad:
            continue
        rate = plan.heads
        if name == "transition":
            rate = plan.moves
        elif name.startswith("encoder.layers."):
            rate = plan.rate * plan.decay ** (plan.layers - 1 - int(name.split(".")[2]))
        elif name.startswith(("encoder.positions", "encoder.norm")):
            rate = plan.rate * plan.decay**plan.layers
        flat = value.ndim < 2 or "norm" in name
        found.append({"params": [value], "lr": rate, "peak": rate, "weight_decay": 0.0 if flat else 0.01})
    return found


class Run:
    """A network in training, its moving average and optimiser, kept in a folder."""

    def __init__(
        self, folder: Path, make: Callable[[], Network], plan: Plan, lessons: Lessons | None = None
    ) -> None:
        self.folder, self.plan, self.step, self.lessons = folder, plan, 0, lessons
        folder.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(plan.seed)
        self.network, self.mean = make(), make()
        self.mean.load_state_dict(self.network.state_dict())
        self.optimiser = torch.optim.AdamW(groups(self.network, plan), betas=(0.9, 0.98), fused=True)
        named = zip(self.mean.parameters(), self.network.parameters(), strict=True)
        self.pairs = [(mean, own) for mean, own in named if own.requires_grad]
        self.stopped = False
        if self.kept.exists():
            self._load()

    @property
    def kept(self) -> Path:
        """Where the run is kept between starts."""
        return self.folder / "state.pt"

    def _load(self) -> None:
        state = torch.load(self.kept, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.mean.load_state_dict(state["mean"])
        self.optimiser.load_state_dict(state["optimiser"])
        torch.set_rng_state(state["rng"])
        self.step = int(state["step"])

    def save(self) -> None:
        """Write the state beside the old one, then put it in its place."""
        fresh = self.kept.with_suffix(".new")
        state = {
            "network": self.network.state_dict(),
            "mean": self.mean.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "rng": torch.get_rng_state(),
        }
        torch.save(state, fresh)
        fresh.rename(self.kept)

    def drop_class(self) -> None:
        """From here on no text begins with CLS, whose states have outliers (28 where others have 1 to 10).

        They and the few great weights that make them (up to 8) spoil the rounding of all the rest.
        """
        with torch.no_grad():
            for network in (self.network, self.mean):
                for layer in network.encoder.layers:
                    layer.get_parameter("down.weight").clamp_(-GREATEST, GREATEST)

    def advance(self, items: list[Article], batch: list[Window]) -> tuple[float, float, float]:
        """One step; the losses of tags, links and ends."""
        plan = self.plan
        self.network.train()
        left = (plan.steps - self.step) / (plan.cool * plan.steps)
        scale = min(1.0, (self.step + 1) / plan.warm, left)
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * scale
        rounded = self.step >= (1 - plan.rounded) * plan.steps
        chance = np.random.default_rng(plan.seed * 100_003 + self.step)
        if self.step == plan.classed:
            self.drop_class()
        lead = CLS if plan.classed is None or self.step < plan.classed else SEP
        how = How(True, plan.drop, rounded, lead, plan.hide, self.lessons)
        losses = loss_of(self.network, items, batch, how, chance)
        total = 10 * (losses[0] + losses[1] + losses[2])
        total.backward()
        torch.nn.utils.clip_grad_norm_([own for _, own in self.pairs], 10.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        keep = min(plan.keep, (self.step + 1) / (self.step + 10))
        with torch.no_grad():
            means, owns = [mean for mean, _ in self.pairs], [own for _, own in self.pairs]
            torch._foreach_lerp_(means, owns, 1 - keep)
        self.step += 1
        return losses[0].item(), losses[1].item(), losses[2].item()


def train(run: Run, items: list[Article]) -> bool:
    """Go on to the end of the plan, or until a TERM; whether the end was reached."""
    plan = run.plan

    def stop(number: int, frame: FrameType | None) -> None:
        run.stopped = True

    signal.signal(signal.SIGTERM, stop)
    epoch, passed = 0, 0
    today = batches(items, plan.seed * 1000, plan.limit, plan.size)
    with (run.folder / "log.txt").open("a", encoding="utf-8", buffering=1) as log:
        print(len(items), "articles,", len(today), "steps an epoch; from step", run.step, file=log)
        sums, began = np.zeros(4), time.monotonic()
        while run.step < plan.steps and not run.stopped:
            while run.step >= passed + len(today):
                passed, epoch = passed + len(today), epoch + 1
                today = batches(items, plan.seed * 1000 + epoch, plan.limit, plan.size)
            sums += (*run.advance(items, today[run.step - passed]), 1)
            if run.step % 20 == 0:
                each = (time.monotonic() - began) / sums[3]
                told = " ".join(
                    f"{name} {value / sums[3]:.4f}"
                    for name, value in zip(("tag", "link", "end"), sums[:3], strict=True)
                )
                print(f"step {run.step} epoch {epoch} {told} seconds {each:.2f}", file=log)
                sums[:], began = 0, time.monotonic()
            if run.stopped or run.step % plan.save_every == 0 or run.step == plan.steps:
                run.save()
            if run.step % plan.weights_every == 0 or run.step == plan.steps:
                torch.save(run.mean.state_dict(), run.folder / f"mean-{run.step}.pt")
    return run.step >= plan.steps


def fix_seeds(seed: int) -> None:
    """One thread and fixed seeds: equal runs on equal machines."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    random.seed(seed)
