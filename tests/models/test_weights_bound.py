"""The weights as they are shipped: bounds that hold on every processor, and what all of them weigh."""

import lzma
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

GERMAN = Path(__file__).parents[2] / "extras/german/src/onrecord_german/weights"
PRODUCTS = "DynamicQuantizeMatMul"
ALL_BYTES = 40_000_000


def graphs() -> dict[str, bytes]:
    english = files("onrecord.models").joinpath("weights/tagger-en/tagger.onnx").read_bytes()
    return {"english": english, "german": lzma.decompress((GERMAN / "tagger.onnx.xz").read_bytes())}


@pytest.mark.parametrize("name", ["english", "german"])
def test_two_products_never_overflow_sixteen_bits(name: str) -> None:
    """Processors without VNNI add two products of 8-bit inputs in 16 bits (docs/models/tagger-en.md)."""
    graph = onnx.load_from_string(graphs()[name]).graph
    used = {node.input[1] for node in graph.node if node.op_type == PRODUCTS}
    weights = [numpy_helper.to_array(item) for item in graph.initializer if item.name in used]
    assert len(weights) == len(used) > 0
    assert max(2 * 255 * int(np.abs(item.astype(int)).max()) for item in weights) < 2**15


def test_all_weights_together_stay_small() -> None:
    inside = [path for path in Path(str(files("onrecord.models") / "weights")).rglob("*") if path.is_file()]
    beside = [path for path in GERMAN.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in [*inside, *beside]) < ALL_BYTES
