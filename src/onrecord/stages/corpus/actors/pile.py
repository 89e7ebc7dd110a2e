"""Names that the pile knows, found in articles whose own reading did not see them.

"Pelar also insists" names a state only to a reader who knows from another article that Pelar is a
capital. So do agencies, persons and bodies that another article introduces in full.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.data import Actor, ActorLink, ArticleFindings, Mention, MentionKind, Span, span_of
from onrecord.lang.native import case_stem
from onrecord.lang.states import name_stem
from onrecord.stages.corpus.actors.notes import CYRILLIC_NAME, is_cyrillic
from onrecord.stages.corpus.actors.states import StateBook
from onrecord.text.around import words_around
from onrecord.text.phrases import PhraseTable
from onrecord.text.translit import skeleton

# A place name behind one of these is where something is, not who acts.
_LOCATIVE = frozenset(
    """in at near around outside inside within across throughout through via over to into toward towards of
    from leave left visit visited aus nach bei в во у із из до над під под с со з""".split()
)
_GERMAN_BODIES = {
    "commission": ("kommission",),
    "council": ("rat",),
    "committee": ("komitee", "ausschuss"),
    "union": ("union",),
    "authority": ("behörde",),
    "agency": ("agentur",),
    "bank": ("bank",),
    "fund": ("fonds",),
    "foundation": ("stiftung",),
    "court": ("gericht",),
    "pact": ("pakt",),
    "league": ("liga",),
}


@dataclass(frozen=True, slots=True)
class Known:
    """What a name stands for (id, name and kind of the actor), and why it does."""

    actor: str
    name: str
    kind: MentionKind
    place: bool
    why: str


@dataclass(frozen=True, slots=True)
class Names:
    """The names that may stand in one article, sorted, and what Cyrillic words of it sound like."""

    names: tuple[tuple[str, Known], ...]
    sounds: tuple[tuple[str, Known], ...]


def _known(actor: Actor, place: bool, why: str) -> Known:
    return Known(actor.id, actor.name, actor.kind, place, why)


def _native_forms(name: str) -> list[str]:
    """The regular German form of a state's name ("Corvien")."""
    return [f"{name[:-2]}ien"] if name.endswith("ia") and len(name) > 4 else []


def _compounds(name: str) -> list[str]:
    """The German forms of a body with a proper name: "Corva Commission", "Corvakommission"."""
    first, _, noun = name.removeprefix("the ").removeprefix("The ").partition(" ")
    found = []
    for german in _GERMAN_BODIES.get(noun.casefold(), ()) if first.isalpha() and len(first) > 3 else ():
        found += [f"{first}{german}", f"{first}-{german.capitalize()}"]
    return found


def pile_names(actors: Iterable[Actor], book: StateBook) -> dict[str, Known]:
    """Names that one actor alone bears: states no table knows, persons in full, outlets, long body names."""
    found: dict[str, list[Known]] = {}
    by_state: dict[str, Actor] = {}
    for actor in sorted(actors, key=lambda a: a.id):
        if actor.kind is MentionKind.STATE:
            by_state[actor.name] = actor
            continue
        if actor.kind is MentionKind.UNNAMED:
            continue
        for name in actor.names:
            if " " in name or (actor.kind is MentionKind.OUTLET and len(name) > 3):
                found.setdefault(name, []).append(_known(actor, False, f"a name of {actor.name}"))
            for form in _compounds(name) if actor.kind is MentionKind.BODY else ():
                found.setdefault(form, []).append(_known(actor, False, f"the German form of {name}"))
    for word, key in sorted(book.keys.items()):
        owner = by_state.get(book.name(key))
        if owner is not None:
            why = book.why.get(word, f"the pile writes of {word} as a state")
            found[word] = [_known(owner, word != key, why)]
            for form in _native_forms(word) if word == key else ():
                found.setdefault(form, [_known(owner, False, f"the German form of {word}")])
    return {name: known[0] for name, known in found.items() if len({k.actor for k in known}) == 1}


def sounds_of(names: Mapping[str, Known]) -> dict[str, Known]:
    """The states among the names of the pile by how they sound."""
    return {
        skeleton(name_stem(name)): known
        for name, known in sorted(names.items())
        if known.kind is MentionKind.STATE and name.isascii() and " " not in name
    }


def name_links(
    findings: ArticleFindings, links: Sequence[ActorLink], names: Names, bearers: Iterable[tuple[str, str]]
) -> Iterator[ActorLink]:
    """A link for each place where a known name stands and no mention of another actor does.

    `bearers` are the actors of `links` that are persons whom the pile names in full, with that name.
    """
    text = findings.article.text
    taken = _Taken(findings.mentions, links)
    persons = dict(bearers)
    table = PhraseTable(names.names)
    hits = list(table.find(text))
    if is_cyrillic(findings.language.code):
        hits += list(_sounding(text, dict(names.sounds)))
    for start, end, known in hits:
        if taken.holds(start, end) or (known.place and not _acts(text, start, end)):
            continue
        if known.kind is MentionKind.PERSON and " " in known.name:
            persons[known.actor] = known.name
        near = words_around(text, start, end)
        name = text[start:end]
        reason = f"“{name}” in “{near}” is {known.name}: {known.why}"
        yield ActorLink(known.actor, findings.article.id, span_of(text, start, end), reason)
    yield from _surnames(findings, taken, sorted(persons.items()))


def _sounding(text: str, sounds: Mapping[str, Known]) -> Iterator[tuple[int, int, Known]]:
    """Cyrillic words, in any case form, that write a state or capital of the pile."""
    for match in CYRILLIC_NAME.finditer(text):
        known = sounds.get(skeleton(case_stem(match.group())))
        if known is not None:
            yield *match.span(), known


def _surnames(
    findings: ArticleFindings, taken: "_Taken", present: Iterable[tuple[str, str]]
) -> Iterator[ActorLink]:
    """Later mentions by surname of persons whom only the pile tells to be persons."""
    bearers: dict[str, list[tuple[str, str]]] = {}
    for actor, name in present:
        bearers.setdefault(name.split()[-1], []).append((actor, name))
    text = findings.article.text
    table = PhraseTable((word, found[0]) for word, found in sorted(bearers.items()) if len(found) == 1)
    for start, end, (actor, name) in table.find(text):
        if not taken.holds(start, end):
            near = words_around(text, start, end)
            reason = f"“{text[start:end]}” in “{near}” is short for {name}, whom this article names"
            yield ActorLink(actor, findings.article.id, span_of(text, start, end), reason)


def _acts(text: str, start: int, end: int) -> bool:
    """Whether a capital or seat stands where an actor would: not after "in" or "of"; "Brell's" acts."""
    if text[end : end + 1] in ("'", "’"):
        return True
    before = text[max(0, start - 24) : start].rpartition("\n")[2].split()
    if before and before[-1].casefold() == "the":
        before.pop()
    return not before or before[-1].casefold() not in _LOCATIVE


class _Taken:
    """The stretches of an article that have an actor already; a group does not take the names inside it."""

    def __init__(self, mentions: Sequence[Mention], links: Sequence[ActorLink]) -> None:
        groups = {m.span for m in mentions if m.kind is MentionKind.UNNAMED}
        spans: set[Span] = {link.span for link in links if link.span not in groups}
        self._spans = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in self._spans]
        self._ends: list[int] = []
        for _, end in self._spans:
            self._ends.append(max(end, self._ends[-1] if self._ends else 0))

    def holds(self, start: int, end: int) -> bool:
        """Whether any of them shares a character with this range."""
        place = bisect_right(self._starts, end - 1) - 1
        return place >= 0 and self._ends[place] > start
