"""Plans to show: one with all that calendars stumble over, nights when the clocks change, the examples."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from pathlib import Path

from workout_core import Event, Plan, Registry, Session, export, read_document, read_text

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
CHANGES = r"""
changes:
  - {move: Base/thu/6 × 400 m, to: 2026-10-30, at: 19:15}
  - {move: Base/long, to: 2026-10-23, at: all day}
  - {skip: Taper/thu/running}
"""
AUTUMN = read_text(DOCUMENT)
AUTUMN_CHANGED = read_text(DOCUMENT + CHANGES)


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
    (file,) = export(plan, "ics", registry=REGISTRY)
    return file.data
