"""``workout new``: a first document with comments, which exports as it stands."""

from __future__ import annotations

import os
import shlex
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import click

from workout_core.cli import inputs
from workout_core.cli.terminal import echo, print_document
from workout_core.errors import InvalidWorkout
from workout_core.files.replace import write_file
from workout_core.patterns import lazy_pattern

TEMPLATES: Final = Path(__file__).with_name("templates")
ELSEWHERE: Final = "give another name"
FILE: Final = "{{file}}"
START: Final = "{{start}}"
_NEXT: Final = lazy_pattern(r"(?m)^#   (workout .*)$")
EXAMPLES = """\
\b
Examples:
  workout new workout
  workout new plan spring.yaml --date 2027-03-01
  workout new athlete -o -
"""


def kinds() -> list[str]:
    """Return the kinds of documents that there are templates of."""
    return sorted(file.stem for file in TEMPLATES.glob("*.yaml"))


@click.command(help=f"{EXAMPLES}\nWrite a first document with comments: {', '.join(kinds())}.")
@click.argument("kind", type=click.Choice(kinds()), metavar="KIND")
@click.argument("file", required=False, type=click.Path(allow_dash=True, readable=False), metavar="[FILE]")
@click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True, readable=False),
    metavar="FILE",
    help="The same as FILE; - prints the document.",
)
@click.option(
    "--date",
    "day",
    type=inputs.Day(),
    metavar="DAY",
    help="A day of the first week of a plan; default: the next week.",
)
def command(kind: str, file: str | None, output: str | None, day: date | None) -> None:  # noqa: D103 - the help stands above
    if file is not None and output is not None:
        raise click.UsageError("where to? (give FILE or -o FILE, not both)")
    template = (TEMPLATES / f"{kind}.yaml").read_text("utf-8")
    if day is not None and START not in template:
        raise click.UsageError(f"--date is the first week of a plan (leave it out for {kind})")
    name = output or file or f"{kind}.yaml"
    text = _filled(template, f"{kind}.yaml" if name == inputs.STDIN else name, day)
    if name == inputs.STDIN:
        print_document(text)
        return
    _write(Path(name), text)
    echo(name)
    for line in _NEXT.findall(text):
        echo(f"try it: {line}", err=True)


def _filled(template: str, file: str, day: date | None) -> str:
    """Return the text of the document *file*, of which a plan begins in the week of *day*, or next week."""
    if START in template:
        monday = day - timedelta(days=day.weekday()) if day else _next_monday()
        template = template.replace(START, monday.isoformat())
    shown = file if file.isprintable() else Path(file).suffix
    return template.replace(FILE, shlex.quote(shown))


def _next_monday() -> date:
    from workout_core.pipeline.clock import clock, today

    now = today(clock())
    return now + timedelta(days=7 - now.weekday())


def _write(target: Path, text: str) -> None:
    """Write a document that is not there yet.

    Raises:
        InvalidWorkout: there is something of that name, or its name is not that of such a document.
        OSError: the disk would not have it.
    """
    if target.suffix.casefold() not in (".yaml", ".yml"):
        raise InvalidWorkout(
            f"{target}: documents are written as YAML (like '{target.stem or 'first'}.yaml')"
        )
    if os.path.lexists(target):
        raise InvalidWorkout(f"{target}: is there already (give another name, or remove it)")
    write_file(target, text.encode(), inputs.files_read(), ELSEWHERE)
