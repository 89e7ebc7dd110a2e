"""Polite fetching of pages into a WARC that the readers take (docs/fetch.md)."""
