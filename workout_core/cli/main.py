"""The entry point: finds the command, and turns every failure into a sentence and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final, NoReturn

import click

from workout_core import __version__

COMMANDS: Final = MappingProxyType(
    {
        "export": "Write documents as FIT, iCalendar, JSON or any other format.",
        "show": "Show the steps, the totals and a profile of a document.",
        "check": "Tell what is wrong with documents, and what a format would lose.",
        "fmt": "Print a document in its canonical form.",
        "read": "Turn a file of any readable format into a document.",
        "plan": "Look at a plan, change it, and lay it over another.",
        "pace": "Calculate equivalent races, paces, zones, splits and bands.",
        "recipes": "List the workouts that write themselves, and what each is told.",
        "exercises": "Find exercises for strength, drills and mobility.",
        "schema": "Print the JSON Schema of documents.",
        "formats": "List the formats there are.",
        "plugins": "List the plugins, and what became of each.",
        "completion": "Print the script that completes words in your shell.",
    }
)
DONE: Final = 0
INPUT_IS_WRONG: Final = 1
WRONG_USAGE: Final = 2
LOSSES: Final = 3
OUTSIDE_FAILED: Final = 4
INTERRUPTED: Final = 130
COMPLETE: Final = "_WORKOUT_COMPLETE"
EXAMPLE: Final = """\
\b
Example:
  workout export six-by-800.yaml --athlete ada.yaml --out watch
"""
EPILOG: Final = """\
\b
Exit codes: 0 done, 1 the input is wrong, 2 wrong usage, 3 --strict met a loss,
4 the outside world failed. --traceback anywhere shows where an error came from.
"""


class Commands(click.Group):
    """Imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import and return a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"workout_core.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest the closest command for a misspelt one."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from workout_core.errors import suggestion

            raise click.UsageError(f"{args[0]!r} is not a command ({suggestion(args[0], COMMANDS)})", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Commands, help=f"{EXAMPLE}\nStructured workouts onto watches and into calendars.", epilog=EPILOG
)
@click.version_option(__version__, prog_name="workout")
def cli() -> None:
    """Structured workouts onto watches and into calendars."""


def main() -> NoReturn:
    """Run the command line and exit."""
    arguments, show_traceback = _without_traceback(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Callable[..., Any] | None = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    code = run(arguments, show_traceback=show_traceback)
    sys.exit(_flushed(code))


def _without_traceback(arguments: list[str]) -> tuple[list[str], bool]:
    """Take ``--traceback`` out of the arguments, wherever it stands before ``--``."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    kept = [word for word in arguments[:end] if word != "--traceback"]
    return kept + arguments[end:], len(kept) < end


def _flushed(code: int) -> int:
    """Write out what is left, and return *code*, or that of a failure; one failure is enough to be told."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _nobody_listens()
    except OSError as error:
        _nobody_listens()
        return code or _said(error)
    return code


def _nobody_listens() -> None:
    """Drop what is left to print; that a reader goes away, as ``head`` does, is no failure."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run(arguments: list[str], *, show_traceback: bool = False) -> int:
    """Run one command and return its exit code; errors are said on stderr."""
    try:
        return _invoked(arguments)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        _nobody_listens()
        return DONE
    except Exception as error:  # noqa: BLE001 - a person never sees a traceback
        if show_traceback:
            from traceback import print_exc

            print_exc()
        return _said(error)


def _invoked(arguments: list[str]) -> int:
    """Run the command, or answer a shell that asks how to complete a word."""
    if asked := os.environ.get(COMPLETE):
        from click.shell_completion import shell_complete

        return shell_complete(cli, {}, "workout", COMPLETE, asked)
    try:
        with cli.make_context("workout", list(arguments)) as context:
            result = cli.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    return result if isinstance(result, int) else DONE


def _said(error: Exception) -> int:
    """Say what went wrong in a sentence, and return the exit code for it."""
    from workout_core.errors import (
        DocumentError,
        InvalidOption,
        UnknownFormat,
        WorkoutError,
        say_error,
    )
    from workout_core.formats.losses import LossyExport

    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        click.echo(f"error: {where}{error.strerror or error}", err=True)
        return OUTSIDE_FAILED
    if not isinstance(error, WorkoutError):
        what = f"this should not have happened: {say_error(error)} (--traceback shows where)"
        click.echo(f"error: {what}", err=True)
        return OUTSIDE_FAILED
    prefix = "" if isinstance(error, DocumentError) else "error: "
    losses = [f"\n  {loss}" for loss in error.losses] if isinstance(error, LossyExport) else []
    click.echo(f"{prefix}{error}{''.join(losses)}", err=True)
    if isinstance(error, LossyExport):
        return LOSSES
    return WRONG_USAGE if isinstance(error, (UnknownFormat, InvalidOption)) else INPUT_IS_WRONG
