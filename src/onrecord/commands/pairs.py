"""Two articles, and a family of them, as text for people: what the side-by-side and story pages show."""

from collections.abc import Iterable, Sequence

from rich.console import Console

from onrecord.commands.plain import add, plain, table
from onrecord.data import Reason
from onrecord.query import Comparison, FamilyView, RulingLine, StoryView
from onrecord.query.compared_facts import FactGroup
from onrecord.query.compared_rows import ComparedRow, RowSide
from onrecord.query.lists import ArticleLine
from onrecord.query.shares import percent

WORDS = 400
ANSWERS = {
    ("story", True): "tell of one event",
    ("story", False): "do not tell of one event",
    ("text", True): "share text that one took from the other",
    ("text", False): "share no text that one took from the other",
}


def _line(console: Console, text: object) -> None:
    console.print(plain(text), markup=False, soft_wrap=True)


def named(one: ArticleLine) -> str:
    """An article in a few words."""
    return f"“{plain(one.title, 80)}”" + (f" ({plain(one.outlet, 40)})" if one.outlet else "")


def comparison(console: Console, view: Comparison) -> None:
    """Two articles side by side, one passage after the other."""
    names = ("earlier", "later") if view.directed else ("one", "the other")
    for name, line in zip(names, (view.earlier, view.later), strict=True):
        _line(console, f"{name}: {named(line)} {line.id}")
    _line(console, summary(view))
    _reasons(console, f"Why a {view.kind}" if view.relation == "reuse" else "Why", view.kind_reasons)
    _reasons(console, "For reuse", view.evidence_for)
    _reasons(console, "Against it", view.evidence_against)
    _reasons(console, "Who took from whom", view.direction_reasons)
    for ruling in view.rulings.lines:
        _line(console, ruled(ruling))
    if view.rulings.taken_back:
        _line(console, "A ruling was withdrawn since the groups were made; the next build goes by that.")
    _shifts(console, view)
    _facts(console, view.facts)
    _rows(console, view.rows, view.rows_left_out)
    for line, text in zip((view.earlier, view.later), view.texts or (), strict=False):
        _line(console, f"{named(line)}: {_words((text,))}")


def _shifts(console: Console, view: Comparison) -> None:
    if view.shifts:
        made = table("Shifts", "#no", "kind", "earlier", "later", "why")
        for one in view.shifts:
            add(
                made,
                one.number,
                one.kind,
                plain(one.earlier.text, 120),
                plain(one.later.text, 120),
                one.reason,
            )
        console.print(made)


def summary(view: Comparison) -> str:
    """How two articles stand to each other, in a sentence or two."""
    if view.relation == "independent":
        return f"No reuse ({view.kind}), {percent(view.score)} sure."
    if view.relation is None:
        return "No reuse was found between these two articles."
    told = f"{view.kind}: {percent(view.share)} of the later text, {percent(view.score)} sure; "
    sure = percent(view.direction)
    if view.directed:
        return told + f"{named(view.later)} took from {named(view.earlier)}, {sure} probable."
    return told + f"cannot tell who took from whom ({sure} for the order shown)."


def ruled(one: RulingLine) -> str:
    """A ruling as a sentence."""
    pair = f"{named(one.left)} and {named(one.right)} {ANSWERS.get((one.question, one.yes), '')}"
    if one.question == "direction":
        pair = f"{named(one.left)} came before {named(one.right)} and took nothing from it"
    state = "; set aside, later rulings contradict it" if one.set_aside else ""
    state += "; waits for the next build" if one.waits else ""
    if one.outweighed:
        apart = ", ".join(f"{named(a)} and {named(b)}" for a, b in one.outweighed[:3])
        state += f"; not followed, for ruled apart are {apart}"
    note = f": “{one.note}”" if one.note else ""
    return f"{one.by or 'An analyst'} ruled on {one.made[:10]} that {pair}{note}{state} [{one.id}]"


def _reasons(console: Console, title: str, reasons: Sequence[Reason]) -> None:
    for number, reason in enumerate(reasons[:12]):
        _line(console, f"{title if number == 0 else ' ' * len(title)}: {reason.text}")


def _facts(console: Console, groups: Sequence[FactGroup]) -> None:
    made = table("Compared", "kind", "what", "where")
    for group in groups:
        for one in group.lines:
            add(
                made,
                group.kind,
                plain(one.label, 100),
                f"only {one.where}" if one.where != "both" else "both",
            )
    if made.row_count:
        console.print(made)
    for group in groups:
        if group.left_out:
            _line(console, f"{group.left_out} more {group.kind} are not compared here")


def _rows(console: Console, rows: Sequence[ComparedRow], left_out: int) -> None:
    if not rows:
        return
    made = table("Passages", "what", "earlier", "later")
    for row in rows:
        ways = ", ".join((str(row.kind), *row.ways))
        add(made, ways + (f" ({row.note})" if row.note else ""), _words(row.earlier), _words(row.later))
    console.print(made)
    if left_out:
        _line(console, f"{left_out} more passages: the exports hold them")


def _words(sides: Iterable[RowSide]) -> str:
    return " … ".join(plain(side.span.text, WORDS) for side in sides)


def families(console: Console, view: StoryView) -> None:
    """Families as trees, what is no reuse, what was counted as one, what was ruled."""
    for family in view.families:
        _family(console, family)
    if view.independents:
        made = table("No reuse", "kind", "one", "other", "#sure", "why")
        for one in view.independents:
            add(made, one.kind, named(one.left), named(one.right), percent(one.score), one.reason)
        console.print(made)
    if view.proofs:
        made = table("Counted as one origin, or may be", "kind", "article", "other", "why")
        for proof in view.proofs:
            add(
                made,
                proof.kind,
                named(proof.article),
                named(proof.other) if proof.other else "",
                proof.reason,
            )
        console.print(made)
    for ruling in view.rulings:
        _line(console, ruled(ruling))
    if view.rulings_taken_back:
        _line(
            console, f"{view.rulings_taken_back} rulings were withdrawn since; the next build goes by that."
        )


def _family(console: Console, family: FamilyView) -> None:
    title = f"One text in {family.size} articles (★ the earliest wording that we hold)"
    made = table(title, "article", "took", "#share", "#probable", "!id")
    for node in family.nodes:
        indent = "· " * min(node.depth, 20)
        first = "★ " if node.line.id == family.earliest else ""
        reuse = node.reuse
        how = (
            ""
            if reuse is None or node.source is None
            else f"{reuse.kind} of {node.source.outlet or node.source.title}"
        )
        share = percent(reuse.share) if reuse else ""
        sure = "" if reuse is None else percent(reuse.direction) if node.took else "cannot tell"
        add(made, indent + first + named(node.line), plain(how, 80), share, sure, node.line.id)
    console.print(made)
    _line(console, family.reason)
    if family.nodes_left_out:
        _line(console, f"{family.nodes_left_out} more members: the exports hold them")
