"""Corrections over all drafts: where the parser hung "adding that ..." or "..., X reports" too low."""

import re
from bisect import bisect_left

from spacy.tokens import Token

from eval.baselines.parse_rules.cues import TAIL_CUES, TELLING_FORMS
from eval.baselines.parse_rules.draft import Context, Draft, Range, token_range, trim
from eval.baselines.parse_rules.tree import SPEAKING, child, clause, lemma, phrase
from onrecord.lang.cues import CLAUSE_VERBS

_RESUMED = frozenset({"clause", "quote", "object"})
_NEVER_BELOW = 40  # drafts looked back at, for sentences of any length
# A comma and a condition or contrast that the parser cut off from the content.
_TAIL = re.compile(
    r",?\s+(?:but\s+)?(?:only\s+)?"
    r"(?:on (?:the )?condition (?:that|of)|if|provided|providing|unless|until|as long as|so long as|"
    r"in return for|in exchange for)\b",
    re.IGNORECASE,
)
# What ends a wire report's lead: whom they told, and perhaps when.
_TOLD = re.compile(
    r"told (?P<whom>(?:the |a )?[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){0,3}?)"
    r"(?: (?P<when>(?:on|late|early|this|last) [^\W\d_]+(?: [^\W\d_]+)?|yesterday|today))?"
    r"(?:, [^.\n]{0,80})?\.(?=\s|$)"
)
_LONG_SOURCE = 20
_IN_REACH = 120  # tokens before "told" in which another verb may have taken its subject
_OPENS_SOURCE = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN"})
_CLOSING = "\"”’'»)"


def tail_drafts(context: Context, taken: set[int]) -> list[Draft]:
    """ "..., X reports." and "As X notes, ...", where the tagger took the cue for a noun."""
    found = []
    for start, end in context.sentences:
        draft = _tail(context, start, end, taken) or _as_notes(context, start, end, taken)
        if draft is not None:
            found.append(draft)
    return found


def _tail(context: Context, start: int, end: int, taken: set[int]) -> Draft | None:
    text = context.text
    stop = end
    while stop > start and (text[stop - 1] in ".!?…" or text[stop - 1].isspace()):
        stop -= 1
    comma = text.rfind(", ", max(start, stop - 90), stop)
    if comma < 0:
        return None
    words = context.doc.char_span(comma + 2, stop, alignment_mode="contract")
    if words is None or not 2 <= len(words) <= 8 or words[-1].lower_ not in TAIL_CUES:
        return None
    cue = words[-1]
    if cue.i in taken or not any(token.pos_ in ("PROPN", "NOUN") for token in words[:-1]):
        return None
    if words[0].pos_ in ("VERB", "AUX", "ADP", "CCONJ", "SCONJ") or len(text[start:comma].split()) < 3:
        return None
    source = trim(text, comma + 2, cue.idx)
    content = trim(text, start, comma)
    return Draft(
        [source], [token_range(cue, cue)], [content], TAIL_CUES[cue.lower_], "tail", 0.75, head=cue.i
    )


def _as_notes(context: Context, start: int, end: int, taken: set[int]) -> Draft | None:
    """ "As X notes, ..." where the tagger took the cue for a noun."""
    text = context.text
    comma = text.find(", ", start, min(end, start + 90))
    if comma < 0 or text[start : start + 3] != "As ":
        return None
    words = context.doc.char_span(start, comma, alignment_mode="contract")
    if words is None or not 3 <= len(words) <= 9 or words[-1].lower_ not in TAIL_CUES or words[-1].i in taken:
        return None
    cue = words[-1]
    source, content = trim(text, start + 3, cue.idx), trim(text, comma + 2, end, " \t\n\r\xa0,;:.")
    if content[0] >= content[1] or not any(token.pos_ in ("PROPN", "NOUN") for token in words[1:-1]):
        return None
    return Draft(
        [source], [token_range(cue, cue)], [content], TAIL_CUES[cue.lower_], "tail", 0.75, head=cue.i
    )


def wire_drafts(context: Context, verbs: list[Draft]) -> list[Draft]:
    """ "..., three aides with knowledge of the plan told Harrow on Monday." where the parser saw no content.

    What the drafts of other verbs took of the source's words is taken off them.
    """
    taken = {draft.head for draft in verbs if draft.content}
    heads = [draft.head for draft in verbs]  # in text order
    found = []
    for token in context.tokens():
        if token.lower_ != "told" or token.i in taken:
            continue
        sentence = context.sentence_at(token.idx)
        told = _TOLD.match(context.text, token.idx)
        if sentence is None or told is None or told.end() > sentence[1]:
            continue
        comma = context.text.rfind(", ", sentence[0], token.idx)
        if comma < 0 or len(context.text[sentence[0] : comma].split()) < 4:
            continue
        source = trim(context.text, comma + 2, token.idx)
        words = context.doc.char_span(*source, alignment_mode="contract")
        if words is None or not 2 <= len(words) <= _LONG_SOURCE or words[0].pos_ not in _OPENS_SOURCE:
            continue
        content = trim(context.text, sentence[0], comma)
        if _is_aside(context, content):
            continue
        for other in verbs[bisect_left(heads, token.i - _IN_REACH) : bisect_left(heads, token.i)]:
            if any(start < source[0] < end for start, end in other.content):
                other.content = _before(context, other.content, comma)
        draft = Draft([source], [token_range(token, token)], [content], "say", "tail", 0.75, head=token.i)
        draft.addressee = told.span("whom")
        draft.occasion = [told.span("when")] if told["when"] else []
        found.append(draft)
    return found


def _is_aside(context: Context, content: Range) -> bool:
    """ "When he came back from the talks, the minister told Harrow.": nothing that was said."""
    words = context.doc.char_span(*content, alignment_mode="contract")
    opens = words is None or words[0].pos_ in ("SCONJ", "ADP") or words[0].lower_ in ("when", "while", "as")
    return opens and ", " not in context.text[content[0] : content[1]]


def telling_drafts(context: Context, taken: set[int]) -> list[Draft]:
    """ "X, speaking in Kelm, informed reporters that ..." where the parser saw no verb in "informed"."""
    found = []
    for token in context.tokens():
        if token.lower_ not in TELLING_FORMS or token.i in taken or token.tag_ not in ("VBN", "VBD"):
            continue
        root = child(token, "nsubj") or token.sent.root
        if (
            root.pos_ not in ("NOUN", "PROPN")
            or root.i >= token.i
            or not context.same_line(root.idx, token.idx)
        ):
            continue
        that = next((item for item in context.doc[token.i + 2 : token.i + 6] if item.lower_ == "that"), None)
        sentence = context.sentence_at(token.idx)
        if that is None or sentence is None or that.idx >= sentence[1]:
            continue
        source = phrase(context, root)
        source = trim(context.text, source[0], min(source[1], token.idx))
        content = trim(context.text, that.idx, sentence[1], " \t\n\r\xa0,;:.")
        cue_class = TELLING_FORMS[token.lower_]
        draft = Draft(
            [source], [token_range(token, token)], [content], cue_class, "clause", 0.7, head=token.i
        )
        draft.addressee = trim(context.text, token.idx + len(token), that.idx)
        draft.occasion = [
            clause(context, item) for item in root.children if item.dep_ == "acl" and item.lower_ in SPEAKING
        ]
        found.append(draft)
    return found


def resume_speakers(context: Context, drafts: list[Draft]) -> None:
    """Give ", adding that ..." to the speaker of the sentence, when the parser hung it on what he said."""
    heads = {draft.head: draft for draft in drafts if draft.head >= 0}
    order = sorted((draft for draft in drafts if draft.head >= 0), key=lambda draft: draft.head)
    for place, draft in enumerate(order):
        token = context.doc[draft.head]
        if not _is_resuming(token):
            continue
        if token.head.i in heads:
            _cut_out(context, heads[token.head.i], draft)
            continue
        outer = _speaker(order[max(0, place - _NEVER_BELOW) : place], draft)
        if outer is not None:
            draft.source = list(outer.source)
            draft.antecedent = outer.antecedent
            cut = draft.cue[0][0]
            outer.content = _before(context, outer.content, cut)


def _cut_out(context: Context, outer: Draft, draft: Draft) -> None:
    """ "..., she told the paper, claiming that ...": what she claimed is no part of what she told before."""
    start = draft.cue[0][0]
    if outer.cue and outer.cue[-1][1] <= start and draft.source and draft.content:
        behind = [part for part in outer.content if outer.cue[-1][1] <= part[0] <= start < part[1]]
        kept = [part for part in outer.content if part not in behind]
        if kept and behind:
            outer.content = [*kept, *_before(context, behind, start)]


def _is_resuming(token: Token) -> bool:
    return (
        token.tag_ == "VBG"
        and token.i > 0
        and token.nbor(-1).text == ","
        and lemma(token) in CLAUSE_VERBS
        and token.dep_ in ("advcl", "acl", "conj", "dep")
    )


def _speaker(before: list[Draft], draft: Draft) -> Draft | None:
    place = draft.cue[0][0]
    for outer in before:
        if outer.pattern not in _RESUMED or outer.cue_class == "believe" or not outer.source:
            continue
        if any(start < place < end for start, end in outer.content):
            return outer
    return None


def _before(context: Context, content: list[Range], cut: int) -> list[Range]:
    parts = [(start, min(end, cut)) for start, end in content if start < cut]
    return [part for part in (trim(context.text, *part) for part in parts) if part[0] < part[1]]


def extend_conditions(context: Context, drafts: list[Draft]) -> None:
    """Take the condition that ends the sentence into the content: "is open, but only if ..."."""
    for draft in drafts:
        if not draft.content or draft.pattern not in ("clause", "quote", "infinitive") or not draft.cue:
            continue
        start, end = draft.content[-1]
        if end <= draft.cue[-1][1]:
            continue
        sentence = context.sentence_at(max(start, end - 1))
        match = _TAIL.match(context.text, end)
        if match is None or sentence is None or match.end() >= sentence[1]:
            continue
        last = trim(context.text, start, sentence[1], " \t\n\r\xa0,;.…")
        draft.content[-1] = (start, _closed(context.text, last[1], sentence[1]))


def _closed(text: str, end: int, limit: int) -> int:
    while end < limit and text[end] in _CLOSING:
        end += 1
    return end
