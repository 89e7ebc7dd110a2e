"""Judging over HTTP: kept, shown and taken back; refused unless it comes from a page of this server."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.exceptions import HTTPException
from starlette.testclient import TestClient

from onrecord.data import Verdict
from onrecord.errors import InputError
from onrecord.judgements import judge
from onrecord.stores.sqlite import SqliteView, open_view, open_writer
from onrecord.web.app import create_app
from onrecord.web.guard import LOCAL_HOSTS, MAX_FORM
from onrecord.web.judging import Judging, read_form
from onrecord.web.render import moment
from tests.stores.sample import make_page
from tests.web.reading import parse
from tests.web.sample import nested_draft, write_nested_case
from tests.web.test_hostile import assert_harmless

HERE = "http://127.0.0.1:8010"
SAME = {"Origin": HERE, "Sec-Fetch-Site": "same-origin"}
DRAFT = nested_draft()
SAID = DRAFT.attributions
ARTICLE = f"/article/{DRAFT.id}"


class Pages:
    """The pages of one case as a browser on this machine gets them."""

    def __init__(self, path: Path, view: SqliteView) -> None:
        self.path, self.view = path, view
        self.judging = Judging(path, "Ada <b>Brunn</b>")
        app = create_app(view, "nested", LOCAL_HOSTS, self.judging)
        client = ("127.0.0.1", 50_000)
        self.client = TestClient(app, base_url=HERE, follow_redirects=False, client=client)

    def form(self, verdict: str, identifier: str, note: int = 1) -> dict[str, str]:
        return {"token": self.judging.token, "judge": f"{verdict} {identifier} {note}"}

    def send(self, verdict: str, identifier: str, note: int = 1) -> tuple[int, str]:
        response = self.client.post(
            f"{ARTICLE}/judge", data=self.form(verdict, identifier, note), headers=SAME
        )
        return response.status_code, response.headers.get("location", "") or response.text

    def article(self) -> str:
        text = str(self.client.get(ARTICLE).text)
        assert_harmless(ARTICLE, text)
        return text


@pytest.fixture
def pages(tmp_path: Path) -> Iterator[Pages]:
    path = write_nested_case(tmp_path / "nested.onrecord")
    with open_view(path) as view:
        yield Pages(path, view)


def cards(text: str) -> dict[str, str]:
    notes = parse(text).xpath("//div[contains(@class, 'note')]")
    return {str(one.get("id")): " ".join(one.text_content().split()) for one in notes}


def test_a_card_tells_everything(pages: Pages) -> None:
    found = cards(pages.article())
    assert len([key for key in found if key.startswith("a")]) == len(SAID)
    whole = " ".join(found.values())
    for words in (
        "not said: the text says that it was not said",
        "to come: the text expects that it will be said",
        "a question: what is said is asked",
        "Ivo Kellan, at “Kellan”: “He” is “Kellan”, named last before it",
        "Told to reporters",
        "Where Osmark",
        "When Monday",
        "How in a written statement",
        "Described as two former high-ranking Vestan officials close to the palace",
        "Not named who asked not to be named",
        "direct; the cue “told reporters” is of the class say",
        "indirect, in the title",
        "Confidence 90%",
        "background: “two former high-ranking Vestan officials close to the palace” is described, not named",
    ):
        assert words in whole, words
    deepest = next(text for text in found.values() if "citing” is of" in text)
    hops = [
        deepest.index(name) for name in ("Pelinth Courier outlet", "The Harbour Post source", "Meridian Wire")
    ]
    assert hops == sorted(hops) and "chain of 4" in deepest


def test_what_is_set_aside_stands_in_the_text_with_its_reason(pages: Pages) -> None:
    text = pages.article()
    tree, found = parse(text), cards(text)
    quiet = {key: words for key, words in found.items() if key.startswith("x")}
    assert [words.split(":")[0] for words in quiet.values()] == [
        "scare quote “truce”",
        "declined declined to comment",
    ]
    assert (
        "a fact about “The palace”, no statement" in found["x2"]
        and DRAFT.asides[0].reason.text in found["x2"]
    )
    assert "".join(tree.xpath("//span[contains(@class, 'aside') and contains(@class, 'x2')]/text()")) == (
        "declined to comment"
    )


def test_accepted_rejected_and_withdrawn(pages: Pages) -> None:
    one = SAID[4]
    number = next(key for key, words in cards(pages.article()).items() if "told reporters" in words)[1:]
    assert pages.send("right", one.id, int(number)) == (303, f"{ARTICLE}#a{number}")
    text = pages.article()
    assert "accepted by Ada <b>Brunn</b>" in cards(text)[f"a{number}"]
    assert parse(text).xpath(f"//span[@class='refs']/a[@href='#a{number}' and @class='v-accepted']")
    assert pages.send("wrong", one.id)[0] == 303
    assert "rejected by Ada" in cards(pages.article())[f"a{number}"].split("before that")[0]
    assert pages.send("withdrawn", one.id)[0] == 303
    last = cards(pages.article())[f"a{number}"]
    assert "withdrawn by Ada" in last.split("before that")[0] and "✓" not in last
    kept = pages.view.judgements()
    assert sorted(found.verdict for found in kept) == ["right", "withdrawn", "wrong"]
    assert {found.ranges for found in kept} == {tuple((span.start, span.end) for span in one.content)}
    assert pages.view.findings(DRAFT.id).attributions == tuple(SAID)
    assert pages.send("withdrawn", one.id)[0] == 400


def test_attributions_of_one_content_are_judged_apart(pages: Pages) -> None:
    middle, deepest = SAID[2], SAID[3]
    assert middle.content == deepest.content
    pages.send("right", middle.id)
    pages.send("wrong", deepest.id)
    found = {
        words: key
        for key, words in cards(pages.article()).items()
        if "accepted" in words or "rejected" in words
    }
    assert len(found) == 2
    assert any("“writes that” is of" in words and "accepted by" in words for words in found)
    assert any("“citing” is of" in words and "rejected by" in words for words in found)


def test_a_judgement_made_elsewhere_is_shown_at_once(pages: Pages) -> None:
    judge(pages.path, [SAID[0].id], Verdict.WRONG, "M", "2031-02-03T04:05:06+00:00", "a <headline>")
    assert "rejected by M, 3 February 2031, 04:05 UTC: “a <headline>”" in cards(pages.article())["a1"]
    listed = " ".join(pages.client.get("/attributions").text.split())
    assert "v-rejected" in listed


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:8011"},
        {"Origin": "http://localhost:8010"},
        {"Origin": "https://127.0.0.1:8010"},
        {"Origin": HERE, "Sec-Fetch-Site": "cross-site"},
        {"Origin": HERE, "Sec-Fetch-Site": "same-site"},
        {"Origin": HERE, "Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "same-origin"},
    ],
)
def test_a_form_from_elsewhere_is_refused(pages: Pages, headers: dict[str, str]) -> None:
    response = pages.client.post(f"{ARTICLE}/judge", data=pages.form("right", SAID[0].id), headers=headers)
    assert response.status_code == 403
    assert pages.view.judgements() == ()


@pytest.mark.parametrize("token", [None, "", "x", "\udcff", "a" * 43])
def test_a_form_without_the_token_of_this_process_is_refused(pages: Pages, token: str | None) -> None:
    given = {"judge": f"right {SAID[0].id} 1"} | ({} if token is None else {"token": token})
    data = {key: value.encode("utf-8", "surrogatepass") for key, value in given.items()}
    response = pages.client.post(f"{ARTICLE}/judge", data=data, headers=SAME)
    assert response.status_code in (400, 403)
    assert pages.view.judgements() == ()
    other = Judging(pages.path, "M")
    assert other.token != pages.judging.token and other.token not in repr(other)


def test_another_host_another_machine_and_other_methods_are_refused(pages: Pages) -> None:
    form = pages.form("right", SAID[0].id)
    evil = {"Host": "evil.example:8010", "Origin": "http://evil.example:8010"}
    assert pages.client.post(f"{ARTICLE}/judge", data=form, headers=evil).status_code == 421
    app = create_app(pages.view, "x", LOCAL_HOSTS | {"192.0.2.7"}, pages.judging)
    far = TestClient(app, base_url=HERE, client=("192.0.2.9", 40_000))
    assert far.post(f"{ARTICLE}/judge", data=form, headers=SAME).status_code == 403
    named = {"Host": "192.0.2.7:8010", "Origin": "http://192.0.2.7:8010"}
    near = TestClient(app, base_url=HERE, client=("127.0.0.1", 40_000))
    assert near.post(f"{ARTICLE}/judge", data=form, headers=named).status_code == 403
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
        assert pages.client.request(method, f"{ARTICLE}/judge", headers=SAME).status_code == 405
    for path in ("/", ARTICLE, f"{ARTICLE}/judge/", f"{ARTICLE}/other", "/attributions"):
        assert pages.client.post(path, data=form, headers=SAME).status_code == 405
    assert pages.client.get(f"{ARTICLE}/judge").status_code == 405
    assert pages.view.judgements() == ()


def test_only_short_forms_are_taken(pages: Pages) -> None:
    form = pages.form("right", SAID[0].id)
    address = f"{ARTICLE}/judge"
    assert pages.client.post(address, data=form | {"x": "a" * MAX_FORM}, headers=SAME).status_code == 413
    assert pages.client.post(address, json=form, headers=SAME).status_code == 415
    long = SAME | {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": "9" * 400}
    assert pages.client.post(address, content=b"x", headers=long).status_code == 413

    def endless() -> Iterator[bytes]:
        for _ in range(100):
            yield b"a" * 1_000

    kind = SAME | {"Content-Type": "application/x-www-form-urlencoded"}
    assert pages.client.post(address, content=endless(), headers=kind).status_code == 411
    # Whatever the header says, no more than that is read.
    said = kind | {"Content-Length": "10"}
    assert pages.client.post(address, content=endless(), headers=said).status_code in (400, 413)
    assert pages.view.judgements() == ()


NONSENSE = (
    "",
    "right",
    "right at-1",
    "same {} 1",
    "right {} x",
    "right {} 1 2",
    "right {} -1",
    "right {} 123456789",
    "right at-nowhere 1",
    "right ar-x 1",
    "withdrawn ju-nowhere 1",
    "right \x00 1",
    "right {} \u0663",
)


@pytest.mark.parametrize("said", NONSENSE)
def test_nonsense_is_explained(pages: Pages, said: str) -> None:
    form = {"token": pages.judging.token, "judge": said.format(SAID[0].id)}
    response = pages.client.post(f"{ARTICLE}/judge", data=form, headers=SAME)
    assert response.status_code in (400, 404)
    assert "Nothing was kept" in response.text and f'href="{ARTICLE}"' in response.text
    assert_harmless(ARTICLE, response.text)
    assert pages.view.judgements() == ()


@settings(max_examples=300, deadline=None)
@given(body=st.binary(max_size=300) | st.text(max_size=80).map(lambda text: f"token=t&judge={text}".encode()))
def test_any_form_is_read_or_refused(body: bytes) -> None:
    try:
        asked = read_form(body, "t")
    except (InputError, HTTPException):
        return
    assert asked.note >= 0 and asked.verdict in (Verdict.RIGHT, Verdict.WRONG, Verdict.WITHDRAWN)


def test_an_attribution_of_another_article_is_refused(pages: Pages) -> None:
    form = pages.form("right", SAID[0].id)
    for article in (
        "ar-nowhere",
        "%3Cscript%3E",
        next(key for key in pages.view.article_ids() if key != DRAFT.id),
    ):
        response = pages.client.post(f"/article/{article}/judge", data=form, headers=SAME)
        assert response.status_code == 404
        assert_harmless("/", response.text)
    assert pages.view.judgements() == ()


def test_a_case_that_a_build_writes_to_is_said_to_be_busy_and_nobody_waits(pages: Pages) -> None:
    connection = sqlite3.connect(pages.path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    started = time.monotonic()
    status, said = pages.send("right", SAID[0].id)
    assert status == 503 and time.monotonic() - started < 5
    assert "another program is writing to this case" in said.lower() and "Nothing was kept" in said
    assert pages.client.get(ARTICLE).status_code == 200
    connection.execute("ROLLBACK")
    connection.close()
    assert pages.send("right", SAID[0].id)[0] == 303


def test_judging_while_another_program_writes_keeps_each_that_it_says_it_kept(pages: Pages) -> None:
    done = threading.Event()

    def write() -> None:
        number = 0
        with open_writer(pages.path) as writer:
            while not done.is_set():
                writer.add_pages([make_page(f"Page {number} said “so it is”.")])
                number += 1

    program = threading.Thread(target=write)
    program.start()
    try:
        answers = [
            pages.send("right" if number % 2 else "wrong", SAID[number % 9].id)[0] for number in range(18)
        ]
        assert pages.client.get(ARTICLE).status_code == 200
    finally:
        done.set()
        program.join()
    assert set(answers) <= {303, 503} and 303 in answers
    assert len(pages.view.judgements()) == answers.count(303)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2031-02-03T04:05:06.789+00:00", "3 February 2031, 04:05 UTC"),
        ("2031-02-03T04:05:06+02:00", "3 February 2031, 04:05+02:00"),
        ("2031-02-03T04:05", "3 February 2031, 04:05"),
        ("2031-02-03", "3 February 2031"),
        ("2031-99-99T04:05", "2031-99-99, 04:05"),
        ("<b>", "<b>"),
        ("", ""),
    ],
)
def test_when_something_was_decided_in_words(text: str, said: str) -> None:
    assert moment(text) == said


def test_a_server_that_is_read_only_offers_nothing_and_takes_nothing(pages: Pages) -> None:
    client = TestClient(
        create_app(pages.view, "x"), base_url=HERE, follow_redirects=False, client=("127.0.0.1", 4_000)
    )
    tree = parse(client.get(ARTICLE).text)
    assert not tree.xpath("//form[@method='post']") and not tree.xpath("//button[@name='judge']")
    response = client.post(f"{ARTICLE}/judge", data=pages.form("right", SAID[0].id), headers=SAME)
    assert response.status_code == 405
    assert pages.view.judgements() == ()


def test_what_was_decided_of_words_that_are_gone_is_shown_and_can_be_withdrawn(pages: Pages) -> None:
    judge(pages.path, [SAID[5].id], Verdict.WRONG, "M", "2031-01-01T00:00:00")
    kept = pages.view.judgements()[0]
    connection = sqlite3.connect(pages.path, isolation_level=None)
    connection.execute("DELETE FROM attribution WHERE id = ?", (SAID[5].id,))
    connection.close()
    tree = parse(pages.article())
    words = " ".join(tree.xpath("//section[@aria-labelledby='decided']")[0].text_content().split())
    assert f"{SAID[5].content[0].text} rejected by M" in words
    assert pages.send("withdrawn", kept.id, 0) == (303, f"{ARTICLE}#decided")
    assert "rejected by M" not in pages.article()


def test_what_was_decided_is_listed_with_links_to_the_words(pages: Pages) -> None:
    assert "Nothing was decided" in pages.client.get("/judgements").text
    for identifier, verdict in ((SAID[4].id, Verdict.RIGHT), (SAID[5].id, Verdict.WRONG)):
        judge(pages.path, [identifier], verdict, "<i>M</i>", f"2031-01-0{verdict == 'right'}", "<u>why</u>")
    judge(pages.path, [SAID[4].id, SAID[5].id], Verdict.NOT_SAME, "", "2031-01-03")
    text = pages.client.get("/judgements").text
    assert_harmless("/judgements", text)
    tree = parse(text)
    said = [" ".join(one.text_content().split()) for one in tree.xpath("//ol[@class='said']/li")]
    assert len(said) == 3 and SAID[5].content[0].text in " ".join(said)
    assert any("rejected by <i>M</i>" in one and "“<u>why</u>”" in one for one in said)
    start, end = SAID[4].content[0].start, SAID[4].content[0].end
    assert f"{ARTICLE}#c{start}-{end}" in tree.xpath("//ol[@class='said']//@href")
    for href in tree.xpath("//ol[@class='said']//@href"):
        assert pages.client.get(href).status_code == 200
