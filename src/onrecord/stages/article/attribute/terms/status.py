"""On what terms a source speaks: on record, background, hearsay, unstated, with the words that show it.

One set of rules for all languages over what `phrase` reads and `speakers` resolves; the words are in
lang/party_words*. docs/stages/attribute-status.md has the table.
"""

from dataclasses import replace

from onrecord.data import Mention, RecordStatus
from onrecord.lang.name_places import FINITE_ENGLISH, RELATIVE_ENGLISH
from onrecord.lang.party_words import holds
from onrecord.lang.titles import SPOKESPERSONS
from onrecord.stages.article.attribute.draft import Draft, Layout
from onrecord.stages.article.attribute.parties.known import find_names
from onrecord.stages.article.attribute.parties.parties import Mentions, Party, read_party
from onrecord.stages.article.attribute.parties.phrase import read_phrase
from onrecord.stages.article.attribute.parties.phrase_data import View, make_view
from onrecord.stages.article.attribute.parties.speakers import Found, Speakers
from onrecord.stages.article.attribute.terms.described import find_anonymity, read_described
from onrecord.stages.article.attribute.terms.terms import Case, Status
from onrecord.stages.article.attribute.terms.unnamed import unnamed_status

__all__ = ["Status", "find_statuses"]

_ATTITUDES = frozenset({"believe", "deny", "demand"})
_SAID = frozenset({"say", "claim", "warn", "deny", "promise", "accuse"})
_NAMED = frozenset({"person", "seat", "body", "outlet", "name", "place", "state"})
_STATES = frozenset({"state", "place"})
_COURTS = frozenset("court jury inquest inquiry tribunal hearing parliament council committee".split())
_SHORT = 10  # characters that may follow "heard" in a cue ("heard from")
_CLAUSES = tuple(f"{word} " for word in "that that, whether if how why what dass ob что що чи".split())


def find_statuses(
    layout: Layout, drafts: list[Draft], mentions: tuple[Mention, ...], language: str
) -> list[Status]:
    """A status for each draft, in the order given."""
    view = make_view(layout.text, language)
    known = Mentions(mentions)
    names = find_names(view, layout)
    parties = [read_party(view, layout, draft, names, known) for draft in drafts]
    found = Speakers(view, layout, drafts, parties, names, known).find()
    sources = sorted(draft.source[0][0] for draft in drafts if draft.source)
    result = []
    for draft, party, taken in zip(drafts, parties, found, strict=True):
        result.append(_one(_case(view, layout, draft), party, taken, sources))
    _voiced(layout, drafts, parties, found, result)
    return result


def _case(view: View, layout: Layout, draft: Draft) -> Case:
    cue = " ".join(layout.text[start:end] for start, end in draft.cue)
    opening = layout.text[draft.content[0][0] : draft.content[0][0] + 12].lower() if draft.content else ""
    clause = opening.startswith(_CLAUSES) or _has_finite(view, draft, opening)
    return Case(
        view, layout, draft, " ".join(cue.split())[:120], _is_spoken(view, layout, draft, cue), clause
    )


def _has_finite(view: View, draft: Draft, opening: str) -> bool:
    """English clauses without "that": an auxiliary or modal stands in them."""
    if view.code != "en" or opening.startswith("to ") or not draft.content:
        return False
    start, end = draft.content[0]
    found = FINITE_ENGLISH.search(view.text, start, min(end, start + 120))
    return found is not None and RELATIVE_ENGLISH.search(view.text, start, found.start()) is None


def _is_spoken(view: View, layout: Layout, draft: Draft, cue: str) -> bool:
    """Whether the text gives words in quotation marks, or where, when, how or to whom it was said."""
    if holds(view.words.views, cue) and draft.cue_class == "believe":
        return False
    told = draft.occasion or draft.place or draft.time or draft.medium or draft.addressee
    return bool(told) or any(layout.quotations_in(start, end) for start, end in draft.content if start < end)


def _one(case: Case, party: Party | None, taken: Found | None, sources: list[int]) -> Status:
    if party is None:
        return _sourceless(case)
    speaker = taken.speaker if taken is not None else None
    target = taken.party if taken is not None and taken.party is not None and not party.name else party
    status = _with_source(case, party, target, taken)
    hidden = None
    if status.status is not RecordStatus.ON_RECORD and target.sort not in _NAMED:
        hidden = find_anonymity(case.view, case.layout, case.draft, sources)
    if hidden is not None and status.status is RecordStatus.UNSTATED and target.sort not in _NAMED:
        why = f"“{party.words}” is not named and speaks “{hidden.text}”"
        status = replace(status, status=RecordStatus.BACKGROUND, why=why)
    described = None
    if status.status is RecordStatus.BACKGROUND and not target.phrase.pronoun:
        described = read_described(case.view, target.phrase)
    return replace(status, described=described, anonymity=hidden, speaker=speaker)


def _sourceless(case: Case) -> Status:
    shown = case.draft.cue[0] if case.draft.cue else None
    cue = case.cue
    carrier = case.draft.carrier
    if carrier is not None and carrier.source and case.view.words.own.match(cue) is not None:
        why = f"“{cue}” is told of “{_carrier(case)}” itself"
        return Status(RecordStatus.ON_RECORD, why, shown)
    following = _after(case)
    relays = case.view.words.relays
    said = case.view.words.they_say.fullmatch(cue) is not None
    if cue and (said or relays.search(cue) is not None or relays.match(f"{cue} {following}") is not None):
        return Status(RecordStatus.HEARSAY, f"“{cue}” relays it and names nobody who says so", shown)
    if cue:
        return Status(RecordStatus.UNSTATED, f"“{cue}” names nobody who says so", shown)
    return Status(RecordStatus.UNSTATED, "nobody is named before or after these words", shown)


def _after(case: Case) -> str:
    if not case.draft.cue:
        return ""
    end = case.draft.cue[-1][1]
    return case.layout.text[end : end + 5].strip()


def _with_source(case: Case, party: Party, target: Party, taken: Found | None) -> Status:
    shown = party.shown
    if _is_relayed(case, target):
        by = _carrier(case)
        why = f"what “{party.words}” {case.cue} is relayed by “{by}”, and how it is known is not said"
        return Status(RecordStatus.HEARSAY, why, shown)
    if (relay := _relay(case)) is not None:
        why = f"what “{party.words}” {case.cue} is passed on by “{relay}”, and by whom is not said"
        return Status(RecordStatus.HEARSAY, why, shown)
    if not party.phrase.pronoun:
        return party_status(case, target if target.phrase.pronoun is False else party, party)
    if party.phrase.agrees == "1" and taken is None:
        return Status(RecordStatus.ON_RECORD, f"“{party.words}” is the writer or speaker of the text", shown)
    if taken is None or taken.party is None:
        why = f"“{party.words}” takes up no source named before it"
        return Status(RecordStatus.UNSTATED, why, shown)
    status = party_status(case, target, target)
    return replace(status, why=f"“{party.words}” takes up “{target.words}”: {status.why}", shown=shown)


def _relay(case: Case) -> str | None:
    """ "The king is reported to have said", "reportedly said": the words that pass it on for nobody."""
    table = case.view.words
    carrier = case.draft.carrier
    if carrier is not None and not carrier.source and carrier.cue:
        outer = " ".join(case.layout.text[carrier.cue[0][0] : carrier.cue[0][1] + 4].split())
        if table.relays.search(outer) is not None:
            return outer
    match = table.relays.match(case.cue)
    return match.group() if match is not None else None


def _carrier(case: Case) -> str:
    carrier = case.draft.carrier
    if carrier is None or not carrier.source:
        return "an unnamed party"
    return " ".join(case.layout.text[carrier.source[0][0] : carrier.source[0][1]].split())[:160]


def _is_relayed(case: Case, target: Party) -> bool:
    """A thought told by somebody else: nobody says how it is known."""
    carrier = case.draft.carrier
    if (
        case.draft.cue_class != "believe"
        or carrier is None
        or not carrier.source
        or case.draft.pattern == "citing"
    ):
        return False
    if _told_by_outlet(case) or _speaks_for(case):
        return False  # an outlet tells it as the article itself would; a spokesman tells it for him
    outer = carrier.antecedent or carrier.source[0]
    return target.shown != outer and case.draft.source[0] != carrier.source[0]


def party_status(case: Case, party: Party, own: Party) -> Status:
    """Status by what the phrase itself is and how it is said to have spoken."""
    heard = _heard(case, party)
    if heard is not None:
        return heard
    if party.sort not in _NAMED or not party.name:
        described = unnamed_status(case, party)
        if described is not None:
            return described
    words, shown = party.words, party.shown
    if party.sort in _STATES and party.name and not case.spoken:
        return Status(RecordStatus.UNSTATED, f"“{words}”: who spoke for it, and when, is not said", shown)
    table = case.view.words
    uttered = holds(table.uttered, case.cue) or holds(table.views, case.cue)
    uttered = uttered or _told_by_outlet(case) or _speaks_for(case)
    acts = party.sort == "person" or (party.sort == "office" and not party.name)
    attitude = case.draft.cue_class == "believe" or (case.draft.cue_class in _ATTITUDES and not acts)
    if attitude and not (case.clause or case.spoken or uttered):
        why = f"“{words}” {case.cue}: an attitude, no saying of it is told"
        return Status(RecordStatus.UNSTATED, why, shown)
    if case.draft.cue_class == "believe" and case.clause and not case.spoken and not uttered:
        why = f"“{words}” {case.cue}: a thought, and how it is known is not said"
        return Status(RecordStatus.HEARSAY, why, shown)
    return _on_record(party)


def _told_by_outlet(case: Case) -> bool:
    """Whether an outlet tells it: then it is its report, and no mere reading of somebody's mind."""
    carrier = case.draft.carrier
    phrase = read_phrase(case.view, carrier.source[0]) if carrier is not None and carrier.source else None
    return phrase is not None and phrase.sort in ("outlet", "document")


def _speaks_for(case: Case) -> bool:
    carrier = case.draft.carrier
    phrase = read_phrase(case.view, carrier.source[0]) if carrier is not None and carrier.source else None
    return phrase is not None and any(title in SPOKESPERSONS for title in phrase.titles)


def _heard(case: Case, party: Party) -> Status | None:
    """ "a cook heard that": what others said, whoever they are; a court hears in public."""
    heard = case.view.words.heard.search(case.cue)
    if heard is None or len(case.cue) - len(heard.group()) > _SHORT:
        return None
    if party.sort in ("body", "outlet", "state", "seat", "bare") or party.phrase.head_word in _COURTS:
        return None
    why = f"“{party.words}” {case.cue} it, and from whom is not said"
    return Status(RecordStatus.HEARSAY, why, party.shown)


def _on_record(party: Party) -> Status:
    words, shown = party.words, party.shown
    if party.name:
        why = f"“{party.name}” is named"
    elif party.sort in ("outlet", "document"):
        why = f"“{words}” is a publication that can be looked up"
    elif party.sort == "office":
        why = f"“{words}” is the holder of one office"
    else:
        why = f"“{words}” is a definite body"
    return Status(RecordStatus.ON_RECORD, why, shown)


def _voiced(
    layout: Layout,
    drafts: list[Draft],
    parties: list[Party | None],
    found: list[Found | None],
    result: list[Status],
) -> None:
    """A named party's own thought is on record where the same paragraph lets the party say so."""
    said: dict[tuple[int, int], Party] = {}
    who: list[int | None] = []
    for draft, party, taken in zip(drafts, parties, found, strict=True):
        target = taken.party if taken is not None and taken.party is not None else party
        known = target.known if target is not None else None
        who.append(id(known) if known is not None else None)
        if party is not None and known is not None and draft.cue_class in _SAID:
            said.setdefault((id(known), layout.line_of(party.shown[0])), party)
    for number, (draft, party) in enumerate(zip(drafts, parties, strict=True)):
        key = who[number]
        if party is None or key is None or draft.carrier is not None or draft.cue_class != "believe":
            continue
        voice = said.get((key, layout.line_of(party.shown[0])))
        if voice is not None and result[number].status is RecordStatus.HEARSAY:
            why = f"“{party.words}” is named, and “{voice.words}” speaks beside it in the same paragraph"
            result[number] = replace(
                result[number], status=RecordStatus.ON_RECORD, why=why, shown=party.shown
            )
