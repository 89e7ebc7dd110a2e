"""Article stages: what one page at a time shows."""
