"""The network in torch: an encoder (BERT shape), a CRF over words, a linker over spans, pointers to ends.

Sources: MiniLM (Wang et al. 2020); linear-chain CRF (Lafferty et al. 2001); bilinear pairs (Dozat and
Manning 2017). Lower layers run in bfloat16 where asked; attention and norms in float32.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from eval.training.attribution.data import TAGS

WIDTH, HEADS, INNER = 384, 12, 1536
HEAD = WIDTH // HEADS
PIECES, POSITIONS = 30522, 512
CASES, QUOTES, PLACES = 5, 4, 3
LINK = 192
DISTANCES, BETWEEN, PARAGRAPHS = 24, 9, 7
FORBIDDEN = -1e4
WEIGHT_TOP = 63  # 7 bits: 2 x 255 x 63 fits the 16 bits that processors without VNNI add in


def allowed() -> Tensor:
    """(TAGS + 1, TAGS + 1) of 0 or FORBIDDEN: which tag may follow which; the last row, column: the ends."""
    table = torch.full((TAGS + 1, TAGS + 1), FORBIDDEN)
    for one in range(TAGS + 1):
        for other in range(TAGS + 1):
            going = one not in (0, TAGS) and (one - 1) % 4 in (0, 1)
            ends = other in (0, TAGS)
            if going:
                fine = not ends and (other - 1) // 4 == (one - 1) // 4 and (other - 1) % 4 in (1, 2)
            else:
                fine = ends or (other - 1) % 4 in (0, 3)
            if fine:
                table[one, other] = 0.0
    return table


class Mode:
    """How the encoder runs: sizes of the windows in a row, bfloat16, dropout, rounding as in the export."""

    def __init__(self, sizes: list[int], half: bool, drop: float, rounded: bool) -> None:
        self.sizes, self.half, self.drop, self.rounded = sizes, half, drop, rounded
        self.repeats = torch.tensor(sizes)

    def round_input(self, x: Tensor) -> Tensor:
        """Inputs in 256 steps between the least and the greatest of each window (0 included)."""
        with torch.no_grad():
            parts = x.detach().split(self.sizes)
            low = torch.stack([part.amin() for part in parts]).clamp(max=0.0)
            high = torch.stack([part.amax() for part in parts]).clamp(min=0.0)
            step = ((high - low) / 255).clamp(min=1e-8)
            zero = torch.round(-low / step)
            step = step.repeat_interleave(self.repeats)[:, None]
            zero = zero.repeat_interleave(self.repeats)[:, None]
            rounded = (torch.round(x / step + zero).clamp_(0, 255) - zero) * step
        return x + (rounded - x).detach()


def round_weight(weight: Tensor) -> Tensor:
    """A weight (out, in) in 127 steps for each output, gradients straight through."""
    with torch.no_grad():
        step = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / WEIGHT_TOP
        rounded = torch.round(weight / step) * step
    return weight + (rounded - weight).detach()


def linear(module: nn.Linear, x: Tensor, mode: Mode) -> Tensor:
    """A linear layer as the mode asks."""
    weight = module.weight
    if mode.rounded:
        x, weight = mode.round_input(x), round_weight(weight)
    if not mode.half:
        return functional.linear(x, weight, module.bias)
    cast = torch.bfloat16
    return functional.linear(x.to(cast), weight.to(cast), module.bias.to(cast)).float()


def attend(qkv: Tensor, heads: int) -> Tensor:
    """Self-attention within one window: (pieces, 3 x heads x HEAD) to (pieces, heads x HEAD)."""
    q, k, v = qkv.view(1, -1, 3, heads, HEAD).permute(2, 0, 3, 1, 4).unbind(0)
    mixed = functional.scaled_dot_product_attention(q, k, v)
    return mixed.permute(0, 2, 1, 3).reshape(-1, heads * HEAD)


class Layer(nn.Module):
    """One layer of the encoder, with as many heads and inner numbers as are left in it."""

    def __init__(self, heads: int = HEADS, inner: int = INNER) -> None:
        super().__init__()
        self.heads, self.inner = heads, inner
        self.qkv = nn.Linear(WIDTH, 3 * heads * HEAD)
        self.out = nn.Linear(heads * HEAD, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, inner)
        self.down = nn.Linear(inner, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mode: Mode) -> Tensor:
        """(pieces, width) to the same."""
        parts = linear(self.qkv, x, mode).split(mode.sizes)
        mixed = linear(self.out, torch.cat([attend(part, self.heads) for part in parts]), mode)
        x = self.norm1(x + functional.dropout(mixed, mode.drop, self.training))
        inner = functional.gelu(linear(self.up, x, mode))
        down = linear(self.down, inner, mode)
        found: Tensor = self.norm2(x + functional.dropout(down, mode.drop, self.training))
        return found


class Encoder(nn.Module):
    """Pieces with their marks to states."""

    def __init__(self, layers: list[Layer]) -> None:
        super().__init__()
        self.words = nn.Embedding(PIECES, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.case = nn.Embedding(CASES, WIDTH)
        self.quote = nn.Embedding(QUOTES, WIDTH)
        self.place = nn.Embedding(PLACES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(layers)
        for extra in (self.case, self.quote, self.place):
            nn.init.normal_(extra.weight, std=0.005)

    def forward(self, fed: Tensor, position: Tensor, mode: Mode) -> Tensor:
        """`fed` is (4, pieces): piece, case, quotation, place; windows one after the other."""
        x = self.words(fed[0]) + self.positions(position)
        x = x + self.case(fed[1]) + self.quote(fed[2]) + self.place(fed[3])
        x = functional.dropout(self.norm(x), mode.drop, self.training)
        for layer in self.layers:
            x = layer(x, mode)
        return x

    def load_base(self, given: dict[str, Tensor]) -> None:
        """Start from the weights of a BERT-shaped sentence encoder; layers above ours are left out."""
        own = self.state_dict()
        prefix = "embeddings."
        own["words.weight"] = given[f"{prefix}word_embeddings.weight"]
        types = given[f"{prefix}token_type_embeddings.weight"]
        own["positions.weight"] = given[f"{prefix}position_embeddings.weight"] + types[0]
        own["norm.weight"] = given[f"{prefix}LayerNorm.weight"]
        own["norm.bias"] = given[f"{prefix}LayerNorm.bias"]
        names = {
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for number in range(len(self.layers)):
            base = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                parts = [given[f"{base}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                own[f"layers.{number}.qkv.{kind}"] = torch.cat(parts)
                for name, theirs in names.items():
                    own[f"layers.{number}.{name}.{kind}"] = given[f"{base}{theirs}.{kind}"]
        self.load_state_dict(own)


class Linker(nn.Module):
    """Scores of pairs (span, cue): for role 0 source, for role 1 content."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.span = nn.ModuleList([nn.Linear(3 * width, LINK) for _ in range(2)])
        self.cue = nn.ModuleList([nn.Linear(3 * width, LINK) for _ in range(2)])
        self.pair = nn.ParameterList([nn.Parameter(torch.eye(LINK) / math.sqrt(LINK)) for _ in range(2)])
        self.none = nn.ModuleList([nn.Linear(LINK, 1) for _ in range(2)])
        self.distance = nn.ModuleList([nn.Embedding(DISTANCES, 1) for _ in range(2)])
        self.between = nn.ModuleList([nn.Embedding(BETWEEN, 1) for _ in range(2)])
        self.apart = nn.ModuleList([nn.Embedding(PARAGRAPHS, 1) for _ in range(2)])
        for table in (*self.distance, *self.between, *self.apart):
            nn.init.zeros_(table.weight)

    def forward(
        self, role: int, spans: Tensor, cues: Tensor, near: Tensor, drop: float
    ) -> tuple[Tensor, Tensor]:
        """(spans, cues) scores, and the score of `none`: per cue for sources, per span for contents."""
        s = functional.dropout(functional.gelu(self.span[role](spans)), drop, self.training)
        c = functional.dropout(functional.gelu(self.cue[role](cues)), drop, self.training)
        score = s @ self.pair[role] @ c.T
        tables = (self.distance[role](near[0]), self.between[role](near[1]), self.apart[role](near[2]))
        score = score + (tables[0] + tables[1] + tables[2]).squeeze(-1)
        none = self.none[role](c if role == 0 else s).squeeze(-1)
        return score, none


class Pointer(nn.Module):
    """Where a content ends given its first word and its cue (0), and starts given its last word (1)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.word = nn.ModuleList([nn.Linear(width, LINK) for _ in range(2)])
        self.cue = nn.ModuleList([nn.Linear(3 * width, LINK) for _ in range(2)])
        self.key = nn.ModuleList([nn.Linear(width, LINK) for _ in range(2)])
        self.length = nn.ModuleList([nn.Embedding(DISTANCES, 1) for _ in range(2)])
        for table in self.length:
            nn.init.zeros_(table.weight)

    def forward(
        self, side: int, anchors: Tensor, cues: Tensor, states: Tensor, length: Tensor, drop: float
    ) -> Tensor:
        """(spans, words) scores of each word as the other end; `length` holds buckets (spans, words)."""
        asked = functional.gelu(self.word[side](anchors) + self.cue[side](cues))
        asked = functional.dropout(asked, drop, self.training)
        score = asked @ self.key[side](states).T / math.sqrt(LINK)
        found: Tensor = score + self.length[side](length).squeeze(-1)
        return found


def pool(hidden: Tensor, spans: list[tuple[int, int]]) -> Tensor:
    """First word, last word and mean of each span (last inclusive)."""
    rows = [torch.cat([hidden[one], hidden[other], hidden[one : other + 1].mean(0)]) for one, other in spans]
    return torch.stack(rows)


class Network(nn.Module):
    """Everything that is trained: an encoder, which gives states of `width` numbers, and what reads them."""

    def __init__(self, encoder: nn.Module, width: int, ends: bool = True) -> None:
        """`ends`: whether contents learn, beside the rest, to point from one end to the other."""
        super().__init__()
        self.encoder = encoder
        self.tag = nn.Linear(width, TAGS)
        self.transition = nn.Parameter(torch.zeros(TAGS + 1, TAGS + 1))
        self.register_buffer("allowed", allowed(), persistent=False)
        self.linker = Linker(width)
        self.pointer = Pointer(width) if ends else None

    def move(self) -> Tensor:
        """Scores of one tag after another."""
        allowed_: Tensor = self.get_buffer("allowed")
        return self.transition + allowed_


def student(base: dict[str, Tensor], layers: int) -> Network:
    """Our own network before training, its encoder as it came; words' vectors stay so."""
    encoder = Encoder([Layer() for _ in range(layers)])
    encoder.load_base(base)
    encoder.words.weight.requires_grad_(False)
    return Network(encoder, WIDTH)


def log_total(emissions: Tensor, move: Tensor, runs: list[tuple[int, int]]) -> Tensor:
    """Sum over runs (first, past last) of the log of the sum over all paths: what a CRF divides by."""
    runs = sorted(runs, key=lambda run: run[0] - run[1])
    sizes = [last - first for first, last in runs]
    firsts = torch.tensor([first for first, _ in runs])
    ends = torch.tensor([last - 1 for _, last in runs])
    index = torch.minimum(firsts[:, None] + torch.arange(sizes[0]), ends[:, None])
    e = emissions[index]  # (runs, time, tags)
    inner = move[:TAGS, :TAGS]
    alpha = move[TAGS, :TAGS] + e[:, 0]
    done = []
    active = len(runs)
    for time in range(1, sizes[0]):
        now = active
        while sizes[now - 1] <= time:
            now -= 1
        if now < active:
            done.append(alpha[now:])
            alpha, active = alpha[:now], now
        alpha = torch.logsumexp(alpha[:, :, None] + inner, 1) + e[:active, time]
    done.append(alpha)
    return torch.logsumexp(torch.cat(done) + move[:TAGS, TAGS], 1).sum()


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """What tags a CRF should give: shares of each tag by word, and how often each move is made."""

    tags: Tensor
    moves: Tensor

    def score(self, emissions: Tensor, move: Tensor) -> Tensor:
        """The mean score of what is wanted."""
        return (self.tags * emissions).sum() + (self.moves * move).sum()


def wanted_gold(tags: Tensor, runs: list[tuple[int, int]]) -> Wanted:
    """One path for each run."""
    moves = torch.zeros(TAGS + 1, TAGS + 1)
    for first, last in runs:
        path = torch.cat([tags.new_tensor([TAGS]), tags[first:last], tags.new_tensor([TAGS])])
        moves.index_put_((path[:-1], path[1:]), torch.ones(len(path) - 1), accumulate=True)
    return Wanted(functional.one_hot(tags, TAGS).float(), moves)


def wanted_told(emissions: Tensor, move: Tensor, runs: list[tuple[int, int]]) -> Wanted:
    """All paths of another CRF, each by its probability: the gradients of its log total."""
    with torch.enable_grad():
        e, m = emissions.detach().requires_grad_(), move.detach().requires_grad_()
        tags, moves = torch.autograd.grad(log_total(e, m, runs), (e, m))
    return Wanted(tags, moves)
