"""One unit read: its cues in order, each made a draft by its kind, then what they cite."""

from onrecord.lang.cues_slavic import folded
from onrecord.stages.article.attribute.draft import Draft, Range
from onrecord.stages.article.attribute.nest import set_carriers
from onrecord.stages.article.attribute.slavic.beside import (
    as_draft,
    citing_drafts,
    hearsay_draft,
    prefix_draft,
    rumour_draft,
    whisper_draft,
)
from onrecord.stages.article.attribute.slavic.forms import begins, is_finite
from onrecord.stages.article.attribute.slavic.hits import Hit
from onrecord.stages.article.attribute.slavic.lines import line_drafts
from onrecord.stages.article.attribute.slavic.memory import Memory
from onrecord.stages.article.attribute.slavic.phrase import Phrases
from onrecord.stages.article.attribute.slavic.relays import (
    cited_by,
    given,
    heard_from,
    hold,
    noun_draft,
    quoted_after,
    quoted_party,
    relayed,
)
from onrecord.stages.article.attribute.slavic.scene import Scene
from onrecord.stages.article.attribute.slavic.subjects import part_told, subject_of
from onrecord.stages.article.attribute.slavic.units import Unit
from onrecord.stages.article.attribute.slavic.verbs import behind_quotation, verb_draft

_MOST_HITS = 24
_PAST = ("л", "ла", "ло", "ли", "лся", "лась", "лось", "лись", "в", "вся", "лася", "лося", "лися")
_LATE = ("citing", "cited by", "per")  # these need the one who cites, or is cited


def read_unit(unit: Unit, hits: list[Hit], phrases: Phrases, memory: Memory, alone: bool) -> list[Draft]:
    """The drafts of one unit; what goes on with an earlier one is added to that."""
    scene = _scene(unit, hits[:_MOST_HITS], phrases, memory)
    _settle(scene)
    for hit in scene.hits:
        if hit.kind not in _LATE:
            for draft in _drafts(scene, hit, memory):
                scene.made.append((hit, draft))
    for hit in scene.hits:
        if hit.kind in _LATE:
            late = _late(scene, hit, memory)
            scene.made.extend((hit, draft) for draft in late)
    drafts = [draft for _, draft in scene.made]
    drafts = [draft for draft in drafts if draft.content]
    lines = line_drafts(scene, alone)
    if lines and (not drafts or lines[0].setting == "title"):
        for draft in drafts:
            _end_before(draft, lines[-1])
        drafts.extend(lines)
    if not drafts:
        earlier = memory.goes_on(unit)
        if earlier is not None:
            earlier.content.append(_said(unit))
            memory.unit = unit
            return []
    _ask(scene, drafts)
    set_carriers(drafts)
    memory.carry_on(unit, drafts)
    memory.take(unit, drafts)
    return drafts


def _scene(unit: Unit, hits: list[Hit], phrases: Phrases, memory: Memory) -> Scene:
    by_piece: list[list[Hit]] = [[] for _ in unit.pieces]
    for hit in hits:
        by_piece[unit.piece_of(hit.first)].append(hit)
    return Scene(unit, hits, phrases, memory.cues, by_piece)


def _settle(scene: Scene) -> None:
    """ "X передаёт со слов Y, что": beside a verb of its own piece such a phrase cites."""
    _add_untold(scene)
    _prefer_whispers(scene)
    for hit in scene.hits:
        first = scene.unit.pieces[scene.piece(hit)].first
        relative = hit.first == first + 1 and scene.low(first) in scene.cues.nominative_relatives
        if hit.kind == "verb" and hit.frames == "t" and relative:
            hit.kind = "citing"  # "..., который цитирует Y"
        if hit.kind == "prefix" and scene.low(hit.last - 1) in scene.cues.said_by:
            beside = scene.by_piece[scene.piece(hit)]
            number = scene.piece(hit)
            follows = number + 1 < len(scene.by_piece) and scene.begins_clause(number + 1, False)
            before = scene.by_piece[number - 1] if number and follows else []
            if any(other.kind == "verb" and other.form != "gerund" for other in [*beside, *before]):
                hit.kind = "citing"


def _prefer_whispers(scene: Scene) -> None:
    """ "Командир якобы приказал отступить": what is whispered is the order, not its words."""
    whispers = {hit.last for hit in scene.hits if hit.kind == "whisper"}
    for hit in list(scene.hits):
        if (
            hit.kind == "verb"
            and hit.first in whispers
            and "i" in hit.frames
            and scene.complement(hit, False) < 0
        ):
            scene.hits.remove(hit)
            scene.by_piece[scene.piece(hit)].remove(hit)


def _add_untold(scene: Scene) -> None:
    """Behind quoted words and a dash any verb tells who said them: "«...», — ухмыльнулся X"."""
    for number, piece in enumerate(scene.unit.pieces[1:], start=1):
        told = any(hit.kind in ("verb", "relay", "gives") for hit in scene.by_piece[number])
        if told or "—" not in piece.marks:
            continue
        for place in range(piece.first, min(piece.last, piece.first + 3)):
            word = scene.low(place)
            if not scene.unit.tokens[place].capital and is_finite(word, scene.cues) and word.endswith(_PAST):
                hit = Hit("verb", place, place + 1, "say", "past", _agreement(word), "q")
                if behind_quotation(scene, hit):
                    scene.by_piece[number].append(hit)
                    scene.hits.append(hit)
                break
    scene.hits.sort(key=lambda hit: hit.first)


def _agreement(word: str) -> str:
    stem = word.removesuffix("ся").removesuffix("сь")
    return {"а": "f", "о": "n", "и": "p"}.get(stem[-1:], "m")


def _said(unit: Unit) -> Range:
    """A unit that goes on with speech, without the dash that resumes it and its full stop."""
    start, end = unit.start, unit.end
    if len(unit.tokens) == 1:
        return unit.tokens[0].start, unit.tokens[0].end
    if unit.resumed:
        while start < end and unit.text[start] in "—–- ":
            start += 1
        while end > start and unit.text[end - 1] == ".":
            end -= 1
    return start, end


def _drafts(scene: Scene, hit: Hit, memory: Memory) -> list[Draft]:
    if hit.kind in ("prefix", "owned"):
        found = prefix_draft(scene, hit)
    elif hit.kind == "rumour":
        found = rumour_draft(scene, hit)
    elif hit.kind == "whisper":
        found = whisper_draft(scene, hit)
    elif hit.kind == "hearsay":
        found = hearsay_draft(scene, hit)
    elif hit.kind == "relay":
        return relayed(scene, hit, memory)
    elif hit.kind == "gives":
        return given(scene, hit)
    elif hit.kind == "noun":
        found = noun_draft(scene, hit)
    else:
        found = as_draft(scene, hit) or _pointing(scene, hit, memory) or verb_draft(scene, hit)
        if found is not None:
            return [found, *heard_from(scene, hit, found), *quoted_party(scene, hit, found)]
    return [found] if found is not None else []


def _late(scene: Scene, hit: Hit, memory: Memory) -> list[Draft]:
    if hit.kind == "citing":
        return citing_drafts(scene, hit, memory.speaker)
    return cited_by(scene, hit) if hit.kind == "cited by" else quoted_after(scene, hit)


def _pointing(scene: Scene, hit: Hit, memory: Memory) -> Draft | None:
    """ "Об этом сообщает X": what the unit before says, or what stands before it in the same unit."""
    number = scene.piece(hit)
    piece = scene.unit.pieces[number]
    row = _pointer(scene, piece.first, piece.last, hit)
    if (
        row is None
        or "v" in hit.frames
        or scene.complement(hit, False) >= 0
        or scene.low(piece.first) in scene.cues.that
    ):
        return None
    leads = all(scene.low(place) in scene.cues.openers for place in range(piece.first, row[0]))
    low = row[1] if leads and row[1] <= hit.first else piece.first
    high = row[0] if row[1] == hit.first and row[0] > piece.first else hit.first
    left = scene.scan(*scene.clear(low, high), hit.agree)
    right = scene.scan(*scene.clear(hit.last if row[0] < hit.first else row[1], piece.last), hit.agree)
    part_told(scene, right, hit.agree)
    right.source = subject_of(scene, right, hit.agree)
    source = left.source or right.source or ((left.body or right.body) if hit.agree in ("p", "-") else None)
    content = memory.whole() if number == 0 else scene.before(scene.unit.pieces[0].first, piece.first)
    if source is None or content is None:
        return None
    draft = Draft([scene.span(*source)], scene.cue(hit), [content], hit.cue_class, "this", 0.65)
    draft.addressee = right.addressee or left.addressee
    draft.place, draft.time = right.place or left.place, right.time or left.time
    draft.medium = right.medium or left.medium
    draft.occasion = [*left.occasions, *right.occasions]
    draft.factuality = hit.factuality
    if number == 0 and _tells_outlet(scene, draft, memory):
        return draft
    hold(draft, memory if number == 0 else None, scene)
    return draft


def _tells_outlet(scene: Scene, draft: Draft, memory: Memory) -> bool:
    """ "«Норд» узнал, что P. Об этом изданию рассказал X": X is whom the outlet has it from."""
    outlet = memory.speaker
    if draft.addressee is None or outlet is None or len(memory.drafts) != 1:
        return False
    if not begins(folded(scene.unit.text[slice(*draft.addressee)]), scene.cues.media):
        return False
    draft.content, draft.carrier, draft.pattern = list(outlet.content), outlet, "citing"
    return True


def _pointer(scene: Scene, first: int, last: int, hit: Hit) -> tuple[int, int] | None:
    for place in range(first, last):
        for row in scene.cues.pointing:
            if tuple(scene.low(place + step) for step in range(len(row))) == row:
                if len(row) == 1 and place not in (first, hit.last, hit.first - 1):
                    continue
                return place, place + len(row)
    return None


def _end_before(draft: Draft, line: Draft) -> None:
    """What a title says does not reach to the speaker behind its dash."""
    end = line.content[-1][1]
    if line.pattern == "title dash":
        draft.content = [(start, min(stop, end)) for start, stop in draft.content if start < end]


def _ask(scene: Scene, drafts: list[Draft]) -> None:
    """What a question asks, and what stands under "if", was not said."""
    if not scene.asked():
        return
    words = {token.low for token in scene.unit.tokens if token.kind == "w"}
    if words & scene.cues.asking:
        for draft in drafts:
            if draft.carrier is None and draft.factuality == "fact":
                draft.factuality = "question"
