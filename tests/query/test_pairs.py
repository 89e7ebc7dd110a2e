"""Two articles side by side, families as trees, what was ruled of pairs and whether a build went by it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.made import findings_of
from onrecord.data import Family, Passage, PassageKind, Reuse, ReuseKind, Verdict, span_of
from onrecord.errors import NotFoundError
from onrecord.judgements import judge
from onrecord.query import Record, article_view, comparison, judgement_list, story_view
from onrecord.query.compared_facts import MAX_LINES, compared_facts
from onrecord.query.compared_rows import MAX_ROWS, rows_of
from onrecord.query.family import family_tree
from onrecord.query.lists import ArticleLine
from onrecord.stages.corpus.reuse import find_families
from onrecord.stores.sqlite import open_view, open_writer
from tests.web.sample_pairs import REWRITE, WIRE, pair_corpus, pair_drafts, write_pairs

DRAFTS = pair_drafts()
IDS = {name: draft.id for name, draft in DRAFTS.items()}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pairs(tmp_path_factory.mktemp("pairs") / "pairs.onrecord")


@pytest.fixture(scope="module")
def record(case: Path) -> Iterator[Record]:
    with open_view(case) as view:
        yield Record(view)


def test_rows_tell_what_moved_and_merged(record: Record) -> None:
    view = comparison(record, IDS["rewrite"], IDS["wire"])
    assert (view.earlier.id, view.later.id, view.relation) == (IDS["wire"], IDS["rewrite"], "reuse")
    told = [(str(row.kind), row.ways) for row in view.rows]
    assert told == [
        ("copied", ("moved",)),
        ("dropped", ()),
        ("reworded", ()),
        ("reworded", ("merged: 2 sentences into 1",)),
        ("added", ()),
    ]
    counts = {key: count for key, count in view.counts if count}
    assert counts == {"copied": 1, "reworded": 2, "added": 1, "dropped": 1, "moved": 1, "merged": 1}
    assert [row.shifts for row in view.rows] == [(), (), (1,), (2,), ()]
    assert view.kind_reasons and view.kind_reasons[0].spans[0].text in REWRITE


def test_facts_are_compared_exactly(record: Record) -> None:
    view = comparison(record, IDS["wire"], IDS["rewrite"])
    facts = {group.kind: group for group in view.facts}
    numbers = {line.label: line.where for line in facts["numbers"].lines}
    assert (numbers["nine"], numbers["40"], numbers["1971"]) == ("earlier", "both", "later")
    quotes = {line.label: line.where for line in facts["quotations"].lines}
    assert quotes["“Nobody drives through a wet tunnel,”"] == "both"
    for group in view.facts:
        for line in group.lines:
            assert all(span.text == WIRE[span.start : span.end] for span in line.earlier)
            assert all(span.text == REWRITE[span.start : span.end] for span in line.later)
    translated = comparison(record, IDS["wire"], IDS["translated"])
    assert "quotations" not in {group.kind for group in translated.facts}
    assert not any(piece.changed for row in translated.rows for side in row.later for piece in side.pieces)


def test_facts_beyond_the_limit_are_counted(record: Record) -> None:
    numbers = " ".join(f"{number} lorries passed." for number in range(2000, 2000 + 2 * MAX_LINES))
    one, other = (
        findings_of(name, "", text) for name, text in (("a", numbers), ("b", f"{numbers} 7 stood."))
    )
    (group,) = compared_facts(record, one, other)
    assert (group.kind, len(group.lines), group.both) == ("numbers", MAX_LINES, 2 * MAX_LINES)
    assert group.left_out == MAX_LINES + 1
    assert group.lines[0].where == "later"


def test_an_independent_pair_shows_what_is_shared_and_why_it_is_no_reuse(record: Record) -> None:
    view = comparison(record, IDS["wire"], IDS["quoting"])
    assert (view.relation, view.kind) == ("independent", "common origin")
    assert "said in public" in view.kind_reasons[0].text
    assert view.texts is not None
    for text in view.texts:
        assert [piece.text for piece in text.pieces if piece.changed] == [
            "“Nobody drives through a wet tunnel"
        ]
    plain = comparison(record, IDS["own"], IDS["quoting"])
    assert plain.relation is None and plain.texts is not None and plain.kind_reasons == ()
    with pytest.raises(NotFoundError):
        comparison(record, IDS["own"], "zz")


def test_one_article_beside_itself_is_no_reuse(record: Record) -> None:
    assert comparison(record, IDS["own"], IDS["own"]).relation is None


def test_a_story_shows_who_took_from_whom_and_what_was_counted_as_one(record: Record) -> None:
    view = story_view(record, record.view.stories()[0].id)
    nodes = view.families[0].nodes
    assert (nodes[0].line.id, nodes[0].depth) == (IDS["wire"], 0)
    by_id = {node.line.id: node for node in nodes}
    assert by_id[IDS["rewrite"]].took and by_id[IDS["translated"]].took
    assert not by_id[IDS["copy"]].took and by_id[IDS["copy"]].source == by_id[IDS["wire"]].line
    assert all(node.others == () for node in nodes)
    assert (view.strip.low, view.strip.high) == (2, 3)
    assert [proof.kind for proof in view.proofs] == ["rewrite", "may be the same people", "one owner"]
    assert {one.kind for one in view.independents} == {"same event", "common origin"}


def test_an_attribution_tells_where_else_it_is_told(record: Record) -> None:
    view = article_view(record, IDS["wire"])
    told = view.notes[0].told
    assert told is not None and (told.low, told.high, len(told.articles)) == (1, 1, 4)
    assert told.origins == ("Tove Lind",) and told.proofs[0].kind == "rewrite"
    assert {one.kind for one in view.independents} == {"same event", "common origin"}


def test_a_ruling_waits_until_a_build_went_by_it(tmp_path: Path) -> None:
    case = write_pairs(tmp_path / "pairs.onrecord")
    made = "2030-05-01T10:00:00+00:00"
    kept = judge(case, [IDS["rewrite"], IDS["wire"]], Verdict.BEFORE, "Ada", made)
    with open_view(case) as view:
        line = comparison(Record(view), IDS["wire"], IDS["rewrite"]).rulings.direction
        assert line is not None and line.waits and (line.left.id, line.by) == (IDS["rewrite"], "Ada")
        assert judgement_list(Record(view)).rows[0].waits
        assert story_view(Record(view), view.stories()[0].id).rulings == (line,)
    with open_writer(case) as writer:
        writer.replace_corpus(pair_corpus(pair_drafts()), "2", rulings=writer.rulings())
    with open_view(case) as view:
        line = comparison(Record(view), IDS["wire"], IDS["rewrite"]).rulings.direction
        assert line is not None and not line.waits
    judge(case, [kept.id], Verdict.WITHDRAWN, "Ada", "2030-05-02")
    with open_view(case) as view:
        rulings = comparison(Record(view), IDS["wire"], IDS["rewrite"]).rulings
        assert rulings.lines == () and rulings.taken_back == ("direction",)
        assert story_view(Record(view), view.stories()[0].id).rulings_taken_back == 1


def test_a_ruling_that_later_ones_contradict_is_said_to_be_set_aside(tmp_path: Path) -> None:
    case = write_pairs(tmp_path / "pairs.onrecord")
    judge(case, [IDS["wire"], IDS["own"]], Verdict.NOT_SAME, "Ada", "2030-05-01")
    judge(case, [IDS["wire"], IDS["copy"]], Verdict.SAME, "Ada", "2030-05-02")
    judge(case, [IDS["copy"], IDS["own"]], Verdict.SAME, "Bo", "2030-05-03")
    with open_view(case) as view:
        line = comparison(Record(view), IDS["wire"], IDS["own"]).rulings.story
        assert line is not None and line.set_aside and not line.waits
        assert [one.set_aside for one in judgement_list(Record(view)).rows] == [False, False, True]


def ruled_against(case: Path) -> None:
    """Two rulings of one text, and one that the outer two of the three are not the same story; built."""
    with open_view(case) as view:
        record = Record(view)
        both = [comparison(record, IDS["wire"], IDS[name]).relation_id for name in ("rewrite", "quoting")]
    judge(case, [str(both[0])], Verdict.RIGHT, "Ada", "2030-05-01")
    judge(case, [str(both[1])], Verdict.WRONG, "Ada", "2030-05-02")
    judge(case, [IDS["rewrite"], IDS["quoting"]], Verdict.NOT_SAME, "Bo", "2030-05-03")
    corpus = pair_corpus(pair_drafts())
    with open_view(case) as view:
        found = [view.findings(name) for name in view.article_ids()]
    with open_writer(case) as writer:
        rulings = writer.rulings()
        families = find_families(found, corpus.reuses, rulings.of_texts())
        writer.replace_corpus(replace(corpus, families=families), "2", rulings=rulings)


def test_a_ruling_of_one_text_that_another_outweighs_through_a_third_article_is_told(tmp_path: Path) -> None:
    case = write_pairs(tmp_path / "pairs.onrecord")
    ruled_against(case)
    with open_view(case) as view:
        record = Record(view)
        lines = [comparison(record, IDS["wire"], IDS[name]).rulings.text for name in ("rewrite", "quoting")]
        told = [line for line in lines if line is not None and line.outweighed]
        assert len(told) == 1
        ((one, other),) = told[0].outweighed
        assert {one.id, other.id} == {IDS["rewrite"], IDS["quoting"]}
        shown = {line.id: line.outweighed for line in judgement_list(record).rows}
        assert sorted(shown.values()) == [False, False, True] and shown[told[0].id]
        assert any("but not followed" in family.reason for family in view.families())


def test_a_judgement_on_an_article_that_is_gone_is_lost(tmp_path: Path) -> None:
    case = write_pairs(tmp_path / "pairs.onrecord")
    kept = judge(case, [IDS["wire"], IDS["own"]], Verdict.SAME, "Ada", "2030-05-01")
    with open_writer(case) as writer:
        writer.add_judgement(replace(kept, id="ju-9", articles=(IDS["wire"], "ar-gone")))
    with open_view(case) as view:
        assert {one.id: one.lost for one in judgement_list(Record(view)).rows} == {
            kept.id: False,
            "ju-9": True,
        }


TEXT = "One two three. Four five six. Seven eight nine."
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
    lambda ends: span_of(TEXT, min(ends), max(ends))
)
PASSAGES = st.builds(
    Passage,
    st.sampled_from(PassageKind),
    st.none() | SPANS,
    st.none() | SPANS,
    st.floats(0, 1),
    moved=st.booleans(),
)


@given(st.lists(PASSAGES, max_size=12))
def test_every_passage_with_words_stands_in_one_row(passages: list[Passage]) -> None:
    sentences = [span_of(TEXT, 0, 14), span_of(TEXT, 15, 29), span_of(TEXT, 30, 47)]
    found = rows_of(passages, (sentences, sentences))
    assert found == rows_of(passages[::-1], (sentences, sentences))
    for side, name in ((0, "earlier"), (1, "later")):
        spans = [(passage.earlier, passage.later)[side] for passage in passages]
        shown = [one.span for row in found.rows for one in getattr(row, name)]
        for span in spans:
            if span and any(map(str.isalnum, span.text)):
                assert any(one.start <= span.start and span.end <= one.end for one in shown)


def test_long_comparisons_are_cut_and_say_so() -> None:
    text = " ".join(f"Word{n}." for n in range(1000))
    spans = [span_of(text, text.index(f"Word{n}."), text.index(f"Word{n}.") + 5) for n in range(1000)]
    found = rows_of([Passage(PassageKind.COPIED, one, one, 1.0) for one in spans], (spans, spans))
    assert (len(found.rows), found.left_out) == (MAX_ROWS, 1000 - MAX_ROWS)
    assert dict(found.counts)["copied"] == 1000


def copied(earlier: int, later: int, directed: bool, share: float) -> Reuse:
    key = f"re-{earlier}-{later}-{directed}-{share}"
    ids = f"ar-{earlier}", f"ar-{later}"
    return Reuse(key, *ids, ReuseKind.COPY, share, 0.9, directed, 0.8, (), (), (), ())


PAIRS = st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[0] != pair[1])
COPIES = st.tuples(PAIRS, st.booleans(), st.floats(0, 1)).map(lambda one: copied(*one[0], *one[1:]))


@given(st.lists(COPIES, max_size=25), st.none() | st.integers(0, 8))
def test_a_tree_holds_every_member_once_below_what_it_took_from(
    found: list[Reuse], first: int | None
) -> None:
    members = tuple(f"ar-{number}" for number in range(9))
    lines = {key: ArticleLine(key, key, None, None, "en", 0) for key in members}
    root = None if first is None else f"ar-{first}"
    family = Family("fa", members, root, (0.5,) * 9, "")
    nodes = family_tree(family, lines, found)
    assert sorted(node.line.id for node in nodes) == sorted(members)
    depth: dict[str, int] = {}
    for node in nodes:
        depth[node.line.id] = node.depth
        assert (node.depth == 0) is (node.source is None)
        assert node.source is None or depth[node.source.id] == node.depth - 1
        assert node.line.id != root or node.depth == 0
    assert [node.line.id for node in family_tree(family, lines, found[::-1])] == [
        node.line.id for node in nodes
    ]
