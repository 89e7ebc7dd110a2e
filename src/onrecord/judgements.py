"""What people decide: the only way to write to a case after its build.

A judgement names articles and offsets, never a computed id, so that it still holds when a better
model finds other attributions, stories or actors.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.data import Judgement, Reuse, Verdict
from onrecord.errors import InputError, NotFoundError
from onrecord.ids import make_id
from onrecord.stores.base import View
from onrecord.stores.find import find_page
from onrecord.stores.judged import ATTRIBUTION, judged, judged_part, ranges_of
from onrecord.stores.merge import PAGE, standing
from onrecord.stores.rulings import DIRECTION, INDEPENDENT, REUSE, STORY, pair_question, question_of
from onrecord.stores.sqlite import open_view, open_writer

ABOUT_ONE = (Verdict.RIGHT, Verdict.WRONG)
ABOUT_TWO = (Verdict.SAME, Verdict.NOT_SAME, Verdict.BEFORE)
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Subject:
    """What is judged: its kind, and where it stands as (article id, start, end).

    Of an attribution the places are its content; `sources` and `cues` are how the rest was read.
    """

    kind: str
    places: tuple[tuple[str, int, int], ...]
    sources: tuple[Range, ...] = ()
    cues: tuple[Range, ...] = ()


def subject_of(view: View, ids: Sequence[str], verdict: Verdict | None = None) -> Subject:
    """The subject that one id (attribution, reuse, independent pair) or two (articles, attributions,
    actors) name. For the verdict "before" that is the direction of two articles, in the order given.

    Raises NotFoundError for an id the case does not hold, InputError for a combination that cannot
    be judged.
    """
    found = [_place(view, view.resolve(identifier)) for identifier in ids]
    kinds = sorted({subject.kind for subject in found})
    if verdict is Verdict.BEFORE:
        return _direction(found)
    if len(found) == 1 and kinds[0] in ("attribution", REUSE, INDEPENDENT):
        return found[0]
    if len(found) == 2 and len(kinds) == 1 and kinds[0] in ("attribution", "article", "actor"):
        places = tuple(sorted({place for subject in found for place in subject.places}))
        if kinds[0] == "article" and len(places) < 2:
            raise InputError("name two different articles")
        return Subject(STORY if kinds[0] == "article" else kinds[0], places)
    raise InputError(
        "name one attribution, reuse or independent pair, or two articles, two attributions or two actors"
    )


def _direction(found: Sequence[Subject]) -> Subject:
    places = tuple(place for subject in found for place in subject.places)
    if any(subject.kind != "article" for subject in found) or len(set(places)) != 2:
        raise InputError("before is said of two different articles: the first came before the second")
    return Subject(DIRECTION, places)


def _place(view: View, identifier: str) -> Subject:
    kind = identifier.partition("-")[0]
    if kind == "at":
        article_id = view.article_of_attribution(identifier)
        for found in view.findings(article_id).attributions:
            if found.id == identifier:
                places = tuple((article_id, *one) for one in ranges_of(judged_part(found)))
                return Subject(ATTRIBUTION, places, ranges_of(found.source), ranges_of(found.cue))
    links = view.links(actor_id=identifier)
    if links:
        first = links[0]
        return Subject("actor", ((first.article_id, first.span.start, first.span.end),))
    if view.heads([identifier]):
        return Subject("article", (_whole(view, identifier),))
    found_pair = view.relation(identifier)
    if isinstance(found_pair, Reuse):
        return Subject(REUSE, (_whole(view, found_pair.earlier), _whole(view, found_pair.later)))
    if found_pair is not None:
        return Subject(INDEPENDENT, (_whole(view, found_pair.left), _whole(view, found_pair.right)))
    raise InputError(f"{identifier}: no attribution, reuse, independent pair, article or actor with mentions")


def _whole(view: View, article_id: str) -> tuple[str, int, int]:
    return article_id, 0, len(view.findings(article_id).article.text)


def make_judgement(subject: Subject, verdict: Verdict, by: str, made: str, note: str = "") -> Judgement:
    """A judgement; its id is the hash of what it says, `made` (ISO time) aside."""
    articles = tuple(place[0] for place in subject.places)
    ranges = tuple(place[1:] for place in subject.places)
    read = [*subject.sources, *subject.cues]
    parts = (*(part for place in (*subject.places, *read) for part in place), verdict, by, note)
    identifier = make_id("ju", (subject.kind, *parts))
    return Judgement(
        identifier,
        subject.kind,
        articles,
        ranges,
        verdict,
        by,
        made,
        note,
        None,
        subject.sources,
        subject.cues,
    )


def judge(
    case: Path,
    ids: Sequence[str],
    verdict: Verdict,
    by: str,
    made: str,
    note: str = "",
    patience: float | None = None,
) -> Judgement:
    """Record a verdict in a case and return it; of several on one thing the latest (`made`) counts.

    `WITHDRAWN` takes back what was judged of the same ids, or of the one judgement ("ju-...") named.
    `patience`: seconds to wait while another program writes to the case. Raises as `subject_of`;
    InputError for a verdict that does not fit, or when there is nothing to take back; CaseError when
    the case cannot be written to.
    """
    if verdict is not Verdict.WITHDRAWN and verdict not in (ABOUT_ONE if len(ids) == 1 else ABOUT_TWO):
        raise InputError("right and wrong are said of one thing, same, not-same and before of two")
    with open_view(case) as view:
        subject = (
            _judged_before(view, ids) if verdict is Verdict.WITHDRAWN else subject_of(view, ids, verdict)
        )
    judgement = make_judgement(subject, verdict, by, made, note)
    with open_writer(case, patience=patience) as writer:
        writer.add_judgement(judgement)
        writer.finish()
    return judgement


def _judged_before(view: View, ids: Sequence[str]) -> Subject:
    """The subject of what is to be withdrawn; InputError when nothing stands."""
    if len(ids) == 1 and ids[0].startswith("ju-"):
        return _subject_of_judgement(view, ids[0])
    subject = subject_of(view, ids)
    if subject.kind == STORY:
        return _judged_pair(view, ids, subject)
    if len(ids) == 1 and subject.kind == ATTRIBUTION:
        article_id = subject.places[0][0]
        known, _ = judged(view.findings(article_id), view.judgements(article_id))
        found = known.get(view.resolve(ids[0]))
        if found is not None and found.latest is not None:
            return subject
    elif _stands(view, subject) is not None:
        return subject
    raise InputError(f"{' and '.join(ids)}: nothing was judged of this, or it was taken back already")


def _judged_pair(view: View, ids: Sequence[str], subject: Subject) -> Subject:
    """What stands of two articles: whether they tell of one event, or which came first; not both at once."""
    subjects = (subject, Subject(DIRECTION, subject.places))
    found = [one for one in subjects if _stands(view, one) is not None]
    if len(found) == 2:
        known = " and ".join(latest.id for one in found if (latest := _stands(view, one)) is not None)
        raise InputError(f"two judgements on {' and '.join(ids)} stand; withdraw one by its own id: {known}")
    if not found:
        raise InputError(f"{' and '.join(ids)}: nothing was judged of this, or it was taken back already")
    return found[0]


def _stands(view: View, subject: Subject) -> Judgement | None:
    return standing(one for one in view.judgements() if _speaks_of(one, subject))


def _subject_of_judgement(view: View, identifier: str) -> Subject:
    found = next((one for one in view.judgements() if one.id == identifier), None)
    if found is None:
        raise NotFoundError(f"{identifier}: this case holds no such judgement")
    if found.page is not None:
        raise InputError(
            f"{identifier}: is about a page; write: onrecord judge CASE page {found.page} --withdraw"
        )
    places = tuple((key, *one) for key, one in zip(found.articles, found.ranges, strict=True))
    subject = Subject(found.subject, places, found.sources, found.cues)
    if _stands(view, subject) is None:
        raise InputError(f"{identifier}: was taken back already")
    return subject


def _speaks_of(judgement: Judgement, subject: Subject) -> bool:
    asked = pair_question(subject.kind, [place[0] for place in subject.places])
    if asked is not None:
        return question_of(judgement) == asked
    places = tuple((key, *one) for key, one in zip(judgement.articles, judgement.ranges, strict=False))
    return (judgement.subject, places, judgement.sources, judgement.cues) == (
        subject.kind,
        subject.places,
        subject.sources,
        subject.cues,
    )


def judge_page(
    case: Path,
    given: str,
    articles: Sequence[tuple[int, int]] | None,
    by: str,
    made: str,
    note: str = "",
) -> Judgement:
    """Record where the articles of a page stand, and return it; the next run goes by it.

    `given` names the page as `find_page` does; `articles` are (start, end) in the page's text, none
    when the page holds no article. None takes back what was judged before. Raises NotFoundError for a
    page that the case does not hold, InputError for ranges that cannot be its articles.
    """
    with open_view(case) as view:
        page_id = find_page(view, given)
        if articles is None and standing(_of_page(view, page_id)) is None:
            raise InputError(f"{page_id}: nothing was judged of this page, or it was taken back already")
        ranges = tuple(sorted(articles or ()))
        _check_ranges(ranges, view.page(page_id).text, page_id)
    verdict = Verdict.WITHDRAWN if articles is None else Verdict.RIGHT
    offsets = [offset for one in ranges for offset in one]
    parts: tuple[str | int, ...] = (PAGE, page_id, *offsets, verdict, by, note)
    judgement = Judgement(make_id("ju", parts), PAGE, (), ranges, verdict, by, made, note, page_id)
    with open_writer(case) as writer:
        writer.add_judgement(judgement)
        writer.finish()
    return judgement


def _of_page(view: View, page_id: str) -> list[Judgement]:
    return [one for one in view.judgements() if one.subject == PAGE and one.page == page_id]


def _check_ranges(ranges: Sequence[tuple[int, int]], text: str, page_id: str) -> None:
    last = (0, 0)
    for start, end in ranges:
        where = f"{start}:{end}"
        if not 0 <= start < end:
            raise InputError(f"{where}: an article begins before it ends; write START:END, as 120:2400")
        if end > len(text):
            raise InputError(f"{where}: the text of {page_id} ends at {len(text)}")
        if not text[start:end].strip():
            raise InputError(f"{where}: only white space stands there in {page_id}")
        if start < last[1]:
            raise InputError(f"{where}: overlaps {last[0]}:{last[1]}; each character is in one article only")
        last = (start, end)
