"""What the parts of a page around an article say, in English, German, Ukrainian and Russian.

Whole lines (`LINES`) and beginnings of lines (`OPENINGS`), by kind, in lower case. These are the
phrases of publishing systems, not of any one site; what they do not name is judged by form and place.
"""
# ruff: noqa: E501 (tables)

import re

_LINES = {
    "comments": """
        comments|comment|no comments|no comments yet|leave a comment|leave a reply|post a comment|add a comment
        write a comment|join the conversation|join the discussion|be the first to comment|view comments
        show comments|load comments|post comment|submit comment|cancel reply|reply|log in to comment
        sign in to comment|your comment|comment on this story|have your say
        kommentare|kommentar|kommentar schreiben|kommentar hinterlassen|schreibe einen kommentar|keine kommentare
        noch keine kommentare|diskutieren sie mit|antworten|kommentar abschicken
        коментарі|коментар|залишити коментар|додати коментар|немає коментарів|коментарів немає|ваш коментар
        комментарии|комментарий|оставить комментарий|добавить комментарий|нет комментариев
        комментариев нет|комментариев пока нет|ваш комментарий|коментарів поки немає
    """,
    "related": """
        related articles|related|related news|related stories|related posts|related content|related topics
        you may also like|you might also like|you may like|read more|read also|see also|more news|more stories
        more on this story|more on this topic|more from this section|latest news|top stories|most read|most popular
        trending|trending now|recommended|recommended for you|news by theme|news on the topic|on this topic
        on the topic|similar news|similar articles|similar stories|other news|editor's picks|editors' picks
        don't miss|popular now|popular posts|latest|latest posts|recent posts|up next|next article|previous article
        you might also be interested in|you may also be interested in|more about this|other stories|read this next
        further reading|more from us|what to read next|in other news
        mehr zum thema|das könnte sie auch interessieren|das könnte ihnen auch gefallen|lesen sie auch
        weitere artikel|weitere nachrichten|ähnliche artikel|verwandte artikel|verwandte themen|meistgelesen
        auch interessant|mehr nachrichten|neueste beiträge|aktuelle nachrichten|weiterlesen|zum thema
        читайте також|читати також|новини за темою|новини по темі|схожі новини|інші новини|останні новини
        популярне|популярні новини|більше новин|за темою|по темі|вас може зацікавити|головне|дивіться також
        читайте также|читать также|новости по теме|похожие новости|другие новости|последние новости|популярное
        популярные новости|больше новостей|по теме|вас может заинтересовать|материалы по теме|смотрите также
        связанные статьи|самое читаемое|главное
    """,
    "share": """
        share|share this|share this article|share this story|share this post|share on facebook|share on twitter
        tweet|facebook|twitter|whatsapp|telegram|linkedin|pinterest|instagram|youtube|email|e-mail|print|copy link
        like|save|follow us|follow|share via|copy url|bookmark|link copied|listen|listen to this article
        teilen|drucken|merken|folgen sie uns|auf facebook teilen|per e-mail teilen|link kopieren
        поділитися|поділитись|друкувати|роздрукувати|підписатися|підписуйтесь|поширити|надрукувати
        поделиться|печать|распечатать|подписаться|подписывайтесь|скопировать ссылку|скопіювати посилання
    """,
    "tags": """
        hashtags|tags|tag|topics|keywords|categories|filed under|labels|in this article|topics in this article
        schlagwörter|schlagworte|stichworte|themen|теги|тег|теми|категорії|ключові слова|темы|категории
        ключевые слова|мітки|метки|хештеги|хэштеги|рубрики|рубрика
    """,
    "advertisement": """
        advertisement|advertising|ad|ads|sponsored|promoted|sponsored content|story continues below
        story continues below advertisement|article continues below|continue reading below
        anzeige|werbung|реклама|advertorial|на правах реклами|на правах рекламы
    """,
    "subscription": """
        subscribe|subscribe now|sign up|sign in|log in|login|register|newsletter|donate|support us
        become a member|subscribe to our newsletter|already a subscriber|create account|my account|get the app
        abonnieren|anmelden|registrieren|jetzt abonnieren|увійти|вхід|реєстрація|войти|вход|регистрация
        підписка|подписка|підтримати|поддержать
    """,
    "author": """
        about the author|about the authors|about the writer|author bio|more from this author|written by
        über den autor|über die autorin|zur person|про автора|про авторку|об авторе|другие статьи автора
    """,
    "navigation": """
        home|menu|search|skip to content|skip to main content|back to top|go back|next|previous|more|contact
        contact us|about us|about|privacy policy|terms of use|terms and conditions|terms of service|imprint
        cookie policy|sitemap|all news|news|archive|close|open menu|toggle navigation|show more|load more
        loading|rss|help|faq|careers|advertise|advertise with us|english|deutsch|українська|русский
        startseite|menü|suche|impressum|datenschutz|kontakt|über uns|agb|zurück|weiter|nach oben|mehr
        головна|меню|пошук|контакти|про нас|архів|новини|ще|показати ще|завантажити ще|на головну
        главная|поиск|контакты|о нас|архив|новости|ещё|еще|показать ещё|показать еще|загрузить ещё|на главную
    """,
}

_OPENINGS = {
    "comments": """
        this site uses akismet|your email address will not be published|your e-mail address will not be published
        required fields are marked|save my name, email|you must be logged in|please log in to|logged in as
        comments are closed|no comments yet|be the first to comment|learn how your comment data|notify me of
        comments are moderated|leave a comment|leave a reply|to leave a comment
        deine e-mail-adresse wird nicht|ihre e-mail-adresse wird nicht|erforderliche felder sind|sie müssen angemeldet
        ваша e-mail адреса не|ваш e-mail не|щоб залишити коментар|обов'язкові поля
        ваш адрес email не|ваш e-mail не будет|чтобы оставить комментарий|обязательные поля
    """,
    "related": """
        read also:|read more:|see also:|also read:|related:|more:|watch:|watch also:|don't miss:|earlier:
        must read:|read next:|recommended:|you may also like:|read the full|click here|trending now:|trending:
        most read:|most popular:|top stories:|popular now:|hot topics:|in other news:
        lesen sie auch:|lesen sie mehr:|mehr zum thema:|siehe auch:|auch interessant:|mehr dazu:|meistgelesen:|im trend:
        читайте також:|читайте також |читати також:|дивіться також:|див. також:|до теми:
        читайте также:|читайте также |читать также:|смотрите также:|см. также:|по теме:
    """,
    "share": """
        share on |share this |share via |tweet this|follow us on |join us on |like us on |follow our
        subscribe to our telegram|join our telegram|join our whatsapp|find us on
        folgen sie uns|teilen auf|auf facebook teilen|підписуйтесь на|підписуйтеся на|підпишіться на
        подписывайтесь на|подпишитесь на|присоединяйтесь к|приєднуйтесь до|читайте нас в|слідкуйте за|следите за
    """,
    "tags": """
        tags:|tag:|topics:|keywords:|filed under:|categories:|category:|posted in |hashtags:
        schlagwörter:|schlagworte:|stichworte:|themen:|теги:|теми:|темы:|категорії:|категории:|рубрика:|мітки:|метки:
    """,
    "caption": """
        photo:|photo by |image:|image credit|image source|picture:|photograph:|file photo|foto:|bild:|bildquelle
        illustration:|video:|getty images|screenshot:|photo credit|фото:|фото |ілюстрація:|иллюстрация:|відео:|видео:
        зображення:|скриншот:
    """,
    "advertisement": "advertisement|sponsored by|promoted by|реклама|anzeige:|werbung:|на правах реклам",
    "subscription": """
        newsletter:|subscribe to |sign up for |sign up to |get our |try our |download our app|download the app|become a
        already have an account|enter your email|support our|get unlimited|start your free
        abonnieren sie|melden sie sich|newsletter abonnieren|оформіть підписку|оформите подписку|підтримайте нас
        поддержите нас
    """,
    "notice": """
        ©|(c) |copyright|all rights reserved|alle rechte vorbehalten|всі права захищені|усі права захищені
        все права защищены|this article was originally published|this content is|the views expressed
        we use cookies|this website uses cookies|by continuing to|by using this|wir verwenden cookies
        diese website|ми використовуємо|мы используем|if you find an error|if you notice an error|found a typo
        якщо ви знайшли помилку|если вы нашли ошибку|помітили помилку|заметили ошибку|legal disclaimer
        disclaimer:|disclaimer|developed by|powered by|proudly powered|designed by|theme by|page generated
    """,
}

COUNTER_WORDS = frozenset(
    """
    view views read reads share shares comment comments like likes reactions click clicks hits visits followers
    subscribers retweets votes min mins minutes claps
    aufrufe aufruf kommentare kommentar mal gelesen teilungen klicks leser
    перегляд перегляди переглядів коментар коментарі коментарів поширень репостів вподобань
    просмотр просмотра просмотры просмотров комментарий комментария комментариев репостов лайков прочтений
    """.split()
)

# "312 readers like this": who did what, after the number.
COUNTED_PEOPLE = re.compile(
    r"^[\W_]{0,6}\d[\d\s.,]{0,12}[kKmM]?\s(?:readers?|people|users?|others|members|leser(?:innen)?|personen|nutzer|"
    r"читач\w{0,4}|читател\w{0,4}|людей|человек)\s[^.!?\d]{3,40}$",
    re.IGNORECASE,
)
COUNTED_DEEDS = frozenset(
    """
    like liked likes recommend recommended follow followed read reading viewed shared commented watching
    gefällt gefallen mögen empfehlen lasen lesen teilten
    подобається вподобали читають прочитали поширили нравится понравилось читают прочитали поделились
    """.split()
)

INTERFACE_WORDS = frozenset(
    """
    news article articles story stories post posts comment comments topic topics theme themes tag tags hashtag
    hashtags share menu home search newsletter login subscribe video videos photo photos gallery more latest
    popular related similar trending sponsored advertisement next previous read section sections archive page
    pages site website print email e-mail facebook twitter telegram whatsapp contact privacy terms cookies reply replies discussion views likes edition editions features feature
    drucken teilen друкувати поділитися печать поделиться
    artikel nachrichten beiträge themen kommentare anzeige startseite archiv
    новини новина статті коментарі теми реклама архів відео фото новости новость статьи комментарии темы архив видео
    """.split()
)


def _split(table: dict[str, str]) -> dict[str, tuple[str, ...]]:
    split = {}
    for kind, cell in table.items():
        lines = (line.strip("\t\n") for line in cell.splitlines())
        split[kind] = tuple(
            phrase for line in lines for phrase in (part.lstrip() for part in line.split("|")) if phrase
        )
    return split


LINES: dict[str, str] = {
    phrase.strip(): kind for kind, phrases in _split(_LINES).items() for phrase in phrases
}


def _by_first(table: dict[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Openings by their first character."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, phrases in _split(table).items():
        for phrase in phrases:
            found.setdefault(phrase[0], []).append((phrase, kind))
    return found


OPENINGS = _by_first(_OPENINGS)

# White space that is not one plain space already.
_SPACE = re.compile(r"\s{2,}|[^\S ]")


def fold_line(line: str) -> str:
    """Lower case, one kind of apostrophe and space, no outer bullets or closing punctuation."""
    folded = _SPACE.sub(" ", line[:200]).casefold().replace("’", "'").replace("ʼ", "'")
    return folded.strip(" •·*-–—|►▶»>…\u200b").rstrip(".:!?… ")


def line_kind(line: str) -> tuple[str, str] | None:
    """(kind, phrase) when the whole line is a phrase of a publishing system."""
    folded = fold_line(line)
    kind = LINES.get(folded)
    return (kind, folded) if kind is not None else None


def opening_kind(line: str) -> tuple[str, str] | None:
    """(kind, phrase) when the line begins with a phrase of a publishing system."""
    folded = _SPACE.sub(" ", line[:200]).casefold().replace("’", "'").lstrip(" •·*-–—|►▶»>")
    for phrase, kind in OPENINGS.get(folded[:1], ()):
        if folded.startswith(phrase):
            return kind, phrase.strip()
    return None
