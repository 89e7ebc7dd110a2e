"""Verbs of saying: what they report after them, before them or around them."""

from onrecord.stages.article.attribute.draft import Draft, Range
from onrecord.stages.article.attribute.slavic.hits import Hit
from onrecord.stages.article.attribute.slavic.opening import content, opening
from onrecord.stages.article.attribute.slavic.phrase import Found
from onrecord.stages.article.attribute.slavic.scene import Scene, is_name
from onrecord.stages.article.attribute.slavic.subjects import (
    clause_start,
    part_told,
    source_of,
    subject_of,
    with_attached,
)
from onrecord.stages.article.attribute.slavic.units import Piece

_FAR = 8  # tokens between a dash and its verb


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
    said = scene.before(scene.unit.pieces[0].first, piece.first)
    if said is None:
        return None
    found, last = with_attached(scene, source, number)
    parts = [said, *_going_on(scene, hit, last, quoted)]
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
    opened = opening(scene, hit)
    reported = content(scene, hit, *opened) if opened is not None else None
    if opened is None or reported is None:
        return None
    first, pattern = opened
    inside = hit.last <= first < piece.last
    low = clause_start(scene, hit)
    if pattern == "fronted":
        low, first = hit.first, piece.last
    high = first if pattern == "inverted" else hit.first
    left = scene.scan(*scene.clear(low, high), hit.agree)
    right = scene.scan(*scene.clear(hit.last, max(hit.last, min(first, piece.last))), hit.agree)
    source = source_of(scene, hit, left, right, pattern)
    if source is None:
        return None
    draft = Draft(source, scene.cue(hit), [reported], hit.cue_class, pattern, 0.7, takes_quote=True)
    draft = _told(draft, hit, left, right)
    if source and left.body is not None and source[0] == scene.span(*left.body):
        draft.place = right.place
    if pattern == "clause" and left.source is not None and right.source is not None:
        draft.addressee = draft.addressee or scene.span(*right.source)
    draft.medium = draft.medium or _responding(scene, number)
    if inside and pattern == "infinitive":
        draft.addressee = right.addressee or (_asked(scene, hit, first) if left.source is not None else None)
    return draft


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
