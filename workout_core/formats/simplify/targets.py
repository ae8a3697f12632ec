"""What to hold: a target the format lacks becomes words, a ramp becomes stairs."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from attrs import evolve

from workout_core.formats.capabilities import Feature
from workout_core.formats.features import ZONES, features_of_target
from workout_core.formats.simplify.ledger import Ledger
from workout_core.model.duration import Distance, Duration, Time
from workout_core.model.target import Quantity, Ramp, Range, Target, Zone
from workout_core.model.workout import Step
from workout_core.phrases import say_target

MOST_STAIRS: Final = 5
SHORTEST_STAIR_SECONDS: Final = 30.0
SHORTEST_STAIR_METRES: Final = 100.0
_SHARE_DECIMALS: Final = 3
_DECIMALS: Final = MappingProxyType(
    {
        Quantity.SPEED: 6,
        Quantity.HEART_RATE: 0,
        Quantity.POWER: 0,
        Quantity.CADENCE: 0,
        Quantity.EFFORT: 1,
    }
)


def simplify_targets(step: Step, path: str, words: list[str], ledger: Ledger) -> Step:
    """Return *step* with the targets the format has; the second takes the place of a first it lacks.

    Ramps are kept for :func:`stairs` to climb.
    """
    kept = [
        (where, target)
        for where, target in ((f"{path}.target", step.target), (f"{path}.second_target", step.second_target))
        if target is not None and _keeps(target, where, words, ledger)
    ]
    if len(kept) > 1 and Feature.SECOND_TARGET not in ledger.supports:
        where, target = kept.pop()
        _tell(target, where, Feature.SECOND_TARGET, words, ledger)
    for where, target in kept:
        if _climbs(target, ledger):
            count = _stair_count(step.duration)
            ledger.lose(where, Feature.RAMP, f"the ramp becomes {count} stair{'s' * (count > 1)}")
    first, second, *_ = *(target for _, target in kept), None, None
    return evolve(step, target=first, second_target=second)


def _keeps(target: Target, path: str, words: list[str], ledger: Ledger) -> bool:
    features = {*features_of_target(target)} - ledger.supports.features - {Feature.RAMP}
    lacking = [feature for feature in Feature if feature in features] + _zone_too_high(target, ledger)
    if lacking:
        _tell(target, path, lacking[0], words, ledger)
    return not lacking


def _zone_too_high(target: Target, ledger: Ledger) -> list[Feature]:
    highest = ledger.supports.highest_zone(target.quantity)
    if isinstance(target.value, Zone) and highest is not None and target.value.number > highest:
        return [ZONES[target.quantity]]
    return []


def _tell(target: Target, path: str, kind: Feature, words: list[str], ledger: Ledger) -> None:
    words.append(say_target(target, ledger.sport))
    ledger.tell(path, kind, words[-1])


def echoed(step: Step, ledger: Ledger) -> Iterator[str]:
    """Yield in words the targets that the format carries, but that not every reader of it shows."""
    for target, place in ((step.target, set()), (step.second_target, {Feature.SECOND_TARGET})):
        if target is not None and ledger.supports.echoes & {*features_of_target(target), *place}:
            yield say_target(target, ledger.sport)


def stairs(step: Step, ledger: Ledger) -> Iterator[Step]:
    """Yield *step*, or steps that climb where it ramps and the format cannot."""
    if not any(_climbs(target, ledger) for target in (step.target, step.second_target)):
        yield step
        return
    count = _stair_count(step.duration)
    for number in range(count):
        yield evolve(
            step,
            duration=_share_of(step.duration, count),
            target=_stair(step.target, number, count, ledger),
            second_target=_stair(step.second_target, number, count, ledger),
        )


def _climbs(target: Target | None, ledger: Ledger) -> bool:
    """Tell whether *target* is a ramp that the format has to climb by stairs."""
    return target is not None and isinstance(target.value, Ramp) and Feature.RAMP not in ledger.supports


def _stair_count(duration: Duration) -> int:
    if isinstance(duration, Time):
        return max(1, min(MOST_STAIRS, int(duration.seconds / SHORTEST_STAIR_SECONDS)))
    if isinstance(duration, Distance):
        return max(1, min(MOST_STAIRS, int(duration.metres / SHORTEST_STAIR_METRES)))
    return 1


def _share_of(duration: Duration, count: int) -> Duration:
    if isinstance(duration, Time):
        return Time(duration.seconds / count)
    if isinstance(duration, Distance):
        return Distance(duration.metres / count)
    return duration


def _stair(target: Target | None, number: int, count: int, ledger: Ledger) -> Target | None:
    if target is None or not isinstance(target.value, Ramp) or not _climbs(target, ledger):
        return target
    ends = sorted(_edge(target.value, target.quantity, at, count) for at in (number, number + 1))
    return Target(target.quantity, Range(ends[0], ends[1], target.value.of))


def _edge(ramp: Ramp, quantity: Quantity, at: int, count: int) -> float:
    """Return where the ramp is after *at* of *count* stairs, rounded between its ends."""
    if at in (0, count):
        return ramp.end if at else ramp.start
    decimals = _DECIMALS[quantity] if ramp.of is None else _SHARE_DECIMALS
    return round(ramp.start + (ramp.end - ramp.start) * at / count, decimals)
