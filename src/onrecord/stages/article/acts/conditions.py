"""On what an act hangs: conditions found by the conditions stage, else read from the parse."""

from spacy.tokens import Token

from onrecord.data import Condition, Reason, Span
from onrecord.lang.acts import CONDITION_MARKS
from onrecord.stages.article.acts.frame import Frame, Range
from onrecord.stages.article.acts.grammar import children, reach, window
from onrecord.stages.article.acts.scene import Scene

_ATTACH = 3
_PHRASES = (
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("on", "the", "condition", "that"),
    ("on", "condition", "that"),
    ("provided", "that"),
    ("providing", "that"),
)
_PHRASE_STARTS = frozenset(phrase[0] for phrase in _PHRASES)
_ONLY_LINKS = frozenset({"in", "after", "with", "when", "on", "under", "once", "within", "along"})
_STOP = frozenset("be have do the a to of it they that and will would".split())


def condition_of(scene: Scene, frame: Frame) -> Condition | None:
    """The condition of an act: its own, the nearest that governs it, or one that its quotation carries on."""
    if frame.demanded is not None and frame.marker is not None:
        return _demanded(scene, frame.demanded, frame.marker, frame.issue)
    place = (frame.cue[0], max(frame.issue[1], frame.cue[1]))
    found = _given(scene, place, frame.issue) or _read(scene, place)
    if found is not None and _only_time(scene, found):
        return None
    return found or _carried(scene, frame)


def _only_time(scene: Scene, condition: Condition) -> bool:
    """ "until spring" says how long, and asks for nothing."""
    low, high = scene.token_at(condition.span.start), scene.token_at(condition.span.end - 1) + 1
    if condition.marker.text.lower() not in ("until", "till"):
        return False
    return not any(t.pos_ in ("VERB", "AUX") for t in scene.doc[low:high])


def _demanded(scene: Scene, demanded: Range, marker: Range, issue: Range) -> Condition:
    span, mark = scene.span(*demanded), scene.span(*marker)
    reason = Reason(f"“{mark.text}” makes “{_short(span.text)}” the term", (mark, span))
    return Condition(mark, span, scene.span(*issue), reason)


def _given(scene: Scene, place: Range, issue: Range) -> Condition | None:
    start, end = scene.starts[min(place[0], issue[0])], scene.span(*place).end
    sentence = scene.sentence_start[place[0]]
    near: list[tuple[int, Condition]] = []
    for condition in scene.conditions.get(sentence, ()):
        governs = condition.governs
        touches = governs.start < end and start < governs.end
        if _only_time(scene, condition):
            continue
        inside = start <= condition.marker.start <= end + 3
        if touches or inside:
            near.append((abs(condition.marker.start - end), condition))
    return min(near, key=lambda pair: (pair[0], pair[1].span))[1] if near else None


def _read(scene: Scene, place: Range) -> Condition | None:
    doc = scene.doc
    low, high = window(doc[place[0]])
    for token in doc[low:high]:
        marker = _marker(token, high)
        if marker is not None and _attached(token, place):
            clause = _clause(token, marker)
            if clause[1] > clause[0]:
                span, mark = scene.span(*clause), scene.span(*marker)
                governs = scene.span(place[0], min(place[1], len(doc)))
                return Condition(mark, span, governs, Reason(f"“{mark.text}” opens the clause", (mark, span)))
    return None


def _marker(token: Token, end: int) -> Range | None:
    doc, i = token.doc, token.i
    if token.dep_ == "mark" and token.lower_ in CONDITION_MARKS:
        only = i > 0 and doc[i - 1].lower_ == "only"
        return (i - 1 if only else i, i + 1)
    if (
        token.lower_ == "only"
        and i + 1 < end
        and doc[i + 1].lower_ in _ONLY_LINKS
        and doc[i + 1].dep_ == "prep"
    ):
        return i, i + 2
    for phrase in _PHRASES if token.lower_ in _PHRASE_STARTS else ():
        if i + len(phrase) < end and tuple(doc[k].lower_ for k in range(i, i + len(phrase))) == phrase:
            return i, i + len(phrase)
    return None


def _attached(token: Token, place: Range) -> bool:
    for _ in range(_ATTACH):
        if token.head is token:
            return False
        token = token.head
        if place[0] <= token.i < place[1] or any(place[0] == c.i for c in children(token)):
            return True
    return False


def _clause(token: Token, marker: Range) -> Range:
    """The words under a marker, without the marker itself."""
    doc = token.doc
    if token.dep_ == "mark":
        head = token.head
    elif token.lower_ == "only":
        head = doc[marker[1] - 1]
    else:
        head = _verb_after(token, marker)
    high = reach(head)[1]
    return marker[1], max(high, marker[1])


def _verb_after(token: Token, marker: Range) -> Token:
    doc = token.doc
    head = doc[marker[1]]
    for _ in range(_ATTACH):
        if head.pos_ in ("VERB", "AUX") or head.head.i < marker[1]:
            break
        head = head.head
    return head


def _carried(scene: Scene, frame: Frame) -> Condition | None:
    """In a quotation the condition may stand in the sentence before, in the same words."""
    doc = scene.doc
    start = scene.sentence_start[frame.cue[0]]
    here = scene.inner[frame.cue[0]]
    if start == 0 or here < 0 or (scene.inner[start - 1] != here and scene.inner[max(0, start - 2)] != here):
        return None
    before = scene.sentence_start[start - 1]
    words = {t.lemma_.lower() for t in doc[frame.issue[0] : frame.issue[1]]} - _STOP
    given = scene.conditions.get(before, [])
    for condition in given:
        low, high = scene.token_at(condition.span.start), scene.token_at(condition.span.end - 1) + 1
        if words & {_base(t) for t in doc[low:high]}:
            return condition
    found = _read(scene, (before, start)) if not given else None
    if found is not None:
        low, high = scene.token_at(found.span.start), scene.token_at(found.span.end - 1) + 1
        if words & {_base(t) for t in doc[low:high]}:
            return found
    return None


def _base(token: Token) -> str:
    """A lemma also for a gerund that the tagger took for a noun ("waiting")."""
    lemma = token.lemma_.lower()
    return lemma[:-3] if lemma.endswith("ing") and len(lemma) > 5 else lemma


def _short(text: str, limit: int = 80) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def cut(scene: Scene, issue: Range, condition: Condition | None) -> Range:
    """The issue without a condition that stands in its tail."""
    if condition is None:
        return issue
    marker = scene.token_at(condition.marker.start)
    if issue[0] < marker < issue[1]:
        return issue[0], marker
    return issue


def span_words(span: Span) -> str:
    """A span's text on one line, shortened for a reason."""
    return _short(" ".join(span.text.split()))
