"""``workout formats``: what can be written and read."""

from __future__ import annotations

from typing import Any, get_args

import click

from workout_core.cli.inputs import complete_format
from workout_core.cli.registry import find_plugins
from workout_core.cli.tables import aligned
from workout_core.cli.terminal import echo, print_json
from workout_core.formats.capabilities import Feature
from workout_core.formats.exporter import Exporter
from workout_core.plugins import Registry

EXAMPLES = "\b\nExamples:\n  workout formats\n  workout formats fit\n"


@click.command(help=f"{EXAMPLES}\nList the formats, or show what one can store.")
@click.argument("name", required=False, shell_complete=complete_format)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(name: str | None, *, as_json: bool) -> None:  # noqa: D103 - the help stands above
    registry = find_plugins()
    exporters = [registry.exporter(name)] if name else registry.exporters()
    readable = {importer.name for importer in registry.importers()}
    if as_json:
        described = [_describe(each, registry, reads=each.name in readable) for each in exporters]
        print_json(described)
    elif name:
        _echo_format(exporters[0])
    else:
        rows = [
            (each.name, each.suffix, "read, write" if each.name in readable else "write", each.title)
            for each in exporters
        ]
        rows += [
            (each.name, " ".join(each.suffixes), "read", each.title)
            for each in registry.importers()
            if each.name not in {exporter.name for exporter in exporters}
        ]
        for line in aligned([("NAME", "FILES", "CAN", "WHAT"), *rows]):
            echo(line)
        for hook in ("workout_exporters", "workout_importers"):
            for told in registry.told(hook):
                echo(told, err=True)


def _describe(exporter: Exporter[Any], registry: Registry, *, reads: bool) -> dict[str, Any]:
    supports = exporter.supports
    limits = {
        name: getattr(supports, name)
        for name in (
            "max_steps",
            "max_name_bytes",
            "max_step_name_bytes",
            "max_cue_bytes",
            "max_description_bytes",
        )
        if getattr(supports, name) is not None
    }
    return {
        "name": exporter.name,
        "title": exporter.title,
        "suffix": exporter.suffix,
        "media_type": exporter.media_type,
        "subject": [kind.__name__.lower() for kind in get_args(exporter.subject) or (exporter.subject,)],
        "plugin": registry.offer("workout_exporters", exporter.name).plugin,
        "reads": reads,
        "features": [each.name.lower() for each in Feature if each in supports],
        "limits": limits,
        "options": list(exporter.option_names()),
    }


def _echo_format(exporter: Exporter[Any]) -> None:
    echo(f"{exporter.name}: {exporter.title}")
    lacks = [each.title for each in Feature if each not in exporter.supports]
    if exporter.supports.by_reference:
        echo("names workouts, which are written elsewhere")
    else:
        echo(f"carries: {', '.join(each.title for each in Feature if each in exporter.supports)}")
        if lacks:
            echo(f"lacks: {', '.join(lacks)}")
    if exporter.option_names():
        echo(f"options: {', '.join(exporter.option_names())}")
