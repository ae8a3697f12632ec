"""What went wrong: sentences on stderr and an exit code, for each of several documents on its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import click

from workout_core.cli.terminal import echo

if TYPE_CHECKING:
    from workout_core.formats.losses import Loss

DONE: Final = 0
INPUT_IS_WRONG: Final = 1
WRONG_USAGE: Final = 2
LOSSES: Final = 3
OUTSIDE_FAILED: Final = 4
INTERRUPTED: Final = 130
_FROM_THE_BEST: Final = (DONE, LOSSES, INPUT_IS_WRONG, WRONG_USAGE, OUTSIDE_FAILED)
TRACEBACK: Final = "workout.traceback"
"""Where in the context it says whether to show where an error came from."""


def worst(codes: Iterable[int]) -> int:
    """Return the exit code of several that a script most needs to know; a loss is less than wrong input."""
    return max(codes, key=_FROM_THE_BEST.index, default=DONE)


def describe_os_error(error: OSError, of: str = "") -> str:
    """Say what the outside world would not do, and with which file, or else *of* which document."""
    where = error.filename or of
    return f"error: {f'{where}: ' if where else ''}{error.strerror or error}"


def echo_error(error: Exception, of: str = "", *, show_traceback: bool = False) -> int:
    """Print what went wrong, *of* which document, in a sentence, and return the exit code for it."""
    if show_traceback:
        from traceback import format_exception

        echo("".join(format_exception(error)), err=True, end="")
    lines, code = described(error, of)
    for line in lines:
        echo(line, err=True)
    return code


def described(error: Exception, of: str = "") -> tuple[list[str], int]:
    """Say what went wrong, *of* which document or athlete, in lines, and return the exit code for it."""
    from workout_core.errors import (
        DocumentError,
        InvalidOption,
        UnknownFormat,
        WatchError,
        WorkoutError,
        say_error,
    )
    from workout_core.formats.losses import LossyExport

    if isinstance(error, OSError):
        return [describe_os_error(error)], OUTSIDE_FAILED
    if not isinstance(error, WorkoutError):
        what = f"this should not have happened: {say_error(error)} (--traceback shows where)"
        return [f"error: {what}"], OUTSIDE_FAILED
    prefix = "" if isinstance(error, DocumentError) else f"error: {f'{of}: ' if of else ''}"
    lines = [f"{prefix}{error}"]
    if isinstance(error, LossyExport):
        return [*lines, *_lost(error.losses)], LOSSES
    if isinstance(error, WatchError):
        return lines, OUTSIDE_FAILED
    return lines, WRONG_USAGE if isinstance(error, (UnknownFormat, InvalidOption)) else INPUT_IS_WRONG


def _lost(losses: Iterable[Loss]) -> list[str]:
    """Return what would be lost, for below the sentence that says so."""
    from workout_core.cli.losses import MOST_LOSSES, kind_lines, loss_lines

    told = [("", loss) for loss in dict.fromkeys(losses)]
    lines = loss_lines(told) if len(told) <= MOST_LOSSES else kind_lines(told)
    return [f"  {line}" for line in lines]


class Failures:
    """What was refused of several documents; the others are not held up by it."""

    def __init__(self) -> None:
        self._refused: list[tuple[Exception, str]] = []
        self.code = DONE

    @contextmanager
    def of(self, document: str = "") -> Iterator[None]:
        """Keep what is wrong with one document, for :meth:`tell`; a wrong command is raised.

        *document* is the name that tells it from the others, if there are others.
        """
        from workout_core.errors import InvalidOption, UnknownFormat, WorkoutError

        try:
            yield
        except (InvalidOption, UnknownFormat, BrokenPipeError):
            raise
        except (WorkoutError, OSError) as error:
            self._refused.append((error, document))

    def keep(self, error: Exception | None, of: str = "") -> None:
        """Keep what is wrong, *of* which document or athlete, if something is."""
        if error is not None:
            self._refused.append((error, of))

    def any(self) -> bool:
        """Tell whether anything was refused."""
        return bool(self._refused) or self.code != DONE

    def tell(self) -> int:
        """Print what is not told yet, and return the worst exit code so far."""
        show_traceback = click.get_current_context().meta.get(TRACEBACK, False)
        told = [echo_error(error, of, show_traceback=show_traceback) for error, of in self._refused]
        self._refused.clear()
        self.code = worst([self.code, *told])
        return self.code

    def stop(self) -> None:
        """Tell what was refused, and end the command if anything was.

        Raises:
            click.exceptions.Exit: something was.
        """
        if code := self.tell():
            raise click.exceptions.Exit(code)
