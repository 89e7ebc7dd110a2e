"""Cues that stand beside what they report: "по словам X", "как сообщает X", "по слухам", "якобы", citing."""

from onrecord.stages.article.attribute.draft import Draft, Range, trim
from onrecord.stages.article.attribute.slavic.forms import begins, is_finite, is_gerund, looks_nominative
from onrecord.stages.article.attribute.slavic.hits import Hit
from onrecord.stages.article.attribute.slavic.scene import Scene, is_name
from onrecord.stages.article.attribute.slavic.subjects import part_told

_MARKS = " ,;—–-"


def prefix_draft(scene: Scene, hit: Hit) -> Draft | None:
    """ "По словам X, P", "P, по данным X", "P1, по мнению X, P2" """
    number = scene.piece(hit)
    if hit.kind == "owned":
        source = [scene.span(hit.owner, hit.owner + 1)]
        last, end = number, hit.last
    else:
        found = _governed(scene, hit, number)
        if found is None:
            return None
        part, last, end = found
        source = [part]
    return _around(scene, hit, source, (hit.first, end), last, "according")


def rumour_draft(scene: Scene, hit: Hit) -> Draft | None:
    """ "По слухам, P" """
    return _around(scene, hit, [], (hit.first, hit.last), scene.piece(hit), "adverb")


def whisper_draft(scene: Scene, hit: Hit) -> Draft | None:
    """ "Командир якобы приказал отступить": the clause without the word."""
    if any(other.kind != "whisper" for other in scene.hits) or len(scene.hits) > 1:
        return None
    return _around(scene, hit, [], (hit.first, hit.last), scene.piece(hit), "adverb", within=True)


def hearsay_draft(scene: Scene, hit: Hit) -> Draft | None:
    """ "Чиновники разводят руками: мол, денег нет" """
    number = scene.piece(hit)
    piece = scene.unit.pieces[number]
    earlier = [other for other in scene.hits if other.first < hit.first and other.kind == "verb"]
    if earlier or hit.first > piece.first + 1:
        return None
    source: list[Range] = []
    if number:
        head = scene.unit.pieces[number - 1]
        verb = next(
            (place for place in range(head.first, head.last) if is_finite(scene.low(place), scene.cues)),
            head.last,
        )
        found = scene.scan(head.first, verb, "").source
        source = [scene.span(*found)] if found is not None and verb < head.last else []
    first = hit.last
    while first < len(scene.unit.tokens) and scene.unit.tokens[first].kind == "p":
        first += 1
    if first >= len(scene.unit.tokens):
        return None
    content = scene.after(first, len(scene.unit.tokens))
    return Draft(source, scene.cue(hit), [content], hit.cue_class, "clause", 0.5) if content else None


def as_draft(scene: Scene, hit: Hit) -> Draft | None:
    """ "Как сообщает X, P": a verb in a piece that opens with "как"."""
    number = scene.piece(hit)
    piece = scene.unit.pieces[number]
    start = piece.first
    while start < hit.first and scene.low(start) in scene.cues.openers:
        start += 1
    if scene.low(start) not in scene.cues.as_words or hit.first - start > 12 or hit.frames == "q":
        return None
    if number and any(
        other.kind == "verb" and scene.complement(other, True) == number
        for other in scene.by_piece[number - 1]
    ):
        return None  # "X рассказала, как Y сказал ей"
    left = scene.scan(*scene.clear(start + 1, hit.first), hit.agree)
    right = scene.scan(*scene.clear(hit.last, piece.last), hit.agree)
    part_told(scene, right, hit.agree)
    source = left.source or right.source
    if source is None and hit.agree in ("p", "-"):
        source = left.body or right.body
    if source is None and hit.form != "impersonal" and hit.agree != "p":
        return None
    found = [scene.span(*source)] if source is not None else []
    together = hit.first == start + 1
    cue = [scene.span(start, hit.last)] if together else [scene.span(start, start + 1), *scene.cue(hit)]
    last = number
    if source is not None and source[1] == piece.last:
        found, last = _grown(scene, found[0], number)
    draft = _around(scene, hit, found, (start, scene.unit.pieces[last].last), last, "according")
    if draft is None:
        return None
    draft.cue = cue
    draft.addressee = right.addressee or left.addressee
    draft.time, draft.place, draft.medium = right.time, right.place, right.medium
    draft.occasion = [*left.occasions, *right.occasions]
    draft.factuality = "fact" if hit.factuality == "predicted" else hit.factuality
    return draft


def _governed(scene: Scene, hit: Hit, number: int) -> tuple[Range, int, int] | None:
    """The phrase that a prefix governs: offsets, last piece, end token."""
    piece = scene.unit.pieces[number]
    high = piece.last
    if any(is_finite(scene.low(place), scene.cues) for place in range(hit.last + 1, piece.last)):
        for place in range(hit.last + 1, piece.last):
            if looks_nominative(scene.unit.tokens[place], "", scene.cues, scene.unit.tokens[place - 1]) and (
                not scene.unit.tokens[place].capital
            ):
                high = place
                break
    found = scene.scan(hit.last, high, "", told=False).source
    if found is None or found[0] > hit.last + 1 or begins(scene.low(found[0]), scene.cues.relatives):
        return None
    part = scene.span(*found)
    if found[1] == piece.last:
        grown, last = _grown(scene, part, number)
        return grown[0], last, scene.unit.pieces[last].last
    return part, number, found[1]


def _grown(scene: Scene, part: Range, number: int) -> tuple[list[Range], int]:
    """A phrase with its appositions and relative clauses, and the comma that closes them."""
    pieces = scene.unit.pieces
    last = number
    while last + 2 <= len(pieces) and last + 1 < len(pieces) and pieces[last + 1].marks == ",":
        follows = last + 2 < len(pieces)
        cites = any(hit.kind in ("citing", "cited by") for hit in scene.by_piece[last + 1])
        tells = any(
            hit.kind == "verb" and scene.complement(hit, False) >= 0 for hit in scene.by_piece[last + 1]
        )
        if cites or tells or not (scene.is_attached(last + 1) or (follows and scene.is_role(last + 1))):
            break
        last += 1
    if last == number:
        return [part], number
    end = scene.unit.tokens[pieces[last].last - 1].end
    comma = scene.unit.text.find(",", end, end + 3)
    return [(part[0], comma + 1 if comma >= 0 and last + 1 < len(pieces) else end)], last


def _around(
    scene: Scene,
    hit: Hit,
    source: list[Range],
    hole: tuple[int, int],
    last: int,
    pattern: str,
    within: bool = False,
) -> Draft | None:
    """A draft whose content is the clause around a hole (tokens) that ends in piece `last`."""
    number = scene.piece(hit)
    low = _low(scene, number)
    if number and (scene.is_mere_opener(number - 1) or _led_by_asides(scene, number)):
        low = scene.unit.pieces[number].first
    first = scene.unit.pieces[number].first
    parts: list[Range] = []
    opened = any(
        scene.low(place) in scene.cues.openers | scene.cues.that for place in range(max(low, first), hole[0])
    )
    start = first if opened and not within else low
    while start < hole[0] and (
        scene.unit.tokens[start].kind == "p"
        or (not within and scene.low(start) in scene.cues.openers | scene.cues.that | scene.cues.loose)
    ):
        start += 1
    if start < hole[0] and not (opened and not within):
        part = scene.before(start, hole[0])
        parts = [part] if part is not None else []
    after = hole[1]
    while after < len(scene.unit.tokens) and scene.unit.tokens[after].kind == "p":
        after += 1
    if after < len(scene.unit.tokens):
        after = _past_citer(scene, after)
        holder = scene.unit.piece_of(after)
        stop = scene.content_end(holder, hit)
        if after < stop and not (parts and _is_aside_verb(scene, holder)):
            part = scene.after(after, stop)
            parts += [part] if part is not None else []
    if not parts or all(end - begin < 4 for begin, end in parts):
        return None
    return Draft(source, scene.cue(hit), parts, hit.cue_class, pattern, 0.65)


def _led_by_asides(scene: Scene, number: int) -> bool:
    """Whether all before a piece tells whose words follow: "Как передаёт X, по словам Y, ..."."""
    for other in range(number):
        first = scene.unit.pieces[other].first
        prefix = any(
            hit.kind in ("prefix", "owned", "rumour") and hit.first == first for hit in scene.by_piece[other]
        )
        if not prefix and not (scene.low(first) in scene.cues.as_words and scene.by_piece[other]):
            return False
    return True


def _past_citer(scene: Scene, after: int) -> int:
    """Past a piece that tells who cites the party before it: "..., слова которого приводит X, ..."."""
    holder = scene.unit.piece_of(after)
    cites = any(hit.kind in ("cited by", "citing") for hit in scene.by_piece[holder])
    if cites and scene.is_aside(holder) and holder + 1 < len(scene.unit.pieces):
        return scene.unit.pieces[holder + 1].first
    return after


def _is_aside_verb(scene: Scene, number: int) -> bool:
    return any(hit.kind == "citing" for hit in scene.by_piece[number]) and scene.is_aside(number)


def _low(scene: Scene, number: int) -> int:
    """The first token of the clause that a piece stands in: behind a "что" or the lead of another cue."""
    pieces = scene.unit.pieces
    for other in range(number, -1, -1):
        marks = pieces[other].marks
        if ";" in marks or ":" in marks:
            return pieces[other].first
        if other < number and scene.low(pieces[other].first) in scene.cues.that:
            return pieces[other].first + 1
        contrast = scene.low(pieces[other].first) in scene.cues.openers and scene.has_verb(pieces[other])
        if 0 < other < number and contrast:
            return pieces[other].first
    return 0


def citing_drafts(scene: Scene, hit: Hit, speaker: Draft | None) -> list[Draft]:
    """ "..., со ссылкой на Y": Y inside the one that cites, with the same content.

    "Издание ссылается на Y": `speaker` is who told the unit before.
    """
    number = scene.piece(hit)
    piece = scene.unit.pieces[number]
    outer = _refers_to_words(scene, hit)
    if outer is not None:
        return [outer]
    found = scene.cited(hit)
    if found is None:
        return []
    part = scene.span(*found)
    if found[1] == piece.last:
        part = _grown(scene, part, number)[0][0]
    carrier = _carrier(scene, hit)
    relative = scene.is_attached(number)
    if _is_verb(scene, hit) and not relative and not _is_party(scene, found):
        return []  # "сослался на занятость"
    if carrier is None:
        lone = _without_carrier(scene, hit, part, found[1], speaker)
        return [lone] if lone is not None else []
    _cut_out(scene, carrier, (scene.unit.tokens[hit.first].start, part[1]))
    return [
        Draft(
            [part], scene.cue(hit), list(carrier.content), carrier.cue_class, "citing", 0.65, carrier=carrier
        )
    ]


def _carrier(scene: Scene, hit: Hit) -> Draft | None:
    """The attribution that cites: of the cue nearest to the words of citing."""
    start = scene.unit.tokens[scene.unit.pieces[scene.piece(hit)].first].start
    if scene.is_attached(scene.piece(hit)) or begins(scene.low(hit.first), scene.cues.cites):
        for _, draft in scene.made:
            if draft.source and start - 3 <= draft.source[-1][1] < start:
                return draft
    near: list[tuple[int, int, Draft]] = []
    for other, draft in scene.made:
        if other is hit or other.kind in ("whisper", "hearsay", "rumour", "citing") or other.form == "gerund":
            continue
        pieces = abs(scene.piece(other) - scene.piece(hit))
        near.append((pieces, abs(other.first - hit.first), draft))
    if not near:
        return None
    return min(near, key=lambda item: item[:2])[2]


def _refers_to_words(scene: Scene, hit: Hit) -> Draft | None:
    """ "X сослался на слова Y о том, что P": X outside, with the words of Y for its content."""
    number = scene.piece(hit)
    nouns = [other for other in scene.by_piece[number] if other.kind == "noun" and other.first == hit.last]
    subject = scene.scan(scene.unit.pieces[number].first, hit.first, "").source
    if not nouns or subject is None or not _is_verb(scene, hit):
        return None
    part = scene.after(hit.last, scene.content_end(number, hit))
    if part is None:
        return None
    return Draft([scene.span(*subject)], scene.cue(hit), [part], "say", "object", 0.55)


def _without_carrier(scene: Scene, hit: Hit, part: Range, end: int, speaker: Draft | None) -> Draft | None:
    """Words of citing in a unit where nobody else tells: "Издание ссылается на Y"; "Со ссылкой на Y: P"."""
    if _is_sentence(scene, hit):
        if speaker is None:
            return None
        content = list(speaker.content)
        return Draft([part], scene.cue(hit), content, speaker.cue_class, "citing", 0.6, carrier=speaker)
    if any(other.kind == "verb" for other in scene.hits):
        return None
    return _around(scene, hit, [part], (hit.first, end), scene.piece(hit), "citing")


def _is_party(scene: Scene, found: tuple[int, int]) -> bool:
    """Whether a cited phrase begins with a name, or has a party or document for its noun."""
    cues = scene.cues
    stems = cues.roles + cues.unnamed + cues.bodies + cues.media
    head = scene.unit.tokens[found[0] : found[0] + 2]
    if is_name(head[0]) or begins(head[0].low, stems):
        return True
    described = head[0].low.endswith(cues.oblique + cues.adjectives + ("у", "х"))
    return described and len(head) > 1 and begins(head[1].low, stems)


def _is_verb(scene: Scene, hit: Hit) -> bool:
    """Whether words of citing begin with a finite verb ("ссылается на")."""
    word = scene.low(hit.first)
    other = word in scene.cues.prepositions or is_gerund(word, scene.cues)
    return not other and not begins(word, scene.cues.cites)


def _is_sentence(scene: Scene, hit: Hit) -> bool:
    """Whether words of citing are the verb of a unit that tells nothing else ("Издание ссылается на Y")."""
    return scene.piece(hit) == 0 and hit.first > 0 and _is_verb(scene, hit)


def _cut_out(scene: Scene, draft: Draft, hole: Range) -> None:
    """Take words of citing and their party out of the content of the one that cites."""
    draft.content = [part for whole in draft.content for part in _cut(scene, whole, hole)]


def _cut(scene: Scene, whole: Range, hole: Range) -> list[Range]:
    if hole[1] <= whole[0] or hole[0] >= whole[1]:
        return [whole]
    text = scene.unit.text
    parts = [trim(text, whole[0], hole[0], _MARKS), trim(text, hole[1], whole[1], _MARKS)]
    return [part for part in parts if part[1] - part[0] > 3]
