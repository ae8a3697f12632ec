"""Strength through FIT and back by a reader not ours: sets, reps, loads, rests and names are equal."""

import fitdecode
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from workout_core import (
    Distance,
    Exercise,
    Intensity,
    LapButton,
    Registry,
    Repeat,
    Reps,
    Sport,
    Step,
    Time,
    Weight,
    Workout,
    export,
)
from workout_core.testing.strategies.strength import movement_names

REGISTRY = Registry.discover()


@frozen
class Set:
    """One set, or a rest, as a watch shows it."""

    name: str
    reps: int | None = None
    seconds: float | None = None
    metres: float | None = None
    kilograms: float | None = None
    rest: bool = False


def _rows(data, kind):
    reader = fitdecode.FitReader(data, check_crc=fitdecode.CrcCheck.RAISE)
    return [
        {field.name: field.value for field in frame.fields if field.raw_value is not None}
        for frame in reader
        if isinstance(frame, fitdecode.FitDataMessage) and frame.name == kind
    ]


def read_back(data) -> list[Set]:
    """Return every set in the order in which a watch leads through them, names from the titles."""
    titles = _rows(data, "exercise_title")
    done: list[Set] = []
    rows = _rows(data, "workout_step")
    index, left = 0, {}
    while index < len(rows):
        row = rows[index]
        if "duration_step" not in row:
            done.append(_set(row, titles))
            index += 1
            continue
        left.setdefault(index, row["repeat_steps"])
        left[index] -= 1
        if left[index]:
            index = row["duration_step"]
        else:
            del left[index]
            index += 1
    return done


def _set(row, titles) -> Set:
    return Set(
        name=_name(row, titles),
        reps=row.get("duration_reps"),
        seconds=row.get("duration_time"),
        metres=row.get("duration_distance"),
        kilograms=row.get("exercise_weight"),
        rest=row["intensity"] == "rest",
    )


def _name(row, titles) -> str:
    """Return the title of the category and the name; of several, the one that the step is called by."""
    code = row.get("exercise_category"), row.get("exercise_name")
    if code[0] is None:
        return ""
    named = row.get("wkt_step_name", "")
    if named and row.get("notes", "").startswith(named):
        return row["notes"].partition("\n")[0]
    found = [
        title["wkt_step_name"]
        for title in titles
        if (title.get("exercise_category"), title.get("exercise_name")) == code
    ]
    return next((title for title in found if title == named), named or found[0])


@st.composite
def _several(draw):
    """Draw sets of one exercise with a load and a rest, and what a watch must show of them."""
    name = draw(movement_names())
    kilograms = draw(st.none() | st.integers(1, 240).map(lambda number: number * 2.5))
    duration = draw(
        st.one_of(
            st.integers(1, 50).map(Reps), st.integers(5, 300).map(Time), st.integers(10, 100).map(Distance)
        )
    )
    rest = draw(st.none() | st.integers(10, 300))
    times, skips = draw(st.integers(1, 6)), rest is not None and draw(st.booleans())
    exercise = Exercise(name=name, load=Weight(kilograms) if kilograms else None)
    items = (Step(duration=duration, exercise=exercise),)
    done = Set(
        name=exercise.name,
        reps=duration.count if isinstance(duration, Reps) else None,
        seconds=duration.seconds if isinstance(duration, Time) else None,
        metres=duration.metres if isinstance(duration, Distance) else None,
        kilograms=kilograms,
    )
    shown = [done]
    if rest is not None:
        items += (Step(duration=Time(rest), intensity=Intensity.REST),)
        shown += [Set(name="", seconds=rest, rest=True)]
    repeat = Repeat(times=times, items=items, skip_last_rest=skips)
    return repeat, (shown * times)[: -1 if skips else None]


@given(st.lists(_several(), min_size=1, max_size=6, unique_by=lambda drawn: drawn[0].items[0].exercise.name))
def test_sets_reps_loads_rests_and_names_are_equal(drawn):
    items, shown = zip(*drawn, strict=True)
    workout = Workout(name="Strength", sport=Sport.STRENGTH, items=items)
    (file,) = export(workout, "fit", registry=REGISTRY)
    assert read_back(file.data) == [each for sets in shown for each in sets]


def test_a_warm_up_until_the_lap_button_comes_back_open():
    step = Step(duration=LapButton(), exercise=Exercise(name="Warm-up"), intensity=Intensity.WARMUP)
    (file,) = export(
        Workout(name="Open", sport=Sport.STRENGTH, items=(step,)), "fit", registry=REGISTRY, strict=True
    )
    assert read_back(file.data) == [Set(name="Warm-up")]
