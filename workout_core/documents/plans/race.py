"""The keys of the race at the end of a plan."""

from __future__ import annotations

from typing import Any, Final

from workout_core.documents.keys import Key, Table
from workout_core.documents.links import LINKS
from workout_core.documents.plans.numbers import LASTS
from workout_core.documents.scalars import DATE, LINE, METRES, SECONDS, TIME_OF_DAY
from workout_core.languages import gettext_noop
from workout_core.model.link import Link
from workout_core.plans.anchors import PlannedRace


def _race(url: str = "", links: tuple[Link, ...] = (), **others: Any) -> PlannedRace:
    return PlannedRace(links=(*((Link(url),) if url else ()), *links), **others)


PLANNED_RACE: Final = Table(
    gettext_noop("a race"),
    (
        Key(name="name", kind=LINE, attribute="name", required=True, says="what people call it"),
        Key(name="date", kind=DATE, attribute="day", required=True, says="when"),
        Key(name="time", kind=TIME_OF_DAY, attribute="at", says="its start"),
        Key(name="distance", kind=METRES, attribute="metres", says="how far"),
        Key(name="goal", kind=SECONDS, attribute="seconds", says="the time to aim at"),
        Key(name="lasts", kind=LASTS, attribute="lasts", says="how long it takes in the calendar"),
        Key(name="links", kind=LINKS, attribute="links", default=()),
        Key(name="url", kind=LINE, attribute="url", default="", says="its page"),
    ),
    _race,
)
