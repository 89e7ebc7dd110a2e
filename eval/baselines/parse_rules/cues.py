"""English cue words that only the rules over the parse use; the rest are in `onrecord.lang.cues`."""

# Lemmas that the small English pipeline gets wrong.
LEMMA_FIXES: dict[str, str] = {"hop": "hope", "hat": "hate", "seemed": "seem", "felt": "feel", "bas": "base"}
# A clause after these is often not content: only with "that", "whether" or a question word.
NEED_MARK: frozenset[str] = frozenset(
    "see find show prove decide hold read go put figure want judge learn expect agree reason offer "
    "require detail hear consider realize realise text cry continue deem".split()
)
# In the passive with an infinitive these relay an opinion: "is expected to".
OPINION_VERBS: frozenset[str] = frozenset(
    "expect believe think say report know consider suppose allege rumor rumour suspect fear assume estimate "
    "project understand predict forecast".split()
)
# verb + preposition: content is what the preposition governs
PREPOSITION_VERBS: dict[str, str] = {
    "refer to": "say",
    "talk about": "say",
    "speak about": "say",
    "speak of": "say",
    "call for": "demand",
    "call on": "demand",
    "point to": "say",
    "comment on": "say",
    "ask for": "demand",
    "ask about": "say",
    "complain of": "accuse",
    "complain about": "accuse",
    "warn of": "warn",
    "warn against": "warn",
    "warn about": "warn",
    "worry about": "warn",
    "think of": "believe",
    "think about": "believe",
    "argue for": "demand",
    "argue against": "deny",
    "advocate for": "demand",
    "push for": "demand",
    "press for": "demand",
    "plead for": "demand",
    "object to": "deny",
    "agree with": "admit",
    "boast of": "claim",
    "boast about": "claim",
    "allude to": "say",
    "hint at": "say",
    "insist on": "demand",
    "apologize for": "admit",
    "respond to": "say",
    "write about": "report",
    "report on": "report",
    "speak out": "say",
}
# Their object is who was told.
TELLING_VERBS: frozenset[str] = frozenset("tell inform remind assure notify reassure warn advise".split())
TELLING_FORMS: dict[str, str] = {
    "told": "say",
    "informed": "report",
    "reminded": "say",
    "assured": "say",
    "notified": "report",
    "warned": "warn",
}
# Followed by a preposition these govern content: "criticism of the plan".
NOUN_PREPOSITIONS: dict[str, frozenset[str]] = {
    "endorsement": frozenset({"of"}),
    "concern": frozenset({"about", "over"}),
    "question": frozenset({"about"}),
    "attack": frozenset({"on"}),
    "criticism": frozenset({"of"}),
    "opposition": frozenset({"to"}),
    "call": frozenset({"for"}),
    "demand": frozenset({"for"}),
    "view": frozenset({"of"}),
    "opinion": frozenset({"of"}),
    "account": frozenset({"of"}),
    "fear": frozenset({"of"}),
    "doubt": frozenset({"about"}),
    "complaint": frozenset({"about"}),
    "praise": frozenset({"for"}),
    "accusation": frozenset({"of"}),
    "allegation": frozenset({"of"}),
    "condemnation": frozenset({"of"}),
    "rejection": frozenset({"of"}),
    "description": frozenset({"of"}),
    "stance": frozenset({"on"}),
    "estimate": frozenset({"of"}),
    "claim": frozenset({"of"}),
    "promise": frozenset({"of"}),
    "threat": frozenset({"of"}),
}
# "in X's view", "from X's standpoint", "in the eyes of X"
VIEW_NOUNS: frozenset[str] = frozenset(
    "view opinion standpoint viewpoint perspective telling account estimation assessment words judgment "
    "judgement eye eyes reading understanding word".split()
)
CITING_VERBS: frozenset[str] = frozenset({"cite", "quote"})
REFERENCE_NOUNS: frozenset[str] = frozenset({"reference", "link"})
# Nothing was said when these stand where content would.
SILENCE: frozenset[str] = frozenset(
    {"comment", "elaborate", "respond", "answer", "reply", "speak", "discuss"}
)
# "asked not to be named" tells the terms, not what was said.
NAMING: frozenset[str] = frozenset({"name", "identify", "quote"})
# Acts rather than sayings: with "would" or "must" nobody has done them yet.
CONDITIONAL: frozenset[str] = frozenset(
    "accept agree recognize recognise support back oppose reject refuse".split()
)
# "see the war as ...": these relay a view when "as" follows, and what is merely seen when not.
VIEWING_VERBS: frozenset[str] = frozenset({"see", "view", "regard", "perceive"})
TIME_NOUNS: frozenset[str] = frozenset(
    "spring summer autumn fall winter year month week day morning evening afternoon night today yesterday "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
THIS_WORDS: frozenset[str] = frozenset({"this", "it", "that", "these"})
# "..., X reports": what can end a sentence after a comma and a name.
TAIL_CUES: dict[str, str] = {
    "reports": "report",
    "reported": "report",
    "writes": "report",
    "wrote": "report",
    "says": "say",
    "say": "say",
    "said": "say",
    "notes": "say",
    "noted": "say",
    "claims": "claim",
    "claimed": "claim",
    "states": "say",
    "stated": "say",
    "adds": "say",
    "added": "say",
    "informs": "report",
    "informed": "report",
}
