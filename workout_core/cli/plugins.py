"""``workout plugins``: what became of each plugin."""

from __future__ import annotations

from collections.abc import Iterable
from traceback import format_exception
from typing import Any

import click

from workout_core.cli.discovered import discovered
from workout_core.cli.failures import TRACEBACK
from workout_core.cli.tables import aligned
from workout_core.cli.terminal import echo, print_json
from workout_core.errors import UnknownFormat
from workout_core.plugins import HOOKS, Plugin, Registry, Status
from workout_core.plugins.shelves import qualified

MOST_NAMES = 20


def complete_plugin(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Offer the names of plugins to the shell."""
    return [
        each.name for each in discovered(ctx, even_broken=True).plugins if each.name.startswith(incomplete)
    ]


@click.command(
    help="\b\nExamples:\n  workout plugins\n  workout plugins --traceback acme:tcx\n\n"
    "List the plugins: what each offers, how long its import took, and why any is not loaded."
)
@click.argument("name", required=False, shell_complete=complete_plugin)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(name: str | None, *, as_json: bool) -> None:  # noqa: D103 - the help stands above
    registry = discovered(even_broken=True).asked()
    plugins = registry.plugins if name is None else _called(name, registry)
    if as_json:
        print_json([_describe(each, registry) for each in plugins])
        return
    rows = [
        (
            each.name,
            each.version,
            each.status.value,
            "" if each.status is Status.DISABLED else f"{each.seconds * 1000:.0f} ms",
            _describe_offers(each, registry),
        )
        for each in plugins
    ]
    for line in aligned([("PLUGIN", "VERSION", "STATUS", "IMPORT", "OFFERS"), *rows]):
        echo(line)
    if click.get_current_context().meta.get(TRACEBACK):
        _echo_tracebacks(plugins)


def _called(name: str, registry: Registry) -> tuple[Plugin, ...]:
    """Return the plugins called *name*, or all of a distribution.

    Raises:
        UnknownFormat: there is none.
    """
    found = tuple(each for each in registry.plugins if name in (each.name, *each.name.split(":")))
    if not found:
        names = {part for each in registry.plugins for part in (each.name, *each.name.split(":"))}
        raise UnknownFormat(name, names, what="plugin")
    return found


def _echo_tracebacks(plugins: Iterable[Plugin]) -> None:
    """Print where each plugin that is not loaded failed."""
    for plugin in plugins:
        if plugin.error is not None:
            echo(f"\n{plugin.name}:\n{''.join(format_exception(plugin.error))}", err=True, end="")


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
    ] + [
        f"{name!r} is the core's, and this one {qualified(plugin.name, name)!r}"
        for hook in HOOKS
        for name, rivals in registry.displaced(hook).items()
        if plugin.name in rivals
    ]


def _describe(plugin: Plugin, registry: Registry) -> dict[str, Any]:
    return {
        "name": plugin.name,
        "version": plugin.version,
        "status": plugin.status.value,
        "import_ms": round(plugin.seconds * 1000, 1),
        "reason": plugin.reason,
        "offers": {kind: names for kind, names in _offers(plugin).items() if names},
        "contested": _describe_clashes(plugin, registry),
    }
