"""One actor each, whatever the wording: mention chains of all articles resolved to actors."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from onrecord.config import ActorConfig
from onrecord.data import Actor, ArticleFindings, MentionKind
from onrecord.engine import Engine
from onrecord.ids import make_id
from onrecord.linked import LinkShelves
from onrecord.memo import NO_MEMO, Memo, key_of, remembered
from onrecord.pile import Pile, pile_of
from onrecord.stages.corpus.actors.bodies import body_key
from onrecord.stages.corpus.actors.gazetteer import UserGazetteer, load_gazetteer
from onrecord.stages.corpus.actors.kinds import settle_kinds
from onrecord.stages.corpus.actors.links import Given, links_of_all
from onrecord.stages.corpus.actors.notes import all_notes
from onrecord.stages.corpus.actors.offices import Offices, is_bare_office, speaks_for_state
from onrecord.stages.corpus.actors.persons import Linked, link_persons, surname_key
from onrecord.stages.corpus.actors.pile import pile_names
from onrecord.stages.corpus.actors.states import StateBook, build_states
from onrecord.stages.corpus.actors.summary import Summary

HELD = "actor-held"  # kind of what is remembered


def resolve_actors(
    articles: Sequence[ArticleFindings], engine: Engine, config: ActorConfig, memo: Memo = NO_MEMO
) -> tuple[tuple[Actor, ...], LinkShelves]:
    """Actors and the mentions that refer to them, sorted by id and by article and offset."""
    user = load_gazetteer(config.gazetteer)
    pile = pile_of(articles)
    notes = all_notes(pile, user.capitals, memo)
    book = build_states(notes, user)
    items = [_settled(s, book, user) for one in notes for s in one.summaries]
    items = settle_kinds(notes, items, book, partial(_held, pile, memo))
    items = [item for item in items if _is_party(item)]
    del notes
    named = [s for s in items if s.named or s.kind is not MentionKind.PERSON]
    linked = list(engine.group(((_block(s), s) for s in named), link_block))
    linked += _by_office([s for s in items if not s.named and s.kind is MentionKind.PERSON], linked)
    actors, given = _actors(linked, book)
    del items, named, linked
    links = links_of_all(pile, given, pile_names(actors, book), engine, memo)
    return tuple(sorted(actors, key=lambda a: a.id)), links


def _held(pile: Pile, memo: Memo, asked: Sequence[tuple[str, str]]) -> list[bool]:
    """Whether each article (by id) has these words in its text."""
    keys = [
        key_of(pile.digest(pile.places[name]), words.encode("utf-8", "surrogatepass"))
        for name, words in asked
    ]

    def compute(missing: list[int]) -> Iterator[bytes]:
        return (b"1" if asked[n][1] in pile.named(asked[n][0]).article.text else b"0" for n in missing)

    return [value == b"1" for value in remembered(memo, HELD, keys, compute)]


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
    for name in (summary.name, *summary.names) if user.actors else ():
        listed = user.actors.get(name.casefold())
        if listed is not None:
            state = listed.name if listed.kind is MentionKind.STATE else listed.state or summary.state
            return replace(
                summary, kind=listed.kind, name=listed.name, state=book.key(state or None), named=True
            )
    key = book.key(summary.state)
    return summary if key == summary.state else replace(summary, state=key)


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
    count = len({s.article_id for s in ordered})
    for summary in ordered:
        yield Linked(key, summary, _why(summary, count))


def _bodies(key: str, items: list[Summary]) -> Iterator[Linked]:
    """Two ministries of one name are two bodies when two states have them."""
    owned = {s.state for s in items if s.state}
    count = len({s.article_id for s in items})
    for summary in items:
        state = summary.state or (next(iter(owned)) if len(owned) == 1 else None)
        full = f"{key}|{state or ''}" if len(owned) > 1 else key
        yield Linked(full, summary, _why(summary, count))


def _why(summary: Summary, articles: int) -> str:
    if summary.kind is MentionKind.UNNAMED or not summary.named:
        return f"“{summary.name}” is described and not named: an actor of the article “{summary.title}” alone"
    forms = ", ".join(f"“{name}”" for name in summary.names[:4]) or f"“{summary.name}”"
    if summary.kind is MentionKind.STATE:
        return f"{forms} stand{'s' if len(summary.names) < 2 else ''} for the state"
    others = articles - 1
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


def _actors(linked: list[Linked], book: StateBook) -> tuple[list[Actor], dict[str, list[Given]]]:
    """The actors, and of each article its chains with the actors that they are."""
    groups: dict[str, list[Linked]] = {}
    ids: dict[tuple[MentionKind, str], str] = {}
    given: dict[str, list[Given]] = {}
    for item in sorted(linked, key=lambda i: i.summary.order):
        known = item.summary.kind, item.key
        actor_id = ids.get(known) or ids.setdefault(known, _actor_id(item))
        groups.setdefault(actor_id, []).append(item)
        given.setdefault(item.summary.article_id, []).append((item.summary.chain, actor_id, item.why))
    states = {item.key: actor for actor, items in groups.items() for item in items if _is_state(item)}
    return [_actor(actor_id, items, book, states) for actor_id, items in groups.items()], given


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
