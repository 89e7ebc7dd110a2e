"""Which outlets are one, and which of one owner: by what pages say, by addresses, by the user's file."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import msgspec
import tld

from onrecord.data import Sighting, Span
from onrecord.errors import InputError
from onrecord.lang.agencies import fold_name, known_outlet
from onrecord.lang.carriers import GENERIC_CARRIERS, outlet_key
from onrecord.lang.owners import HOUSE, owner_key
from onrecord.stages.corpus.origins.notes import About, Owned

_HOST = re.compile(r"^(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}$")
_AND = re.compile(r",? (?:and|und|и|і|та|&) (?:the |die |der |das )?")
_NO_REPORTER = frozenset(
    "staff reporter reporters desk agency correspondent correspondents news editor editors team redaktion "
    "editorial writer writers press online bureau service".split()
)
MAX_OUTLETS_OF_BYLINE = 3


class _Owner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    outlets: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    owner: tuple[_Owner, ...] = ()


def load_owners(path: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(owner, its outlets) of the user's file, "" for none. Raises InputError when it is ill-typed."""
    if not path:
        return ()
    try:
        file = msgspec.convert(tomllib.loads(Path(path).read_text(encoding="utf-8")), _File)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(f"{path}: cannot use this file of owners: {error}") from error
    return tuple((owner.name, owner.outlets) for owner in file.owner)


@dataclass(frozen=True, slots=True)
class Shown:
    """The words by which an outlet is tied to its owner, and where they stand (None: in no article)."""

    article: str | None
    span: Span | None
    words: str


@dataclass(slots=True)
class Houses:
    """Outlets and owners joined by statements, with the first statement about each."""

    parent: dict[str, str] = field(default_factory=dict)
    shown: dict[str, Shown] = field(default_factory=dict)

    def root(self, name: str) -> str:
        """What stands for a house; an outlet of which nothing is said stands for itself."""
        while self.parent.get(name, name) != name:
            name = self.parent[name]
        return name

    def join(self, one: str, other: str, shown: Shown) -> None:
        """Two names belong to one house."""
        self.unite(one, other)
        for name in (one, other):
            self.shown.setdefault(name, shown)

    def unite(self, one: str, other: str) -> None:
        """Two names are one."""
        low, high = sorted((self.root(one), self.root(other)))
        if low != high:
            self.parent[high] = low


@dataclass(slots=True)
class Owners:
    """Keys of outlets, and the house of each: `sure` by what is said, `likely` by softer signs.

    `outlets` are the keys of those that publish a page of the pile, `known` the keys by names asked for.
    """

    labels: dict[str, str] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    outlets: frozenset[str] = frozenset()
    sure: Houses = field(default_factory=Houses)
    likely: Houses = field(default_factory=Houses)

    def key(self, name: str) -> str:
        """What all names and addresses of one outlet share."""
        if name not in self.known:
            host = name.strip().casefold()
            site = site_of(host) if _HOST.match(host) else ""
            self.known[name] = self.labels.get(site, site) if site else plain_key(name)
        return self.known[name]


@lru_cache(maxsize=100_000)
def plain_key(name: str) -> str:
    """The key of a name: without "the news agency", "public broadcaster" before it."""
    plain = name.split()
    kinds = [
        place
        for place, word in enumerate(plain[:4])
        if word.casefold() in GENERIC_CARRIERS and word.islower()
    ]
    if kinds and kinds[-1] + 1 < len(plain):
        name = " ".join(plain[kinds[-1] + 1 :])
    words = outlet_key(name).split()
    while len(words) > 1 and (words[0] in GENERIC_CARRIERS or words[0] in {"news", "the"}):
        words = words[1:]
    rest = " ".join(words)
    known = known_outlet(rest)
    return fold_name(known.name) if known is not None else rest


@lru_cache(maxsize=100_000)
def site_of(host: str) -> str:
    """The registrable domain of a host (Mozilla's Public Suffix List, private suffixes included)."""
    found = tld.get_fld(host, fail_silently=True, fix_protocol=True, search_private=True)
    if found:
        return str(found)
    return ".".join(host.split(".")[-2:])  # a suffix that the list does not have is one label (its rule "*")


def find_owners(
    notes: Sequence[About],
    sightings: Sequence[Sighting],
    cited: Iterable[str],
    listed: Iterable[tuple[str, tuple[str, ...]]],
) -> Owners:
    """The outlets of a pile and their owners, the same in any order.

    `cited` are the names by which articles speak of outlets; `listed` is the user's file.
    """
    hosts = _hosts(notes, sightings)
    said = [name for note in notes for line in note.owned for name in (line.outlet, line.sister) if name]
    spoken = {part for name in said for part in (name, *_AND.split(name)) if part.strip()}
    spoken |= {note.outlet for note in notes if note.outlet} | set(cited)
    owners = Owners(_labels(hosts, spoken))
    own = {note.id: owners.key(note.outlet or next(iter(hosts[note.id]), "")) for note in notes}
    for house, outlets in listed:
        for outlet in sorted(outlets):
            words = f"the file of owners gives {outlet} to {house}"
            owners.sure.join(owners.key(outlet), _house(house), Shown(None, None, words))
    published = {key for key in own.values() if key}
    owners.outlets = frozenset(published)
    bylines: defaultdict[str, dict[str, tuple[str, Owned]]] = defaultdict(dict)
    for note in sorted(notes, key=lambda one: one.id):
        for line in note.owned:
            if line.kind == "said":
                _said(owners, own[note.id], note, line)
            elif line.kind == "rights":
                _rights(owners, own[note.id], note, line, published)
            elif _is_person(line.owner or ""):
                bylines[owner_key(line.owner or "")].setdefault(own[note.id], (note.id, line))
    for name in sorted(bylines):
        _byline(owners, name, bylines[name])
    return owners


def _said(owners: Owners, own: str, note: About, line: Owned) -> None:
    if line.outlet is None and line.owner is not None and not HOUSE.search(line.words):
        return
    other = owners.key(line.sister) if line.sister else _house(line.owner or "")
    for outlet in _parts(line.outlet, owners) if line.outlet else [own]:
        if outlet and other and outlet != other:
            owners.sure.join(outlet, other, Shown(note.id, line.span, line.words))


def _parts(name: str, owners: Owners) -> list[str]:
    """The keys of "the Tidemark and the Sandbar", and of "Field and Farm"."""
    return sorted({owners.key(part) for part in (name, *_AND.split(name)) if part.strip()})


def _rights(owners: Owners, own: str, note: About, line: Owned, published: set[str]) -> None:
    """A copyright notice: of the house, unless it is an agency's or another outlet's (that is a credit)."""
    holder = line.owner or ""
    known = known_outlet(holder)
    key = owners.key(holder)
    if own and key != own and key not in published and not (known is not None and known.agency):
        owners.likely.join(own, _house(holder), Shown(note.id, None, line.words))


def _byline(owners: Owners, name: str, places: dict[str, tuple[str, Owned]]) -> None:
    """One reporter in the pages of two or three outlets: they may be one newsroom."""
    outlets = sorted(key for key in places if key)
    if not 1 < len(outlets) <= MAX_OUTLETS_OF_BYLINE:
        return
    for outlet in outlets:
        article, line = places[outlet]
        words = f"{line.words} writes in {' and '.join(outlets)}"
        owners.likely.join(outlet, f"reporter {name}", Shown(article, None, words))


def _is_person(name: str) -> bool:
    words = owner_key(name).split()
    return 1 < len(words) < 5 and not _NO_REPORTER & set(words) and name[:1].isupper()


def _house(name: str) -> str:
    return f"house {owner_key(name)}"


def _hosts(notes: Sequence[About], sightings: Sequence[Sighting]) -> dict[str, tuple[str, ...]]:
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for sighting in sightings:
        if sighting.outlet:
            seen[sighting.page_id].add(sighting.outlet.casefold())
    return {note.id: tuple(sorted(seen.get(note.page_id, ()))) for note in notes}


def _labels(hosts: dict[str, tuple[str, ...]], names: set[str]) -> dict[str, str]:
    """Sites whose first label is the name of an outlet of the pile, where only one site has that label."""
    squeezed: dict[str, str] = {}
    for name in sorted(names):
        if not _HOST.match(name.strip().casefold()):
            for form in (fold_name(name), plain_key(name)):
                squeezed.setdefault(form.replace(" ", "").removeprefix("the"), plain_key(name))
    found: defaultdict[str, set[str]] = defaultdict(set)
    for site in {site_of(host) for seen in hosts.values() for host in seen if _HOST.match(host)}:
        label = site.partition(".")[0].replace("-", "").removeprefix("the")
        if len(label) > 2 and label in squeezed:
            found[squeezed[label]].add(site)
    return {next(iter(sites)): name for name, sites in sorted(found.items()) if len(sites) == 1}
