"""Templates: one Jinja environment with everything escaped, and the few words and numbers they need."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.responses import Response

from onrecord.data import AsideKind, Factuality, Reason, Span
from onrecord.query import ArticleView, PageView, Sheet, Stretch, say, spoken
from onrecord.query.judgements import JudgedPlace, JudgementLine, verdict_word
from onrecord.query.layout import within_article
from onrecord.query.lists import ArticleLine
from onrecord.query.notes import AsideNote, Note
from onrecord.query.page import ARTICLE, NOT_TAKEN, PageSum
from onrecord.query.positions import PositionPlace
from onrecord.query.runs import ASIDE, Run
from onrecord.query.shares import percent
from onrecord.web import links

LANGUAGES = {"en": "English", "de": "German", "uk": "Ukrainian", "ru": "Russian", "und": "unknown language"}


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("onrecord.web"),
        autoescape=True,
        undefined=StrictUndefined,
        lstrip_blocks=True,
    )
    environment.globals.update(
        story_link=links.story_link,
        article_link=links.article_link,
        actor_link=links.actor_link,
        compare_link=links.compare_link,
        attributions_link=links.attributions_link,
        listed=links.listed,
        outside_link=links.outside_link,
        plural=plural,
        origins=origins,
        run_class=run_class,
        page_links=page_links,
        near_spans=near_spans,
        by_article=by_article,
        places_of=places_of,
        page_span_link=page_span_link,
        page_link=links.page_link,
        fates=fates,
        shares=shares,
        taken=taken,
        roles=roles,
        sheet_of=sheet_of,
        factuality_words=factuality_words,
        aside_words=aside_words,
        verdict_word=verdict_word,
        told_by_hops=told_by_hops,
        passage_mark=passage_mark,
        way_mark=way_mark,
        lang_of=lang_of,
        article_word=article_word,
    )
    environment.filters.update(
        say=say, spoken=spoken, percent=percent, snippet=snippet, day=day, language=language, number=number,
        slug=slug, cut=cut, visible=visible, moment=moment, sentence=sentence,
    )  # fmt: skip
    return environment


def plural(count: int, one: str, many: str = "") -> str:
    """A count and its noun: 1 page, 12 pages."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def number(count: int) -> str:
    """A count with thin spaces between thousands."""
    return f"{count:,}".replace(",", "\u2009")


def origins(low: int, high: int) -> str:
    """How many origins: 3 origins, 1 to 2 origins; that none is known is said."""
    if high == 0:
        return "origins not known"
    return plural(low, "origin") if low == high else f"{low} to {high} origins"


def day(value: date | None) -> str:
    """A day in words."""
    return say(value.isoformat() if value else None)


def language(code: str) -> str:
    """The name of a language, or its code."""
    return LANGUAGES.get(code, code)


def moment(text: str) -> str:
    """An ISO time in words, to the minute; as it stands when it is none."""
    found = _MOMENT.fullmatch(text)
    if found is None:
        return text
    day, minute, zone = found.groups()
    return say(day) + (f", {minute}" if minute else "") + (" UTC" if zone in ("Z", "+00:00") else zone or "")


_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?")
_FACTUALITY = {
    Factuality.NEGATED: ("not said", "the text says that it was not said"),
    Factuality.PREDICTED: ("to come", "the text expects that it will be said"),
    Factuality.HYPOTHETICAL: ("supposed", "the text only supposes that it is said"),
    Factuality.QUESTION: ("a question", "what is said is asked"),
}
_MARKS = {"copied": "=", "reworded": "~", "added": "+", "dropped": "−"}
_WAYS = {"moved": "↕", "merged": "⇥", "split": "⇤"}
_ASIDES = {
    AsideKind.DECLINED: "a fact about {}, no statement",
    AsideKind.NO_RESPONSE: "a fact about {}, no statement",
    AsideKind.ANONYMITY: "{} is not to be named: no statement",
    AsideKind.SCARE_QUOTE: "words held at a distance, no speech",
    AsideKind.QUOTED_TITLE: "the title of a work, no speech",
    AsideKind.QUOTED_NAME: "a name, no speech",
    AsideKind.RHETORICAL: "asked of nobody, no statement",
}


def factuality_words(found: Factuality) -> tuple[str, str] | None:
    """In a word and in a sentence what the text says of the saying; None where it was simply said."""
    return _FACTUALITY.get(found)


def aside_words(note: AsideNote) -> str:
    """What words that look like an attribution are instead."""
    source = f"“{cut(note.source.text, 60)}”" if note.source else "a source"
    return _ASIDES[note.kind].format(source)


def told_by_hops(note: Note) -> bool:
    """Whether the reason of a chain says only what its hops say already."""
    return all(hop.reason in note.chain_reason for hop in note.hops)


def passage_mark(kind: str) -> str:
    """The sign of what became of a passage; the word stands beside it."""
    return _MARKS.get(kind, "")


def way_mark(way: str) -> str:
    """The sign of what else became of it: moved, merged, split."""
    return _WAYS.get(way.partition(":")[0], "")


def lang_of(line: ArticleLine) -> str:
    """The lang attribute of an article's words; "" says that it is not known."""
    return "" if line.language == "und" else line.language


def article_word(noun: str) -> str:
    """ "a" or "an" before one of our own words."""
    return "an" if noun[:1] in "aeiou" else "a"


def slug(value: str) -> str:
    """A value of one of our own enumerations as a class name."""
    return value.replace(" ", "-")


def cut(text: str, limit: int) -> str:
    """A text on one line, cut after so many characters."""
    plain = " ".join(text[: 4 * limit].split())
    return plain if len(plain) <= limit else plain[: limit - 1].rstrip() + "…"


def sentence(text: str) -> str:
    """A reason as a sentence: a capital letter, a stop, and no quoted control that turns the rest."""
    text = _TURNING.sub(lambda found: f"U+{ord(found.group()):04X}", text)
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?', '!', '…')) else '.'}"


def snippet(text: str) -> Markup:
    """A search snippet: escaped first, then the matched words marked."""
    return Markup(str(escape(text)).replace("\x02", "<mark>").replace("\x03", "</mark>"))  # noqa: S704


_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# What turns text around or is not seen: controls, bidi controls, zero width, half a surrogate pair.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


def visible(text: str) -> Markup:
    """A text of a page, escaped, with characters that are not seen by their numbers (U+202E)."""
    parts: list[Markup] = []
    last = 0
    for found in _UNSEEN.finditer(text):
        parts.append(escape(text[last : found.start()]))
        parts.append(Markup('<span class="ctl">U+{:04X}</span>').format(ord(found.group())))
        last = found.end()
    return Markup("").join([*parts, escape(text[last:])])


def fates(stretches: Sequence[Stretch]) -> list[tuple[str, int, list[Stretch]]]:
    """Neighbours that are drawn together: (article, its number, lines), or (rest, 0, pieces)."""
    groups = groupby(stretches, key=lambda one: (ARTICLE, one.number) if one.what == ARTICLE else ("rest", 0))
    return [(what, number, list(found)) for (what, number), found in groups]


def taken(run: Run) -> bool:
    """Whether any of what the words of a run could be for an article was taken for it."""
    return any(not mark.role.endswith(NOT_TAKEN) for mark in run.marks)


def roles(run: Run, number: int) -> list[str]:
    """What the words of a run are, and for which article where that is not the one they stand in."""
    said = [mark.role if mark.number == number else f"{mark.role} of {mark.number}" for mark in run.marks]
    return list(dict.fromkeys(said))


def sheet_of(view: PageView, start: int) -> int:
    """The sheet of a page's text on which a character stands."""
    return max(1, bisect_right(view.sheet_starts, start))


def shares(found: PageSum) -> list[tuple[str, float, float]]:
    """(what, where it begins, how wide it is) of a bar of what a page's characters became, in per cent."""
    parts = (
        ("article", found.articles),
        ("metadata", found.metadata),
        ("furniture", found.furniture),
        ("missing", found.missing),
    )
    rows, start = [], 0.0
    for what, count in parts:
        width = round(100 * count / found.visible, 2) if found.visible else 0.0
        if count:
            rows.append((what, round(start, 2), width))
        start += width
    return rows


def run_class(run: Run) -> str:
    """Classes of a run: what it is in which attribution; nested contents are told by their depth.

    The classes of its attributions come from the outermost to the innermost, then those of asides.
    """
    names = {mark.role for mark in run.marks}
    contents = [mark for mark in run.marks if mark.role == "content"]
    if contents:
        names.add(f"d{min(max(mark.depth for mark in contents), 3)}")
    numbers = [f"a{mark.number}" for mark in run.marks if mark.role != ASIDE]
    numbers += [f"x{mark.number}" for mark in run.marks if mark.role == ASIDE]
    return " ".join(sorted(names) + list(dict.fromkeys(numbers)))


def near_spans(reason: Reason) -> Sequence[Span]:
    """The first few spans that a reason rests on."""
    return reason.spans[:6]


def by_article(places: Sequence[PositionPlace]) -> list[tuple[str, list[PositionPlace]]]:
    """Places by article, in the order in which the articles first come."""
    found: dict[str, list[PositionPlace]] = {}
    for place in places:
        found.setdefault(place.article_id, []).append(place)
    return [(group[0].where, group) for group in found.values()]


def places_of(one: JudgementLine) -> list[tuple[str, list[JudgedPlace]]]:
    """The places of a judgement by article, in the order in which it names them."""
    found: dict[str, list[JudgedPlace]] = {}
    for place in one.places:
        found.setdefault(place.article_id, []).append(place)
    return list(found.items())


def page_span_link(view: ArticleView, span: Span) -> str:
    """Where a span of the page's text is shown: in the article, or in the furniture around it."""
    place = within_article(view.spans, span)
    return f"#c{place[0]}-{place[1]}" if place else f"#p{span.start}-{span.end}"


def page_links(sheet: Sheet[object]) -> tuple[int | None, ...]:
    """Numbers of sheets to offer: the first, those around the present one, the last; None for a gap."""
    near = {1, sheet.sheets, *range(sheet.number - 2, sheet.number + 3)}
    shown: list[int | None] = []
    for one in sorted(found for found in near if 1 <= found <= sheet.sheets):
        if shown and shown[-1] is not None and one - shown[-1] > 1:
            shown.append(None)
        shown.append(one)
    return tuple(shown)


_TEMPLATES = _environment()


def page(name: str, values: Mapping[str, object], status: int = 200) -> Response:
    """A page from a template. Text that is no Unicode (lone surrogates) is shown as question marks."""
    text = _TEMPLATES.get_template(name).render(values)
    return Response(text.encode("utf-8", "replace"), status, media_type="text/html; charset=utf-8")


def css(text: str) -> Response:
    """A stylesheet."""
    return Response(text.encode("ascii"), media_type="text/css; charset=utf-8")
