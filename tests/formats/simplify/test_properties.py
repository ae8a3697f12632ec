"""Whatever the workout and whatever the format: what is left fits, and what is lost is told."""

import re
from functools import reduce

import pytest
from attrs import evolve
from hypothesis import given, reject
from hypothesis import strategies as st

from workout_core import (
    Capabilities,
    ExportError,
    Feature,
    Quantity,
    Repeat,
    Step,
    Workout,
    features_of,
    simplify,
    totals,
)
from workout_core.testing.samples import kitchen_sink
from workout_core.testing.strategies import workouts

EVERYTHING = frozenset(Feature)
ENDINGS = (Feature.TIME, Feature.DISTANCE, Feature.LAP_BUTTON)
TARGETS = [feature for feature in Feature if Feature.SPEED.value <= feature.value <= Feature.NAMED_PACE.value]
REPEATS = (Feature.REPEAT, Feature.NESTED_REPEAT, Feature.SKIP_LAST_REST)
PART = re.compile(r"(\w+)(?:\[(\d+)\])?")


def limits():
    """Draw how many bytes a text may have."""
    return st.none() | st.sampled_from((4, 15, 31, 159, 199))


@st.composite
def capabilities(draw, *, echoes: bool = True):
    """Draw a format: one with few features, or one that lacks few."""
    some = draw(st.sets(st.sampled_from(Feature)))
    features = some if draw(st.booleans()) else EVERYTHING - some
    features |= draw(st.sets(st.sampled_from(ENDINGS), min_size=1))
    echoed = draw(st.sets(st.sampled_from(TARGETS))) & features if echoes else ()
    zones = draw(st.dictionaries(st.sampled_from(Quantity), st.integers(1, 10), max_size=2))
    return Capabilities(
        features=features,
        echoes=echoed,
        zones=tuple(zones.items()),
        max_name_bytes=draw(limits()),
        max_step_name_bytes=draw(limits()),
        max_cue_bytes=draw(limits()),
        max_description_bytes=draw(limits()),
    )


def modest(item: Step | Repeat) -> Step | Repeat:
    """Return *item* with at most four passes, so that it can be written out."""
    if isinstance(item, Step):
        return item
    return evolve(item, items=map(modest, item.items), times=min(item.times, 4) if item.times else None)


def counted(item: Step | Repeat) -> Step | Repeat:
    """Return *item* with a number of passes instead of something to reach, and by no clock."""
    if isinstance(item, Step):
        return item
    items = map(counted, item.items)
    return evolve(item, items=items, times=item.times or 3, until=None, every=None, cap=None)


def some_workouts():
    """Draw a workout that can be written out."""
    return st.just(kitchen_sink()) | workouts().map(lambda each: evolve(each, items=map(modest, each.items)))


def simplified(workout: Workout, supports: Capabilities):
    """Return what *simplify* does; a workout that would fill a book is not of interest."""
    try:
        return simplify(workout, supports)
    except ExportError as error:
        if str(error).startswith("steps: more than 100000 steps"):
            reject()
        raise


def place(workout: Workout, path: str) -> object:
    """Return what stands at *path* in *workout*, which has to be something."""
    found = reduce(_inside, path.split("."), workout)
    assert found not in (None, "", (), False), path
    return found


def _inside(whole: object, part: str) -> object:
    name, index = PART.fullmatch(part).groups()
    found = getattr(whole, {"steps": "items"}.get(name, name))
    return found if index is None else found[int(index)]


@given(some_workouts(), capabilities())
def test_only_what_the_format_declares_is_left(workout, supports):
    simple, _ = simplified(workout, supports)
    assert features_of(simple) <= supports.features


@given(some_workouts(), capabilities())
def test_no_text_is_longer_than_the_format_takes(workout, supports):
    simple, _ = simplified(workout, supports)
    texts = [(simple.name, supports.max_name_bytes), (simple.description, supports.max_description_bytes)]
    for _, item in simple.walk():
        if isinstance(item, Step):
            texts += [(item.name, supports.max_step_name_bytes), (item.cue, supports.max_cue_bytes)]
    for text, most in texts:
        assert most is None or len(text.encode()) <= most


@given(some_workouts(), capabilities())
def test_every_loss_points_at_something_in_the_workout_and_is_told_once(workout, supports):
    _, losses = simplified(workout, supports)
    for loss in losses:
        place(workout, loss.path)
    assert len(set(losses)) == len(losses)


@given(some_workouts(), capabilities())
def test_what_changes_is_accounted_for(workout, supports):
    simple, losses = simplified(workout, evolve(supports, echoes=()))
    if not losses and simple != workout:  # a rest that fills up an interval keeps it, and nothing is lost
        assert any(isinstance(item, Repeat) and item.every for _, item in workout.walk())
        assert totals(simple).time.value == pytest.approx(totals(workout).time.value)
    else:
        assert bool(losses) is (simple != workout)


@given(some_workouts(), capabilities(echoes=False))
def test_doing_it_twice_changes_nothing_more(workout, supports):
    simple, _ = simplified(workout, supports)
    assert simplify(simple, supports) == (simple, ())


@given(some_workouts(), capabilities())
def test_echoes_are_not_said_again_by_the_second_time(workout, supports):
    supports = evolve(supports, max_cue_bytes=None)
    simple, _ = simplified(workout, supports)
    assert simplify(simple, supports) == (simple, ())


@given(workouts())
def test_a_format_with_everything_gets_the_workout_itself(workout):
    simple, losses = simplify(workout, Capabilities(features=EVERYTHING))
    assert simple is workout
    assert losses == ()


@given(workouts(), st.sets(st.sampled_from(Feature)))
def test_a_format_with_just_what_is_needed_gets_the_workout_itself(workout, more):
    needed = features_of(workout)
    supports = Capabilities(features=needed | more | {Feature.LAP_BUTTON})
    assert simplify(workout, supports) == (workout, ())


@given(some_workouts(), st.sets(st.sampled_from(REPEATS)))
def test_writing_out_keeps_time_and_distance(workout, lacking):
    workout = evolve(workout, items=map(counted, workout.items))
    simple, _ = simplified(workout, Capabilities(features=EVERYTHING - lacking))
    before, after = totals(workout), totals(simple)
    for amount in ("time", "distance"):
        was, now = getattr(before, amount), getattr(after, amount)
        assert now.value == pytest.approx(was.value)
        assert now.exact or not was.exact
        assert was.is_open or not now.is_open


@given(some_workouts(), capabilities(), st.integers(1, 60))
def test_a_workout_with_too_many_steps_is_refused_and_any_other_is_whole(workout, supports, most):
    simple, losses = simplified(workout, supports)
    # the rest that is left of an interval is one too
    count = sum(1 + (getattr(item, "every", None) is not None) for _, item in simple.walk())
    limited = evolve(supports, max_steps=most)
    if count <= most:
        assert simplify(workout, limited) == (simple, losses)
        return
    message = f"steps: {count} steps and repeats, and the format takes {most} ({supports.too_many_steps})"
    with pytest.raises(ExportError, match=f"^{re.escape(message)}$"):
        simplify(workout, limited)
