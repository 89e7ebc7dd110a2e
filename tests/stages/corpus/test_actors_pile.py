"""Actors that only the pile tells: capitals, seats, agencies, kinds of names, other scripts, who is no actor."""
# ruff: noqa: E501 (whole sentences)

from onrecord.config import ActorConfig
from onrecord.data import (
    Actor,
    ActorLink,
    Article,
    ArticleFindings,
    Language,
    MentionKind,
    PublicationDate,
    Reason,
    Span,
)
from onrecord.engine import LocalEngine
from onrecord.models.english import parse
from onrecord.pipeline.article import attribution_readers
from onrecord.stages.article.attribute import attribute
from onrecord.stages.article.mentions import find_mentions
from onrecord.stages.article.sentences import find_sentences
from onrecord.stages.corpus.actors import resolve_actors

LEAD = """Tolvia would stop at the ridge, officials say
ORSK, May 4 (Harrow) - Tolvian President Edda Morn is ready to stop the war with Penria along the ridge, three Tolvian officials told Harrow.
A former minister who still visits the Slate House, the seat of the Tolvian presidency, said the president would fight on.
Penrian Foreign Minister Ulrik Sand said he doubted it. Tolvian presidential spokesman Kai Brent declined to comment.
"I have nothing," said Wim Astor, who keeps bees near the Lune valley.
"""
CAPITALS = """Talks in the snow
Reporters walked through Orsk, the capital of Tolvia, and Havel, the capital of Penria. Penria's army waited.
"""
LATER = """Havel answers
The Slate House said the plan was fair. Havel also insists that it will not give up land, the report said.
Harrow notes that Penria waits. Ulrik Sand was in the Lune valley. President Morn did not answer.
"""
RUSSIAN = """Морн отвергла план
Президент Толвии Эдда Морн заявила, что страна не отступит. «Нет», — сказала Морн в четверг.
Агентство «Харроу» писало об этом раньше. Пресс-секретарь президента Толвии Кай Брент молчал.
"""
GERMAN = """Tolvien wartet
Die Regierung in Orsk schweigt. Präsidentensprecher Kai Brent sagte am Montag, man warte ab.
"""


def findings(text: str, number: int, code: str = "en") -> ArticleFindings:
    end = text.find("\n")
    title = Span(0, end, text[:end])
    made = Article(f"ar-{number}", f"pg-{number}", 0, (Span(0, len(text), text),), text, text[:end], title)
    language = Language(code, 1.0, Reason("test"))
    doc = parse(text) if code == "en" else None
    sentences = find_sentences(made, language, doc)
    mentions = find_mentions(made, language, doc)
    said = attribute(made, language, sentences, mentions, attribution_readers()).attributions
    undated = PublicationDate(None, None, None, Reason("test"))
    return ArticleFindings(made, language, (), undated, (), sentences, mentions, said, (), ())


PILE = [
    findings(LEAD, 0),
    findings(CAPITALS, 1),
    findings(LATER, 2),
    findings(RUSSIAN, 3, "ru"),
    findings(GERMAN, 4, "de"),
]
ACTORS, LINKS = resolve_actors(PILE, LocalEngine(), ActorConfig())


def one(name: str) -> Actor:
    found = [actor for actor in ACTORS if actor.name == name]
    assert len(found) == 1, [(actor.name, actor.kind) for actor in ACTORS]
    return found[0]


def words(actor: Actor, article: int) -> set[str]:
    return {k.span.text for k in LINKS if k.actor_id == actor.id and k.article_id == f"ar-{article}"}


def link(text: str, article: int) -> ActorLink:
    return next(k for k in LINKS if k.span.text == text and k.article_id == f"ar-{article}")


def test_a_capital_and_a_seat_told_elsewhere_stand_for_their_state() -> None:
    assert "Havel" in words(one("Penria"), 2)
    assert words(one("Tolvia"), 2) & {"Slate House", "The Slate House"}
    assert "Havel" in link("Havel", 2).reason


def test_a_dateline_is_no_actor() -> None:
    assert not [k for k in LINKS if k.article_id == "ar-0" and "ORSK" in k.span.text]


def test_an_agency_is_told_by_its_dateline_and_found_everywhere() -> None:
    harrow = one("Harrow")
    assert harrow.kind is MentionKind.OUTLET
    assert "Harrow" in words(harrow, 0) and "Harrow" in words(harrow, 2)


def test_holders_of_offices_speak_for_states_that_no_table_knows() -> None:
    assert one("Edda Morn").state_id == one("Tolvia").id
    assert one("Kai Brent").state_id == one("Tolvia").id
    assert one("Ulrik Sand").state_id == one("Penria").id


def test_persons_are_one_across_scripts_and_titles_are_cut_off() -> None:
    assert {"Президент Толвии Эдда Морн"} <= words(one("Edda Morn"), 3)
    assert words(one("Kai Brent"), 3) and "Präsidentensprecher Kai Brent" in words(one("Kai Brent"), 4)
    assert "Tolvien" in words(one("Tolvia"), 4)


def test_land_is_no_actor_and_a_seller_is_a_person() -> None:
    assert not [actor for actor in ACTORS if "Lune" in actor.names]
    assert one("Wim Astor").kind is MentionKind.PERSON


def test_groups_that_say_nothing_are_no_actors() -> None:
    names = {actor.name for actor in ACTORS if actor.kind is MentionKind.UNNAMED}
    assert "three Tolvian officials" in names
    assert not names & {"bees", "Reporters", "the war", "President", "the president"}


def test_no_two_reasons_of_links_are_equal() -> None:
    reasons = [k.reason for k in LINKS]
    assert len(reasons) == len(set(reasons))


def test_order_of_arrival_changes_nothing() -> None:
    assert resolve_actors(PILE[::-1], LocalEngine(), ActorConfig()) == (ACTORS, LINKS)
