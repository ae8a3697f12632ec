"""``workout fmt``: the canonical form of a document."""

from __future__ import annotations

import re
from pathlib import Path

import click

from workout_core.cli import inputs
from workout_core.cli.terminal import echo, print_document
from workout_core.documents.writer import write_json, write_yaml
from workout_core.errors import InvalidWorkout
from workout_core.formats.exporter import Export
from workout_core.model.plan import Plan
from workout_core.pipeline.files import write_all

EXAMPLES = "\b\nExamples:\n  workout fmt six-by-800.yaml\n  workout fmt --write *.yaml\n"
GENERATED = re.compile(r'^\s*"?(?:recipe"?\s*:|(?:race|progress)\s+[0-9])|"recipe"\s*:', re.MULTILINE)
SESSIONS = re.compile(r'^\s*"?sessions"?\s*:|"sessions"\s*:', re.MULTILINE)
COMMENT = re.compile(r"(?:^|\s)#", re.MULTILINE)


@click.command(help=f"{EXAMPLES}\nPrint documents in their canonical form, which means the same.")
@inputs.document_argument
@click.option("--write", "-w", is_flag=True, help="Write the result back to the file instead of printing it.")
def command(documents: tuple[str, ...], *, write: bool) -> None:  # noqa: D103 - the help stands above
    if not documents:
        raise click.UsageError("what should be formatted? (give a document)")
    for path in documents:
        document = inputs.load(path)
        is_json = Path(path).suffix.casefold() == ".json"
        text = write_json(document) if is_json else write_yaml(document)
        if not write or path == inputs.STDIN:
            print_document(text)
        else:
            _write(Path(path), text, is_plan=isinstance(document, Plan))


def _write(file: Path, text: str, *, is_plan: bool) -> None:
    before = file.read_bytes()
    written = before.decode("utf-8-sig")
    is_of_weeks = is_plan and not SESSIONS.search(written)
    if file.suffix.casefold() != ".json" and COMMENT.search(written):
        raise InvalidWorkout(
            f"{file}: has comments, which the canonical form does not keep (print it instead)"
        )
    if is_of_weeks or GENERATED.search(written):
        what = "sessions on dates" if is_of_weeks else "steps"
        raise InvalidWorkout(
            f"{file}: its {what} would take the place of what writes them (print it instead)"
        )

    if before != text.encode():
        write_all(file.parent, [Export(file.name, text.encode())], [])
        echo(str(file))
