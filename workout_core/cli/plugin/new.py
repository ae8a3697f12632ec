"""``workout plugin new``: a distribution that installs, passes its tests and works, without an edit."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import click

from workout_core.cli.discovered import discovered
from workout_core.cli.plugin.scaffold import PluginKind, files_of, module_of
from workout_core.cli.terminal import echo
from workout_core.errors import InvalidWorkout, shown
from workout_core.files.new_folder import write_folder
from workout_core.formats.exporter import check_name

LONGEST_NAME = 40
EXAMPLES = """\
\b
Examples:
  workout plugin new my-format
  workout plugin new my-format --exporter --importer
  workout plugin new my-session --recipe
"""


@click.command(help=f"{EXAMPLES}\nWrite a plugin to start from, with its tests, into the new folder NAME.")
@click.argument("name")
@click.option("--exporter", "wants_exporter", is_flag=True, help="A format to write, of workouts (default).")
@click.option("--plan", "wants_plan", is_flag=True, help="A format to write, of plans.")
@click.option("--importer", "wants_importer", is_flag=True, help="A format to read.")
@click.option("--recipe", "wants_recipe", is_flag=True, help="A workout from a few parameters.")
@click.option("--transform", "wants_transform", is_flag=True, help="A change of workouts.")
@click.option("--voice", "wants_voice", is_flag=True, help="A voice that reads texts aloud.")
def new(name: str, **wanted: bool) -> None:  # noqa: D103 - the help stands above
    kinds = [kind for kind in PluginKind if wanted[f"wants_{kind.value}"]] or [PluginKind.EXPORTER]
    if PluginKind.PLAN in kinds and len(kinds) > 1:
        raise click.UsageError("--plan stands alone: a name is one format only (leave out the other kinds)")
    name = name.removeprefix("workout-")  # which the distribution has before it anyway
    check_name(None, None, name)
    if len(name) > LONGEST_NAME:
        raise InvalidWorkout(f"{shown(name)} is too long for a name ({LONGEST_NAME} letters at most)")
    _refuse_taken(name, kinds)
    folder = Path(name)
    files = files_of(name, kinds)
    write_folder(folder, {file: text.encode() for file, text in files.items()})
    for file in files:
        echo(f"{folder / file}")
    echo(f"try it: pip install -e './{name}[test]' && pytest {name}", err=True)


def _refuse_taken(name: str, kinds: list[PluginKind]) -> None:
    """Refuse a name that something is called already.

    Raises:
        InvalidWorkout: a plugin offers it, or its module is installed.
    """
    registry = discovered()
    for kind in kinds:
        if taken := registry.offers(kind.hook).get(name):
            raise InvalidWorkout(f"{name!r} is offered by {taken.plugin} (choose another name)")
    module = module_of(name)
    if find_spec(module) is not None:
        raise InvalidWorkout(f"the module {module!r} is installed already (choose another name)")
