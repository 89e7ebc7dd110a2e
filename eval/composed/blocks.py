"""A page as a row of blocks: what a layout lays out, before it becomes HTML or flat text."""

import re
from dataclasses import dataclass

from eval.composed.texts import Dice, Furniture, Text

# Kinds of blocks that are the article's own but that an extractor may keep or leave.
OPTIONAL = ("sub", "photo", "pull", "post", "list", "tail", "byline", "outlet", "age", "meta")


@dataclass(frozen=True)
class Block:
    """A block of a page. `article` is the number of the article in whose container it stands."""

    kind: str
    lines: tuple[str, ...]
    article: int | None = None


@dataclass(frozen=True)
class Sheet:
    """What a layout is given: the articles in order, the furniture of each one's language, dice."""

    texts: tuple[Text, ...]
    furniture: Furniture
    dice: Dice
    site: str

    def age(self, number: int) -> str:
        """How old an article is said to be; older the further down it stands."""
        ages = self.furniture.lines["ages"]
        return ages[min(len(ages) - 1, (number + self.dice.number("age") % 2) % len(ages))]

    def date(self, number: int) -> str:
        """The date line of an article. One page writes its dates in one form."""
        line = self.dice.pick("date", self.furniture.lines["dates"])
        return re.sub(r"\d\d:\d\d", self.clock(number), line)

    def clock(self, number: int) -> str:
        """A time of day, earlier the further down the entry stands."""
        hour, minute = 18 - 2 * number, self.dice.number(f"clock {number}") % 60
        return f"{hour:02}:{minute:02}"

    def furn(self, kind: str, article: int | None = None) -> Block:
        """The furniture of a kind as one block."""
        return Block(kind, self.furniture.lines[kind], article)

    def teasers(self, name: str, count: int, article: int | None = None) -> list[Block]:
        """A heading and teasers: linked headlines with a sentence each."""
        chosen = self.dice.some(name, self.furniture.teasers, count)
        return [
            Block("box_head", self.furniture.lines["readmore"], article),
            *(Block("teaser", (teaser.title, teaser.sentence), article) for teaser in chosen),
        ]

    def most_read(self, name: str) -> list[Block]:
        """A heading and bare headlines, one of them that of an article of this page."""
        lines = self.dice.some(name, self.furniture.lines["headlines"], 4)
        place = self.dice.number(f"{name} own") % 5
        return [
            Block("box_head", self.furniture.lines["mostread"]),
            Block("headlines", (*lines[:place], self.dice.pick(name, self.texts).title, *lines[place:])),
        ]

    def comments(self, name: str, count: int, article: int | None = None) -> list[Block]:
        """A heading, comments of readers, and the form below."""
        chosen = self.dice.some(name, self.furniture.comments, count)
        return [
            Block("box_head", (f"{self.furniture.one('comments_head')} ({len(chosen)})",), article),
            *(Block("comment", tuple(comment), article) for comment in chosen),
            Block("comment_form", self.furniture.lines["comment_form"], article),
        ]

    def ad(self, name: str, article: int | None = None) -> Block:
        """An advertisement's label."""
        return Block("ad", (self.dice.pick(name, self.furniture.lines["ads"]),), article)

    def body(self, number: int, ads: bool = False) -> list[Block]:
        """The body of an article, with an advertisement between paragraphs where wanted."""
        blocks = [Block(part.kind, (part.text,), number) for part in self.texts[number].parts]
        if ads and len(blocks) > 4:
            blocks.insert(2 + self.dice.number(f"ad {number}") % 2, self.ad(f"ad {number}", number))
        return blocks

    def byline(self, number: int) -> list[Block]:
        """The author's line, where the article has an author."""
        name = self.texts[number].byline
        plain = any(word in name for word in ("By ", "by ", "Von ", "Interview", "Words", "Беседовала"))
        line = name if plain else self.furniture.one("bylines").format(name)
        return [Block("byline", (line,), number)] if name else []
