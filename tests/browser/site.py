"""A folder of pages as a feed publishes them, with calendars and files, and of which page holds what."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from done_plans import save_done
from workout_core import Athlete, Plan, Registry, Workout, export, read_document, read_text
from workout_core.analysis.readings import Readings
from workout_core.html.index_page import index_html
from workout_core.html.plan_page import plan_html
from workout_core.html.squad_page import squad_html
from workout_core.html.subscription import Subscription
from workout_core.pipeline.activities import match_activity, read_activity
from workout_core.plans.outcomes import Outcomes
from workout_core.plans.squad_totals import member_weeks

EXAMPLES = Path(__file__).parents[2] / "examples"
URL = "https://example.org/f/c2VjcmV0LXNlY3JldC1zZWNyZXQ/half.ics"
GYM = """\
plan: Strength alone
start: 2026-08-03
weeks:
  - name: Heavy
    mon: {sport: strength, steps: "Squat 3x10 @ RPE 7, rest 60s; Bench press 5x5 @ 60kg, rest 2min"}
    thu: {sport: mobility, steps: "Plank 3x30s, rest 30s"}
  - {name: Heavier, mon: {sport: strength, steps: "Squat 5x5 @ RPE 8, rest 2min"}}
"""
LONG = """\
plan: A plan whose name is so long that it does not fit into any line of any telephone that anybody has
description: |
  Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft in one word.

  Then a second paragraph, and https://example.org/an/address/that/is/long/and/has/no/blanks/in/it/anywhere.
timezone: Europe/Berlin
start: 2026-08-03
weeks:
  - name: Grundlagenausdauertrainingswoche mit sehr vielen Kilometern
    mon: {workout: Schwellenintervalltraining im Grunewald mit Lauf-ABC und Steigerungen, steps: easy 30min}
    tue: {workout: ריצה קלה מאוד ביער, steps: easy 30min, at: 7:00}
    wed: {event: "Fahrtspielvorbesprechungstelefonkonferenz", kind: call, description: Bring tea., at: 19:00}
    sun: {event: "The City of Somewhere Very Far Away Annual Half Marathon and Family Run", kind: race}
"""


COUNTS = {"mon": 4, "tue": 4, "wed": 4, "thu": 4, "fri": 4, "sat": 5, "sun": 5}


def busy() -> str:
    """Return a plan with thirty sessions in each of two weeks."""
    sessions = [f"{{steps: easy {10 + 5 * number}min, at: '{6 + 3 * number}:00'}}" for number in range(5)]
    days = "".join(f"    {day}: [{', '.join(sessions[:count])}]\n" for day, count in COUNTS.items())
    head = "plan: Busy\ntimezone: Europe/Warsaw\nstart: 2026-08-03\nweeks:\n"
    return f"{head}  - name: All of it\n{days}  - {{name: Again, like: All of it}}\n"


def publish(folder: Path) -> list[str]:
    """Write the pages into *folder*, and return their names."""
    registry = Registry.discover()
    half = read_document(EXAMPLES / "half-marathon.yaml")
    ada = read_document(EXAMPLES / "ada.yaml")
    course = read_document(EXAMPLES / "course" / "course.yaml")
    pages = {
        "half": _page(folder, "half", half, registry, date(2026, 9, 9), URL),
        "course": _page(folder, "course", course, registry, date(2026, 8, 4), ""),
        "alone": plan_html(half, Readings(ada)),
        "gym": plan_html(read_text(GYM), Readings(), today=date(2026, 8, 6)),
        "long": plan_html(read_text(LONG), Readings(Athlete(name="Maximiliane")), today=date(2026, 8, 4)),
        "busy": plan_html(read_text(busy()), Readings(), today=date(2026, 8, 13)),
        "done": _done(folder, registry),
        "squad": _squad(half),
        "index": index_html("Plans", [(half.name, "half.html"), (course.name, "course.html")]),
    }
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return list(pages)


def _page(folder: Path, name: str, plan: Plan, registry: Registry, today: date, url: str) -> str:
    """Write the calendar of *plan* and the FIT file of each of its sessions; return its page."""
    (folder / name).mkdir()
    (calendar,) = export(plan, "ics", registry=registry)
    (folder / f"{name}.ics").write_bytes(calendar.data)
    files: dict[str, tuple[tuple[str, str], ...]] = {}
    for number, session in enumerate(plan.sessions):
        if not isinstance(session.activity, Workout):
            continue
        (fit,) = export(session.activity, "fit", registry=registry)
        address = f"{name}/{session.day}-{number}.fit"
        (folder / address).write_bytes(fit.data)
        files[session.key] = (("FIT", address),)
    offer = Subscription(calendar=f"{name}.ics", url=url, files=files)
    return plan_html(plan, Readings(), today=today, subscription=offer)


def _done(folder: Path, registry: Registry) -> str:
    """Return the page of a plan of which some was done."""
    files = sorted(save_done(folder).iterdir())
    plan = read_document(folder / "form.yaml")
    reads = [read_activity(each.read_bytes(), each.name, registry) for each in files]
    outcomes = Outcomes.of(plan, [match_activity(each, plan, registry, None) for each in reads])
    return plan_html(plan, Readings(), today=date(2026, 8, 6), outcomes=outcomes)


def _squad(plan: Plan) -> str:
    members = [
        member_weeks(name, [plan], Readings(Athlete(name=name)), 0)
        for name in (
            "Ann",
            "Maximiliane von Hohenstein",
            "ריצה",
            *(f"Athlete {number}" for number in range(9)),
        )
    ]
    return squad_html("Tuesday group", members, {"Ann": "half.html"}, today=date(2026, 9, 9))
