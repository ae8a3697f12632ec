"""The keys of a plan as machines write it: every session with its date."""

from __future__ import annotations

from datetime import date, time
from typing import Any, Final

from workout_core.documents.athletes import ATHLETE
from workout_core.documents.keys import Key, Table
from workout_core.documents.kinds import Json, ListOf
from workout_core.documents.links import LINKS
from workout_core.documents.scalars import (
    BOOLEAN,
    DATE,
    LINE,
    LINES,
    NUMBER,
    SECONDS,
    TIME_OF_DAY,
    ZONE,
    choice,
)
from workout_core.documents.source import FAILED, Failed, Place
from workout_core.documents.tree import MappingNode, Node
from workout_core.documents.weekdays import WEEKDAY
from workout_core.documents.workouts import WORKOUT
from workout_core.errors import InvalidWorkout
from workout_core.languages import gettext, gettext_noop, speak
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Event, EventKind, Plan, Session, VolumeChange, Week
from workout_core.model.workout import Workout

EVENT: Final = Table(
    gettext_noop("an event"),
    (
        Key(name="event", kind=LINE, attribute="name", required=True, says="what people call it"),
        Key(
            name="kind",
            kind=choice(EventKind, gettext_noop("a kind of event")),
            attribute="kind",
            default=EventKind.NOTE,
        ),
        Key(name="description", kind=LINES, attribute="description", default=""),
        Key(name="links", kind=LINKS, attribute="links", default=()),
    ),
    Event,
)


class AthleteOfPlan:
    """Who a plan is for, whose units and language it is read in where nobody says others."""

    def read(self, node: Node, place: Place) -> Athlete | Failed:
        """Return the athlete."""
        athlete = self._read(node, place)
        if athlete is not FAILED:
            place.source.units = place.source.units or athlete.units
            speak(athlete.language)
        return athlete

    def _read(self, node: Node, place: Place) -> Athlete | Failed:
        return ATHLETE.read(node, place)

    def write(self, value: Athlete) -> Json:
        """Return the athlete as an object."""
        return ATHLETE.write(value)

    def schema(self) -> dict[str, Json]:
        """Describe the athlete."""
        return ATHLETE.schema()


def athlete_first(node: Node) -> Node:
    """Return the keys of a plan with its athlete before all that is read for them."""
    if not isinstance(node, MappingNode):
        return node
    pairs = sorted(node.pairs, key=lambda pair: pair[0].text != "athlete")
    return MappingNode(pairs, node.line, node.column)


def _session(
    slot: str,
    day: date,
    at: time | None = None,
    lasts: float | None = None,
    workout: Workout | None = None,
    event: Event | None = None,
    **others: Any,
) -> Session:
    activity = workout or event
    if activity is None or (workout and event):
        raise InvalidWorkout(gettext("a session is either a workout or an event"))
    return Session(slot=slot, day=day, at=at, lasts=lasts, activity=activity, **others)


VOLUME: Final = Table(
    gettext_noop("a change of volume"),
    (
        Key(name="factor", kind=NUMBER, attribute="factor", required=True, says="so many times as much"),
        Key(name="what", kind=LINE, attribute="what", default="", says="from how much to how much"),
    ),
    VolumeChange,
)


class _SessionTable(Table[Session]):
    """A session keeps its workout or event in one attribute; documents say which it is."""

    def write(self, value: Session) -> Json:
        """Return an object with ``workout`` or ``event`` last."""
        written = {"slot": value.slot, "date": DATE.write(value.day)}
        if value.at is not None:
            written["at"] = TIME_OF_DAY.write(value.at)
        if value.lasts is not None:
            written["lasts"] = SECONDS.write(value.lasts)
        if value.skipped:
            written["skipped"] = True
        if value.plan:
            written["of"] = value.plan
        if value.race:
            written["race"] = True
        if value.volume is not None:
            written["volume"] = VOLUME.write(value.volume)
        if value.load:
            written["load"] = value.load
        if isinstance(value.activity, Workout):
            return written | {"workout": WORKOUT.write(value.activity)}
        return written | {"event": EVENT.write(value.activity)}

    def schema(self) -> dict[str, Json]:
        """Describe an object with exactly one of ``workout`` and ``event``."""
        return super().schema() | {"oneOf": [{"required": [name]} for name in ("workout", "event")]}


SESSION: Final = _SessionTable(
    gettext_noop("a session"),
    (
        Key(
            name="slot",
            kind=LINE,
            attribute="slot",
            required=True,
            says="what identifies it, whatever its date",
        ),
        Key(name="date", kind=DATE, attribute="day", required=True, says="the day"),
        Key(name="at", kind=TIME_OF_DAY, attribute="at", says="when it starts; all day when left out"),
        Key(name="lasts", kind=SECONDS, attribute="lasts", says="how long it takes in the calendar"),
        Key(name="skipped", kind=BOOLEAN, attribute="skipped", default=False, says="left out this time"),
        Key(name="of", kind=LINE, attribute="plan", default="", says="the id of the plan it comes from"),
        Key(name="race", kind=BOOLEAN, attribute="race", default=False, says="the workout is that of a race"),
        Key(name="volume", kind=VOLUME, attribute="volume", says="what the volume of its week has changed"),
        Key(name="load", kind=LINE, attribute="load", default="", says="what that of its week has changed"),
        Key(name="workout", kind=WORKOUT, attribute="workout"),
        Key(name="event", kind=EVENT, attribute="event"),
    ),
    _session,
)
WEEK: Final = Table(
    gettext_noop("a week"),
    (
        Key(name="start", kind=DATE, attribute="start", required=True, says="its first day"),
        Key(name="name", kind=LINE, attribute="name", default="", says="what people call it"),
        Key(name="note", kind=LINES, attribute="note", default="", says="what to say of it"),
        Key(name="coach_note", kind=LINES, attribute="coach_note", default="", says="what was done in it"),
    ),
    Week,
)
PLAN_KEYS: Final = (
    Key(name="plan", kind=LINE, attribute="name", required=True, says="what people call it"),
    Key(
        name="id", kind=LINE, attribute="id", default="", says="what keeps it the same when its name changes"
    ),
    Key(name="timezone", kind=ZONE, attribute="timezone", default="", says="an IANA name"),
    Key(
        name="week_starts",
        kind=WEEKDAY,
        attribute="first_weekday",
        default=0,
        says="the first day of its weeks; Monday when left out",
    ),
    Key(name="description", kind=LINES, attribute="description", default=""),
    Key(name="links", kind=LINKS, attribute="links", default=()),
)
DATED: Final = Table(
    gettext_noop("a plan"),
    (
        *PLAN_KEYS,
        Key(name="athlete", kind=AthleteOfPlan(), attribute="athlete", says="who it is for"),
        Key(name="weeks", kind=ListOf(WEEK), attribute="weeks", default=(), says="weeks by their names"),
        Key(
            name="sessions",
            kind=ListOf(SESSION, least=1),
            attribute="sessions",
            required=True,
            says="what is done, and when",
        ),
    ),
    Plan,
)
