"""The text of an OpenDocument file (ISO/IEC 26300): one line a paragraph, notes at the end."""

from collections.abc import Iterable

from lxml import etree

from onrecord.readers.xmlstream import drop, local_name

CONTENT, STYLES, MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
STARTING = ("note", "annotation", "tracked-changes", "header", "footer", "deletion")
NOT_SHOWN = frozenset(
    ("annotation", "tracked-changes", "deletion", "note", "note-citation", "bookmark-start")
)
PARAGRAPHS = ("p", "h")
MAX_SPACES = 100


def is_encrypted(manifest: bytes) -> bool:
    """Whether a manifest says that parts are locked by a password."""
    return b"encryption-data" in manifest


def read_odt_part(elements: Iterable[tuple[str, etree._Element]]) -> dict[str, list[str]]:
    """Lines of one part by where they stand: "body", "note", "header", "footer"."""
    lines: dict[str, list[str]] = {"body": [], "note": [], "header": [], "footer": []}
    inside: dict[str, int] = dict.fromkeys(STARTING, 0)
    for event, element in elements:
        name = local_name(element)
        if name in inside:
            inside[name] += 1 if event == "start" else -1
        if event == "start" or name not in PARAGRAPHS:
            continue
        if not (inside["annotation"] or inside["tracked-changes"] or inside["deletion"]):
            place = next((place for place in ("note", "header", "footer") if inside[place]), "body")
            lines[place] += _text(element).split("\n")
        drop(element)
    return lines


def _text(paragraph: etree._Element) -> str:
    parts: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(paragraph, events=("start", "end")):
        name = local_name(element)
        if event == "start":
            hidden += name in NOT_SHOWN
            if not hidden:
                parts += [_character(element, name), element.text or ""]
        else:
            hidden -= name in NOT_SHOWN
            if not hidden and element is not paragraph:
                parts.append(element.tail or "")
    return "".join(parts)


def _character(element: etree._Element, name: str) -> str:
    if name == "s":
        count = next((str(value) for key, value in element.items() if str(key).endswith("}c")), "1")
        return (
            " " * min(int(count), MAX_SPACES)
            if count.isascii() and count.isdigit() and len(count) < 9
            else " "
        )
    return {"tab": "\t", "line-break": "\n"}.get(name, "")
