"""Hashed runs of words and MinHash bands."""

from onrecord.text.shingles import bands, covered, hashed, many_bands

TEXT = "the ferry ran aground on a sandbank late on monday night near the harbour".split()


def test_runs_are_the_same_wherever_they_stand() -> None:
    assert hashed(TEXT, 3)[2] == hashed(TEXT[2:], 3)[0]
    assert hashed(["a", "b"], 2) != hashed(["b", "a"], 2)
    assert hashed(["a"], 3) == []


def test_words_in_shared_runs_are_covered() -> None:
    changed = [*TEXT[:6], "reef", *TEXT[7:]]
    flags = covered(hashed(changed, 5), frozenset(hashed(TEXT, 5)), 5, len(changed))
    assert flags == [True] * 6 + [False] + [True] * 7


def test_equal_texts_share_every_band_and_short_ones_have_none() -> None:
    assert bands(TEXT, 3, 42, 3).tolist() == bands(list(TEXT), 3, 42, 3).tolist()
    assert len(set(bands(TEXT, 3, 42, 3).tolist())) == 42
    assert len(bands(["one"], 3, 42, 3)) == 0


def test_many_texts_have_the_keys_of_each() -> None:
    texts = [["a", "b", "c"], [], ["x"], ["a", "b", "c"], ["c", "b", "a"]] * 30
    found = many_bands(texts, 2, 7, 2)
    assert [keys.tolist() for keys in found] == [bands(one, 2, 7, 2).tolist() for one in texts]
    assert found[0].tolist() == found[3].tolist() != found[4].tolist()
    assert len(found[1]) == len(found[2]) == 0
