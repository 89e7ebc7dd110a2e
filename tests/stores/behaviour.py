"""What every store must do. Subclass StoreBehaviour with the two ways to open the store."""

import threading
from abc import abstractmethod
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import (
    NO_RULINGS,
    Actor,
    ActorLink,
    CorpusFindings,
    Family,
    Field,
    Judgement,
    MentionKind,
    PageFindings,
    PageInput,
    Problem,
    RecordStatus,
    Story,
    Thread,
    Verdict,
    span_of,
)
from onrecord.errors import CaseError, NotFoundError
from onrecord.stores.base import AttributionFilter, PageFilter, Recurrence, View, Writer
from tests.stores.anything import Anything
from tests.stores.sample import make_page, make_sighting


class StoreBehaviour:
    """The tests; a store's own test file fills in the opening."""

    @abstractmethod
    def writer(self, folder: Path, stages: str = "s1", config: str = "c1") -> Writer: ...

    @abstractmethod
    def view(self, folder: Path) -> View: ...

    # What is written is what is read.

    @settings(max_examples=60, deadline=None)
    @given(seed=st.integers(0, 2**32))
    def test_everything_comes_back_as_it_was(self, seed: int) -> None:
        anything = Anything(seed)
        found = tuple(anything.page(number) for number in range(2))
        corpus = anything.corpus(tuple(_ids(*found)))
        judged = anything.judgement()
        with TemporaryDirectory() as name:
            with self.writer(Path(name)) as writer:
                writer.add_pages(found)
                writer.replace_corpus(corpus, "f")
                writer.add_judgement(judged)
            view = self.view(Path(name))
            assert view.page_ids() == tuple(page.page.id for page in found)
            for page in found:
                self._same_page(view, page)
            self._same_corpus(view, corpus)
            assert view.judgements() == (judged,)
            assert all(view.judgements(key) == (judged,) for key in judged.articles)
            given_problems = [p for page in found for p in page.problems] + list(corpus.problems)
            assert sorted(map(repr, view.problems())) == sorted(map(repr, given_problems))

    @staticmethod
    def _same_page(view: View, page: PageFindings) -> None:
        key = page.page.id
        assert view.page(key) == page.page
        assert view.sightings(key) == page.sightings
        assert view.furniture(key) == page.furniture
        for article in page.articles:
            assert view.findings(article.article.id) == article
        heads = view.heads_of_page(key)
        assert [head.id for head in heads] == [article.article.id for article in page.articles]

    @staticmethod
    def _same_corpus(view: View, corpus: CorpusFindings) -> None:
        assert view.reuses() == corpus.reuses
        assert view.independents() == corpus.independents
        assert view.families() == corpus.families
        assert view.stories() == corpus.stories
        assert view.threads() == corpus.threads
        assert view.datings() == corpus.datings
        assert view.actors() == corpus.actors
        assert view.links() == corpus.links
        assert view.chains() == corpus.chains
        assert view.origins() == corpus.origins
        assert view.positions() == corpus.positions
        assert view.changes() == corpus.changes
        for dating in corpus.datings:
            assert view.dating(dating.article_id) == dating
        for link in corpus.links:
            assert link in view.links(link.actor_id, link.article_id)
        for reuse in corpus.reuses:
            assert reuse in view.reuses(reuse.later)
            assert reuse in view.reuses(reuse.earlier)
        for pair in corpus.independents:
            assert pair in view.independents(pair.left)
            assert pair in view.independents(pair.right)
            assert pair in view.independents_among([pair.right, pair.left])
            assert pair not in view.independents_among([pair.left]) or pair.left == pair.right
            assert view.resolve(pair.id) == pair.id
        for chain in corpus.chains:
            assert chain in view.chains(chain.article_id)
        for found in corpus.origins:
            assert found in view.origins(found.scope)
            assert found in view.origins_of([found.scope, "xx"])
        counts = {one.scope: one for one in view.origin_counts()}
        for found in corpus.origins:
            named = sum(origin.status is RecordStatus.ON_RECORD for origin in found.origins)
            one = counts[found.scope]
            assert (one.low, one.high, one.on_record, one.pages) == (
                found.low,
                found.high,
                named,
                found.pages,
            )
        for relation in (*corpus.reuses, *corpus.independents):
            assert view.relation(relation.id) == relation
        assert view.relation("xx") is None

    def test_all_findings_come_by_page_and_place(self, tmp_path: Path) -> None:
        pages = [make_page(f"Page {n} said “so it is {n}”.") for n in range(5)]
        with self.writer(tmp_path) as writer:
            writer.add_pages(pages)
        view = self.view(tmp_path)
        wanted = sorted((a for page in pages for a in page.articles), key=lambda a: a.article.page_id)
        assert list(view.all_findings()) == wanted
        assert view.article_ids() == tuple(found.article.id for found in wanted)

    def test_an_unknown_id_is_said_to_be_unknown(self, tmp_path: Path) -> None:
        with self.writer(tmp_path):
            pass
        view = self.view(tmp_path)
        for ask in (view.page, view.findings, view.resolve, view.article_of_attribution, view.furniture):
            for name in ("zz-1", "", "'; DROP TABLE page; --", "\ud800", "a\x00b"):
                with pytest.raises(NotFoundError):
                    ask(name)
        assert view.dating("\ud800") is None
        assert view.heads(["\ud800", "zz-1"]) == ()

    # Pages arrive, and arrive again.

    def test_a_page_waits_until_it_is_analysed(self, tmp_path: Path) -> None:
        page = make_page("One said “two”.")
        given_page = PageInput(page.page, page.sightings)
        with self.writer(tmp_path) as writer:
            assert writer.add_inputs([given_page]) == 1
            assert writer.pending_pages() == (page.page.id,)
            assert writer.page_input(page.page.id) == given_page
            writer.add_pages([page])
            assert writer.pending_pages() == ()
            assert writer.known_pages() == {page.page.id: tuple(s.id for s in page.sightings)}
            assert writer.add_inputs([given_page]) == 0
            assert writer.pending_pages() == ()

    def test_a_new_sighting_makes_a_page_wait_again(self, tmp_path: Path) -> None:
        page = make_page("One said “two”.")
        again = make_sighting(page.page.id, "elsewhere.txt")
        with self.writer(tmp_path) as writer:
            writer.add_pages([page])
            assert writer.add_inputs([PageInput(page.page, (again,))]) == 1
            assert writer.pending_pages() == (page.page.id,)
            both = tuple(sorted((*page.sightings, again), key=lambda seen: seen.id))
            assert writer.page_input(page.page.id).sightings == both

    def test_one_sighting_told_several_times_is_merged_whichever_came_first(self, tmp_path: Path) -> None:
        page = make_page("One said “two”.")
        seen = page.sightings[0]
        feed, header = Field("published", "2030-01-02", "feed"), Field("language", "de", "http")
        told = (
            replace(seen, place="a.txt", fetched="2030-01-02T00:30+02:00", fields=(feed,)),
            replace(seen, place="b.txt", outlet=None, fetched="2030-01-01T23:00Z", fields=(header, feed)),
            replace(seen, place="c.txt", outlet="Outlet 0", fetched="unknown"),
        )
        wanted = replace(told[0], outlet="Outlet 0", fetched="2030-01-02T00:30+02:00", fields=(header, feed))
        for number, order in enumerate(permutations(told)):
            folder = tmp_path / str(number)
            folder.mkdir()
            with self.writer(folder) as writer:
                for one in order:
                    writer.add_inputs([PageInput(page.page, (one,))])
            assert self.view(folder).sightings() == (wanted,)

    def test_what_a_place_newly_tells_makes_a_page_wait_and_the_same_again_does_not(
        self, tmp_path: Path
    ) -> None:
        page = make_page("One said “two”.")
        seen = page.sightings[0]
        with self.writer(tmp_path) as writer:
            writer.add_pages([page])
            state = writer.pages_state()
            told = replace(seen, fields=(Field("published", "2030-01-02", "feed"),))
            assert writer.add_inputs([PageInput(page.page, (told,))]) == 1
            assert writer.pending_pages() == (page.page.id,)
            writer.add_pages([replace(page, sightings=(told,))])
            assert writer.pages_state() != state
            for again in (told, seen):
                assert writer.add_inputs([PageInput(page.page, (again,))]) == 0
            assert writer.pending_pages() == ()

    # What analysts decide of a page, and what its site teaches.

    def test_the_latest_judgement_gives_a_page_its_cuts(self, tmp_path: Path) -> None:
        page = make_page("One said “two”.")
        key = page.page.id
        first = Judgement("ju-2", "page", (), ((0, 3),), Verdict.RIGHT, "me", "2030-01-01T10:00", page=key)
        second = replace(first, id="ju-1", ranges=(), made="2030-01-01T11:00")
        taken = replace(first, id="ju-3", ranges=(), verdict=Verdict.WITHDRAWN, made="2030-01-01T12:00")
        wanted = {1: ((0, 3),), 2: (), 3: None}
        for judged in permutations((first, second, taken)):
            with TemporaryDirectory() as name, self.writer(Path(name)) as writer:
                writer.add_pages([page])
                for number, judgement in enumerate(judged):
                    writer.add_judgement(judgement)
                    latest = max(judged[: number + 1], key=lambda one: one.made)
                    assert writer.page_input(key).cuts == wanted[int(latest.made[12]) + 1]
        with self.writer(tmp_path) as writer:
            writer.add_pages([page])
            states = {writer.pages_state()}
            for judgement, waits in ((first, True), (first, False), (second, True), (first, False)):
                writer.add_judgement(judgement)
                assert bool(writer.pending_pages()) == waits
                writer.add_pages([page])
                states.add(writer.pages_state())
            assert len(states) == 3
            writer.add_judgement(replace(first, made="2030-01-01T13:00"))
            assert writer.page_input(key).cuts == ((0, 3),)
            writer.remove_page(key, CorpusFindings(), "1")
        assert self.view(tmp_path).judgements() == ()

    def test_what_a_site_newly_teaches_makes_a_page_wait(self, tmp_path: Path) -> None:
        pages = [make_page(f"Page {n} said “so it is {n}”.") for n in range(3)]
        keys = sorted(page.page.id for page in pages)
        taught = (Recurrence("harn.example", 14, ((b"12345678", 12), (b"\xff" * 8, 3))),)
        with self.writer(tmp_path) as writer:
            writer.add_pages(pages)
            assert [key for key, _ in writer.pages_without_lines(1)] == keys
            assert {text for _, text in writer.pages_without_lines(1)} == {page.page.text for page in pages}
            writer.keep_lines(1, [(key, key[-8:].encode()) for key in keys[:2]])
            assert [key for key, _ in writer.pages_without_lines(1)] == keys[2:]
            assert [key for key, _ in writer.pages_without_lines(2)] == keys
            assert list(writer.page_lines(keys[1::-1])) == [(key, key[-8:].encode()) for key in keys[1::-1]]
            assert writer.recurring(keys[0]) == ()
            state = writer.pages_state()
            assert writer.keep_recurring([(keys[0], taught), (keys[1], ())]) == 1
            assert writer.pending_pages() == (keys[0],)
            assert writer.recurring(keys[0]) == taught
            writer.add_pages(pages)
            assert writer.pages_state() != state
            assert writer.keep_recurring([(keys[0], taught)]) == 0
            assert writer.site_states() == {}
            for states in ({"a": "1", "\ud800": "2"}, {"b": "3"}):
                writer.keep_site_states(states)
                assert writer.site_states() == states

    def test_another_version_or_configuration_makes_all_pages_wait(self, tmp_path: Path) -> None:
        page = make_page("One said “two”.")
        with self.writer(tmp_path) as writer:
            writer.add_pages([page])
        for stages, config, waiting in (("s1", "c1", 0), ("s2", "c1", 1), ("s1", "c2", 1)):
            with self.writer(tmp_path, stages, config) as writer:
                assert len(writer.pending_pages()) == waiting

    def test_findings_are_replaced_not_added(self, tmp_path: Path) -> None:
        page = make_page("One said “two words”.")
        less = replace(page, articles=(replace(page.articles[0], attributions=()),), problems=())
        with self.writer(tmp_path) as writer:
            writer.add_pages([page])
            writer.add_pages([less])
        view = self.view(tmp_path)
        assert list(view.all_findings()) == list(less.articles)
        assert [hit.attribution_id for hit in view.search("words")] == [None]
        assert view.problems() == ()

    # Problems.

    def test_a_problem_is_kept_once_and_goes_when_its_place_is_read_again(self, tmp_path: Path) -> None:
        empty = Problem("empty page", "a.txt: nothing in it", "a.txt")
        other = Problem("not text", "b.bin: 3 bytes that are not text", "b.bin")
        with self.writer(tmp_path) as writer:
            for _ in range(2):
                writer.replace_problems([empty, other], ["a.txt", "b.bin"])
        assert self.view(tmp_path).problems() == (empty, other)
        with self.writer(tmp_path) as writer:
            writer.replace_problems([], ["a.txt"])
        assert self.view(tmp_path).problems() == (other,)

    # Groups grow.

    def test_ids_of_groups_that_grew_lead_to_what_they_became(self, tmp_path: Path) -> None:
        pages = [make_page(f"Page {n} said “so {n}”.") for n in range(4)]
        a, b, c, d = (page.articles[0].article.id for page in pages)
        first = _groups((("st-1", (a, b)), ("st-2", (c,))))
        grown = _groups((("st-3", (a, b, c)), ("st-4", (d,))))
        last = _groups((("st-5", (a, b, c, d)),))
        with self.writer(tmp_path) as writer:
            writer.add_pages(pages)
            for number, corpus in enumerate((first, grown)):
                writer.replace_corpus(corpus, str(number))
            view = self.view(tmp_path)
            assert [view.resolve(f"st-{n}") for n in (1, 2, 3, 4)] == ["st-3", "st-3", "st-3", "st-4"]
            assert view.resolve("fa-1") == "fa-3"
            assert view.resolve("th-1") == "th-3"
            writer.replace_corpus(last, "2")
            assert [view.resolve(f"st-{n}") for n in (1, 2, 3, 4)] == ["st-5"] * 4
            writer.replace_corpus(first, "3")
            assert [view.resolve(f"st-{n}") for n in (1, 2, 5)] == ["st-1", "st-2", "st-1"]
            writer.replace_corpus(CorpusFindings(), "4")
            with pytest.raises(NotFoundError):
                view.resolve("st-1")

    def test_an_actor_leads_on_by_its_mentions(self, tmp_path: Path) -> None:
        page = make_page("Ivo Kellan said “two”.")
        article = page.articles[0].article

        def corpus(actor_id: str) -> CorpusFindings:
            actor = Actor(actor_id, "Ivo Kellan", MentionKind.PERSON, ("Ivo Kellan",), (), "named")
            link = ActorLink(actor_id, article.id, span_of(article.text, 0, 10), "named")
            return CorpusFindings(actors=(actor,), links=(link,))

        with self.writer(tmp_path) as writer:
            writer.add_pages([page])
            writer.replace_corpus(corpus("ac-1"), "1")
            writer.replace_corpus(corpus("ac-2"), "2")
        assert self.view(tmp_path).resolve("ac-1") == "ac-2"

    def test_a_corpus_of_other_pages_than_are_there_is_refused(self, tmp_path: Path) -> None:
        with self.writer(tmp_path) as writer:
            state = writer.pages_state()
            writer.add_pages([make_page("One said “two”.")])
            with pytest.raises(CaseError):
                writer.replace_corpus(CorpusFindings(), "f", state)
            assert writer.corpus_fingerprint() == ""
            writer.replace_corpus(CorpusFindings(), "f", writer.pages_state())
            assert writer.corpus_fingerprint() == "f"

    # Questions.

    def test_full_text_finds_words_phrases_and_survives_any_query(self, tmp_path: Path) -> None:
        page = make_page("The envoy said “talks may begin in spring”. Élodie left.")
        with self.writer(tmp_path) as writer:
            writer.add_pages([page])
        view = self.view(tmp_path)
        attribution = page.articles[0].attributions[0]
        hits = view.search("TALKS spring")
        assert [hit.attribution_id for hit in hits] == [attribution.id, None]
        assert "\x02talks\x03" in hits[0].snippet
        assert [hit.article_id for hit in view.search("elodie")] == [attribution.article_id]
        assert view.search('"begin talks"') == ()
        assert len(view.search('"talks may"')) == 2
        assert view.search("talks", limit=1) == hits[:1] or len(view.search("talks", limit=1)) == 1
        for query in ("", '"', "* OR NEAR(", "a AND", "\ud800", "\x00", "(" * 5000, "col:x", "-x", "^y"):
            view.search(query)

    def test_attribution_rows_filter_and_page(self, tmp_path: Path) -> None:
        pages = [make_page(f"Ivo Kellan said “so {n} it is”.", outlet=f"Outlet {n % 2}") for n in range(6)]
        links = tuple(
            ActorLink("ac-1", found.article.id, span_of(found.article.text, 0, 10), "named")
            for found in sorted((p.articles[0] for p in pages[:2]), key=lambda f: f.article.id)
        )
        with self.writer(tmp_path) as writer:
            writer.add_pages(pages)
            writer.replace_corpus(CorpusFindings(links=links), "f")
        view = self.view(tmp_path)

        def count(wanted: AttributionFilter) -> int:
            return view.attribution_rows(wanted, 0, 0).total

        assert count(AttributionFilter()) == 6
        assert count(AttributionFilter(actor_id="ac-1")) == 2
        assert count(AttributionFilter(outlet="OUTLET 1")) == 3
        assert count(AttributionFilter(status=RecordStatus.ON_RECORD)) == 6
        assert count(AttributionFilter(status=RecordStatus.HEARSAY)) == 0
        assert count(AttributionFilter(text="3")) == 1
        assert count(AttributionFilter(text="—")) == 0
        assert count(AttributionFilter(since="2031-01-01")) == 0
        assert count(AttributionFilter(since="2030-01-01")) == 6
        whole = view.attribution_rows(AttributionFilter(), 0, 10).rows
        parts = [row for n in range(3) for row in view.attribution_rows(AttributionFilter(), n * 2, 2).rows]
        assert tuple(parts) == whole
        assert [article for article, _ in whole] == sorted(article for article, _ in whole)
        assert view.article_of_attribution(whole[0][1]) == whole[0][0]

    def test_pages_are_listed_by_place_and_filtered(self, tmp_path: Path) -> None:
        pages = [make_page(f"Page {n} said “so {n}”.", f"Outlet {n % 2}") for n in range(5)]
        pages[1] = replace(pages[1], articles=(), problems=())
        key = pages[2].page.id
        judged = Judgement("ju-1", "page", (), ((0, 4),), Verdict.RIGHT, "me", "2030", page=key)
        with self.writer(tmp_path) as writer:
            writer.add_pages(pages)
            writer.add_judgement(judged)
        view = self.view(tmp_path)
        whole = view.page_rows(PageFilter(), 0, 10)
        assert whole.total == 5
        assert [row.sightings[0].place for row in whole.rows] == sorted(p.sightings[0].place for p in pages)
        parts = [row for n in range(3) for row in view.page_rows(PageFilter(), n * 2, 2).rows]
        assert tuple(parts) == whole.rows
        by_id = {row.id: row for row in whole.rows}
        assert by_id[key].judged and not by_id[pages[0].page.id].judged
        assert (by_id[pages[1].page.id].articles, by_id[pages[1].page.id].problems) == (0, ())
        assert (by_id[key].articles, by_id[key].problems) == (1, ("no byline",))
        assert by_id[key].characters == len(pages[2].page.text)
        assert view.page_rows(PageFilter(outlet="OUTLET 1"), 0, 10).total == 2
        assert view.page_rows(PageFilter(problem="no byline"), 0, 10).total == 4
        assert view.page_rows(PageFilter("no byline", "outlet 1"), 0, 10).total == 1
        assert view.page_rows(PageFilter("\ud800", "\ud800"), 0, 10).rows == ()
        assert view.page_problems() == (("no byline", 4),)
        assert view.problems(key) == pages[2].problems
        assert view.is_waiting(key) and not view.is_waiting(pages[0].page.id)
        assert view.findings_of_page(key) == pages[2].articles
        assert view.findings_of_page("pg-none") == ()

    def test_judgements_are_found_by_the_articles_that_they_name(self, tmp_path: Path) -> None:
        about = Judgement("ju-1", "attribution", ("ar-1",), ((0, 4),), Verdict.RIGHT, "me", "2030")
        several = replace(about, id="ju-2", articles=("ar-2", "ar-1"), ranges=((0, 1), (2, 3)))
        longer = replace(about, id="ju-3", articles=("ar-11",), sources=((5, 7),), cues=((8, 9), (10, 12)))
        page = replace(about, id="ju-4", articles=(), page="pg-1")
        with self.writer(tmp_path) as writer:
            for one in (longer, page, several, about):
                writer.add_judgement(one)
        view = self.view(tmp_path)
        assert view.judgements() == (about, several, longer, page)
        assert view.judgements("ar-1") == (about, several)
        assert view.judgements("ar-11") == (longer,)
        assert view.judgements("ar") == view.judgements("") == view.judgements("\ud800") == ()

    def test_rulings_are_what_stands_of_judgements_and_those_respected_are_kept(self, tmp_path: Path) -> None:
        first = Judgement("ju-1", "story", ("ar-1", "ar-2"), ((0, 4), (0, 4)), Verdict.SAME, "me", "2030")
        second = replace(first, id="ju-2", subject="direction", articles=("ar-2", "ar-1"))
        with self.writer(tmp_path) as writer:
            assert writer.rulings() == NO_RULINGS
            writer.add_judgement(first)
            rulings = writer.rulings()
            assert rulings.same == {("ar-1", "ar-2")}
            writer.replace_corpus(CorpusFindings(), "1", rulings=rulings)
            writer.add_judgement(replace(second, verdict=Verdict.BEFORE))
            assert writer.rulings().first == ((("ar-1", "ar-2"), "ar-2"),)
            assert self.view(tmp_path).respected() == rulings
            writer.replace_corpus(CorpusFindings(), "2")
        assert self.view(tmp_path).respected() == NO_RULINGS

    def test_a_head_takes_the_outlet_of_a_sighting_and_the_date_of_the_pile(self, tmp_path: Path) -> None:
        page = make_page("One said “two”.")
        with self.writer(tmp_path) as writer:
            writer.add_pages([page])
        (head,) = self.view(tmp_path).heads()
        assert (head.outlet, head.attributions) == (page.sightings[0].outlet, 1)
        assert head.published == page.articles[0].published.value

    # Others at the same time.

    def test_a_reader_sees_whole_transactions_while_another_writes(self, tmp_path: Path) -> None:
        with self.writer(tmp_path) as writer:
            writer.add_pages([make_page("Page said “first”.")])
            view = self.view(tmp_path)
            seen: list[int] = []

            def read() -> None:
                for _ in range(50):
                    seen.append(len(list(view.all_findings())))

            reader = threading.Thread(target=read)
            reader.start()
            for n in range(10):
                writer.add_pages([make_page(f"Page {n}.{m} said “so”.") for m in range(2)])
            reader.join()
            assert all(count % 2 == 1 for count in seen)
            assert seen == sorted(seen)
            assert len(view.page_ids()) == 21

    # Taking out.

    def test_a_removed_page_is_gone_and_does_not_come_back(self, tmp_path: Path) -> None:
        gone, stays = make_page("Gone said “one”."), make_page("Stays said “two”.")
        about = Judgement(
            "ju-1", "attribution", (gone.articles[0].article.id,), ((0, 4),), Verdict.WRONG, "me", "2030"
        )
        with self.writer(tmp_path) as writer:
            writer.add_pages([gone, stays])
            writer.add_judgement(about)
            writer.add_judgement(replace(about, id="ju-2", articles=(stays.articles[0].article.id,)))
            writer.replace_corpus(_groups((("st-1", tuple(sorted(_ids(gone, stays)))),)), "1")
            writer.remove_page(gone.page.id, _groups((("st-2", tuple(_ids(stays))),)), "2")
            assert writer.removed_pages() == (gone.page.id,)
            assert writer.add_inputs([PageInput(gone.page, gone.sightings)]) == 0
            with pytest.raises(NotFoundError):
                writer.remove_page(gone.page.id, CorpusFindings(), "3")
        view = self.view(tmp_path)
        assert view.page_ids() == (stays.page.id,)
        assert list(view.all_findings()) == list(stays.articles)
        assert view.resolve("st-1") == "st-2"
        assert [judgement.id for judgement in view.judgements()] == ["ju-2"]
        assert [hit.article_id for hit in view.search("said")] == _ids(stays)
        assert view.search("gone") == ()


def _ids(*pages: PageFindings) -> list[str]:
    return [found.article.id for page in pages for found in page.articles]


def _groups(stories: tuple[tuple[str, tuple[str, ...]], ...]) -> CorpusFindings:
    """Stories, and a family and a thread for each, with the same numbers."""
    return CorpusFindings(
        families=tuple(
            Family(key.replace("st", "fa"), members, None, tuple(1.0 for _ in members), "one text")
            for key, members in stories
        ),
        stories=tuple(Story(key, members, (), "A story", None, "one event") for key, members in stories),
        threads=tuple(Thread(key.replace("st", "th"), (key,), "A thread", "alone") for key, _ in stories),
    )
