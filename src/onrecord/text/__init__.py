"""Pure string functions, no onrecord types: folding, quotes, shingles, alignment, time."""
