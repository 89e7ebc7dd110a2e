"""Origins of a story: one party, one origin, however many pages; a range where nobody can tell."""

import itertools
from dataclasses import replace

from onrecord.data import ReuseKind, Sighting
from tests.origins_made import BACKGROUND, ON_RECORD, Page, all_sets, kinds, of_story, page, says, took

SPEECH = "“We will rebuild every bridge before the winter comes”"


def ledger() -> Page:
    made = page(
        'Bridges\nPresident Ivo Sand said: "We will rebuild every bridge before winter comes."', "Ledger"
    )
    return says(
        made, "President Ivo Sand", "We will rebuild every bridge before winter comes.", ON_RECORD, "ac-1"
    )


def courier() -> Page:
    made = page("Rain and bridges\nIn the rain Sand said that bridges would be rebuilt.", "Courier")
    return says(made, "Sand", "that bridges would be rebuilt", ON_RECORD, "ac-1")


def unnamed(outlet: str, words: str, noun: str, title: str = "Talks", day: str | None = "2031-05-04") -> Page:
    made = page(f"{title} in {outlet}\nThe talks are over, {words} told it.", outlet, day=day)
    return says(made, words, "The talks are over", BACKGROUND, described=("", noun, ""))


def test_one_speech_heard_by_two_outlets_is_one_origin_with_the_words_of_both() -> None:
    found = of_story([ledger(), courier()])
    assert (found.low, found.high, found.pages) == (1, 1, 2)
    assert found.origins[0].articles == tuple(sorted([ledger().id, courier().id]))
    (proof,) = found.proofs
    assert proof.kind == "one party"
    assert (
        "“Sand”" in proof.reason
        and "“President Ivo Sand”" in proof.reason
        and "Rain and bridges" in proof.reason
    )
    assert proof.span is not None and proof.span.text in ("Sand", "President Ivo Sand")


def test_words_in_quotation_marks_make_one_origin_of_two_names() -> None:
    made = page(
        'Wet\n"We will rebuild every bridge before winter comes," said a voice from the palace.', "Courier"
    )
    other = says(made, "a voice from the palace", "We will rebuild every bridge before winter comes,")
    found = of_story([ledger(), other])
    assert (found.low, found.high) == (1, 1)
    assert found.origins[0].actor_id == "ac-1"
    proof = next(proof for proof in found.proofs if proof.kind == "one utterance")
    assert "We will rebuild every bridge before" in proof.reason and "a voice from the palace" in proof.reason
    assert proof.span is not None
    assert other.found.article.text[proof.span.start : proof.span.end] == proof.span.text


def test_unnamed_sources_of_one_agency_are_one_origin_however_often_retold() -> None:
    one = page("Talks\nThree officials told Skyline that talks are over.", "Ratto")
    two = page("Talks fail\nSkyline's sources say it is over.", "Bay")
    pages = [
        says(one, "Three officials", "that talks are over", via=("Skyline",)),
        says(two, "Skyline's sources", "it is over", via=("the news agency Skyline",)),
    ]
    found = of_story(pages)
    assert (found.low, found.high) == (1, 1)
    assert kinds(found) == ["one outlet's unnamed sources"]


def test_unnamed_sources_of_two_outlets_may_be_the_same_people() -> None:
    found = of_story(
        [unnamed("Ledger", "an official", "official"), unnamed("Courier", "two officials", "officials")]
    )
    assert (found.low, found.high) == (1, 2)
    (proof,) = found.proofs
    assert proof.kind == "may be the same people"
    assert "“an official”" in proof.reason and "“two officials”" in proof.reason
    assert proof.reason in found.reason


def test_officials_and_a_diplomat_are_two() -> None:
    pages = [unnamed("Ledger", "two officials", "officials"), unnamed("Courier", "a diplomat", "diplomat")]
    found = of_story(pages)
    assert (found.low, found.high, found.proofs) == (2, 2, ())


def test_officials_of_two_bodies_are_two() -> None:
    pages = [
        unnamed("Ledger", "a defence official", "defence official"),
        unnamed("Courier", "a finance official", "finance official"),
    ]
    assert of_story(pages).low == 2


def test_people_described_alike_on_one_day_are_one_and_later_perhaps() -> None:
    words = "three former generals close to the palace"

    def told(outlet: str, day: str) -> Page:
        made = page(f"Storm at {outlet}\nThe island is lost, {words} told it.", outlet, day=day)
        described = ("three", "former generals", "close to the palace")
        return says(made, words, "The island is lost", BACKGROUND, described=described)

    same = of_story([told("Ledger", "2031-05-04"), told("Courier", "2031-05-05")])
    assert (same.low, same.high, kinds(same)) == (1, 1, ["the same people"])
    assert "generals" in same.proofs[0].reason and "2031-05-05" in same.proofs[0].reason
    later = of_story([told("Ledger", "2031-05-04"), told("Courier", "2031-05-08")])
    assert (later.low, later.high) == (1, 2)


def test_unnamed_people_of_another_month_are_others() -> None:
    pages = [
        unnamed("Ledger", "an official", "official"),
        unnamed("Courier", "an official", "official", day="2031-08-01"),
    ]
    assert of_story(pages).low == 2


def test_a_copy_heard_nobody_whatever_it_calls_the_source() -> None:
    one, two = unnamed("Ledger", "an official", "official"), unnamed("Courier", "a diplomat", "diplomat")
    for directed in (True, False):
        found = of_story([one, two], [took(two, one, directed=directed)])
        assert (found.low, found.high) == (1, 1)
        proof = next(proof for proof in found.proofs if proof.kind == "copy")
        assert "Talks in Ledger" in proof.reason and "Talks in Courier" in proof.reason
        assert ("whichever was first" in proof.reason) is not directed


def test_a_chain_of_copies_goes_back_to_its_first() -> None:
    pages = [unnamed(name, "an official", "official") for name in ("Ledger", "Courier", "Post", "Star")]
    reuses = [took(later, earlier) for earlier, later in itertools.pairwise(pages)]
    assert (of_story(pages).low, of_story(pages).high) == (1, 4)
    assert of_story(pages, reuses).high == 1


def test_a_ring_of_reuse_ends_and_counts_once() -> None:
    one, two = unnamed("Ledger", "an official", "official"), unnamed("Courier", "an official", "official")
    assert of_story([one, two], [took(one, two), took(two, one)]).high == 1


def test_what_a_rewrite_adds_by_name_counts_and_what_it_kept_does_not() -> None:
    two = page("Bridges soon\nThe president spoke of bridges. Karl Imm, a mason, doubts it.", "Courier")
    two = says(two, "The president", "bridges", ON_RECORD, "ac-7")
    two = says(two, "Karl Imm", "doubts it", ON_RECORD, "ac-2")
    one = ledger()
    reuse = took(
        two,
        one,
        ReuseKind.REWRITE,
        pairs=[("We will rebuild every bridge before winter comes.", "The president spoke of bridges.")],
        added=["Karl Imm, a mason, doubts it."],
    )
    found = of_story([one, two], [reuse])
    assert (found.low, found.high) == (2, 2)
    assert {origin.actor_id for origin in found.origins} == {"ac-1", "ac-2"}
    proof = next(proof for proof in found.proofs if proof.kind == "rewrite")
    assert proof.span is not None and proof.span.text == "The president spoke of bridges."


def test_headlines_speak_only_where_the_text_does_not() -> None:
    made = page("Minister warns of flood\nThe dam will break, Ada Holt said.", "Ledger")
    made = says(made, "Minister", "flood", ON_RECORD, "ac-3")
    body = says(made, "Ada Holt", "The dam will break", ON_RECORD, "ac-4")
    assert [origin.actor_id for origin in of_story([made]).origins] == ["ac-3"]
    assert [origin.actor_id for origin in of_story([body]).origins] == ["ac-4"]


def test_a_surname_alone_is_the_party_of_that_name() -> None:
    made = page("Flood\nThe dam holds, Ada Holt said. It is old, Holt said.", "Ledger")
    made = says(made, "Ada Holt", "The dam holds", ON_RECORD, "ac-4")
    text = made.found.article.text
    assert text.count("Holt") == 2
    both = says(made, "Holt", "It is old", ON_RECORD)
    assert of_story([both]).high == 1


def test_every_sighting_counts_as_a_page() -> None:
    one = ledger()
    more = replace(one, sighting=Sighting("si-2", one.found.article.page_id, "y"))
    found = of_story([one, more])
    assert (found.pages, found.high) == (2, 1)


def test_order_of_arrival_is_no_matter() -> None:
    pages = [ledger(), courier(), *(unnamed(f"Paper {n}", "an official", "official") for n in range(3))]
    reuses = [took(pages[2], pages[3]), took(pages[4], pages[3], directed=False)]
    sets = {all_sets(list(order), reuses[::-1]) for order in itertools.permutations(pages)}
    assert sets == {all_sets(pages, reuses)}


def test_a_story_without_attributions_has_no_origin_and_says_so() -> None:
    found = of_story([page("Rain\nIt rained.")])
    assert (found.low, found.high) == (0, 0)
    assert "A story" in found.reason
