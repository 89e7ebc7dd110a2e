"""The command line: finds the command's module when it is called for, and says errors in one line."""

import sys
from importlib import import_module
from importlib.util import find_spec

import click

from onrecord import __version__
from onrecord.errors import OnrecordError

# Each name is a module of `onrecord.commands` with a click command called `command`. The help stands
# here too, so that `onrecord --help` loads none of them; a test holds the two together.
COMMANDS = {
    "add": "Read more pages into CASE, with the settings that it was built with.",
    "build": "Read pages into a case, or bring it up to date.",
    "demo": "Build a bundled case and serve it.",
    "diff": "Say what two builds of a case differ in.",
    "export": "Write everything that CASE holds to OUT.",
    "fetch": "Fetch pages politely into a WARC that `build` reads.",
    "judge": "Record what you decided about an attribution, a pair or a page.",
    "remove": "Take a page out of a case for good.",
    "serve": "Show a case as web pages.",
    "show": "Show a case, or a part of it, as tables or JSON.",
    "trace": "Follow a sentence through all wordings that a case holds.",
    "upgrade": "Bring a case of an older schema up to date.",
}
USAGE_ERROR = 2
INTERRUPTED = 130


class Commands(click.Group):
    """Loads a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands that are there."""
        return [name for name in COMMANDS if find_spec(f"onrecord.commands.{name}") is not None]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, its module loaded."""
        if cmd_name not in self.list_commands(ctx):
            return None
        found = import_module(f"onrecord.commands.{cmd_name}").command
        if not isinstance(found, click.Command):
            raise TypeError(f"onrecord.commands.{cmd_name}.command is not a command")
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands in the help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(ctx)])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="onrecord")
def cli() -> None:
    """From a pile of news pages, one checked record.

    Who said what, on what terms, through which chain of sources, and from how many independent
    origins. Start with: onrecord demo
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit code: 0 done, 1 differs, 2 cannot, 130 interrupted."""
    try:
        code = cli.main(arguments, prog_name="onrecord", standalone_mode=False)
    except OnrecordError as error:
        click.echo(f"onrecord: {' '.join(str(error).split())}", err=True)
        return USAGE_ERROR
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("onrecord: stopped", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (`| head`) has had enough; Python must not complain at exit.
        sys.stdout = None
        return 0
    return code if isinstance(code, int) else 0
