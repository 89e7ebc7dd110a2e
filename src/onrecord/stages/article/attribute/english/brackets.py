"""Brackets between who speaks and the verb: "The weekly (which has been right before) claims that P"."""

import re

from onrecord.lang.cue_forms import reporting_forms
from onrecord.stages.article.attribute.draft import Layout
from onrecord.stages.article.attribute.english.cited_party import AUXILIARIES
from onrecord.stages.article.attribute.english.spliced import Splice

_BRACKET = re.compile(r"(?<=\w) \((?P<words>[a-z]+ [^()\n\"“”]{2,160})\)(?= (?P<next>[a-z]+))")
_WORD = re.compile(r"[^\W_]+")


def bracket_splices(layout: Layout) -> list[Splice]:
    """Such brackets, which the tagger does not read; none that tell what somebody said."""
    if " (" not in layout.text:
        return []
    return [
        Splice(match.start(), match.end())
        for match in _BRACKET.finditer(layout.text)
        if match["next"] in reporting_forms() | AUXILIARIES
        and not set(_WORD.findall(match["words"])) & reporting_forms()
        and layout.quotation_at(match.start()) is None
    ]
