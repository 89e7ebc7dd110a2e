"""`python -m eval.training.reuse [--gold FOLDER] [--write]`: figures out of fold; with --write, weights."""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from eval.gold import gold_folder
from eval.reuse_written import Kind
from eval.training.reuse.data import Labelled, analysed, bare, reports_of, strangers, written_pairs
from eval.training.reuse.fit import (
    FOLDS,
    Example,
    fit_linear,
    fit_trees,
    fold_of,
    out_of_fold,
    table,
    tree_answers,
    write_model,
)
from eval.training.reuse.languages import across_table, crossings, fit_across
from eval.training.reuse.news import of_other_events, real_reports
from eval.training.reuse.placed import LINES, excerpted, with_line
from onrecord.config import ReuseConfig
from onrecord.data import ArticleFindings
from onrecord.stages.corpus.reuse.compare import compare
from onrecord.stages.corpus.reuse.decide import NOTHING, apartness
from onrecord.stages.corpus.reuse.features import row_of
from onrecord.stages.corpus.reuse.model import Linear
from onrecord.stages.corpus.reuse.overlap import overlap_of
from onrecord.stages.corpus.reuse.passages import full_links
from onrecord.stages.corpus.reuse.profile import profile_of
from onrecord.stages.corpus.reuse.shape import manners, shape_of
from onrecord.stages.corpus.reuse.sided import Sided

KINDS = (Kind.COPY, Kind.EXCERPT, Kind.REWRITE, Kind.RETELLING)
STRANGERS = 400
STRANGER = 0.3  # what a pair of two events counts
LINE = 0.5  # and one with a line of the page
REAL = 1_500  # pairs of real reports of two events of one topic, the most alike
REAL_COUNTS = 0.15
STRENGTH = 0.3


def sided(findings: ArticleFindings) -> Sided:
    """An article with its profile."""
    return Sided(findings, profile_of(findings))


def example(pair: Labelled, left: Sided, right: Sided, weight: float, config: ReuseConfig) -> Example:
    """The features of one pair of one language."""
    if left.id > right.id:
        left, right = right, left
    found = overlap_of(left, right, compare(left.profile, right.profile, config))
    links = full_links(left.profile, right.profile, config)
    near, far = manners(found, links, found.near.side is left)
    row = tuple(float(value) for value in row_of(found)[0])
    return Example(pair.base, pair.kind, row, shape_of(found, near, far), apartness(found), weight)


def same_language(pairs: Sequence[Labelled]) -> list[Labelled]:
    """Pairs of one language."""
    return [pair for pair in pairs if pair.left.language == pair.right.language]


def negatives(pairs: Sequence[Labelled], sides: dict[str, Sided]) -> list[Labelled]:
    """Pairs of reports of different events, those most alike by the terms they share."""
    reports = reports_of(pairs)
    names = sorted(reports)
    like = {}
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            if reports[one].base == reports[other].base or reports[one].language != reports[other].language:
                continue
            like[one, other] = likeness(sides[one], sides[other])
    return strangers(pairs, like, STRANGERS)


def likeness(left: Sided, right: Sided) -> float:
    """The share of the weight of the shorter article's terms that the other has too."""
    one, other = left.profile.traits, right.profile.traits
    shared = sum(weight for term, weight in one.bag.items() if term in other.bag)
    return round(shared / max(1.0, min(one.total, other.total)), 4)


def real_examples(gold: Path, config: ReuseConfig) -> list[Example]:
    """Real reports of two events of one topic, those most alike."""
    reports = real_reports(gold)
    sides = {report.id: sided(bare(report)) for report in reports}
    pairs = of_other_events(reports)
    pairs.sort(
        key=lambda pair: (-likeness(sides[pair.left.id], sides[pair.right.id]), pair.left.id, pair.right.id)
    )
    return [
        example(pair, sides[pair.left.id], sides[pair.right.id], REAL_COUNTS, config) for pair in pairs[:REAL]
    ]


def furnished(pairs: Sequence[Labelled]) -> list[Labelled]:
    """Some pairs of every label with a line of the page placed in both: it must change nothing."""
    found = []
    for pair in pairs[::3]:
        if pair.left.language in LINES:
            left, right = with_line(pair.left, pair.right)
            found.append(Labelled(left, right, pair.kind, pair.base))
    return found


def taken_over(pairs: Sequence[Labelled]) -> list[Labelled]:
    """Pairs of two events, made excerpts: a paragraph or two of one stands in the other."""
    found = []
    for pair in [pair for pair in pairs if pair.kind is None][::4]:
        later = excerpted(pair.left, pair.right)
        found.append(Labelled(pair.left, later, Kind.EXCERPT, pair.base))
    return found


def _kinds(examples: Sequence[Example]) -> Linear:
    held = [one for one in examples if one.kind in KINDS]
    return fit_linear([one.shape for one in held], [str(one.kind) for one in held], STRENGTH)


def _kind_table(examples: Sequence[Example]) -> str:
    """Kinds out of fold, given that a pair is reuse."""
    held = [one for one in examples if one.kind in KINDS]
    seen: Counter[tuple[str, str]] = Counter()
    for fold in range(FOLDS):
        model = _kinds([one for one in held if fold_of(one.base) != fold])
        for one in held:
            if fold_of(one.base) == fold:
                seen[str(one.kind), model.best(one.shape)] += 1
    return "\n".join(f"  {true:10} called {said:10} {count}" for (true, said), count in sorted(seen.items()))


def _independence(examples: Sequence[Example]) -> Linear:
    labels = {Kind.TWIN: "same event", Kind.COMMON_ORIGIN: "common origin", None: NOTHING}
    held = [one for one in examples if not one.is_reuse]
    counts = [one.weight for one in held]
    return fit_linear(
        [one.apart for one in held], [labels[one.kind] for one in held], STRENGTH, counts=counts
    )


def _independence_table(examples: Sequence[Example]) -> str:
    """Kinds of independence out of fold, given that a pair is no reuse."""
    held = [one for one in examples if not one.is_reuse]
    seen: Counter[tuple[str, str]] = Counter()
    for fold in range(FOLDS):
        model = _independence([one for one in held if fold_of(one.base) != fold])
        for one in held:
            if fold_of(one.base) == fold:
                seen[str(one.kind or "other events"), model.best(one.apart)] += 1
    return "\n".join(f"  {true:13} called {said:13} {count}" for (true, said), count in sorted(seen.items()))


def main() -> None:
    """Read, measure out of fold, and write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, help="labelled data; else as python -m eval")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    config = ReuseConfig()
    written = written_pairs()
    everything = {name: sided(analysed(report)) for name, report in reports_of(written).items()}
    pairs = same_language(written)
    reports = reports_of(pairs)
    whole = {name: everything[name] for name in reports}
    plain = {name: sided(bare(report)) for name, report in reports.items()}
    pairs = [*pairs, *negatives(pairs, plain)]
    counts = [1.0 if pair.kind else STRANGER for pair in pairs]
    examples = [
        example(pair, whole[pair.left.id], whole[pair.right.id], count, config)
        for pair, count in zip(pairs, counts, strict=True)
    ]
    texts = [
        example(pair, plain[pair.left.id], plain[pair.right.id], count, config)
        for pair, count in zip(pairs, counts, strict=True)
    ]
    more = [*furnished(pairs), *taken_over(pairs)]
    held = {name: sided(bare(report)) for name, report in reports_of(more).items()}
    lines = [
        example(pair, held[pair.left.id], held[pair.right.id], LINE if pair.kind else STRANGER, config)
        for pair in more
    ]
    real = real_examples(gold_folder(asked.gold), config)
    if asked.write and not real:
        parser.error("without stories/ecbplus below --gold other weights would come out: nothing is written")
    both = [*examples, *texts, *lines, *real]
    answers = out_of_fold(both, tree_answers)
    print("Out of fold by event: with the findings of the article stages")
    print(table(examples, answers[: len(examples)]))
    print(_kind_table(examples))
    print(_independence_table(examples))
    print("With texts alone")
    print(table(texts, answers[len(examples) : 2 * len(examples)]))
    print("With lines of the page placed in both")
    print(table(lines, answers[2 * len(examples) : len(both) - len(real)]))
    print("Real reports of two events of one topic (ECB+ train)")
    print(table(real, answers[len(both) - len(real) :]))
    crossing = crossings(written, everything)
    print("Two languages, out of fold by event")
    print(across_table(crossing))
    if asked.write:
        models = {
            "kinds": _kinds(both),
            "independence": _independence(both),
            "across": fit_across(crossing),
        }
        write_model(fit_trees(both), models)


if __name__ == "__main__":
    main()
