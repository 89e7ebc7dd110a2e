"""Pages of one site teach each other: the same record however the pages of the site arrive."""

import json
import random
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.cli import run as cli
from onrecord.config import Config, RunnerConfig
from onrecord.data import Media, Page, PageInput, Sighting
from onrecord.ids import make_id
from onrecord.runners.local import build
from onrecord.runners.recurring import site_of, teach
from onrecord.runners.removal import plan_removal, remove
from onrecord.stores.sqlite import open_view, open_writer
from tests.runners.test_local import dump

BOX = "Follow the harbour with our evening letter"
SHOUT = "Harbour line open for callers from noon"
MENU = [f"Entry {letter}" for letter in "abcdef"]
NAMES = ("Ada Brunn", "Oren Vask", "Lise Tarrow")
IN_PROCESS = Config(runner=RunnerConfig(workers=0))


def row(site: str, number: int, box: str) -> str:
    words = random.Random(f"{site}{number}")  # noqa: S311
    place = "".join(words.choices("aeiorst", k=8)).capitalize()
    name = NAMES[number % 3]
    text = (
        f"{SHOUT}\n{place} harbour talks enter round {number}\n"
        f"Talks about the {place} pier went on for {number + 2} hours, the port office said on Monday.\n"
        f"{box}\n"
        f'"We will sail past {place} when the wind drops," {name} told reporters.\n'
        f"{name} said that the {place} mediators had left.\n"
    )
    return json.dumps({"url": f"https://{site}/{number}", "text": text})


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Seven pages of one site, with its box and its line; two of another with the same."""
    folder = tmp_path_factory.mktemp("pages")
    made = []
    for number in range(7):
        made.append(folder / f"post-{number}.jsonl")
        made[-1].write_text(row("www.harn-post.example", number, BOX) + "\n")
    for number in range(2):
        made.append(folder / f"other-{number}.jsonl")
        made[-1].write_text(row("tarnby.example", number, BOX) + "\n")
    return made


@pytest.fixture(scope="module")
def built(pages: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = tmp_path_factory.mktemp("case") / "whole.onrecord"
    build(pages, case, IN_PROCESS)
    return case


def reasons(case: Path) -> dict[str, list[str]]:
    """Reasons of recurring lines, by their text."""
    found: dict[str, list[str]] = {}
    with open_view(case) as view:
        for key in view.page_ids():
            for item in view.furniture(key):
                if item.kind == "recurring":
                    found.setdefault(item.span.text, []).append(item.reason.text)
    return found


def test_lines_that_recur_on_a_site_are_furniture_and_others_are_not(built: Path) -> None:
    found = reasons(built)
    assert set(found) <= {BOX, SHOUT}
    assert len(found[BOX]) == 7
    assert all("stands on 7 of the 7 pages of harn-post.example" in reason for reason in found[BOX])
    with open_view(built) as view:
        texts = [one.article.text for one in view.all_findings()]
    assert sum(BOX in text for text in texts) == 2  # of the other site, with two pages


def test_pages_that_arrive_one_by_one_in_any_order_give_the_same(
    pages: list[Path], built: Path, tmp_path: Path
) -> None:
    whole = dump(built)
    for seed in range(2):
        case = tmp_path / f"{seed}.onrecord"
        order = list(pages)
        random.Random(seed).shuffle(order)  # noqa: S311
        for start, end in ((0, 2), (2, 3), (3, 7), (7, 9)):
            build(order[start:end], case, IN_PROCESS)
        assert dump(case) == whole


def test_only_pages_of_the_site_that_grows_wait_again(pages: list[Path], tmp_path: Path) -> None:
    case = tmp_path / "x.onrecord"
    assert build(pages[:2] + pages[7:], case, IN_PROCESS).analysed == 4
    assert reasons(case) == {}
    assert build(pages[2:3], case, IN_PROCESS).analysed == 3
    assert len(reasons(case)[BOX]) == 3
    again = build(pages[:3], case, IN_PROCESS)
    assert (again.analysed, again.compared) == (0, False)


def test_a_page_taken_out_teaches_nothing_any_more(pages: list[Path], tmp_path: Path) -> None:
    case, without = tmp_path / "x.onrecord", tmp_path / "y.onrecord"
    build(pages[:3], case, IN_PROCESS)
    remove(case, plan_removal(case, "https://www.harn-post.example/1"))
    assert reasons(case) == {}
    build([pages[0], pages[2]], without, IN_PROCESS)
    assert dump(case) == dump(without)


def test_a_judged_page_is_cut_at_once_and_by_every_later_build(
    pages: list[Path], built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = Path(shutil.copy(built, tmp_path))
    with open_view(case) as view:
        page = view.page(next(seen.page_id for seen in view.sightings() if seen.place == "post-3.jsonl:1"))
    start = page.text.index(BOX)
    end = page.text.index("told reporters.")
    told = ["judge", str(case), "page", page.id, "--by", "Ada Brunn"]
    assert cli([*told, "--article", f"{start}:{end}"]) == 0
    texts = _texts(case, page.id)
    assert texts == [page.text[start:end].strip()]
    build(pages, case, IN_PROCESS)
    assert _texts(case, page.id) == texts
    assert cli([*told, "--no-article", "--later"]) == 0
    assert _texts(case, page.id) == texts
    assert build((), case, IN_PROCESS).analysed == 1
    assert _texts(case, page.id) == []
    assert cli([*told, "--withdraw"]) == 0
    judged = dump(case).split(b"\n")
    assert [line for line in judged if b'"judgement"' not in line[:40]] == [
        line for line in dump(built).split(b"\n") if b'"judgement"' not in line[:40]
    ]
    capsys.readouterr()
    for wrong, said in (
        (["--withdraw"], "nothing was judged"),
        ([], "say where the articles stand"),
        (["--article", "5-9"], "START:END"),
        (["--article", "9:5"], "begins before it ends"),
        (["--article", "0:99999"], "ends at"),
        (["--article", "0:20", "--article", "10:30"], "overlaps"),
        (["--article", "0:20", "--no-article"], "say where"),
    ):
        assert cli([*told, *wrong]) == 2
        assert said in capsys.readouterr().err
    assert cli(["judge", str(case), "page", "pg-nowhere", "--no-article"]) == 2
    assert cli(["judge", str(case), "right", page.id, "--no-article"]) == 2


def _texts(case: Path, page_id: str) -> list[str]:
    with open_view(case) as view:
        return [view.findings(head.id).article.text for head in view.heads_of_page(page_id)]


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_what_sites_teach_hangs_on_the_pages_alone(seed: int) -> None:
    choose = random.Random(seed)  # noqa: S311
    inputs = []
    for number in range(14):
        lines = [*choose.sample(MENU, 3), *(f"Own {choose.random()} line {n}" for n in range(3))]
        text = "\n".join(lines)
        page = Page(make_id("pg", [text]), Media.TEXT, text, text.encode(), "utf-8")
        sites = choose.sample(["one.example", "two.example", "three.example"], choose.randint(0, 2))
        for site in sites or [""]:
            url = f"https://{site}/{number}" if site else None
            seen = Sighting(make_id("si", [number, site]), page.id, str(number), url)
            inputs.append(PageInput(page, (seen,)))
    taught = []
    with TemporaryDirectory() as name:
        for steps in (1, 4, 30):
            choose.shuffle(inputs)
            with open_writer(Path(name) / f"{steps}.onrecord") as writer:
                for start in range(steps):
                    writer.add_inputs(inputs[start::steps])
                    teach(writer, "s1")
                taught.append({one.page.id: writer.recurring(one.page.id) for one in inputs})
                assert teach(writer, "s1") == 0
    assert taught[0] == taught[1] == taught[2]


def test_the_site_of_a_page_is_its_host_or_what_the_place_names() -> None:
    def site(url: str | None, outlet: str | None) -> str | None:
        return site_of(Sighting("si-1", "pg-1", "a", url, outlet))

    assert site("https://www.Harn-Post.example/a", "Harn") == "harn-post.example"
    assert site(None, " Harn  Post ") == site("nowhere", "harn post") == "harn post"
    assert site(None, None) is None
    assert site(None, " ") is None
