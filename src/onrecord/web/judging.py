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
from onrecord.web.links import article_link

PATIENCE = 1.0  # seconds: a page must answer, so a build that is writing is said to be, not waited for
FIELDS = 8
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


def judging_endpoint(judging: Judging, view: View) -> Callable[[Request], Coroutine[Any, Any, Response]]:
    """The address that takes a form of an article's page."""

    async def respond(request: Request) -> Response:
        asked = read_form(await _body(request), judging.token)
        article_id = str(request.path_params["id"])
        await run_in_threadpool(_keep, judging, view, article_id, asked)
        place = f"#a{asked.note}" if asked.note else "#decided"
        return RedirectResponse(article_link(article_id) + place, 303)

    return respond


async def _body(request: Request) -> bytes:
    """The body, never more than MAX_FORM of it whatever the headers said."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MAX_FORM:
            raise HTTPException(413, "This form is too long.")
    return body


def read_form(body: bytes, token: str) -> Asked:
    """What a form says. HTTPException 403 without the token of this process, InputError for nonsense."""
    try:
        fields = parse_qs(body.decode("ascii"), max_num_fields=FIELDS, errors="strict")
    except ValueError as error:
        raise InputError("this form cannot be read; send it from the page of an article") from error
    given = fields.get("token", [""])[0]
    if not hmac.compare_digest(given.encode(), token.encode()):
        raise HTTPException(
            403, "This page was made before the server was last started. Load it anew, then judge."
        )
    parts = fields.get("judge", [""])[0].split(" ")
    verdict, identifier, note = parts if len(parts) == 3 else ("", "", "")
    if verdict not in WORDS or not (note.isascii() and note.isdigit() and len(note) < 8):
        raise InputError("say right, wrong or withdrawn of one attribution")
    return Asked(WORDS[verdict], identifier, int(note))


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
