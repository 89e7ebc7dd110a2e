"""Attributions without a verb: "X: «...»", "P — X" in a title, a caption or a quotation with its speaker."""

from onrecord.stages.article.attribute.draft import Draft, Range
from onrecord.stages.article.attribute.slavic.scene import Scene, is_name

_MOST_NAMED = 9  # tokens of a speaker before a colon or behind a dash
_LONGEST_TITLE = 200


def line_draft(scene: Scene, alone: bool) -> Draft | None:
    """The attribution of a unit that has no cue word. `alone`: the unit is a line of its own."""
    unit = scene.unit
    if len(unit.pieces) < 2 or unit.reply:
        return None
    title = alone and unit.text[unit.end - 1] not in ".…" and unit.end - unit.start < _LONGEST_TITLE
    return _colon(scene, title) or (_dash(scene) if title else None)


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
    return scene.span(piece.first, piece.last)


def _colon(scene: Scene, title: bool) -> Draft | None:
    unit = scene.unit
    if not unit.pieces[1].marks.startswith(":"):
        return None
    first = unit.tokens[unit.pieces[1].first]
    speech = first.kind == "q" and first.speech
    source = _speaker(scene, 0)
    if source is None or not (speech or title):
        return None
    colon = unit.text.find(":", source[1])
    whole = speech and unit.pieces[1].last == unit.pieces[1].first + 1
    if unit.tokens[0].low in scene.cues.carried and len(unit.tokens) - unit.pieces[1].first < 3:
        return None  # "Источник: «Норд»" is a credit
    content = (first.start, first.end) if whole else scene.after(unit.pieces[1].first, len(unit.tokens))
    if content is None:
        return None
    return Draft(
        [source],
        [(colon, colon + 1)],
        [content],
        "say",
        "title colon",
        0.6,
        setting="title" if title else "body",
    )


def _dash(scene: Scene) -> Draft | None:
    unit = scene.unit
    last = unit.pieces[-1]
    if last.marks != "—" or last.last - last.first > 5 or not is_name(unit.tokens[last.first]):
        return None
    source = _speaker(scene, len(unit.pieces) - 1)
    content = scene.before(unit.pieces[0].first, last.first)
    if source is None or content is None or len(unit.text[content[0] : content[1]].split()) < 3:
        return None
    dash = next(place for place in range(source[0] - 1, content[1] - 1, -1) if unit.text[place] in "—–-")
    return Draft([source], [(dash, dash + 1)], [content], "say", "title dash", 0.6, setting="title")
