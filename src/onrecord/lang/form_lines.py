"""Furniture that has a form and no fixed words: contacts, notes on how a text was made, controls, comments.

English, German, Ukrainian and Russian. Each pattern is for lines of at most `MOST` characters.
"""
# ruff: noqa: E501 (patterns)

import re

MOST = 220
_PHONE = re.compile(r"(?<![\d.,])\+?\(?\d[\d()/ –-]{4,18}\d(?![\d.,]\d)")
_CONTACT = re.compile(
    r"\b(?:call|calls|phone|tel|telephone|telefon|text|ring|dial|fax|hotline|newsdesk|helpline|tip|tips|whatsapp|duty|lines?|"
    r"contact|reached|contacted|enquir\w+|inquir\w+|redaktion|anruf\w*|телефон\w*|тел|дзвон\w+|звон\w+)\b",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"^\d{1,3}(?:[ .,]\d{3})+$")
_CALLING = re.compile(
    r"\b(?:call|phone|tel|telephone|telefon|ring|dial|fax|hotline|тел|телефон)\b.{0,40}$", re.IGNORECASE
)
_QUOTED = re.compile('["“”„«»]')
_ON = re.compile(
    r"^[\W_]{0,4}(?:(?:the|this)\s)?(?:story|article|text|report|piece|post)\s(?:continues|goes on|carries on|resumes|is continued)\s(?:below|after|under|on page)\b"
    r"|^[\W_]{0,4}(?:der|dieser)?\s?(?:artikel|text|beitrag|bericht)\s(?:geht|läuft|wird)\s(?:\w+\s){0,5}(?:weiter|fortgesetzt)\b"
    r"|^[\W_]{0,4}продовження\s(?:статті|тексту|матеріалу)|^[\W_]{0,4}продолжение\s(?:статьи|текста|материала)",
    re.IGNORECASE,
)
_THING = r"(?:article|text|digest|summary|report|story|translation|item|post|page|content|brief|overview)"
_MADE = r"(?:put together|generated|produced|created|written|compiled|translated|summari[sz]ed|assembled|made|drafted|collected|edited)"
_MACHINE = r"(?:software|machines?|computers?|algorithms?|ai|artificial intelligence|bots?|robots?|programs?|scripts?|language model)"
_MACHINE_NOTE = re.compile(
    rf"^[\W_]{{0,4}}(?:this|the)\s(?:\w+\s)?{_THING}\s(?:was|is|has been)\s(?:\w+\s)?{_MADE}\s(?:automatically\b|(?:by|with|using)\s(?:\w+\s){{0,4}}?{_MACHINE}\b)"
    rf"|^[\W_]{{0,4}}(?:automatically|machine|ai)[ -](?:generated|translated|produced|compiled|written)\b"
    r"|^[\W_]{0,4}(?:dieser|diese|der|die)\s(?:\w+\s)?(?:artikel|text|beitrag|zusammenfassung|meldung|übersetzung)\s(?:wurde|ist)\s(?:\w+\s){0,4}(?:automatisch|maschinell|software|ki|computer\w*|programm)\b"
    r"|^[\W_]{0,4}(?:цей|ця|этот|эта)\s\w+\s(?:\w+\s){0,3}(?:автоматично|автоматически|програмою|программой)\b",
    re.IGNORECASE,
)
_LISTEN = re.compile(
    r"(?:^|[\])]\s)(?:listen to (?:this|the)|play (?:this|the)|hear this|anhören|artikel (?:an)?hören|слухати|слушать)\b.{0,24}$",
    re.IGNORECASE,
)
# What every control for listening holds: a quick look, before the pattern itself.
_HEAR = re.compile("listen|play|hear|hören|слу", re.IGNORECASE)
_DIGITS = re.compile(r"\d[\d()/ –-]{4}")
_BRACKETS = re.compile(r"^(?:\[[^\[\]\n]{1,30}\]\s{0,4}){2,12}$")
_REPLIES = re.compile(
    r"^[\W_]{0,4}(?:\d{1,6}|one|two|three|no)\s(?:repl(?:y|ies)|comments?|responses?|thoughts?|kommentare?|antworten|коментар\w*|комментар\w*)\s"
    r"(?:to|on|zu|до|к|so far|by readers)\b",
    re.IGNORECASE,
)
_USER = (
    r"(?:@[\w.-]{2,30}|[a-zа-я][\w.-]{2,29}|[\w.-]{1,28}[\d_][\w.-]{0,10}|guest|anonymous|gast|гість|гость)"
)
_USER_SAYS = re.compile(
    rf"^[\W_]{{0,4}}(?i:{_USER})\s(?:says|wrote|writes|schreibt|schrieb|пише|пишет)(?:\s(?:on|at|am|um)\s[^:\n]{{1,40}}\d[^\n]{{0,20}})?:$"
)
_USER_STAMP = re.compile(
    r"^[\W_]{0,4}(?:@[\w.-]{2,30}|[a-zа-я][\w.-]{1,29}|[\w.-]{1,28}[\d_][\w.-]{0,10})\s?[,(|•·–—-]{1,2}\s?[^:\n]{0,30}\d{1,2}[:.]\d\d(?:\s?[ap]m)?\)?(?::\s.{0,160})?$"
)
_NOTES = re.compile(
    r"^[\W_]{0,6}(?:notes? (?:to|for) (?:the )?(?:editors?|journalists)|editors?['’]s? notes?|press contacts?|media contacts?|contacts? for (?:the )?(?:press|media)|"
    r"(?:media|press) (?:enquiries|inquiries)|hinweise? (?:für|an) die redaktion(?:en)?|pressekontakt|rückfragen|ansprechpartner(?:in)?(?: für die presse)?|"
    r"для редакторів|для редакторов|контакти для (?:преси|змі)|контакты для (?:прессы|сми))[\W_]{0,4}$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"^[\W_]{1,8}(?:ends?|ende|кінець|конец)[\W_]{1,8}$|^ENDS$", re.IGNORECASE)


_APPEAL = re.compile(
    r"^[\W_]{0,4}(?:please\s(?:consider|support|share|rate|send|do not|don't|help|respect|keep|leave|remember|recycle)"
    r"|thank(?:s| you)\sfor\s(?:reading|visiting|subscribing)|(?:enjoyed|liked|like)\sth(?:is|e)\s(?:article|story|post|piece|issue)?"
    r"|did you\s(?:like|enjoy)|got a\s(?:story|tip|question|view)|have (?:you got )?a\s(?:story|tip|question|view)|"
    r"(?:write to|send|tell|drop|e-?mail|mail|call|reach|contact|support|follow)\sus\b|let us know\b|never miss\s(?:a|an)\b|stay\s(?:informed|up to date)\b"
    r"|you(?:'re| are)\sreading\b|you\s(?:have|can read)\s\d+\s(?:\w+\s){0,2}(?:articles?|stories)|to\s(?:read on|read more|continue reading|unsubscribe)\b|unsubscribe\b"
    r"|(?:all|the) views expressed\b|schreiben sie uns\b|danke fürs lesen\b|unterstützen sie uns\b|напишіть нам\b|напишите нам\b)",
    re.IGNORECASE,
)
_FORMS = (
    (_APPEAL, "appeal", "speaks to the reader of the page"),
    (_ON, "advertisement", "says that the text goes on below what stands in its way"),
    (_MACHINE_NOTE, "machine note", "says that a machine made the text"),
    (_BRACKETS, "navigation", "is a row of labels in square brackets"),
    (_NOTES, "notice", "opens what is meant for editors only"),
    (_ENDS, "notice", "marks the end of a release"),
    (_REPLIES, "comments", "stands over what readers wrote"),
    (_USER_SAYS, "comments", "says which reader wrote what follows"),
    (_USER_STAMP, "comments", "says which reader wrote, and when"),
)


def form_of(text: str) -> tuple[str, str] | None:
    """(kind, what it is, for a reason) when the form of a line makes it furniture."""
    if len(text) > MOST:
        return None
    for pattern, kind, what in _FORMS:
        if pattern.match(text):
            return kind, what
    if _HEAR.search(text) and _LISTEN.search(text):
        return "share", "is a control for listening"
    return _contact(text) if _DIGITS.search(text) else None


def _contact(text: str) -> tuple[str, str] | None:
    """A number to call with a word for calling, in nobody's mouth."""
    found = _PHONE.search(text)
    if found is None or _QUOTED.search(text) or _CONTACT.search(text) is None:
        return None
    if _GROUPED.match(found.group(0)) and _CALLING.search(text[: found.start()]) is None:
        return None
    digits = sum(mark.isdigit() for mark in found.group(0))
    return ("contact", f"gives a number to call (“{found.group(0).strip()}”)") if digits >= 6 else None
