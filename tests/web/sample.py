"""A small invented case, put together by hand: two countries, four outlets, every kind of finding once."""
# ruff: noqa: E501 - a paragraph of a page is one line

from dataclasses import replace
from pathlib import Path

from onrecord.data import (
    Act,
    Actor,
    ActorLink,
    Article,
    ArticleFindings,
    Attribution,
    AttributionKind,
    Chain,
    Change,
    ChangeKind,
    Condition,
    CorpusFindings,
    Credit,
    CueClass,
    DateCandidate,
    Dating,
    Fact,
    Family,
    Furniture,
    Hop,
    HopKind,
    Language,
    Media,
    Mention,
    MentionKind,
    Origin,
    OriginSet,
    Page,
    PageFindings,
    Passage,
    PassageKind,
    Position,
    PositionMention,
    Problem,
    PublicationDate,
    Reason,
    RecordStatus,
    Reuse,
    ReuseKind,
    Shift,
    Sighting,
    Span,
    Story,
    Thread,
    TimeExpression,
    TimeKind,
    span_of,
)
from onrecord.ids import make_id
from onrecord.stores.sqlite import open_writer

ON, BACK = RecordStatus.ON_RECORD, RecordStatus.BACKGROUND
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">'

WIRE = """Kellan says Vesta is ready to wait for talks
Vestan President Ivo Kellan said on Friday that his country was ready to wait if Norland thought waiting was needed.
“If the Norland leadership believes it must wait, let it wait. We are prepared to wait,” Kellan told reporters in Osmark.
Two officials familiar with the talks told Meridian Wire that Vesta would accept a ceasefire only if the river line became the border.
Norland's foreign minister, Ada Brenn, rejected the offer. “Nobody draws our border for us,” she said, adding that officials in Osmark had told her “the plan is dead”."""

REWRITE = """Kellan signals openness to pause negotiations
Vestan President Ivo Kellan signalled on Friday that Osmark is willing to pause negotiations if Norland deems it necessary.
“If the Norland leadership believes it must wait, let it wait. We are prepared to wait,” Kellan remarked.
Norland's foreign minister, Ada Brenn, turned the offer down."""

RETOLD = """Vesta ready to freeze the war, foreign websites write
Vesta is ready for a ceasefire along the river line, the Harbour Post reports, citing Meridian Wire.
According to two sources close to the talks, Kellan wants the river line to become the border.
The presidential office did not comment."""

UNDATED = """What Norland wants
Norland will not talk before a full withdrawal, according to the government in Sund."""

# Half a surrogate pair, a NUL, a control that turns the line around.
EVIL = f"""{HOSTILE} speaks \u202e
“{HOSTILE}” said Ada Brenn. \ud800 \x00"""


def at(text: str, phrase: str, after: int = 0) -> Span:
    """The span of a phrase in a text."""
    start = text.index(phrase, after)
    return span_of(text, start, start + len(phrase))


def why(text: str, *spans: Span) -> Reason:
    return Reason(text, spans)


class Draft:
    """One article while it is put together; spans are given by their words."""

    def __init__(self, text: str, outlet: str, url: str | None, published: str | None) -> None:
        self.body = text
        self.outlet, self.url, self.published = outlet, url, published
        self.before = "Home > World > Talks\n"
        self.after = "\nLeave a comment\nYour e-mail address"
        page_text = self.before + text + self.after
        self.page = Page(
            make_id("pg", [page_text]),
            Media.TEXT,
            page_text,
            page_text.encode("utf-8", "surrogatepass"),
            "utf-8",
        )
        self.id = make_id("ar", [self.page.id, 0])
        self.attributions: list[Attribution] = []
        self.mentions: list[Mention] = []
        self.held: list[PositionMention] = []
        self.conditions: list[Condition] = []
        self.times: list[TimeExpression] = []

    def says(
        self,
        source: str,
        cue: str,
        *content: str,
        status: RecordStatus = ON,
        kind: AttributionKind = AttributionKind.INDIRECT,
        parent: str | None = None,
    ) -> str:
        spans = tuple(at(self.body, part) for part in content)
        sources = (at(self.body, source, max(0, self.body.index(cue) - 200)),) if source else ()
        cues = (at(self.body, cue),)
        key = make_id("at", [self.id, cue, *content])
        reason = f"“{source}” stands before “{cue}”, and what follows is what is said: “{content[0][:30]}”"
        terms = f"“{source}” is {'named' if status is ON else 'described, not named'}"
        self.attributions.append(
            Attribution(
                key,
                self.id,
                sources,
                cues,
                spans,
                kind,
                CueClass.SAY,
                status,
                why(terms, *sources),
                why(reason, *sources, *cues),
                0.9,
                parent,
            )
        )
        return key

    def mention(self, phrase: str, kind: MentionKind, name: str, chain: int) -> None:
        span = at(self.body, phrase)
        reason = why(f"“{phrase}” names {name}", span)
        self.mentions.append(Mention(span, span, kind, chain, name, reason))

    def holds(self, actor: str, act: Act, act_words: str, issue: str, condition: str | None = None) -> str:
        key = make_id("pm", [self.id, act, issue])
        parts = at(self.body, actor), at(self.body, act_words), at(self.body, issue)
        found = None
        if condition:
            span = at(self.body, condition)
            marker = at(self.body, condition.split()[0], span.start)
            found = Condition(marker, span, parts[2], why(f"“{marker.text}” opens “{condition}”", span))
            self.conditions.append(found)
        reason = why(f"“{actor}” with “{act_words}” and “{issue}”", *parts)
        self.held.append(
            PositionMention(
                key,
                self.id,
                parts[0],
                act,
                parts[1],
                parts[2],
                ("ceasefire", "talks"),
                reason,
                attribution_id=self.attributions[0].id if self.attributions else None,
                condition=found,
            )
        )
        return key

    def time(self, phrase: str, value: str) -> None:
        span = at(self.body, phrase)
        reason = why(f"“{phrase}” counted from {self.published}", span)
        self.times.append(TimeExpression(span, TimeKind.DATE, value, value, True, False, reason))

    def done(self) -> PageFindings:
        start = len(self.before)
        body = span_of(self.page.text, start, start + len(self.body))
        title = self.body.split("\n", 1)[0]
        article = Article(
            self.id,
            self.page.id,
            0,
            (body,),
            self.body,
            title,
            span_of(self.body, 0, len(title)),
            outlet=Fact(self.outlet, None, f"the address {self.url} names {self.outlet}"),
        )
        sentences = []
        place = 0
        for line in self.body.split("\n"):
            sentences.append(span_of(self.body, place, place + len(line)))
            place += len(line) + 1
        dated = self.published
        candidates = (
            DateCandidate(
                "2024-01-02", "stamp", False, "2024-01-02 conflicts with “Friday”", at(self.page.text, "Home")
            ),
            *((DateCandidate(dated, "field", True, f"the field date says {dated}"),) if dated else ()),
        )
        day = dated if dated and len(dated) == 10 else None
        published = PublicationDate(
            dated,
            day,
            day,
            why(f"the field date says {dated}" if dated else f"nothing dates “{title}”"),
            candidates,
        )
        findings = ArticleFindings(
            article=article,
            language=Language("en", 0.99, why(f"“{title[:20]}” reads as English")),
            credits=(Credit(self.outlet, "dateline", span_of(self.body, 0, 5), why("first line")),),
            published=published,
            times=tuple(self.times),
            sentences=tuple(sentences),
            mentions=tuple(sorted(self.mentions, key=lambda one: one.span)),
            attributions=tuple(self.attributions),
            conditions=tuple(self.conditions),
            position_mentions=tuple(self.held),
        )
        sighting = Sighting(
            make_id("si", [self.page.id, self.url]),
            self.page.id,
            f"{self.outlet}.txt",
            self.url,
            self.outlet,
            None,
        )
        end = start + len(self.body)
        furniture = (
            Furniture(
                self.page.id,
                span_of(self.page.text, 0, start - 1),
                "breadcrumb",
                why("“Home > World > Talks” is a path of links"),
            ),
            Furniture(
                self.page.id,
                span_of(self.page.text, end + 1, len(self.page.text)),
                "comment form",
                why("“Leave a comment” opens a form"),
            ),
        )
        return PageFindings(self.page, (sighting,), (findings,), furniture, ())


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
    evil.says("Ada Brenn", "said", f"“{HOSTILE}”", kind=AttributionKind.DIRECT)
    evil.mention("Ada Brenn", MentionKind.PERSON, "Ada Brenn", 0)
    return [wire, copy, told, undated, evil]


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
        chain for draft in made for chain in _chains(draft, {"Ivo Kellan": kellan, "Ada Brenn": brenn})
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


def _chains(draft: Draft, known: dict[str, str]) -> list[Chain]:
    outlet = Hop(HopKind.OUTLET, draft.outlet, ON, None, None, f"the address names {draft.outlet}")
    cited: tuple[Hop, ...] = ()
    if "citing" in draft.body:
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
    for one in draft.attributions:
        source = one.source[0]
        names = [name for name in known if name.split()[-1] in source.text]
        hop = Hop(
            HopKind.SOURCE,
            names[0] if names else source.text,
            one.status,
            source,
            one.cue[0],
            f"“{source.text} {one.cue[0].text}”",
            known[names[0]] if names else None,
        )
        chains.append(
            Chain(
                make_id("cn", [one.id]),
                draft.id,
                one.id,
                (outlet, *cited, hop),
                one.status,
                f"{draft.outlet} cites “{source.text}”",
            )
        )
    return chains


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
