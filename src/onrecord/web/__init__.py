"""The web pages of a case."""
