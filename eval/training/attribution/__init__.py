"""The English tagger's training: `python -m eval.training.attribution` (see docs/models/tagger-en.md)."""
