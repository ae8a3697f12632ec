"""What the text of a workout does not say."""

from __future__ import annotations

from attrs import frozen

from workout_core import Sport


@frozen(kw_only=True)
class ReadOptions:
    """What ``-O`` sets when a text is read.

    Attributes:
        sport: which sport it is for; guessed from its targets when left out.
    """

    sport: Sport | None = None
