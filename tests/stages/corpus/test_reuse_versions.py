"""Corrections, quotations cut short, credits: which version came later, and who retells whom."""

from dataclasses import replace

import pytest

from eval.made import findings_of
from onrecord.config import ReuseConfig
from onrecord.data import ArticleFindings, Credit, Reason, Reuse, ReuseKind, Shift, span_of
from onrecord.engine import LocalEngine
from onrecord.runners.engine import ProcessEngine
from onrecord.stages.corpus.reuse import find_reuse
from tests.make import attribution

FIRST = """Transport Minister Hedda Quirl said on Monday that the Sorrel tunnel would stay shut to lorries.

"We will not open the tunnel," Quirl told the harbour committee in Tamsk.
She called the inspectors' report thin and late.

The haulage union said its drivers had lost eleven days since the fire in the northern shaft.

A study by the engineering school puts the cost of new fans at 40 million marks over two winters."""
SECOND = FIRST.replace(
    '"We will not open the tunnel,"', '"We will not open the tunnel before the fans are replaced,"'
)
NOTICES = (
    ("en", "Correction: An earlier version of this article cut the minister's sentence."),
    ("en", "This story has been updated with the full sentence."),
    ("de", "Korrektur: In einer früheren Version dieses Artikels fehlte ein Halbsatz."),
    ("de", "In einer früheren Fassung des Textes fehlte ein Halbsatz."),
    ("uk", "Виправлення: у тексті бракувало частини речення."),
    ("uk", "У попередній версії цієї статті бракувало частини речення."),
    ("ru", "Исправление: в тексте не хватало части фразы."),
    ("ru", "В предыдущей версии материала не хватало части фразы."),
)


def pair(*articles: ArticleFindings) -> tuple[Reuse, ...]:
    return tuple(find_reuse(articles, LocalEngine(), ReuseConfig()).reuses)


def told(name: str, text: str, day: str | None = None, outlet: str | None = None) -> ArticleFindings:
    return findings_of(name, f"Tunnel stays shut, {name}", text, day, outlet=outlet)


@pytest.mark.parametrize(("language", "notice"), NOTICES)
def test_a_corrected_version_is_later_whatever_the_dates_say(language: str, notice: str) -> None:
    first, second = told("first", FIRST, "2031-05-06"), told("second", f"{notice}\n\n{SECOND}", "2031-05-02")
    (found,) = pair(first, second)
    assert found.directed and found.later == second.article.id, language
    assert any(notice[:30] in reason.text for reason in found.direction_reasons)


def test_a_correction_elsewhere_tells_nothing_of_who_took_from_whom() -> None:
    notice = "Correction: An earlier version of this article cut the minister's sentence."
    first = told("first", f"{notice}\n\n{SECOND}", outlet="Tamsk Mail")
    second = told("second", FIRST, outlet="Sorrel Times")
    (found,) = pair(first, second)
    assert not any("changed" in reason.text for reason in found.direction_reasons)


def test_a_time_stamp_is_no_notice() -> None:
    first, second = told("first", FIRST), told("second", f"Updated: 12:40\n\n{SECOND}")
    (found,) = pair(first, second)
    assert not any("12:40" in reason.text for reason in found.direction_reasons)


def quotations(found: Reuse) -> list[Shift]:
    return [shift for shift in found.shifts if shift.kind == "quotation"]


def test_a_quotation_cut_inside_its_sentence_is_shown() -> None:
    (found,) = pair(told("first", FIRST), told("second", SECOND))
    (shift,) = quotations(found)
    texts = {shift.earlier.text, shift.later.text}
    assert texts == {
        "We will not open the tunnel,",
        "We will not open the tunnel before the fans are replaced,",
    }


def test_a_whole_sentence_less_is_no_altered_quotation() -> None:
    longer = FIRST.replace("We will not open the tunnel,", "We will not open the tunnel. Lorries can wait,")
    (found,) = pair(told("first", FIRST), told("second", longer))
    assert quotations(found) == []


RETOLD = """Minister Hedda Quirl wants the Sorrel tunnel to stay shut to lorries, Tamsk Mail reports.

New fans would cost 40 million marks.
The union says that drivers have lost eleven days since the fire in the shaft.

We could not confirm the report."""


def credited(source: str) -> ArticleFindings:
    retold = findings_of("retold", "Sorrel tunnel shut", RETOLD, outlet="Bay Post")
    made = attribution(retold.article, source, "reports", "Hedda Quirl wants the Sorrel tunnel to stay shut")
    return replace(retold, attributions=(made,))


def test_a_short_page_that_credits_an_outlet_retells_it() -> None:
    original = told("original", FIRST, outlet="Tamsk Mail")
    (found,) = pair(original, credited("Tamsk Mail"))
    assert (found.kind, found.directed, found.earlier) == (ReuseKind.RETELLING, True, original.article.id)
    assert any("“Tamsk Mail” as where this comes from" in reason.text for reason in found.evidence_for)


def test_a_credit_to_somebody_else_makes_no_retelling() -> None:
    for found in pair(told("original", FIRST, outlet="Sorrel Times"), credited("Tamsk Mail")):
        assert found.kind is not ReuseKind.RETELLING or found.score < 1.0
        assert not any("as where this comes from" in reason.text for reason in found.evidence_for)


def test_a_date_that_lies_does_not_undo_a_credit() -> None:
    early = replace(credited("Tamsk Mail"), published=told("x", FIRST, "2031-05-01").published)
    (found,) = pair(told("original", FIRST, "2031-05-06", outlet="Tamsk Mail"), early)
    assert found.kind is ReuseKind.RETELLING


def test_the_same_over_any_number_of_workers() -> None:
    pile = [told(f"n{n}", f"Line {n} of the case.\n\n{FIRST if n % 2 else SECOND}") for n in range(8)]
    expected = pair(*pile)
    with ProcessEngine(2, patience=0.0, heavy=0.0) as engine:
        assert find_reuse(pile, engine, ReuseConfig()).reuses == expected
        assert engine.started


def opening(found: ArticleFindings, name: str, role: str) -> ArticleFindings:
    at = found.article.text.index(name)
    span = span_of(found.article.text, at, at + len(name))
    return replace(found, credits=(Credit(name, role, span, Reason("given")),))


def test_a_copy_that_leaves_the_credit_out_is_the_later_one() -> None:
    wire = opening(findings_of("wire", "Tunnel stays shut", f"TAMSK (KLN) - {FIRST}"), "KLN", "dateline")
    bare = findings_of("bare", "No lorries in the tunnel", FIRST)
    for articles in ((wire, bare), (bare, wire)):
        (found,) = pair(*articles)
        assert (found.earlier, found.later) == (wire.article.id, bare.article.id)
        assert found.directed
        assert any("KLN" in reason.text for reason in found.direction_reasons)


@pytest.mark.parametrize("outlet", ["KLN", None])
def test_no_credit_is_missed_in_the_agency_or_beside_another(outlet: str | None) -> None:
    wire = opening(findings_of("wire", "Tunnel stays shut", f"TAMSK (KLN) - {FIRST}"), "KLN", "dateline")
    other = findings_of("other", "No lorries in the tunnel", f"TAMSK (Orm) - {FIRST}", outlet=outlet)
    if outlet is None:
        other = opening(other, "Orm", "dateline")
    (found,) = pair(wire, other)
    assert not any("without the credit" in reason.text for reason in found.direction_reasons)
