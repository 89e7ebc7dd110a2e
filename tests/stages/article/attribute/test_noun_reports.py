"""A report told by a noun in the sentence of another: nothing is lost, whatever the tagger read of it."""

import pytest

from onrecord.stages.article.attribute.english.heard import heard_drafts
from onrecord.stages.article.attribute.english.noun_reports import noun_drafts
from tests.stages.article.attribute.drafts import marked


def contents(text: str) -> tuple[list[list[str]], list[str]]:
    """What is left of each draft's content, and who is found to deny something beside them."""
    layout, drafts = marked(text)
    made = noun_drafts(layout, drafts)
    heard_drafts(layout, [*drafts, *made])
    left = [[layout.text[low:high] for low, high in draft.content] for draft in drafts]
    return left, [layout.text[slice(*draft.source[0])] for draft in made]


@pytest.mark.parametrize(
    ("text", "left", "deniers"),
    [
        (
            "{s:Roan} {c:said} {t:the bridge was closed, a claim the palace denied}.",
            ["the bridge was closed"],
            ["the palace"],
        ),
        (
            "{s:Roan} {c:said} {t:the bridge was closed, a claim the palace denied, and nobody was paid}.",
            ["the bridge was closed", "and nobody was paid"],
            ["the palace"],
        ),
        (
            "{s:Roan} {c:said}: “{t:The bridge was closed},” a claim the palace denied.",
            ["The bridge was closed"],
            ["the palace"],
        ),
        (
            "{s:The minister} {c:said}, a claim the palace denied, {t:that the talks had failed}.",
            ["that the talks had failed"],
            [],
        ),
    ],
)
def test_a_claim_that_is_denied_takes_nothing_else_away(
    text: str, left: list[str], deniers: list[str]
) -> None:
    found, said = contents(text)
    assert [[part.strip(" ,") for part in one] for one in found] == [left]
    assert said == deniers


def test_a_noun_phrase_that_is_a_cue_itself_stays_one() -> None:
    text = "Roan noted {c:an earlier report by {s:the Observer} that} {t:the bridge was closed}."
    layout, drafts = marked(text)
    noun_drafts(layout, drafts)
    assert all(draft.cue and draft.content for draft in drafts)
