"""The key by which wordings of one body meet: "Corva's Foreign Ministry", "the Corvan Foreign Ministry"."""

import re

from onrecord.lang.states import derives, states
from onrecord.stages.corpus.actors.summary import Summary

_COMPANY = re.compile(
    r",? (?:Inc|Corp|Corporation|Co|Ltd|Limited|LLC|PLC|plc|AG|SA|SE|GmbH|N\.?V|S\.?A)\.?,?$"
)
_POSSESSIVE = re.compile(r"['’]s?$")


def body_key(summary: Summary) -> str:
    """The shortest name that is no acronym, without company forms: "Norvane Steel", also called "Norvane"."""
    written = (summary.name, *summary.names) if summary.name in summary.names else (summary.name,)
    names = [_COMPANY.sub("", _without_state(name, summary.state)) for name in written]
    plain = [name for name in names if name and not name.isupper()] or names
    shortest = min(plain, key=lambda name: (len(name.split()), len(name), name))
    return shortest.replace("’", "'").casefold().removeprefix("the ")


def _without_state(name: str, state: str | None) -> str:
    """ "Corva's Foreign Ministry" and "Corvan Foreign Ministry" are one name beside their state."""
    first, _, rest = name.removeprefix("the ").removeprefix("The ").partition(" ")
    word = _POSSESSIVE.sub("", first)
    if not state or not rest:
        return name
    listed = states().get(state)
    if listed is not None:
        return rest if word in (*listed.names, *listed.demonyms) else name
    return rest if word == state or derives(word, state) else name
