"""Candidates: what copies, rewrites and translations share, and what no text can do to it."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from eval.made import findings_of
from onrecord.config import ReuseConfig
from onrecord.data import ArticleFindings
from onrecord.stages.corpus.reuse.candidates import candidate_pairs
from onrecord.stages.corpus.reuse.screen import screened
from onrecord.stages.corpus.reuse.sketch import Sketch, get_sketch, put_sketch, sketch_of
from onrecord.text.joins import unpacked
from onrecord.text.translit import name_key

CONFIG = ReuseConfig()
WIRE = (
    "The ferry Aldona struck the Merrin pier at Tolsund on Sunday and 14 passengers were hurt, the "
    "harbour master, "
    "Ilja Brevik, told reporters. The pier had been closed to traffic since March because its timber "
    "was rotten. "
    "“The rudder did not answer and nobody on the bridge could say why,” Brevik said. Divers will "
    "look at the hull "
    "today. The Kestria line, which owns the vessel, runs 9 ferries to the outer islands and carried "
    "410,000 people."
)
REWRITE = (
    "Fourteen people, 14 by the count of harbour master Brevik, suffered injuries as the Aldona "
    "rammed a rotten pier in "
    "Tolsund this weekend. Merrin, as the landing is known, was shut in spring. An examination by "
    "divers is due. "
    "Kestria, owner of the ferry, takes 410,000 travellers a year to outlying islands."
)
RUSSIAN = (
    "В воскресенье паром «Алдона» врезался в причал Меррин в Толсунде, пострадали 14 пассажиров. Об "
    "этом сообщил "
    "начальник порта Илья Бревик. Компания Кестрия владеет 9 паромами и перевезла 410 000 человек."
)
OTHER = (
    "Parliament in Vostan passed the grain law by 61 votes to 38 after a night of debate. Farmers "
    "say that quotas will "
    "ruin them, the minister Pelka Orun holds that prices must fall before the winter."
)


def _article(name: str, text: str, language: str = "en") -> ArticleFindings:
    return findings_of(name, "", text, None, language)


def _pairs(articles: list[ArticleFindings]) -> set[tuple[str, str]]:
    ordered = sorted(articles, key=lambda item: item.article.id)
    sketches = [sketch_of(item, CONFIG) for item in ordered]
    left, right = unpacked(candidate_pairs(sketches, CONFIG))
    kept = screened(sketches, left, right, CONFIG)
    ids = [item.article.id for item in ordered]
    both = zip(left[kept].tolist(), right[kept].tolist(), strict=True)
    return {(ids[one], ids[other]) for one, other in both}


def _names(*names: str) -> tuple[str, ...]:
    return tuple(sorted(_article(name, "").article.id for name in names))


def test_copies_rewrites_and_translations_meet_and_others_do_not() -> None:
    half = WIRE[: len(WIRE) // 2]
    pile = [_article("wire", WIRE), _article("copy", half), _article("rewrite", REWRITE)]
    pile += [_article("russian", RUSSIAN, "ru"), _article("other", OTHER)]
    found = _pairs(pile)
    for pair in (("wire", "copy"), ("wire", "rewrite"), ("wire", "russian")):
        assert _names(*pair) in found
    assert not any(_names("other")[0] in pair for pair in found)


def test_the_pile_does_not_change_a_sketch_and_order_does_not_change_pairs() -> None:
    pile = [_article("wire", WIRE), _article("rewrite", REWRITE), _article("russian", RUSSIAN, "ru")]
    pile += [_article(f"other {n}", f"{OTHER} Item {n}.") for n in range(9)]
    found = _pairs(pile)
    for seed in range(4):
        assert _pairs(random.Random(seed).sample(pile, len(pile))) == found  # noqa: S311 - repeatable


def test_a_thousand_pages_of_one_text_stay_bounded() -> None:
    sketch = sketch_of(_article("wire", WIRE), CONFIG)
    found = candidate_pairs([sketch] * 1_000, CONFIG)
    assert len(found) <= 1_000 * CONFIG.bucket


@given(st.text(st.characters(codec=None), max_size=400), st.sampled_from(["en", "uk", "de", "und", ""]))
@settings(max_examples=60, deadline=None)
def test_any_text_has_a_sketch_that_comes_back(text: str, language: str) -> None:
    sketch = sketch_of(_article("any", text, language), CONFIG)
    again = get_sketch(put_sketch(sketch))
    assert put_sketch(again) == put_sketch(sketch)
    assert isinstance(again, Sketch)


def test_long_and_hostile_texts() -> None:
    for text in ("", "\x00" * 500, "a" * 1_000_000, "“" * 5_000, "\ud800 \u202e" * 500, "1 " * 50_000):
        pile = [_article("one", text), _article("two", text)]
        assert _pairs(pile) <= {_names("one", "two")}


def test_names_of_several_scripts_share_a_key() -> None:
    assert name_key("kestria") == name_key("кестрия") == name_key("кестрії")
    assert name_key("tolsund") == name_key("толсунде")
    assert name_key("brevik") != name_key("brandt")
    assert name_key("14") == name_key("") == name_key("io") == ""
