"""Exports of the demo case."""
