"""Readers that we did not write: what they make of a feed or a FIT file."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest
import recurring_ical_events  # type: ignore[import-untyped]
import vobject  # type: ignore[import-untyped]
from ical.calendar_stream import IcsCalendarStream

NODE = Path(__file__).parent / "node"

Fields = dict[str, Any]


def read_with_icalendar(data: bytes) -> list[Fields]:
    """Read a feed with icalendar, which goes on over what it cannot read: no component may have errors."""
    calendar = icalendar.Calendar.from_ical(data)
    calendar.validate()  # type: ignore[no-untyped-call]
    for component in calendar.walk():
        assert component.errors == [], f"{component.name}: {component.errors}"
    return [_fields_of_icalendar(event) for event in calendar.events]


def read_with_recurring_ical_events(data: bytes, first: date, last: date) -> list[Fields]:
    """Read what a feed puts on the days from *first* to *last*, in the order of their starts."""
    events = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(first, last)
    return sorted(map(_fields_of_icalendar, events), key=lambda fields: (str(fields["start"]), fields["uid"]))


def read_with_ical(data: bytes) -> list[Fields]:
    """Read a feed with ical, the reader of Home Assistant."""
    return [
        {
            "uid": event.uid,
            "summary": event.summary or "",
            "description": event.description or "",
            "start": in_utc(event.start),
            "end": in_utc(event.end),
        }
        for event in IcsCalendarStream.calendar_from_ics(data.decode()).events
    ]


def read_with_vobject(data: bytes) -> list[Fields]:
    """Read a feed with vobject, the reader of Radicale, which would remember the zones of feeds before."""
    vars(vobject.icalendar)["__tzidMap"].clear()
    vobject.icalendar.registerTzid("UTC", vobject.icalendar.utc)
    (calendar,) = vobject.readComponents(data.decode())
    calendar.validate(raiseException=True)
    return [_fields_of_vobject(event) for event in calendar.contents.get("vevent", ())]


def node_modules_or_skip() -> Path:
    """Return the folder of the Node readers, or skip the test and say how to install them."""
    if not (NODE / "node_modules").is_dir() or shutil.which("node") is None:
        pytest.skip("the JavaScript readers are not installed: npm install in tests/oracles/node")
    return NODE


def read_with_icaljs(paths: Iterable[Path]) -> list[Fields]:
    """Read feeds with ical.js, the reader of Thunderbird: file, events and error of each, in their order."""
    files = _run("read_ics.mjs", paths)
    for file in files:
        file["events"] = [_fields_of_icaljs(event) for event in file["events"]]
    return files


def read_fit_with_garmin_js(paths: Iterable[Path]) -> list[Fields]:
    """Decode FIT files with Garmin's SDK: file, integrity, errors and messages of each, in their order."""
    return _run("read_fit.mjs", paths)


def in_utc(moment: date | None) -> date | None:
    """Return a time in UTC; dates and floating times as they are."""
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment.astimezone(UTC)
    return moment


def _fields_of_icalendar(event: icalendar.Event) -> Fields:
    return {
        "uid": str(event["UID"]),
        "summary": str(event.get("SUMMARY", "")),
        "description": str(event.get("DESCRIPTION", "")),
        "start": in_utc(event.start),
        "end": in_utc(event.end),
    }


def _fields_of_vobject(event: Any) -> Fields:
    contents = {name: getattr(found[0], "value", None) for name, found in event.contents.items()}
    return {
        "uid": contents["uid"],
        "summary": contents.get("summary", ""),
        "description": contents.get("description", ""),
        "start": in_utc(contents["dtstart"]),
        "end": in_utc(contents.get("dtend")),
    }


def _fields_of_icaljs(event: Fields) -> Fields:
    times = {name: _moment(event[name]) for name in ("start", "end")}
    return {**event, **{name: event[name] or "" for name in ("summary", "description")}, **times}


def _moment(text: str | None) -> date | None:
    if text is None:
        return None
    return in_utc(datetime.fromisoformat(text)) if "T" in text else date.fromisoformat(text)


def _run(script: str, paths: Iterable[Path]) -> list[Fields]:
    """Run a script once for all files; it prints one line of JSON for each."""
    command: Sequence[str] = ["node", str(node_modules_or_skip() / script), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    return [json.loads(line) for line in done.stdout.split("\n") if line]
