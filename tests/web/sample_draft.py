"""One article of the invented case while it is put together; spans are given by their words."""

from dataclasses import replace

from onrecord.data import (
    Act,
    Article,
    ArticleFindings,
    AsideKind,
    Attribution,
    AttributionKind,
    Condition,
    Credit,
    CueClass,
    DateCandidate,
    Described,
    Fact,
    Factuality,
    Furniture,
    Language,
    Media,
    Mention,
    MentionKind,
    Page,
    PageFindings,
    PositionMention,
    PublicationDate,
    Reason,
    RecordStatus,
    SetAside,
    Setting,
    Sighting,
    Span,
    Speaker,
    TimeExpression,
    TimeKind,
    span_of,
)
from onrecord.ids import make_id

ON, BACK = RecordStatus.ON_RECORD, RecordStatus.BACKGROUND


def at(text: str, phrase: str, after: int = 0) -> Span:
    """The span of a phrase in a text."""
    start = text.index(phrase, after)
    return span_of(text, start, start + len(phrase))


def why(text: str, *spans: Span) -> Reason:
    return Reason(text, spans)


class Draft:
    """One article while it is put together; spans are given by their words."""

    def __init__(
        self, text: str, outlet: str, url: str | None, published: str | None, language: str = "en"
    ) -> None:
        self.body, self.language = text, language
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
        self.asides: list[SetAside] = []

    def says(
        self,
        source: str,
        cue: str,
        *content: str,
        status: RecordStatus = ON,
        kind: AttributionKind = AttributionKind.INDIRECT,
        parent: str | None = None,
        near: int = 200,
    ) -> str:
        """Add an attribution; its source begins at most `near` characters before its cue."""
        spans = tuple(at(self.body, part) for part in content)
        sources = (at(self.body, source, max(0, self.body.index(cue) - near)),) if source else ()
        cues = (at(self.body, cue),)
        key = make_id("at", [self.id, source, cue, *content])
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

    def also(
        self,
        key: str,
        factuality: Factuality = Factuality.FACT,
        setting: Setting = Setting.BODY,
        speaker: tuple[str, str] | None = None,
        described: tuple[str, str, str] | None = None,
        **around: str,
    ) -> str:
        """Tell more of an attribution; `around` are phrases by name of the field ("place")."""
        number = next(place for place, one in enumerate(self.attributions) if one.id == key)
        said = self.attributions[number]
        start = max(0, min(span.start for span in (*said.source, *said.cue)) - 250)
        parts = [at(self.body, words) for words in described or ()]
        spans = {name: at(self.body, words, start) for name, words in around.items()}
        pronoun = said.source[0].text
        told = (
            Speaker(
                speaker[1],
                at(self.body, speaker[0]),
                why(f"“{pronoun}” is “{speaker[0]}”, named last before it", at(self.body, speaker[0])),
            )
            if speaker
            else None
        )
        self.attributions[number] = replace(
            said,
            negated=factuality is Factuality.NEGATED,
            factuality=factuality,
            setting=setting,
            speaker=told,
            described=Described(*parts) if parts else None,
            addressee=spans.get("addressee"),
            place=spans.get("place"),
            time=spans.get("time"),
            medium=spans.get("medium"),
            anonymity=spans.get("anonymity"),
        )
        return key

    def aside(self, kind: AsideKind, words: str, source: str | None, reason: str) -> None:
        span = at(self.body, words)
        self.asides.append(SetAside(kind, span, at(self.body, source) if source else None, why(reason, span)))

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
            language=Language(self.language, 0.99, why(f"“{title[:20]}” reads as English")),
            credits=(Credit(self.outlet, "dateline", span_of(self.body, 0, 5), why("first line")),),
            published=published,
            times=tuple(self.times),
            sentences=tuple(sentences),
            mentions=tuple(sorted(self.mentions, key=lambda one: one.span)),
            attributions=tuple(self.attributions),
            conditions=tuple(self.conditions),
            position_mentions=tuple(self.held),
            asides=tuple(self.asides),
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
