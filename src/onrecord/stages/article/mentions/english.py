"""Candidate phrases of an English article, from the names in it and the parse around them."""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from onrecord.data import MentionKind
from onrecord.lang.bodies import BODY_NOUNS
from onrecord.lang.given_names import given_name_gender
from onrecord.lang.titles import (
    GROUP_NOUNS,
    LEADERS,
    MINISTERS,
    ROLES,
    STATE_NOUNS,
    longest_role,
)
from onrecord.stages.article.mentions.grammar import (
    expletive,
    gender,
    has_appositive,
    line_start,
    modifies,
    noun_chunk,
    possessed,
    qualified,
)
from onrecord.stages.article.mentions.model import Candidate
from onrecord.stages.article.mentions.names import Occurrence
from onrecord.stages.article.mentions.reading import Reading
from onrecord.stages.article.mentions.titling import title_words

# Offices that a title may give alone ("President ready to talk"): they mean their holder.
_SOLE_OFFICES = LEADERS | MINISTERS
_LAST_ROLE_WORDS = frozenset(role.split()[-1] for role in ROLES)
_MAX_TAIL = 30
_KINDS = {
    "person": MentionKind.PERSON,
    "state": MentionKind.STATE,
    "capital": MentionKind.STATE,
    "seat": MentionKind.STATE,
    "body": MentionKind.BODY,
    "outlet": MentionKind.OUTLET,
    "place": MentionKind.PLACE,
}
_PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "it": "n", "its": "n",
}  # fmt: skip


def _has_object(told: Token) -> bool:
    """ "officials told Harrow": whoever tells somebody is no part of what describes the teller."""
    return told.i + 1 < len(told.doc) and told.nbor(1).pos_ in ("PROPN", "PRON", "DET", "NOUN")


def _may_describe(token: Token) -> bool:
    """Whether a noun can head a description at all."""
    lemma = token.lemma_.casefold()
    if lemma in GROUP_NOUNS or lemma in STATE_NOUNS or lemma in BODY_NOUNS:
        return True
    return longest_role((token.lower_,)) is not None or token.lower_ in _LAST_ROLE_WORDS


class Reader(Reading):
    """One pass over the parse of an article that turns names and noun phrases into candidates."""

    def candidates(self) -> list[Candidate]:
        """All candidates in text order."""
        found = [c for item, root in self.roots if (c := self._named(item, root)) is not None]
        found += self._described()
        found += self._pronouns()
        unique: dict[tuple[int, int], Candidate] = {}
        for candidate in sorted(found, key=lambda c: (c.head_start, -c.head_end, c.start, c.form)):
            unique.setdefault(candidate.key, candidate)
        return sorted(unique.values(), key=lambda c: (c.start, -c.end, c.head_start))

    def _named(self, item: Occurrence, root: Token) -> Candidate | None:
        if item.sort == "demonym" or (item.adjective and modifies(root)):
            return self._people(item, root)
        code = None if item.sort in ("person", "outlet", "place") else self.code(item)
        if item.sort in ("state", "capital", "seat") and code is None:
            return None
        kind = _KINDS[item.sort]
        lead = 4 if self.text[item.start : item.start + 4].casefold() == "the " else 0
        head = (item.start + lead, item.end)
        if item.sort == "person":
            return self._person(item, root)
        candidate = self._new((self._with_article(item, root), item.end), head, kind, "name", root)
        candidate.state = code
        quote = self.text[item.start : item.end]
        if item.sort in ("capital", "seat"):
            self._metonym(candidate, item, root, quote)
        elif item.sort == "state":
            candidate.why = item.why or f"“{quote}” in “{self._near(item)}” is a name of {item.name or code}"
            if self._is_region(root):
                candidate.kind, candidate.form = MentionKind.PLACE, "place"
        elif item.sort == "body":
            candidate.name = item.name or quote
            candidate.state = code or self._state_inside(item) or self._state_after(item.end)
            candidate.why = f"“{quote}” names a body in “{self._near(item)}”"
        else:
            candidate.name = item.name or quote
            what = "an outlet" if item.sort == "outlet" else "a place"
            candidate.why = f"“{quote}” names {what} in “{self._near(item)}”"
            if item.why:
                candidate.why = f"“{quote}” is {what}: it {item.why}"
        return candidate

    def _metonym(self, candidate: Candidate, item: Occurrence, root: Token, quote: str) -> None:
        what = "capital" if item.sort == "capital" else "seat of government"
        owner = item.name or candidate.state
        words = self._around(root)
        if self._acts(root):
            candidate.why = f"“{quote}”, the {what} of {owner}, acts for the state in “{words}”"
        else:
            candidate.kind, candidate.form = MentionKind.PLACE, "place"
            candidate.why = f"“{quote}”, the {what} of {owner}, is a place in “{words}”"
        if item.why:
            candidate.why += f" ({item.why})"
        if item.why:
            candidate.descriptions.append(
                f"{'capital' if item.sort == 'capital' else 'seat'} of {candidate.state}"
            )

    def _people(self, item: Occurrence, root: Token) -> Candidate | None:
        """A people ("Ukrainians", "the Dutch"): a group, and only as a noun of its own."""
        code = self.code(item)
        if code is None or item.adjective is False or modifies(root):
            return None
        if root.tag_ not in ("NNPS", "NNS"):
            return None
        start = self._with_article(item, root)
        candidate = self._new((start, item.end), (item.start, item.end), MentionKind.UNNAMED, "group", root)
        candidate.state, candidate.plural = code, True
        candidate.why = f"“{self.text[start : item.end]}” are people of {item.name or code}, none named"
        return candidate

    # -- persons --------------------------------------------------------------------------------

    def _person(self, item: Occurrence, root: Token) -> Candidate:
        start, words = title_words(self.tokens, self.covered, item.start)
        candidate = self._new((start, item.end), (item.start, item.end), MentionKind.PERSON, "name", root)
        candidate.name = item.name
        candidate.definite = True
        candidate.role = longest_role(tuple(word.casefold() for word in words)) if words else None
        title = " ".join(self.text[start : item.start].split())
        if candidate.role:
            candidate.state = self._state_between(start, item.start)
            candidate.descriptions.append(title)
        honorific = title.split()[-1] if title else ""
        candidate.gender = gender(honorific, candidate.role) or given_name_gender(item.name)
        words_ = " ".join(self.text[start : item.end].split())
        candidate.near = self._near(item)
        candidate.why = f"“{words_}” names a person in “{candidate.near}”"
        return candidate

    def _described(self) -> Iterator[Candidate]:
        for token in self.tokens.items:
            if token.i in self.covered or token.pos_ not in ("NOUN", "PROPN"):
                continue
            if not _may_describe(token):
                continue
            chunk = noun_chunk(self.tokens, token)
            if chunk is None and token.dep_ == "poss" and token.i - token.left_edge.i < _MAX_TAIL:
                chunk = self.doc[token.left_edge.i : token.i + 1]  # "the Corvan leader's remarks"
            candidate = self._description(chunk, token) if chunk is not None else None
            if candidate is not None:
                yield candidate

    def _description(self, chunk: Span, root: Token) -> Candidate | None:
        start = self.names.around.clear(line_start(self.text, chunk.start_char, root.idx), root.idx)
        words = tuple(t.lower_ for t in chunk if t.i <= root.i)
        first = self._token_at(start) or chunk[0]
        plural = root.tag_ in ("NNS", "NNPS")
        role = longest_role(words) if not plural else None
        lemma = root.lemma_.casefold()
        if (
            role
            and root.i + 1 < len(self.tokens.items)
            and (root.i + 1) in self.covered
            and self.covered[root.i + 1].sort == "person"
        ):
            return None
        head = (root.idx, root.idx + len(root.text))
        end = head[1]
        if role:
            definite = first.lower_ in ("the", "this", "that", "his", "her", "their", "its") or possessed(
                chunk, root
            )
            bare = not any(t.dep_ in ("det", "nummod", "poss") for t in root.lefts)
            definite = definite or (bare and self._chunk_state(chunk, root) is not None)
            definite = definite or (role in _SOLE_OFFICES and root.text[:1].isupper() and start == root.idx)
            form = "role" if definite or has_appositive(root) else "group"
            kind = MentionKind.PERSON if form == "role" else MentionKind.UNNAMED
            tail = self._tail(root, end) if form == "group" else self._of_tail(root, end)
            made = self._new((start, tail), head, kind, form, root)
            made.role, made.definite = role, definite
            made.gender = gender("", role)
        elif lemma in GROUP_NOUNS or (plural and self._several(chunk, root, lemma)):
            made = self._new((start, self._tail(root, end)), head, MentionKind.UNNAMED, "group", root)
            made.plural = plural
            made.definite = first.lower_ in ("the", "these", "those", "this", "that")
        elif (
            lemma in BODY_NOUNS
            and not plural
            and (
                first.lower_ in ("the", "its", "their", "presidential", "parliamentary")
                or possessed(chunk, root)
                or self._chunk_state(chunk, root)
            )
        ):
            return self._body(chunk, root, start, first)
        else:
            return None
        self._describe(made, chunk, root)
        return made

    def _several(self, chunk: Span, root: Token, lemma: str) -> bool:
        """Several states or bodies of a state: a group ("Western countries", "four Corvan banks")."""
        if lemma in STATE_NOUNS:
            return qualified(chunk, root)
        return lemma in BODY_NOUNS and self._chunk_state(chunk, root) is not None

    def _describe(self, made: Candidate, chunk: Span, root: Token) -> None:
        made.state = self._chunk_state(chunk, root) or self._phrase_state(root)
        made.owner = self._owner(root)
        phrase = " ".join(self.text[made.start : made.end].split())
        made.name = phrase
        short = " ".join(self.text[made.start : made.head_end].split())
        made.descriptions.append(short)
        state = f" of {self._state_word(made.state)}" if made.state else ""
        verb = f" (with “{root.head.text}”)" if root.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj") else ""
        made.why = (
            f"“{phrase}”{verb} describes {'people' if made.plural else 'someone'}{state} without a name"
        )

    def _body(self, chunk: Span, root: Token, start: int, first: Token) -> Candidate:
        text = self.text
        low = root.i
        while (
            low > chunk.start
            and self.tokens.items[low - 1].text[:1].isupper()
            and self.tokens.items[low - 1].i not in self.covered
        ):
            if self.tokens.items[low - 1].lower_ in ("the", "a", "an"):
                break
            low -= 1
        head_start = self.tokens.items[low].idx
        made = self._new(
            (start, root.idx + len(root.text)),
            (head_start, root.idx + len(root.text)),
            MentionKind.BODY,
            "name",
            root,
        )
        made.state = self._chunk_state(chunk, root) or self._phrase_state(root)
        proper = root.text[:1].isupper() and low < root.i
        phrase = " ".join(text[start : made.head_end].split())
        if not proper:
            made.form = "body" if made.state else "anaphor"
            made.name = re.sub(r"^(?:the|its|their|this|that) ", "", phrase, flags=re.I)
        made.why = f"“{phrase}” is a body{' of ' + self._state_word(made.state) if made.state else ''}"
        return made

    def _owner(self, root: Token) -> int | None:
        """Where the possessor of a role stands ("Kellan's spokesman", "his counterpart")."""
        for child in root.lefts:
            if child.dep_ == "poss":
                item = self.covered.get(child.i)
                return item.start if item is not None else child.idx
        return None

    def _of_tail(self, root: Token, end: int) -> int:
        for child in root.rights:
            if child.dep_ == "prep" and child.lower_ in ("of", "for", "to"):
                return self._clip(root, child, end)
        return end

    def _tail(self, root: Token, end: int) -> int:
        """The end of what describes a group: adjectives, prepositions and clauses right of its noun."""
        for child in root.rights:
            if child.dep_ in ("punct", "appos", "conj", "cc"):
                break
            if child.dep_ in ("prep", "acl", "amod", "relcl", "advmod"):
                end = max(end, self._clip(root, child, end))
        return end

    def _clip(self, root: Token, child: Token, end: int) -> int:
        last = child.right_edge
        if last.i - root.i > _MAX_TAIL or "\n" in self.text[root.idx : last.idx]:
            return end
        for token in self.tokens.items[child.i : last.i]:
            item = self.covered.get(token.i + 1)
            if token.text == "," and item is not None and item.sort == "person":
                return token.idx
            if token.lower_ == "told" and token.i > root.i and _has_object(token):
                return self.tokens.items[token.i - 1].idx + len(self.tokens.items[token.i - 1].text)
        return last.idx + len(last.text) if last.pos_ != "PUNCT" else end

    # -- pronouns -------------------------------------------------------------------------------

    def _pronouns(self) -> Iterator[Candidate]:
        for token in self.tokens.items:
            gender = _PRONOUNS.get(token.lower_)
            if gender is None or token.tag_ not in ("PRP", "PRP$") or expletive(token):
                continue
            span = (token.idx, token.idx + len(token.text))
            made = self._new(span, span, MentionKind.PERSON, "pronoun", token)
            made.gender, made.plural = gender, gender == "p"
            yield made
