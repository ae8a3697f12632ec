"""``workout read``: a file of any readable format → a document."""

from __future__ import annotations

from pathlib import Path

import click

from workout_core.cli import inputs
from workout_core.cli.losses import loss_lines
from workout_core.cli.terminal import echo, print_document
from workout_core.documents.writer import write_json, write_yaml
from workout_core.files.replace import write_file

ELSEWHERE = "give the document another name"
EXAMPLES = """\
\b
Examples:
  workout read six-by-800.json -o six-by-800.yaml
  workout read export.xml --from zwo
"""


@click.command(help=f"{EXAMPLES}\nConvert a file of any readable format to a document.")
@click.argument("file", type=click.Path(readable=False, allow_dash=True), metavar="FILE")
@click.option(
    "-o",
    "--output",
    type=click.Path(readable=False),
    metavar="DOC",
    help="Output file, JSON if its name ends in .json; default: print.",
)
@inputs.source_option
@inputs.root_option
def command(file: str, output: str | None, source: str) -> None:  # noqa: D103 - the help stands above
    read = inputs.load_input(file, source=source)
    for line in loss_lines((where, loss) for where, _, loss in read.losses):
        echo(line, err=True)
    as_json = output is not None and output.casefold().endswith(".json")
    text = write_json(read.subject) if as_json else write_yaml(read.subject)
    if output is None:
        print_document(text)
        return
    write_file(Path(output), text.encode(), inputs.files_read(), ELSEWHERE)
    echo(output)
