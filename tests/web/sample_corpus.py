"""What the pile of the invented articles shows, put together by hand."""

from onrecord.data import (
    Act,
    Actor,
    ActorLink,
    Attribution,
    Chain,
    Change,
    ChangeKind,
    CorpusFindings,
    Dating,
    Family,
    Hop,
    HopKind,
    MentionKind,
    Origin,
    OriginSet,
    Passage,
    PassageKind,
    Position,
    RecordStatus,
    Reuse,
    ReuseKind,
    Shift,
    Story,
    Thread,
)
from onrecord.ids import make_id
from tests.web.sample_draft import BACK, ON, Draft, at, why
from tests.web.sample_texts import HOSTILE, REWRITE, WIRE


def corpus(made: list[Draft]) -> CorpusFindings:
    """What the pile shows."""
    wire, copy, told, undated, evil = made
    kellan, brenn, vesta, norland, officials = (
        make_id("ac", [name]) for name in ("Ivo Kellan", "Ada Brenn", "Vesta", "Norland", "officials")
    )
    actors = (
        Actor(
            kellan,
            "Ivo Kellan",
            MentionKind.PERSON,
            ("Kellan", "Ivo Kellan"),
            ("Vestan president",),
            "“Kellan” and “Vestan President Ivo Kellan” share a name and a title",
        ),
        Actor(
            brenn,
            "Ada Brenn",
            MentionKind.PERSON,
            ("Ada Brenn",),
            ("foreign minister",),
            "one name: “Ada Brenn”",
        ),
        Actor(
            vesta,
            "Vesta",
            MentionKind.STATE,
            ("Vesta", "Osmark"),
            (),
            "“Osmark” stands for Vesta, its capital",
        ),
        Actor(
            norland, "Norland", MentionKind.STATE, ("Norland", "Sund"), (), "“Sund” is the capital of Norland"
        ),
        Actor(
            officials,
            "two officials (Meridian Wire)",
            MentionKind.UNNAMED,
            (),
            ("familiar with the talks",),
            "described only: “Two officials familiar with the talks”",
        ),
    )
    links = tuple(
        ActorLink(
            {"Ivo Kellan": kellan, "Ada Brenn": brenn}.get(one.name, officials),
            draft.id,
            one.span,
            f"“{one.span.text}” is {one.name}",
        )
        for draft in made
        for one in draft.mentions
    )
    chains = tuple(
        chain for draft in made for chain in chains_of(draft, {"Ivo Kellan": kellan, "Ada Brenn": brenn})
    )
    reuse = _reuse(wire, copy)
    family = Family(
        make_id("fa", [wire.id, copy.id]),
        (wire.id, copy.id),
        wire.id,
        (1.0, 0.71),
        "the rewrite keeps both sentences of the quotation of 1 August",
    )
    first = Story(
        make_id("st", ["wait"]),
        (wire.id, copy.id),
        (family.id,),
        "Kellan says Vesta is ready to wait",
        "2025-08-01",
        "both tell of Kellan's words of Friday",
    )
    second = Story(
        make_id("st", ["freeze"]),
        (told.id,),
        (),
        "Vesta ready to freeze the war",
        "2025-08~",
        "stands alone: no other page cites the Harbour Post",
    )
    third = Story(make_id("st", ["norland"]), (undated.id,), (), "What Norland wants", None, "stands alone")
    fourth = Story(make_id("st", ["evil"]), (evil.id,), (), f"{HOSTILE} speaks", "2025-08-04", "stands alone")
    threads = (
        Thread(
            make_id("th", ["talks"]),
            (first.id, second.id, third.id),
            "Talks between Vesta and Norland",
            "all three speak of a ceasefire between Vesta and Norland",
        ),
        Thread(make_id("th", ["evil"]), (fourth.id,), f"{HOSTILE}", "alone"),
    )
    positions = (
        _position(
            kellan,
            "readiness",
            "wait with talks",
            "if Norland thinks waiting necessary",
            ON,
            "2025-08-01",
            [wire, copy],
        ),
        _position(
            vesta,
            "offer",
            "a ceasefire",
            "only if the river line became the border",
            BACK,
            "2025-08-01",
            [wire],
        ),
        _position(vesta, "offer", "a ceasefire along the river line", None, BACK, "2025-08~", [told]),
        _position(norland, "precondition", "a full withdrawal", None, ON, None, [undated]),
    )
    change = Change(
        make_id("ch", ["c"]),
        vesta,
        "a ceasefire",
        ChangeKind.SOFTENED,
        positions[1].id,
        positions[2].id,
        True,
        "“only if the river line became the border” is gone in the later wording",
    )
    origins = (
        OriginSet(
            make_id("os", [first.id]),
            first.id,
            2,
            2,
            (
                Origin(
                    make_id("or", ["k"]),
                    "Ivo Kellan, to reporters in Osmark",
                    ON,
                    kellan,
                    (wire.id, copy.id),
                    (),
                    "one utterance of Friday, in two pages",
                ),
                Origin(
                    make_id("or", ["o"]),
                    "two officials (Meridian Wire)",
                    BACK,
                    officials,
                    (wire.id,),
                    (),
                    "told Meridian Wire; no other page names them",
                ),
            ),
            2,
            "two pages, but both carry the words that Kellan told reporters in Osmark",
        ),
        OriginSet(
            make_id("os", [second.id]),
            second.id,
            1,
            2,
            (
                Origin(
                    make_id("or", ["t"]),
                    "two sources close to the talks",
                    BACK,
                    None,
                    (told.id,),
                    (),
                    "may be those of Meridian Wire",
                ),
            ),
            1,
            "it cannot be told whether the two sources are those of Meridian Wire",
        ),
    )
    return CorpusFindings(
        reuses=(reuse,),
        families=(family,),
        stories=tuple(sorted((first, second, third, fourth), key=lambda one: one.id)),
        threads=tuple(sorted(threads, key=lambda one: one.id)),
        datings=(Dating(copy.id, copy.done().articles[0].published, ()),),
        actors=tuple(sorted(actors, key=lambda one: one.id)),
        links=links,
        chains=tuple(sorted(chains, key=lambda one: one.id)),
        origins=tuple(sorted(origins, key=lambda one: one.id)),
        positions=tuple(sorted(positions, key=lambda one: one.id)),
        changes=(change,),
        problems=(),
    )


def _position(
    actor: str,
    act: str,
    issue: str,
    condition: str | None,
    status: RecordStatus,
    when: str | None,
    where: list[Draft],
) -> Position:
    mentions = tuple(one.id for draft in where for one in draft.held if one.act == act)
    key = make_id("po", [actor, act, issue])
    return Position(
        key,
        actor,
        None,
        None,
        Act(act),
        "02",
        issue,
        ("ceasefire",),
        condition,
        status,
        when,
        tuple(sorted(draft.id for draft in where)),
        mentions,
        f"“{issue}” in {len(where)} pages",
    )


def chains_of(draft: Draft, known: dict[str, str]) -> list[Chain]:
    """The chain of the article, and one an attribution."""
    outlet = Hop(HopKind.OUTLET, draft.outlet, ON, None, None, f"the address names {draft.outlet}")
    cited: tuple[Hop, ...] = ()
    if "reports, citing" in draft.body:
        cited = (
            Hop(
                HopKind.CITED_OUTLET,
                "Harbour Post",
                ON,
                at(draft.body, "the Harbour Post"),
                at(draft.body, "reports"),
                "“the Harbour Post reports”",
            ),
            Hop(
                HopKind.CITED_OUTLET,
                "Meridian Wire",
                ON,
                at(draft.body, "Meridian Wire"),
                at(draft.body, "citing"),
                "“citing Meridian Wire”",
            ),
        )
    chains = [
        Chain(
            make_id("cn", [draft.id]), draft.id, None, (outlet, *cited), ON, f"{draft.outlet} tells it itself"
        )
    ]
    by_id = {one.id: one for one in draft.attributions}
    for one in draft.attributions:
        within = [one]
        while within[0].parent:
            within.insert(0, by_id[within[0].parent])
        words = one.source[0].text
        chains.append(
            Chain(
                make_id("cn", [one.id]),
                draft.id,
                one.id,
                (outlet, *cited, *(_hop(each, known) for each in within)),
                one.status,
                f"{draft.outlet} cites “{words}”",
            )
        )
    return chains


def _hop(one: Attribution, known: dict[str, str]) -> Hop:
    source = one.source[0]
    names = [name for name in known if name.split()[-1] in source.text]
    return Hop(
        HopKind.SOURCE,
        names[0] if names else source.text,
        one.status,
        source,
        one.cue[0],
        f"“{source.text} {one.cue[0].text}”",
        known[names[0]] if names else None,
    )


def _reuse(wire: Draft, copy: Draft) -> Reuse:
    quote = "“If the Norland leadership believes it must wait, let it wait. We are prepared to wait,” Kellan"
    lines = WIRE.split("\n")
    later = REWRITE.split("\n")
    return Reuse(
        make_id("ru", [wire.id, copy.id]),
        wire.id,
        copy.id,
        ReuseKind.REWRITE,
        0.71,
        0.94,
        True,
        0.83,
        (why("both hold “We are prepared to wait,” word for word", at(REWRITE, "We are prepared to wait")),),
        (why("“Osmark is willing” is not in the earlier text", at(REWRITE, "Osmark is willing")),),
        (why("1 August lies before 3 August", at(REWRITE, "Friday")),),
        (
            Passage(PassageKind.REWORDED, at(WIRE, lines[0]), at(REWRITE, later[0]), 0.41),
            Passage(PassageKind.REWORDED, at(WIRE, lines[1]), at(REWRITE, later[1]), 0.55, "holder changed"),
            Passage(PassageKind.COPIED, at(WIRE, quote), at(REWRITE, quote), 1.0),
            Passage(PassageKind.DROPPED, at(WIRE, lines[3]), None, 0.0),
            Passage(PassageKind.REWORDED, at(WIRE, lines[4].split(". ")[0]), at(REWRITE, later[3]), 0.5),
        ),
        (Shift("holder", at(WIRE, "his country"), at(REWRITE, "Osmark"), "“his country” became “Osmark”"),),
    )
