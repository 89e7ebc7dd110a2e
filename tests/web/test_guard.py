"""Who may ask what: hosts, methods, sizes and headers."""

import pytest
from starlette.testclient import TestClient

from onrecord.web.links import outside_link
from tests.web.sample import drafts


def test_strict_headers_stand_on_every_answer(client: TestClient) -> None:
    article = f"/article/{drafts()[0].id}"
    plain = (
        "/",
        "/static/onrecord.css",
        "/static/article.js",
        "/static/compare.js",
        "/static/keys.js",
        "/story/no",
        "/nothing",
        f"{article}/targets.css",
    )
    for address in (*plain, article, "/article/no"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'self'; img-src 'self'")
        assert "unsafe" not in policy and "http" not in policy
        for directive in ("base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"):
            assert directive in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        scripted = address in (article, "/article/no")
        assert (
            "script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'" in policy
        ) is scripted
        assert ("script" in policy) is scripted
        assert (headers.get("cache-control") == "no-store") is scripted


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil.example:8010"]
)
def test_other_host_names_are_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1", "[::1]:8010", "LOCALHOST"])
def test_local_host_names_are_served(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_can_be_written(client: TestClient, method: str) -> None:
    for address in (
        "/",
        f"/article/{drafts()[0].id}",
        f"/article/{drafts()[0].id}/judge",
        "/static/article.js",
        "/static/compare.js",
        "/static/keys.js",
    ):
        response = client.request(method, address)
        assert response.status_code == 405
        assert response.headers["content-security-policy"]


def test_long_requests_are_refused(client: TestClient) -> None:
    assert client.get("/attributions?q=" + "a" * 5_000).status_code == 414
    assert client.get("/article/" + "a" * 2_000).status_code == 414


def test_no_file_outside_the_folder_is_served(client: TestClient) -> None:
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"):
        assert client.get(path).status_code == 404, path


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
     "data:text/html,x", "vbscript:x", "//evil.example", "https:", "http://", "file:///etc/passwd", "", None,
     "https://[broken", "blob:https://x.example/1"],
)  # fmt: skip
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert outside_link(url) is None


@pytest.mark.parametrize("url", ["https://a.example/x?y=1&z=<2>", "HTTP://a.example"])
def test_web_addresses_become_links(url: str) -> None:
    assert outside_link(url) == url
