"""The trained network as the files the package runs: tagger.onnx, linker.npz.

Weights of 7 bits by output, so that processors with and without VNNI give the same whole numbers (see
`model.WEIGHT_TOP`); inputs of each product are rounded to 8 bits as they come. Word vectors: 8 bits by row.
The graph takes one unpadded window: `fed` (4, pieces) and `heads` (words, the first piece of each); it gives
`scores` (words, tags) and `states` (words, width).
"""

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from eval.training.attribution.model import HEAD, WEIGHT_TOP, WIDTH, Layer, Network

MICROSOFT = "com.microsoft"

Array = NDArray[np.generic]


class Graph:
    """Nodes and constants of a graph in the making."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: Array) -> str:
        """Add a constant; its name."""
        self.constants.append(numpy_helper.from_array(np.asarray(value, order="C"), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, domain: str = "", **given: object) -> str:
        """Add a node of one output; the output's name."""
        self.nodes.append(
            helper.make_node(
                kind, inputs, [output], name=output, domain=domain, doc_string=None, overload=None, **given
            )
        )
        return output

    def linear(self, x: str, name: str, module: nn.Linear, output: str) -> str:
        """A product of rounded inputs and 7-bit weights."""
        weight = plain(module.weight).T  # in, out
        scale = (np.maximum(np.abs(weight).max(0), 1e-8) / WEIGHT_TOP).astype(np.float32)
        rounded = np.clip(np.rint(weight / scale), -WEIGHT_TOP, WEIGHT_TOP).astype(np.int8)
        inputs = [
            x,
            self.constant(f"{name}.q", rounded),
            self.constant(f"{name}.s", scale),
            self.constant(f"{name}.z", np.zeros(len(scale), np.int8)),
            self.constant(f"{name}.b", plain(module.bias)),
        ]
        return self.node("DynamicQuantizeMatMul", inputs, output, MICROSOFT)

    def norm(self, x: str, skip: str, name: str, module: nn.LayerNorm, output: str) -> str:
        """A sum and its norm: two nodes, since the kernel of SkipLayerNormalization is six times slower."""
        scale = self.constant(f"{name}.g", plain(module.weight))
        bias = self.constant(f"{name}.b", plain(module.bias))
        self.node("Add", [x, skip], f"{output}.sum")
        return self.node("LayerNormalization", [f"{output}.sum", scale, bias], output, axis=-1, epsilon=1e-12)

    def layer(self, x: str, layer: Layer, name: str, heads: str | None) -> str:
        """One layer; with `heads`, its output is only for those pieces."""
        fused = self.linear(x, f"{name}.qkv", layer.qkv, f"{name}.qkv.o")
        self.constant(f"{name}.split", np.array([layer.heads * HEAD] * 3, np.int64))
        parts = [f"{name}.{part}" for part in ("query", "key", "value")]
        split = helper.make_node("Split", [fused, f"{name}.split"], parts, name=f"{name}.parts", axis=2)
        self.nodes.append(split)
        if heads:
            parts[0] = self.node("Gather", [parts[0], heads], f"{name}.query.h", axis=1)
            x = self.node("Gather", [x, heads], f"{name}.x.h", axis=1)
        mixed = self.node("MultiHeadAttention", parts, f"{name}.mix", MICROSOFT, num_heads=layer.heads)
        out = self.linear(mixed, f"{name}.out", layer.out, f"{name}.out.o")
        y = self.norm(x, out, f"{name}.n1", layer.norm1, f"{name}.y")
        up = self.linear(y, f"{name}.up", layer.up, f"{name}.up.o")
        act = self.node("Gelu", [up], f"{name}.act", MICROSOFT)
        down = self.linear(act, f"{name}.down", layer.down, f"{name}.down.o")
        return self.norm(y, down, f"{name}.n2", layer.norm2, f"{name}.x")


def plain(tensor: Tensor) -> NDArray[np.float32]:
    """A tensor's numbers."""
    found: NDArray[np.float32] = tensor.detach().numpy()
    return found


def build(network: Network) -> onnx.ModelProto:
    """The graph of a network."""
    g = Graph()
    encoder = network.encoder
    for number, name in enumerate(("ids", "case", "quote", "place")):
        g.node("Gather", ["fed", g.constant(f"n{number}", np.array(number, np.int64))], name, axis=0)
    table = plain(encoder.words.weight)
    scale = (np.maximum(np.abs(table).max(1, keepdims=True), 1e-6) / 127).astype(np.float32)
    g.node("Gather", [g.constant("words.q", np.rint(table / scale).astype(np.int8)), "ids"], "e.q", axis=0)
    g.node("Gather", [g.constant("words.s", scale), "ids"], "e.s", axis=0)
    g.node("Cast", ["e.q"], "e.f", to=TensorProto.FLOAT)
    g.node("Mul", ["e.f", "e.s"], "e.words")
    for name in ("case", "quote", "place"):
        g.node(
            "Gather",
            [g.constant(f"{name}.t", plain(getattr(encoder, name).weight)), name],
            f"e.{name}",
            axis=0,
        )
    g.constant("zero", np.array([0], np.int64))
    g.node("Shape", ["ids"], "length")
    positions = g.constant("positions", plain(encoder.positions.weight))
    g.node("Slice", [positions, "zero", "length", "zero"], "e.pos")
    g.node("Add", ["e.case", "e.quote"], "e.1")
    g.node("Add", ["e.place", "e.pos"], "e.2")
    g.node("Add", ["e.1", "e.2"], "e.3")
    g.node("Unsqueeze", ["e.3", "zero"], "e.4")
    g.node("Unsqueeze", ["e.words", "zero"], "e.5")
    x = g.norm("e.4", "e.5", "norm", encoder.norm, "x0")
    last = len(encoder.layers) - 1
    for number, layer in enumerate(encoder.layers):
        if isinstance(layer, Layer):
            x = g.layer(x, layer, f"l{number}", "heads" if number == last else None)
    g.node("Squeeze", [x, "zero"], "states")
    g.node("MatMul", ["states", g.constant("tag.w", plain(network.tag.weight).T)], "tag.m")
    g.node("Add", ["tag.m", g.constant("tag.b", plain(network.tag.bias))], "scores")
    graph = helper.make_graph(
        g.nodes,
        "tagger",
        [
            helper.make_tensor_value_info("fed", TensorProto.INT64, [4, "pieces"]),
            helper.make_tensor_value_info("heads", TensorProto.INT64, ["words"]),
        ],
        [
            helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["words", None]),
            helper.make_tensor_value_info("states", TensorProto.FLOAT, ["words", WIDTH]),
        ],
        g.constants,
    )
    sets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(graph, opset_imports=sets, ir_version=9, producer_name="onrecord")


def small_arrays(network: Network) -> dict[str, NDArray[np.float16] | NDArray[np.float32]]:
    """Weights of the linker (half floats) and the CRF's table `move`; the pointers serve training only."""
    found: dict[str, NDArray[np.float16] | NDArray[np.float32]] = {}
    for name, value in network.linker.state_dict().items():
        found[name] = plain(value).astype(np.float16)
    found["move"] = plain(network.move())
    return found


def export(network: Network, folder: Path) -> None:
    """Write tagger.onnx and linker.npz."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tagger.onnx").write_bytes(build(network).SerializeToString(deterministic=True))
    arrays = small_arrays(network)
    with (folder / "linker.npz").open("wb") as stream:
        np.savez(stream, **arrays)  # type: ignore[arg-type]
