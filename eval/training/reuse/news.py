"""Real reports of different events of one topic (ECB+ train): what is alike in them is news, not reuse.

Invented events seldom share a boxer, a court or a league. Only pairs of different events are used, for
which the set's labels answer; whether two of its reports of one event share text nobody has labelled.
"""

from pathlib import Path

from eval.gold import load
from eval.reuse_written import Report
from eval.training.reuse.data import Labelled

LEAST = 200  # characters of a text


def real_reports(gold: Path) -> list[Report]:
    """The reports of ECB+ train, their event as `base`; none where the set is not there."""
    rows = load(gold / "stories" / "ecbplus" / "train.jsonl") or ()
    found = []
    for row in rows:
        text = row["text"][row.get("body_start") or 0 :].strip()
        if len(text) >= LEAST:
            found.append(Report(row["id"], row["subtopic"], "", row["subtopic"], None, "en", text))
    return found


def of_other_events(reports: list[Report]) -> list[Labelled]:
    """All pairs of reports of one topic that tell of different events; the fold goes by the topic."""
    topic = {report.id: report.base.partition("_")[0] for report in reports}
    return [
        Labelled(one, other, None, f"ecb{topic[one.id]}")
        for at, one in enumerate(reports)
        for other in reports[at + 1 :]
        if topic[one.id] == topic[other.id] and one.base != other.base
    ]
