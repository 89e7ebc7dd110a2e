"""Settings: defaults, a file of them, and mistakes in it."""

from dataclasses import fields
from pathlib import Path

import pytest

from onrecord.config import Config, load_config
from onrecord.errors import InputError

DOCS = Path(__file__).parents[1] / "docs" / "config.md"


def write(folder: Path, text: str) -> Path:
    path = folder / "onrecord.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_config(write(tmp_path, "")) == Config()


def test_a_setting_is_taken_and_the_rest_stays(tmp_path: Path) -> None:
    config = load_config(write(tmp_path, "[runner]\nworkers = 3\n"))
    assert config.runner.workers == 3
    assert config.reader == Config().reader


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[runner]\nworkrs = 3\n", "runner.workrs"),
        ("[runners]\nworkers = 3\n", "runners"),
        ("[runner]\nworkers = 'three'\n", "workers"),
        ("[runner\n", "onrecord.toml"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(InputError, match=named):
        load_config(write(tmp_path, text))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nothing\.toml"):
        load_config(tmp_path / "nothing.toml")


def test_every_setting_is_documented() -> None:
    text = DOCS.read_text(encoding="utf-8")
    for table in fields(Config):
        assert f"[{table.name}]" in text
        for setting in fields(getattr(Config(), table.name)):
            assert f"`{setting.name}`" in text, f"{table.name}.{setting.name}"
