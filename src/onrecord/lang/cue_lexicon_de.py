"""German cues by the beginning of a form (participles without "ge"), and what tells whether it was said."""

import re

from onrecord.lang.cue_lexicon import CueLexicon, by_beginning, phrases, spread, words

_VERBS = spread(
    {
        "say": "sag sagt erklär beton mein äußer bemerk ergänz hinzu schreib schrieb kommentier "
        "konstatier nenn nannt bezeichn entgegn antwort begründ frag fragt rief ruf laut unterstr würdig "
        "geäußert gesagt gefragt "
        "genannt geschrieben führ ausgeführt ausführ feststell festgestellt stell klargestellt erinner "
        "schilder beschreib beschrieb formulier verdeutlich erläuter präzisier resümier sprach sprech "
        "gesproch red rief scherz twitter postet poste erwider heißt hieß erzähl spricht angab angegeben "
        "gab gib geb merk anmerk angemerkt fügt füg lob dank begrüß verwies verweis verwiesen hob hervor "
        "weist zusammenfass fass äussert spott witzel",
        "claim": "behaupt beteuer argumentier pocht poch beharr insistier bestand",
        "admit": "verhehl räum eingeräumt einräum gesteh gestand gestanden zugab zugegeben zugeb "
        "bestätig bedauer anerkenn anerkannt erkannt entschuldig bekenn bekannte",
        "deny": "schließ ausschließ dementier bestreit bestritt wies zurückgewiesen zurückwies "
        "zurückweis widersprach widersprech widersproch lehn abgelehnt ablehn verneint vernein leugn "
        "verweiger weiger schloss ausgeschlossen",
        "warn": "warn gewarnt mahn gemahnt prognostizier droh gedroht fürcht befürcht sorg prophezei",
        "believe": "glaub geglaubt geh ging hoff gehofft vermut schätz denk dacht gedacht find fand "
        "erwart rechn gerechnet halt hielt hält überzeugt zweifellos sieh sah sieht wünsch will woll "
        "plan vertrau vertritt",
        "demand": "forder gefordert verlang empfehl empfahl empfohl bat bitt gebet appellier aufgeforder "
        "aufforder aufgerufen plädier dräng vorgeschlag vorschlag schlug schläg beantrag ersuch",
        "promise": "versprach versprech versproch verspr zusag zugesagt zusich zugesichert gelob "
        "garantier bot biet angebot sicher versicher schwor verpflicht",
        "report": "kündig angekündigt ankündig teil mitteil mitgeteilt bekannt verkünd zitier angeblich "
        "bericht meld gemeldet bekanntgab bekanntgegeb bekanntgeb berief "
        "beruf veröffentlich enthüll zeig informier belegt beleg offenbar offengelegt verlaut vermeld "
        "publizier übermittel ergab",
        "accuse": "prang prangert kritisier warf werf wirf vorgeworfen vorwarf vorwerf beklag beschuldig "
        "verurteil rüg "
        "gerügt bezichtig anprang angeprang klag tadel getadelt attackier beschwer monier bemängel",
        "doubt": "zweifel gezweifelt bezweifel anzweifel angezweifelt hinterfrag",
    }
)
_NOUNS = spread(
    {
        "say": "aussage angabe erklärung äußerung worten mitteilung darstellung zufolge gemäß laut",
        "claim": "behauptung beteuerung",
        "admit": "eingeständnis geständnis bestätigung",
        "deny": "dementi ablehnung weigerung",
        "warn": "warnung drohung befürchtung prognose mahnung sorge",
        "believe": "meinung ansicht einschätzung auffassung überzeugung hoffnung erkenntnis vermutung "
        "schätzung",
        "demand": "forderung aufruf appell empfehlung vorschlag bitte",
        "promise": "versprechen zusage zusicherung versicherung",
        "report": "bericht meldung information medienbericht nachricht berufung verweis bezug",
        "accuse": "vorwurf kritik anschuldigung klage",
        "doubt": "zweifel",
    }
)
_PHRASES = phrases(
    {
        "say": (
            "wies darauf hin",
            "wies hin",
            "weist darauf hin",
            "weist hin",
            "wiesen darauf hin",
            "macht deutlich",
            "machte deutlich",
            "machte klar",
            "stellte fest",
            "stellte klar",
            "rief in erinnerung",
        ),
        "report": ("unter berufung auf", "mit verweis auf", "mit bezug auf", "gab bekannt", "geben bekannt"),
        "admit": ("gab zu", "gaben zu", "räumte ein", "erkannte an"),
        "deny": (
            "lehnte ab",
            "weist zurück",
            "weisen zurück",
            "wiesen zurück",
            "wies zurück",
            "schloss aus",
            "wehrte ab",
            "in abrede",
        ),
        "accuse": ("warf vor", "warfen vor", "wirft vor", "werfen vor"),
        "demand": (
            "rief auf",
            "riefen auf",
            "ruft auf",
            "rief dazu auf",
            "schlug vor",
            "schlägt vor",
            "mahnte an",
        ),
        "promise": ("sagte zu", "sagten zu", "sicherte zu", "bot an"),
        "doubt": ("stellte in frage", "zog in zweifel"),
        "believe": ("ging davon aus", "geht davon aus", "gehen davon aus", "ist offen für"),
    }
)
_STEMS = {**_NOUNS, **_VERBS}

GERMAN_CUES = CueLexicon(
    lemmas=by_beginning(_STEMS),
    verbs=_VERBS,
    nouns={word: name for word, name in _NOUNS.items() if word not in _VERBS},
    phrases=_PHRASES,
    raising=words("hat haben hatte hatten wird werden würde will wollte wollten wollen woll plan"),
    negations=words("nicht nie niemals kein keine keiner keinen keinem keinerlei weder ohne nichts nirgends"),
    not_negations=words("nur bloß allein"),
    nobody=words("niemand keiner niemandem"),
    pronouns=words("er sie es wir ich"),
    withheld=words(
        "weigerte weigerten weigert ablehnte lehnte lehnten vermied vermieden versäumte verschwieg"
    ),
    nothing=frozenset(("nichts", word) for word in "über von zu dazu darüber".split()),
    denying=words(
        "bestritt bestreitet bestritten bestreiten dementierte dementiert leugnete leugnet leugnen"
    ),
    future=words("wird werden werde"),
    # "wird erklären", not the passive "wird vorgeworfen", "wird berichtet"
    infinitive=re.compile(
        r"(?:geben|gestehen|gewähren)$|^(?!.*ge\w+en$)"
        r"(?!.*(?:ochen|itten|ohlen|ieben|ichen|oben|boten|iesen|orfen|ommen|worden)$)\w+[enr]n$"
    ),
    modal=words("würde würden könnte könnten hätte hätten wäre wären dürfte müsste sollte sollten möchte"),
    expected=words("will wollen wollte plant planen beabsichtigt"),
    wanted=words("wollte möchte sollte muss müsse"),
    irreal=words("wenn falls sofern sollte"),
    asking=words("frag fragt gefragt hinterfrag"),
    asked=words("ob wer wen wem was wann wo warum wieso weshalb wie welche welcher welches wohin woher nach"),
    inverted=words(
        "hat haben hatte sagt sagte sagten behauptet erklärt habt warum wann wo wieso weshalb wer"
    ),
    doubly={
        "schloss": "believe",
        "ausgeschlossen": "believe",
        "schließ": "believe",
        "ausschließ": "believe",
        "bezweifel": "believe",
        "zweifel": "believe",
        "verhehl": "admit",
    },
    turned=words("hätte sollte"),
)
