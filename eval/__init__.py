"""Scoring per question, floors, benchmarks. `python -m eval --help`; docs/eval.md."""
