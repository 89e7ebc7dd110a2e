"""What analysts ruled of two articles is respected by the next build, and gone when it is taken back."""

from pathlib import Path

from onrecord.data import Verdict
from onrecord.judgements import judge
from onrecord.query import Record, comparison
from onrecord.runners.local import build, renew
from onrecord.stores.sqlite import open_view

FERRIES = """Ferries stay in port

The Orlen ferries will not sail before Monday, harbour master Tove Lind told reporters in Sund on Friday.

“Nobody goes out in this,” she said. She did not say that the company was to blame for the long queues.
"""
COPY = FERRIES.replace("Ferries stay in port", "No ferries until Monday")
BRIDGE = """Bridge opens again in Arda

The Arda bridge is open again, the transport ministry said. “We kept our word,” Minister Oren Vask said.
"""


def test_rulings_move_articles_together_and_apart(tmp_path: Path) -> None:
    pages, case = tmp_path / "pages", tmp_path / "case.onrecord"
    pages.mkdir()
    for name, text in (("ferries", FERRIES), ("copy", COPY), ("bridge", BRIDGE)):
        (pages / f"{name}.txt").write_text(text, encoding="utf-8")
    build([pages], case)

    def ids() -> dict[str, str]:
        with open_view(case) as view:
            return {(head.title or "").split()[0]: head.id for head in view.heads()}

    def stories() -> set[frozenset[str]]:
        names = {key: name for name, key in ids().items()}
        with open_view(case) as view:
            return {frozenset(names[key] for key in story.articles) for story in view.stories()}

    found = ids()
    computed = {frozenset({"Ferries", "No"}), frozenset({"Bridge"})}
    assert stories() == computed
    judge(case, [found["Ferries"], found["Bridge"]], Verdict.SAME, "Ada", "2030-01-01")
    assert stories() == computed
    run = renew(case)
    assert run is not None and run.compared and run.analysed == 0
    assert stories() == {frozenset({"Ferries", "No", "Bridge"})}
    with open_view(case) as view:
        assert len(view.families()) == 1 and len(view.families()[0].articles) == 2
        line = comparison(Record(view), found["Ferries"], found["Bridge"]).rulings.story
        assert line is not None and not line.waits
    judge(case, [found["Ferries"], found["Bridge"]], Verdict.WITHDRAWN, "Ada", "2030-01-02")
    for first, second, day in (("Ferries", "No", 3), ("No", "Ferries", 4)):
        judge(case, [found[first], found[second]], Verdict.BEFORE, "Ada", f"2030-01-0{day}")
        renew(case)
        assert stories() == computed
        with open_view(case) as view:
            assert view.families()[0].earliest == found[first]
            (reuse,) = view.reuses()
    judge(case, [reuse.id], Verdict.WRONG, "Ada", "2030-01-05")
    renew(case)
    with open_view(case) as view:
        assert view.families() == () and view.reuses() == (reuse,)
    judge(case, [found["Ferries"], found["No"]], Verdict.NOT_SAME, "Ada", "2030-01-06")
    renew(case)
    assert stories() == {frozenset({name}) for name in found}
