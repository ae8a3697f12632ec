"""``workout read``: a file of any readable format → a document, or one for each workout in it."""

from __future__ import annotations

from pathlib import Path

import click

from workout_core.cli import inputs
from workout_core.cli.failures import Failures
from workout_core.cli.losses import loss_lines
from workout_core.cli.subjects import Input, inputs_of, load_each
from workout_core.cli.terminal import echo, print_document
from workout_core.cli.written import write_told
from workout_core.documents.writer import write_json, write_yaml
from workout_core.errors import InvalidWorkout
from workout_core.languages import gettext_noop

ELSEWHERE = gettext_noop("give the document another name")
EXAMPLES = """\
\b
Examples:
  workout read six-by-800.json -o six-by-800.yaml
  workout read export.xml --from zwo
  workout read message.txt -o week/
"""


@click.command(help=f"{EXAMPLES}\nConvert a file of any readable format to a document.")
@click.argument("file", type=click.Path(readable=False, allow_dash=True), metavar="FILE")
@click.option(
    "-o",
    "--output",
    type=click.Path(readable=False),
    metavar="DOC",
    help="Output file, JSON if its name ends in .json, or a folder for several workouts; default: print.",
)
@inputs.source_option
@inputs.root_option
def command(file: str, output: str | None, source: str) -> int:  # noqa: D103 - the help stands above
    failures = Failures()
    with failures.of():
        loaded = load_each(file, source=source)
        read = inputs_of(file, loaded)
        for line in loss_lines((where, loss) for where, _, loss in loaded.losses):
            echo(line, err=True)
        if len(read) == 1:
            _write(read[0], output)
        else:
            _write_each(read, output)
        loaded.refuse_rest()
    return failures.tell()


def _write(read: Input, output: str | None) -> None:
    as_json = output is not None and output.casefold().endswith(".json")
    text = write_json(read.subject) if as_json else write_yaml(read.subject)
    if output is None:
        print_document(text)
        return
    write_told(Path(output), text.encode(), ELSEWHERE)


def _write_each(read: list[Input], output: str | None) -> None:
    """Write several workouts into a folder.

    Raises:
        InvalidWorkout: the *output* is none.
    """
    if output is None or not (output.endswith(("/", "\\")) or Path(output).is_dir()):
        raise InvalidWorkout(f"there are {len(read)} workouts (give a folder for them, like '-o week/')")
    for each in read:
        _write(each, str(Path(output) / f"{each.stem}.yaml"))
