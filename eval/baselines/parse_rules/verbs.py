"""Attributions whose cue is a verb: "X said that ...", "..., said X", "X rejected ...", "reported by X"."""

from spacy.tokens import Token

from eval.baselines.parse_rules.complements import (
    QUESTION,
    Governed,
    cites_beside,
    governed,
    is_description,
    is_irreal,
    is_this,
    is_unsaid,
    without_and,
)
from eval.baselines.parse_rules.cues import CITING_VERBS, PREPOSITION_VERBS, VIEWING_VERBS
from eval.baselines.parse_rules.draft import Context, Draft, Range, token_range, trim
from eval.baselines.parse_rules.speakers import addressee, occasion, speaker
from eval.baselines.parse_rules.tree import (
    child,
    clause,
    clip,
    is_negated,
    is_passive,
    lemma,
    phrase,
    verb_group,
)
from onrecord.lang.cues import CLAUSE_VERBS, INFINITIVE_VERBS, OBJECT_VERBS, QUOTE_VERBS

_TABLES = (CLAUSE_VERBS, OBJECT_VERBS, INFINITIVE_VERBS, QUOTE_VERBS, VIEWING_VERBS)
_GAP = 300
_KNOWN = 9  # tokens between "known" and "that"


def verb_drafts(context: Context) -> list[Draft]:
    """Drafts of all cue verbs, in text order."""
    found = []
    for token in context.tokens():
        if token.pos_ in ("VERB", "AUX"):
            draft = _draft(context, token)
            if draft is not None:
                found.append(draft)
    return found


def _draft(context: Context, verb: Token) -> Draft | None:
    word = lemma(verb)
    if word in ("make", "let"):
        return _made_clear(context, verb)
    if word in CITING_VERBS and (verb.tag_ == "VBG" or cites_beside(verb)):
        return None  # "citing ..." is a hop of its own
    if is_unsaid(verb, word):
        return None
    found = governed(context, verb, word) if any(word in table for table in _TABLES) else None
    if found is None:
        return _prepositional(context, verb, word)
    return _with_speaker(context, verb, word, found)


def _with_speaker(context: Context, verb: Token, word: str, found: Governed) -> Draft | None:
    content, cue_class, pattern, confidence = found
    if content and pattern != "this":
        content = [without_and(context, part) for part in clip(context, verb, content)]
        if not content and word not in QUOTE_VERBS:
            return None
        pattern = pattern if content else "quote"
    source, antecedent = speaker(context, verb)
    if not source and not (is_passive(verb) and pattern in ("clause", "opinion")):
        return None
    if pattern in ("object", "infinitive") and is_description(context, source, antecedent):
        return None
    content = _up_to_source(context, verb, source, content)
    draft = Draft(source, [verb_group(verb)], content, cue_class, pattern, confidence, head=verb.i)
    draft.antecedent = antecedent
    draft.negated = is_negated(verb)
    draft.takes_quote = word in QUOTE_VERBS
    draft.addressee = addressee(context, verb, word, content)
    draft.occasion = occasion(context, verb, content)
    return draft


def _up_to_source(context: Context, verb: Token, source: list[Range], content: list[Range]) -> list[Range]:
    """In "This is so, as A says, X reports" everything before X is what X reports."""
    if not content or not source or not content[-1][1] <= source[0][0] < verb.idx:
        return content
    start, end = content[-1]
    gap = context.text[end : source[0][0]]
    if not gap.startswith(",") or len(gap) > _GAP or "\n" in gap or context.quotations_in(end, source[0][0]):
        return content
    return [*content[:-1], trim(context.text, start, source[0][0])]


def _prepositional(context: Context, verb: Token, word: str) -> Draft | None:
    for item in verb.children:
        if item.dep_ not in ("prep", "prt") or f"{word} {item.lower_}" not in PREPOSITION_VERBS:
            continue
        if is_irreal(verb) or (word == "respond" and is_negated(verb)):
            return None
        target = child(item, "pobj", "pcomp")
        about = next(
            (other for other in verb.children if other.dep_ == "prep" and other.lower_ == "about"), None
        )
        if target is None or target.tag_ in QUESTION or is_this(target):
            return None
        if about is not None and is_this(child(about, "pobj")):
            return None  # two hops: phrases.citing_drafts
        source, antecedent = speaker(context, verb)
        if not source or is_passive(verb):
            return None
        start, end = verb_group(verb)
        cue = (
            [(start, item.idx + len(item))]
            if item.i == verb.i + 1
            else [(start, end), token_range(item, item)]
        )
        content = [phrase(context, target) if target.dep_ == "pobj" else clause(context, target)]
        draft = Draft(
            source, cue, content, PREPOSITION_VERBS[f"{word} {item.lower_}"], "preposition", 0.6, head=verb.i
        )
        draft.antecedent = antecedent
        draft.negated = is_negated(verb)
        return draft
    return None


def _made_clear(context: Context, verb: Token) -> Draft | None:
    """ "X has made (it) clear that ...", "X let it be known that ..." """
    for clear in verb.doc[verb.i + 1 : verb.i + 4]:
        if clear.lower_ not in ("clear", "known", "plain"):
            continue
        that = None
        if clear.lower_ == "known":  # "known through intermediaries that": the clause hangs on the last noun
            near = verb.doc[clear.i + 1 : clear.i + _KNOWN]
            that = next((item for item in near if item.lower_ == "that" and item.dep_ == "mark"), None)
            complement = that.head if that is not None else None
        else:
            complement = child(verb, "ccomp") or child(clear, "ccomp") or child(verb, "advcl")
        source, antecedent = speaker(context, verb)
        if complement is None or not source:
            return None
        if complement.i == clear.i:
            complement = child(clear, "ccomp", "advcl")
            if complement is None:
                return None
        cue = [(verb_group(verb)[0], clear.idx + len(clear))]
        start, end = clause(context, complement)
        start = max(start, cue[0][1] if that is None else that.idx)
        content = [trim(context.text, start, end)]
        if content[0][0] >= content[0][1]:
            return None
        draft = Draft(source, cue, content, "say", "clause", 0.85, head=verb.i)
        draft.antecedent = antecedent
        draft.negated = is_negated(verb)
        return draft
    return None
