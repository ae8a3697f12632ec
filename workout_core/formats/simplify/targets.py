"""What to hold: a target the format lacks becomes words, a ramp becomes stairs."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final, TypeAlias

from workout_core.formats.capabilities import Capabilities, Feature
from workout_core.formats.features import feature_of_value, features_of_target
from workout_core.formats.simplify.ledger import Ledger
from workout_core.languages import ngettext
from workout_core.model.duration import Distance, Duration, Time
from workout_core.model.target import Quantity, Ramp, Range, Target, Zone
from workout_core.model.workout import Step
from workout_core.phrases import say_target

MOST_STAIRS: Final = 5
SHORTEST_STAIR_SECONDS: Final = 30.0
SHORTEST_STAIR_METRES: Final = 100.0
Targets: TypeAlias = tuple[Target | None, Target | None]
SHARE_DECIMALS: Final = 3
_DECIMALS: Final = MappingProxyType(
    {
        Quantity.SPEED: 6,
        Quantity.HEART_RATE: 0,
        Quantity.POWER: 0,
        Quantity.CADENCE: 0,
        Quantity.EFFORT: 1,
    }
)


def simplify_targets(step: Step, duration: Duration, path: str, words: list[str], ledger: Ledger) -> Targets:
    """Return the targets of *step* the format has; the second takes the place of a first it lacks.

    Ramps are kept for :func:`stairs` to climb.
    """
    kept = []
    for where, target in ((f"{path}.target", step.target), (f"{path}.second_target", step.second_target)):
        if target is None:
            continue
        if ledger.lacks(target):
            words.append(say_target(target, ledger.sport))
        elif is_carried(target, ledger.supports):
            kept.append((where, target))
        else:
            _tell(target, where, feature_of_value(target), words, ledger)
    if len(kept) > 1 and Feature.SECOND_TARGET not in ledger.supports:
        where, target = kept.pop()
        _tell(target, where, Feature.SECOND_TARGET, words, ledger)
    for where, target in kept:
        if _climbs(target, ledger):
            count = _stair_count(duration)
            told = ngettext("the ramp becomes {n} stair", "the ramp becomes {n} stairs", count)
            ledger.lose(where, Feature.RAMP, told)
    first, second, *_ = *(target for _, target in kept), None, None
    return first, second


def is_carried(target: Target, supports: Capabilities) -> bool:
    """Tell whether the format has what *target* is of, whether it stays the same or climbs."""
    return feature_of_value(target) in supports and not is_zone_too_high(target, supports)


def is_zone_too_high(target: Target, supports: Capabilities) -> bool:
    """Tell whether *target* is a zone above the highest that the format can name."""
    if not isinstance(target.value, Zone):
        return False
    highest = supports.highest_zone(target.quantity)
    return highest is not None and target.value.number > highest


def _tell(target: Target, path: str, kind: Feature, words: list[str], ledger: Ledger) -> None:
    words.append(say_target(target, ledger.sport))
    ledger.tell(path, kind, words[-1])


def echoed(targets: Targets, ledger: Ledger) -> Iterator[str]:
    """Yield in words the *targets* that the format carries, but that not every reader of it shows."""
    for target, place in zip(targets, ((), (Feature.SECOND_TARGET,)), strict=True):
        if target is not None and not ledger.supports.echoes.isdisjoint(
            (*features_of_target(target), *place)
        ):
            yield say_target(target, ledger.sport)


def stairs(duration: Duration, targets: Targets, ledger: Ledger) -> Iterator[tuple[Duration, Targets]]:
    """Yield *duration* and *targets*, or those of the stairs of a ramp that the format cannot climb."""
    if not any(_climbs(target, ledger) for target in targets):
        yield duration, targets
        return
    count = _stair_count(duration)
    for number in range(count):
        first, second = (_stair(target, number, count, ledger) for target in targets)
        yield _share_of(duration, count), (first, second)


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
        return Time(duration.seconds / count, duration.longest and duration.longest / count)
    if isinstance(duration, Distance):
        return Distance(duration.metres / count, duration.farthest and duration.farthest / count)
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
    decimals = _DECIMALS[quantity] if ramp.of is None else SHARE_DECIMALS
    return round(ramp.start + (ramp.end - ramp.start) * at / count, decimals)
