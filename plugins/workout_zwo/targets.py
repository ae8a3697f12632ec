"""What a block asks for → targets: shares of FTP, of a threshold pace or of race paces, zones and cadence."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

from attrs import define

from workout_core import (
    Athlete,
    ImportContext,
    InvalidWorkout,
    Named,
    Quantity,
    Race,
    Ramp,
    Range,
    Reference,
    Target,
    Zone,
    gettext,
    pgettext_noop,
    resolve_target,
)
from workout_zwo.markup import Element
from workout_zwo.numbers import read_count, read_number, read_share
from workout_zwo.options import RACE_PACES, WATT_DECIMALS

_TYPICAL: Final = Athlete(race=Race(5000, 1200))
"""Who runs 5 km in 20 minutes; for others a race pace is another share of the threshold, by up to 2 %."""
LEAST_OF_FTP: Final = 0.01
LEAST_OF_PACE: Final = 0.1
"""The smallest shares that a target can have, in place of 0."""
_FEWEST_SECONDS: Final = 120
_MOST_SECONDS: Final = 1200
"""A kilometre takes between these; a smaller number is that of a race pace."""


class Ends(NamedTuple):
    """What to hold at the beginning and at the end of a block."""

    start: float
    end: float


class BlockPlace(NamedTuple):
    """A block, where the step that it becomes is in the workout, and whether it changes evenly."""

    element: Element
    path: str
    is_ramp: bool = False


@cache
def share_of_threshold(race_pace: str) -> float:
    """Return what share of the threshold pace's speed *race_pace* is, about, by the tables of Daniels."""
    speeds = [
        resolve_target(Target(Quantity.SPEED, value), _TYPICAL).value
        for value in (Named(race_pace), Range(1, 1, Reference.THRESHOLD_PACE))
    ]
    pace, threshold = (speed.low for speed in speeds if isinstance(speed, Range))
    return pace / threshold


@define
class TargetReader:
    """Reads what blocks ask for.

    Attributes:
        context: where losses and warnings are told.
        is_ride: powers are shares of FTP; else they are shares of a pace.
        ftp: watts that shares refer to whoever rides, if the file sets them.
        has_threshold: the file says that shares of paces are those of a threshold pace.
    """

    context: ImportContext
    is_ride: bool
    ftp: float | None = None
    has_threshold: bool = False

    def ends(self, element: Element, names: tuple[str, str, str]) -> Ends | None:
        """Return the power of *element*, by the names of one power, of a low and a high one."""
        one, low, high = (read_share(element, name, self.context) for name in names)
        if low is None and high is None:
            return None if one is None else Ends(one, one)
        start = next(each for each in (low, one, high) if each is not None)
        end = next(each for each in (high, one, low) if each is not None)
        return Ends(start, end)

    def steady(self, place: BlockPlace, names: tuple[str, str, str], zone: str) -> Target | None:
        """Return what is held evenly: a power, a range of it, or a zone."""
        ends = self.ends(place.element, names)
        if ends is None:
            return self._zone(place.element, zone) or self._pace(place)
        return self._target(place, ends)

    def ramp(self, place: BlockPlace, ends: Ends) -> Target | None:
        """Return what changes evenly between *ends*."""
        return self._target(place._replace(is_ramp=True), ends)

    def cadence(self, element: Element, one: str, low: str = "", high: str = "") -> Target | None:
        """Return the cadence to hold, if any."""
        numbers = [read_number(element, name) or None if name else None for name in (low, one, high)]
        known = [number for number in numbers if number is not None]
        if not known:
            return None
        ends = numbers[0] or known[0], numbers[2] or known[-1]
        return made(element, lambda: Target(Quantity.CADENCE, Range(min(ends), max(ends))))

    def _zone(self, element: Element, name: str) -> Target | None:
        number = read_count(element, name, 0)
        if not number:
            return None
        quantity = Quantity.POWER if self.is_ride else Quantity.SPEED
        return made(element, lambda: Target(quantity, Zone(number)))

    def _target(self, place: BlockPlace, ends: Ends) -> Target | None:
        """Return the target of *ends*, between which it changes evenly or is free."""
        if not any(ends):
            # an ergometer that asks for nothing lets the legs turn
            kind, told = (
                pgettext_noop("what a format lacks", "power"),
                gettext("a power of 0 is read as no target"),
            )
            self.context.lose(f"{place.path}.target", kind, told)
            return None
        least = LEAST_OF_FTP if self.is_ride else LEAST_OF_PACE
        if 0 in ends:
            what = gettext("a power of 0 is read as {share} %", share=f"{100 * least:g}")
            self.context.lose(f"{place.path}.target", pgettext_noop("what a format lacks", "power"), what)
            ends = Ends(ends.start or least, ends.end or least)
        return self._share_of_ftp(place, ends) if self.is_ride else self._share_of_pace(place, ends)

    def _share_of_ftp(self, place: BlockPlace, ends: Ends) -> Target:
        if self.ftp is None:
            return _made(place.element, Quantity.POWER, ends, Reference.FTP, is_ramp=place.is_ramp)
        watts = Ends(*(round(end * self.ftp, WATT_DECIMALS) for end in ends))
        return _made(place.element, Quantity.POWER, watts, None, is_ramp=place.is_ramp)

    def _share_of_pace(self, place: BlockPlace, ends: Ends) -> Target:
        race_pace = self._race_pace(place.element)
        if race_pace and ends == Ends(1, 1):
            return Target(Quantity.SPEED, Named(race_pace))
        if race_pace:
            factor = share_of_threshold(race_pace)
            ends = Ends(*(round(end * factor, 3) for end in ends))
            self.context.lose(
                f"{place.path}.target",
                pgettext_noop("what a format lacks", "pace"),
                gettext(
                    "a share of {pace} is read as one of the threshold pace, of which that is "
                    "about {share} %",
                    pace=race_pace,
                    share=f"{100 * factor:.0f}",
                ),
            )
        return _made(place.element, Quantity.SPEED, ends, Reference.THRESHOLD_PACE, is_ramp=place.is_ramp)

    def _race_pace(self, element: Element) -> str:
        """Return the name of the pace that shares refer to, if it is not the threshold pace."""
        if self.has_threshold:
            element.used.add("pace")
            return ""
        number = read_number(element, "pace") if element.has("pace") else None
        if number is None:
            return ""
        if number not in range(len(RACE_PACES)):
            given, last = element.value("pace")[:60], len(RACE_PACES) - 1
            told = gettext("{text} is not the number of a pace (0 to {last})", text=repr(given), last=last)
            self.context.warn(f"{element.shown} pace: {told}", line=element.line, column=element.column)
            return ""
        return RACE_PACES[int(number)]

    def _pace(self, place: BlockPlace) -> Target | None:
        """Return the pace of a block that says nothing but that: one of a race, or seconds a kilometre."""
        element = place.element
        if self.is_ride or not element.has("pace"):
            return None
        number = read_number(element, "pace")
        if number is None or not _FEWEST_SECONDS <= number <= _MOST_SECONDS:
            race_pace = self._race_pace(element)
            return Target(Quantity.SPEED, Named(race_pace)) if race_pace else None
        told = gettext("{text} is read as seconds a kilometre", text=repr(element.value("pace")))
        self.context.warn(f"{element.shown} pace: {told}", line=element.line, column=element.column)
        speed = 1000 / number
        return Target(Quantity.SPEED, Range(speed, speed))


def made(element: Element, make: Callable[[], Target]) -> Target:
    """Return what *make* makes.

    Raises:
        DocumentError: that makes no sense; says the line of *element*.
    """
    try:
        return make()
    except InvalidWorkout as error:
        raise element.problem(f"{element.shown}: {error}") from None


def _made(element: Element, quantity: Quantity, ends: Ends, of: Reference | None, *, is_ramp: bool) -> Target:
    if is_ramp and ends.start != ends.end:
        return made(element, lambda: Target(quantity, Ramp(*ends, of)))
    return made(element, lambda: Target(quantity, Range(min(ends), max(ends), of)))
