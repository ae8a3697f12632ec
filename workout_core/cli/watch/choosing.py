"""Which watch a command works with: the only one, or the one that ``--path`` names."""

from __future__ import annotations

import click

from workout_core.cli.discovered import discovered
from workout_core.cli.terminal import echo
from workout_core.errors import WatchError
from workout_core.formats.watch_profile import WatchProfile
from workout_core.watch.detecting import (
    Found,
    Surroundings,
    find_watches,
    gvfs_mounts,
    mounted_partitions,
    storage_at,
)
from workout_core.watch.device import Watch, open_watch
from workout_core.watch.programs import run

path_option = click.option(
    "--path",
    metavar="FOLDER",
    help="Folder of the watch: the one that has GARMIN, or plans, in it; or the name of a media device.",
)


def surroundings() -> Surroundings:
    """Return where watches are looked for."""
    return Surroundings(mounted_partitions, run, gvfs_mounts(), known_watches())


def known_watches() -> tuple[WatchProfile, ...]:
    """Return the models that plugins know."""
    return discovered().watches()


def _tell_plugins() -> None:
    """Warn of plugins whose models cannot be used."""
    registry = discovered()
    told = [*registry.told("workout_watches")]
    for before, plugin in zip(registry.plugins, registry.asked().plugins, strict=True):
        if plugin.status is not before.status:
            told.append(f"{plugin.name} is {plugin.status.value}: {plugin.reason}")
    for each in told:
        echo(f"warning: {each}", err=True)


def find(path: str | None) -> Found:
    """Return the files of the watch at *path*, or of all that are connected.

    Raises:
        WatchError: there is none at *path*.
    """
    _tell_plugins()
    if path is not None:
        return Found([storage_at(path, surroundings())], [])
    return find_watches(surroundings())


def chosen_watch(path: str | None) -> Watch:
    """Return the watch to work with.

    Raises:
        WatchError: there is none, or more than one.
    """
    found = find(path)
    if len(found.storages) > 1:
        choices = ", ".join(f"--path {each.place!r}" for each in found.storages)
        raise WatchError(f"there are {len(found.storages)} watches (choose one: {choices})")
    if not found.storages:
        raise nothing_found(found)
    return open_watch(found.storages[0], known_watches())


def nothing_found(found: Found) -> WatchError:
    """Return the error of no watch, with what could not be looked at."""
    message = "no watch was found (connect it and unlock it, or give its folder: --path FOLDER)"
    return WatchError("; ".join((message, *found.doubts)))
