"""Repeats of one part or two, which a ZWO file has a block for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workout_core import Intensity, Named, Quantity, Ramp, Range, Step, Target, gettext
from workout_zwo.elements import Attributes, PartWriter, Written, split_targets
from workout_zwo.numbers import write_number
from workout_zwo.texts import length_of, of_set

MOST_PARTS: Final = 2
_ON: Final = ("OnPower", "PowerOnLow", "PowerOnHigh"), "PowerOnZone"
_OFF: Final = ("OffPower", "PowerOffLow", "PowerOffHigh"), "PowerOffZone"
_SECOND_ROLES: Final = (Intensity.RECOVERY, Intensity.REST, Intensity.WORK)


def reason_to_write_out(steps: Sequence[Step]) -> str:
    """Return why intervals have no place for a repeat of *steps*; nothing if they have."""
    if len(steps) > MOST_PARTS:
        return gettext("intervals have two parts")
    targets = [split_targets(step) for step in steps]
    held = [target for target, _ in targets]
    if any(target is not None and isinstance(target.value, Ramp) for pair in targets for target in pair):
        return gettext("intervals have no ramps")
    if any(target is not None and target.quantity is Quantity.EFFORT for target in held):
        return gettext("intervals have no maximal effort")
    if len({target is None for target in held}) > 1:
        return gettext("both parts of intervals need a target, or neither")
    if len({_pace(target) for target in held}) > 1:
        return gettext("both parts of intervals refer to the same pace")
    if len(steps) == MOST_PARTS and not _is_one(targets[1][1]):
        return gettext("the second part of intervals has no range of cadences")
    roles = [step.intensity for step in steps]
    if roles[0] is not Intensity.WORK or not all(role in _SECOND_ROLES for role in roles[1:]):
        return gettext("the parts of intervals are work and recovery")
    return ""


def _pace(target: Target | None) -> str:
    return target.value.name if target is not None and isinstance(target.value, Named) else ""


def _is_one(cadence: Target | None) -> bool:
    return cadence is None or (isinstance(cadence.value, Range) and cadence.value.low == cadence.value.high)


def intervals(steps: Sequence[Step], times: int, path: str, parts: PartWriter) -> Written:
    """Return the block of *times* passes of one step or two."""
    parts.check(times * sum(step.cue.count("\n") for step in steps))
    on, off = steps[0], steps[1] if len(steps) == MOST_PARTS else None
    attributes: Attributes = {
        "Repeat": str(times),
        "OnDuration": write_number(length_of(on)[0]),
        # a repeat of one part is written like this by other programs too
        "OffDuration": write_number(length_of(off)[0]) if off else "0",
    }
    held, cadence = split_targets(on)
    attributes |= parts.held(held, *_ON) | parts.cadence(cadence, f"{path}.steps[0]")
    if off is not None:
        held, cadence = split_targets(off)
        attributes |= parts.held(held, *_OFF)
        attributes |= parts.cadence(cadence, f"{path}.steps[1]", "CadenceResting")
        if off.intensity is Intensity.WORK:
            attributes["OverUnder"] = "1"
        elif off.intensity is Intensity.REST:
            parts.tell_role(off, f"{path}.steps[1]")
    return Written("IntervalsT", attributes, of_set(steps, times), length_of(on)[1])
