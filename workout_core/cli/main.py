"""The entry point: finds the command, and ends with an exit code, whatever happens."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import StringIO
from types import MappingProxyType
from typing import Final, NoReturn

import click

from workout_core import __version__
from workout_core.cli.discovered import plugin_option
from workout_core.cli.failures import DONE, INTERRUPTED, TRACEBACK, echo_error
from workout_core.cli.lazy_group import LazyGroup
from workout_core.cli.speaking import language_option
from workout_core.cli.terminal import (
    drop_output,
    echo,
    flush_output,
    help_columns,
    show_what_cannot_be_encoded,
)
from workout_core.languages import language_scope

COMMANDS: Final = MappingProxyType(
    {
        "new": "Write a first document to start from.",
        "export": "Convert documents to FIT, iCalendar, JSON and other formats.",
        "show": "Show the steps, totals and effort profile of a document.",
        "check": "Report problems in documents, and what a format would lose.",
        "fmt": "Print documents in their canonical form.",
        "read": "Convert a file of any readable format to a document.",
        "match": "Compare activities with the sessions of a plan.",
        "plan": "Show a plan, change it, or combine it with others.",
        "feed": "Publish calendars that people subscribe to.",
        "watch": "Put workouts on a watch, see what it holds, take them off again.",
        "audio": "Speak workouts into sound files that play while they are done.",
        "publish": "Put plans on services that send them to watches.",
        "edit": "Edit a document in the browser, live both ways.",
        "site": "Make a page that runs in a browser and needs no installation.",
        "pace": "Calculate equivalent races, training paces, zones and splits.",
        "recipes": "List ready-made workouts and their parameters.",
        "transforms": "List the ways to change a workout, such as to shorten it.",
        "exercises": "Find exercises for strength, drills and mobility.",
        "schema": "Print the JSON Schema of documents.",
        "formats": "List the formats, and what each can store.",
        "plugins": "List the installed plugins and their status.",
        "plugin": "Start a plugin of your own.",
        "completion": "Print the completion script for your shell.",
    }
)
TRACE: Final = "WORKOUT_TRACE"
COMPLETE: Final = "_WORKOUT_COMPLETE"
EXAMPLE: Final = """\
\b
Example:
  workout export six-by-800.yaml --athlete ada.yaml --out watch
"""
EPILOG: Final = """\
\b
Exit codes: 0 done, 1 wrong input, 2 wrong usage, 3 --strict found a loss,
4 disk, watch or network failed. --traceback, anywhere, shows where an error came from.
"""


def _find(name: str) -> click.Command:
    found: click.Command = import_module(f"workout_core.cli.{name}").command
    return found


@click.group(
    cls=LazyGroup,
    listed=COMMANDS,
    find=_find,
    help=f"{EXAMPLE}\nSend structured workouts to watches and calendars.",
    epilog=EPILOG,
    params=[plugin_option(), language_option()],
)
@click.version_option(__version__, prog_name="workout")
def cli() -> None:
    """Send structured workouts to watches and calendars."""


def main() -> NoReturn:
    """Run the command line and exit."""
    arguments, show_traceback = _without_traceback(sys.argv[1:])
    show_what_cannot_be_encoded()
    if os.environ.get(TRACE):
        _trace_plugins()
    code = run(arguments, show_traceback=show_traceback)
    sys.exit(_flush(code))


def _trace_plugins() -> None:
    """Tell on stderr what plugins are asked to do, and how long they take."""
    from workout_core.plugins import trace

    trace.tellers.append(lambda line: echo(f"trace: {line}", err=True))


def _without_traceback(arguments: list[str]) -> tuple[list[str], bool]:
    """Take ``--traceback`` out of the arguments, wherever it stands before ``--``."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    kept = [word for word in arguments[:end] if word != "--traceback"]
    return kept + arguments[end:], len(kept) < end


def _flush(code: int) -> int:
    """Write out what is left, and return *code*, or that of a failure; one failure is enough to be told."""
    try:
        flush_output()
    except OSError as error:
        return code or echo_error(error)
    return code


def run(arguments: list[str], *, show_traceback: bool = False) -> int:
    """Run one command and return its exit code; errors are printed on stderr."""
    try:
        # the language that a command speaks is not that of the next one
        with language_scope():
            return _invoke(arguments, show_traceback=show_traceback)
    except click.ClickException as error:
        return _echo_usage(error)
    except (KeyboardInterrupt, click.Abort):
        echo("interrupted", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        drop_output()
        return DONE
    except Exception as error:  # noqa: BLE001 - a person never sees a traceback
        return echo_error(error, show_traceback=show_traceback)


def _echo_usage(error: click.ClickException) -> int:
    """Print how a command is used, and return the exit code."""
    said = StringIO()
    error.show(said)
    echo(said.getvalue(), err=True, end="")
    return error.exit_code


def _invoke(arguments: list[str], *, show_traceback: bool) -> int:
    """Run the command, or answer a shell that asks how to complete a word."""
    if asked := os.environ.get(COMPLETE):
        from click.shell_completion import shell_complete

        return shell_complete(cli, {}, "workout", COMPLETE, asked)
    try:
        with cli.make_context("workout", list(arguments), terminal_width=help_columns()) as context:
            context.meta[TRACEBACK] = show_traceback
            result = cli.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    return result if isinstance(result, int) else DONE
