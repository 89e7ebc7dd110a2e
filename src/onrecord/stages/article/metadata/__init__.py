"""What is said about an article besides its text: every candidate with its reason, none thrown away."""

from onrecord.stages.article.metadata.find import About, find_metadata

__all__ = ["About", "find_metadata"]
