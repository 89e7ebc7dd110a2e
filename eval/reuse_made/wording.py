"""Edits that change words and leave every sentence where it stands (English)."""

import re
from dataclasses import replace

from eval.reuse_made.draft import Die, Draft

# Pairs of words that a rewriter exchanges for each other; used in both directions.
_PAIRS = """
about=around|accord=agreement|aid=help|aim=goal|allow=permit|almost=nearly|also=additionally|although=though
announced=declared|asked=requested|began=started|big=large|blaze=fire|blast=explosion|buy=purchase|called=dubbed
children=youngsters|cash=money|claimed=maintained|close=shut|company=firm|crash=collision|cut=reduced|damaged=harmed
decided=resolved|denied=rejected|despite=notwithstanding|died=perished|doctors=medics|during=amid|ended=concluded
enough=sufficient|error=mistake|expected=anticipated|expensive=costly|fell=dropped|fight=battle|found=discovered
gave=handed|get=obtain|got=received|grew=increased|had to=was forced to|helped=assisted|hit=struck
home=residence
however=nevertheless|hurt=injured|illegal=unlawful|important=significant|investigators=detectives|job=post
kept=retained|kill=slay|lack=shortage|last year=the previous year|later=afterwards|leave=depart|lost=forfeited
made=produced|main=principal|many=numerous|met=held talks with|month=four weeks|near=close to|need=require
neighbours=residents|new=fresh|now=currently|old=ageing|only=just|people=persons|plan=scheme|probe=inquiry
promised=pledged|quickly=rapidly|raised=lifted|ready=prepared|refused=declined|repair=fix|reached=arrived at
rise=increase|road=street|rules=regulations|said=stated|saw=witnessed|sent=dispatched|seriously=badly
several=a number of
showed=revealed|signed=inked|small=minor|soldiers=troops
stop=halt|strong=powerful|take=seize|talks=negotiations
told=informed|tried=attempted
trying=attempting|under=beneath|until=till|used=employed
wanted=wished|warned=cautioned
whole=entire|without=lacking|workers=employees|wounded=injured|wrong=mistaken
year=twelve months
"""
SYNONYMS: dict[str, str] = {}
for _pair in _PAIRS.replace("\n", "|").split("|"):
    if "=" in _pair:
        _one, _other = _pair.split("=")
        SYNONYMS[_one] = _other
        SYNONYMS.setdefault(_other, _one)
_WORD = re.compile(r"[A-Za-z]+(?: (?:to|year|of))?")
_A = re.compile(r"\b([Aa])(?= [aeio][a-z])(?! one\b)")
_AN = re.compile(r"\b([Aa])n(?= [bcdfgjklmnpqrstvwz])")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
_FILLERS = (
    "The development has drawn considerable attention.",
    "Observers say the coming days could prove decisive.",
    "The full picture is still emerging.",
    "It remains to be seen what happens next.",
    "The matter has long been a subject of debate in the region.",
    "Many questions remain open for now.",
)


def outside_quotes(text: str, change: "re.Pattern[str]", made: "Swap") -> str:
    """`change` replaced by `made`, what stands in quotation marks left alone."""
    parts, start = [], 0
    for quoted in _QUOTED.finditer(text):
        parts += [change.sub(made, text[start : quoted.start()]), quoted.group()]
        start = quoted.end()
    parts.append(change.sub(made, text[start:]))
    return "".join(parts)


class Swap:
    """Synonyms for a share of the words that have one."""

    def __init__(self, die: Die, strength: float) -> None:
        self.die = die
        self.strength = strength

    def __call__(self, found: "re.Match[str]") -> str:
        word = found.group()
        other = SYNONYMS.get(word.lower())
        if other is None or word[:1].isupper() or self.die.random() >= self.strength:
            return word
        return other


def synonyms(draft: Draft, die: Die, strength: float) -> Draft:
    """Synonyms from the table, outside quotation marks."""
    swap = Swap(die, strength)

    def change(_: int, sentence: str) -> str:
        swapped = outside_quotes(sentence, _WORD, swap)
        return swapped if swapped == sentence else _AN.sub(r"\1", _A.sub(r"\1n", swapped))

    return draft.with_sentences(change)


def front_clauses(draft: Draft, die: Die, strength: float) -> Draft:
    """A last clause goes to the front: "X fell, after Y rose." becomes "After Y rose, X fell."."""

    def change(_: int, sentence: str) -> str:
        match = re.match(
            r"([A-Z][^\"“,]{15,}), ((?:after|when|while|as|because|although|since|where)\b[^\"“,]{10,})\.$",
            sentence,
        )
        if match is None or die.random() >= strength:
            return sentence
        main, clause = match.groups()
        return f"{clause[0].upper()}{clause[1:]}, {_lower(main)}."

    return draft.with_sentences(change)


def _lower(text: str) -> str:
    """The first letter small where the word is an article or a pronoun, not perhaps a name."""
    first = text.split(" ", 1)[0]
    return text[0].lower() + text[1:] if first in _SMALL else text


_SMALL = {
    "The",
    "A",
    "An",
    "He",
    "She",
    "It",
    "They",
    "This",
    "These",
    "Those",
    "There",
    "In",
    "On",
    "At",
    "Some",
}


def pad(draft: Draft, die: Die, strength: float) -> Draft:
    """Filler sentences that say nothing, at most one for every three sentences."""
    most = max(1, round(strength * len(draft.sentences) / 3))
    fillers = die.sample(_FILLERS, min(most, len(_FILLERS)))
    paragraphs = list(draft.paragraphs)
    for filler in fillers:
        at = die.randrange(len(paragraphs))
        paragraphs[at] = (*paragraphs[at], filler)
    return replace(draft, paragraphs=tuple(paragraphs))


def new_title(draft: Draft, die: Die, strength: float) -> Draft:
    """A headline made of the words of the first sentence."""
    if not draft.sentences:
        return draft
    words = re.sub(r"[\"“”«».,:;—–]", "", re.sub(r"^.{0,40}? [—–] ", "", draft.sentences[0])).split()
    return replace(draft, title=" ".join(words[: die.randint(6, 10)]))
