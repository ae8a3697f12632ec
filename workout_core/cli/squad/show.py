"""The overview of a squad for its coach: a table on the terminal, JSON, or a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from workout_core.analysis.readings import Readings
from workout_core.cli.diagnostics import echo_warnings
from workout_core.cli.failures import Failures
from workout_core.cli.plan.page import write_html
from workout_core.cli.screen import Screen, screen
from workout_core.cli.squad.reading import chosen, load_squad
from workout_core.cli.terminal import echo, print_json, visible
from workout_core.cli.wrapping import cells, shortened
from workout_core.errors import WorkoutError
from workout_core.languages import gettext
from workout_core.phrases.dates import say_month
from workout_core.pipeline.clock import clock, today
from workout_core.pipeline.squads import first_weekday_of
from workout_core.plans.members import member_plans
from workout_core.plans.squad import Member, Squad
from workout_core.plans.squad_phrases import say_clock, say_members
from workout_core.plans.squad_totals import MemberWeeks, all_weeks, member_weeks

NAME = 24
COLUMN = 8


def show_squad(path: str, athlete: str | None, html: str | None, *, as_json: bool) -> int:
    """Show the squad in the file *path*, and return the exit code.

    Args:
        path: of the document.
        athlete: the one to show; all of them if left out.
        html: the file of a page to write instead, or ``-``.
        as_json: print JSON instead.
    """
    failures = Failures()
    squad = load_squad(path, failures)
    if squad is not None:
        weeks = [_weeks_of(squad, each, failures) for each in chosen(squad, athlete)]
        _show(squad, weeks, html, as_json=as_json)
    return failures.tell()


def _weeks_of(squad: Squad, member: Member, failures: Failures) -> MemberWeeks:
    """Return the weeks of one athlete; what is wrong with them is told, and stands in their place."""
    try:
        with echo_warnings(member.key):
            plans = [
                each.plan
                for each in member_plans(
                    squad, member, lambda told: echo(f"warning: {member.key}: {told}", err=True)
                )
            ]
        return member_weeks(member.key, plans, Readings(member.athlete), first_weekday_of(squad))
    except WorkoutError as error:
        failures.keep(error, member.key)
        return MemberWeeks(key=member.key, problem=str(error))


def _show(squad: Squad, weeks: Sequence[MemberWeeks], html: str | None, *, as_json: bool) -> None:
    if html is not None:
        from workout_core.html.squad_page import squad_html

        write_html(html, squad_html(squad.name, weeks, today=today(clock())))
    elif as_json:
        print_json(_described(squad, weeks))
    else:
        _echo(squad, weeks, screen())


def _described(squad: Squad, weeks: Sequence[MemberWeeks]) -> dict[str, Any]:
    return {"squad": squad.name, "athletes": [_member(each) for each in weeks]}


def _member(member: MemberWeeks) -> dict[str, Any]:
    weeks = [
        {
            "start": start.isoformat(),
            "sessions": week.sessions,
            "time": round(week.time.value, 3),
            "distance": round(week.distance.value, 3),
            "load": round(week.load, 3),
        }
        for start, week in member.weeks.items()
    ]
    said: dict[str, Any] = {"athlete": member.key, "weeks": weeks, "lacks": list(member.lacks)}
    return said | ({"problem": member.problem} if member.problem else {})


def _echo(squad: Squad, members: Sequence[MemberWeeks], on: Screen) -> None:
    starts = all_weeks(members)
    on.echo_wrapped(squad.name, hanging=0, bold=True)
    on.echo_wrapped(say_members(members, starts), hanging=0)
    if starts:
        on.echo_wrapped(gettext("time and load of each week"), hanging=0)
    name = min(max((cells(each.key) for each in members), default=0), NAME, on.width // 3) + 2
    at_once = max(1, (on.width - name) // COLUMN)
    for first in range(0, len(starts), at_once):
        on.echo()
        for line in _table(members, starts[first : first + at_once], name):
            on.echo(line)
    told = [f"{each.key}: {line}" for each in members for line in (each.problem, *each.lacks) if line]
    if told:
        on.echo()
    for line in told:
        on.echo_wrapped(line)


def _table(members: Sequence[MemberWeeks], starts: Sequence[date], name: int) -> Iterator[str]:
    yield _row("", (f"{start.day} {say_month(start.month)}" for start in starts), name)
    for member in members:
        weeks = [member.weeks.get(start) for start in starts]
        yield _row(member.key, (say_clock(each.time.value) if each else "-" for each in weeks), name)
        yield _row("", (f"{each.load:.0f}" if each else "" for each in weeks), name)


def _row(head: str, texts: Iterator[str], name: int) -> str:
    shown = shortened(visible(head), name - 2)
    return (shown + " " * (name - cells(shown)) + "".join(f"{text:>{COLUMN}}" for text in texts)).rstrip()
