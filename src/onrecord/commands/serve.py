"""`onrecord serve`: a case as web pages, for this machine."""

import getpass
import socket
from pathlib import Path

import click
import uvicorn

from onrecord.commands.plain import plain
from onrecord.errors import InputError
from onrecord.stores.sqlite import open_view
from onrecord.web.app import create_app
from onrecord.web.guard import LOCAL_HOSTS
from onrecord.web.judging import Judging

PORT = 8010


@click.command(name="serve")
@click.argument("case", type=click.Path(path_type=Path))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True,
    help="The port to listen on; 0 takes any free one.",
)  # fmt: skip
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--by", default=None, help="Whose judgements these are; without it, the name you are logged in by."
)
@click.option("--read-only", is_flag=True, help="Let nothing be judged.")
def command(case: Path, port: int, host: str, by: str | None, read_only: bool) -> None:
    """Show a case as web pages.

    Prints the address and serves it until Ctrl-C. Only this machine can reach it, unless --host
    names another address: there is no login, so do that only where everyone may read the case.

    On the page of an article, attributions can be accepted and rejected, as with `onrecord judge`.
    That can be done from this machine only: with --host, or with --read-only, nothing can be written.
    """
    hosts = served_hosts(host)
    judging = None if read_only or not is_local(host) else Judging(case, login_name() if by is None else by)
    with open_view(case) as view:
        serve(create_app(view, case.stem, hosts, judging), listen(host, port), judging)


def is_local(host: str) -> bool:
    """Whether only this machine can reach an address."""
    return host in LOCAL_HOSTS or f"[{host}]" in LOCAL_HOSTS


def login_name() -> str:
    """Who is logged in; "" where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. InputError when the port is taken or the address is not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(64)
    except OSError as error:
        listening.close()
        said = error.strerror or str(error)
        raise InputError(
            f"cannot listen on {host} port {port}: {said}; another program may be using it: name another "
            f"with --port, or take any free one with --port 0"
        ) from error
    return listening


def served_hosts(host: str) -> frozenset[str]:
    """Names that a browser may call this server by. InputError for "every address": it has no name."""
    if host in ("", "0.0.0.0", "::"):  # noqa: S104 - refused here
        raise InputError(
            f"--host {host!r} names no single address; name the one that others will open, or none"
        )
    return LOCAL_HOSTS | {f"[{host}]" if ":" in host else host}


def serve(app: object, listening: socket.socket, judging: Judging | None) -> None:
    """Print the address, and who can judge there, and serve until interrupted."""
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"Serving on http://{shown}:{port}/ (stop with Ctrl-C)")
    by = plain(judging.by, 80) or "nobody by name" if judging else ""
    click.echo(f"Judgements made there are by {by}" if by else "It can only be read")
    config = uvicorn.Config(app, log_level="warning", server_header=False, lifespan="off")  # type: ignore[arg-type]
    server = uvicorn.Server(config)
    try:
        server.run(sockets=[listening])
    finally:
        listening.close()
