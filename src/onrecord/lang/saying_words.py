"""What a language must tell about the circumstances of saying: see lang/circumstances_*."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SayingWords:
    """Lower-case forms.

    Who is told: `telling`: beginnings of cue verbs whose bare object it is; `calling`: of those whose object
    is told what to do, `calling_on`: last two words of such cues, `calling_pairs`: beginnings of verbs that
    are such with a particle; `any_object`: whether any noun phrase can be that object, else only `told`
    words, words with one of `told_endings` and names in quotation marks, and `nobody` never; `objects`,
    `subjects`: pronouns; `to`: prepositions before it, `to_told` only before a listed word, `to_any` of them
    also before a name that is not `abstract`; `with_whom`: the one after `talks` ("an interview with");
    `asking` verbs with `by_whom` before who asked, and `when` before "X asked"; `speaking_to`: words of a cue
    whose last word is one of `to` ("put it to"); `told_of`: what may follow who was told; `giving`:
    beginnings of cue verbs with two objects ("promised them | a school").

    Means: `media`: nouns after a preposition `in_media`; `means`: after one `by`; `via`: those of them that
    take a name or one of `voices` ("via the Tavan agency", "through a spokesman"); `networks`: names of
    networks; `responding`: words that open a phrase that is itself the means ("responding to a request").

    Place: prepositions `places`, nouns `place_nouns` that are places without a name, `not_places`: words with
    a capital that are none; after one of `at` and `articles` any noun but `no_place` is a place, for want of
    a named one. Time: prepositions `times`, nouns `time_nouns` beside what text/timex finds, `parts` open
    a time with its preposition ("late on Sunday"). `spans`: prepositions of an occasion ("during the
    hearing"), `span_links` go on with one ("a visit to"); `speaking`: words that open a phrase of it, those
    of `addressing` with who is told, those of `writing` with the means.

    `stops` end a noun phrase, `links` are no end of one; `light`: words that may stand between two phrases;
    `participles`: endings of words that go on with one ("seen by"); `passive`: auxiliaries of the passive,
    `auxiliaries`: all; `compounds`: how nouns are matched: "" whole words and plurals, "begin" by their
    beginning, "end" also by their end (German).
    """

    telling: tuple[str, ...]
    calling: tuple[str, ...]
    any_object: bool
    told: frozenset[str]
    told_endings: tuple[str, ...]
    to: frozenset[str]
    with_whom: frozenset[str]
    talks: tuple[str, ...]
    media: tuple[str, ...]
    means: tuple[str, ...]
    networks: frozenset[str]
    in_media: frozenset[str]
    by: frozenset[str]
    via: frozenset[str]
    places: frozenset[str]
    spans: frozenset[str]
    place_nouns: tuple[str, ...]
    times: frozenset[str]
    time_nouns: tuple[str, ...]
    speaking: frozenset[str]
    responding: frozenset[str]
    asking: frozenset[str]
    by_whom: frozenset[str]
    when: frozenset[str]
    stops: frozenset[str]
    light: frozenset[str]
    speaking_to: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    calling_on: frozenset[tuple[str, str]] = frozenset()
    at: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    no_place: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    told_of: frozenset[str] = frozenset()
    giving: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    auxiliaries: frozenset[str] = frozenset()
    calling_pairs: tuple[tuple[str, str], ...] = ()
    to_told: frozenset[str] = frozenset()
    abstract: tuple[str, ...] = ()
    to_any: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    writing: frozenset[str] = frozenset()
    span_links: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    participles: tuple[str, ...] = ()
    compounds: str = ""
    not_places: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()

    def is_one(self, word: str, nouns: tuple[str, ...]) -> bool:
        """Whether a lower-case word is one of some nouns, as the language matches them."""
        if not self.compounds:
            return word in nouns or (word.endswith("s") and word[:-1] in nouns)
        return word.startswith(nouns) or (self.compounds == "end" and word.endswith(nouns))
