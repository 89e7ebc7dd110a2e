"""Chains: carriers in the order in which they cite, the first party that is no carrier last."""

from dataclasses import replace

from onrecord.data import (
    ActorLink,
    ArticleFindings,
    Attribution,
    AttributionKind,
    Chain,
    Credit,
    CueClass,
    Fact,
    MentionKind,
    Reason,
    RecordStatus,
    Sighting,
)
from onrecord.stages.corpus.chains import build_chains
from tests import make

BACKGROUND = RecordStatus.BACKGROUND


def names(found: ArticleFindings, item: Attribution | None, seen: tuple[Sighting, ...] = ()) -> list[str]:
    return [hop.name for hop in chain_of(found, item, seen).hops]


def chain_of(found: ArticleFindings, item: Attribution | None, seen: tuple[Sighting, ...] = ()) -> Chain:
    wanted = item.id if item else None
    chains = build_chains([found], list(seen), [])
    return next(chain for chain in chains if chain.attribution_id == wanted)


def retelling() -> tuple[ArticleFindings, list[Attribution]]:
    made = make.article(
        "Premier ready to sign\n"
        "The premier is ready to sign the treaty. "
        "This is reported by Skyline, citing officials in Vesk, Ratto reports. "
        "Two officials told Skyline that the premier was tired. "
        'The agency notes that winter is near. "We will see," said Ana Mirt. '
    )
    mentions = (
        make.mention(made, "Ratto", MentionKind.OUTLET, 1),
        make.mention(made, "Skyline", MentionKind.OUTLET, 2),
        make.mention(made, "officials in Vesk", MentionKind.UNNAMED, 3),
        make.mention(made, "Two officials", MentionKind.UNNAMED, 4),
        make.mention(made, "Ana Mirt", MentionKind.PERSON, 5),
    )
    lead = "The premier is ready to sign the treaty."
    ratto = make.attribution(made, "Ratto", "reports", lead, cue_class=CueClass.REPORT)
    skyline = make.attribution(made, "Skyline", "reported by", lead, parent=ratto, cue_class=CueClass.REPORT)
    citing = make.attribution(
        made, "officials in Vesk", "citing", lead, BACKGROUND, parent=skyline, cue_class=CueClass.REPORT
    )
    told = make.attribution(made, "Two officials", "told", "the premier was tired", BACKGROUND)
    told = replace(told, addressee=make.words(made.text, "Skyline", made.text.index("told")))
    agency = make.attribution(made, "The agency", "notes", "winter is near", cue_class=CueClass.REPORT)
    quoted = make.attribution(made, "Ana Mirt", "said", '"We will see,"')
    items = [ratto, skyline, citing, told, agency, quoted]
    return make.findings(made, tuple(items), mentions), items


def test_each_citation_is_a_hop_and_the_last_source_gives_the_status() -> None:
    found, (_, _, citing, *_) = retelling()
    chain = chain_of(found, citing)
    assert [hop.name for hop in chain.hops] == ["Ratto", "Skyline", "officials in Vesk"]
    assert chain.status is BACKGROUND
    cue = chain.hops[-1].cue
    assert cue is not None
    assert cue.text == "citing"


def test_sources_without_a_carrier_of_their_own_speak_through_a_strong_frame() -> None:
    found, (*_, told, _, quoted) = retelling()
    assert names(found, told) == ["Ratto", "Skyline", "Two officials"]
    assert names(found, quoted) == ["Ratto", "Skyline", "Ana Mirt"]


def test_the_agency_means_the_carrier_named_before() -> None:
    found, (*_, agency, _) = retelling()
    assert names(found, agency) == ["Ratto", "Skyline"]


def test_the_article_itself_has_a_chain_of_its_carriers() -> None:
    found, _ = retelling()
    assert names(found, None) == ["Ratto", "Skyline"]


def test_what_a_source_relays_of_others_adds_no_hop() -> None:
    made = make.article("Talks\nThree aides told the Herald that the king said he was ready.")
    outer = make.attribution(made, "Three aides", "told", "the king said he was ready", BACKGROUND)
    inner = make.attribution(made, "the king", "said", "he was ready", parent=outer)
    mentions = (
        make.mention(made, "Three aides", MentionKind.UNNAMED, 1),
        make.mention(made, "the king", MentionKind.PERSON, 2),
    )
    found = make.findings(made, (outer, inner), mentions)
    assert names(found, inner) == ["Three aides"]
    assert chain_of(found, inner).status is BACKGROUND


def test_an_outlet_cited_for_one_remark_does_not_carry_the_rest() -> None:
    made = make.article(
        "Bridge closed\nThe bridge is closed, the Vale Times reported. Mayor Ulm said it opens in May."
    )
    paper = make.attribution(
        made, "the Vale Times", "reported", "The bridge is closed", cue_class=CueClass.REPORT
    )
    mayor = make.attribution(made, "Mayor Ulm", "said", "it opens in May")
    mentions = (
        make.mention(made, "the Vale Times", MentionKind.OUTLET, 1),
        make.mention(made, "Mayor Ulm", MentionKind.PERSON, 2),
    )
    found = make.findings(made, (paper, mayor), mentions)
    assert names(found, mayor) == ["Mayor Ulm"]


WIRE = "Deal near\nDASK, May 2 (Norpress) - Minister Ode Karr said a deal was near."


def wire(outlet: str) -> tuple[ArticleFindings, Attribution]:
    made = make.article(WIRE)
    quoted = make.attribution(made, "Minister Ode Karr", "said", "a deal was near")
    credit = Credit("Norpress", "dateline", make.words(WIRE, "Norpress"), Reason("“(Norpress)”"))
    published = replace(made, outlet=Fact(outlet, None, f"the address names {outlet}"))
    return replace(make.findings(published, (quoted,)), credits=(credit,)), quoted


def test_a_wire_copy_comes_through_the_agency_of_its_dateline() -> None:
    found, quoted = wire("Bay Post")
    assert names(found, quoted) == ["Bay Post", "Norpress", "Minister Ode Karr"]


def test_an_agency_does_not_cite_itself() -> None:
    found, quoted = wire("Norpress News Agency")
    assert names(found, quoted) == ["Norpress News Agency", "Minister Ode Karr"]


def test_the_address_names_the_outlet_where_the_page_does_not() -> None:
    made = make.article("Deal near\nMinister Ode Karr said a deal was near.")
    quoted = make.attribution(made, "Minister Ode Karr", "said", "a deal was near")
    seen = Sighting("si-1", made.page_id, "x.txt", outlet="bay.example")
    assert names(make.findings(made, (quoted,)), quoted, (seen,))[0] == "bay.example"


def test_a_cycle_of_parents_ends() -> None:
    made = make.article("Deal near\nOde Karr said that Ana Mirt said a deal was near.")
    one = make.attribution(made, "Ode Karr", "said", "Ana Mirt said a deal was near")
    two = make.attribution(made, "Ana Mirt", "said a", "a deal was near", parent=one)
    one = replace(one, parent=two.id)
    chains = build_chains([make.findings(made, (one, two))], [], [])
    assert len(chains) == 2


def test_empty_findings_give_no_chain() -> None:
    assert build_chains([make.findings(make.article("Nothing"))], [], []) == ()


def test_what_a_wire_text_says_of_another_outlet_carries_only_that() -> None:
    text = (
        "Ministry denies report\nDASK (Norpress) - The ministry denied a report on Monday. "
        "The Skyline agency had reported that the minister would go. Minister Ode Karr said he would stay."
    )
    made = make.article(text)
    skyline = make.attribution(
        made, "The Skyline agency", "had reported", "the minister would go", cue_class=CueClass.REPORT
    )
    karr = make.attribution(made, "Minister Ode Karr", "said", "he would stay")
    credit = Credit("Norpress", "dateline", make.words(text, "Norpress"), Reason("“(Norpress)”"))
    outlet = Fact("Bay Post", None, "the first line names Bay Post")
    found = replace(
        make.findings(
            replace(made, outlet=outlet),
            (skyline, karr),
            (make.mention(made, "The Skyline agency", MentionKind.OUTLET, 1),),
        ),
        credits=(credit,),
    )
    assert names(found, karr) == ["Bay Post", "Norpress", "Minister Ode Karr"]
    assert names(found, skyline) == ["Bay Post", "Norpress", "The Skyline agency"]


def test_the_sources_of_an_outlet_told_that_outlet() -> None:
    made = make.article("Premier tired\nAccording to Skyline's sources in Vesk, the premier was tired.")
    item = make.attribution(
        made, "Skyline's sources in Vesk", "According to", "the premier was tired", BACKGROUND
    )
    mentions = (
        make.mention(made, "Skyline's sources in Vesk", MentionKind.UNNAMED, 1),
        make.mention(made, "Skyline", MentionKind.OUTLET, 2),
    )
    assert names(make.findings(made, (item,), mentions), item) == ["Skyline", "Skyline's sources in Vesk"]


def test_more_of_what_unnamed_sources_tell_of_one_actor_is_theirs() -> None:
    text = (
        "Premier ready\nThe premier is ready to sign. This is reported by Skyline, citing two aides, "
        "Ratto writes. "
        'The premier makes it clear that he will not wait. "I will not wait," the premier said in Vesk.'
    )
    made = make.article(text)
    lead = "The premier is ready to sign."
    ratto = make.attribution(made, "Ratto", "writes", lead, cue_class=CueClass.REPORT)
    skyline = make.attribution(made, "Skyline", "reported by", lead, parent=ratto, cue_class=CueClass.REPORT)
    aides = make.attribution(made, "two aides", "citing", lead, BACKGROUND, skyline, CueClass.REPORT)
    clear = make.attribution(made, "The premier", "makes it clear", "that he will not wait")
    clear = replace(clear, source=(make.words(text, "The premier", text.index("aides")),))
    quoted = make.attribution(made, "the premier", "said", '"I will not wait,"')
    quoted = replace(quoted, kind=AttributionKind.DIRECT)
    mentions = (
        make.mention(made, "The premier", MentionKind.PERSON, 1),
        replace(
            make.mention(made, "The premier", MentionKind.PERSON, 1),
            span=clear.source[0],
            head=clear.source[0],
        ),
        make.mention(made, "Ratto", MentionKind.OUTLET, 2),
        make.mention(made, "Skyline", MentionKind.OUTLET, 3),
        make.mention(made, "two aides", MentionKind.UNNAMED, 4),
        make.mention(made, "the premier", MentionKind.PERSON, 1),
    )
    found = make.findings(made, (ratto, skyline, aides, clear, quoted), mentions)
    links = [ActorLink("ac-1", made.id, m.span, "test") for m in mentions if m.chain == 1]
    chains = {chain.attribution_id: chain for chain in build_chains([found], [], links)}
    assert [hop.name for hop in chains[clear.id].hops] == ["Ratto", "Skyline", "two aides"]
    assert "makes it clear" in chains[clear.id].hops[-1].reason
    assert chains[quoted.id].hops[-1].actor_id == "ac-1"
