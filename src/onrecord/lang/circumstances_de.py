"""German: to whom, where, when and by what means something was said."""

from onrecord.lang.saying_words import SayingWords

GERMAN_CIRCUMSTANCES = SayingWords(
    telling=tuple("sag gesagt erzähl teil mitgeteilt bericht erklär versicher bestätig verr schrieb".split()),
    calling=tuple(
        "bat bitt gebeten warn gewarn mahn ermahn aufforder aufgeforder aufruf "
        "aufgerufen dräng beauftrag ersuch".split()
    ),
    any_object=False,
    told=frozenset(
        "ihm ihr ihnen uns mir reportern journalisten abgeordneten anhängern zuschauern bürgern "
        "parlamentariern medienvertretern pressevertretern korrespondenten".split()
    ),
    told_endings=(
        "agentur",
        "zeitung",
        "magazin",
        "sender",
        "portal",
        "zeitschrift",
        "blatt",
        "rundfunk",
        "dienst",
        "funk",
        "spiegel",
        "bild",
        "parlament",
        "bundestag",
        "rat",
        "ausschuss",
        "reportern",
        "journalisten",
        "abgeordneten",
        "radio",
        "medien",
        "presse",
        "öffentlichkeit",
        "medienvertretern",
        "anhängern",
        "zuschauern",
    ),
    to=frozenset({"gegenüber"}),
    with_whom=frozenset({"mit"}),
    talks=("interview", "gespräch", "telefonat", "unterredung", "telefoninterview"),
    media=tuple(
        "interview erklärung mitteilung pressemitteilung pressekonferenz brief schreiben e-mail mail "
        "nachricht sprachnachricht beitrag post tweet video videobotschaft ansprache rede fernsehen "
        "radio rundfunk internet netz gespräch telefonat stellungnahme bericht artikel kolumne blog "
        "podcast sendung talkshow kurznachrichtendienst onlinedienst plattform kanal webseite website "
        "seite fernsehansprache botschaft statement pressegespräch regierungserklärung lautsprecher "
        "soziale sozialen".split()
    ),
    means=("telefon", "e-mail", "mail", "brief", "fax", "video", "funk", "sms", "twitter", "telegram"),
    networks=frozenset(
        "x twitter facebook telegram instagram tiktok youtube weibo vk whatsapp linkedin reddit mastodon "
        "bluesky threads truth".split()
    ),
    in_media=frozenset("in im auf bei beim via über per am während".split()),
    by=frozenset("per via über".split()),
    via=frozenset("via über".split()),
    places=frozenset("in im aus vor bei nahe".split()),
    spans=frozenset("während nach vor bei anlässlich".split()),
    place_nouns=("gericht", "parlament", "bundestag", "hauptstadt", "gefängnis", "flughafen", "krankenhaus"),
    times=frozenset("am im um seit bis in".split()),
    time_nouns=("vorabend", "abend", "morgen", "nacht", "vormittag", "nachmittag", "mittag"),
    speaking=frozenset(),
    responding=frozenset(),
    asking=frozenset("gefragt befragt angesprochen".split()),
    by_whom=frozenset("von vom".split()),
    when=frozenset(),
    stops=frozenset(
        "am im in an auf bei beim nach vor gegenüber während dass daß ob wie mit ohne für zu zum zur aus "
        "über per via um von durch gegen seit bis wenn weil aufgrund wegen trotz angesichts als und "
        "oder aber sowie anlässlich nicht".split()
    ),
    light=frozenset(
        "auch später zudem weiter erneut bereits zuvor heute gestern dann außerdem jedoch".split()
    ),
    compounds="end",
    calling_pairs=(("forder", "auf"), ("rief", "auf"), ("ruf", "auf")),
    to_told=frozenset("vor zu zum zur".split()),
    to_any=frozenset("zum zur".split()),
    abstract=tuple(
        "ung heit keit ion ität tum nis lauf schluss ginn ende lass takt frage thema lage tag zeit austausch "
        "vorwurf fall plan ergebnis streit urteil".split()
    ),
    nobody=frozenset("darin dabei damit dort so da dann hier zudem".split()),
    objects=frozenset("sie ihn uns".split()),
    articles=frozenset("der die das den dem alle seine ihre seinen ihren beide sie ihn uns".split()),
    auxiliaries=frozenset("dazu darum davor daran jetzt erneut wird werden wurde wurden".split()),
    passive=frozenset("wird werden wurde wurden worden".split()),
)
