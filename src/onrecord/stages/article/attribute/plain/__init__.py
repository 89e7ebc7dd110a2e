"""Languages that no tagger of the package reads: cue tables and punctuation; German with its own tagger."""
