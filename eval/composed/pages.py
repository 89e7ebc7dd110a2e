"""The 60 composed pages and their gold: which layout, which articles, in what form."""

from dataclasses import dataclass

from eval.composed.blocks import OPTIONAL, Block, Sheet
from eval.composed.flat import APART, FROM_HTML
from eval.composed.html import to_html
from eval.composed.layouts import LAYOUTS
from eval.composed.texts import HALVES, Dice, Text, load_furniture, load_texts

SEED = "composed pages, first edition"
PER_HALF = 15  # of each of the two media
# Languages of the 15 pages of one medium: English mostly. "mixed" is English with one other.
TONGUES = ("en", "en", "de", "en", "en", "mixed", "ru", "en", "en", "uk", "en", "en", "de", "en", "en")
SIZES = (4, 3, 3, 5, 2, 3, 3, 6, 4, 2, 2, 3, 4, 5, 3)


@dataclass(frozen=True)
class GoldArticle:
    """What a careful reader cuts out. `optional` is its own too (captions, bylines), but need not be kept.

    `outlet` and `age` (an age, a date or a time of day) are None where the page does not show them.
    """

    id: str
    title: str
    paragraphs: tuple[str, ...]
    optional: tuple[str, ...]
    outlet: str | None
    age: str | None


@dataclass(frozen=True)
class ComposedPage:
    """A page and its gold. `form` is "html", or the way a flat page was made."""

    id: str
    half: str
    layout: str
    medium: str
    form: str
    raw: bytes
    articles: tuple[GoldArticle, ...]


def composed_pages(half: str | None = None) -> list[ComposedPage]:
    """All pages, or those of one half, always the same ones."""
    return [page for one in HALVES if half in (None, one) for page in _half(one)]


def _half(half: str) -> list[ComposedPage]:
    texts = load_texts(half)
    pages: list[ComposedPage] = []
    used: dict[str, int] = {}
    for medium in ("html", "flat"):
        for number in range(PER_HALF):
            # The flat pages are others: other articles, and each language in another layout.
            place = number if medium == "html" else (number + 5) % PER_HALF
            dice = Dice(f"{SEED} {half} {medium} {number}")
            chosen = _choose(texts, TONGUES[place], SIZES[place], used, dice)
            pages.append(_page(half, medium, number, chosen, dice))
    return pages


def _choose(
    texts: tuple[Text, ...], tongue: str, size: int, used: dict[str, int], dice: Dice
) -> tuple[Text, ...]:
    """The articles used least so far, those of one topic together on every second page."""
    language = "en" if tongue == "mixed" else tongue
    fit = [text for text in texts if text.language == language]
    by_topic = dice.chance("by topic", 50)
    fit.sort(
        key=lambda text: (
            used.get(text.id, 0),
            dice.number(f"topic {text.topic}") if by_topic else 0,
            dice.number(text.id),
        )
    )
    chosen = fit[: min(size, len(fit))]
    if tongue == "mixed":
        chosen[-1] = dice.pick("other", [text for text in texts if text.language == "de"])
    for text in chosen:
        used[text.id] = used.get(text.id, 0) + 1
    return tuple(dice.some("order", chosen, len(chosen)))


def _page(half: str, medium: str, number: int, texts: tuple[Text, ...], dice: Dice) -> ComposedPage:
    layout = list(LAYOUTS[half])[number % 4]
    language = "en" if any(text.language == "en" for text in texts) else texts[0].language
    furniture = load_furniture(half)[language]
    sheet = Sheet(texts, furniture, dice, dice.pick("site", furniture.lines["sites"]))
    blocks = LAYOUTS[half][layout](sheet)
    html = to_html(blocks, layout, language, dice)
    if medium == "html":
        form, text = "html", html
    else:
        form, text = _flat(number, blocks, html)
    gold = tuple(_gold(text, place, blocks) for place, text in enumerate(texts))
    return ComposedPage(
        f"{half}-{medium}-{number:02}", half, layout, medium, form, text.encode("utf-8"), gold
    )


def _flat(number: int, blocks: list[Block], html: str) -> tuple[str, str]:
    """Every layout in several forms: half of them rendered from its HTML, half written from its blocks."""
    row, column = divmod(number, 4)
    if (row + column) % 2 == 0:
        render = FROM_HTML[(row + column // 2) % 2]
        return f"{render.__name__}, from HTML", render(html)
    compose = APART[(column // 2 + 2 * (row % 2) + row // 2) % 4]
    return compose.__name__, compose(blocks)


def _gold(text: Text, number: int, blocks: list[Block]) -> GoldArticle:
    own = [block for block in blocks if block.article == number]
    ages = [block.lines[0] for block in own if block.kind in ("age", "meta")]
    shown = any(text.outlet in line for block in own for line in block.lines)
    return GoldArticle(
        text.id,
        text.title,
        tuple(line for block in own if block.kind == "para" for line in block.lines),
        tuple(line for block in own if block.kind in OPTIONAL for line in block.lines),
        text.outlet if shown else None,
        ages[0] if ages else None,
    )
