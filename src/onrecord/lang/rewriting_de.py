"""German words of earlier and later tellings (see `rewriting`)."""

from onrecord.lang.rewriting import RewritingWords, lexicon, numbered, phrases

GERMAN = RewritingWords(
    said=lexicon("sagt sagte sagten"),
    telling=lexicon(
        "sagt* erklart* teilt* mitteilt* mitgeteilt* bericht* betont* laut zufolge angaben nannte* nennt* "
        "schrieb* warnt* bestatigt* kundigt* meint* fordert* rief* sprach* aussert* hiess heisst"
    ),
    according=phrases("nach angaben|nach eigenen angaben|nach eigenen worten|eigenen angaben zufolge"),
    elegant=lexicon(
        "betont* unterstrich* hob* verdeutlicht* bekraftigt* ausserte* erlauterte* prazisiert* meinte* "
        "konstatiert* bemerkte* verwies* versichert* resumiert* urteilt*"
    ),
    hedges=lexicon("angeblich mutmasslich* offenbar wohl anscheinend vermutlich demnach"),
    hedging=phrases("soll haben|sollen haben|dem vernehmen nach|medienberichten zufolge"),
    approximate=lexicon("etwa rund circa ca ungefahr knapp fast uber als mindestens"),
    dozens=lexicon(
        "dutzende hunderte tausende millionen mehrere viele zahlreiche einige etliche wenige unzahlige "
        "dutzenden hunderten tausenden mehreren vielen zahlreichen einigen"
    ),
    inflated=lexicon(
        "daruber* zudem ausserdem ferner uberdies letztlich schliesslich insbesondere entsprechend* "
        "jeweilig* "
        "hinsichtlich bezuglich infolge seitens vorangegangen* diesbezuglich* mittlerweile inzwischen"
    ),
    people=lexicon(
        "zeug* sprecher* experte* expertin* analyst* anwohner* bauer* landwirt* mitarbeiter* kolleg* "
        "nachbar* "
        "arzt* lehrer* beobachter* kritiker* anwalt* richter* politiker* diplomat* insider* mann frau "
        "fischer* backer* beamt* vertreter* funktionar* besucher* professor* forscher* chef* vorsitzend*"
    ),
    one=frozenset("ein eine einer einem einen".split()),
    vague_credit=phrases("""
        medienberichten zufolge|nach medienberichten|laut medien|laut medienberichten|medien berichten
        berichten medien|das blatt|die zeitung|dem blatt|der zeitung|die agentur|der agentur
        wie berichtet|wurde berichtet|zitiert|laut bericht|das magazin
    """),
    own_work=phrases("""
        dieser zeitung|unserer zeitung|unserer redaktion|unsere redaktion|unser reporter|unser korrespondent
        unserem reporter|dieser redaktion|vor journalisten|auf anfrage|am telefon|der presse
    """),
    taken=phrases("""
        zuerst erschienen|ursprunglich erschienen|erstmals veroffentlicht|mit material von|ubersetzt von
        aus dem englischen|aus dem russischen|im original
    """),
    loud=lexicon(
        "schock* horror* drama* wut wutend* skandal* hammer* krass* irre* wahnsinn* brutal* todes* killer* "
        "albtraum* sensation* knall* zoff* eklat* explodiert* katastroph* bitter* tragod* tragisch* hollen*"
    ),
    passed=phrases("""
        vergangene woche|vergangenen woche|letzte woche|letzten woche|diese woche|dieser woche|jungst|kurzlich
        vor kurzem|in den vergangenen tagen|vergangenen monat|vor tagen|vor einer woche|unlangst|inzwischen
    """),
    fresh=phrases("heute|gestern|morgen|heute morgen|gestern abend|am morgen|in der nacht"),
    digest=phrases("was wir wissen|das wissen wir|im uberblick|was bedeutet|darum|warum|so"),
    calendar=lexicon(
        "montag* dienstag* mittwoch* donnerstag* freitag* samstag* sonnabend* sonntag* januar "
        "februar marz april "
        "mai juni juli august september oktober november dezember uhr"
    ),
    definite=frozenset("der die das den dem des".split()),
    numbers=(
        *numbered(
            "zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn "
            "siebzehn achtzehn neunzehn zwanzig"
        ),
        *numbered("dreissig vierzig funfzig sechzig siebzig achtzig neunzig hundert", 30, 10),
    ),
    scales=(
        ("hundert", 100), ("tausend", 1_000), ("million", 1_000_000), ("millionen", 1_000_000),
        ("mio", 1_000_000), ("milliarde", 1_000_000_000), ("milliarden", 1_000_000_000),
        ("mrd", 1_000_000_000),
    ),
)  # fmt: skip
