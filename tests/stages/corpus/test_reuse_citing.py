"""A credit for one fact is a citation, and one running matter in two languages is no translation."""

import pytest

from eval.made import findings_of
from onrecord.config import ReuseConfig
from onrecord.data import ArticleFindings, Independent, Reuse
from onrecord.engine import LocalEngine
from onrecord.stages.corpus.reuse import find, find_reuse
from onrecord.stages.corpus.reuse.relate import relate
from onrecord.stages.corpus.reuse.sided import Sided

AGENCY = """Ida Venn, the mayor of Ostrel, wants its harbour shut for forty days, officials told Tarnwire.

The work will cost nine million crowns, and the ferry to Lome will land at Quay 7, the officials said.

Fishermen fear for the herring season. "Forty days is half a season," said skipper Jon Brask.

A ship of the dredging firm Holm and Sons is expected in Ostrel on 12 May."""
CITES = """Cruise passengers spent more money in the region last summer than ever, the tourism board reports.

Each of them left 81 crowns ashore, most of it for amber and cake. The board counted 140 ships.

This year may be weaker: Tarnwire reported that Ostrel wants to shut its harbour for forty days.

Hoteliers in Lome ask for a night market. The board will meet again in June to talk about the tax."""
RETELLS = """The harbour of Ostrel is to be shut for forty days, Tarnwire reports.

Mayor Ida Venn wants it dredged for nine million crowns, the agency writes, citing officials.

The ferry to Lome would land at Quay 7. According to Tarnwire, a ship of Holm and Sons is due on 12 May.

Fishermen fear for the herring season."""
DENIAL = """Der Hafen von Ostrel bleibt offen, sagte Bürgermeisterin Ida Venn am Donnerstag.

Einen solchen Plan gebe es nicht, so Venn. Tarnwire hatte anderes berichtet.

Die Fähre nach Lome fahre wie gewohnt, und niemand müsse um seinen Liegeplatz fürchten."""


def _found(*articles: ArticleFindings) -> list[Reuse]:
    return list(find_reuse(list(articles), LocalEngine(), ReuseConfig()).reuses)


def _agency() -> ArticleFindings:
    return findings_of("agency", "Ostrel to shut harbour for forty days", AGENCY, outlet="Tarnwire")


def test_a_credit_for_one_fact_of_many_is_no_retelling() -> None:
    other = findings_of("cites", "Cruise guests spend more", CITES, outlet="Coast Echo")
    assert not _found(_agency(), other)


def test_a_text_that_credits_and_tells_the_whole_is_one() -> None:
    other = findings_of("retells", "Ostrel harbour to close", RETELLS, outlet="Coast Echo")
    (found,) = _found(_agency(), other)
    assert str(found.kind) == "retelling" and found.earlier == _agency().article.id


def test_a_denial_in_another_language_is_no_translation() -> None:
    other = findings_of("denial", "Ostrel dementiert", DENIAL, language="de", outlet="Küstenblatt")
    assert not _found(_agency(), other)


def test_a_pair_that_cannot_be_compared_costs_itself_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(left: Sided, right: Sided, config: ReuseConfig) -> Reuse | Independent | None:
        if "cruise" in (left.text + right.text).lower():
            raise ValueError("odd text")
        return relate(left, right, config)

    monkeypatch.setattr(find, "relate", refuse)
    retelling = findings_of("retells", "Ostrel harbour to close", RETELLS, outlet="Coast Echo")
    odd = findings_of("odd", "Cruise guests", AGENCY, outlet="Tide")
    found = find_reuse([_agency(), retelling, odd], LocalEngine(), ReuseConfig())
    assert len(found.reuses) == 1
    assert found.failures and all("odd text" in said for said in found.failures)
