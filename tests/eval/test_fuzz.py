"""A short run of `python -m eval.fuzz`: what must hold for any input, in process, on fixed inputs."""

from collections import Counter
from dataclasses import replace

import pytest

from eval.fuzz import check
from eval.fuzz.check import BrokenPromiseError, check_bytes
from eval.fuzz.forms import forms
from eval.fuzz.hostile import Made, hostile
from eval.fuzz.mutate import mutated
from onrecord.data import Furniture, PageFindings, PageInput
from onrecord.pipeline.article import analyse_page

SCALE = 0.002
SEED = 7
INPUTS = 600
BATCH = 100
HOSTILE = dict(hostile(SCALE))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input(name: str) -> None:
    make: Made = HOSTILE[name]
    assert check_bytes(make(), name)


@pytest.mark.parametrize("first", range(0, INPUTS, BATCH))
def test_mutated_inputs(first: int) -> None:
    met: Counter[str] = Counter()
    for number in range(first, first + BATCH):
        name, raw = mutated(number, SEED)
        try:
            met += check_bytes(raw, name)
        except Exception as error:
            again = f"python -m eval.fuzz --hostile 0 --seed {SEED} --first {number} --inputs 1"
            error.add_note(f"input {number} ({name}): {again}")
            raise
    assert met["page"]
    assert met["article"]


def test_the_mutated_inputs_are_of_all_kinds_and_always_the_same() -> None:
    drawn = [mutated(number, SEED) for number in range(INPUTS)]
    assert {name for name, _ in drawn} == {form.name for form in forms()}
    assert drawn[:20] == [mutated(number, SEED) for number in range(20)]


def test_a_character_without_a_fate_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(page: PageInput, *rest: object) -> PageFindings:
        found = analyse_page(page, check.CONFIG, ())
        return _without(found, found.furniture[0])

    monkeypatch.setattr(check, "analyse_page", forgetful)
    with pytest.raises(BrokenPromiseError, match="no fate"):
        check_bytes(forms()[1].seed, "a.txt")


def _without(found: PageFindings, piece: Furniture) -> PageFindings:
    return replace(found, furniture=tuple(other for other in found.furniture if other is not piece))
