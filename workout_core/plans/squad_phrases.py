"""A squad in words: how many athletes and weeks, and a week of an athlete in three numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from workout_core.languages import gettext, ngettext
from workout_core.phrases.dates import say_date
from workout_core.phrases.totals import distance_words
from workout_core.plans.squad_totals import MemberWeeks, WeekSum
from workout_core.plans.week_phrases import rounded_amount, say_weeks
from workout_core.units import Units


def say_members(members: Sequence[MemberWeeks], starts: Sequence[date]) -> str:
    """Say how many athletes there are, and how many weeks from which day on."""
    first = gettext("from {date}", date=say_date(starts[0])) if starts else ""
    athletes = ngettext("{n} athlete", "{n} athletes", len(members))
    parts = (athletes, say_weeks(len(starts)), first)
    return " · ".join(filter(None, parts))


def say_clock(seconds: float) -> str:
    """Say a time in hours and minutes, as it fits into a column: ``4:05``."""
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours}:{minutes:02}"


def say_week_sum(week: WeekSum, units: Units) -> tuple[str, str, str]:
    """Say the time, the distance on foot if there is any, and the load of a week."""
    far = distance_words(rounded_amount(week.distance, 100), units).text if week.distance.value else ""
    return say_clock(week.time.value), far, f"{week.load:.0f}"
