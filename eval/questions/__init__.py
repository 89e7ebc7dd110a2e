"""One module a question. Each has `run(gold, split) -> list[Table | Skipped]`."""
