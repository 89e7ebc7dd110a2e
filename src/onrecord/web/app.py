"""The web application: addresses, one View shared by all requests, and plain pages for errors."""

from collections.abc import Callable, Collection
from pathlib import Path
from threading import Lock
from typing import Protocol

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from onrecord.errors import CaseError, InputError, NotFoundError, OnrecordError
from onrecord.query import AmbiguousError, Index, Record, View
from onrecord.web import links, pages
from onrecord.web.guard import LOCAL_HOSTS, Guard
from onrecord.web.judging import Judging, judging_endpoint, pair_endpoint
from onrecord.web.render import page

STATIC = Path(__file__).parent / "static"


class Answer(Protocol):
    """A page: from a record and a request to a response."""

    def __call__(self, record: Record, request: Request) -> Response: ...


class Case:
    """A View and the index of its present state, shared by all requests."""

    def __init__(self, view: View, name: str) -> None:
        self.name = name
        self._view = view
        self._index: Index | None = None
        self._lock = Lock()

    def record(self) -> Record:
        """The record as it is now; the index is made anew when the case has changed."""
        with self._lock:
            record = Record(self._view, self._index)
            self._index = record.index
            return record


def create_app(
    view: View, name: str, hosts: Collection[str] = LOCAL_HOSTS, judging: Judging | None = None
) -> Starlette:
    """The pages of the case in `view`; `name` is shown as its title, `hosts` are the names served.

    With `judging`, attributions can be accepted and rejected on the pages of articles, and pairs of articles
    judged side by side; without it nothing can be written.
    """
    case = Case(view, name)
    writing = []
    if judging:
        writing = [
            Route("/article/{id}/judge", judging_endpoint(judging, view), methods=["POST"]),
            Route("/compare/{one}/{other}/judge", pair_endpoint(judging, view), methods=["POST"]),
        ]
    routes = [
        Route(path, _endpoint(case, answer, judging), methods=["GET"])
        for path, answer in (
            ("/", pages.overview_page),
            ("/story/{id}", pages.story_page),
            ("/article/{id}", pages.article_page),
            ("/article/{id}/targets.css", pages.article_targets),
            ("/compare/{one}/{other}", pages.compare_page),
            ("/actors", pages.actors_page),
            ("/actor/{id}", pages.actor_page),
            ("/attributions", pages.attributions_page),
            ("/judgements", pages.judgements_page),
            ("/trace", pages.trace_page),
            ("/problems", pages.problems_page),
            ("/pages", pages.pages_page),
            ("/page/{id}", pages.page_page),
            ("/about", pages.about_page),
        )
    ]
    return Starlette(
        routes=[*writing, *routes, Mount("/static", StaticFiles(directory=STATIC), name="static")],
        middleware=[Middleware(Guard, hosts=hosts, writing=judging is not None)],
        exception_handlers={
            HTTPException: _explain(case),
            NotFoundError: _explain(case),
            InputError: _explain(case),
            CaseError: _explain(case),
            Exception: _explain(case),
        },
    )


def _endpoint(case: Case, answer: Answer, judging: Judging | None) -> Callable[[Request], Response]:
    def respond(request: Request) -> Response:
        request.state.case = case.name
        request.state.judging = judging
        return answer(case.record(), request)

    return respond


def _explain(case: Case) -> Callable[[Request, Exception], Response]:
    def respond(request: Request, error: Exception) -> Response:
        request.state.case = case.name
        return _not_kept(request, error) if request.method == "POST" else explain(request, error)

    return respond


def _not_kept(request: Request, error: Exception) -> Response:
    """A page that says why a judgement was not kept, and leads back to the article."""
    status = 404 if isinstance(error, NotFoundError) else 400 if isinstance(error, InputError) else 503
    if isinstance(error, HTTPException):
        status = error.status_code
    elif not isinstance(error, OnrecordError):
        return explain(request, error)
    said = error.detail if isinstance(error, HTTPException) else str(error)
    given = {name: str(value) for name, value in request.path_params.items()}
    back = (links.article_link(given.get("id", "")), "Back to the article")
    if "other" in given:
        back = (links.compare_link(given["one"], given["other"]), "Back to the two articles")
    return _message(request, status, "Nothing was kept", said, (back,))


def explain(request: Request, error: Exception) -> Response:
    """A page that says what is wrong and what to do."""
    if isinstance(error, AmbiguousError):
        choices = tuple((f"/{error.what}/{key}", name or key) for key, name in error.choices)
        return _message(request, 300, "Several things fit", "Choose one.", choices)
    if isinstance(error, NotFoundError) or (isinstance(error, HTTPException) and error.status_code == 404):
        said = str(error) if isinstance(error, NotFoundError) else "There is no such page."
        return _message(request, 404, "Not in this case", said)
    if isinstance(error, InputError):
        return _message(request, 400, "That cannot be asked", str(error))
    if isinstance(error, CaseError):
        return _message(request, 503, "The case cannot be read just now", str(error))
    if isinstance(error, HTTPException):
        return _message(request, error.status_code, "That did not work", error.detail)
    return _message(request, 500, "Something broke", "The page could not be made; the terminal says why.")


def _message(
    request: Request, status: int, title: str, said: str, choices: tuple[tuple[str, str], ...] = ()
) -> Response:
    values = {"case": request.state.case, "here": "", "title": title, "said": said, "choices": choices}
    values["unknown"] = status in (300, 404)
    return page("message.html", values, status)
