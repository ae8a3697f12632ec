"""What a FIT workout must say, spelled from the rules of the format, in the profile's units."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor
from typing import Any

from attrs import define, field, frozen

from oracles.fit_exercises import EXERCISES, UNKNOWN
from workout_core import (
    Calories,
    Distance,
    Duration,
    HeartRateAbove,
    HeartRateBelow,
    Item,
    PowerAbove,
    PowerBelow,
    Quantity,
    Range,
    Repeat,
    Reps,
    Sport,
    Step,
    Target,
    Time,
    Weight,
    Workout,
    Zone,
    cut,
)

Fields = dict[str, Any]

SPORTS = {
    "running": ("running", "generic"),
    "trail_running": ("running", "trail"),
    "treadmill_running": ("running", "treadmill"),
    "track_running": ("running", "track"),
    "walking": ("walking", "generic"),
    "hiking": ("hiking", "generic"),
    "cycling": ("cycling", "road"),
    "indoor_cycling": ("cycling", "indoor_cycling"),
    "mountain_biking": ("cycling", "mountain"),
    "gravel_cycling": ("cycling", "gravel_cycling"),
    "pool_swimming": ("swimming", "lap_swimming"),
    "open_water_swimming": ("swimming", "open_water"),
    "rowing": ("rowing", "generic"),
    "indoor_rowing": ("rowing", "indoor_rowing"),
    "strength": ("training", "strength_training"),
    "mobility": ("training", "flexibility_training"),
    "yoga": ("training", "yoga"),
    "pilates": ("training", "pilates"),
    "cardio": ("training", "cardio_training"),
    "hiit": ("hiit", "hiit"),
    "other": ("generic", "generic"),
}
ON_FOOT = {"running", "walking", "hiking"}
RESTS = {"rest", "recovery", "walk"}
INTENSITIES = {
    "work": "active",
    "easy": "active",
    "steady": "active",
    "strides": "active",
    "drill": "active",
    "warmup": "warmup",
    "cooldown": "cooldown",
    "recovery": "recovery",
    "walk": "recovery",
    "rest": "rest",
}
NAMED_PARTS = {"easy", "steady", "strides", "drill", "walk"}
STROKES = {"medley": "im"}
EQUIPMENT = {name: f"swim_{name}" for name in ("fins", "kickboard", "paddles", "pull_buoy", "snorkel")}
ANY_STROKE = 255
STEP_NAME_BYTES, NOTES_BYTES = 15, 199
BPM_OFFSET, WATTS_OFFSET = 100, 1000
TARGET_NAMES = {
    Quantity.SPEED: ("speed", "target_speed_zone", "custom_target_speed"),
    Quantity.HEART_RATE: ("heart_rate", "target_hr_zone", "custom_target_heart_rate"),
    Quantity.POWER: ("power", "target_power_zone", "custom_target_power"),
    Quantity.CADENCE: ("cadence", "target_cadence_zone", "custom_target_cadence"),
}


@frozen
class Intended:
    """The messages that carry a workout: ``workout``, ``workout_step`` rows and ``exercise_title`` rows."""

    workout: Fields
    steps: list[Fields]
    titles: list[Fields]


def intended(workout: Workout) -> Intended:
    """Return what the FIT file of the simplified *workout* must say, with the names of the profile."""
    rows: list[Fields] = []
    titles = _Titles()
    _number(workout.items, workout.sport, rows, titles)
    sport, sub_sport = SPORTS[workout.sport.value]
    fields: Fields = {
        "sport": sport,
        "capabilities": "tcx",
        "num_valid_steps": len(rows),
        "wkt_name": workout.name,
        "sub_sport": sub_sport,
    }
    if workout.sport is Sport.POOL_SWIMMING:
        fields |= _pool(25.0 if workout.pool_length is None else workout.pool_length)
    if workout.description:
        fields["wkt_description"] = workout.description
    numbered = [{"message_index": number, **title} for number, title in enumerate(titles.rows)]
    return Intended(fields, rows, numbered)


def _pool(metres: float) -> Fields:
    yards = metres / 0.9144
    statute = abs(yards - round(yards)) < 1e-6 and metres != round(metres)
    return {"pool_length": _nearest(metres, 100), "pool_length_unit": "statute" if statute else "metric"}


@define
class _Titles:
    """The titles of exercises so far, each once."""

    rows: list[Fields] = field(factory=list)
    is_enough: dict[str, bool] = field(factory=dict)
    taken: list[Fields] = field(factory=list)

    def add(self, name: str) -> tuple[Fields, bool]:
        """Return the fields that say which exercise *name* is, and whether they say it by themselves."""
        known = EXERCISES.get(" ".join(name.casefold().split()), UNKNOWN)
        code: Fields = {"exercise_category": known.category}
        if known.name is not None:
            code["exercise_name"] = known.name
        if name not in self.is_enough:
            is_titled = any(
                code.items() == title.items() - {("wkt_step_name", title["wkt_step_name"])}
                for title in self.rows
            )
            self.is_enough[name] = known.is_exact and not is_titled
            is_taken = code in self.taken
            if self.is_enough[name]:
                self.taken.append(code)
            if not is_taken and not (known.is_exact and is_titled):
                self.rows.append({**code, "wkt_step_name": name})
        return code, self.is_enough[name]


def _number(items: tuple[Item, ...], sport: Sport, rows: list[Fields], titles: _Titles) -> None:
    """Append a row for each step in its order, and a row for each repeat after the last of its steps."""
    for item in items:
        if isinstance(item, Step):
            rows.append({"message_index": len(rows), **dict(_step(item, sport, titles))})
        else:
            back_to = len(rows)
            _number(item.items, sport, rows, titles)
            if item.every is not None:
                rows.append({"message_index": len(rows), **_send_off(item.every)})
            if item.every is None or item.times != 1:
                rows.append({"message_index": len(rows), **_repeat(item, back_to)})


def _step(step: Step, sport: Sport, titles: _Titles) -> Iterator[tuple[str, Any]]:
    part = step.intensity.value
    said = part.capitalize() if part in NAMED_PARTS else ""
    name, lines = step.name or said, [step.cue]
    if step.exercise is not None or name != said:
        lines = [said, *lines]
    exercise: Fields = {}
    if step.exercise is not None:
        exercise, is_exact = titles.add(step.exercise.name)
        name, more = _exercise_name(step, step.exercise.name, is_exact=is_exact)
        lines = [more, *lines]
        if isinstance(step.exercise.load, Weight):
            exercise = exercise | _weight(step.exercise.load.kilograms)
    notes = cut("\n".join(filter(None, lines)), NOTES_BYTES)
    if name:
        yield "wkt_step_name", name
    yield from _duration(step.duration).items()
    yield from _target(step, sport).items()
    yield "intensity", INTENSITIES[part]
    if notes:
        yield "notes", notes
    yield from exercise.items()
    if step.equipment is not None:
        yield "equipment", EQUIPMENT[step.equipment.value]
    if step.second_target is not None:
        second = _held(step.second_target, sport)
        yield from {f"secondary_{name}": value for name, value in second.items()}.items()


def _exercise_name(step: Step, own: str, *, is_exact: bool) -> tuple[str, str]:
    """Return the name of a step with an exercise, and what of it has to be in the notes."""
    name = f"{step.name} {own}" if step.name else "" if is_exact else own
    if len(name.encode()) <= STEP_NAME_BYTES:
        return name, ""
    return cut(name, STEP_NAME_BYTES), own


def _weight(kilograms: float) -> Fields:
    """Return the fields of a load: in pounds where those are round and kilograms are not."""
    pounds = kilograms / 0.45359237
    is_pounds = round(kilograms, 2) != kilograms and abs(round(pounds, 1) - pounds) < 1e-7
    unit = "pound" if is_pounds else "kilogram"
    return {"exercise_weight": _nearest(kilograms, 100), "weight_display_unit": unit}


def _duration(duration: Duration) -> Fields:
    match duration:
        case Time(seconds):
            return {"duration_type": "time", "duration_time": _nearest(seconds, 1000)}
        case Distance(metres):
            return {"duration_type": "distance", "duration_distance": _nearest(metres, 100)}
        case Reps(count):
            return {"duration_type": "reps", "duration_reps": count}
        case Calories(kilocalories):
            return {"duration_type": "calories", "duration_calories": kilocalories}
        case HeartRateAbove(bpm):
            return {"duration_type": "hr_greater_than", "duration_hr": bpm + BPM_OFFSET}
        case HeartRateBelow(bpm):
            return {"duration_type": "hr_less_than", "duration_hr": bpm + BPM_OFFSET}
        case PowerAbove(watts):
            return {"duration_type": "power_greater_than", "duration_power": watts + WATTS_OFFSET}
        case PowerBelow(watts):
            return {"duration_type": "power_less_than", "duration_power": watts + WATTS_OFFSET}
    return {"duration_type": "open"}


def _send_off(seconds: float) -> Fields:
    """Return the rest that ends so many seconds after the repetition before it began."""
    kind = {"duration_type": "repetition_time", "duration_time": _nearest(seconds, 1000)}
    return {**kind, "target_type": "open", "target_value": 0, "intensity": "rest"}


def _repeat(repeat: Repeat, back_to: int) -> Fields:
    kind, limit = _limit(repeat)
    return {"duration_type": f"repeat_until_{kind}", "duration_step": back_to, **limit}


def _limit(repeat: Repeat) -> tuple[str, Fields]:
    match repeat.until:
        case Time(seconds):
            return "time", {"repeat_time": _nearest(seconds, 1000)}
        case Distance(metres):
            return "distance", {"repeat_distance": _nearest(metres, 100)}
        case Calories(kilocalories):
            return "calories", {"repeat_calories": kilocalories}
        case HeartRateAbove(bpm):
            return "hr_greater_than", {"repeat_hr": bpm + BPM_OFFSET}
        case HeartRateBelow(bpm):
            return "hr_less_than", {"repeat_hr": bpm + BPM_OFFSET}
        case PowerAbove(watts):
            return "power_greater_than", {"repeat_power": watts + WATTS_OFFSET}
        case PowerBelow(watts):
            return "power_less_than", {"repeat_power": watts + WATTS_OFFSET}
    return "steps_cmplt", {"repeat_steps": repeat.times}


def _target(step: Step, sport: Sport) -> Fields:
    if step.target is not None:
        return _held(step.target, sport)
    if step.stroke is not None:
        stroke = STROKES.get(step.stroke.value, step.stroke.value)
        return {"target_type": "swim_stroke", "target_stroke_type": stroke}
    if sport is Sport.POOL_SWIMMING and step.intensity.value not in RESTS:
        return {"target_type": "swim_stroke", "target_stroke_type": ANY_STROKE}
    return {"target_type": "open", "target_value": 0}


def _held(target: Target, sport: Sport) -> Fields:
    kind, zone, custom = TARGET_NAMES[target.quantity]
    if isinstance(target.value, Zone):
        return {"target_type": kind, zone: target.value.number}
    assert isinstance(target.value, Range), f"{target.value!r} is not simplified"
    low, high = _bounds(target.quantity, target.value, sport)
    return {"target_type": kind, zone: 0, f"{custom}_low": low, f"{custom}_high": high}


def _bounds(quantity: Quantity, held: Range, sport: Sport) -> tuple[float, float]:
    if held.of is not None:
        return _whole(held.low * 100), _whole(held.high * 100)
    if quantity is Quantity.SPEED:
        return _nearest(held.low, 1000), _nearest(held.high, 1000)
    if quantity is Quantity.HEART_RATE:
        return _whole(held.low) + BPM_OFFSET, _whole(held.high) + BPM_OFFSET
    if quantity is Quantity.POWER:
        return _whole(held.low) + WATTS_OFFSET, _whole(held.high) + WATTS_OFFSET
    fewest_steps = {"walking": 80, "hiking": 60}.get(SPORTS[sport.value][0], 120)
    legs = 2 if SPORTS[sport.value][0] in ON_FOOT and held.high >= fewest_steps else 1
    return max(floor(held.low / legs), 1), ceil(held.high / legs)


def _whole(number: float) -> int:
    return floor(number + 0.5)


def _nearest(number: float, scale: int) -> float:
    """Return *number* as a decoder shows what is stored in whole parts of ``1 / scale``."""
    return _whole(number * scale) / scale
