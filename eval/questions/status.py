"""On what terms a source speaks: record status from gold spans of the written passages, without mentions.

Source, cue, content, cue class, addressee, place, time and medium are those of the set: what is asked is
only the status that they have. `attribution` scores the status of what is found from the text alone.
"""

import time
from collections import Counter
from pathlib import Path

from eval.attribution_written import FILES, FOLDER, WrittenPassage, load_passages
from eval.report import Row, Skipped, Table
from onrecord.data import RecordStatus, Span
from onrecord.stages.article.attribute.draft import Draft, Layout, Range, make_layout
from onrecord.stages.article.attribute.terms.status import find_statuses
from onrecord.text.sentences import split_sentences

DEVELOPED_ON = FOLDER.with_name("attribution_dev")


def run(_gold: Path, _split: str) -> list[Table | Skipped]:
    """One table for each language and set: those that the rules were written with, and the unseen ones."""
    tables: list[Table | Skipped] = []
    for folder, name in ((DEVELOPED_ON, "developed-on"), (FOLDER, "written")):
        for language, file in FILES.items():
            path = folder / (f"{language}.jsonl" if folder is DEVELOPED_ON else file)
            if path.exists():
                tables.append(_table(load_passages(path), language, name))
            else:
                tables.append(Skipped("status", f"{name}/{language}", f"{path.name} is not there"))
    return tables


def _table(passages: list[WrittenPassage], language: str, name: str) -> Table:
    counts: Counter[tuple[RecordStatus, RecordStatus]] = Counter()
    started = time.process_time()
    for passage in passages:
        drafts = [draft for draft in _drafts(passage) if draft.content]
        gold = [one.status for one in passage.attributions if one.content]
        found = find_statuses(_layout(passage.text, language), drafts, (), language)
        counts.update((right, status.status) for right, status in zip(gold, found, strict=True))
    seconds = time.process_time() - started
    total = sum(counts.values())
    metrics = {"accuracy": sum(n for (right, given), n in counts.items() if right is given) / max(total, 1)}
    tallies = {"attributions": total}
    for status in RecordStatus:
        in_set = sum(n for (right, _), n in counts.items() if right is status)
        given = sum(n for (_, told), n in counts.items() if told is status)
        metrics[f"{status.value} P"] = counts[status, status] / max(given, 1)
        metrics[f"{status.value} R"] = counts[status, status] / max(in_set, 1)
        tallies[status.value] = in_set
    row = Row("onrecord", metrics, tallies, seconds, len(passages))
    return Table("status", name, language, (row,), "gold spans, no mentions")


def _layout(text: str, language: str) -> Layout:
    sentences: list[Range] = []
    offset = 0
    for line in text.split("\n"):
        sentences += [(offset + start, offset + end) for start, end in split_sentences(line, language)]
        offset += len(line) + 1
    return make_layout(text, sentences)


def _drafts(passage: WrittenPassage) -> list[Draft]:
    drafts = []
    for one in passage.attributions:
        source, cue, content = (_ranges(part) for part in (one.source, one.cue, one.content))
        draft = Draft(source, cue, content, one.cue_class.value, "", 1.0)
        draft.negated, draft.factuality = one.negated, one.factuality.value
        draft.addressee, draft.place = _range(one.addressee), _range(one.place)
        draft.time, draft.medium = _range(one.time), _range(one.medium)
        drafts.append(draft)
    for one, draft in zip(passage.attributions, drafts, strict=True):
        draft.carrier = drafts[one.inside] if one.inside is not None else None
    return drafts


def _ranges(spans: tuple[Span, ...]) -> list[Range]:
    return [(span.start, span.end) for span in spans]


def _range(span: Span | None) -> Range | None:
    return (span.start, span.end) if span is not None else None
