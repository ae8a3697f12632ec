"""``workout read``: a file of any readable format → a document."""

from __future__ import annotations

from pathlib import Path

import click

from workout_core.budget import LARGEST_DOCUMENT, read_at_most, refuse_larger
from workout_core.cli import inputs
from workout_core.cli.inputs import STDIN, complete_importer
from workout_core.cli.losses import loss_lines
from workout_core.cli.terminal import echo, print_document, standard_input
from workout_core.documents.writer import write_json, write_yaml
from workout_core.errors import DocumentError, Problem, TooMuchWork, UnknownFormat
from workout_core.files.opening import read_file
from workout_core.files.paths import FilesRead
from workout_core.files.replace import write_file
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.pipeline.importing import import_data
from workout_core.plugins import Registry

ELSEWHERE = "give the document another name"
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
    name = source or _by_suffix(registry, path)
    files = inputs.files_read()
    document = _read(name, file, files, registry)
    as_json = output is not None and output.casefold().endswith(".json")
    text = write_json(document) if as_json else write_yaml(document)
    if output is None:
        print_document(text)
        return
    write_file(Path(output), text.encode(), files, ELSEWHERE)
    echo(output)


def _read(name: str, file: str, files: FilesRead, registry: Registry) -> Workout | Plan:
    """Read *file* with the importer called *name*; what is wrong, doubtful or lost is told with its name."""
    named = inputs.called(file)
    try:
        if file == STDIN:
            data = read_at_most(standard_input(), what="file")
        else:
            data = read_file(Path(file), LARGEST_DOCUMENT, files)
            refuse_larger(data, what="file")
        imported = import_data(data, name, registry=registry, file=named)
    except TooMuchWork as error:
        raise DocumentError([Problem(message=str(error), file=named)]) from None
    except FileNotFoundError:
        raise DocumentError([Problem(message="there is no such file", file=file)]) from None
    except IsADirectoryError:
        raise DocumentError([Problem(message="is a folder, not a file", file=file)]) from None
    for warning in imported.warnings:
        echo(f"warning: {warning}", err=True)
    for line in loss_lines((named, loss) for loss in imported.losses):
        echo(line, err=True)
    return imported.subject


def _by_suffix(registry: Registry, path: Path) -> str:
    for importer in registry.importers():
        if path.suffix.casefold() in importer.suffixes:
            return importer.name
    if path.name == STDIN:
        raise click.UsageError("what format is standard input? (say it with --from)")
    raise UnknownFormat(path.suffix or path.name, [importer.name for importer in registry.importers()])
