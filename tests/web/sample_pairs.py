"""An invented case of pairs: a wire report, its rewrite in another order, a translation of it, a copy of open
direction, a second reporter's own report of the event, and one that quotes the same public words."""

from pathlib import Path

from onrecord.data import (
    CorpusFindings,
    Family,
    IndependenceKind,
    Independent,
    Origin,
    OriginSet,
    Passage,
    PassageKind,
    Proof,
    RecordStatus,
    Reuse,
    ReuseKind,
    Shift,
    Story,
    Thread,
)
from onrecord.ids import make_id
from onrecord.stores.sqlite import open_writer
from tests.web.sample_draft import Draft, at, why
from tests.web.sample_texts import HOSTILE

WIRE = """Tunnel under the Arda stays shut
The tunnel under the Arda will stay shut until Monday, harbour master Tove Lind said on Friday.
Water had entered two of its nine chambers.
Divers found a crack of 40 metres.
“Nobody drives through a wet tunnel,” she told reporters in Sund.
Lorries wait on both banks."""

REWRITE = f"""Nobody drives through a wet tunnel {HOSTILE}
“Nobody drives through a wet tunnel,” the harbour office holds.
Drivers must wait until Monday for the tunnel under the Arda, it is understood.
Since water had come into several chambers, divers looked and found a crack of some 40 metres.
The crossing was opened in 1971."""

TRANSLATED = """Tunnel unter der Arda bleibt zu
Der Tunnel unter der Arda bleibt bis Montag geschlossen, sagte Hafenmeisterin Tove Lind am Freitag.
„Niemand fährt durch einen nassen Tunnel“, sagte sie."""

COPY = """Arda tunnel closed
Water had entered two of its nine chambers.
Divers found a crack of 40 metres.
Lorries wait on both banks."""

OWN = """Queues at the Arda after tunnel is closed
I counted 212 lorries at the eastern ramp on Saturday. A guard turned each of them away.
The engineer on duty, Ole Stamm, spoke of weeks."""

QUOTING = """Comment: wet feet
Tove Lind told the council on Thursday: “Nobody drives through a wet tunnel.” She was right, and too late.
\u202eThis line turns around. <b>bold</b>"""


def pair_drafts() -> dict[str, Draft]:
    """The articles, by a short name."""
    made = {
        "wire": Draft(WIRE, "Meridian Wire", "https://meridian.example/tunnel", "2030-05-03"),
        "rewrite": Draft(REWRITE, f"Pelinth {HOSTILE}", "https://pelinth.example/tunnel", "2030-05-04"),
        "translated": Draft(TRANSLATED, "Küstenbote", "https://kuestenbote.example/t", "2030-05-04", "de"),
        "copy": Draft(COPY, "Sund Review", None, None),
        "own": Draft(OWN, "Harbour Post", "https://harbour.example/own", "2030-05-05"),
        "quoting": Draft(QUOTING, "InfoTok", "https://infotok.example/c", "2030-05-06"),
    }
    made["wire"].says(
        "harbour master Tove Lind", "said on Friday", "The tunnel under the Arda will stay shut"
    )
    return made


def pair_corpus(made: dict[str, Draft]) -> CorpusFindings:
    """What the pile shows of them."""
    reuses = (_rewritten(made), _translated(made), _copied(made))
    members = tuple(sorted(made[name].id for name in ("wire", "rewrite", "translated", "copy")))
    shares = tuple(0.0 if key == made["wire"].id else 0.5 for key in members)
    family = Family(
        make_id("fa", members), members, made["wire"].id, shares, "4 articles joined by three reuses"
    )
    story = Story(
        make_id("st", ["tunnel"]),
        tuple(sorted(one.id for one in made.values())),
        (family.id,),
        "Tunnel under the Arda stays shut",
        "2030-05-03",
        "all tell of the tunnel under the Arda",
    )
    thread = Thread(make_id("th", ["tunnel"]), (story.id,), "The tunnel", "one story")
    return CorpusFindings(
        reuses=tuple(sorted(reuses, key=lambda one: one.id)),
        independents=tuple(sorted((_same_event(made), _common(made)), key=lambda one: one.id)),
        families=(family,),
        stories=(story,),
        threads=(thread,),
        origins=tuple(sorted(_origins(made, story), key=lambda one: one.id)),
    )


def _reuse(
    one: Draft, other: Draft, kind: ReuseKind, directed: bool, passages: tuple[Passage, ...], **more: object
) -> Reuse:
    words = other.body.split("\n")[0]
    return Reuse(
        make_id("re", [kind, one.id, other.id]), one.id, other.id, kind, 0.62, 0.93, directed,
        0.87 if directed else 0.54,
        (why(f"both tell of “{words[:20]}”", at(other.body, words)),),
        (),
        (why(f"“{words[:12]}” stands later", at(other.body, words)),),
        passages,
        kind_reasons=(why(f"a {kind}: “{words[:16]}” has other words", at(other.body, words)),),
        **more,  # type: ignore[arg-type]
    )  # fmt: skip


def _rewritten(made: dict[str, Draft]) -> Reuse:
    wire, later = made["wire"], made["rewrite"]
    quote = "“Nobody drives through a wet tunnel,”"
    merged = "Water had entered two of its nine chambers.\nDivers found a crack of 40 metres."
    passages = (
        Passage(PassageKind.COPIED, at(WIRE, quote), at(REWRITE, quote), 1.0, "", True),
        Passage(
            PassageKind.REWORDED,
            at(WIRE, WIRE.split("\n")[1]),
            at(REWRITE, REWRITE.split("\n")[2]),
            0.6,
            "without its holder",
        ),
        Passage(PassageKind.REWORDED, at(WIRE, merged), at(REWRITE, REWRITE.split("\n")[3]), 0.7),
        Passage(PassageKind.ADDED, None, at(REWRITE, "The crossing was opened in 1971."), 0.0),
        Passage(PassageKind.DROPPED, at(WIRE, "Lorries wait on both banks."), None, 0.0),
    )
    shifts = (
        Shift(
            "number",
            at(WIRE, "two of its nine"),
            at(REWRITE, "several"),
            "“two of its nine” became “several”",
        ),
        Shift(
            "attribution",
            at(WIRE, "harbour master Tove Lind said on Friday"),
            at(REWRITE, "it is understood"),
            "“Tove Lind said” became “it is understood”",
        ),
    )
    return _reuse(wire, later, ReuseKind.REWRITE, True, passages, shifts=shifts)


def _translated(made: dict[str, Draft]) -> Reuse:
    lines = TRANSLATED.split("\n")
    passages = (
        Passage(
            PassageKind.REWORDED, at(WIRE, WIRE.split("\n")[1]), at(TRANSLATED, lines[1]), 0.8, "translated"
        ),
    )
    return _reuse(made["wire"], made["translated"], ReuseKind.TRANSLATION, True, passages)


def _copied(made: dict[str, Draft]) -> Reuse:
    lines = COPY.split("\n")[1:]
    passages = tuple(Passage(PassageKind.COPIED, at(WIRE, line), at(COPY, line), 1.0) for line in lines)
    return _reuse(made["wire"], made["copy"], ReuseKind.COPY, False, passages)


def _pair(
    kind: IndependenceKind, one: Draft, other: Draft, words: tuple[str, str], reason: str
) -> Independent:
    left, right = sorted((one, other), key=lambda draft: draft.id)
    own = words if left is one else words[::-1]
    return Independent(
        make_id("in", [left.id, right.id]),
        left.id,
        right.id,
        kind,
        0.91,
        (Passage(PassageKind.COPIED, at(left.body, own[0]), at(right.body, own[1]), 1.0),),
        (why(reason, at(right.body, own[1])),),
    )


def _same_event(made: dict[str, Draft]) -> Independent:
    return _pair(
        IndependenceKind.SAME_EVENT,
        made["wire"],
        made["own"],
        ("Lorries wait", "lorries"),
        "both tell of lorries that wait, in words of their own",
    )


def _common(made: dict[str, Draft]) -> Independent:
    quote = "“Nobody drives through a wet tunnel"
    return _pair(
        IndependenceKind.COMMON_ORIGIN,
        made["wire"],
        made["quoting"],
        (quote, quote),
        f"they share only {quote}”, which was said in public",
    )


def _origins(made: dict[str, Draft], story: Story) -> tuple[OriginSet, ...]:
    lind = Origin(
        make_id("og", ["lind"]),
        "Tove Lind",
        RecordStatus.ON_RECORD,
        None,
        tuple(sorted(made[name].id for name in ("wire", "rewrite", "translated", "copy"))),
        (),
        "one utterance in four articles",
    )
    guard = Origin(
        make_id("og", ["guard"]),
        "a guard",
        RecordStatus.BACKGROUND,
        None,
        (made["own"].id,),
        (),
        "on the ramp",
    )
    proofs = (
        Proof(
            "rewrite",
            made["rewrite"].id,
            made["wire"].id,
            at(REWRITE, "it is understood"),
            "its text is the wire's",
        ),
        Proof(
            "may be the same people",
            made["own"].id,
            made["wire"].id,
            at(OWN, "A guard"),
            "“A guard” has no name",
        ),
        Proof("one owner", made["copy"].id, None, None, f"the masthead says {HOSTILE}"),
    )
    said = made["wire"].attributions[0].id
    return (
        OriginSet(
            make_id("os", [story.id]),
            story.id,
            2,
            3,
            (lind, guard),
            6,
            "six pages, two or three origins",
            proofs,
        ),
        OriginSet(make_id("os", [said]), said, 1, 1, (lind,), 4, "four articles tell it", proofs[:1]),
    )


def write_pairs(path: Path) -> Path:
    """Write the case to a file, through the default store."""
    made = pair_drafts()
    with open_writer(path) as writer:
        writer.add_pages([draft.done() for draft in made.values()])
        writer.replace_corpus(pair_corpus(made), "pairs")
    return path
