"""English words of source phrases. See party_words.py."""
# ruff: noqa: E501 (lists of words)

import re

from onrecord.lang.bodies import BODY_NOUNS
from onrecord.lang.cues import BARE_BODIES, DOCUMENTS, OFFICE_HEADS, OUTLET_WORDS, SAYING_HEADS, UNNAMED_HEADS
from onrecord.lang.party_words import PartyWords, Table, either, table, words
from onrecord.lang.titles import (
    FEMALE_HONORIFICS,
    FEMALE_ROLES,
    GROUP_NOUNS,
    HONORIFICS,
    LEADERS,
    MALE_HONORIFICS,
    MALE_ROLES,
    MINISTERS,
    OTHER_PERSONS,
    SPOKESPERSONS,
)


def _one_word(names: frozenset[str]) -> str:
    return " ".join(sorted(name for name in names if " " not in name))


# Of these roles several hold one at a time, or nobody can tell which one is meant.
_SEVERAL = frozenset(
    "lawyer deputy member adviser advisor officer delegate negotiator mediator figure representative executive".split()
)
_HEADS = table(
    {
        "bare": _one_word(BARE_BODIES) + " authorities camp quarters sides",
        "saying": _one_word(SAYING_HEADS - {"medium"}) + " speculation legend hearsay gossip",
        "unnamed": _one_word(UNNAMED_HEADS)
        + " staff personnel crew relatives media medium people men women insiders passerby bystander survivor",
        "outlet": _one_word(OUTLET_WORDS)
        + " broadcaster daily weekly tabloid network station journal newswire wire radio tv television",
        "document": _one_word(DOCUMENTS)
        + " email emails e-mail e-mails text texts message messages interview interviews leaflet photograph recording words word law bill protocol minutes biography autobiography memoir memoirs estimate assessment novel obituary treaty contract theory rule charter programme program ballot chart map motion"
        " indictment complaint affidavit decree resolution treaty manifesto platform tweet post page"
        " press_release release readout communique communiqué notice note declaration constitution decision"
        " text verdict will testimony diary log bulletin column editorial op-ed manual minutes sign banner poster caption"
        " label plaque agreement pact dossier audit review paper deposition subpoena order proposal",
        "office": _one_word((OFFICE_HEADS - _SEVERAL) | LEADERS | MINISTERS | SPOKESPERSONS)
        + " auditor auditors vicar mayor prefect warden rector dean headmaster headmistress master harbourmaster sheriff constable superintendent principal president general colonel major admiral speaker chairwoman chairperson congressman congresswoman treasurer secretary marshal"
        " commissioner ombudsman archbishop bishop cardinal pope rabbi patriarch founder ceo manager director-general"
        " secretary-general counsel coach captain editor consul duke duchess physician lady queen emperor mp mep councillor councilman councilwoman candidate nominee"
        " president-elect incumbent billionaire businessman tycoon mogul",
        "people": _one_word(GROUP_NOUNS | OTHER_PERSONS | _SEVERAL)
        + " landlord landlady auctioneer boy grandmother grandfather uncle aunt cousin nephew niece colleague stranger prisoner"
        " villager islander tourist tenant neighbour engineer plumber electrician porter crowd audience family couple pair parents children group_of team driver clerk nurse porter guard guide"
        " guest host passenger pilot cook waiter baker seller shopkeeper hunter fisherman mechanic sailor"
        " worker officer supporters majority minority percent public population user youth teenager girl"
        " victim defendant plaintiff respondent",
        "body": _one_word(BODY_NOUNS)
        + " opposition morgue clinic prison jail garrison registry archive observatory laboratory lab farm mine port harbour harbor library zoo parish diocese"
        " shop store bakery mill shipyard refinery railway utility insurer lender retailer carmaker publisher developer supplier trust startup"
        " rebels insurgents separatists militants team campaign firm manufacturer maker operator union unions prosecution defense defence"
        " palace castle house headquarters state country nation city town village region province county"
        " district municipality kingdom republic airline airport hospital hotel brewery factory plant business"
        " charity nonprofit think-tank club band label studio theater theatre transition website",
    }
)

_NEAR = (
    r"close to|near (?:to )?(?:the|him|her|his|its)\b|familiar with|with (?:\w+ ){0,2}knowledge of|with insight into|with access to|privy to|aware of|"
    r"(?:who (?:was|were|had been|have been|has been|is|are) )?(?:directly )?(?:briefed (?:on|about|by)|involved in|informed (?:of|about)|"
    r"acquainted with|present at|connected (?:to|with)|linked to|tied to|working (?:with|for|on))|with (?:close )?(?:ties|links|connections) to|"
    r"who (?:has |have |had )?(?:attended|worked|works|work|knows?|knew|saw|seen|took part|participated|read|reviewed|heard|met|advises?|advised|served|serves?|talks?|speaks?|spoke with|deals?|sat|sits?|helped|handled?)\b|"
    r"who (?:is|are|was|were) (?:close|familiar|aware|present|privy|there)|"
    r"in (?:the )?(?:\w+ )?(?:inner circle|entourage)|inside|within|around the|on the ground"
)

_HIDES = (
    r"(?:(?:who (?:has |have |had )?[a-z]+\b[^.;\n“\"]{0,60}?|(?:spoke|speaking|speaks|talking|all speaking|both speaking)(?: [^.;\n“\"]{0,40}?)?) )?(?:up)?on (?:the )?condition (?:of anonymity|that (?:he|she|they|their|his|her|it|its)\b[^.;\n]{0,40}\bnot be (?:named|identified|used|published|quoted))|"
    r"(?:who |and )?(?:spoke|speaking|speaks|talked|talking) (?:to \w+ |with \w+ )?(?:anonymously|off the record|on background|privately)|"
    r"(?:who |and |but )?(?:has |have |had )?(?:asked|asks|asking|requested|requesting|wished|wishing|wanted|wanting|preferred|preferring|wishes|wants|prefers) (?:that (?:his|her|their|its) names? )?(?:not to be|to not be|not be|to remain|to stay|to be kept|that (?:he|she|they) not be) (?:named|identified|quoted(?: by name)?|anonymous|unnamed|unidentified|used|published|out of the \w+)(?: by name)?|"
    r"(?:who |and |but )?(?:has |have |had )?(?:asked|asking|requested|requesting|demanded|granted|insisted on|insisting on|was granted|were granted|given) (?:for )?anonymity|"
    r"(?:who |and |but )?(?:declined|refused|declining|refusing|did not want|does not want|do not want|didn’t want|didn't want|would not agree|not wishing|not wanting|was not willing|were not willing|unwilling|reluctant) to be (?:named|identified|quoted(?: by name)?)(?: by name)?|"
    r"(?:who |and )?(?:declined|refused|declining|refusing|did not want|does not want|would not|wouldn't|wouldn’t) (?:to )?(?:give|giving|disclose|reveal|say|state) (?:his|her|their|a) (?:full |last |real |own )?names?|"
    r"(?:who |that )?(?:cannot|can not|could not|can't|couldn't|may not|must not) be (?:named|identified|quoted by name)|"
    r"(?:under|with) (?:the )?(?:condition|promise|cover|guarantee|cloak) of anonymity"
)

WORDS = PartyWords(
    definite=words("the this that these those his her its their my our your said"),
    indefinite=words("a an another any certain some other others unnamed unidentified anonymous"),
    numbers=words(
        "one two three four five six seven eight nine ten eleven twelve dozen dozens scores hundreds thousands several many few "
        "some both numerous multiple various most half pair couple number group handful majority plenty lots all each every "
        "millions countless neither either none"
    ),
    one=words("one each every neither either none another a an"),
    about=words("at least more than about around nearly almost over fewer less up to some only just as many not of total"),
    plural_signs=words(
        "two three four five six seven eight nine ten eleven twelve dozen dozens scores hundreds thousands several many few both "
        "numerous multiple various most these those couple number handful majority pair all millions countless"
    ),
    pronouns={
        **table({"m": "he him his himself", "f": "she her hers herself", "n": "it its itself"}),
        **table({"p": "they them their theirs themselves", "1": "i me we us my our myself ourselves", "2": "you"}),
        **table({"r": "who whom which that whose"}),
    },
    reflexives=words("himself herself itself themselves both all too also alone"),
    breaks=words(
        "of in at on for from to with by about near inside within around among outside against between under over during "
        "after before since without beyond across behind who whom whose which that where when while because than like as "
        "including named called known identified speaking citing is was are were has had said says told"
    ),
    links=words("de da di del della der den du la le van von zu al el bin bint ibn ben dos das y o’ ap af av the and of &"),
    joins=words("and or nor plus"),
    partitives=words("of"),
    heads=_HEADS,
    genders=Table({**dict.fromkeys(sorted(FEMALE_ROLES), "f"), **dict.fromkeys(sorted(MALE_ROLES), "m")}),
    honorifics={
        **dict.fromkeys(sorted(name.lower().rstrip(".") for name in HONORIFICS), ""),
        **dict.fromkeys(sorted(name.lower().rstrip(".") for name in FEMALE_HONORIFICS), "f"),
        **dict.fromkeys(sorted(name.lower().rstrip(".") for name in MALE_HONORIFICS), "m"),
    },
    near=either([_NEAR]),
    hides=either([_HIDES]),
    relays=either(
        [
            r"reportedly|allegedly|supposedly|purportedly|ostensibly",
            r"(?:is|are|was|were|be|been|being)(?: also| widely| variously| long| now)? (?:said|reported|alleged|rumou?red|claimed|understood|believed|thought|presumed|feared|suspected|known) to",
            r"it (?:is|was) (?:widely )?understood",
            r"(?:it|there) (?:is|was|has been|were|are)(?: also| widely)? (?:rumou?red|whispered)|rumou?rs?|rumou?r has it|legend has it",
            r"according to (?:\w+ ){0,2}(?:reports|rumou?rs|accounts|legend|hearsay|gossip)|word has it|(?:is|are) rumou?red",
        ]
    ),
    heard=either([r"(?:had |has |have |having )?(?:heard|hears|hear)"]),
    public=either(
        [r"reiterat\w+|repeat\w*|announc\w+|declar(?:e[sd]?|ing)|reaffirm\w*|publicly|testif\w+|in a (?:joint )?statement"]
    ),
    uttered=either(
        [
            r"thank\w*|congratulat\w+|prais\w+|applaud\w*|hail\w*|commend\w*|laud\w*|welcom\w+|propos\w+|urg\w+|demand\w*|den(?:y|ies|ied|ying)",
            r"call(?:s|ed|ing)?|ask(?:s|ed|ing)?|said|says|say|told|tells|tell|vow\w*|pledg\w+|appeal\w*|request\w*|rul(?:e|es|ed|ing) out|dismissed|rejected|refuted|rebutted|disputed|condemned|denounced|rebuffed|joked?|promis\w+|warn\w+|insist\w*",
        ]
    ),
    views=either([r"views?|opinion|standpoint|viewpoint|perspective|eyes?|estimation|reading|mind"]),
    own=re.compile(r"(?:having|to have|of having|after|before|while|by) "),
    at=words(""),
    reporting=either([r"report(?:s|ed)?|cit(?:es|ed|ing)|quot(?:es|ed|ing)|publish(?:es|ed)|writes"]),
    tellings=re.compile(r"(?!)"),
    asks=either([r"ask(?:s|ed|ing)?|wonder\w*|inquir\w+|question(?:s|ed)"]),
    state_media=either([r"(?:state|state-run|state-owned|state-controlled|government|official|national|public) (?:news )?(?:media|television|tv|radio|broadcaster|agency)"]),
    they_say=either([r"(?:they|people|some) say|it is said|it was said|word is|talk is|legend has it|the story goes|so they say"]),
    things=re.compile(r"(?:tion|sion|ment|ity|ency|ancy|ship|ery|logy|ure|ism|dom|hood)$"),
    makers=words("by from of"),
    named_as=either([r"(?:who (?:gave|goes by|identified|introduced|is)[\w ]{0,30}(?:name|himself|herself|as|only)|named|called|known(?: only)? as|identified(?: only)?(?: by \w+)? as|nicknamed)(?: only)?(?: by| as)?(?: his| her)?(?: first| last)?(?: name)?,?"]),
    age=either([r"\d{1,3}-year-olds?"]),
    not_names=words(
        "january february march april may june july august september october november december "
        "i ok okay no yes monday tuesday wednesday thursday friday saturday sunday"
    ),
    adherents=words(
        "republican republicans democrat democrats democratic conservative conservatives liberal liberals socialist communist "
        "islamist muslim muslims christian christians jewish catholic catholics protestant arab arabs nazi european europeans "
        "asian african american americans western eastern northern southern latino latinos hispanic"
    ),
)  # fmt: skip
