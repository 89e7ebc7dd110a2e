"""Cue tables for German without its tagger: words of reporting by form, since nothing parses it here.

Class words are those of `onrecord.data.CueClass`. Forms are listed, not stemmed: a form that is
missing costs recall, a stem that reaches too far would make nonsense.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PlainCues:
    """One language's cues. All keys are lower case.

    `verbs`: finite forms; `prefixes`: phrases before a source ("laut"); `openers`: prefixes that
    need one of `telling` nouns after them ("nach Angaben"); `postpositions` stand after it
    ("zufolge"); `citing` introduce the cited party; `that` opens a content clause; `particles`
    close a separable verb; `stops` end a source after the cue; `not_source` never begins one.
    `unnamed` and `relayed` are beginnings of words that describe a source without a name.
    """

    verbs: dict[str, str]
    prefixes: dict[str, str]
    openers: frozenset[str]
    telling: tuple[str, ...]
    postpositions: frozenset[str]
    citing: tuple[str, ...]
    that: frozenset[str]
    particles: frozenset[str]
    stops: frozenset[str]
    not_source: frozenset[str]
    pronouns: frozenset[str]
    unnamed: tuple[str, ...]
    relayed: tuple[str, ...]
    # "hat ... erklärt": auxiliaries, and the participles that end their piece.
    auxiliaries: frozenset[str] = frozenset()
    participles: dict[str, str] = field(default_factory=dict)
    # "wie X mitteilte"; "По её словам": what may stand between "по" and "словам".
    as_words: frozenset[str] = frozenset()
    possessives: dict[str, frozenset[str]] = field(default_factory=dict)
    # Words that may open a sentence before its subject.
    leading: frozenset[str] = frozenset()
    # Verb forms that by themselves mark what somebody else says ("sei", "habe").
    moods: frozenset[str] = frozenset()


def _verbs(classes: dict[str, str]) -> dict[str, str]:
    return {word: name for name, words in classes.items() for word in words.split()}


_GERMAN = PlainCues(
    verbs=_verbs(
        {
            "say": "sagte sagt sagten sagen erklärte erklärt erklärten erklären betonte betont betonten "
            "meinte meint meinten äußerte äußerten bemerkte ergänzte ergänzten fügte schrieb schreibt "
            "schrieben schreiben kommentierte konstatierte nannte nannten nennt bezeichnete bezeichneten "
            "bezeichnet entgegnete antwortete begründete begründeten fragte rief riefen lautete "
            "versicherte versicherten unterstrich würdigte kündigte kündigten verkündete verkündeten "
            "teilte teilten gab gaben gibt führte",
            "claim": "behauptete behauptet behaupteten beteuerte argumentierte argumentiert",
            "admit": "räumte räumten gestand bestätigte bestätigt bestätigten",
            "deny": "dementierte dementierten bestritt bestritten bestreitet wies widersprach lehnte lehnten",
            "warn": "warnte warnt warnten mahnte mahnten prognostizierte",
            "believe": "geht gehen ging gingen glaubt glaubte hofft hoffte hoffen "
            " vermutet vermutete vermuten befürchtet befürchten "
            "befürchtete schätzt schätzte schätzen denkt",
            "demand": "forderte fordert forderten fordern verlangte verlangt verlangten empfahl",
            "promise": "versprach versprachen",
            "report": "berichtete berichtet berichteten berichten meldete meldet meldeten melden "
            "mitteilte mitteilten bekanntgab berief",
            "accuse": "kritisierte kritisiert kritisierten warf warfen wirft beklagte",
        }
    ),
    prefixes={"laut": "say", "gemäß": "say"},
    openers=frozenset({"nach"}),
    telling=(
        "angabe",
        "aussage",
        "bericht",
        "ansicht",
        "meinung",
        "einschätzung",
        "information",
        "darstellung",
        "auffassung",
        "worten",
        "erkenntnis",
        "schätzung",
        "medienbericht",
        "presseinformation",
        "meldung",
        "mitteilung",
        "überzeugung",
    ),
    postpositions=frozenset({"zufolge"}),
    citing=("unter berufung auf", "mit verweis auf", "mit bezug auf"),
    that=frozenset({"dass", "daß", "ob"}),
    particles=frozenset(
        {"mit", "an", "bekannt", "hinzu", "aus", "ein", "fest", "vor", "zurück", "ab", "auf", "zu"}
    ),
    stops=frozenset(
        "am im in an auf bei nach vor gegenüber während gestern heute zudem außerdem auch weiter "
        "jedoch aber dazu dagegen hingegen ferner seine ihre seinen ihren ihm ihr es sich die_zeit "
        "mit nicht bereits zu zum zur dahingehend daraufhin anschließend schließlich".split()
    ),
    not_source=frozenset(
        "am im in an auf bei nach vor während gestern heute zudem außerdem auch weiter jedoch aber "
        "dazu dann dort so ferner wie als wenn weil dagegen hingegen zuvor später bereits unter "
        "mit für gegen zum zur über durch aus seit bis trotz wegen da doch und oder denn daraufhin "
        "anschließend schließlich inzwischen dabei damit darin darauf es dies das_heißt weiterhin "
        "gleichzeitig ursprünglich allerdings zusätzlich".split()
    ),
    pronouns=frozenset({"er", "sie", "es", "diese", "dieser", "wir", "ich"}),
    unnamed=(
        "quelle",
        "beamte",
        "experte",
        "insider",
        "beobachter",
        "kritiker",
        "zeuge",
        "augenzeuge",
        "analyst",
    ),
    relayed=("medienbericht", "bericht", "presseinformation", "meldung", "gerücht"),
    auxiliaries=frozenset("hat haben hatte hatten habe".split()),
    participles=_verbs(
        {
            "say": "gesagt erklärt betont geäußert angekündigt mitgeteilt bekanntgegeben hinzugefügt "
            "geschrieben ausgeführt versichert verkündet festgestellt klargestellt",
            "claim": "behauptet beteuert",
            "admit": "eingeräumt bestätigt zugegeben gestanden",
            "deny": "dementiert bestritten zurückgewiesen abgelehnt widersprochen",
            "warn": "gewarnt gemahnt",
            "demand": "gefordert verlangt empfohlen vorgeschlagen",
            "promise": "versprochen zugesagt zugesichert",
            "report": "berichtet gemeldet",
            "accuse": "kritisiert vorgeworfen beklagt",
        }
    ),
    as_words=frozenset({"wie"}),
    moods=frozenset(
        "sei seien habe werde könne müsse solle dürfe wolle möge gebe gehe stehe komme bleibe liege lasse "
        "halte sehe wisse bestehe gelte finde nehme bringe brauche mache handele handle hätte hätten wäre "
        "wären müssten könnten sollten dürften".split()
    ),
)

PLAIN_CUES: dict[str, PlainCues] = {"de": _GERMAN}
