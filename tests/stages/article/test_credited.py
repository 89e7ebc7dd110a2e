"""Lines beside a text that credit an agency stay with it, from a flat page to the credit."""

import pytest

from onrecord.config import Config
from onrecord.data import ArticleFindings
from onrecord.pipeline.article import STAGES, analyse_page
from tests.stages.article.pages import read

TITLE = "Ferry link between Orm and the mainland to reopen in spring"
BODY = (
    "The ferry between Orm and the mainland will run again from April, the harbour board said on Monday.",
    "The board had closed the link in autumn after a storm tore away the northern pier and both its cranes.",
    "Repairs cost nine million crowns, of which the province pays a half, board member Mira Tolland said.",
)
CREDITS = tuple(stage for stage in STAGES if stage.name in ("language", "credits"))


def first(*lines: str) -> ArticleFindings:
    return analyse_page(read("\n\n".join(lines)), Config(), CREDITS).articles[0]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("With additional reporting by AFP", "AFP"),
        ("(With inputs from ANI)", "ANI"),
        ("© 2031 Reuters. All rights reserved.", "Reuters"),
        ("h/t The Guardian", "The Guardian"),
    ],
)
def test_a_credit_below_the_text_stays_with_it(line: str, name: str) -> None:
    found = first("Orm Post", TITLE, *BODY, line, "Share", "Comments (3)")
    assert [credit.name for credit in found.credits] == [name]
    assert line in found.article.text.split("\n")
    assert "Comments" not in found.article.text


def test_a_byline_that_names_an_agency_stays_and_is_the_byline_too() -> None:
    found = first("Orm Post", TITLE, "By Oona Prell, Associated Press", *BODY)
    assert [credit.name for credit in found.credits] == ["AP"]
    assert found.article.byline is not None
    assert found.article.byline.value == "Oona Prell"


def test_the_outlets_own_notice_is_no_credit() -> None:
    found = first("Orm Post", TITLE, *BODY, "© 2031 Orm Post. All rights reserved.")
    assert found.credits == ()
    assert "©" not in found.article.text


def test_a_first_line_with_a_dateline_is_text() -> None:
    line = "ORM, May 3 (AP) — The Latest on the ferry between Orm and the mainland (all times local):"
    found = first(TITLE, line, *BODY)
    assert line in found.article.text
    assert [credit.name for credit in found.credits] == ["AP"]
