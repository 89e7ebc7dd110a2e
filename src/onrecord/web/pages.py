"""One function a page: ask the record, lay out what is drawn, fill the template."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord import query
from onrecord.query import Record, Wanted
from onrecord.query.record import fold_name
from onrecord.web import links
from onrecord.web.axis import make_axis
from onrecord.web.graph_svg import draw
from onrecord.web.render import css, page
from onrecord.web.targets import stylesheet


def _render(template: str, request: Request, here: str, **values: object) -> Response:
    return page(template, {"case": request.state.case, "here": here, **values})


def _sheet(request: Request) -> int:
    """The sheet asked for; anything that is no number is the first."""
    given = request.query_params.get("page", "1")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 7 else 1


def _moved(record: Record, given: str, found: str, address: str) -> Response | None:
    """A redirect: permanent when an id was superseded, passing for a name or the beginning of an id."""
    if given == found:
        return None
    return RedirectResponse(address, 301 if record.superseded(given) else 302)


def overview_page(record: Record, request: Request) -> Response:
    """The case."""
    view = query.overview(record, _sheet(request))
    return _render("overview.html", request, "/", view=view, axis=make_axis(view.first, view.last))


def story_page(record: Record, request: Request) -> Response:
    """One story."""
    given = request.path_params["id"]
    story = record.story(given)
    moved = _moved(record, given, story.id, links.story_link(story.id))
    if moved:
        return moved
    view = query.story_view(record, story.id)
    days = [day for line in query.unfolded(view.positions) for day in (line.first, line.last) if day]
    return _render(
        "story.html",
        request,
        "/",
        view=view,
        strip=view.strip,
        axis=make_axis(min(days, default=None), max(days, default=None)),
        drawing=draw(view.graph),
    )


def article_page(record: Record, request: Request) -> Response:
    """One article."""
    given = request.path_params["id"]
    found = record.article_id(given)
    moved = _moved(record, given, found, links.article_link(found))
    if moved:
        return moved
    view = query.article_view(record, found)
    return _render(
        "article.html",
        request,
        "",
        view=view,
        notes={note.number: note for note in view.notes},
        asides={aside.number: aside for aside in view.asides},
        judging=request.state.judging,
    )


def article_targets(record: Record, request: Request) -> Response:
    """What lights up in an article when an address points into it."""
    return css(stylesheet(query.article_view(record, request.path_params["id"])))


def compare_page(record: Record, request: Request) -> Response:
    """Two articles side by side."""
    given = request.path_params["one"], request.path_params["other"]
    found = record.article_id(given[0]), record.article_id(given[1])
    if given != found:
        return RedirectResponse(links.compare_link(*found), 302)
    view = query.comparison(record, *found)
    return _render("compare.html", request, "", view=view, judging=request.state.judging)


def actors_page(record: Record, request: Request) -> Response:
    """All actors, or those whose name holds what was asked for."""
    name = request.query_params.get("name", "")[:200]
    sheet = query.actor_lines(record, name, _sheet(request))
    return _render("actors.html", request, "/actors", name=name, sheet=sheet)


def actor_page(record: Record, request: Request) -> Response:
    """One actor."""
    given = request.path_params["id"]
    actor = record.actor(given)
    moved = _moved(record, given, actor.id, links.actor_link(actor.id))
    if moved:
        return moved
    view = query.actor_view(record, actor.id)
    return _render("actor.html", request, "/actors", view=view, axis=make_axis(view.first, view.last))


def attributions_page(record: Record, request: Request) -> Response:
    """Attributions, filtered."""
    asked = request.query_params
    wanted = Wanted(
        actor=asked.get("actor", "")[:200],
        outlet=asked.get("outlet", "")[:200],
        since=asked.get("since", "")[:40],
        status=asked.get("status", "")[:40],
        kind=asked.get("kind", "")[:40],
        text=asked.get("q", "")[:400],
    )
    view = query.attribution_list(record, wanted, _sheet(request))
    return _render(
        "attributions.html",
        request,
        "/attributions",
        view=view,
        wanted=wanted,
        actor=_shown_actor(record, wanted.actor, view.actor_name),
    )


def _shown_actor(record: Record, given: str, name: str | None) -> str:
    """What the form shows for an actor: its name, or what was given where the name would fit several."""
    if name is None or len(record.index.named.get(fold_name(name), ())) != 1:
        return given
    return name


def judgements_page(record: Record, request: Request) -> Response:
    """What was decided, by whom, and what of it counts."""
    sheet = query.judgement_list(record, _sheet(request))
    return _render("judgements.html", request, "", sheet=sheet)


def trace_page(record: Record, request: Request) -> Response:
    """The wordings of a sentence."""
    sentence = request.query_params.get("q", "")[:2_000]
    view = query.trace(record, sentence) if sentence.strip() else None
    return _render("trace.html", request, "/trace", view=view, sentence=sentence)


def problems_page(record: Record, request: Request) -> Response:
    """What could not be read, dated or resolved."""
    view = query.problem_list(record, request.query_params.get("kind", "")[:200], _sheet(request))
    return _render("problems.html", request, "/problems", view=view)


def pages_page(record: Record, request: Request) -> Response:
    """The pages of the case, filtered."""
    asked = request.query_params
    problem, outlet = asked.get("problem", "")[:200], asked.get("outlet", "")[:200]
    view = query.page_list(record, problem, outlet, _sheet(request))
    return _render("pages.html", request, "/pages", view=view)


def page_page(record: Record, request: Request) -> Response:
    """What became of every character of one page."""
    given = request.path_params["id"]
    view = query.page_view(record, given, _sheet(request))
    if view.id != given:
        return RedirectResponse(links.page_link(view.id), 302)
    return _render(
        "page.html", request, "/pages", view=view, articles={one.number: one for one in view.articles}
    )


def about_page(record: Record, request: Request) -> Response:
    """What the words and marks mean, and how this case was built."""
    return _render("about.html", request, "/about", meta=record.index.state)
