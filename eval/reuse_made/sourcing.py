"""Edits of what a rewriter blurs: who said it, how many, when (English), and quotations (any language)."""

import re
from dataclasses import replace

from eval.reuse_made.draft import Die, Draft

_WHO = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*(?:, [^,.\"“]{3,60},)?"
_SAID = re.compile(rf", (?:according to [^,.\"“]{{4,60}}|{_WHO} (?:said|told [^,.\"“]{{4,40}}))(?=\.)")
_NAMED = re.compile(r"\b([A-Z][\w'’-]+) ([A-Z][\w'’-]+), (?:a|an|the) [^,.\"“]{3,60},")
_HALF_NAMED = re.compile(r"\b[A-Z][\w'’-]+ ([A-Z][\w'’-]+)(?= (?:said|told|added|warned)\b)")
_NUMBER = re.compile(r"(?<![\d.,:])(\d{2,3}(?:,\d{3})*)(?![\d:.,]\d|\d|(?:st|nd|rd|th)\b)(?= [a-z])")
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_DAY = re.compile(rf" (?:late |early )?on {_WEEKDAY}(?: (?:morning|afternoon|evening|night))?\b")
_CLOCK = re.compile(r" (?:at|shortly after|just before) (?:about )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?")
_QUOTE = re.compile(r"([\"“«„])([^\"”»“]{40,})([\"”»“])")
_PLAIN_QUOTE = re.compile(r"^[\"“]([^\"”]{20,}?)[,.]?[\"”],? (?:said|told) ([^.\"“]{3,80})\.$")
_CROWDS = ((1000, "more than a thousand"), (200, "hundreds of"), (24, "dozens of"), (0, "several"))


def drop_attributions(draft: Draft, die: Die, strength: float) -> Draft:
    """ ", X said" and ", according to X" at the end of a sentence are left out."""
    return draft.with_sentences(lambda _, s: _SAID.sub("", s, count=1) if die.random() < strength else s)


def blur_names(draft: Draft, die: Die, strength: float) -> Draft:
    """ "Hela Brandt, a coast guard commander," becomes "an official"; given names before "said" are lost."""

    def change(_: int, sentence: str) -> str:
        if die.random() >= strength:
            return sentence
        blurred = _NAMED.sub("an official", sentence, count=1)
        if blurred == sentence:
            blurred = _HALF_NAMED.sub(lambda m: m.group(1), sentence, count=1)
        return blurred[:1].upper() + blurred[1:]

    return draft.with_sentences(change)


def blur_numbers(draft: Draft, die: Die, strength: float) -> Draft:
    """Figures become "dozens of", "hundreds of"."""

    def blurred(found: "re.Match[str]") -> str:
        value = int(found.group(1).replace(",", ""))
        if die.random() >= strength or 1900 <= value <= 2100:
            return found.group()
        return next(words for least, words in _CROWDS if value >= least)

    return draft.with_sentences(lambda _, sentence: _NUMBER.sub(blurred, sentence))


def drop_times(draft: Draft, die: Die, strength: float) -> Draft:
    """Weekdays and clock times are left out."""

    def change(_: int, sentence: str) -> str:
        if die.random() >= strength:
            return sentence
        return _CLOCK.sub("", _DAY.sub("", sentence))

    return draft.with_sentences(change)


def trim_quotes(draft: Draft, die: Die, strength: float) -> Draft:
    """A long quotation ends at its first comma, semicolon or stop."""

    def trimmed(found: "re.Match[str]") -> str:
        mark, words, end = found.groups()
        cut = re.search(r"[,;.!?] ", words[20:])
        if cut is None or die.random() >= strength:
            return found.group()
        return f"{mark}{words[: 20 + cut.start()]}{words[-1] if words[-1] in ',.!?' else ''}{end}"

    return draft.with_sentences(lambda _, sentence: _QUOTE.sub(trimmed, sentence))


def unquote(draft: Draft, die: Die, strength: float) -> Draft:
    """ "…," said X. becomes X said that …, without marks."""

    def change(_: int, sentence: str) -> str:
        match = _PLAIN_QUOTE.match(sentence)
        if match is None or die.random() >= strength:
            return sentence
        words, who = match.groups()
        person = re.sub(r"\bI\b", "they", words)
        return f"{who[0].upper()}{who[1:]} said that {person[0].lower()}{person[1:]}."

    return draft.with_sentences(change)


def credit(draft: Draft, die: Die, strength: float, source: str = "") -> Draft:
    """The first sentence, and with strength a later one, says from whom this comes."""
    if not draft.sentences or not source:
        return draft
    last = len(draft.sentences) - 1
    form = die.choice((f"{source} reported", f"according to {source}", f"as {source} reports"))

    def change(number: int, sentence: str) -> str:
        if number == 0 and sentence.endswith("."):
            return f"{sentence[:-1]}, {form}."
        if number == last and last > 2 and die.random() < strength:
            return f"{sentence} {source} adds no further details."
        return sentence

    return draft.with_sentences(change)


def later_day(draft: Draft, die: Die, strength: float) -> Draft:
    """The claimed day moves on by a day or two; strong: it is lost."""
    if draft.date is None or die.random() < strength:
        return replace(draft, date=None)
    year, month, day = map(int, draft.date.split("-"))
    return replace(draft, date=f"{year:04}-{month:02}-{min(28, day + die.randint(0, 2)):02}")
