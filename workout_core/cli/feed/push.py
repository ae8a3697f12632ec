"""``workout feed push``: the sessions of a plan into a CalDAV calendar of one's own, at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click

from workout_core.cli import inputs
from workout_core.cli.diagnostics import echo_lacking_notes, echo_unknown_names
from workout_core.cli.discovered import for_formats
from workout_core.cli.elsewhere import check_address, dated, plans_of, secret, twice
from workout_core.cli.failures import DONE, OUTSIDE_FAILED, Failures, worst
from workout_core.cli.losses import kind_lines, placed
from workout_core.cli.options import calendar_options, given_options
from workout_core.cli.terminal import echo
from workout_core.model.athlete import Athlete
from workout_core.model.identity import plan_identity
from workout_core.model.plan import Plan
from workout_core.pipeline.clock import clock
from workout_core.pipeline.export import export, readings_for
from workout_core.pipeline.format_options import options_by_format
from workout_core.pipeline.identities import rename_advice
from workout_core.plans.week_phrases import counted

if TYPE_CHECKING:
    from workout_core.feed.caldav_calendar import CalDavCalendar
    from workout_core.feed.push import EventChange, Push

FORMAT: Final = "ics"
PASSWORD: Final = "WORKOUT_CALDAV_PASSWORD"  # noqa: S105 - where it is, not what it is
NO_ADDRESS: Final = "is not the address of a calendar (like 'https://example.org/cal/')"
ADVICE: Final = f"give the name with --user, and the password in {PASSWORD} or when you are asked"
EXAMPLES = """\
\b
Examples:
  workout feed push https://cloud.example.org/dav/cal/ada/training/ course.yaml --user ada
  workout feed push https://cloud.example.org/dav/cal/ada/training/ course.yaml --user ada --dry-run
"""


@click.command(
    help=f"{EXAMPLES}\nPut the sessions of a plan into a CalDAV calendar, as the plan has them now. "
    f"The password is read from {PASSWORD}, or asked for, or is the first line of standard input. "
    "Other events of the calendar are left alone."
)
@click.argument("url", metavar="URL")
@click.argument("document", metavar="PLAN", type=click.Path(allow_dash=True, readable=False))
@inputs.athlete_option
@inputs.root_option
@click.option("--user", default="", metavar="NAME", envvar="WORKOUT_CALDAV_USER", help="Name to log in with.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--remove", is_flag=True, help="Take the sessions of the plan out of the calendar.")
@calendar_options
def command(  # noqa: D103 - the help stands above
    url: str,
    document: str,
    athlete: str | None,
    user: str,
    options: tuple[str, ...],
    *,
    dry_run: bool,
    remove: bool,
) -> int:
    check_address(url, called="URL", none=NO_ADDRESS, advice=ADVICE, secret="password" if user else "")
    given = given_options(options)
    failures = Failures()
    plans: list[tuple[Plan, bytes]] = []
    with failures.of():
        for plan, person in plans_of(document, athlete, failures):
            plans.append((plan, b"" if remove else _calendar(plan, person, given)))
    failures.stop()
    password = secret(PASSWORD, "password", document) if user else ""
    return worst(_pushed(url, user, password, plans, dry_run=dry_run))


def _calendar(plan: Plan, athlete: Athlete | None, given: dict[str, str]) -> bytes:
    """Return the calendar of *plan*, and tell what it lacks."""
    registry = for_formats((FORMAT,))
    options = options_by_format(registry, (FORMAT,), given)[FORMAT]
    readings = readings_for(plan, athlete)
    (file,) = export(plan, FORMAT, registry=registry, readings=readings, options=options)
    for line in kind_lines(placed(file.name, loss) for loss in file.losses):
        echo(line, err=True)
    if readings.athlete is None:
        echo_unknown_names(plan, readings, plan.name)
    else:
        echo_lacking_notes(readings, plan.name)
    return file.data


def _pushed(
    url: str, user: str, password: str, plans: list[tuple[Plan, bytes]], *, dry_run: bool
) -> Iterator[int]:
    """Make the calendar show the *plans*, and yield the exit code of each."""
    from workout_core.feed.caldav_calendar import open_calendar
    from workout_core.feed.push import push

    calendar = open_calendar(url, user, password)
    for plan, data in plans:
        found = push(data, calendar.stored(), plan_identity(plan), clock())
        for told in (*rename_advice(plan, found.renamed), *twice(found.doubled)):
            echo(f"warning: {told}", err=True)
        if dry_run:
            for change in found.changes:
                echo(f"would be {_said(change)}")
            yield DONE
        else:
            yield _done(calendar, found)
        if found.unchanged:
            echo(f"{counted(found.unchanged, 'event')} of {plan.name!r} unchanged", err=True)
        elif not found.changes:
            echo(f"no event of {plan.name!r} is there", err=True)


def _done(calendar: CalDavCalendar, found: Push) -> int:
    """Do what is to be done, an event at a time, and return the exit code."""
    from workout_core.feed.caldav_calendar import EventRefusal

    code, done = DONE, 0
    try:
        for change in found.changes:
            try:
                calendar.do(change)
            except EventRefusal as error:
                echo(f"error: {dated(change.start, change.title)}: {error}", err=True)
                code = OUTSIDE_FAILED
            else:
                echo(_said(change))
            done += 1
    finally:
        if done < len(found.changes):
            rest = "each event is as it was or as it is meant (push again to go on)"
            echo(f"stopped after {done} of {len(found.changes)} changes: {rest}", err=True)
    return code


def _said(change: EventChange) -> str:
    return f"{change.doing.value}: {dated(change.start, change.title)}"
