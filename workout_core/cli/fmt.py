"""``workout fmt``: the canonical form of a document."""

from __future__ import annotations

from pathlib import Path

import click
from attrs import evolve

from workout_core.cli import inputs
from workout_core.cli.failures import Failures
from workout_core.cli.terminal import echo, print_document
from workout_core.documents.reader import Rewritable
from workout_core.documents.source import Unkept
from workout_core.documents.writer import write_json, write_yaml
from workout_core.errors import DocumentError
from workout_core.files.locks import locked
from workout_core.files.paths import real
from workout_core.files.replace import edit_file

EXAMPLES = "\b\nExamples:\n  workout fmt six-by-800.yaml\n  workout fmt --write *.yaml\n"


@click.command(help=f"{EXAMPLES}\nPrint documents in their canonical form, which means the same.")
@inputs.document_argument
@inputs.root_option
@click.option("--write", "-w", is_flag=True, help="Write the result back to the file instead of printing it.")
def command(documents: tuple[str, ...], *, write: bool) -> int:  # noqa: D103 - the help stands above
    if not documents:
        raise click.UsageError("what should be formatted? (give a document)")
    failures = Failures()
    for path in documents:
        with failures.of(path if len(documents) > 1 else ""):
            _format(path, write=write)
        failures.tell()
    return failures.code


def _format(path: str, *, write: bool) -> None:
    read = inputs.load_rewritable(path)
    is_json = Path(path).suffix.casefold() == ".json"
    text = write_json(read.document) if is_json else write_yaml(read.document)
    if write and path != inputs.STDIN:
        _write(Path(path), text.encode(), read)
        return
    print_document(text)
    if comment := read.lost.get(Unkept.COMMENT):
        echo(f"warning: {comment.file}:{comment.line}: {comment.message}", err=True)


def _write(file: Path, data: bytes, read: Rewritable) -> None:
    if read.lost:
        raise DocumentError(
            evolve(each, message=f"{each.message} (print it instead: leave out '--write')")
            for each in read.lost.values()
        )
    if read.data != data:
        with locked(real(file).parent):
            edit_file(file, read.data, data)
        echo(str(file))
