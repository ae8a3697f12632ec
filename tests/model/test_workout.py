"""Workouts are immutable trees that can be walked and that refuse to be empty."""

import re

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given

from workout_core.errors import InvalidWorkout
from workout_core.model.duration import Distance, LapButton, Reps, Time
from workout_core.model.link import Link
from workout_core.model.sport import Sport
from workout_core.model.target import Quantity, Range, Target
from workout_core.model.workout import DEEPEST, Intensity, Repeat, Step, Workout, map_steps
from workout_core.testing.strategies import workouts

HARD = Step(duration=Distance(800))
JOG = Step(duration=Distance(400), intensity=Intensity.RECOVERY)
FAST = Target(Quantity.SPEED, Range(4, 4))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Step(second_target=FAST), "a second target needs a first one"),
        (lambda: Step(target=FAST, second_target=FAST), "both targets are of speed"),
        (lambda: Step(name="a\nb"), "must be one line: 'a\\nb'"),
        (lambda: Repeat(items=[HARD]), "a repeat needs either a number of times or an until"),
        (
            lambda: Repeat(items=[HARD], times=2, until=Time(60)),
            "a repeat needs either a number of times or an until",
        ),
        (lambda: Repeat(items=[HARD], times=0), "repeat must be 1 to 1000: 0"),
        (lambda: Repeat(items=[HARD], times=1.5), "repeat must be a whole number: 1.5"),
        (lambda: Repeat(items=[], times=2), "a repeat needs a step to repeat"),
        (
            lambda: Repeat(items=[HARD], until=Reps(5)),
            (
                "Reps(count=5, least=None, of=<Counted.REPS: 'reps'>) cannot end a repeat "
                "(a time or a distance can)"
            ),
        ),
        (
            lambda: Repeat(items=[HARD], until=LapButton()),
            "LapButton() cannot end a repeat (a time or a distance can)",
        ),
        (
            lambda: Repeat(items=[HARD, JOG], until=Time(60), skip_last_rest=True),
            "only a repeat with a number of times can skip its last rest",
        ),
        (
            lambda: Repeat(items=[JOG, HARD], times=2, skip_last_rest=True),
            "skip_last_rest needs a rest after the other steps of the repeat",
        ),
        (
            lambda: Repeat(items=[JOG], times=2, skip_last_rest=True),
            "skip_last_rest needs a rest after the other steps of the repeat",
        ),
        (lambda: Workout(name=" ", items=[HARD]), "a workout needs a name"),
        (lambda: Workout(name="x", items=[]), "a workout needs a step"),
        (lambda: Workout(name="x", items=[HARD], pool_length=4), "pool length must be 5 to 200 m: 4"),
        (lambda: Link("ftp://x"), "'ftp://x' is not a link (like 'https://example.org/page')"),
        (lambda: Link("https://"), "'https://' is not a link (like 'https://example.org/page')"),
        (lambda: Link("https://a b"), "'https://a b' is not a link (like 'https://example.org/page')"),
        (lambda: Link("javascript:x"), "'javascript:x' is not a link (like 'https://example.org/page')"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_makes_no_sense_is_refused(make, said):
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(said)}$"):
        make()


def nested(depth: int) -> Repeat | Step:
    return Repeat(items=[nested(depth - 1)], times=2) if depth else HARD


def test_repeats_nest_until_nobody_can_follow():
    assert nested(DEEPEST).depth == DEEPEST
    with pytest.raises(InvalidWorkout, match=r"^repeats are nested more than 16 deep$"):
        nested(DEEPEST + 1)


def test_a_repeat_counted_with_a_float_is_the_same_repeat():
    assert repr(Repeat(items=[HARD], times=6.0)) == repr(Repeat(items=[HARD], times=6))


def test_a_workout_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        Workout(name="x", items=[HARD]).name = "y"


def test_walking_yields_every_item_with_the_path_that_messages_use():
    inner = Repeat(items=[JOG], times=2)
    outer = Repeat(items=[HARD, inner], times=3)

    assert list(Workout(name="x", items=[JOG, outer]).walk()) == [
        ("steps[0]", JOG),
        ("steps[1]", outer),
        ("steps[1].steps[0]", HARD),
        ("steps[1].steps[1]", inner),
        ("steps[1].steps[1].steps[0]", JOG),
    ]


@given(workouts())
def test_mapping_steps_meets_each_step_at_its_path_and_keeps_the_shape(workout):
    met = {}

    def note(path, step):
        met[path] = step
        return step

    assert map_steps(workout.items, note) == workout.items
    assert met == {path: item for path, item in workout.walk() if isinstance(item, Step)}


@given(workouts())
def test_workouts_are_values(workout):
    assert evolve(workout) == workout
    assert hash(evolve(workout)) == hash(workout)


@pytest.mark.parametrize("url", ["https://example.org", "HTTP://x", "https://example.org/ü?a=b&c=(d)"])
def test_links_lead_to_the_web(url):
    assert Link(f" {url} ").url == url


def test_a_word_is_a_sport_or_an_intensity_when_it_is_one():
    workout = Workout(name="A", items=[Step(intensity="warmup")], sport="cycling")
    assert workout.sport is Sport.CYCLING
    assert workout.items[0].intensity is Intensity.WARMUP


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Step(intensity="warmpu"), "'warmpu' is not an intensity (did you mean 'warmup'?)"),
        (
            lambda: Workout(name="A", items=[Step()], sport="runing"),
            "'runing' is not a sport (did you mean 'running'?)",
        ),
        (lambda: Workout(name="A", items=[Step()], tags="track"), "tags are several words: ['track']"),
        (lambda: Workout(name="A", items=[1]), "items are steps and repeats: 1"),
        (lambda: Repeat(times=2, items=["400m"]), "items are steps and repeats: '400m'"),
        (lambda: Step(duration=5), "duration cannot be 5"),
        (lambda: Step(target="easy"), "target cannot be 'easy'"),
    ],
    ids=["intensity", "sport", "tags", "item", "item of a repeat", "duration", "target"],
)
def test_what_is_of_the_wrong_kind_is_refused(make, said):
    with pytest.raises(InvalidWorkout) as error:
        make()
    assert str(error.value) == said
