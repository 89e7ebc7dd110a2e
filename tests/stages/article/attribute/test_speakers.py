"""Whom pronouns, surnames, titles and descriptions refer to; open where two compete."""

import pytest

from onrecord.stages.article.attribute.terms.status import find_statuses
from tests.stages.article.attribute.drafts import marked

CASES = [
    ("en", "Mira Holm arrived. {s:Holm} {c:said} {t:it was over}.", "Mira Holm"),
    ("en", "Foreign minister Mira Holm arrived. {s:The minister} {c:said} {t:it was over}.", "Mira Holm"),
    ("en", "Ivo Kellan, 45, arrived. {s:The 45-year-old} {c:said} {t:it was over}.", "Ivo Kellan"),
    (
        "en",
        "Ivo Kellan, the mayor of Pell, left. Mira Holm stayed. {s:The mayor} {c:said} {t:it was over}.",
        "Ivo Kellan",
    ),
    ("en", "Ms. Dunn met Mr. Karr. {s:She} {c:said} {t:it was over}.", "Dunn"),
    ("en", "Mira Holm left early. {t:“It is over,”} {s:she} {c:said}.", "Mira Holm"),
    ("en", "Mr. Karr thanked Ms. Dunn. {s:He} {c:said} {t:it was over}.", "Karr"),
    ("en", "The Bank of Vesta met. {s:It} {c:said} {t:it was over}.", "Bank of Vesta"),
    ("ru", "Инга Полт приехала. {s:Она} {c:заявила}, {t:что всё кончено}.", "Инга Полт"),
    ("ru", "Мэр Иво Келлан приехал. {s:Мэр} {c:заявил}, {t:что всё кончено}.", "Иво Келлан"),
    ("uk", "Міністерка Міра Гольм приїхала. {s:Гольм} {c:заявила}, {t:що все скінчено}.", "Міра Гольм"),
    ("de", "Bundeskanzler Karl Horn ging. {s:Der Kanzler} {c:sagte}, {t:es sei vorbei}.", "Karl Horn"),
    ("de", "Außenministerin Mira Holm kam. {s:Sie} {c:sagte}, {t:es sei vorbei}.", "Mira Holm"),
]
OPEN = [
    "Mr. Karr and Mr. Stark met. {s:He} {c:said} {t:it was over}.",
    "Ivo Stark and Karl Stark came. {s:Stark} {c:said} {t:it was over}.",
    "Minister Mira Holm met minister Ivo Kellan. {s:The minister} {c:said} {t:it was over}.",
    "Mira Holm left. {s:He} {c:said} {t:it was over}.",
    "The road was wet. {s:He} {c:said} {t:it was over}.",
    "The minister of Norland, Mira Holm, left. {s:The Vestan minister} {c:said} {t:it was over}.",
    "{s:A clerk} {c:said} {t:it was over}.",
]


@pytest.mark.parametrize(("code", "text", "name"), CASES, ids=[case[1][:40] for case in CASES])
def test_resolved(code: str, text: str, name: str) -> None:
    layout, drafts = marked(text, code)
    (found,) = find_statuses(layout, drafts, (), code)
    assert found.speaker is not None
    assert found.speaker.name == name
    source = layout.text[drafts[0].source[0][0] : drafts[0].source[0][1]]
    assert source in found.speaker.reason.text and name in found.speaker.reason.text
    assert layout.text[found.speaker.span.start : found.speaker.span.end] == found.speaker.span.text


@pytest.mark.parametrize("text", OPEN)
def test_left_open(text: str) -> None:
    layout, drafts = marked(text)
    (found,) = find_statuses(layout, drafts, (), "en")
    assert found.speaker is None


def test_i_is_the_one_quoted() -> None:
    text = "{t:“{s1:I} {c1:told} them {t1:that it was over},”} {s:Mira Holm} {c:said}."
    layout, drafts = marked(text, inside={1: 0})
    _, inner = find_statuses(layout, drafts, (), "en")
    assert inner.speaker is not None and inner.speaker.name == "Mira Holm"


def test_the_one_a_spokeswoman_speaks_for() -> None:
    text = "{s:A spokeswoman for Mr. Karr} {c:said} {t:{s1:he} {c1:regretted} {t1:the remarks}}."
    layout, drafts = marked(text, inside={1: 0})
    _, inner = find_statuses(layout, drafts, (), "en")
    assert inner.speaker is not None and inner.speaker.name == "Karr"


def test_speech_goes_on_over_paragraphs() -> None:
    first = "{s:Mira Holm} {c:said} {t:it was over}.\n\n"
    text = first + "{t1:“Ivo Karr lost. Karl Stark lost too. We all lost,”} {s1:she} {c1:added}."
    layout, drafts = marked(text)
    _, second = find_statuses(layout, drafts, (), "en")
    assert second.speaker is not None and second.speaker.name == "Mira Holm"
