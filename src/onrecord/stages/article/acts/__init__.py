"""Places where an actor offers, demands, rejects, threatens ... : position mentions."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token

from onrecord.data import Act, Article, Attribution, Condition, Language, PositionMention, Reason, Span
from onrecord.ids import make_id
from onrecord.lang.acts import CUE_WORDS
from onrecord.lang.concepts import find_concepts, reduced
from onrecord.lang.issues import CLASHES, ENDS, PEACEFUL, WEAK
from onrecord.stages.article.acts.absent import absent
from onrecord.stages.article.acts.conditions import condition_of, cut, span_words
from onrecord.stages.article.acts.frame import Frame, Range
from onrecord.stages.article.acts.grammar import CLIMB, children, lemmas, questioned, reach, supposed
from onrecord.stages.article.acts.parties import Party, opines, organised, party_of, speaking_party
from onrecord.stages.article.acts.pressure import pressure
from onrecord.stages.article.acts.ready import readiness
from onrecord.stages.article.acts.reference import referent
from onrecord.stages.article.acts.scene import ActEvidence, Scene, Voice
from onrecord.stages.article.acts.terms import term
from onrecord.stages.article.acts.verbs import noun_act, verb_act
from onrecord.stages.article.acts.when import Clock

__all__ = ["ActEvidence", "find_acts"]

_ANAPHORS = frozenset({"them", "these", "those", "this", "that", "they", "it", "so"})
_LOOK_BACK = 60
LONGEST = 500  # tokens; a longer "sentence" is a list or noise, and its tree costs time by the square
# What these tell of is another's deed: a condition in it is part of what is told.
_TELLING_ACTS = frozenset({"accuse", "deny", "doubt"})
_POINTERS = frozenset({"goals", "proposal"})
_MET = frozenset({"with", "him", "her", "them"})
_LEANING = frozenset({"goals", "talks", "peace", "ceasefire", "end of war", "withdrawal"})


def find_acts(
    article: Article, language: Language, doc: Doc | None, evidence: ActEvidence
) -> tuple[PositionMention, ...]:
    """Position mentions in text order; none for languages that have no parser here."""
    if doc is None or language.code != "en" or not len(doc):
        return ()
    title_end = article.title_span.end if article.title_span is not None else 0
    scene = Scene(doc, evidence, title_end)
    clock = Clock(scene)
    found: list[tuple[Frame, PositionMention]] = []
    for token in _in_sentences(doc):
        frame = _frame_at(token)
        if frame is not None:
            mention = _bind(article, scene, clock, token, frame)
            if mention is not None:
                found.append((frame, mention))
    return _without_nested(found)


def _in_sentences(doc: Doc) -> Iterator[Token]:
    """Words of sentences that a person can have written."""
    for sentence in doc.sents:
        if sentence.end - sentence.start <= LONGEST:
            yield from sentence


def _frame_at(token: Token) -> Frame | None:
    if token.lower_ not in CUE_WORDS and token.lemma_.lower() not in CUE_WORDS and token.tag_ != "MD":
        return None
    frame = readiness(token) or pressure(token) or absent(token) or term(token) or noun_act(token)
    if frame is None and token.pos_ in ("VERB", "AUX", "ADJ"):
        frame = verb_act(token)
    if frame is None or supposed(token) or questioned(token):
        return None
    return frame


def _bind(article: Article, scene: Scene, clock: Clock, token: Token, frame: Frame) -> PositionMention | None:
    voice = scene.voice(token)
    if voice is None and frame.backward and frame.holder is None:
        voice = _voice_before(scene, token)
    if (frame.needs_voice and voice is None) or scene.in_condition(token):
        return None
    party = _actor(scene, token, frame, voice)
    condition = condition_of(scene, frame) if frame.act not in _TELLING_ACTS else None
    if party is None or (frame.needs_condition and condition is None) or opines(scene, voice):
        return None
    issue = frame.issue if frame.demanded is not None else _trimmed(scene, cut(scene, frame.issue, condition))
    issue = _named(scene, issue)
    concepts = _concepts(scene, frame, issue, condition)
    if frame.rule == "denied rejection" and not PEACEFUL & set(concepts):
        return None
    if not _telling(frame.act, concepts) or (frame.act == "accuse" and _accuses_itself(scene, party, issue)):
        return None
    act = _final_act(frame.act, concepts, condition)
    attribution = voice.attribution if voice is not None else None
    attribution = attribution or scene.own_attribution(token)
    speaker = voice.span if voice is not None else None
    issue_span, cue = scene.span(*issue), scene.span(*frame.cue)
    barred = [scene.span(*frame.issue), issue_span, *([condition.span] if condition is not None else [])]
    held_before = frame.rule == "possessed noun"  # a demand spoken of is not made at that moment
    time = None if held_before else clock.time_of(token, attribution, barred)
    pointer = referent(scene, frame.demanded or issue, party, of_issue=frame.demanded is not None)
    return PositionMention(
        id=make_id(
            "pm", [article.id, party.span.start, act.value, cue.start, issue_span.start, issue_span.end]
        ),
        article_id=article.id,
        actor=party.span,
        act=act,
        act_span=cue,
        issue=issue_span,
        concepts=concepts,
        reason=_pointing(_reason(frame, party, act, cue, issue_span, condition, speaker), pointer),
        speaker=speaker,
        attribution_id=attribution.id if attribution is not None else None,
        condition=condition,
        time=time,
        confidence=_confidence(frame, party, attribution, condition),
        pointer=pointer[0] if pointer is not None else None,
        refers_to=pointer[1] if pointer is not None else None,
    )


def _named(scene: Scene, issue: Range) -> Range:
    """For a mere "it" or "them", the nearest noun before that names an issue."""
    if issue[1] - issue[0] != 1 or scene.doc[issue[0]].lower_ not in _ANAPHORS:
        return issue
    for i in range(issue[0] - 1, max(-1, issue[0] - _LOOK_BACK), -1):
        token = scene.doc[i]
        if token.pos_ == "NOUN" and token.dep_ in ("dobj", "nsubj", "nsubjpass"):
            low, high = reach(token)
            return (low, high) if find_concepts(lemmas(scene.doc, low, high)) else issue
    return issue


def _telling(act: str, concepts: tuple[str, ...]) -> bool:
    """Do the concepts make an issue? Clashes alone do for a threat only, weak ones not for an offer."""
    found = set(concepts)
    if not found or (found <= CLASHES and act != "threaten"):
        return False
    return not (found <= WEAK and act in ("offer", "readiness", "call for", "accept"))


def _accuses_itself(scene: Scene, party: Party, issue: Range) -> bool:
    """The accused that stands for its accuser: a reference resolved wrongly."""
    return scene.span(*issue).text.startswith((party.span.text, f"the {party.span.text}"))


def _trimmed(scene: Scene, issue: Range) -> Range:
    """The issue without a "..., which ..." that only tells more about it."""
    for i in range(issue[0] + 1, issue[1] - 1):
        if scene.doc[i].text == "," and scene.doc[i + 1].lower_ in ("which", "who", "whose", "where"):
            return issue[0], i
    return issue


def _actor(scene: Scene, token: Token, frame: Frame, voice: Voice | None) -> Party | None:
    if frame.holder is not None:
        return organised(scene, frame.holder, voice) or party_of(scene, frame.holder, voice)
    return speaking_party(scene, voice)


def _voice_before(scene: Scene, token: Token) -> Voice | None:
    """Who speaks in the sentence that this one leans on: its content's source, else its subject."""
    start = scene.sentence_start[token.i]
    if start == 0:
        return None
    root = _root(scene.doc[start - 1])
    for inner in (c for c in children(root) if c.dep_ in ("ccomp", "xcomp")):
        voice = scene.voice(inner)
        if voice is not None:
            return voice
    return scene.voice(root)


def _root(token: Token) -> Token:
    for _ in range(2 * CLIMB):
        if token.head is token:
            break
        token = token.head
    return token


def _concepts(scene: Scene, frame: Frame, issue: Range, condition: Condition | None) -> tuple[str, ...]:
    doc = scene.doc
    found = find_concepts(lemmas(doc, *issue))
    if frame.act == "threaten" and not found and condition is not None:
        low = scene.token_at(condition.span.start)
        found = find_concepts(lemmas(doc, low, scene.token_at(condition.span.end - 1) + 1))
    if "fighting" in found and scene.labour and any(t.lemma_.lower() == "strike" for t in doc[slice(*issue)]):
        found = (found - {"fighting"}) | {"strike action"}
    if _meets(scene, issue):
        found |= {"talks"}
    if frame.act == "reject" and found - _POINTERS:
        found -= _POINTERS  # "rejects the demand to cut the tax" is about the tax
    words = [token.lower_ for token in doc[issue[0] : issue[1]]]
    if frame.demanded is not None:
        found -= {"goals"} - find_concepts(lemmas(doc, *frame.demanded))
    if not _ANAPHORS.isdisjoint(words) and (frame.demanded is not None or not found):
        start = scene.sentence_start[issue[0]]
        if start > 0:
            before = scene.sentence_start[start - 1]
            found |= find_concepts(lemmas(doc, before, min(start, before + 80))) & _LEANING
    if frame.demanded is not None:
        return tuple(sorted(found))
    return reduced(found)


def _meets(scene: Scene, issue: Range) -> bool:
    """ "to meet Kellan": a meeting, where it is a name that follows."""
    words = scene.doc[issue[0] : issue[1]]
    return any(
        a.lemma_.lower() == "meet" and (b.pos_ == "PROPN" or b.lower_ in _MET) for a, b in pairwise(words)
    )


def _final_act(act: str, concepts: tuple[str, ...], condition: Condition | None) -> Act:
    """Readiness on terms is an offer."""
    if act == "readiness" and (condition is not None or set(concepts) & ENDS):
        return Act.OFFER
    if act == "offer" and set(concepts) <= {"talks"} and condition is None:
        return Act.READINESS if set(concepts) & PEACEFUL else Act.OFFER
    return Act(act)


def _confidence(
    frame: Frame, party: Party, attribution: Attribution | None, condition: Condition | None
) -> float:
    value = frame.confidence + 0.1 * (attribution is not None) + 0.05 * (condition is not None)
    return round(min(0.95, value if party.sure else value - 0.1), 2)


def _reason(
    frame: Frame,
    party: Party,
    act: Act,
    cue: Span,
    issue: Span,
    condition: Condition | None,
    speaker: Span | None,
) -> Reason:
    who = f"“{span_words(party.span)}”"
    if party.said.lower() != party.span.text.lower() and party.said.lower() not in party.span.text.lower():
        who += f" (here “{party.said}”)"
    text = f"{who} is bound by “{span_words(cue)}” ({frame.rule}) to “{span_words(issue)}”: {act.value}"
    spans = [party.span, cue, issue]
    if condition is not None and frame.demanded is None:
        text += f", on the condition “{span_words(condition.span)}”"
        spans.append(condition.span)
    elif condition is not None:
        text += f", the term being “{span_words(condition.span)}”"
        spans.append(condition.span)
    if speaker is not None and speaker != party.span:
        text += f"; told by “{span_words(speaker)}”"
    return Reason(text, tuple(spans))


def _pointing(reason: Reason, pointer: tuple[Span, Span] | None) -> Reason:
    if pointer is None:
        return reason
    said, words = pointer
    text = f"{reason.text}; “{said.text}” stands for “{span_words(words)}”"
    return Reason(text, (*reason.spans, said, words))


def _without_nested(found: list[tuple[Frame, PositionMention]]) -> tuple[PositionMention, ...]:
    """Drop acts that stand inside the issue of another, and the weaker of two readings of one place."""
    ranked = sorted(found, key=lambda pair: (-(pair[0].issue[1] - pair[0].issue[0]), pair[0].cue, pair[1].id))
    kept: list[tuple[Frame, PositionMention]] = []
    covered: dict[int, Frame] = {}
    for frame, mention in ranked:
        if frame.cue[0] in covered or any(
            i in covered and covered[i].act == frame.act for i in range(*frame.issue)
        ):
            continue
        kept.append((frame, mention))
        covered.update(dict.fromkeys(range(*frame.issue), frame))
    kept.sort(key=lambda pair: (pair[1].act_span, pair[1].id))
    return tuple(mention for _, mention in kept)
