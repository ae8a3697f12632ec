"""Thunderbird without a window: started on a profile that subscribes, and its store of events read."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5
from zoneinfo import ZoneInfo

from attrs import frozen

from clients.lacking import lacking
from clients.shown import Calendars, Shown, on_the_wall

PATIENCE_SECONDS = 40
ALL_DAY = 8
"""The flag of an event without times in Thunderbird's table."""
PREFERENCES = """\
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
user_pref("network.proxy.no_proxies_on", "127.0.0.1");
user_pref("app.update.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("mail.provider.suppress_dialog_on_startup", true);
"""
"""Only what is on this machine is asked; anything else would be sent to a port where nobody listens."""
SUBSCRIPTION = """\
user_pref("calendar.registry.{id}.type", "ics");
user_pref("calendar.registry.{id}.uri", "{url}");
user_pref("calendar.registry.{id}.name", "{name}");
user_pref("calendar.registry.{id}.cache.enabled", true);
user_pref("calendar.registry.{id}.refreshInterval", "30");
"""
EVENTS = """\
SELECT event.cal_id, title, flags, event_start, event_start_tz, event_end,
    url.value AS url, told.value AS text
FROM cal_events AS event
LEFT JOIN cal_properties AS url
    ON (url.item_id, url.cal_id, url.key) = (event.id, event.cal_id, 'URL')
LEFT JOIN cal_properties AS told
    ON (told.item_id, told.cal_id, told.key) = (event.id, event.cal_id, 'DESCRIPTION')
"""


@frozen
class Thunderbird:
    """Somebody who has subscribed to calendars; where they are, by name of the calendar, is in *zones*."""

    profile: Path
    zones: dict[str, str]

    @classmethod
    def subscribed(cls, feeds: dict[str, str], zones: dict[str, str], profile: Path) -> Thunderbird:
        """Write the subscriptions to these addresses, or skip the test and say how to install the program."""
        _program_or_skip()
        lines = [SUBSCRIPTION.format(id=_id(name), url=url, name=name) for name, url in feeds.items()]
        (profile / "user.js").write_text(PREFERENCES + "".join(lines), "utf-8")
        return cls(profile, zones)

    def shown(self, is_enough: Callable[[Calendars], bool]) -> Calendars:
        """Start Thunderbird, and return its events as soon as they are enough, or patience is at an end."""
        with _running(self.profile) as process:
            until = time.monotonic() + PATIENCE_SECONDS
            while True:
                assert process.poll() is None, "Thunderbird ended by itself"
                is_late = time.monotonic() > until
                try:
                    found = self._stored()
                except (OSError, sqlite3.Error):  # not there yet, or copied while it was written
                    if is_late:
                        raise
                else:
                    if is_late or is_enough(found):
                        return found
                time.sleep(0.2)

    def _stored(self) -> Calendars:
        """Read a copy of the store; Thunderbird keeps its own locked."""
        copy = self.profile.with_suffix(".copy")
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.profile / "calendar-data", copy)
        names = {_id(name): name for name in self.zones}
        found: Calendars = {name: [] for name in self.zones}
        with closing(sqlite3.connect(copy / "cache.sqlite")) as store:
            store.row_factory = sqlite3.Row
            for row in store.execute(EVENTS):
                name = names[row["cal_id"]]
                found[name].append(_event(row, self.zones[name]))
        return found


@contextmanager
def _running(profile: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run Thunderbird until the block is left, then ask it to end."""
    process = subprocess.Popen(
        [_program_or_skip(), "--headless", "--profile", profile, "--no-remote"],
        env=os.environ | {"HOME": str(profile)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _id(name: str) -> str:
    """Return what Thunderbird is to know a calendar by."""
    return str(uuid5(NAMESPACE_OID, name))


def _program_or_skip() -> str:
    found = shutil.which("thunderbird")
    if found is None:
        lacking("thunderbird is not here: apt-get install thunderbird")
    return found


def _event(row: sqlite3.Row, reader: str) -> Shown:
    """Return a row of the store: microseconds since 1970, with the zone they were given in."""
    is_all_day = bool(row["flags"] & ALL_DAY)
    given = row["event_start_tz"]
    zone = ZoneInfo("UTC" if is_all_day else reader if given == "UTC" else given)
    start, end = (datetime.fromtimestamp(row[key] / 1e6, zone) for key in ("event_start", "event_end"))
    return Shown(
        starts=str(start.date()) if is_all_day else on_the_wall(start),
        ends=str(end.date() - timedelta(days=1)) if is_all_day else on_the_wall(end),
        title=row["title"],
        link=row["url"] or "",
        text=row["text"] or "",
    )
