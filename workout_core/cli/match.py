"""``workout match``: what was done, against what was planned."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import click

from workout_core.analysis.done import UNTIL_START, Comparison, Done, StepsFoundBy, compare, difference, ends
from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import Readings
from workout_core.budget import LARGEST_DOCUMENT, refuse_larger
from workout_core.cli import inputs
from workout_core.cli.discovered import discovered
from workout_core.cli.failures import Failures
from workout_core.cli.screen import Screen, screen
from workout_core.cli.terminal import echo, print_json
from workout_core.errors import TooMuchWork
from workout_core.files.opening import read_file
from workout_core.model.activity import RecordedActivity
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan, Session
from workout_core.model.workout import Step, Workout
from workout_core.phrases import say_totals
from workout_core.phrases.dates import say_date
from workout_core.phrases.done import say_comparison, say_planned
from workout_core.pipeline.activities import activity_suffixes, as_on_a_watch, read_activity
from workout_core.plans.matching import FoundBy, MatchedSession, session_of

EXAMPLES = """\
\b
Examples:
  workout match 2026-08-04.fit --plan form.yaml
  workout match activities/ --plan form.yaml --json
"""


class ActivityMatch(NamedTuple):
    """An activity and what it is of a plan.

    Attributes:
        file: where it was read from.
        activity: what was done.
        found: which session it is.
        session: that session, if it is one.
        reading: of the workout as the watch had it, or else of the session's.
        comparison: the steps, if there is a workout.
        changed: where the plan's workout is another one by now.
    """

    file: str
    activity: RecordedActivity
    found: MatchedSession
    session: Session | None
    reading: Reading | None
    comparison: Comparison | None
    changed: str


@click.command(help=f"{EXAMPLES}\nCompare activities with the sessions of a plan, step by step.")
@click.argument("activities", nargs=-1, required=True, type=click.Path(readable=False), metavar="ACTIVITY…")
@click.option(
    "--plan",
    "plan_file",
    required=True,
    type=click.Path(readable=False),
    metavar="PLAN",
    help="Plan document.",
)
@inputs.athlete_option
@inputs.root_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(  # noqa: D103 - the help stands above
    activities: tuple[str, ...], plan_file: str, athlete: str | None, *, as_json: bool
) -> int:
    whose = inputs.load_athlete(athlete)
    plan = inputs.load_plan_file(plan_file, whose)
    whose = whose or plan.athlete
    failures, matches = Failures(), []
    for path in _files(activities, failures):
        with failures.of(path.name):
            matches.append(_match(path, plan, whose))
    not_done = _not_done(plan, matches)
    if as_json:
        told = {"plan": plan.name, "activities": [_described(each) for each in matches]}
        print_json({**told, "not_done": [_session(each) for each in not_done]})
    else:
        _echo(matches, not_done, plan, whose)
    return failures.tell()


def _files(given: tuple[str, ...], failures: Failures) -> Iterator[Path]:
    """Yield the files, and of a folder those that may be activities, by name; nothing below it."""
    suffixes = tuple(map(str.casefold, activity_suffixes(discovered())))
    for each in map(Path, given):
        if not each.is_dir():
            yield each
            continue
        with failures.of(str(each)):
            inside = sorted(each.iterdir())
            # computers of Apple put such a file beside each
            found = [one for one in inside if one.name.casefold().endswith(suffixes) and one.name[:2] != "._"]
            if not found:
                raise inputs.problem(
                    str(each), f"has no activity (files of activities: {', '.join(suffixes)})"
                )
            yield from found


def _match(path: Path, plan: Plan, athlete: Athlete | None) -> ActivityMatch:
    data = read_file(path, LARGEST_DOCUMENT, inputs.files_read())
    try:
        refuse_larger(data, what="activity")
    except TooMuchWork as error:
        raise inputs.problem(str(path), str(error)) from None
    read = read_activity(data, str(path), discovered())
    for warning in read.warnings:
        echo(f"warning: {warning}", err=True)
    found = session_of(plan, read.activity)
    session = None if found.place is None else plan.sessions[found.place]
    there = read.activity.workout
    changed, reading = "", None
    if found.place is not None and there is not None and found.by is not FoundBy.DAY:
        now = as_on_a_watch(plan, found.place, read.format, discovered(), athlete)
        changed = "" if now is None else difference(there, now)
    if session is not None and isinstance(session.activity, Workout):
        reading = Readings(athlete).of(session.activity if there is None else there)
    elif there is not None:
        reading = Readings(athlete).of(there)
    comparison = None if reading is None else compare(reading, read.activity.laps)
    return ActivityMatch(str(path), read.activity, found, session, reading, comparison, changed)


def _not_done(plan: Plan, matches: list[ActivityMatch]) -> list[Session]:
    """Return the sessions between the first day and the last of several activities that none of them is."""
    days = sorted(each.activity.day for each in matches if each.activity.day)
    done = {each.found.place for each in matches}
    if len(matches) < 2 or not days:  # noqa: PLR2004 - of one day nothing else was asked
        return []
    return [
        each
        for place, each in enumerate(plan.sessions)
        if isinstance(each.activity, Workout)
        and not each.skipped
        and days[0] <= each.day <= days[-1]
        and place not in done
    ]


def _echo(matches: list[ActivityMatch], not_done: list[Session], plan: Plan, athlete: Athlete | None) -> None:
    on = screen()
    for number, match in enumerate(matches):
        if number:
            on.echo()
        when = say_date(match.activity.day) if match.activity.day else "day unknown"
        on.echo_wrapped(f"{match.file}: {when}", hanging=0, bold=True)
        for line in _which(match, plan):
            on.echo_wrapped(line)
        if match.reading is not None and match.comparison is not None:
            _echo_steps(match.reading, match.comparison, on)
    if not_done:
        on.echo()
        on.echo_wrapped("Planned between these days, and not among them", bold=True)
        readings = Readings(athlete)
        for session in not_done:
            reading = readings.of_session(session)
            total = f" · {say_totals(reading)}" if reading else ""
            on.echo_wrapped(f"{say_date(session.day)}: {session.name}{total}")


def _echo_steps(reading: Reading, comparison: Comparison, on: Screen) -> None:
    on.echo_wrapped(f"Planned {say_totals(reading)}")
    on.echo()
    for indent, line in say_comparison(comparison, reading):
        on.echo_wrapped(line, indent=indent)


def _which(match: ActivityMatch, plan: Plan) -> Iterator[str]:
    """Yield which session it is, how that is known, and what is doubtful in it."""
    session, found = match.session, match.found
    if session is None:
        yield from _no_session(match, plan)
        return
    planned = "" if session.day == match.activity.day else f", planned on {say_date(session.day)}"
    yield f"{session.name} ({session.slot}{planned}){' which is skipped' if session.skipped else ''}"
    if found.by is FoundBy.SAME_WORKOUT:
        yield "Sessions with the same workout share a file: this is the nearest by day."
    if found.by is FoundBy.DAY:
        yield "A guess by the day: the activity does not name its workout."
    if match.changed:
        yield f"The plan has another workout by now: {match.changed}. This compares with what the watch had."


def _no_session(match: ActivityMatch, plan: Plan) -> Iterator[str]:
    if match.activity.is_of is None:
        yield "The activity names no workout, and its day does not tell which session it is."
    else:
        yield f"The activity was done by a workout that is none of the plan {plan.name!r}."
    if match.found.that_day:
        yield f"Planned that day: {', '.join(f'{each.name} ({each.slot})' for each in match.found.that_day)}"
    elif match.activity.day:
        yield "Nothing is planned that day."


def _described(match: ActivityMatch) -> dict[str, Any]:
    comparison, reading = match.comparison, match.reading
    told: dict[str, Any] = {
        "file": match.file,
        "day": match.activity.day.isoformat() if match.activity.day else None,
        "sport": match.activity.sport.value if match.activity.sport else None,
        "session": None if match.session is None else _session(match.session),
        "found_by": match.found.by.value if match.found.by else None,
        "that_day": [_session(each) for each in match.found.that_day],
        "changed": match.changed or None,
    }
    if comparison is None or reading is None:
        return told
    totals = reading.totals
    return {
        **told,
        "laps_say": comparison.found_by.value,
        "planned": {"seconds": totals.time.value, "metres": totals.distance.value},
        "done": _numbers(comparison.total),
        "missed": None if comparison.found_by is StepsFoundBy.NOTHING else len(comparison.missed),
        "steps": [
            {
                "path": each.path,
                "step": say_planned(each, reading),
                "planned": None if each.step is UNTIL_START else _planned(reading, each.step),
                "done": None if each.done is None else _numbers(each.done),
                "how_much": each.how_much or None,
                "target": each.beside or None,
            }
            for each in comparison.steps
        ],
        "other_laps": [_numbers(each) for each in comparison.more],
    }


def _planned(reading: Reading, step: Step) -> dict[str, Any]:
    totals, held = reading.step_totals(step), ends(step.target, reading)
    quantity = reading.known(step.target).quantity.value if step.target else None
    return {
        "seconds": totals.time.value,
        "metres": totals.distance.value,
        "quantity": quantity,
        "low": held[0] if held else None,
        "high": held[1] if held else None,
    }


def _numbers(done: Done) -> dict[str, float | None]:
    return {**done._asdict(), "metres_per_second": done.speed}


def _session(session: Session) -> dict[str, Any]:
    return {"slot": session.slot, "name": session.name, "day": session.day.isoformat()}
