"""What names, zones and shares mean to an athlete, and whence the numbers are, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Final, NamedTuple

from workout_core.analysis.meanings import own_meaning, own_pace
from workout_core.analysis.reading import Reading
from workout_core.analysis.relative_paces import needs_goal
from workout_core.analysis.resolve import Resolved
from workout_core.errors import InvalidWorkout, MissingThreshold
from workout_core.languages import gettext, gettext_noop, language
from workout_core.model.athlete import Athlete, Race
from workout_core.model.sport import Sport
from workout_core.model.target import Named, Quantity, Ramp, Range, Reference, Target, Zone
from workout_core.model.workout import Step
from workout_core.phrases.amounts import say_speed
from workout_core.phrases.pace_names import say_bare_name
from workout_core.phrases.targets import say_target
from workout_core.units import Units, say_number, say_race, write_clock

_SOURCES: Final = MappingProxyType(
    {
        Reference.THRESHOLD_PACE: "Friel",
        Reference.THRESHOLD_HEART_RATE: "Friel",
        Reference.MAX_HEART_RATE: "Daniels",
        Reference.FTP: "Coggan",
    }
)
_OWN: Final = gettext_noop("the athlete's own")


class TargetMeaning(NamedTuple):
    """What one target means to an athlete.

    Attributes:
        target: as the workout has it.
        meant: what it is taken for, and the numbers.
        called: what the workout calls it.
        held: the numbers, in words.
        whence: whence the numbers are, in words.
    """

    target: Target
    meant: Resolved
    called: str
    held: str
    whence: str

    @property
    def words(self) -> str:
        """Say it in one line: ``easy: 121-147 bpm (65-79 % of max heart rate, Daniels)``."""
        return f"{self.called}: {self.held} ({self.whence})"


def meanings(readings: Iterable[Reading]) -> tuple[TargetMeaning, ...]:
    """Return what each name and zone means, and what else became another quantity; each once, in order.

    Args:
        readings: of workouts of one athlete; what nobody knows is not among the meanings.
    """
    found: dict[tuple[Target, Sport], TargetMeaning] = {}
    for reading in readings:
        if reading.athlete is None:
            continue
        for target in _targets(reading):
            try:
                meant = reading.meant(target)
            except (MissingThreshold, InvalidWorkout):
                continue
            if isinstance(target.value, (Named, Zone)) or meant.taken != target:
                found.setdefault((target, reading.sport), _meaning(target, meant, reading))
    return tuple({meaning.words: meaning for meaning in found.values()}.values())


def _targets(reading: Reading) -> Iterator[Target]:
    for _, item in reading.workout.walk():
        if isinstance(item, Step):
            yield from (target for target in (item.target, item.second_target) if target is not None)


def lacking_notes(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield a line for each number that was asked for and is lacking, with what took its place."""
    lacks: dict[str, dict[str, None]] = {}
    seen: set[tuple[Target, Sport]] = set()
    for reading in readings:
        for (target, sport, spoken), meant in reading.targets.items():
            is_new = spoken is language() and sport is reading.sport and (target, sport) not in seen
            if is_new and isinstance(meant, Resolved) and meant.lacks:
                seen.add((target, sport))
                each = _meaning(target, meant, reading)
                lacks.setdefault(meant.lacks, {})[
                    gettext(
                        "{name} is {held} ({whence})", name=each.called, held=each.held, whence=each.whence
                    )
                ] = None
    for needed, words in lacks.items():
        said = gettext("{needed}; until then {meaning}", needed=needed, meaning=next(iter(words)))
        more = len(words) - 1
        yield gettext("{meaning} (and {n} like it)", meaning=said, n=more) if more else said


def _meaning(target: Target, meant: Resolved, reading: Reading) -> TargetMeaning:
    units, sport, athlete = reading.units, reading.sport, reading.athlete or Athlete()
    return TargetMeaning(
        target,
        meant,
        called=_called(target, sport, units),
        held=say_target(meant.numbers, sport, units=units),
        whence=_whence(target, meant, athlete, sport, units),
    )


def _called(target: Target, sport: Sport, units: Units) -> str:
    value = target.value
    is_plain = isinstance(value, Named) and value == Named(value.name)
    return (
        say_bare_name(value.name)
        if is_plain and isinstance(value, Named)
        else say_target(target, sport, units=units)
    )


def _whence(target: Target, meant: Resolved, athlete: Athlete, sport: Sport, units: Units) -> str:
    own = own_meaning(target, athlete, sport)
    if own is not None:
        said = "" if own == meant.numbers else f": {_called(own, sport, units)}"
        source = f", {_source(meant.taken, sport, units)}" if meant.lacks else ""
        return f"{gettext(_OWN)}{said}{source}"
    value = meant.taken.value
    if isinstance(value, Named) and own_pace(value.name, athlete) is not None:
        return gettext(_OWN)
    if isinstance(value, Zone) and meant.taken.quantity in dict(athlete.zones):
        return gettext("the athlete's own zones")
    if meant.taken != target and not isinstance(value, (Named, Zone)):
        return _source(meant.taken, sport, units)
    return _number(meant.taken, athlete, units)


def _source(taken: Target, sport: Sport, units: Units) -> str:
    """Say what took the place of a number, and who says so."""
    value = taken.value
    if taken.quantity is Quantity.EFFORT:
        return gettext("on Foster's scale")
    of = value.of if isinstance(value, (Range, Ramp)) else None
    if of is None:
        return gettext("the athlete's own zones")
    who = gettext("Stryd, if it is running power") if of is Reference.FTP and sport.on_foot else _SOURCES[of]
    return f"{say_target(taken, sport, units=units)}, {who}"


def _number(target: Target, athlete: Athlete, units: Units) -> str:
    """Say which number of *athlete* a name, a zone or a share is of."""
    if needs_goal(target) and athlete.goal is not None:
        return gettext("from the goal: {race}", race=_say_best(athlete.goal))
    if target.quantity is Quantity.POWER:
        return gettext("from the FTP of {number} W", number=say_number(athlete.ftp or 0))
    if target.quantity is Quantity.HEART_RATE:
        if athlete.threshold_heart_rate is not None:
            rate = say_number(athlete.threshold_heart_rate)
            return gettext("from the threshold heart rate of {number} bpm", number=rate)
        rate = say_number(athlete.max_heart_rate or 0)
        return gettext("from the maximum heart rate of {number} bpm", number=rate)
    if athlete.threshold_speed is None and athlete.race is not None:
        return gettext("from the race: {race}", race=_say_best(athlete.race))
    speed = say_speed(athlete.threshold_speed or 0, Sport.RUNNING, units)
    return gettext("from the threshold pace of {pace}", pace=speed)


def _say_best(race: Race) -> str:
    return gettext("{distance} in {time}", distance=say_race(race.metres), time=write_clock(race.seconds))
