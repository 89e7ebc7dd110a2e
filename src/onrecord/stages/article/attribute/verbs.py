"""Attributions whose cue is a verb: "X said that ...", "..., said X", "X rejected ...", "is reported by X"."""

import re

from spacy.tokens import Token

from onrecord.lang.cues import (
    CITING_VERBS,
    CLAUSE_VERBS,
    DOCUMENTS,
    INFINITIVE_VERBS,
    NEED_MARK,
    OBJECT_VERBS,
    OPINION_VERBS,
    PREPOSITION_VERBS,
    QUOTE_VERBS,
    TELLING_VERBS,
    SILENCE,
    THIS_WORDS,
)
from onrecord.stages.article.attribute.draft import Context, Draft, Range, token_range, trim, without
from onrecord.stages.article.attribute.tree import (
    SPEAKING,
    child,
    clause,
    clip,
    is_negated,
    is_passive,
    lemma,
    phrase,
    subject,
    verb_group,
)

_SHORT = 12
_PROVISO = frozenset({"provided", "providing", "assuming", "condition", "proviso"})
_IRREAL = frozenset({"if", "unless", "until", "once"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_QUESTION = frozenset({"WDT", "WP", "WRB", "WP$"})


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
    if word == "make":
        return _made_clear(context, verb)
    if not any(word in table for table in (CLAUSE_VERBS, OBJECT_VERBS, INFINITIVE_VERBS, QUOTE_VERBS)):
        return _prepositional(context, verb, word)
    if word in CITING_VERBS and verb.tag_ == "VBG":
        return None  # "citing ..." is a hop of its own
    found = _content(context, verb, word)
    if found is None:
        return _prepositional(context, verb, word)
    content, cue_class, pattern, confidence = found
    if content and pattern != "this":
        content = [_without_and(context, part) for part in clip(context, verb, content)]
        if not content and not word in QUOTE_VERBS:
            return None
        pattern = pattern if content else "quote"
    source, antecedent = _source(context, verb)
    if not source and not (is_passive(verb) and pattern in ("clause", "opinion")):
        return None
    content = _up_to_source(context, verb, source, content)
    draft = Draft(source, [verb_group(verb)], content, cue_class, pattern, confidence, head=verb.i)
    draft.antecedent = antecedent
    draft.negated = is_negated(verb)
    draft.takes_quote = word in QUOTE_VERBS
    draft.addressee = _addressee(context, verb, word, content)
    draft.occasion = _occasion(context, verb, content)
    return draft


_GAP = 300


def _up_to_source(context: Context, verb: Token, source: list[Range], content: list[Range]) -> list[Range]:
    """In "This is so, as A says, X reports" everything before X is what X reports."""
    if not content or not source or not content[-1][1] <= source[0][0] < verb.idx:
        return content
    start, end = content[-1]
    gap = context.text[end : source[0][0]]
    if not gap.startswith(",") or len(gap) > _GAP or "\n" in gap or context.quotations_in(end, source[0][0]):
        return content
    return [*content[:-1], trim(context.text, start, source[0][0])]


def _content(context: Context, verb: Token, word: str) -> tuple[list[Range], str, str, float] | None:
    if _is_irreal(verb):
        return None
    this = _this(context, verb, word)
    if this:
        return this, CLAUSE_VERBS.get(word, "say"), "this", 0.8
    if word in CLAUSE_VERBS:
        ranges = _clause_content(context, verb, word)
        if ranges:
            return ranges, CLAUSE_VERBS[word], "clause", 0.9
    infinitive = child(verb, "xcomp")
    if infinitive is not None and word in OPINION_VERBS and is_passive(verb):
        return _opinion(context, verb, infinitive)
    if word in INFINITIVE_VERBS and infinitive is not None and _is_infinitive(infinitive):
        if lemma(infinitive) in SILENCE and INFINITIVE_VERBS[word] == "deny":
            return None
        start, end = clause(context, infinitive)
        to = child(infinitive, "aux")
        target = child(verb, "dobj")
        if to is not None and to.idx > verb.idx:
            start = (
                to.idx if target is None or word == "tell" or target.i > to.i else phrase(context, target)[0]
            )
        return [(start, end)], INFINITIVE_VERBS[word], "infinitive", 0.7
    if word in OBJECT_VERBS:
        ranges = _object_content(context, verb)
        if ranges:
            return ranges, OBJECT_VERBS[word], "object", 0.6
    if word in QUOTE_VERBS:
        return [], CLAUSE_VERBS.get(word) or OBJECT_VERBS.get(word) or "say", "quote", 0.85
    return None


_AND = re.compile(r"(?:And|But|Yet|So|and|but|yet)\s+")


def _opinion(context: Context, verb: Token, infinitive: Token) -> tuple[list[Range], str, str, float] | None:
    """ "The talks are expected to resume": what is expected is the subject with the infinitive."""
    about, to = child(verb, "nsubjpass"), child(infinitive, "aux")
    if about is None or to is None or about.tag_ in _QUESTION:
        return None
    content = [phrase(context, about), (to.idx, clause(context, infinitive)[1])]
    return content, CLAUSE_VERBS.get(lemma(verb), "believe"), "opinion", 0.6


def _without_and(context: Context, part: Range) -> Range:
    match = _AND.match(context.text, part[0], part[1])
    return (match.end(), part[1]) if match else part


def _is_irreal(verb: Token) -> bool:
    """ "if Vesta recognizes ...", "provided that ...": nobody has done so yet."""
    mark = child(verb, "mark")
    if mark is not None and mark.lower_ in _IRREAL:
        return True
    first = verb.left_edge.i
    return any(token.lower_ in _PROVISO for token in verb.doc[max(0, first - 2) : first + 1])


def _is_infinitive(token: Token) -> bool:
    return any(item.dep_ == "aux" and item.lower_ == "to" for item in token.children)


def _clause_content(context: Context, verb: Token, word: str) -> list[Range]:
    complement = child(verb, "ccomp")
    if complement is None and word in QUOTE_VERBS and _is_inserted(verb):
        return _host(context, verb)
    if complement is None and (word in QUOTE_VERBS or word in TELLING_VERBS):
        complement = _strayed(verb)
    if complement is None:
        mark = child(verb, "mark")
        if verb.dep_ == "advcl" and mark is not None and mark.lower_ == "as":
            return _host(context, verb)
        return []
    if word in NEED_MARK and not _is_marked(complement) and not _is_finding(verb):
        return []
    start, end = clause(context, complement)
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
                told = item.dep_ == "dobj" and lemma(verb) in TELLING_VERBS
                if (mark is not None and mark.lower_ == "that") or (told and clause_head.left_edge.lower_ == "that"):
                    return clause_head
    return None


def _is_finding(verb: Token) -> bool:
    """ "The poll showed X leading": documents show without "that"."""
    found = child(verb, "nsubj")
    return found is not None and lemma(found) in DOCUMENTS


def _is_marked(complement: Token) -> bool:
    first = complement.left_edge
    return first.lower_ in ("that", "whether", "if") or first.tag_ in _QUESTION


def _is_inserted(verb: Token) -> bool:
    """A cue set between commas into what it reports."""
    if verb.dep_ not in ("parataxis", "ccomp") or child(verb, "mark", "xcomp") is not None:
        return False
    if verb.dep_ == "parataxis":
        return True
    return verb.i > verb.head.i or verb.left_edge.i == 0 or verb.left_edge.nbor(-1).is_punct


def _host(context: Context, verb: Token) -> list[Range]:
    """The clause that a cue is put into: "The talks, he said, were good", "As X notes, ..."."""
    host = verb.head
    if host.i == verb.i or host.pos_ not in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
        return []
    outer = clause(context, host)
    parts = [_without_occasion(context, part) for part in without(outer, _cue_phrase(context, verb))]
    return [part for part in (trim(context.text, *part) for part in parts) if part[0] < part[1]]


_ASKED = re.compile(
    r"[\s,]*(?:when|as|after|while)?\s*(?:asked|speaking|in response to|responding)\b", re.IGNORECASE
)


def _without_occasion(context: Context, part: Range) -> Range:
    """Empty for ", when asked about ...": that tells the occasion and is not part of what was said."""
    return (part[0], part[0]) if _ASKED.match(context.text, *part) else part


def _cue_phrase(context: Context, verb: Token) -> Range:
    """Cue, subject and what stands with them, without the content."""
    first, last = verb.i, verb.i
    for item in verb.children:
        if item.dep_ in (
            "nsubj",
            "aux",
            "advmod",
            "dobj",
            "dative",
            "prep",
            "npadvmod",
            "mark",
            "neg",
            "agent",
        ):
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
        if item.dep_ == "prep" and item.lower_ in ("about", "of", "on") and _is_this(child(item, "pobj"))
    ]
    if not _is_this(own) and not about:
        return []
    return before_sentence(context, verb)


def _is_this(token: Token | None) -> bool:
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
    if target is None or target.tag_ in _QUESTION or _is_this(target):
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


def _prepositional(context: Context, verb: Token, word: str) -> Draft | None:
    for item in verb.children:
        if item.dep_ not in ("prep", "prt") or f"{word} {item.lower_}" not in PREPOSITION_VERBS:
            continue
        if _is_irreal(verb) or (word == "respond" and is_negated(verb)):
            return None
        target = child(item, "pobj", "pcomp")
        about = next(
            (other for other in verb.children if other.dep_ == "prep" and other.lower_ == "about"), None
        )
        if target is None or target.tag_ in _QUESTION or _is_this(target):
            return None
        if about is not None and _is_this(child(about, "pobj")):
            return None  # two hops: phrases.citing_drafts
        source, antecedent = _source(context, verb)
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
    """ "X has made (it) clear that ..." """
    for clear in verb.doc[verb.i + 1 : verb.i + 4]:
        if clear.lower_ != "clear":
            continue
        complement = child(verb, "ccomp") or child(clear, "ccomp") or child(verb, "advcl")
        source, antecedent = _source(context, verb)
        if complement is None or not source:
            return None
        if complement.i == clear.i:
            complement = child(clear, "ccomp", "advcl")
            if complement is None:
                return None
        cue = [(verb_group(verb)[0], clear.idx + len(clear))]
        start, end = clause(context, complement)
        start = max(start, cue[0][1])
        content = [trim(context.text, start, end)]
        if content[0][0] >= content[0][1]:
            return None
        draft = Draft(source, cue, content, "say", "clause", 0.85, head=verb.i)
        draft.antecedent = antecedent
        draft.negated = is_negated(verb)
        return draft
    return None


def _source(context: Context, verb: Token) -> tuple[list[Range], Range | None]:
    """The party that speaks: the subject, or the agent of a passive; with the antecedent of "who"."""
    if is_passive(verb):
        agent = child(verb, "agent")
        party = child(agent, "pobj") if agent is not None else None
        return ([phrase(context, party)], None) if party is not None else ([], None)
    found = subject(verb)
    if found is not None and not context.same_line(found.idx, verb.idx):
        return _line_start(context, verb), None
    if found is None or found.tag_ == "EX" or found.dep_ == "expl":
        return [], None
    if found.lower_ in _RELATIVE and found.tag_ in _QUESTION:
        head = verb.head if verb.dep_ == "relcl" else found.head.head
        antecedent = _bare(context, head) if head.pos_ in ("NOUN", "PROPN", "PRON") else None
        return [token_range(found, found)], antecedent
    if verb.dep_ in ("acl", "relcl") and found.i == verb.head.i:
        return [_bare(context, found)], None
    return [phrase(context, found)], None


def _line_start(context: Context, verb: Token) -> list[Range]:
    """The words between the line's start and the cue, where the parser looked for them on another line."""
    start, _ = context.line_range(verb.idx)
    end = verb_group(verb)[0]
    words = context.doc.char_span(start, end, alignment_mode="contract")
    if words is None or not 0 < len(words) <= _SHORT:
        return []
    if any(token.pos_ in ("VERB", "AUX") or token.text in (",", ":", ";") for token in words):
        return []
    named = any(token.pos_ in ("NOUN", "PROPN", "PRON") for token in words)
    return [trim(context.text, start, end)] if named else []


def _bare(context: Context, noun: Token) -> Range:
    """A noun phrase without the clause that hangs on it."""
    last = noun
    for item in noun.children:
        if item.i > noun.i and item.dep_ == "prep" and item.left_edge.i == last.i + 1:
            last = item.right_edge
        elif item.i > noun.i:
            break
    return trim(context.text, *token_range(noun.left_edge, last), strip=" \t\n\r\xa0,")


def _addressee(context: Context, verb: Token, word: str, content: list[Range]) -> Range | None:
    target = child(verb, "dative") or (
        child(verb, "dobj") if word in TELLING_VERBS else None
    )
    if target is not None and target.dep_ == "dative" and target.lower_ == "to":
        target = child(target, "pobj")
    if target is None:
        for item in verb.children:
            if item.dep_ == "prep" and item.lower_ == "to":
                target = child(item, "pobj")
    if target is None:
        return None
    span = phrase(context, target)
    return None if any(start < span[1] and span[0] < end for start, end in content) else span


_OCCASION_PREPOSITIONS = frozenset({"in", "on", "at", "during", "after", "before"})


def _occasion(context: Context, verb: Token, content: list[Range]) -> list[Range]:
    """Phrases of time and place that hang on the cue: "on Friday", "in Kyiv last week", "speaking in ..."."""
    found = []
    party = child(verb, "nsubj")
    for item in [*verb.children, *(party.children if party is not None else ())]:
        hangs = item.head.i == verb.i
        timed = (
            hangs
            and f"{lemma(verb)} {item.lower_}" not in PREPOSITION_VERBS
            and (item.dep_ == "npadvmod" or (item.dep_ == "prep" and item.lower_ in _OCCASION_PREPOSITIONS))
        )
        spoken = item.dep_ in ("advcl", "acl") and item.lower_ in SPEAKING
        if not timed and not spoken:
            continue
        span = clause(context, item)
        if span[0] < span[1] and not any(start < span[1] and span[0] < end for start, end in content):
            found.append(span)
    return found
