"""Verbs of saying: what they report after them, before them or around them."""

from onrecord.stages.article.attribute.draft import Draft, Range
from onrecord.stages.article.attribute.slavic.forms import (
    begins,
    is_finite,
    is_infinitive,
    looks_nominative,
)
from onrecord.stages.article.attribute.slavic.hits import Hit
from onrecord.stages.article.attribute.slavic.phrase import Found
from onrecord.stages.article.attribute.slavic.scene import Scene, is_name
from onrecord.stages.article.attribute.slavic.units import Piece

_ASKING = frozenset({"say", "report", "believe"})
_TO = ("к", "ко", "до")
_SINGLE = frozenset("smfn")
_SINGULAR = tuple("бвгґджзклмнпрстфхцчшщ")
_FAR = 8  # tokens between a dash and its verb
_MOST_CALLED = 12  # tokens of what something is called


def verb_draft(scene: Scene, hit: Hit) -> Draft | None:
    """The attribution of a verb in a unit, None where it reports nothing."""
    if hit.form == "gerund":
        return _after(scene, hit)
    quoted = behind_quotation(scene, hit)
    if quoted:
        return _before(scene, hit, True) or _after(scene, hit)
    return _after(scene, hit) or _before(scene, hit, False)


def behind_quotation(scene: Scene, hit: Hit) -> bool:
    """Whether a dash behind quoted words or a reply opens the verb's piece."""
    number = scene.piece(hit)
    if number == 0 or ":" in scene.unit.pieces[number].marks:
        return False
    last = scene.unit.tokens[scene.unit.pieces[number - 1].last - 1]
    if last.kind == "q" and last.speech:
        return True
    dash = "—" in scene.unit.pieces[number].marks
    between = scene.unit.text[last.end : scene.unit.tokens[scene.unit.pieces[number].first].start]
    return dash and (scene.unit.reply or any(mark in between for mark in '?!…»”“"'))


def _before(scene: Scene, hit: Hit, quoted: bool) -> Draft | None:
    """ "P, сообщает X", "«P», — сказал X, — «P»" """
    number = scene.piece(hit)
    piece = scene.unit.pieces[number]
    if number == 0 or (not quoted and not scene.is_tail(number, hit)):
        return None
    left = scene.scan(*scene.clear(piece.first, hit.first), hit.agree)
    right = scene.scan(*scene.clear(hit.last, piece.last), hit.agree)
    part_told(scene, right, hit.agree)
    right.source = subject_of(scene, right, hit.agree)
    source, body = right.source or left.source, right.body or left.body
    if source is None and (hit.agree in ("p", "-") or hit.form == "impersonal"):
        source = body
    if source is None or (quoted and not _fits_quotation(scene, hit, piece, right.source)):
        return None
    content = scene.before(scene.unit.pieces[0].first, piece.first)
    if content is None:
        return None
    found, last = _with_attached(scene, source, number)
    parts = [content, *_going_on(scene, hit, last, quoted)]
    draft = Draft(
        [found], scene.cue(hit), parts, hit.cue_class, "tail", 0.75 if quoted else 0.7, takes_quote=True
    )
    return _told(draft, hit, left, right)


def _fits_quotation(scene: Scene, hit: Hit, piece: Piece, right: tuple[int, int] | None) -> bool:
    """Whether a verb behind quoted words tells who said them, and is not itself said."""
    if hit.first - piece.first > _FAR or not any(mark in hit.frames for mark in "qt"):
        return False
    if not any(draft.pattern == "tail" for _, draft in scene.made):
        return True
    return right is not None and is_name(scene.unit.tokens[right[1] - 1])


def _with_attached(scene: Scene, source: tuple[int, int], number: int) -> tuple[Range, int]:
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


def _going_on(scene: Scene, hit: Hit, number: int, quoted: bool) -> list[Range]:
    """The rest of what was said, after the verb's piece."""
    pieces = scene.unit.pieces
    if number + 1 >= len(pieces):
        return []
    piece = pieces[number + 1]
    first = scene.unit.tokens[piece.first]
    speaks = ("—" in piece.marks and scene.unit.reply) or (first.kind == "q" and first.speech)
    if quoted and not speaks:
        return []
    if not quoted and (
        scene.is_aside(number + 1) or scene.is_attached(number + 1) or first.low in scene.cues.openers
    ):
        return []
    if any(other.form == "gerund" or other.kind == "citing" for other in scene.by_piece[number + 1]):
        return []
    last = piece.first + 1 if first.kind == "q" and first.speech else scene.content_end(number + 1, hit)
    part = scene.after(piece.first, last)
    return [part] if part is not None else []


def _after(scene: Scene, hit: Hit) -> Draft | None:
    """ "X сказал, что P", "X: сказал «P»", "X потребовал сделать", "X опроверг P" """
    number = scene.piece(hit)
    piece = scene.unit.pieces[number]
    opened = _opening(scene, hit)
    if opened is None:
        return None
    first, pattern = opened
    inside = hit.last <= first < piece.last
    low = _clause_start(scene, hit)
    if pattern == "fronted":
        low, first = hit.first, piece.last
    left = scene.scan(*scene.clear(low, hit.first), hit.agree)
    right = scene.scan(*scene.clear(hit.last, min(first, piece.last)), hit.agree)
    source = _source(scene, hit, left, right, pattern)
    if source is None:
        return None
    content = _content(scene, hit, opened[0], pattern)
    if content is None:
        return None
    draft = Draft(source, scene.cue(hit), [content], hit.cue_class, pattern, 0.7, takes_quote=True)
    draft = _told(draft, hit, left, right)
    if source and left.body is not None and source[0] == scene.span(*left.body):
        draft.place = right.place
    if pattern == "clause" and left.source is not None and right.source is not None:
        draft.addressee = draft.addressee or scene.span(*right.source)
    draft.medium = draft.medium or _responding(scene, number)
    if inside and pattern == "infinitive":
        draft.addressee = right.addressee or (_asked(scene, hit, first) if left.source is not None else None)
    return draft


def _content(scene: Scene, hit: Hit, first: int, pattern: str) -> Range | None:
    token = scene.unit.tokens[first]
    number = scene.unit.piece_of(first)
    if (
        token.kind == "q"
        and token.speech
        and (pattern == "quote" or scene.unit.pieces[number].last == first + 1)
    ):
        return token.start, token.end
    if pattern == "called" and any(
        item.kind == "q" and item.speech for item in scene.unit.tokens[first : scene.unit.pieces[number].last]
    ):
        place = next(
            place for place in range(first, scene.unit.pieces[number].last) if scene.unit.tokens[place].speech
        )
        return scene.unit.tokens[place].start, scene.unit.tokens[place].end
    if pattern == "fronted":
        return scene.before(first, hit.first)
    part = scene.after(first, scene.content_end(number, hit, pattern == "clause"))
    marks = scene.unit.pieces[number].marks
    if part is not None and first == scene.unit.pieces[number].first and marks.endswith(":—"):
        dash = scene.unit.text.rfind("—", 0, part[0])
        dash = max(dash, scene.unit.text.rfind("–", max(0, part[0] - 4), part[0]))
        return (dash, part[1]) if part[0] - 4 < dash else part
    if (
        part is not None
        and scene.asked()
        and scene.unit.text[part[1] - 1] == "?"
        and scene.unit.end == part[1]
    ):
        return part[0], part[1] - 1
    return part


def _opening(scene: Scene, hit: Hit) -> tuple[int, str] | None:
    """The token at which a verb's content begins, and of what sort it is."""
    number = scene.piece(hit)
    piece = scene.unit.pieces[number]
    inner = _about_that(scene, hit)
    noun = next(
        (other for other in scene.by_piece[number] if other.kind == "noun" and other.first >= hit.last), None
    )
    if noun is not None and ("o" in hit.frames or (noun.first == hit.last and "c" in hit.frames)):
        return noun.first, "object"
    if any(mark in hit.frames for mark in "cqt"):
        other = scene.complement(hit, hit.cue_class in _ASKING or hit.frames == "q")
        if other >= 0 and (hit.frames != "t" or ":" in scene.unit.pieces[other].marks):
            return (inner if inner >= 0 else scene.unit.pieces[other].first), "clause"
    if "a" in hit.frames and scene.low(piece.first) in scene.cues.about and not _points(scene, piece.first):
        return piece.first, "fronted"
    for place in range(hit.last, piece.last):
        token = scene.unit.tokens[place]
        if token.kind == "q" and token.speech and "v" not in hit.frames:
            return (place, "quote") if _is_said(scene, hit, place) else None
        if "i" in hit.frames and is_infinitive(token.low, scene.cues):
            if hit.cue_class in ("demand", "deny") and begins(token.low, scene.cues.silence):
                return None  # "asked not to be named", "refused to comment"
            return place - (
                scene.low(place - 1) in scene.cues.negations and place - 1 >= hit.last
            ), "infinitive"
        if "i" in hit.frames and hit.cue_class == "demand" and token.low in _TO:
            return place, "preposition"
        if "a" in hit.frames and token.low in scene.cues.about and inner < 0:
            return (place, "preposition") if not _points(scene, place) else None
        if "n" in hit.frames and token.low == "на":
            return place, "preposition"
        if "r" in hit.frames and token.low in ("в", "во", "у"):
            return place, "preposition"
    return _object(scene, hit)


def _is_said(scene: Scene, hit: Hit, place: int) -> bool:
    """Whether quoted words in a verb's own piece are what was said: several, or right behind a verb of saying."""
    token = scene.unit.tokens[place]
    words = len(scene.unit.text[token.start : token.end].split())
    return words > 2 or (place == hit.last and hit.cue_class == "say")


def _points(scene: Scene, place: int) -> bool:
    return any(
        tuple(scene.low(place + step) for step in range(len(row))) == row for row in scene.cues.pointing
    )


def _about_that(scene: Scene, hit: Hit) -> int:
    """ "о том, что": the place of "о", -1 where the piece does not end so."""
    last = scene.unit.pieces[scene.piece(hit)].last
    for row in sorted(scene.cues.about_that, key=lambda row: (-len(row), row)):
        first = last - len(row)
        if first >= hit.last and tuple(scene.low(first + step) for step in range(len(row))) == row:
            return first
    return -1


def _object(scene: Scene, hit: Hit) -> tuple[int, str] | None:
    """ "X опроверг сообщения", "X назвал решение ошибкой": with the subject before the verb."""
    if not any(mark in hit.frames for mark in "ov"):
        return None
    piece = scene.unit.pieces[scene.piece(hit)]
    first = hit.last
    while first < piece.last and (
        scene.low(first) in scene.cues.loose or scene.low(first) in scene.cues.dative
    ):
        first += 1
    if first >= piece.last or piece.last - first > 30:
        return None
    if scene.low(first) in scene.cues.prepositions or scene.unit.tokens[first].kind == "p":
        return None
    if "v" in hit.frames:
        short = piece.last - first < 2 or piece.last - first > _MOST_CALLED
        return None if short else (first, "called")
    if begins(scene.low(first), scene.cues.silence) or is_finite(scene.low(first), scene.cues):
        return None
    return first, "object"


def _clause_start(scene: Scene, hit: Hit) -> int:
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


def _source(scene: Scene, hit: Hit, left: Found, right: Found, pattern: str) -> list[Range] | None:
    """Offsets of the verb's subject; an empty list where it has none, None where the verb is no cue."""
    number = scene.piece(hit)
    piece = scene.unit.pieces[number]
    if hit.form == "known":
        return _knower(scene, left, right)
    governs = pattern in ("infinitive", "preposition", "object", "called")
    if left.source is not None and _agrees(scene, hit, left.source):
        return [scene.span(*left.source)]
    if right.source is not None and hit.form not in ("gerund", "impersonal", "follows") and not governs:
        return [_with_attached(scene, right.source, number)[0]]
    if governs and right.source is not None and pattern == "infinitive" and scene.asked():
        return [scene.span(*right.source)]
    if hit.first <= piece.first + 1 and number:
        held = _set_off(scene, number, hit.agree) if hit.form != "gerund" else None
        if held is not None:
            return [held]
    shared = _shared(scene, hit, number)
    if shared is not None:
        return [shared]
    body = left.body or right.body
    if body is not None and hit.agree in ("p", "-"):
        return [scene.span(*body)]
    if hit.form == "follows":
        return None
    if hit.form == "impersonal" or (hit.agree == "p" and not governs):
        return []
    return None


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
    """Take an outlet that was told off the phrase behind a verb: "сказал Лялин ТАСС", "сообщил РИА «Полюс» Лялин"."""
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
    elif acronyms[0] or begins(tokens[first].low, scene.cues.media):
        name = next((place for place in range(first, last - 1) if tokens[place].kind == "q"), -1)
        if name >= 0 and tokens[name + 1].capital:
            found.addressee, found.source = scene.span(first, name + 1), (name + 1, last)


def subject_of(scene: Scene, found: Found, agree: str) -> tuple[int, int] | None:
    """The subject behind a verb without the object that may stand before it: "прокомментировал ситуацию Стец"."""
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
    if aside:
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


def _asked(scene: Scene, hit: Hit, first: int) -> Range | None:
    """ "призвал обе стороны | вернуться": who is to do it."""
    found = scene.scan(hit.last, first, "")
    return scene.span(*found.source) if found.source is not None else None


def _told(draft: Draft, hit: Hit, left: Found, right: Found) -> Draft:
    draft.factuality = hit.factuality
    draft.negated = hit.factuality == "negated"
    draft.addressee = right.addressee or left.addressee
    draft.place = right.place or left.place
    draft.time = right.time or left.time
    draft.medium = right.medium or left.medium
    draft.occasion = [*left.occasions, *right.occasions]
    return draft


def _responding(scene: Scene, number: int) -> Range | None:
    """ "Отвечая на вопрос о мосте, мэр сказал": the piece beside the verb's."""
    pieces = scene.unit.pieces
    for other in (number - 1, number + 1):
        if 0 <= other < len(pieces) and scene.low(pieces[other].first) in scene.cues.responding:
            return scene.span(pieces[other].first, pieces[other].last)
    return None
