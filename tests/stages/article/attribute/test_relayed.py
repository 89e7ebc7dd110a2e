"""Who passed words on, behind a clause or a quotation; and verbs that tell only with some objects."""

import pytest

from onrecord.stages.article.attribute.english.clauses import clause_draft
from onrecord.stages.article.attribute.english.relayed import relayed_insertions
from tests.stages.article.attribute.drafts import marked


def passers(text: str) -> list[tuple[str, str]]:
    """What stands outside of what a sentence tells, and whom it names."""
    layout, _ = marked(text)
    found = relayed_insertions(layout)
    return [(layout.text[slice(*one.hole)], layout.text[slice(*one.source)]) for one in found]


@pytest.mark.parametrize(
    ("text", "hole", "who"),
    [
        (
            "The bridge was closed, per the Norland Observer.",
            ", per the Norland Observer",
            "the Norland Observer",
        ),
        (
            "“The bridge was closed,” as per the Norland Observer.",
            "as per the Norland Observer",
            "the Norland Observer",
        ),
        (
            "“The bridge was closed,” per the Norland Observer.",
            "per the Norland Observer",
            "the Norland Observer",
        ),
        ('"The bridge was closed," via Orsa Radio.', "via Orsa Radio", "Orsa Radio"),
        (
            "He called the bridge unsafe in a letter, a copy of which was published by the Norland Observer.",
            ", a copy of which was published by the Norland Observer",
            "the Norland Observer",
        ),
    ],
)
def test_who_passed_words_on_stands_outside_of_them(text: str, hole: str, who: str) -> None:
    ((found, named),) = passers(text)
    assert (found.strip(), named) == (hole, who)


@pytest.mark.parametrize(
    "text",
    [
        "The fee rose to nine crowns, per head.",
        "The road runs to Orsa, via the old bridge that was closed in May.",
        "“The bridge was closed, per the Norland Observer,” Roan said.",
        "",
    ],
)
def test_nobody_passed_words_on(text: str) -> None:
    assert passers(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The Harrow ministry put the death toll at nine.", "the death toll at nine."),
        ("Doctors raised concerns about the water.", "concerns about the water."),
        ("Doctors voiced concerns about the water.", "concerns about the water."),
        ("The Harrow ministry put the boxes down.", None),
        ("Doctors raised the bed.", None),
    ],
)
def test_some_verbs_tell_only_with_an_object_of_telling(text: str, content: str | None) -> None:
    draft = clause_draft(text, (0, len(text)))
    assert (text[slice(*draft.content[0])] if draft else None) == content
