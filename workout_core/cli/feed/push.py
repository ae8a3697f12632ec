"""``workout feed push``: the sessions of a plan into a CalDAV calendar of one's own, at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import click

from workout_core.cli import inputs
from workout_core.cli.diagnostics import echo_lacking_notes, echo_unknown_names
from workout_core.cli.discovered import for_formats
from workout_core.cli.failures import DONE, OUTSIDE_FAILED, Failures, worst
from workout_core.cli.losses import kind_lines, placed
from workout_core.cli.options import calendar_options, given_options, options_by_format
from workout_core.cli.squad import is_squad
from workout_core.cli.terminal import ask_secret, echo
from workout_core.model.athlete import Athlete
from workout_core.model.identity import plan_identity
from workout_core.model.plan import Plan
from workout_core.phrases.dates import say_date
from workout_core.pipeline.clock import clock
from workout_core.pipeline.export import export, readings_for
from workout_core.pipeline.identities import rename_advice
from workout_core.plans.week_phrases import counted

if TYPE_CHECKING:
    from workout_core.feed.caldav_calendar import CalDavCalendar
    from workout_core.feed.push import EventChange, Push

FORMAT: Final = "ics"
PASSWORD: Final = "WORKOUT_CALDAV_PASSWORD"  # noqa: S105 - where it is, not what it is
HERE: Final = ("localhost", "127.0.0.1", "::1")
NO_ADDRESS: Final = "is not the address of a calendar (like 'https://example.org/cal/')"
"""It is not quoted: there may be a password in it."""
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
    _refuse_address(url, user)
    given = given_options(options)
    failures = Failures()
    plans: list[tuple[Plan, bytes]] = []
    with failures.of():
        for plan, person in _plans(document, athlete, failures):
            plans.append((plan, b"" if remove else _calendar(plan, person, given)))
    failures.stop()
    password = _password(document) if user else ""
    return worst(_pushed(url, user, password, plans, dry_run=dry_run))


def _refuse_address(url: str, user: str) -> None:
    """Refuse what is not the address of a calendar, and a password where everybody can read it.

    Raises:
        click.UsageError: it is.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        raise click.UsageError(f"URL: {NO_ADDRESS}") from None
    if "@" in parts.netloc:
        advice = f"give the name with --user, and the password in {PASSWORD} or when you are asked"
        raise click.UsageError(f"URL: others can read what is on a command line ({advice})")
    if parts.scheme not in {"http", "https"} or not host:
        raise click.UsageError(f"URL: {NO_ADDRESS}")
    if parts.scheme == "http" and user and host not in HERE:
        echo(f"warning: all between here and {host} can read the password (https:// hides it)", err=True)


def _plans(path: str, athlete: str | None, failures: Failures) -> Iterator[tuple[Plan, Athlete | None]]:
    """Yield the plans in the document, each for whom it is."""
    if not is_squad(path):
        person = inputs.load_athlete(athlete)
        yield inputs.load_plan_file(path, person), person
        return
    from workout_core.cli.squad.reading import chosen, load_squad
    from workout_core.plans.members import member_plans

    if athlete is None:
        raise click.UsageError("whose calendar is it? (name the athlete of the squad with --athlete)")
    if (squad := load_squad(path, failures)) is None:
        return
    for member in chosen(squad, athlete):
        for each in member_plans(squad, member, lambda told: echo(f"warning: {told}", err=True)):
            yield each.plan, member.athlete


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


def _password(document: str) -> str:
    """Return the password, which no command line, file or message has."""
    import os

    if (given := os.environ.get(PASSWORD)) is not None:
        return given
    if document == inputs.STDIN:
        raise click.UsageError(f"standard input has the plan already (give the password in {PASSWORD})")
    if not (read := ask_secret("password: ")):
        raise click.UsageError(f"there is no password (give it in {PASSWORD}, or on standard input)")
    return read


def _pushed(
    url: str, user: str, password: str, plans: list[tuple[Plan, bytes]], *, dry_run: bool
) -> Iterator[int]:
    """Make the calendar show the *plans*, and yield the exit code of each."""
    from workout_core.feed.caldav_calendar import open_calendar
    from workout_core.feed.push import push

    calendar = open_calendar(url, user, password)
    for plan, data in plans:
        found = push(data, calendar.stored(), plan_identity(plan), clock())
        for told in (*rename_advice(plan, found.renamed), *_doubled(found)):
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


def _doubled(found: Push) -> Iterator[str]:
    """Say that sessions are about to be there twice."""
    if found.doubled:
        advice = "--remove takes out those of a plan, as it was called"
        yield f"{counted(found.doubled, 'session')} would be there twice, from another plan too ({advice})"


def _done(calendar: CalDavCalendar, found: Push) -> int:
    """Do what is to be done, an event at a time, and return the exit code."""
    from workout_core.feed.caldav_calendar import EventRefusal

    code, done = DONE, 0
    try:
        for change in found.changes:
            try:
                calendar.do(change)
            except EventRefusal as error:
                echo(f"error: {_named(change)}: {error}", err=True)
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
    return f"{change.doing.value}: {_named(change)}"


def _named(change: EventChange) -> str:
    """Say which event is meant: ``Mon 19 Oct 2026 18:30 Easy run``."""
    try:
        moment = datetime.fromisoformat(change.start)
    except ValueError:
        return change.title
    time = f" {moment:%H:%M}" if "T" in change.start else ""
    return f"{say_date(moment)}{time} {change.title}"
