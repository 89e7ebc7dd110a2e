"""`onrecord serve`: says its address, answers, and says plainly when a port is taken."""

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.commands.serve import listen, served_hosts
from onrecord.errors import InputError
from tests.web.sample import write_case


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


def test_the_printed_address_answers(case: Path) -> None:
    command = [sys.executable, "-m", "onrecord", "serve", str(case), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert found, line
        with urllib.request.urlopen(found[0], timeout=30) as answer:  # noqa: S310 - our own server
            assert b"Kellan says Vesta is ready to wait" in answer.read()
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)
