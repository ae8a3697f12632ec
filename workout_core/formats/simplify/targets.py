"""What to hold: a target the format lacks becomes words, a ramp becomes stairs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from workout_core.formats.capabilities import Feature
from workout_core.formats.features import ZONES, features_of_target
from workout_core.formats.simplify.ledger import Ledger
from workout_core.model.duration import Distance, Duration, Time
from workout_core.model.target import Ramp, Range, Target, Zone
from workout_core.model.workout import Step
from workout_core.words import say_target

MOST_STAIRS: Final = 5
SHORTEST_STAIR_SECONDS: Final = 30.0
SHORTEST_STAIR_METRES: Final = 100.0


def stairs(step: Step, path: str, ledger: Ledger) -> Iterator[Step]:
    """Yield *step*, or steps that climb where it ramps and the format cannot."""
    if not any(_climbs(target, ledger) for target in (step.target, step.second_target)):
        yield step
        return
    count = _stair_count(step)
    ledger.lose(f"{path}.target", Feature.RAMP, f"the ramp becomes {count} stair{'s' * (count > 1)}")
    for number in range(count):
        yield evolve(
            step,
            duration=_share_of(step.duration, count),
            target=_stair(step.target, number, count, ledger),
            second_target=_stair(step.second_target, number, count, ledger),
        )


def _climbs(target: Target | None, ledger: Ledger) -> bool:
    """Tell whether the format lacks nothing but the ramp of *target*."""
    return target is not None and set(features_of_target(target)) - ledger.supports.features == {Feature.RAMP}


def _stair_count(step: Step) -> int:
    if isinstance(step.duration, Time):
        return max(1, min(MOST_STAIRS, int(step.duration.seconds / SHORTEST_STAIR_SECONDS)))
    if isinstance(step.duration, Distance):
        return max(1, min(MOST_STAIRS, int(step.duration.metres / SHORTEST_STAIR_METRES)))
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
    value = target.value
    start, end = (value.start + (value.end - value.start) * at / count for at in (number, number + 1))
    return Target(target.quantity, Range(min(start, end), max(start, end), value.of))


def simplify_targets(step: Step, path: str, words: list[str], ledger: Ledger) -> Step:
    """Return *step* with the targets the format has; the second takes the place of a first it lacks."""
    kept = [
        target
        for where, target in (("target", step.target), ("second_target", step.second_target))
        if target is not None and _keeps(target, f"{path}.{where}", words, ledger)
    ]
    if len(kept) > 1 and Feature.SECOND_TARGET not in ledger.supports:
        words.append(say_target(kept[1], ledger.sport))
        ledger.tell(f"{path}.second_target", Feature.SECOND_TARGET, words[-1])
        del kept[1]
    if len(kept) > 1 and Feature.SECOND_TARGET in ledger.supports.echoes:
        words.append(say_target(kept[1], ledger.sport))
    return evolve(step, target=kept[0] if kept else None, second_target=kept[1] if len(kept) > 1 else None)


def _keeps(target: Target, path: str, words: list[str], ledger: Ledger) -> bool:
    said = say_target(target, ledger.sport)
    features = set(features_of_target(target))
    lacking = [feature for feature in Feature if feature in features and feature not in ledger.supports]
    lacking += _zone_too_high(target, ledger)
    if not lacking:
        if features & ledger.supports.echoes:
            words.append(said)
        return True
    words.append(said)
    ledger.tell(path, lacking[0], said)
    return False


def _zone_too_high(target: Target, ledger: Ledger) -> list[Feature]:
    highest = ledger.supports.highest_zone(target.quantity)
    if isinstance(target.value, Zone) and highest is not None and target.value.number > highest:
        return [ZONES[target.quantity]]
    return []
