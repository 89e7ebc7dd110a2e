"""Mentions and coreference inside one article, on invented pages."""
# ruff: noqa: E501 (whole sentences)

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import Article, Fact, Language, Mention, MentionKind, Reason, Span
from onrecord.models.english import parse
from onrecord.stages.article.mentions import find_mentions

PAGE = """Corvan president rules out talks before withdrawal
(NORPRESS) - Corvan President Ana Tiel said on Tuesday that Corva would not talk to Dastria before its troops left.
"We will not sit down while they hold our villages," Tiel told reporters in Brell, the capital of Corva.
Her spokesman, Milo Garren, said the Corvan leader had made this clear to her Dastrian counterpart, Ivo Sandrek.
Dastria rejects the demand. "Brell is not serious," a Dastrian foreign ministry official said.
Two sources close to the talks told Norpress that the president would accept observers.
"""


def article(text: str, outlet: str | None = None) -> Article:
    end = text.find("\n")
    title = text[:end] if end > 0 else None
    fact = Fact(outlet, None, "made for the test") if outlet else None
    return Article(
        "ar-1", "pg-1", 0, (Span(0, len(text), text),), text, title,
        Span(0, end, text[:end]) if end > 0 else None, outlet=fact,
    )  # fmt: skip


def english(text: str, outlet: str | None = None) -> tuple[Mention, ...]:
    return find_mentions(article(text, outlet), Language("en", 1.0, Reason("test")), parse(text))


def other(text: str, code: str) -> tuple[Mention, ...]:
    return find_mentions(article(text), Language(code, 1.0, Reason("test")), None)


def find(mentions: tuple[Mention, ...], words: str) -> Mention:
    return next(m for m in mentions if m.span.text == words)


def chain_of(mentions: tuple[Mention, ...], words: str) -> list[str]:
    number = find(mentions, words).chain
    return [m.span.text for m in mentions if m.chain == number]


def test_wordings_of_one_leader_are_one_chain() -> None:
    found = chain_of(english(PAGE), "Corvan President Ana Tiel")
    assert {"Corvan president", "Tiel", "Her", "the Corvan leader", "the president"} <= set(found)
    assert "Ivo Sandrek" not in found


def test_roles_bind_a_person_to_a_state() -> None:
    mentions = english(PAGE)
    assert find(mentions, "Corvan President Ana Tiel").state == "Corva"
    assert find(mentions, "Ivo Sandrek").state == "Dastria"
    assert find(mentions, "Milo Garren").state == "Corva"
    assert "her Dastrian counterpart" in find(mentions, "Ivo Sandrek").descriptions


def test_capital_that_acts_is_the_state_and_else_a_place() -> None:
    mentions = [m for m in english(PAGE) if m.span.text == "Brell"]
    assert [m.kind for m in mentions] == [MentionKind.PLACE, MentionKind.STATE]
    assert mentions[1].state == "Corva"
    assert "Brell is" in mentions[1].reason.text


def test_a_role_that_only_possesses_is_found() -> None:
    text = "Visit\nChilean President Rosa Vidal met farmers. The Chilean leader's remarks came late."
    assert "The Chilean leader" in chain_of(english(text), "Chilean President Rosa Vidal")


def test_described_sources_stay_unnamed_with_their_whole_phrase() -> None:
    mentions = english(PAGE)
    assert find(mentions, "Two sources close to the talks").kind is MentionKind.UNNAMED
    official = find(mentions, "a Dastrian foreign ministry official")
    assert (official.kind, official.state) == (MentionKind.UNNAMED, "Dastria")


def test_unknown_outlet_in_a_dateline() -> None:
    assert find(english(PAGE), "NORPRESS").kind is MentionKind.OUTLET


def test_same_surname_with_other_first_names_stays_apart() -> None:
    text = "Farm news\nMinister Ana Tiel met John Tiel in Oslo. Ana Tiel spoke first. John Tiel, a farmer, listened."
    mentions = english(text)
    assert find(mentions, "John Tiel").chain != find(mentions, "Ana Tiel").chain


def test_spellings_of_one_name_meet() -> None:
    text = (
        "Talks\nPresident Oleh Hrabovskyy spoke on Monday. Hrabovsky said he was tired. "
        "Later Oleh Hrabovskiy left, and Hrabovskiy did not return."
    )
    mentions = [m for m in english(text) if m.kind is MentionKind.PERSON and not m.pronoun]
    assert len({m.chain for m in mentions}) == 1


def test_known_states_capitals_and_seats() -> None:
    text = (
        "Visit\nThe Casa Rosada said Argentina would answer. Officials in Montevideo denied it. "
        "Chilean officials said Santiago had agreed with Lima."
    )
    mentions = english(text)
    assert find(mentions, "The Casa Rosada").state == "AR"
    assert find(mentions, "Argentina").chain == find(mentions, "The Casa Rosada").chain
    assert find(mentions, "Officials in Montevideo").kind is MentionKind.UNNAMED
    assert find(mentions, "Officials in Montevideo").state == "UY"
    assert find(mentions, "Montevideo").kind is MentionKind.PLACE
    assert find(mentions, "Santiago").state == "CL"


def test_the_newspaper_is_not_the_outlet_of_the_page() -> None:
    text = (
        "Deal near\nA deal is near, the Harbour Gazette reports, citing officials, KTN writes. "
        "According to the newspaper, both sides agreed."
    )
    with_own = english(text, outlet="KTN")
    assert "the newspaper" in chain_of(with_own, "the Harbour Gazette")


def test_initials_take_up_a_full_name() -> None:
    text = "Trade\nThe International Trade Board opened a case. The ITB said it would hear all sides. The board met."
    mentions = english(text)
    assert find(mentions, "The ITB").chain == find(mentions, "The International Trade Board").chain


@pytest.mark.parametrize(
    ("text", "title", "surname", "state"),
    [
        ("Lage\nPräsident Emil Brandner sagte, er sei bereit. Brandner traf Gäste in Wien.", "Emil Brandner", "Brandner", None),
        ("Мова\nПрезидент України Остап Гриневич заявив. За словами Гриневича, так.", "Остап Гриневич", "Гриневича", "UA"),
        ("Речь\nПрезидент Чили Хуан Кастро заявил. По словам Кастро, нет.", "Хуан Кастро", "Кастро", "CL"),
    ],
)  # fmt: skip
def test_titled_persons_without_a_parse(text: str, title: str, surname: str, state: str | None) -> None:
    code = {"L": "de", "М": "uk", "Р": "ru"}[text[0]]
    mentions = other(text, code)
    full = next(m for m in mentions if m.head.text == title)
    assert full.state == state
    assert find(mentions, surname).chain == full.chain


def test_every_reason_quotes_words_of_the_article() -> None:
    for mention in english(PAGE):
        quoted = re.findall(r"“([^”]+)”", mention.reason.text)
        assert quoted, mention
        flat = " ".join(PAGE.split())
        assert any(words in flat for words in quoted), mention.reason.text


def test_same_input_same_output() -> None:
    assert english(PAGE) == english(PAGE)


def test_empty_and_odd_texts() -> None:
    assert english("") == ()
    assert english("\n \n") == ()
    assert english("… — “” \u202e \u0000") == ()


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ABab ,.'’\n-“”(ІкиївTheKiev", max_size=120))
def test_spans_carry_their_text_english(text: str) -> None:
    for mention in english(text):
        assert text[mention.span.start : mention.span.end] == mention.span.text
        assert mention.span.start <= mention.head.start < mention.head.end <= mention.span.end


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["de", "uk", "ru", "und"]))
def test_spans_carry_their_text_without_parse(text: str, code: str) -> None:
    for mention in other(text, code):
        assert text[mention.span.start : mention.span.end] == mention.span.text
        assert mention.span.start <= mention.head.start < mention.head.end <= mention.span.end
