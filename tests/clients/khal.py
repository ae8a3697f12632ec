"""khal over vdirsyncer: a calendar at an address is fetched into a folder of events, and listed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

from attrs import frozen

from clients.lacking import lacking
from clients.shown import Shown

FIELDS = (
    "title",
    "all-day",
    "start-date-long",
    "start-long-full",
    "end-date-long",
    "end-long-full",
    "url",
    "description",
)
GENERAL = """\
[general]
status_path = "{folder}/status"
"""
PAIR = """\
[pair {name}]
a = "{name}_there"
b = "{name}_here"
collections = null
conflict_resolution = "a wins"
[storage {name}_there]
url = "{url}"
{there}
[storage {name}_here]
type = "filesystem"
path = "{folder}/{name}"
fileext = ".ics"
"""
SUBSCRIBED = 'type = "http"'
"""What is there is a calendar that somebody publishes."""
KHAL = """\
[sqlite]
path = {folder}/{cache}.db
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[calendars]
"""
CALENDAR = """\
[[{name}]]
path = {folder}/{name}
readonly = True
"""


@frozen
class Khal:
    """Somebody who has subscribed to calendars, by name, with all that the two programs keep in *folder*."""

    folder: Path
    names: tuple[str, ...]

    @classmethod
    def subscribed(cls, feeds: dict[str, str], folder: Path, there: str = SUBSCRIBED) -> Khal:
        """Tell vdirsyncer of the addresses, or skip the test and say how to install the programs.

        Args:
            feeds: addresses by name.
            folder: for all that the programs keep.
            there: what vdirsyncer is to know of what is at the addresses.
        """
        for program in ("vdirsyncer", "khal"):
            _program_or_skip(program)
        for name in feeds:
            (folder / name).mkdir()
        pairs = [PAIR.format(folder=folder, name=name, url=url, there=there) for name, url in feeds.items()]
        (folder / "vdirsyncer.conf").write_text(GENERAL.format(folder=folder) + "".join(pairs), "utf-8")
        khal = cls(folder, tuple(feeds))
        khal._run("vdirsyncer", "discover", answer="y\n" * 2 * len(feeds))
        return khal

    def refresh(self) -> None:
        """Fetch what is at the addresses now."""
        self._run("vdirsyncer", "sync")

    def listed(self, name: str, first: date, last: date, zone: str) -> list[Shown]:
        """Return what khal lists of a calendar from *first* to *last* to somebody in *zone*."""
        calendars = [CALENDAR.format(folder=self.folder, name=name) for name in self.names]
        head = KHAL.format(folder=self.folder, zone=zone, cache=zone.replace("/", "-"))
        (self.folder / "khal.conf").write_text(head + "".join(calendars), "utf-8")
        fields = [word for field in FIELDS for word in ("--json", field)]
        days = f"{(last - first).days + 1}d"
        text = self._run("khal", "list", "--include-calendar", name, "--once", *fields, str(first), days)
        return [_shown(event) for line in text.splitlines() for event in json.loads(line)]

    def _run(self, program: str, *arguments: str, answer: str = "") -> str:
        """Run one of the programs, which must have nothing to complain of, and return what it prints."""
        done = subprocess.run(
            [_program_or_skip(program), "--config", self.folder / f"{program}.conf", *arguments],
            input=answer,
            capture_output=True,
            encoding="utf-8",
            env=_environ(self.folder),
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert "warning" not in done.stderr.casefold(), done.stderr
        return done.stdout


def _environ(home: Path) -> dict[str, str]:
    """Return what the programs see; the packages of this process are not theirs."""
    others = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return others | {"HOME": str(home), "LC_ALL": "C.UTF-8", "COLUMNS": "10000"}


def _program_or_skip(name: str) -> str:
    """Return where a program is, first of all in the folder that WORKOUT_CLIENTS names."""
    path = os.pathsep.join(filter(None, (os.environ.get("WORKOUT_CLIENTS"), os.environ.get("PATH"))))
    found = shutil.which(name, path=path)
    if found is None:
        lacking(
            f"{name} is not here: pip install khal vdirsyncer in an environment of their own, "
            "and name its bin folder in WORKOUT_CLIENTS"
        )
    return found


def _shown(event: dict[str, str]) -> Shown:
    form = "date-long" if event["all-day"] == "True" else "long-full"
    return Shown(
        starts=event[f"start-{form}"],
        ends=event[f"end-{form}"],
        title=event["title"],
        link=event["url"],
        text=event["description"],
    )
