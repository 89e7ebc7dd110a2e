"""Licences and claims of right as pages word them, in English, German, Russian and Ukrainian."""

import re

# Creative Commons by its codes or its address; the code is what identifies the licence.
CREATIVE_COMMONS = re.compile(
    r"\bcc(?:[- ](?P<code>by(?:-(?:nc|nd|sa)){0,2}|0)\b(?:[- ](?P<version>[1-4]\.0))?)"
    r"|creativecommons\.org/(?:licenses|publicdomain)/(?P<path>[a-z-]{2,12})(?:/(?P<number>[1-4]\.0))?",
    re.IGNORECASE,
)
WORDED = re.compile(
    r"creative commons|\bpublic domain\b|gemeinfrei|общественн\w+ достояни\w+|суспільн\w+ надбанн\w+"
    r"|open government licen[cs]e",
    re.IGNORECASE,
)
RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright|\ball rights reserved\b|\balle rechte vorbehalten\b|(?:всі|усі) права захищені"
    r"|все права защищены|\brepublish(?:ed|ing)?\b.{0,60}\b(?:permission|licen[cs]e)\b"
    r"|при (?:копировании|использовании|перепечатке) .{0,40}(?:ссылка|активная)"
    r"|(?:передрук|використання) .{0,60}посилання)",
    re.IGNORECASE,
)


def licence_in(text: str) -> str | None:
    """What `text` says about rights: "CC BY-SA 4.0" in its usual spelling, or its own words; else None."""
    found = CREATIVE_COMMONS.search(text)
    if found is not None:
        code = (found["code"] or found["path"]).upper()
        number = found["version"] or found["number"]
        if code == "MARK":
            return "public domain"
        return ("CC0" if code in ("ZERO", "0") else f"CC {code}") + (f" {number}" if number else "")
    worded = WORDED.search(text) or RIGHTS.search(text)
    return " ".join(text.split()) if worded is not None else None
