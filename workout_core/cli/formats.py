"""``workout formats``: what can be written and read, and what each format can be told."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any, get_args

import click

from workout_core.cli.discovered import discovered
from workout_core.cli.inputs import complete_format
from workout_core.cli.parameters import echo_parameters
from workout_core.cli.tables import aligned
from workout_core.cli.terminal import echo, print_json
from workout_core.fields.description import describe_parameters
from workout_core.formats.capabilities import Feature
from workout_core.formats.exporter import Exporter
from workout_core.formats.importer import Importer
from workout_core.formats.options import options_of
from workout_core.model.sport import Sport
from workout_core.plugins import Registry

EXAMPLES = "\b\nExamples:\n  workout formats\n  workout formats fit\n"


@click.command(help=f"{EXAMPLES}\nList the formats, or show what one can store and its options.")
@click.argument("name", required=False, shell_complete=complete_format)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(name: str | None, *, as_json: bool) -> None:  # noqa: D103 - the help stands above
    registry = discovered()
    exporters = {each.name: each for each in registry.exporters()}
    importers = {each.name: each for each in registry.importers()}
    if name and name not in importers:
        exporters = {name: registry.exporter(name)}
    names = [name] if name else sorted({*exporters, *importers})
    if as_json:
        print_json([_describe(each, exporters.get(each), importers.get(each), registry) for each in names])
    elif name:
        _echo_format(exporters.get(name), importers.get(name))
    else:
        for line in aligned([("NAME", "FILES", "CAN", "WHAT"), *_rows(exporters, importers)]):
            echo(line)
        for hook in ("workout_exporters", "workout_importers"):
            for told in registry.told(hook):
                echo(told, err=True)


def _rows(
    exporters: dict[str, Exporter[Any]], importers: dict[str, Importer]
) -> list[tuple[str, str, str, str]]:
    rows = [
        (each.name, each.suffix, "read, write" if each.name in importers else "write", each.title)
        for each in exporters.values()
    ]
    return rows + [
        (each.name, " ".join(each.suffixes), "read", each.title)
        for each in importers.values()
        if each.name not in exporters
    ]


def _describe(
    name: str, exporter: Exporter[Any] | None, importer: Importer | None, registry: Registry
) -> dict[str, Any]:
    """Return what can be written and read of the format *name*, as JSON holds it."""
    described: dict[str, Any] = {"name": name, "reads": importer is not None, "writes": exporter is not None}
    if exporter is not None:
        described |= _describe_exporter(exporter)
        described["plugin"] = registry.offer("workout_exporters", name).plugin
    elif importer is not None:
        described |= {"title": importer.title, "plugin": registry.offer("workout_importers", name).plugin}
    if importer is not None:
        described |= {
            "suffixes": list(importer.suffixes),
            "read_options": describe_parameters(options_of(importer.options)),
        }
    return described


def _describe_exporter(exporter: Exporter[Any]) -> dict[str, Any]:
    supports = exporter.supports
    return {
        "title": exporter.title,
        "suffix": exporter.suffix,
        "media_type": exporter.media_type,
        "subject": [kind.__name__.lower() for kind in get_args(exporter.subject) or (exporter.subject,)],
        "sports": [each.value for each in Sport if each in supports.sports],
        "features": [each.name.lower() for each in _in_order(supports.features)],
        "features_by_sport": {
            sport.value: [each.name.lower() for each in _in_order(more)] for sport, more in supports.by_sport
        },
        "limits": dict(supports.limits()),
        "zones": {quantity.value: highest for quantity, highest in supports.zones},
        "options": describe_parameters(options_of(exporter.options)),
    }


def _echo_format(exporter: Exporter[Any] | None, importer: Importer | None) -> None:
    """Print what a format carries and lacks, and what can be told to who writes it and who reads it."""
    if exporter is not None:
        echo(f"{exporter.name}: {exporter.title}")
        _echo_features(exporter)
        echo_parameters(options_of(exporter.options), "OPTION")
    elif importer is not None:
        echo(f"{importer.name}: {importer.title}")
        echo("is read, and not written")
    if importer is not None:
        echo_parameters(options_of(importer.options), "TO READ")


def _echo_features(exporter: Exporter[Any]) -> None:
    supports = exporter.supports
    if supports.by_reference:
        echo("names what is written elsewhere")
        return
    if supports.sports != frozenset(Sport):
        echo(f"sports: {_list(each for each in Sport if each in supports.sports)}")
    echo(f"carries: {_list(_in_order(supports.features))}")
    for more, sports in groupby(sorted(supports.by_sport, key=_more), key=_more):
        echo(f"in {_list(sport for sport, _ in sports)} also: {more}")
    if lacks := _list(each for each in Feature if each not in supports.all_features):
        echo(f"lacks: {lacks}")
    if limits := ", ".join(f"{name.replace('_', ' ')} {most}" for name, most in supports.limits()):
        echo(f"limits: {limits}")


def _in_order(features: frozenset[Feature]) -> list[Feature]:
    return [each for each in Feature if each in features]


def _more(more: tuple[Sport, frozenset[Feature]]) -> str:
    """Return in words what is carried in a sport besides the rest."""
    return _list(_in_order(more[1]))


def _list(things: Iterable[Feature | Sport]) -> str:
    return ", ".join(each.title.lower() for each in things)
