"""Named extractors of main text from HTML, each with the settings that its authors give for articles.

rs-trafilatura and magic-html are not among them: the first comes as source for a Rust tool chain and
crates that this project's machines cannot fetch, the second is on no registry they reach.
"""

import warnings
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec

import justext
import trafilatura
from lxml import etree, html
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding

Extractor = Callable[[bytes], str]


def standard(raw: bytes) -> str:
    """trafilatura as it comes, without comments."""
    return trafilatura.extract(raw, include_comments=False) or ""


def fast(raw: bytes) -> str:
    """trafilatura without its fallbacks."""
    return trafilatura.extract(raw, include_comments=False, fast=True) or ""


def resiliparse(raw: bytes) -> str:
    """Its main content, as plain text."""
    text = bytes_to_str(raw, detect_encoding(raw) or "utf-8")
    return str(extract_plain_text(text, main_content=True, list_bullets=False, alt_texts=False, links=False))


def readability(raw: bytes) -> str:
    """The text of its summary; "" where it fails."""
    from readability import Document  # noqa: PLC0415 - of the extra "eval"

    try:
        return "".join(str(part) for part in html.fromstring(Document(raw).summary()).itertext())
    except (etree.LxmlError, ValueError, TypeError, AttributeError):
        return ""


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(justext.get_stoplist("German") | justext.get_stoplist("English"))


def just_text(raw: bytes) -> str:
    """With German and English stop words: most pages of the set are German."""
    try:
        paragraphs = justext.justext(raw, _stop_words())
    except (ValueError, justext.core.JustextError):
        return ""
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


def newspaper4k(raw: bytes) -> str:
    """Its article text, told that pages are German."""
    import newspaper  # noqa: PLC0415 - of the extra "eval"

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        article = newspaper.Article("http://page.example/", fetch_images=False, language="de")
        try:
            article.download(input_html=raw.decode("utf-8", "replace"))
            article.parse()
        except (ValueError, TypeError, AttributeError, newspaper.ArticleException):
            return ""
        return str(article.text or "")


_ALL: dict[str, tuple[str, Extractor]] = {
    "trafilatura 2.3 standard": ("trafilatura", standard),
    "trafilatura 2.3 fast": ("trafilatura", fast),
    "resiliparse 2.0": ("resiliparse", resiliparse),
    "readability-lxml 0.9": ("readability", readability),
    "justext 3.0": ("justext", just_text),
    "newspaper4k 0.9": ("newspaper", newspaper4k),
}
EXTRACTORS: dict[str, Extractor] = {
    name: run for name, (module, run) in _ALL.items() if find_spec(module) is not None
}
"""Those that are installed: `pip install '.[test]'` and then `pip install '.[eval]'` for all."""
