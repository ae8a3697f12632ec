"""``workout watch list``: the watches that are connected."""

from __future__ import annotations

from typing import Any

import click
from attrs import asdict

from workout_core.cli.failures import DONE, Failures
from workout_core.cli.tables import aligned
from workout_core.cli.terminal import echo, print_json
from workout_core.cli.watch.choosing import find, known_watches, nothing_found, path_option
from workout_core.formats.watch_profile import WatchProfile
from workout_core.watch.device import Watch, held_files, open_watch

EXAMPLES = """\
\b
Examples:
  workout watch list
  workout watch list --path /media/ada/GARMIN
  workout watch list --known
"""


@click.command(help=f"{EXAMPLES}\nList the watches that are connected, and their room.")
@path_option
@click.option("--known", is_flag=True, help="List the models that are known instead, connected or not.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(path: str | None, *, known: bool, as_json: bool) -> int:
    """List the watches that are connected."""
    if known:
        _list_known(as_json=as_json)
        return DONE
    failures = Failures()
    found = find(path)
    if not found.storages:
        raise nothing_found(found)
    rows = []
    for storage in found.storages:
        with failures.of(storage.place if len(found.storages) > 1 else ""):
            rows.append(_row(open_watch(storage, known_watches())))
    for doubt in found.doubts:
        echo(f"warning: {doubt}", err=True)
    if as_json:
        print_json(rows)
    else:
        for row in rows:
            for line in _lines(row):
                echo(line)
    return failures.tell()


def _list_known(*, as_json: bool) -> None:
    """Print what is known of models before one of them says it itself."""
    profiles = known_watches()
    if as_json:
        print_json([_described(each) for each in profiles])
        return
    rows = [
        (
            each.name,
            each.connects.value if each.connects else "-",
            str(each.workouts or "-"),
            str(each.steps or "-"),
            " ".join(f"{name}={value}" for name, value in each.options),
        )
        for each in profiles
    ]
    for line in aligned([("WATCH", "APPEARS AS", "WORKOUTS", "STEPS", "OPTIONS"), *rows]):
        echo(line)
    echo("a watch that is connected says most of this itself; '-' is not known", err=True)


def _described(profile: WatchProfile) -> dict[str, Any]:
    return {
        **asdict(profile, recurse=False),
        "models": profile.called,
        "connects": profile.connects.value if profile.connects else None,
        "folder": profile.folder or None,
        "options": dict(profile.options),
    }


def _row(watch: Watch) -> dict[str, Any]:
    """Return what is told of a watch; nothing of it says which one of its model it is."""
    takes = watch.inbox is not None
    return {
        "model": watch.model,
        "software": watch.software,
        "path": watch.storage.place,
        "takes_workouts": takes,
        "takes_schedules": watch.calendar is not None,
        "workouts": len({each.file.identity for each in held_files(watch)}) if takes else 0,
        "most_workouts": watch.limits.workouts if takes else None,
        "most_steps": watch.limits.steps if takes else None,
        "free_bytes": watch.storage.free(),
    }


def _lines(row: dict[str, Any]) -> list[str]:
    version = f" {row['software']}" if row["software"] else ""
    lines = [f"{row['model']}{version} at {row['path']}"]
    if not row["takes_workouts"]:
        return [*lines, "  takes no workouts"]
    most = f" of {row['most_workouts']}" if row["most_workouts"] else ""
    steps = f", each of at most {row['most_steps']} steps" if row["most_steps"] else ""
    workouts = "workout" if row["workouts"] == 1 and not most else "workouts"
    lines.append(f"  holds {row['workouts']}{most} {workouts}{steps}")
    if row["free_bytes"] is not None:
        lines.append(f"  {_say_size(row['free_bytes'])} free")
    return lines


def _say_size(number: int) -> str:
    """Say how many bytes there are, in the largest unit of which there is one."""
    units = {"MiB": 2**20, "KiB": 2**10, "bytes": 1}
    unit = next((name for name, size in units.items() if number >= size), "bytes")
    return f"{number // units[unit]} {unit}"
