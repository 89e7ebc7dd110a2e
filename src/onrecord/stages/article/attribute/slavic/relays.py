"""Who passes on whose words: "его слова приводит X", "X приводит слова Y", "X узнал от Y"."""

from onrecord.stages.article.attribute.draft import Draft, Range, trim
from onrecord.stages.article.attribute.slavic.forms import begins
from onrecord.stages.article.attribute.slavic.hits import Hit
from onrecord.stages.article.attribute.slavic.memory import Memory
from onrecord.stages.article.attribute.slavic.scene import Scene, is_name


def hold(draft: Draft, memory: Memory | None, scene: Scene) -> None:
    """What was told in the content stands inside the one who passes it on."""
    inner = memory.drafts if memory is not None else [made for _, made in scene.made]
    for other in inner:
        if other.carrier is None and other is not draft:
            other.carrier = draft


def relayed(scene: Scene, hit: Hit, memory: Memory) -> list[Draft]:
    """ "Его слова приводит Y": the unit before, or what stands before it in this one."""
    number = scene.piece(hit)
    piece = scene.unit.pieces[number]
    found = scene.scan(hit.last, piece.last, "s").source
    earlier = memory if number == 0 else None
    content = memory.whole() if number == 0 else scene.before(scene.unit.pieces[0].first, piece.first)
    first = scene.complement(Hit("verb", hit.first, hit.last, "say", frames="c"), False)
    if first >= 0:  # "Слова Y приводит X: «P»"
        content, earlier = _content(scene, first), None
    if found is None or content is None:
        return []
    draft = Draft([scene.span(*found)], scene.cue(hit), [content], hit.cue_class, "this", 0.65)
    if first >= 0:
        whose = _owner(scene, hit)
        if whose is None:
            return [draft]
        noun = [scene.span(*hit.ranges[0])]
        return [draft, Draft([whose], noun, [content], "say", "citing", 0.6, carrier=draft)]
    hold(draft, earlier, scene)
    told = memory.drafts if earlier is not None else [made for _, made in scene.made]
    whose = _owner(scene, hit)
    if whose is None or told:
        return [draft]
    inner = Draft([whose], [scene.span(*hit.ranges[0])], [content], "say", "citing", 0.6, carrier=draft)
    return [draft, inner]


def _owner(scene: Scene, hit: Hit) -> Range | None:
    """Whose words they are, where that is no pronoun: "слова Стеца приводит"."""
    last = hit.ranges[-1][0]
    if scene.low(hit.owner) in scene.cues.possessive or last <= hit.owner:
        return None
    return scene.span(hit.owner, last)


def given(scene: Scene, hit: Hit) -> list[Draft]:
    """ "X приводит слова Y: «P»", "«P», — приводит слова Y агентство X" """
    number = scene.piece(hit)
    piece = scene.unit.pieces[number]
    first = scene.complement(Hit("verb", hit.first, hit.last, "say", frames="c"), False)
    left = scene.scan(piece.first, hit.first, "")
    if first >= 0 and (left.source is not None or hit.owner == hit.first + 1):
        whose = scene.scan(hit.last, piece.last, "", told=False).source
        if whose is None and scene.low(hit.owner - 1) in scene.cues.possessive:
            whose = (hit.owner - 1, hit.owner)
        content = _content(scene, first)
        outer = [scene.span(*left.source)] if left.source is not None else []
    elif hit.owner > hit.first + 1:  # "приводит X слова Y"
        outer = [scene.span(hit.first + 1, hit.owner)]
        whose = scene.scan(hit.last, piece.last, "", told=False).source
        content = scene.before(scene.unit.pieces[0].first, piece.first) if number else None
    else:
        split = next(
            (
                place
                for place in range(hit.last + 1, piece.last)
                if begins(scene.low(place), scene.cues.named) or scene.unit.tokens[place].kind == "q"
            ),
            piece.last,
        )
        whose = (hit.last, split) if split > hit.last else None
        content = scene.before(scene.unit.pieces[0].first, piece.first) if number else None
        outer = [scene.span(split, piece.last)] if split < piece.last else []
    if whose is None or content is None:
        return []
    noun = scene.span(hit.owner, hit.owner + 1)
    if not outer:  # "ей передали слова мужа: «P»"
        return [Draft([scene.span(*whose)], [noun], [content], "say", "noun", 0.55)]
    draft = Draft(outer, scene.cue(hit), [content], "report", "clause", 0.65, takes_quote=True)
    return [draft, Draft([scene.span(*whose)], [noun], [content], "say", "citing", 0.6, carrier=draft)]


def _content(scene: Scene, number: int) -> Range | None:
    token = scene.unit.tokens[scene.unit.pieces[number].first]
    if token.kind == "q" and token.speech:
        return token.start, token.end
    hit = Hit("verb", 0, 1, "say")
    return scene.after(scene.unit.pieces[number].first, scene.content_end(number, hit))


def cited_by(scene: Scene, hit: Hit) -> list[Draft]:
    """ "По данным Y, на которые ссылается X, P": X outside, Y inside with the same content."""
    number = scene.piece(hit)
    piece = scene.unit.pieces[number]
    found = scene.scan(hit.last, piece.last, "s").source
    carried = [draft for other, draft in scene.made if other.kind in ("prefix", "verb")]
    if found is None or not carried:
        return []
    inner = carried[-1]
    content = list(inner.content)
    start = scene.unit.tokens[piece.first].start
    behind = all(end <= start for _, end in [*inner.content, *inner.cue, *inner.source])
    if behind:
        whole = scene.before(scene.unit.pieces[0].first, piece.first)
        content = [whole] if whole is not None else content
    else:
        inner.pattern = "citing"
    draft = Draft([scene.span(*found)], scene.cue(hit), content, "report", "quoting", 0.6)
    inner.carrier = draft
    return [draft]


def heard_from(scene: Scene, hit: Hit, outer: Draft) -> list[Draft]:
    """ "X узнал от Y, что P": Y inside X with the same content."""
    if not any(scene.low(place) in scene.cues.hearing for place in range(hit.first, hit.last)):
        return []
    piece = scene.unit.pieces[scene.piece(hit)]
    for place in range(hit.last, piece.last - 1):
        if scene.low(place) in scene.cues.heard_from:
            found = scene.scan(place + 1, piece.last, "", told=False).source
            if found is None:
                return []
            cue = [scene.span(place, place + 1)]
            return [Draft([scene.span(*found)], cue, list(outer.content), "say", "heard", 0.6, carrier=outer)]
    return []


def quoted_party(scene: Scene, hit: Hit, outer: Draft) -> list[Draft]:
    """ "X цитирует Y: «P»", "«P», — цитирует Y агентство X": Y inside X, without a cue of its own."""
    if hit.frames != "t" or scene.low(hit.last - 1) in scene.cues.possessive:
        return []
    tokens = scene.unit.tokens
    piece = scene.unit.pieces[scene.piece(hit)]
    whose = scene.scan(hit.last, piece.last, "", told=False).source
    if whose is None or scene.low(hit.first) in scene.cues.possessive:
        return []
    if outer.source[0][0] >= tokens[hit.last].start:  # the one who quotes stands behind
        split = next(
            (
                place
                for place in range(whose[0] + 1, whose[1])
                if begins(tokens[place].low, scene.cues.named) or tokens[place].kind == "q"
            ),
            0,
        )
        if not split:
            return []
        outer.source = [scene.span(split, whose[1])]
        whose = (whose[0], split)
    outer.addressee = None
    return [Draft([scene.span(*whose)], [], list(outer.content), "say", "heard", 0.55, carrier=outer)]


def quoted_after(scene: Scene, hit: Hit) -> list[Draft]:
    """ "..., — сказал Y (цитата по X)": X outside, with all before it."""
    number = scene.piece(hit)
    piece = scene.unit.pieces[number]
    found = scene.scan(hit.last, piece.last, "", told=False).source
    content = scene.before(scene.unit.pieces[0].first, hit.first)
    if found is None or content is None:
        return []
    content = trim(scene.unit.text, *content, " (,;—–")
    draft = Draft([scene.span(*found)], scene.cue(hit), [content], "report", "quoting", 0.6)
    hold(draft, None, scene)
    return [draft]


def noun_draft(scene: Scene, hit: Hit) -> Draft | None:
    """ "слова X о том, что P", "обещание X сделать P": with X between the noun and what was said."""
    number = scene.piece(hit)
    piece = scene.unit.pieces[number]
    first = scene.complement(hit, False)
    if first != number + 1:
        return None
    high = piece.last
    for row in scene.cues.about_that:
        at = piece.last - len(row)
        if at > hit.last and tuple(scene.low(at + step) for step in range(len(row))) == row:
            high = min(high, at)
    found = scene.scan(hit.last, high, "", told=False).source
    if found is None or found[0] != hit.last or found[1] != high:
        return None
    tokens = scene.unit.tokens[found[0] : found[1]]
    if not any(is_name(token) or begins(token.low, scene.cues.roles) for token in tokens):
        return None
    start = high if high < piece.last else scene.unit.pieces[first].first
    content = scene.after(start, scene.content_end(first, hit))
    if content is None:
        return None
    return Draft([scene.span(*found)], scene.cue(hit), [content], hit.cue_class, "noun", 0.6)
