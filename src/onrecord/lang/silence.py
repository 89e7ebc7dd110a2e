"""How a text says that a source said nothing, or is not to be named: patterns by language.

Each has a bounded number of steps at every place of a text. "has not said whether ..." is no silence: it
tells what was left open.
"""

import re
from collections.abc import Mapping

DECLINED, NO_RESPONSE, ANONYMITY = "declined", "no response", "anonymity"

_NOT = (
    r"(?:(?:did|does|do|would|could|will|has|have|had|was|were|is|are|can|wo|ca)(?:\s+not|n['’]t|not)"
    r"|cannot|never)"
)
_LY = r"(?:\w+ly\s+|yet\s+|also\s+|so\s+far\s+|ever\s+)?"
_SOUGHT = (
    r"(?:to\s+)?(?:[\w.'’-]+\s+){0,4}?(?:requests?|questions?|e-?mails?|messages?|calls?|letters?|"
    r"inquir(?:y|ies)|"
    r"enquir(?:y|ies)|texts?|voicemails?|queries|query|comment)\b"
)
_ENGLISH = (
    (
        DECLINED,
        r"\b(?:declin|refus)(?:ed|es|ing|e)\s+(?:to\s+)?(?:\w+ly\s+|even\s+|also\s+)?(?:(?:further|any|"
        r"immediate|public)\s+)?"
        r"(?:comment|elaborate|elaborating|answer|discuss|speak|talk|(?:say|add)\s+(?:more|anything|"
        r"any\s+more)"
        r"|be\s+(?:interviewed|drawn)|(?:give|provide|offer|go\s+into|share|"
        r"disclose)\s+"
        r"(?:\w+\s+){0,2}?(?:details?|comments?|information|interviews?|specifics|names?|reasons?)"
        r"|take\s+questions|an?\s+interview|interviews?|requests?\s+for)\b",
    ),
    (
        DECLINED,
        rf"\b{_NOT}\s+{_LY}(?:comment(?:ed)?|elaborate(?:d)?|say\s+more|take\s+questions|"
        rf"give\s+(?:\w+\s+)?(?:details|interviews))\b",
    ),
    (
        DECLINED,
        r"\b(?:ha[ds]|have|had|having|offer(?:ed|s|ing)|ma[dk]e|makes|making|gave|gives|giving|"
        r"issued)\s+no\s+"
        r"(?:immediate\s+|further\s+|official\s+|public\s+|more\s+|other\s+)?(?:comments?|details|"
        r"explanation)\b",
    ),
    (
        DECLINED,
        r"\bwithout\s+(?:further\s+)?(?:commenting|elaborating|elaboration|comment\b|"
        r"(?:giving|providing|offering)\s+(?:\w+\s+)?(?:details|evidence))",
    ),
    (
        DECLINED,
        r"\b(?:neither\s+confirm(?:ed|s|ing)?\s+(?:n?or)\s+den(?:ied|ies|y|ying)"
        rf"|{_NOT}\s+(?:confirm\s+or\s+deny))\b",
    ),
    (
        DECLINED,
        r"\b(?:remain(?:ed|s)|stay(?:ed|s)|kept|keeps)\s+(?:silent|mum|tight-lipped)\s+(?:on|about)\b",
    ),
    (
        ANONYMITY,
        r"\b(?:ask(?:ed|s|ing)?|(?:want|prefer|request|wish)(?:r?ed|e?s|r?ing)?)\s+(?:not\s+to|to\s+not)\s+be\s+"
        r"(?:named|identified|quoted)\b",
    ),
    (ANONYMITY, r"\b(?:declin|refus)(?:ed|es|ing|e)\s+to\s+be\s+(?:named|identified|quoted)\b"),
    (
        ANONYMITY,
        rf"\b(?:{_NOT}\s+(?:want|wish|like)|(?P<who>(?:none|neither)(?:\s+of)?\s+(?:\w+\s+){{1,3}}?)want(?:ed|s))\s+"
        r"(?:to\s+be\s+(?:named|identified|quoted)|(?:his|her|their)\s+(?:real\s+|full\s+)?names?\s+"
        r"(?:to\s+be\s+)?(?:used|published|printed|known|given|mentioned))\b",
    ),
    (
        NO_RESPONSE,
        rf"\b{_NOT}\s+{_LY}(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|answer(?:ed)?|react(?:ed)?)\s+"
        rf"{_SOUGHT}",
    ),
    (
        NO_RESPONSE,
        rf"\b{_NOT}\s+(?:immediately|yet|so\s+far)\s+(?:respond(?:ed)?|repl(?:y|ied)|react(?:ed)?)\b",
    ),
    (
        NO_RESPONSE,
        rf"\b{_NOT}\s+(?:respond(?:ed)?|repl(?:y|ied))(?=\s*(?:[.;!]|$|\n|immediately\b|by\s|before\s|"
        rf"in\s+time\b))",
    ),
    (
        NO_RESPONSE,
        r"\b(?:could|can)(?:\s*not|n['’]t)\s+(?:\w+ly\s+)?be\s+(?:\w+ly\s+)?(?:reached|contacted)\b",
    ),
    (
        NO_RESPONSE,
        r"\b(?:(?:was|were|is|are)(?:\s+not|n['’]t)\s+(?:\w+ly\s+)?(?:available|reachable)"
        r"|(?:was|were|is|are)\s+(?:\w+ly\s+)?(?:unavailable|unreachable))(?:\s+for\s+(?:\w+\s+"
        r")?comment)?\b",
    ),
    (
        NO_RESPONSE,
        r"\b(?:calls?|e-?mails?|messages?|texts?|requests?|questions|letters?|inquiries)\b(?:\s+for\s+"
        r"comment)?"
        r"(?:\s+(?:sent|left|made|put|directed|addressed))?"
        r"(?:\s+(?:to|with|for|at)\s+(?P<who>[\w.'’-]+(?:\s+[\w.'’-]+){0,7}?))?"
        r"(?:\s+(?:on|at|by|late|early)(?:\s+[\w.'’-]+){1,3}?)?\s+"
        r"(?:(?:went|going|go|gone|remained)\s+unanswered|(?:were|was)(?:\s+not|n['’]t)\s+(?:\w+ly\s+)?"
        r"(?:returned|answered))\b",
    ),
    (DECLINED, r"\b(?:would|will|could)(?:\s+not|n['’]t)\s+(?:\w+ly\s+)?discuss\b"),
    (
        NO_RESPONSE,
        r"\bno\s+(?:immediate|official|public)\s+(?:response|reply|answer|comment|reaction|word)\b"
        r"(?:\s+from\s+(?P<who>[\w.'’-]+(?:\s+[\w.'’-]+){0,7}))?",
    ),
    (NO_RESPONSE, r"\b(?:has|have|had)\s+yet\s+to\s+(?:respond|reply|comment|react|answer)\b"),
    (NO_RESPONSE, rf"\b{_NOT}\s+{_LY}(?:answer|respond|reply)\s+when\s+asked\b"),
    (NO_RESPONSE, r"\bignor(?:ed|es|ing)\s+(?:\w+\s+){0,3}?(?:requests?|questions?|inquiries)\b"),
    (
        NO_RESPONSE,
        r"\b(?P<who>(?:neither|nobody|no\s+one)(?:\s+[\w.'’-]+){0,12}?)\s+(?:could\s+(?:\w+ly\s+)?be\s+"
        r"reached|"
        r"(?:was|were)\s+"
        r"(?:\w+ly\s+)?available|responded\s+to|replied\s+to|answered\s+(?:\w+\s+)?(?:calls|questions))\b",
    ),
    (
        DECLINED,
        r"\breferr(?:ed|ing|s)\s+(?:all\s+|further\s+|reporters'?\s+)?(?:questions|inquiries|queries)\s+"
        r"to\b",
    ),
)
_GERMAN = (
    (
        DECLINED,
        r"\b(?:wollte|wollten|will|wollen|mochte|mochten|möchte|möchten)\s+(?:[\w„“\"-]+\s+){0,8}?"
        r"(?:nicht|keine|keinen)\s+(?:[\w-]+\s+){0,4}?(?:äußern|kommentieren|nehmen|machen|abgeben|"
        r"geben)\b",
    ),
    (
        DECLINED,
        r"\blehnte[n]?\s+(?:[\w-]+\s+){0,5}?(?:Kommentar|Stellungnahme|Interview)\w*(?:\s+"
        r"[\w-]+){0,4}?\s+ab\b",
    ),
    (DECLINED, r"\b(?:äußerte|äußerten|äußert|äußern)\s+sich\s+(?:[\w-]+\s+){0,4}?nicht\b"),
    (
        DECLINED,
        r"\b(?:gab|gaben|machte|machten)\s+(?:[\w-]+\s+){0,3}?keine?n?\s+(?:näheren\s+)?(?:Angaben|"
        r"Kommentar|Stellungnahme|Auskunft)\w*(?:\s+"
        r"ab)?\b",
    ),
    (DECLINED, r"\bkommentierten?\s+(?:[\w-]+\s+){0,5}?nicht\b"),
    (DECLINED, r"\bweder\s+bestätig\w+\s+noch\s+dementier\w+"),
    (NO_RESPONSE, r"\b(?:reagierte|reagierten|antwortete|antworteten)\s+(?:[\w-]+\s+){0,4}?nicht\b"),
    (NO_RESPONSE, r"\bnicht\s+(?:zu\s+erreichen|erreichbar)\b"),
    (NO_RESPONSE, r"\b(?:ließ|ließen|blieb|blieben)\s+(?:[\w-]+\s+){0,6}?unbeantwortet\b"),
    (
        NO_RESPONSE,
        r"\b(?:Stellungnahme|Antwort|Reaktion)\s+(?:(?P<who>(?:des|der|von)\s+[\w-]+(?:\s+"
        r"[\w-]+){0,2}?)\s+)?lag(?:en)?\s+(?:[\w-]+\s+"
        r"){0,3}?nicht\s+vor\b",
    ),
)
_RUSSIAN = (
    (
        DECLINED,
        r"\bотказ(?:ал(?:ся|ась|ось|ись)|ыва(?:ется|ются|лся|лась|лись))\s+(?:[\w-]+\s+){0,2}?"
        r"(?:от\s+(?:[\w-]+\s+)?комментари\w+|комментировать|прокомментировать|отвечать|ответить|"
        r"разговаривать|"
        r"говорить|общаться|давать\s+\w+|обсуждать)",
    ),
    (DECLINED, r"\bот\s+комментари\w+\s+(?:[\w-]+\s+){0,2}?(?:отказал|воздержал)\w+"),
    (DECLINED, r"\bвоздерж(?:ал\w+|ива\w+)\s+от\s+(?:[\w-]+\s+)?комментари\w+"),
    (DECLINED, r"\bне\s+ста(?:л|ла|ли)\s+(?:[\w-]+\s+){0,2}?(?:комментировать|отвечать|уточнять|обсуждать)"),
    (DECLINED, r"\bне\s+(?:про)?комментир(?:ует|уют|овал\w*)"),
    (DECLINED, r"\b(?:не\s+подтвердил\w*\s+и\s+не\s+опроверг\w*|ни\s+подтвердил\w*,?\s+ни\s+опроверг\w*)"),
    (
        NO_RESPONSE,
        r"\bне\s+(?:ответил\w*|отреагировал\w*|отвеча\w+)\s+на\s+(?:[\w-]+\s+){0,2}?"
        r"(?:запрос|вопрос|звон|письм|сообщени|просьб)\w*",
    ),
    (NO_RESPONSE, r"\bна\s+(?:запрос|вопрос|звон|письм)\w*\s+(?:[\w«»-]+\s+){0,5}?не\s+ответил\w*"),
    (NO_RESPONSE, r"\bне\s+удалось\s+(?:[\w-]+\s+){0,2}?(?:связаться|дозвониться|получить\s+комментари\w+)"),
    (DECLINED, r"\bкомментари\w+\s+(?:[\w-]+\s+){0,2}?не\s+(?:смог|предостав|да)\w+"),
    (NO_RESPONSE, r"\bнедоступ(?:ен|на|ны)\s+для\s+комментари\w+"),
)
_UKRAINIAN = (
    (
        DECLINED,
        r"\bвідмов(?:ив(?:ся)?|ила(?:ся|сь)|или(?:ся|сь)|ляється|ляються)\s+(?:[\w-]+\s+){0,2}?"
        r"(?:від\s+(?:[\w-]+\s+)?коментар\w+|коментувати|прокоментувати|відповідати|відповісти|говорити|"
        r"спілкуватися|давати\s+\w+|обговорювати)",
    ),
    (DECLINED, r"\bвід\s+коментар\w+\s+(?:[\w-]+\s+){0,2}?(?:відмов|утрима)\w+"),
    (DECLINED, r"\bутрима\w+\s+від\s+(?:[\w-]+\s+)?коментар\w+"),
    (
        DECLINED,
        r"\bне\s+ста(?:в|ла|ли)\s+(?:[\w-]+\s+){0,2}?(?:коментувати|відповідати|уточнювати|обговорювати)",
    ),
    (DECLINED, r"\bне\s+(?:про)?коментує?\w*"),
    (DECLINED, r"\b(?:не\s+підтверди\w+\s+і\s+не\s+спростува\w+|ні\s+підтверди\w+,?\s+ні\s+спростува\w+)"),
    (
        NO_RESPONSE,
        r"\bне\s+(?:відпові\w+|відреагува\w+)\s+на\s+(?:[\w-]+\s+){0,2}?(?:запит|питанн|дзвін|лист|"
        r"повідомленн|проханн)\w*",
    ),
    (NO_RESPONSE, r"\bна\s+(?:запит|питанн|дзвін|лист)\w*\s+(?:[\w«»-]+\s+){0,5}?не\s+відпові\w+"),
    (
        NO_RESPONSE,
        r"\bне\s+вдалося\s+(?:[\w-]+\s+){0,2}?(?:зв['’ʼ]язатися|додзвонитися|отримати\s+коментар\w*)",
    ),
    (DECLINED, r"\bкоментар\w*\s+(?:[\w-]+\s+){0,2}?не\s+(?:зм[іо]г|нада|да)\w+"),
    (NO_RESPONSE, r"\bнедоступ(?:ний|на|ні)\s+для\s+коментар\w+"),
)


def _compiled(patterns: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in patterns)


SILENCES: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "en": _compiled(_ENGLISH),
    "de": _compiled(_GERMAN),
    "ru": _compiled(_RUSSIAN),
    "uk": _compiled(_UKRAINIAN),
}
# One of these stands in every silence: looking for them is faster than trying the patterns everywhere.
HINTS: Mapping[str, tuple[str, ...]] = {
    "en": (
        *("comment", "elaborat", "declin", "refus", "respon", "repl", "unanswered", "reached", "contacted"),
        *(
            "available",
            "reachable",
            "neither",
            "silent",
            "mum ",
            "lipped",
            "return",
            "yet to",
            "ignor",
            "not to be",
            "to be named",
            "be identified",
            "be quoted",
            "name",
        ),
        *("answer", "react", "details", "interviews", "explanation", "discuss", "say more", "questions"),
        *("nobody", "no one", "inquiries", "queries", "confirm or deny", "evidence", "no immediate"),
        *("no official", "no public"),
    ),
    "de": ("nicht", "kein", "lehnte", "weder", "unbeantwortet"),
    "ru": ("комментар", "комментир", "ответ", "отвеч", "отреаг", "отказ", "удалось", "опроверг"),
    "uk": ("комент", "відпов", "відреаг", "відмов", "вдалося", "спростув"),
}
