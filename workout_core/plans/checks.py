"""What is probably not meant in a plan: times of day that are none, sessions at one time, a goal too far."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from typing import Final

from workout_core.analysis.readings import Readings
from workout_core.analysis.totals import Amount
from workout_core.errors import shown
from workout_core.languages import gettext, gettext_noop
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan, Session
from workout_core.model.workout import Workout
from workout_core.patterns import lazy_pattern
from workout_core.plans.anchors import RACE_SLOT, PlannedRace
from workout_core.plans.week_totals import week_of
from workout_core.units import say_race, say_time, write_clock

LONGEST: Final = timedelta(hours=12)
"""Sessions that begin so long one after the other are not at one time, however long they are."""
_AFTER: Final = lazy_pattern(r"(?i)\b(?:after|post|recover\w*|off[- ]season|transition)\b")
_OF_RACE: Final = lazy_pattern(r"(?i)\brace week\b|\bweek of the race\b")


def doubts(plan: Plan, race: PlannedRace | None = None) -> Iterator[str]:
    """Yield what is doubtful: times of day that are none or two, sessions that begin at once, a goal.

    Args:
        plan: the plan.
        race: what it leads to.
    """
    yield from _of_clocks(plan)
    yield from at_once(plan)
    if race is not None and plan.athlete is not None:
        yield from _of_goal(plan, race, plan.athlete)


def _of_goal(plan: Plan, race: PlannedRace, athlete: Athlete) -> Iterator[str]:
    if not race.metres or not race.seconds:
        return
    from workout_core.analysis.fitness import POINTS_A_WEEK, too_far  # noqa: PLC0415 - only goals need it

    weeks = max(0, (race.day - plan.sessions[0].day).days) / 7
    if told := too_far(athlete, race.metres, race.seconds, weeks * POINTS_A_WEEK):
        distance, time = say_race(race.metres), write_clock(race.seconds)
        yield gettext("race: {distance} in {time} is {told}", distance=distance, time=time, told=told)


def slipped_weeks(plan: Plan) -> Iterator[str]:
    """Yield what the names of weeks say against the week that the race of *plan* is in."""
    is_its_week = gettext_noop(
        "{week} is the week of {race} on {day} (weeks after that of the race go under 'after_race:')"
    )
    ends_before = gettext_noop(
        "{week} ends before {race} on {day} (weeks after that of the race go under 'after_race:')"
    )
    for race in plan.sessions if any(week.name for week in plan.weeks) else ():
        if race.slot != RACE_SLOT or race.plan:
            continue
        its_week = week_of(race.day, plan.first_weekday)
        for week in plan.weeks:
            if week.start == its_week and _AFTER.search(week.name):
                yield gettext(is_its_week, week=shown(week.name), race=shown(race.name), day=race.day)
            elif week.start < its_week and _OF_RACE.search(week.name):
                yield gettext(ends_before, week=shown(week.name), race=shown(race.name), day=race.day)


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
            yield gettext(
                "{where}: clocks in {zone} skip this time (it is at {time})",
                where=where,
                zone=plan.timezone,
                time=f"{again:%H:%M}",
            )
        elif start.utcoffset() != start.replace(fold=1).utcoffset():
            yield gettext(
                "{where}: clocks in {zone} show this time twice (it is the first)",
                where=where,
                zone=plan.timezone,
            )


def at_once(plan: Plan) -> Iterator[str]:
    """Yield the sessions that begin at the same time as others, each pair of names once."""
    told: set[tuple[str, str]] = set()
    for before, after in pairwise(_timed(plan)):
        pair = (before.name, after.name)
        if pair in told:
            continue
        if _begins(before) == _begins(after) and not before.is_race and not after.is_race:
            told.add(pair)
            yield gettext(
                "{one} and {other} both begin on {day} at {time} (give one of them another 'at:')",
                one=shown(before.name),
                other=shown(after.name),
                day=after.day,
                time=f"{after.at:%H:%M}",
            )


def overlaps(plan: Plan, readings: Readings) -> Iterator[str]:
    """Yield the sessions that begin before others are over, each pair of names once.

    What is done on the day of a race, and is no event, is a conflict, or the plan of the race itself.
    """
    going: list[Session] = []
    told: set[tuple[str, str]] = set()
    for after in _timed(plan):
        going = [each for each in going if _begins(after) - _begins(each) < LONGEST]
        for before in going:
            pair = (before.name, after.name)
            is_known = pair in told or _is_race_day(before, after) or _begins(before) == _begins(after)
            if not is_known and (said := _overlap(before, after, readings)):
                told.add(pair)
                yield said
        going.append(after)


def _overlap(before: Session, after: Session, readings: Readings) -> str:
    lasts = Amount(before.lasts) if before.lasts else readings.time(before)
    if _begins(before) + timedelta(seconds=lasts.value) <= _begins(after):
        return ""
    time = say_time(max(60, round(lasts.value / 60) * 60))
    takes = gettext("takes {time}", time=time) if lasts.exact else gettext("takes about {time}", time=time)
    at = f"{after.at:%H:%M}"
    if after.day != before.day:
        at = gettext("{time} on {day}", time=at, day=after.day)
    return gettext(
        "{one}, {when}, {takes}, and {other} begins at {at} "
        "(give one of them another 'at:', or say how long it 'lasts:')",
        one=shown(before.name),
        when=f"{before.day} {before.at:%H:%M}",
        takes=takes,
        other=shown(after.name),
        at=at,
    )


def _is_race_day(before: Session, after: Session) -> bool:
    race, other = (before, after) if before.is_race else (after, before)
    return race.is_race and isinstance(other.activity, Workout)


def _timed(plan: Plan) -> list[Session]:
    return [session for session in plan.sessions if session.at is not None and not session.skipped]


def _begins(session: Session) -> datetime:
    return datetime.combine(session.day, session.at or time.min)
