"""What commands are given: documents and an athlete."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workout_core.budget import LARGEST_DOCUMENT
from workout_core.cli.diagnostics import echo_warnings
from workout_core.cli.discovered import discovered
from workout_core.cli.foreign import Foreign, Read, only_named
from workout_core.cli.terminal import standard_input
from workout_core.errors import DocumentError, InvalidWorkout, Problem
from workout_core.exercises.book import ExerciseBook
from workout_core.files.paths import STANDARD_INPUT, FilesRead
from workout_core.languages import speak
from workout_core.model.athlete import Athlete
from workout_core.model.bounds import plannable
from workout_core.model.plan import Plan
from workout_core.model.sport import Sport
from workout_core.patterns import lazy_pattern
from workout_core.units import Units

if TYPE_CHECKING:
    from workout_core.documents.reader import Rewritable
    from workout_core.documents.source import Document

STDIN = "-"
_ROOT = "workout.root"
_JSON = lazy_pattern(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')


def load(path: str, athlete: Athlete | None = None, foreign: Read | None = None) -> Document:
    """Read a document from a file, or from standard input for ``-``: JSON if it begins as such.

    Args:
        path: of the file.
        athlete: whose units it is read in, unless it says others.
        foreign: reads it, and files that it names, if they are of other formats; those that it names if
            left out.

    Raises:
        DocumentError: it cannot be read, or there is no such file.
    """
    from workout_core.documents.reader import read_bytes, read_document

    ways = finders(foreign or only_named(called(path)))
    with echo_warnings(called(path)):
        if path == STDIN:
            data = standard_input().read(LARGEST_DOCUMENT + 1)
            return read_bytes(data, called(path), is_json=_is_json(data), units=units_of(athlete), **ways)
        return read_document(path, files=files_read(), units=units_of(athlete), **ways)


def units_of(athlete: Athlete | None) -> Units | None:
    """Return the units that documents are read in for *athlete*; None if there is none."""
    return athlete.units if athlete else None


def files_read() -> FilesRead:
    """Return the files that this command has read so far."""
    noted: FilesRead = click.get_current_context().find_root().meta.setdefault("workout.files", FilesRead())
    return noted


def forget_files_read() -> FilesRead:
    """Return what from now on notes the files that this command reads: it begins anew."""
    noted = click.get_current_context().find_root().meta["workout.files"] = FilesRead()
    return noted


def load_rewritable(path: str) -> Rewritable:
    """Read a document as :func:`load` does, and find what its canonical form would not keep.

    Raises:
        DocumentError: it cannot be read, or there is no such file.
    """
    from workout_core.documents.reader import read_rewritable

    with echo_warnings(called(path)):
        if path == STDIN:
            data = standard_input().read(LARGEST_DOCUMENT + 1)
            return read_rewritable(called(path), data, is_json=_is_json(data), **finders(Foreign()))
        return read_rewritable(path, files=files_read(), **finders(Foreign()))


def called(path: str) -> str:
    """Say where a document comes from: its path, or standard input."""
    return STANDARD_INPUT if path == STDIN else path


def _is_json(data: bytes) -> bool:
    return _JSON.match(data) is not None


def finders(foreign: Read) -> dict[str, Any]:
    """Return what finds files, recipes and exercises; plugins are loaded when theirs are first asked for."""
    return {
        "root": click.get_current_context().find_root().meta.get(_ROOT),
        "recipe": lambda name: discovered().recipe(name),
        "exercises": ExerciseBook(lambda: discovered().exercises().more()),
        "foreign": foreign,
    }


def load_plan(data: bytes, path: Path, athlete: Athlete | None = None) -> Plan:
    """Read *data* as the plan that the file *path* is going to hold.

    Raises:
        DocumentError: it is none.
    """
    from workout_core.documents.reader import read_bytes

    is_json = path.suffix.casefold() == ".json"
    with echo_warnings(str(path)):
        document = read_bytes(
            data,
            str(path),
            is_json=is_json,
            folder=path.parent,
            files=files_read(),
            units=units_of(athlete),
            **finders(only_named(str(path))),
        )
    if not isinstance(document, Plan):
        raise problem(str(path), "is not a plan (a plan begins with 'plan:')")
    return document


def load_plan_file(path: str, athlete: Athlete | None = None, *, is_edited: bool = False) -> Plan:
    """Read a plan from a file: a document, or of another format unless it *is_edited*.

    What follows is said in the language of its athlete, unless one is chosen.

    Raises:
        DocumentError: it cannot be read, or is something else.
    """
    document = load(path, athlete, None if is_edited else Foreign())
    if not isinstance(document, Plan):
        raise problem(path, "is not a plan (a plan begins with 'plan:')")
    speak(document.athlete.language if document.athlete else None)
    return document


def load_athlete(path: str | None) -> Athlete | None:
    """Read an athlete, if one is given; what follows is said in their language, unless one is chosen.

    Raises:
        DocumentError: it cannot be read, or is something else.
    """
    if path is None:
        return None
    document = load(path)
    if not isinstance(document, Athlete):
        kind = type(document).__name__.lower()
        raise problem(path, f"is a {kind}, not an athlete (an athlete begins with 'athlete:')")
    speak(document.language)
    return document


def refuse_unused(source: str, documents: object) -> None:
    """Refuse a *source* for documents where there are none.

    Raises:
        click.UsageError: it would have no effect.
    """
    if source and not documents:
        raise click.UsageError("--from says what a document is read as (give the document)")


def problem(path: str, message: str) -> DocumentError:
    """Return the error of what *path* holds as a whole."""
    return DocumentError([Problem(message=message, file=path)])


class Day(click.ParamType):  # type: ignore[type-arg]  # generic in newer clicks only
    """A date on the command line."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read ``2026-08-03``."""
        if isinstance(value, date):
            return value
        try:
            return plannable("a day", date.fromisoformat(value))
        except InvalidWorkout as error:
            self.fail(str(error), param, ctx)
        except ValueError:
            self.fail(f"{value!r} is not a date (like '2026-08-03')", param, ctx)


def complete_format(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Offer the names of formats to the shell."""
    return [each.name for each in discovered(ctx).exporters() if each.name.startswith(incomplete)]


def complete_importer(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Offer the names of readable formats to the shell."""
    return [each.name for each in discovered(ctx).importers() if each.name.startswith(incomplete)]


source_option = click.option(
    "--from",
    "source",
    default="",
    metavar="FORMAT",
    shell_complete=complete_importer,
    help="Format that documents are read as, by the importer of that name, such as 'zwo ftp=250'; "
    "default: by the name of the file and what is in it.",
)
document_argument = click.argument(
    "documents", nargs=-1, type=click.Path(allow_dash=True, readable=False), metavar="DOC…"
)
athlete_option = click.option(
    "--athlete",
    metavar="FILE",
    type=click.Path(readable=False),
    help="Athlete document, to turn zones and percentages into numbers; of a squad, a name in it.",
)


def _declare_root(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    ctx.find_root().meta[_ROOT] = None if value is None else Path(value)


root_option = click.option(
    "--root",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    envvar="WORKOUT_ROOT",
    expose_value=False,
    callback=_declare_root,
    help="Folder in which documents may name files too, not only in their own.",
)


def steps_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give *command* the options ``--steps``, ``--name`` and ``--sport``."""
    for option in (
        click.option(
            "--sport",
            default="running",
            type=click.Choice([each.value for each in Sport]),
            metavar="SPORT",
            help="Sport of the workout given by --steps.",
        ),
        click.option(
            "--name", default="Workout", metavar="TEXT", help="Name of the workout given by --steps."
        ),
        click.option("--steps", metavar="TEXT", help="Steps in the workout notation, instead of a document."),
    ):
        command = option(command)
    return command
