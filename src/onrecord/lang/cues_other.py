"""Cue tables for German, Ukrainian and Russian: words of reporting by form, since nothing parses these here.

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

_UKRAINIAN = PlainCues(
    verbs=_verbs(
        {
            "say": "сказав сказала сказали каже кажуть говорить говорять заявив заявила заявили заявляє "
            "зазначив зазначила зазначили зазначає наголосив наголосила наголосили підкреслив підкреслила "
            "додав додала додали пояснив пояснила пояснили розповів розповіла розповіли нагадав нагадала "
            "відповів відповіла вважав прокоментував прокоментувала оголосив оголосила уточнив уточнила "
            "висловив",
            "claim": "стверджує стверджують стверджував стверджувала запевнив запевнила",
            "admit": "визнав визнала визнали підтвердив підтвердила підтвердили",
            "deny": "заперечив заперечила заперечили заперечує спростував спростувала",
            "warn": "попередив попередила попередили застеріг",
            "believe": "вважає вважають переконаний переконана сподівається сумнівається",
            "demand": "вимагає вимагають закликав закликала закликали",
            "promise": "пообіцяв пообіцяла",
            "report": "повідомляє повідомляють повідомив повідомила повідомили повідомило пише пишуть "
            "передає передають написав написала писав писала писало писали опублікував інформує",
            "accuse": "звинуватив звинуватила звинуватили",
        }
    ),
    prefixes={
        "за словами": "say",
        "за даними": "report",
        "за інформацією": "report",
        "згідно з": "report",
        "на думку": "believe",
        "на переконання": "believe",
        "як повідомляє": "report",
        "як повідомив": "report",
        "як повідомили": "report",
        "як пише": "report",
        "як передає": "report",
        "як зазначив": "say",
        "як заявив": "say",
    },
    openers=frozenset(),
    telling=(),
    postpositions=frozenset(),
    citing=("із посиланням на", "з посиланням на", "посилаючись на"),
    that=frozenset({"що", "чи"}),
    particles=frozenset(),
    stops=frozenset("в у на під час після до журналістам з із про для за вчора сьогодні також".split()),
    not_source=frozenset(
        "в у на під після до за з із але і й та також тоді однак проте якщо коли як це".split()
    ),
    pronouns=frozenset({"він", "вона", "вони", "воно", "я", "ми", "його", "її", "їхніми", "їхню"}),
    possessives={"за": frozenset({"словами", "даними"}), "на": frozenset({"думку"})},
    leading=frozenset("раніше вчора сьогодні напередодні водночас також".split()),
    unnamed=("джерел", "співрозмовник", "чиновник", "посадов", "експерт", "аналітик", "очевид"),
    relayed=("змі", "медіа", "повідомлен", "чутк"),
)

_RUSSIAN = PlainCues(
    verbs=_verbs(
        {
            "say": "сказал сказала сказали говорит говорят заявил заявила заявили заявляет отметил "
            "отметила отметили отмечает подчеркнул подчеркнула подчеркнули добавил добавила добавили "
            "пояснил пояснила пояснили рассказал рассказала рассказали напомнил напомнила ответил "
            "ответила объявил объявила уточнил уточнила прокомментировал прокомментировала",
            "claim": "утверждает утверждают утверждал утверждала заверил заверила",
            "admit": "признал признала признали подтвердил подтвердила подтвердили",
            "deny": "опроверг опровергла опровергли отрицает отрицал отрицают",
            "warn": "предупредил предупредила предупредили предостерег",
            "believe": "считает считают уверен уверена надеется сомневается полагает полагают",
            "demand": "требует требуют потребовал призвал призвала призвали",
            "promise": "пообещал пообещала обещает",
            "report": "сообщает сообщают сообщил сообщила сообщили сообщило пишет пишут "
            "писал писала писало писали передает передаёт "
            "передают написал написала информирует",
            "accuse": "обвинил обвинила обвинили",
        }
    ),
    prefixes={
        "по словам": "say",
        "по данным": "report",
        "по информации": "report",
        "по сообщению": "report",
        "согласно": "report",
        "по мнению": "believe",
        "как сообщает": "report",
        "как сообщил": "report",
        "как сообщили": "report",
        "как пишет": "report",
        "как передает": "report",
        "как отметил": "say",
        "как заявил": "say",
    },
    openers=frozenset(),
    telling=(),
    postpositions=frozenset(),
    citing=("со ссылкой на", "ссылаясь на"),
    that=frozenset({"что", "ли"}),
    particles=frozenset(),
    stops=frozenset("в на во после до журналистам с со о об для за вчера сегодня также ранее".split()),
    not_source=frozenset(
        "в во на после до за с со но и а также тогда однако если когда как это ранее".split()
    ),
    pronouns=frozenset({"он", "она", "они", "оно", "я", "мы", "его", "её", "ее", "их"}),
    possessives={"по": frozenset({"словам", "данным", "мнению"})},
    leading=frozenset("ранее вчера сегодня накануне также".split()),
    unnamed=("источник", "собеседник", "чиновник", "эксперт", "аналитик", "очевид"),
    relayed=("сми", "сообщени", "слух"),
)

PLAIN_CUES: dict[str, PlainCues] = {"de": _GERMAN, "uk": _UKRAINIAN, "ru": _RUSSIAN}
