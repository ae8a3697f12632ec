"""A plan and its weeks in words: how many, how long, and how far on foot and otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from workout_core.analysis.totals import Amount
from workout_core.languages import gettext, ngettext, pgettext
from workout_core.model.plan import Plan
from workout_core.patterns import lazy_pattern
from workout_core.phrases.dates import say_date
from workout_core.phrases.totals import distance_words, hedged, time_words
from workout_core.plans.week_totals import WeekTotals
from workout_core.units import Units

_BEHIND_PHASE: Final = lazy_pattern(r"[,:(]|\s#?\d")


def plan_numbers(plan: Plan, weeks: Sequence[WeekTotals]) -> tuple[str, ...]:
    """Say the first and the last day of *plan*, how many weeks and sessions it has, and its time zone.

    Args:
        plan: the plan.
        weeks: all of its weeks.
    """
    days = dict.fromkeys(say_date(plan.sessions[place].day) for place in (0, -1))
    first, *others = days
    span = gettext("{low} to {high}", low=first, high=others[0]) if others else first
    sessions = ngettext("{n} session", "{n} sessions", len(plan.sessions))
    return tuple(filter(None, (span, say_weeks(len(weeks)), sessions, plan.timezone)))


def say_weeks(number: int) -> str:
    """Say a number of weeks: ``12 weeks``."""
    return ngettext("{n} week", "{n} weeks", number)


def counted(number: int, what: str) -> str:
    """Say a number of something: ``1 week``, ``12 weeks``."""
    return f"{number} {what}{'s' * (number != 1)}"


def say_week_name(number: int, count: int, name: str = "") -> str:
    """Say which week it is, and what it is called: ``Week 3 of 12: Base``."""
    which = gettext("Week {number} of {count}", number=number, count=count)
    return ": ".join(filter(None, (which, name)))


def say_phase(name: str) -> str:
    """Say which phase a week called *name* belongs to: ``Base`` for ``Base 2`` and for ``Base, cut back``.

    Weeks that only have numbers, as ``Week 3``, belong to none.
    """
    phase = _BEHIND_PHASE.split(name, maxsplit=1)[0].strip()
    return "" if phase.casefold() in ("week", gettext("Week").casefold()) else phase


def say_week_time(week: WeekTotals) -> str:
    """Say how long *week* is, to the minute."""
    if not week.time.value:
        return gettext("nothing timed")
    return hedged((time_words(rounded_amount(week.time, 60)),))


def say_week_distances(week: WeekTotals, units: Units) -> Iterator[str]:
    """Yield how far *week* goes on foot, and by each other sport: ``32 km``, ``cycling 80 km``."""
    if week.distance.value:
        yield hedged((distance_words(rounded_amount(week.distance, 100), units),))
    for title, far in week.elsewhere.items():
        distance = hedged((distance_words(rounded_amount(far, 100), units),))
        yield f"{pgettext('sport', title.lower())} {distance}"


def rounded_amount(amount: Amount, unit: float) -> Amount:
    """Return *amount* as it is said of a week: in round numbers, and never as *at least*."""
    least, most = (round(each / unit) * unit for each in (amount.value, amount.most))
    return amount._replace(value=least, is_open=False, spare=most - least)


def week_numbers(week: WeekTotals, units: Units) -> tuple[str, ...]:
    """Say all there is in numbers: the time, the distances and the load."""
    return (
        say_week_time(week),
        *say_week_distances(week, units),
        gettext("load {number}", number=f"{week.load:.0f}"),
    )
