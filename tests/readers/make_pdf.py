"""Small PDFs from lines at given places: just enough of ISO 32000 for a reader to have work."""

from collections.abc import Mapping, Sequence

Text = tuple[float, float, float, str]
"""Left, baseline (points from the lower left), font size, words (Latin-1)."""


def make_pdf(
    pages: Sequence[Sequence[Text]], info: Mapping[str, str] | None = None, trailer: str = ""
) -> bytes:
    """A PDF in Courier, whose letters are all 0.6 font sizes wide, with one text object a line."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        drawn = "\n".join(
            f"BT /F1 {size} Tf {x} {y} Td ({_escaped(words)}) Tj ET" for x, y, size, words in page
        )
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream")
    said = " ".join(f"/{key} ({_escaped(value)})" for key, value in (info or {}).items())
    objects.append(f"<< {said} >>")
    return _file(objects, trailer)


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(objects: Sequence[str], trailer: str) -> bytes:
    raw = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(raw))
        raw += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(raw)
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    raw += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {trailer} >>"
    return raw + f"{end}\nstartxref\n{start}\n%%EOF\n".encode()


def column(lines: Sequence[str], left: float = 72, top: float = 700, size: float = 10) -> list[Text]:
    """Lines one under the other, 1.2 font sizes apart; an empty one leaves a gap."""
    return [(left, top - 1.2 * size * number, size, words) for number, words in enumerate(lines) if words]
