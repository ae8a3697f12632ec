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
from workout_core.languages import gettext_noop
from workout_core.patterns import lazy_pattern

TEMPLATES: Final = Path(__file__).with_name("templates")
ELSEWHERE: Final = gettext_noop("give another name")
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
    name = output or file or f"{kind}.yaml"
    texts = texts_of(kind, f"{kind}.yaml" if name == inputs.STDIN else name, day)
    if name == inputs.STDIN:
        print_document(next(iter(texts.values())))
        return
    refuse(Path(name))
    for path, text in texts.items():
        write_file(Path(path), text.encode(), inputs.files_read(), ELSEWHERE)
        echo(path)
    for line in _NEXT.findall(texts[name]):
        echo(f"try it: {line}", err=True)


def texts_of(kind: str, file: str, day: date | None) -> dict[str, str]:
    """Return the text of the document *file*, and of those that it names and that are not beside it yet.

    Args:
        kind: what it is.
        file: its path; the result has it first.
        day: in the first week of a plan; in the next week when left out.

    Raises:
        click.UsageError: there is a *day*, and no plan.
    """
    template = _template(kind)
    named = [each for each in kinds() if each != kind and f"{{{{{each}}}}}" in template]
    templates = {file: template}
    for each in named:
        template = template.replace(f"{{{{{each}}}}}", f"{each}.yaml")
        beside = str(Path(file).with_name(f"{each}.yaml"))
        if not os.path.lexists(beside):
            templates[beside] = _template(each)
    templates[file] = template
    if day is not None and not any(START in each for each in templates.values()):
        raise click.UsageError(f"--date is the first week of a plan (leave it out for {kind})")
    return {path: _filled(text, path, day) for path, text in templates.items()}


def _template(kind: str) -> str:
    return (TEMPLATES / f"{kind}.yaml").read_text("utf-8")


def _filled(template: str, file: str, day: date | None) -> str:
    if START in template:
        monday = day - timedelta(days=day.weekday()) if day else _next_monday()
        template = template.replace(START, monday.isoformat())
    shown = file if file.isprintable() else Path(file).suffix
    return template.replace(FILE, shlex.quote(shown))


def _next_monday() -> date:
    from workout_core.pipeline.clock import clock, today

    now = today(clock())
    return now + timedelta(days=7 - now.weekday())


def refuse(target: Path) -> None:
    """Refuse to write a document where there is something, or under another's name.

    Raises:
        InvalidWorkout: there is something of that name, or its name is not that of such a document.
    """
    if target.suffix.casefold() not in (".yaml", ".yml"):
        raise InvalidWorkout(
            f"{target}: documents are written as YAML (like '{target.stem or 'first'}.yaml')"
        )
    if os.path.lexists(target):
        raise InvalidWorkout(f"{target}: is there already (give another name, or remove it)")
