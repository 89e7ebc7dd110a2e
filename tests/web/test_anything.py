"""Whatever a case holds, its articles and judgements are shown, and nothing of it runs."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from starlette.testclient import TestClient

from onrecord.stores.sqlite import open_view, open_writer
from onrecord.web.app import create_app
from onrecord.web.judging import Judging
from tests.stores.anything import Anything
from tests.web.test_hostile import assert_harmless


@pytest.mark.parametrize("seed", range(25))
def test_any_findings_are_shown(seed: int) -> None:
    anything = Anything(seed)
    found = [anything.page(number) for number in range(3)]
    articles = tuple(one.article.id for page in found for one in page.articles)
    said = [one for page in found for article in page.articles for one in article.attributions]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.onrecord"
        with open_writer(path) as writer:
            writer.add_pages(found)
            writer.replace_corpus(anything.corpus(articles), "f")
            for number, one in enumerate(said):
                ranges = tuple((span.start, span.end) for span in one.content)
                judged = replace(anything.judgement(), id=f"ju-{number}", subject="attribution", page=None)
                keys = (one.article_id,) * len(ranges)
                writer.add_judgement(replace(judged, articles=keys, ranges=ranges))
        with open_view(path) as view:
            client = TestClient(
                create_app(view, "x", judging=Judging(path, "M")), base_url="http://127.0.0.1"
            )
            for address in (*(f"/article/{key}" for key in articles), "/attributions", "/judgements"):
                response = client.get(address)
                assert response.status_code == 200, (seed, address)
                assert_harmless(address, response.text)
                if address.startswith("/article/"):
                    assert client.get(f"{address}/targets.css").status_code == 200
