"""More or less of a plan for an athlete of a squad."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from workout_core.analysis.readings import totals
from workout_core.analysis.volume import more_of
from workout_core.languages import gettext
from workout_core.model.plan import Plan, Session, VolumeChange
from workout_core.model.workout import Workout
from workout_core.phrases.splits import has_splits
from workout_core.phrases.titles import named_anew, say_change_of_volume
from workout_core.plans.squad import Member
from workout_core.plans.words import describe_session
from workout_core.units import Units, say_total_distance


def with_own_volume(plan: Plan, member: Member, tell: Callable[[str], object]) -> Plan:
    """Return *plan* with so many times its easy and long parts as *member* does; a race stays as it is.

    What has become of each workout is kept with its session, for the coach. What tells its splits stays as it
    is too, because they would be wrong, and *tell* is told.
    """
    if member.volume == 1:
        return plan
    made: dict[int, tuple[Workout, str]] = {}
    splits = [each for each in plan.sessions if _is_by_splits(each)]
    if names := list(dict.fromkeys(describe_session(each) for each in splits)):
        more = len(names) - 1
        told = gettext("{name} and {n} more", name=names[0], n=more) if more else names[0]
        tell(
            gettext("{workouts}: the splits are written for this length, so the volume stays", workouts=told)
        )
    sessions = [each if _is_by_splits(each) else _changed(each, member, made) for each in plan.sessions]
    return evolve(plan, sessions=sessions)


def _is_by_splits(session: Session) -> bool:
    return not session.is_race and isinstance(session.activity, Workout) and has_splits(session.activity)


def _changed(session: Session, member: Member, made: dict[int, tuple[Workout, str]]) -> Session:
    workout = session.activity
    if session.is_race or not isinstance(workout, Workout):
        return session
    if id(workout) not in made:
        more = more_of(workout, member.volume, member.athlete, member.athlete.units)
        made[id(workout)] = _called(workout, more, member.athlete.units), say_change_of_volume(workout, more)
    after, what = made[id(workout)]
    if not what:
        return session
    return evolve(session, activity=after, volume=VolumeChange(factor=member.volume, what=what))


def _called(before: Workout, after: Workout, units: Units) -> Workout:
    """Return *after* by a name that says how far it goes, if that of *before* does: ``Long run 12 km``."""
    after = named_anew(before, after)
    old, new = totals(before).distance, totals(after).distance
    if after.name != before.name or not (old.exact and new.exact and old.value and new.value):
        return after
    for each in Units:
        said = say_total_distance(old.value, each)
        if said in before.name:
            return evolve(after, name=before.name.replace(said, say_total_distance(new.value, units)))
    return after
