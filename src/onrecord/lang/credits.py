"""Words by which an article credits where it comes from, in English, German, Ukrainian and Russian.

Tables for the credits stage: beginnings of credit lines, words around a name, words that are no name.
"""
# ruff: noqa: E501 (tables)

from onrecord.lang.stamps import STAMP_WORDS


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


def _phrases(table: str) -> tuple[str, ...]:
    """Phrases of a table, the longest first."""
    found = {part.strip() for part in table.replace("\n", "|").split("|") if part.strip()}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


# Beginnings of a line or of a part of it; people follow, among them perhaps their outlet.
REPORTING = _phrases("""
additional reporting by|reporting by|reported by|writing by|written by|editing by|edited by|compiled by|contributing
contributing reporting by|contributors|contributor|further reporting by|bericht von|bearbeitet von|redaktionelle bearbeitung
mitarbeit|unter mitarbeit von|redigiert von|подготовил|подготовила|подготовили|підготував|підготувала|підготували
""")
# What follows is a list of outlets and nothing else.
MATERIAL = _phrases("""
with additional reporting by|with additional reporting from|with reporting from|with reporting by|with inputs from
with input from|with agency inputs from|with files from|with material from|with materials from|with information from
with agency inputs|with reports from|with reports by|with contributions from|with contributions by|with writing by
with additional inputs from|with additional material from|with inputs by|inputs from|input from|inputs
using material from|based on material from|based on reporting by|based on reporting from|based on a report by
based on reports by|based on reports from|based on information from|with assistance from|with assistance by|with help from|compiled from|compiled from reports by
with agencies including|material from|files from|combined from|wire reports|from wire reports|from reports by
mit material von der|mit material von|mit material der|mit material des|mit material vom|mit materialien von
mit materialien der|mit informationen von|mit informationen der|mit informationen des|mit informationen vom
unter verwendung von material der|unter verwendung von material von|unter verwendung von material des
unter verwendung von informationen der|unter verwendung von informationen von|mit agenturmaterial von
mit agenturmaterial der|mit agenturmaterial|mit agenturinformationen|mit agenturen|agenturmaterial|auf basis von material der|verwendetes material
mit meldungen von|mit meldungen der|mit beiträgen von|unter mitwirkung von|agenturen|verwendete agenturen
по материалам|по материалам сайта|с использованием материалов|с использованием информации|использованы материалы
на основе материалов|подготовлено по материалам|составлено по материалам|по сообщениям|с использованием сообщений
при участии|при поддержке|при подготовке использованы материалы|при подготовке материала использована информация
при подготовке материала использованы материалы|при подготовке использована информация|источники информации
за матеріалами|за матеріалами сайту|із використанням матеріалів|з використанням матеріалів|використано матеріали
з використанням інформації|із використанням інформації|на основі матеріалів|підготовлено за матеріалами|за участі
за повідомленнями|за участю|під час підготовки використано матеріали|використано інформацію|створено за матеріалами
""")
# The same, but a sentence may begin so: everything after it must be names.
WEAK_MATERIAL = _phrases("""
with|mit|nach angaben von|nach angaben der|по информации|за інформацією|по данным|за даними|wires|agencies|по сообщению|за повідомленням|со ссылкой на|з посиланням на|із посиланням на|unter berufung auf|nach einer meldung der|nach informationen von
""")
SOURCE = _phrases("""
source|sources|via|quelle|quellen|textquelle|nachrichtenquelle|джерело|джерела|источник|источники|источник новости
источник информации|источник текста|джерело інформації|джерело новини|news source|story source|source name|agency
agentur|nachrichtenagentur|агентство|агенція|информагентство|інформагентство|original source|originalquelle
published by|first published by|originally published by|originally published on|republished from|first published on
first published in|originally published in|first published at|originally published at|first appeared in
first appeared on|first appeared at|originally appeared on|originally appeared in|previously published by|re-published from
h/t|hat tip|hat tip to|ht|courtesy of|courtesy|provided by|distributed by|supplied by|syndicated from|syndicated by
reprinted from|reprinted with permission from|reprinted by permission of|reprinted with permission of|reposted from
cross-posted from|crossposted from|cross-posted at|cross-posted on|republished with permission from|translated from
republished with permission of|published with permission of|published courtesy of|reproduced with permission from
reproduced with permission of|by arrangement with|in partnership with|in collaboration with|adapted from
published by arrangement with|content provided by|content by|story by arrangement with|story provided by
press release by|read the original at|read the original on|read the original article at|read the original article on
original article|original|originally from|special to
zuerst erschienen bei|zuerst erschienen in|zuerst erschienen auf|zuerst erschienen im|erstmals veröffentlicht von
zuerst veröffentlicht von|zuerst veröffentlicht bei|zuerst veröffentlicht in|zuerst veröffentlicht auf
erstmals erschienen in|erstmals erschienen bei|erstmals veröffentlicht bei|ursprünglich erschienen bei
ursprünglich erschienen in|ursprünglich erschienen auf|ursprünglich veröffentlicht von|ursprünglich veröffentlicht bei
erstveröffentlichung|erstveröffentlichung in der|erstveröffentlichung in|erstveröffentlichung bei|erstabdruck in|original-content von|originalbeitrag|originalartikel|original erschienen bei|original erschienen in|nachdruck aus
nachdruck aus der|nachdruck aus dem|nachdruck von|übernommen von|übernommen von der|übernommen aus|übernommen aus der
mit freundlicher genehmigung von|mit freundlicher genehmigung der|mit freundlicher genehmigung des
mit freundlicher genehmigung|in kooperation mit|in zusammenarbeit mit|bereitgestellt von|ein beitrag von|aus dem englischen von
оригинал|оригинал статьи|оригинал материала|оригінал|оригінал статті|оригінал матеріалу|оригінал публікації|оригинал публикации|передрук матеріалу з|передрук матеріалу|передрук статті з|перепечатка материала|перепечатка статьи из|передрук|передрук з|передрук із
передруковано з|передруковано із|впервые опубликовано|вперше опубліковано|уперше опубліковано|впервые опубликовано на
впервые опубликовано в|вперше опубліковано на|вперше опубліковано в|вперше опубліковано у|уперше опубліковано на
перепечатка|перепечатка из|перепечатка с|перепечатано из|перепечатано с|перепечатано с сайта|с разрешения|публикуется с разрешения
з дозволу|публікується з дозволу|предоставлено|надано|материал предоставлен|матеріал надано|первоисточник|першоджерело
материал|матеріал|взято с|взято с сайта|взято з|взято із|взято из|специально для|спеціально для|партнерский материал|партнерський матеріал|материал партнера|матеріал партнера
with permission from|with permission of|by permission of|used with permission from|used by permission of|news provided by|материалы|матеріали
aus|from|из|з|syndicated via|distributed via|ein beitrag der|перевод|переклад|новость с сайта|информация предоставлена
""")
# Weak sources: what follows must be known, or named like an outlet.
COLON_ONLY = _words("aus from из з")
# What counts, polls and registers stand beside: data, and no text.
COUNTED = _words(
    "poll polls survey surveys data figures estimates calculations umfrage umfragen daten berechnungen опрос опроса данные опитування дані"
)
WEAK_SOURCE = _words(
    "материалы матеріали aus from из з ht via original material материал матеріал перевод переклад agency агентство агенція agentur"
)
# Here a person may be named as well.
PERSONAL = frozenset((
    "h/t", "hat tip", "hat tip to", "courtesy", "courtesy of", "provided by", "supplied by", "content by", "content provided by",
    "published by", "press release by", "ein beitrag von", "bereitgestellt von", "с разрешения", "з дозволу", "предоставлено",
    "надано", "special to",
))  # fmt: skip
REPORTS = ("reports", "reporting", "staff reports", "dispatches", "wire reports")
UPDATED = (
    "updated", "published", "posted", "last updated", "stand", "aktualisiert", "оновлено", "обновлено", "опубликовано",
    "опубліковано", "veröffentlicht", "modified",
)  # fmt: skip
BYLINE = _phrases(
    "text by|text und foto|text und fotos|text und bild|text and photo|text and photos|words and pictures by|story and photos by|\
text and photos by|текст и фото|текст і фото|текст та фото|фото и текст|фото і текст|фото та текст|by|von|автор|автори|авторы|author|authors|autor|autoren|autorin|text|текст|meldung|bericht|words by|story by|report by|report"
)
NO_BYLINE = _words("text report meldung bericht текст")
FROM = _phrases("from|von|vom|von der|aus|aus der|от|від|from the")

# Words around a name that are not of it: before it, and behind it.
LEADING = _words("""
the a an der die dem den des das von vom bei by from our at on in im auf
agency agencies newspaper newspapers website site magazine outlet broadcaster portal weekly daily blog partner partners
nachrichtenagentur nachrichtenagenturen presseagentur agentur agenturen tageszeitung wochenzeitung zeitung magazin
nachrichtenportal internetportal sender webseite website fachzeitschrift zeitschrift partnerportal
агентства агентство агентств агентством агентствах агентству информагентства информагентство информагентств иа ра
іа nachrichtendienst nachrichtendienstes информационного информационное информационным новостного издания издание издании изданию изданием газеты газета газете
газетой сайта сайт сайте сайту портала портал портале порталу журнала журнал журнале канала канал телеканала телеканал
агенції агенція агенцією агенцій інформагентства інформагентство інформагентств інформаційного інформаційної інформаційне
видання видання виданні газети газеті газетою сайті портали порталі журналі телеканалу каналу інтернет-видання
интернет-издания интернет-издание интернет-издании ресурса ресурсу ресурс ресурсі в на с со из у з із від от по за
news wire service корр кор собкор спецкор
""")
TRAILING = _words(
    "company corporation limited staff feed feeds reports reporting report dispatches gmbh l.p. ltd llc inc wire-reports agency-feed"
)
JOBS = _words("""
writer writers reporter reporters correspondent correspondents staff journalist journalists editor editors columnist
columnists contributor contributors chief bureau desk team producer producers photographer photographers photojournalist
analyst intern fellow director professor president author host anchor
redakteur redakteurin korrespondent korrespondentin korrespondenten reporterin autor autorin chefredakteur volontär
mitarbeiter redaktion redaktionsteam chefredaktion
редактор редакция корреспондент корреспонденты журналист журналистка обозреватель обозревательница автор
кореспондент кореспондентка редакція журналістка оглядач оглядачка власкор собкор спецкор корр кор
""")
# Parts of a credit line that name nobody: "Reuters and agencies", "red/dpa".
GENERIC = _words("""
agencies agency staff wires wire reports others red redaktion agentur agenturen online web news-agencies desk newsroom
other sources media local and other agencies' our own агентства соб инф редакция редакція інші другие та и und eigener bericht
""")
# In brackets before the first words, these are editors' marks.
EDITORIAL = _words("""
update updated updates updating video videos photo photos audio live exclusive opinion analysis correction corrected breaking advertisement
sponsored ad editorial comment commentary explainer factbox infographic poll quiz review interview podcast urgent alert
new read watch listen gallery map graphic archive file premium subscriber plus warning spoiler satire parody recap preview
lead leads adds recasts refile writethru developing roundup wrap pictured corrects repeat repeats op-ed satire
continued top world local sport sports news eng text part
anzeige werbung kommentar bilder fotos eilmeldung aktualisiert korrektur analyse meinung exklusiv eil umfrage
видео фото обновлено дополнено срочно реклама аудио мнение инфографика эксклюзив карта опрос обновляется
відео оновлено доповнено терміново думка інфографіка ексклюзив опитування оновлюється молния блискавка
smi сми змі
""")
# Acronyms that are no outlets: offices, countries, degrees, legal forms, measures.
NO_OUTLETS = _words("""
us usa uk uae eu un ussr gdr brd ddr ceo cfo cto md phd mba mp mps mep pm vp vip dr gmt utc est pst cet faq tv ai it hr pr ipo gdp
who imf nato cia fbi nsa irs doj dhs epa fda cdc faa nasa idf mfa mod pla pkk cdu csu spd fdp afd ok am id ukraine
gop dnc rnc nra aclu who covid hiv dna lgbt ngo ngos eur usd gbp aktie llc ltd inc plc nv ag gmbh kg ev ots pm
сша рф ссср ес нато оон мид мвд фсб сбу всу зсу оп офис мо гру гур мчс дснс сво ато днр лнр мзс мвс ова моз нбу нацбанк
снбо рнбо кму вр гд цб цик цвк дбр набу сапу еу ссо сзч тцк
english german french russian ukrainian spanish italian polish chinese japanese arabic turkish hebrew deutsch
englisch englischer deutscher französisch russisch ukrainisch print full german-language
""") | frozenset(word for word in STAMP_WORDS if len(word) > 2)
NO_OUTLET_WORDS = _words("""
ministry ministries department government council committee commission university institute court police office embassy parliament
foundation bank company authority federation union party army corps administration census survey poll data figures
ministerium bundesministerium behörde polizei universität institut gericht regierung landratsamt stadtverwaltung amt
feuerwehr landesamt bundesamt verein verband rathaus gemeinde staatsanwaltschaft
министерство минобороны минздрав правительство администрация университет полиция прокуратура суд институт росстат
мэрия пресс-служба управление госкомстат комитет департамент
міністерство міноборони моз уряд адміністрація університет поліція прокуратура інститут держстат департамент управління прес-служба
мерія рада комітет офіс держслужба
""")
# Lower-case words within names of places and people.
PARTICLES = _words(
    "of the and der die das de la le les du del della da di do dos van von zu am an im bei in on a i y e el al upon sur ob г м на"
)
COMPOUND = (
    r"(?:press|presse|wire|newswire|news|inform|media|post|times|zeitung|blatt|boten?|kuriers?|anzeigers?|nachrichten|tribune|gazette|rundschau|"
    r"pressedienst|agentur|info|инфо|інфо|пресс|прес|информ|інформ|медиа|медіа|новости|новини|ньюс|телеграф|вестник|вісник)"
)
# A second, small word of Cyrillic names: «Приозёрский вестник» is often written without quotation marks.
SMALL_WORDS = r"(?:вестник|вісник|правд|газет|новост|новин|курьер|кур'єр|лист|телеграф|ведомост|відомост|известия|слов|голос|край|жизн|житт|недел|тижд|время|времен|час|рабоч|хроник|медиа|пресс|прес)\w{0,4}"
# Words of agencies, behind a © in the last lines: others print their own name there.
AGENCY_WORDS = r"\b(?:news ?(?:service|agency|wire)|press (?:agency|service)|newswire|wire(?: service)?|agency|\w*agentur|pressedienst|агентств\w*|агенц\w*|агентц\w*|presswire|content agency)\b|(?:-press|presse?|inform|информ|інформ|пресс|прес)$"

# Names of agencies that are written small.
HOUSES = "dpa|epd|kna|sda|awp|afp|apa|ansa"

# Pictures: their credits are none of the text's.
PICTURE = (
    r"\b(?:captions?|photos?|photographs?|photography|pictured?|pictures|images?|illustrations?|screen ?shots?|screengrab|handout|getty|shutterstock|"
    r"fotos?|archivfotos?|symbolfotos?|symbolbild(?:er)?|archivbild(?:er)?|bildquelle|bildnachweis|bildrechte|bildmaterial|titelbild|"
    r"grafik|grafiken|infografik|graphics?|videos?|footage|camera|cartoon|aufnahme)\b|\b(?:bild|bilder|karte|map)(?::|\s?©|\s?\()|"
    r"\b\w{0,12}фото\w{0,12}\b|\b(?:снимок|снимки|снимке|иллюстраци\w|изображени\w|скриншот\w?|видео|знімок|знімку|ілюстраці\w|зображення|"
    r"скріншот\w?|відео|инфографика|інфографіка)\b"
)

# Sentences about the making of the text, in a short closing or opening line; the name is beside them.
PEOPLE = "writers?|reporters?|correspondents?|staff|journalists?|editors?|photographers?|producers?"
CONTRIBUTED = (
    r"\bcontributed\b(?: (?:additional |further )?reporting\b|\s(?:to|from|in)\s(?:this|the|our)\s(?:\w+\s)?"
    r"(?:report|story|article|dispatch|post|piece|column|reporting|coverage)s?\b|\s(?:from|in)\s[\w ,.]{2,60}$|\.?$)",
    r"\breported from [\w ,]{2,60}(?:\.|$)",
    r"\b(?:hat|haben) (?:zu diesem|an diesem) (?:bericht|text|artikel|beitrag) (?:beigetragen|mitgearbeitet|mitgewirkt)\b",
    r"\ban diesem (?:bericht|text|artikel|beitrag)\b.{0,10}\b(?:hat|haben)\b.{0,120}\b(?:mitgearbeitet|mitgewirkt)\b",
    r"\bтакже участвовал\w*\b.{0,40}\b(?:подготовке|работе)\b",
    r"\b(?:участвовал|помогал|работал)\w*\b.{0,40}\b(?:подготовке|работе|над)\b",
    r"\b(?:долучи|допомага|працюва)\w*\b.{0,40}\b(?:підготовки|роботи|над|до|у)\b",
)
_TEXT_EN = r"(?:article|story|report|post|text|piece|version|interview|analysis|commentary|essay|column|dispatch|news|content|item|op-ed|excerpt)"
_TEXT_DE = r"(?:artikel|beitrag|text|bericht|interview|meldung|nachricht|inhalt|kommentar|essay|reportage|gastbeitrag|analyse)"
_TEXT_RU = r"(?:статья|материал|текст|публикация|новость|сообщение|запись|интервью|заметка|колонка|перевод)"
_TEXT_UK = r"(?:стаття|матеріал|текст|публікація|новина|повідомлення|запис|інтерв'ю|інтерв’ю|замітка|колонка|переклад|допис)"
# "{name}" stands for the name; what is about it is certain enough for a name that no table has.
NOTES = (
    r"\b(?:first|originally|previously)\s(?:been\s)?(?:published|appeared|posted|ran|run|printed|released|aired)"
    r"(?:\sonline)?(?:\s(?:last|this)\s\w+)?\s(?:by|on|in|at|with)\s(?:[\w ,]{0,40}?\b(?:issue|edition|website|site|blog|pages)\sof\s)?{name}",
    r"\b(?:published|appeared|posted|ran|printed)\s(?:first|originally)\s(?:by|on|in|at|with)\s{name}",
    r"\bwhere\s(?:this|the)\s" + _TEXT_EN + r"\s(?:was\s)?(?:first|originally)\b",
    r"\b" + _TEXT_EN + r"\b.{0,160}?\b(?:re-?published|reprinted|reposted|reproduced|syndicated|cross-?posted|excerpted|adapted|translated)"
    r"(?:\shere)?(?:\s(?:in full|online))?(?:,?\s(?:(?:with|by)\s(?:the\s)?(?:kind\s)?permission(?:\s(?:of|from|by))?|under (?:a |an )?(?:[\w-]{1,20}\s){0,3}licen[cs]e))?"
    r"(?:\s(?:by|on|in|at|from|with|courtesy of))?\s{name}",
    r"\b(?:re-?published|reprinted|reposted|reproduced|syndicated|published)\s(?:here\s)?(?:with|by)\s(?:the\s)?(?:kind\s)?permission\s(?:of|from)\s{name}",
    r"\bthis\s(?:\w+\s)?" + _TEXT_EN + r"\b.{0,80}?\b(?:was|is|has been|were)\s(?:\w+\s)?(?:published|produced|provided|supplied|distributed|prepared|generated|sourced|created|made available|licensed|taken)"
    r"(?:\s(?:by|on|in|at|from|through|via|with|courtesy of|in partnership with|in collaboration with|in cooperation with))\s{name}",
    r"\b(?:published|produced|printed|shared)\s(?:here\s)?(?:in\s(?:partnership|collaboration|cooperation)\swith|as part of\s.{1,60}?\swith|courtesy of|by arrangement with)\s{name}",
    r"\bfrom\s(?:a|an|the)\s{name}\s(?:feed|wire|news feed|news wire|agency feed|syndicated feed|dispatch|report)\b",
    r"\b(?:story|report|article|piece|content)\scomes?\s(?:to\syou\s)?(?:from|courtesy of)\s(?:our\s(?:friends|partners?|colleagues)\sat\s)?{name}",
    r"\bused\s(?:with|by)\s(?:the\s)?permission\s(?:of|from)\s{name}",
    r"\bdistributed\s(?:by|through|via)\s{name}",
    r"\bthis\s(?:report|story|article)\sby\s{name}\s(?:was\s)?(?:first\s)?(?:published|appeared)\b",
    r"\bread\sthe\s(?:original|full|complete)(?:\s" + _TEXT_EN + r")?(?:\shere)?\s(?:at|on|in|from)\s{name}",
    r"\bthis\s" + _TEXT_EN + r"\s(?:includes|contains|uses|incorporates|draws on|is based on)\s(?:reporting|material|materials|information|reports?|content|files)\s(?:from|by)\s{name}",
    r"\b(?:information|material|materials|reporting|reports?|content)\s(?:from|by)\s{name}\s(?:was|were|is|are|has been)\s(?:also\s)?(?:used|included|contained)\b",
    r"\b(?:story|article|report|text|content)\s(?:is\s)?courtesy(?:\sof)?\s{name}",
    r"^\W{0,3}with\s{name}\s(?:agency\s)?(?:inputs?|reports?|reporting|material|files|feeds?|information)\b",
    # German
    r"^\W{0,3}mit\s{name}[-\s](?:agentur)?(?:material|informationen|meldung\w*)\b",
    r"\b(?:zuerst|erstmals|ursprünglich|zunächst|bereits)\s(?:online\s)?(?:am\s[\w. ]{1,30}\s)?(?:bei|auf|in|im|von|vom|durch)\s(?:der\s|dem\s|den\s)?{name}",
    r"\b" + _TEXT_DE + r"\b.{0,160}?\b(?:erschien|erschienen|veröffentlicht|abgedruckt|publiziert)\b.{0,40}?\b(?:bei|auf|in|im|von|vom)\s(?:der\s|dem\s|den\s)?{name}",
    r"^(?:erschien|erschienen|veröffentlicht)\b.{0,40}?\b(?:bei|auf|in|im|von|vom)\s(?:der\s|dem\s|den\s)?{name}",
    r"\bmit\s(?:freundlicher|ausdrücklicher)\s(?:genehmigung|erlaubnis)\s(?:der|des|von|vom|durch)\s{name}",
    r"\bdies(?:e|er|es|em|en)?\s(?:ist\s(?:ein|eine)\s)?(?:\w+\s){0,3}?" + _TEXT_DE + r"\b.{0,80}?\b(?:stammt|übernommen|übermittelt|bereitgestellt|geliefert|teil|wurde|ist|entstand|entnommen|automatisch|eingespielt\w*)\b.{0,80}?\b"
    r"(?:der|des|von|vom|durch|aus|bei|mit)\s{name}",
    r"\b(?:übernommen|nachgedruckt|nachdruck|entnommen|übermittelt|bereitgestellt)\s(?:von|vom|aus|durch)\s{name}",
    r"\boriginal(?:artikel|beitrag|text)\s(?:bei|auf|in|im)\s{name}",
    # Russian and Ukrainian
    r"\b" + _TEXT_RU + r"\b.{0,160}?\b(?:опубликован\w*|выш\w{2,3}|появил\w*|напечатан\w*|размещ\w*|перепечатан\w*|взят\w*|предоставлен\w*|подготовлен\w*|переведен\w*|публикуется)\b"
    r"(?:\s(?:впервые|сначала|первоначально|совместно|изначально))?(?:\s(?:на|в|во|у|с|со|из|по|для|агентством))?(?:\s(?:разрешения|материалам|согласия))?\s{name}",
    r"\b(?:впервые|первоначально|изначально|сначала)\s(?:был[аои]?\s)?(?:опубликован\w*|выш\w{2,3}|появил\w*|размещ\w*|напечатан\w*)?\s?(?:на|в|во|у)\s{name}",
    r"\b(?:использован\w*|использовал\w*)\s(?:материал\w*|информаци\w|сообщени\w|данные)\s{name}",
    r"\b(?:впервые|первоначально|сначала)\sопубликовал\w*\s{name}",
    r"\b(?:новость|материал|текст|статью|информацию)\s(?:предоставил\w*|подготовил\w*)\s(?:агентство|издание|газета|редакция)\s{name}",
    r"\b(?:вперше|уперше|спершу|спочатку)\s(?:опублікува|надрукува|оприлюдни)\w+\s{name}",
    r"\b(?:новину|матеріал|текст|статтю|інформацію)\s(?:нада|підготува)\w+\s(?:агентство|агенція|видання|газета|редакція)\s{name}",
    r"\b(?:перепечат\w+|публикуется|печатается)\s(?:из|с|со|по)\s(?:разрешения\s)?{name}",
    r"\b" + _TEXT_UK + r"\b.{0,160}?\b(?:опублікован\w*|вийшл?[аоив]?|вийшов|з['’]явил\w*|з['’]явився|розміщен\w*|надрукован\w*|оприлюднен\w*|передрукован\w*|взят\w*|надан\w*|підготовлен\w*|перекладен\w*|публікується)\b"
    r"(?:\s(?:вперше|уперше|спершу|спочатку|спільно|первісно))?(?:\s(?:на|в|у|з|із|зі|за|для|агентством))?(?:\s(?:дозволу|матеріалами|згоди))?\s{name}",
    r"\b(?:вперше|уперше|спершу|спочатку)\s(?:було\s|була\s|був\s)?(?:опублікован\w*|вийшл?[аоив]?|вийшов|з['’]явил\w*|з['’]явився|розміщен\w*|надрукован\w*|оприлюднен\w*)?\s?(?:на|в|у)\s{name}",
    r"\b(?:використан\w*)\s(?:матеріал\w*|інформаці\w|повідомлен\w*|дані)\s{name}",
    r"\b(?:передрук\w*|публікується|друкується)\s(?:з|із|зі|за)\s(?:дозволу\s)?{name}",
)  # fmt: skip
# "this Norwire article": whose text it is, in a note of the outlet about it.
THIS_TEXT = r"\bthis\s(?:original\s)?{name}\s(?:article|story|report|dispatch|text|piece)\b"
COPYRIGHT = r"(?:©|\(c\)|\bcopyright\b:?|\bc\.(?=\d{4}))\s{0,2}(?:©\s?|\(c\)\s)?(?:by\s)?(?:\d{4}(?:[-–]\d{2,4})?,?\s)?(?:by\s|the\s|bei\s)?"
