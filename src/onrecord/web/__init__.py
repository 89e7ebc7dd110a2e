"""The web pages of a case: read-only, without scripts, served to this machine."""
