"""Every kind of parameter is written as it is read, and refuses what is out of its bounds."""

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core import Course, Distance, InvalidWorkout, LapButton, Time, Tolerance
from workout_core.fields import measures
from workout_core.recipes.blocks import BLOCKS, RaceBlock
from workout_core.recipes.long_runs import LongRunKind
from workout_core.recipes.progressive import ProgressionKind
from workout_core.recipes.races import SplitOf, SplitShape
from workout_core.recipes.terrain import HillCost
from workout_core.recipes.trials import Aim as Trial
from workout_core.units import MILE

AMOUNTS = st.one_of(st.builds(Time, st.floats(0.001, 30 * 86400)), st.builds(Distance, st.floats(0.01, 1e7)))
WORDS = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=20).map(lambda word: f"Go {word}")
VALUES = {
    "distance": (measures.DISTANCE, st.floats(1, 1_000_000)),
    "a distance in miles": (measures.DISTANCE, st.integers(1, 600).map(lambda miles: miles * MILE)),
    "time": (measures.TIME, st.floats(1, 30 * 86400)),
    "whole seconds": (measures.TIME, st.integers(1, 30 * 86400)),
    "pace": (measures.PACE, st.floats(0.5, 12.5)),
    "a pace of whole seconds": (measures.PACE, st.integers(80, 2000).map(lambda seconds: 1000 / seconds)),
    "percentage": (measures.PERCENT, st.floats(-1, 1)),
    "number": (measures.NUMBER, st.floats(-1e9, 1e9)),
    "effort": (measures.EFFORT, st.floats(1, 10)),
    "count": (measures.COUNT, st.integers(1, 1000)),
    "whole number": (measures.WHOLE, st.integers(-(10**9), 10**9)),
    "time or distance": (measures.AMOUNT, AMOUNTS),
    "times or distances": (measures.AMOUNTS, st.lists(AMOUNTS, min_size=1, max_size=5).map(tuple)),
    "time, distance or lap": (measures.PART, st.one_of(AMOUNTS, st.just(LapButton()), st.none())),
    "yes or no": (measures.FLAG, st.booleans()),
    "text": (measures.TEXT, st.text()),
    "tolerance": (measures.TOLERANCE, st.builds(Tolerance, st.floats(0, 60))),
    "a share for a tolerance": (
        measures.TOLERANCE,
        st.builds(Tolerance, st.floats(0, 0.2), relative=st.just(value=True)),
    ),
    "cues by distance": (
        measures.CUES,
        st.lists(st.tuples(st.integers(0, 100_000).map(float), WORDS), min_size=1, max_size=3).map(tuple),
    ),
    **{
        f"choice of {enum.__module__.rpartition('.')[2]} {enum.__name__}": (
            measures.one_of(enum),
            st.sampled_from(enum),
        )
        for enum in (ProgressionKind, LongRunKind, SplitShape, SplitOf, HillCost, Trial)
    },
}


@pytest.mark.parametrize("kind", VALUES)
def test_what_a_kind_writes_it_reads_again(kind):
    measure, values = VALUES[kind]

    @given(values)
    def reads_what_it_writes(value):
        measure.check(value)
        assert measure.read(measure.write(value)) == value

    reads_what_it_writes()


@pytest.mark.parametrize("kind", sorted(measures.MEASURES))
def test_the_example_of_a_kind_is_one(kind):
    measure = measures.MEASURES[kind]
    if kind == "course":
        with pytest.raises(InvalidWorkout, match=r"^'course\.gpx' is a file, which only a document may name"):
            measure.read(measure.example)
    else:
        measure.check(measure.read(measure.example))


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (
            "10mi +5s/mi, 10mi, rest",
            (RaceBlock(10 * MILE, 5 / MILE), RaceBlock(10 * MILE, 0.0), RaceBlock(None, None)),
        ),
        ("10mi -5.5s/mi, rest", (RaceBlock(10 * MILE, -5.5 / MILE), RaceBlock(None, None))),
        ("10km +5s/mi, rest", (RaceBlock(10_000.0, 5 / MILE), RaceBlock(None, None))),
        ("10km +5s, rest", (RaceBlock(10_000.0, 0.005), RaceBlock(None, None))),
        ("10km +0:05/km, rest", (RaceBlock(10_000.0, 0.005), RaceBlock(None, None))),
        ("10km \N{MINUS SIGN}5, rest", (RaceBlock(10_000.0, -0.005), RaceBlock(None, None))),
        ("10 km + 5 s/km, rest", (RaceBlock(10_000.0, 0.005), RaceBlock(None, None))),
        ("10 miles, rest", (RaceBlock(10 * MILE, 0.0), RaceBlock(None, None))),
    ],
    ids=[
        "miles",
        "faster",
        "a mile in kilometres",
        "kilometres",
        "a clock",
        "a minus",
        "spaced",
        "in words",
    ],
)
def test_blocks_are_read_as_people_write_them_and_written_as_they_are_read(text, blocks):
    read = BLOCKS.read(text)
    assert read == blocks
    assert BLOCKS.read(BLOCKS.write(read)) == read


@pytest.mark.parametrize(
    ("text", "tolerance"),
    [
        ("5s", Tolerance(5.0)),
        ("5", Tolerance(5.0)),
        ("5 sec", Tolerance(5.0)),
        ("~5s", Tolerance(5.0)),
        ("±5s/km", Tolerance(5.0)),
        ("0:05", Tolerance(5.0)),
        ("0:08/mi", Tolerance(8 * 1000 / MILE)),
        ("8s/mi", Tolerance(8 * 1000 / MILE)),
        ("3%", Tolerance(0.03, relative=True)),
        ("0s", Tolerance(0.0)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_tolerance_is_seconds_a_kilometre_or_a_mile_or_a_share(text, tolerance):
    assert measures.TOLERANCE.read(text).by == pytest.approx(tolerance.by)
    assert measures.TOLERANCE.read(text).relative == tolerance.relative


@pytest.mark.parametrize(
    ("tolerance", "speed", "reach"),
    [
        (Tolerance(5.0), 4.0, 0.08),
        (Tolerance(5.0), 2.0, 0.02),
        (Tolerance(0.03, relative=True), 4.0, 0.12),
        (Tolerance(60.0), 10.0, 5.0),
        (Tolerance(0.0), 4.0, 0.0),
    ],
    ids=["fast", "slow", "a share", "at most half", "none"],
)
def test_a_tolerance_reaches_so_far(tolerance, speed, reach):
    assert tolerance.reach(speed) == pytest.approx(reach)


@pytest.mark.parametrize(
    ("measure", "low", "high", "message"),
    [
        (measures.DISTANCE, 0.9, 1_000_001.0, "must be 1m to 1000km: "),
        (measures.TIME, 0.9, 2_592_001.0, "must be 1s to 720h: "),
        (measures.PACE, 0.4, 12.6, "must be 33:20/km to 1:20/km: "),
        (measures.PERCENT, -1.01, 1.01, "must be -100% to 100%: "),
        (measures.NUMBER, -1.1e9, 1.1e9, "must be -1000000000 to 1000000000: "),
        (measures.EFFORT, 0.5, 10.5, "must be 1 to 10: "),
        (measures.COUNT, 0, 1001, "must be 1 to 1000: "),
        (measures.WHOLE, -1_000_000_001, 1_000_000_001, "must be -1000000000 to 1000000000: "),
    ],
    ids=lambda value: value.name if isinstance(value, measures.Measure) else "",
)
def test_a_number_out_of_bounds_is_refused_and_the_bounds_are_said(measure, low, high, message):
    for number in (low, high):
        with pytest.raises(InvalidWorkout) as refused:
            measure.check(number)
        assert str(refused.value).startswith(message)


NUMBERS = [
    measures.DISTANCE,
    measures.TIME,
    measures.PACE,
    measures.PERCENT,
    measures.NUMBER,
    measures.EFFORT,
    measures.COUNT,
    measures.WHOLE,
]


@pytest.mark.parametrize("number", [nan, inf, -inf, 1e300], ids=str)
@pytest.mark.parametrize("measure", NUMBERS, ids=lambda measure: measure.name)
def test_what_is_no_number_or_no_sensible_one_is_refused_in_few_words(measure, number):
    with pytest.raises(InvalidWorkout) as refused:
        measure.check(number)
    assert len(str(refused.value)) < 150


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("2%", 0.02),
        ("-2%", -0.02),
        ("\N{MINUS SIGN}2%", -0.02),
        ("+2%", 0.02),
        (" 2.5 % ", 0.025),
        ("0%", 0.0),
    ],
    ids=["plain", "minus", "a real minus", "plus", "spaces", "none"],
)
def test_a_percentage_has_its_sign_before_and_behind(text, share):
    assert measures.PERCENT.read(text) == share


@pytest.mark.parametrize("text", ["2", "%", "two%", "--2%", "+-2%", "2%%", "", "nan%", "1e99%"])
def test_what_is_not_a_percentage_is_refused(text):
    with pytest.raises(InvalidWorkout):
        measures.PERCENT.check(measures.PERCENT.read(text))


@pytest.mark.parametrize(
    "text", ["super-fast-finish", "super fast finish", "Super_Fast  Finish ", "SUPER-FAST-FINISH"]
)
def test_a_choice_is_read_with_hyphens_underscores_or_spaces(text):
    assert measures.one_of(ProgressionKind).read(text) is ProgressionKind.SUPER_FAST_FINISH


def test_a_course_is_written_as_its_name():
    assert measures.COURSE.write(Course(along=(0, 100), name="city.gpx")) == "city.gpx"
