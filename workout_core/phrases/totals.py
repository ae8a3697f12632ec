"""How long and how far: exact as it is, estimated with *about*, a lower bound with *at least*."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from math import floor
from typing import NamedTuple

from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import reading_of
from workout_core.analysis.speeds import STILL
from workout_core.analysis.totals import Amount
from workout_core.languages import gettext
from workout_core.model.athlete import Athlete
from workout_core.model.sport import Sport
from workout_core.model.workout import Workout
from workout_core.units import (
    KILOMETRE,
    YARD,
    Units,
    estimated,
    say_computed_distance,
    say_ends,
    say_time,
    say_times,
    say_total_distance,
)


class Said(NamedTuple):
    """An amount in words: whether it is exact, and what there is at least, if that is to be said."""

    text: str
    exact: bool
    at_least: str = ""


def say_totals(workout: Workout | Reading, athlete: Athlete | None = None, units: Units | None = None) -> str:
    """Say the time and distance of a workout: ``about 51 min (at least 40 min), about 9.2 km``."""
    reading = reading_of(workout, athlete, units)
    total = reading.totals
    return hedged((time_words(total.time), *_how_far(total.distance, reading.sport, reading.units)))


def _how_far(distance: Amount, sport: Sport, units: Units) -> Iterator[Said]:
    if distance.value >= 1 and sport not in STILL:
        yield distance_words(distance, units, sport)


def time_words(time: Amount) -> Said:
    """Say a time; one that is estimated to the minute, or to five seconds if it is short."""
    least, most = (each if time.exact else estimated(each) for each in (time.value, time.most))
    said = say_times(least, most) if time.spare else say_time(least)
    return Said(said, time.exact, _least(time, _say_time_down))


def _say_time_down(seconds: float) -> str:
    return say_time(floor(seconds) if seconds < 120 else floor(seconds / 60) * 60)  # noqa: PLR2004 - as there


def distance_words(distance: Amount, units: Units, sport: Sport | None = None) -> Said:
    """Say a distance; in water it is counted in metres, and an estimate below a kilometre to ten of them.

    In a pool of yards it is counted in yards.
    """
    if distance.spare:
        ends = distance._replace(spare=0), distance._replace(value=distance.most, spare=0)
        low, high = (distance_words(end, units, sport) for end in ends)
        return low._replace(text=say_ends(low.text, high.text))
    if units is Units.IMPERIAL and sport is Sport.POOL_SWIMMING:
        return Said(_yards(distance.value), distance.exact, _least(distance, _yards))
    if distance.exact:
        in_water = sport is not None and sport.in_water
        return Said(say_total_distance(distance.value, units, in_water=in_water), exact=True)
    metres = distance.value if distance.value >= KILOMETRE else max(10, round(distance.value, -1))
    least = _least(distance, partial(say_computed_distance, units=units, down=True))
    return Said(say_computed_distance(metres, units), exact=False, at_least=least)


def _yards(metres: float) -> str:
    return f"{metres / YARD:.0f} yd"


def hedged(amounts: Iterable[Said]) -> str:
    """Join *amounts*, each with *about* if it is estimated."""
    return ", ".join(map(_hedged, amounts))


def _hedged(amount: Said) -> str:
    words = amount.text if amount.exact else gettext("about {amount}", amount=amount.text)
    if not amount.at_least:
        return words
    return gettext("{amount} (at least {least})", amount=words, least=amount.at_least)


def _least(amount: Amount, say: Callable[[float], str]) -> str:
    """Return what there is at least, if somebody decides how much it becomes, and there is something."""
    return say(amount.at_least) if amount.is_open and amount.at_least >= 1 else ""
