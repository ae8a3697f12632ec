"""``workout plugins``: what became of each plugin."""

from __future__ import annotations

from typing import Any

import click

from workout_core.cli.registry import find_plugins
from workout_core.cli.tables import aligned
from workout_core.cli.terminal import echo, print_json
from workout_core.plugins import HOOKS, Plugin, Registry

MOST_NAMES = 20


@click.command(
    help="\b\nExample:\n  workout plugins\n\nList the plugins, what each offers, and why any is not loaded."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(*, as_json: bool) -> None:  # noqa: D103 - the help stands above
    registry = find_plugins().asked()
    if as_json:
        print_json([_describe(each, registry) for each in registry.plugins])
        return
    rows = [
        (each.name, each.version, each.status.value, _describe_offers(each, registry))
        for each in registry.plugins
    ]
    for line in aligned([("PLUGIN", "VERSION", "STATUS", "OFFERS"), *rows]):
        echo(line)


def _offers(plugin: Plugin) -> dict[str, list[str]]:
    return {
        hook.removeprefix("workout_"): [record.name for record in plugin.records.get(hook, ())]
        for hook in HOOKS
    }


def _describe_offers(plugin: Plugin, registry: Registry) -> str:
    offers = [f"{kind}: {_list(names)}" for kind, names in _offers(plugin).items() if names]
    return "; ".join([plugin.reason, *offers, *_describe_clashes(plugin, registry)]).strip("; ")


def _list(names: list[str]) -> str:
    return ", ".join(names) if len(names) <= MOST_NAMES else f"{len(names):,}"


def _describe_clashes(plugin: Plugin, registry: Registry) -> list[str]:
    return [
        f"{name!r} is contested by {', '.join(other for other in rivals if other != plugin.name)}"
        for hook in HOOKS
        for name, rivals in registry.clashes(hook).items()
        if plugin.name in rivals
    ]


def _describe(plugin: Plugin, registry: Registry) -> dict[str, Any]:
    return {
        "name": plugin.name,
        "version": plugin.version,
        "status": plugin.status.value,
        "reason": plugin.reason,
        "offers": {kind: names for kind, names in _offers(plugin).items() if names},
        "contested": _describe_clashes(plugin, registry),
    }
