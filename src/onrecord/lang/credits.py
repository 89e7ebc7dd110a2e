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
    "using material from", "based on material from", "based on reporting by", "based on reporting from",
    "with agencies including", "mit agenturmaterial von", "nach angaben von", "із використанням матеріалів",
    "з використанням матеріалів", "при участии", "за участі",
)  # fmt: skip
SOURCE = (
    "source", "sources", "via", "quelle", "quellen", "джерело", "джерела", "источник", "источники",
    "first published by", "originally published by", "originally published on", "republished from",
    "first published on", "first published in", "originally published in", "h/t", "hat tip", "hat tip to",
    "courtesy of", "provided by", "distributed by", "zuerst erschienen bei", "zuerst erschienen in",
    "erstmals veröffentlicht von", "оригинал", "оригінал", "передрук", "впервые опубликовано",
    "вперше опубліковано",
)  # fmt: skip
UPDATED = ("updated", "published", "posted", "last updated", "stand", "aktualisiert", "оновлено", "обновлено")
BYLINE = ("by", "von", "автор", "author", "text")

# Sentences about the making of the text, in a short closing or opening line; the name is beside them.
PEOPLE = "writers?|reporters?|correspondents?|staff|journalists?|editors?|photographers?|producers?"
CONTRIBUTED = (
    r"\bcontributed\b(?: reporting\b|\s(?:to|from|in)\b)",
    r"\breport(?:ed|ing) from\b",
    r"\b(?:hat|haben) zu diesem (?:bericht|text|artikel) beigetragen\b",
    r"\bтакже участвовал\w*\b.{0,40}\b(?:подготовке|работе)\b",
    r"\bдолучив\w*\b.{0,40}\b(?:підготовки|роботи)\b",
)
# "this Norwire article": whose text it is, in a note of the outlet about it.
THIS_TEXT = r"\bthis\s(?:original\s)?{name}\s(?:article|story|report|dispatch|text|piece)\b"
# "This article was first published by Norwire", "The post ... appeared first on Norwire".
PUBLISHED_BY = (
    r"\b(?:article|story|report|post|text|piece|version|interview|analysis)\b.{0,160}?"
    r"\b(?:was |is |has been )?(?:first |originally |previously )?"
    r"(?:published|appeared|posted|republished|reprinted|syndicated)"
    r"(?: first| originally)?(?: with permission| under licen[cs]e)? (?:by|on|in|at|from|with) (?:the )?",
    r"\b(?:artikel|beitrag|text|bericht|interview)\b.{0,160}?\b(?:erschien|erschienen|veröffentlicht)\b.{0,40}?"
    r"\b(?:bei|auf|in|im|von)(?: der| dem)? ",
    r"\b(?:erschien|erschienen|veröffentlicht)\b.{0,40}?\b(?:bei|auf|in|im|von)(?: der| dem)? ",
    r"\b(?:статья|материал|текст|публикация)\b.{0,160}?"
    r"\b(?:опубликован\w*|вышл?[аи]?)\b.{0,40}?\b(?:на|в|у) ",
    r"\b(?:стаття|матеріал|текст|публікація)\b.{0,160}?"
    r"\b(?:опублікован\w*|вийшл?[аои]?)\b.{0,40}?\b(?:на|в|у) ",
)
COPYRIGHT = r"(?:©|\(c\)|\bcopyright)\s{0,2}(?:\(c\)\s)?(?:\d{4}(?:[-–]\d{2,4})?,?\s)?(?:by\s|the\s)?"
