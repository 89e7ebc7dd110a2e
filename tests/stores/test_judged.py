"""Which judgements speak of which attribution, also after a better model read the article again."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import ArticleFindings, Attribution, Judgement, Span, Verdict, span_of
from onrecord.stores.judged import Judged, judged
from tests.stores.anything import Anything
from tests.stores.sample import make_page

TEXT = "Reuters reports, citing the palace, that “the talks will go on”, Kellan said."
ARTICLE = make_page("Ivo Kellan said “two words”.").articles[0]


def span(words: str) -> Span:
    start = TEXT.index(words)
    return span_of(TEXT, start, start + len(words))


def said(identifier: str, source: str, cue: str, content: str) -> Attribution:
    parts = (span(source),), (span(cue),), (span(content),)
    found = replace(ARTICLE.attributions[0], id=identifier, article_id="ar-1")
    return replace(found, source=parts[0], cue=parts[1], content=parts[2])


def article(*attributions: Attribution) -> ArticleFindings:
    own = replace(ARTICLE.article, id="ar-1", text=TEXT)
    return replace(ARTICLE, article=own, attributions=attributions)


def decided(one: Attribution, verdict: Verdict, made: str = "2031-01-01", number: int = 1) -> Judgement:
    def ranges(spans: tuple[Span, ...]) -> tuple[tuple[int, int], ...]:
        return tuple((part.start, part.end) for part in spans)

    content = ranges(one.content)
    return Judgement(f"ju-{number}", "attribution", ("ar-1",) * len(content), content, verdict, "M", made,
                     "", None, ranges(one.source), ranges(one.cue))  # fmt: skip


def verdicts(found: dict[str, Judged]) -> dict[str, str | None]:
    return {key: one.latest.verdict if one.latest else None for key, one in found.items()}


OUTER = said("at-1", "Reuters", "reports", "“the talks will go on”")
INNER = said("at-2", "the palace", "citing", "“the talks will go on”")
OTHER = said("at-3", "Kellan", "said", "Reuters reports")


def test_the_latest_counts_and_one_that_withdraws_takes_all_back() -> None:
    kept = [
        decided(OTHER, Verdict.RIGHT, "2031-01-01T10:00:00", 1),
        decided(OTHER, Verdict.WRONG, "2031-01-01T11:00:00+02:00", 2),
    ]
    found, lost = judged(article(OTHER), kept)
    assert verdicts(found) == {"at-3": "right"} and lost == ()
    assert [one.id for one in found["at-3"].judgements] == ["ju-1", "ju-2"]
    kept.append(decided(OTHER, Verdict.WITHDRAWN, "2031-01-02", 3))
    assert verdicts(judged(article(OTHER), kept)[0]) == {"at-3": None}


def test_it_holds_when_a_model_gives_other_ids_and_cuts_the_quotation_marks() -> None:
    kept = [decided(OTHER, Verdict.WRONG), decided(INNER, Verdict.RIGHT, number=2)]
    again = replace(INNER, id="at-9", content=(span("the talks will go on"),))
    found, lost = judged(article(again, replace(OTHER, id="at-8")), kept)
    assert verdicts(found) == {"at-9": "right", "at-8": "wrong"} and lost == ()
    assert not found["at-8"].otherwise and not found["at-9"].otherwise


def test_that_source_or_cue_were_read_otherwise_is_told() -> None:
    again = replace(OTHER, source=(span("the palace"),))
    found, _ = judged(article(again), [decided(OTHER, Verdict.WRONG)])
    assert verdicts(found) == {"at-3": "wrong"} and found["at-3"].otherwise


def test_attributions_of_one_content_are_told_apart_by_cue_and_source() -> None:
    kept = [decided(OUTER, Verdict.WRONG), decided(INNER, Verdict.RIGHT, number=2)]
    assert verdicts(judged(article(OUTER, INNER), kept)[0]) == {"at-1": "wrong", "at-2": "right"}
    # The cue is cut otherwise by another model, and met all the same.
    longer = replace(INNER, cue=(span("citing the"),), source=())
    found, _ = judged(article(OUTER, longer), kept)
    assert verdicts(found) == {"at-1": "wrong", "at-2": "right"} and found["at-2"].otherwise


def test_one_from_an_older_case_knows_only_the_content() -> None:
    old = replace(decided(INNER, Verdict.RIGHT), sources=(), cues=())
    found, _ = judged(article(INNER), [old])
    assert verdicts(found) == {"at-2": "right"} and not found["at-2"].otherwise
    assert verdicts(judged(article(OUTER, INNER), [old])[0]) == {"at-1": "right", "at-2": "right"}


def test_words_that_are_no_attribution_any_more_are_told_unless_withdrawn() -> None:
    kept = [decided(OTHER, Verdict.WRONG)]
    found, lost = judged(article(INNER), kept)
    assert found == {} and lost == tuple(kept)
    kept.append(decided(OTHER, Verdict.WITHDRAWN, "2031-02-01", 2))
    assert judged(article(INNER), kept) == ({}, ())


def test_judgements_on_other_things_are_left_out() -> None:
    about = decided(INNER, Verdict.RIGHT)
    others = [
        replace(about, subject="actor"),
        replace(about, articles=("ar-2",)),
        replace(about, articles=("ar-1", "ar-2")),
        replace(about, verdict=Verdict.SAME),
        replace(about, subject="page", page="pg-1", articles=()),
    ]
    assert judged(article(INNER), others) == ({}, ())


@settings(max_examples=200, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_any_judgement_on_any_article_is_taken(seed: int) -> None:
    anything = Anything(seed)
    for found in anything.page(1).articles:
        key = found.article.id
        kept = [
            replace(anything.judgement(), id=f"ju-{number}", subject="attribution", articles=(key,))
            for number in range(4)
        ]
        by_id, lost = judged(found, kept)
        assert set(by_id) <= {one.id for one in found.attributions}
        assert all(one in kept for one in lost)
        assert judged(found, reversed(kept)) == (by_id, lost)
