"""The keys of a race, one that was run or one that is the goal."""

from __future__ import annotations

from typing import Final

from workout_core.documents.keys import Key, Table
from workout_core.documents.scalars import METRES, SECONDS
from workout_core.languages import gettext_noop
from workout_core.model.athlete import Race

RACE: Final = Table(
    gettext_noop("a race"),
    (
        Key(name="distance", kind=METRES, attribute="metres", required=True),
        Key(name="time", kind=SECONDS, attribute="seconds", required=True),
    ),
    Race,
)
