"""Who is the subject of a verb of saying: before it, behind it, set off by commas, or shared with another."""

from onrecord.stages.article.attribute.draft import Range
from onrecord.stages.article.attribute.slavic.forms import begins, is_finite, looks_nominative
from onrecord.stages.article.attribute.slavic.hits import Hit
from onrecord.stages.article.attribute.slavic.phrase import Found
from onrecord.stages.article.attribute.slavic.scene import Scene

_SINGLE = frozenset("smfn")
_DATIVE = ("у", "ю", "ові", "еві")
_SINGULAR = tuple("бвгґджзклмнпрстфхцчшщ")
_GOVERNS = frozenset({"infinitive", "preposition", "object", "called", "inverted"})
_NO_SUBJECT = frozenset({"gerund", "impersonal", "follows"})


def clause_start(scene: Scene, hit: Hit) -> int:
    """The first token of the verb's own piece that may belong to its subject."""
    first = scene.unit.pieces[scene.piece(hit)].first
    for row in sorted(scene.cues.pointing, key=lambda row: (-len(row), row)):
        if (
            tuple(scene.low(first + step) for step in range(len(row))) == row
            and first + len(row) <= hit.first
        ):
            return first + len(row)
    opened = scene.unit.pieces[scene.piece(hit)].marks == "," and scene.low(first) in scene.cues.asks
    if first < hit.first and (
        opened or scene.low(first) in scene.cues.that or scene.low(first) in scene.cues.if_words
    ):
        return first + 1
    return first


def source_of(scene: Scene, hit: Hit, left: Found, right: Found, sort: str) -> list[Range] | None:
    """Offsets of the verb's subject; an empty list where it has none, None where the verb is no cue."""
    if hit.form == "known":
        return _knower(scene, left, right)
    number = scene.piece(hit)
    if left.source is not None and scene.low(left.source[0]) in scene.cues.who:
        return None  # "Кто подтвердил участие": a question, no speaker
    if left.source is not None and _agrees(scene, hit, left.source):
        return [scene.span(*left.source)]
    if right.source is not None and hit.form not in _NO_SUBJECT:
        if sort not in _GOVERNS:
            return [with_attached(scene, right.source, number)[0]]
        if sort == "infinitive" and scene.asked():
            return [scene.span(*right.source)]
    return _without_own(scene, hit, left.body or right.body, sort, left.addressee is not None)


def _without_own(
    scene: Scene, hit: Hit, body: tuple[int, int] | None, sort: str, told: bool
) -> list[Range] | None:
    """The subject of a verb that has none in its own piece. `told`: it has somebody who is told."""
    number = scene.piece(hit)
    if number and hit.form != "gerund" and hit.first <= scene.unit.pieces[number].first + 1:
        held = _set_off(scene, number, hit.agree)
        if held is not None:
            return [held]
    anybody = told and hit.agree == "p"  # "что президенту доложили"
    shared = _shared(scene, hit, number) if not anybody else None
    if shared is not None:
        return [shared]
    if body is not None and hit.agree in ("p", "-"):
        return [scene.span(*body)]
    nobody = hit.form == "impersonal" or (hit.agree == "p" and sort not in _GOVERNS)
    return [] if nobody else None


def with_attached(scene: Scene, source: tuple[int, int], number: int) -> tuple[Range, int]:
    """A source with what goes on with it after a comma, and the last piece that it reaches."""
    start, end = scene.span(*source)
    pieces = scene.unit.pieces
    if source[1] != pieces[number].last:
        return (start, end), number
    while (
        number + 1 < len(pieces)
        and pieces[number + 1].marks == ","
        and not scene.is_aside(number + 1)
        and (scene.is_attached(number + 1) or scene.is_role(number + 1))
    ):
        number += 1
        end = scene.unit.tokens[pieces[number].last - 1].end
    return (start, end), number


def _knower(scene: Scene, left: Found, right: Found) -> list[Range]:
    """ "«Норду» стало известно, что": who came to know it stands in the dative."""
    for found in (left, right):
        if found.source is not None:
            return [scene.span(*found.source)]
        if found.addressee is not None:
            told, found.addressee = found.addressee, None
            return [told]
    return []


def part_told(scene: Scene, found: Found, agree: str) -> None:
    """Take an outlet that was told off the phrase behind a verb: "сказал Лялин ТАСС"."""
    if found.source is None or found.addressee is not None:
        return
    first, last = found.source
    tokens, text = scene.unit.tokens, scene.unit.text
    acronyms = [
        text[token.start : token.end].isupper() and token.end - token.start > 1
        for token in tokens[first:last]
    ]
    if agree == "p" and found.body is not None and last - first <= 2:
        found.addressee, found.source = scene.span(first, last), None  # "сообщили ТАСС в Кремле"
    elif last - first > 1 and acronyms[-1] and not acronyms[-2] and tokens[last - 2].capital:
        found.addressee, found.source = scene.span(last - 1, last), (first, last - 1)
    elif (
        tokens[first].low.isascii() and last - first > 1 and begins(tokens[first + 1].low, scene.cues.unnamed)
    ):
        found.addressee, found.source = scene.span(first, first + 1), (first + 1, last)
    elif acronyms[0] or begins(tokens[first].low, scene.cues.media):
        name = next((place for place in range(first, last - 1) if tokens[place].kind == "q"), -1)
        if name >= 0 and tokens[name + 1].capital:
            found.addressee, found.source = scene.span(first, name + 1), (name + 1, last)


def subject_of(scene: Scene, found: Found, agree: str) -> tuple[int, int] | None:
    """The subject behind a verb and its object: "прокомментировал ситуацию | Стец"."""
    if found.source is None or scene.low(found.source[0]) not in scene.cues.objects:
        return found.source
    for place in range(found.source[0] + 1, found.source[1]):
        token = scene.unit.tokens[place]
        if looks_nominative(token, agree, scene.cues, scene.unit.tokens[place - 1]):
            return place, found.source[1]
    return None


def _agrees(scene: Scene, hit: Hit, source: tuple[int, int]) -> bool:
    """Whether a phrase may be the subject of a plural verb: "Фильм назвали" has none."""
    first = scene.unit.tokens[source[0]]
    if begins(first.low, scene.cues.relatives) and first.low.endswith(("ые", "які")) and hit.agree != "p":
        return False  # "данные, которые подтвердил X"
    if hit.agree == "p" and first.low.endswith(_DATIVE) and source[1] - source[0] < 3:
        return False  # "Президенту доложили"
    alone = source[1] - source[0] == 1 and first.capital and source[0] != scene.unit.pieces[0].first
    if hit.agree == "p" and alone and first.kind == "w" and not first.low.isascii():
        return scene.unit.text[first.start : first.end].isupper()  # "Селані не пропонували" is a dative
    if hit.agree != "p" or first.kind != "w" or first.low.isascii() or source[1] - source[0] > 3:
        return True
    several = any(token.low in ("и", "й", "та") for token in scene.unit.tokens[source[0] : source[1]])
    return several or first.low in scene.cues.several or not first.low.endswith(_SINGULAR)


def _set_off(scene: Scene, number: int, agree: str) -> Range | None:
    """ "Врач, Ирина Долина, рассказала": the subject before what commas set off."""
    pieces = scene.unit.pieces
    other = number - 1
    aside = False
    while other > 0 and (scene.is_attached(other) or scene.is_role(other) or scene.is_aside(other)):
        aside = aside or scene.is_aside(other)
        other -= 1
    if other == number - 1 or scene.has_verb(pieces[other]):
        return None
    head = scene.scan(*scene.clear(pieces[other].first, pieces[other].last), agree if agree == "-" else "")
    found = head.source or (head.body if agree in ("p", "-") else None)
    if found is None:
        return None
    start, end = scene.span(*found)
    cites = any(hit.kind == "citing" for hit in scene.by_piece[other])
    if aside or cites:
        return start, end
    comma = scene.unit.text.find(",", scene.unit.tokens[pieces[number - 1].last - 1].end)
    return start, comma + 1


def _shared(scene: Scene, hit: Hit, number: int) -> Range | None:
    """The subject that a verb shares with one before it: "X считает, что P, и требует Q", "..., добавив"."""
    opener = scene.low(scene.unit.pieces[number].first)
    joined = opener in scene.cues.openers or hit.form == "gerund"
    for other, draft in reversed(scene.made):
        if other.kind != "verb" or not draft.source:
            continue
        fits = other.agree == hit.agree or not hit.agree or {other.agree, hit.agree} <= _SINGLE
        inside = scene.piece(other) == number
        if fits and (joined or inside or opener in scene.cues.that):
            return draft.source[0]
    if hit.form != "gerund":
        return None
    return _main_subject(scene, number)


def _main_subject(scene: Scene, number: int) -> Range | None:
    """The subject of the first finite verb that is not a cue: "X отверг упреки, заявив, что"."""
    for other, piece in enumerate(scene.unit.pieces):
        if other == number:
            continue
        for place in range(piece.first, piece.last):
            token = scene.unit.tokens[place]
            if token.kind == "w" and not token.capital and is_finite(token.low, scene.cues):
                found = scene.scan(piece.first, place, "")
                return scene.span(*found.source) if found.source is not None else None
    return None
