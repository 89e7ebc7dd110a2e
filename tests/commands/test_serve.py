"""`onrecord serve`: says its address, answers, and says plainly when a port is taken."""

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.commands.serve import is_local, listen, login_name, served_hosts
from onrecord.errors import InputError
from tests.web.sample import drafts, write_case


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_case(tmp_path_factory.mktemp("serve") / "sample.onrecord")


def test_a_taken_port_is_explained(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert run(["serve", str(case), "--port", str(port)]) == 2
    error = capsys.readouterr().err
    assert str(port) in error and "--port 0" in error and error.count("\n") == 1


def test_an_address_that_is_not_ours_is_explained() -> None:
    with pytest.raises(InputError, match=r"203\.0\.113\.1"):
        listen("203.0.113.1", 0)


def test_names_served() -> None:
    assert {"127.0.0.1", "localhost"} <= served_hosts("127.0.0.1")
    assert "[fe80::1]" in served_hosts("fe80::1")


def test_every_address_at_once_is_refused(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", str(case), "--host", "0.0.0.0", "--port", "0"]) == 2  # noqa: S104
    assert "no single address" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("192.0.2.7", False), ("example.org", False)],
)
def test_what_only_this_machine_can_reach(host: str, local: bool) -> None:
    assert is_local(host) is local


def test_who_judges_is_the_name_one_is_logged_in_by(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "ada")
    assert login_name() == "ada"

    def nobody() -> str:
        raise KeyError("no such user")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert login_name() == ""


@pytest.mark.parametrize(
    ("options", "said"), [(["--by", "Ada Brunn"], b"Judging as <bdi>Ada Brunn</bdi>"), (["--read-only"], b"")]
)
def test_judging_by_a_name_or_not_at_all(case: Path, options: list[str], said: bytes) -> None:
    with (
        served(case, *options) as address,
        urllib.request.urlopen(  # noqa: S310 - our own server
            f"{address}article/{drafts()[0].id}", timeout=30
        ) as answer,
    ):
        text = answer.read()
    assert said in text and (b'method="post"' in text) is bool(said)


def test_the_printed_address_answers(case: Path) -> None:
    with served(case) as address, urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310
        assert b"Kellan says Vesta is ready to wait" in answer.read()


@contextmanager
def served(case: Path, *options: str) -> Iterator[str]:
    """The address that the command prints while it runs."""
    command = [sys.executable, "-m", "onrecord", "serve", str(case), "--port", "0", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert found, line
        yield found[0]
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)
