"""Who acts: from the word that holds an act to the party it refers to, if it is one that can act."""

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.data import Mention, MentionKind, Span
from onrecord.lang.acts import GROUP_NOUNS, OPINERS, ORGANISATION_NOUNS, PARTY_NOUNS, WATCHER_NOUNS
from onrecord.stages.article.acts.grammar import children, reach
from onrecord.stages.article.acts.scene import Scene, Voice

_FIRST = frozenset({"we", "i", "us", "our", "my", "me"})
_THIRD = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "its", "their"})
_COUNTS = frozenset("one two three several some many most both".split())
_DASHES = frozenset({"—", "–", "-", "--", "_"})
_ACRONYM = 3
_DATELINE = 14
_NAMES = frozenset({"PERSON", "GPE", "ORG", "NORP", "FAC", "LOC"})


@dataclass(frozen=True, slots=True)
class Party:
    """A party that acts. `said` is the word in place ("he"), `sure` False for a mere guess."""

    span: Span
    chain: int | None
    said: str
    sure: bool


def party_of(scene: Scene, token: Token, voice: Voice | None, depth: int = 2) -> Party | None:
    """The party that `token` refers to, None when it is none that can take a position."""
    word = token.lower_
    if word in _FIRST:
        return _speaking(scene, voice, depth, token.text)
    if _is_dateline(token):
        named = _behind_dateline(token)
        return party_of(scene, named, voice, depth) if named is not None else None
    mention = scene.mention_at.get(token.i)
    if mention is not None and not mention.pronoun:
        return _of_mention(scene, mention, token)
    if word in _THIRD:
        found = _antecedent(scene, mention) if mention is not None else None
        if found is not None:
            return _of_mention(scene, found, token)
        return _speaking(scene, voice, depth, token.text)
    return _unmentioned(scene, token)


def _is_dateline(token: Token) -> bool:
    """ "WASHINGTON (AP) - ...", which the parser takes for the subject."""
    if not token.text.isupper() or len(token.text) <= _ACRONYM:
        return False
    following = [t.text for t in token.doc[token.i + 1 : token.i + _DATELINE]]
    if following[:1] in ([","], ["("]):
        return any(mark in _DASHES for mark in following)
    return bool(following) and following[0] in _DASHES


def _behind_dateline(token: Token) -> Token | None:
    """The head of the first noun phrase after the dash: "PORT (AGENCY) - The union of guards is ..."."""
    doc, verb = token.doc, token.head
    low = max(token.i, verb.i - _DATELINE)
    dash = next((i for i in range(verb.i - 1, low, -1) if doc[i].text in _DASHES), None)
    found: Token | None = None
    for i in range((low if dash is None else dash) + 1, verb.i):
        noun = doc[i].pos_ in ("PROPN", "NOUN")
        if found is not None and not noun:
            break
        found = doc[i] if noun else found
    return found


def organised(scene: Scene, token: Token, voice: Voice | None) -> Party | None:
    """For a group ("the guards", "members") the organisation or leader that speaks for it, if one does."""
    if token.pos_ != "NOUN" or _noun(token.text) not in GROUP_NOUNS:
        return None
    if voice is None or voice.head is None or voice.head is token:
        return _group(scene, token)
    if _noun(voice.head.text) in ORGANISATION_NOUNS or voice.head.pos_ in ("PROPN", "PRON"):
        found = speaking_party(scene, voice)
        if found is not None:
            return found
    return _group(scene, token)


def _group(scene: Scene, token: Token) -> Party | None:
    """Many that act as one: not "a driver"."""
    if token.tag_ != "NNS" or any(c.dep_ == "relcl" for c in children(token)):
        return None
    mention = scene.mention_at.get(token.i)
    if mention is not None:
        return Party(mention.span, mention.chain, token.text, True)
    low, high = reach(token)
    return Party(scene.span(low, _short_end(token, high)), None, token.text, False)


def speaking_party(scene: Scene, voice: Voice | None) -> Party | None:
    """The party that speaks, when the source of the words is one."""
    return _speaking(scene, voice, 2, voice.span.text if voice is not None else "")


def _speaking(scene: Scene, voice: Voice | None, depth: int, said: str) -> Party | None:
    if voice is None or voice.head is None or depth == 0 or not voice.span.text:
        return None
    outer = scene.voice(voice.head)
    if outer is not None and outer.span == voice.span:
        outer = None
    found = party_of(scene, _counted(voice.head), outer, depth - 1)
    if found is None:
        return None
    return Party(found.span, found.chain, said, found.sure)


def _counted(head: Token) -> Token:
    """ "one of the officials": the officials."""
    if head.lower_ not in _COUNTS:
        return head
    link = next((c for c in children(head) if c.lower_ == "of"), None)
    return next((c for c in children(link) if c.dep_ == "pobj"), head) if link is not None else head


def _antecedent(scene: Scene, pronoun: Mention) -> Mention | None:
    """The nearest mention of the same chain that is no pronoun: earlier ones first."""
    chain = [m for m in scene.chains[pronoun.chain] if not m.pronoun]
    earlier = [m for m in chain if m.span.start < pronoun.span.start]
    return earlier[-1] if earlier else chain[0] if chain else None


def _of_mention(scene: Scene, mention: Mention, token: Token) -> Party | None:
    if not _can_act(mention) or _described_as_watcher(scene, mention):
        return None
    return Party(mention.span, mention.chain, token.text, True)


def _can_act(mention: Mention) -> bool:
    if mention.kind in (MentionKind.PERSON, MentionKind.STATE, MentionKind.BODY):
        return not _watches(mention)
    if mention.kind is MentionKind.OUTLET:
        return False
    if mention.kind is MentionKind.PLACE:
        return mention.head.text[:1].isupper()
    return not _watches(mention) and _is_party(mention.head.text)


def _watches(mention: Mention) -> bool:
    return _noun(mention.head.text) in WATCHER_NOUNS


def opines(scene: Scene, voice: Voice | None) -> bool:
    """Is it an observer that says so, whose word on what a party would do is only an opinion?"""
    if voice is None or voice.head is None:
        return False
    if voice.head.lemma_.lower() in OPINERS:
        return True
    mention = scene.mention_at.get(voice.head.i)
    chain = scene.chains.get(mention.chain, ()) if mention is not None else ()
    return any(_noun(text) in OPINERS for other in chain for text in (*other.descriptions, other.head.text))


def _described_as_watcher(scene: Scene, mention: Mention) -> bool:
    """ "the analyst Ivo Kellan": whoever is anywhere called an observer takes no stand."""
    told = {text for other in scene.chains.get(mention.chain, ()) for text in other.descriptions}
    return any(_noun(text) in WATCHER_NOUNS for text in told)


def _is_party(words: str) -> bool:
    return _noun(words) in PARTY_NOUNS


def _noun(words: str) -> str:
    """The last word, lower case, without a plural ending."""
    last = words.lower().split()[-1] if words.split() else ""
    if last in PARTY_NOUNS or last in WATCHER_NOUNS:
        return last
    if last.endswith("ies"):
        return last[:-3] + "y"
    return last.removesuffix("s")


def _unmentioned(scene: Scene, token: Token) -> Party | None:
    """Without a mention: a proper name or a described party, by the parse alone."""
    lemma = token.lemma_.lower()
    if token.pos_ not in ("PROPN", "NOUN", "ADJ") or lemma in WATCHER_NOUNS:
        return None
    if token.pos_ == "PROPN" or token.ent_type_ in _NAMES or lemma in PARTY_NOUNS:
        low, high = reach(token)
        return Party(scene.span(low, _short_end(token, high)), None, token.text, False)
    return None


def _short_end(token: Token, high: int) -> int:
    """A noun phrase without its relative clause or apposition."""
    return token.i + 1 if high - token.i > 1 else high
