"""Shifts of who is said to hold a thing: another holder, a blurred one, none at all, one that was added."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from onrecord.data import Attribution, MentionKind, Setting, Shift, Span, span_of
from onrecord.lang.commitment import PRONOUNS
from onrecord.lang.states import codes_by_demonym, codes_by_name
from onrecord.stages.corpus.reuse.beside import Beside, overlap, short_words, telling, unquoted_in
from onrecord.stages.corpus.reuse.outlets import forms_of, namings
from onrecord.stages.corpus.reuse.readings import Reading, name_key
from onrecord.stages.corpus.reuse.sided import clip

ALIKE = 70.0
SHARED_CONTENT = 0.3
NAMED_CONTENT = 0.5
LEAST_SHARED = 2
SURE = 0.5
POWER_CONTENT = 0.4
COMMON = 0.3  # words that more articles than this hold tell nothing of what was said
MAX_SOURCE = 200
MOST = 12
SOMEBODY = 6  # words
OWNING = frozenset("our their your the this that".split())
POWERS = frozenset({MentionKind.STATE, MentionKind.BODY, MentionKind.PLACE})
LAID_CONTENT = 0.6
LEAST_LAID = 4

Held = tuple[Attribution, Span, str]


def _name(reading: Reading, source: Span) -> str:
    """The source as it stands, but a person by the name that the article gives elsewhere ("he").

    A state keeps its wording: whether "Moscow" or "the Kremlin" is said to hold a thing is the point.
    """
    for mention in reading.side.findings.mentions:
        overlaps = mention.span.start < source.end and source.start < mention.span.end
        if overlaps and mention.name and mention.kind is MentionKind.PERSON:
            return mention.name
    return source.text


def _holders(reading: Reading, sentence: Span) -> list[Held]:
    """Attributions whose content lies in a passage, outer before inner, with the name of who holds it."""
    found = []
    for one in reading.side.findings.attributions:
        if not any(sentence.start <= part.start < sentence.end for part in one.content):
            continue
        held = _source(reading, one)
        if held is not None:
            found.append((one, *held))
    found.sort(key=lambda item: (-sum(len(part.text) for part in item[0].content), item[0].id))
    return found[:MOST]


def _source(reading: Reading, one: Attribution) -> tuple[Span, str] | None:
    """Where the source of an attribution is named and by what name; a pronoun as what it refers to."""
    if not one.source or len(one.source[0].text) > MAX_SOURCE:
        return None
    span = one.source[0]
    if not _is_pronoun(span.text):
        name = _name(reading, span)
        return None if _is_pronoun(name) else (span, name)
    if one.speaker is None or _is_pronoun(one.speaker.name):
        return None
    own = one.speaker.span
    inside = reading.text[own.start : own.end] == own.text
    return (own if inside else span), one.speaker.name


def _is_pronoun(text: str) -> bool:
    return {word.fold for word in short_words(text)} <= PRONOUNS


def _key(name: str) -> frozenset[str]:
    found = [word for word in short_words(name) if word.fold not in PRONOUNS and word.fold not in OWNING]
    return frozenset(word.fold for word in found if word.capital) or frozenset(word.fold for word in found)


def _states(name: str) -> frozenset[str]:
    """Codes of the states that a name or a demonym in it stands for; capitals and seats are left out."""
    raw = [name[word.start : word.end] for word in short_words(name)]
    tables = codes_by_name(), codes_by_demonym()
    return frozenset(code for word in raw for table in tables for code in table.get(word, ()))


def _akin(one: str, other: str) -> bool:
    """Whether two names share a word or a state, allowing for spelling, inflection and script."""
    return bool(_states(one) & _states(other)) or any(
        left.startswith(right)
        or right.startswith(left)
        or fuzz.ratio(left, right) >= ALIKE
        or (name_key(left) == name_key(right) and len(name_key(left)) > 2)
        for left in _key(one)
        for right in _key(other)
    )


def _matter(reading: Reading, one: Attribution) -> frozenset[str]:
    return telling(reading, " ".join(part.text for part in one.content), COMMON)


def _share(earlier: Reading, one: Attribution, later: Reading, other: Attribution) -> float:
    """How much two attributions are of one thing; 0 where one is nested and the other is not."""
    if (one.parent is None) != (other.parent is None):
        return 0.0
    left, right = _matter(earlier, one), _matter(later, other)
    return overlap(left, right) if len(left & right) >= LEAST_SHARED else 0.0


def holder_shifts(earlier: Reading, later: Reading, pair: Beside) -> Iterator[Shift]:
    """Attributions of the same thing whose holders share no word.

    "holder" where one voice of a state stands for another ("Moscow", "the Kremlin"); "attribution" where a
    named person became somebody ("a farmer") and the name is gone from the whole article. Two persons are
    never held against each other: who of two speaks is too often misread.
    """
    if earlier.language != later.language:
        return
    ours, theirs = _holders(later, pair.later), _holders(earlier, pair.earlier)
    for one, source, name in ours:
        if one.confidence < SURE or _is_outlet(later, earlier, source):
            continue
        rivals = [
            (share, other, span, before)
            for other, span, before in theirs
            if (share := _share(earlier, other, later, one)) >= SHARED_CONTENT
        ]
        if not rivals or any(_akin(name, b) or _akin(source.text, o.text) for _, _, o, b in rivals):
            continue
        share, other, span, before = max(rivals, key=lambda item: (item[0], -item[2].start))
        if other.confidence < SURE or _is_outlet(earlier, later, span):
            continue
        near = clip(pair.later.text, 90)
        if share >= POWER_CONTENT and _powers(earlier, span) & _powers(later, source):
            reason = f"“{before}” holds it in the earlier article, “{name}” in the later: “{near}”."
            yield Shift("holder", span, source, reason)
            continue
        somebody = _is_person(earlier, span, before) and _is_somebody(later, source)
        if share >= NAMED_CONTENT and somebody and not _still_named(later, before):
            reason = f"“{before}” says it in the earlier article, in the later “{source.text}”: “{near}”."
            yield Shift("attribution", span, source, reason)


def _kinds(reading: Reading, span: Span) -> set[MentionKind]:
    return {
        mention.kind
        for mention in reading.side.findings.mentions
        if span.start <= mention.span.start < span.end
    }


def _powers(reading: Reading, span: Span) -> frozenset[str]:
    """The states for which a source speaks as a state, a body or a seat; none where it names a person."""
    if MentionKind.PERSON in _kinds(reading, span):
        return frozenset()
    return frozenset(
        mention.state
        for mention in reading.side.findings.mentions
        if mention.state and mention.kind in POWERS and span.start <= mention.span.start < span.end
    )


def _is_person(reading: Reading, span: Span, name: str) -> bool:
    """Whether a source names a person: two names in a row, and no state or body alone."""
    capitals = [word for word in short_words(name) if word.capital]
    return len(capitals) > 1 and MentionKind.PERSON in _kinds(reading, span)


def _is_somebody(reading: Reading, span: Span) -> bool:
    """Whether a source is somebody without a name: few words, none that a name begins with, no medium."""
    found = short_words(span.text)
    if not found or len(found) > SOMEBODY or any(reading.phrases(list(found), reading.known.vague_credit)):
        return False
    return not any(word.capital for word in found[1:]) and (not found[0].capital or len(found) > 1)


def _still_named(reading: Reading, name: str) -> bool:
    return any(name_key(word.fold) in reading.keys for word in short_words(name) if word.capital)


def _akin_in(reading: Reading, passage: Span, name: str) -> bool:
    wanted = {name_key(fold) for fold in _key(name)}
    return bool(wanted & {name_key(word.fold) for word in short_words(passage.text)})


def _is_outlet(reading: Reading, other: Reading, span: Span) -> bool:
    """Whether a source is the outlet of either article: that is a credit, no holder."""
    forms = forms_of(reading.side), forms_of(other.side)
    found = namings(reading, forms[1], forms[0])
    if any(one.start < span.end and span.start < one.end for one in found):
        return True
    own = {fold for form in forms if form for fold in form.full}
    return bool(own) and _key(span.text) <= own


def dropped_shifts(earlier: Reading, later: Reading, pair: Beside) -> Iterator[Shift]:
    """What the earlier article lays to somebody the later states as a fact."""
    if pair.headed or earlier.language != later.language:
        return
    if earlier.in_heading(pair.earlier.start) or later.in_heading(pair.later.start):
        return
    found = _laid(earlier, pair.earlier, later, pair.later)
    if found is not None:
        text = (
            f"“{clip(found.text, 60)}” is who says it in the earlier article; "
            f"the later states it itself: “{clip(pair.later.text, 90)}”."
        )
        yield Shift("attribution", found, pair.later, text)


def added_shifts(earlier: Reading, later: Reading, pair: Beside) -> Iterator[Shift]:
    """What the earlier article states as a fact the later lays to somebody."""
    if pair.headed or earlier.language != later.language:
        return
    if earlier.in_heading(pair.earlier.start) or later.in_heading(pair.later.start):
        return
    found = _laid(later, pair.later, earlier, pair.earlier)
    if found is not None and not _is_outlet(later, earlier, found) and not _is_medium(later, found):
        text = (
            f"“{clip(found.text, 60)}” is who says it in the later article; "
            f"the earlier states it itself: “{clip(pair.earlier.text, 90)}”."
        )
        yield Shift("attribution", pair.earlier, found, text)


def _is_medium(reading: Reading, span: Span) -> bool:
    """Whether words speak of a paper or of media: a credit."""
    return any(reading.phrases(list(short_words(span.text)), reading.known.vague_credit))


def _laid(reading: Reading, passage: Span, bare: Reading, beside: Span) -> Span | None:
    """The source and cue of a passage's one indirect attribution, where the other passage has neither.

    Neither may the sentences around it have one: "Toll said" often covers what follows.
    """
    found = [
        one
        for one in reading.side.findings.attributions
        if one.source
        and one.cue
        and one.parent is None
        and one.setting is Setting.BODY
        and one.confidence >= SURE
        and not one.negated
        and passage.start <= one.cue[0].start < passage.end
        and passage.start <= one.source[0].start < passage.end
        and _in_one_sentence(reading, one)
    ]
    if len(found) != 1 or _is_pronoun(found[0].source[0].text):
        return None
    own = _matter(reading, found[0])
    words = " ".join(bare.text[w.start : w.end] for w in unquoted_in(bare, beside))
    others = telling(bare, words, COMMON)
    if len(own & others) < LEAST_LAID or overlap(own, others) < LAID_CONTENT:
        return None
    if _tells(bare, beside) or _akin_in(bare, beside, found[0].source[0].text):
        return None
    one = found[0]
    low = min(one.source[0].start, one.cue[0].start)
    high = max(one.source[0].end, one.cue[0].end)
    if high - low > MAX_SOURCE:
        return None
    return span_of(reading.text, low, high)


def _in_one_sentence(reading: Reading, one: Attribution) -> bool:
    number = reading.sentence_at(one.cue[0].start)
    return all(reading.sentence_at(part.start) == number for part in one.content)


def _tells(reading: Reading, passage: Span) -> bool:
    """Whether a passage or a sentence beside it lays anything to anybody, or quotes."""
    first, last = reading.sentence_at(passage.start), reading.sentence_at(max(passage.start, passage.end - 1))
    sentences = reading.side.profile.draft.sentences
    for number in range(max(0, first - 1), min(len(sentences), last + 2)):
        own = reading.side.words(number)
        if any(reading.known.telling.holds(word.fold) and not word.capital for word in own):
            return True
        distance = (*reading.known.according, *reading.known.hedging)
        if any(reading.phrases(own, distance)):
            return True
        one = sentences[number]
        if any(low < one.end and high > one.start for low, high in reading.side.profile.draft.quotes):
            return True
        for held in reading.side.findings.attributions:
            if any(one.start <= part.start < one.end for part in (*held.cue, *held.source)):
                return True
    return False
