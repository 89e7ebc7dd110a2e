"""English cue words: verbs, nouns and phrases that attribute content to a source, with their class.

Class words are those of `onrecord.data.CueClass` ("say", "claim" ...), as plain strings. Frames say
what a verb takes as content: a clause ("said that"), an infinitive ("vowed to"), an object
("rejected the plan"). Which verbs take which frame follows what the train part of PolNeAR shows
and the reporting verbs of the Cambridge and Quirk grammars.
"""


def _table(classes: dict[str, str]) -> dict[str, str]:
    return {word: name for name, words in classes.items() for word in words.split()}


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
