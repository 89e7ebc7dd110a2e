"""A small invented case, put together by hand: two countries, four outlets, every kind of finding once."""

from dataclasses import replace
from pathlib import Path

from onrecord.data import (
    Act,
    AsideKind,
    AttributionKind,
    CorpusFindings,
    Factuality,
    MentionKind,
    Problem,
    RecordStatus,
    ReuseKind,
    Setting,
)
from onrecord.stores.sqlite import open_writer
from tests.web.sample_corpus import chains_of, corpus
from tests.web.sample_draft import BACK, Draft
from tests.web.sample_texts import EVIL, HOSTILE, NESTED, RETOLD, REWRITE, UNDATED, WIRE

__all__ = [
    "HOSTILE",
    "Draft",
    "corpus",
    "drafts",
    "nested_draft",
    "problems",
    "write_case",
    "write_nested_case",
]


def drafts() -> list[Draft]:
    """The articles: a wire report, its rewrite, a retelling, an undated page and a hostile one."""
    wire = Draft(WIRE, "Meridian Wire", "https://meridian.example/kellan", "2025-08-01")
    wire.says(
        "Vestan President Ivo Kellan",
        "said on Friday",
        "his country was ready to wait if Norland thought waiting was needed",
    )
    wire.says(
        "Kellan",
        "told reporters",
        "“If the Norland leadership believes it must wait, let it wait. We are prepared to wait,”",
        kind=AttributionKind.DIRECT,
    )
    wire.says(
        "Two officials familiar with the talks",
        "told Meridian Wire",
        "Vesta would accept a ceasefire only if the river line became the border",
        status=BACK,
    )
    outer = wire.says("she", "said, adding", "officials in Osmark had told her “the plan is dead”")
    wire.says(
        "officials in Osmark", "had told her", "“the plan is dead”", status=RecordStatus.HEARSAY, parent=outer
    )
    wire.mention("Vestan President Ivo Kellan", MentionKind.PERSON, "Ivo Kellan", 0)
    wire.mention("Ada Brenn", MentionKind.PERSON, "Ada Brenn", 1)
    wire.mention("Two officials familiar with the talks", MentionKind.UNNAMED, "Two officials", 2)
    wire.holds(
        "Vestan President Ivo Kellan",
        Act.READINESS,
        "was ready to wait",
        "wait",
        "if Norland thought waiting was needed",
    )
    wire.holds("Vesta", Act.OFFER, "would accept", "a ceasefire", "only if the river line became the border")
    wire.time("Friday", "2025-08-01")
    copy = Draft(REWRITE, "Pelinth Courier", "https://pelinth.example/a?b=1&c=2", "2025-08-03")
    copy.says(
        "Vestan President Ivo Kellan",
        "signalled on Friday",
        "Osmark is willing to pause negotiations if Norland deems it necessary",
    )
    copy.says(
        "Kellan",
        "remarked",
        "“If the Norland leadership believes it must wait, let it wait. We are prepared to wait,”",
        kind=AttributionKind.DIRECT,
    )
    copy.mention("Vestan President Ivo Kellan", MentionKind.PERSON, "Ivo Kellan", 0)
    copy.holds(
        "Osmark", Act.READINESS, "is willing to pause", "negotiations", "if Norland deems it necessary"
    )
    told = Draft(RETOLD, "InfoTok", "javascript:alert(1)", "2025-08~")
    told.says("the Harbour Post", "reports, citing", "Vesta is ready for a ceasefire along the river line")
    told.says(
        "two sources close to the talks",
        "According to",
        "Kellan wants the river line to become the border",
        status=BACK,
    )
    told.mention("two sources close to the talks", MentionKind.UNNAMED, "two sources", 0)
    told.holds("Vesta", Act.OFFER, "is ready for", "a ceasefire along the river line")
    undated = Draft(UNDATED, "Sund Review", None, None)
    undated.says("the government in Sund", "according to", "Norland will not talk before a full withdrawal")
    undated.holds("Norland", Act.PRECONDITION, "will not talk before", "a full withdrawal")
    evil = Draft(EVIL, f"Evil {HOSTILE}", "javascript:alert(document.domain)", "2025-08-04")
    words = evil.says("Ada Brenn", "said", f"“{HOSTILE}”", kind=AttributionKind.DIRECT)
    evil.also(
        words, speaker=("Ada Brenn", f"Ada {HOSTILE}"), place=HOSTILE, medium=HOSTILE, anonymity=HOSTILE
    )
    evil.aside(AsideKind.SCARE_QUOTE, HOSTILE, HOSTILE, f"nobody says {HOSTILE}")
    evil.mention("Ada Brenn", MentionKind.PERSON, "Ada Brenn", 0)
    return [wire, copy, told, undated, evil]


def nested_draft() -> Draft:
    """Three hops in one sentence, and once everything that is told of an attribution."""
    draft = Draft(NESTED, "Pelinth Courier", "https://pelinth.example/resume", "2025-08-05")
    claim = "the talks will resume in June"
    officials = "two former high-ranking Vestan officials close to the palace"
    title = draft.says("Meridian Wire", "writes", "Talks may resume in June")
    draft.also(title, setting=Setting.TITLE)
    inner = f"Meridian Wire, citing {officials}, writes that {claim}"
    outer = draft.says("The Harbour Post", "reports that", inner)
    middle = draft.says("Meridian Wire", "writes that", claim, parent=outer, near=120)
    deepest = draft.says(officials, "citing", claim, status=BACK, parent=middle)
    draft.also(
        deepest,
        described=("former high-ranking Vestan officials", "two", "close to the palace"),
    )
    quote = draft.says("Kellan", "told reporters", "“We never left the table,”", kind=AttributionKind.DIRECT)
    draft.also(quote, addressee="reporters", place="Osmark", time="Monday")
    denied = draft.says("He", "did not say that", "the border was open to discussion")
    draft.also(denied, factuality=Factuality.NEGATED, speaker=("Kellan", "Ivo Kellan"))
    coming = draft.says("Ada Brenn", "will warn it", "that the “truce” is a trap")
    draft.also(coming, factuality=Factuality.PREDICTED, medium="in a written statement", time="on Tuesday")
    asked = draft.says("anyone", "claim that", "the plan is fair", status=RecordStatus.UNSTATED)
    draft.also(asked, factuality=Factuality.QUESTION)
    unnamed = draft.says("One of the officials", "said by telephone that", "a date was set", status=BACK)
    draft.also(
        unnamed,
        described=("officials", "One", "close to the palace"),
        medium="by telephone",
        anonymity="who asked not to be named",
    )
    draft.aside(
        AsideKind.DECLINED,
        "declined to comment",
        "The palace",
        "“declined to comment” tells what The palace did not say",
    )
    draft.aside(
        AsideKind.SCARE_QUOTE, "“truce”", None, "“truce” is one word in quotation marks, and nobody says it"
    )
    draft.mention("Kellan", MentionKind.PERSON, "Ivo Kellan", 0)
    draft.mention("Ada Brenn", MentionKind.PERSON, "Ada Brenn", 1)
    return draft


def problems() -> tuple[Problem, ...]:
    return (
        Problem("empty page", "pages/22-empty.txt holds no text", "pages/22-empty.txt"),
        Problem("not text", f"pages/photo.jpg is an image {HOSTILE}", "pages/photo.jpg"),
    )


def write_case(path: Path, reuse_kind: ReuseKind = ReuseKind.REWRITE) -> Path:
    """Write the case to a file, through the default store."""
    made = drafts()
    with open_writer(path) as writer:
        writer.add_pages([draft.done() for draft in made])
        writer.add_problems(problems())
        found = corpus(made)
        reuses = tuple(replace(reuse, kind=reuse_kind) for reuse in found.reuses)
        writer.replace_corpus(replace(found, reuses=reuses), "sample")
    return path


def write_nested_case(path: Path) -> Path:
    """Write a case of one article with everything that is told of an attribution, and a hostile one."""
    made = [nested_draft(), drafts()[-1]]
    chains = tuple(sorted((one for draft in made for one in chains_of(draft, {})), key=lambda one: one.id))
    with open_writer(path) as writer:
        writer.add_pages([draft.done() for draft in made])
        writer.replace_corpus(CorpusFindings(chains=chains), "nested")
    return path
