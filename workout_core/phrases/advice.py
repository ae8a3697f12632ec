"""What to hold as one value, which a watch alerts of at every change: advice, once for a document."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from workout_core.analysis.reading import Reading
from workout_core.languages import gettext
from workout_core.model.paths import key_path
from workout_core.model.target import Quantity, Range, Target
from workout_core.model.workout import Step
from workout_core.phrases.questions import MEANT, yes
from workout_core.phrases.targets import target_words

_ROOM: Final = MappingProxyType(
    {Quantity.SPEED: "~5s", Quantity.HEART_RATE: "~5bpm", Quantity.POWER: "~5%", Quantity.CADENCE: "~3%"}
)
_ROOM_OF_A_SHARE: Final = "~2%"


def advice(reading: Reading) -> tuple[str, ...]:
    """Return a line for each value of a workout that has no room, with its place; nothing if all is meant."""
    return () if MEANT in reading.workout.tags else tuple(_advice(reading))


def _advice(reading: Reading) -> Iterator[str]:
    for path, item in reading.workout.walk():
        for name in ("target", "second_target"):
            target = getattr(item, name) if isinstance(item, Step) else None
            if target is not None and (room := _room(target)):
                said = gettext(
                    "{target} is one value, and a watch alerts at every change (give it room, like '{room}'; "
                    "{yes})",
                    target=target_words(target, reading),
                    room=room,
                    yes=yes(),
                )
                yield f"{key_path(path, name)}: {said}"


def _room(target: Target) -> str:
    """Return the tolerance that is usual for *target*; nothing if it has room, or if no watch minds."""
    value = target.value
    if not isinstance(value, Range) or value.low != value.high:
        return ""
    room = _ROOM.get(target.quantity, "")
    return _ROOM_OF_A_SHARE if room and value.of is not None else room
