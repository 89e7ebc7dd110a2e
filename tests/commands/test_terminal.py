"""Progress: bars with speed and time left on a terminal, plain lines elsewhere."""

import io
import time

import pytest
from rich.console import Console

from onrecord.commands.terminal import shown_progress


def test_a_terminal_shows_bars_with_speed_and_what_is_left() -> None:
    out = io.StringIO()
    with shown_progress(Console(file=out, force_terminal=True, width=120)) as progress:
        progress.phase("reading", 3)
        for _ in range(3):
            progress.advance()
        progress.phase("analysing", 40)
        for _ in range(40):
            time.sleep(0.002)
            progress.advance()
        progress.phase("comparing: reuse", None)
        progress.phase("comparing: stories", None)
    said = out.getvalue()
    for words in ("reading", "3/3", "analysing", "40/40", "pages/s", "0:00:00", "comparing"):
        assert words in said
    assert "1/1" in said


def test_a_log_gets_plain_lines_with_speed_and_seconds_left(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    out = io.StringIO()
    with shown_progress(Console(file=out, width=120)) as progress:
        progress.phase("analysing", 100)
        for _ in range(20):
            now[0] += 1.0
            progress.advance(2)
        progress.phase("comparing: reuse", None)
        progress.advance()
    assert out.getvalue().splitlines() == [
        "analysing 100 pages",
        "analysing 20 of 100 pages, 2.0 pages/s, 40 s left",
        "analysing 40 of 100 pages, 2.0 pages/s, 30 s left",
        "comparing: reuse",
    ]
