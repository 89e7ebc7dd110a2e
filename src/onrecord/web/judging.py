"""Judging through the pages: who judges, where it is kept, and the form that says so.

The only thing that is written over HTTP. `guard` lets a request through only when it comes from this
machine and from these pages; here the token of this process is asked for, and what is said is read.
"""

import hmac
import secrets
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.data import Verdict
from onrecord.errors import InputError, NotFoundError
from onrecord.judgements import judge
from onrecord.query import View
from onrecord.web.guard import MAX_FORM
from onrecord.web.links import article_link, compare_link

PATIENCE = 1.0  # seconds: a page must answer, so a build that is writing is said to be, not waited for
FIELDS = 8
MAX_NOTE = 300
WORDS = {"right": Verdict.RIGHT, "wrong": Verdict.WRONG, "withdrawn": Verdict.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Judging:
    """Where judgements go and whose they are; `token` shows that a form was made by this process."""

    path: Path
    by: str
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form says: a verdict on an id, and the number of the note to go back to (0: none)."""

    verdict: Verdict
    identifier: str
    note: int


@dataclass(frozen=True, slots=True)
class AskedOfPair:
    """What a form of two articles says: a verdict and what it is said of (a judgement's id to withdraw)."""

    verdict: Verdict
    what: str
    note: str


# What can be said of two articles: (verdict, ids that `judge` takes, from the pair and its relation).
PAIR_WORDS = {
    "right": (Verdict.RIGHT, "relation"),
    "wrong": (Verdict.WRONG, "relation"),
    "same": (Verdict.SAME, "articles"),
    "not-same": (Verdict.NOT_SAME, "articles"),
    "first": (Verdict.BEFORE, "first"),
    "second": (Verdict.BEFORE, "second"),
    "withdrawn": (Verdict.WITHDRAWN, "judgement"),
}


def judging_endpoint(judging: Judging, view: View) -> Callable[[Request], Coroutine[Any, Any, Response]]:
    """The address that takes a form of an article's page."""

    async def respond(request: Request) -> Response:
        asked = read_form(await _body(request), judging.token)
        article_id = str(request.path_params["id"])
        await run_in_threadpool(_keep, judging, view, article_id, asked)
        place = f"#a{asked.note}" if asked.note else "#decided"
        return RedirectResponse(article_link(article_id) + place, 303)

    return respond


def pair_endpoint(judging: Judging, view: View) -> Callable[[Request], Coroutine[Any, Any, Response]]:
    """The address that takes a form of two articles side by side."""

    async def respond(request: Request) -> Response:
        asked = read_pair_form(await _body(request), judging.token)
        pair = str(request.path_params["one"]), str(request.path_params["other"])
        await run_in_threadpool(_keep_of_pair, judging, view, pair, asked)
        return RedirectResponse(compare_link(*pair) + "#ruled", 303)

    return respond


async def _body(request: Request) -> bytes:
    """The body, never more than MAX_FORM of it whatever the headers said."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MAX_FORM:
            raise HTTPException(413, "This form is too long.")
    return body


def _fields(body: bytes, token: str) -> dict[str, list[str]]:
    """The fields of a form. HTTPException 403 without the token of this process, InputError for nonsense."""
    try:
        fields = parse_qs(body.decode("ascii"), max_num_fields=FIELDS, errors="strict")
    except ValueError as error:
        raise InputError("this form cannot be read; send it from a page of this server") from error
    given = fields.get("token", [""])[0]
    if not hmac.compare_digest(given.encode(), token.encode()):
        raise HTTPException(
            403, "This page was made before the server was last started. Load it anew, then judge."
        )
    return fields


def read_form(body: bytes, token: str) -> Asked:
    """What a form says of an attribution. Raises as `_fields`."""
    fields = _fields(body, token)
    parts = fields.get("judge", [""])[0].split(" ")
    verdict, identifier, note = parts if len(parts) == 3 else ("", "", "")
    if verdict not in WORDS or not (note.isascii() and note.isdigit() and len(note) < 8):
        raise InputError("say right, wrong or withdrawn of one attribution")
    return Asked(WORDS[verdict], identifier, int(note))


def read_pair_form(body: bytes, token: str) -> AskedOfPair:
    """What a form says of two articles. Raises as `_fields`."""
    fields = _fields(body, token)
    word, _, what = fields.get("judge", [""])[0].partition(" ")
    withdrawn = word == "withdrawn"
    if word not in PAIR_WORDS or bool(what) is not withdrawn:
        raise InputError("say right or wrong, same or not-same, or which of the two articles came first")
    verdict, about = PAIR_WORDS[word]
    return AskedOfPair(verdict, what or about, fields.get("note", [""])[0].strip()[:MAX_NOTE])


def _keep_of_pair(judging: Judging, view: View, pair: tuple[str, str], asked: AskedOfPair) -> None:
    made = datetime.now(UTC).isoformat(timespec="microseconds")
    ids = _ids_of(view, pair, asked.what)
    judge(judging.path, ids, asked.verdict, judging.by, made, asked.note, patience=PATIENCE)


def _ids_of(view: View, pair: tuple[str, str], what: str) -> list[str]:
    """What `judge` is to be told of; NotFoundError when it is nothing of these two articles."""
    if what in ("articles", "first"):
        return list(pair)
    if what == "second":
        return [pair[1], pair[0]]
    if what == "relation":
        found = view.between(*pair)
        if found is None:
            raise NotFoundError(f"{' and '.join(pair)}: nothing was computed of these two articles")
        return [found.id]
    if any(one.id == what and set(one.articles) == set(pair) for one in view.judgements(pair[0])):
        return [what]
    raise NotFoundError(f"{what}: no judgement on these two articles has this id")


def _keep(judging: Judging, view: View, article_id: str, asked: Asked) -> None:
    if article_id not in _articles(view, asked.identifier):
        raise NotFoundError(f"{asked.identifier}: nothing of this article has this id")
    made = datetime.now(UTC).isoformat(timespec="microseconds")
    judge(judging.path, [asked.identifier], asked.verdict, judging.by, made, patience=PATIENCE)


def _articles(view: View, identifier: str) -> tuple[str, ...]:
    """The articles that an attribution stands in or a judgement names."""
    if identifier.startswith("ju-"):
        return next((one.articles for one in view.judgements() if one.id == identifier), ())
    return (view.article_of_attribution(view.resolve(identifier)),)
