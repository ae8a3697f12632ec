"""``workout transforms``: the ways to change a workout, and what each can be told."""

from __future__ import annotations

from typing import Any

import click

from workout_core.cli.changing import complete_transform
from workout_core.cli.discovered import discovered
from workout_core.cli.parameters import echo_parameters
from workout_core.cli.tables import aligned
from workout_core.cli.terminal import echo, print_json
from workout_core.fields.description import describe_parameters
from workout_core.formats.options import options_of
from workout_core.formats.transform import Transform
from workout_core.plugins import Registry

EXAMPLES = "\b\nExamples:\n  workout transforms\n  workout transforms shorten\n"


@click.command(help=f"{EXAMPLES}\nList the ways to change a workout, or the options of one.")
@click.argument("name", required=False, shell_complete=complete_transform)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(name: str | None, *, as_json: bool) -> None:  # noqa: D103 - the help stands above
    registry = discovered()
    transforms = [registry.transform(name)] if name else registry.transforms()
    if as_json:
        print_json([_describe(each, registry) for each in transforms])
    elif name:
        _echo_transform(transforms[0])
    else:
        for line in aligned([("NAME", "WHAT"), *((each.name, each.title) for each in transforms)]):
            echo(line)
        for clash, plugins in registry.clashes("workout_transforms").items():
            echo(f"{clash}: offered by {' and '.join(plugins)}, so by none", err=True)


def _echo_transform(transform: Transform) -> None:
    """Print what *transform* does, its options, and how it is asked for."""
    options = options_of(transform.options)
    echo(f"{transform.name}: {transform.title}")
    echo_parameters(options, "OPTION")
    needed = [f"{name}={each.measure.example}" for name, each in options.items() if each.required]
    asked = " ".join([transform.name, *needed])
    echo(f"\nworkout show DOC --transform {repr(asked) if needed else asked}")


def _describe(transform: Transform, registry: Registry) -> dict[str, Any]:
    return {
        "name": transform.name,
        "title": transform.title,
        "plugin": registry.offer("workout_transforms", transform.name).plugin,
        "options": describe_parameters(options_of(transform.options)),
    }
