"""One actor each, whatever the wording: mention chains of all articles resolved to actors."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.config import ActorConfig
from onrecord.data import Actor, ActorLink, ArticleFindings, Mention, MentionKind
from onrecord.engine import Engine
from onrecord.ids import make_id
from onrecord.stages.corpus.actors.bodies import body_key
from onrecord.stages.corpus.actors.gazetteer import UserGazetteer, load_gazetteer
from onrecord.stages.corpus.actors.kinds import settle_kinds
from onrecord.stages.corpus.actors.offices import Offices, is_bare_office, speaks_for_state
from onrecord.stages.corpus.actors.persons import Linked, link_persons, surname_key
from onrecord.stages.corpus.actors.pile import name_links, pile_names
from onrecord.stages.corpus.actors.states import StateBook, build_states
from onrecord.stages.corpus.actors.summary import Summary, summaries


def resolve_actors(
    articles: Sequence[ArticleFindings], engine: Engine, config: ActorConfig
) -> tuple[tuple[Actor, ...], tuple[ActorLink, ...]]:
    """Actors and the mentions that refer to them, sorted by id and by article and offset."""
    user = load_gazetteer(config.gazetteer)
    ordered = sorted(articles, key=lambda findings: findings.article.id)
    book = build_states(ordered, user)
    items = [_settled(s, book, user) for findings in ordered for s in summaries(findings)]
    items = [item for item in settle_kinds(ordered, items, book) if _is_party(item)]
    named = [s for s in items if s.named or s.kind is not MentionKind.PERSON]
    linked = list(engine.group(((_block(s), s) for s in named), link_block))
    linked += _by_office([s for s in items if not s.named and s.kind is MentionKind.PERSON], linked)
    actors = _actors(linked, book, user)
    ids = {(item.summary.article_id, item.summary.chain): (_actor_id(item), item.why) for item in linked}
    links = list(_links(ordered, ids))
    links += name_links(ordered, links, pile_names(actors, book))
    links.sort(key=lambda k: (k.article_id, k.span.start, k.span.end, k.actor_id))
    return tuple(sorted(actors, key=lambda a: a.id)), tuple(links)


def _is_party(summary: Summary) -> bool:
    """Nobody whom only a description tells is an actor, unless it speaks or takes a position."""
    if summary.kind is MentionKind.PLACE:
        return False
    if summary.kind is MentionKind.UNNAMED:
        return summary.speaks and not is_bare_office(summary)
    if summary.kind is MentionKind.BODY and not summary.named and summary.state is None:
        return summary.speaks
    return True


def _settled(summary: Summary, book: StateBook, user: UserGazetteer) -> Summary:
    """Apply what the pile and the user know of states and names to one chain."""
    for name in (summary.name, *summary.names):
        listed = user.actors.get(name.casefold())
        if listed is not None:
            state = listed.name if listed.kind is MentionKind.STATE else listed.state or summary.state
            return replace(
                summary, kind=listed.kind, name=listed.name, state=book.key(state or None), named=True
            )
    return replace(summary, state=book.key(summary.state))


def _block(summary: Summary) -> str:
    """Chains that could be one actor share a block; nothing is ever compared across blocks."""
    if summary.kind is MentionKind.STATE:
        return f"state|{summary.state or summary.name}"
    if summary.kind is MentionKind.PERSON:
        return f"person|{surname_key(summary)}"
    if summary.kind is MentionKind.UNNAMED or (not summary.named and summary.state is None):
        return f"unnamed|{summary.article_id}|{summary.first}"
    return f"{summary.kind.value}|{body_key(summary)}"


def link_block(block: str, items: list[Summary]) -> Iterable[Linked]:
    """Settle one block: module-level, so that any engine can ship it."""
    kind, _, key = block.partition("|")
    if kind == "person":
        yield from link_persons(key, items)
        return
    ordered = sorted(items, key=lambda s: s.order)
    if kind == "body":
        yield from _bodies(key, ordered)
        return
    for summary in ordered:
        yield Linked(key, summary, _why(summary, ordered))


def _bodies(key: str, items: list[Summary]) -> Iterator[Linked]:
    """Two ministries of one name are two bodies when two states have them."""
    owned = {s.state for s in items if s.state}
    for summary in items:
        state = summary.state or (next(iter(owned)) if len(owned) == 1 else None)
        full = f"{key}|{state or ''}" if len(owned) > 1 else key
        yield Linked(full, summary, _why(summary, items))


def _why(summary: Summary, items: list[Summary]) -> str:
    if summary.kind is MentionKind.UNNAMED or not summary.named:
        return f"“{summary.name}” is described and not named: an actor of the article “{summary.title}” alone"
    forms = ", ".join(f"“{name}”" for name in summary.names[:4]) or f"“{summary.name}”"
    if summary.kind is MentionKind.STATE:
        return f"{forms} stand{'s' if len(summary.names) < 2 else ''} for the state"
    others = len({s.article_id for s in items}) - 1
    return f"{forms} by name in “{summary.title}”" + (
        f", as in {others} other article{'s' if others > 1 else ''}" if others else ""
    )


def _by_office(roles: list[Summary], linked: list[Linked]) -> list[Linked]:
    """Give nameless office holders to the one person of the pile who holds the office."""
    offices = Offices()
    for item in sorted(linked, key=lambda i: i.summary.order):
        if item.summary.kind is MentionKind.PERSON:
            offices.add(item.summary.state, item.summary, item.key)
    found = []
    for summary in sorted(roles, key=lambda s: s.order):
        holder = offices.find(summary.state, summary)
        if holder is None and (not summary.speaks or is_bare_office(summary)):
            continue
        if holder is not None:
            why = f"“{summary.name}”: nobody else in the pile holds that office ({holder[1]})"
            found.append(Linked(holder[0], summary, why))
        else:
            why = (
                f"“{summary.name}” is named nowhere in “{summary.title}”, and no one person of the pile fits"
            )
            nobody = replace(summary, kind=MentionKind.UNNAMED)
            found.append(Linked(f"{summary.article_id}|{summary.first}", nobody, why))
    return found


def _actor_id(item: Linked) -> str:
    return make_id("ac", [item.summary.kind.value, item.key])


def _actors(linked: list[Linked], book: StateBook, user: UserGazetteer) -> list[Actor]:
    groups: dict[str, list[Linked]] = {}
    for item in sorted(linked, key=lambda i: i.summary.order):
        groups.setdefault(_actor_id(item), []).append(item)
    known = {item.key: actor for actor, items in groups.items() for item in items if _is_state(item)}
    return [_actor(actor_id, items, book, known) for actor_id, items in groups.items()]


def _is_state(item: Linked) -> bool:
    return item.summary.kind is MentionKind.STATE


def _actor(actor_id: str, items: list[Linked], book: StateBook, known: dict[str, str]) -> Actor:
    kind = items[0].summary.kind
    names = _by_count(name for item in items for name in item.summary.names)
    descriptions = _by_count(text for item in items for text in item.summary.descriptions)
    state, why_state = _state_of(items, kind)
    state_id = actor_id if kind is MentionKind.STATE else known.get(state or "")
    if kind is MentionKind.STATE:
        name = book.name(items[0].key)
    else:
        named = [item.summary.name for item in items if item.summary.named]
        name = _by_count(named or [item.summary.name for item in items])[0]
    articles = len({item.summary.article_id for item in items})
    reason = (
        items[0].why if articles == 1 else f"{_list(names or [name])} in {articles} articles; {items[0].why}"
    )
    if state_id and kind is not MentionKind.STATE:
        reason += f"; speaks for {book.name(state or '')} as {why_state}"
    elif kind is MentionKind.STATE:
        extra = sorted({book.why[n] for n in names if n in book.why})
        reason += "".join(f"; {text}" for text in extra[:3])
    return Actor(actor_id, name, kind, tuple(names), tuple(descriptions), reason, state_id)


def _state_of(items: list[Linked], kind: MentionKind) -> tuple[str | None, str]:
    """The state that an actor speaks for: what two thirds of the articles that give it an office say."""
    votes: dict[str, list[str]] = {}
    for item in items:
        summary = item.summary
        if summary.state is not None and (kind is MentionKind.BODY or speaks_for_state(summary)):
            votes.setdefault(summary.state, []).append(
                f"“{next(iter(summary.descriptions), summary.name)}” in “{summary.near}”"
            )
    if not votes:
        return None, ""
    state = min(votes, key=lambda key: (-len(votes[key]), key))
    if 3 * len(votes[state]) < 2 * sum(len(texts) for texts in votes.values()):
        return None, ""
    return state, votes[state][0]


def _by_count(texts: Iterable[str]) -> list[str]:
    counts: dict[str, int] = {}
    for text in texts:
        counts[text] = counts.get(text, 0) + 1
    return sorted(counts, key=lambda text: (-counts[text], -len(text), text))


def _list(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names[:4])


def _links(
    articles: Sequence[ArticleFindings], ids: dict[tuple[str, int], tuple[str, str]]
) -> Iterator[ActorLink]:
    for findings in articles:
        for mention in findings.mentions:
            found = ids.get((findings.article.id, mention.chain))
            if found is not None and mention.kind is not MentionKind.PLACE:
                yield ActorLink(found[0], findings.article.id, mention.span, _link_reason(mention, found[1]))


def _link_reason(mention: Mention, why: str) -> str:
    return mention.reason.text if mention.pronoun else f"{mention.reason.text}; {why}"
