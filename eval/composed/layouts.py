"""The page layouts: four of the half "seen", four of the half "unseen", none shared."""

from collections.abc import Callable

from eval.composed.blocks import Block, Sheet

Layout = Callable[[Sheet], list[Block]]


def aggregator(sheet: Sheet) -> list[Block]:
    """Full texts of several outlets one under another, each with outlet and age lines."""
    blocks = [Block("brand", (sheet.site,)), sheet.furn("menu")]
    for number, text in enumerate(sheet.texts):
        head = Block("title", (text.title,), number)
        seen = [Block("outlet", (text.outlet,), number), Block("age", (sheet.age(number),), number)]
        again = [Block("outlet", (f"- {text.outlet}",), number)] if sheet.dice.chance("again", 60) else []
        blocks += [head, *seen] if number == 0 else [*seen, *again, head]
        blocks += sheet.body(number)
        if number == 0:
            blocks += [sheet.furn("share"), Block("tags", ("Hashtags",)), sheet.furn("box")]
            blocks += [sheet.furn("no_comments"), Block("box_head", sheet.furniture.lines["next"])]
    return [*blocks, sheet.furn("footer")]


def blog(sheet: Sheet) -> list[Block]:
    """A blog's front page that shows its posts in full."""
    blocks = [Block("brand", (sheet.site,)), sheet.furn("menu")]
    for number, text in enumerate(sheet.texts):
        count = sheet.dice.pick(f"count {number}", sheet.furniture.lines["counters"])
        blocks.append(Block("title", (text.title,), number))
        blocks.append(Block("meta", (f"{sheet.date(number)} · {text.outlet} · {count}",), number))
        blocks += [*sheet.byline(number), *sheet.body(number), sheet.furn("share", number)]
        tags = ", ".join(sheet.dice.some(f"tags {number}", sheet.furniture.lines["tags"], 3))
        blocks.append(Block("tags", (f"{sheet.furniture.one('tags_label')} {tags}",), number))
    blocks.append(sheet.furn("pages"))
    blocks += [sheet.furn("newsletter"), *sheet.most_read("read"), *sheet.teasers("side", 2)]
    return [*blocks, sheet.furn("footer"), sheet.furn("cookie")]


def briefs(sheet: Sheet) -> list[Block]:
    """A page of a printed paper put on line: short full items below section labels."""
    blocks = [sheet.furn("cookie"), Block("brand", (sheet.site,)), Block("date", (sheet.date(0),))]
    blocks.append(sheet.furn("menu"))
    for number, text in enumerate(sheet.texts):
        if number % 2 == 0:
            blocks.append(Block("label", (sheet.dice.pick(f"l{number}", sheet.furniture.lines["sections"]),)))
        blocks.append(Block("title", (text.title,), number))
        blocks += [*sheet.byline(number), *sheet.body(number)]
        if not text.byline:
            blocks.append(Block("outlet", (f"({text.outlet})",), number))
        if sheet.dice.chance(f"ad {number}", 40):
            blocks.append(sheet.ad(f"ad {number}"))
    return [*blocks, *sheet.teasers("end", 3), *sheet.comments("talk", 2), sheet.furn("footer")]


def pressroom(sheet: Sheet) -> list[Block]:
    """A newsroom that lists its releases and reports in full, newest first."""
    blocks = [Block("brand", (sheet.site,)), sheet.furn("menu"), sheet.furn("crumbs")]
    for number, text in enumerate(sheet.texts):
        label = sheet.dice.pick(f"label {number}", sheet.furniture.lines["sections"])
        blocks.append(Block("meta", (f"{sheet.date(number)} | {label}",), number))
        blocks += [Block("title", (text.title,), number), Block("outlet", (text.outlet,), number)]
        blocks += [*sheet.body(number), Block("download", (f"PDF ({180 + 7 * number} KB)",), number)]
        blocks.append(sheet.furn("share", number))
    blocks += [sheet.furn("pages"), *sheet.most_read("read")]
    return [*blocks, sheet.furn("newsletter"), sheet.furn("footer")]


def scroll(sheet: Sheet) -> list[Block]:
    """An article, and below it further ones in full, loaded as the reader scrolls."""
    blocks = [sheet.furn("cookie"), Block("brand", (sheet.site,)), sheet.furn("menu"), sheet.furn("crumbs")]
    for number, text in enumerate(sheet.texts):
        if number:
            blocks.append(Block("box_head", sheet.furniture.lines["next"]))
        label = sheet.dice.pick(f"label {number}", sheet.furniture.lines["sections"])
        blocks += [Block("label", (label,), number), Block("title", (text.title,), number)]
        blocks += [*sheet.byline(number), Block("outlet", (text.outlet,), number)]
        blocks += [Block("age", (sheet.date(number),), number), sheet.furn("share", number)]
        blocks += sheet.body(number, ads=True)
        bio = sheet.dice.pick(f"bio {number}", sheet.furniture.lines["bios"])
        blocks.append(Block("bio", (text.byline or text.outlet, bio), number))
        if sheet.dice.chance(f"talk {number}", 50):
            blocks += sheet.comments(f"talk {number}", 2, number)
        else:
            blocks.append(sheet.furn("no_comments", number))
        if number == 0:
            blocks += sheet.teasers("more", 3)
    blocks += [sheet.furn("box"), *sheet.most_read("read")]
    return [*blocks, sheet.furn("newsletter"), sheet.furn("footer")]


def digest(sheet: Sheet) -> list[Block]:
    """A newsletter: a list of what is in it, then numbered items in full."""
    contents = tuple(f"{number}. {text.title}" for number, text in enumerate(sheet.texts, 1))
    blocks = [Block("brand", (sheet.site,)), Block("date", (sheet.date(0),)), Block("headlines", contents)]
    for number, text in enumerate(sheet.texts):
        count = sheet.furniture.lines["counters"][0]
        blocks.append(Block("title", (f"{number + 1}. {text.title}",), number))
        blocks.append(Block("meta", (f"{text.outlet} — {count}",), number))
        blocks += sheet.body(number)
        if number == 0 or sheet.dice.chance(f"ad {number}", 30):
            blocks.append(sheet.ad(f"ad {number}"))
    blocks += [*sheet.teasers("more", 3), sheet.furn("box")]
    return [*blocks, sheet.furn("newsletter"), sheet.furn("footer")]


def ticker(sheet: Sheet) -> list[Block]:
    """A day's ticker: entries with their time of day, newest first, each a full report."""
    blocks = [Block("brand", (sheet.site,)), sheet.furn("menu"), Block("label", ("LIVE",))]
    for number, text in enumerate(sheet.texts):
        blocks += [Block("age", (sheet.clock(number),), number), Block("title", (text.title,), number)]
        blocks += sheet.body(number)
        blocks.append(Block("outlet", (f"({text.outlet})",), number))
        blocks.append(sheet.furn("share", number))
        if number == 1:
            blocks += [sheet.ad("middle"), *sheet.teasers("middle", 1)]
    blocks += [sheet.furn("pages"), *sheet.most_read("read")]
    return [*blocks, sheet.furn("cookie"), sheet.furn("footer")]


def desk(sheet: Sheet) -> list[Block]:
    """An agency's feed page: reports with a slug line above, closed by a line of initials."""
    blocks = [Block("brand", (sheet.site,)), sheet.furn("crumbs"), sheet.furn("menu")]
    for number, text in enumerate(sheet.texts):
        code = 412 - 3 * number
        slug = f"{code:04} {text.topic[:4]} {sheet.clock(number)} {sheet.date(number)}"
        blocks.append(Block("meta", (slug,), number))
        blocks += [Block("title", (text.title.upper(),), number), *sheet.byline(number), *sheet.body(number)]
        blocks.append(Block("tail", (f"{text.outlet} {text.id[:2]}/{text.topic[:2]} {code:04}",), number))
    blocks += [sheet.furn("pages"), *sheet.teasers("more", 2)]
    return [*blocks, sheet.furn("comment_form"), sheet.furn("footer")]


LAYOUTS: dict[str, dict[str, Layout]] = {
    "seen": {"aggregator": aggregator, "blog": blog, "briefs": briefs, "pressroom": pressroom},
    "unseen": {"scroll": scroll, "digest": digest, "ticker": ticker, "desk": desk},
}
