"""Scoring per question, floors, benchmarks. `python -m eval --help`; docs/eval.md."""

import sys
from pathlib import Path

# The German weights of this checkout are scored without installing them; an installed package comes first.
sys.path.append(str(Path(__file__).resolve().parents[1] / "extras" / "german" / "src"))
