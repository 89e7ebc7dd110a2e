"""Mutations chosen by coverage (atheris, over libFuzzer): a child of `python -m eval.fuzz --guided`."""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(
    include=["onrecord.readers", "onrecord.text", "onrecord.stages.article.extract"]
):
    from eval.fuzz.check import check_bytes
    from eval.fuzz.forms import forms
    from eval.fuzz.mutate import pick

LIMITS = ("-timeout=10", "-rss_limit_mb=3000", "-max_len=100000", "-verbosity=0", "-print_final_stats=1")


def one_input(data: bytes) -> None:
    """What libFuzzer calls: anything raised is a fault."""
    if data:
        form, raw = pick(data)
        check_bytes(form.wrap(raw), form.name)


def main() -> None:
    """Arguments: how many inputs, the seed, a folder for the corpus."""
    inputs, seed, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    for number, form in enumerate(forms()):
        (folder / f"seed-{number:03}").write_bytes(bytes([number]) + form.seed)
    atheris.Setup([sys.argv[0], f"-runs={inputs}", f"-seed={seed}", *LIMITS, str(folder)], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
