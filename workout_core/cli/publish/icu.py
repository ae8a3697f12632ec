"""``workout publish icu``: the workouts of a plan onto one's own calendar on intervals.icu."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import click
from attrs import frozen

from workout_core.cli import inputs
from workout_core.cli.diagnostics import echo_lacking_notes, echo_unknown_names
from workout_core.cli.discovered import for_formats
from workout_core.cli.elsewhere import check_address, plans_of, secret, twice
from workout_core.cli.failures import DONE, OUTSIDE_FAILED, Failures, worst
from workout_core.cli.losses import kind_lines, placed
from workout_core.cli.options import format_options, given_options
from workout_core.cli.publish.proving import named, prove
from workout_core.cli.spans import SpanType
from workout_core.cli.terminal import echo
from workout_core.model.identity import plan_identity
from workout_core.model.plan import Plan
from workout_core.model.sport import Sport
from workout_core.pipeline.clock import clock, today
from workout_core.pipeline.doing import Doing
from workout_core.pipeline.export import export, readings_for
from workout_core.pipeline.format_options import options_by_format
from workout_core.plans.week_phrases import counted
from workout_core.watch.spans import DaySpan

if TYPE_CHECKING:
    from workout_core.analysis.readings import Readings
    from workout_core.model.athlete import Athlete
    from workout_core.publish.icu_events import KnownEvent, PublishedChange, Publishing, WantedEvent
    from workout_core.publish.icu_service import IcuCalendar

KEY: Final = "INTERVALS_API_KEY"
WHAT: Final = "key"
FORMATS: Final = ("fit", "zwo", "intervals-icu")
"""What the service takes, the usual one first."""
SERVICE: Final = "https://intervals.icu"
NO_ADDRESS: Final = f"is not the address of a service (like '{SERVICE}')"
AROUND: Final = timedelta(days=400)
"""So long before and after a plan its events are looked for that were moved or are gone."""
EXAMPLES = """\
\b
Examples:
  workout publish icu course.yaml --dry-run
  workout publish icu course.yaml --athlete ada.yaml
  workout publish icu course.yaml --as intervals-icu
"""


@frozen(kw_only=True)
class _Planned:
    """A plan, for whom it is, and what is to be there of it."""

    plan: Plan
    readings: Readings
    events: tuple[WantedEvent, ...]

    def days(self) -> tuple[date, date]:
        """Return the first and the last day on which to look for its events."""
        days = [session.day for session in self.plan.sessions]
        return _earlier(min(days)), _later(max(days))


def _earlier(day: date) -> date:
    return date.min if day - date.min < AROUND else day - AROUND


def _later(day: date) -> date:
    return date.max if date.max - day < AROUND else day + AROUND


@click.command(
    help=f"{EXAMPLES}\nPut the workouts of a plan on your intervals.icu calendar, as the plan has them now; "
    "the service sends them to watches. NOT YET TRIED ON A LIVE ACCOUNT: look at what --dry-run says first. "
    f"Your key is read from {KEY}, or asked for, or is the first line of standard input. "
    "Other events of the calendar are left alone."
)
@click.argument("document", metavar="PLAN", type=click.Path(allow_dash=True, readable=False))
@inputs.athlete_option
@inputs.root_option
@click.option(
    "--as",
    "as_format",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    metavar="FORMAT",
    help=f"What workouts are sent as: {', '.join(FORMATS)} (the text of its workout builder); default: fit.",
)
@click.option("--url", default=SERVICE, metavar="URL", help="Address of the service, for tests.")
@click.option(
    "--only",
    "span",
    type=SpanType(),
    metavar="TIME",
    help="Days whose workouts are sent or removed, such as 'next 7d'; default: all of the plan.",
)
@click.option(
    "--dry-run",
    is_flag=True,
    help="Say what would be done, and do nothing; without a key, what would be new.",
)
@click.option("--verify", is_flag=True, help="Look at what became of unchanged workouts too.")
@click.option("--remove", is_flag=True, help="Take the workouts of the plan out of the calendar.")
@format_options
def command(  # noqa: PLR0913, D103 - click passes every option; the help stands above
    document: str,
    athlete: str | None,
    as_format: str,
    url: str,
    span: DaySpan | None,
    options: tuple[str, ...],
    *,
    dry_run: bool,
    verify: bool,
    remove: bool,
) -> int:
    check_address(url, called="--url", none=NO_ADDRESS, advice=f"give your key in {KEY}", secret=WHAT)
    from workout_core.publish.icu_service import asking_package, open_icu

    if not dry_run:
        asking_package()
    given = given_options(options)
    failures = Failures()
    planned: list[_Planned] = []
    with failures.of():
        for plan, person in plans_of(document, athlete, failures):
            planned.append(_planned(plan, person, as_format, given, remove=remove))
    failures.stop()
    try:
        key = secret(KEY, WHAT, document).strip()
    except click.UsageError:
        if not dry_run:
            raise
        return _all_as_new(planned, span)
    with open_icu(key, url, tell=lambda told: echo(told, err=True)) as calendar:
        return worst(_published(calendar, each, span, dry_run=dry_run, verify=verify) for each in planned)


def _all_as_new(planned: Sequence[_Planned], span: DaySpan | None) -> int:
    """Tell what would be there of plans, where nobody can look at what is."""
    from workout_core.publish.icu_events import publishing

    for each in planned:
        found = publishing(each.events, (), plan_identity(each.plan))
        for change in (found if span is None else found.on(span.has)).changes:
            echo(f"would be {_said(change)}")
    echo(f"the calendar was not looked at, and all is told as new (give your key in {KEY})", err=True)
    return DONE


def _planned(
    plan: Plan, athlete: Athlete | None, as_format: str, given: dict[str, str], *, remove: bool
) -> _Planned:
    """Return what is to be there of *plan*, and tell what it lacks."""
    readings = readings_for(plan, athlete)
    if remove:
        return _Planned(plan=plan, readings=readings, events=())
    from workout_core.publish.icu_events import wanted_events

    registry = for_formats((as_format,))
    options = options_by_format(registry, (as_format,), given)[as_format]
    files = export(plan, as_format, registry=registry, readings=readings, options=options, apart=True)
    for line in kind_lines(placed(file.name, loss) for file in files for loss in file.losses):
        echo(line, err=True)
    if readings.athlete is None:
        echo_unknown_names(plan, readings, plan.name)
    else:
        echo_lacking_notes(readings, plan.name)
    media_type = registry.exporter(as_format).media_type
    events = wanted_events(plan, plan_identity(plan), files, media_type)
    _tell_sets(plan, events)
    return _Planned(plan=plan, readings=readings, events=tuple(events))


def _tell_sets(plan: Plan, events: Sequence[WantedEvent]) -> None:
    count = sum(each.workout.sport is Sport.STRENGTH for each in events)
    if count:
        what = "intervals.icu keeps no sets (put the FIT file on the watch by cable)"
        echo(f"warning: {counted(count, 'strength session')} of {plan.name!r}: {what}", err=True)


def _published(
    calendar: IcuCalendar, planned: _Planned, span: DaySpan | None, *, dry_run: bool, verify: bool
) -> int:
    """Make the calendar show a plan, tell what came of it, and return the exit code."""
    from workout_core.publish.icu_events import publishing

    name = planned.plan.name
    days = planned.days()
    identity = plan_identity(planned.plan)
    found = publishing(planned.events, calendar.known(*days), identity)
    if span is not None:
        found = found.on(span.has)
    if found.forgotten:
        what = "are sent again: the service has not kept how they were sent"
        echo(f"warning: {counted(found.forgotten, 'workout')} of {name!r} {what}", err=True)
    for told in twice(found.doubled):
        echo(f"warning: {told}", err=True)
    if dry_run:
        for change in found.changes:
            echo(f"would be {_said(change)}")
        code = _delivered(found.unchanged)
    else:
        code = _done(calendar, found)
        sent = any(change.wanted for change in found.changes)
        known = calendar.known(*days) if sent else found.unchanged
        changed = {change.wanted.uid for change in found.changes if change.wanted}
        meant = {each.uid for each in planned.events} if verify else changed
        shown = {each.number: each.uid for each in known if each.uid in meant}
        if shown:
            prove(planned.events, calendar.converted(*days), shown, planned.readings)
        of_plan = [each for each in known if each.plan == str(identity)]
        code = worst((code, _delivered(of_plan)))
    if found.unchanged:
        echo(f"{counted(len(found.unchanged), 'workout')} of {name!r} unchanged", err=True)
    elif not found.changes:
        echo(f"no workout of {name!r} is there", err=True)
    return code


def _done(calendar: IcuCalendar, found: Publishing) -> int:
    """Do what is to be done, some events at a time, and return the exit code."""
    from workout_core.publish.icu_service import AT_ONCE

    code, done = DONE, 0
    removed = [each for each in found.changes if each.doing is Doing.REMOVE]
    sent = [each for each in found.changes if each.doing is not Doing.REMOVE]
    try:
        for changes in (sent, removed):
            for start in range(0, len(changes), AT_ONCE):
                some = changes[start : start + AT_ONCE]
                code = worst((code, _done_some(calendar, some)))
                done += len(some)
    finally:
        if done < len(found.changes):
            rest = "each workout is as it was or as it is meant (publish again to go on)"
            echo(f"stopped after {done} of {len(found.changes)} changes: {rest}", err=True)
    return code


def _done_some(calendar: IcuCalendar, changes: Sequence[PublishedChange]) -> int:
    """Do several changes of one kind at once; one by one, if the service will not take them together."""
    from workout_core.publish.icu_service import SessionRefusal

    do = calendar.remove if changes[0].doing is Doing.REMOVE else calendar.send
    try:
        do(changes)
    except SessionRefusal as error:
        if len(changes) > 1:
            return worst(_done_some(calendar, [each]) for each in changes)
        echo(f"error: {named(changes[0])}: {error}", err=True)
        return OUTSIDE_FAILED
    for each in changes:
        echo(_said(each))
    return DONE


def _delivered(known: Sequence[KnownEvent]) -> int:
    """Tell which deliveries of workouts to come have failed, and return the exit code."""
    day = today(clock()).isoformat()
    code = DONE
    for each in known:
        for failure in each.failures if each.start[: len(day)] >= day else ():
            echo(f"error: {named(each)}: not delivered: {failure}", err=True)
            code = OUTSIDE_FAILED
    return code


def _said(change: PublishedChange) -> str:
    return f"{change.doing.value}: {named(change)}"
