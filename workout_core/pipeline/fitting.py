"""Workouts made to fit a format, each once; sessions that it cannot take; and places as they are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from attrs import evolve

from workout_core.analysis.readings import Readings
from workout_core.errors import ExportError, InvalidWorkout
from workout_core.formats.capabilities import Capabilities
from workout_core.formats.losses import Loss
from workout_core.formats.simplify import origins, simplify
from workout_core.languages import gettext, pgettext_noop, quoted
from workout_core.model.paths import item_path, key_path
from workout_core.model.plan import Event, Session
from workout_core.model.workout import Item, Repeat, Step, Workout

_SESSION: Final = re.compile(r"sessions\[([0-9]+)\](?:\.(.+))?")


class Fitting:
    """What the workouts of one athlete become in one format.

    Attributes:
        name: of the format.
        supports: what it carries of a workout.
        readings: of the workouts.
    """

    def __init__(self, name: str, supports: Callable[[Workout], Capabilities], readings: Readings) -> None:
        self.name = name
        self.supports = supports
        self.readings = readings
        # workouts are told apart by where they are in memory: each is kept, so that no other takes its place
        self._known: dict[int, tuple[Workout, Workout, tuple[Loss, ...]]] = {}

    def of(self, workout: Workout) -> tuple[Workout, tuple[Loss, ...]]:
        """Return what *workout* becomes, and what is lost.

        Raises:
            ExportError: the format cannot take it; the message does not say which workout it is.
        """
        known = self._known.get(id(workout))
        if known is None:
            try:
                simple, losses = simplify(workout, self.supports(workout), self.readings.of(workout))
            except InvalidWorkout as error:
                raise InvalidWorkout(f"{workout.name}: {error}") from None
            if simple.items is workout.items:
                self.readings.take_for(simple, workout)
            known = self._known[id(workout)] = workout, simple, losses
        return known[1:]

    def refusal(self, activity: Workout | Event, error: ExportError) -> ExportError:
        """Return *error* with the names of the workout and the format that cannot take it."""
        return ExportError(f"{activity.name}: {self.name}: {error}")

    def as_written(self, losses: Iterable[Loss], workout: Workout) -> list[Loss]:
        """Return *losses* that a writer told of what *workout* has become, with their places in *workout*."""
        told = list(losses)
        if not told or _is_shaped_alike(self.of(workout)[0].items, workout.items):
            return told
        places = origins(workout, self.supports(workout), self.readings.of(workout))
        return [evolve(loss, path=_origin(loss.path, places)) for loss in told]

    def plan_as_written(self, losses: Iterable[Loss], kept: Sequence[tuple[int, Session]]) -> Iterator[Loss]:
        """Yield *losses* that a writer told of a plan with the sessions *kept*, with their places as written.

        Args:
            losses: what the writer told.
            kept: the sessions as written that the writer was given, each with its number in the plan.
        """
        for loss in losses:
            found = _SESSION.fullmatch(loss.path)
            if not found or int(found[1]) >= len(kept):
                yield loss
                continue
            index, session = kept[int(found[1])]
            inside = [evolve(loss, path=found[2] or "")]
            if isinstance(session.activity, Workout):
                inside = self.as_written(inside, session.activity)
            yield from in_session(index, inside)


def _is_shaped_alike(made: tuple[Item, ...], items: tuple[Item, ...]) -> bool:
    """Tell whether each of *items* became the one of *made* at its place: simplifying drops none of them."""
    return made is items or (
        len(made) == len(items)
        and all(
            _is_shaped_alike(new.items, old.items)
            if isinstance(new, Repeat) and isinstance(old, Repeat)
            # a step of an interval stands for all that is done in it
            else isinstance(new, Step) and isinstance(old, Step)
            for new, old in zip(made, items, strict=True)
        )
    )


def _origin(path: str, places: dict[str, str]) -> str:
    """Return *path* with its longest known beginning replaced by where that comes from."""
    item, more = path, ""
    while item and item not in places:
        item, dot, field = item.rpartition(".")
        more = f"{dot}{field}{more}"
    return f"{places[item]}{more}" if item else path


def left_out(index: int, session: Session, error: ExportError) -> Loss:
    """Return the loss of a session of a plan that the format cannot take."""
    what = gettext(
        "{name} on {day} is left out: {why}", name=quoted(session.name), day=session.day, why=error
    )
    return Loss(item_path("sessions", index), pgettext_noop("what a format lacks", "session"), what)


def in_session(index: int, losses: Iterable[Loss]) -> list[Loss]:
    """Return the *losses* of a workout as those of the plan whose session it is."""
    session = item_path("sessions", index)
    return [evolve(loss, path=key_path(session, loss.path) if loss.path else session) for loss in losses]
