"""The program that looks into one PDF, in a process of its own: PDFium is native code that hostile files
can crash or hold up, and then only this process ends.

Run as a script: `python pdf_child.py MAX_PAGES MAX_CHARACTERS MEMORY_BYTES`, the file on standard input.
Writes one JSON value a line: first what the document says of itself, then one list of words a page, each
word [text, left, bottom, right, top, font size, what follows it ("" nothing, " ", "-" a hyphen that ends a
line)], at last {"end": true}. Points are PDF's: 1/72 inch, the origin at the lower left.
Imports nothing of onrecord, so that it starts in a tenth of a second.
"""

import ctypes
import json
import sys
from contextlib import suppress
from typing import Any

import pypdfium2.raw as pdfium

SPACES = frozenset((0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2028, 0x2029, 0x3000))
HYPHENS = frozenset((0x02, 0xAD, 0xFFFE))
INFO = ("Title", "Author", "Subject", "CreationDate", "ModDate", "Producer", "Creator")
MAX_INFO = 4_000
MAX_WORD = 400
Word = list[str | float]


def main() -> int:
    """Read, write, end."""
    pages, characters, memory = (int(value) for value in sys.argv[1:4])
    limit_memory(memory)
    raw = sys.stdin.buffer.read()
    pdfium.FPDF_InitLibrary()
    held = ctypes.create_string_buffer(raw, len(raw))
    document = pdfium.FPDF_LoadMemDocument64(held, len(raw), None)
    if not document:
        say({"error": int(pdfium.FPDF_GetLastError())})
        return 0
    count = int(pdfium.FPDF_GetPageCount(document))
    say({"pages": count, "info": read_info(document)})
    if count > pages:
        return 0
    for number in range(count):
        words = read_words(document, number, characters)
        characters -= sum(len(str(word[0])) for word in words["words"])
        say(words)
        if characters <= 0:
            break
    say({"end": True})
    return 0


def limit_memory(size: int) -> None:
    """Where the system can: no more address space than `size` bytes."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def say(value: object) -> None:
    """One line to standard output."""
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def read_info(document: Any) -> dict[str, str]:
    """The entries of the document information dictionary that are text."""
    found = {}
    for key in INFO:
        size = int(pdfium.FPDF_GetMetaText(document, key.encode(), None, 0))
        if 2 < size <= MAX_INFO * 2:
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDF_GetMetaText(document, key.encode(), buffer, size)
            found[key] = buffer.raw[: size - 2].decode("utf-16-le", "replace")
    return found


def read_words(document: Any, number: int, most: int) -> dict[str, Any]:
    """The words of one page in the order in which they stand in the file, and the size of the page."""
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return {"width": 0, "height": 0, "words": [], "broken": True}
    text = pdfium.FPDFText_LoadPage(page)
    try:
        size = {"width": pdfium.FPDF_GetPageWidthF(page), "height": pdfium.FPDF_GetPageHeightF(page)}
        return {**size, "words": words_of(text, most) if text else [], "broken": not text}
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def words_of(text: Any, most: int) -> list[Word]:
    """Runs of characters between spaces, each with its box."""
    words: list[Word] = []
    run: list[str] = []
    first = 0
    for index in range(min(int(pdfium.FPDFText_CountChars(text)), most + 1)):
        code = int(pdfium.FPDFText_GetUnicode(text, index))
        ends = code in SPACES or code in HYPHENS or code == 0 or len(run) >= MAX_WORD
        if ends and run:
            words.append(boxed(text, "".join(run), first, index - 1))
            run = []
        if words and code in SPACES and not words[-1][6]:
            words[-1][6] = " "
        elif words and code in HYPHENS:
            words[-1][6] = "-"
        if code in SPACES or code in HYPHENS or code == 0:
            continue
        if not run:
            first = index
        run.append(chr(code) if code <= 0x10FFFF else "\ufffd")
    if run:
        words.append(boxed(text, "".join(run), first, first + len(run) - 1))
    return words


def boxed(text: Any, word: str, first: int, last: int) -> Word:
    """A word with the box of its first and last characters."""
    box = [ctypes.c_double() for _ in range(8)]
    pdfium.FPDFText_GetCharBox(text, first, box[0], box[1], box[2], box[3])
    pdfium.FPDFText_GetCharBox(text, last, box[4], box[5], box[6], box[7])
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, first, x, y)
    size = float(pdfium.FPDFText_GetFontSize(text, first))
    left, right = min(box[0].value, box[4].value), max(box[1].value, box[5].value)
    return [
        word,
        round(left, 1),
        round(y.value, 1),
        round(right, 1),
        round(box[3].value, 1),
        round(size, 1),
        "",
    ]


if __name__ == "__main__":
    sys.exit(main())
