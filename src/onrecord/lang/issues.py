"""What positions are about: concepts of conflict, diplomacy and policy, and the words that name them.

Two layers. `CONCEPTS` maps a concept to the word sequences (lemmas, lower case) that name it;
`THEMES` maps concepts that answer one question ("how does the war end", "who holds what land") to
one theme, by which positions of different wording meet. `PAIRS` finds concepts that are spread
over a phrase: a word of the first group followed or preceded within a few words by one of the
second ("an end to the long war"). Written for the world at large: no names of states or leaders.
"""

CONCEPTS: dict[str, str] = {
    "talks": (
        "talk|talks|negotiation|negotiate|dialogue|dialog|discussion|consultation|peace talk|"
        "peace talks|peace negotiation|peace process|peace dialogue|peace conference|peace summit|"
        "peace discussion|summit|mediation|diplomacy|diplomatic solution|diplomatic track|"
        "diplomatic settlement|bargaining|diplomatic resolution|negotiating table|parley|roundtable|"
        "round table|ceasefire talk|truce talk|peace conversation|diplomatic process|rapprochement|"
        "ceasefire talks|truce talks|ceasefire negotiation|direct contact|sit down with|"
        "negotiated settlement"
    ),
    "ceasefire": (
        "ceasefire|cease - fire|cease fire|truce|armistice|moratorium on strike|lull|silence the gun|"
        "cessation of hostility|humanitarian pause|suspension of fire|freeze of hostility|"
        "lay down arms|halt to the fighting"
    ),
    "peace": (
        "peace|peace deal|peace settlement|peace agreement|peace treaty|peace accord|peace plan|"
        "peace proposal|peace initiative|peace formula|peaceful settlement|peaceful solution|"
        "peaceful resolution|settlement|reconciliation|just peace|lasting peace|peace pact"
    ),
    "deal": "deal|agreement|accord|treaty|pact|compact",
    "compromise": "compromise|concession|compromise solution|middle ground",
    "fighting": (
        "fight|fighting|battle|combat|continue the fight|attack|strike|assault|retaliate|retaliation|"
        "escalation|escalate"
    ),
    "war": (
        "war|conflict|armed conflict|hostility|invasion|invade|military operation|shelling|bombing|"
        "bombardment|offensive|confrontation|continue the war|wage war|military force|"
        "military action|use of force|airstrike|air strike|ground operation|incursion|crackdown|"
        "violence|bloodshed"
    ),
    "withdrawal": (
        "withdrawal|withdraw|pullout|pull - out|pull out|pull back|pullback|retreat|troop withdrawal|"
        "evacuation of troop|removal of troop|departure of troop|leave the territory|exit of troop|"
        "disengagement|disengage"
    ),
    "territory": (
        "territory|territorial|border|frontier|boundary|front line|frontline|front - line|"
        "line of contact|contact line|demarcation line|line of control|current position|battlefield|"
        "new reality|reality on the ground|occupied area|captured area|annexation|annex|occupation|"
        "territorial change|territorial gain|territorial integrity|enclave|buffer zone|partition|"
        "current line|disputed region|occupied region|captured region|breakaway region|"
        "disputed province|breakaway province|occupied land|land swap|disputed land|"
        "occupied territory|eastern front|territorial claim|disputed island|current front"
    ),
    "sovereignty": ("sovereignty|sovereign|independence|self - determination|statehood|autonomy|secession"),
    "neutrality": ("neutral|neutrality|non - aligned|nonaligned|non - alignment|neutral status|non - bloc"),
    "alliance": (
        "nato|alliance|bloc|accession|membership|join the alliance|military alliance|military bloc|"
        "defence pact|defense pact|union membership|enlargement|enlarge|expansion eastward|alignment"
    ),
    "security guarantees": (
        "security guarantee|security assurance|guarantee|guarantee of security|security arrangement|"
        "protection guarantee|assurance|security pact"
    ),
    "sanctions": (
        "sanction|embargo|punitive measure|punitive step|restriction|restrictive measure|"
        "asset freeze|blacklist|boycott|price cap|trade curb|penalty"
    ),
    "prisoners": (
        "prisoner|prisoner swap|prisoner exchange|captive|hostage|detainee|release of hostage|pow|"
        "political prisoner|inmate|exchange of prisoner|remains of soldier|soldier remain"
    ),
    "arms": (
        "weapon|weaponry|arms|arms control|missile|tank|ammunition|munition|disarmament|disarm|"
        "demilitarization|demilitarisation|demilitarize|military aid|military assistance|air defence|"
        "air defense|fighter jet|drone|arms embargo|rearm|rearmament|armament|arms delivery|"
        "arms supply|arms sale|arms shipment|chemical weapon"
    ),
    "nuclear": (
        "nuclear|nuclear program|nuclear programme|nuclear weapon|enrichment|uranium|warhead|atomic|"
        "non - proliferation|nuclear test|nuclear deal"
    ),
    "elections": "election|vote|referendum|ballot|plebiscite|recount|electoral|runoff|runoff vote",
    "government change": (
        "resign|resignation|regime change|step down|impeachment|impeach|new government|coup|"
        "transition|power transfer|power sharing|power - sharing|coalition|cabinet reshuffle|regime"
    ),
    "aid": (
        "aid|humanitarian aid|assistance|relief|humanitarian corridor|humanitarian access|aid convoy|"
        "food aid|financial aid|loan|bailout|funding|reconstruction|rebuild|reparation|compensation|"
        "aid delivery|evacuation|safe passage|humanitarian convoy|rescue"
    ),
    "refugees": (
        "refugee|migrant|migration|asylum|deportation|deport|displaced|return of refugee|"
        "repatriation|immigration|visa"
    ),
    "trade": (
        "trade|tariff|export|import|customs|grain|grain deal|grain corridor|market access|free trade|"
        "quota|trade deal|shipping|supply chain"
    ),
    "energy": "energy|gas|oil|pipeline|electricity|power plant|gas supply|fuel|lng|coal|transit of gas",
    "economy": (
        "budget|tax|taxation|inflation|wage|pension|debt|austerity|interest rate|subsidy|deficit|"
        "spending|nationalisation|nationalization|privatisation|privatization"
    ),
    "climate": "climate|emission|warming|carbon|net zero|decarbonisation|pollution|deforestation",
    "rights": (
        "human right|right|freedom|minority|discrimination|discriminate|ethnic|minority language|"
        "official language|press freedom|censorship|equality|abortion"
    ),
    "internal policy": "policy|law|legislation|constitution|reform|bill|decree|amendment|ban",
    "war crimes": (
        "war crime|crime against humanity|genocide|atrocity|massacre|torture|ethnic cleansing|"
        "killing of civilian|terrorism|terrorist|terror|terrorist tactic|crime"
    ),
    "court": (
        "jurisdiction|court|tribunal|arrest warrant|warrant|prosecution|extradition|extradite|"
        "indictment|ruling|verdict|inquiry|investigation|probe|trial|lawsuit"
    ),
    "allegations": (
        "allegation|accusation|charge|involvement|interference|meddling|responsibility|complicity|"
        "wrongdoing|blame|corruption|fraud|misconduct"
    ),
    "espionage": (
        "spy|spying|espionage|cyberattack|cyber attack|hacking|hack|sabotage|disinformation|propaganda"
    ),
    "troops": (
        "troop|soldier|peacekeeper|peacekeeping|peacekeeping force|mobilisation|mobilization|"
        "mobilize|mobilise|conscription|deployment|military base|military presence|"
        "military exercise|joint exercise|military drill|"
        "armed force|mercenary|combatant|no - fly zone"
    ),
    "recognition": (
        "recognition|recognize|recognise|diplomatic tie|diplomatic relation|embassy|normalisation|"
        "normalization|normalise|normalize"
    ),
    "waiting": (
        "wait|waiting|pause|postpone|postponement|delay|defer|suspend|suspension|adjourn|hold off|"
        "interval|put on hold|hiatus"
    ),
    "goals": (
        "goal|objective|aim|demand|condition|requirement|counter - requirement|red line|precondition|"
        "strategic interest|war aim|ultimatum|terms|national interest|core interest|"
        "security interest|vital interest|legitimate interest|war goal"
    ),
    "proposal": "proposal|offer|initiative|plan|roadmap|road map|overture|suggestion|blueprint",
    "cooperation": (
        "cooperation|cooperate|co - operation|partnership|joint project|collaboration|strategic partnership"
    ),
    "inspection": "inspection|inspector|monitoring|observer|monitor|verification|safeguard",
    "blockade": ("blockade|siege|strait|waterway|navigation|airspace|checkpoint|crossing|closure of border"),
    "settlements": "settlement building|settlement expansion|settler|outpost",
    "strike action": (
        "walkout|industrial action|picket|work stoppage|protest|demonstration|rally|occupation of campus"
    ),
    "health": "vaccine|pandemic|lockdown|quarantine|vaccination|outbreak|health care|healthcare",
    "water": "dam|river water|water right|water share|fishing right|fishery",
}

# Phrases that name none, though a word of theirs does.
IDIOMS = (
    "talk about|talking point|talk point|in terms of|on good terms|come to terms|long term|short term|"
    "in the interest of|"
    "interest rate|run for office|vote of confidence|up in arm|in light of|on the ground that|in charge|"
    "take charge|in charge of|of course|peace of mind|war of word|price war|culture war|trade war|"
    "first term|second term|third term|term in office|front runner|heart attack|attack on the character|"
    "strike a balance|strike a chord|strike a tone|right now|all right|right away|right wing|far right|"
    "right - wing|aid worker|plan to|offer to|in return|press conference|"
    "news conference|news report|health plan|in support of|in the race|in the field"
)

# What a war or a clash is called, and how it is brought to an end: together they make a concept.
WAR_WORDS = frozenset(
    "war conflict fighting hostility bloodshed violence invasion offensive combat battle operation clash "
    "shelling bombing bombardment crisis aggression".split()
)
END_WORDS = frozenset(
    "end ending stop halt cease cessation conclude settle resolve terminate termination resolution".split()
)
FREEZE_WORDS = frozenset("freeze freezing frozen pause suspend".split())
KEEP_WORDS = frozenset("keep retain hold remain stay control occupy possess".split())
GROUND_WORDS = frozenset(
    "where position line ground battlefield gain conquest area district city town valley region "
    "province".split()
)

PUT_WORDS = frozenset({"put", "place"})
HOLD_WORDS = frozenset({"hold", "ice"})
STAY_WORDS = frozenset({"stay", "remain", "leave"})
FORCE_WORDS = frozenset({"army", "troop", "soldier"})

# concept, words of one group, words of the other, greatest distance in tokens.
PAIRS: tuple[tuple[str, frozenset[str], frozenset[str], int], ...] = (
    ("end of war", END_WORDS, WAR_WORDS, 6),
    ("ceasefire", FREEZE_WORDS, WAR_WORDS, 4),
    ("territory", KEEP_WORDS, GROUND_WORDS, 6),
    ("waiting", PUT_WORDS, HOLD_WORDS, 8),
    ("withdrawal", STAY_WORDS, FORCE_WORDS, 6),
)

# Concepts that answer one question. A concept that is not named here is its own theme.
THEMES: dict[str, str] = {
    "ceasefire": "ending the war",
    "end of war": "ending the war",
    "peace": "ending the war",
    "withdrawal": "territory",
}
# Themes that only say how ("recognises the border"): they give way to any other.
WEAK_THEMES = frozenset(
    "recognition|fighting|internal policy|allegations|proposal|goals|deal|troops|water".split("|")
)

# A concept that only says by what means: dropped where the phrase also names the end.
MEANS = frozenset({"talks", "deal", "proposal", "cooperation"})
ENDS = frozenset({"ceasefire", "end of war", "peace"})

# A concept too general to stand alone where a more telling one is present.
# Words of a bodily or military clash that headlines use of any quarrel.
CLASHES = frozenset({"fighting"})
WEAK = frozenset({"fighting", "war", "deal", "proposal", "internal policy", "cooperation", "allegations"})

PEACEFUL = frozenset(
    {"talks", "ceasefire", "peace", "end of war", "deal", "compromise", "cooperation", "waiting", "prisoners"}
)
HOSTILE_VERBS = frozenset(
    "fight attack strike retaliate bomb invade escalate destroy respond punish kill annihilate crush shell "
    "sanction embargo expel shut seize annex sever deploy mobilise mobilize boycott veto impose hit "
    "intervene storm blockade cut suspend withhold resume drown bury burn wipe protest disrupt".split()
)
