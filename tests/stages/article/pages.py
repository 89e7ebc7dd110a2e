"""Made-up flat pages for the tests of extract, language, credits and sentences."""

from onrecord.config import ExtractConfig, ReaderConfig
from onrecord.data import Article, PageInput, span_of
from onrecord.models.language import identify_language
from onrecord.readers import read_page
from onrecord.stages.article.extract import Extraction, extract

BUSY = """World
Politics

Kellan ready to talk if Ostrava lifts blockade - Norwire

By Mira Tolland
Published: 12 March 2031, 14:05
 • 5321 views

(NORWIRE) Vestan President Ivo Kellan is ready to talk with Ostrava, his spokesman said on Tuesday.

"We are ready," Kellan said. "We have never refused."

Острава закрила кордон після переговорів12.03.31, 09:11

Ostrava has not replied.

What is on the table
The plan has three parts, the spokesman said.

(Reporting by Mira Tolland in Arden City; Editing by Jon Aske)

Tags: Vesta, Ostrava, talks
Similar stories
Ostrava closes its border
Leave a reply
I think this is all nonsense and he will never sign anything at all.
Your email address will not be published. Required fields are marked *
© 2031 The Arden Herald. All rights reserved.
"""

SEVERAL = """Vesta closes the northern crossing
The northern crossing was closed on Monday, the border service said. No reason was given for the closing.
Traders said that they had not been told of it.
Topics

Arden Herald
2 hours ago
- Arden Herald
Floods cut the coast road near Brask
The coast road near Brask was cut by floods on Sunday night, the province said. Nobody was hurt, and the road
 is to open again within two days. Drivers were told to take the inland road through Orm.


Arden Herald
an hour ago
- Arden Herald
Teachers in Orm end their strike
Teachers in Orm ended a strike of nine days on Sunday after the province agreed to raise pay by four percent.
 The union said that its members would vote on the deal within a week, and that it expected them to accept.
""".replace("\n is", " is").replace("\n The union", " The union")

BREADCRUMB = """Start » Abroad » Kellan is ready for a pause

Kellan is ready for a pause

The president of Vesta is ready for a pause, The Orm Courier wrote on Saturday, citing two officials.

The officials would not say when. Talks have been going on since the spring.

Jonas Pell

Leave a Comment
"""


def read(text: str | bytes, name: str = "page.txt") -> PageInput:
    """A page as a reader gives it."""
    found = read_page(text.encode() if isinstance(text, str) else text, name, ReaderConfig())
    assert isinstance(found, PageInput)
    return found


def cut(text: str | bytes) -> tuple[PageInput, Extraction]:
    """The page and what became of it."""
    page = read(text)
    return page, extract(page.page, page.sightings, identify_language, ExtractConfig())


def whole(text: str, title: str | None = None) -> Article:
    """An article of one line a paragraph; the first line is the title if it equals `title`."""
    spans, offset = [], 0
    for line in text.split("\n"):
        spans.append(span_of(text, offset, offset + len(line)))
        offset += len(line) + 1
    title_span = spans[0] if title is not None else None
    return Article("ar-1", "pg-1", 1, tuple(spans), text, title, title_span)
