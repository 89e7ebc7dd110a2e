"""What a cue verb governs: its clause, infinitive or object, the clause it is put into, or "this"."""

import re

from spacy.tokens import Token

from eval.baselines.parse_rules.cues import (
    CONDITIONAL,
    NAMING,
    NEED_MARK,
    OPINION_VERBS,
    SILENCE,
    TELLING_VERBS,
    THIS_WORDS,
    VIEWING_VERBS,
)
from eval.baselines.parse_rules.draft import Context, Range, token_range, trim, without
from eval.baselines.parse_rules.tree import child, clause, is_passive, lemma, phrase
from onrecord.lang.cues import CLAUSE_VERBS, DOCUMENTS, INFINITIVE_VERBS, OBJECT_VERBS, QUOTE_VERBS

Governed = tuple[list[Range], str, str, float]  # content, cue class, pattern, confidence
QUESTION = frozenset({"WDT", "WP", "WRB", "WP$"})
_PROVISO = frozenset({"provided", "providing", "assuming", "condition", "proviso"})
_YES_OR_NO = frozenset({"confirm", "deny"})
_MIGHT = frozenset({"would", "could", "might", "may", "must", "should"})
_CITING = 20  # tokens that may stand between "said" and ", that"
_IRREAL = frozenset({"if", "unless", "until", "once"})
_AND = re.compile(r"(?:And|But|Yet|So|and|but|yet)\s+")
_ASKED = re.compile(
    r"[\s,]*(?:when|as|after|while)?\s*(?:asked|speaking|in response to|responding)\b", re.IGNORECASE
)
_CUE_PARTS = frozenset(
    {"nsubj", "aux", "advmod", "dobj", "dative", "prep", "npadvmod", "mark", "neg", "agent"}
)


def governed(context: Context, verb: Token, word: str) -> Governed | None:
    """Content of a cue verb with its class and pattern; content is empty where only a quotation can be."""
    if is_irreal(verb):
        return None
    this = _this(context, verb, word)
    if this:
        return this, CLAUSE_VERBS.get(word, "say"), "this", 0.8
    infinitive = child(verb, "xcomp")
    opinion = _opinion(context, verb, infinitive, word) if infinitive is not None else None
    return _view(context, verb, word) or opinion or _clause_or_other(context, verb, word, infinitive)


def _view(context: Context, verb: Token, word: str) -> Governed | None:
    view = _seen_as(context, verb) if word in VIEWING_VERBS else []
    return (view, "believe", "object", 0.6) if view else None


def _clause_or_other(context: Context, verb: Token, word: str, infinitive: Token | None) -> Governed | None:
    ranges = _clause_content(context, verb, word) if word in CLAUSE_VERBS else []
    if ranges:
        return ranges, CLAUSE_VERBS[word], "clause", 0.9
    if infinitive is not None and word in INFINITIVE_VERBS and _is_infinitive(infinitive):
        return _infinitive(context, verb, word, infinitive)
    return _object_or_quotation(context, verb, word)


def _seen_as(context: Context, verb: Token) -> list[Range]:
    """ "see the war as a test of wills": the object with "as", and the clause behind it."""
    target = child(verb, "nsubjpass" if is_passive(verb) else "dobj")
    if target is None or target.tag_ in QUESTION:
        return []
    near = [item for item in (*verb.children, *target.children) if item.i > target.i and item.dep_ == "prep"]
    link = next((item for item in near if item.lower_ == "as"), None)
    if link is None or child(link, "pobj", "pcomp") is None:
        return []
    agent = child(verb, "agent")
    if is_passive(verb) and agent is not None and agent.i > link.i:
        return []  # "seen as a war waged by them"
    if is_passive(verb):
        return [phrase(context, target), clause(context, link)]
    end = clause(context, link)[1]
    behind = child(verb, "ccomp")
    if behind is not None and behind.i > link.i and context.text[end : behind.left_edge.idx].strip() == "":
        end = clause(context, behind)[1]
    return [(phrase(context, target)[0], end)]


def _object_or_quotation(context: Context, verb: Token, word: str) -> Governed | None:
    ranges = _object_content(context, verb) if word in OBJECT_VERBS else []
    if ranges:
        return ranges, OBJECT_VERBS[word], "object", 0.6
    if word in QUOTE_VERBS:
        return [], CLAUSE_VERBS.get(word) or OBJECT_VERBS.get(word) or "say", "quote", 0.85
    return None


def _infinitive(context: Context, verb: Token, word: str, infinitive: Token) -> Governed | None:
    """ "vowed to stay", "urged the court to wait"; nothing for "declined to comment"."""
    if lemma(infinitive) in SILENCE and INFINITIVE_VERBS[word] == "deny":
        return None
    if is_passive(infinitive) and lemma(infinitive) in NAMING:
        return None
    start, end = clause(context, infinitive)
    to, target = child(infinitive, "aux"), child(verb, "dobj") or _called_on(verb)
    if to is not None and to.idx > verb.idx:
        whole = target is not None and word != "tell" and target.i < to.i
        start = phrase(context, target)[0] if whole and target is not None else to.idx
    return [(start, end)], INFINITIVE_VERBS[word], "infinitive", 0.7


def _called_on(verb: Token) -> Token | None:
    """ "has called on the council to meet": who is called on."""
    on = next((item for item in verb.children if item.dep_ == "prep" and item.lower_ in ("on", "upon")), None)
    return child(on, "pobj") if on is not None and lemma(verb) == "call" else None


def _opinion(context: Context, verb: Token, infinitive: Token, word: str) -> Governed | None:
    """ "The talks are expected to resume": what is expected is the subject with the infinitive."""
    if word not in OPINION_VERBS or not is_passive(verb):
        return None
    about, to = child(verb, "nsubjpass"), child(infinitive, "aux")
    if about is None or to is None or about.tag_ in QUESTION:
        return None
    content = [phrase(context, about), (to.idx, clause(context, infinitive)[1])]
    return content, CLAUSE_VERBS.get(lemma(verb), "believe"), "opinion", 0.6


def without_and(context: Context, part: Range) -> Range:
    """A range without the "and" or "but" that opens it."""
    match = _AND.match(context.text, part[0], part[1])
    return (match.end(), part[1]) if match else part


def is_irreal(verb: Token) -> bool:
    """ "if Vesta recognizes ...", "provided that ...": nobody has done so yet."""
    mark = child(verb, "mark")
    if mark is not None and mark.lower_ in _IRREAL:
        return True
    first = verb.left_edge.i
    return any(token.lower_ in _PROVISO for token in verb.doc[max(0, first - 2) : first + 1])


def is_unsaid(verb: Token, word: str) -> bool:
    """ "neither confirmed nor denied", "would accept": nothing was said, or only of what might be."""
    if word in _YES_OR_NO:
        pair = [*verb.conjuncts, verb]
        if {"confirm", "deny"} <= {lemma(item) for item in pair}:
            return True
    return word in CONDITIONAL and any(item.lower_ in _MIGHT for item in verb.children if item.tag_ == "MD")


def is_description(context: Context, source: list[Range], antecedent: Range | None) -> bool:
    """ "advisers who promised a victory", "the law that threatened to": it tells which one."""
    if not source:
        return False
    word = context.text[source[0][0] : source[0][1]].lower()
    if word in ("that", "whoever", "anyone", "nobody"):
        return True
    if antecedent is None or word not in ("who", "which"):
        return False
    words = context.doc.char_span(*antecedent, alignment_mode="expand")
    return words is not None and words.root.tag_ == "NNS"


def _is_infinitive(token: Token) -> bool:
    return any(item.dep_ == "aux" and item.lower_ == "to" for item in token.children)


def _clause_content(context: Context, verb: Token, word: str) -> list[Range]:
    complement = child(verb, "ccomp")
    if complement is None and word in QUOTE_VERBS and _is_inserted(verb):
        return _host(context, verb)
    strayed = complement is None and (word in QUOTE_VERBS or word in TELLING_VERBS)
    if strayed:
        complement = _strayed(verb) or _after_citing(verb)
    if complement is None:
        mark = child(verb, "mark")
        if verb.dep_ == "advcl" and mark is not None and mark.lower_ == "as":
            return _host(context, verb)
        return []
    if word in NEED_MARK and not _is_marked(complement) and not _is_finding(verb):
        return []
    start, end = clause(context, complement)
    that = child(complement, "mark")
    if strayed and that is not None and that.i > verb.i:
        start = that.idx
    own = token_range(verb, verb)
    if start <= own[0] < end:  # an inverted cue that the parser put inside its own content
        return [trim(context.text, *part) for part in without((start, end), _cue_phrase(context, verb))]
    return [(start, end)]


def _strayed(verb: Token) -> Token | None:
    """A complement that the parser hung elsewhere: "said legalizing it ...", "said on Friday that ..."."""
    gerund = child(verb, "xcomp")
    if gerund is not None and gerund.tag_ == "VBG" and gerund.i > verb.i:
        return gerund
    for item in verb.children:
        if item.i < verb.i or item.dep_ not in ("prep", "dobj", "npadvmod", "dative"):
            continue
        for noun in (item, *item.children):
            for clause_head in noun.children:
                if clause_head.dep_ not in ("relcl", "acl", "ccomp"):
                    continue
                mark = child(clause_head, "mark")
                told = lemma(verb) in TELLING_VERBS and (
                    item.dep_ == "dobj" or (item.dep_ == "prep" and _is_complete(item, clause_head))
                )
                if (mark is not None and mark.lower_ == "that") or (
                    told and clause_head.left_edge.lower_ == "that"
                ):
                    return clause_head
    return None


def _is_complete(preposition: Token, clause_head: Token) -> bool:
    """ "told us in a back room that the bridge would be sold": "that" has no part in the clause."""
    if preposition.lower_ in ("of", "about"):
        return False
    own = child(clause_head, "nsubj", "nsubjpass", "expl")
    return own is not None and own.lower_ != "that"


def _after_citing(verb: Token) -> Token | None:
    """ "which said on Tuesday, citing officials, that ...": the parser hung the clause elsewhere."""
    doc = verb.doc
    for token in doc[verb.i + 1 : min(len(doc), verb.i + _CITING)]:
        if token.is_sent_start or token.text in (";", ":") or token.is_quote:
            return None
        if token.dep_ == "mark" and token.lower_ == "that" and token.nbor(-1).text == ",":
            return token.head
        if token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBG", "VBN"):
            return None
    return None


def _is_finding(verb: Token) -> bool:
    """ "The poll showed X leading": documents show without "that"."""
    found = child(verb, "nsubj")
    return found is not None and lemma(found) in DOCUMENTS


def _is_marked(complement: Token) -> bool:
    first = complement.left_edge
    return first.lower_ in ("that", "whether", "if") or first.tag_ in QUESTION


def _is_inserted(verb: Token) -> bool:
    """A cue set between commas into what it reports."""
    if verb.dep_ not in ("parataxis", "ccomp") or child(verb, "mark", "xcomp") is not None:
        return False
    if verb.dep_ == "parataxis":
        return True
    return verb.left_edge.i == 0 or verb.left_edge.nbor(-1).is_punct


def _host(context: Context, verb: Token) -> list[Range]:
    """The clause that a cue is put into: "The talks, he said, were good", "As X notes, ..."."""
    host = verb.head
    if host.i == verb.i or host.pos_ not in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
        return []
    outer = clause(context, host)
    parts = [_without_occasion(context, part) for part in without(outer, _cue_phrase(context, verb))]
    return [part for part in (trim(context.text, *part) for part in parts) if part[0] < part[1]]


def _without_occasion(context: Context, part: Range) -> Range:
    """Empty for ", when asked about ...": that tells the occasion and is not part of what was said."""
    return (part[0], part[0]) if _ASKED.match(context.text, *part) else part


def _cue_phrase(context: Context, verb: Token) -> Range:
    """Cue, subject and what stands with them, without the content."""
    first, last = verb.i, verb.i
    for item in verb.children:
        if item.dep_ in _CUE_PARTS:
            first, last = min(first, item.left_edge.i), max(last, item.right_edge.i)
    return token_range(verb.doc[first], verb.doc[last])


def _this(context: Context, verb: Token, word: str) -> list[Range]:
    """The sentence before, for "This is reported by X" and "X wrote about this"."""
    if word not in CLAUSE_VERBS:
        return []
    own = child(verb, "nsubjpass") if is_passive(verb) else None
    about = [
        item
        for item in verb.children
        if item.dep_ == "prep" and item.lower_ in ("about", "of", "on") and is_this(child(item, "pobj"))
    ]
    if not is_this(own) and not about:
        return []
    return before_sentence(context, verb)


def cites_beside(verb: Token) -> bool:
    """ "reported by Harrow, which cites three officials": as "Harrow, citing three officials"."""
    subject = child(verb, "nsubj")
    beside = verb.dep_ == "relcl" and subject is not None and subject.lower_ == "which"
    return beside and child(verb, "dobj") is not None and child(verb, "ccomp") is None


def is_this(token: Token | None) -> bool:
    """Whether a token is a bare "this" that points back."""
    return token is not None and token.lower_ in THIS_WORDS and token.left_edge.i == token.right_edge.i


def before_sentence(context: Context, token: Token) -> list[Range]:
    """The sentence before that of `token`, empty at the start of the article."""
    found = context.sentence_before(token.idx)
    return [found] if found is not None else []


def _object_content(context: Context, verb: Token) -> list[Range]:
    if is_passive(verb):
        if child(verb, "agent") is None:
            return []
        target = child(verb, "nsubjpass")
    else:
        target = child(verb, "dobj")
    if target is None or target.tag_ in QUESTION or is_this(target):
        return []
    if lemma(target) in SILENCE:
        return []
    ranges = [phrase(context, target)]
    for item in verb.children:
        tail = item.dep_ in ("oprd", "xcomp") or (
            item.dep_ == "prep" and item.lower_ in ("as", "of", "for") and child(verb, "dobj", "nsubjpass")
        )
        if tail and item.i > target.i:
            ranges.append(clause(context, item))
    return _joined(ranges, context.text)


def _joined(ranges: list[Range], text: str) -> list[Range]:
    result: list[Range] = []
    for start, end in sorted(ranges):
        if result and start <= result[-1][1] + 1:
            result[-1] = (result[-1][0], max(result[-1][1], end))
        else:
            result.append((start, end))
    return [part for part in (trim(text, *part) for part in result) if part[0] < part[1]]
