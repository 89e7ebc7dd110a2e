"""German words of source phrases. See party_words.py."""
# ruff: noqa: E501 (lists of words)

import re

from onrecord.lang.party_words import PartyWords, Table, either, table, words

_HEADS = table(
    {
        "bare": "opposition* behörden seite seiten führung kreise kreisen umfeld lager stellen regierungskreise* apparat",
        "saying": "medienbericht* bericht berichte berichten pressebericht* gerücht* meldungen presseinformation* spekulation* hörensagen",
        "unnamed": "medien medium quelle* insider* beamte* beamter beamtin* experte* expertin* beobachter* kritiker* analyst* analystin* zeuge* zeugin* augenzeuge* "
        "diplomat* gewährsmann* gewährsleute* informant* gesprächspartner* vertraute* eingeweihte* anwohner* bewohner* kenner* "
        "mitarbeiter* ökonom* händler* abgeordnete* demonstrant* aktivist* soldat* rebell* anhänger* gegner* betroffene* "
        "beteiligte* fachleute* fachmann* bekannte* nachbar* augenzeugin* funktionär* leute* personen person mann frau männer* frauen "
        "mensch menschen einwohner* passant* landwirt* bauer bauern unternehmer* forscher* wissenschaftler* historiker* berater* beraterin* "
        "militärs webseite* internetseite* blogger* nutzer* einige mehrere viele andere",
        "outlet": "zeitung* blatt agentur* nachrichtenagentur* magazin* sender* portal* rundfunk* zeitschrift* tageszeitung* wochenzeitung* fernsehsender* "
        "wochenblatt* radio",
        "document": "veröffentlichung* resolution* prognose* ermittlung* erhebung* berechnung* messung* ergebnis* bilanz* studie* dokument* erklärung* brief briefe* mitteilung* pressemitteilung* umfrage* gutachten* urteil* gesetz* protokoll* statistik* "
        "aussendung* vermerk* bekanntmachung* schreiben verfassung* vertrag* abkommen* buch artikel* beitrag* akten* klage anklage* beschluss* "
        "communiqué* kommuniqué* daten auswertung* untersuchung* jahresbericht* abschlussbericht* lagebericht* polizeibericht*",
        "office": "präsident* kanzler* minister* sprecher* chef* vorsitzende* botschafter* gesandte* generalsekretär* gouverneur* bürgermeister* general "
        "direktor* leiter* richter* staatsanwalt* anwalt anwältin* sekretär* senator* könig* machthaber* beauftragte* kommissar* kommandeur* "
        "kommandant* bischof* papst* kardinal* patriarch* premier premiers oberhaupt* landrat* landrätin* unterhändler* trainer* geschäftsführer* "
        "intendant* rektor* präfekt* admiral* staatschef* regierungschef* stellvertreter* amtsleiter* inspekteur* präsidentin* kandidat* autor* "
        "verteidiger* oberbürgermeister* ministerpräsident* premierminister*",
        "people": "rettungskräfte* einsatzkräfte* sicherheitskräfte* betreiber* helfer* verantwortliche* teilnehmer* bürger* arbeiter* fahrer* schüler* student* lehrer* arzt ärzte* ärztin* polizist* opfer* familie* eltern publikum menge gruppe* "
        "verletzte* wähler* migrant* flüchtling* gefangene* verdächtige* angeklagte* journalist* reporter* redakteur* korrespondent* verkäufer* kellner* wirt* gast gäste* "
        "junge mädchen kinder pilot* schaffner* jäger* fischer* vertreter*",
        "body": "behörde* fernsehen* mission* komitee* grünen bundeswehr* marine* luftwaffe* krankenhaus* klinik* flughafen* bahn bundesbank* börse* union* linke linken pressestelle* regierung* ministerium* ministerien* polizei* partei* verband* verbände* gericht* gewerkschaft* firma firmen* unternehmen* konzern* bank* kommission* "
        "rat rats parlament* bundestag* senat* armee* militär* amt amtes ämter* organisation* institut* universität* botschaft* stadt* land landes staat* "
        "fraktion* koalition* kirche* verein* bündnis* ausschuss* verwaltung* zentrale* dienst* geheimdienst* staatsanwaltschaft* "
        "delegation* palast* präsidialamt* kabinett* akademie* stiftung* behördenleitung* feuerwehr* zentrum* werk* fakultät* hochschule* museum*",
    }
)

_NOT_NAMED = (
    r"(?:unter |auf )(?:der )?(?:Bedingung|Zusage|Zusicherung|Wahrung|Bedingungen) (?:der |von |ihrer |seiner )?Anonymität|unter (?:dem )?Schutz der Anonymität|"
    r"(?:der|die|das|und|aber|,) ?(?:[^\W\d]+ ){0,3}(?:anonym|ungenannt|namentlich nicht|nicht (?:namentlich )?(?:genannt|zitiert)|unerkannt) (?:bleiben|genannt|zitiert|werden)?\s?(?:werden )?(?:woll\w+|möcht\w+|bleib\w+|bat\w*)|"
    r"(?:der|die) (?:seinen|ihren) Namen nicht (?:genannt|veröffentlicht) (?:haben|sehen|wissen) woll\w+|"
    r"(?:bat|baten) (?:um|darum,?) (?:Anonymität|nicht genannt zu werden|anonym zu bleiben)|namentlich nicht genannt\w*|(?:wollte|wollten|möchte|möchten) (?:anonym|ungenannt) bleiben|"
    r"nicht (?:namentlich )?genannt werden (?:woll\w+|möcht\w+)|anonym bleiben (?:woll\w+|möcht\w+)"
)

WORDS = PartyWords(
    definite=words(
        "der die das dem den des dieser diese dieses diesen diesem jener jene sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren unser unsere "
        "derselbe selbiger"
    ),
    indefinite=words(
        "ein eine einer eines einem einen einige einiger einigen manche mancher andere anderer weitere weiterer weiterem "
        "ungenannte ungenannter anonyme anonymer irgendein"
    ),
    numbers=words(
        "ein eine einer eines einem einen zwei zweier drei dreier vier fünf sechs sieben acht neun zehn elf zwölf dutzend dutzende mehrere mehreren mehrerer viele vielen vieler wenige "
        "einige einiger einigen hunderte tausende zahlreiche zahlreichen zahlreicher verschiedene verschiedenen beide beiden alle allen manche keiner keine paar"
    ),
    one=words("ein eine einer eines einem einen keiner keine"),
    about=words("etwa rund mindestens über fast knapp mehr als nur auch sogar ungefähr von den der dieser"),
    plural_signs=words(
        "zwei zweier drei dreier vier fünf sechs sieben acht neun zehn elf zwölf dutzend dutzende mehrere mehreren mehrerer viele vielen vieler wenige einige einiger einigen "
        "hunderte tausende zahlreiche zahlreichen verschiedene verschiedenen beide beiden alle allen manche"
    ),
    pronouns=table(
        {
            "m": "er ihm ihn",
            "e": "sie ihr",
            "n": "es dieses",
            "p": "ihnen diese beide letztere",
            "1": "ich wir mir mich uns",
            "2": "du ihr_alle",
            "r": "der die das welcher welche welches dem denen",
            "d": "dieser jener",
        }
    ),
    reflexives=words("selbst selber auch allein beide alle"),
    breaks=words(
        "in im aus von vom des bei beim mit für gegen über unter auf an am zu zum zur um nach vor seit während wegen zwischen hinter neben "
        "der die das den dem eines einer dessen deren welche welcher welches namens sowie als wie die_zeit"
    ),
    links=words("von van de der den zu zum zur ten el al bin di da du la le vom und für"),
    joins=words("und oder sowie"),
    partitives=words("von der dieser seiner ihrer unter"),
    heads=_HEADS,
    genders=Table(),
    honorifics={"herr": "m", "herrn": "m", "frau": "f", "dr": "", "prof": "", "professor": "m", "professorin": "f"},
    near=either(
        [
            r"(?:mit|in|über) (?:[^\W\d]+ ){1,4}(?:vertraut|befasst|betraut|eingeweiht|informiert|beteiligt)\w*|(?:dem|der|den|ihm|ihr) (?:[^\W\d]+ ){0,3}nahe ?(?:stehend\w*|steh\w+)|"
            r"(?:aus|in|im) (?:der |dem |den )?(?:[^\W\d]+ ){0,3}(?:Umfeld|Umgebung|Umkreis)|(?:in|im|aus) (?:der |dem |den )?(?:Umfeld|Umgebung|Nähe)|"
            r"(?:die|der|das) (?:mit|an|in) (?:[^\W\d]+ ){1,5}(?:vertraut|beteiligt|eingeweiht|befasst)\w* (?:sind|ist|war|waren)|mit (?:direkter |genauer )?Kenntnis"
        ]
    ),
    hides=either([_NOT_NAMED]),
    relays=either([r"angeblich|vorgeblich|dem Vernehmen nach|gerüchteweise|es hei(?:ß|ss)t|es hie(?:ß|ss)|(?:Berichten|Medienberichten|Gerüchten|Presseberichten) zufolge|soll(?:en)?"]),
    heard=either([r"(?:hat|habe|haben|hatte|hatten) (?:[^\W\d]+ ){0,4}gehört|hörte|hörten"]),
    public=either([r"bekräftigt\w*|wiederholt\w*|verkünde\w+|kündigte\w*|gab\w* bekannt|öffentlich"]),
    uttered=either([r"dank\w+|lobt\w*|begrüßt\w*|forder\w+|verlang\w+|bestritt\w*|bestreit\w+|dementier\w+|wies\w*|bat\w*|rief\w*|sagte\w*|versprach\w*|appellier\w+|glaub\w+|hoff\w+|geh\w+|ging\w*|rechne\w+|zweifel\w+|befürcht\w+|vermut\w+|erwart\w+|hält|hielt|halten|nann\w+|nenn\w+|lehn\w+|weis\w+|äußer\w+"]),
    views=either([r"Ansicht|Meinung|Auffassung|Sicht|Überzeugung|Einschätzung|Augen|Erachtens"]),
    own=re.compile(r"(?!)"),
    at=words(""),
    reporting=either([r"berichte\w*|melde\w*|schreib\w*|zitier\w*"]),
    tellings=re.compile(
        r"([^\W\d]*?)(?:angaben?|aussagen?|meinung(?:en)?|ansicht(?:en)?|auffassung(?:en)?|einschätzung(?:en)?|worten?|informationen|schätzung(?:en)?)$"
    ),
    asks=either([r"frag\w+|wollte wissen"]),
    state_media=either([r"(?:staatliche|amtliche)\w* (?:Medien|Fernsehen|Rundfunk|Nachrichtenagentur|Agentur)|Staats(?:medien|fernsehen|funk)"]),
    they_say=either([r"man sagt|man hört|es wird (?:erzählt|gemunkelt|kolportiert)|munkelt man|gemunkelt"]),
    things=re.compile(r"(?:ung|heit|keit|schaft|tion|tät|ment|tum|nis)$"),
    makers=words("von durch der des aus"),
    named_as=either([r"namens|mit Namen|genannt|mit dem Namen|der sich|die sich"]),
    age=either([r"\d{1,3}-?[Jj]ährige[rnm]?"]),
    nouns_capital=True,
    suffixes=True,
    head_first=True,
    not_names=words("montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"),
    plural_cue=either([r"[^\W\d]+(?:ten|ben|den|sen|hen|len)|geben|haben|sagen|gaben|riefen|hatten|sind|seien|wiesen"]),
)  # fmt: skip
