"""Words of a step hold nothing that the builder of intervals.icu acts on, and are respelt once."""

from hypothesis import given
from hypothesis import strategies as st

from workout_core import Registry, Step, Time, Workout, export, import_data
from workout_intervals_icu.parts import PartKind, parts_of
from workout_intervals_icu.words import as_words

REGISTRY = Registry.discover()
PIECES = (
    *"-–:;,.()%/x×'\"=^@ 157",
    *(" ", "\n", "6x", "10m", "1h", "30 s", "800mtr", "5 km", "Z2", "CZ1", "HR", "Pace", "75-85%", "MMP"),
    *(
        "200w",
        "4:30/km",
        "90 rpm",
        "ramp",
        "press lap",
        "lap",
        "intensity=rest",
        "rest",
        "warmup",
        "free ride",
    ),
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(WORDS)
def test_words_hold_no_part_of_a_step_and_stay_as_they_are(text):
    words = as_words(text)
    assert {part.kind for part in parts_of(words)} <= {PartKind.BEATS}
    assert as_words(words) == words
    assert "\n" not in words


@given(WORDS)
def test_no_words_change_the_step_that_they_are_of(cue):
    workout = Workout(name="Test", items=[Step(duration=Time(600), cue=cue)])
    (file,) = export(workout, "intervals-icu", registry=REGISTRY)
    (step,) = import_data(file.data, "intervals-icu", registry=REGISTRY).subject.items
    assert (step.duration, step.target, step.intensity) == (Time(600), None, workout.items[0].intensity)
