"""Attributions without a verb: "X: «...»", "P — X" in a title, a caption or a quotation with its speaker."""

from onrecord.stages.article.attribute.draft import Draft, Range, trim
from onrecord.stages.article.attribute.slavic.forms import is_finite, near
from onrecord.stages.article.attribute.slavic.scene import Scene, is_name
from onrecord.stages.article.attribute.slavic.units import Piece, Token

_MOST_NAMED = 9  # tokens of a speaker before a colon or behind a dash
_LONGEST_TITLE = 200


def line_drafts(scene: Scene, alone: bool) -> list[Draft]:
    """Attributions that a unit makes by its marks. `alone`: the unit is a line of its own."""
    unit = scene.unit
    if unit.reply or len(unit.pieces) < 2:
        return []
    title = alone and unit.text[unit.end - 1] not in ".…" and unit.end - unit.start < _LONGEST_TITLE
    outer = _colon(scene, title)
    inner = _behind(scene) if title else None
    if outer is None or inner is None or inner.pattern != "title dash":
        return [draft for draft in (outer or inner,) if draft is not None]
    inner.content = [(outer.content[0][0], inner.content[0][1])]  # "X: P — источники"
    inner.carrier = outer
    return [outer, inner]


def _speaker(scene: Scene, number: int) -> Range | None:
    piece = scene.unit.pieces[number]
    tokens = scene.unit.tokens[piece.first : piece.last]
    if len(tokens) > _MOST_NAMED or scene.has_verb(piece) or any(token.speech for token in tokens):
        return None
    if not any(is_name(token) for token in tokens):
        return None
    if tokens[0].low in scene.cues.openers | scene.cues.loose | scene.cues.labels or scene.phrases.times.at(
        tokens[0].start
    ):
        return None
    if tokens[0].low in scene.cues.prepositions and not scene.scan(piece.first, piece.last, "p").body:
        return None
    last = piece.last
    for place in range(piece.first + 1, piece.last):
        about = scene.low(place) in scene.cues.about
        if about or any(hit.kind == "citing" and hit.first == place for hit in scene.by_piece[number]):
            last = place  # "X о переговорах: «...»", "X со ссылкой на Y"
            break
    return scene.span(piece.first, last)


def _colon(scene: Scene, title: bool) -> Draft | None:
    unit = scene.unit
    number = next(
        (place for place in range(1, min(5, len(unit.pieces))) if ":" in unit.pieces[place].marks), 0
    )
    if not number or not unit.pieces[number].marks.startswith(":") or unit.tokens[0].speech:
        return None
    first = unit.tokens[unit.pieces[number].first]
    source = _speaker(scene, 0)
    if source is not None and number > 1:
        source = _with_additions(scene, source, number) if first.speech else None
    if source is None and number == 1 and first.speech and not any(scene.by_piece[0]):
        return _gestured(scene, (first.start, first.end))
    if source is None or not (first.speech or (title and _speaks(scene))):
        return None
    content = _behind_colon(scene, number)
    if content is None:
        return None
    colon = unit.text.find(":", source[1])
    setting = "title" if title else "body"
    return Draft([source], [(colon, colon + 1)], [content], "say", "title colon", 0.6, setting=setting)


def _behind_colon(scene: Scene, number: int) -> Range | None:
    """What a speaker says behind a colon; None for a credit and for a list of names."""
    unit = scene.unit
    piece = unit.pieces[number]
    first = unit.tokens[piece.first]
    if unit.tokens[0].low in scene.cues.carried and len(unit.tokens) - piece.first < 3:
        return None  # "Источник: «Норд»"
    if not first.speech or piece.last != piece.first + 1:
        return scene.after(piece.first, len(unit.tokens))
    rest = unit.tokens[piece.last : piece.last + 2]
    listed = [token.kind for token in rest] == ["p", "q"] and rest[0].low == ","
    return None if listed else (first.start, first.end)


def _gestured(scene: Scene, content: Range) -> Draft | None:
    """ "Рак усмехнулся: «...»": any verb before a colon and quoted words."""
    piece = scene.unit.pieces[0]
    for place in range(piece.first + 1, piece.last):
        token = scene.unit.tokens[place]
        if token.kind == "w" and not token.capital and is_finite(token.low, scene.cues):
            found = scene.scan(piece.first, place, "").source
            if found is None or len(scene.unit.text[content[0] : content[1]].split()) < 3:
                return None
            if any((scene.low(word),) in scene.cues.pointing for word in range(*found)):
                return None  # "По-латыни это звучит так"
            cue = [scene.span(place, place + 1)]
            return Draft([scene.span(*found)], cue, [content], "say", "clause", 0.5, takes_quote=True)
    return None


def _with_additions(scene: Scene, source: Range, number: int) -> Range | None:
    """ "Мария Кош, 34 года, учительница: «...»": what commas add to a name, without a verb."""
    pieces = scene.unit.pieces[1:number]
    if any(piece.marks != "," or scene.has_verb(piece) for piece in pieces) or pieces[-1].last > 16:
        return None
    return source[0], scene.unit.tokens[pieces[-1].last - 1].end


def _speaks(scene: Scene) -> bool:
    """Whether what stands before the colon of a title is a name or begins with a party."""
    piece = scene.unit.pieces[0]
    tokens = scene.unit.tokens[piece.first : piece.last]
    if all(is_name(token) for token in tokens):
        return True
    if tokens[0].low in scene.cues.prepositions:
        return True  # a place that speaks: `_speaker` has looked
    known = scene.cues.heads | scene.cues.several
    stems = scene.cues.roles + scene.cues.unnamed + scene.cues.bodies + scene.cues.media
    return any(token.low in known or token.low.startswith(stems) for token in tokens[:2])


def _is_party(scene: Scene, token: Token) -> bool:
    if is_name(token) or token.low in scene.cues.heads:
        return True
    stems = (scene.cues.roles, scene.cues.unnamed, scene.cues.bodies, scene.cues.named)
    return any(near(token.low, one) for one in stems)


def _behind(scene: Scene) -> Draft | None:
    """ "P — X", "«P»: X", "P (X)" at the end of a title."""
    unit = scene.unit
    last = unit.pieces[-1]
    quoted = unit.tokens[0].speech and unit.pieces[0].last == 1 and len(unit.pieces) == 2
    closing = last.marks == "(" and unit.text[unit.end - 1] == ")"
    if last.marks != "—" and not closing and not (quoted and last.marks == ":"):
        return None
    if last.last - last.first > (3 if closing else 7) or not _is_party(scene, unit.tokens[last.first]):
        return None
    if closing:
        return _bracketed(scene, last)
    source = _speaker(scene, len(unit.pieces) - 1)
    content = scene.before(unit.pieces[0].first, last.first)
    if (
        source is None
        or content is None
        or len(unit.text[content[0] : content[1]].split()) < (1 if quoted else 3)
    ):
        return None
    dash = next(
        (place for place in range(source[0] - 1, content[1] - 1, -1) if unit.text[place] in "—–-:"), -1
    )
    if dash < 0:
        return None
    return Draft([source], [(dash, dash + 1)], [content], "say", "title dash", 0.6, setting="title")


def _bracketed(scene: Scene, last: Piece) -> Draft | None:
    content = scene.before(scene.unit.pieces[0].first, last.first)
    if content is None:
        return None
    content = trim(scene.unit.text, *content, " (")
    if len(scene.unit.text[content[0] : content[1]].split()) < 3 or not scene.has_verb(scene.unit.pieces[0]):
        return None
    source = scene.span(last.first, last.last)
    return Draft([source], [], [content], "report", "title bracket", 0.5, setting="title")
