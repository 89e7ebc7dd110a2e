"""A trained tagger and linker of source, cue and content. See read.py and docs/models/tagger-en.md."""

from onrecord.models.tagger.read import Reading, Tagger, english_tagger

__all__ = ["Reading", "Tagger", "english_tagger"]
