"""One process that attributes the texts it is given, to see what memory it takes.

`python -m eval.bench.attribution_memory stage|page` reads a JSON list of texts, prints JSON: peak resident
bytes, a digest of what was found, and whether spaCy was loaded. `stage`: the attribution stage alone.
`page`: all that a worker of a build does with a page.
"""

import hashlib
import json
import resource
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass

from onrecord.data import Article, Language, Reason, span_of

KILOBYTE = 1024


@dataclass(frozen=True, slots=True)
class Weighed:
    """Peak resident bytes of the process, a digest of what was found, whether spaCy was loaded."""

    peak: int
    digest: str
    spacy: bool


def digest(texts: list[str], attribute_text: Callable[[str], object]) -> str:
    """A digest of all that is found in the texts, in their order."""
    total = hashlib.sha256()
    for text in texts:
        total.update(repr(attribute_text(text)).encode("utf-8", "backslashreplace"))
    return total.hexdigest()


def stage() -> Callable[[str], object]:
    """From a text to what the stage finds in it, with all that it needs and nothing else loaded."""
    from onrecord.models.tagger import english_tagger  # noqa: PLC0415 - the other half must not load it
    from onrecord.stages.article.attribute import Readers, attribute  # noqa: PLC0415

    readers = Readers(english=english_tagger().read)
    english = Language("en", 1.0, Reason("the texts are English"))

    def run(text: str) -> object:
        article = Article("ar-bench", "pg-bench", 0, (span_of(text, 0, len(text)),), text, None, None)
        return attribute(article, english, (), (), readers)

    return run


def page() -> Callable[[str], object]:
    """From a text to all that a worker finds on a page of it."""
    from onrecord.config import Config, ReaderConfig  # noqa: PLC0415
    from onrecord.data import PageInput  # noqa: PLC0415
    from onrecord.pipeline.article import analyse_page  # noqa: PLC0415
    from onrecord.readers import read_page  # noqa: PLC0415

    def run(text: str) -> object:
        found = read_page(text.encode("utf-8", "replace"), "page", ReaderConfig())
        if not isinstance(found, PageInput):
            return found
        return [article.attributions for article in analyse_page(found, Config()).articles]

    return run


def main() -> int:
    """Attribute standard input's texts, tell the peak."""
    texts: list[str] = json.load(sys.stdin)
    found = digest(texts, page() if sys.argv[1:] == ["page"] else stage())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE
    print(json.dumps(asdict(Weighed(peak, found, "spacy" in sys.modules))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
