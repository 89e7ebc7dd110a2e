"""What positions are about: concepts of conflict, diplomacy and policy, and the words that name them.

Two layers. `CONCEPTS` maps a concept to the word sequences (lemmas, lower case) that name it;
`THEMES` maps concepts that answer one question ("how does the war end", "who holds what land") to
one theme, by which positions of different wording meet. `PAIRS` finds concepts that are spread
over a phrase: a word of the first group followed or preceded within a few words by one of the
second ("an end to the long war"). Written for the world at large: no names of states or leaders.
"""

CONCEPTS: dict[str, str] = {
    "talks": (
        "talk|talks|negotiation|negotiate|dialogue|dialog|discussion|consultation|peace talk|peace talks|"
        "peace negotiation|peace process|peace dialogue|peace conference|peace summit|peace discussion|"
        "summit|mediation|diplomacy|diplomatic solution|diplomatic track|diplomatic settlement|"
        "bargaining|diplomatic resolution|negotiating table|parley|roundtable|round table|ceasefire talk|"
        "truce talk|peace conversation|diplomatic process|rapprochement|ceasefire talks|truce talks|"
        "ceasefire negotiation|direct contact|sit down with|negotiated settlement|discuss|meet with|"
        "meet _|face - to - face|mediate|mediator|arbitration|arbitrate|return to the table|"
        "return to the negotiating table|come to the table|at the table|conciliation|hold a meeting|"
        "seat at the table|sit down|meeting of|round of meeting|bilateral meeting"
    ),
    "ceasefire": (
        "ceasefire|cease - fire|cease fire|truce|armistice|moratorium on strike|lull|silence the gun|"
        "cessation of hostility|humanitarian pause|suspension of fire|freeze of hostility|lay down arms|"
        "halt to the fighting"
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
        "bombardment|offensive|confrontation|continue the war|wage war|military force|military action|"
        "use of force|airstrike|air strike|ground operation|incursion|crackdown|violence|bloodshed"
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
        "current line|disputed region|occupied region|captured region|breakaway region|disputed province|"
        "breakaway province|occupied land|land swap|disputed land|occupied territory|eastern front|"
        "territorial claim|disputed island|current front"
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
        "sanction|embargo|punitive measure|punitive step|restriction|restrictive measure|asset freeze|"
        "blacklist|boycott|price cap|trade curb|penalty|visa ban|travel ban|trade ban|entry ban|"
        "freeze of asset"
    ),
    "prisoners": (
        "prisoner|prisoner swap|prisoner exchange|captive|hostage|detainee|release of hostage|pow|"
        "political prisoner|inmate|exchange of prisoner|remains of soldier|soldier remain|"
        "release the detainee|free the detainee"
    ),
    "arms": (
        "weapon|weaponry|arms|arms control|missile|tank|ammunition|munition|disarmament|disarm|"
        "demilitarization|demilitarisation|demilitarize|military aid|military assistance|air defence|"
        "air defense|fighter jet|drone|arms embargo|rearm|rearmament|armament|arms delivery|arms supply|"
        "arms sale|arms shipment|chemical weapon|landmine|cluster munition|rocket|missile test|"
        "weapons test|rocket launch|arsenal|gun|firearm|gun control"
    ),
    "nuclear": (
        "nuclear|nuclear program|nuclear programme|nuclear weapon|enrichment|uranium|warhead|atomic|"
        "non - proliferation|nuclear test|nuclear deal"
    ),
    "elections": (
        "election|vote|referendum|ballot|plebiscite|recount|electoral|runoff|runoff vote|candidate|"
        "candidacy|ballot box|polling station|election date|snap election|early election|electoral roll|"
        "electoral commission|vote count|nomination|run - off|term limit|voter list|voter roll|"
        "campaign finance"
    ),
    "government change": (
        "resign|resignation|regime change|step down|impeachment|impeach|new government|coup|transition|"
        "power transfer|power sharing|power - sharing|coalition|cabinet reshuffle|regime|"
        "coalition agreement|minority government|no - confidence|confidence motion|stand down|"
        "stand aside|quit office|reshuffle|caretaker government|early retirement of minister|"
        "dismissal of the minister|dismissal of minister|leadership contest|dissolve parliament|"
        "dissolution of parliament"
    ),
    "aid": (
        "aid|humanitarian aid|assistance|relief|humanitarian corridor|humanitarian access|aid convoy|"
        "food aid|financial aid|loan|bailout|funding|reconstruction|rebuild|reparation|compensation|"
        "aid delivery|evacuation|safe passage|humanitarian convoy|rescue|bailout loan|rescue package|"
        "rescue plan|emergency loan|credit line|relief fund|support package|compensate|restitution|"
        "payout|redress"
    ),
    "refugees": (
        "refugee|migrant|migration|asylum|deportation|deport|displaced|return of refugee|repatriation|"
        "immigration|visa|work permit|refugee camp|border control|migrant quota|visa fee|"
        "residence permit|citizenship|resettlement"
    ),
    "trade": (
        "trade|tariff|export|import|customs|grain|grain deal|grain corridor|market access|free trade|"
        "quota|trade deal|shipping|supply chain|anti - dumping|dumping|levy|surcharge|countermeasure|"
        "counter - tariff|import ban|export ban|export curb|export licence|export license|market share|"
        "beef|steel|aluminium|aluminum|milk|timber|textile|free - trade|customs union|single market|"
        "subsidised import|subsidized import|wto|protectionism|rules of origin|trade barrier|import duty|"
        "customs duty|export duty"
    ),
    "energy": (
        "energy|gas|oil|pipeline|electricity|power plant|gas supply|fuel|lng|coal|transit of gas|"
        "power station|power line|grid|reactor|turbine|wind farm|solar|solar farm|solar park|hydropower|"
        "refinery|drilling|drill|fracking|mining|mineral|lithium|cobalt|rare earth|energy price|"
        "fuel price|fuel subsidy|power cut|blackout|transit fee|barrel|output cut|production cut|crude|"
        "petrol|diesel|electricity price|heating|interconnector|substation|concession area|nuclear plant|"
        "coal plant|lignite"
    ),
    "economy": (
        "budget|tax|taxation|inflation|wage|pension|debt|austerity|interest rate|subsidy|deficit|"
        "spending|nationalisation|nationalization|privatisation|privatization|budget cut|spending cut|"
        "spending plan|cut in spending|austerity measure|stimulus|vat|income tax|tax cut|tax rise|"
        "tax increase|tax hike|bond|creditor|debt relief|debt restructuring|default|exchange rate|"
        "currency|central bank|minimum wage|bank levy|surplus|borrowing|borrow|rebate|cutback|"
        "debt ceiling|debt brake|welfare|social benefit|child benefit|benefit cut|retirement age|"
        "public spending|economic reform|price control|price freeze|rationing"
    ),
    "climate": (
        "climate|emission|warming|carbon|net zero|decarbonisation|pollution|deforestation|greenhouse gas|"
        "fossil fuel|phase - out|phase out|forest|logging|rainforest|toxic waste|landfill|waste|effluent|"
        "sewage|spill|oil spill|plastic|pesticide|nature reserve|protected area|wildlife|whaling|"
        "emission target|coal phase - out|reforestation|biodiversity|clean - up|cleanup|incinerator"
    ),
    "rights": (
        "human right|right|freedom|minority|discrimination|discriminate|ethnic|minority language|"
        "official language|press freedom|censorship|equality|abortion|language law|same - sex marriage|"
        "religious school|freedom of assembly|land right|indigenous|equal pay|civil union|"
        "press accreditation|monument|statue|headscarf|shrine|artefact|artifact"
    ),
    "internal policy": (
        "policy|law|legislation|constitution|reform|bill|decree|amendment|ban|motion|draft law|"
        "act of parliament|regulation|scheme|ordinance|veto|confidence vote|no - confidence motion|"
        "curfew|martial law|state of emergency|emergency rule|power of the court|judicial reform|"
        "devolution|curriculum|concordat"
    ),
    "war crimes": (
        "war crime|crime against humanity|genocide|atrocity|massacre|torture|ethnic cleansing|"
        "killing of civilian|terrorism|terrorist|terror|terrorist tactic|crime"
    ),
    "court": (
        "jurisdiction|court|tribunal|arrest warrant|warrant|prosecution|extradition|extradite|indictment|"
        "ruling|verdict|inquiry|investigation|probe|trial|lawsuit|injunction|appeal court|high court|"
        "supreme court|settle the case|sue|suit|legal action|litigation|bail|pardon|amnesty|retrial|"
        "appeal against|house arrest|acquittal|case against|evidence|judgment|judgement|arbitral award|"
        "subpoena|in custody|pay damages"
    ),
    "allegations": (
        "allegation|accusation|charge|involvement|interference|meddling|responsibility|complicity|"
        "wrongdoing|blame|corruption|fraud|misconduct|falsify|forge|fabricate|rig|rigging|bribe|bribery|"
        "embezzle|embezzlement|tamper|cover - up|cover up|mislead|negligence|collusion|cartel|"
        "price fixing|money laundering|falsification|manipulation|manipulate|steal|theft|breach|violate|"
        "violation|obstruct|intimidate|intimidation|backdating|drag its foot|bad faith|profiteer"
    ),
    "espionage": (
        "spy|spying|espionage|cyberattack|cyber attack|hacking|hack|sabotage|disinformation|propaganda|"
        "surveillance|wiretap|spyware|phone tapping|bugging"
    ),
    "troops": (
        "troop|soldier|peacekeeper|peacekeeping|peacekeeping force|mobilisation|mobilization|mobilize|"
        "mobilise|conscription|deployment|military base|military presence|military exercise|"
        "joint exercise|military drill|armed force|mercenary|combatant|no - fly zone"
    ),
    "recognition": (
        "recognition|recognize|recognise|diplomatic tie|diplomatic relation|embassy|normalisation|"
        "normalization|normalise|normalize|consulate|expulsion of diplomat|apology|apologise|apologize|"
        "expel diplomat|recall the ambassador"
    ),
    "waiting": (
        "wait|waiting|pause|postpone|postponement|delay|defer|suspend|suspension|adjourn|hold off|"
        "interval|put on hold|hiatus|moratorium|timetable|deadline|extension|extend the deadline|"
        "grace period|standstill|phase in|phase - in"
    ),
    "goals": (
        "goal|objective|aim|demand|condition|requirement|counter - requirement|red line|precondition|"
        "strategic interest|war aim|ultimatum|terms|national interest|core interest|security interest|"
        "vital interest|legitimate interest|war goal"
    ),
    "proposal": (
        "proposal|offer|initiative|plan|roadmap|road map|overture|suggestion|blueprint|package|formula|"
        "compromise text|counter - offer|counteroffer|counterproposal|counter - proposal|takeover offer|"
        "swap"
    ),
    "cooperation": (
        "cooperation|cooperate|co - operation|partnership|joint project|collaboration|"
        "strategic partnership|share information|joint commission|joint committee|memorandum|"
        "joint venture|join force"
    ),
    "inspection": (
        "inspection|inspector|monitoring|observer|monitor|verification|safeguard|audit|auditor|inspect|"
        "independent review|safety report|safety check|verify|verification mission|access to the site|"
        "independent expert|neutral expert|fact - finding|test result|safety test|certification"
    ),
    "blockade": (
        "blockade|siege|strait|waterway|navigation|airspace|checkpoint|crossing|closure of border|canal|"
        "border crossing|shipping lane|transit|fly over|overflight|landing right|reopen the border|"
        "seal the border|road block|barricade|close the port|port closure|port access|canal toll"
    ),
    "settlements": "settlement building|settlement expansion|settler|outpost",
    "strike action": (
        "stop work|stopping work|"
        "walkout|industrial action|picket|work stoppage|protest|demonstration|rally|occupation of campus|"
        "walk out|walk - out|stoppage|down tool|lay down tool|work - to - rule|work to rule|overtime ban|"
        "go slow|go - slow|slowdown|sit - in|lockout|lock out|lock - out|industrial dispute|"
        "labour dispute|labor dispute|picket line|general strike|rail strike|pay strike|port strike|"
        "strike ballot|strike notice|strike call|go on strike|hunger strike|strike plan|strike date|"
        "warning strike|wildcat strike|sympathy strike|down their tool|off the job|stay off work|"
        "refuse to load|roadblock|blockade of the port|tractor protest|return to work|end the strike|"
        "call off the strike|suspend the strike|postpone the strike|boycott of the game"
    ),
    "health": (
        "vaccine|pandemic|lockdown|quarantine|vaccination|outbreak|health care|healthcare|hospital|"
        "hospital bed|emergency room|drug price|medicine|mask mandate|mask|nurse|waiting list|"
        "health service|vaccine patent|clinic|insulin|vaccine mandate"
    ),
    "water": (
        "dam|river water|water right|water share|fishing right|fishery|water|reservoir|spillway|sluice|"
        "sluice gate|floodgate|weir|gauge|river level|water level|flow|irrigation|irrigation water|river|"
        "riverbed|aquifer|groundwater|water supply|water release|release of water|drought|tap water|"
        "desalination|well water|hydroelectric|barrage|upstream|downstream|flood plain|water treaty|"
        "headwater|pumping station|cubic metre|cubic meter|watershed|gate of the dam|lock gate|dam gate|"
        "lift the gate|open the gate|raise the gate|lower gate|share the water"
    ),
    "labour": (
        "pay|pay rise|pay raise|pay offer|pay deal|pay cut|pay freeze|pay claim|pay scale|salary|"
        "wage increase|wage cut|overtime|overtime pay|roster|rota|night shift|staffing|staffing level|"
        "crew|crewing|conductor|working hour|working time|working week|work week|rest day|holiday pay|"
        "sick pay|sick leave|bonus|job|job cut|job loss|layoff|lay off|lay - off|redundancy|redundant|"
        "dismissal|dismiss worker|sack|rehire|reinstate|reinstatement|outsource|outsourcing|subcontract|"
        "collective agreement|collective bargaining|union right|union recognition|labour contract|"
        "labor contract|employment contract|contract|plant closure|working condition|pension fund|"
        "pension scheme|pension reform|driver - only|one - person|headcount|agency worker|"
        "temporary worker|apprentice|staff cut|workload|class size|pay parity|cost - of - living|"
        "severance|severance pay|recruitment|unpaid leave|furlough|seniority|zero - hour|"
        "cost of living adjustment|break time|wage bill|back pay|strike pay|safety rule|safety equipment|"
        "extra shift|late shift|guard on|train guard|hiring freeze|number of guard|sack worker"
    ),
    "fisheries": (
        "fish|fishing|fishing quota|catch limit|fishing ground|fishing boat|trawler|trawling|fish stock|"
        "stock of fish|herring|mackerel|tuna|salmon|shrimp|lobster|fishing licence|fishing license|"
        "fishing zone|exclusive economic zone|bottom trawling|spawning ground|scallop|oyster|seal hunt|"
        "whale hunt|hunting|catch quota|total catch|sturgeon|eel|anchovy|sardine|haddock|crab"
    ),
    "farming": (
        "farm|farm subsidy|farm support|crop|harvest|livestock|cattle|poultry|fertiliser|fertilizer|"
        "land reform|grazing|grazing right|milk price|milk quota|wheat|sugar|rice|cotton|coffee|cocoa|"
        "wine|olive oil|dairy|cull|vineyard|genetically modified|gm crop|nitrogen|farmland|food price"
    ),
    "transport": (
        "train|rail|railway|railway line|bus|bus line|bus route|ferry|ferry service|flight|airline|"
        "airport|runway|night flight|motorway|highway|road toll|tunnel|fare|ticket price|rail service|"
        "tram|metro|air traffic|landing slot|parking|congestion charge|speed limit|low - emission zone|"
        "cycle lane|level crossing|port fee|pilotage|freight"
    ),
    "company": (
        "takeover|takeover bid|merger|merge|acquisition|acquire|buyout|buy - out|hostile bid|"
        "shareholding|dividend|board seat|seat on the board|sale of the company|sale of the unit|"
        "spin - off|spin off|break - up|divest|divestment|licence fee|license fee|royalty|patent|"
        "antitrust|competition rule|monopoly|product recall|price increase|price rise|price cut|"
        "supply contract|factory|closure of the plant|relocation|relocate|insolvency|bankruptcy|"
        "restructuring|restructure|shareholder|refund|contract penalty|tender|procurement|offer price|"
        "per share|refinancing|shutdown|shut down|closure|nationalise|nationalize|privatise|privatize|"
        "public ownership|buy back share|stake in|sell the unit|sale of its"
    ),
    "housing": (
        "rent|rent cap|rent freeze|rent control|eviction|evict|housing|social housing|council housing|"
        "building permit|planning permission|zoning|demolition|demolish|development plan|construction|"
        "building work|homeless|shelter|squat|mortgage|land sale"
    ),
    "education": (
        "school|tuition|tuition fee|student loan|university|textbook|school meal|kindergarten|"
        "scholarship|campus"
    ),
    "media and data": (
        "data|reading|measurement|figures|data sharing|share data|publish data|encryption|privacy|"
        "content moderation|social network|app|broadcast|broadcaster|broadcasting licence|press card|"
        "editorial|algorithm|artificial intelligence|chip|chip export|semiconductor|telecom|"
        "network equipment|5g|spectrum|copyright|paywall|advertising|user data|facial recognition|"
        "database"
    ),
    "police": (
        "police|arrest|riot police|detention|detain|patrol|search warrant|gang|raid|policing|prison|"
        "prison sentence"
    ),
    "sport": (
        "tournament|doping|doping ban|world cup|olympic|championship|transfer ban|prize money|"
        "broadcast right|host the game|stadium plan|salary cap"
    ),
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
    "water cannon|pay for|pay rent|pay back|"
    "meet the demand|meet the condition|meet the requirement|meet demand|meet the target|meet its target|"
    "gain ground|lose ground|fish for|net zero|get on board|death toll|pay tribute|pay respect|pay attention|"
    "pay a visit|pay the price|pay for it|take a bribe|day job|good job|"
    "great job|in the pipeline|"
    "at the school of|school of thought|in the wake|water under|watered down|play the game|doctor of|"
    "go to court|in the contract|farm out|bus tour|school shooting|coast guard|national guard|old guard|"
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

# A dispute on manning: "a second guard", "more nurses".
MORE_WORDS = frozenset("second third extra additional more fewer another".split())
STAFF_WORDS = frozenset(
    "guard driver conductor nurse teacher pilot steward attendant signaller cleaner technician doctor "
    "paramedic firefighter miner docker worker employee staff officer midwife carer lecturer".split()
)
# Water and what holds it back: "the gates of the dam stay shut".
GATE_WORDS = frozenset("gate valve tap lock".split())
SHUT_WORDS = frozenset("open lift raise shut close lower closed seal reopen stay".split())

# concept, words of one group, words of the other, greatest distance in tokens.
PAIRS: tuple[tuple[str, frozenset[str], frozenset[str], int], ...] = (
    ("end of war", END_WORDS, WAR_WORDS, 6),
    ("ceasefire", FREEZE_WORDS, WAR_WORDS, 4),
    ("territory", KEEP_WORDS, GROUND_WORDS, 6),
    ("waiting", PUT_WORDS, HOLD_WORDS, 8),
    ("withdrawal", STAY_WORDS, FORCE_WORDS, 6),
    ("labour", MORE_WORDS, STAFF_WORDS, 2),
    ("water", SHUT_WORDS, GATE_WORDS, 4),
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
    "recognition|fighting|internal policy|allegations|proposal|goals|deal|troops".split("|")
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
