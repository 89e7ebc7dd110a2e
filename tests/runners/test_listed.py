"""What sitemaps, feeds and mappings of columns do in a case."""

from pathlib import Path

import pytest

from onrecord.cli import run as cli
from onrecord.config import Config, ReaderConfig
from onrecord.data import Field, Sighting
from onrecord.errors import InputError
from onrecord.runners.local import build, kept_config
from onrecord.stores.sqlite import open_view

TEXT = "The dam above Orlin was opened on Friday, the water board said. It will hold for a hundred years."
ROWS = f'{{"url": "https://www.courier.example/dam/", "text": "{TEXT}"}}\n'
SITEMAP = """<urlset><url><loc>http://courier.example/dam?utm_source=x</loc><lastmod>2031-05-03</lastmod></url>
<url><loc>https://courier.example/other</loc><lastmod>2031-05-04</lastmod></url></urlset>"""
FEED = """<rss><channel><title>Orlin Courier</title><item><title>Dam</title><link>https://courier.example/dam</link>
<pubDate>Fri, 02 May 2031 10:00:00 GMT</pubDate><description>Opened.</description></item></channel></rss>"""
CHANGED = Field("modified", "2031-05-03", "sitemap lastmod")


def sightings(case: Path) -> tuple[Sighting, ...]:
    with open_view(case) as view:
        return view.sightings()


def given(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_text(content)
    return folder


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_a_sitemap_tells_of_a_page_whichever_is_read_first(tmp_path: Path, names: tuple[str, str]) -> None:
    pile = given(tmp_path / "pile", **{names[0]: ROWS, names[1]: SITEMAP})
    build([pile], tmp_path / "case", workers=0)
    assert [seen.fields for seen in sightings(tmp_path / "case")] == [(CHANGED,)]


def test_a_sitemap_that_comes_in_a_later_run_tells_of_pages_that_are_there(tmp_path: Path) -> None:
    case = tmp_path / "case"
    build([given(tmp_path / "one", a=ROWS)], case, workers=0)
    assert sightings(case)[0].fields == ()
    second = build([given(tmp_path / "two", b=SITEMAP)], case, workers=0)
    assert sightings(case)[0].fields == (CHANGED,)
    assert second.analysed == 1
    assert build([tmp_path / "one", tmp_path / "two"], case, workers=0).analysed == 0


def test_a_feed_of_teasers_dates_the_pages_kept_beside_it(tmp_path: Path) -> None:
    build([given(tmp_path / "pile", a=ROWS, b=FEED)], tmp_path / "case", workers=0)
    fields = {field.origin: field.value for field in sightings(tmp_path / "case")[0].fields}
    assert fields["feed pubDate"] == "Fri, 02 May 2031 10:00:00 GMT"
    with open_view(tmp_path / "case") as view:
        assert {problem.kind for problem in view.problems()} >= {"teaser only"}
        dates = [found.published.value or "" for found in view.all_findings()]
    assert dates and dates[0].startswith("2031-05-02")


def test_a_mapping_is_kept_with_the_case(tmp_path: Path) -> None:
    case = tmp_path / "case"
    table = given(tmp_path / "pile", **{"a.csv": f'lead,where\n"{TEXT}",https://courier.example/dam\n'})
    config = Config(reader=ReaderConfig(columns={"text": "lead", "url": "where"}))
    build([table], case, config, workers=0)
    assert kept_config(case).reader.columns == {"text": "lead", "url": "where"}
    (table / "b.csv").write_text("lead,where\nAnother dam was opened on Sunday.,https://courier.example/b\n")
    build([table], case, workers=0)
    assert len(sightings(case)) == 2


def test_map_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "case"
    table = given(tmp_path / "pile", **{"a.csv": f'lead,where\n"{TEXT}",https://courier.example/dam\n'})
    build_it = ["build", str(table), "--case", str(case), "--workers", "0", "--quiet", "--map"]
    assert cli([*build_it, "body=lead"]) == 2
    assert "there is no body" in capsys.readouterr().err
    assert cli([*build_it, "text=lead,url=where"]) == 0
    more = given(
        tmp_path / "more", **{"b.csv": "opening,at\nAnother dam was opened.,https://courier.example/b\n"}
    )
    assert cli(["add", str(case), str(more), "--quiet", "--map", "text=opening,url=at"]) == 0
    assert {seen.url for seen in sightings(case)} == {
        "https://courier.example/dam",
        "https://courier.example/b",
    }


def test_a_wrong_mapping_makes_no_case(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no body"):
        build(
            [given(tmp_path / "pile", a=ROWS)],
            tmp_path / "case",
            Config(reader=ReaderConfig(columns={"body": "x"})),
        )
    assert not (tmp_path / "case").exists()
