"""``workout match``: what was done, against what was planned."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click
from attrs import evolve

from workout_core.analysis.done import UNTIL_START, Comparison, Done, StepsFoundBy, ends
from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import Readings
from workout_core.cli import inputs
from workout_core.cli.activities import read_activities
from workout_core.cli.discovered import discovered
from workout_core.cli.failures import Failures
from workout_core.cli.screen import Screen, screen
from workout_core.cli.squad import is_squad
from workout_core.cli.squad.reading import chosen, load_squad
from workout_core.cli.terminal import print_json
from workout_core.errors import InvalidWorkout
from workout_core.languages import gettext
from workout_core.model.activity import RecordedActivity
from workout_core.model.plan import Plan, Session
from workout_core.model.workout import Step
from workout_core.phrases import say_totals
from workout_core.phrases.dates import say_date
from workout_core.phrases.done import say_comparison, say_planned
from workout_core.pipeline.activities import match_activity
from workout_core.plans.match_phrases import say_which
from workout_core.plans.matching import ActivityMatch, not_done, plan_of, seen_before
from workout_core.plans.members import member_plans

EXAMPLES = """\
\b
Examples:
  workout match 2026-08-04.fit --plan form.yaml
  workout match activities/ --plan form.yaml --json
  workout match activities/ --plan squad.yaml --athlete ann
"""


class MatchedOnce(NamedTuple):
    """An activity and what it is.

    Attributes:
        plan: of whose sessions it may be one.
        match: which one.
        same: the same activity in a file before.
        too: another activity that is the same session.
    """

    plan: Plan
    match: ActivityMatch
    same: ActivityMatch | None
    too: ActivityMatch | None


@click.command(help=f"{EXAMPLES}\nCompare activities with the sessions of a plan, step by step.")
@click.argument("activities", nargs=-1, required=True, type=click.Path(readable=False), metavar="ACTIVITY…")
@click.option(
    "--plan",
    "plan_file",
    required=True,
    type=click.Path(readable=False),
    metavar="PLAN",
    help="Plan or squad document.",
)
@inputs.athlete_option
@inputs.root_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(  # noqa: D103 - the help stands above
    activities: tuple[str, ...], plan_file: str, athlete: str | None, *, as_json: bool
) -> int:
    failures = Failures()
    plans = _plans(plan_file, athlete, failures)
    by_plan: list[list[ActivityMatch]] = [[] for _ in plans]
    done: list[MatchedOnce] = []
    for read in read_activities(map(Path, activities), failures, may_lack=False):
        with failures.of(Path(read.file).name):
            number = _plan_of(plans, read.activity, athlete)
            match = match_activity(read, plans[number], discovered(), plans[number].athlete)
            done.append(
                MatchedOnce(
                    plan=plans[number],
                    match=match,
                    same=seen_before(match, (each.match for each in done)),
                    too=next((each for each in by_plan[number] if _is_same_session(each, match)), None),
                )
            )
            by_plan[number].append(match)
    left = [(plan, each) for number, plan in enumerate(plans) for each in not_done(plan, by_plan[number])]
    if as_json:
        name = plans[0].name if len(plans) == 1 else None
        told = {"plan": name, "activities": [_described(each) for each in done]}
        print_json({**told, "not_done": [_session(each) | {"plan": plan.name} for plan, each in left]})
    else:
        _echo(done, left, is_of_one=len(plans) == 1)
    return failures.tell()


def _is_same_session(one: ActivityMatch, other: ActivityMatch) -> bool:
    return one.found.place is not None and one.found.place == other.found.place


def _plans(file: str, athlete: str | None, failures: Failures) -> list[Plan]:
    """Return the plan in *file*, of its athlete; or those of a squad, of all or of one of them."""
    if not is_squad(file):
        whose = inputs.load_athlete(athlete)
        plan = inputs.load_plan_file(file, whose)
        return [evolve(plan, athlete=whose or plan.athlete)]
    squad = load_squad(file, failures)
    if squad is None:
        raise click.exceptions.Exit(failures.code)
    return [each.plan for member in chosen(squad, athlete) for each in member_plans(squad, member)]


def _plan_of(plans: Sequence[Plan], activity: RecordedActivity, athlete: str | None) -> int:
    """Return which plan an activity is of.

    Raises:
        InvalidWorkout: it names no workout of a squad, and so not whose it is.
    """
    number = plan_of(plans, activity)
    if number is None and len(plans) > 1 and athlete is None:
        raise InvalidWorkout("does not say whose it is: it names no workout of the squad (--athlete NAME)")
    return number or 0


def _echo(done: Sequence[MatchedOnce], left: Sequence[tuple[Plan, Session]], *, is_of_one: bool) -> None:
    on = screen()
    for number, (plan, match, same, too) in enumerate(done):
        if number:
            on.echo()
        when = say_date(match.activity.day) if match.activity.day else gettext("day unknown")
        of = "" if is_of_one else f" · {plan.name}"
        on.echo_wrapped(f"{match.file}: {when}{of}", hanging=0, bold=True)
        if same is not None:
            on.echo_wrapped(gettext("The same activity as in {file}.", file=same.file))
            continue
        for line in say_which(match, plan):
            on.echo_wrapped(line)
        if too is not None:
            on.echo_wrapped(gettext("{file} is this session too.", file=too.file))
        if match.reading is not None and match.comparison is not None:
            _echo_steps(match.reading, match.comparison, on)
    if left:
        on.echo()
        on.echo_wrapped(gettext("Planned between these days, and not among them"), bold=True)
        for plan, session in left:
            reading = Readings(plan.athlete).of_session(session)
            total = f" · {say_totals(reading)}" if reading else ""
            of = "" if is_of_one else f" · {plan.name}"
            on.echo_wrapped(f"{say_date(session.day)}: {session.name}{total}{of}")


def _echo_steps(reading: Reading, comparison: Comparison, on: Screen) -> None:
    on.echo_wrapped(gettext("Planned {totals}", totals=say_totals(reading)))
    on.echo()
    for indent, line in say_comparison(comparison, reading):
        on.echo_wrapped(line, indent=indent)


def _described(done: MatchedOnce) -> dict[str, Any]:
    match = done.match
    comparison, reading = match.comparison, match.reading
    told: dict[str, Any] = {
        "file": match.file,
        "plan": done.plan.name,
        "same_as": done.same.file if done.same else None,
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
