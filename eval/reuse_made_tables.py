"""Tables over families that edits made: everything in one pile, so candidates count too."""

import time
from collections.abc import Mapping, Sequence

from eval.cluster_metrics import b_cubed
from eval.made import findings_of
from eval.report import Row, Table
from eval.reuse_made import Made, Member, text_of
from eval.reuse_made.sources import made_families
from eval.reuse_written import Kind
from onrecord.config import ReuseConfig
from onrecord.data import ArticleFindings, Reuse
from onrecord.engine import LocalEngine
from onrecord.stages.corpus.reuse import find_families, find_reuse

COPIES = ("verbatim", "headline", "cut")
Pair = frozenset[str]


def made_table() -> Table:
    """Copies by kind in one pile of all families, and what becomes of every recipe, dates left out."""
    families = made_families()
    items = {member.name: _findings(member) for family in families for member in family.members}
    names = {item.article.id: name for name, item in items.items()}
    start = time.perf_counter()
    reuses = find_reuse(list(items.values()), LocalEngine(), ReuseConfig()).reuses
    seconds = time.perf_counter() - start
    # An excerpt joins the family that it took from with its host's: by right, so it is left out of the count.
    home = _homes(families)
    whole = {name: min(bases) for name, bases in home.items() if len(bases) == 1}
    plain = [one for one in reuses if {names[one.earlier], names[one.later]} <= whole.keys()]
    grouped = find_families(list(items.values()), plain)
    found = {frozenset((names[one.earlier], names[one.later])): one for one in reuses}
    joined = {names[article]: group.id for group in grouped for article in group.articles}
    ours = {name: joined.get(name, name) for name in whole}
    metrics = _copy_scores(families, found) | _recalls(families, found)
    metrics |= {"families B3 F1": b_cubed(whole, ours)[2], "right of found": _right(found, home)}
    metrics |= _directions(families, found, {name: item.article.id for name, item in items.items()})
    counts = {"articles": len(items), "families": len(families), "pairs found": len(found)}
    note = "made by chains of edits (eval/reuse_made); no dates; an excerpt's host reports another event"
    return Table(
        "reuse", "made_families", "dev", (Row("onrecord", metrics, counts, seconds, len(items)),), note
    )


def _findings(member: Member) -> ArticleFindings:
    draft = member.draft
    return findings_of(member.name, draft.title, text_of(draft), None, draft.language, draft.outlet)


def _copies_of(family: Made) -> list[Pair]:
    """Pairs that are copies of one text: parent and copy, and two plain copies of one parent."""
    return [
        frozenset((parent.name, child.name)) for parent, child in family.pairs() if child.recipe in COPIES
    ]


def _copy_scores(families: Sequence[Made], found: dict[Pair, Reuse]) -> dict[str, float]:
    """Recall over parent and copy; precision over all pairs called copies: right when of one family (a light
    rewrite may pass for a copy here; the written pairs part the two). Excerpts belong to two families."""
    home = _homes(families)
    wanted = [pair for family in families for pair in _copies_of(family)]
    called = [pair for pair, reuse in found.items() if str(reuse.kind) == Kind.COPY]
    right = [pair for pair in called if _akin(pair, home)]
    hits = [pair for pair in wanted if pair in found and str(found[pair].kind) == Kind.COPY]
    return {
        "copy precision": len(right) / len(called) if called else 1.0,
        "copy recall": len(hits) / len(wanted),
    }


def _recalls(families: Sequence[Made], found: dict[Pair, Reuse]) -> dict[str, float]:
    groups: dict[str, list[bool]] = {}
    for family in families:
        for parent, child in family.pairs():
            groups.setdefault(child.recipe, []).append(frozenset((parent.name, child.name)) in found)
    return {f"{recipe} recall": sum(hits) / len(hits) for recipe, hits in sorted(groups.items())}


def _akin(pair: Pair, home: Mapping[str, set[str]]) -> bool:
    """Whether two reports have a family in common."""
    one, other = sorted(pair)
    return not home[one].isdisjoint(home[other])


def _right(found: dict[Pair, Reuse], home: Mapping[str, set[str]]) -> float:
    """Share of the found pairs that have a family in common."""
    right = sum(_akin(pair, home) for pair in found)
    return right / len(found) if found else 1.0


def _homes(families: Sequence[Made]) -> dict[str, set[str]]:
    """The families that each report belongs to: its own, and for an excerpt that of its host too."""
    return {
        member.name: {family.base} | ({member.host} if member.host else set())
        for family in families
        for member in family.members
    }


def _directions(families: Sequence[Made], found: dict[Pair, Reuse], ids: dict[str, str]) -> dict[str, float]:
    """Of parent and child: share answered and right; word-for-word copies tell nothing and are left out."""
    asked = [
        (parent, found.get(frozenset((parent.name, child.name))))
        for family in families
        for parent, child in family.pairs()
        if child.recipe not in ("verbatim", "headline")
    ]
    answered = [(parent, reuse) for parent, reuse in asked if reuse is not None and reuse.directed]
    right = sum(reuse.earlier == ids[parent.name] for parent, reuse in answered)
    return {
        "direction answered": len(answered) / len(asked),
        "direction right": right / len(answered) if answered else 0.0,
    }
