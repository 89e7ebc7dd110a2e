"""Corpus stages over a case: with a memo beside it and without, all at once and in parts, the same case."""

from pathlib import Path

from eval.bench.corpus_pile import Maker
from onrecord.config import Config, RunnerConfig
from onrecord.data import Sighting
from onrecord.pile import pack
from onrecord.runners.local import build
from onrecord.runners.memo import memo_path
from onrecord.runners.removal import plan_removal, remove
from onrecord.stores.sqlite import open_view

REMEMBERING = Config(runner=RunnerConfig(workers=1, remember=1))
PLAIN = Config(runner=RunnerConfig(workers=1))


def _pages(folder: Path, first: int, last: int) -> list[Path]:
    folder.mkdir(exist_ok=True)
    found = []
    for number, made in enumerate(Maker(seed=3).articles(last)):
        if number >= first:
            path = folder / f"page{number}.txt"
            lines = made.article.text.split("\n")
            path.write_text("\n\n".join([lines[0], *lines[1:6]]) + "\n", encoding="utf-8")
            found.append(path)
    return found


def _found(case: Path) -> bytes:
    with open_view(case) as view:
        parts = (
            view.reuses(),
            view.families(),
            view.stories(),
            view.threads(),
            view.datings(),
            view.origins(),
        )
        seen: list[Sighting] = sorted(view.sightings(), key=lambda one: one.id)
        return b"".join(pack(one) for part in (*parts, seen) for one in part)


def test_in_parts_with_a_memo_is_as_at_once_without(tmp_path: Path) -> None:
    pages = _pages(tmp_path / "pages", 0, 7)
    plain, kept = tmp_path / "plain.onrecord", tmp_path / "kept.onrecord"
    build(pages, plain, PLAIN)
    assert not memo_path(plain).exists()
    build(pages[:4], kept, REMEMBERING)
    assert memo_path(kept).exists()
    build(pages, kept, REMEMBERING)
    assert _found(kept) == _found(plain)
    memo_path(kept).write_bytes(b"no memo at all")
    build([], kept, Config(runner=RunnerConfig(workers=1, remember=1), reuse=PLAIN.reuse))
    assert _found(kept) == _found(plain)


def test_a_removed_page_leaves_nothing_in_the_memo(tmp_path: Path) -> None:
    pages = _pages(tmp_path / "pages", 0, 3)
    case = tmp_path / "case.onrecord"
    build(pages, case, REMEMBERING)
    assert memo_path(case).exists()
    remove(case, plan_removal(case, pages[0].name))
    assert not memo_path(case).exists()
