"""Breaks in training, and how much of what was done before is usual after them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from workout_core.plans.week_totals import DAYS

HARMLESS: Final = 5
"""So many days off change nothing. This, and what follows, is from J. Daniels, *Daniels' Running Formula*,
3rd ed., on time off: as many days as the break was long, eight weeks at most, bring one back to all."""
SHORT: Final = 28
STAGES: Final = (1 / 2, 3 / 4)
"""Shares of the load before it, in equal parts of the way back from a break of up to four weeks."""
LONG_STAGES: Final = (1 / 3, 1 / 2, 3 / 4)
LONGEST_WAY_BACK: Final = 56


class TimeOff(NamedTuple):
    """So many days *off*, after the *last* day of training, until one is *back*."""

    last: date
    back: date

    @property
    def off(self) -> int:
        """How many days are without training."""
        return (self.back - self.last).days - 1

    def share(self, day: date) -> float:
        """Return the share of the load before it that is usual on *day*."""
        if not self.last < day:
            return 1.0
        if day < self.back:
            return 0.0
        stages = STAGES if self.off <= SHORT else LONG_STAGES
        stage = (day - self.back).days * len(stages) // min(self.off, LONGEST_WAY_BACK)
        return stages[stage] if stage < len(stages) else 1.0

    def share_of_week(self, start: date) -> float:
        """Return the share that is usual in the week from *start* on."""
        return sum(self.share(start + timedelta(days=number)) for number in range(DAYS)) / DAYS

    def is_way_back(self, start: date) -> bool:
        """Tell whether the way back goes through the week from *start* on, and through most of it."""
        return (start + timedelta(days=DAYS) - self.back).days > DAYS / 2 and self.share_of_week(start) < 1


def pauses(days: Iterable[date]) -> Iterator[TimeOff]:
    """Yield the breaks between *days* of training, in order: twice as long as what was usual until then."""
    usual = 0
    for last, back in pairwise(days):
        apart = (back - last).days
        pause = TimeOff(last, back)
        if usual and pause.off > HARMLESS and apart >= 2 * usual:
            yield pause
        else:
            usual = max(usual, apart)
