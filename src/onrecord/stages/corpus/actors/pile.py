"""Names that the pile knows, found in articles whose own reading did not see them.

"Pelar also insists" names a state only to a reader who knows from another article that Pelar is a
capital. So do agencies, persons and bodies that another article introduces in full.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.data import Actor, ActorLink, ArticleFindings, Mention, MentionKind, Span, span_of
from onrecord.lang.native import case_stem
from onrecord.lang.states import name_stem
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
_CYRILLIC = frozenset(["uk", "ru", "be", "bg", "sr"])
_CYRILLIC_NAME = re.compile(r"\b[А-ЯІЇЄҐ][а-яіїєґ]{3,30}\b")


@dataclass(frozen=True, slots=True)
class _Known:
    """What a name stands for, and why it does."""

    actor: Actor
    place: bool
    why: str


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


def pile_names(actors: Iterable[Actor], book: StateBook) -> dict[str, _Known]:
    """Names that one actor alone bears: states no table knows, persons in full, outlets, long body names."""
    found: dict[str, list[_Known]] = {}
    by_state: dict[str, Actor] = {}
    for actor in sorted(actors, key=lambda a: a.id):
        if actor.kind is MentionKind.STATE:
            by_state[actor.name] = actor
            continue
        if actor.kind is MentionKind.UNNAMED:
            continue
        for name in actor.names:
            if " " in name or (actor.kind is MentionKind.OUTLET and len(name) > 3):
                found.setdefault(name, []).append(_Known(actor, False, f"a name of {actor.name}"))
            for form in _compounds(name) if actor.kind is MentionKind.BODY else ():
                found.setdefault(form, []).append(_Known(actor, False, f"the German form of {name}"))
    for word, key in sorted(book.keys.items()):
        owner = by_state.get(book.name(key))
        if owner is not None:
            why = book.why.get(word, f"the pile writes of {word} as a state")
            found[word] = [_Known(owner, word != key, why)]
            for form in _native_forms(word) if word == key else ():
                found.setdefault(form, [_Known(owner, False, f"the German form of {word}")])
    return {name: known[0] for name, known in found.items() if len({k.actor.id for k in known}) == 1}


def name_links(
    articles: Sequence[ArticleFindings], links: Sequence[ActorLink], names: dict[str, _Known]
) -> Iterator[ActorLink]:
    """A link for each place where a known name stands and no mention of another actor does."""
    table: PhraseTable[_Known] = PhraseTable(sorted(names.items(), key=lambda item: item[0]))
    sounds = {
        skeleton(name_stem(name)): known
        for name, known in sorted(names.items())
        if known.actor.kind is MentionKind.STATE and name.isascii() and " " not in name
    }
    persons = {known.actor.id: known.actor for known in names.values()}
    by_article: dict[str, list[ActorLink]] = {}
    for link in links:
        by_article.setdefault(link.article_id, []).append(link)
    for findings in articles:
        yield from _in_article(findings, by_article.get(findings.article.id, []), table, sounds, persons)


def _in_article(
    findings: ArticleFindings,
    links: Sequence[ActorLink],
    table: PhraseTable[_Known],
    sounds: dict[str, _Known],
    persons: dict[str, Actor],
) -> Iterator[ActorLink]:
    text = findings.article.text
    taken = _Taken(findings.mentions, links)
    present = {link.actor_id for link in links}
    hits = list(table.find(text))
    if findings.language.code in _CYRILLIC:
        hits += list(_sounding(text, sounds))
    for start, end, known in hits:
        if taken.holds(start, end) or (known.place and not _acts(text, start, end)):
            continue
        present.add(known.actor.id)
        near = words_around(text, start, end)
        name = text[start:end]
        reason = f"“{name}” in “{near}” is {known.actor.name}: {known.why}"
        yield ActorLink(known.actor.id, findings.article.id, span_of(text, start, end), reason)
    yield from _surnames(findings, taken, [persons[a] for a in sorted(present) if a in persons])


def _sounding(text: str, sounds: dict[str, _Known]) -> Iterator[tuple[int, int, _Known]]:
    """Cyrillic words, in any case form, that write a state or capital of the pile."""
    for match in _CYRILLIC_NAME.finditer(text):
        known = sounds.get(skeleton(case_stem(match.group())))
        if known is not None:
            yield *match.span(), known


def _surnames(findings: ArticleFindings, taken: "_Taken", present: Sequence[Actor]) -> Iterator[ActorLink]:
    """Later mentions by surname of persons whom only the pile tells to be persons."""
    bearers: dict[str, list[Actor]] = {}
    for actor in present:
        if actor.kind is MentionKind.PERSON and " " in actor.name:
            bearers.setdefault(actor.name.split()[-1], []).append(actor)
    text = findings.article.text
    table: PhraseTable[Actor] = PhraseTable((n, a[0]) for n, a in sorted(bearers.items()) if len(a) == 1)
    for start, end, actor in table.find(text):
        if not taken.holds(start, end):
            near = words_around(text, start, end)
            reason = f"“{text[start:end]}” in “{near}” is short for {actor.name}, whom this article names"
            yield ActorLink(actor.id, findings.article.id, span_of(text, start, end), reason)


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
