"""What is probably not meant in a plan: times that clocks skip or repeat, two sessions at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise

from workout_core.errors import shown
from workout_core.model.plan import Plan, Session


def doubts(plan: Plan) -> Iterator[str]:
    """Yield what is doubtful: times of day that do not exist or exist twice, sessions that begin at once."""
    yield from _of_clocks(plan)
    yield from _at_once(plan)


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
