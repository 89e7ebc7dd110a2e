"""Where what a verb reports begins, of what sort it is, and how far it reaches."""

from onrecord.stages.article.attribute.draft import Range
from onrecord.stages.article.attribute.slavic.forms import begins, is_finite, is_infinitive
from onrecord.stages.article.attribute.slavic.hits import Hit
from onrecord.stages.article.attribute.slavic.scene import Scene

Opening = tuple[int, str]
_ASKING = frozenset({"say", "report", "believe"})
_TO = ("к", "ко", "до")
_IN = ("в", "во", "у")
_MOST_CALLED = 12  # tokens of what something is called
_MOST_OBJECT = 30  # tokens of an object


def opening(scene: Scene, hit: Hit) -> Opening | None:
    """The token at which a verb's content begins, and its sort; None where it reports nothing.

    Sorts: clause ("что ..."), quote, infinitive, preposition ("о ..."), object, called; fronted ("О P
    пишет X") and inverted ("X P отверг").
    """
    number = scene.piece(hit)
    piece = scene.unit.pieces[number]
    inner = _about_that(scene, hit)
    nouns = [item.first for item in scene.by_piece[number] if item.kind == "noun" and item.first >= hit.last]
    if nouns and ("o" in hit.frames or (nouns[0] == hit.last and "c" in hit.frames)):
        return nouns[0], "object"
    if any(mark in hit.frames for mark in "cqt"):
        other = scene.complement(hit, hit.cue_class in _ASKING or hit.frames == "q")
        if other >= 0 and (hit.frames != "t" or ":" in scene.unit.pieces[other].marks):
            return (inner if inner >= 0 else scene.unit.pieces[other].first), "clause"
    if "a" in hit.frames and scene.low(piece.first) in scene.cues.about and not _points(scene, piece.first):
        return piece.first, "fronted"
    for place in range(hit.last, piece.last):
        token = scene.unit.tokens[place]
        if token.speech and "v" not in hit.frames:
            return (place, "quote") if _is_said(scene, hit, place) else None
        sort = _sort(scene, hit, place, inner)
        if sort:
            return _infinitive(scene, hit, place) if sort == "infinitive" else _about(scene, place, sort)
    return _object(scene, hit)


def _sort(scene: Scene, hit: Hit, place: int, inner: int) -> str:
    """What a word behind a verb opens by the verb's frames; "" for nothing."""
    word = scene.low(place)
    if "i" in hit.frames and is_infinitive(word, scene.cues):
        return "infinitive"
    to = "i" in hit.frames and hit.cue_class == "demand" and word in _TO
    about = "a" in hit.frames and word in scene.cues.about and inner < 0
    about = about or ("i" in hit.frames and hit.cue_class == "demand" and word in scene.cues.about)
    upon = "n" in hit.frames and word == "на"
    blamed = "r" in hit.frames and word in _IN
    return "preposition" if to or about or upon or blamed else ""


def _infinitive(scene: Scene, hit: Hit, place: int) -> Opening | None:
    """With its "не"; None for what is no content: "asked not to be named", "refused to comment"."""
    if hit.cue_class in ("demand", "deny") and begins(scene.low(place), scene.cues.silence):
        return None
    negated = place - 1 >= hit.last and scene.low(place - 1) in scene.cues.negations
    return place - int(negated), "infinitive"


def _about(scene: Scene, place: int, sort: str) -> Opening | None:
    return None if _points(scene, place) else (place, sort)


def _is_said(scene: Scene, hit: Hit, place: int) -> bool:
    """Whether quoted words in a verb's own piece are what was said: several, or right behind "said"."""
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
    if not any(mark in hit.frames for mark in "ovw"):
        return None
    piece = scene.unit.pieces[scene.piece(hit)]
    if scene.low(piece.first) in scene.cues.if_words:
        return None  # "if X recognises the border": nobody has yet
    if hit.last >= piece.last and "o" in hit.frames:
        return _inverted(scene, hit)
    first = hit.last
    while first < piece.last and (
        scene.low(first) in scene.cues.loose or scene.low(first) in scene.cues.dative
    ):
        first += 1
    size, word = piece.last - first, scene.low(first)
    if (
        not 0 < size <= _MOST_OBJECT
        or word in scene.cues.prepositions
        or scene.unit.tokens[first].kind == "p"
    ):
        return None
    if "v" in hit.frames:
        return (first, "called") if 2 <= size <= _MOST_CALLED else None
    silent = begins(word, scene.cues.silence) or is_finite(word, scene.cues)
    slight = size < 2 and "w" in hit.frames  # "гостиница предлагает завтраки"
    return None if silent or slight else (first, "object")


def _inverted(scene: Scene, hit: Hit) -> Opening | None:
    """ "X обвинения отверг": a listed object between the subject and its verb."""
    first = scene.unit.pieces[scene.piece(hit)].first
    for place in range(first + 1, hit.first):
        if scene.low(place) in scene.cues.objects or scene.low(place) in scene.cues.nouns:
            return place, "inverted"
    return None


def content(scene: Scene, hit: Hit, first: int, sort: str) -> Range | None:
    """Offsets of the content that begins at a token."""
    token = scene.unit.tokens[first]
    number = scene.unit.piece_of(first)
    piece = scene.unit.pieces[number]
    if token.speech and (sort == "quote" or piece.last == first + 1):
        return token.start, token.end
    if sort in ("fronted", "inverted"):
        return scene.before(first, hit.first)
    part = scene.after(first, scene.content_end(number, hit, sort == "clause"))
    if part is None:
        return None
    if first == piece.first and piece.marks.endswith(":—"):
        part = (_dash(scene.unit.text, part[0]), part[1])  # "сказал: — Иди"
    if scene.asked() and scene.unit.end == part[1] and scene.unit.text[part[1] - 1] == "?":
        return part[0], part[1] - 1
    return part


def _dash(text: str, start: int) -> int:
    """The dash right before an offset, else the offset."""
    for place in range(start - 1, max(0, start - 4), -1):
        if text[place] in "—–":
            return place
    return start
