"""What is to be done to a calendar of intervals.icu, so that it shows a plan: pure decisions, nothing sent.

An event is known to be ours by its ``uid``, or by its ``external_id``: both name the plan and the session,
and nothing else there begins so. The second one also has a digest of what was sent, since the service does
not give back the file that an event was made of. Both are sent because users of keys report that one of them
is not kept. All other events are somebody else's, whatever they are called.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from attrs import evolve, frozen

from workout_core.formats.exporter import Export
from workout_core.model.identity import session_identity
from workout_core.model.plan import Plan, Session
from workout_core.model.workout import Workout
from workout_core.pipeline.doing import Doing
from workout_core.pipeline.file_names import session_names
from workout_core.publish.icu_sports import TYPES

_OURS: Final = re.compile(r"workout-core:([0-9a-f-]{36}):([0-9a-f-]{36})(?::([0-9a-f]{16}))?")
MIDNIGHT: Final = "T00:00:00"
"""The time of what has none."""
_DAY: Final = len("2026-10-19")
_MINUTE: Final = len("2026-10-19T18:30")


@frozen(kw_only=True)
class WantedEvent:
    """An event as it is meant.

    Attributes:
        uid: of the session in its plan, whatever its date.
        digest: of what is sent.
        body: what is sent, without the ``external_id``.
        workout: what it is made of, before any format.
    """

    uid: str
    digest: str
    body: Mapping[str, Any]
    workout: Workout

    @property
    def title(self) -> str:
        """Its name."""
        return str(self.body["name"])

    @property
    def start(self) -> str:
        """When it is, as the service writes it: ``2026-10-19T18:30:00``."""
        return str(self.body["start_date_local"])

    def sent(self) -> dict[str, Any]:
        """Return what the service is given."""
        return {**self.body, "external_id": f"{self.uid}:{self.digest}"}


@frozen(kw_only=True)
class KnownEvent:
    """An event of ours, as the service has it.

    Attributes:
        number: what the service calls it.
        plan: the identity of the plan that it was sent from.
        uid: ours.
        digest: of what was sent; empty where the service has not kept it.
        keeps_uid: whether the service knows it by our uid, so that sending it again replaces it.
        title: its name there.
        start: when it is there.
        failures: which deliveries to other services failed, in words.
    """

    number: int
    plan: str
    uid: str
    digest: str
    keeps_uid: bool
    title: str
    start: str
    failures: tuple[str, ...] = ()


@frozen(kw_only=True)
class PublishedChange:
    """One thing to do.

    Attributes:
        doing: what.
        wanted: what is to be there; None where an event is removed.
        known: what is there; None where one is created.
    """

    doing: Doing
    wanted: WantedEvent | None = None
    known: KnownEvent | None = None

    @property
    def title(self) -> str:
        """The name of the event, as it is going to be, or as it was."""
        return next((each.title for each in (self.wanted, self.known) if each), "")

    @property
    def start(self) -> str:
        """When it is, or was."""
        return next((each.start for each in (self.wanted, self.known) if each), "")


@frozen(kw_only=True)
class Publishing:
    """What makes the service show a plan.

    Attributes:
        changes: what to do: first what is created and changed, by time, then what is removed.
        unchanged: events that are as they are meant.
        forgotten: how many events are sent again only because the service has not kept their digest.
        doubled: how many events that are to be created are there already, from a plan of another identity.
    """

    changes: tuple[PublishedChange, ...]
    unchanged: tuple[KnownEvent, ...]
    forgotten: int
    doubled: int

    def on(self, is_meant: Callable[[date], bool]) -> Publishing:
        """Return what concerns days that are meant: those on which an event is, or is going to be."""

        def concerns(*events: WantedEvent | KnownEvent | None) -> bool:
            days = (_day(each.start) for each in events if each)
            return any(day is not None and is_meant(day) for day in days)

        return evolve(
            self,
            changes=tuple(each for each in self.changes if concerns(each.wanted, each.known)),
            unchanged=tuple(each for each in self.unchanged if concerns(each)),
        )


def wanted_events(plan: Plan, plan_id: UUID, files: Iterable[Export], media_type: str) -> list[WantedEvent]:
    """Return the events of *plan*, one for each of its workouts that has a file.

    Args:
        plan: with a session for each file.
        plan_id: its identity.
        files: of its workouts, as :func:`~workout_core.export` names them.
        media_type: of the files; text is sent as the description of which the service makes steps.
    """
    stems = session_names(plan)
    by_key = {stem: key for key, stem in stems.items()}
    sessions = {session.key: session for session in plan.sessions}
    is_text = media_type.startswith("text/")
    found = []
    for file in files:
        name = file.name.rpartition("/")[2]
        stem = next((each for each in _stems(name) if each in by_key), None)
        if stem is not None:
            session = sessions[by_key[stem]]
            found.append(_wanted(plan, plan_id, session, name, file.data, is_text=is_text))
    return found


def _stems(name: str) -> Iterator[str]:
    """Yield *name* without one suffix, without two, and so on."""
    while (dot := name.rfind(".")) > 0:
        name = name[:dot]
        yield name


def _wanted(
    plan: Plan, plan_id: UUID, session: Session, name: str, data: bytes, *, is_text: bool
) -> WantedEvent:
    workout = session.activity
    if not isinstance(workout, Workout):
        raise TypeError(workout)
    uid = f"workout-core:{plan_id}:{session_identity(plan, session)}"
    start = f"T{session.at:%H:%M:%S}" if session.at else MIDNIGHT
    content = (
        {"description": data.decode()}
        if is_text
        else {"filename": name, "file_contents_base64": b64encode(data).decode()}
    )
    body = {
        "uid": uid,
        "category": "WORKOUT",
        "start_date_local": f"{session.day.isoformat()}{start}",
        "name": session.name,
        "type": TYPES[workout.sport],
        **content,
    }
    return WantedEvent(uid=uid, digest=_digest(body), body=body, workout=workout)


def _digest(body: Mapping[str, Any]) -> str:
    return sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()[:16]


def known_event(told: Any) -> KnownEvent | None:
    """Return an event of the service if it is ours; None if it is somebody else's, or makes no sense."""
    if not isinstance(told, Mapping) or not isinstance(number := told.get("id"), int):
        return None
    uid, external = (_OURS.fullmatch(_text(told, each)) for each in ("uid", "external_id"))
    found = uid or external
    if found is None:
        return None
    name = f"workout-core:{found[1]}:{found[2]}"
    return KnownEvent(
        number=number,
        plan=found[1],
        uid=name,
        digest=(external[3] or "") if external else "",
        keeps_uid=uid is not None,
        title=_text(told, "name"),
        start=_text(told, "start_date_local"),
        failures=tuple(_failures(told.get("push_errors"))),
    )


def _text(told: Mapping[Any, Any], key: str) -> str:
    value = told.get(key)
    return value if isinstance(value, str) else ""


def _failures(told: Any) -> Iterator[str]:
    """Yield what ``push_errors`` say: of which service, and what it said."""
    for each in told if isinstance(told, list) else ():
        if isinstance(each, Mapping):
            yield ": ".join(filter(None, (_text(each, "service"), _text(each, "message"))))


def publishing(wanted: Iterable[WantedEvent], known: Iterable[KnownEvent], plan_id: UUID) -> Publishing:
    """Return what makes the service show what is *wanted* of a plan, where it has what is *known*.

    Of two events of one session, which an interrupted attempt can leave, the older one stays.
    """
    there: dict[str, KnownEvent] = {}
    by_age = sorted(known, key=lambda each: each.number)
    own = [each for each in by_age if each.plan == str(plan_id)]
    others = {_looks(each) for each in by_age if each.plan != str(plan_id)}
    spare = [each for each in own if there.setdefault(each.uid, each) is not each]
    changes: list[PublishedChange] = []
    unchanged: list[KnownEvent] = []
    forgotten = 0
    for event in sorted(wanted, key=lambda each: (each.start, each.title, each.uid)):
        had = there.pop(event.uid, None)
        if had is None:
            changes.append(PublishedChange(doing=Doing.CREATE, wanted=event))
        elif _is_same(event, had):
            unchanged.append(had)
        else:
            forgotten += not had.digest
            changes.append(PublishedChange(doing=Doing.REPLACE, wanted=event, known=had))
    gone = sorted((*there.values(), *spare), key=lambda each: (each.start, each.title, each.number))
    changes += (PublishedChange(doing=Doing.REMOVE, known=each) for each in gone)
    doubled = sum(each.doing is Doing.CREATE and _looks(each) in others for each in changes)
    return Publishing(
        changes=tuple(changes), unchanged=tuple(unchanged), forgotten=forgotten, doubled=doubled
    )


def _day(start: str) -> date | None:
    """Return the day of an event; None where the service says something else."""
    try:
        return date.fromisoformat(start[:_DAY])
    except ValueError:
        return None


def _looks(event: WantedEvent | KnownEvent | PublishedChange) -> tuple[str, ...]:
    return event.start[:_MINUTE], *event.title.split()


def _is_same(event: WantedEvent, known: KnownEvent) -> bool:
    """Tell whether an event was sent as it is meant, and whether nobody has moved or renamed it since."""
    return event.digest == known.digest and _looks(event) == _looks(known)
