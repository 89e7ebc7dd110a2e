"""How a page speaks of the outlet it belongs to: in its text and in the furniture below it.

Every pattern has a group `name`. English, German, Ukrainian and Russian.
"""
# ruff: noqa: E501 (patterns)

import re

UPPER = "A-ZА-ЯІЇЄҐÄÖÜ"
NAME = rf"(?P<name>[{UPPER}][\w&’'-]{{1,30}}(?: [{UPPER}0-9][\w&’'-]{{0,30}}){{0,3}})"
START = r"(?:^|(?<=[.!?…»”\"] ))(?:However, |But |Jedoch |Однак |Однако )?"
UNNAMED_MEDIA = (
    r"(?:websites?|sites|media|newspapers?|papers|press|agencies|channels?|outlets|publications?|reports)"
)

# "Harn Online was not able to verify this": also in texts copied from an agency.
UNVERIFIED = (
    re.compile(
        rf"{START}{NAME} (?:(?:was|is|has been) (?:so far )?(?:not (?:immediately )?able|unable) to|could not|cannot|has not been able to)"
        r"[^.\n]{0,60}?\b(?:verify|confirm)\b(?=[^.\n]{0,80}\bindependent|[^.\n]{0,80}\.)"
    ),
    re.compile(rf"{START}{NAME} (?:konnte|kann) [^.\n]{{0,80}}\bnicht [^.\n]{{0,40}}(?:überprüfen|verifizieren|bestätigen)\b"),
    re.compile(rf"{START}{NAME} (?:наразі |поки )?не (?:може|змогл[аио]|зміг) (?:незалежно )?(?:перевірити|підтвердити)\b"),
    re.compile(rf"{START}{NAME} (?:пока )?не (?:может|смогл[аио]|смог) (?:независимо )?(?:проверить|подтвердить)\b"),
)  # fmt: skip

# "Harn Online refers to foreign websites about this": whoever says that of unnamed media speaks of itself.
REFERRING = (
    re.compile(rf"{START}{NAME} (?:refers|links|points) to (?:[\w-]+ ){{0,3}}{UNNAMED_MEDIA}(?: (?:about|on|for) (?:this|it))?\."),
    re.compile(rf"{START}{NAME} (?:beruft|bezieht) sich (?:dabei )?auf (?:[\w-]+ ){{0,2}}(?:Medien|Internetseiten|Webseiten|Zeitungen|Berichte)\b"),
)  # fmt: skip

# "© 2031 The Harn Herald. All rights reserved", "See what Harnbox can do for you", "Follow Harnbox on Telegram".
IN_FURNITURE = (
    re.compile(rf"^[\W_]*(?:©|\([cC]\)|Copyright)\s?(?:©\s?)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?,?\s)?(?P<notice>){NAME}(?=\.|,|\s*$|\s[|-])"),
    re.compile(rf"\bwhat {NAME} can do for you\b"),
    re.compile(rf"^(?:[Ff]ollow|[Ff]ind|[Jj]oin) {NAME} on (?:Facebook|Telegram|Twitter|X|WhatsApp|Instagram|YouTube|Google)\b"),
    re.compile(rf"^(?:[Dd]ownload|[Gg]et) the {NAME} app\b"),
    re.compile(rf"^(?:Folgen Sie|Folge) {NAME} (?:auf|bei)\b"),
    re.compile(rf"^(?:Підписуйтесь|Підписуйтеся) на {NAME} (?:в|у)\b"),
    re.compile(rf"^(?:Подписывайтесь|Подпишитесь) на {NAME} в\b"),
)  # fmt: skip

# Words that a product adds to the name of its site.
PRODUCT_WORDS = frozenset("ai app plus premium pro inc llc ltd gmbh".split())
