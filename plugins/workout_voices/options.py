"""What people may choose about these voices."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from workout_core import InvalidParameter, parameter

SLOWEST: Final = 0.5
FASTEST: Final = 2.0


def _speed(speed: float) -> float:
    if not SLOWEST <= speed <= FASTEST:
        raise InvalidParameter("speed", f"{speed:g} is beyond these voices ({SLOWEST:g} to {FASTEST:g})")
    return speed


@frozen(kw_only=True)
class LocalVoiceOptions:
    """What ``--voice 'NAME option=value'`` sets."""

    speed: float = parameter(says="how fast it speaks; its usual speed is 1", default=1.0, converter=_speed)
