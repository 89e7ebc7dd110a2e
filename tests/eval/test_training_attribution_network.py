"""Training of the English tagger: what needs torch (losses, pruning, the teacher, the export)."""

import itertools
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra train")

from onnx import numpy_helper  # noqa: E402

from eval.training.attribution.data import SINGLE, TAGS  # noqa: E402
from eval.training.attribution.export import build  # noqa: E402
from eval.training.attribution.model import (  # noqa: E402
    WIDTH,
    Encoder,
    Layer,
    Mode,
    Network,
    log_total,
    wanted_gold,
    wanted_told,
)
from eval.training.attribution.prune import Left, cut, pruned  # noqa: E402
from eval.training.attribution.teacher_model import buckets  # noqa: E402

WORDS = 3


@pytest.fixture(autouse=True)
def seeds() -> Iterator[None]:
    torch.manual_seed(1)
    yield


def network_of(layers: int) -> Network:
    network = Network(Encoder([Layer() for _ in range(layers)]), WIDTH)
    network.eval()
    return network


def path_score(scores: Any, move: Any, path: tuple[int, ...]) -> float:
    total = move[TAGS, path[0]] + move[path[-1], TAGS] + scores[range(len(path)), list(path)].sum()
    return float(total + sum(move[one, other] for one, other in itertools.pairwise(path)))


def test_the_crf_counts_all_paths_and_tells_how_likely_each_is() -> None:
    network = network_of(1)
    scores, tags = torch.randn(WORDS, TAGS), torch.tensor([1 + 4 + SINGLE, 0, 1 + SINGLE])
    move = network.move().detach()
    paths = list(itertools.product(range(TAGS), repeat=WORDS))
    every = torch.tensor([path_score(scores, move, path) for path in paths])
    assert float(log_total(scores, move, [(0, WORDS)])) == pytest.approx(float(every.logsumexp(0)), abs=1e-3)
    gold = wanted_gold(tags, [(0, WORDS)])
    assert float(gold.score(scores, move)) == pytest.approx(
        path_score(scores, move, tuple(tags.tolist())), abs=1e-3
    )
    told, chances = wanted_told(scores, move, [(0, WORDS)]), every.softmax(0)
    wanted = torch.zeros(WORDS, TAGS)
    for path, chance in zip(paths, chances, strict=True):
        wanted[range(WORDS), list(path)] += chance
    assert torch.allclose(told.tags, wanted, atol=1e-3)
    assert float(told.moves.sum()) == pytest.approx(WORDS + 1, abs=1e-3)


def test_runs_are_read_apart() -> None:
    move, scores = network_of(1).move().detach(), torch.randn(7, TAGS)
    apart = log_total(scores[:2], move, [(0, 2)]) + log_total(scores[2:], move, [(0, 5)])
    assert float(log_total(scores, move, [(0, 2), (2, 7)])) == pytest.approx(float(apart), abs=1e-3)


def states(network: Network) -> Any:
    fed = torch.tensor([[102, 2054, 2003, 102], [0, 1, 1, 0], [0, 0, 0, 0], [0, 2, 0, 0]])
    with torch.no_grad():
        found = network.encoder(fed, torch.arange(4), Mode([4], False, 0.0, False))
    return found


def test_leaving_nothing_out_changes_nothing_and_useless_parts_are_left_out_first() -> None:
    network = network_of(2)
    heads, inner = [torch.arange(12)] * 2, [torch.arange(1536)] * 2
    assert torch.allclose(states(cut(network, heads, inner).eval()), states(network), atol=1e-5)
    with torch.no_grad():
        for layer in network.encoder.layers:
            layer.out.weight[:, 64:] = 0  # heads 2 to 11 say nothing
            layer.down.weight[:, 1024:] = 0
    matters = [torch.arange(12.0).flip(0)] * 2, [torch.arange(1536.0).flip(0)] * 2
    small = pruned(network, matters, Left(heads=20, inner=2 * 1024, fewest_inner=1024)).eval()
    assert [layer.heads for layer in small.encoder.layers] == [10, 10]
    assert [layer.inner for layer in small.encoder.layers] == [1024, 1024]
    assert torch.allclose(states(small), states(network), atol=1e-5)


def test_places_before_and_after_differ_and_far_ones_are_alike() -> None:
    table = buckets(300)
    assert int(table[5, 5]) == 0
    assert int(table[5, 9]) != int(table[9, 5])
    assert int(table[0, 200]) == int(table[0, 299])
    assert int(table.max()) < 32


def test_weights_of_the_export_never_overflow_16_bits() -> None:
    graph = build(network_of(2)).graph
    rounded = [numpy_helper.to_array(item) for item in graph.initializer if item.name.startswith("l")]
    rounded = [item for item in rounded if item.dtype == np.int8]
    assert len(rounded) == 2 * 2 * 4
    assert all(2 * 255 * int(np.abs(item.astype(int)).max()) < 2**15 for item in rounded)
