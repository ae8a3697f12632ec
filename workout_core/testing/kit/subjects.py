"""What plugins are tried on: a workout for each feature, everything at once, and texts of every script."""

from __future__ import annotations

from typing import Any, Final

from attrs import evolve

from workout_core.formats.exporter import Exporter
from workout_core.model.duration import Time
from workout_core.model.exercise import Exercise
from workout_core.model.link import Link
from workout_core.model.plan import Plan
from workout_core.model.sport import Sport
from workout_core.model.workout import Step, Workout
from workout_core.testing.samples import SAMPLES, kitchen_sink, kitchen_sink_plan

TEXTS: Final = (
    *(
        "Straße",
        "Zażółć gęślą jaźń",
        "Подъём",
        "Τρέξιμο",
        "דופק נמוך",
        "جري خفيف",
        "दौड़ना",
        "走る",
        "달리기",
    ),
    *(
        "e\u0301 and é",
        "🏃🏽‍♀️",
        "𐍈",
        "a\u200bb",
        "\u202eabc\u202c",
        "\ufffd",
        "<b>&amp;</b>",
        "]]>",
        "a;b,c\\n",
        '"',
    ),
    *("%s {0} $x", "\\", "'", "~", "x" * 300, "é" * 300, "走" * 300),
)
"""What people write, what other formats mean by something, and what is long in characters and in bytes."""


def _texts(text: str) -> Workout:
    step = Step(duration=Time(60), name=text, cue=text, exercise=Exercise(name=text))
    plain = Step(duration=Time(60), name=text, cue=f"{text}\n{text}")
    return Workout(
        name=text,
        items=[step, plain],
        description=f"{text}\n{text}",
        tags=[text],
        links=[Link("https://example.org/", text)],
    )


TEXT_WORKOUTS: Final = tuple(map(_texts, TEXTS))
WORKOUTS: Final = (*SAMPLES.values(), kitchen_sink(), *TEXT_WORKOUTS)


def all_for(exporter: Exporter[Any]) -> tuple[Workout | Plan, ...]:
    """Return all workouts and the plan, in sports that *exporter* knows."""
    return tuple(in_a_sport_of(exporter, each) for each in (*WORKOUTS, kitchen_sink_plan()))


def in_a_sport_of(exporter: Exporter[Any], subject: Any) -> Any:
    """Return a workout, or a plan of workouts, in a sport that *exporter* knows: its own if it is one."""
    if isinstance(subject, Workout):
        known = exporter.supports.sports
        if subject.sport in known:
            return subject
        sports = [sport for sport in Sport if sport in known]
        return evolve(subject, sport=sports[list(Sport).index(subject.sport) % len(sports)])
    sessions = (
        evolve(each, activity=in_a_sport_of(exporter, each.activity))
        if isinstance(each.activity, Workout)
        else each
        for each in subject.sessions
    )
    return evolve(subject, sessions=tuple(sessions))
