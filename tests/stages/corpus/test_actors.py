"""Actors across invented articles: one each, whatever the wording."""
# ruff: noqa: E501 (whole sentences)

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

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
from onrecord.errors import InputError
from onrecord.models.english import parse
from onrecord.pipeline.article import attribution_readers
from onrecord.stages.article.attribute import attribute
from onrecord.stages.article.mentions import find_mentions
from onrecord.stages.article.sentences import find_sentences
from onrecord.stages.corpus.actors import resolve_actors

FIRST = """Corva rules out talks before withdrawal
Corvan President Ana Tiel said on Tuesday that Corva would not talk to Dastria before its troops left the valley.
"We will not sit down," Tiel told reporters in Brell, the capital of Corva.
Her spokesman, Milo Garren, said the Corvan leader had told this to her Dastrian counterpart, Ivo Sandrek.
"""
SECOND = """Dastria ready for ceasefire
Dastria's President Ivo Sandrek is ready for a ceasefire if Corva accepts the lines, three Dastrian officials said.
Brell has not answered. The Corvan president insists on a full withdrawal.
The Dastrian leader spoke in Vint, the Dastrian capital. Vint accused Brell of stalling.
"""
THIRD = """Vint denies new offer
Vint denied on Friday that it had offered a truce. Brell welcomed the denial.
John Tiel, a farmer, said the war had ruined him. Three officials said that prices had doubled.
"""
CHILE = """Santiago answers
Santiago has answered, Chilean officials said. President Rosa Vidal of Chile was in Lima.
"""
PERU = """Lima waits
Chilean President Rosa Vidal spoke. Lima and Santiago disagree. Peru waits.
"""


def findings(text: str, number: int) -> ArticleFindings:
    end = text.find("\n")
    made = Article(
        f"ar-{number}",
        f"pg-{number}",
        0,
        (Span(0, len(text), text),),
        text,
        text[:end],
        Span(0, end, text[:end]),
    )
    english = Language("en", 1.0, Reason("test"))
    doc = parse(text)
    sentences = find_sentences(made, english, doc)
    mentions = find_mentions(made, english, doc)
    return ArticleFindings(
        made, english, (), PublicationDate(None, None, None, Reason("test")), (), sentences,
        mentions, attribute(made, english, sentences, mentions, attribution_readers()).attributions, (), (),
    )  # fmt: skip


PILE = [findings(text, number) for number, text in enumerate((FIRST, SECOND, THIRD))]


def resolve(
    pile: list[ArticleFindings], config: ActorConfig | None = None
) -> tuple[tuple[Actor, ...], Sequence[ActorLink]]:
    return resolve_actors(pile, LocalEngine(), config or ActorConfig())


def by_name(actors: tuple[Actor, ...], name: str) -> Actor:
    found = [actor for actor in actors if actor.name == name]
    assert len(found) == 1, [actor.name for actor in actors]
    return found[0]


def words_of(links: Sequence[ActorLink], actor: Actor) -> set[str]:
    return {link.span.text for link in links if link.actor_id == actor.id}


def test_one_actor_for_a_leader_across_articles() -> None:
    actors, links = resolve(PILE)
    tiel = by_name(actors, "Ana Tiel")
    assert {"the Corvan leader", "The Corvan president", "Tiel"} <= words_of(links, tiel)
    sandrek = by_name(actors, "Ivo Sandrek")
    assert {"her Dastrian counterpart", "The Dastrian leader"} <= words_of(links, sandrek)


def test_two_persons_of_one_surname_stay_apart() -> None:
    actors, _ = resolve(PILE)
    assert by_name(actors, "John Tiel").id != by_name(actors, "Ana Tiel").id


def test_a_capital_named_in_one_article_acts_in_another() -> None:
    actors, links = resolve(PILE)
    corva, dastria = by_name(actors, "Corva"), by_name(actors, "Dastria")
    assert "Brell" in words_of(links, corva)
    assert {
        link.article_id for link in links if link.span.text == "Vint" and link.actor_id == dastria.id
    } == {"ar-1", "ar-2"}
    assert "capital" in corva.reason


def test_who_speaks_for_which_state() -> None:
    actors, _ = resolve(PILE)
    corva, dastria = by_name(actors, "Corva"), by_name(actors, "Dastria")
    assert by_name(actors, "Ana Tiel").state_id == corva.id
    assert by_name(actors, "Milo Garren").state_id == corva.id
    assert by_name(actors, "three Dastrian officials").state_id == dastria.id
    assert by_name(actors, "John Tiel").state_id is None
    assert corva.state_id == corva.id


def test_unnamed_groups_of_two_articles_are_two_actors() -> None:
    twice = [PILE[2], replace(PILE[2], article=replace(PILE[2].article, id="ar-9"))]
    actors, _ = resolve(twice)
    assert len([a for a in actors if a.kind is MentionKind.UNNAMED and a.name == "Three officials"]) == 2


def test_known_states_need_no_hint() -> None:
    actors, links = resolve([findings(CHILE, 0), findings(PERU, 1)])
    chile = by_name(actors, "Chile")
    assert {"Santiago", "Chile"} <= words_of(links, chile)
    assert by_name(actors, "Rosa Vidal").state_id == chile.id


def test_order_of_arrival_changes_nothing() -> None:
    expected = resolve(PILE)
    for seed in range(4):
        shuffled = PILE[:]
        random.Random(seed).shuffle(shuffled)  # noqa: S311
        assert resolve(shuffled) == expected


def test_ids_outlive_more_articles() -> None:
    before = {actor.name: actor.id for actor in resolve(PILE[:2])[0]}
    after = {actor.name: actor.id for actor in resolve(PILE)[0]}
    for name in ("Ana Tiel", "Ivo Sandrek", "Corva", "Dastria"):
        assert before[name] == after[name]


def test_links_carry_their_text_and_a_reason() -> None:
    actors, links = resolve(PILE)
    texts = {f.article.id: f.article.text for f in PILE}
    assert {link.actor_id for link in links} <= {actor.id for actor in actors}
    for link in links:
        assert texts[link.article_id][link.span.start : link.span.end] == link.span.text
        assert "“" in link.reason


def test_the_users_gazetteer(tmp_path: Path) -> None:
    file = tmp_path / "actors.toml"
    file.write_text(
        '[[actor]]\nname = "Republic of Dastria"\nkind = "state"\nnames = ["Dastria"]\ncapital = "Vint"\n'
        'demonym = "Dastrian"\n',
        encoding="utf-8",
    )
    actors, links = resolve([PILE[2]], ActorConfig(gazetteer=str(file)))
    assert "Vint" in words_of(links, by_name(actors, "Republic of Dastria"))


@pytest.mark.parametrize(
    "content", ["[[actor]]\nname = 3\n", "[[actor]]\nname='A'\nkind='god'\n", "x = [", "\x00"]
)
def test_a_bad_gazetteer_is_a_clear_error(tmp_path: Path, content: str) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"bad\.toml"):
        resolve(PILE, ActorConfig(gazetteer=str(file)))


def test_nothing_gives_nothing() -> None:
    assert resolve([]) == ((), ())
