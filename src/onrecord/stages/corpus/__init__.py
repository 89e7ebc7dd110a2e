"""Corpus stages: what needs the whole pile, written against keyed grouping (`onrecord.engine`)."""
