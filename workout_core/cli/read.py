"""``workout read``: a file of any readable format → a document."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from attrs import evolve

from workout_core.budget import read_at_most
from workout_core.cli.inputs import STDIN, complete_importer
from workout_core.documents.writer import write_json, write_yaml
from workout_core.errors import DocumentError, InvalidWorkout, Problem, TooMuchWork, UnknownFormat
from workout_core.formats.exporter import Export
from workout_core.formats.importer import Importer
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.pipeline.files import write_all
from workout_core.plugins import Registry

EXAMPLE = "\b\nExample:\n  workout read six-by-800.json -o six-by-800.yaml\n"


@click.command(help=f"{EXAMPLE}\nConvert a file of any readable format to a document.")
@click.argument("file", type=click.Path(readable=False, allow_dash=True), metavar="FILE")
@click.option(
    "-o",
    "--output",
    type=click.Path(readable=False),
    metavar="DOC",
    help="Output file, JSON if its name ends in .json; default: print.",
)
@click.option(
    "--from",
    "source",
    metavar="FORMAT",
    shell_complete=complete_importer,
    help="Input format; default: by the name of the file.",
)
def command(file: str, output: str | None, source: str | None) -> None:  # noqa: D103 - the help stands above
    registry = Registry.discover()
    path = Path(file)
    importer = registry.importer(source) if source else _by_suffix(registry, path)
    if output is not None and Path(output).resolve() == path.resolve():
        raise InvalidWorkout(f"{output}: is the file that is read (give the document another name)")
    document = _read(importer, file)
    as_json = output is not None and output.casefold().endswith(".json")
    text = write_json(document) if as_json else write_yaml(document)
    if output is None:
        click.echo(text, nl=False)
        return
    target = Path(output)
    for written in write_all(target.parent, [Export(target.name, text.encode())], []):
        click.echo(str(written))


def _read(importer: Importer, file: str) -> Workout | Plan:
    """Read *file*; every problem is told with its name."""
    named = "standard input" if file == STDIN else file
    try:
        if file == STDIN:
            return importer.read(read_at_most(sys.stdin.buffer, what="file"))
        with Path(file).open("rb") as stream:
            return importer.read(read_at_most(stream, what="file"))
    except TooMuchWork as error:
        raise DocumentError([Problem(message=str(error), file=named)]) from None
    except FileNotFoundError:
        raise DocumentError([Problem(message="there is no such file", file=file)]) from None
    except IsADirectoryError:
        raise DocumentError([Problem(message="is a folder, not a file", file=file)]) from None
    except DocumentError as error:
        problems = [evolve(problem, file=problem.file or named) for problem in error.problems]
        raise DocumentError(problems) from None


def _by_suffix(registry: Registry, path: Path) -> Importer:
    for importer in registry.importers():
        if path.suffix.casefold() in importer.suffixes:
            return importer
    if path.name == STDIN:
        raise click.UsageError("what format is standard input? (say it with --from)")
    raise UnknownFormat(path.suffix or path.name, [importer.name for importer in registry.importers()])
