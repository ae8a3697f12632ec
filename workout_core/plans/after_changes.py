"""What a change of a plan makes doubtful that was not so before it: days that are too much, a race passed."""

from __future__ import annotations

from collections.abc import Iterator

from workout_core.analysis.readings import Readings
from workout_core.languages import gettext
from workout_core.model.plan import Plan
from workout_core.plans.conflicts import ConflictKind, conflicts
from workout_core.plans.words import describe_day, describe_session


def new_doubts(before: Plan, after: Plan, readings: Readings) -> Iterator[str]:
    """Yield a line for each day that is too much in *after* and was not before, and for what passed a race.

    The load of a week is no line: that of a change is meant.
    """
    known = {str(each) for each in conflicts(before, readings)}
    for conflict in conflicts(after, readings):
        if str(conflict) not in known and conflict.kind is not ConflictKind.LOAD:
            yield str(conflict)
    yield from _past_the_race(before, after)


def _past_the_race(before: Plan, after: Plan) -> Iterator[str]:
    """Yield a line about sessions that were before a race and are behind it now."""
    sessions = {session.key: session for session in after.sessions}
    races = [session for session in sessions.values() if session.is_race]
    for old in before.sessions:
        new = sessions.get(old.key, old)
        for race in races:
            if old.day < race.day < new.day:
                late, passed = describe_session(old), describe_session(race)
                yield gettext(
                    "{when}: {late} is after {passed} now",
                    when=describe_day(new.day),
                    late=late,
                    passed=passed,
                )
