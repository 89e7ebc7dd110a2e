"""Benchmarks: ratios against a named peer in the same run. `python -m eval.bench --help`."""
