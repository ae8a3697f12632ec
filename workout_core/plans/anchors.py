"""Where a plan stands in the calendar: its weeks from a start, or back from a race and on after it."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Final, NamedTuple

from attrs import frozen

from workout_core.analysis.plausible import refuse_impossible
from workout_core.errors import InvalidWorkout
from workout_core.languages import gettext
from workout_core.model.bounds import FIRST_DAY, LAST_DAY
from workout_core.model.link import Link
from workout_core.model.plan import Event, EventKind, Session
from workout_core.plans.week_totals import week_of
from workout_core.units import say_distance, say_time

WEEK: Final = timedelta(days=7)
RACE_SLOT: Final = "race"
SHORTEST: Final = 400.0
SAME_DISTANCE: Final = 0.02
"""How much farther or shorter a race may be and still be over the same distance; 3 miles are no 5 km."""


class RaceGoal(NamedTuple):
    """What somebody aims at in the race of a plan.

    Attributes:
        seconds: the time.
        metres: how far their race is, if it is not the plan's.
    """

    seconds: float
    metres: float | None = None


def say_goal(seconds: float) -> str:
    """Say what is aimed at: ``goal 45 min``."""
    return gettext("goal {time}", time=say_time(seconds))


@frozen(kw_only=True)
class PlannedRace:
    """The race at the end of a plan.

    Attributes:
        name: what people call it.
        day: when.
        at: its start, on the wall clock.
        metres: how far.
        seconds: what is aimed at.
        links: where to read more.
        lasts: seconds in the calendar; the goal when left out.
    """

    name: str
    day: date
    at: time | None = None
    metres: float | None = None
    seconds: float | None = None
    links: tuple[Link, ...] = ()
    lasts: float | None = None

    def __attrs_post_init__(self) -> None:
        if self.seconds is not None and self.metres is None:
            raise InvalidWorkout(gettext("a goal needs a distance (like '10km')"))
        if self.metres is not None and self.metres < SHORTEST:
            meant = f"{self.metres:g}"
            raise InvalidWorkout(
                gettext("a race of {meant} metres? (did you mean '{meant}km'?)", meant=meant)
            )
        if self.metres is not None and self.seconds is not None:
            refuse_impossible(self.metres, self.seconds)

    def session(self) -> Session:
        """Return the race as an event of the plan."""
        about = [
            say_distance(self.metres) if self.metres else "",
            say_goal(self.seconds) if self.seconds else "",
        ]
        event = Event(
            name=self.name,
            kind=EventKind.RACE,
            description=", ".join(filter(None, about)),
            links=self.links,
        )
        lasts = self.lasts or (max(60.0, self.seconds) if self.seconds else None)
        return Session(slot=RACE_SLOT, day=self.day, activity=event, at=self.at, lasts=lasts)


def first_day(start: date | None, race: PlannedRace | None, weeks: int, first_weekday: int) -> date:
    """Return the first day of the first of so many *weeks*, which begin on *first_weekday*.

    Raises:
        InvalidWorkout: nothing says when, or the race is over before the start.
    """
    if start is not None:
        if race is not None and race.day < start:
            raise InvalidWorkout(
                gettext("the race is on {day}, before the start on {start}", day=race.day, start=start)
            )
        return week_of(start, first_weekday)
    if race is None:
        raise InvalidWorkout(gettext("when? (give 'start: 2026-08-03', or a 'race:' with its date)"))
    try:
        return week_of(race.day, first_weekday) - WEEK * (weeks - 1)
    except OverflowError:
        raise InvalidWorkout(
            gettext(
                "{weeks} weeks before {day} are before all dates ({first} to {last})",
                weeks=weeks,
                day=race.day,
                first=FIRST_DAY,
                last=LAST_DAY,
            )
        ) from None


def refuse_other_race_week(race: PlannedRace, last: date) -> None:
    """Raise unless the week that begins on *last*, the one before those after the race, has the *race* in it.

    Raises:
        InvalidWorkout: it has not.
    """
    if not last <= race.day < last + WEEK:
        raise InvalidWorkout(
            gettext(
                "the race on {day} is not in the last of 'weeks:', from {last} ('after_race:' follows it)",
                day=race.day,
                last=last,
            )
        )


def is_same_distance(metres: float | None, other: float | None) -> bool:
    """Tell whether a race over *metres* is over the same distance as the *other*; nobody knows of none."""
    return metres is not None and other is not None and abs(metres / other - 1) <= SAME_DISTANCE
