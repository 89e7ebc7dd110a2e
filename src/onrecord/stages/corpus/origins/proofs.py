"""The sentences of proofs: why what two articles tell is one origin, or why that stays open."""

from collections.abc import Iterator, Sequence

from onrecord.data import Proof, ReuseKind, span_of
from onrecord.pile import Bond
from onrecord.stages.corpus.origins.owners import Houses, Shown
from onrecord.stages.corpus.origins.reasons import all_words, short, title_of
from onrecord.stages.corpus.origins.retold import Retold
from onrecord.stages.corpus.origins.unnamed import Description
from onrecord.stages.corpus.origins.voices import OUTLET, TOLD, Told, Voice

_PHRASE = {
    ReuseKind.COPY: "is a copy of",
    ReuseKind.EXCERPT: "is an excerpt from",
    ReuseKind.REWRITE: "rewrites",
    ReuseKind.RETELLING: "retells",
    ReuseKind.TRANSLATION: "translates",
}
ONE_UTTERANCE, ONE_PARTY, ONE_OWNER, ONE_REPORT = "one utterance", "one party", "one owner", "one report"
SAME_PEOPLE, ONE_OUTLET = "the same people", "one outlet's unnamed sources"
MAY_BE_PEOPLE, MAY_BE_OWNER, MAY_BE_TEXT = "may be the same people", "may be one owner", "may be one text"
LISTED = 200  # proofs of one kind for one origin; what is beyond them is counted in the last


def of_reuse(article: str, retold: Retold, told: Told) -> Proof:
    """An article that took its text from another heard nobody."""
    later, earlier = title_of(article, told), title_of(retold.earlier, told)
    if retold.directed:
        text = f"{later} {_PHRASE[retold.kind]} {earlier}"
    else:
        text = f"{later} and {earlier} are one text ({retold.kind}), whichever was first"
    text += f", {round(100 * retold.share)} percent of it"
    if retold.span is not None and retold.words:
        mine = short(all_words(retold.span.text), 100)
        theirs = short(retold.words, 100)
        text += f": both have “{mine}”" if mine == theirs else f": “{mine}” is its “{theirs}”"
    return Proof(retold.kind.value, article, retold.earlier, retold.span, text)


def of_line(line: str, one: str, other: str, told: Told) -> Proof:
    """Two outlets of one text, of which neither is known to have been first, were told once."""
    firsts = told.lines.told_first(line)
    names = " and ".join(title_of(first, told) for first in firsts[:2])
    retold = next((told.retold[name] for name in firsts if name in told.retold), None)
    kind = retold.kind.value if retold is not None else ReuseKind.COPY.value
    text = f"{names} are one text and neither is known to be first: {one} and {other} were told once"
    return Proof(kind, firsts[0], firsts[1] if len(firsts) > 1 else None, None, text)


def of_utterance(voice: Voice, home: Voice, start: int, end: int, told: Told) -> Proof:
    """The same words in quotation marks in two articles were said once."""
    span = span_of(told.text(voice.article), start, end)
    text = (
        f"“{all_words(span.text)}” stands in quotation marks in {title_of(voice.article, told)}, said by "
        f"“{_who(voice)}”, and in {title_of(home.article, told)}, said by “{_who(home)}”: words said once"
    )
    return Proof(ONE_UTTERANCE, voice.article, home.article, span, text)


def of_document(voice: Voice, party: Voice, told: Told) -> Proof:
    """A paper speaks for the party whose it is."""
    text = (
        f"“{_who(voice)}” in {title_of(voice.article, told)} is the paper of {party.name}, "
        f"“{_who(party)}”, who speaks there before it"
    )
    return Proof(ONE_UTTERANCE, voice.article, None, voice.said.source, text)


def of_state(voice: Voice, speaker: Voice, told: Told) -> Proof:
    """A state and who speaks for it in one article."""
    text = (
        f"“{_who(voice)}” in {title_of(voice.article, told)} speaks there through “{_who(speaker)}”, "
        f"that is {speaker.name}"
    )
    return Proof(ONE_PARTY, voice.article, None, voice.said.source, text)


def of_owner(home: Voice, voice: Voice, houses: Houses, told: Told, sure: bool) -> Proof:
    """Two outlets of one house, surely or perhaps."""
    shown = [houses.shown[key] for key in (voice.carrier, home.carrier) if key in houses.shown]
    parts = list(dict.fromkeys(_quoted(part, told) for part in shown))
    verb = "are" if sure else "may be"
    text = f"{voice.shown} and {home.shown} {verb} of one owner: {' and '.join(parts)}"
    kind = ONE_OWNER if sure else MAY_BE_OWNER
    for part in shown:
        for one, other in ((voice, home), (home, voice)):
            if part.article == one.article and part.span is not None:
                return Proof(kind, one.article, other.article, part.span, text)
    return Proof(kind, voice.article, home.article, None, text)


def of_report(outlet: Voice, source: Voice, told: Told) -> Proof:
    """An outlet cited without its source, beside what the outlet is known to have had it from."""
    text = (
        f"{title_of(outlet.article, told)} gives what {outlet.shown} tells without a source; in "
        f"{title_of(source.article, told)} that is “{_who(source)}”"
    )
    return Proof(ONE_REPORT, outlet.article, source.article, outlet.said.source, text)


def of_same_people(mine: Description, theirs: Description, told: Told) -> Proof:
    """Two outlets describe unnamed people in the same way on the same day."""
    alike = ", ".join(sorted(mine.about & theirs.about))
    text = (
        f"“{mine.words}” in {title_of(mine.article, told)} and “{theirs.words}” in "
        f"{title_of(theirs.article, told)}: as many, {mine.noun}, of the same ({alike}), "
        f"on {_days(mine, theirs)}"
    )
    return Proof(SAME_PEOPLE, mine.article, theirs.article, None, text)


def of_told_across(voice: Voice, home: Voice, told: Told) -> Proof:
    """Unnamed people who tell the same in two languages."""
    text = (
        f"“{_who(voice)}” in {title_of(voice.article, told)} tell in another language what "
        f"“{_who(home)}” do in {title_of(home.article, told)}: “{short(all_words(voice.said.label))}” is "
        f"“{short(all_words(home.said.label))}”"
    )
    return Proof(SAME_PEOPLE, voice.article, home.article, voice.said.source, text)


def of_maybe_people(mine: Description, theirs: Description, label: str, told: Told) -> Proof:
    """Nothing tells two outlets' unnamed people apart."""
    text = (
        f"“{mine.words}” in {title_of(mine.article, told)} and “{theirs.words}” in "
        f"{title_of(theirs.article, told)}, both on “{label}”: nothing in these words tells them apart"
    )
    return Proof(MAY_BE_PEOPLE, mine.article, theirs.article, None, text)


def of_member(people: Description, body: Voice, told: Told) -> Proof:
    """A body that speaks itself, and unnamed people of it."""
    text = (
        f"“{people.words}” in {title_of(people.article, told)} are of the body that speaks as "
        f"“{_who(body)}” in {title_of(body.article, told)}: its word and theirs may be one"
    )
    return Proof(MAY_BE_PEOPLE, people.article, body.article, None, text)


def of_maybe_text(bond: Bond, told: Told) -> Proof:
    """A rewrite that is not sure."""
    text = (
        f"{title_of(bond.later, told)} and {title_of(bond.earlier, told)} share "
        f"{round(100 * bond.share)} percent in other words, and that one is a rewrite of the other is "
        f"{round(100 * bond.score)} percent sure"
    )
    return Proof(MAY_BE_TEXT, bond.later, bond.earlier, None, text)


def of_many(one: Sequence[Voice], other: Sequence[Voice], count: int, label: str) -> Proof:
    """More outlets with unnamed people than are held against each other."""
    text = (
        f"“{other[0].name}”, told to {other[0].shown}, and “{one[0].name}”, told to {one[0].shown}: {count} "
        f"outlets have unnamed people on “{label}”, too many to compare them one by one"
    )
    return Proof(MAY_BE_PEOPLE, other[0].article, one[0].article, other[0].said.source, text)


def of_group(voices: Sequence[Voice], told: Told) -> Iterator[Proof]:
    """Why the voices of one key are one origin, where no reuse says it already."""
    by_key: dict[tuple[str, str], list[Voice]] = {}
    for voice in voices:
        by_key.setdefault(voice.key, []).append(voice)
    for key in sorted(by_key):
        found = by_key[key]
        if key[0] in (TOLD, OUTLET):
            yield from _of_outlet(found, told)
        else:
            yield from _of_party(found, told)


def _of_party(voices: Sequence[Voice], told: Told) -> Iterator[Proof]:
    """One party in several articles that did not take from each other."""
    lines: dict[str, Voice] = {}
    for voice in voices:
        lines.setdefault(told.lines.of(voice.article), voice)
    home, *others = lines.values()
    for count, voice in enumerate(others):
        if count == LISTED:
            break
        text = (
            f"{voice.name} is “{_who(voice)}” in {title_of(voice.article, told)} and “{_who(home)}” in "
            f"{title_of(home.article, told)}: one party, whoever heard it"
        )
        if count == LISTED - 1 and len(others) > LISTED:
            text += f"; {len(others) - LISTED} more articles have the same"
        yield Proof(ONE_PARTY, voice.article, home.article, voice.said.source, text)


def _of_outlet(voices: Sequence[Voice], told: Told) -> Iterator[Proof]:
    """Unnamed people that one outlet speaks of; addresses of one site."""
    names = dict.fromkeys(" ".join(voice.name.split()) for voice in voices if voice.hop is not None)
    last = voices[-1]
    other = next((voice for voice in voices if voice.article != last.article), None)
    if len(names) > 1:
        shown = ", ".join(f"“{short(name)}”" for name in list(names)[:4])
        more = f" and {len(names) - 4} more" if len(names) > 4 else ""
        text = f"{shown}{more} all told {last.shown}: nobody outside can tell them apart"
        yield Proof(ONE_OUTLET, last.article, other.article if other else None, last.said.source, text)
    sites = sorted({voice.shown for voice in voices if "." in voice.shown and " " not in voice.shown})
    if len(sites) > 1:
        text = f"{' and '.join(sites[:4])} are addresses of one site, {last.carrier}"
        yield Proof(ONE_OWNER, last.article, other.article if other else None, None, text)


def _who(voice: Voice) -> str:
    """The words that name the party in the voice's own article."""
    return short(all_words(voice.said.source.text)) if voice.said.source is not None else voice.name


def _quoted(part: Shown, told: Told) -> str:
    return f"“{part.words}” ({title_of(part.article, told)})" if part.article is not None else part.words


def _days(mine: Description, theirs: Description) -> str:
    return " and ".join(sorted({day for day in (mine.first, theirs.first) if day}))
