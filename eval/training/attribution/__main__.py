"""Train, export and calibrate the English tagger, all in one command that can be stopped and run again.

    python -m eval.training.attribution --work FOLDER [--gold FOLDER] [--out FOLDER]

Our own network, the teacher, then our own made smaller and taught by the teacher in rounds. Needs the
extra "train" (torch, onnx, safetensors), 8 GB of memory and attribution/polnear/{train,dev}.jsonl under the
gold folder. About two and a half hours of one core.
"""

import argparse
import shutil
import sys
from copy import deepcopy
from functools import partial
from pathlib import Path

from safetensors.torch import load_file

from eval.gold import gold_folder, load
from eval.training.attribution import distil, teacher
from eval.training.attribution.base import fetch_base, fetch_teacher
from eval.training.attribution.calibrate import calibrate
from eval.training.attribution.data import Article, articles, load_lexicon
from eval.training.attribution.export import export
from eval.training.attribution.losses import Lessons
from eval.training.attribution.model import Network, student
from eval.training.attribution.train import Plan, Run, fix_seeds, train


def trained(work: Path, base: Path, items: list[Article]) -> Network | None:
    """The network that is shipped; None when a run was stopped before its end."""
    encoder = load_file(base / "model.safetensors")
    first = finished(Run(work / "run", lambda: student(encoder, Plan().layers), Plan()), items)
    if first is None:
        return None
    theirs = load_file(fetch_teacher(work))
    teaching = finished(Run(work / "teacher", lambda: teacher.untaught(theirs), teacher.PLAN), items)
    if teaching is None:
        return None
    fix_seeds(distil.PLAN.seed)
    small = distil.smaller(first, items, distil.PLAN)
    lessons = distil.learn(teaching, items, teacher.PLAN.limit, work / "lessons")
    return taught(work, small, items, lessons)


def taught(work: Path, network: Network, items: list[Article], lessons: Lessons) -> Network | None:
    """The small network after all rounds with the teacher; None when one was stopped."""
    for number, plan in enumerate(distil.ROUNDS, 1):
        last = finished(Run(work / f"taught-{number}", partial(deepcopy, network), plan, lessons), items)
        if last is None:
            return None
        network = last
    return network


def finished(run: Run, items: list[Article]) -> Network | None:
    """The mean of a run's weights, trained to the end of its plan; None when it was stopped."""
    if run.step < run.plan.steps and not train(run, items):
        return None
    run.mean.eval()
    return run.mean


def main() -> int:
    """0 when the weights are written, 1 when training was stopped before its end, 2 without gold."""
    ask = argparse.ArgumentParser(prog="eval.training.attribution")
    ask.add_argument("--work", type=Path, required=True, help="where the run is kept between starts")
    ask.add_argument("--gold", type=Path, default=None)
    ask.add_argument("--out", type=Path, default=None, help="where the weights go (WORK/tagger-en)")
    given = ask.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    folder = gold_folder(given.gold) / "attribution" / "polnear"
    records, dev = load(folder / "train.jsonl"), load(folder / "dev.jsonl")
    if records is None or dev is None:
        print(f"no train.jsonl and dev.jsonl in {folder}", file=sys.stderr)
        return 2
    fix_seeds(Plan().seed)
    base = fetch_base(given.work)
    items = articles(records, load_lexicon((base / "tokenizer.json").read_text(encoding="utf-8")))
    network = trained(given.work, base, items)
    if network is None:
        return 1
    out = given.out or given.work / "tagger-en"
    export(network, out)
    shutil.copyfile(base / "tokenizer.json", out / "tokenizer.json")
    shutil.copyfile(base / "LICENSE", out / "ENCODER-LICENSE")
    for line in calibrate(out, dev):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
