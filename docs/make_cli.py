"""Writes docs/cli.md from the commands' own help. `python docs/make_cli.py`; a test holds it up to date."""

from pathlib import Path

import click

from onrecord.cli import cli

OUT = Path(__file__).parent / "cli.md"
WIDTH = 100


def pages() -> str:
    """The help of every command, as Markdown."""
    parts = [
        "# Commands\n\nMade by `python docs/make_cli.py` from the commands' own help; do not edit.\n",
        "Exit codes: 0 done, 1 two cases differ (`diff`), 2 cannot, 130 interrupted.\n",
        _block("onrecord", cli),
    ]
    context = click.Context(cli, info_name="onrecord")
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        if command is not None:
            parts.append(f"## {name}\n")
            parts += _tree(f"onrecord {name}", command)
    return "\n".join(parts)


def _tree(name: str, command: click.Command) -> list[str]:
    blocks = [_block(name, command)]
    if isinstance(command, click.Group):
        for inner in sorted(command.commands):
            blocks += _tree(f"{name} {inner}", command.commands[inner])
    return blocks


def _block(name: str, command: click.Command) -> str:
    # As the command line itself sets it: a command keeps the first set of names that it is asked with.
    context = click.Context(
        command,
        info_name=name,
        terminal_width=WIDTH,
        max_content_width=WIDTH,
        help_option_names=["-h", "--help"],
    )
    return f"```\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    OUT.write_text(pages(), encoding="utf-8")
