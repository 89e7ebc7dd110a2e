"""Views as tables on a terminal."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from onrecord.commands import pairs
from onrecord.commands.plain import add, plain, table
from onrecord.data import Factuality, Hop, Setting, Verdict
from onrecord.query import (
    ActorView,
    ArticleView,
    AttributionLine,
    AttributionList,
    JudgementLine,
    Overview,
    PositionLine,
    Sheet,
    StoryView,
    Trace,
    say,
    spoken,
)
from onrecord.query.judgements import verdict_word
from onrecord.query.notes import Note

CONTENT = 160


def line(console: Console, text: str) -> None:
    """One line of plain text; what stands in it is never read as markup."""
    console.print(Text(plain(text)))


def _origins(low: int, high: int) -> str:
    return "?" if not high else str(low) if low == high else f"{low} to {high}"


def whole(console: Console, view: Overview, name: str) -> None:
    """The case: counts, then stories by thread."""
    counts = view.counts
    line(console, f"{name}: {counts.pages} pages, {counts.articles} articles")
    line(console, f"{counts.stories} stories in {counts.threads} threads, {counts.families} families")
    line(console, f"{counts.attributions} attributions, {counts.actors} actors")
    line(console, f"{counts.positions} positions, {counts.changes} changes")
    if view.unfinished:
        line(console, "The pages are in, but the stories are not worked out yet: run the same build again.")
    for thread in view.threads.rows:
        made = table(thread.title, "!id", "story", "when", "#pages", "#origins", "#on record")
        for strip in thread.stories:
            when = say(strip.when or (strip.first.isoformat() if strip.first else None))
            add(made, strip.id, plain(strip.title, 90), when, strip.pages, _origins(strip.low, strip.high),
                strip.on_record if strip.high else "?")  # fmt: skip
        console.print(made)
    if view.threads.sheets > 1:
        line(console, f"Sheet {view.threads.number} of {view.threads.sheets}; more with --page")
    for kind, count in view.problems:
        line(console, f"{count} not read or not resolved: {kind}")


def story(console: Console, view: StoryView) -> None:
    """One story: articles, origins, positions."""
    strip = view.strip
    line(console, f"{strip.title}: {strip.pages} pages, {_origins(strip.low, strip.high)} origins, "
         f"{strip.on_record} on record")  # fmt: skip
    line(console, view.reason)
    family_of = {article: family.id for family in view.families for article in family.articles}
    made = table("Articles", "!id", "title", "outlet", "published", "!family")
    for one in view.articles:
        add(
            made,
            one.id,
            plain(one.title, 80),
            one.outlet or "?",
            say(one.published),
            family_of.get(one.id, ""),
        )
    console.print(made)
    if view.origins:
        made = table("Origins", "origin", "status", "#articles", "why")
        for origin in view.origins:
            add(made, plain(origin.name, 80), origin.status, len(origin.articles), origin.reason)
        console.print(made)
    if view.origins_reason:
        line(console, view.origins_reason)
    pairs.families(console, view)
    positions(console, view.positions)


def article(console: Console, view: ArticleView) -> None:
    """One article: what it is, its date, its attributions and chains."""
    line(console, view.line.title)
    line(
        console,
        f"{view.line.outlet or 'outlet unknown'}, {say(view.published.value)}: {view.published.reason.text}",
    )
    if view.story_id:
        line(console, f"story {view.story_id} {view.story_title or ''}")
    if view.frame:
        line(console, f"came through: {chain(view.frame.hops)}")
    for near in view.reuses:
        how = "took from" if near.is_later else "was taken from by"
        said = how if near.reuse.directed else "shares text with"
        line(
            console, f"{near.reuse.kind}: {said} {near.other.id} {near.other.title} ({near.reuse.share:.0%})"
        )
    made = table("Attributions", "#no", "!id", "source", "cue", "content", "told", "chain")
    for note in view.notes:
        one = note.line
        add(made, note.number, one.id, _source(one), spoken(one.cues, 40), spoken(one.contents, CONTENT),
            _told(note), chain(note.hops))  # fmt: skip
    console.print(made)
    for aside in view.asides:
        line(console, f"{aside.kind}: {aside.span.text} ({aside.reason})")
    for lost in view.lost:
        line(console, f"{said_verdict(lost.judgement.verdict)}, but no attribution any more: {lost.words}")
    positions(console, view.positions)


def _source(one: AttributionLine) -> str:
    """Who said it, and who that is where the words do not name them."""
    words = spoken(one.sources, 60)
    return f"{words} ({plain(one.speaker.name, 60)})" if one.speaker else words


def _told(note: Note) -> str:
    """Status and what differs from a plain statement; to whom, where, when and how; what was decided."""
    around = (("to", note.addressee), ("at", note.place), ("on", note.time), ("by", note.medium))
    found = [f"{name} “{plain(span.text, 60)}”" for name, span in around if span]
    found += [f"unnamed: “{plain(note.anonymity.text, 60)}”"] if note.anonymity else []
    return _terms(note.line, found)


def _terms(one: AttributionLine, around: Iterable[str] = ()) -> str:
    found: list[str] = [one.status]
    found += [one.factuality] if one.factuality is not Factuality.FACT else []
    found += [one.setting] if one.setting is not Setting.BODY else []
    found += around
    found += [word] if (word := verdict_word(one.judged)) else []
    return ", ".join(found)


def said_verdict(verdict: Verdict) -> str:
    """A verdict on an attribution as it is said: accepted, rejected."""
    return {Verdict.RIGHT: "accepted", Verdict.WRONG: "rejected"}.get(verdict, verdict)


def _counts(one: JudgementLine) -> str:
    if one.lost:
        return "no: an article is gone"
    if one.set_aside:
        return "set aside"
    if one.outweighed:
        return "outweighed"
    return ("from the next build on" if one.waits else "yes") if one.counts else "no"


def judgements(console: Console, view: Sheet[JudgementLine]) -> None:
    """What was decided, latest first."""
    made = table(f"{view.total} judgements", "made", "by", "verdict", "counts", "about", "!id")
    for one in view.rows:
        about = [f"{one.subject} {one.attribution_id or one.page_id or ''}".rstrip()]
        about += [plain(place.words, CONTENT) for place in one.places if place.words]
        titles = (
            place.article.title if place.article else f"{place.article_id} (gone)" for place in one.places
        )
        about += [plain(title, 80) for title in dict.fromkeys(titles)]
        about += [f"“{plain(one.note, 200)}”"] if one.note else []
        add(made, one.made[:16], one.by, one.verdict, _counts(one), "; ".join(about), one.id)
    console.print(made)
    if view.sheets > 1:
        line(console, f"Sheet {view.number} of {view.sheets}; more with --page")


def chain(hops: Iterable[Hop]) -> str:
    """The hops of a chain in one line, the page's outlet first."""
    return " <- ".join(plain(hop.name, 60) for hop in hops)


def actor(console: Console, view: ActorView) -> None:
    """One actor: its names, positions and changes."""
    line(console, f"{view.name} ({view.kind}) {view.id}")
    line(console, f"called: {', '.join(view.names)}; {'; '.join(view.descriptions)}")
    line(console, f"{view.mentions} mentions, {view.attributions} attributions")
    positions(console, [one for issue in view.issues for one in issue.positions])
    if view.changes:
        made = table("Changes", "issue", "change", "from", "to", "why")
        for change in view.changes:
            before = say(change.before.when) if change.before else change.before_id
            after = say(change.after.when) if change.after else change.after_id
            add(made, plain(change.issue, 60), change.kind, before, after, change.reason)
        console.print(made)


def positions(console: Console, lines: Iterable[PositionLine]) -> None:
    """Positions in time order."""
    rows = list(lines)
    if not rows:
        return
    made = table("Positions", "when", "actor", "act", "issue", "condition", "said by", "status", "#origins")
    for one in rows:
        add(made, say(one.when), one.actor, one.act, plain(one.issue, 120), plain(one.condition or "", 120),
            one.speaker or "", one.status, _origins(one.low, one.high))  # fmt: skip
    console.print(made)


def attributions(console: Console, view: AttributionList) -> None:
    """A filtered list of attributions."""
    made = table(
        f"{view.rows.total} attributions", "published", "outlet", "source", "content", "told", "!article"
    )
    for one in view.rows.rows:
        add(made, *_attribution(one))
    console.print(made)
    if view.rows.sheets > 1:
        line(console, f"Sheet {view.rows.number} of {view.rows.sheets}; more with --page")


def _attribution(one: AttributionLine) -> tuple[str, ...]:
    return (
        say(one.article.published),
        one.article.outlet or "?",
        _source(one),
        spoken(one.contents, CONTENT),
        _terms(one),
        one.article.id,
    )


def traced(console: Console, view: Trace) -> None:
    """The wordings of a sentence, earliest first."""
    line(console, view.reason)
    if not view.wordings:
        return
    for number, one in enumerate(view.wordings, start=1):
        line(console, "")
        line(
            console,
            f"{number}. {say(one.article.published)}, {one.article.outlet or 'outlet unknown'}, {one.status}",
        )
        line(console, plain(one.span.text, 400))
        line(
            console,
            f"   {chain(one.hops) or 'no chain known'} ({one.similarity:.0f} of 100 alike; {one.article.id})",
        )
    line(console, "")
    line(console, f"Independent origins: {_origins(view.low, view.high)} ({'; '.join(view.origins)})")
