"""English cue words: verbs, nouns and phrases that attribute content to a source, with their class.

Class words are those of `onrecord.data.CueClass` ("say", "claim" ...), as plain strings. Frames say
what a verb takes as content: a clause ("said that"), an infinitive ("vowed to"), an object
("rejected the plan"). Which verbs take which frame follows what the train part of PolNeAR shows
and the reporting verbs of the Cambridge and Quirk grammars.
"""


def _table(classes: dict[str, str]) -> dict[str, str]:
    return {word: name for name, words in classes.items() for word in words.split()}


# Lemmas that the small English pipeline gets wrong.
LEMMA_FIXES: dict[str, str] = {"hop": "hope", "hat": "hate", "seemed": "seem", "felt": "feel", "bas": "base"}

CLAUSE_VERBS: dict[str, str] = _table(
    {
        "say": "say tell add state note remark observe comment explain declare mention reiterate repeat "
        "recall remind write tweet post retweet respond reply answer announce stress emphasize emphasise "
        "underline underscore highlight clarify specify reassure joke quip interject exclaim shout yell "
        "cry chant recount relate narrate elaborate conclude ask wonder inquire enquire question muse "
        "opine sum summarize summarise signal indicate hint imply intimate suggest convey outline detail "
        "point argue reason testify email text assure swear affirm reaffirm certify",
        "claim": "claim allege assert contend maintain insist purport boast brag charge posit",
        "admit": "admit acknowledge concede confess recognize recognise grant agree",
        "deny": "deny dispute refute rebut reject dismiss",
        "warn": "warn caution predict forecast threaten alert fear worry foresee",
        "believe": "believe think feel assume suppose guess hope expect know consider imagine suspect "
        "understand doubt realize realise prefer decide judge reckon hold see learn find want anticipate "
        "perceive figure regret deem surmise speculate envision estimate calculate",
        "demand": "demand urge propose recommend request require advise advocate plead beg",
        "promise": "promise pledge vow guarantee undertake offer",
        "report": "report reveal disclose confirm show cite quote publish demonstrate prove hear document "
        "relay inform notify attest",
        "accuse": "complain accuse lament protest blame",
    }
)
# A clause after these is often not content: only with "that", "whether" or a question word.
NEED_MARK: frozenset[str] = frozenset(
    "see find show prove decide hold read go put figure want judge learn expect agree reason offer "
    "require detail hear consider realize realise text cry continue deem".split()
)

INFINITIVE_VERBS: dict[str, str] = _table(
    {
        "promise": "promise vow pledge agree offer threaten swear undertake volunteer guarantee",
        "believe": "want hope prefer intend seek plan aim wish desire claim profess expect like propose",
        "deny": "refuse decline",
        "demand": "ask urge call demand beg encourage implore press order advise exhort recommend",
        "say": "tell",
    }
)

OBJECT_VERBS: dict[str, str] = _table(
    {
        "say": "express describe mention discuss announce declare explain recall emphasize stress highlight "
        "reiterate repeat voice outline state tweet portray note call label brand dub term characterize "
        "characterise recount detail tout quote",
        "claim": "claim allege assert",
        "admit": "acknowledge concede admit accept recognize",
        "deny": "deny reject dismiss refute dispute rebuff disavow rebut decry repudiate oppose",
        "believe": "support back endorse favor favour welcome praise applaud hail prefer defend thank "
        "congratulate laud commend view want foresee doubt appreciate fear expect",
        "demand": "demand propose advocate recommend urge",
        "promise": "promise pledge threaten vow",
        "warn": "predict",
        "report": "report cite reveal disclose confirm reference",
        "accuse": "accuse blame criticize criticise condemn denounce slam blast attack mock assail rebuke "
        "lament question ridicule bemoan deride lambast lambaste castigate scold chastise decry berate",
        "doubt": "question doubt",
    }
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

# Verbs of saying that a quotation beside them needs nothing else to attach to.
QUOTE_VERBS: frozenset[str] = frozenset(
    "say tell add state note remark observe comment explain declare reiterate repeat recall remind "
    "write tweet post respond reply answer continue announce stress emphasize emphasise clarify "
    "joke quip interject exclaim shout yell cry chant conclude ask wonder argue reason claim "
    "allege assert contend maintain insist admit acknowledge concede confess deny warn caution "
    "predict promise pledge vow urge demand report confirm complain lament read continue call "
    "describe praise suggest affirm testify begin thunder counter retort opine muse text email "
    "snap agree blast slam fume rail preach proclaim pronounce denounce".split()
)

NOUNS: dict[str, str] = _table(
    {
        "say": "statement remark comment announcement suggestion question speech argument message "
        "explanation description account reminder declaration view opinion stance position idea conclusion",
        "claim": "claim assertion allegation contention insistence",
        "admit": "admission acknowledgment acknowledgement concession confession",
        "deny": "denial rejection refusal dismissal opposition",
        "warn": "warning prediction forecast fear worry concern threat",
        "believe": "belief hope expectation assumption suspicion conviction desire endorsement "
        "praise confidence doubt feeling thought assessment estimate",
        "demand": "demand call request proposal appeal plea recommendation",
        "promise": "promise pledge vow assurance guarantee commitment offer",
        "report": "report news revelation confirmation rumor rumour finding",
        "accuse": "accusation criticism complaint condemnation attack charge",
    }
)
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
# To do these is to say them.
UTTERED: frozenset[str] = frozenset(
    "thank congratulate praise applaud hail commend laud welcome propose urge demand deny call ask".split()
)
# Acts rather than sayings: with "would" or "must" nobody has done them yet.
CONDITIONAL: frozenset[str] = frozenset(
    "accept agree recognize recognise support back oppose reject refuse".split()
)
# "see the war as ...": these relay a view when "as" follows, and what is merely seen when not.
VIEWING_VERBS: frozenset[str] = frozenset({"see", "view", "regard", "perceive"})

# Words that make a passive or an adverb relay what somebody unnamed says.
HEARSAY_ADVERBS: frozenset[str] = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})

# Heads of noun phrases that describe a source and leave it unnamed, also with "the".
UNNAMED_HEADS: frozenset[str] = frozenset(
    "source official analyst expert insider aide diplomat observer interlocutor critic supporter "
    "opponent person people witness resident ally economist trader investor lawmaker legislator "
    "politician soldier fighter veteran voter campaigner activist journalist reporter commentator "
    "operative strategist staffer employee man woman friend relative neighbor neighbour colleague "
    "other one some many few several somebody someone anyone everyone nobody most website site "
    "channel blogger individual pundit specialist scholar scientist historian researcher protester "
    "rebel militant prisoner captive refugee insurgent backer".split()
)
# These name an office when they stand with "the" or an owner, and nobody when they stand with "a".
OFFICE_HEADS: frozenset[str] = frozenset(
    "leader adviser advisor member representative spokesman spokeswoman spokesperson lawyer "
    "officer commander executive figure judge prosecutor minister deputy senator ambassador envoy "
    "negotiator mediator delegate governor mayor editor head chief director president premier "
    "chancellor king chairman dictator ruler".split()
)
# "Russian claims", "reports": what was said, with nobody who said it.
SAYING_HEADS: frozenset[str] = frozenset("claim report allegation rumor rumour account medium".split())
TIME_NOUNS: frozenset[str] = frozenset(
    "spring summer autumn fall winter year month week day morning evening afternoon night today yesterday "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
# Bare institutions without an occasion: "authorities maintain".
BARE_BODIES: frozenset[str] = frozenset({"authority", "side", "leadership", "circle"})
OUTLET_WORDS: frozenset[str] = frozenset(
    {"newspaper", "publication", "agency", "outlet", "magazine", "paper"}
)
DOCUMENTS: frozenset[str] = frozenset(
    "report study survey poll document statement letter email memo article story book filing "
    "lawsuit ruling analysis data figure record transcript ad advertisement video headline result "
    "research footage photo image census tally".split()
)
THIS_WORDS: frozenset[str] = frozenset({"this", "it", "that", "these"})
# Cues that presuppose a public utterance: officials who "reiterate" have said it in public before.
PUBLIC_CUES: frozenset[str] = frozenset(
    "reiterated reiterate reiterates repeated repeat repeats announced announce announces declared declare "
    "declares reaffirmed reaffirm publicly".split()
)
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
