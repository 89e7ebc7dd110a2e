"""Words by which an article credits where it comes from, in English, German, Ukrainian and Russian."""

# Beginnings of a closing or opening credit; a name follows.
REPORTING = (
    "additional reporting by", "reporting by", "writing by", "written by", "editing by", "edited by",
    "compiled by", "bericht von", "bearbeitet von",
)  # fmt: skip
MATERIAL = (
    "with reporting from", "with reporting by", "with inputs from", "with input from", "with files from",
    "with material from", "with information from", "with agency inputs", "with", "mit material von der",
    "mit material von", "mit material der", "unter verwendung von material der", "за матеріалами",
    "за інформацією", "по материалам", "по информации", "с использованием материалов",
)  # fmt: skip
SOURCE = (
    "source", "sources", "via", "quelle", "quellen", "джерело", "джерела", "источник", "источники",
    "first published by", "originally published by", "originally published on", "republished from",
)  # fmt: skip
UPDATED = ("updated", "published", "posted", "last updated", "stand", "aktualisiert", "оновлено", "обновлено")
BYLINE = ("by", "von", "автор", "author", "text")
