"""Actors told by the pile: where offices sit, letters of a union, bodies in German, names of two uses."""
# ruff: noqa: E501 (whole sentences)

from onrecord.config import ActorConfig
from onrecord.data import MentionKind
from onrecord.engine import LocalEngine
from onrecord.stages.corpus.actors import resolve_actors
from onrecord.stages.corpus.chains import build_chains
from tests.stages.corpus.test_actors_pile import findings

NOTE = """Tolvia answers
Tolvia's prime minister, Edda Morn, said that Penria's foreign ministry had sent a letter.
"""
SPEECH = """Morn speaks
Prime Minister Edda Morn told parliament in Sant Orsk that Tolvia would open the pass. The Lune Commission may travel there.
"""
ANSWER = """A cold reply
It was not what the government in Havel wanted to hear. Tolvia waits, and Penria has time. Later Havel told the news agency Harrow that it would not wait.
The agency's sources say the pass is open.
"""
UNION = """Dockers stop
The union could live with longer breaks, a friend of Jan Brisk told this paper.
The Dock and Harbour Workers' Union (DHWU) wants a reply. The DHWU objects to the new cranes.
"""
GERMAN = """Tolvien wartet
Ein Sprecher der Lunekommission teilte mit, der Antrag liege vor. "Nein", sagte Energieministerin Petra Salm der Agentur Harrow. Salm ging.
"""
PILE = [
    findings(NOTE, 0),
    findings(SPEECH, 1),
    findings(ANSWER, 2),
    findings(UNION, 3),
    findings(GERMAN, 4, "de"),
]
ACTORS, LINKS = resolve_actors(PILE, LocalEngine(), ActorConfig())
NAMES = {actor.id: actor.name for actor in ACTORS}


def at(words: str, article: int) -> set[str]:
    """The names of the actors linked inside these words."""
    text = PILE[article].article.text
    start = text.index(words)
    inside = [
        k
        for k in LINKS
        if k.article_id == f"ar-{article}" and start <= k.span.start and k.span.end <= start + len(words)
    ]
    return {NAMES[k.actor_id] for k in inside}


def test_the_parliament_that_a_prime_minister_told_sits_in_the_capital() -> None:
    assert "Penria" in at("Havel told", 2)
    reason = next(k.reason for k in LINKS if k.span.text == "Havel" and k.article_id == "ar-2")
    assert "Tolvia" in reason


def test_a_bodys_letters_and_noun_are_the_body() -> None:
    union = "Dock and Harbour Workers' Union"
    assert union in at("The DHWU objects", 3)
    assert union in at("The union could live", 3)


def test_a_body_is_found_in_a_german_compound() -> None:
    assert at("der Lunekommission", 4) == {"Lune Commission"}


def test_a_first_name_that_is_an_agency_too() -> None:
    assert at("Energieministerin Petra Salm", 4) == {"Petra Salm"} and at("Salm ging", 4) == {"Petra Salm"}
    assert not [actor for actor in ACTORS if actor.name == "Petra" and actor.kind is MentionKind.OUTLET]


def chain(words: str, article: int) -> list[str]:
    item = next(a for a in PILE[article].attributions if any(words in part.text for part in a.content))
    found = next(c for c in build_chains(PILE, [], LINKS) if c.attribution_id == item.id)
    return [hop.name for hop in found.hops]


def test_the_agencys_sources_are_those_of_the_agency_named_before() -> None:
    assert chain("the pass is open", 2) == ["Harrow", "The agency's sources"]


def test_whose_aide_it_is_is_not_who_speaks() -> None:
    assert chain("could live", 3) == ["a friend of Jan Brisk"]


def test_german_chains_go_through_the_agency_that_was_told() -> None:
    assert chain("Nein", 4)[0] == "Harrow"
