"""The world's news agencies and big outlets, with their names in English, German, Ukrainian and Russian.

A general table, not complete: an outlet that is missing is still found by form (a dateline, a sign-off).
Names are looked up whole (onrecord.lang.agencies). Short forms that are also common words ("Time",
"Die Zeit", "The Sun") are left out or kept only with their article.
"""
# ruff: noqa: E501 (one outlet a line)

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownOutlet:
    """One agency or outlet: its usual name, `agency` or not, ISO country, domains, other names."""

    name: str
    agency: bool
    country: str
    domains: tuple[str, ...]
    names: tuple[str, ...]


def _rows(table: str, agency: bool) -> tuple[KnownOutlet, ...]:
    """Read lines of "name | country | domains | other names"; lists are separated by commas."""
    rows = []
    for line in table.strip().splitlines():
        name, country, domains, names = (cell.strip() for cell in line.split("|"))
        rows.append(KnownOutlet(name, agency, country, _list(domains), (name, *_list(names))))
    return tuple(rows)


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(",") if part.strip())


_AGENCIES = """
Reuters | GB | reuters.com | Thomson Reuters, Reuters news agency, Рейтер, Ройтерс, Рейтерс, агентство Reuters
AP | US | apnews.com, ap.org | Associated Press, The Associated Press, Ассошиэйтед Пресс, Ассошіейтед Прес
AFP | FR | afp.com | Agence France-Presse, Agence France Presse, Франс Пресс, Франс Прес, АФП
dpa | DE | dpa.com, dpa-international.com | Deutsche Presse-Agentur, Deutschen Presse-Agentur, dpa-AFX, ДПА, German Press Agency
UPI | US | upi.com | United Press International
Bloomberg | US | bloomberg.com | Bloomberg News, Блумберг
PA Media | GB | pamediagroup.com, pa.media | Press Association, PA news agency
APA | AT | apa.at | Austria Presse Agentur, Austria Press Agency
Keystone-SDA | CH | keystone-sda.ch | SDA, sda, Schweizerische Depeschenagentur, Swiss News Agency
AWP | CH | awp.ch | awp, AWP Finanznachrichten
KNA | DE | kna.de | Katholische Nachrichten-Agentur, Katholischen Nachrichten-Agentur
epd | DE | epd.de | Evangelischer Pressedienst, Evangelischen Pressedienst, Evangelischen Pressedienstes
ANSA | IT | ansa.it | Agenzia ANSA, АНСА
Adnkronos | IT | adnkronos.com | Адн Кронос
AGI | IT | agi.it | Agenzia Giornalistica Italia
EFE | ES | efe.com | Agencia EFE, ЭФЕ, ЕФЕ
Europa Press | ES | europapress.es | Европа Пресс
Lusa | PT | lusa.pt | Agência Lusa
Belga | BE | belganewsagency.eu, belga.be | Belga News Agency, Бельга
ANP | NL | anp.nl | Algemeen Nederlands Persbureau
NTB | NO | ntb.no | Norsk Telegrambyrå
TT | SE | tt.se | Tidningarnas Telegrambyrå, TT News Agency
Ritzau | DK | ritzau.dk | Ritzaus Bureau
STT | FI | stt.fi | STT-Lehtikuva
PAP | PL | pap.pl | Polska Agencja Prasowa, Polish Press Agency, ПАП, Польское агентство печати, Польська агенція преси
CTK | CZ | ctk.cz, ctk.eu | ČTK, Czech News Agency, ЧТК
TASR | SK | tasr.sk | News Agency of the Slovak Republic, ТАСР
MTI | HU | mti.hu | Magyar Távirati Iroda, МТИ
Agerpres | RO | agerpres.ro | AGERPRES
Mediafax | RO | mediafax.ro | MEDIAFAX
BTA | BG | bta.bg | Bulgarian News Agency, БТА
ANA-MPA | GR | amna.gr, ana-mpa.gr | Athens News Agency, AMNA
Tanjug | RS | tanjug.rs | Танюг, Таньюг
HINA | HR | hina.hr | Hina, Croatian News Agency
STA | SI | sta.si | Slovenian Press Agency
FENA | BA | fena.ba | Federal News Agency
ATA | AL | ata.gov.al | Albanian Telegraphic Agency
MIA | MK | mia.mk | Media Information Agency
BNS | LT | bns.lt, bns.ee | Baltic News Service, БНС
ELTA | LT | elta.lt | Lietuvos naujienų agentūra
LETA | LV | leta.lv | ЛЕТА
Interfax | RU | interfax.ru, interfax.com, interfax-russia.ru | Интерфакс, Інтерфакс
TASS | RU | tass.com, tass.ru | ITAR-TASS, Itar-Tass, TASS news agency, ТАСС, ИТАР-ТАСС
RIA Novosti | RU | ria.ru | RIA, RIA Nowosti, РИА Новости, РІА Новости, РИА Новостей
Sputnik | RU | sputniknews.com, sputnikglobe.com | Sputnik news agency, Спутник
Regnum | RU | regnum.ru | Регнум, ИА Регнум
Rosbalt | RU | rosbalt.ru | Росбалт
Ukrinform | UA | ukrinform.net, ukrinform.ua, ukrinform.de | Укринформ, Укрінформ
UNIAN | UA | unian.info, unian.ua, unian.net | Унiан, УНИАН, УНІАН
UNN | UA | unn.ua, unn.com.ua | Ukrainian National News, УНН, Українські національні новини, Украинские национальные новости
Interfax-Ukraine | UA | interfax.com.ua | Интерфакс-Украина, Інтерфакс-Україна
RBC-Ukraine | UA | rbc.ua | РБК-Украина, РБК-Україна
BelTA | BY | belta.by | БелТА, БЕЛТА
Moldpres | MD | moldpres.md | Молдпрес
IPN | MD | ipn.md | IPN Moldova
Interpressnews | GE | interpressnews.ge | Интерпрессньюс
Armenpress | AM | armenpress.am | Арменпресс, Арменпрес
AzerTac | AZ | azertag.az | AZERTAC, Азертадж
APA Azerbaijan | AZ | apa.az | Azeri-Press Agency
Trend | AZ | trend.az | Trend News Agency
SIA | AZ | sia.az | Baku SIA
Report Information Agency | AZ | report.az | Report News Agency
Kazinform | KZ | inform.kz, kazinform.kz, qazinform.com | Казинформ, Qazinform
KazTAG | KZ | kaztag.kz | КазТАГ
Kabar | KG | kabar.kg | Кабар
24.kg | KG | 24.kg |
UzA | UZ | uza.uz | УзА, Uzbekistan National News Agency
Khovar | TJ | khovar.tj | Ховар
Asia-Plus | TJ | asiaplustj.info | Азия-Плюс
Anadolu | TR | aa.com.tr | Anadolu Agency, Anadolu Ajansı, Анадолу, агентство Anadolu
DHA | TR | dha.com.tr | Demirören News Agency, Demirören Haber Ajansı
IHA | TR | iha.com.tr | İhlas Haber Ajansı
Xinhua | CN | xinhuanet.com, news.cn | Xinhua News Agency, Синьхуа, Сіньхуа, Новый Китай
China News Service | CN | chinanews.com.cn, ecns.cn | CNS
CNA | TW | focustaiwan.tw, cna.com.tw | Central News Agency
Kyodo | JP | kyodonews.net, kyodonews.jp | Kyodo News, Киодо, Кіодо
Jiji | JP | jiji.com | Jiji Press, Дзидзи
Yonhap | KR | yna.co.kr | Yonhap News Agency, Ёнхап, Рёнхап, Йонхап
KCNA | KP | kcna.kp | Korean Central News Agency, ЦТАК
PTI | IN | ptinews.com | Press Trust of India
ANI | IN | aninews.in | Asian News International
IANS | IN | ians.in | Indo-Asian News Service
UNI | IN | uniindia.com | United News of India
APP | PK | app.com.pk | Associated Press of Pakistan
BSS | BD | bssnews.net | Bangladesh Sangbad Sangstha
UNB | BD | unb.com.bd | United News of Bangladesh
Bernama | MY | bernama.com | Malaysian National News Agency, Бернама
Antara | ID | antaranews.com | Antara News, Антара
VNA | VN | vietnamplus.vn, vnanet.vn | Vietnam News Agency
PNA | PH | pna.gov.ph | Philippine News Agency
TNA | TH | tna.mcot.net | Thai News Agency
MENAFN | JO | menafn.com | Middle East North Africa Financial Network
MENA | EG | mena.org.eg | Middle East News Agency
SANA | SY | sana.sy | Syrian Arab News Agency, САНА
NNA | LB | nna-leb.gov.lb | National News Agency
Petra | JO | petra.gov.jo | Jordan News Agency
WAFA | PS | wafa.ps | Palestinian News Agency, ВАФА
WAM | AE | wam.ae | Emirates News Agency, ВАМ
SPA | SA | spa.gov.sa | Saudi Press Agency
QNA | QA | qna.org.qa | Qatar News Agency
KUNA | KW | kuna.net.kw | Kuwait News Agency
BNA | BH | bna.bh | Bahrain News Agency
ONA | OM | omannews.gov.om | Oman News Agency
INA | IQ | ina.iq | Iraqi News Agency
SABA | YE | saba.ye | Saba News Agency
IRNA | IR | irna.ir | Islamic Republic News Agency, ИРНА, ІРНА
Fars | IR | farsnews.ir | Fars News Agency, Фарс
Tasnim | IR | tasnimnews.com | Tasnim News Agency, Тасним, Таснім
Mehr | IR | mehrnews.com | Mehr News Agency, MNA, Мехр
ISNA | IR | isna.ir | Iranian Students' News Agency
MAP | MA | mapnews.ma, mapexpress.ma | Maghreb Arabe Presse
APS | DZ | aps.dz | Algérie Presse Service
TAP | TN | tap.info.tn | Tunis Afrique Presse
NAN | NG | nannews.ng | News Agency of Nigeria
PANA | SN | panapress.com | Panapress
ENA | ET | ena.et | Ethiopian News Agency
GNA | GH | gna.org.gh | Ghana News Agency
KNA Kenya | KE | kenyanews.go.ke | Kenya News Agency
SAnews | ZA | sanews.gov.za | South African Government News Agency
CP | CA | thecanadianpress.com | The Canadian Press, Canadian Press
AAP | AU | aap.com.au | Australian Associated Press
Notimex | MX | notimex.gob.mx |
Prensa Latina | CU | prensa-latina.cu, plenglish.com | Пренса Латина
Telam | AR | telam.com.ar | Télam
Agencia Brasil | BR | agenciabrasil.ebc.com.br | Agência Brasil
Andina | PE | andina.pe | Agencia Andina
PR Newswire | US | prnewswire.com, prnewswire.co.uk | PRNewswire, PRNewswire-USNewswire, PRNewswire-PRWeb, PRNewswire-AsiaNet
Business Wire | US | businesswire.com | BusinessWire
GlobeNewswire | US | globenewswire.com | GLOBE NEWSWIRE
States Newsroom | US | statesnewsroom.com |
Dow Jones | US | dowjones.com | Dow Jones Newswires
Inter Press Service | IT | ipsnews.net | IPS
Montsame | MN | montsame.mn | MONTSAME, Монцамэ
NAMPA | NA | nampa.org | Namibia Press Agency
New Ziana | ZW | newziana.co.zw |
ADIAC | CG | adiac-congo.com | Central African News Agency
ANGOP | AO | angop.ao | Angop, Agência Angola Press, Angola Press Agency
SUNA | SD | suna-sd.net | Sudan News Agency
LANA | LY | lana.gov.ly | Libyan News Agency
KPL | LA | kpl.gov.la | Lao News Agency
AKP | KH | akp.gov.kh | Agence Kampuchea Presse
SRNA | BA | srna.rs | Срна
SITA Slovakia | SK | sita.sk | Slovenská tlačová agentúra
SID | DE | sid.de | Sport-Informations-Dienst
dts Nachrichtenagentur | DE | dts-nachrichtenagentur.de |
Prime | RU | 1prime.ru | Агентство Прайм, ПРАЙМ
FederalPress | RU | fedpress.ru | ФедералПресс
URA.RU | RU | ura.news | URA.Ru, УРА.Ру
Ukrainian News | UA | ukranews.com | Українські новини, Украинские новости
ArmyInform | UA | armyinform.com.ua | АрміяInform, АрмияInform
UrduPoint | PK | urdupoint.com |
Tribune News Service | US | | TNS
Tribune Content Agency | US | tribunecontentagency.com |
Religion News Service | US | religionnews.com | RNS
Catholic News Agency | US | catholicnewsagency.com |
Courthouse News Service | US | courthousenews.com | Courthouse News
The Center Square | US | thecentersquare.com | Center Square
StatePoint | US | statepoint.net | StatePoint Media
Newsfile | CA | newsfilecorp.com | Newsfile Corp
CNW | CA | newswire.ca | CNW Group, Canada NewsWire, CNW Telbec
EIN Presswire | US | einpresswire.com | EINPresswire
ACCESSWIRE | US | accesswire.com | Accesswire, ACCESS Newswire
"""

_OUTLETS = """
The New York Times | US | nytimes.com | New York Times, NYT, NY Times, Нью-Йорк Таймс, Нью Йорк Таймс
The Washington Post | US | washingtonpost.com | Washington Post, WaPo, Вашингтон Пост, Вашингтон пост
The Wall Street Journal | US | wsj.com | Wall Street Journal, WSJ, Уолл Стрит Джорнал, Волл Стріт Джорнал
Los Angeles Times | US | latimes.com | LA Times
USA Today | US | usatoday.com |
Newsweek | US | newsweek.com | Ньюсвик
Time magazine | US | time.com | TIME magazine
The Atlantic | US | theatlantic.com |
The New Yorker | US | newyorker.com |
The Hill | US | thehill.com |
The Daily Beast | US | thedailybeast.com | Daily Beast
Politico | US | politico.com, politico.eu | POLITICO, Politico Europe, Политико, Політико
Axios | US | axios.com | Аксиос
Semafor | US | semafor.com |
Foreign Policy | US | foreignpolicy.com | Foreign Policy magazine
Foreign Affairs | US | foreignaffairs.com |
Business Insider | US | businessinsider.com |
Forbes | US | forbes.com | Форбс
CNN | US | cnn.com | Си-эн-эн
NBC News | US | nbcnews.com | NBC, Эн-би-си
ABC News | US | abcnews.go.com |
CBS News | US | cbsnews.com | CBS
Fox News | US | foxnews.com | Фокс ньюс
CNBC | US | cnbc.com |
MSNBC | US | msnbc.com |
NPR | US | npr.org |
PBS | US | pbs.org | PBS NewsHour
New York Post | US | nypost.com |
Voice of America | US | voanews.com | VOA, Голос Америки
Radio Free Europe/Radio Liberty | US | rferl.org, svoboda.org, radiosvoboda.org | RFE/RL, Radio Liberty, Radio Free Europe, Радио Свобода, Радіо Свобода
BBC | GB | bbc.com, bbc.co.uk | BBC News, BBC News Russian, BBC News Ukrainian, BBC Russian Service, Би-би-си, Бі-бі-сі
The Guardian | GB | theguardian.com | Guardian, Гардиан, Гардіан
The Times | GB | thetimes.co.uk, thetimes.com | Times of London, The Times of London
The Sunday Times | GB | | Sunday Times
The Telegraph | GB | telegraph.co.uk | Daily Telegraph, The Daily Telegraph, Телеграф
Financial Times | GB | ft.com | The Financial Times, FT, Файненшл Таймс, Файненшел Таймс
The Economist | GB | economist.com | Economist, Экономист
The Independent | GB | independent.co.uk |
The Sun | GB | thesun.co.uk |
Daily Mail | GB | dailymail.co.uk | The Daily Mail
Daily Mirror | GB | mirror.co.uk | The Mirror
Daily Express | GB | express.co.uk |
Sky News | GB | news.sky.com | Скай ньюс
Channel 4 News | GB | channel4.com |
Middle East Eye | GB | middleeasteye.net | MEE
Bellingcat | NL | bellingcat.com | Беллингкэт
Euronews | FR | euronews.com | Евроньюс, Євроньюз
Le Monde | FR | lemonde.fr | Монд
Le Figaro | FR | lefigaro.fr | Фигаро, Фігаро
Libération | FR | liberation.fr | Liberation
Les Echos | FR | lesechos.fr |
France 24 | FR | france24.com | France24
RFI | FR | rfi.fr | Radio France Internationale
BFM TV | FR | bfmtv.com | BFMTV, BFM
Der Spiegel | DE | spiegel.de | Spiegel, Шпигель, Шпігель
Die Zeit | DE | zeit.de | Zeit Online
Frankfurter Allgemeine Zeitung | DE | faz.net | FAZ, Frankfurter Allgemeine
Süddeutsche Zeitung | DE | sueddeutsche.de | Süddeutsche, SZ, Sueddeutsche Zeitung
Die Welt | DE | welt.de |
Bild | DE | bild.de | Bild am Sonntag, Bild-Zeitung, Бильд
Handelsblatt | DE | handelsblatt.com |
Tagesspiegel | DE | tagesspiegel.de | Der Tagesspiegel
taz | DE | taz.de | die tageszeitung
Focus | DE | focus.de | Focus Online
Stern | DE | stern.de |
n-tv | DE | n-tv.de | ntv.de
ARD | DE | ard.de, tagesschau.de | Tagesschau, ARD-Hauptstadtstudio
ZDF | DE | zdf.de | ZDFheute
Deutschlandfunk | DE | deutschlandfunk.de | DLF
Deutsche Welle | DE | dw.com | DW, Немецкая волна, Німецька хвиля, Дойче Велле
RedaktionsNetzwerk Deutschland | DE | rnd.de | RND, Redaktionsnetzwerk Deutschland
Neue Zürcher Zeitung | CH | nzz.ch | NZZ
SRF | CH | srf.ch |
Swissinfo | CH | swissinfo.ch | SWI swissinfo.ch
ORF | AT | orf.at |
Der Standard | AT | derstandard.at |
Die Presse | AT | diepresse.com |
Kurier | AT | kurier.at |
El País | ES | elpais.com | El Pais
El Mundo | ES | elmundo.es |
Corriere della Sera | IT | corriere.it | Коррьере делла Сера
La Repubblica | IT | repubblica.it | Repubblica
La Stampa | IT | lastampa.it |
Rzeczpospolita | PL | rp.pl | Речь Посполита
Gazeta Wyborcza | PL | wyborcza.pl |
RMF FM | PL | rmf24.pl |
TVP | PL | tvp.info |
Delfi | LT | delfi.lt, delfi.ee, delfi.lv |
LRT | LT | lrt.lt |
ERR | EE | err.ee | ERR News
Postimees | EE | postimees.ee |
Yle | FI | yle.fi |
Helsingin Sanomat | FI | hs.fi |
SVT | SE | svt.se |
Dagens Nyheter | SE | dn.se |
NRK | NO | nrk.no |
Jyllands-Posten | DK | jyllands-posten.dk |
De Telegraaf | NL | telegraaf.nl |
NOS | NL | nos.nl |
Haaretz | IL | haaretz.com | Гаарец
The Jerusalem Post | IL | jpost.com | Jerusalem Post
The Times of Israel | IL | timesofisrael.com | Times of Israel
Ynet | IL | ynetnews.com, ynet.co.il |
Al Jazeera | QA | aljazeera.com, aljazeera.net | Al-Jazeera, Аль-Джазира, Аль-Джазіра
Al Arabiya | SA | alarabiya.net | Al-Arabiya, Аль-Арабия
Asharq Al-Awsat | SA | aawsat.com |
Arab News | SA | arabnews.com |
The National | AE | thenationalnews.com |
Gulf News | AE | gulfnews.com |
Hürriyet | TR | hurriyet.com.tr, hurriyetdailynews.com | Hurriyet, Hürriyet Daily News
TRT World | TR | trtworld.com | TRT
Daily Sabah | TR | dailysabah.com |
RT | RU | rt.com | Russia Today, RT International
Kommersant | RU | kommersant.ru | Коммерсант, Коммерсантъ, Комерсант
Vedomosti | RU | vedomosti.ru | Ведомости
Izvestia | RU | iz.ru | Izvestiya, Известия, Известиям
RBC | RU | rbc.ru | РБК, RBK
Rossiyskaya Gazeta | RU | rg.ru | Российская газета, Российской газете
Komsomolskaya Pravda | RU | kp.ru | Комсомольская правда
Gazeta.ru | RU | gazeta.ru | Газета.Ru
Lenta.ru | RU | lenta.ru | Лента.ру, Lenta
Novaya Gazeta | RU | novayagazeta.ru, novayagazeta.eu | Новая газета, Novaya Gazeta Europe, Новая газета Европа
Meduza | LV | meduza.io | Медуза, Медузе
The Insider | LV | theins.ru, theins.press |
The Moscow Times | NL | themoscowtimes.com | Moscow Times
TV Rain | NL | tvrain.tv | Dozhd, Дождь
Verstka | RU | verstka.media | Вёрстка
Rossiya 1 | RU | smotrim.ru | Russia-1, Россия 1
Channel One | RU | 1tv.ru | Первый канал
Argumenty i Fakty | RU | aif.ru | Аргументы и факты
NTV | RU | ntv.ru | НТВ
Kyiv Post | UA | kyivpost.com |
The Kyiv Independent | UA | kyivindependent.com | Kyiv Independent
Ukrainska Pravda | UA | pravda.com.ua | Ukrayinska Pravda, Украинская правда, Українська правда, Української правди
European Pravda | UA | eurointegration.com.ua | Европейская правда, Європейська правда
Suspilne | UA | suspilne.media | Суспільне, Общественное
LIGA.net | UA | liga.net | ЛІГА.net
NV | UA | nv.ua | Новое время, Новий час
Hromadske | UA | hromadske.ua | Громадське, Громадское
TSN | UA | tsn.ua | ТСН
Zerkalo Nedeli | UA | zn.ua | ZN.UA, Dzerkalo Tyzhnia, Зеркало недели, Дзеркало тижня
Strana | UA | strana.news | Страна.ua
Babel | UA | babel.ua |
Radio NV | UA | radio.nv.ua |
Espreso | UA | espreso.tv | Еспресо
Nexta | PL | nexta.tv | НЕХТА
Zerkalo.io | BY | zerkalo.io | Зеркало
JAMnews | GE | jam-news.net |
Eurasianet | US | eurasianet.org |
Global Times | CN | globaltimes.cn |
China Daily | CN | chinadaily.com.cn |
CGTN | CN | cgtn.com |
People's Daily | CN | people.cn, people.com.cn | Жэньминь жибао, Женьмінь жибао
South China Morning Post | HK | scmp.com | SCMP
Nikkei | JP | asia.nikkei.com, nikkei.com | Nikkei Asia, Никкэй
NHK | JP | nhk.or.jp | NHK World
The Japan Times | JP | japantimes.co.jp | Japan Times
Asahi Shimbun | JP | asahi.com | The Asahi Shimbun
Yomiuri Shimbun | JP | yomiuri.co.jp |
The Korea Herald | KR | koreaherald.com | Korea Herald
The Straits Times | SG | straitstimes.com | Straits Times
Channel NewsAsia | SG | channelnewsasia.com |
The Hindu | IN | thehindu.com |
The Times of India | IN | timesofindia.indiatimes.com | Times of India
Hindustan Times | IN | hindustantimes.com |
The Indian Express | IN | indianexpress.com | Indian Express
NDTV | IN | ndtv.com |
Dawn | PK | dawn.com |
The Sydney Morning Herald | AU | smh.com.au | Sydney Morning Herald
The Australian | AU | theaustralian.com.au |
CBC | CA | cbc.ca | CBC News
The Globe and Mail | CA | theglobeandmail.com | Globe and Mail
Toronto Star | CA | thestar.com |
Folha de S.Paulo | BR | folha.uol.com.br | Folha de S. Paulo
O Globo | BR | oglobo.globo.com |
La Nación | AR | lanacion.com.ar | La Nacion
Premium Times | NG | premiumtimesng.com |
Daily Nation | KE | nation.africa |
Mail & Guardian | ZA | mg.co.za |
"""

AGENCIES = _rows(_AGENCIES, agency=True)
OUTLETS = _rows(_OUTLETS, agency=False)

# White space that is not one plain space already.
