"""One small workout for each feature of formats, and a workout and a plan with everything they can hold.

Whoever writes a format finds in :data:`SAMPLES` what to try it on; :func:`kitchen_sink` and
:func:`kitchen_sink_plan` are for what comes together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta
from itertools import cycle
from types import MappingProxyType
from typing import Any, Final

from attrs import evolve

from workout_core.formats.capabilities import Feature
from workout_core.model.athlete import Athlete
from workout_core.model.duration import (
    Calories,
    Counted,
    Distance,
    HeartRateAbove,
    HeartRateBelow,
    LapButton,
    MaxReps,
    PowerAbove,
    PowerBelow,
    Reps,
    Time,
)
from workout_core.model.exercise import Band, BodyWeight, Exercise, Implement, Load, OneRepMax, Weight
from workout_core.model.link import Link, LinkKind
from workout_core.model.plan import Event, EventKind, Plan, Session, VolumeChange, Week
from workout_core.model.sport import Equipment, Sport, Stroke
from workout_core.model.target import Named, Quantity, Ramp, Range, Reference, RepTime, Target, Value, Zone
from workout_core.model.workout import Intensity, Item, Repeat, Step, Workout

_MONDAY: Final = date(2026, 8, 3)
_MINUTE: Final = Step(duration=Time(60))
_REST: Final = Step(duration=Time(30), intensity=Intensity.REST)
_PACE: Final = Target(Quantity.SPEED, Range(4.0, 4.25))
_HEART_RATE: Final = Target(Quantity.HEART_RATE, Range(140, 150))


def _holding(quantity: Quantity, value: Value) -> Step:
    return evolve(_MINUTE, target=Target(quantity, value))


def _lifting(load: Load | None = None, *, per_side: bool = False, tempo: str = "") -> Step:
    exercise = Exercise(name="Split squat", load=load, per_side=per_side, tempo=tempo)
    return Step(duration=Time(60), exercise=exercise)


_ITEMS: Final[Mapping[Feature, Item]] = MappingProxyType(
    {
        Feature.REPEAT: Repeat(times=3, items=[_MINUTE]),
        Feature.NESTED_REPEAT: Repeat(times=2, items=[Repeat(times=3, items=[_MINUTE]), _REST]),
        Feature.REPEAT_UNTIL: Repeat(until=Time(600), items=[_MINUTE, _REST]),
        Feature.REPEAT_EVERY: Repeat(times=10, items=[Step(duration=Distance(200)), _REST], every=60),
        Feature.SEND_OFF: Repeat(times=10, items=[Step(duration=Distance(50))], every=60),
        Feature.TIME_CAP: Repeat(times=3, items=[_MINUTE], cap=600),
        Feature.SKIP_LAST_REST: Repeat(times=3, items=[_MINUTE, _REST], skip_last_rest=True),
        Feature.TIME: _MINUTE,
        Feature.DISTANCE: Step(duration=Distance(800)),
        Feature.LAP_BUTTON: Step(duration=LapButton()),
        Feature.REPS: Step(duration=Reps(12)),
        Feature.REPS_RANGE: Step(duration=Reps(12, least=8)),
        Feature.MAX_REPS: Step(duration=MaxReps()),
        Feature.COUNTED: Step(duration=Reps(5, of=Counted.BREATHS)),
        Feature.CALORIES: Step(duration=Calories(100)),
        Feature.HEART_RATE_LIMIT: Step(duration=HeartRateBelow(120)),
        Feature.POWER_LIMIT: Step(duration=PowerAbove(300)),
        Feature.AMOUNT_RANGE: Step(duration=Time(1800, longest=2400)),
        Feature.REPEAT_RANGE: Repeat(times=4, most=6, items=[_MINUTE]),
        Feature.SPEED: evolve(_MINUTE, target=_PACE),
        Feature.HEART_RATE: evolve(_MINUTE, target=_HEART_RATE),
        Feature.POWER: _holding(Quantity.POWER, Range(200, 220)),
        Feature.CADENCE: _holding(Quantity.CADENCE, Range(175, 185)),
        Feature.EFFORT: _holding(Quantity.EFFORT, Range(6, 7)),
        Feature.REP_TIME: Step(duration=Distance(400), target=Target(Quantity.SPEED, RepTime(400, 70, 72))),
        Feature.RAMP: _holding(Quantity.SPEED, Ramp(3.0, 4.0)),
        Feature.SECOND_TARGET: evolve(_MINUTE, target=_PACE, second_target=_HEART_RATE),
        Feature.SPEED_ZONE: _holding(Quantity.SPEED, Zone(3)),
        Feature.HEART_RATE_ZONE: _holding(Quantity.HEART_RATE, Zone(2)),
        Feature.POWER_ZONE: _holding(Quantity.POWER, Zone(4)),
        Feature.SHARE_OF_THRESHOLD_PACE: _holding(Quantity.SPEED, Range(0.9, 0.95, Reference.THRESHOLD_PACE)),
        Feature.SHARE_OF_THRESHOLD_HEART_RATE: _holding(
            Quantity.HEART_RATE, Range(0.85, 0.9, Reference.THRESHOLD_HEART_RATE)
        ),
        Feature.SHARE_OF_MAX_HEART_RATE: _holding(
            Quantity.HEART_RATE, Range(0.7, 0.75, Reference.MAX_HEART_RATE)
        ),
        Feature.SHARE_OF_HEART_RATE_RESERVE: _holding(
            Quantity.HEART_RATE, Range(0.6, 0.7, Reference.HEART_RATE_RESERVE)
        ),
        Feature.SHARE_OF_FTP: _holding(Quantity.POWER, Range(0.95, 1.0, Reference.FTP)),
        Feature.RELATIVE_PACE: _holding(Quantity.SPEED, Named("10km pace", offset=Range(20, 20))),
        Feature.NAMED_PACE: _holding(Quantity.SPEED, Named("easy")),
        Feature.RELATIVE: _holding(Quantity.HEART_RATE, Zone(2)),
        Feature.ROLE: evolve(_MINUTE, intensity=Intensity.STRIDES),
        Feature.STEP_NAME: evolve(_MINUTE, name="Surge"),
        Feature.CUE: evolve(_MINUTE, cue="Relax the shoulders"),
        Feature.EXERCISE: _lifting(),
        Feature.PER_SIDE: _lifting(per_side=True),
        Feature.TEMPO: _lifting(tempo="3-1-1"),
        Feature.WEIGHT: _lifting(Weight(60)),
        Feature.IMPLEMENTS: _lifting(Weight(12, 2, Implement.DUMBBELL)),
        Feature.ONE_REP_MAX: _lifting(OneRepMax(0.8)),
        Feature.BODY_WEIGHT: _lifting(BodyWeight(10)),
        Feature.BAND: _lifting(Band("green")),
        Feature.STROKE: evolve(_MINUTE, stroke=Stroke.BUTTERFLY),
        Feature.STROKE_BESIDE_TARGET: evolve(_MINUTE, stroke=Stroke.FREESTYLE, target=_PACE),
        Feature.EQUIPMENT: evolve(_MINUTE, equipment=Equipment.PULL_BUOY),
    }
)
_HEADS: Final[Mapping[Feature, dict[str, Any]]] = MappingProxyType(
    {
        Feature.SEND_OFF: {"sport": Sport.POOL_SWIMMING},
        Feature.DESCRIPTION: {"description": "Hold the form when it gets hard."},
        Feature.TAGS: {"tags": ["speed"]},
        Feature.LINKS: {"links": [Link("https://example.org/form", "Running form", LinkKind.VIDEO)]},
        Feature.POOL_LENGTH: {"pool_length": 50},
    }
)


def _sample(feature: Feature) -> Workout:
    return Workout(
        name=feature.title.capitalize(), items=[_ITEMS.get(feature, _MINUTE)], **_HEADS.get(feature, {})
    )


SAMPLES: Final[Mapping[Feature, Workout]] = MappingProxyType({each: _sample(each) for each in Feature})
"""For each feature a workout that needs it, and nothing else that it could do without.

No workout needs ``Feature.RELATIVE``, a promise of a format; its sample is one where it makes a difference.
"""


def kitchen_sink() -> Workout:
    """Return a workout with everything a workout can hold, in as few steps as that takes."""
    heads: dict[str, Any] = {name: value for head in _HEADS.values() for name, value in head.items()}
    links = [Link(f"https://example.org/{each.value}", each.value, each) for each in LinkKind]
    return Workout(
        name="Kitchen sink",
        items=[*_mixed_steps(), _all_words(), *_limited_repeats(), *_timed_repeats(), _nested_repeats()],
        id="kitchen-sink",
        **heads | {"tags": ["speed", "sampler"], "links": [*links, Link("https://example.org")]},
    )


def kitchen_sink_plan() -> Plan:
    """Return a plan with everything a plan can hold: sessions and events of every kind, weeks, an athlete."""
    links = [Link("https://example.org/meet", "Meeting", LinkKind.VIDEO)]
    events = [
        Session(
            slot=kind.value,
            day=_MONDAY + timedelta(days=number),
            at=time(18, 30) if number % 2 else None,
            lasts=5400 if number % 2 else None,
            activity=Event(
                name=kind.value.title(), kind=kind, description="Bring water.\nAnd a hat.", links=links
            ),
        )
        for number, kind in enumerate(EventKind)
    ]
    samples = [
        Session(slot=feature.name.lower(), day=_MONDAY + timedelta(days=7 + number), activity=sample)
        for number, (feature, sample) in enumerate(SAMPLES.items())
    ]
    return Plan(
        name="Kitchen sink – a plan",
        sessions=[*_odd_sessions(), *events, *samples],
        timezone="Europe/Warsaw",
        description="Everything at once;\nsome of it twice.",
        links=links,
        id="kitchen-sink-plan",
        weeks=[Week(start=_MONDAY, name="Base", note="Easy does it.", coach_note="Back from a cold.")],
        athlete=Athlete(name="Zoë", threshold_heart_rate=168, max_heart_rate=186),
        first_weekday=6,
    )


def _odd_sessions() -> Iterator[Session]:
    """Yield sessions of all that a session can say, some at hours that clocks leave out or have twice."""
    yield Session(slot="sink", day=_MONDAY, at=time(7), activity=kitchen_sink())
    yield Session(slot="skipped", day=_MONDAY, activity=SAMPLES[Feature.TIME], skipped=True)
    yield Session(
        slot="race day", day=date(2026, 10, 25), at=time(2, 30), activity=SAMPLES[Feature.SPEED], race=True
    )
    yield Session(slot="left out", day=date(2026, 3, 29), at=time(2, 30), activity=SAMPLES[Feature.DISTANCE])
    volume = VolumeChange(factor=1.1, what="30 min to 33 min")
    yield Session(
        slot="1/tue",
        day=_MONDAY,
        at=time(23, 59),
        lasts=7200,
        activity=SAMPLES[Feature.ROLE],
        plan="other",
        volume=volume,
    )


def _mixed_steps() -> Iterator[Step]:
    """Yield a step for each target, and with them every duration, role, load, stroke and equipment."""
    samples = [item for item in _ITEMS.values() if isinstance(item, Step)]
    durations = dict.fromkeys([each.duration for each in samples] + [HeartRateAbove(150), PowerBelow(150)])
    targets = [each.target for each in samples if each.target]
    exercises = [None, *(each.exercise for each in samples if each.exercise)]
    columns: tuple[list[Any], ...] = (
        [*durations],
        [*Intensity],
        exercises,
        [None, *Stroke],
        [*Equipment, None],
    )
    rows = zip(dict.fromkeys(targets), *map(cycle, columns), strict=False)
    for target, duration, intensity, exercise, stroke, equipment in rows:
        yield Step(
            duration=duration,
            target=target,
            intensity=intensity,
            exercise=exercise,
            stroke=stroke,
            equipment=equipment,
        )


def _all_words() -> Step:
    """Return a step with everything a step can have, and words that are hard to write."""
    return Step(
        duration=Reps(8),
        target=Target(Quantity.EFFORT, Ramp(6, 8)),
        second_target=Target(Quantity.CADENCE, Range(30, 30)),
        intensity=Intensity.DRILL,
        name="Zoë’s naïve – 6 × “drill” 🏃🏽‍♀️",
        cue="First this,\nthen that; “quoted”, with a comma",
        exercise=Exercise(name="Thruster", load=Weight(42.5), per_side=True, tempo="X-0-1-2"),
        stroke=Stroke.MIXED,
        equipment=Equipment.FINS,
    )


def _limited_repeats() -> Iterator[Repeat]:
    """Yield a repeat for each thing that can end one."""
    heart_rates = HeartRateAbove(160), HeartRateBelow(110)
    for until in (Time(600), Distance(400), Calories(50), *heart_rates, PowerAbove(250), PowerBelow(120)):
        yield Repeat(until=until, items=[_MINUTE])


def _timed_repeats() -> Iterator[Repeat]:
    """Yield a repeat for each clock: on the minute, and for time, with as many passes as one likes."""
    lifts = [_lifting(), evolve(_lifting(Weight(20)), duration=Reps(12, least=8))]
    yield Repeat(times=10, items=lifts, every=90)
    yield Repeat(times=3, most=4, items=lifts, cap=720)


def _nested_repeats() -> Repeat:
    """Return a set of sets of sets with a send-off, the rest after the last of which is skipped."""
    set_ = Repeat(times=4, items=[Step(duration=Distance(50), target=_PACE)], every=60)
    sets = Repeat(until=Time(1200), items=[set_, evolve(_REST, intensity=Intensity.WALK)])
    long_rest = Step(duration=LapButton(), intensity=Intensity.RECOVERY)
    return Repeat(times=2, items=[sets, long_rest], skip_last_rest=True)
