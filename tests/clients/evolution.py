"""Evolution without a window: its data server fetches calendars, on a bus and in a home of their own."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from attrs import frozen

from clients.lacking import lacking
from clients.shown import Calendars, Shown, on_the_wall

PATIENCE_SECONDS = 40
SYSTEM_PYTHON = "/usr/bin/python3"
IS_HERE = 'import gi; gi.require_version("ECal", "2.0"); gi.require_version("EDataServer", "1.2")'
SESSION = Path(__file__).with_name("evolution_session.py")


@frozen
class Evolution:
    """Somebody who has subscribed to calendars; where they are, by name of the calendar, is in *zones*."""

    process: subprocess.Popen[str]
    zones: dict[str, str]

    def shown(self, is_enough: Callable[[Calendars], bool]) -> Calendars:
        """Fetch the calendars, and return their events when they are enough, or patience is at an end."""
        until = time.monotonic() + PATIENCE_SECONDS
        found = self._ask("refresh")
        while not is_enough(found) and time.monotonic() < until:
            time.sleep(0.1)
            found = self._ask("show")
        return found

    def _ask(self, question: str) -> Calendars:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(question, file=self.process.stdin, flush=True)
        line = self.process.stdout.readline()
        assert line, "the data server does not answer"
        answer = json.loads(line)
        return {
            name: [_event(event, self.zones[name]) for event in events] for name, events in answer.items()
        }


@contextmanager
def subscribed(feeds: dict[str, str], zones: dict[str, str], home: Path) -> Iterator[Evolution]:
    """Run the data server with these addresses, or skip the test and say how to install it."""
    _skip_if_missing()
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    process = subprocess.Popen(
        ["timeout", "240", "dbus-run-session", "--", SYSTEM_PYTHON, SESSION, json.dumps(feeds)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env={
            "PATH": "/usr/bin:/bin",
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "GSETTINGS_BACKEND": "memory",
            "LC_ALL": "C.UTF-8",
        },
    )
    with process:  # leaving closes its input: it ends, and its bus with it
        yield Evolution(process, zones)


def _skip_if_missing() -> None:
    is_here = shutil.which("dbus-run-session") and Path(SYSTEM_PYTHON).exists()
    if (
        not is_here
        or subprocess.run([SYSTEM_PYTHON, "-c", IS_HERE], capture_output=True, check=False).returncode
    ):
        lacking(
            "evolution-data-server is not here: apt-get install "
            "dbus evolution-data-server gir1.2-ecal-2.0 gir1.2-edataserver-1.2 python3-gi"
        )


def _event(event: dict[str, Any], reader: str) -> Shown:
    """Return an event on the clocks of its own zone, or of its reader's when it is kept in UTC."""
    is_all_day = event["zone"] is None
    zone = UTC if is_all_day else ZoneInfo(reader if event["zone"] == "UTC" else event["zone"])
    start, end = (datetime.fromtimestamp(event[key], zone) for key in ("start", "end"))
    return Shown(
        starts=str(start.date()) if is_all_day else on_the_wall(start),
        ends=str(end.date() - timedelta(days=1)) if is_all_day else on_the_wall(end),
        title=event["title"],
        link=event["link"],
        text=event["text"],
    )
