"""English: to whom, where, when and by what means something was said."""

from onrecord.lang.saying_words import SayingWords

ENGLISH_CIRCUMSTANCES = SayingWords(
    telling=tuple(
        "told tell inform remind assur notif reassur briefed briefing advis texted texting emailed "
        "emailing".split()
    ),
    calling=tuple(
        "warn ask urg order instruct begg begs implor encourag press exhort command advis invit forbad "
        "forbid appeal promis offer guarant".split()
    ),
    any_object=True,
    told=frozenset(),
    told_endings=(),
    to=frozenset({"to"}),
    with_whom=frozenset({"with"}),
    talks=tuple("interview conversation talk call chat exchange q&a meeting discussion briefing".split()),
    media=tuple(
        "interview statement message letter email e-mail post tweet memo note text speech address "
        "remarks comments conversation call chat video broadcast briefing conference article column "
        "essay editorial op-ed report filing affidavit testimony blog thread release announcement "
        "bulletin communique communiqué manifesto recording clip cable dispatch telegram telegraph "
        "transcript newsletter podcast television tv radio loudspeaker programme program show website "
        "site page account channel feed social media air phone telephone hotline intercom "
        "satellite debate book memoir diary document paper brief lawsuit complaint motion ruling verdict "
        "order decree questionnaire livestream stream webcast reply answer response appeal proclamation "
        "address leaflet poster sermon toast presentation hashtag story screenshot caption voicemail "
        "facsimile fax wire internet web online private public person writing passing conversation".split()
    ),
    means=tuple(
        "phone telephone email e-mail text message letter post mail fax radio video satellite telegram "
        "sms videoconference cable skype zoom whatsapp messenger".split()
    ),
    networks=frozenset(
        "x twitter facebook telegram instagram tiktok youtube weibo vk whatsapp linkedin reddit mastodon "
        "bluesky threads snapchat signal viber wechat truth medium substack twitch skype zoom vkontakte "
        "odnoklassniki livejournal line".split()
    ),
    in_media=frozenset("in on at via through over during by from".split()),
    by=frozenset("by via through over".split()),
    via=frozenset("via through".split()),
    places=frozenset("in at from near outside inside aboard".split()),
    spans=frozenset("during after before following amid ahead".split()),
    place_nouns=tuple(
        "court parliament senate congress office capital city town village prison jail airport hospital "
        "church school university hotel square palace embassy headquarters home studio street border "
        "port campus stadium station site house academy library museum theatre theater base barracks "
        "factory plant farm institute club cathedral monastery mosque temple courtroom courthouse "
        "chamber garden park bridge island region province district county camp shelter clinic ministry "
        "residence cemetery memorial harbour harbor quay dock mine beach coast market restaurant café "
        "bar pub hall arena".split()
    ),
    times=frozenset("on in at since until by late early earlier later".split()),
    time_nouns=tuple("eve anniversary night morning afternoon evening weekend hour moment".split()),
    speaking=frozenset(
        "speaking talking appearing testifying writing lecturing broadcasting campaigning reached contacted "
        "interviewed".split()
    ),
    responding=frozenset("responding replying reacting answering commenting".split()),
    asking=frozenset("asked pressed questioned quizzed challenged".split()),
    by_whom=frozenset({"by"}),
    when=frozenset("when after as while before since that until".split()),
    stops=frozenset(
        "in on at during by after before via through from over near outside inside as while when because "
        "amid following that whether if how why what where who which whom whose with without for to "
        "about against into but or so since until upon under between among aboard ahead despite although "
        "though saying adding is are was were has have had will would could should may might must can "
        "did does do not seen heard obtained published released quoted posted sent shown given held said "
        "told asked speaking talking appearing testifying writing addressing citing using responding "
        "replying reacting answering commenting gathered travelling traveling waiting attending "
        "assembled accompanying".split()
    ),
    light=frozenset(
        "also later then again earlier late early once twice recently afterwards afterward meanwhile "
        "shortly however just only still soon instead already today yesterday tomorrow immediately "
        "publicly privately separately simply bluntly repeatedly too released published posted issued "
        "made sent given delivered dated recorded broadcast aired filed signed provided".split()
    ),
    not_places=frozenset(
        "english russian french german spanish ukrainian chinese arabic japanese italian portuguese "
        "latin polish turkish persian hebrew hindi urdu korean greek i he she we they it".split()
    ),
    nobody=frozenset(
        "applause laughter cheers boos silence jeers himself herself themselves itself date "
        "time times".split()
    ),
    speaking_to=frozenset(
        "put said say says told wrote writes explained admitted confided announced complained spoke "
        "talked speaking talking responded replied conceded acknowledged".split()
    ),
    parts=frozenset("late early".split()),
    calling_on=frozenset(
        (verb, preposition)
        for verb in "call calls called calling appeal appeals appealed appealing".split()
        for preposition in "on upon to".split()
    ),
    at=frozenset("at from outside inside aboard near".split()),
    articles=frozenset("a an the his her their its our my".split()),
    no_place=frozenset(
        "time moment point end same beginning start outset expense age request behest hands top heart "
        "core rate cost latest least mercy risk invitation suggestion".split()
    ),
    objects=frozenset("me us him her them you it anyone everyone someone nobody".split()),
    subjects=frozenset("he she they we i it".split()),
    told_of=frozenset("that whether if of about against why how what when where".split()),
    giving=tuple("promis offer guarant".split()),
    voices=tuple(
        "spokesman spokeswoman spokesperson lawyer attorney aide intermediary intermediaries representative "
        "interpreter translator envoy go-between middleman mediator".split()
    ),
    addressing=frozenset("addressing briefing telling".split()),
    writing=frozenset({"writing"}),
    span_links=frozenset("to of with between for against".split()),
    links=frozenset("of and or the a an".split()),
    auxiliaries=frozenset("was were been being is are be had has have".split()),
    passive=frozenset("was were been being is are be".split()),
    participles=("ed", "ing"),
)
