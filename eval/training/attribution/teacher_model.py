"""The teacher's encoder in torch: MPNet (Song et al. 2020), 12 layers of width 768, fed as our own is.

It reads the pieces of the BERT vocabulary, which stand four places further on in its own, and our three marks
of words (case, quotation, place). The lowest layers stay as they came: the marks join above them.
"""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from eval.training.attribution.model import CASES, PLACES, QUOTES, Mode, linear

WIDTH, HEADS, INNER, LAYERS = 768, 12, 3072, 12
PIECES, POSITIONS = 30527, 514
BUCKETS, FARTHEST = 32, 128
SHIFT, FIRST_POSITION = 4, 2
BEFORE, AFTER, MASK = 0, 2, 30526  # its own pieces for CLS, SEP and MASK
SPECIAL = {101: BEFORE, 102: AFTER, 103: MASK}
EPSILON = 1e-5


def buckets(length: int) -> Tensor:
    """(length, length) numbers of the relative places of two pieces, as T5 and MPNet count them."""
    places = torch.arange(length)
    ahead = places[:, None] - places[None]
    half, exact = BUCKETS // 2, BUCKETS // 4
    far = ahead.abs()
    logs = torch.log(far.clamp(min=1).float() / exact) / math.log(FARTHEST / exact)
    wide = (exact + (logs * (half - exact)).long()).clamp(max=half - 1)
    return torch.where(ahead < 0, half, 0) + torch.where(far < exact, far, wide)


class TeacherLayer(nn.Module):
    """One layer."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=EPSILON)

    def forward(self, x: Tensor, near: list[Tensor], mode: Mode) -> Tensor:
        """(pieces, width) to the same; `near` is the bias of each window's pairs."""
        parts = linear(self.qkv, x, mode).split(mode.sizes)
        mixed = torch.cat([_attend(part, bias) for part, bias in zip(parts, near, strict=True)])
        mixed = linear(self.out, mixed, mode)
        x = self.norm1(x + functional.dropout(mixed, mode.drop, self.training))
        down = linear(self.down, functional.gelu(linear(self.up, x, mode)), mode)
        found: Tensor = self.norm2(x + functional.dropout(down, mode.drop, self.training))
        return found


def _attend(qkv: Tensor, bias: Tensor) -> Tensor:
    q, k, v = qkv.view(1, -1, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
    mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias)
    return mixed.permute(0, 2, 1, 3).reshape(-1, WIDTH)


class TeacherEncoder(nn.Module):
    """Pieces and marks of windows to states. The lowest `frozen` layers are not trained."""

    def __init__(self, frozen: int) -> None:
        super().__init__()
        self.frozen = frozen
        self.words = nn.Embedding(PIECES, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.near = nn.Embedding(BUCKETS, HEADS)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.case = nn.Embedding(CASES, WIDTH)
        self.quote = nn.Embedding(QUOTES, WIDTH)
        self.place = nn.Embedding(PLACES, WIDTH)
        self.layers = nn.ModuleList([TeacherLayer() for _ in range(LAYERS)])
        for extra in (self.case, self.quote, self.place):
            nn.init.normal_(extra.weight, std=0.01)
        still = (self.words, self.positions, self.near, self.norm, *self.layers[:frozen])
        for module in still:
            module.requires_grad_(False)

    def forward(self, fed: Tensor, position: Tensor, mode: Mode) -> Tensor:
        """`fed` is (4, pieces) as for our own encoder; windows one after the other."""
        pieces = fed[0] + SHIFT
        for ours, own in SPECIAL.items():
            pieces = torch.where(fed[0] == ours, own, pieces)
        with torch.no_grad():
            table = self.near(buckets(max(mode.sizes))).permute(2, 0, 1)[None]
            near = [table[:, :, :size, :size].contiguous() for size in mode.sizes]
            x = self.norm(self.words(pieces) + self.positions(position + FIRST_POSITION))
            for layer in self.layers[: self.frozen]:
                x = layer(x, near, Mode(mode.sizes, mode.half, 0.0, False))
        x = x + self.case(fed[1]) + self.quote(fed[2]) + self.place(fed[3])
        x = functional.dropout(x, mode.drop, self.training)
        for layer in self.layers[self.frozen :]:
            x = layer(x, near, mode)
        return x

    def load_base(self, given: dict[str, Tensor]) -> None:
        """Start from the weights of all-mpnet-base-v2."""
        own = self.state_dict()
        own["words.weight"] = given["embeddings.word_embeddings.weight"]
        own["positions.weight"] = given["embeddings.position_embeddings.weight"]
        own["near.weight"] = given["encoder.relative_attention_bias.weight"]
        own["norm.weight"] = given["embeddings.LayerNorm.weight"]
        own["norm.bias"] = given["embeddings.LayerNorm.bias"]
        names = {
            "out": "attention.attn.o",
            "norm1": "attention.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for number in range(LAYERS):
            base = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                parts = [given[f"{base}attention.attn.{part}.{kind}"] for part in "qkv"]
                own[f"layers.{number}.qkv.{kind}"] = torch.cat(parts)
                for name, theirs in names.items():
                    own[f"layers.{number}.{name}.{kind}"] = given[f"{base}{theirs}.{kind}"]
        self.load_state_dict(own)
