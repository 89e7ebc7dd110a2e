"""A smaller network out of a trained one: the heads and inner numbers that matter least are left out.

What matters is told by the first-order change of the loss when a part is set to nothing (Michel et al. 2019,
Molchanov et al. 2019), over some batches of the training articles.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from eval.training.attribution.data import Article, Window
from eval.training.attribution.losses import Hide, How, loss_of
from eval.training.attribution.model import HEAD, WIDTH, Encoder, Layer, Network
from onrecord.models.tagger.words import SEP

AS_IT_IS = How(half=False, drop=0.0, rounded=False, lead=SEP, hide=Hide(0.0, 0.0))


@dataclass(frozen=True, slots=True)
class Left:
    """How many heads and inner numbers are left, over all layers; no layer loses all of either."""

    heads: int
    inner: int
    fewest_heads: int = 4
    fewest_inner: int = 512


def weights_of_parts(
    network: Network, items: list[Article], some: Sequence[list[Window]], seed: int
) -> tuple[list[Tensor], list[Tensor]]:
    """How much each head and each inner number of each layer matters (a tensor for each layer)."""
    heads = [torch.zeros(layer.heads) for layer in layers_of(network)]
    inner = [torch.zeros(layer.inner) for layer in layers_of(network)]
    network.eval()
    for number, batch in enumerate(some):
        chance = np.random.default_rng(seed + number)
        losses = loss_of(network, items, batch, AS_IT_IS, chance)
        network.zero_grad()
        (losses[0] + losses[1]).backward()
        for place, layer in enumerate(layers_of(network)):
            heads[place] += _moved(layer.out).view(layer.heads, HEAD).sum(1).abs()
            inner[place] += _moved(layer.down).abs()
    network.zero_grad()
    return heads, inner


def _moved(module: nn.Linear) -> Tensor:
    """Sum of weight x gradient by input: what setting that input to nothing would change of the loss."""
    gradient = module.weight.grad
    if gradient is None:
        raise ValueError("nothing has been told back to this layer")
    return (module.weight.detach() * gradient).sum(0)


def layers_of(network: Network) -> list[Layer]:
    """The layers of our own encoder."""
    encoder = network.encoder
    if not isinstance(encoder, Encoder):
        raise TypeError("only our own encoder can be made smaller")
    return [layer for layer in encoder.layers if isinstance(layer, Layer)]


def pruned(network: Network, parts: tuple[list[Tensor], list[Tensor]], left: Left) -> Network:
    """The network with only what matters most; layers keep different numbers."""
    heads = _chosen(parts[0], left.heads, left.fewest_heads)
    inner = _chosen(parts[1], left.inner, left.fewest_inner, of=64)
    return cut(network, heads, inner)


def _chosen(parts: list[Tensor], total: int, fewest: int, of: int = 1) -> list[Tensor]:
    """The places kept in each layer: the best of all, `fewest` in each at least, counts in steps of `of`."""
    ranks = [part.argsort(descending=True, stable=True) for part in parts]
    counts = [fewest] * len(parts)
    while sum(counts) + of <= total:
        gains = [
            float(part[rank[count : count + of]].sum()) if count < len(part) else -1.0
            for part, rank, count in zip(parts, ranks, counts, strict=True)
        ]
        counts[int(np.argmax(gains))] += of
    return [rank[:count].sort().values for rank, count in zip(ranks, counts, strict=True)]


def cut(network: Network, heads: list[Tensor], inner: list[Tensor]) -> Network:
    """A network of the given heads and inner numbers of another."""
    layers = [Layer(len(one), len(other)) for one, other in zip(heads, inner, strict=True)]
    small = Network(Encoder(layers), WIDTH, ends=False)
    state = {name: value for name, value in network.state_dict().items() if not name.startswith("pointer.")}
    for number, (one, other) in enumerate(zip(heads, inner, strict=True)):
        base = f"encoder.layers.{number}."
        columns = (one[:, None] * HEAD + torch.arange(HEAD)).flatten()
        width = state[f"{base}out.weight"].shape[1]
        rows = torch.cat([columns + part * width for part in range(3)])
        for kind in ("weight", "bias"):
            state[f"{base}qkv.{kind}"] = state[f"{base}qkv.{kind}"][rows]
            state[f"{base}up.{kind}"] = state[f"{base}up.{kind}"][other]
        state[f"{base}out.weight"] = state[f"{base}out.weight"][:, columns]
        state[f"{base}down.weight"] = state[f"{base}down.weight"][:, other]
    small.load_state_dict(state)
    small.encoder.get_submodule("words").requires_grad_(False)
    return small
