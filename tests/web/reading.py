"""Reading pages as a browser would: parsed, with what could run or lead out of them."""

from collections.abc import Iterator

from lxml import html
from starlette.testclient import TestClient

STARTS = (
    "/",
    "/?page=99",
    "/actors",
    "/actors?name=kellan",
    "/attributions",
    "/attributions?q=wait&status=on+record",
    "/trace",
    "/trace?q=We+are+prepared+to+wait",
    "/problems",
    "/about",
    "/judgements",
    "/judgements?page=9",
)


def parse(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


def addresses(tree: html.HtmlElement) -> list[str]:
    return [str(found) for name in ("href", "src", "action") for found in tree.xpath(f"//@{name}")]


def crawl(client: TestClient) -> Iterator[tuple[str, str]]:
    """Every HTML page that can be reached, with its text; each must answer."""
    waiting, seen = list(STARTS), set(STARTS)
    while waiting:
        address = waiting.pop(0)
        response = client.get(address)
        assert response.status_code == 200, (address, response.status_code)
        if not response.headers["content-type"].startswith("text/html"):
            continue
        yield address, response.text
        for found in addresses(parse(response.text)):
            plain = found.partition("#")[0]
            if plain.startswith("/") and plain not in seen:
                seen.add(plain)
                waiting.append(plain)
