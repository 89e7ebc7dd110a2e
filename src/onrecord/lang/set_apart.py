"""Forms of lines that are no telling (captions, posts, lines of the page), and of statements given whole.

English, German, Russian and Ukrainian; each form is bounded, so that no line can make it slow.
"""

# ruff: noqa: E501 (one form a line)

import re

# "Photo: A. Berg/KNA", "(Image: Ministry of Fisheries)", "Archivfoto: ...", "Фото: ...", "File photo"
CAPTION = re.compile(
    r"^\W{0,3}(?:file |archive |stock )?(?:photo|photograph|picture|image|caption|video|watch|graphic|map|foto|bild|archivbild|"
    r"archivfoto|symbolbild|bildunterschrift|grafik|карта|фото|фотография|фотографія|снимок|світлина|ілюстрація|"
    r"иллюстрация|видео|відео)\b[^\n:|]{0,30}[:|/]"
    r"|\((?:file |archive )?(?:photo|picture|image|foto|bild|archivbild|фото|снимок|світлина)\b[^)\n]{0,80}\)\W{0,3}$"
    r"|(?:photo|photograph|picture|image|foto|bild|фото)\s?(?:credit|courtesy|by|von|:|©)[^\n]{0,60}$"
    r"|\((?:AP|AFP|EPA|Reuters|Getty|dpa) (?:Photo|Images?|Foto)[^)\n]{0,40}\)\W{0,3}$"
    r"|/\s?(?:getty images|file photo|handout|archiv|архив|архів)\W{0,3}$",
    re.IGNORECASE,
)
# "— Lena Holt (@lenaholt) March 3, 2031", "@ministry · 2h", "pic.twitter.com/…", "View this post on …"
POST = re.compile(
    r"\(@\w{1,40}\)|^\W{0,3}@\w{2,40}\b|\bpic\.(?:twitter|x)\.com/|\bt\.co/\w|^view this post on\b|"
    r"^(?:sieh dir diesen beitrag|посмотреть эту публикацию|переглянути цей допис)\b|"
    r"^a post shared by\b|\b(?:retweets?|reposts?)\b.{0,30}\b(?:likes?|views?)\b",
    re.IGNORECASE,
)
FURNITURE = re.compile(
    r"^\W{0,3}(?:share (?:this|on|via)|follow us|sign up\b|subscribe\b|newsletter|read (?:more|also|next)\b|"
    r"also read|related (?:articles?|stories|topics)|advertisement|most read|top stor|comments?\b.{0,20}$|"
    r"leave a comment|click here|download (?:our|the) app|support (?:our|independent)|all rights reserved|"
    r"copyright\b|©|print\b.{0,30}$|send to a friend|got a (?:tip|story)|have you (?:seen|been affected)|"
    r"join (?:our|the) (?:channel|newsletter|conversation)|become a (?:member|subscriber)|donate\b|"
    r"lesen sie auch|mehr zum thema|newsletter|abonnieren|jetzt abonnieren|anzeige\b.{0,10}$|folgen sie uns|"
    r"alle rechte vorbehalten|teilen\b.{0,30}$|kommentare?\b.{0,20}$|"
    r"читайте (?:также|также|нас|ещё|еще)|подпис(?:аться|ывайтесь)|поделиться|реклама\b.{0,10}$|"
    r"все права защищены|комментари\w{0,3}\b.{0,20}$|"
    r"читайте (?:також|ще|нас)|підпис(?:атися|уйтесь)|поділитися|усі права захищен|коментар\w{0,3}\b.{0,20}$)|"
    r"\b(?:(?:to|in) your inbox|newsletter|unsubscribe|cancel (?:at )?any ?time|terms (?:and conditions|of use)|privacy policy|"
    r"delayed by (?:at least )?\w{1,8} minutes|without (?:guarantee|warranty)|no (?:investment )?advice|all rights reserved|"
    r"breaking news alerts|our (?:readers|editors|newsletter|app|channel|podcast|shop|forum|free)|independent journalism|"
    r"you are reading a|comments (?:on this article )?are closed|wherever you get your podcasts|ohne gewähr|alle rechte vorbehalten|"
    r"unser(?:e[nrs]?)? (?:newsletter|rundbrief|app|leserinnen|leser|forum|podcast)|jederzeit kündbar|datenschutz|"
    r"наш(?:ем|ей|их|и|а)? (?:телеграм|канал\w{0,2}|рассылк\w|приложени\w{1,2}|читател\w{1,2})|все права защищены|"
    r"наш(?:ому|ій|их|і|а)? (?:телеграм|канал\w{0,2}|розсилк\w|застосун\w{1,3}|читач\w{1,2})|усі права захищен)",
    re.IGNORECASE,
)
_TEXT_EN = r"(?:statement|letter|post|message|text|release|declaration|note|announcement|notice|decree|order|resolution|communiqu[eé]|tweet|wording)"
_TEXT_DE = r"(?:erklärung|mitteilung|brief|schreiben|text|wortlaut|beitrag|beschluss|aushang)"
_TEXT_RU = (
    r"(?:заявлени\w{1,2}|письм\w{1,2}|текст\w{0,2}|сообщени\w{1,2}|пост\w{0,2}|указ\w{0,2}|обращени\w{1,2})"
)
_TEXT_UK = (
    r"(?:заяв\w{1,2}|лист\w{0,2}|текст\w{0,2}|повідомленн\w{1,2}|допис\w{0,2}|указ\w{0,2}|зверненн\w{1,2})"
)
# The colon after which words of another stand without quotation marks.
STATEMENT = re.compile(
    rf"\b(?:{_TEXT_EN}\b[^.:!?\n]{{0,80}}\b(?:reads?|read|follows|says|said|in full)"
    rf"|(?:full|whole|entire|complete) {_TEXT_EN}\b[^.:!?\n]{{0,60}}|(?:full|complete) text\b[^.:!?\n]{{0,60}}"
    rf"|{_TEXT_DE}\b[^.:!?\n]{{0,80}}\b(?:heißt es|lautet|wörtlich|im wortlaut|liest sich)|im wortlaut\b[^.:!?\n]{{0,40}}"
    rf"|heißt es (?:in|im) [^.:!?\n]{{0,60}}|{_TEXT_RU}\b[^.:!?\n]{{0,80}}\b(?:говорится|гласит|сказано)"
    rf"|(?:говорится|сказано) в [^.:!?\n]{{0,60}}|полный текст\b[^.:!?\n]{{0,60}}"
    rf"|{_TEXT_UK}\b[^.:!?\n]{{0,80}}\b(?:йдеться|сказано|мовиться)|(?:йдеться|сказано) (?:в|у) [^.:!?\n]{{0,60}}"
    rf"|повний текст\b[^.:!?\n]{{0,60}})\s?:(?=\s|$)",
    re.IGNORECASE,
)
