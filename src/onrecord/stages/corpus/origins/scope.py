"""One scope (a story, a position, a saying): its voices joined to origins, with low, high and the proofs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from onrecord.data import Origin, OriginSet, RecordStatus
from onrecord.ids import make_id
from onrecord.lang.documents import is_unowned
from onrecord.lang.unnamed import BODIES
from onrecord.stages.corpus.origins import proofs, reasons
from onrecord.stages.corpus.origins.meeting import meet
from onrecord.stages.corpus.origins.merging import Merging, in_order
from onrecord.stages.corpus.origins.naming import full_name
from onrecord.stages.corpus.origins.owners import Houses
from onrecord.stages.corpus.origins.unnamed import Description, Verdict, closest, description_of
from onrecord.stages.corpus.origins.voices import ACTOR, NAMED, OUTLET, TOLD, Key, Told, Voice
from onrecord.text.fold import words

MAX_COMPARED = 40  # outlets of one scope whose unnamed people are held against each other one by one


@dataclass(frozen=True, slots=True)
class Scope:
    """What origins are counted for: its id, the words that name it, how many pages hold it.

    `kind`: "story", "position" or "saying". `story_of` gives the story of an article: unnamed people of
    different events are not taken for the same. `strays` are attributions that a copy made up.
    """

    id: str
    kind: str
    label: str
    pages: int
    story_of: Mapping[str, str]
    strays: frozenset[str]


def count_scope(scope: Scope, voices: Sequence[Voice], told: Told) -> OriginSet:
    """The origins behind a scope. A pure function of the set of voices."""
    merging = Merging()
    heard = _heard(scope, sorted(voices, key=lambda v: (v.article, v.said.start, v.chain.id)), told)
    heard = meet(heard, told, merging)
    if scope.kind == "story":
        # An outlet that speaks for itself counts where nobody else does: a company's own page.
        others = [voice for voice in heard if voice.key[0] != OUTLET]
        heard = others or [voice for voice in heard if voice.hop is not None]
    merging.add(sorted({voice.key for voice in heard}))
    first = _first_of_key(heard)
    _join_lines({voice.article for voice in voices}, told, merging)
    _join_utterances(heard, told, merging)
    _join_outlets(first, told, merging)
    if scope.kind != "story":
        _join_reports(heard, first, told, merging)
    _join_unnamed(scope, heard, told, merging)
    _doubt_members(heard, told, merging)
    _doubt_texts(heard, told, merging)
    return _origin_set(scope, heard, merging, told)


def _heard(scope: Scope, voices: list[Voice], told: Told) -> list[Voice]:
    """The voices that count: headlines only where nothing else speaks, strays of copies not at all."""
    own = [voice for voice in voices if voice.said.id not in scope.strays] or voices
    body = {voice.article for voice in own if not voice.said.title}
    kept = [voice for voice in own if not voice.said.title or voice.article not in body]
    if scope.kind == "story":
        spoken = [v for v in kept if not v.said.silent and (v.said.telling or v.key[0] == ACTOR)]
        return _without_papers(spoken)
    return _without_takers(kept, told)


def _without_papers(voices: list[Voice]) -> list[Voice]:
    """A paper of nobody ("a survey in 2029") is background where its article lets anybody speak."""
    owned = {voice.article for voice in voices if not is_unowned(voice.name)}
    return [voice for voice in voices if voice.article not in owned or not is_unowned(voice.name)]


def _without_takers(voices: list[Voice], told: Told) -> list[Voice]:
    """Of what an article and its copy both tell, the copy's voice is the first's, whatever it calls it."""
    firsts: dict[str, Voice] = {}
    ordered = sorted(
        voices,
        key=lambda v: (
            v.article not in told.lines.told_first(v.article),
            v.hop is None,
            not v.named,
            v.article,
            v.chain.id,
        ),
    )
    for voice in ordered:
        firsts.setdefault(told.lines.of(voice.article), voice)
    kept = []
    for voice in voices:
        first = firsts[told.lines.of(voice.article)]
        same = first.article == voice.article
        kept.append(voice if same else replace(first, chain=voice.chain, said=voice.said))
    return kept


def _first_of_key(voices: Sequence[Voice]) -> dict[Key, Voice]:
    first: dict[Key, Voice] = {}
    for voice in voices:
        first.setdefault(voice.key, voice)
    return first


def _join_lines(articles: Iterable[str], told: Told, merging: Merging) -> None:
    """Articles of one line speak with one voice: by which reuse; the outlets that may be first are joined."""
    line_of = {article: told.lines.of(article) for article in articles}
    size = Counter(line_of.values())
    for article in sorted(line_of):
        retold = told.retold.get(article)
        if retold is not None and size[line_of[article]] > 1:
            merging.proofs.append(proofs.of_reuse(article, retold, told))
    _join_firsts(sorted(size), told, merging)


def _join_firsts(lines: Sequence[str], told: Told, merging: Merging) -> None:
    """The outlets of those that may be first in a line are one teller, through other lines too."""
    houses = Houses()
    line_of: dict[str, str] = {}
    for line in lines:
        framed = [name for name in told.lines.told_first(line) if _framed(name, told)]
        outlets = sorted({told.owners.key(told.frames[name].hops[-1].name) for name in framed})
        for one, other in pairwise(outlets):
            line_of.setdefault(one, line)
            line_of.setdefault(other, line)
            houses.unite(one, other)
    homes: dict[tuple[str, str], Key] = {}
    for key in sorted(merging.sure.parent):
        if key[0] in (TOLD, OUTLET) and key[1] in line_of:
            home = homes.setdefault((key[0], houses.root(key[1])), key)
            if home != key:
                merging.join(home, key, proofs.of_line(line_of[key[1]], home[1], key[1], told))


def _framed(article: str, told: Told) -> bool:
    frame = told.frames.get(article)
    return frame is not None and bool(frame.hops)


def _join_utterances(voices: Sequence[Voice], told: Told, merging: Merging) -> None:
    """Six words in quotation marks that two articles share were said once."""
    first: dict[int, Voice] = {}
    for voice in sorted(voices, key=lambda v: (v.key[0] != ACTOR, not v.named, v.article, v.chain.id)):
        for run, start, end in voice.said.runs:
            home = first.setdefault(run, voice)
            if home.article != voice.article and home.key != voice.key:
                merging.join(home.key, voice.key, proofs.of_utterance(voice, home, start, end, told))


def _join_outlets(first: Mapping[Key, Voice], told: Told, merging: Merging) -> None:
    """Outlets of one house are one origin where they give no name."""
    houses: dict[tuple[str, str], Voice] = {}
    for key in sorted(first):
        voice = first[key]
        if key[0] not in (TOLD, OUTLET):
            continue
        house = told.owners.sure.root(key[1])
        home = houses.setdefault((key[0], house), voice)
        if home.key != key:
            merging.join(home.key, key, proofs.of_owner(home, voice, told.owners.sure, told, sure=True))


def _join_reports(voices: Sequence[Voice], first: Mapping[Key, Voice], told: Told, merging: Merging) -> None:
    """An outlet cited without its source adds nothing to what it is known to have had it from."""
    sources: dict[str, Voice] = {}
    for voice in voices:
        if voice.key[0] != OUTLET:
            sources.setdefault(voice.carrier, voice)
    for key in sorted(first):
        source = sources.get(key[1])
        if key[0] == OUTLET and source is not None:
            merging.join(source.key, key, proofs.of_report(first[key], source, told))


def _join_unnamed(scope: Scope, voices: Sequence[Voice], told: Told, merging: Merging) -> None:
    """Unnamed people of different outlets: the same, perhaps the same, or not."""
    groups = _unnamed_groups(voices, merging)
    keys = sorted(groups)
    if len(keys) < 2:
        return
    if len(keys) > MAX_COMPARED:
        for key in keys[1:]:
            merging.doubt(keys[0], key, proofs.of_many(groups[keys[0]], groups[key], len(keys), scope.label))
        return
    described = {key: _descriptions(groups[key], told) for key in keys}
    open_: list[tuple[Key, Key, Description, Description]] = []
    for one, other in combinations(keys, 2):
        near = _one_event(scope, groups, one, other)
        found = closest(described[one], described[other]) if near else None
        heard = _told_across(groups[one], groups[other], told) if found is not None else None
        if found is not None and found[0] is Verdict.SAME:
            merging.join(one, other, proofs.of_same_people(found[1], found[2], told))
        elif heard is not None:
            merging.join(one, other, proofs.of_told_across(heard[0], heard[1], told))
        elif found is not None:
            open_.append((one, other, found[1], found[2]))
    for one, other, mine, theirs in open_:
        merging.doubt(one, other, proofs.of_maybe_people(mine, theirs, scope.label, told))
    _doubt_owners(groups, told, merging)


def _told_across(mine: Sequence[Voice], theirs: Sequence[Voice], told: Told) -> tuple[Voice, Voice] | None:
    """Two voices that tell the same in two languages: who is told apart by nothing was heard once."""
    by_id = {voice.said.id: voice for voice in theirs}
    for voice in mine:
        for name in sorted(told.across.get(voice.said.id, ())):
            if name in by_id:
                return voice, by_id[name]
    return None


def _doubt_members(voices: Sequence[Voice], told: Told, merging: Merging) -> None:
    """A body that speaks without a name, and unnamed people of that body: perhaps the same."""
    bodies: dict[str, Voice] = {}
    for voice in voices:
        if voice.key[0] in (ACTOR, NAMED) and voice.key[1] not in told.states and not full_name(voice.name):
            for word in words(voice.name[:200]):
                if word.fold in BODIES:
                    bodies.setdefault(word.fold, voice)
    if not bodies:
        return
    for key, group in sorted(_unnamed_groups(voices, merging).items()):
        for one in _descriptions(group, told):
            read = [word.fold for word in words(one.words)]
            body = next((bodies[word] for word in read if word in bodies), None)
            if body is not None and merging.group_of(body.key) != key:
                merging.doubt(body.key, key, proofs.of_member(one, body, told))
                break


def _doubt_owners(groups: Mapping[Key, list[Voice]], told: Told, merging: Merging) -> None:
    """Outlets that may be of one house, for those whom they do not name."""
    homes: dict[str, tuple[Key, Voice]] = {}
    for key in sorted(groups):
        for voice in groups[key]:
            house = told.owners.likely.root(voice.carrier)
            first, home = homes.setdefault(house, (key, voice))
            if merging.group_of(first) != merging.group_of(key):
                proof = proofs.of_owner(home, voice, told.owners.likely, told, sure=False)
                merging.doubt(first, key, proof, shown=True)
                break


def _doubt_texts(voices: Sequence[Voice], told: Told, merging: Merging) -> None:
    """Two articles of which reuse is not sure: whom they do not name may be the one's alone."""
    unnamed: dict[str, Voice] = {}
    for voice in voices:
        if voice.key[0] in (TOLD, OUTLET):
            unnamed.setdefault(voice.article, voice)
    for article in sorted(unnamed):
        for bond in told.lines.doubtful.get(article, ()):
            other = unnamed.get(bond.earlier)
            if other is None:
                continue
            keys = other.key, unnamed[article].key
            if merging.group_of(keys[0]) != merging.group_of(keys[1]):
                merging.doubt(*keys, proofs.of_maybe_text(bond, told), shown=True)


def _unnamed_groups(voices: Sequence[Voice], merging: Merging) -> dict[Key, list[Voice]]:
    """The voices of every origin that nobody speaks for under a name."""
    groups: defaultdict[Key, list[Voice]] = defaultdict(list)
    for voice in voices:
        groups[merging.group_of(voice.key)].append(voice)
    return {
        key: found
        for key, found in groups.items()
        if not any(v.named for v in found) and any(v.key[0] == TOLD for v in found)
    }


def _descriptions(voices: Sequence[Voice], told: Told) -> list[Description]:
    found: dict[str, Description] = {}
    for voice in voices:
        if voice.key[0] == TOLD and voice.article in told.notes:
            fullest = told.fullest(voice.article).get(voice.said.id, voice.said)
            made = description_of(fullest, voice.name, told.notes[voice.article])
            found.setdefault(made.words.casefold(), made)
    return sorted(found.values(), key=lambda one: (-len(one.about), one.words, one.article))


def _one_event(scope: Scope, groups: Mapping[Key, list[Voice]], one: Key, other: Key) -> bool:
    if scope.kind == "story":
        return True
    mine = {scope.story_of.get(voice.article, voice.article) for voice in groups[one]}
    return any(scope.story_of.get(voice.article, voice.article) in mine for voice in groups[other])


def _origin_set(scope: Scope, voices: Sequence[Voice], merging: Merging, told: Told) -> OriginSet:
    groups: defaultdict[Key, list[Voice]] = defaultdict(list)
    for voice in voices:
        groups[merging.group_of(voice.key)].append(voice)
    for key in sorted(groups):
        merging.proofs.extend(proofs.of_group(groups[key], told))
    origins = tuple(_origin(scope, key, groups[key], told) for key in sorted(groups))
    low = merging.low()
    found = in_order(merging.proofs)
    return OriginSet(
        id=make_id("or", [scope.id, *(origin.id for origin in origins)]),
        scope=scope.id,
        low=low,
        high=len(origins),
        origins=origins,
        pages=scope.pages,
        reason=reasons.of_set(scope.label, scope.pages, origins, low, found),
        proofs=found,
    )


def _is_latin(name: str) -> bool:
    """Whether a name begins in Latin letters: one heard in several scripts is shown in that of most."""
    return next((letter < "ɐ" for letter in name if letter.isalpha()), True)


def _origin(scope: Scope, key: Key, voices: Sequence[Voice], told: Told) -> Origin:
    latin = 2 * sum(_is_latin(voice.name) for voice in voices) >= len(voices)
    shown = min(
        voices,
        key=lambda v: (
            v.key[0] != ACTOR,
            not v.named,
            v.hop is None,
            _is_latin(v.name) != latin,
            v.article,
            v.said.start,
        ),
    )
    status = shown.hop.status if shown.hop else RecordStatus.UNSTATED
    if any(voice.hop and voice.hop.status is RecordStatus.ON_RECORD for voice in voices):
        status = RecordStatus.ON_RECORD
    return Origin(
        make_id("on", [scope.id, *key]),
        shown.name if shown.named or not shown.hop else reasons.of_names(voices),
        status,
        shown.hop.actor_id if shown.hop and shown.key[0] == ACTOR else None,
        tuple(sorted({voice.article for voice in voices})),
        tuple(sorted({voice.chain.id for voice in voices})),
        reasons.of_origin(scope.label, shown, voices, told),
    )
