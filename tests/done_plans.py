"""A plan of which some sessions were done, and the activities that say so."""

from pathlib import Path

from oracles.fit_activity import Ran, activity, head_of
from workout_core import Registry, export, read_text

PLAN = """\
plan: Form
id: form-2026
start: 2026-08-03
timezone: Europe/Berlin
weeks:
  - mon: easy 40min
    tue: "warmup 10min; 3x(800m @ 4:00-4:10/km, 400m jog); cooldown 10min"
    thu: 20min @ 5:00/km
    sat: [30min @ 5:00/km, {sport: cycling, steps: 60min @ 200-220W}]
  - {mon: 45min @ 5:30/km, tue: 10km @ 5:00/km}
"""
EASY, SIX, TWENTY, LONG, RIDE, NEXT = range(6)
BROKEN_OFF = (
    Ran(0, 600, 1900, 131),
    Ran(1, 196, 800, 168),
    Ran(2, 150, 400, 140),
    Ran(1, 180, 800, 175),
    Ran(2, 60, 160, 140),
)


def save_done(folder: Path) -> Path:
    """Save the plan in *folder*, and in ``done`` below it what was done of it; return that folder.

    Monday as planned, Tuesday broken off, Thursday left out, Saturday cut short on Sunday, a ride without a
    workout, and a run of which nobody knows what it was.
    """
    (folder / "form.yaml").write_text(PLAN, "utf-8")
    files = export(read_text(PLAN), "fit", registry=Registry.discover())
    done = folder / "done"
    done.mkdir()
    for name, session, laps, days in (
        ("1.fit", EASY, (Ran(0, 2400, 7000, 139),), 0),
        ("2.fit", SIX, BROKEN_OFF, 1),
        ("3.fit", LONG, (Ran(0, 600, 2000, 160),), 6),
        ("4.fit", NEXT, (Ran(0, 2700, 8000, 150),), 7),
    ):
        data = files[session].data
        (done / name).write_bytes(activity(laps, data, identity=head_of(data), days=days))
    (done / "5.fit").write_bytes(activity([Ran(None, 3600, 30_000, 140, 210)], days=5, sport=(2, 0)))
    (done / "6.fit").write_bytes(activity([Ran(None, 1200, 4000)], days=4))
    return done
