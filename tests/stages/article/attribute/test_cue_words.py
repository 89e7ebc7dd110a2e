"""What a cue tells: its class, and whether the words were said; in four languages."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import CueClass, Factuality
from onrecord.stages.article.attribute.circumstances.cue_words import complete_cues
from onrecord.stages.article.attribute.draft import Draft, make_layout
from tests.stages.article.attribute.drafts import marked

CLASSES = [
    ("en", "{s:Horn} {c:said} {t:that it was late}.", "say"),
    ("en", "{s:Horn} {c:has repeatedly claimed} {t:that it was late}.", "claim"),
    ("en", "{s:Horn} {c:conceded} {t:that it was late}.", "admit"),
    ("en", "{s:Horn} {c:denied} {t:that it was late}.", "deny"),
    ("en", "{s:Horn} {c:was warning} {t:that it was late}.", "warn"),
    ("en", "{s:Horn} {c:believes} {t:that it was late}.", "believe"),
    ("en", "{s:Horn} {c:has called for} {t:a vote}.", "demand"),
    ("en", "{s:Horn} {c:called} {t:for a vote}.", "demand"),
    ("en", "{s:Horn} {c:called} {t:the vote a farce}.", "say"),
    ("en", "{s:Horn} {c:asked} {t:to be heard}.", "demand"),
    ("en", "{s:Horn} {c:agreed} {t:to step down}.", "promise"),
    ("en", "{s:Horn} {c:agreed} {t:that it was late}.", "admit"),
    ("en", "{s:Horn} {c:vowed} {t:to step down}.", "promise"),
    ("en", "{s:Horn} {c:announced} {t:a vote}.", "report"),
    ("en", "{s:Horn} {c:accused} {t:the court of haste}.", "accuse"),
    ("en", "{s:Horn} {c:cast doubt on} {t:the count}.", "doubt"),
    ("en", "{s:Horn} {c:made it clear} {t:that it was late}.", "say"),
    ("en", "{s:Horn} {c:is open to} {t:talks}.", "believe"),
    ("en", "{s:Horn's} {c:claim} {t:that it was late} surprised nobody.", "claim"),
    ("en", "{c:According to} {s:the agency}, {t:it was late}.", "say"),
    ("en", "{s:The agency} {c:says} {t:it was late}.", "report"),
    ("en", "{s:The agency's chief} {c:says} {t:it was late}.", "say"),
    ("en", "It was late, {c:citing} {s:two clerks}, {t:as it seems}.", "report"),
    ("en", "{t:It was late} {c:-} {s:Harrow}", "report"),
    ("en", "{s:Horn}{c::} {t:it was late}", "say"),
    ("en", "{s:Horn} {c:did not rule out} {t:a vote}.", "believe"),
    ("de", "{s:Horn} {c:räumte} {t:den Fehler} {c:ein}.", "admit"),
    ("de", "{s:Horn} {c:warf} {t:dem Gericht Eile} {c:vor}.", "accuse"),
    ("de", "{s:Horn} {c:hat angekündigt}, {t:dass es spät wird}.", "report"),
    ("de", "{s:Horn} {c:forderte} {t:eine Abstimmung}.", "demand"),
    ("ru", "{s:Горн} {c:сообщила}, {t:что поздно}.", "report"),
    ("ru", "{s:Горн} {c:утверждают}, {t:что поздно}.", "claim"),
    ("ru", "{s:Горн} {c:не исключил}, {t:что поздно}.", "believe"),
    ("uk", "{s:Горн} {c:заперечує}, {t:що пізно}.", "deny"),
    ("uk", "{s:Горн} {c:пообіцяла}, {t:що прийде}.", "promise"),
]

SAID = [
    ("en", "{s:Horn} {c:said} {t:that he did not know}.", "fact"),
    ("en", "{s:Horn} {c:did not say} {t:that it was late}.", "negated"),
    ("en", "{s:Horn} {c:never claimed} {t:that it was late}.", "negated"),
    ("en", "{s:Horn} has not {c:said} {t:whether it was late}.", "negated"),
    ("en", "{s:Horn} didn’t {c:say} {t:why}.", "negated"),
    ("en", "{s:Horn} {c:not only said} {t:that it was late} but left.", "fact"),
    ("en", "{s:Nobody} {c:said} {t:that it was late}.", "negated"),
    ("en", "{s:No minister} {c:has said} {t:that it was late}.", "negated"),
    ("en", "{s:No fewer than five clerks} {c:said} {t:that it was late}.", "fact"),
    ("en", "{s:Horn} {c:declined} {t:to say whether it was late}.", "negated"),
    ("en", "{s:Horn} {c:refused to say} {t:whether it was late}.", "negated"),
    ("en", "{s:Horn} {c:denied having said} {t:that it was late}.", "negated"),
    ("en", "{s:Horn} {c:denied} {t:that it was late}.", "fact"),
    ("en", "{s:Horn} {c:said nothing} about {t:the vote}.", "negated"),
    ("en", "{s:Horn} {c:has yet to say} {t:whether it was late}.", "negated"),
    ("en", "{s:Horn} {c:said} {t:nothing about the vote}.", "negated"),
    ("en", "{s:Horn} {c:said} {t:nothing was lost}.", "fact"),
    ("en", "{s:Horn} {c:will say} {t:that it was late}.", "predicted"),
    ("en", "{s:Horn} {c:is expected to tell} the court {t:that it was late}.", "predicted"),
    ("en", "{s:Horn} {c:is to announce} {t:a vote}.", "predicted"),
    ("en", "{s:Horn} {c:is not expected to announce} {t:a vote}.", "negated"),
    ("en", "{s:Horn} {c:would say} {t:that it was late}.", "hypothetical"),
    ("en", "{s:Horn} {c:would like} {t:to leave}.", "fact"),
    ("en", "{s:Horn} {c:may have said} {t:that it was late}.", "hypothetical"),
    ("en", "Had {s:Horn} {c:said} {t:that it was late}, all would have gone.", "hypothetical"),
    ("en", "If {s:Horn} {c:says} {t:that it is late}, all will go.", "hypothetical"),
    ("en", "{c:Did} {s:Horn} {c:say} {t:that it was late}?", "question"),
    ("en", "Why did {s:Horn} {c:say} {t:that it was late}?", "question"),
    ("en", "{s:Horn} {c:asked} {t:whether it was late}.", "question"),
    ("en", '{t:"Is it late?"} {s:Horn} {c:asked}.', "question"),
    ("en", '{t:"Is it late?"} {s:Horn} {c:said}.', "fact"),
    ("en", "{s:Horn} {c:asked} {t:for help}.", "fact"),
    ("en", "Whether {s:Horn} {c:said} {t:that it was late} is unclear.", "question"),
    ("de", "{s:Horn} {c:sagte} nicht, {t:ob es spät war}.", "negated"),
    ("de", "{s:Horn} {c:will} morgen {c:erklären}, {t:dass es spät war}.", "predicted"),
    ("de", "{s:Horn} {c:würde sagen}, {t:dass es spät war}.", "hypothetical"),
    ("de", "{s:Horn} {c:fragte}, {t:ob es spät war}.", "question"),
    ("de", "{s:Horn} {c:sagte}, {t:dass er nicht wisse, wie spät es war}.", "fact"),
    ("de", "{s:Horn} {c:wird vorgeworfen}, {t:zu spät zu sein}.", "fact"),
    ("de", "{s:Horn} {c:wird} morgen {c:erklären}, {t:dass es spät ist}.", "predicted"),
    ("ru", "{s:Горн} не {c:сказал}, {t:что поздно}.", "negated"),
    ("ru", "{s:Горн} не раз {c:говорил}, {t:что поздно}.", "fact"),
    ("ru", "{s:Никто} не {c:сказал}, {t:что поздно}.", "negated"),
    ("ru", "{s:Горн} {c:заявит}, {t:что поздно}.", "predicted"),
    ("ru", "{s:Горн} {c:сказал бы}, {t:что поздно}.", "hypothetical"),
    ("ru", "{c:Говорил} ли {s:Горн}, {t:что поздно}?", "question"),
    ("uk", "{s:Горн} не {c:казав}, {t:що пізно}.", "negated"),
    ("uk", "{s:Горн} {c:оголосить}, {t:що пізно}.", "predicted"),
    ("uk", "Чи {c:казав} {s:Горн}, {t:що пізно}?", "question"),
]


@pytest.mark.parametrize(("code", "text", "expected"), CLASSES)
def test_class(code: str, text: str, expected: str) -> None:
    layout, drafts = marked(text, code)
    complete_cues(layout, drafts, code)
    assert [draft.cue_class for draft in drafts] == [expected]


@pytest.mark.parametrize(("code", "text", "expected"), SAID)
def test_factuality(code: str, text: str, expected: str) -> None:
    layout, drafts = marked(text, code)
    complete_cues(layout, drafts, code)
    assert [draft.factuality for draft in drafts] == [expected]
    assert drafts[0].negated == (expected == "negated")


def test_what_somebody_denies_having_said_was_not_said() -> None:
    text = "{s1:Horn} {c1:denied} {t1:{c2:having said} {t2:that it was late}}."
    layout, drafts = marked(text, inside={1: 0})
    complete_cues(layout, drafts, "en")
    assert [(draft.cue_class, draft.factuality) for draft in drafts] == [("deny", "fact"), ("say", "negated")]


def test_what_is_told_far_inside_a_denial_is_a_fact() -> None:
    text = (
        "{s1:Horn} {c1:denied} {t1:a report by two clerks of the harbour office that "
        "{s2:Roth} {c2:had warned} {t2:of the flood}}."
    )
    layout, drafts = marked(text, inside={1: 0})
    complete_cues(layout, drafts, "en")
    assert drafts[1].factuality == "fact"


def test_a_language_without_a_table_keeps_what_is_there() -> None:
    layout, drafts = marked("{s:Horn} {c:disse} {t:que era tarde}.", classes="warn")
    complete_cues(layout, drafts, "pt")
    assert (drafts[0].cue_class, drafts[0].factuality) == ("warn", "fact")


_TEXT = st.text(alphabet="ab not said will?'’\".,\n\0— \u202eні не", max_size=60)
_CUTS = st.lists(st.integers(0, 60), min_size=6, max_size=6)


@settings(max_examples=150, deadline=None)
@given(_TEXT, _CUTS, st.sampled_from(["en", "de", "ru", "uk", "xx"]))
def test_any_text_and_ranges(text: str, cuts: list[int], code: str) -> None:
    low = sorted(min(cut, len(text)) for cut in cuts)
    draft = Draft([(low[0], low[1])], [(low[2], low[3])], [(low[4], low[5])], "", "trained", 1.0)
    complete_cues(make_layout(text, [(0, len(text))]), [draft], code)
    assert CueClass(draft.cue_class) and Factuality(draft.factuality)


def shifted(draft: Draft, by: int) -> Draft:
    source, cue, content = (
        [(low + by, high + by) for low, high in part] for part in (draft.source, draft.cue, draft.content)
    )
    return Draft(source, cue, content, "say", "", 1.0)


def test_time_is_linear() -> None:
    piece = "{s1:Horn} {c1:has not said} {t1:that it was late}. "
    single, drafts = marked(piece)
    size = len(single.text)
    count = 4000
    many = [shifted(drafts[0], at * size) for at in range(count)]
    layout = make_layout(single.text * count, [(0, size * count)])
    started = time.process_time()
    complete_cues(layout, many, "en")
    assert time.process_time() - started < 5
    assert all(draft.negated for draft in many)
