"""A plan as it is for one athlete of a squad: on their days, at their times, with their own identities."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Final

from attrs import evolve

from workout_core.errors import InvalidParameter, shown, suggestion
from workout_core.languages import gettext, ngettext
from workout_core.model.plan import Plan, Session
from workout_core.model.workout import Workout
from workout_core.plans.checks import at_once
from workout_core.plans.layers import identity_of
from workout_core.plans.member_races import goal_of, later, moved_to_race, race_of, with_goal
from workout_core.plans.member_times import at_own_times, at_usual_times
from workout_core.plans.member_volume import with_own_volume
from workout_core.plans.squad import Member, Squad, SquadPlan
from workout_core.plans.week_totals import DAYS, week_of
from workout_core.plans.weeks import folded
from workout_core.time_zones import time_zone

Tell = Callable[[str], object]
"""Takes a sentence about what was left out."""
_LAST_NUMBER: Final = "0123456789"


def member_plans(squad: Squad, member: Member, tell: Tell = lambda _: None) -> Iterator[SquadPlan]:
    """Yield the plans of *member*, each as it is for them.

    Args:
        squad: the squad.
        member: one of its athletes.
        tell: is told what had to be left out or could not be changed.

    Raises:
        InvalidWorkout: something of theirs does not fit the plans; InvalidParameter names its key.
    """
    plans = squad.plans_of(member)
    refuse_unfit(plans, member)
    raced = _raced(plans)
    for number, each in enumerate(plans):
        is_raced = race_of(each.plan) is not None if raced else number == 0
        own = member if is_raced else evolve(member, race=None, goal=None)
        yield evolve(each, plan=plan_for(each.plan, own, tell))


def _raced(plans: Iterable[SquadPlan]) -> list[SquadPlan]:
    return [each for each in plans if race_of(each.plan) is not None]


def refuse_unfit(plans: tuple[SquadPlan, ...], member: Member) -> None:
    """Raise when something of *member* has no meaning in *plans*; what can be told without changing a plan.

    Raises:
        InvalidParameter: names the key, and the item of ``without``.
    """
    if member.goal is not None and member.race is None and not _raced(plans):
        raise InvalidParameter("goal", gettext("there is no race in the plan (give one with 'race:')"))
    if member.goal is not None and member.race is not None:
        goal_of(member.race, member.goal)
    zones = [member.timezone or each.plan.timezone for each in plans]
    if member.times is not None and "" in zones:
        raise InvalidParameter("times", gettext("the plan has no time zone (give 'timezone: Europe/Warsaw')"))
    if not member.without:
        return
    known = dict.fromkeys(name for each in plans for name in _names_in(each.plan))
    there_are = set(map(_letters, known))
    for number, name in enumerate(member.without):
        if _letters(name) not in there_are:
            hint = suggestion(folded(name), known)
            raise InvalidParameter(
                "without", gettext("{name} is not in the plan ({hint})", name=shown(name), hint=hint), number
            )


def plan_for(plan: Plan, member: Member, tell: Tell = lambda _: None) -> Plan:
    """Return *plan* as it is for *member* of a squad: with what is theirs, and identities of their own.

    The UIDs of calendars, and the serial numbers and creation times of FIT, follow from the plan, the slot
    and the athlete. They stay when the squad is reordered, when others join, and when a session moves.

    Args:
        plan: as it is for everybody.
        member: an athlete.
        tell: is told what had to be left out or could not be changed.

    Raises:
        InvalidWorkout: what is theirs does not fit the plan.
    """
    own = _without(plan, member.without)
    own = evolve(own, sessions=[_on_own_day(each, plan, member) for each in own.sessions])
    own = _in_own_weeks(own, member)
    own = moved_to_race(own, member.race, member.goal, tell) if member.race else own
    if member.goal is not None and member.race is None:
        own = with_goal(own, member.goal, tell)
    own = _from_start(own, member, tell)
    own = _in_own_zone(own, member) if member.timezone else own
    own = at_own_times(own, member.times, at_usual_times(plan)) if member.times is not None else own
    if member.days or member.times is not None:
        known = set(at_once(plan))
        for told in at_once(own):
            if told not in known:
                tell(told)
    own = with_own_volume(own, member, tell)
    return _as_own(own, member)


def _names_in(plan: Plan) -> Iterator[str]:
    for session in plan.sessions:
        yield from _names_of(session)


def _names_of(session: Session) -> Iterator[str]:
    """Yield what a session may be called: its name, its key in the plan, its slot, and its sport or kind."""
    yield folded(session.name)
    key = folded(session.slot.rpartition("/")[2])
    yield key
    if (bare := key.rstrip(_LAST_NUMBER)).endswith(" "):  # the second of the same on a day has a number
        yield bare.strip()
    yield folded(session.key)
    activity = session.activity
    yield folded(activity.sport.title if isinstance(activity, Workout) else activity.kind.value)


def _letters(name: str) -> str:
    """Return what is equal for names that differ in case, spaces and signs only."""
    return "".join(filter(str.isalnum, name.casefold())) or name


def _without(plan: Plan, names: tuple[str, ...]) -> Plan:
    if not names:
        return plan
    out = set(map(_letters, names))
    kept = [each for each in plan.sessions if out.isdisjoint(map(_letters, _names_of(each)))]
    if not kept:
        raise InvalidParameter("without", gettext("nothing of the plan is left (leave out less)"))
    return evolve(plan, sessions=kept)


def _on_own_day(session: Session, plan: Plan, member: Member) -> Session:
    """Return *session* on the weekday that is theirs, in the same week; a race stays where it is."""
    days = dict(member.days)
    weekday = session.day.weekday()
    if session.is_race or days.get(weekday, weekday) == weekday:
        return session
    first = plan.first_weekday
    start = week_of(session.day, first)
    return evolve(session, day=start.fromordinal(start.toordinal() + (days[weekday] - first) % DAYS))


def _in_own_weeks(plan: Plan, member: Member) -> Plan:
    """Return *plan* from the week of their start on, if no race says when it is."""
    if member.start is None or member.race is not None or race_of(plan) is not None:
        return plan
    days = [*(week.start for week in plan.weeks), plan.sessions[0].day]
    first = min(week_of(day, plan.first_weekday) for day in days)
    return later(plan, (week_of(member.start, plan.first_weekday) - first).days)


def _from_start(plan: Plan, member: Member, tell: Tell) -> Plan:
    """Return *plan* without what is before their start."""
    if member.start is None:
        return plan
    kept = [each for each in plan.sessions if each.day >= member.start]
    if not kept:
        raise InvalidParameter(
            "start", gettext("all of the plan is before {start} (start earlier)", start=member.start)
        )
    if before := len(plan.sessions) - len(kept):
        tell(
            ngettext(
                "{n} session before the start on {day} left out",
                "{n} sessions before the start on {day} left out",
                before,
                day=member.start,
            )
        )
    weeks = [each for each in plan.weeks if (member.start - each.start).days < DAYS]
    return evolve(plan, sessions=kept, weeks=weeks)


def _in_own_zone(plan: Plan, member: Member) -> Plan:
    """Return *plan* in their zone: workouts at the same time of day, events and races at the same moment."""
    if not plan.timezone or plan.timezone == member.timezone:
        return evolve(plan, timezone=member.timezone)
    sessions = [_at_same_moment(each, plan.timezone, member) for each in plan.sessions]
    return evolve(plan, sessions=sessions, timezone=member.timezone)


def _at_same_moment(session: Session, zone: str, member: Member) -> Session:
    is_training = isinstance(session.activity, Workout) and not session.is_race
    if session.at is None or is_training or (session.is_race and member.race is not None):
        return session
    moment = datetime.combine(session.day, session.at, time_zone(zone))
    there = moment.astimezone(time_zone(member.timezone))
    return evolve(session, day=there.date(), at=there.time())


def _as_own(plan: Plan, member: Member) -> Plan:
    """Return *plan* by a name and with identities that are theirs."""
    name = member.athlete.name or member.key
    return evolve(
        plan,
        name=f"{plan.name} ({name})",
        id=_own_id(identity_of(plan), member),
        athlete=member.athlete,
        sessions=[
            evolve(each, plan=_own_id(each.plan, member)) if each.plan else each for each in plan.sessions
        ],
    )


def _own_id(plan: str, member: Member) -> str:
    return f"{plan} ({member.key})"
