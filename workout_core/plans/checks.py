"""What is probably not meant in a plan: times that clocks skip or repeat, two sessions at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from typing import Final

from workout_core.errors import shown
from workout_core.model.plan import Plan, Session
from workout_core.patterns import lazy_pattern
from workout_core.plans.anchors import RACE_SLOT
from workout_core.plans.week_totals import week_of


def doubts(plan: Plan) -> Iterator[str]:
    """Yield what is doubtful: times of day that do not exist or exist twice, sessions that begin at once."""
    yield from _of_clocks(plan)
    yield from _at_once(plan)


_AFTER: Final = lazy_pattern(r"(?i)\b(?:after|post|recover\w*|off[- ]season|transition)\b")
_OF_RACE: Final = lazy_pattern(r"(?i)\brace week\b|\bweek of the race\b")


def slipped_weeks(plan: Plan) -> Iterator[str]:
    """Yield what the names of weeks say against the week that the race of *plan* is in."""
    hint = "(weeks after that of the race go under 'after_race:')"
    for race in plan.sessions if any(week.name for week in plan.weeks) else ():
        if race.slot != RACE_SLOT or race.plan:
            continue
        its_week = week_of(race.day, plan.first_weekday)
        for week in plan.weeks:
            if week.start == its_week and _AFTER.search(week.name):
                yield f"{shown(week.name)} is the week of {shown(race.name)} on {race.day} {hint}"
            elif week.start < its_week and _OF_RACE.search(week.name):
                yield f"{shown(week.name)} ends before {shown(race.name)} on {race.day} {hint}"


def _of_clocks(plan: Plan) -> Iterator[str]:
    """Yield what the clocks of the plan's zone do to its times; the rules are those of RFC 5545, 3.3.5."""
    if not plan.timezone:
        return
    from workout_core.time_zones import time_zone  # noqa: PLC0415 - only plans with times have zones

    zone = time_zone(plan.timezone)
    for session in plan.sessions:
        if session.at is None:
            continue
        start = datetime.combine(session.day, session.at, zone)
        again = start.astimezone(UTC).astimezone(zone)
        where = f"{shown(session.name)}, {session.day} {session.at:%H:%M}"
        if again.replace(tzinfo=None) != start.replace(tzinfo=None):
            yield f"{where}: clocks in {plan.timezone} skip this time (it is at {again:%H:%M})"
        elif start.utcoffset() != start.replace(fold=1).utcoffset():
            yield f"{where}: clocks in {plan.timezone} show this time twice (it is the first)"


def _at_once(plan: Plan) -> Iterator[str]:
    timed = [session for session in plan.sessions if session.at is not None and not session.skipped]
    told: set[tuple[str, str]] = set()
    for before, after in pairwise(timed):
        pair = (before.name, after.name)
        if pair in told:
            continue
        if _when(before) == _when(after) and not before.is_race and not after.is_race:
            told.add(pair)
            yield (
                f"{shown(before.name)} and {shown(after.name)} both begin on {after.day} at "
                f"{after.at:%H:%M} (give one of them another 'at:')"
            )


def _when(session: Session) -> tuple[object, object]:
    return session.day, session.at
