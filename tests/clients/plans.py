"""Plans to show: one with all that calendars stumble over, nights when the clocks change, the examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from workout_core import Event, Plan, Registry, Session, export, read_document, read_text, revise

EXAMPLES = Path(__file__).parents[2] / "examples"
REGISTRY = Registry.discover()
DOCUMENT = r"""
plan: 'Zażółć, jesień; C:\Nowy'
start: 2026-10-19
race:
  {name: 'Bieg „Złota jesień”, 10 km', date: 2026-11-01, time: 10:00, distance: 10km, goal: 47:00,
   url: 'https://example.org/zlota?rok=2026&bieg=10km'}
timezone: Europe/Warsaw
times: {default: 18:30, sat: 9:00, strength: 7:00, call: 20:00}
workouts:
  Easy run: easy 30min @ Z2 HR
  'Siła, A; część 1\2': {sport: strength, steps: "Squat 3x10 @ 40kg, rest 60s\nPlank 3x40s"}
weeks:
  - name: Base
    mon: ['Siła, A; część 1\2', Easy run, {event: 'Read C:\New, page 3', at: all day}]
    tue:
      - Easy run
      - {event: 'Q&A, live; 🏃‍♀️ <ask>', kind: call, lasts: 45min, url: 'https://example.org/call?a=1&b=2'}
    wed: rest
    thu: {workout: 6 × 400 m, description: 'Relax, then; C:\New', steps: '6x(400m, 200m jog)', at: 6:15}
    fri: {workout: Easy run, at: 0:00}
    sat: {workout: Easy run, slot: long}
    sun: [{workout: Easy run, at: all day}, {workout: Easy run, at: 23:45}]
  - name: Taper
    mon: [Easy run, {workout: Easy run, at: 7:00}]
    thu: {steps: 20min @ RPE 3, at: 6:15}
"""
MOVED = """
changes:
  - {move: Base/thu/6 × 400 m, to: 2026-10-30, at: 19:15}
  - {move: Base/long, to: 2026-10-23, at: all day}
"""
REMOVED = "  - {skip: Taper/thu/running}\n"
CHANGES = MOVED + REMOVED
AUTUMN = read_text(DOCUMENT)
AUTUMN_CHANGED = read_text(DOCUMENT + CHANGES)


def _edited(*edits: tuple[str, str]) -> str:
    """Return the document of autumn with each of *edits* made, which change what was and what is."""
    text = DOCUMENT
    for old, new in edits:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


_TOLD = ("'Relax, then; C:\\New'", "'Stand tall, then; C:\\New'")
_LASTS = ("lasts: 45min", "lasts: 1h15min")
_ADDED = (
    "  - name: Taper\n",
    "  - name: Taper\n    wed: {workout: Strides, steps: '8x(20s, 60s jog)', at: 12:00}\n",
)
_TEXTS = {
    "moved": DOCUMENT + MOVED,
    "changed": _edited(_TOLD, _LASTS) + MOVED,
    "added": _edited(_TOLD, _LASTS, _ADDED) + MOVED,
    "removed": _edited(_TOLD, _LASTS, _ADDED) + MOVED + REMOVED,
    "returned": DOCUMENT,
}
STAGES = {name: read_text(text) for name, text in _TEXTS.items()}
"""What becomes of autumn, one thing after the other."""
DAY_ONE = datetime(2026, 10, 1, 12, tzinfo=UTC)


def night(zone: str, *days: date) -> Plan:
    """Return a plan of something every half hour of the nights after which *days* come."""
    moments = [
        datetime.combine(day, time()) + timedelta(minutes=30 * count) for day in days for count in range(9)
    ]
    sessions = (
        Session(
            slot=str(moment),
            day=moment.date(),
            at=moment.time(),
            lasts=1800,
            activity=Event(name=f"{moment:%d.%m., %H:%M}"),
        )
        for moment in moments
    )
    return Plan(name=f"Nights in {zone}", sessions=tuple(sessions), timezone=zone)


PLANS = {
    "autumn": AUTUMN,
    "warsaw": night("Europe/Warsaw", date(2026, 3, 29), date(2026, 10, 25)),
    "new_york": night("America/New_York", date(2026, 3, 8), date(2026, 11, 1)),
    "lord_howe": night("Australia/Lord_Howe", date(2026, 4, 5), date(2026, 10, 4)),
    "kolkata": night("Asia/Kolkata", date(2026, 3, 29)),
}
NIGHTS = [name for name, plan in PLANS.items() if plan is not AUTUMN]
PLANS |= {
    re.sub("[^A-Za-z0-9]+", "_", f"example {path.relative_to(EXAMPLES).with_suffix('')}"): plan
    for path in sorted(EXAMPLES.rglob("*.yaml"))
    if isinstance(plan := read_document(path), Plan)
}


def calendar(plan: Plan) -> bytes:
    """Return the calendar of *plan* as it is published."""
    return published(plan, None, DAY_ONE)


def published(plan: Plan, earlier: bytes | None, now: datetime) -> bytes:
    """Return the calendar of *plan* as it is published after an *earlier* one."""
    (file,) = export(plan, "ics", registry=REGISTRY, now=now)
    return revise(file.data, "ics", earlier=earlier, registry=REGISTRY, now=now).data


def becomes() -> Iterator[tuple[str, Plan, str, datetime]]:
    """Yield what becomes of autumn: its name, the plan, its document, and when that is, a day later each."""
    for days, (name, plan) in enumerate(STAGES.items(), 1):
        yield name, plan, _TEXTS[name], DAY_ONE + timedelta(days=days)
