"""Attributions without a verb as cue: "according to X", "in X's view", "reportedly", nouns, citing."""

from spacy.tokens import Token

from eval.baselines.parse_rules.complements import before_sentence, cites_beside, without_and
from eval.baselines.parse_rules.cues import CITING_VERBS, NOUN_PREPOSITIONS, REFERENCE_NOUNS, VIEW_NOUNS
from eval.baselines.parse_rules.draft import Context, Draft, Range, token_range, trim, without
from eval.baselines.parse_rules.tree import child, clause, governor, lemma, phrase, subject
from onrecord.lang.cues import HEARSAY_ADVERBS, NOUNS

_PARAGRAPH = 3000  # characters that "about this" can cover
_NAME = 60  # characters of a name set behind an office
_BACK = 60  # tokens before "citing" that are looked at
_EDGE = " \t\n\r\xa0,;:."
_LIGHT_VERBS = frozenset(
    "make issue give have express voice offer release deliver raise repeat hold take".split()
)


def phrase_drafts(context: Context) -> list[Draft]:
    """Drafts of all cue phrases and cue nouns, in text order."""
    found = []
    for token in context.tokens():
        draft = _draft(context, token)
        if draft is not None:
            found.append(draft)
    return found


def _draft(context: Context, token: Token) -> Draft | None:
    if token.lower_ == "according":
        return _according(context, token)
    if token.lower_ in HEARSAY_ADVERBS:
        return _reportedly(context, token)
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    if token.lower_ in VIEW_NOUNS and token.head.dep_ == "prep":
        found = _view(context, token)
        if found is not None:
            return found
    return _noun(context, token) if lemma(token) in NOUNS else None


def _around(context: Context, anchor: Token, hole: Range) -> list[Range]:
    """What a phrase qualifies, without the phrase: the sentence, or the clause that it is set into."""
    text = context.text
    sentence = context.sentence_at(anchor.idx) or context.line_range(anchor.idx)
    host = governor(anchor.head)
    start, end = trim(text, *sentence, _EDGE)
    inner = host.dep_ in ("relcl", "acl") or (
        host.dep_ in ("advcl", "ccomp") and _is_set_in(text, sentence, hole)
    )
    if inner:
        low, high = clause(context, host)
        if low < hole[0] or high > hole[1]:
            start, end = max(start, low), min(end, high)
    parts = [without_and(context, trim(text, *part, _EDGE)) for part in without((start, end), hole)]
    return [part for part in parts if part[1] - part[0] > 1]


def _is_set_in(text: str, sentence: Range, hole: Range) -> bool:
    """Whether a phrase stands inside the sentence, at neither end of it."""
    before = text[sentence[0] : hole[0]].strip(_EDGE)
    after = text[hole[1] : sentence[1]].strip(_EDGE)
    return bool(before) and bool(after)


def _according(context: Context, token: Token) -> Draft | None:
    preposition = child(token, "prep")
    if preposition is None and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        preposition = token.nbor()
    party = child(preposition, "pobj") if preposition is not None else None
    if preposition is None or party is None:
        return None
    source = _closed_by_comma(context, token, phrase(context, party))
    hole = (token.idx, max(source[1], preposition.idx + len(preposition)))
    content = _around(context, token, hole)
    if not content:
        return None
    cue = token_range(token, preposition)
    return Draft([source], [cue], content, "say", "according", 0.9, head=token.i)


def _closed_by_comma(context: Context, token: Token, source: Range) -> Range:
    """A phrase that opens a sentence ends with a comma: without one the parser ran on into the clause."""
    text = context.text
    sentence = context.sentence_at(token.idx)
    opens = sentence is not None and not text[sentence[0] : token.idx].strip("\"“'‘«( ")
    after = text[source[1] : source[1] + 1]
    if opens and after == "," and sentence is not None:
        return _with_name(context, source, sentence[1])
    if not opens or after == "" or text[source[1] - 1] == ",":
        return source
    comma = text.rfind(", ", *source)
    return source if comma < 0 else (source[0], comma)


def _with_name(context: Context, source: Range, limit: int) -> Range:
    """ "According to the head of the service, Ann Roe, ...": the name is of the source."""
    comma = context.text.find(", ", source[1] + 1, min(limit, source[1] + _NAME))
    words = context.doc.char_span(source[1] + 2, comma, alignment_mode="contract") if comma >= 0 else None
    if words is None or not 2 <= len(words) <= 4 or any(token.pos_ != "PROPN" for token in words):
        return source
    last = context.doc.char_span(*source, alignment_mode="expand")
    named = last is None or any(token.pos_ == "PROPN" and token.ent_type_ == "PERSON" for token in last)
    return source if named else (source[0], comma)


def _view(context: Context, noun: Token) -> Draft | None:
    """ "in X's view", "from the standpoint of X" """
    preposition = noun.head
    if preposition.lower_ not in ("in", "from", "by", "to"):
        return None
    owner = child(noun, "poss")
    if owner is not None:
        source = phrase(context, owner)
        case = child(owner, "case")
        if case is not None:
            source = (source[0], min(source[1], case.idx))
        cue = [token_range(preposition, preposition), token_range(case or noun, noun)]
    else:
        of = child(noun, "prep")
        party = child(of, "pobj") if of is not None and of.lower_ == "of" else None
        if party is None or of is None:
            return None
        source = phrase(context, party)
        cue = [token_range(preposition, of)]
    hole = (preposition.idx, max(source[1], noun.idx + len(noun)))
    content = _around(context, preposition, hole)
    return Draft([source], cue, content, "believe", "view", 0.8, head=noun.i) if content else None


def _reportedly(context: Context, token: Token) -> Draft | None:
    host = governor(token.head)
    span = clause(context, host)
    parts = [trim(context.text, *part) for part in without(span, token_range(token, token))]
    content = [part for part in parts if part[1] - part[0] > 1]
    if not content or host.pos_ not in ("VERB", "AUX"):
        return None
    return Draft([], [token_range(token, token)], content, "report", "adverb", 0.6, head=token.i)


def _noun(context: Context, noun: Token) -> Draft | None:
    content = _noun_content(context, noun)
    if content is None:
        return None
    source, cue = _noun_source(context, noun)
    if not source:
        return None
    if content[1] is not None and content[1].i == noun.i + 1:
        cue[-1] = (cue[-1][0], content[1].idx + len(content[1]))
    return Draft(source, cue, [content[0]], NOUNS[lemma(noun)], "noun", 0.6, head=noun.i)


def _noun_content(context: Context, noun: Token) -> tuple[Range, Token | None] | None:
    for item in noun.children:
        if item.i < noun.i:
            continue
        if item.dep_ in ("acl", "ccomp", "relcl") and item.left_edge.lower_ in ("that", "to", "whether"):
            if item.dep_ == "relcl":
                continue
            return clause(context, item), None
        if item.dep_ == "prep" and item.lower_ in NOUN_PREPOSITIONS.get(lemma(noun), frozenset()):
            target = child(item, "pobj", "pcomp")
            if target is not None:
                return (phrase(context, target) if target.dep_ == "pobj" else clause(context, target)), item
    return None


def _noun_source(context: Context, noun: Token) -> tuple[list[Range], list[Range]]:
    owner = child(noun, "poss")
    if owner is not None:
        case = child(owner, "case")
        source = phrase(context, owner)
        if case is not None:
            source = (source[0], min(source[1], case.idx))
            return [source], [token_range(case, noun)]
        return [source], [token_range(noun, noun)]
    for item in noun.children:
        if item.dep_ == "prep" and item.lower_ in ("by", "from") and item.i > noun.i:
            party = child(item, "pobj")
            if party is not None:
                return [phrase(context, party)], [token_range(noun, item)]
    verb = noun.head
    if noun.dep_ == "dobj" and lemma(verb) in _LIGHT_VERBS:
        found = subject(verb)
        if found is not None and found.pos_ in ("NOUN", "PROPN", "PRON"):
            return [phrase(context, found)], [token_range(verb, noun)]
    return [], []


def citing_drafts(context: Context, drafts: list[Draft]) -> list[Draft]:
    """The cited party as an attribution of its own, inside that of the party that cites it.

    "X reports, citing Y": source Y, cue "citing", content as X's, carrier X's attribution.
    "X refers to Y about this": the same with the sentence before as content of both.
    """
    by_head = {draft.head: draft for draft in drafts if draft.head >= 0}
    found: list[Draft] = []
    for token in context.tokens():
        if lemma(token) in CITING_VERBS and (token.tag_ == "VBG" or cites_beside(token)):
            found.extend(_cited(context, token, by_head))
        elif token.lower_ in REFERENCE_NOUNS and token.i > 0 and token.nbor(-1).lower_ == "with":
            found.extend(_with_reference(context, token, by_head))
        elif lemma(token) == "refer" and token.pos_ == "VERB":
            found.extend(_refers(context, token))
    return found


def _cited(context: Context, verb: Token, by_head: dict[int, Draft]) -> list[Draft]:
    party = child(verb, "dobj")
    if party is None:
        return []
    start, end = phrase(context, party)
    end = max(end, _as_well(context, verb, end))
    that = next((item for item in party.subtree if item.dep_ == "mark" and item.lower_ == "that"), None)
    hole = (verb.idx, end)
    if that is not None and start < that.idx < end:
        start, end = trim(context.text, start, that.idx)  # "citing claims by captives that ..."
    return _inner(context, verb, (start, end), token_range(verb, verb), by_head, hole)


def _as_well(context: Context, verb: Token, end: int) -> int:
    """Take in "as well as officials from ..." that hangs on the verb."""
    for item in verb.children:
        if (
            item.dep_ in ("cc", "conj", "prep", "dobj", "advmod")
            and item.i > verb.i
            and context.text[end : item.idx].strip(" ,") in ("", "as well", "as well as")
        ):
            edge = item.right_edge
            end = max(end, edge.idx + len(edge))
    return end


def _inner(
    context: Context,
    anchor: Token,
    source: Range,
    cue: Range,
    by_head: dict[int, Draft],
    hole: Range | None = None,
) -> list[Draft]:
    carrier = _carrier(context, anchor, by_head)
    if carrier is None or not carrier.content:
        return []
    content = [part for whole in carrier.content for part in without(whole, hole or (cue[0], source[1]))]
    content = [part for part in (trim(context.text, *part) for part in content) if part[0] < part[1]]
    if not content:
        return []
    carrier.content = list(content)
    if cites_beside(anchor):
        carrier.source = [_without_clause(context, part, anchor) for part in carrier.source]
    return [
        Draft([source], [cue], content, carrier.cue_class, "citing", 0.85, head=anchor.i, carrier=carrier)
    ]


def _without_clause(context: Context, part: Range, verb: Token) -> Range:
    """ "Harrow, which cites ..." without the clause: the cited party is a hop of its own."""
    edge = verb.left_edge.idx
    return trim(context.text, part[0], edge) if part[0] < edge < part[1] else part


def _carrier(context: Context, anchor: Token, by_head: dict[int, Draft]) -> Draft | None:
    """The attribution of the citing party: that of a verb above, unless a nearer cue stands before."""
    above, current = None, anchor
    while current.head.i != current.i and above is None:
        current = current.head
        above = by_head.get(current.i)
    if above is not None and above.head < anchor.i:
        return above
    for place in range(anchor.i - 1, max(anchor.sent.start, anchor.i - _BACK) - 1, -1):
        if place in by_head:
            return by_head[place]
    return above


def _with_reference(context: Context, noun: Token, by_head: dict[int, Draft]) -> list[Draft]:
    to = child(noun, "prep")
    party = child(to, "pobj") if to is not None and to.lower_ == "to" else None
    if to is None or party is None:
        return []
    return _inner(context, noun, phrase(context, party), token_range(noun.nbor(-1), to), by_head)


def _refers(context: Context, verb: Token) -> list[Draft]:
    """ "X refers to Y about this": two hops for the sentence before."""
    near = [*verb.children, *(below for item in verb.children for below in item.children)]
    near += [below for item in near for below in item.children]
    parts = {item.lower_: item for item in near if item.dep_ == "prep"}
    to, about = parts.get("to"), parts.get("about")
    party = child(to, "pobj") if to is not None else None
    topic = child(about, "pobj") if about is not None else None
    citer = subject(verb)
    if to is None or party is None or topic is None or about is None or citer is None:
        return []
    if topic.lower_ not in ("this", "that", "it"):
        return []
    content = _paragraph_before(context, verb) or before_sentence(context, verb)
    if not content:
        return []
    start, end = phrase(context, party)
    source = trim(context.text, start, min(end, about.idx) if start < about.idx else end)
    cue = [token_range(verb, to)]
    outer = Draft([phrase(context, citer)], cue, content, "report", "this", 0.8, head=verb.i)
    return [outer, Draft([source], cue, list(content), "report", "citing", 0.8, head=verb.i, carrier=outer)]


def _paragraph_before(context: Context, token: Token) -> list[Range]:
    """What the paragraph holds before the sentence of `token`: "X refers to Y about this" covers it all."""
    sentence = context.sentence_at(token.idx)
    start, _ = context.line_range(token.idx)
    if sentence is None or not start < sentence[0] <= start + _PARAGRAPH:
        return []
    part = trim(context.text, start, sentence[0])
    return [part] if part[0] < part[1] else []
