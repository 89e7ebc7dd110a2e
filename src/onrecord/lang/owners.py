"""How a page says to whom an outlet belongs: imprint lines, "sister paper of", "a NAME Group newspaper".

No table of the world's owners: only what stands on the pages. Each form has a slot for the outlet (absent
where the page's own is meant) and one for the owner, or for another outlet of the same owner (`sister`).
"""

import re
from typing import NamedTuple

# A name: capitalised words, small ones in between; bounded, so that no text makes it slow.
_WORD = r"[^\W\d_a-zа-яіїєґß][\w&.’'-]{0,30}"
NAME = rf"{_WORD}(?: (?:{_WORD}|of|and|the|&|und|der|de|la|i|и)){{0,4}}(?<! of)(?<! and)(?<! the)"
_HOUSE = (
    r"(?:Group|Media|Press|Publishing|Publishers|Publications|Holdings?|Corporation|Corp|Company|News|"
    r"Verlag|Verlagsgruppe|Mediengruppe|Medien)"
)
_PAPER = (
    r"(?:newspaper|paper|title|publication|magazine|website|site|channel|station|broadcaster|weekly|daily|"
    r"outlet|brand|company|agency|portal)"
)
_THE = r"(?:[Tt]he |[Dd]ie |[Dd]er |[Dd]as |[Dd]en |[Dd]em |[Dd]es )?"

_OUTLET = rf"{_THE}(?P<outlet>{NAME})"
_OWNER = rf"{_THE}(?P<owner>{NAME})"
_SISTER = rf"{_THE}(?P<sister>{NAME})"

# An owner that its own words show to be a house: "Mediengruppe Nordtal", "Graumann Group".
_HOUSE_FIRST = (
    rf"(?:Mediengruppe|Verlagsgruppe|Verlagshaus|Medienhaus|Zeitungsgruppe|Pressehaus|Verlag)(?: {NAME})?"
    rf"|{_WORD}(?: {_WORD}){{0,3}}[ -](?:Verlag|Verlagsgruppe|Mediengruppe|Medien|Gruppe)\b"
)
_HOUSE_LAST = rf"{_WORD}(?: (?:{_WORD}|&|and)){{0,3}} {_HOUSE}\b"

# What shows that a line is worth reading at all: folded words, looked up before any form is tried.
HINTS = (
    "sister", "published by", "publisher of", "owned by", "owns", "belongs to", "belonging to",
    "part of the", "part of", " group", "media ", "erscheint", "schwester", "herausgegeben", "gehört",
    "gehören", "verlag", "medien", "издаётся", "издается", "издатель", "принадлежит", "входит в", "видається",
    "видавець", "належить", "входить до", "imprint", "impressum",
)  # fmt: skip

_FORMS = (
    # "The Beacon is published by Stonebridge Press", "Published by Stonebridge Press"
    rf"(?:{_OUTLET} (?:is|are|was) )?[Pp]ublished by {_OWNER}",
    rf"^\W{{0,4}}[Pp]ublisher: {{0,2}}{_OWNER}",
    # "the Courier, which is owned by Ledger Group"; "owned by Ledger Group"
    rf"{_OUTLET},? (?:(?:which|that) )?(?:(?:is|are|was) )?(?:also )?owned by {_OWNER}",
    # "the Courier, which Ledger Group owns"; "Ledger Group, which owns the Courier"
    rf"{_OUTLET},? (?:which|that) {_OWNER} (?:also )?owns",
    rf"{_OWNER},? (?:which|who|that) (?:also )?owns {_OUTLET}",
    # "the Evening Ledger, the sister paper of the Morning Ledger"; "its sister paper, the Morning Ledger"
    rf"{_OUTLET},? (?:a|the|which is (?:a|the)) sister (?:{_PAPER} )?(?:of|to) {_SISTER}",
    rf"\b(?:its|our|their|the paper['’]s) sister[ -](?:{_PAPER}|news{_PAPER}),? {_SISTER}",
    # "the South Wind, which belongs to the publisher of the West Wind"
    rf"{_OUTLET},? (?:which )?(?:belongs|belonging) to the (?:publisher|owner|house) of {_SISTER}",
    rf"{_OUTLET},? (?:which )?(?:belongs|belonging) to {_OWNER}",
    # "The Flint is a Graumann Group newspaper"; "the Courier, a Ledger Media title"
    rf"{_OUTLET}(?: is|,) (?:an?|one of the) (?P<owner>{NAME}) (?:{_PAPER})s?\b",
    rf"{_OUTLET} (?:is|are) (?:a )?part of {_OWNER}",
    # "The Flint is a title of the Graumann Group", "the Flint appears in the Graumann Group"
    rf"{_OUTLET} (?:is|are|,) (?:an?|one of the|the) (?:[\w-]{{2,20}} )?(?:{_PAPER})s? "
    rf"(?:of|from|in|within|at) (?:the )?(?P<owner>{_HOUSE_LAST})",
    rf"{_OUTLET} (?:appears|comes out|is issued|is brought out) (?:in|with|at|by|from) (?:the )?"
    rf"(?P<owner>{_HOUSE_LAST})",
    # German
    rf"{_OUTLET} (?:erscheint (?:bei|im Verlag)|wird herausgegeben von) {_OWNER}",
    rf"{_OUTLET} erscheint (?:in|bei|im) (?:der |dem )?(?P<owner>{_HOUSE_FIRST})",
    rf"{_OUTLET} (?:ist|sind) (?:(?:ein|eine|einer|eines|auch) ){{0,2}}(?:[\w-]{{2,20}} )?"
    r"(?:der )?(?:Titel|Titeln|Zeitung|Zeitungen|Blatt|Marke|Angebot|Portal|Magazin|Sender|Tochter|"
    r"Unternehmen|Ausgabe) "
    rf"(?:der|des|von|aus der|aus dem|im|in der) (?P<owner>{_HOUSE_FIRST})",
    rf"{_OUTLET} gehört (?:zur|zum|zu|der|dem) (?P<owner>{NAME})",
    rf"\b(?:[Ii]hrer?|[Dd]ie|[Ss]einer?|[Uu]nserer?) Schwester(?:zeitung|blatt|portal|sender),? {_SISTER}",
    # Russian and Ukrainian
    rf"(?P<outlet>{NAME})»? (?:принадлежит|входит в|издаётся|издается|належить|входить до|видається) "
    rf"(?:холдинг[уа]? |групп[еу] |груп[иі] |медиахолдинг[уа]? |медіахолдинг[уа]? )?[«\"“]?(?P<owner>{NAME})",
)
OWNING = tuple(re.compile(form) for form in _FORMS)
RIGHTS = re.compile(
    rf"(?:©|\([cC]\)|\b[Cc]opyright\b:?)[ ,]{{0,3}}(?:by )?(?:(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?,?[ ]?)?"
    rf"(?:by )?{_OWNER}|(?P<after>{NAME}) (?:©|\([cC]\))"
)
HOUSE = re.compile(rf"\b{_HOUSE}\b")
_LEGAL = frozenset(
    "ltd limited inc llc plc gmbh ag kg co company corp corporation sa srl sarl ооо зао тов group".split()
)


# What outlets do with news, where a party would say or announce it.
REPORTING = frozenset(
    "report reports reported write writes wrote reveal reveals revealed berichtet berichtete schreibt "
    "schrieb meldet meldete пишет писала писал сообщает сообщил сообщила сообщило пише повідомляє повідомив "
    "повідомила".split()
)


class Owning(NamedTuple):
    """One statement: offsets in the line of the outlet (None: the page's own), and of owner or sister."""

    start: int
    end: int
    outlet: str | None
    owner: str | None
    sister: str | None


def ownings(line: str) -> list[Owning]:
    """What a line says about who owns an outlet, in order."""
    low = line.casefold()
    if not any(hint in low for hint in HINTS):
        return []
    found = []
    for form in OWNING:
        for match in form.finditer(line):
            parts = match.groupdict()
            found.append(
                Owning(
                    match.start(), match.end(), parts.get("outlet"), parts.get("owner"), parts.get("sister")
                )
            )
    return sorted(found, key=lambda one: (one.start, -one.end))


def rights_holder(line: str) -> str | None:
    """The holder that a copyright line names."""
    match = RIGHTS.search(line[:400])
    return (match["owner"] or match["after"]) if match else None


def owner_key(name: str) -> str:
    """What two writings of one owner share: folded, without "the" and the legal form."""
    words = [word.strip(".,'’") for word in name.casefold().split()]
    while len(words) > 1 and words[0] in {"the", "die", "der", "das"}:
        words = words[1:]
    while len(words) > 1 and (words[-1] in _LEGAL or words[-1].isdigit()):
        words = words[:-1]
    return " ".join(words)
