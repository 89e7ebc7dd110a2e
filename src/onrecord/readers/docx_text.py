"""The text of a DOCX part (ISO/IEC 29500, WordprocessingML): one line a paragraph, in the file's order."""

from collections.abc import Iterable, Iterator

from lxml import etree

from onrecord.readers.xmlstream import drop, local_name

DOCUMENT = "word/document.xml"
HEADER, FOOTER = "word/header", "word/footer"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
STARTING = ("Fallback",)
NOT_SHOWN = frozenset(("moveFrom", "del", "instrText", "delText", "pPr", "rPr", "Fallback"))
CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


def part_order(names: Iterable[str]) -> list[str]:
    """The parts that hold text, as they are read: page headers, the document, its notes, page footers."""
    known = set(names)
    headers = sorted(name for name in known if name.startswith(HEADER) and name.endswith(".xml"))
    footers = sorted(name for name in known if name.startswith(FOOTER) and name.endswith(".xml"))
    notes = [name for name in NOTES if name in known and not name.startswith(FOOTER)]
    footers = [name for name in footers if name not in NOTES]
    return [*headers, DOCUMENT, *notes, *footers]


def read_docx_part(elements: Iterable[tuple[str, etree._Element]]) -> Iterator[str]:
    """Lines of one part. What a change deleted or moved away is not there; a text box comes once."""
    fallback = 0
    for event, element in elements:
        name = local_name(element)
        if name == "Fallback":
            fallback += 1 if event == "start" else -1
        if event == "start":
            continue
        if name == "p":
            if not fallback:
                yield from _text(element).split("\n")
            drop(element)


def _text(paragraph: etree._Element) -> str:
    parts: list[str] = []
    pending = [paragraph]
    while pending:
        element = pending.pop()
        name = local_name(element)
        if name in NOT_SHOWN:
            continue
        if name == "t":
            parts.append(element.text or "")
        parts.append(CHARACTERS.get(name, ""))
        pending.extend(reversed(element))
    return "".join(parts)
