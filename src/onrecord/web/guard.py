"""What stands before every page: who may ask, how much, and the headers that keep page text from running."""

import re
from collections.abc import Collection, Mapping
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_QUERY = 4_000
MAX_PATH = 1_000
MAX_FORM = 4_000
LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
FORM = "application/x-www-form-urlencoded"
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
# The pages of articles and pairs have one script, a module of ours that imports our own files alone; it may
# not make markup out of text.
SCRIPT_POLICY = f"{POLICY}; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    # Nothing is told to other sites; "no-referrer" would take the Origin from our own forms too.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "interest-cohort=(), browsing-topics=()",
}
PAGE_HEADERS: Mapping[str, str] = {"Content-Security-Policy": POLICY, **HEADERS}
# It holds the token of its form, and what was decided meanwhile: neither is for a cache.
ARTICLE_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": SCRIPT_POLICY,
    "Cache-Control": "no-store",
    **HEADERS,
}
_SCRIPTED = re.compile(r"/article/[^/]+|/compare/[^/]+/[^/]+")
_JUDGE = re.compile(r"/article/[^/]+/judge|/compare/[^/]+/[^/]+/judge")


class Guard:
    """ASGI middleware: only GET and HEAD, only known Host names, short requests, strict headers.

    The Host check keeps another web site from reading the case by pointing its own name at
    127.0.0.1 (DNS rebinding). With `writing`, a form of such a page may be sent too: from this
    machine, from a page of this very address, and no longer than MAX_FORM.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str], writing: bool = False) -> None:
        self._app = app
        self._hosts = frozenset(host.casefold() for host in hosts)
        self._writing = writing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        own = ARTICLE_HEADERS if _SCRIPTED.fullmatch(scope["path"]) else PAGE_HEADERS

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in own.items():
                    headers[name] = value
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self._app)(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        name = _name(headers)
        if name not in self._hosts:
            return PlainTextResponse(
                "This address is not served here; open the one that onrecord printed.\n", 421
            )
        if scope["method"] == "POST" and self._writing and _JUDGE.fullmatch(scope["path"]):
            return _refused_form(scope, headers)
        if scope["method"] not in ("GET", "HEAD"):
            return PlainTextResponse("These pages can only be read.\n", 405, {"Allow": "GET, HEAD"})
        if len(scope.get("query_string", b"")) > MAX_QUERY or len(scope["path"]) > MAX_PATH:
            return PlainTextResponse("This request is too long; shorten the search.\n", 414)
        return None


def _name(headers: Headers) -> str:
    host = headers.get("host", "").casefold()
    return host if host.endswith("]") else host.rpartition(":")[0] or host


def _refused_form(scope: Scope, headers: Headers) -> PlainTextResponse | None:
    """Why a form is not taken; None when it comes from this machine and from one of these pages."""
    client = scope.get("client")
    origins = headers.getlist("origin")
    same = len(origins) == 1 and origins[0].casefold() == f"http://{headers.get('host', '').casefold()}"
    if not (
        same
        and headers.get("sec-fetch-site", "same-origin") == "same-origin"
        and _name(headers) in LOCAL_HOSTS
        and client is not None
        and _is_loopback(client[0])
    ):
        return PlainTextResponse("Refused: this did not come from a page of this server.\n", 403)
    if headers.get("content-type", "").partition(";")[0].strip().casefold() != FORM:
        return PlainTextResponse("Only forms are taken here.\n", 415)
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdigit()):
        return PlainTextResponse("Refused: it is not said how long this is.\n", 411)
    if len(length) > 9 or int(length) > MAX_FORM or len(scope["path"]) > MAX_PATH:
        return PlainTextResponse("This form is too long.\n", 413)
    return None


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
