"""A workout, a plan, an athlete or a squad → a document: JSON for machines, canonical YAML for people."""

from __future__ import annotations

from typing import Any

from workout_core.documents.athletes import ATHLETE
from workout_core.documents.json_text import json_text
from workout_core.documents.kinds import Json, Kind
from workout_core.documents.plans.plan import PLAN
from workout_core.documents.source import Document
from workout_core.documents.squad import SQUAD
from workout_core.documents.workouts import FORMAT, WORKOUT
from workout_core.errors import InvalidWorkout
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan
from workout_core.model.target import Range
from workout_core.model.workout import Workout
from workout_core.notation.writer import format_steps
from workout_core.plans.squad import Squad
from workout_core.units import write_distance, write_speed, write_speed_range, write_time


def to_json(document: Document) -> dict[str, Json]:
    """Return the document as JSON values, SI numbers throughout; reading them gives an equal model."""
    tables: dict[type, Kind[Any]] = {Workout: WORKOUT, Plan: PLAN, Athlete: ATHLETE, Squad: SQUAD}
    table = tables[type(document)]
    return {"format": FORMAT, **table.write(document)}


def write_json(document: Document) -> str:
    """Write the document as JSON text, with an end of line."""
    return json_text(to_json(document)) + "\n"


def write_yaml(document: Document) -> str:
    """Write the document in its canonical form: keys in a fixed order, steps in the notation."""
    from workout_core.documents.yaml_writer import yaml_of  # noqa: PLC0415 - only who writes YAML pays

    body = _in_notation(to_json(document), document)
    del body["format"]
    return yaml_of(body)


def _in_notation(written: dict[str, Json], document: Document) -> dict[str, Json]:
    """Put what people write, notation and paces, in the place of lists and SI numbers."""
    if isinstance(document, Workout):
        return _workout_in_notation(written, document)
    if isinstance(document, Athlete):
        return _athlete_in_words(written, document)
    if isinstance(document, Squad):
        _squad_in_words(written, document)
        return written
    for session, body in zip(document.sessions, written["sessions"], strict=True):
        if session.lasts is not None:
            body["lasts"] = write_time(session.lasts)
        if isinstance(session.activity, Workout):
            body["workout"] = _workout_in_notation(body["workout"], session.activity)
    return written


def _squad_in_words(written: dict[str, Json], squad: Squad) -> None:
    for body, plan in zip(written.get("plans", ()), squad.plans, strict=True):
        body["plan"] = _in_notation(body["plan"], plan.plan)
    for own, member in zip(written["athletes"], squad.members, strict=True):
        own["athlete"] = _athlete_in_words(own["athlete"], member.athlete)
        for body, plan in zip(own.get("plans", ()), member.plans, strict=True):
            body["plan"] = _in_notation(body["plan"], plan.plan)
        for body in (own, own.get("race", {})):
            if "goal" in body:
                body["goal"] = write_time(body["goal"])


def _workout_in_notation(written: dict[str, Any], workout: Workout) -> dict[str, Any]:
    try:
        return written | {"steps": format_steps(workout.items, workout.sport)}
    except InvalidWorkout:
        return written


def _athlete_in_words(written: dict[str, Any], athlete: Athlete) -> dict[str, Any]:
    words: dict[str, Any] = {}
    if athlete.threshold_speed is not None:
        words["threshold_pace"] = write_speed(athlete.threshold_speed)
    if athlete.race is not None:
        words["race"] = {
            "distance": write_distance(athlete.race.metres),
            "time": write_time(athlete.race.seconds),
        }
    if "speed" in written.get("zones", {}):
        edges = [write_speed(speed) for speed in written["zones"]["speed"]]
        words["zones"] = written["zones"] | {"speed": edges}
    if athlete.paces:
        words["paces"] = {name: _pace(held) for name, held in athlete.paces}
    return written | words


def _pace(held: Range) -> str:
    return write_speed_range(held.low, held.high)
