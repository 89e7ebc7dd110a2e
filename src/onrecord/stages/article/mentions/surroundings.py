"""What the words around a name tell of it, without a parse: datelines, places, agencies, persons."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_NAME = r"[^\W\d_a-z][\w’'-]{1,30}"
_NAMES = rf"{_NAME}(?: (?:(?:of|and|the) )?{_NAME}){{0,3}}"
_LAND = (
    r"(?:[Vv]alley|[Rr]iver|[Hh]arbou?r|[Ll]ake|[Mm]ountains?|[Bb]ridge|[Dd]am|[Ii]slands?|[Pp]eninsula|[Cc]oast|"
    r"[Ss]trait|[Bb]ay|[Gg]ulf|[Ss]ea|[Dd]elta|[Dd]istrict|[Ff]orest|[Dd]esert|[Cc]anal)"
)
_BEFORE_LAND = re.compile(rf"\b({_NAME}(?<!['’]s)) {_LAND}\b")
_AFTER_LAND = re.compile(
    rf"\b(?:{_LAND}|port|village|town|city) (?:of|at|near) ({_NAME})\b"
    rf"|\b(?:villages|towns) along the ({_NAME})\b|\b(?:River|Lake|Mount|Cape) ({_NAME})\b"
)
# "VINT, March 4 (Harrow) - ", "VINT - ", "Vint (HNA) - "
_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+){0,3})"
    r"(?P<date>, [^\W\d_]{3,9}\.? \d{1,2}(?:, \d{4})?)?(?P<agency> \((?P<name>[^()\n]{2,40})\))?"
    r" ?(?:-|–|—|:(?<=\):)) ",
    re.MULTILINE,
)
_AGENCY = re.compile(
    rf"\b[Tt]he ({_NAMES}) (?:news|press|wire) (?:agency|service)\b"
    rf"|\b[Nn]ews (?:agency|site|website|portal|channel) ({_NAMES})\b"
    rf"|\b(?:[Dd]ie|[Dd]er) (?:Nachrichtena|A)gentur ({_NAME})\b"
    rf"|\b(?:агентств\w{{1,3}}|газет\w{{1,2}}|видання\w?|издани\w{{1,2}}) «({_NAMES})»"
)
_TIME = r" (?:on [^\W\d_a-z][a-z]{2,8}day|this week|yesterday|today)"
# Told, reported, cited: one capitalised word that a report rests on.
_CITED = re.compile(
    rf"\b(?:told|[Rr]eported by|[Rr]eference to|report by|[Cc]iting) ({_NAME})(?=[,.]|$| \(|, citing)"
    rf"|, [^,.\n]{{4,120}} told ({_NAME}){_TIME}\.(?=\s|$)|\b[Rr]eported{_TIME} by ({_NAME})(?=[,.])"
    rf"|\b[Aa]s ({_NAME}) (?:notes|reports|writes|reported|noted|wrote)\b"
    rf"|\b({_NAME}) (?:reports|writes) (?=(?:with reference|citing)\b)"
    rf"|, ({_NAME}) (?:reports|writes)\."
    rf"|\b({_NAME})['’]s (?:sources|interlocutors?|correspondents?|reporters?)\b",
    re.MULTILINE,
)
# "the Eastern Pact, an alliance of six states", "members of the Eastern Pact", "the charity Clear Water".
_UNION = (
    r"(?:alliance|union|bloc|league|organi[sz]ation|association|federation|coalition|group|grouping|charity|"
    r"company|party|movement|body|institute|foundation|Hilfsorganisation|organi[sz]ation)"
)
_BODY = re.compile(
    rf"\b({_NAMES}), (?:an?|the) (?:[a-z-]{{2,20}} ){{0,3}}{_UNION}\b"
    rf"|\b(?:members?|membership|summit) of the ({_NAME} {_NAMES})"
    rf"|\b(?:(?:relief|aid|rights|space|health) (?:agency|group)|charity|{_UNION}) ({_NAME} {_NAME})\b"
)
_WHO = re.compile(rf"\b({_NAME} {_NAME}), (?:who|whose|\d{{1,2}},)")

# "the spokesman of Lake Steel, Wim Astor,": who holds the office, set behind the body.
_HOLDS = re.compile(
    r"\b(?:spokes(?:man|woman|person)|director|head|chief|chairman|chairwoman|chair|secretary|manager|"
    rf"executive|leader|president) (?:of|for|at) (?:the )?{_NAMES}, ({_NAME} {_NAME})(?=,| [a-z])"
)

_GOES_BACK = re.compile(r"[^\W\d_a-z][\w.’'-]* $")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place that opens a report, and where the dash after it ends."""

    start: int
    end: int
    name: str
    dash: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Names by what stands beside them. The values are the words that say so."""

    datelines: tuple[Dateline, ...] = ()
    places: dict[str, str] = field(default_factory=dict)
    agencies: dict[str, str] = field(default_factory=dict)
    cited: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    persons: dict[str, str] = field(default_factory=dict)

    def clear(self, start: int, stop: int) -> int:
        """`start`, moved behind a dateline that a phrase of one line would reach back over."""
        for line in self.datelines:
            if line.start <= start < line.dash <= stop:
                return line.dash
        return start


def read_surroundings(text: str) -> Surroundings:
    """Every hint of the text, in one pass a pattern; all patterns are linear."""
    datelines = []
    agencies: dict[str, str] = {}
    for match in _DATELINE.finditer(text):
        if not (match["date"] or match["agency"] or match["place"].isupper()) or match["place"] == match[0]:
            continue
        datelines.append(Dateline(*match.span("place"), match["place"].title(), match.end()))
        if match["name"] and match["name"][:1].isupper():
            agencies.setdefault(match["name"], " ".join(match.group().split()))
    for name, quote in _named(_AGENCY, text):
        agencies.setdefault(name, quote)
    places = dict(_named(_BEFORE_LAND, text))
    places.update(_named(_AFTER_LAND, text))
    cited, bodies, persons = (dict(_named(pattern, text)) for pattern in (_CITED, _BODY, _WHO))
    persons |= dict(_named(_HOLDS, text))
    return Surroundings(tuple(datelines), places, agencies, cited, bodies, persons)


def _named(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, str]]:
    for match in pattern.finditer(text):
        if pattern is _WHO and _GOES_BACK.search(text, max(0, match.start() - 32), match.start()):
            continue  # "New [York Times], who"
        name = next(group for group in match.groups() if group)
        yield re.sub(r"['’]s?$", "", name), " ".join(match.group().split())
