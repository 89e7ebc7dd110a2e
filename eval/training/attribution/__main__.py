"""Train, export and calibrate the English tagger, all in one command that can be stopped and run again.

    python -m eval.training.attribution --work FOLDER [--gold FOLDER] [--out FOLDER]

Needs the extra "train" (torch, onnx, safetensors) and attribution/polnear/{train,dev}.jsonl under the gold
folder. About an hour of one core.
"""

import argparse
import shutil
import sys
from pathlib import Path

from safetensors.torch import load_file

from eval.gold import gold_folder, load
from eval.training.attribution.base import fetch_base
from eval.training.attribution.calibrate import calibrate
from eval.training.attribution.data import articles, load_lexicon
from eval.training.attribution.export import export
from eval.training.attribution.train import Plan, Run, fix_seeds, train


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
    plan = Plan()
    fix_seeds(plan.seed)
    base = fetch_base(given.work)
    lexicon = load_lexicon((base / "tokenizer.json").read_text(encoding="utf-8"))
    run = Run(given.work / "run", load_file(base / "model.safetensors"), plan)
    if run.step < plan.steps and not train(run, articles(records, lexicon)):
        return 1
    run.mean.eval()
    out = given.out or given.work / "tagger-en"
    export(run.mean, out)
    shutil.copyfile(base / "tokenizer.json", out / "tokenizer.json")
    shutil.copyfile(base / "LICENSE", out / "ENCODER-LICENSE")
    for line in calibrate(out, dev):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
