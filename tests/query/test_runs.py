"""Runs cover a text without gap or overlap, each carrying just the marks that lie over it."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.query.runs import Mark, cut_runs, paragraphs

PLACES = st.integers(-5, 60)
MARKS = st.lists(
    st.builds(
        Mark,
        PLACES,
        PLACES,
        st.sampled_from(("source", "cue", "content")),
        st.integers(1, 5),
        st.integers(0, 3),
    ),
    max_size=12,
)
RANGES = st.lists(st.tuples(PLACES, PLACES), max_size=12)


@given(st.text(min_size=50, max_size=50), MARKS, RANGES)
def test_runs_cover_the_text(text: str, marks: list[Mark], ranges: list[tuple[int, int]]) -> None:
    runs = cut_runs(text, (0, 50), marks, ranges)
    assert "".join(run.text for run in runs) == text
    for run in runs:
        assert run.start < run.end and run.text == text[run.start : run.end]
        over = {
            mark
            for mark in marks
            if mark.start < mark.end and mark.start <= run.start and run.end <= mark.end
        }
        touching = {
            mark for mark in marks if mark.start < run.end and run.start < mark.end and mark.start < mark.end
        }
        assert set(run.marks) == over == touching


@given(st.text(min_size=50, max_size=50), RANGES)
def test_every_range_has_its_anchor_once(text: str, ranges: list[tuple[int, int]]) -> None:
    runs = cut_runs(text, (0, 50), (), ranges)
    anchors = [anchor for run in runs for anchor in run.anchors]
    wanted = {(low, high) for low, high in ranges if 0 <= low < 50 and low < high}
    assert set(anchors) == wanted and len(anchors) == len(wanted)
    for run in runs:
        assert all(low == run.start for low, _ in run.anchors)


@given(st.text(alphabet="ab \n\t", max_size=80))
def test_paragraphs_hold_all_words(text: str) -> None:
    found = paragraphs(text, 0, len(text))
    assert "".join("".join(text[low:high].split()) for low, high in found) == "".join(text.split())
    assert all("\n" not in text[low:high] for low, high in found)
