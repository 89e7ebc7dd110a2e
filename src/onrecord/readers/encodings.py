"""Names of encodings as pages, servers and mails declare them."""

import codecs

LABELS = {
    "utf8": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "x-cp1250": "cp1250",
    "dos-866": "cp866",
    "koi": "koi8-r",
    "koi8": "koi8-r",
    "koi8-ru": "koi8-u",
    "x-sjis": "cp932",
    "ms_kanji": "cp932",
    "windows-31j": "cp932",
    "ks_c_5601-1989": "cp949",
    "windows-949": "cp949",
    "x-gbk": "gb18030",
    "x-x-big5": "big5",
    "big5-hkscs": "big5hkscs",
    "x-euc-jp": "euc_jp",
    "macintosh": "mac-roman",
    "x-mac-roman": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-ukrainian": "mac-cyrillic",
    "windows-874": "cp874",
    "tis-620": "cp874",
    "utf-16": "utf-16-le",
    "unicode": "utf-16-le",
    "ucs-2": "utf-16-le",
}
WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "euc_kr": "cp949",
    "johab": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
WIDE = frozenset(("utf-16-le", "utf-16-be"))
KNOWN = WIDE | frozenset(
    (
        "utf-8",
        "cp1250",
        "cp1251",
        "cp1252",
        "cp1253",
        "cp1254",
        "cp1255",
        "cp1256",
        "cp1257",
        "cp1258",
        "cp866",
        "cp874",
        "cp932",
        "cp949",
        "iso8859-2",
        "iso8859-3",
        "iso8859-4",
        "iso8859-5",
        "iso8859-6",
        "iso8859-7",
        "iso8859-8",
        "iso8859-10",
        "iso8859-13",
        "iso8859-14",
        "iso8859-15",
        "iso8859-16",
        "koi8-r",
        "koi8-u",
        "mac-roman",
        "mac-cyrillic",
        "gb18030",
        "big5hkscs",
        "euc_jp",
        "iso2022_jp",
    )
)


def encoding_named(label: str) -> str | None:
    """The codec that browsers use for a declared label (WHATWG Encoding, names and labels); None for
    one that they do not know. Python's own list holds codecs that are no encodings of text, or slow."""
    label = label.strip().strip("\"'").lower()
    try:
        name = codecs.lookup(LABELS.get(label, label)).name
    except (LookupError, ValueError):
        return None
    name = WIDER.get(name, name)
    return name if name in KNOWN else None
