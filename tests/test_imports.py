"""Imports point down only, siblings do not import each other, and src never imports eval."""

import ast
from pathlib import Path

from onrecord.pipeline.fingerprint import ARTICLE, CORPUS

SRC = Path(__file__).parents[1] / "src" / "onrecord"

# Each layer may import the layers named here (and itself, unless it is in SIBLINGS).
BASE = {"data", "ids", "errors", "config"}
ALLOWED: dict[str, set[str]] = {
    "data": set(),
    "ids": set(),
    "errors": set(),
    "config": {"errors"},
    "text": set(),
    "lang": {"text"},
    "engine": set(),
    "pile": {"data"},
    "memo": {"text"},
    "sweeps": {"memo", "text"},
    "shelves": {"memo", "pile"},
    "linked": {"data", "pile", "shelves"},
    "readers": BASE | {"text", "lang"},
    "fetch": BASE | {"text"},
    "models": {"errors", "config"},
    "stages.article": BASE | {"text", "lang"},
    "stages.corpus": BASE
    | {"text", "lang", "engine", "models", "pile", "memo", "sweeps", "shelves", "linked"},
    "pipeline": BASE
    | {"text", "engine", "pile", "memo", "readers", "models", "stages.article", "stages.corpus", "stages"},
    "stores": BASE,
    "judgements": BASE | {"stores"},
    "runners": BASE | {"engine", "pile", "memo", "readers", "pipeline", "stores", "models", "text"},
    "query": BASE | {"text", "lang", "stores"},
    "export": BASE | {"query", "stores"},
    "case": BASE | {"query", "runners", "stores", "judgements", "export", "readers", "pipeline"},
    "demo": BASE,
    "web": BASE | {"query", "judgements", "case"},
    "commands": BASE
    | {"query", "runners", "stores", "judgements", "export", "case", "web", "demo", "pipeline", "fetch"},
    "cli": BASE | {"commands"},
    "stages": set(),
    "": {"case", "config", "data", "errors", "query"},
    "__main__": {"cli"},
}


def layer_of(module: str) -> str:
    """The layer of a dotted module name below onrecord."""
    parts = module.split(".")
    if parts[0] == "stages" and len(parts) > 1:
        return ".".join(parts[:2])
    return parts[0]


def imports_of(path: Path) -> list[str]:
    """Dotted names below onrecord that a file imports."""
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.append(node.module)
            names += (
                [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "onrecord" else []
            )
    assert not any(name == "eval" or name.startswith("eval.") for name in names), path
    return [name.removeprefix("onrecord").lstrip(".") for name in names if name.split(".")[0] == "onrecord"]


def test_imports_point_down_only() -> None:
    wrong = []
    for path in sorted(SRC.rglob("*.py")):
        module = ".".join(path.relative_to(SRC).with_suffix("").parts).removesuffix("__init__").rstrip(".")
        layer = layer_of(module)
        for name in imports_of(path):
            target = layer_of(name)
            if target not in ("", "__version__", layer) and target not in ALLOWED[layer]:
                wrong.append(f"{path.relative_to(SRC)} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_stages_do_not_import_their_siblings() -> None:
    wrong = []
    for path in sorted((SRC / "stages").rglob("*.py")):
        own = path.relative_to(SRC).with_suffix("").parts[:3]
        for name in imports_of(path):
            parts = tuple(name.split("."))[:3]
            if parts[0] == "stages" and len(parts) == 3 and parts != own:
                wrong.append(f"{path.relative_to(SRC)} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_whatever_a_stage_may_import_counts_in_the_fingerprint() -> None:
    """A memo made by other code must never be read: `errors` alone says nothing of what is found."""
    for layer, parts in (("stages.article", ARTICLE), ("stages.corpus", CORPUS)):
        counted = {part.split("/")[0].removesuffix(".py") for part in parts}
        assert ALLOWED[layer] - {"errors"} <= counted, layer
