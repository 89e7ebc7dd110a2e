"""Articles in bytes: what goes in comes out, whatever the text; a pile stands in the order of ids."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.made import findings_of
from onrecord.data import ArticleFindings, Reuse, ReuseKind
from onrecord.pile import (
    Packed,
    Reuses,
    article_of,
    bond_of,
    bonds_of,
    expanded,
    pack,
    pile_of,
    squeezed,
    unpack,
)

TEXTS = st.text(st.characters(codec=None), max_size=80)


@given(TEXTS, TEXTS)
@settings(max_examples=80, deadline=None)
def test_any_article_comes_back(title: str, text: str) -> None:
    found = findings_of("a", title, text, "2031-05-02")
    data = pack(found)
    assert unpack(data, ArticleFindings) == found == article_of(squeezed(data))
    assert pack(article_of(squeezed(data))) == data


@given(st.binary(max_size=60))
@settings(max_examples=60, deadline=None)
def test_other_bytes_are_refused(data: bytes) -> None:
    for read in (expanded, article_of, lambda one: unpack(one, ArticleFindings)):
        with pytest.raises(ValueError, match="packed"):
            read(data)


def test_a_cut_off_article_is_refused() -> None:
    whole = squeezed(pack(findings_of("a", "Title", "Text. " * 50)))
    with pytest.raises(ValueError, match="packed"):
        article_of(whole[:-4])


def test_a_pile_is_the_same_in_any_order() -> None:
    made = [findings_of(f"n{n}", f"Title {n}", f"Text {n}") for n in range(6)]
    double = findings_of("n1", "Title 1", "Another text under the same id")
    one, other = pile_of([*made, double]), pile_of([double, *made[::-1]])
    assert one.names == tuple(sorted(item.article.id for item in made)) == other.names
    assert (one.digests == other.digests).all()
    assert list(one) == list(other)
    assert one[-1] == one[len(one) - 1] and one[1:3] == [one[1], one[2]]
    assert one.named(one.names[2]) == one[2]
    assert pile_of(one) is one
    with pytest.raises(IndexError):
        one[len(one)]


def test_reuses_have_their_bonds_beside_them() -> None:
    reuse = Reuse("re-1", "a", "b", ReuseKind.COPY, 0.5, 0.9, True, 0.8, (), (), (), ())
    held = Reuses([squeezed(pack(reuse))], [bond_of(reuse)])
    assert held == (reuse,) and held[0] == reuse and list(held[:1]) == [reuse]
    assert bonds_of(held) == bonds_of([reuse]) == (bond_of(reuse),)
    assert Packed([], Reuse) == ()
