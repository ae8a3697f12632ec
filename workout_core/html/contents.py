"""What is on the page of a plan, and where: each week, and each workout or event once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import frozen

from workout_core.analysis.readings import Readings
from workout_core.html.subscription import Subscription
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Event, Plan, Session
from workout_core.model.workout import Workout
from workout_core.plans.outcomes import Outcomes
from workout_core.plans.week_totals import WeekTotals, week_of, week_totals
from workout_core.units import Units


@frozen(kw_only=True)
class Contents:
    """A plan in the order of its page.

    Attributes:
        plan: the plan.
        readings: what it asks.
        today: the day on which it is read, where that lies in one of its weeks.
        subscription: what there is besides the page, if anything.
        outcomes: what became of its sessions, if that is told.
        weeks: of the plan.
        numbers: of the weeks by their first days, from 1.
        days: the sessions of every workout, and of every event of which there is more to say.
        anchors: the id of the details of each of these.
    """

    plan: Plan
    readings: Readings
    today: date | None
    subscription: Subscription | None
    outcomes: Outcomes | None
    weeks: tuple[WeekTotals, ...]
    numbers: Mapping[date, int]
    days: Mapping[Workout | Event, tuple[Session, ...]]
    anchors: Mapping[Workout | Event, str]

    @classmethod
    def of(
        cls,
        plan: Plan,
        readings: Readings,
        today: date | None,
        subscription: Subscription | None,
        outcomes: Outcomes | None,
    ) -> Contents:
        """Return the contents of the page of *plan*."""
        days: dict[Workout | Event, list[Session]] = {}
        for session in plan.sessions:
            what = session.activity
            if isinstance(what, Workout) or what.description or what.links:
                days.setdefault(what, []).append(session)
        weeks = week_totals(plan, readings)
        numbers = {week.start: number for number, week in enumerate(weeks, start=1)}
        is_now = today is not None and week_of(today, plan.first_weekday) in numbers
        return cls(
            plan=plan,
            readings=readings,
            today=today if is_now else None,
            subscription=subscription,
            outcomes=outcomes,
            weeks=weeks,
            numbers=numbers,
            days={what: tuple(sessions) for what, sessions in days.items()},
            anchors={what: f"session-{number}" for number, what in enumerate(days, start=1)},
        )

    @property
    def athlete(self) -> Athlete | None:
        """Who the plan is for."""
        return self.readings.athlete

    @property
    def units(self) -> Units:
        """In which distances are said."""
        return self.readings.units

    @property
    def this_week(self) -> date | None:
        """The first day of the week that is now."""
        return week_of(self.today, self.plan.first_weekday) if self.today else None

    def week_anchor(self, day: date) -> str:
        """Return the id of the week of *day*."""
        return f"week-{self.numbers[week_of(day, self.plan.first_weekday)]}"
