"""`onrecord demo`: build the bundled case and serve it."""

import tempfile
import time
from pathlib import Path

import click
from rich.console import Console

from onrecord.commands.serve import PORT, listen, login_name, serve, served_hosts
from onrecord.commands.summary import print_summary
from onrecord.commands.terminal import shown_progress
from onrecord.demo import demo_pages
from onrecord.runners.local import build
from onrecord.stores.sqlite import open_view
from onrecord.web.app import create_app
from onrecord.web.judging import Judging

HOST = "127.0.0.1"


@click.command(name="demo")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True,
    help="The port to listen on; 0 takes any free one.",
)  # fmt: skip
@click.option(
    "--case", "kept", type=click.Path(path_type=Path),
    help="Keep the case in this file; without it, it is deleted at the end.",
)  # fmt: skip
@click.option("--no-serve", is_flag=True, help="Only build the case (with --case).")
def command(port: int, kept: Path | None, no_serve: bool) -> None:
    """Build a bundled case and serve it.

    The case is a war between two states that do not exist, told by 26 pages that we wrote: copies,
    a silent rewrite, unnamed sources retold twice, a correction, a denial, four languages.
    """
    console = Console(stderr=True)
    listening = None if no_serve else listen(HOST, port)  # before the work: a taken port is said at once
    with tempfile.TemporaryDirectory(prefix="onrecord-", ignore_cleanup_errors=True) as folder:
        case = kept or Path(folder) / "Talks on the Arda valley.onrecord"
        started = time.monotonic()
        with demo_pages() as pages, shown_progress(console) as progress:
            run = build([pages], case, None, progress)
        with open_view(case) as view:
            print_summary(console, view, run, time.monotonic() - started)
            if listening is not None:
                judging = Judging(case, login_name())
                serve(create_app(view, case.stem, served_hosts(HOST), judging), listening, judging)
