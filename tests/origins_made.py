"""Small invented piles for the tests of origins: pages with what was said on them, and reuse between them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.config import OriginConfig
from onrecord.data import (
    ArticleFindings,
    Attribution,
    AttributionKind,
    Chain,
    Described,
    Fact,
    Hop,
    HopKind,
    Metadatum,
    OriginSet,
    Passage,
    PassageKind,
    PublicationDate,
    Reason,
    RecordStatus,
    Reuse,
    ReuseKind,
    Sighting,
    Story,
    span_of,
)
from onrecord.stages.corpus.origins import count_origins
from tests import make

BACKGROUND, ON_RECORD = RecordStatus.BACKGROUND, RecordStatus.ON_RECORD


@dataclass(frozen=True)
class Page:
    """One page: its findings, the chains of its attributions, where it was seen."""

    found: ArticleFindings
    chains: tuple[Chain, ...]
    sighting: Sighting

    @property
    def id(self) -> str:
        """The article's id."""
        return self.found.article.id


def page(
    text: str,
    outlet: str = "",
    host: str = "",
    day: str | None = "2031-05-04",
    byline: str = "",
    rights: str = "",
) -> Page:
    """A page without attributions; `rights` is a copyright line beside the text."""
    made = make.article(text)
    facts = [Fact(value, None, "test") if value else None for value in (outlet, byline)]
    found = make.findings(replace(made, outlet=facts[0], byline=facts[1]))
    notices = (Metadatum("licence", rights, "notice", True, "test"),) if rights else ()
    found = replace(found, published=PublicationDate(day, day, day, Reason("test")), metadata=notices)
    hop = Hop(HopKind.OUTLET, outlet or host or "page", RecordStatus.UNSTATED, None, None, "test")
    frame = Chain(f"ch-{made.id}-frame", made.id, None, (hop,), RecordStatus.UNSTATED, "test")
    return Page(found, (frame,), Sighting(f"si-{made.id}", made.page_id, "x", None, host or None))


def says(
    made: Page,
    source: str,
    content: str,
    status: RecordStatus = BACKGROUND,
    actor: str | None = None,
    via: tuple[str, ...] = (),
    described: tuple[str, str, str] | None = None,
) -> Page:
    """The page with one more attribution; `described`: number, description, closeness by words."""
    article = made.found.article
    item: Attribution = make.attribution(article, source, "", content, status)
    quoted = article.text[max(0, item.content[0].start - 1) : item.content[0].start] == '"'
    if quoted:
        whole = span_of(article.text, item.content[0].start - 1, item.content[0].end + 1)
        item = replace(item, kind=AttributionKind.DIRECT, content=(whole,))
    if status is BACKGROUND:
        number, description, closeness = described or ("", source, "")
        item = replace(
            item,
            described=Described(
                make.words(article.text, description),
                make.words(article.text, number) if number else None,
                make.words(article.text, closeness) if closeness else None,
            ),
        )
    outlets = [Hop(HopKind.CITED_OUTLET, name, RecordStatus.UNSTATED, None, None, name) for name in via]
    end = Hop(HopKind.SOURCE, source, status, item.source[0], None, source, actor)
    chain = Chain(
        f"ch-{item.id}", article.id, item.id, (made.chains[0].hops[0], *outlets, end), status, "test"
    )
    found = replace(made.found, attributions=(*made.found.attributions, item))
    return replace(made, found=found, chains=(*made.chains, chain))


def took(
    later: Page,
    earlier: Page,
    kind: ReuseKind = ReuseKind.COPY,
    directed: bool = True,
    pairs: Sequence[tuple[str, str]] = (),
    added: Sequence[str] = (),
) -> Reuse:
    """`later` took from `earlier`; `pairs`: passages (earlier, later words); `added`: its own."""
    texts = earlier.found.article.text, later.found.article.text
    passages = [
        Passage(PassageKind.REWORDED, make.words(texts[0], one), make.words(texts[1], other), 0.8)
        for one, other in pairs
    ] + [Passage(PassageKind.ADDED, None, make.words(texts[1], words), 0.0) for words in added]
    if not directed and later.id < earlier.id:
        return took(earlier, later, kind, directed, [(b, a) for a, b in pairs], ())
    name = f"re-{earlier.id}-{later.id}"
    return Reuse(
        name, earlier.id, later.id, kind, 0.9, 0.9, directed, 0.9, (), (), (), tuple(passages)
    )  # fmt: skip


def all_sets(
    pages: Sequence[Page], reuses: Sequence[Reuse] = (), owners: str = "", story: str = "A story"
) -> Sequence[OriginSet]:
    """All sets of pages that are one story."""
    stories = [Story("st-1", tuple(sorted(one.id for one in pages)), (), story, None, "test")]
    return count_origins(
        [one.found for one in pages],
        [one.sighting for one in pages],
        reuses,
        stories,
        [],
        [chain for one in pages for chain in one.chains],
        config=OriginConfig(owners),
    )


def of_story(pages: Sequence[Page], reuses: Sequence[Reuse] = (), owners: str = "") -> OriginSet:
    """The set of the story."""
    return next(found for found in all_sets(pages, reuses, owners) if found.scope == "st-1")


def of_sayings(pages: Sequence[Page], reuses: Sequence[Reuse] = ()) -> list[OriginSet]:
    """The sets of sayings."""
    return [found for found in all_sets(pages, reuses) if found.scope.startswith("at-")]


def kinds(found: OriginSet) -> list[str]:
    """The kinds of all proofs."""
    return sorted(proof.kind for proof in found.proofs)
