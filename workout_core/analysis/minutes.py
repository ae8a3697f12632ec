"""Metres that are probably minutes: ``warmup 10m``, ``20m @ threshold``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from workout_core.analysis.intensities import PACE_NAMES, race_metres
from workout_core.model.duration import Distance
from workout_core.model.target import Named, Quantity, Ramp, Range, RepTime, Target
from workout_core.model.workout import Intensity, Step

LONG: Final = 91.0
"""Metres from which nobody means minutes: few steps last longer than an hour and a half."""
_UNHURRIED: Final = (Intensity.WARMUP, Intensity.COOLDOWN, Intensity.EASY, Intensity.STEADY)
_SLOW: Final = frozenset({Quantity.HEART_RATE, Quantity.POWER, Quantity.CADENCE})
_FAST_RACE: Final = 3000.0
_EASIEST_FAST: Final = 8.0
_EASIEST_SPRINT: Final = 9.0
_FAST: Final = 4.5
_SPRINT: Final = 6.5
"""Metres a second: 3:42/km, which few hold for long, and 2:34/km, about the world's best over 5 km."""
_THERE: Final = 1000.0
"""Metres up to which a stretch can have a way back, or a float beside it."""


class Told(NamedTuple):
    """A step as somebody wrote it.

    Attributes:
        step: as it was read.
        in_metres: whether its length is a number and the letter m, which may mean minutes.
        repeated: whether it is done several times.
    """

    step: Step
    in_metres: bool = False
    repeated: bool = False

    @property
    def metres(self) -> float:
        """How long it is; endless if it is measured in anything else."""
        return _metres(self.step)


class _StepKind(NamedTuple):
    """From how many metres on a length makes sense, for one kind of step.

    Attributes:
        holds: tells whether a step is of the kind.
        alone: the metres, where nothing around the step says more.
        among: where it is repeated, or beside a length that is certainly in metres.
        doubted: where another length of the text is hardly in metres.
    """

    holds: Callable[[Step], bool]
    alone: float
    among: float
    doubted: float


def _plays(*roles: Intensity) -> Callable[[Step], bool]:
    return lambda step: step.intensity in roles


def _aims(holds: Callable[[Target], bool]) -> Callable[[Step], bool]:
    return lambda step: any(target and holds(target) for target in (step.target, step.second_target))


def _from(quantity: Quantity, low: float, high: float = float("inf")) -> Callable[[Target], bool]:
    """Tell whether a target is of *quantity*, and begins within [low, high)."""

    def holds(target: Target) -> bool:
        value = target.value
        if target.quantity is not quantity or not isinstance(value, Range | Ramp) or value.of is not None:
            return False
        return low <= (value.low if isinstance(value, Range) else min(value.start, value.end)) < high

    return holds


def _is_named(holds: Callable[[str], bool]) -> Callable[[Target], bool]:
    return lambda target: isinstance(target.value, Named) and holds(target.value.name)


def _is_fast(name: str) -> bool:
    return name == "repetition" or (race_metres(name) or float("inf")) <= _FAST_RACE


def _is_own(name: str) -> bool:
    return name not in PACE_NAMES and race_metres(name) is None


_SWUM: Final = _StepKind(lambda step: bool(step.stroke or step.equipment), 10, 10, 10)
"""No pool is shorter."""
KINDS: Final = (
    _SWUM,
    # Drills and carries are done over 10 to 30 m, and a stride-out begins with as much.
    _StepKind(lambda step: step.exercise is not None, 10, 10, 10),
    _StepKind(_plays(Intensity.DRILL, Intensity.STRIDES), 10, 10, 10),
    # A time is for a distance, and never for other minutes.
    _StepKind(_aims(lambda target: isinstance(target.value, RepTime)), 10, 10, 10),
    # What is done by feel and without hurry is measured in minutes or in rounds of the track.
    _StepKind(_plays(Intensity.WARMUP, Intensity.COOLDOWN, Intensity.EASY, Intensity.STEADY), *(LONG,) * 3),
    # A heart takes a minute or two to follow (Buchheit & Laursen 2013, Sports Med 43:313); nobody steers
    # 100 m by it. Power and cadence are smoothed over seconds, and held for many.
    _StepKind(_aims(lambda target: target.quantity in _SLOW), *(LONG,) * 3),
    # Accelerations are 10 to 50 m (Haugen et al. 2019, Sports Med Open 5:44); ten minutes are possible.
    _StepKind(_aims(_from(Quantity.EFFORT, _EASIEST_SPRINT)), 10, 10, 12),
    _StepKind(_aims(_from(Quantity.SPEED, _SPRINT)), 10, 10, 10),
    # As hard as strides, of which even the shortest are longer than 30 m when nobody calls them that.
    _StepKind(_aims(_from(Quantity.EFFORT, _EASIEST_FAST)), 30, 30, LONG),
    _StepKind(_aims(_from(Quantity.SPEED, _FAST)), 50, 50, LONG),
    # Daniels (2014) runs his R pace over 200 to 800 m, for two minutes at most.
    _StepKind(_aims(_is_named(_is_fast)), 30, 30, 30),
    # What only the athlete knows may be a sprint.
    _StepKind(_aims(_is_named(_is_own)), 10, 10, LONG),
    # Every other pace, share of one, zone or effort is held for minutes: M, T and I of Daniels.
    _StepKind(_aims(lambda _: True), *(LONG,) * 3),
    # Nobody rests for 20 minutes between, and a rest over so many metres is a walk back.
    _StepKind(_plays(Intensity.REST), 20, 10, 60),
    # A way back is as long as the way there; a float of less than 20 m is not worth writing.
    _StepKind(_plays(Intensity.WALK, Intensity.RECOVERY), 75, 20, LONG),
    # Of work that says nothing of itself, a short stretch is repeated.
    _StepKind(lambda _: True, 75, 10, LONG),
)
"""Kinds of steps, the first that fits, and how short they can be. A letter m that says less is asked about,
because it means minutes to most people, and to the workout builder of intervals.icu."""


def _kind(step: Step) -> _StepKind:
    return next(kind for kind in KINDS if kind.holds(step))


def _metres(step: Step) -> float:
    return step.duration.metres if isinstance(step.duration, Distance) else float("inf")


def may_be_asked(step: Step) -> bool:
    """Tell whether the length of *step*, as metres with the letter m, would be asked about in some text."""
    metres = _metres(step)
    kind = _kind(step)
    return metres < LONG and metres < max(kind.alone, kind.doubted)


def asked(told: Sequence[Told], *, in_water: bool = False) -> list[int]:
    """Return the numbers of those steps of a text whose metres are probably minutes.

    Args:
        told: its steps, in order.
        in_water: whether it is of swimming, where every length of a pool makes sense.
    """
    if not any(each.in_metres and each.metres < LONG for each in told):
        return []
    in_water = in_water or any(_SWUM.holds(each.step) for each in told)
    kinds = [_SWUM if in_water else _kind(each.step) for each in told]
    first = _absurd(told, kinds, doubted=False)
    return _absurd(told, kinds, doubted=True) if first else first


def _absurd(told: Sequence[Told], kinds: Sequence[_StepKind], *, doubted: bool) -> list[int]:
    """Return the numbers of the steps that are too short as metres, for what they are and stand beside."""

    def shortest(number: int, *, among: bool) -> float:
        kind = kinds[number]
        usual = kind.among if among else kind.alone
        return max(usual, kind.doubted) if doubted else usual

    unsure = {
        number
        for number, each in enumerate(told)
        if each.in_metres and each.metres < shortest(number, among=each.repeated)
    }
    found = []
    for number in sorted(unsure):
        beside = [n for n in (number - 1, number + 1) if 0 <= n < len(told) and n not in unsure]
        metres, kind = told[number].metres, kinds[number]
        is_way_back = kind.alone < LONG and any(told[n].metres == metres for n in beside)
        is_among = any(told[n].metres <= _THERE for n in beside)
        if not (is_way_back or (is_among and metres >= shortest(number, among=True))):
            found.append(number)
    return found
