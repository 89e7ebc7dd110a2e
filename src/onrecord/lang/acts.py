"""English cues of acts: the words by which a party offers, demands, rejects, threatens and so on.

The values are those of `onrecord.data.Act`. Lemmas, lower case. Wide on purpose: a synonym that is
missing here is a position missed on every page that uses it.
"""

READY = "readiness"

# Adjectives that take "to ..." or "for/on ..." and say that the holder would do it, or would not.
READY_ADJECTIVES = frozenset(
    "ready willing prepared open disposed inclined amenable receptive happy content eager keen agreeable "
    "glad".split()
)
UNREADY_ADJECTIVES = frozenset(
    "unwilling unready reluctant disinclined unprepared loath averse opposed hostile closed".split()
)
READY_NOUNS = frozenset("readiness willingness openness preparedness inclination".split())
UNREADY_NOUNS = frozenset("unwillingness refusal reluctance opposition rejection".split())

# Verbs by which a party lets a stance be known: "signals openness to", "voices readiness for".
SHOWING_VERBS = frozenset(
    "signal express voice declare show indicate confirm reaffirm reiterate demonstrate announce state "
    "convey communicate affirm stress underline underscore profess display restate repeat hint "
    "proclaim emphasise emphasize maintain keep".split()
)

# Verb lemma -> act. A value of None in ARGUMENTS below would be any complement.
VERBS: dict[str, str] = {
    **dict.fromkeys("offer propose table volunteer".split(), "offer"),
    **dict.fromkeys("accept agree consent assent endorse approve acquiesce acceptance".split(), "accept"),
    **dict.fromkeys(
        "reject refuse decline spurn rebuff oppose repudiate veto shun dismiss scorn snub "
        "exclude disavow".split(),
        "reject",
    ),
    **dict.fromkeys("demand insist require stipulate".split(), "demand"),
    **dict.fromkeys("urge advocate exhort implore appeal entreat beseech".split(), "call for"),
    **dict.fromkeys(
        "concede cede relinquish renounce forgo waive relent yield capitulate".split(), "concede"
    ),
    **dict.fromkeys("threaten".split(), "threaten"),
    **dict.fromkeys("accuse denounce condemn blame decry".split(), "accuse"),
    **dict.fromkeys("doubt question distrust mistrust disbelieve".split(), "doubt"),
    **dict.fromkeys("deny refute rebut disclaim".split(), "deny"),
}

# Verb + particle or preposition -> act.
PHRASAL: dict[tuple[str, str], str] = {
    ("put", "forward"): "offer",
    ("rule", "out"): "reject",
    ("turn", "down"): "reject",
    ("brush", "off"): "reject",
    ("brush", "aside"): "reject",
    ("wave", "away"): "reject",
    ("call", "for"): "call for",
    ("call", "on"): "call for",
    ("call", "upon"): "call for",
    ("push", "for"): "call for",
    ("press", "for"): "demand",
    ("plead", "for"): "call for",
    ("ask", "for"): "call for",
    ("give", "up"): "concede",
    ("back", "down"): "concede",
    ("give", "in"): "concede",
    ("climb", "down"): "concede",
    ("sign", "up"): "accept",
    ("settle", "for"): "accept",
    ("object", "to"): "reject",
    ("vote", "against"): "reject",
    ("vote", "down"): "reject",
}

# Verbs that promise: an offer, or a threat when what is promised is hostile.
PROMISE_VERBS = frozenset("promise pledge vow swear undertake commit".split())
WARN_VERBS = frozenset("warn caution".split())
FUTURE_HOSTILE = frozenset("retaliate respond escalate punish".split())

# Verbs that reject when denied: "will not accept", "does not recognise", "never agree".
NEGATED_REJECT = frozenset(
    "accept agree recognize recognise allow permit tolerate consent negotiate talk withdraw surrender "
    "retreat cede yield capitulate concede relinquish compromise discuss acknowledge abandon renounce "
    "endorse bow submit give abide lift join leave".split()
)
# The same, but only with a "will": what a company or a union will not do.
WILLED_REJECT = frozenset(
    "pay sign vote attend fund finance buy sell "
    "reinstate rehire share back support enter return rejoin hand "
    "release change drop cancel scrap reverse raise cut lower open reopen close extend renew privatise "
    "privatize merge settle work touch unload load "
    "board cross bring reconsider stand budge tolerate approve "
    "host build ratify restore increase reduce".split()
)
# Those that only take their object. For the others the issue is the deed ("lift the blockade").
TAKING_VERBS = frozenset(
    "accept agree recognize recognise allow permit tolerate consent acknowledge endorse bow submit "
    "abide".split()
)
# "will not lift it before ...", "will keep it closed until ...": what follows the word is the term.
NOT_BEFORE_MARKS = frozenset("before until till".split())
KEEPING_VERBS = frozenset("keep stay remain maintain continue hold".split())
# Whose stay or leave is its owner's: "his army will not leave".
FORCE_NOUNS = frozenset("army troop soldier force military".split())
# Verbs that only carry the will: "wants to", "intends to", "plans to" before a verb of NEGATED_REJECT.
WILL_VERBS = frozenset("want intend plan wish mean desire seek".split())
NEGATED_DOUBT = frozenset("believe trust think expect".split())
DOUBTING_ADJECTIVES = frozenset("skeptical sceptical doubtful unconvinced dubious distrustful wary".split())

# What is denied by refusing it, not by contradicting it.
REFUSED_THINGS = frozenset(
    "permit request access entry visa bail appeal application asylum licence license right permission".split()
)

# Whoever condemns these denies them: "denounced the accusations as outrageous".
CLAIMS = frozenset("accusation allegation charge claim".split())

# Declining to speak is no stand: "declined to comment on the charges".
MUTE_VERBS = frozenset(
    "draw comment say answer elaborate respond speak disclose name identify specify reveal".split()
)

# What is said of an issue by the party that speaks: "peace on such terms is impossible".
IMPOSSIBLE = frozenset(
    "impossible unacceptable inadmissible unthinkable inconceivable unrealistic intolerable unworkable "
    "impermissible unimaginable untenable meaningless pointless".split()
)
NOT_POSSIBLE = frozenset(
    "possible acceptable credible conceivable thinkable viable negotiable feasible".split()
)
REJECTING_PHRASES = frozenset({("out", "question"), ("off", "table"), ("off", "agenda")})
POSSIBLE = frozenset("possible achievable feasible conceivable attainable realistic viable".split())

CONDITION_NOUNS = frozenset(
    "condition precondition prerequisite requirement proviso stipulation pre-condition prerequisit "
    "requisite must basis".split()
)
STRONG_CONDITION_NOUNS = CONDITION_NOUNS - {"must", "basis"}
CONSIDER_VERBS = frozenset(
    "consider regard view see call make deem declare name set describe treat term".split()
)
NECESSARY = frozenset(
    "necessary needed required essential indispensable imperative mandatory obligatory vital crucial".split()
)
START_VERBS = frozenset(
    "begin start commence open resume proceed happen occur go restart come follow take be succeed".split()
)
ONLY_PREPOSITIONS = frozenset("with after once on upon following when if through under".split())
OBLIGED_VERBS = frozenset(
    "reflect respect recognize recognise include take address guarantee ensure meet comply withdraw "
    "leave stop end cease accept agree renounce abandon release return remain stay lift halt disarm "
    "dismantle surrender align rest follow give cede pay stand participate hold based consider account "
    "protect resign step apologise apologize cease dissolve "
    "negotiate reinstate restore annul scrap drop raise cut "
    "lower publish open reopen share cancel repeal "
    "suspend compensate hire fund scrap abolish reverse revoke "
    "refund repay close freeze cap ban reduce "
    "increase reconsider rethink submit sell divest postpone clarify "
    "disclose".split()
)

# Nouns that hold an act when a party possesses them: "Vesta's demand for a full withdrawal".
NOUNS: dict[str, str] = {
    "demand": "demand",
    "insistence": "demand",
    "call": "call for",
    "appeal": "call for",
    "refusal": "reject",
    "rejection": "reject",
    "offer": "offer",
    "proposal": "offer",
    "threat": "threaten",
    "denial": "deny",
    "acceptance": "accept",
    "ultimatum": "demand",
    "readiness": READY,
    "willingness": READY,
    "openness": READY,
    "preparedness": READY,
}
NOUN_PREPOSITIONS = frozenset("for of to that on".split())

# What a party would do on terms ("would open talks if"): verbs of giving way and of meeting.
GIVING_VERBS = frozenset(
    "open begin start resume restart hold lift release free withdraw sign stop halt end return recognise "
    "recognize ease accept agree join meet negotiate talk pause suspend freeze honour honor respect reopen "
    "rejoin restore ratify drop abandon guarantee extend grant".split()
)

# Groups that act together, for which an organisation speaks: "the guards will walk out, their union said".
GROUP_NOUNS = frozenset(
    "guard conductor driver worker member employee staff teacher nurse docker miner farmer pilot signaller "
    "steward doctor trucker haulier fisherman tenant "
    "striker student lecturer postman steelworker firefighter "
    "cleaner crew stevedore lorryman paramedic journalist "
    "actor writer machinist colleague trawlerman grower "
    "herder rancher producer landlord shareholder creditor bondholder".split()
)
ORGANISATION_NOUNS = frozenset(
    "union association league federation guild council syndicate chamber confederation committee leader "
    "spokesman spokeswoman spokesperson chair chairman "
    "chairwoman secretary president head alliance society "
    "organiser organizer cooperative representative".split()
)
LABOUR_WORDS = frozenset(
    "union unions worker workers staff employer employers "
    "wage wages pay overtime roster rota picket walkout "
    "stoppage employees strikers shifts members guards "
    "drivers nurses teachers miners dockers pilots".split()
)
BOMBING_WORDS = frozenset(
    "missile missiles airstrike airstrikes bombs bombing "
    "shelling artillery warplanes drone drones rockets".split()
)
# Industrial action: verb and what must stand with it ("" for nothing).
ACTION_VERBS: dict[str, frozenset[str]] = {
    "strike": frozenset({""}),
    "picket": frozenset({""}),
    "walk": frozenset({"out", "off"}),
    "stop": frozenset({"work", "working"}),
    "down": frozenset({"tool", "tools"}),
    "lay": frozenset({"tool", "tools"}),
    "go": frozenset({"strike"}),
    "block": frozenset("road motorway highway port border rail track bridge street entrance gate".split()),
    "blockade": frozenset({""}),
    "occupy": frozenset("road motorway plant factory port building square office".split()),
    "refuse": frozenset("overtime shift shifts".split()),
}
ACTION_CARRIERS = frozenset("intend plan vow threaten prepare vote decide want pledge".split())
# What makes things worse for the other side, told as what one will do unless it gives way.
PRESSING_VERBS = frozenset(
    "close shut halt stop cut block withhold withdraw "
    "suspend freeze sue quit leave fire dismiss evict scrap "
    "cancel tax fine expel pull end terminate slash sack "
    "dock seize stay remain keep take bring refer appeal "
    "move sell relocate raise reduce ban disconnect "
    "reject veto oppose resign abandon drop impose introduce "
    "call refuse picket occupy terminate file launch start hold".split()
)
# Where a dispute is taken when talking has failed.
FORUMS = frozenset(
    "court tribunal arbitration arbiter arbitrator commission council regulator judge ombudsman parliament "
    "street voter un wto prosecutor panel ballot".split()
)
# A measure whose lifting is a step towards the other side.
MEASURES = frozenset(
    "strike ban tariff duty blockade boycott embargo "
    "sanction walkout stoppage lockout lawsuit suit protest "
    "restriction curb surcharge levy curfew siege quota penalty moratorium demonstration closure".split()
)
EASING_VERBS = frozenset(
    "suspend postpone lift end halt drop withdraw cancel defer pause ease relax abandon shelve scrap delay "
    "waive".split()
)
# "we want a second nurse", "we expect an offer".
WANTING_VERBS = frozenset("want expect need".split())
DEADLINE_NOUNS = frozenset("deadline ultimatum".split())
DEADLINE_VERBS = frozenset("set give issue impose hand deliver".split())
# "there is no such offer", "had received no proposal".
DENIABLE_NOUNS = frozenset(
    "offer plan deal proposal talk talks negotiation "
    "intention agreement request trade bid approach ultimatum "
    "arrangement contract swap discussion contact".split()
)

# Verbs that relay: fallback where no attribution is at hand, to find who speaks.
SPEECH_VERBS = frozenset(
    "say tell state note add stress emphasise emphasize reiterate declare announce claim maintain insist "
    "believe argue indicate remark affirm confirm assert report warn suggest acknowledge admit explain "
    "underline underscore repeat hold contend observe reply answer think recall mention comment write "
    "signal reveal disclose complain allege make consider point".split()
)

# "likely to approve": what others expect is no act; "wants them to be ready": nor is what is wished of them.
EXPECTED = frozenset("likely unlikely expect poise certain sure bound due".split())
WISHING_VERBS = frozenset("want urge ask hope wish call see need tell invite encourage force".split())
# What one is merely glad to do.
PERCEIVING_VERBS = frozenset("see hear know learn be have find read say receive announce".split())
MERELY_GLAD = frozenset("glad happy content eager keen".split())

# Verbs that pass their subject on to an infinitive or participle below them.
CONTROL_VERBS = frozenset(
    "continue begin start keep remain stop vow want intend plan decide choose appear seem threaten promise "
    "pledge seek try attempt agree refuse prefer tend come proceed have go be".split()
)

# Heads of descriptions: parties that can take a position, and those that only watch or relay.
PARTY_NOUNS = frozenset(
    "government authority official officials leadership "
    "side ministry minister president premier chancellor "
    "king queen emperor parliament army military force command administration cabinet regime party "
    "opposition rebel group movement union court council commission alliance bloc delegation envoy "
    "negotiator spokesman spokeswoman spokesperson office nation "
    "country state republic ally leader dictator "
    "ruler senator lawmaker company capital chief head ambassador diplomat militant militia insurgent "
    "faction firm airline bank operator carrier supplier developer utility manufacturer producer publisher "
    "broadcaster retailer employer regulator watchdog municipality "
    "city university hospital board club studio "
    "association league chamber confederation guild syndicate fleet brewery "
    "refinery insurer lender creditor shareholder owner "
    "railway mill steelmaker carmaker maker miner farmer "
    "teacher docker tenant landlord deputy councillor mp "
    "partner fund trust cooperative institute academy bishop church archbishop prosecutor judge tribunal "
    "coalition congress senate assembly legislature federation kingdom governor mayor commander general "
    "secretary strongman autocrat monarch counterpart neighbour neighbor power west east opponent "
    "separatist junta guerrilla team mission member backer supporter campaigner activist striker "
    "worker".split()
)
WATCHER_NOUNS = frozenset(
    "source analyst expert observer journalist reporter media newspaper report people investor commentator "
    "historian professor economist researcher study poll critic reader public audience outlet agency "
    "publication website magazine paper correspondent editor trader market scholar pundit strategist "
    "interlocutor insider person man woman family "
    "resident witness complainant victim thing statement".split()
)

# Observers whose word on what a party would do is only their opinion.
OPINERS = frozenset(
    "analyst expert observer commentator historian "
    "professor economist researcher scholar pundit strategist "
    "columnist critic lecturer academic".split()
)

# Nouns by which a text refers back to positions just told: "gave similar signals last autumn".
REPRISE_NOUNS = frozenset(
    "signal message offer statement overture proposal hint feeler demand remark comment position "
    "announcement indication assurance".split()
)
REPRISE_WORDS = frozenset("such similar same these those this identical comparable".split())

# Local condition markers (a clause under one of these is a condition, not a position).
CONDITION_MARKS = frozenset("if unless until once provided providing assuming supposing till lest".split())
HYPOTHETICAL_MARKS = CONDITION_MARKS | {"whether", "in case"}

# Verbs before "... false": the rest of the phrase decides.
NAMING_VERBS = frozenset("call label brand dismiss describe".split())
TERM_WORDS = frozenset("only must has have need needs require depend hinge presuppose off out".split())

# Every word that can open an act: all others are passed over at once.
CUE_WORDS = frozenset().union(
    READY_ADJECTIVES,
    UNREADY_ADJECTIVES,
    READY_NOUNS,
    UNREADY_NOUNS,
    VERBS,
    {verb for verb, _ in PHRASAL},
    PROMISE_VERBS,
    WARN_VERBS,
    NEGATED_REJECT,
    WILLED_REJECT,
    ACTION_VERBS,
    EASING_VERBS,
    WANTING_VERBS,
    DEADLINE_NOUNS,
    {"call", "there", "receive", "give", "no"},
    KEEPING_VERBS,
    NEGATED_DOUBT,
    DOUBTING_ADJECTIVES,
    IMPOSSIBLE,
    NOT_POSSIBLE,
    POSSIBLE,
    NECESSARY,
    CONDITION_NOUNS,
    NOUNS,
    NAMING_VERBS,
    TERM_WORDS,
)
