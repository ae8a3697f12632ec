"""What the text of a workout does not say."""

from __future__ import annotations

from attrs import frozen

from workout_core import Sport, parameter


@frozen(kw_only=True)
class ReadOptions:
    """What can be said of a text that is read: ``--from 'intervals-icu sport=hiking'``."""

    sport: Sport | None = parameter(says="the sport, which is guessed from the targets", default=None)
